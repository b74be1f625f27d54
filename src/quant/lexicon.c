#include "lexicon.h"

#include <stddef.h>

/* One word of one row. */
struct spelling {
	const struct lex_row *row;
	const char *exact; /* the only way it is written; NULL: in any case */
};

#include "compiled_lexicon.h"

const struct lex_row *lexicon_next(uint16_t entry, enum lex_class class, struct pf_slice word,
				   uint16_t *seen)
{
	while (firsts[entry] + *seen < firsts[entry + 1]) {
		const struct spelling *s = &spellings[firsts[entry] + (*seen)++];

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
