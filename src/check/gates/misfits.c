#include "misfits.h"

#include <string.h>

#include "draft/words.h"

#define LEAST_LETTERS 3u  /* "a app" */
#define FULL_LETTERS  4u  /* shorter ones may be spelt out, "an sms", or end in an s of their own */
#define ASKED_MOST    64u /* searches, each of the whole page */

static struct pf_slice word_at(const struct pf_view *view, uint32_t i)
{
	const struct pf_token *t = &view->tokens->v[i];

	return pf_slice_cut(view->text, t->begin, t->end);
}

static bool is_plain(struct pf_slice word)
{
	for (size_t i = 0; i < word.len; i++)
		if (word.ptr[i] < 'a' || word.ptr[i] > 'z')
			return false;
	return word.len >= LEAST_LETTERS;
}

/* "A owner", "an truck"; how "hour", "user" and "European" begin no letter tells. */
static bool sounds_wrong(struct pf_slice word, bool an)
{
	char c = word.ptr[0];
	bool vowel = strchr("aeio", c) != NULL;

	if ((an && word.len < FULL_LETTERS) || c == 'u' || c == 'h' || c == 'x' ||
	    pf_slice_starts(word, "eu") || pf_slice_starts(word, "on") ||
	    pf_slice_starts(word, "ou"))
		return false;
	return vowel != an;
}

/* The word with `more` or `less` letters at its end stands on the page. */
static bool has_form(const struct pf_view *view, struct pf_slice word, bool plural,
		     struct pf_misfits *out)
{
	size_t len = plural ? word.len + 1 : word.len - 1, stem = plural ? word.len : len;

	if (out->asked++ >= ASKED_MOST)
		return false;
	for (uint32_t i = 0; i < view->tokens->n; i++) {
		const struct pf_token *t = &view->tokens->v[i];

		if (t->end - t->begin == len && t->kind == PF_TOKEN_WORD &&
		    !memcmp(view->text.ptr + t->begin, word.ptr, stem) &&
		    (!plural || view->text.ptr[t->end - 1] == 's'))
			return true;
	}
	return false;
}

/* "A trucks", of a page on which there is a truck. */
static bool is_many(const struct pf_view *view, struct pf_slice word, struct pf_misfits *out)
{
	return word.len >= FULL_LETTERS && word.ptr[word.len - 1] == 's' &&
	       !strchr("sui", word.ptr[word.len - 2]) && has_form(view, word, false, out);
}

/* "At the three warehouse, from 13", of a page on which there are warehouses; "40 tag readers" goes
 * on. */
static bool is_one(const struct pf_view *view, uint32_t i, struct pf_slice word,
		   struct pf_misfits *out)
{
	static const char *const counts[] = {"million", "billion", "thousand", "hundred",
					     "dozen",   "percent", "people",   NULL};
	static const char *const ends[] = {"of",  "in",   "at",    "on",   "to",   "and",
					   "is",  "are",  "for",   "from", "with", "by",
					   "who", "that", "which", "were", "was",  NULL};
	const struct pf_token *next = &view->tokens->v[i + 1];

	return word.len >= FULL_LETTERS && word.ptr[word.len - 1] != 's' &&
	       i + 1 < view->tokens->n &&
	       ((next->kind == PF_TOKEN_SIGN && next->sign && strchr(".,;:)", next->sign)) ||
		pf_token_among(view, i + 1, ends)) &&
	       !pf_token_among(view, i, counts) && has_form(view, word, true, out);
}

/* "A" inside of a sentence is a name: "plan A often", "pier A opens". */
static bool is_article(const struct pf_view *view, uint32_t i)
{
	const struct pf_token *t = &view->tokens->v[i];

	return PF_TOKEN_IS(view, i, "an") ||
	       (PF_TOKEN_IS(view, i, "a") &&
		(!(t->flags & PF_TOKEN_CAPITAL) || t->flags & PF_TOKEN_SENTENCE));
}

static bool is_misfit(const struct pf_view *view, uint32_t i, struct pf_misfits *out)
{
	static const char *const several[] = {"two",   "three", "four", "five",   "six", "seven",
					      "eight", "nine",  "ten",  "twelve", NULL};
	const struct pf_token *before = &view->tokens->v[i - 1];
	struct pf_slice word = word_at(view, i);

	if (is_article(view, i - 1))
		return is_plain(word) && (sounds_wrong(word, PF_TOKEN_IS(view, i - 1, "an")) ||
					  is_many(view, word, out));
	if (before->kind == PF_TOKEN_NUMBER
		    ? before->end - before->begin > 1 || view->text.ptr[before->begin] > '1'
		    : pf_token_among(view, i - 1, several))
		return is_plain(word) && is_one(view, i, word, out);
	return false;
}

void pf_misfit_note(const struct pf_view *view, uint32_t i, struct pf_misfits *out)
{
	uint32_t word = view->tokens->word[i];

	if (out->n == PF_MISFITS_MOST || !is_misfit(view, i, out))
		return;
	for (uint32_t k = 0; k < out->n; k++)
		if (out->words[k] == word)
			return;
	out->words[out->n++] = word;
}
