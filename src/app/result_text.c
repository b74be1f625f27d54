#include "prfaq/app/result_text.h"

#include <string.h>

static void five_lines(const struct pf_result *result, struct pf_buf *out)
{
	for (int i = 0; i < PF_RESULT_LINES; i++)
		if (result->lines[i][0])
			pf_buf_printf(out, "%s%s\n", i == 0 ? "* " : "", result->lines[i]);
}

static void gaps(const struct pf_result *result, struct pf_buf *out)
{
	pf_buf_adds(out, "\n# You and the panel\n");
	for (int d = 0; d < PF_DIMENSIONS; d++) {
		const struct pf_result_gap *g = &result->gaps[d];

		if (g->own < 0 && g->panel < 0)
			continue;
		pf_buf_printf(out, "| %-12s", pf_dimension_name((enum pf_dimension)d));
		pf_buf_printf(out, g->own < 0 ? "  you --" : "  you %2d", g->own);
		pf_buf_printf(out, g->panel < 0 ? "  panel --" : "  panel %2d", g->panel);
		if (g->own >= 0 && g->panel >= 0 && g->own != g->panel)
			pf_buf_printf(out, "  %+d", g->own - g->panel);
		pf_buf_byte(out, '\n');
	}
	if (result->brier >= 0)
		pf_buf_printf(out,
			      ". Brier score of your odds: %.2f (0 is best, 0.25 is a coin).\n",
			      result->brier);
}

static void votes(const struct pf_result *result, struct pf_buf *out)
{
	pf_buf_adds(out, "\n# What each lens says of this page\n");
	for (int l = 0; l < PF_LENSES; l++) {
		const struct pf_voted *v = &result->votes[l];

		if (!v->cast)
			continue;
		pf_buf_printf(out, "%s %s: %s", v->after >= PF_VOTE_YES ? "+" : "!",
			      pf_lens_title((enum pf_lens)l), pf_vote_name(v->after));
		if (v->before != v->after)
			pf_buf_printf(out, " (at first %s; moved by %s)", pf_vote_name(v->before),
				      result->text[l].moved);
		pf_buf_byte(out, '\n');
		if (result->text[l].quote[0])
			pf_buf_printf(out, "> l.%u %s\n", v->line, result->text[l].quote);
		if (result->text[l].reason[0])
			pf_buf_printf(out, ". %s\n", result->text[l].reason);
	}
}

static void sections(const struct pf_scorecard *card, struct pf_buf *out)
{
	pf_buf_adds(out, "\n# Sections\n");
	for (int p = 0; p < PF_PART_COUNT; p++) {
		const struct pf_section_score *s = &card->sections[p];

		if (s->possible > 0)
			pf_buf_printf(out, "| %-18s %5.1f of %4.1f   %s\n",
				      pf_part_title((enum pf_part_id)p), s->earned, s->possible,
				      !s->present     ? "missing"
				      : s->quantified ? "with numbers that count"
						      : "no number that counts");
	}
	pf_buf_adds(out, "\n# Pillars\n");
	for (int p = 0; p < PF_PILLARS; p++)
		pf_buf_printf(out, "| %-18s %3.0f of 100\n", pf_pillar_name((enum pf_pillar)p),
			      card->pillars[p]);
}

static unsigned line_of(const struct pf_check *check, struct pf_range span)
{
	return pf_doc_place(check->doc, span.begin).line;
}

static void pitfalls(const struct pf_check *check, struct pf_buf *out)
{
	pf_buf_adds(out, "\n# Pitfalls\n");
	for (int p = 0; p < PF_PITFALLS; p++) {
		const struct pf_pitfall_score *s = &check->card.pitfalls[p];

		if (s->found)
			pf_buf_printf(out, "! %s, l.%u: %s. %s\n",
				      pf_pitfall_title((enum pf_pitfall)p), line_of(check, s->span),
				      s->why, pf_pitfall_remedy((enum pf_pitfall)p));
		else
			pf_buf_printf(out, "+ %s: not found\n",
				      pf_pitfall_title((enum pf_pitfall)p));
	}
	pf_buf_adds(out, "\n# What sets it apart\n");
	for (int e = 0; e < PF_EXTRAS; e++) {
		const struct pf_extra_score *s = &check->card.extras[e];

		if (s->found)
			pf_buf_printf(out, "+ %s, l.%u\n", pf_extra_title((enum pf_extra)e),
				      line_of(check, s->span));
		else
			pf_buf_printf(out, ". %s: not there\n", pf_extra_title((enum pf_extra)e));
	}
}

