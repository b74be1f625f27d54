#include "prfaq/app/result_text.h"

#include <string.h>

#include "paint.h"

/* The five lines, with what can be had now at the end of the last. */
static void five_lines(const struct pf_result *result, const char *rewrite, struct pf_buf *out)
{
	enum { LABEL = 12 };
	bool offers = rewrite && result->offer[0];
	struct pf_slice first = pf_slice_of(result->lines[0]);
	size_t aside = pf_slice_find(first, PF_SLICE("(not judged"));

	pf_buf_printf(out, "@ %.*s\t%.*s\n", (int)aside, first.ptr,
		      PF_SLICE_ARG(pf_slice_cut(first, aside, first.len)));
	for (int i = 1; i < PF_RESULT_LINES - 1; i++)
		if (strlen(result->lines[i]) > LABEL)
			pf_buf_printf(out, "_ %.*s\t%s\n", LABEL, result->lines[i],
				      result->lines[i] + LABEL);
	if (offers)
		pf_buf_printf(out, "@ %-55s\t%s: %s\n", result->lines[PF_RESULT_LINES - 1], rewrite,
			      result->offer);
	else if (result->lines[PF_RESULT_LINES - 1][0])
		pf_buf_printf(out, "@ %s\n", result->lines[PF_RESULT_LINES - 1]);
}

static bool marked(const struct pf_result *result)
{
	for (int d = 0; d < PF_DIMENSIONS; d++)
		if (result->gaps[d].own >= 0)
			return true;
	return false;
}

static void gaps(const struct pf_result *result, struct pf_buf *out)
{
	if (!marked(result))
		return;
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
			      ". The chance you gave was off by %.2f (Brier score: 0 is best, a "
			      "coin gets 0.25).\n",
			      result->brier);
}

static void votes(const struct pf_result *result, struct pf_buf *out)
{
	pf_buf_adds(out, "\n# What each lens says of this page\n");
	for (int l = 0; l < PF_LENSES; l++) {
		const struct pf_voted *v = &result->votes[l];

		if (!v->cast)
			continue;
		pf_buf_printf(out, "%s %-11s %s", v->after >= PF_VOTE_YES ? "+" : "!",
			      pf_vote_name(v->after), pf_lens_title((enum pf_lens)l));
		pf_buf_byte(out, '\n');
		if (result->text[l].quote[0])
			pf_buf_printf(out, "> l.%u %s\n", v->line, result->text[l].quote);
		if (result->text[l].reason[0])
			pf_buf_printf(out, "  . %s\n", result->text[l].reason);
		if (v->before != v->after)
			pf_buf_printf(out, "  . On the page alone: %s. %s.\n",
				      pf_vote_name(v->before), result->text[l].moved);
	}
}

/* What each reply was listened to for: its words were judged by nothing else. */
static void answers(const struct pf_fold *fold, struct pf_buf *out)
{
	bool any = false;

	for (size_t i = 0; i < fold->probes.n; i++) {
		const struct pf_probed *p = &fold->probes.v[i];

		if (!p->closed)
			continue;
		pf_buf_adds(out, any ? "" : "\n# Your answers\n");
		any = true;
		pf_buf_printf(out, "? %zu. ", i + 1);
		pf_probed_ask(p, out);
		pf_buf_adds(out, strstr(p->shown, " no") ? "\n  ~ " : "\n  + ");
		pf_probed_heard(p, out);
		pf_buf_byte(out, '\n');
	}
}

static void sections(const struct pf_scorecard *card, struct pf_buf *out)
{
	struct pf_section_score rest = pf_result_whole_page(card);

	pf_buf_adds(out, "\n# Sections\n");
	for (int p = 0; p < PF_PART_COUNT; p++) {
		const struct pf_section_score *s = &card->sections[p];

		if (s->possible > 0)
			pf_buf_printf(out, "| %-18s %5.1f of %4.1f   %s\n",
				      pf_part_title((enum pf_part_id)p), s->earned, s->possible,
				      pf_section_state(s));
	}
	if (rest.possible > 0)
		pf_buf_printf(out, "| %-18s %5.1f of %4.1f\n", "The whole page", rest.earned,
			      rest.possible);
	pf_buf_adds(out, "\n# Pillars\n");
	for (int p = 0; p < PF_PILLARS; p++)
		if (card->pillars[p] >= 0)
			pf_buf_printf(out, "| %-18s %3.0f of 100\n",
				      pf_pillar_name((enum pf_pillar)p), card->pillars[p]);
}

