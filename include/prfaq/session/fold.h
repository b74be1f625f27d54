/*
 * fold.h - the state of an attempt: the fold of its records.
 *
 * pf_fold_apply is the only thing that changes a fold. It is closed: it calls
 * no matcher, no checker, no bank; everything that was shown is in the records. So the same records
 * give the same fold on any day and any version, and replay is the fold with a clock. (The store's
 * struct pf_attempt is the summary row of a list; this is the attempt itself.)
 *
 * Read the fields freely; write none. Texts are owned by the fold and live until
 * the next apply.
 */
#ifndef PRFAQ_SESSION_FOLD_H
#define PRFAQ_SESSION_FOLD_H

#include "prfaq/check/check.h"
#include "prfaq/edit/editor.h"
#include "prfaq/session/dimension.h"
#include "prfaq/session/record.h"

/* A question of stage 1 with its answer. */
struct pf_asked {
	char *text;
	bool proposes, two;
	bool answered; /* the answer's record has come */
	enum pf_met met;
	char *answer, *fact, *topic; /* "" when none */
	uint32_t worth;
	char *reveals, *alternatives, *labels; /* lines */
	int64_t cost;                          /* ms of the stage the answer took */
	int64_t at;                            /* ms since its stage began, pauses left out */
};

/* A fact learned: a line of the notebook. */
struct pf_known {
	char *fact, *topic, *text;
	char *reveals; /* lines: ids of constraints and data points */
	uint32_t worth;
};

struct pf_probed {
	enum pf_probe_source source;
	enum pf_lens lens;
	char *prompt_probe, *rule, *topic, *text, *why, *then;
	char *quote;
	struct pf_range span; /* in the draft as it stood; empty when nothing is quoted */
	char *other;
	struct pf_range other_span;
	uint32_t good; /* enum pf_reply_has bits hoped for */
	bool substance;
	char *follow_up; /* "" when none was asked */
	char *follow_up_why;
	bool closed;
	uint32_t found; /* bits */
	bool evaded;
	char *shown; /* "number yes, source no"; "" while open */
};

struct pf_voted {
	bool cast;
	enum pf_vote before, after;
	char *moved, *quote, *reason;
	uint32_t line;
	double score;
};

/* A stage that began. */
struct pf_stage {
	uint32_t index;
	enum pf_step first;
	char *title;
	int64_t length, carried; /* ms; carried is part of length */
	bool rang;               /* its bell rang */
	bool ended;              /* a later stage began, or the attempt is over */
	int64_t left;            /* once ended: ms left, negative for overtime */
	int64_t paused;          /* ms of pauses in it */
	char *text;      /* the draft when the bell rang, else when the stage ended; NULL before */
	size_t text_len; /* bytes; the text may hold NUL */
};

struct pf_fold {
	bool begun, done;
	uint32_t records; /* applied */
	struct pf_now begin_now, last_now;

	/* from BEGIN */
	char *id, *prompt_id, *prompt_title, *plan_id, *section, *rubric, *rubric_hash,
		*previous_step, *skeleton;
	char *prompt, *plan; /* YAML, NUL-ended */
	size_t prompt_len, plan_len;
	uint64_t seed;
	enum pf_attempt_kind kind;
	enum pf_attempt_mode mode;
	enum pf_role_of_candidate role;
	enum pf_level level;
	int32_t today;
	uint32_t n_stages;
	int64_t total; /* ms */

	/* the clock (clock.h reads it) */
	int64_t deadline; /* of the ruling clock; meaningless before the first stage */
	bool paused;
	struct pf_now paused_at;
	int64_t paused_ms; /* all pauses of the attempt that have ended */
	enum pf_step step;
	struct {
		struct pf_stage *v;
		size_t n, cap;
	} stages; /* the last is the current one */

	/* texts: NULL until first typed in */
	struct pf_editor *panes[PF_PANE_REPLY_MAX + 1];

	struct {
		struct pf_asked *v;
		size_t n, cap;
	} asked;
	struct {
		struct pf_known *v;
		size_t n, cap;
	} notebook;
	struct {
		struct pf_probed *v;
		size_t n, cap;
	} probes; /* the last one may be open */

