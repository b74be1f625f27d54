/* The result: made once, recorded as shown. */
#include "prfaq/session/result.h"

#include <stdio.h>
#include <string.h>

#include "impl.h"
#include "probe_slots.h"

const struct pf_check *pf_interview_card(struct pf_interview *iv, enum pf_moment moment)
{
	struct pf_slice draft = moment == PF_MOMENT_BELL ? pf_fold_draft_at_bell(iv->fold)
							 : pf_fold_text(iv->fold, PF_PANE_DRAFT);

	if (!iv->fold->judged)
		return NULL;
	if (!iv->carded[moment])
		iv->carded[moment] = pf_interview_run_check(iv, &iv->cards[moment], draft);
	return iv->carded[moment] ? &iv->cards[moment] : NULL;
}

static void set_gaps(struct pf_result *r, const struct pf_interview *iv,
		     const struct pf_check *check)
{
	int sum = 0, n = 0;

	for (int d = 0; d < PF_DIMENSIONS; d++) {
		r->gaps[d].own = iv->fold->marks[d];
		r->gaps[d].panel =
			pf_dimension_mark(&check->card, iv->rubric, (enum pf_dimension)d);
		if (r->gaps[d].own < 0 || r->gaps[d].panel < 0)
			continue;
		sum += r->gaps[d].own - r->gaps[d].panel;
		n++;
	}
	r->bias = n ? (double)sum / n : 0;
}

static void set_brier(struct pf_result *r, int odds)
{
	int yes = 0;
	double p;

	for (int i = 0; i < PF_LENSES; i++)
		yes += r->votes[i].cast && r->votes[i].after >= PF_VOTE_YES;
	r->panel_yes = yes >= 2;
	p = odds / 100.0 - r->panel_yes;
	r->brier = odds < 0 || !r->scored ? -1 : p * p;
}

static void set_fixes(struct pf_result *r, const struct pf_check *check,
		      const struct pf_rubric *rubric)
{
	uint32_t found[PF_RESULT_FIXES];
	size_t n = pf_check_top_fixes(&check->card, found, PF_RESULT_FIXES);

	for (size_t i = 0; i < n; i++) {
		const struct pf_finding *f = &check->card.findings.v[found[i]];
		struct pf_result_fix *fix = &r->fixes[r->n_fixes++];

		fix->line = f->span.end ? pf_doc_place(check->doc, f->span.begin).line : 0;
		/* Words that cost are quoted; what is only missing somewhere has none to quote. */
		if (!pf_slots_is_place(check, f->span))
			pf_quote(fix->quote, sizeof(fix->quote), pf_doc_text(check->doc), f->span,
				 60);
		snprintf(fix->rule, sizeof(fix->rule), "%s", pf_rubric_rule(rubric, f->rule).id);
		snprintf(fix->text, sizeof(fix->text), "%s", f->fix[0] ? f->fix : f->message);
	}
}

/* The paragraph, item or row around the words; for a heading, what stands below it, if that is
 * little enough to be written again in five minutes. Empty when there is no such passage. */
static struct pf_range passage_of(const struct pf_check *check, struct pf_range span)
{
	struct pf_range none = {0, 0};
	uint32_t at = pf_doc_block_at(check->doc, span.begin);
	size_t n;
	const struct pf_block *blocks = pf_doc_blocks(check->doc, &n);

	if (pf_slots_is_place(check, span)) {
		for (size_t i = 0; i < check->parts.parts.n && span.end > span.begin; i++) {
			const struct pf_part *p = &check->parts.parts.v[i];

			if (p->heading.begin <= span.begin && span.begin < p->body.end)
				return p->body.end - p->body.begin <= PF_PASSAGE_MAX ? p->body
										     : none;
		}
		return none;
	}
	if (at == PF_DOC_NONE)
		return span;
	if (blocks[at].kind == PF_BLOCK_CELL)
		at = blocks[at].parent;
	if (blocks[at].begin > span.begin || blocks[at].end < span.end)
		return span;
	return (struct pf_range){blocks[at].begin, blocks[at].end};
}

