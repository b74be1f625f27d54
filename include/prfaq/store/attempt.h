/*
 * attempt.h - the summary row of an attempt: what lists, trends and the home
 * screen need without folding the journal.
 *
 * The journal is the truth. A summary is a copy that the writer takes from the
 * fold and puts here; a lost one can be made again from the records.
 */
#ifndef PRFAQ_STORE_ATTEMPT_H
#define PRFAQ_STORE_ATTEMPT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "prfaq/base/error.h"
#include "prfaq/base/slice.h"
#include "prfaq/base/status.h"
#include "prfaq/store/store.h"

#define PF_ATTEMPT_ID_MAX 32
#define PF_SCORE_NONE     (-1) /* not scored */

enum pf_attempt_state {
	PF_ATTEMPT_OPEN = 0, /* can be resumed */
	PF_ATTEMPT_DONE,
};

/*
 * Fixed size, no pointers: it can be zeroed, copied and forgotten. All strings
 * are NUL-ended UTF-8, "" when unknown, times are ms since 1970 in UTC.
 * pf_attempt_set_text() fills a field and cuts between code points.
 */
struct pf_attempt {
	char id[PF_ATTEMPT_ID_MAX]; /* "20261123-k7f3q" */
	enum pf_attempt_state state;
	int64_t started;
	int64_t ended;        /* 0 while open */
	char prompt[64];      /* the prompt's id */
	char title[128];      /* the prompt's title */
	char plan[32];        /* "interview", "short", "drill-metrics" ... */
	char section[32];     /* a drill's section; "" for anything else */
	char role[16];        /* "pm", "tpm", "leader" */
	char level[8];        /* "L4" to "L7" */
	char mode[16];        /* "practice" or "strict" */
	int32_t minutes;      /* practised, pauses left out */
	int32_t words;        /* in the draft */
	int32_t score_bell;   /* 0 to 100 when time ran out, or PF_SCORE_NONE */
	int32_t score_final;  /* 0 to 100 at the end, or PF_SCORE_NONE */
	char votes[96];       /* as shown: "customer NO, execution YES, data NO" */
	char next_step[512];  /* what the candidate takes to the next attempt */
	char rubric_hash[72]; /* of the rubric both scores were made with */
};

/* A zeroed summary but for the scores, which are PF_SCORE_NONE. */
void pf_attempt_init(struct pf_attempt *attempt);
/* Copies s into a field of `size` bytes, cut between code points, NUL-ended; a NUL in s ends it. */
void pf_attempt_set_text(char *field, size_t size, struct pf_slice s);
#define PF_ATTEMPT_SET(field, slice) pf_attempt_set_text((field), sizeof(field), (slice))

/* An id is 1 to 31 of [a-z0-9-] and begins with a letter or digit: it is also a file's name. */
bool pf_attempt_id_valid(const char *id);

/*
 * Writes the summary, replacing the one with this id or making a new attempt.
 * One transaction. PF_ERR_INVALID for an id that is not valid.
 */
PF_MUST_USE enum pf_status pf_attempt_put(struct pf_store *store, const struct pf_attempt *attempt,
					  struct pf_error *err);
/* PF_ERR_NOT_FOUND leaves *out as it was. */
PF_MUST_USE enum pf_status pf_attempt_get(struct pf_store *store, const char *id,
					  struct pf_attempt *out, struct pf_error *err);
/*
 * As the user types an id: the whole of it, a beginning or an end that only one
 * attempt has ("k7f3q"), or "last" for the newest. PF_ERR_NOT_FOUND (the message names the
 * nearest), PF_ERR_INVALID when several fit (the message names them).
 */
PF_MUST_USE enum pf_status pf_attempt_find(struct pf_store *store, const char *typed,
					   struct pf_attempt *out, struct pf_error *err);

enum pf_attempt_which { PF_ATTEMPTS_ALL, PF_ATTEMPTS_OPEN, PF_ATTEMPTS_DONE };

struct pf_attempt_list {
	struct pf_attempt *v;
	size_t n, cap;
};

/* Appends the latest `limit` (0: all) by `started`, newest first, to *out, which the caller
 * releases; on failure *out is as before. */
PF_MUST_USE enum pf_status pf_attempt_query(struct pf_store *store, enum pf_attempt_which which,
					    uint32_t limit, struct pf_attempt_list *out,
					    struct pf_error *err);
void pf_attempt_list_release(struct pf_attempt_list *list);

/*
 * Deletes records, summary and text: for good, the space is given back by
 * the next writes. PF_ERR_BUSY when a living process (this one too) has the
 * attempt's journal open, PF_ERR_NOT_FOUND. A very long journal goes in several short transactions,
 * the summary last, so a delete that is cut off can be repeated.
 */
PF_MUST_USE enum pf_status pf_attempt_delete(struct pf_store *store, const char *id,
					     struct pf_error *err);

#endif
