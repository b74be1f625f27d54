/*
 * noise.h - numbers that are names, private to the quant layer. Each takes a number as read.
 */
#ifndef PRFAQ_SRC_QUANT_NOISE_H
#define PRFAQ_SRC_QUANT_NOISE_H

#include "unit/measure.h"

/* Is the number at m a name, a label, a year or a time? Moves *skip past what it belongs to. */
bool is_noise(const struct parse *p, const struct measure *m, size_t *skip);
/* Past the saying whose number begins at token i: "in [two] minds"; i when it is none. */
size_t past_saying(const struct parse *p, size_t i);

/* Past everything glued to token i: the rest of a code such as "c5.xlarge". */
size_t past_glued(const struct parse *p, size_t i);
bool is_year_at(const struct parse *p, size_t i); /* 1900 to 2099, four digits */
/* "S3", "COVID-19", "v2.0", "us-east-1": a number behind letters of a name. */
bool in_code(const struct parse *p, size_t i);
/* "Step 3", "Section 4.2", "Day 1": a noun that has numbers; not at the head of a text. */
bool after_label(const struct parse *p, const struct measure *m);
/* "pupils in Year 7": a class, and no year of a plan. */
bool is_school_year(const struct parse *p, size_t i);
/* Such a noun right before token i, or before a bracket there. */
bool label_before(const struct parse *p, size_t i);
/* "dial 112", "ZIP code 60614", "the SKU is 4402"; not at the head of a text. */
bool is_identity(const struct parse *p, const struct measure *m);
/* What HTTP answers when it fails. */
bool is_status(double v);
/* Could the word in small letters at i be a thing that is told apart by a number? */
bool is_numbered_noun(const struct parse *p, size_t i);
/* "under lamp 4": a noun of no table, and nothing to count; not at the head of a text. */
bool is_numbered_thing(const struct parse *p, const struct measure *m);
/* "4.2": digits with a point, and nothing more. */
bool is_pointed(const struct parse *p, const struct measure *m);
/* "ISO 27001", "iPhone 15", "Day 1": what stands before makes it a name. */
bool after_name(const struct parse *p, const struct measure *m);
/* "24/7", "50/50", "9/11" in the tokens [first, last) */
bool is_saying(const struct parse *p, size_t first, size_t last);
/* "a 360-degree review", "the million-dollar question" */
bool is_all_round(const struct parse *p, const struct measure *m);
/* "the Euro 6 standard", "Euro 2024" */
bool is_emission(const struct parse *p, const struct measure *m);
bool is_big_question(const struct parse *p, const struct measure *m);
/* "9:30", "5 p.m.", "half past nine"; *skip is past it. */
bool is_clock(const struct parse *p, const struct measure *m, size_t *skip);
/* "+1 206 555 0142", "112/119/911", "6016 1331 9268 19"; *skip is past it. */
bool is_telephone(const struct parse *p, const struct measure *m, size_t *skip);
/* "Six Sigma": words with capitals. */
bool is_title(const struct parse *p, const struct measure *m);
/* "the top ten list", "the Big Four auditors", "the two of us" */
bool is_rank(const struct parse *p, const struct measure *m);
/* "five forms become one": it counts what is left. */
bool what_is_left(const struct parse *p, const struct measure *m);
/* "played 99 Luftballons", "sings 500 Miles"; not at the head of a text. */
bool is_performed(const struct parse *p, const struct measure *m);
/* "404 Not Found", "410 Terry Avenue", "5 Whys": what follows does. */
bool leads_name(const struct parse *p, const struct measure *m);

#endif
