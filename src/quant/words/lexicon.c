#include "lexicon.h"

#include <stddef.h>

/* One word of one row. */
struct spelling {
	const struct lex_row *row;
	const char *exact; /* the only way it is written; NULL: in any case */
	uint8_t class;     /* of the row */
};

#include "compiled_lexicon.h"

const struct lex_row *lexicon_next(uint16_t entry, enum lex_class class, struct pf_slice word,
				   uint16_t *seen)
{
	const struct spelling *first = &spellings[firsts[entry]];
	const struct spelling *end = &spellings[firsts[entry + 1]];

	for (const struct spelling *s = first + *seen; s < end; s++) {
		if (s->class != class || (s->exact && !pf_slice_is(word, s->exact)))
			continue;
		*seen = (uint16_t)(s + 1 - first);
		return s->row;
	}
	return NULL;
}

const struct lex_row *lexicon_row(uint16_t entry, enum lex_class class, struct pf_slice word)
{
	uint16_t seen = 0;

	return lexicon_next(entry, class, word, &seen);
}
