/*
 * doubt.h - what a page itself calls uncertain, and how it will know better.
 */
#ifndef PF_CHECK_DOUBT_H
#define PF_CHECK_DOUBT_H

#include "view.h"

/* "My guess is 40", "maybe 90,000", "I'd count on 70%": a number its writer would not swear to. */
bool pf_doubt_guesses(const struct pf_view *view, size_t quant);

/* "Later years depend on whether more boats come", "whether he is woken depends on the team":
 * tokens [first, last), a sentence, say so. */
bool pf_doubt_hangs(const struct pf_view *view, uint32_t first, uint32_t last);

/* Whether the sentence admits that something is not known: by a phrase of the n lists, by what it
 * hangs on, or by when one will know. *at is those words. That others do not know ("drivers do
 * not know") admits nothing. */
bool pf_doubt_admitted(const struct pf_view *view, const uint32_t *lists, size_t n, size_t sentence,
		       struct pf_range *at);

/* Whether the words around say when or how one will know: a day, a test, a question that will be
 * asked, a number that decides. Around is the answer of a question, the row of a table, else the
 * sentences beside it. */
bool pf_doubt_settled(const struct pf_view *view, struct pf_range at);
/* The same of how alone, and of a day alone. */
bool pf_doubt_tested(const struct pf_view *view, struct pf_range at);
bool pf_doubt_dated(const struct pf_view *view, struct pf_range at);

#endif
