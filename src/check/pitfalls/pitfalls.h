/*
 * pitfalls.h - the article's four pitfalls, judged of the page as a whole.
 *
 * Not "this word is vague", which rules say, but what a bar raiser would say of the page once it is
 * read. Each one found shows the words that gave it away.
 *
 * feature_first: what the product has is told before what it is for. Above the trouble, or in a
 * release that tells none, stands a list of four and more features before the first number that is
 * to be reached; or a release tells neither a trouble nor a number; or paragraphs of the offer
 * stand between the news and the trouble; or 105 words and more tell of the offer above it, however
 * they stand; or headline and news, or a release without a trouble, speak in five and more
 * technical terms. A trouble is a part of its own, or a paragraph full of what hurts.
 *
 * vague_numbers: amounts are claimed in words, three different ones and more ("many", "quickly",
 * "improves") and one in 150 words, and the numbers of the release do not make up for them; a
 * number that says what changes makes up for three. A page that claims nothing is not vague,
 * however little it counts: its parts are said to hold no number; nor is one with three figures and
 * more, its answers too. Where no figure stands at all, "most" and "some" are claims as well. Vague
 * as well is a gain promised by a word of degree where an amount is due ("relieves them
 * considerably", "far fewer calls"), in the release or in an answer, however many others are
 * counted: it is the one that a bar raiser asks about. No promise is what is doubted, denied,
 * conditional, quoted, or told beside a number in the release.
 *
 * ignored_constraints: no day, no money and no law is named. With a brief the rules of its limits
 * tell instead.
 *
 * over_engineering: much more is built than one need asks for. Either the offer holds, on the room
 * of a page, five and more kinds of thing (a portal, a score, a planner, an assistant), or four
 * where it is a list; or six and more pieces of work: technologies that it is assembled from,
 * whatever makes a thing fit for all (tenants, plug-ins, dashboards, "end to end"), and its parts
 * where it counts five and more of them itself ("nine skills"). Two more of either where something
 * is said to be left out. What is denied is not built, and what stands in answers, trouble or
 * quotations is not promised.
 */
#ifndef PF_CHECK_PITFALLS_H
#define PF_CHECK_PITFALLS_H

#include "draft/judge.h"

#define PF_PITFALL(name) \
	void pf_pitfall_##name(const struct pf_view *view, struct pf_pitfall_score *p)

PF_PITFALL(features);
PF_PITFALL(vague);
PF_PITFALL(limits);
PF_PITFALL(overbuilt);

#undef PF_PITFALL

/* Promises without an amount; *first: the words of the first, to the end of its sentence. */
size_t pf_promises_count(const struct pf_view *view, struct pf_range *first);

/* Different technical terms in the range, as far as they are told apart: what the makers' lists
 * hold, words in capitals; *first: the first, if there is one. */
size_t pf_terms_count(const struct pf_view *view, struct pf_range range, struct pf_range *first);

/* The tests of page and number that several of them make. */

/* Parts in which an outcome is promised; FAQ, plans and appendices explain. */
bool pf_is_release(enum pf_part_id part);
/* Where the questions begin, or the text ends. */
uint32_t pf_release_end(const struct pf_view *view);
/* Does the number say what is to be achieved or how much hurts? */
bool pf_is_outcome(const struct pf_view *view, size_t quant);
/* From what, to what, by how much; not only how much of something there is. */
bool pf_is_change(const struct pf_quant *q);

#endif
