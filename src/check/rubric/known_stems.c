#include "known_stems.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "prfaq/base/mem.h"
#include "prfaq/text/stem.h"

uint32_t pf_known_stem(const struct pf_known_stems *known, struct pf_slice text,
		       const struct pf_token *token)
{
	uint32_t mask = known->n_slots - 1;

	for (uint32_t at = token->hash & mask; known->slots[at].hash; at = (at + 1) & mask) {
		const struct pf_known_stem *slot = &known->slots[at];

		if (slot->hash == token->hash &&
		    pf_token_is(text, token, known->words + slot->word))
			return slot->stem;
	}
	return 0;
}

/* The table while it is made: pf_known_stems over buffers that grow. */
struct making {
	struct pf_known_stem *slots;
	uint32_t n_slots, n;
	struct pf_buf words;
};

static struct pf_known_stem *free_slot(struct pf_known_stem *slots, uint32_t n_slots, uint32_t hash)
{
	uint32_t at = hash & (n_slots - 1);

	while (slots[at].hash)
		at = (at + 1) & (n_slots - 1);
	return &slots[at];
}

/* A table that is two thirds full is found in with two looks. */
static void grow(struct making *m)
{
	uint32_t n_slots = m->n_slots * 2;
	struct pf_known_stem *slots = pf_xcalloc(n_slots, sizeof(*slots));

	for (uint32_t i = 0; i < m->n_slots; i++)
		if (m->slots[i].hash)
			*free_slot(slots, n_slots, m->slots[i].hash) = m->slots[i];
	free(m->slots);
	m->slots = slots;
	m->n_slots = n_slots;
}

static bool is_plain(struct pf_slice word)
{
	for (size_t i = 0; i < word.len; i++)
		if (word.ptr[i] & 0x80)
			return false;
	return word.len > 1 && !pf_is_stop_word(word);
}

static void add(struct making *m, struct pf_stemmer *stemmer, struct pf_slice text,
		const struct pf_token *token)
{
	struct pf_slice word = pf_slice_cut(text, token->begin, token->end);
	struct pf_known_stems known = {m->slots, m->n_slots, m->words.ptr};

	if (token->kind != PF_TOKEN_WORD || !is_plain(word) || pf_known_stem(&known, text, token))
		return;
	if (++m->n * 3 > m->n_slots * 2)
		grow(m);
	*free_slot(m->slots, m->n_slots, token->hash) =
		(struct pf_known_stem){token->hash, pf_stem(stemmer, word), (uint32_t)m->words.len};
	for (size_t i = 0; i < word.len; i++)
		pf_buf_printf(&m->words, "%c",
			      word.ptr[i] >= 'A' && word.ptr[i] <= 'Z' ? word.ptr[i] + 32
								       : word.ptr[i]);
	pf_buf_add(&m->words, "", 1);
}

static void write_table(const struct making *m, struct pf_buf *out)
{
	pf_buf_adds(out, "static const struct pf_known_stem known_slots[] = {\n");
	for (uint32_t i = 0; i < m->n_slots; i++)
		pf_buf_printf(out, "\t{%" PRIu32 "u, %" PRIu32 "u, %" PRIu32 "},\n",
			      m->slots[i].hash, m->slots[i].stem, m->slots[i].word);
	/* As characters: a string of this length is more than every compiler must take. */
	pf_buf_adds(out, "};\n\nstatic const char known_words[] = {\n");
	for (size_t i = 0; i < m->words.len; i++)
		pf_buf_printf(out, "%d,%s", m->words.ptr[i], m->words.ptr[i] ? "" : "\n");
	pf_buf_adds(out, "};\n\n");
}

uint32_t pf_known_stems_write(struct pf_slice text, struct pf_buf *out)
{
	struct making m = {.n_slots = 16};
	struct pf_stemmer *stemmer = pf_stemmer_new();
	struct pf_tokens tokens = {0};

	m.slots = pf_xcalloc(m.n_slots, sizeof(*m.slots));
	pf_tokens_scan(&tokens, text, NULL, 0, NULL, 0);
	for (size_t i = 0; i < tokens.n; i++)
		add(&m, stemmer, text, &tokens.v[i]);
	write_table(&m, out);
	pf_tokens_release(&tokens);
	pf_stemmer_free(stemmer);
	free(m.slots);
	pf_buf_release(&m.words);
	return m.n_slots;
}
