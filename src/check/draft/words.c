#include "words.h"

#include <assert.h>
#include <string.h>

#include "prfaq/base/mem.h"

/* Two beginnings are told apart by their kinds. */
enum { KINDS = 251, ANY = 251, NONE = 252 };

/* By its first three bytes in small letters, the first one lowest; those behind the end of a
 * shorter word are 0. */
static uint8_t kind_of(uint64_t begin)
{
	uint32_t three = (uint32_t)begin & 0xFFFFFF;

	if (three & 0x808080) /* what is folded may be written so */
		return ANY;
	return (uint8_t)(((three | 0x202020) * 0x9E3779B1u >> 16) * KINDS >> 16);
}

/* `len` bytes are there, or a NUL behind fewer. */
static uint64_t begin_of(const char *at, size_t len)
{
	uint64_t begin = (unsigned char)at[0];

	if (len > 1 && at[1])
		begin |= (uint64_t)(unsigned char)at[1] << 8;
	if (len > 2 && at[1] && at[2])
		begin |= (uint64_t)(unsigned char)at[2] << 16;
	return begin;
}

uint8_t *pf_words_begin(struct pf_slice text, const struct pf_tokens *tokens)
{
	uint8_t *begins = pf_xmalloc(tokens->n + PF_WORDS_BEHIND);

	memset(begins + tokens->n, NONE, PF_WORDS_BEHIND);

	for (size_t i = 0; i < tokens->n; i++) {
		const struct pf_token *t = &tokens->v[i];

		if (t->kind == PF_TOKEN_SIGN)
			begins[i] = NONE;
		else
			begins[i] =
				kind_of(t->head ? t->head
						: begin_of(text.ptr + t->begin, t->end - t->begin));
	}
	return begins;
}

struct pf_beginnings *pf_sentences_begin(const struct pf_tokens *tokens, const uint8_t *begins)
{
	struct pf_beginnings *v = pf_xcalloc(tokens->sentences.n + 1, sizeof(*v));

	for (size_t s = 0; s < tokens->sentences.n; s++)
		for (uint32_t i = tokens->sentences.v[s].first; i < tokens->sentences.v[s].last;
		     i++)
			pf_beginnings_add(&v[s], begins[i]);
	return v;
}

struct pf_word_lists *pf_word_lists(void)
{
	static struct pf_word_lists lists;

	return &lists;
}

static void fill(struct pf_word_lists *lists, struct pf_word_list *list, const char *const *words)
{
	*list = (struct pf_word_list){.words = words, .heads = &lists->heads[lists->n_heads]};
	pf_beginnings_add(&list->begins, ANY);
	for (; *words; words++, list->n++) {
		assert(lists->n_heads < PF_WORD_HEADS);
		lists->heads[lists->n_heads++] = pf_word_head(*words, strlen(*words));
		pf_beginnings_add(&list->begins, kind_of(begin_of(*words, 3)));
	}
}

const struct pf_word_list *pf_word_list_find(struct pf_word_lists *lists, const char *const *words)
{
	size_t at = pf_word_slot(words);

	while (lists->slots[at] && lists->v[lists->slots[at]].words != words)
		at = (at + 1) % PF_WORD_SLOTS;
	if (!lists->slots[at]) {
		assert(lists->n + 1 < PF_WORD_LISTS);
		lists->slots[at] = (uint16_t)++lists->n;
		fill(lists, &lists->v[lists->slots[at]], words);
	}
	return &lists->v[lists->slots[at]];
}

bool pf_token_reads_one(const struct pf_view *view, uint32_t token, const struct pf_word_list *list)
{
	const struct pf_token *t = &view->tokens->v[token];

	/* A word of fewer than eight bytes is its head; what has none must be read. */
	for (size_t i = 0; i < list->n; i++)
		if (t->head ? t->head == list->heads[i] &&
				      (!(t->head >> 56) ||
				       pf_token_reads(view->text, t, list->words[i]))
			    : pf_token_reads(view->text, t, list->words[i]))
			return true;
	return false;
}

uint32_t pf_tokens_find(const struct pf_view *view, uint32_t first, uint32_t last,
			const char *const *words)
{
	const struct pf_word_list *list = pf_word_list_of(view, words);

	while (first < last && !pf_token_in_list(view, first, list))
		first++;
	return first;
}

bool pf_tokens_any(const struct pf_view *view, uint32_t first, uint32_t last,
		   const char *const *words)
{
	return pf_tokens_find(view, first, last, words) < last;
}

bool pf_tokens_only(const struct pf_view *view, uint32_t first, uint32_t last,
		    const char *const *words)
{
	const struct pf_word_list *list = pf_word_list_of(view, words);

	for (uint32_t i = first; i < last; i++) {
		const struct pf_token *t = &view->tokens->v[i];

		if (t->kind == PF_TOKEN_SIGN ? t->sign && strchr(";.!?|", t->sign) != NULL
					     : !pf_token_in_list(view, i, list))
			return false;
	}
	return true;
}

bool pf_token_ends(const struct pf_view *view, uint32_t token, const char *end)
{
	const struct pf_token *t = &view->tokens->v[token];

	return t->kind == PF_TOKEN_WORD && t->end - t->begin > strlen(end) + 1 &&
	       pf_slice_ends(pf_slice_cut(view->text, t->begin, t->end), end);
}

bool pf_token_is_arrow(const struct pf_view *view, uint32_t token)
{
	const struct pf_token *t = &view->tokens->v[token];

	return t->end - t->begin == 3 && !memcmp(view->text.ptr + t->begin, "\xe2\x86\x92", 3);
}
