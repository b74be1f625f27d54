#include "known_words.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "prfaq/base/ascii.h"
#include "prfaq/base/mem.h"
#include "prfaq/text/stem.h"

const struct pf_known_word *pf_known_word(const struct pf_known_words *known, struct pf_slice text,
					  const struct pf_token *token)
{
	uint32_t mask = known->n_slots - 1;

	for (uint32_t at = token->hash & mask; known->slots[at].head; at = (at + 1) & mask) {
		const struct pf_known_word *slot = &known->slots[at];

		/* A word of fewer than eight bytes is its head. */
		if (slot->head == token->head &&
		    (!(slot->head >> 56) ||
		     pf_token_reads(text, token, known->bytes + slot->begin)))
			return slot;
	}
	return NULL;
}

/* The table while it is made: pf_known_words over buffers that grow. */
struct making {
	struct pf_known_word *slots;
	uint32_t n_slots, n;
	struct pf_buf bytes;
	pf_known_tell *tell;
};

static struct pf_known_word *free_slot(struct pf_known_word *slots, uint32_t n_slots, uint32_t hash)
{
	uint32_t at = hash & (n_slots - 1);

	while (slots[at].head)
		at = (at + 1) & (n_slots - 1);
	return &slots[at];
}

/* A table that is two thirds full is found in with two looks. */
static void grow(struct making *m)
{
	uint32_t n_slots = m->n_slots * 2;
	struct pf_known_word *slots = pf_xcalloc(n_slots, sizeof(*slots));

	for (uint32_t i = 0; i < m->n_slots; i++)
		if (m->slots[i].head)
			*free_slot(slots, n_slots,
				   pf_word_hash(pf_slice_of(m->bytes.ptr + m->slots[i].begin))) =
				m->slots[i];
	free(m->slots);
	m->slots = slots;
	m->n_slots = n_slots;
}

static bool is_plain(struct pf_slice word)
{
	for (size_t i = 0; i < word.len; i++)
		if (word.ptr[i] & 0x80)
			return false;
	return word.len > 1;
}

static void add(struct making *m, struct pf_stemmer *stemmer, struct pf_slice text,
		const struct pf_token *token)
{
	struct pf_slice word = pf_slice_cut(text, token->begin, token->end);
	struct pf_known_words known = {m->slots, m->n_slots, pf_buf_cstr(&m->bytes)};
	struct pf_known_word *slot;

	if (token->kind != PF_TOKEN_WORD || !is_plain(word) || pf_known_word(&known, text, token))
		return;
	if (++m->n * 3 > m->n_slots * 2)
		grow(m);
	slot = free_slot(m->slots, m->n_slots, token->hash);
	slot->head = token->head;
	slot->stem = pf_stem(stemmer, word);
	m->tell(text, token, slot);
	slot->begin = (uint32_t)m->bytes.len;
	for (size_t i = 0; i < word.len; i++)
		pf_buf_byte(&m->bytes, pf_ascii_lower(word.ptr[i]));
	pf_buf_add(&m->bytes, "", 1);
}

static void add_all(struct making *m, struct pf_stemmer *stemmer, struct pf_slice text)
{
	struct pf_tokens tokens = {0};

	pf_tokens_scan(&tokens, text, NULL, 0, NULL, 0);
	for (size_t i = 0; i < tokens.n; i++)
		add(m, stemmer, text, &tokens.v[i]);
	pf_tokens_release(&tokens);
}

static void write_table(const struct making *m, struct pf_buf *out)
{
	pf_buf_adds(out, "static const struct pf_known_word known_slots[] = {\n");
	for (uint32_t i = 0; i < m->n_slots; i++) {
		const struct pf_known_word *w = &m->slots[i];

		pf_buf_printf(out,
			      "\t{0x%" PRIx64 "u, %" PRIu32 "u, %" PRIu32 ", 0x%" PRIx32
			      "u, %u, %u, %u, %d},\n",
			      w->head, w->stem, w->begin, w->does, w->telling, w->opening, w->cue,
			      w->odd);
	}
	/* As characters: a string of this length is more than every compiler must take. */
	pf_buf_adds(out, "};\n\nstatic const char known_bytes[] = {\n");
	for (size_t i = 0; i < m->bytes.len; i++)
		pf_buf_printf(out, "%d,%s", m->bytes.ptr[i], m->bytes.ptr[i] ? "" : "\n");
	pf_buf_adds(out, "};\n\n");
}

uint32_t pf_known_words_write(struct pf_slice text, pf_known_tell *tell, struct pf_buf *out)
{
	struct making m = {.n_slots = 16, .tell = tell};
	struct pf_stemmer *stemmer = pf_stemmer_new();

	m.slots = pf_xcalloc(m.n_slots, sizeof(*m.slots));
	add_all(&m, stemmer, text);
	write_table(&m, out);
	pf_stemmer_free(stemmer);
	free(m.slots);
	pf_buf_release(&m.bytes);
	return m.n_slots;
}
