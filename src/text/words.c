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

void pf_tokens_number(struct pf_tokens *t)
{
	struct words w = {0};

	grow(&w, 1024);
	free(t->word);
	t->word = pf_xmalloc((t->n + 1) * sizeof(*t->word));
	for (size_t i = 0; i < t->n; i++) {
		const struct pf_token *token = &t->v[i];
		struct word *slot;

		t->word[i] = 0;
		if (token->kind == PF_TOKEN_SIGN)
			continue;
		slot = slot_of(&w, token->hash, token->end - token->begin);
		if (!slot->number) {
			*slot = (struct word){token->hash, token->end - token->begin, ++w.n};
			t->word[i] = w.n;
			if (w.n * 2 > w.cap)
				grow(&w, w.cap * 4);
			continue;
		}
		t->word[i] = slot->number;
	}
	t->n_words = w.n + 1;
	free(w.slots);
}
