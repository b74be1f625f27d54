/*
 * voices.h - quotations, and for whom they speak: the house or its customers.
 */
#ifndef PF_PARTS_VOICES_H
#define PF_PARTS_VOICES_H

#include "units/find.h"

#define PF_ASIDE_TOKENS 10u /* as much prose behind a quotation goes with it */
#define PF_QUOTE_TOKENS 6u  /* fewer in marks are a name or a word */
/* quotes.c: is the unit a quotation, a line that names its speaker, and whose is it? `company`:
 * the company has spoken before. */
uint32_t pf_quote_first(const struct pf_find *f, const struct pf_unit *u);
bool pf_is_quotation(const struct pf_find *f, size_t at);
/* A label that asks nothing stands before what somebody says. */
bool pf_lets_speak(const struct pf_find *f, const struct pf_unit *u);
bool pf_is_attribution(const struct pf_find *f, size_t at);
enum pf_part_id pf_speaker(const struct pf_find *f, size_t at, bool company);
/* houses.c: 1 where the one who speaks is of a stranger's house, -1 of the company's, 0 where no
 * name tells; pf_house_named by what they are called only. */
int pf_house_of(const struct pf_find *f, size_t at);
int pf_house_named(const struct pf_find *f, size_t at);
/* "Nina Patel, founder of an early-stage company", "a funeral director": they lead one of many. */
bool pf_leads_some_house(const struct pf_find *f, const struct pf_unit *u);
/* "Ada Holm, Kestrel developer". pf_house_at_end: ", Acme Corp." at the end of who says it; 1 for a
 * stranger's, -1 for the headline's own, 0 for none. */
bool pf_is_of_the_house(const struct pf_find *f, size_t at);
int pf_house_at_end(const struct pf_find *f, size_t at);
/* How the one who speaks is named: 1 as a customer, -1 as one of the company, 0 for neither. */
int pf_named_as(const struct pf_find *f, size_t at);
/* voices.c: how much what stands around and in a quotation speaks for a customer; negative for the
 * house. */
int pf_voice_sign(const struct pf_find *f, size_t at);
/* The quotation above of the one who speaks again, by their name or its last word; SIZE_MAX. */
size_t pf_spoke_before(const struct pf_find *f, size_t at);
/* Whoever has their first and last name in the announcement speaks for the house. */
bool pf_is_announced(const struct pf_find *f, size_t at);
/* Who is named, then a colon and what they say of themselves; where a quotation that opens its
 * paragraph ends, at another voice or at prose: a token, u->last for all of it. */
bool pf_is_led_quote(const struct pf_find *f, const struct pf_unit *u);
uint32_t pf_quote_stop(const struct pf_find *f, const struct pf_unit *u);
/* When all quotations went to one side, gives the one that fits it least to the other. */
void pf_voices_settle(struct pf_find *f);

#endif
