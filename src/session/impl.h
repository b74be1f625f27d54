/*
 * impl.h - the running interview: what its files share.
 *
 * The fold is the state; everything else here is either a parameter (prompt,
 * plan, rubric), a cache that can be made again (check, cards, result, texts), or a word
 * on its way (outbox, notice).
 */
#ifndef PRFAQ_SESSION_IMPL_H
#define PRFAQ_SESSION_IMPL_H

#include "prfaq/session/interview.h"

#define PF_PROBES_MIN     6
#define PF_DRILL_MAX      (12 * PF_MINUTE) /* reading, work and looking back together */
#define PF_REWRITE_LENGTH (5 * PF_MINUTE)
#define PF_PASSAGE_MAX    1200 /* bytes that can be written again in that time */
#define PF_COACH_MAX      12   /* lines */
#define PF_NO_PANE        (PF_PANE_REPLY_MAX + 1)

struct pf_lines {
	struct pf_slice *v;
	size_t n, cap;
};

struct pf_interview {
	struct pf_fold *fold;
	struct pf_prompt *prompt;
	struct pf_plan *plan;
	const struct pf_rubric *rubric;
	const struct pf_check_past *past;
	size_t n_past;
	struct pf_words off;
	bool no_coach;

	struct pf_outbox outbox;
	struct pf_now seen; /* the last tick: what a sleep is measured against */
	char notice[240];

	struct pf_session_context *context; /* of checks; NULL: to be made anew */
	struct pf_check check;              /* of the draft as it stood at check_version */
	bool checked;
	uint64_t check_version;
	uint32_t part_words[PF_PART_COUNT]; /* written in each part of that check */
	struct pf_lines skeleton_lines;     /* into the fold's skeleton */
	struct pf_check cards[2];           /* by enum pf_moment */
	bool carded[2];
	struct pf_result result;
	bool has_result;
	struct pf_buf given, model; /* texts of the prompt, made once */
};

/* journal.c: encodes the record into the outbox and applies it. A record that the fold
 * refuses here is a bug. */
void pf_interview_emit(struct pf_interview *iv, const struct pf_now *now, struct pf_record *record);
/* Sets the notice. */
void pf_tell(struct pf_interview *iv, const char *fmt, ...) PF_PRINTF(2, 3);
/* The same for an action that does nothing: `return pf_refuse(iv, "...")`, which is false. */
#define pf_refuse(...) (pf_tell(__VA_ARGS__), false)
/* A STEP record; nothing when it is that step already. */
void pf_step_to(struct pf_interview *iv, const struct pf_now *now, enum pf_step step);

/* panes.c: replaces the whole text of a pane, journalled. Nothing when it is the same. */
void pf_interview_put_text(struct pf_interview *iv, const struct pf_now *now, uint32_t pane,
			   struct pf_slice text);

/* checked.c: what the checker is told besides the draft; until something but the draft changes. */
struct pf_check_context *pf_interview_context(struct pf_interview *iv);
/* The checker with it. False with a notice when it could not. */
bool pf_interview_run_check(struct pf_interview *iv, struct pf_check *out, struct pf_slice draft);

/* views.c: fills given and model. */
void pf_interview_prepare(struct pf_interview *iv);

/* steps.c */
int64_t pf_stage_length(const struct pf_interview *iv, size_t stage);
void pf_stage_begin(struct pf_interview *iv, const struct pf_now *now, size_t stage,
		    int64_t carried, bool runs_on);
/* The next stage at the bell of a strict one, or nothing when there is none. */
bool pf_stage_moves_at_bell(const struct pf_interview *iv);

/* talk.c: an answer that a crash left out. */
void pf_answer_pending(struct pf_interview *iv, const struct pf_now *now);

/* probes.c: asks the next probe; false when enough were asked. */
bool pf_probe_next(struct pf_interview *iv, const struct pf_now *now);

/* reply.c: what a reply holds. */
struct pf_reply_found {
	uint32_t found; /* enum pf_reply_has bits */
	bool evaded;
	char mismatch[240]; /* "You wrote $1.1M a year; now you say $2M a year. Which?" or "" */
	char shown[96];     /* "number yes, source no" */
};
struct pf_reply_found pf_reply_read(const struct pf_interview *iv, const struct pf_probed *probe,
				    struct pf_slice reply);
/* One follow-up for a reply that evaded. */
void pf_reply_follow_up(const struct pf_probed *probe, const struct pf_reply_found *found,
			char out[240]);

/* result_lines.c: the first lines of a result that is made but for them; result_clarify.c: those
 * of a drill that has no page. */
void pf_result_lines(const struct pf_interview *iv, const struct pf_check *check,
		     struct pf_result *result);
void pf_clarify_lines(const struct pf_interview *iv, struct pf_result *result);

/* Negative: not scored. */
static inline double pf_score_of(const struct pf_check *check)
{
	return check->card.scored ? check->card.score : -1;
}

/* result.c, panel.c */
void pf_judge(struct pf_interview *iv, const struct pf_now *now);
void pf_panel_vote(const struct pf_fold *fold, const struct pf_check *check, enum pf_lens lens,
		   struct pf_result *result);
/* The first words of a range, in quotation marks, at most `max` characters. */
void pf_quote(char *out, size_t size, struct pf_slice text, struct pf_range range, size_t max);

/* words.c: words of the text that are not the skeleton's: neither its lines nor "[guidance]". */
uint32_t pf_words_written(const struct pf_interview *iv, struct pf_slice text);
/* Appends the text with blanks for what the skeleton's "[guidance]" still says, at the same
 * offsets; false when it says nothing any more. */
bool pf_words_mask(const struct pf_interview *iv, struct pf_slice text, struct pf_buf *out);
/* How many "[guidance]" of the skeleton still stand in the text, and the first of them. */
size_t pf_words_left(const struct pf_interview *iv, struct pf_slice text, struct pf_slice *first);
void pf_words_prepare(struct pf_interview *iv);     /* fills skeleton_lines */
void pf_words_count_parts(struct pf_interview *iv); /* fills part_words, after a check */

#endif
