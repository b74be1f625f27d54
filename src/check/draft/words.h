/*
 * words.h - asking a few tokens whether they are one of a few words.
 *
 * For what a phrase list of the rubric cannot say: that only such words stand between two numbers.
 * Word lists are static, hold no signs and end with NULL. Most words of a draft are turned away by
 * how they begin.
 */
#ifndef PF_CHECK_WORDS_H
#define PF_CHECK_WORDS_H

#include "view.h"

struct pf_beginnings {
	uint64_t bits[4];
};

static inline void pf_beginnings_add(struct pf_beginnings *to, uint8_t begins)
{
	to->bits[begins / 64] |= UINT64_C(1) << begins % 64;
}

static inline bool pf_beginnings_meet(const struct pf_beginnings *a, const struct pf_beginnings *b)
{
	return (a->bits[0] & b->bits[0]) | (a->bits[1] & b->bits[1]) | (a->bits[2] & b->bits[2]) |
	       (a->bits[3] & b->bits[3]);
}

/* Of a list the program asks for: the heads of its words, and a bit for each way they begin. */
struct pf_word_list {
	const char *const *words;
	const uint64_t *heads;
	size_t n;
	struct pf_beginnings begins;
};

/* The lists that were asked for, kept from one draft to the next: they are constants of the
 * program, so that no draft changes what is kept. */
enum { PF_WORD_SLOTS = 4096, PF_WORD_LISTS = 1024, PF_WORD_HEADS = 16384 };
struct pf_word_lists {
	struct pf_word_list v[PF_WORD_LISTS]; /* the first is none */
	uint32_t n;
	uint16_t slots[PF_WORD_SLOTS]; /* by the list's address: its index */
	uint64_t heads[PF_WORD_HEADS];
	size_t n_heads;
};
struct pf_word_lists *pf_word_lists(void);
/* So many places behind the last token may be asked for words: none stands there. */
#define PF_WORDS_BEHIND 4u
/* How each token begins, as the number of such a bit; kept with the view and freed with free(). */
uint8_t *pf_words_begin(struct pf_slice text, const struct pf_tokens *tokens);
/* The same of each sentence: how its tokens begin. */
struct pf_beginnings *pf_sentences_begin(const struct pf_tokens *tokens, const uint8_t *begins);

static inline size_t pf_word_slot(const char *const *words)
{
	return (uintptr_t)words / sizeof(*words) % PF_WORD_SLOTS;
}

/* Where its slot is another's, or it was not asked for yet. */
const struct pf_word_list *pf_word_list_find(struct pf_word_lists *lists, const char *const *words);

static inline const struct pf_word_list *pf_word_list_of(const struct pf_view *view,
							 const char *const *words)
{
	struct pf_word_lists *lists = view->word_lists;
	const struct pf_word_list *list = &lists->v[lists->slots[pf_word_slot(words)]];

	return list->words == words ? list : pf_word_list_find(lists, words);
}

bool pf_token_reads_one(const struct pf_view *view, uint32_t token,
			const struct pf_word_list *list);

static inline bool pf_token_in_list(const struct pf_view *view, uint32_t token,
				    const struct pf_word_list *list)
{
	uint8_t begins = view->begins[token];

	return list->begins.bits[begins / 64] >> begins % 64 & 1 &&
	       pf_token_reads_one(view, token, list);
}

/* Whether token i is one of the words; none is that stands behind the last. */
static inline bool pf_token_among(const struct pf_view *view, uint32_t token,
				  const char *const *words)
{
	return pf_token_in_list(view, token, pf_word_list_of(view, words));
}

static inline bool pf_token_has_head(const struct pf_view *view, size_t token, uint64_t head)
{
	return token < view->tokens->n && view->tokens->v[token].head == head;
}

/* Whether it is that word, a literal in small letters; no token is that stands behind the last. */
#define PF_TOKEN_IS(view, token, word)                         \
	(pf_token_has_head(view, token, PF_WORD_HEAD(word)) && \
	 (sizeof(word) <= 8 || pf_token_is((view)->text, &(view)->tokens->v[token], word)))

/* Whether it is a word with two letters or more before that ending. */
bool pf_token_ends(const struct pf_view *view, uint32_t token, const char *end);
/* "→"; it leads from today to what is wanted, or from one stage to the next. */
bool pf_token_is_arrow(const struct pf_view *view, uint32_t token);
/* The first of the tokens [first, last) that is one of the words; `last` or later if none is. */
uint32_t pf_tokens_find(const struct pf_view *view, uint32_t first, uint32_t last,
			const char *const *words);
/* Whether one of the tokens [first, last) is one of the words. */
bool pf_tokens_any(const struct pf_view *view, uint32_t first, uint32_t last,
		   const char *const *words);
static inline bool pf_range_any(const struct pf_view *view, struct pf_range range,
				const char *const *words)
{
	return pf_tokens_any(view, pf_tokens_at(view->tokens, range.begin),
			     pf_tokens_at(view->tokens, range.end), words);
}

/* False when no token of the sentence is one of the words: most are asked for words that they have
 * not, and need not be walked to say so. */
static inline bool pf_sentence_may(const struct pf_view *view, size_t sentence,
				   const char *const *words)
{
	return pf_beginnings_meet(&view->sentence_begins[sentence],
				  &pf_word_list_of(view, words)->begins);
}

/* The first of its tokens that is one of the words; its end if none is. */
static inline uint32_t pf_sentence_find(const struct pf_view *view, size_t sentence,
					const char *const *words)
{
	const struct pf_sentence *s = &view->tokens->sentences.v[sentence];

	return pf_sentence_may(view, sentence, words)
		       ? pf_tokens_find(view, s->first, s->last, words)
		       : s->last;
}

static inline bool pf_sentence_any(const struct pf_view *view, size_t sentence,
				   const char *const *words)
{
	const struct pf_sentence *s = &view->tokens->sentences.v[sentence];

	return pf_sentence_may(view, sentence, words) &&
	       pf_tokens_any(view, s->first, s->last, words);
}

/* Whether each of them is a sign inside a sentence or one of the words. */
bool pf_tokens_only(const struct pf_view *view, uint32_t first, uint32_t last,
		    const char *const *words);

#endif
