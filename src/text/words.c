/* The different words of a text, numbered, so that what a word is need be asked only once. */
#include "prfaq/base/mem.h"
#include "prfaq/text/token.h"

/* A table of words with open addressing, at most half full. */
struct words {
	struct word {
		uint32_t hash, len;
		uint32_t number; /* 0: free */
	} * slots;
	uint32_t cap; /* a power of two */
	uint32_t n;
};

static struct word *slot_of(struct words *w, uint32_t hash, uint32_t len)
{
	uint32_t i = hash * 0x9E3779B1u;

	for (;; i++) {
		struct word *slot = &w->slots[i & (w->cap - 1)];

		if (!slot->number || (slot->hash == hash && slot->len == len))
			return slot;
	}
}

static void grow(struct words *w, uint32_t cap)
{
	struct words old = *w;

	w->cap = cap;
	w->slots = pf_xcalloc(cap, sizeof(*w->slots));
	for (uint32_t i = 0; i < old.cap; i++)
		if (old.slots[i].number)
			*slot_of(w, old.slots[i].hash, old.slots[i].len) = old.slots[i];
	free(old.slots);
}

/* The number of the word, a new one where it was not seen before. */
static inline uint32_t number_of(struct words *w, uint32_t hash, uint32_t len)
{
	struct word *slot = slot_of(w, hash, len);

	if (slot->number)
		return slot->number;
	*slot = (struct word){hash, len, ++w->n};
	if (w->n * 2 > w->cap)
		grow(w, w->cap * 4);
	return w->n;
}

void pf_tokens_number(struct pf_tokens *t)
{
	uint32_t *word = pf_xmalloc((t->n + 1) * sizeof(*word));
	struct words w = {0};

	grow(&w, 1024);
	for (size_t i = 0; i < t->n; i++) {
		const struct pf_token *token = &t->v[i];

		word[i] = token->kind == PF_TOKEN_SIGN
				  ? 0
				  : number_of(&w, token->hash, token->end - token->begin);
	}
	free(t->word);
	t->word = word;
	t->n_words = w.n + 1;
	free(w.slots);
}