/* The passage of what is to be fixed first; failing that, of the dearest finding that has one. */
static void set_costliest(struct pf_result *r, const struct pf_check *check,
			  const struct pf_rubric *rubric)
{
	const struct pf_finding *worst = NULL;

	if (!check->card.scored)
		return; /* five minutes on one passage make no page of it */
	for (size_t i = 0; i < check->card.findings.n; i++) {
		const struct pf_finding *f = &check->card.findings.v[i];
		struct pf_range passage = passage_of(check, f->span);

		if (passage.end <= passage.begin)
			continue;
		if (worst && ((size_t)(worst - check->card.findings.v) == check->card.fix_first ||
			      (i != check->card.fix_first && f->cost <= worst->cost)))
			continue;
		worst = f;
		r->costliest = passage;
	}
	if (!worst)
		return;
	r->costliest_line = pf_doc_place(check->doc, r->costliest.begin).line;
	snprintf(r->costliest_rule, sizeof(r->costliest_rule), "%s",
		 pf_rubric_rule(rubric, worst->rule).id);
	snprintf(r->costliest_fix, sizeof(r->costliest_fix), "%s",
		 worst->fix[0] ? worst->fix : worst->message);
}

/* Under a gate every proof is worth less, and the gate's finding says so. */
static void set_untold(struct pf_result *r, const struct pf_check *check,
		       const struct pf_rubric *rubric, bool drill)
{
	struct pf_untold most[PF_RESULT_UNTOLD];
	const char *fix;

	if (!check->card.scored || check->card.scale < 1)
		return;
	r->untold = pf_check_untold(&check->card, most, PF_RESULT_UNTOLD);
	if (r->untold <= 0)
		return;
	for (size_t i = 0; i < PF_RESULT_UNTOLD && most[i].lost > 0; i++) {
		r->untold_most[i].lost = most[i].lost;
		snprintf(r->untold_most[i].name, sizeof(r->untold_most[i].name), "%s",
			 pf_rubric_rule(rubric, most[i].rule).name);
	}
	/* A page may say it elsewhere; a drill has no elsewhere, and asks for what was not seen. */
	fix = pf_rubric_rule(rubric, most[0].rule).fix;
	if (drill && check->card.proofs.v[most[0].rule].outcome == PF_OUTCOME_FAIL &&
	    !strchr(fix, '{'))
		snprintf(r->untold_fix, sizeof(r->untold_fix), "%s", fix);
}

static void set_left(struct pf_result *r, const struct pf_interview *iv,
		     const struct pf_check *check)
{
	struct pf_slice draft = pf_fold_text(iv->fold, PF_PANE_DRAFT), first;
	struct pf_range at;

	r->left = pf_words_left(iv, draft, &first);
	if (!r->left)
		return;
	at.begin = (uint32_t)(first.ptr - draft.ptr);
	at.end = at.begin + (uint32_t)first.len;
	r->left_line = pf_doc_place(check->doc, at.begin).line;
	pf_quote(r->left_first, sizeof(r->left_first), draft, at, 40);
}

static void make_result(struct pf_interview *iv, struct pf_result *r, const struct pf_check *final,
			const struct pf_check *bell)
{
	memset(r, 0, sizeof(*r));
	r->scored = final->card.scored;
	snprintf(r->reason, sizeof(r->reason), "%s", final->card.reason);
	r->final = pf_score_of(final);
	set_untold(r, final, iv->rubric, iv->fold->kind == PF_KIND_DRILL);
	set_left(r, iv, final);
	r->bell = bell ? pf_score_of(bell) : -1;
	for (int i = 0; i < PF_LENSES; i++)
		pf_panel_vote(iv->fold, final, (enum pf_lens)i, r);
	set_gaps(r, iv, final);
	set_brier(r, iv->fold->odds);
	set_fixes(r, final, iv->rubric);
	set_costliest(r, final, iv->rubric);
	r->trap_taken = final->card.trap_taken;
	r->trap_seen = final->card.trap_seen;
	snprintf(r->trap, sizeof(r->trap), "%s",
		 iv->prompt->trap.text ? iv->prompt->trap.text : "");
	if (strcmp(iv->fold->section, "clarify") == 0)
		pf_clarify_lines(iv, r);
	else
		pf_result_lines(iv, final, r);
}

