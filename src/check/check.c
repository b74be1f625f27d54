/* One check, from text to scorecard. */
#include "prfaq/check/check.h"

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "prfaq/base/mem.h"

#include "draft/padding.h"
#include "engine.h"

/* Whether the rule is judged at all: in a drill only the rules of the one part are. */
static bool rule_applies(const struct pf_rule *rule, const struct pf_check_context *context)
{
	if (!context->drill)
		return true;
	if (!strcmp(rule->section, "gate"))
		return true;
	return rule->part == context->only;
}

void pf_run_rule(struct pf_run *run, size_t i)
{
	const struct pf_rule *rule = run->rubric->rules.v[i];
	struct pf_judgement *j = &run->judged[i];
	struct pf_proof *proof = PF_PUSH(&run->card->proofs);

	j->silent = run->view.context->untold;
	if (rule_applies(rule, run->view.context)) {
		j->outcome = PF_OUTCOME_FAIL;
		rule->kind->judge(&run->view, rule, j);
	} else {
		j->outcome = PF_OUTCOME_NOT_APPLICABLE;
		snprintf(j->reason, sizeof(j->reason), "not part of this drill");
	}
	run->view.credit[i] = j->outcome == PF_OUTCOME_PASS ? 255 : 0;
	proof->rule = (uint32_t)i;
	proof->outcome = j->owed ? PF_OUTCOME_FAIL : j->outcome;
	proof->earned = proof->possible = 0;
	proof->span = j->span;
	proof->other = j->other;
	proof->next[0] = '\0';
	memcpy(proof->reason, j->reason, sizeof(proof->reason));
	if (j->outcome != PF_OUTCOME_PASS || j->credit < 1)
		memcpy(proof->next, j->next, sizeof(proof->next));
}

static size_t heading_of(const struct pf_parts *parts, size_t from, enum pf_part_id id)
{
	const struct pf_part *v = parts->parts.v;

	while (from < parts->parts.n &&
	       (pf_range_empty(v[from].heading) || (id != PF_PART_COUNT && v[from].id != id)))
		from++;
	return from;
}

/* What is drilled is known, and its words need not decide it: a solution that tells what fails
 * today is no problem. Without a heading all of the text is that part; with one, all up to the next
 * heading. */
static void drill_part(struct pf_check *check, enum pf_part_id only)
{
	struct pf_slice text = pf_doc_text(check->doc);
	struct pf_part *v = check->parts.parts.v;
	size_t n = check->parts.parts.n, at = heading_of(&check->parts, 0, only), next;

	if (at < n) {
		next = heading_of(&check->parts, at + 1, PF_PART_COUNT);
		if (next == at + 1)
			return;
		v[at].body.begin = v[at].body.begin ? v[at].body.begin : v[at].heading.end;
		v[at].body.end = v[next - 1].body.end;
		memmove(&v[at + 1], &v[next], (n - next) * sizeof(*v));
		check->parts.parts.n -= next - at - 1;
	} else if (text.len && (heading_of(&check->parts, 0, PF_PART_COUNT) == n ||
				!pf_parts_get(&check->parts, only))) {
		check->parts.parts.n = 0;
		*PF_PUSH(&check->parts.parts) =
			(struct pf_part){.id = only, .body = {0, (uint32_t)text.len}};
	}
}

static const char *const off_mark = "prfaq: off";

/* "<!-- prfaq: off ST-03 ST-05 -->" silences by id; so does the context. False: no such rule. */
static bool silence(struct pf_run *run, struct pf_slice id)
{
	bool known = false;

	for (size_t i = 0; i < run->rubric->rules.n; i++)
		if (pf_slice_equal_nocase(id, pf_slice_of(run->rubric->rules.v[i]->id)))
			run->silenced[i] = known = true;
	return known;
}

