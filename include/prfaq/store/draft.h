/*
 * draft.h - the text of attempts, for searching and comparing.
 *
 * A copy of what the fold gives, put when an attempt pauses or ends, so that
 * search, export and the check against past drafts need no fold.
 */
#ifndef PRFAQ_STORE_DRAFT_H
#define PRFAQ_STORE_DRAFT_H

#include <stddef.h>

#include "prfaq/base/buf.h"
#include "prfaq/base/error.h"
#include "prfaq/base/slice.h"
#include "prfaq/base/status.h"
#include "prfaq/store/attempt.h"
#include "prfaq/store/store.h"

/*
 * Keeps `text` byte for byte as the attempt's draft and indexes its first 512 KiB. One transaction,
 * a few milliseconds: put it when no key waits. PF_ERR_NOT_FOUND when there is no such attempt.
 */
PF_MUST_USE enum pf_status pf_draft_put(struct pf_store *store, const char *id,
					struct pf_slice text, struct pf_error *err);
/* Appends the text to *out. PF_ERR_NOT_FOUND when none was put. */
PF_MUST_USE enum pf_status pf_draft_get(struct pf_store *store, const char *id, struct pf_buf *out,
					struct pf_error *err);

/* One attempt whose draft holds every word searched for. */
struct pf_draft_hit {
	struct pf_attempt attempt;
	char snippet[256];        /* some twenty words around the first place, on one line */
	struct pf_range marks[8]; /* the words found, bytes of `snippet`, in order */
	size_t n_marks;
};

struct pf_draft_hits {
	struct pf_draft_hit *v;
	size_t n, cap;
};

/*
 * Attempts whose draft holds all the words of `words` (by stem, case and accents ignored, the last
 * one as a beginning), best first, at most `limit` (0: 50). Text in double
 * quotes is a phrase. There is no other syntax, so nothing typed is an error; without any
 * word there are no hits. Appends to *out, which the caller releases.
 */
PF_MUST_USE enum pf_status pf_draft_search(struct pf_store *store, struct pf_slice words,
					   size_t limit, struct pf_draft_hits *out,
					   struct pf_error *err);
void pf_draft_hits_release(struct pf_draft_hits *hits);

#endif
