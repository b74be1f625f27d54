/*
 * interview.h - one attempt, running: the interviewer, its clock and what the
 * candidate does, over the fold.
 *
 * Every action makes records, applies them to the fold at once and leaves them,
 * encoded, in the outbox. The caller keeps what is in the outbox (journal, then
 * pf_interview_kept) *before* it paints. Nothing here does I/O, reads a clock or rolls
 * dice: `now` and the seed are parameters.
 *
 * An action that cannot be done here (a pause in strict mode, an empty
 * question) returns false, changes nothing, and says why in pf_interview_notice.
 */
#ifndef PRFAQ_SESSION_INTERVIEW_H
#define PRFAQ_SESSION_INTERVIEW_H

#include "prfaq/bank/plan.h"
#include "prfaq/bank/prompt.h"
#include "prfaq/check/check.h"
#include "prfaq/session/clock.h"
#include "prfaq/session/fold.h"
#include "prfaq/session/matcher.h"
#include "prfaq/session/result.h"

struct pf_interview; /* opaque */

/* All borrowed for the call, but `rubric` and `past`, which must outlive the interview. */
struct pf_interview_setup {
	struct pf_slice prompt; /* the prompt file's bytes */
	struct pf_slice plan;   /* the plan file's bytes */
	struct pf_slice
		skeleton; /* what the draft begins with: pf_skeleton_cut's text; may be empty */
	const struct pf_rubric *rubric;
	enum pf_attempt_mode mode;
	int role;  /* enum pf_role_of_candidate; -1: as the prompt says */
	int level; /* 4 to 7; 0: as the prompt says */
	uint64_t seed;
	struct pf_slice previous_step;    /* of the attempt before; may be empty */
	const struct pf_check_past *past; /* earlier drafts, for the recycled-template rule */
	size_t n_past;
	struct pf_words off; /* rule ids that are silenced; must outlive the interview */
	bool no_coach;       /* practice, but without the coach */
};

/*
 * Begins an attempt: BEGIN, the first STAGE, and the skeleton's edit, if the plan begins with a
 * draft (else it comes with the drafting stage). The caller owns *out, NULL on
 * failure: PF_ERR_SYNTAX or PF_ERR_INVALID for a prompt or plan that does not load.
 */
PF_MUST_USE enum pf_status pf_interview_begin(struct pf_interview **out,
					      const struct pf_interview_setup *setup,
					      const struct pf_now *now, struct pf_error *err);

/*
 * Takes up an attempt from its journal. `fold` is taken over (pf_fold_apply_bytes filled it)
 * and freed also on failure; of `setup` only rubric, past, off and no_coach are read.
 * Records REOPEN unless the attempt is done. The notice says which rule applied to the clock, and
 * when the rubric has changed since.
 */
PF_MUST_USE enum pf_status pf_interview_reopen(struct pf_interview **out, struct pf_fold *take_fold,
					       const struct pf_interview_setup *setup,
					       const struct pf_now *now, struct pf_error *err);
void pf_interview_free(struct pf_interview *iv); /* NULL is allowed */

/* --- what must be kept --------------------------------------------------- */

/* Records made since the last pf_interview_kept, oldest first. */
const struct pf_outbox *pf_interview_outbox(const struct pf_interview *iv);
/* The caller has committed them all. */
void pf_interview_kept(struct pf_interview *iv);

/* --- actions ------------------------------------------------------------- */

/* Time passed: bell, freeze, notices of sleep and of a stepped clock, the end of the rewrite.
 * Call it before every other action and at least once a second. True when something happened. */
bool pf_interview_tick(struct pf_interview *iv, const struct pf_now *now);

/* A command on a pane, through the editor: journalled if it yields edits. Panes that the
 * present step does not offer are frozen (PF_EDIT_IS_FROZEN), so they can be read and scrolled. */
enum pf_edit_outcome pf_interview_edit(struct pf_interview *iv, const struct pf_now *now,
				       uint32_t pane, const struct pf_edit_input *input);
/* Puts `text` at the end of the pane (plain mode, scripts). */
bool pf_interview_append(struct pf_interview *iv, const struct pf_now *now, uint32_t pane,
			 struct pf_slice text);

/* ASK: puts the question that stands in PF_PANE_QUESTION and empties the pane. */
bool pf_interview_ask(struct pf_interview *iv, const struct pf_now *now);
/* ASK: "1" or "2" after "did you mean": index 0 or 1 of the last answer's alternatives. */
bool pf_interview_choose(struct pf_interview *iv, const struct pf_now *now, size_t index);

/* PROBE: closes the open probe with what stands in its reply pane. Either a follow-up comes (once)
 * or the next probe, or, when none is left, the step moves on. */
bool pf_interview_reply(struct pf_interview *iv, const struct pf_now *now);
/* PROBE: the pane of the open probe; PF_PANE_REPLY_MAX + 1 when there is none. */
uint32_t pf_interview_reply_pane(const struct pf_interview *iv);

/* MARK: may be set again until the result shows. value 0 to 5; percent 0 to 100. */
bool pf_interview_mark(struct pf_interview *iv, const struct pf_now *now,
		       enum pf_dimension dimension, int value);
bool pf_interview_odds(struct pf_interview *iv, const struct pf_now *now, int percent);
/* RESULT: starts the five minutes on the costliest passage; its words stand in PF_PANE_REWRITE. */
bool pf_interview_rewrite(struct pf_interview *iv, const struct pf_now *now);
/* REWRITE: done before the five minutes are over: records both scores. */
bool pf_interview_rewrite_done(struct pf_interview *iv, const struct pf_now *now);