static unsigned line_of(const struct pf_check *check, struct pf_range span)
{
	return pf_doc_place(check->doc, span.begin).line;
}

/* Where a solution, an answer or a rollout is drilled nobody asked for numbers of a gain. */
static bool is_anothers(enum pf_pitfall pitfall, const char *section)
{
	return pitfall == PF_PITFALL_VAGUE_NUMBERS && strcmp(section, "problem") != 0 &&
	       strcmp(section, "benefits") != 0 && strcmp(section, "metrics") != 0;
}

/* One section has little room for the others' faults: of a drill (`section` is not empty) only what
 * was found in it is told. */
static void pitfalls(const struct pf_check *check, const char *section, struct pf_buf *out)
{
	const char *head = "\n# Pitfalls\n";

	for (int p = 0; p < PF_PITFALLS; p++) {
		const struct pf_pitfall_score *s = &check->card.pitfalls[p];

		if (*section && (!s->found || is_anothers((enum pf_pitfall)p, section)))
			continue;
		pf_buf_adds(out, head);
		head = "";
		if (s->found)
			pf_buf_printf(out, "! %s, l.%u: %s. %s\n",
				      pf_pitfall_title((enum pf_pitfall)p), line_of(check, s->span),
				      s->why, pf_pitfall_remedy((enum pf_pitfall)p));
		else
			pf_buf_printf(out, "+ %s: not found\n",
				      pf_pitfall_title((enum pf_pitfall)p));
	}
}

static void extras(const struct pf_check *check, bool drill, struct pf_buf *out)
{
	const char *head = "\n# What sets it apart\n";

	for (int e = 0; e < PF_EXTRAS; e++) {
		const struct pf_extra_score *s = &check->card.extras[e];

		if (drill && !s->found)
			continue;
		pf_buf_adds(out, head);
		head = "";
		if (s->found)
			pf_buf_printf(out, "+ %s, l.%u\n", pf_extra_title((enum pf_extra)e),
				      line_of(check, s->span));
		else
			pf_buf_printf(out, ". %s: not there\n", pf_extra_title((enum pf_extra)e));
	}
}

const char *pf_result_fixes_title(const struct pf_result *result)
{
	static const char *const titles[] = {"Nothing to do", "One thing to do", "Two things to do",
					     "Three things to do"};

	_Static_assert(sizeof(titles) / sizeof(*titles) == PF_RESULT_FIXES + 1, "a title each");
	return titles[result->n_fixes];
}

void pf_result_fixes(const struct pf_result *result, struct pf_buf *out)
{
	for (size_t i = 0; i < result->n_fixes; i++) {
		const struct pf_result_fix *f = &result->fixes[i];

		pf_buf_adds(out, "- ");
		if (f->line)
			pf_buf_printf(out, "l.%u ", f->line);
		pf_buf_printf(out, "%s%s%s\n", f->quote, f->quote[0] ? ": " : "", f->text);
	}
}

static void fixes(const struct pf_result *result, struct pf_buf *out)
{
	if (result->n_fixes)
		pf_buf_printf(out, "\n# %s\n", pf_result_fixes_title(result));
	pf_result_fixes(result, out);
}

/* Where a drill did not touch it, it is kept for the interview; what a drill gives may be what
 * gives the trap away, so that nobody is said to have seen through it. */
static void trap(const struct pf_result *result, bool drill, struct pf_buf *out)
{
	const char *seen = drill ? "+ The draft speaks of it." : "+ You saw it.";

	if (result->trap[0] && (!drill || result->trap_seen || result->trap_taken))
		pf_buf_printf(out, "\n# The trap in this prompt\n%s %s\n",
			      result->trap_seen    ? seen
			      : result->trap_taken ? "! The draft takes it."
						   : "~ The draft does not speak of it.",
			      result->trap);
}

