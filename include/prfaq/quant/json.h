/*
 * json.h - quantities as JSON: what `prfaq numbers --lines` and `--json` print.
 */
#ifndef PRFAQ_QUANT_JSON_H
#define PRFAQ_QUANT_JSON_H

#include "prfaq/base/buf.h"
#include "prfaq/quant/quant.h"

/*
 * Appends one quantity as an object: start, end (bytes), kind, text, value (a number; for
 * ranges an array of two; for dates "2026-06-15", "2026-06", "2026-Q3", "XXXX-06" as precisely
 * as the text says), unit (dates have none), and bound, dir, role, per, of, past, pair (the index
 * of its partner) where there are any. Invalid UTF-8 in the text is written as U+FFFD.
 */
void pf_quant_json(struct pf_buf *out, struct pf_slice text, const struct pf_quant *q);

/* Appends {"quantities":[...]} and a newline. */
void pf_quants_json_line(struct pf_buf *out, struct pf_slice text, const struct pf_quants *quants);

/*
 * Reads `input` as lines, each a text of its own (plain, no Markdown; URLs are masked), and
 * appends one object a line, in order; an empty line gives an empty list. Linear.
 */
void pf_quants_json_lines(struct pf_buf *out, struct pf_slice input);

#endif
