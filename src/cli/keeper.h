/*
 * keeper.h - what is typed, kept: the outbox of an interview into the store.
 *
 * One place for interview screens, plain mode and drills. When the store
 * fails, the text stays in memory and in the outbox, is tried again with the
 * next commit, and a copy goes to a rescue file whose path is told.
 */
#ifndef SRC_CLI_KEEPER_H
#define SRC_CLI_KEEPER_H

#include "prfaq/app/app.h"
#include "prfaq/cli/command.h"
#include "prfaq/session/interview.h"
#include "prfaq/store/journal.h"
#include "prfaq/store/rescue.h"
#include "prfaq/store/store.h"

struct keeper {
	struct pf_store *store; /* NULL: could not be opened */
	char why_closed[400];   /* then, why; one line */
	struct pf_journal *journal;
	struct pf_rescue_folders folders;
	char rescued[PF_PATH_MAX]; /* "" until a rescue file was needed */
	int64_t rescued_at;        /* monotonic */
	char trouble[600];         /* "" when all is well */
};

/* Never fails: what is wrong stands in `trouble`. */
void keeper_open(struct keeper *k, const struct pf_cli *cli);
void keeper_close(struct keeper *k);
/* Without a store: says why. PF_EXIT_FAILED. */
enum pf_exit keeper_closed(const struct keeper *k, const struct pf_cli *cli);

/* Commits the outbox. False when it could not be: `trouble` has one line that says what happened
 * and where the text is. */
bool keeper_commit(struct keeper *k, struct pf_interview *iv, const struct pf_now *now);
/* Puts summary and draft. Quiet about failure: the journal is what counts. */
void keeper_summary(struct keeper *k, struct pf_interview *iv);
#define KEEPER_NOTHING_KEPT "Nothing was asked or written, so nothing is kept."

/* Lets go of the attempt and makes it safe against loss of power; what could not be committed is
 * written to the rescue file once more. An attempt without any work is deleted: false. */
bool keeper_let_go(struct keeper *k, struct pf_interview *iv, const struct pf_now *now);
/* In a pause: what is committed is made safe against loss of power; a long WAL is folded in; what
 * could not be committed goes to the rescue file. `iv` is NULL when none is open. */
void keeper_rest(struct keeper *k, struct pf_interview *iv, const struct pf_now *now);

/* The journal of an attempt, read whole. `hold` takes its lock first, for keeper_commit:
 * PF_ERR_BUSY names the holder. The caller releases. */
struct kept {
	struct pf_journal_entry *v;
	size_t n, cap;
	struct pf_buf bytes;
};
PF_MUST_USE enum pf_status keeper_read(struct keeper *k, const char *id, bool hold,
				       struct kept *out, struct pf_error *err);
/* Gives the lock back when the attempt does not go on after all. */
void keeper_unhold(struct keeper *k);
struct pf_journal_view kept_view(struct kept *kept); /* points the bodies; borrowed */
void kept_release(struct kept *kept);

/* The attempts, newest first, as the app lists them; without a store there are none. On failure *n
 * is 0 and *rows NULL. The caller frees *rows. */
PF_MUST_USE enum pf_status keeper_rows(struct keeper *k, struct pf_app_row **rows, size_t *n,
				       struct pf_error *err);

/* The latest drafts of other attempts, for the recycled-template rule. Owns its texts. */
struct past_drafts {
	struct pf_check_past *v;
	size_t n, cap;
	struct pf_names texts; /* what the slices point into */
	struct pf_attempt_list attempts;
};
void keeper_past(struct keeper *k, struct past_drafts *out);
void past_release(struct past_drafts *past);

#endif
