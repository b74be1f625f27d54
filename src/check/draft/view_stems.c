/* Stems of the words of a draft. A page has a few hundred different words, and rules ask for all of
 * them many times: each is looked at once. */
#include "view.h"

#include <assert.h>
#include <stdlib.h>

#include "prfaq/base/mem.h"

#include "rubric/compiled.h"

#define SORT_FEW  32
#define SORT_SOME 1024

/* What is known of a word: by its number in the draft. */
struct word {
	uint32_t stem; /* 0: not asked for yet */
	uint32_t seen; /* the last collection it was in; NEVER: it is in none */
};

#define NEVER UINT32_MAX

struct pf_stem_memo {
	struct pf_stemmer *stemmer; /* made for the first stem */
	struct word *words;
	uint32_t collection; /* that is gathered now, */
	const struct pf_stems *into;
	struct pair_stems {
		struct pf_stems question, answer;
	} * pairs; /* by pair; NULL until asked for */
	size_t n_pairs;
};

struct pf_stem_memo *pf_stem_memo_new(const struct pf_tokens *tokens)
{
	struct pf_stem_memo *memo = pf_xcalloc(1, sizeof(*memo));

	memo->words = pf_xcalloc(tokens->n_words + 1, sizeof(*memo->words));
	return memo;
}

void pf_stem_memo_free(struct pf_stem_memo *memo)
{
	if (!memo)
		return;
	pf_stemmer_free(memo->stemmer);
	for (size_t i = 0; i < memo->n_pairs; i++) {
		pf_stems_release(&memo->pairs[i].question);
		pf_stems_release(&memo->pairs[i].answer);
	}
	free(memo->pairs);
	free(memo->words);
	free(memo);
}

static struct pf_slice bytes_of(const struct pf_view *view, size_t token)
{
	const struct pf_token *t = &view->tokens->v[token];

	return pf_slice_cut(view->text, t->begin, t->end);
}

static struct word *word_of(const struct pf_view *view, size_t token)
{
	return &view->stems->words[view->tokens->word[token]];
}

static struct pf_stemmer *stemmer_of(const struct pf_view *view)
{
	if (!view->stems->stemmer)
		view->stems->stemmer = pf_stemmer_new();
	return view->stems->stemmer;
}

/* What is left of a page stands where it stood, and the page may have the stem. */
static uint32_t make_stem(const struct pf_view *view, size_t token)
{
	const struct pf_token *t = &view->tokens->v[token], *there;
	const struct pf_known_word *known = view->known[view->tokens->word[token]];
	size_t at;

	if (known)
		return known->stem;
	if (view->page && view->page != view) {
		at = pf_tokens_at(view->page->tokens, t->begin);
		there = &view->page->tokens->v[at];
		if (at < view->page->tokens->n && there->begin == t->begin && there->end == t->end)
			return pf_view_stem(view->page, at);
	}
	return pf_stem(stemmer_of(view), bytes_of(view, token));
}

uint32_t pf_view_stem(const struct pf_view *view, size_t token)
{
	struct word *word = word_of(view, token);

	if (!word->stem)
		word->stem = make_stem(view, token);
	return word->stem;
}

/* Most are of one sentence. */
static void sort_few(uint32_t *v, size_t n)
{
	for (size_t i = 1; i < n; i++) {
		uint32_t x = v[i];
		size_t k = i;

		for (; k > 0 && v[k - 1] > x; k--)
			v[k] = v[k - 1];
		v[k] = x;
	}
}

/* Those of a part: stems are hashes, so by their first byte they are nearly where they belong. */
static void sort_some(uint32_t *v, size_t n)
{
	uint32_t from[SORT_SOME];
	uint16_t at[257] = {0};

	for (size_t i = 0; i < n; i++) {
		from[i] = v[i];
		at[(v[i] >> 24) + 1]++;
	}
	for (size_t b = 1; b < 256; b++)
		at[b] = (uint16_t)(at[b] + at[b - 1]);
	for (size_t i = 0; i < n; i++)
		v[at[from[i] >> 24]++] = from[i];
	sort_few(v, n);
}