static void record_votes(struct pf_interview *iv, const struct pf_now *now,
			 const struct pf_result *result)
{
	for (int i = 0; i < PF_LENSES; i++) {
		struct pf_record r = {.kind = PF_RECORD_VOTE};

		if (!result->votes[i].cast)
			continue;
		r.u.vote = (struct pf_record_vote){
			.lens = (uint32_t)i,
			.before = result->votes[i].before,
			.after = result->votes[i].after,
			.moved = pf_slice_of(result->text[i].moved),
			.quote = pf_slice_of(result->text[i].quote),
			.line = result->votes[i].line,
			.reason = pf_slice_of(result->text[i].reason),
			.score = result->votes[i].score,
		};
		pf_interview_emit(iv, now, &r);
	}
}

static void record_result(struct pf_interview *iv, const struct pf_now *now,
			  const struct pf_result *result, const char *keep)
{
	struct pf_record r = {.kind = PF_RECORD_RESULT};
	struct pf_buf lines = {0}, fixes = {0};

	for (int i = 0; i < PF_RESULT_LINES; i++)
		pf_buf_printf(&lines, "%s%s", i ? "\n" : "", result->lines[i]);
	for (size_t i = 0; i < result->n_fixes; i++) {
		const struct pf_result_fix *f = &result->fixes[i];

		pf_buf_adds(&fixes, i ? "\n" : "");
		if (f->line)
			pf_buf_printf(&fixes, "l.%u ", f->line);
		pf_buf_printf(&fixes, "%s%s%s", f->quote, f->quote[0] ? ": " : "", f->text);
	}
	r.u.result = (struct pf_record_result){
		.bell = result->bell,
		.final = result->final,
		.reason = pf_slice_of(result->reason),
		.lines = pf_buf_view(&lines),
		.fixes = pf_buf_view(&fixes),
		.keep = pf_slice_of(keep),
		.brier = result->brier,
		.bias = result->bias,
		.rubric_hash = pf_slice_of(pf_rubric_hash(iv->rubric)),
	};
	pf_interview_emit(iv, now, &r);
	pf_buf_release(&lines);
	pf_buf_release(&fixes);
}

void pf_judge(struct pf_interview *iv, const struct pf_now *now)
{
	struct pf_check final = {0}, bell = {0};
	bool has_bell;

	if (!pf_interview_run_check(iv, &final, pf_fold_text(iv->fold, PF_PANE_DRAFT)))
		return;
	has_bell = pf_interview_run_check(iv, &bell, pf_fold_draft_at_bell(iv->fold));
	make_result(iv, &iv->result, &final, has_bell ? &bell : NULL);
	iv->has_result = true;
	record_votes(iv, now, &iv->result);
	record_result(iv, now, &iv->result, final.card.keep_why);
	pf_check_release(&final);
	if (has_bell)
		pf_check_release(&bell);
}

const struct pf_result *pf_interview_result(struct pf_interview *iv)
{
	const struct pf_check *final = pf_interview_card(iv, PF_MOMENT_FINAL);

	if (!final)
		return NULL;
	if (!iv->has_result)
		make_result(iv, &iv->result, final, pf_interview_card(iv, PF_MOMENT_BELL));
	iv->has_result = true;
	return &iv->result;
}

struct pf_section_score pf_result_whole_page(const struct pf_scorecard *card)
{
	struct pf_section_score rest = {0};

	for (size_t i = 0; i < card->proofs.n; i++) {
		rest.earned += card->proofs.v[i].earned;
		rest.possible += card->proofs.v[i].possible;
	}
	for (int p = 0; p < PF_PART_COUNT; p++) {
		rest.earned -= card->sections[p].earned;
		rest.possible -= card->sections[p].possible;
	}
	if (rest.earned < 0)
		rest.earned = 0;
	if (rest.possible <= 0.05)
		rest.possible = 0;
	return rest;
}
