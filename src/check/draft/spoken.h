/*
 * spoken.h - one sentence, as it is read aloud: for the rule and for the list.
 */
#ifndef PF_CHECK_SPOKEN_H
#define PF_CHECK_SPOKEN_H

#include "prfaq/check/aloud.h"

struct pf_spoken {
	const struct pf_doc *doc;
	struct pf_slice text;
	const struct pf_tokens *tokens;
	const struct pf_quants *quants;
	struct pf_syllable_memo *memo;
};

/* False for what nobody reads aloud: headings, cells of a table, labels of a word or two. */
bool pf_spoken_is_read(const struct pf_spoken *in, size_t sentence);
/* Whether it makes a reader stumble; *out (may be NULL) says where and why. */
bool pf_spoken_stumbles(const struct pf_spoken *in, size_t sentence, struct pf_stumble *out);

#endif