/* Those of a book by one byte after the other: comparing two costs a call. */
static void sort_many(uint32_t *v, size_t n)
{
	uint32_t *other = pf_xmalloc(n * sizeof(*other)), *from = v, *to = other;

	for (unsigned shift = 0; shift < 32; shift += 8) {
		uint32_t at[257] = {0}, *swap = from;

		for (size_t i = 0; i < n; i++)
			at[(from[i] >> shift & 0xFF) + 1]++;
		for (size_t b = 1; b < 256; b++)
			at[b] += at[b - 1];
		for (size_t i = 0; i < n; i++)
			to[at[from[i] >> shift & 0xFF]++] = from[i];
		from = to;
		to = swap;
	}
	free(other); /* four rounds: the last one wrote to v */
}

void pf_stems_sort(struct pf_stems *stems)
{
	size_t n = 0;

	if (stems->n <= SORT_FEW)
		sort_few(stems->v, stems->n);
	else if (stems->n <= SORT_SOME)
		sort_some(stems->v, stems->n);
	else
		sort_many(stems->v, stems->n);
	for (size_t i = 0; i < stems->n; i++)
		if (!n || stems->v[n - 1] != stems->v[i])
			stems->v[n++] = stems->v[i];
	stems->n = n;
}

static bool is_content(const struct pf_view *view, size_t token)
{
	const struct pf_token *t = &view->tokens->v[token];

	return t->kind == PF_TOKEN_WORD && t->end - t->begin >= 2 && !pf_view_is_stop(view, token);
}

/* Of so many tokens. */
static size_t most_stems(const struct pf_view *view, size_t tokens)
{
	return tokens < view->tokens->n_words ? tokens : view->tokens->n_words;
}

void pf_view_add_stems(const struct pf_view *view, struct pf_range range, struct pf_stems *out)
{
	struct pf_stem_memo *memo = view->stems;
	size_t first = pf_tokens_at(view->tokens, range.begin);
	size_t last = pf_tokens_at(view->tokens, range.end);

	if (!out->n) {
		memo->collection++;
		memo->into = out;
		if (first < last)
			PF_RESERVE(out, most_stems(view, last - first));
	}
	assert(memo->into == out);
	for (size_t i = first; i < last; i++) {
		struct word *word = word_of(view, i);

		if (word->seen >= memo->collection)
			continue;
		word->seen = is_content(view, i) ? memo->collection : NEVER;
		if (word->seen != NEVER)
			*PF_PUSH(out) = word->stem ? word->stem : pf_view_stem(view, i);
	}
}

void pf_view_stems(const struct pf_view *view, struct pf_range range, struct pf_stems *out)
{
	pf_view_add_stems(view, range, out);
	pf_stems_sort(out);
}

size_t pf_view_shared_with(const struct pf_view *view, struct pf_range range,
			   const struct pf_stems *with)
{
	struct pf_stems own = {0};
	size_t n;

	pf_view_stems(view, range, &own);
	n = pf_stems_shared(&own, with);
	pf_stems_release(&own);
	return n;
}

size_t pf_view_shared(const struct pf_view *view, struct pf_range a, struct pf_range b)
{
	struct pf_stems of_b = {0};
	size_t n;

	pf_view_stems(view, b, &of_b);
	n = pf_view_shared_with(view, a, &of_b);
	pf_stems_release(&of_b);
	return n;
}

static const struct pair_stems *pair_stems(const struct pf_view *view, size_t pair)
{
	struct pf_stem_memo *memo = view->stems;

	if (!memo->pairs) {
		memo->n_pairs = view->parts->pairs.n;
		memo->pairs = pf_xcalloc(memo->n_pairs, sizeof(*memo->pairs));
		for (size_t i = 0; i < memo->n_pairs; i++) {
			const struct pf_pair *p = &view->parts->pairs.v[i];

			pf_view_stems(view, p->question, &memo->pairs[i].question);
			pf_view_stems(view, p->answer, &memo->pairs[i].answer);
		}
	}
	return &memo->pairs[pair];
}

const struct pf_stems *pf_view_question_stems(const struct pf_view *view, size_t pair)
{
	return &pair_stems(view, pair)->question;
}

const struct pf_stems *pf_view_answer_stems(const struct pf_view *view, size_t pair)
{
	return &pair_stems(view, pair)->answer;
}
