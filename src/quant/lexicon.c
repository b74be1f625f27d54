#include "lexicon.h"

#include "prfaq/base/mem.h"

#include <string.h>

#include "quant_tables.h"

#define ROWS  (sizeof(rows) / sizeof(*rows))
#define SLOTS 4096u /* a power of two, over twice the rows */

_Static_assert(ROWS * 2 < SLOTS, "the lexicon's table is too full");

struct entry {
	uint32_t hash;
	uint16_t first; /* index of its first row */
	uint64_t mask;
};

struct pf_lexicon {
	uint16_t slot[SLOTS]; /* entry, 0 = free */
	struct entry entry[ROWS + 1];
	uint16_t next[ROWS]; /* next row of the same word + 1, 0 = last */
	uint16_t n;
};

static void add(struct pf_lexicon *lex, uint16_t row)
{
	uint32_t hash = pf_word_hash(pf_slice_of(rows[row].word));
	uint32_t at = hash & (SLOTS - 1);
	struct entry *e;

	while (lex->slot[at] && lex->entry[lex->slot[at]].hash != hash)
		at = (at + 1) & (SLOTS - 1);
	if (!lex->slot[at]) {
		lex->slot[at] = ++lex->n;
		lex->entry[lex->n] = (struct entry){hash, row, 0};
	} else {
		uint16_t last = lex->entry[lex->slot[at]].first;

		while (lex->next[last])
			last = (uint16_t)(lex->next[last] - 1);
		lex->next[last] = (uint16_t)(row + 1);
	}
	e = &lex->entry[lex->slot[at]];
	e->mask |= UINT64_C(1) << rows[row].class;
}

struct pf_lexicon *lexicon_new(void)
{
	struct pf_lexicon *lex = pf_xcalloc(1, sizeof(*lex));

	for (uint16_t i = 0; i < ROWS; i++)
		add(lex, i);
	return lex;
}

void lexicon_free(struct pf_lexicon *lexicon)
{
	free(lexicon);
}

uint16_t lexicon_find(const struct pf_lexicon *lex, struct pf_slice text,
		      const struct pf_token *token)
{
	uint32_t at = token->hash & (SLOTS - 1);

	(void)text;
	for (; lex->slot[at]; at = (at + 1) & (SLOTS - 1))
		if (lex->entry[lex->slot[at]].hash == token->hash)
			return lex->slot[at];
	return 0;
}

uint64_t lexicon_mask(const struct pf_lexicon *lex, uint16_t entry)
{
	return lex->entry[entry].mask;
}

/* A row with a capital in it is about exactly those letters ("MB", "K"). */
static bool fits(const struct lex_row *row, struct pf_slice word)
{
	for (const char *p = row->word; *p; p++)
		if (*p >= 'A' && *p <= 'Z')
			return pf_slice_is(word, row->word);
	return true;
}

const struct lex_row *lexicon_row(const struct pf_lexicon *lex, uint16_t entry,
				  enum lex_class class, struct pf_slice word)
{
	uint16_t i;

	if (!entry || !(lex->entry[entry].mask >> class & 1))
		return NULL;
	for (i = (uint16_t)(lex->entry[entry].first + 1); i; i = lex->next[i - 1])
		if (rows[i - 1].class == class && fits(&rows[i - 1], word))
			return &rows[i - 1];
	return NULL;
}