/* The ids of a comment; "-->" ends them. */
static void read_comment(struct pf_run *run, struct pf_range comment)
{
	struct pf_slice text = pf_slice_range(run->view.text, comment);
	size_t at = pf_slice_find(text, pf_slice_of(off_mark)), n;

	for (at += strlen(off_mark); at < text.len; at += n + 1) {
		struct pf_slice id;

		for (n = 0; at + n < text.len && !strchr(" ,>\r\n\t", text.ptr[at + n]);)
			n++;
		id = pf_slice_cut(text, at, at + n);
		if (!n || pf_slice_is(id, "--") || silence(run, id))
			continue;
		*PF_PUSH(&run->card->unknown_off) = (struct pf_range){
			comment.begin + (uint32_t)at, comment.begin + (uint32_t)(at + n)};
	}
}

static void read_silences(struct pf_run *run)
{
	size_t n;
	const struct pf_mask *masks = pf_doc_masks(run->view.doc, &n);
	const struct pf_words *off = &run->view.context->off;

	for (size_t i = 0; i < off->n; i++)
		silence(run, pf_slice_of(off->v[i]));
	for (size_t i = 0; i < n; i++)
		if (masks[i].kind == PF_MASK_HTML)
			read_comment(run, (struct pf_range){masks[i].begin, masks[i].end});
}

/* Where each number comes from is asked about after the check is over. */
static void keep_origins(struct pf_check *check, struct pf_view *view)
{
	check->origin = view->origin;
	check->grounds = view->grounds;
	check->bound = view->bound;
	view->origin = view->grounds = NULL;
	view->bound = NULL;
}

void pf_run_init(struct pf_run *run, struct pf_check *check, const struct pf_rubric *rubric,
		 const struct pf_check_context *context)
{
	size_t n = rubric->rules.n;

	*run = (struct pf_run){.rubric = rubric, .card = &check->card};
	run->judged = pf_xmalloc((n + 1) * sizeof(*run->judged));
	for (size_t i = 0; i < n; i++) {
		memset(&run->judged[i], 0, offsetof(struct pf_judgement, reason));
		run->judged[i].reason[0] = run->judged[i].next[0] = '\0';
	}
	run->silenced = pf_xcalloc(n + 1, sizeof(*run->silenced));
	run->card->proofs.cap = n;
	run->card->proofs.v = pf_xrealloc(run->card->proofs.v, n, sizeof(struct pf_proof));
	pf_view_init(&run->view, rubric, check, context);
	run->view.credit = pf_xcalloc(n + 1, 1);
	read_silences(run);
}

void pf_run_release(struct pf_run *run, struct pf_check *check)
{
	keep_origins(check, &run->view);
	free(run->view.credit);
	pf_view_release(&run->view);
	for (size_t i = 0; i < run->rubric->rules.n; i++)
		free(run->judged[i].places);
	free(run->judged);
	free(run->silenced);
}

static void card_release(struct pf_scorecard *card)
{
	free(card->proofs.v);
	free(card->findings.v);
	free(card->unknown_off.v);
}

enum pf_status pf_check_read(struct pf_check *out, struct pf_slice draft, struct pf_error *err)
{
	enum pf_status status;

	memset(out, 0, sizeof(*out));
	status = pf_doc_new(&out->doc, draft, err);
	if (status != PF_OK)
		return status;
	pf_quants_scan(&out->quants, pf_doc_text(out->doc), pf_doc_tokens(out->doc));
	pf_parts_find(&out->parts, out->doc, &out->quants);
	return PF_OK;
}

/* What stops a page is asked of all that stands on it, and the worse counts. The order of a page is
 * in either case that of all of it. */
static void judge_gate_twice(struct pf_run *rest, struct pf_run *whole, size_t i)
{
	const struct pf_rule *rule = rest->rubric->rules.v[i];
	struct pf_judgement *a = &rest->judged[i], *b = &whole->judged[i], swap;

	if (!pf_rule_is(rule, PF_KIND_gate) || rule->params.gate.check == PF_GATE_IN_ORDER)
		return;
	pf_run_rule(whole, i);
	if ((b->outcome != PF_OUTCOME_FAIL && b->outcome != PF_OUTCOME_PARTIAL) ||
	    (a->outcome != PF_OUTCOME_PASS && a->credit <= b->credit))
		return;
	swap = *a;
	*a = *b;
	*b = swap;
	rest->card->proofs.v[i] = whole->card->proofs.v[whole->card->proofs.n - 1];
}