	int marks[PF_DIMENSIONS]; /* 0 to 5; -1 = not marked */
	int odds;                 /* percent; -1 = not given */
	struct pf_voted votes[PF_LENSES];

	bool judged;                    /* a RESULT came */
	double score_bell, score_final; /* negative: not scored */
	char *result_reason, *result_lines, *fixes, *keep, *judged_hash;
	double brier, bias;

	bool rewriting, rewritten;
	struct pf_range rewrite_span;
	char *rewrite_rule, *rewrite_original, *rewrite_shown;
	int64_t rewrite_deadline; /* ruling clock */
};

struct pf_fold *pf_fold_new(void);
void pf_fold_free(struct pf_fold *fold); /* NULL is allowed */

/*
 * Applies one record. PF_ERR_DAMAGED for one that cannot come here (a second
 * BEGIN, an edit outside its text, an answer without a question, a probe out of order): the fold is
 * unchanged and the caller may go on with the next or stop.
 */
PF_MUST_USE enum pf_status pf_fold_apply(struct pf_fold *fold, const struct pf_record *record,
					 struct pf_error *err);

/* Decodes and applies. For the store's reader. */
PF_MUST_USE enum pf_status pf_fold_apply_bytes(struct pf_fold *fold, uint8_t kind,
					       struct pf_slice body, struct pf_error *err);

/* A journal in memory, for replay. Borrowed. */
struct pf_journal_view {
	const struct pf_journal_entry {
		uint8_t kind;
		int64_t at; /* utc ms */
		struct pf_slice body;
	} * v;
	size_t n;
};

/*
 * The fold of the records whose time is at most `until` (ms of utc); *applied, which may be NULL,
 * gets how many. Times that step back count as the latest seen before. Stops at the first damaged
 * record: *out then holds what came before it and the status says so. The caller frees *out in
 * every case.
 */
PF_MUST_USE enum pf_status pf_fold_until(struct pf_fold **out, struct pf_journal_view journal,
					 int64_t until, size_t *applied, struct pf_error *err);
/*
 * The fold of all records, for an attempt that goes on. A damaged record is a failure here, with
 * *out NULL: what is typed would be kept behind it, where no reader comes. The message says what
 * can be done instead.
 */
PF_MUST_USE enum pf_status pf_fold_whole(struct pf_fold **out, struct pf_journal_view journal,
					 struct pf_error *err);

/* Bytes of a pane; empty when nothing was typed there. */
struct pf_slice pf_fold_text(const struct pf_fold *fold, uint32_t pane);
/* Words of the draft that the candidate wrote: no line of the skeleton and no "[guidance]" counts.
 */
uint32_t pf_fold_words(const struct pf_fold *fold);
/* True when the candidate asked, typed or marked anything, or went to the end: what is worth
 * keeping.
 */
bool pf_fold_has_work(const struct pf_fold *fold);
/* The current stage, or NULL before the first. */
const struct pf_stage *pf_fold_stage(const struct pf_fold *fold);
/* The draft as it stood at the bell of the writing stage; the present draft when no bell rang. */
struct pf_slice pf_fold_draft_at_bell(const struct pf_fold *fold);
/* The probe that waits for a reply, or NULL. */
const struct pf_probed *pf_fold_open_probe(const struct pf_fold *fold);
/* The answer as it is shown: what was said and, when it cost time, " (took 30 s)". Nothing while it
 * is open. */
void pf_asked_show(const struct pf_asked *asked, struct pf_buf *out);
/* The probe in one line, after the words of the draft that it quotes: "of passengers": How much? */
void pf_probed_ask(const struct pf_probed *probe, struct pf_buf *out);
/* What of that which was hoped for the reply held: "heard: number; not heard: source". Nothing
 * while it is open. */
void pf_probed_heard(const struct pf_probed *probe, struct pf_buf *out);
/* True when the fact is in the notebook; likewise for what facts reveal. */
bool pf_fold_knows_fact(const struct pf_fold *fold, struct pf_slice fact);
bool pf_fold_knows(const struct pf_fold *fold, struct pf_slice constraint_or_data_point);

#endif
