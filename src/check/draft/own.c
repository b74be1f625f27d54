#include "own.h"

#include <stdlib.h>

#include "prfaq/base/mem.h"

#include "quants.h"

#define FEW_STEMS 24u /* too few to tell a matter by */

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

const struct pf_stems *pf_own_release(const struct pf_view *view)
{
	struct pf_own *own = view->own;

	if (!own->words) {
		own->words = pf_xcalloc(view->tokens->n_words + 1, sizeof(*own->words));
		gather(view, &own->release);
	}
	return &own->release;
}

void pf_own_free(struct pf_own *own)
{
	if (!own)
		return;
	pf_stems_release(&own->release);
	free(own->words);
	free(own);
}

/* Each different word is looked up once. */
static bool is_own(const struct pf_view *view, const struct pf_stems *release, size_t i)
{
	enum { NOT_MET, OWN, STRANGE };
	const struct pf_token *t = &view->tokens->v[i];
	uint8_t *word = &view->own->words[view->tokens->word[i]];

	if (release->n < FEW_STEMS)
		return true; /* the page has no release to tell by */
	if (*word == NOT_MET && t->kind == PF_TOKEN_WORD)
		*word = t->end - t->begin >= 3 && !pf_view_is_stop(view, i) && !view->everyday[i] &&
					pf_stems_has(release, pf_view_stem(view, i))
				? OWN
				: STRANGE;
	return *word == OWN;
}

size_t pf_own_words(const struct pf_view *view, struct pf_range range)
{
	const struct pf_stems *release = pf_own_release(view);
	const uint32_t *word = view->tokens->word;
	size_t n = 0, first = 0;

	for (size_t i = pf_tokens_at(view->tokens, range.begin);
	     n < 2 && i < view->tokens->n && view->tokens->v[i].begin < range.end; i++) {
		if (!is_own(view, release, i))
			continue;
		if (n && word[i] == word[first])
			continue; /* "Stop rule: we stop" */
		first = i;
		n++;
	}
	return n;
}

#define LABEL_TOKENS 5u /* "Alternative that was discarded:" */

/* What an item says behind its label; empty when it has none. */
static struct pf_range behind_label(const struct pf_view *view, struct pf_range item)
{
	size_t first = pf_tokens_at(view->tokens, item.begin);

	for (size_t i = first + 1; i < view->tokens->n && i < first + LABEL_TOKENS; i++) {
		const struct pf_token *t = &view->tokens->v[i];

		if (t->begin >= item.end)
			break;
		if (pf_token_is_sign(t, ':'))
			return (struct pf_range){t->end, item.end};
	}
	return (struct pf_range){item.end, item.end};
}

bool pf_own_label(const struct pf_view *view, struct pf_range sentence)
{
	struct pf_range rest;
	size_t first, last;

	if (!pf_view_in_list(view, sentence.begin))
		return false;
	pf_view_quants(view, sentence, &first, &last);
	if (first < last)
		return false;
	/* "Assumption: people will like it" may hit one of this page's words. */
	rest = behind_label(view, sentence);
	return !pf_own_words(view, sentence) ||
	       (!pf_range_empty(rest) && pf_own_words(view, rest) < 2);
}

#define LEDE_TOKENS 120u /* the lines above the text, and its first paragraph */

bool pf_own_named(const struct pf_view *view, uint32_t i)
{
	const struct pf_token *v = view->tokens->v;

	if (!(v[i].flags & PF_TOKEN_CAPITAL) || v[i].kind != PF_TOKEN_WORD ||
	    pf_view_is_stop(view, i) ||
	    (view->everyday[i] && !(i + 1 < view->tokens->n && v[i + 1].flags & PF_TOKEN_CAPITAL)))
		return false;
	for (uint32_t k = 0; k < i && k < LEDE_TOKENS; k++)
		if (view->tokens->word[k] == view->tokens->word[i] && v[k].flags & PF_TOKEN_CAPITAL)
			return true;
	return false;
}