static void rewritten(const struct pf_fold *fold, struct pf_buf *out)
{
	if (!fold->rewritten)
		return;
	pf_buf_adds(out, "\n# The rewrite\n. before\n");
	quote_text(out, pf_slice_of(fold->rewrite_original));
	pf_buf_adds(out, ". after\n");
	quote_text(out, pf_fold_text(fold, PF_PANE_REWRITE));
	pf_buf_printf(out, "= %s\n", fold->rewrite_shown);
}

/* What a gate took, in the words of its finding: every row above is worth less by it. */
static void held_back(const struct pf_scorecard *card, struct pf_buf *out)
{
	if (card->capped < 0.5)
		return;
	for (size_t i = 0; i < card->findings.n; i++)
		if (card->findings.v[i].rule == card->cap_rule) {
			pf_buf_printf(out, "! %.0f points are held back: %s\n", card->capped,
				      card->findings.v[i].message);
			return;
		}
}

static void score(const struct pf_result *result, const struct pf_check *check, struct pf_buf *out)
{
	if (!result->scored)
		return; /* the second line says why */
	pf_buf_adds(out, "\n");
	if (result->bell >= 0 && (int)result->bell != (int)result->final)
		pf_buf_printf(out, "* Score: %.0f at the bell, %.0f final, of 100\n", result->bell,
			      result->final);
	else
		pf_buf_printf(out, "* Score: %.0f of 100\n", result->final);
	if (check)
		held_back(&check->card, out);
	if (result->untold < 0.5)
		return;
	pf_buf_printf(out,
		      ". %.1f points are lost to what was not seen; the page may say it in other "
		      "words. \"why\" shows where. Most:\n",
		      result->untold);
	for (size_t i = 0; i < PF_RESULT_UNTOLD && result->untold_most[i].lost >= 0.5; i++)
		pf_buf_printf(out, ". %.1f  %s\n", result->untold_most[i].lost,
			      result->untold_most[i].name);
}

/* What the outline asked for and nobody wrote is no finding: nothing stands there to be wrong. */
static void left_blank(const struct pf_result *result, struct pf_buf *out)
{
	if (result->scored && result->left)
		pf_buf_printf(out, ". %zu blank%s of the outline %s left, first in l.%u: %s\n",
			      result->left, result->left == 1 ? "" : "s",
			      result->left == 1 ? "is" : "are", result->left_line,
			      result->left_first);
}

/* A score is of its rules: one made anew is not taken for the one that was shown then. */
static void scored_then(struct pf_interview *iv, struct pf_buf *out)
{
	const struct pf_fold *fold = pf_interview_fold(iv);

	if (fold->judged && fold->score_final >= 0 &&
	    strcmp(fold->judged_hash, pf_rubric_hash(pf_interview_rubric(iv))))
		pf_buf_printf(out,
			      ". It scored %.0f when it was written; the rules have changed.\n",
			      fold->score_final);
}

static bool may_rewrite(const struct pf_fold *fold)
{
	return fold->step == PF_STEP_RESULT && !fold->rewritten && !fold->done;
}

void pf_result_head(struct pf_interview *iv, struct pf_buf *out)
{
	const struct pf_result *result = pf_interview_result(iv);

	if (result)
		five_lines(result, NULL, out);
}

