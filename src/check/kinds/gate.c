/* gate: whether the draft can be scored at all. Credit 0 stops the score; between, it is capped. */

#include "gates/gates.h"
#include "kinds.h"

/* Words between blanks in blocks of code: prose that someone fenced in is not read, and is missed.
 */
static size_t words_in_code(const struct pf_view *view)
{
	size_t n, words = 0;
	const struct pf_block *blocks = pf_doc_blocks(view->doc, &n);

	for (size_t i = 0; i < n; i++)
		for (uint32_t b = blocks[i].begin;
		     blocks[i].kind == PF_BLOCK_CODE && b < blocks[i].end; b++)
			words += view->text.ptr[b] > ' ' &&
				 (b == blocks[i].begin || view->text.ptr[b - 1] <= ' ');
	return words;
}

static void judge_short(const struct pf_view *view, const struct pf_params_gate *p,
			struct pf_judgement *j)
{
	double need = view->context->drill ? p->drill : p->full;
	size_t code;

	j->n = view->tokens->words;
	j->limit = need;
	code = j->n < need ? words_in_code(view) : 0;
	if ((double)code >= need)
		pf_judge_credit(
			j, 0, pf_view_opening(view),
			"%zu words stand in code blocks, which are not read, and %.0f outside",
			code, j->n);
	else
		pf_judge_credit(j, j->n >= need ? 1 : 0, pf_view_opening(view),
				"%.0f word%s: %.0f are needed before a score means anything", j->n,
				j->n == 1 ? "" : "s", need);
}

#define SHAPELESS 20u /* words; so few have no shape yet, they are only too few */

#define RELEASE_MISSING 0.38 /* the cap of a page that is only a FAQ, or only a table */

static size_t parts_of_release(const struct pf_view *view)
{
	static const enum pf_part_id wanted[] = {PF_PART_PROBLEM, PF_PART_SOLUTION,
						 PF_PART_BENEFITS, PF_PART_METRICS,
						 PF_PART_SUMMARY};
	size_t n = 0;

	for (size_t i = 0; i < sizeof(wanted) / sizeof(*wanted); i++)
		n += pf_parts_get(view->parts, wanted[i]) != NULL;
	return n;
}

static void judge_shape(const struct pf_view *view, struct pf_judgement *j)
{
	if (view->context->drill) {
		pf_judge_skip(j, "one part is drilled");
	} else if (view->tokens->words < SHAPELESS) {
		pf_judge_skip(j, "too few words to tell");
	} else if (view->parts->shape == PF_SHAPE_TEMPLATE) {
		pf_judge_credit(j, 0, pf_view_opening(view), "an unfilled template: %s",
				view->parts->shape_reason);
	} else if (!pf_gate_is_english(view)) {
		pf_judge_skip(j, "the words are too strange to tell");
	} else if (view->parts->shape == PF_SHAPE_NONE && !view->context->prompt) {
		pf_judge_credit(j, 0, pf_view_opening(view), "this is not a PR/FAQ: %s",
				view->parts->shape_reason);
	} else if (view->context->prompt && parts_of_release(view) < 2) {
		pf_judge_credit(j, RELEASE_MISSING, pf_view_opening(view),
				"hardly anything of a release: no problem, solution, benefit or "
				"metrics to speak of");
	} else {
		pf_judge_pass(j, pf_view_opening(view), "read as a PR/FAQ");
	}
}

void pf_gate_judge(const struct pf_view *view, const struct pf_rule *rule, struct pf_judgement *j)
{
	const struct pf_params_gate *p = &rule->params.gate;

	switch ((enum pf_gate_check)p->check) {
	case PF_GATE_SHORT: judge_short(view, p, j); break;
	case PF_GATE_SALAD: pf_gate_salad(view, p, j); break;
	case PF_GATE_RELEVANCE: pf_gate_relevance(view, p, j); break;
	case PF_GATE_REPEATED: pf_gate_answered(view, p, j); break;
	case PF_GATE_SHAPE: judge_shape(view, j); break;
	case PF_GATE_TRACED: pf_gate_traced(view, p, j); break;
	case PF_GATE_OWN_WORDS: pf_gate_own_words(view, p, j); break;
	case PF_GATE_SAID_ONCE: pf_gate_said_once(view, p, j); break;
	case PF_GATE_IN_ORDER: pf_gate_in_order(view, p, j); break;
	case PF_GATE_NOT_MODEL: pf_gate_not_model(view, p, j); break;
	case PF_GATE_MEASURED: pf_gate_measured(view, p, j); break;
	case PF_GATE_STORY: pf_gate_story(view, p, j); break;
	case PF_GATE_NUMBERS: pf_gate_numbers(view, p, j); break;
	case PF_GATE_ADDS: pf_gate_adds(view, p, j); break;
	}
	if (j->outcome == PF_OUTCOME_FAIL || j->outcome == PF_OUTCOME_PARTIAL)
		pf_judge_place(j, j->span);
}
