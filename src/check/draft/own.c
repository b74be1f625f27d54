#include "own.h"

#include "prfaq/base/mem.h"

#include "quants.h"

#define FEW_STEMS 24u /* too few to tell a matter by */

enum { NOT_MET, OWN, STRANGE };

/* What the page is about stands in its release. */
static void gather(const struct pf_view *view, struct pf_stems *out)
{
	static const enum pf_part_id release[] = {PF_PART_HEADLINE, PF_PART_SUBHEADING,
						  PF_PART_SUMMARY,  PF_PART_PROBLEM,
						  PF_PART_SOLUTION, PF_PART_BENEFITS};

	for (size_t i = 0; i < view->parts->parts.n; i++)
		for (size_t k = 0; k < sizeof(release) / sizeof(*release); k++)
			if (view->parts->parts.v[i].id == release[k])
				pf_view_add_stems(view, view->parts->parts.v[i].body, out);
	pf_stems_sort(out);
}

static void find(const struct pf_view *view)
{
	struct pf_own *own = view->own;
	struct pf_stems stems = {0};

	own->words = pf_xcalloc(view->tokens->n_words + 1, sizeof(*own->words));
	gather(view, &stems);
	own->untold = stems.n < FEW_STEMS;
	for (size_t i = 0; i < view->tokens->n && !own->untold; i++) {
		const struct pf_token *t = &view->tokens->v[i];
		uint8_t *word = &own->words[view->tokens->word[i]];

		if (*word != NOT_MET || t->kind != PF_TOKEN_WORD)
			continue;
		*word = t->end - t->begin >= 3 && !pf_view_is_stop(view, i) && !view->everyday[i] &&
					pf_stems_has(&stems, pf_view_stem(view, i))
				? OWN
				: STRANGE;
	}
	pf_stems_release(&stems);
}

size_t pf_own_words(const struct pf_view *view, struct pf_range range)
{
	const uint32_t *word = view->tokens->word;
	size_t n = 0, first = 0;

	if (!view->own->words)
		find(view);
	for (size_t i = pf_tokens_at(view->tokens, range.begin);
	     n < 2 && i < view->tokens->n && view->tokens->v[i].begin < range.end; i++) {
		if (!view->own->untold && view->own->words[word[i]] != OWN)
			continue;
		if (n && word[i] == word[first])
			continue; /* "Stop rule: we stop" */
		first = i;
		n++;
	}
	return n;
}

bool pf_own_label(const struct pf_view *view, struct pf_range sentence)
{
	size_t first, last;

	if (!pf_view_in_list(view, sentence.begin))
		return false;
	pf_view_quants(view, sentence, &first, &last);
	return first == last && !pf_own_words(view, sentence);
}