/*
 * Goes on: to the next step, or the next stage, or the end. Refused where something is owed first
 * (seven marks and the odds before the result). `pf_interview_may_go_on` says what would
 * come: "Go on to Deep dive with the 7 min left.", or why not.
 */
bool pf_interview_go_on(struct pf_interview *iv, const struct pf_now *now);
bool pf_interview_may_go_on(const struct pf_interview *iv, const struct pf_now *now,
			    char line[160]);

bool pf_interview_pause(struct pf_interview *iv, const struct pf_now *now); /* practice only */
bool pf_interview_resume(struct pf_interview *iv, const struct pf_now *now);

/* --- what there is to show ----------------------------------------------- */

const struct pf_fold *pf_interview_fold(const struct pf_interview *iv);
const struct pf_prompt *pf_interview_prompt(const struct pf_interview *iv);
const struct pf_plan *pf_interview_plan(const struct pf_interview *iv);
/* The stage of the plan that runs; NULL once the attempt is over. */
const struct pf_plan_stage *pf_interview_stage(const struct pf_interview *iv);
const struct pf_rubric *pf_interview_rubric(const struct pf_interview *iv);

/* The line to tell now: a refusal, the bell, a sleep. "" when none. Until the next action. */
const char *pf_interview_notice(const struct pf_interview *iv);
/* It was told: "" from here on, until there is another. */
void pf_interview_told(struct pf_interview *iv);

/* What is always on screen. Strings are borrowed until the next action. */
struct pf_standing {
	uint32_t stage, n_stages; /* stage from 0 */
	const char *title, *goal;
	enum pf_step step;
	struct pf_clock clock;
	int64_t rewrite_left; /* REWRITE: of the five minutes; 0 else */
	bool strict;
	uint32_t words; /* written, without the skeleton's: in the pane in hand; of the draft while
			   probed; in a preparation of the sections the step asks for */
	uint32_t words_high; /* the plan's budget; 0 = none */
	const char *pacing;  /* "minute 6: hook"; NULL before the first */
	uint32_t probe;      /* PROBE: 1-based */
	bool coach;          /* the coach may speak here */
};
struct pf_standing pf_interview_standing(const struct pf_interview *iv, const struct pf_now *now);

/* The pane to type in at this step; PF_PANE_REPLY_MAX + 1 when nothing is typed. */
uint32_t pf_interview_pane(const struct pf_interview *iv);
/* A pane's editor, for the view (cursor, scrolling, rows). Made when first asked for; never NULL
 * for a valid pane. Change its text only through pf_interview_edit. */
struct pf_editor *pf_interview_editor(struct pf_interview *iv, uint32_t pane);

/* What a drill gives besides the prompt: an item "- ..." a line, a section of the model as
 * Markdown. Empty outside drills. */
struct pf_slice pf_interview_given(const struct pf_interview *iv);
/* The model answer (of the drill's section): empty until the attempt has shown its result. */
struct pf_slice pf_interview_model(const struct pf_interview *iv);

/*
 * The checker over the draft as it stands. Stale after an edit: `due` says so,
 * `check` runs it (call it when no input waits). The pointers live until the next check.
 */
bool pf_interview_check_due(const struct pf_interview *iv);
const struct pf_check *pf_interview_check(struct pf_interview *iv);
const struct pf_check *pf_interview_checked(const struct pf_interview *iv); /* the last; or NULL */
/* Coach lines of the last check: practice, while writing, never a worth. 0 in strict. */
size_t pf_interview_coach(const struct pf_interview *iv, struct pf_coach_line *out, size_t max);

/* The check of the draft at the bell or at the end (the present one, until then); for result and
 * review screens. NULL before the self-mark. Lives until the interview is freed. */
enum pf_moment { PF_MOMENT_BELL, PF_MOMENT_FINAL };
const struct pf_check *pf_interview_card(struct pf_interview *iv, enum pf_moment moment);
/* NULL before the result. */
const struct pf_result *pf_interview_result(struct pf_interview *iv);

/* Words written in a part by the last check, without the skeleton's; false: no such part. */
bool pf_interview_words_in(const struct pf_interview *iv, enum pf_part_id id, uint32_t *words);

/* Names of the eight topics with whether each was asked, for the help in stage 1. */
struct pf_topic_state {
	const char *name;
	bool asked;
};
size_t pf_interview_topics(const struct pf_interview *iv, struct pf_topic_state *out, size_t max);

/* --- without a running interview ----------------------------------------- */

/* The context for pf_check_run from a fold and its prompt. Owns its arrays; the fold and the prompt
 * must outlive it. `past` and `off` as in the setup. */
struct pf_session_context;
struct pf_session_context *pf_session_context_new(const struct pf_fold *fold,
						  const struct pf_prompt *prompt);
/* The same for `check --prompt ID`: no attempt, every constraint and fact known. */
struct pf_session_context *pf_session_context_of_prompt(const struct pf_prompt *prompt,
							int32_t today, int role, int level);
void pf_session_context_free(struct pf_session_context *context);
/* May be changed by the caller (past, off, role, level: "judge as"). */
struct pf_check_context *pf_session_context_get(struct pf_session_context *context);

#endif
