#include "lexicon.h"

#include <stddef.h>

/* One word of one row. */
struct spelling {
	const struct lex_row *row;
	const char *exact; /* the only way it is written; NULL: in any case */
};

/* A word: its spellings end where those of the next entry begin. */
struct entry {
	uint32_t hash;
	uint16_t first;
};

#include "compiled_lexicon.h"

uint16_t lexicon_find(uint32_t hash)
{
	const uint32_t last = sizeof(slots) / sizeof(*slots) - 1;
	uint32_t at = hash & last;

	for (; slots[at]; at = (at + 1) & last)
		if (entries[slots[at]].hash == hash)
			return slots[at];
	return 0;
}

const struct lex_row *lexicon_next(uint16_t entry, enum lex_class class, struct pf_slice word,
				   uint16_t *seen)
{
	while (entries[entry].first + *seen < entries[entry + 1].first) {
		const struct spelling *s = &spellings[entries[entry].first + (*seen)++];

		if (s->row->class == class && (!s->exact || pf_slice_is(word, s->exact)))
			return s->row;
	}
	return NULL;
}

const struct lex_row *lexicon_row(uint16_t entry, enum lex_class class, struct pf_slice word)
{
	uint16_t seen = 0;

	return lexicon_next(entry, class, word, &seen);
}
