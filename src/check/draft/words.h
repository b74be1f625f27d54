/*
 * words.h - asking a few tokens whether they are one of a few words.
 *
 * For what a phrase list of the rubric cannot say: that only such words stand between two numbers.
 * Word lists are static, hold no signs and end with NULL. How their words begin is kept by the
 * address of the list: most words of a draft are turned away by that.
 */
#ifndef PF_CHECK_WORDS_H
#define PF_CHECK_WORDS_H

#include "view.h"

/* What is known of the lists; kept with the view. The caller frees it with free(). */
struct pf_asked *pf_asked_new(void);

/* Whether token i is one of the words. */
bool pf_token_among(const struct pf_view *view, uint32_t token, const char *const *words);
/* The first of the tokens [first, last) that is one of the words; `last` or later if none is. */
uint32_t pf_tokens_find(const struct pf_view *view, uint32_t first, uint32_t last,
			const char *const *words);
/* Whether one of the tokens [first, last) is one of the words. */
bool pf_tokens_any(const struct pf_view *view, uint32_t first, uint32_t last,
		   const char *const *words);
/* Whether each of them is a sign inside a sentence or one of the words. */
bool pf_tokens_only(const struct pf_view *view, uint32_t first, uint32_t last,
		    const char *const *words);

#endif
