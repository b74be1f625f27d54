/*
 * compiled.h - the shipped rubric as constants of the program.
 *
 * Parsing the rules and lists takes five times as long as checking a page with them. So the build
 * does it once: compile_rubric.c, a program made of these same layers, loads templates/rubric as
 * any run would and writes what it holds as a C source, build/<preset>/compiled_rubric.c (worth a
 * look), which is linked into the program.
 *
 * A run still looks at the files. Where names, sizes and times of change are those of the files
 * that were compiled, the constants are taken. Else they may have been copied or changed: they are
 * read, and a hash of names and bytes tells. Equal to `hash`: the constants again. Not equal:
 * somebody has changed them, and they are parsed. So nothing goes stale and no change is ignored.
 * The user's own rules and lists are parsed in either case, and come after.
 *
 * Left out are the examples of rules, which are read only to be run (`prfaq rubric test`).
 */
#ifndef PF_CHECK_COMPILED_H
#define PF_CHECK_COMPILED_H

#include "known_words.h"
#include "rule.h"

struct pf_compiled {
	uint64_t look, hash;         /* struct pf_rubric.look and .shipped */
	const struct pf_rule *rules; /* of both rubrics, in the order of the files */
	size_t n_rules;
	struct pf_weights weights;
	const char *const *lists; /* names, by index */
	size_t n_lists;
	const uint32_t *phrases;     /* for pf_phrases_lend */
	struct pf_known_words words; /* holds whether or not the files changed */
};

/* NULL in the program that compiles it. */
extern const struct pf_compiled *const pf_compiled_rubric;

/* What was known of the word before there was a draft; NULL: nothing. */
static inline const struct pf_known_word *pf_compiled_word(struct pf_slice text,
							   const struct pf_token *token)
{
	return pf_compiled_rubric ? pf_known_word(&pf_compiled_rubric->words, text, token) : NULL;
}

#endif
