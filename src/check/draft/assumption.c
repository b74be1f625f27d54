#include "assumption.h"

#include "prfaq/base/mem.h"

#include "doubt.h"
#include "equation.h"
#include "quants.h"

static bool says_assumption(const struct pf_view *view, size_t sentence)
{
	return pf_sentence_quants(view, sentence)->assumption;
}

/* "We think 25 of these can": the verb is no label, but beside its number. */
static bool guesses(const struct pf_view *view, size_t sentence)
{
	const struct pf_quant_sentence *s = pf_sentence_quants(view, sentence);

	for (size_t i = s->first; i < s->first + s->n; i++)
		if (pf_doubt_guesses(view, i))
			return true;
	return false;
}

static bool range_says_assumption(const struct pf_view *view, struct pf_range range)
{
	size_t first, last;

	pf_view_sentences(view, range, &first, &last);
	for (; first < last; first++)
		if (says_assumption(view, first))
			return true;
	return false;
}

static bool ends_with_colon(const struct pf_view *view, const struct pf_sentence *s)
{
	return s->last > s->first && view->tokens->v[s->last - 1].sign == ':';
}

bool *pf_assumptions_labelled(const struct pf_view *view)
{
	const struct pf_tokens *tokens = view->tokens;
	bool *labelled = pf_xcalloc(tokens->sentences.n + 1, sizeof(*labelled));
	bool heading = false, list = false;

	for (size_t s = 0; s < tokens->sentences.n; s++) {
		const struct pf_sentence *words = &tokens->sentences.v[s];

		if (pf_doc_within(view->doc, words->begin, PF_BLOCK_HEADING) != PF_DOC_NONE) {
			heading = says_assumption(view, s);
			list = false;
			continue;
		}
		list = list && pf_doc_within(view->doc, words->begin, PF_BLOCK_ITEM) != PF_DOC_NONE;
		labelled[s] = heading || list || says_assumption(view, s) || guesses(view, s);
		if (says_assumption(view, s) && ends_with_colon(view, words))
			list = true;
	}
	for (size_t i = 0; i < view->parts->pairs.n; i++) {
		const struct pf_pair *pair = &view->parts->pairs.v[i];
		size_t first, last;

		if (pf_range_empty(pair->answer) || !range_says_assumption(view, pair->question))
			continue;
		for (pf_view_sentences(view, pair->answer, &first, &last); first < last; first++)
			labelled[first] = true;
	}
	return labelled;
}

/* Where a reason or a test of the assumption would stand: its sentence and the next of its block,
 * unless that one assumes something of its own; in a table the row. */
static struct pf_range grounds_place(const struct pf_view *view, const struct pf_quant *q)
{
	size_t n, s = pf_quant_sentence(view, q);
	const struct pf_block *blocks = pf_doc_blocks(view->doc, &n);
	uint32_t b = pf_doc_block_at(view->doc, q->begin);
	struct pf_range place = pf_row_at(view, q->begin), next;

	if (!pf_range_empty(place))
		return place;
	place = pf_sentence_range(view, s);
	if (b == PF_DOC_NONE || s + 1 >= view->tokens->sentences.n || says_assumption(view, s + 1))
		return place;
	next = pf_sentence_range(view, s + 1);
	if (next.begin < blocks[b].end)
		place.end = next.end;
	return place;
}

uint8_t pf_assumption_grounds(const struct pf_view *view, const struct pf_quant *q)
{
	static const uint32_t reasons[] = {PF_LIST_reasons, PF_LIST_assumption_reasons};
	struct pf_range place = grounds_place(view, q);
	uint8_t grounds = 0;

	if (pf_view_any(view, reasons, 2, place, NULL))
		grounds |= PF_GROUND_REASON;
	if (pf_view_has(view, PF_LIST_assumption_tests, place))
		grounds |= PF_GROUND_TEST;
	return grounds;
}

const char *pf_assumption_lacks(uint8_t grounds)
{
	static const char *const lacks[] = {
		[0] = "assumed, without why or how it will be tested",
		[PF_GROUND_REASON] = "assumed, without how it will be tested",
		[PF_GROUND_TEST] = "assumed, without why this much",
		[PF_GROUND_REASON | PF_GROUND_TEST] = "",
	};

	return lacks[grounds];
}

double pf_assumption_worth(uint8_t grounds)
{
	static const double worth[] = {
		[0] = 0.5,
		[PF_GROUND_REASON] = 0.8,
		[PF_GROUND_TEST] = 0.8,
		[PF_GROUND_REASON | PF_GROUND_TEST] = 1,
	};

	return worth[grounds];
}
