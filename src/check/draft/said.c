#include "said.h"

#include "prfaq/base/mem.h"

#include "quants.h"

static struct pf_said said(const struct pf_view *view, struct pf_range range)
{
	struct pf_said said = {.run = pf_deed_run_of(view, range)};
	size_t first, last;

	pf_view_quants(view, range, &first, &last);
	said.quants = (uint32_t)first;
	said.quants_end = (uint32_t)last;
	pf_view_sentences(view, range, &first, &last);
	said.sentences = (uint32_t)first;
	said.sentences_end = (uint32_t)last;
	said.words = pf_tokens_words(view->tokens, range);
	for (uint32_t i = said.run.first; i < said.run.last; i++) {
		said.does |= view->does[view->tokens->word[i]];
		pf_beginnings_add(&said.begins, view->begins[i]);
	}
	return said;
}

struct pf_said *pf_said_of_pairs(const struct pf_view *view)
{
	size_t n = view->parts->pairs.n;
	struct pf_said *all = pf_xmalloc((2 * n + 1) * sizeof(*all));

	for (size_t i = 0; i < n; i++) {
		all[2 * i] = said(view, view->parts->pairs.v[i].question);
		all[2 * i + 1] = said(view, view->parts->pairs.v[i].answer);
	}
	return all;
}
