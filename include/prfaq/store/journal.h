/*
 * journal.h - the records of one attempt, appended in order and never changed.
 *
 * A record is a kind, a time and bytes; what they mean is the session's
 * affair. seq is 1, 2, 3 ... without gaps, given by the store. A journal that is open for
 * writing holds the attempt's lock: no second process can write to it. The
 * lock ends with pf_journal_close or with the process, however that dies.
 */
#ifndef PRFAQ_STORE_JOURNAL_H
#define PRFAQ_STORE_JOURNAL_H

#include <stddef.h>
#include <stdint.h>

#include "prfaq/base/error.h"
#include "prfaq/base/slice.h"
#include "prfaq/base/status.h"
#include "prfaq/store/attempt.h"
#include "prfaq/store/store.h"

/* Above the largest draft (16 MiB) whatever the codec adds. */
#define PF_JOURNAL_BODY_MAX (64u << 20)

struct pf_journal_record {
	uint32_t seq;         /* 1-based; ignored by append */
	uint8_t kind;         /* the session's */
	int64_t at;           /* ms, the session's */
	struct pf_slice body; /* any bytes, NUL too; may be empty */
};

struct pf_journal;

/*
 * Opens an attempt for writing and takes its lock; makes the attempt (with an
 * empty summary, state open) when there is none of this id. PF_ERR_BUSY when another journal
 * has it, in this process or another: the message names the attempt and the
 * process. PF_ERR_INVALID for an id that is not valid. `store` must outlive
 * the journal. On failure *out is NULL.
 */
PF_MUST_USE enum pf_status pf_journal_open(struct pf_journal **out, struct pf_store *store,
					   const char *id, struct pf_error *err);
/* Gives the lock back. NULL is allowed. */
void pf_journal_close(struct pf_journal *journal);

const char *pf_journal_id(const struct pf_journal *journal);

/*
 * Appends n records in one transaction: all or none. When it returns PF_OK
 * they survive the death of the process (store.h says what survives more).
 * Takes some 10 to 20 microseconds for a small record. PF_ERR_TOO_BIG over
 * PF_JOURNAL_BODY_MAX. After a failure the journal is still open and the same records may be tried
 * again.
 */
PF_MUST_USE enum pf_status pf_journal_append(struct pf_journal *journal,
					     const struct pf_journal_record *records, size_t n,
					     struct pf_error *err);

/*
 * Reads the records with seq > after, in order, without any lock: as they are
 * at the start of the call. `fn` gets each with a body that is valid during that call only;
 * it must not write to the same store; what it returns other than PF_OK ends
 * the reading and is returned. PF_ERR_NOT_FOUND when there is no such attempt.
 * PF_ERR_DAMAGED when a number is missing in between: those before the gap have been given.
 */
PF_MUST_USE enum pf_status
pf_journal_read(struct pf_store *store, const char *id, uint32_t after,
		enum pf_status (*fn)(void *ctx, const struct pf_journal_record *record), void *ctx,
		struct pf_error *err);

/* The process that has this attempt open for writing, or 0: nobody. A moment's truth, for lists. */
long pf_journal_holder(struct pf_store *store, const char *id);

#endif