static void fixes(const struct pf_result *result, struct pf_buf *out)
{
	pf_buf_adds(out, "\n# Three things\n");
	for (size_t i = 0; i < result->n_fixes; i++) {
		const struct pf_result_fix *f = &result->fixes[i];

		pf_buf_printf(out, "- %s: %s", f->form, f->text);
		if (f->line)
			pf_buf_printf(out, " (l.%u)", f->line);
		pf_buf_byte(out, '\n');
	}
	if (result->trap[0])
		pf_buf_printf(out, "\n# The trap in this prompt\n%s %s\n",
			      result->trap_seen    ? "+ You saw it."
			      : result->trap_taken ? "! The draft takes it."
						   : "~ The draft does not speak of it.",
			      result->trap);
}

static void rewritten(const struct pf_fold *fold, struct pf_buf *out)
{
	if (!fold->rewritten)
		return;
	pf_buf_printf(out, "\n# The rewrite\n> before: %s\n> after: %.*s\n= %s\n",
		      fold->rewrite_original, PF_SLICE_ARG(pf_fold_text(fold, PF_PANE_REWRITE)),
		      fold->rewrite_shown);
}

static void score(const struct pf_result *result, struct pf_buf *out)
{
	pf_buf_adds(out, "\n");
	if (!result->scored)
		pf_buf_printf(out, "* Not scored: %s\n", result->reason);
	else if (result->bell >= 0 && (int)result->bell != (int)result->final)
		pf_buf_printf(out, "* Score: %.0f at the bell, %.0f final, of 100\n", result->bell,
			      result->final);
	else
		pf_buf_printf(out, "* Score: %.0f of 100\n", result->final);
}

void pf_result_text(struct pf_interview *iv, struct pf_buf *out)
{
	const struct pf_result *result = pf_interview_result(iv);
	const struct pf_check *check;

	if (!result)
		return;
	check = pf_interview_card(iv, PF_MOMENT_FINAL);
	five_lines(result, out);
	gaps(result, out);
	if (result->scored && check) {
		votes(result, out);
		sections(&check->card, out);
		pitfalls(check, out);
		fixes(result, out);
	}
	rewritten(pf_interview_fold(iv), out);
	if (pf_fold_text(pf_interview_fold(iv), PF_PANE_NEXT_STEP).len)
		pf_buf_printf(out, "\n# Your next step\n%.*s\n",
			      PF_SLICE_ARG(pf_fold_text(pf_interview_fold(iv), PF_PANE_NEXT_STEP)));
	score(result, out);
}

void pf_result_proofs(struct pf_interview *iv, struct pf_buf *out)
{
	const struct pf_check *check = pf_interview_card(iv, PF_MOMENT_FINAL);
	const struct pf_rubric *rubric = pf_interview_rubric(iv);

	if (!check)
		return;
	pf_buf_adds(out, "# The proof behind each point\n");
	for (size_t i = 0; i < check->card.proofs.n; i++) {
		const struct pf_proof *p = &check->card.proofs.v[i];
		struct pf_rule_text rule = pf_rubric_rule(rubric, p->rule);
		struct pf_slice text = pf_doc_text(check->doc);
		uint32_t end = p->span.end;

		if (p->outcome == PF_OUTCOME_NOT_APPLICABLE || p->possible <= 0)
			continue;
		pf_buf_printf(out, "\n%s %s %s: %.2f of %.2f\n",
			      p->outcome == PF_OUTCOME_PASS   ? "+"
			      : p->outcome == PF_OUTCOME_FAIL ? "!"
							      : "~",
			      rule.id, rule.name, p->earned, p->possible);
		if (end > p->span.begin + 160)
			end = p->span.begin + 160;
		while (end > p->span.begin && end < text.len &&
		       ((unsigned char)text.ptr[end] & 0xC0) == 0x80)
			end--;
		if (end > p->span.begin) {
			struct pf_slice words = pf_slice_cut(text, p->span.begin, end);
			size_t nl = pf_slice_find(words, PF_SLICE("\n"));

			pf_buf_printf(out, "> l.%u \"%.*s\"\n", line_of(check, p->span), (int)nl,
				      words.ptr);
		}
		pf_buf_printf(out, ". %s\n", p->reason);
		if (p->next[0])
			pf_buf_printf(out, ". One more level: %s\n", p->next);
	}
}