void pf_result_text(struct pf_interview *iv, const char *rewrite, struct pf_buf *out)
{
	const struct pf_result *result = pf_interview_result(iv);
	bool drill = pf_interview_fold(iv)->kind == PF_KIND_DRILL;
	const struct pf_check *check;
	struct pf_slice step;

	if (!result)
		return;
	check = pf_interview_card(iv, PF_MOMENT_FINAL);
	five_lines(result, may_rewrite(pf_interview_fold(iv)) ? rewrite : NULL, out);
	if (result->scored)
		fixes(result, out);
	gaps(result, out);
	if (result->scored && check) {
		if (!drill)
			votes(result, out);
		answers(pf_interview_fold(iv), out);
		sections(&check->card, out);
		pitfalls(check, pf_interview_fold(iv)->section, out);
		extras(check, drill, out);
		trap(result, drill, out);
	}
	rewritten(pf_interview_fold(iv), out);
	step = pf_slice_trim(pf_fold_text(pf_interview_fold(iv), PF_PANE_NEXT_STEP));
	if (step.len)
		pf_buf_printf(out, "\n# Your next step\n%.*s\n", PF_SLICE_ARG(step));
	score(result, check, out);
	left_blank(result, out);
	scored_then(iv, out);
}

/* The first line of the words that prove it. */
static void proof_quote(const struct pf_check *check, const struct pf_proof *p, struct pf_buf *out)
{
	struct pf_slice text = pf_doc_text(check->doc), words;
	uint32_t end = p->span.end;

	if (end > p->span.begin + 160)
		end = p->span.begin + 160;
	while (end > p->span.begin && end < text.len &&
	       ((unsigned char)text.ptr[end] & 0xC0) == 0x80)
		end--;
	if (end <= p->span.begin)
		return;
	words = pf_slice_cut(text, p->span.begin, end);
	pf_buf_printf(out, "> l.%u \"%.*s\"\n", line_of(check, p->span),
		      (int)pf_slice_find(words, PF_SLICE("\n")), words.ptr);
}

/* Questions earn no points on a page: what a rule says of them is told without. */
static void proof(const struct pf_check *check, const struct pf_rule_text *rule,
		  const struct pf_proof *p, bool questions, struct pf_buf *out)
{
	pf_buf_printf(out, "\n%s %s %s",
		      p->outcome == PF_OUTCOME_PASS   ? "+"
		      : p->outcome == PF_OUTCOME_FAIL ? "!"
						      : "~",
		      rule->id, rule->name);
	if (!questions) {
		pf_buf_printf(out, ": %.2f of %.2f\n", p->earned, p->possible);
		proof_quote(check, p, out);
	} else {
		pf_buf_printf(out, ": %s\n",
			      p->outcome == PF_OUTCOME_PASS   ? "kept"
			      : p->outcome == PF_OUTCOME_FAIL ? "missed"
							      : "partly");
	}
	pf_buf_printf(out, ". %s\n", p->reason);
	if (p->next[0])
		pf_buf_printf(out, ". One more level: %s\n", p->next);
}

void pf_result_proofs(struct pf_interview *iv, struct pf_buf *out)
{
	const struct pf_check *check = pf_interview_card(iv, PF_MOMENT_FINAL);
	const struct pf_rubric *rubric = pf_interview_rubric(iv);
	bool questions = !strcmp(pf_interview_fold(iv)->section, "clarify");

	if (!check)
		return;
	pf_buf_adds(out,
		    questions ? "# What your questions show\n" : "# The proof behind each point\n");
	for (size_t i = 0; i < check->card.proofs.n; i++) {
		const struct pf_proof *p = &check->card.proofs.v[i];
		struct pf_rule_text rule = pf_rubric_rule(rubric, p->rule);
		bool asks = !strcmp(rule.section, "clarifying");

		if (p->outcome != PF_OUTCOME_NOT_APPLICABLE && (questions ? asks : p->possible > 0))
			proof(check, &rule, p, questions, out);
	}
}

void pf_result_plain(struct pf_slice marked, struct pf_buf *out)
{
	struct pf_slice line;

	while (pf_slice_line(&marked, &line)) {
		if (pf_slice_starts(line, "  ")) {
			pf_buf_adds(out, "  ");
			line = pf_slice_cut(line, 2, line.len);
		}
		if (line.len > 1 && line.ptr[1] == ' ' && strchr("#?!+~.*=|_@", line.ptr[0]))
			line = pf_slice_cut(line, 2, line.len);
		pf_buf_slice(out, pf_slice_until(&line, "\t"));
		pf_buf_slice(out, line);
		pf_buf_byte(out, '\n');
	}
}
