#include "lexicon.h"

#include "prfaq/base/mem.h"

#include <assert.h>
#include <string.h>

#define SLOTS 8192u /* a power of two, over twice the words */

/* One word of one row. */
struct spelling {
	const struct lex_row *row;
	struct pf_slice word;
	bool exact;    /* "MB", "g": a capital or one letter */
	uint16_t next; /* of the same word, 0 = last */
};

struct entry {
	uint32_t hash;
	uint16_t first; /* its first spelling */
};

struct pf_lexicon {
	uint16_t slot[SLOTS]; /* entry, 0 = free */
	struct entry entry[SLOTS / 2];
	uint64_t mask[SLOTS / 2]; /* of each entry: the classes it has */
	struct spelling spelling[SLOTS / 2];
	uint16_t entries, spellings; /* both lists begin at 1 */
};

static bool has_capital(struct pf_slice word)
{
	for (size_t i = 0; i < word.len; i++)
		if (word.ptr[i] >= 'A' && word.ptr[i] <= 'Z')
			return true;
	return false;
}

static uint16_t entry_of(struct pf_lexicon *lex, uint32_t hash)
{
	uint32_t at = hash & (SLOTS - 1);

	while (lex->slot[at] && lex->entry[lex->slot[at]].hash != hash)
		at = (at + 1) & (SLOTS - 1);
	if (!lex->slot[at]) {
		lex->slot[at] = ++lex->entries;
		lex->entry[lex->entries].hash = hash;
	}
	return lex->slot[at];
}

static void add(struct pf_lexicon *lex, const struct lex_row *row, struct pf_slice word)
{
	uint16_t entry = entry_of(lex, pf_word_hash(word));
	uint16_t *link = &lex->entry[entry].first;

	assert(lex->spellings + 1u < SLOTS / 2);
	while (*link)
		link = &lex->spelling[*link].next;
	*link = ++lex->spellings;
	lex->spelling[*link] = (struct spelling){
		.row = row, .word = word, .exact = word.len == 1 || has_capital(word)};
	lex->mask[entry] |= UINT64_C(1) << row->class;
}

static void add_table(struct pf_lexicon *lex, const struct lex_row *row)
{
	for (; row->words; row++)
		for (const char *at = row->words; *at;) {
			size_t len = strcspn(at, " ");

			add(lex, row, (struct pf_slice){at, len});
			at += len + strspn(at + len, " ");
		}
}

/* Marks the words of the ways on, so that beside any other word none is tried. */
static void mark_ways(struct pf_lexicon *lex, const struct lex_row *row)
{
	for (; row->words; row++)
		for (const char *at = row->name; *at;) {
			size_t len = strcspn(at, ", ");
			uint16_t entry = entry_of(lex, pf_word_hash((struct pf_slice){at, len}));

			lex->mask[entry] |= LEX_BIT(PHRASE);
			at += len + strspn(at + len, ", ");
		}
}

struct pf_lexicon *lexicon_new(void)
{
	struct pf_lexicon *lex = pf_xcalloc(1, sizeof(*lex));

	add_table(lex, lex_number_words);
	add_table(lex, lex_unit_words);
	add_table(lex, lex_money_words);
	add_table(lex, lex_date_words);
	add_table(lex, lex_holidays);
	add_table(lex, lex_cue_words);
	add_table(lex, lex_claim_words);
	add_table(lex, lex_phrases);
	mark_ways(lex, lex_phrases);
	return lex;
}

void lexicon_free(struct pf_lexicon *lexicon)
{
	free(lexicon);
}

uint16_t lexicon_find(const struct pf_lexicon *lex, uint32_t hash)
{
	uint32_t at = hash & (SLOTS - 1);

	for (; lex->slot[at]; at = (at + 1) & (SLOTS - 1))
		if (lex->entry[lex->slot[at]].hash == hash)
			return lex->slot[at];
	return 0;
}

const uint64_t *lexicon_masks(const struct pf_lexicon *lex)
{
	return lex->mask;
}

const struct lex_row *lexicon_next(const struct pf_lexicon *lex, uint16_t entry,
				   enum lex_class class, struct pf_slice word, uint16_t *seen)
{
	uint16_t i = *seen ? lex->spelling[*seen].next : lex->entry[entry].first;

	if (!(lex->mask[entry] >> class & 1))
		return NULL;
	for (; i; i = lex->spelling[i].next) {
		const struct spelling *s = &lex->spelling[i];

		*seen = i;
		if (s->row->class == class && (!s->exact || pf_slice_equal(word, s->word)))
			return s->row;
	}
	return NULL;
}

const struct lex_row *lexicon_row(const struct pf_lexicon *lex, uint16_t entry,
				  enum lex_class class, struct pf_slice word)
{
	uint16_t seen = 0;

	return lexicon_next(lex, entry, class, word, &seen);
}