/* whole: where `run` shows a part of the page, all of it; else NULL. */
static void judge(struct pf_run *run, struct pf_run *whole)
{
	for (size_t i = 0; i < run->rubric->rules.n; i++) {
		pf_run_rule(run, i);
		if (whole)
			judge_gate_twice(run, whole, i);
	}
	pf_run_gates(run);
	pf_run_score(run);
	pf_run_facts(run, whole ? &whole->view : &run->view);
	pf_run_findings(run);
}

/* What adds nothing is read as if it were not there. Offsets stay, so that the card fits the whole
 * page, in which every span is looked up. */
static void judge_rest(struct pf_check *whole, struct pf_run *of_whole,
		       const struct pf_padding *padding)
{
	struct pf_check rest;
	struct pf_run run;
	struct pf_buf text = {0};

	pf_padding_blank(padding, of_whole->view.text, &text);
	if (pf_check_read(&rest, pf_buf_view(&text), NULL) == PF_OK) {
		/* What kind of page it is, all of it tells. */
		rest.parts.shape = whole->parts.shape;
		memcpy(rest.parts.shape_reason, whole->parts.shape_reason,
		       sizeof(rest.parts.shape_reason));
		pf_run_init(&run, &rest, of_whole->rubric, of_whole->view.context);
		run.view.padding = padding;
		run.view.page = &of_whole->view;
		judge(&run, of_whole);
		pf_run_release(&run, &rest);
		card_release(&whole->card);
		whole->card = rest.card;
		rest.card = (struct pf_scorecard){0};
	}
	pf_check_release(&rest);
	pf_buf_release(&text);
}

static void judge_read(struct pf_check *check, const struct pf_rubric *rubric,
		       const struct pf_check_context *context)
{
	struct pf_padding padding;
	struct pf_run run;

	if (context->drill && context->only < PF_PART_COUNT)
		drill_part(check, context->only);
	pf_run_init(&run, check, rubric, context);
	pf_padding_find(&run.view, &padding);
	run.view.padding = &padding;
	run.view.page = &run.view;
	if (padding.n && !padding.most)
		judge_rest(check, &run, &padding);
	else
		judge(&run, NULL);
	pf_run_release(&run, check);
	pf_padding_release(&padding);
}

/* Where nobody keeps what is read of the prompt, it is read for this check. */
void pf_check_judge(struct pf_check *check, const struct pf_rubric *rubric,
		    const struct pf_check_context *context)
{
	struct pf_check_context with = context ? *context : (struct pf_check_context){0};
	struct pf_check_prompt prompt;

	if (!with.prompt || with.prompt->brief) {
		judge_read(check, rubric, &with);
		return;
	}
	prompt = *with.prompt;
	prompt.brief = pf_brief_new();
	with.prompt = &prompt;
	judge_read(check, rubric, &with);
	pf_brief_free(prompt.brief);
}

enum pf_status pf_check_run(struct pf_check *out, const struct pf_rubric *rubric,
			    struct pf_slice draft, const struct pf_check_context *context,
			    struct pf_error *err)
{
	enum pf_status status = pf_check_read(out, draft, err);

	if (status == PF_OK)
		pf_check_judge(out, rubric, context);
	return status;
}

void pf_check_release(struct pf_check *check)
{
	if (!check)
		return;
	pf_parts_release(&check->parts);
	pf_quants_release(&check->quants);
	pf_doc_free(check->doc);
	free(check->origin);
	free(check->grounds);
	free(check->bound);
	card_release(&check->card);
	memset(check, 0, sizeof(*check));
}
