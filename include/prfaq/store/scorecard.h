/*
 * scorecard.h - scorecards kept, so that a list of a hundred attempts does not
 * run the checker a hundred times.
 *
 * A cache: anything here may be deleted and made again. Never mixed unmarked:
 * a card is found only under the very key it was put with.
 */
#ifndef PRFAQ_STORE_SCORECARD_H
#define PRFAQ_STORE_SCORECARD_H

#include <stdint.h>

#include "prfaq/base/buf.h"
#include "prfaq/base/error.h"
#include "prfaq/base/slice.h"
#include "prfaq/base/status.h"
#include "prfaq/store/store.h"

/*
 * `moment` is how many records were folded (pf_journal_record.seq of the
 * last): the same records give the same draft. `key` is everything else the card depends
 * on: the rubric's hash, and the role and level where the attempt is judged as another.
 * `card` is any bytes. Replaces the one before. PF_ERR_NOT_FOUND: no such attempt.
 */
PF_MUST_USE enum pf_status pf_scorecard_put(struct pf_store *store, const char *id, uint32_t moment,
					    const char *key, struct pf_slice card,
					    struct pf_error *err);
/* Appends the card to *out. PF_ERR_NOT_FOUND when there is none under this key. */
PF_MUST_USE enum pf_status pf_scorecard_get(struct pf_store *store, const char *id, uint32_t moment,
					    const char *key, struct pf_buf *out,
					    struct pf_error *err);

#endif
