/*
 * record.h - what happens in an attempt, one record at a time, and its bytes.
 *
 * An attempt is the fold of its records and of nothing else (fold.h). One
 * table gives every kind with its fields: the structs here, the codec, the dump for tests and the
 * fuzzer are all made from it.
 *
 * Strings of a record are borrowed: from the bytes it was decoded from, or
 * from whoever filled it in. A field that is a list of lines is one text with "\n" between.
 */
#ifndef PRFAQ_SESSION_RECORD_H
#define PRFAQ_SESSION_RECORD_H

#include <stdint.h>

#include "prfaq/base/buf.h"
#include "prfaq/base/clock.h"
#include "prfaq/base/error.h"
#include "prfaq/base/slice.h"
#include "prfaq/base/status.h"

/* Written into every record; a journal of any version up to this one folds. */
#define PF_RECORD_VERSION 1
/* Longest body the decoder takes: one paste of a whole draft, prompt and plan. */
#define PF_RECORD_MAX (48u << 20)

/* What is typed into. Replies are PF_PANE_REPLY + the probe's index. */
enum pf_pane {
	PF_PANE_QUESTION,   /* stage 1: the line being typed */
	PF_PANE_DRAFT,      /* the PR/FAQ (in a drill: the section) */
	PF_PANE_ROLLOUT,    /* stage 3: the timeline */
	PF_PANE_REWRITE,    /* stage 4: the costliest passage again, five minutes */
	PF_PANE_REFLECTION, /* stage 4: what I would do otherwise */
	PF_PANE_NEXT_STEP,  /* stage 4: one line, shown when the next attempt starts */
	PF_PANE_REPLY = 16,
	PF_PANE_REPLY_MAX = PF_PANE_REPLY + 63,
};

enum pf_attempt_kind { PF_KIND_INTERVIEW, PF_KIND_DRILL };
enum pf_attempt_mode { PF_MODE_PRACTICE, PF_MODE_STRICT };

/*
 * What one is doing, and so which screen shows. A stage begins with the step
 * its plan names; the later steps of a stage follow in this order.
 */
enum pf_step {
	PF_STEP_READ,      /* read the prompt; nothing is typed yet */
	PF_STEP_ASK,       /* ask clarifying questions */
	PF_STEP_WRITE,     /* write the draft, or the drill's section */
	PF_STEP_PROBE,     /* answer one probe at a time */
	PF_STEP_ROLLOUT,   /* write the rollout timeline */
	PF_STEP_REFLECT,   /* say what you would do otherwise */
	PF_STEP_MARK,      /* mark yourself, before any score shows */
	PF_STEP_RESULT,    /* the panel's result */
	PF_STEP_REWRITE,   /* rewrite the costliest passage, five minutes */
	PF_STEP_NEXT_STEP, /* write one next step */
	PF_STEP_MODEL,     /* the model answer beside the own one */
	PF_STEP_END,       /* nothing is left to do */
	PF_STEP_COUNT,
};

/* How a question was met. */
enum pf_met {
	PF_MET_FACT,    /* a fact answered */
	PF_MET_UNKNOWN, /* "I do not have that": alternatives hold the two nearest, or nothing */
	PF_MET_CHOOSE,  /* two facts fit: "did you mean ... 1 2" */
	PF_MET_PROPOSES,
	PF_MET_DOUBLE,
	PF_MET_AGAIN,
};

enum pf_probe_source {
	PF_PROBE_CONTRADICTION, /* two places that cannot both be */
	PF_PROBE_SAME_THING,    /* two places that may not: "Are these the same thing?" */
	PF_PROBE_RULE,          /* a failed rule, quoting the claim */
	PF_PROBE_PROMPT,        /* the prompt's own */
	PF_PROBE_OPENER,        /* the lens's first question */
};

/* What a reply was found to hold; `good` of a probe is a set of these. */
enum pf_reply_has {
	PF_REPLY_NUMBER = 1,
	PF_REPLY_SOURCE = 2,
	PF_REPLY_CAUSE = 4,
	PF_REPLY_DECISION = 8,
	PF_REPLY_TRADE_OFF = 16, /* what is given up */
	PF_REPLY_DATE = 32,
	PF_REPLY_WHO = 64, /* a segment, a person, a team */
};

/*
 * Fields: U32, I64, U64, F64, TEXT. LINES is a TEXT that is a list.
 *
 * BEGIN      the first record, and only the first. prompt, plan: the whole YAML. today: days
 *            since 1970. skeleton: the template the draft began from. total: ms of all stages.
 * STAGE      stage `index` (from 0) of n_stages begins. step: its first. length: ms. deadline:
 *            the bell, as a reading of the ruling clock (clock.h). carried: ms from an early end.
 * STEP       the next step of the same stage
 * EDIT       pane .. kind as struct pf_edit (edit/edit.h)
 * ASK        a question was put. n: from 0. proposes, two: what the matcher saw.
 * ANSWER     as shown. ask: the question's n. fact "" when none. reveals, alternatives: ids;
 *            labels: a line for each alternative. cost: ms the answer took. deadline: after it.
 * PROBE      as shown. quote: words to show above the text, "" when the text has them; begin, end:
 *            the claim in the draft as it stood; other*: the second
 *            place. good: enum pf_reply_has bits hoped for. then: one follow-up. points at
 *            `rule` or `prompt_probe` or neither.
 * FOLLOW_UP  one more question on the same probe. why: "evasion" or "number".
 * REPLY      probe closed. found: bits. shown: "number yes, source no".
 * MARK       dimension (dimension.h) 0 to 6, value 0 to 5
 * ODDS       chance in percent that this panel would say yes
 * PAUSE      the clock stands, practice only
 * RESUME     it runs; deadline: moved by the pause
 * REOPEN     the process came back; away: ms by utc; rule: as shown; deadline: after it
 * SUSPEND    the machine slept `ms`; rule: as shown; deadline: after it
 * CLOCK_STEP utc moved `ms` against the other clocks; nothing changes, it is said
 * BELL       time of stage `stage` ran out; strict: the draft is frozen
 * VOTE       lens, before and after (enum pf_vote), what moved it, the words that decided it.
 *            line: 1-based line of the draft, 0 when no span.
 * RESULT     as shown, 0-100, negative: not scored. lines: the five first lines. fixes: at most
 *            three. brier: 0 to 1, negative when no odds were given. bias: the own
 *            marks above the panel's.
 * REWRITE    five minutes on one passage: begin..end of the draft, its words; deadline
 * REWRITTEN  the draft's score with the old and with the new passage; negative: not scored
 * NOTE       a line the program said that is none of the above
 * DONE       the attempt is over
 */
#define PF_RECORD_KINDS(K)                      \
	K(BEGIN, begin, "begin")                \
	K(STAGE, stage, "stage")                \
	K(STEP, step, "step")                   \
	K(EDIT, edit, "edit")                   \
	K(ASK, ask, "ask")                      \
	K(ANSWER, answer, "answer")             \
	K(PROBE, probe, "probe")                \
	K(FOLLOW_UP, follow_up, "follow-up")    \
	K(REPLY, reply, "reply")                \
	K(MARK, mark, "mark")                   \
	K(ODDS, odds, "odds")                   \
	K(PAUSE, pause, "pause")                \
	K(RESUME, resume, "resume")             \
	K(REOPEN, reopen, "reopen")             \
	K(SUSPEND, suspend, "suspend")          \
	K(CLOCK_STEP, clock_step, "clock-step") \
	K(BELL, bell, "bell")                   \
	K(VOTE, vote, "vote")                   \
	K(RESULT, result, "result")             \
	K(REWRITE, rewrite, "rewrite")          \
	K(REWRITTEN, rewritten, "rewritten")    \
	K(NOTE, note, "note")                   \
	K(DONE, done, "done")

/* clang-format off */
#define PF_FIELDS_begin(F, k) \
	F(k, TEXT, id) F(k, U64, seed) F(k, U32, kind) F(k, U32, mode) F(k, U32, role) F(k, U32, level) \
	F(k, TEXT, prompt_id) F(k, TEXT, prompt_title) F(k, TEXT, prompt) \
	F(k, TEXT, plan_id) F(k, TEXT, plan) F(k, TEXT, section) F(k, TEXT, skeleton) \
	F(k, TEXT, rubric) F(k, TEXT, rubric_hash) F(k, I64, today) F(k, TEXT, previous_step) \
	F(k, U32, n_stages) F(k, I64, total)
#define PF_FIELDS_stage(F, k) \
	F(k, U32, index) F(k, U32, step) F(k, TEXT, title) F(k, I64, length) F(k, I64, carried) F(k, I64, deadline)
#define PF_FIELDS_step(F, k) F(k, U32, step)
#define PF_FIELDS_edit(F, k) \
	F(k, U32, pane) F(k, U32, off) F(k, U32, removed) F(k, TEXT, inserted) F(k, U32, group) F(k, U32, kind)
#define PF_FIELDS_ask(F, k) F(k, U32, n) F(k, TEXT, text) F(k, U32, proposes) F(k, U32, two)
#define PF_FIELDS_answer(F, k) \
	F(k, U32, ask) F(k, U32, met) F(k, TEXT, text) F(k, TEXT, fact) F(k, TEXT, topic) F(k, U32, worth) \
	F(k, LINES, reveals) F(k, LINES, alternatives) F(k, LINES, labels) F(k, I64, cost) F(k, I64, deadline)
#define PF_FIELDS_probe(F, k) \
	F(k, U32, index) F(k, U32, source) F(k, U32, lens) F(k, TEXT, prompt_probe) F(k, TEXT, rule) F(k, TEXT, topic) \
	F(k, TEXT, text) F(k, TEXT, quote) F(k, U32, begin) F(k, U32, end) \
	F(k, TEXT, other) F(k, U32, other_begin) F(k, U32, other_end) \
	F(k, TEXT, why) F(k, U32, good) F(k, TEXT, then) F(k, U32, substance)
#define PF_FIELDS_follow_up(F, k) F(k, U32, probe) F(k, TEXT, text) F(k, TEXT, why)
#define PF_FIELDS_reply(F, k) F(k, U32, probe) F(k, U32, found) F(k, U32, evaded) F(k, TEXT, shown)
#define PF_FIELDS_mark(F, k) F(k, U32, dimension) F(k, U32, value)
#define PF_FIELDS_odds(F, k) F(k, U32, percent)
#define PF_FIELDS_pause(F, k) F(k, I64, left)
#define PF_FIELDS_resume(F, k) F(k, I64, paused) F(k, I64, deadline)
#define PF_FIELDS_reopen(F, k) F(k, I64, away) F(k, TEXT, rule) F(k, I64, deadline)
#define PF_FIELDS_suspend(F, k) F(k, I64, ms) F(k, TEXT, rule) F(k, I64, deadline)
#define PF_FIELDS_clock_step(F, k) F(k, I64, ms)
#define PF_FIELDS_bell(F, k) F(k, U32, stage)
#define PF_FIELDS_vote(F, k) \
	F(k, U32, lens) F(k, U32, before) F(k, U32, after) F(k, TEXT, moved) F(k, TEXT, quote) F(k, U32, line) \
	F(k, TEXT, reason) F(k, F64, score)
#define PF_FIELDS_result(F, k) \
	F(k, F64, bell) F(k, F64, final) F(k, TEXT, reason) F(k, LINES, lines) F(k, LINES, fixes) F(k, TEXT, keep) \
	F(k, F64, brier) F(k, F64, bias) F(k, TEXT, rubric_hash)
#define PF_FIELDS_rewrite(F, k) \
	F(k, TEXT, rule) F(k, U32, begin) F(k, U32, end) F(k, TEXT, original) F(k, I64, length) F(k, I64, deadline)
#define PF_FIELDS_rewritten(F, k) F(k, F64, before) F(k, F64, after) F(k, TEXT, shown)
#define PF_FIELDS_note(F, k) F(k, TEXT, text)
#define PF_FIELDS_done(F, k) F(k, TEXT, reason)
/* clang-format on */

/* Numbers are in every journal that was ever written: new kinds go to the end. */
enum pf_record_kind {
	PF_RECORD_NONE,
#define PF_RECORD_ENUM(id, name, text) PF_RECORD_##id,
	PF_RECORD_KINDS(PF_RECORD_ENUM)
#undef PF_RECORD_ENUM
		PF_RECORD_KIND_COUNT,
};

#define PF_FIELD_TYPE_U32           uint32_t
#define PF_FIELD_TYPE_I64           int64_t
#define PF_FIELD_TYPE_U64           uint64_t
#define PF_FIELD_TYPE_F64           double
#define PF_FIELD_TYPE_TEXT          struct pf_slice
#define PF_FIELD_TYPE_LINES         struct pf_slice
#define PF_FIELD(kind, type, field) PF_FIELD_TYPE_##type field;

/* struct pf_record_begin, pf_record_stage ... */
#define PF_RECORD_STRUCT(id, name, text)         \
	struct pf_record_##name {                \
		PF_FIELDS_##name(PF_FIELD, name) \
	};
PF_RECORD_KINDS(PF_RECORD_STRUCT)
#undef PF_RECORD_STRUCT
#undef PF_FIELD

/* A zeroed record of a kind is valid to encode. `now.boot_id` "" means: as in the record before. */
struct pf_record {
	enum pf_record_kind kind;
	struct pf_now now;
	union {
#define PF_RECORD_MEMBER(id, name, text) struct pf_record_##name name;
		PF_RECORD_KINDS(PF_RECORD_MEMBER)
#undef PF_RECORD_MEMBER
	} u;
};

const char *pf_record_kind_name(enum pf_record_kind kind); /* "follow-up"; "?" when unknown */

/*
 * Appends the body: version, clocks, fields, checksum. The boot id is written
 * only when it differs from `last_boot` (NUL-ended; "" before the first record).
 */
void pf_record_encode(struct pf_buf *out, const struct pf_record *record, const char *last_boot);

/*
 * Reads a body back. `kind` is what the store kept beside it. Any bytes are
 * safe: PF_ERR_DAMAGED for a wrong checksum or a short or long body (that a
 * number means something is the fold's to say); PF_ERR_INVALID for a version or kind newer than
 * this program. Texts of *out point into `body`. On failure *out is zeroed.
 */
PF_MUST_USE enum pf_status pf_record_decode(struct pf_record *out, uint8_t kind,
					    struct pf_slice body, struct pf_error *err);

/* One line for tests and `replay --records`: "stage index=1 step=write ...", texts quoted and cut.
 */
void pf_record_dump(struct pf_buf *out, const struct pf_record *record);

/*
 * Records encoded and not yet kept: what the interview hands to the journal.
 * Zeroed is empty. entries[i] has its body at bytes [begin, end) of `bytes`.
 */
struct pf_outbox {
	struct pf_outbox_entry {
		uint8_t kind;
		int64_t at; /* utc ms */
		size_t begin, end;
	} * v;
	size_t n, cap;
	struct pf_buf bytes;
};

struct pf_slice pf_outbox_body(const struct pf_outbox *outbox, size_t i);
void pf_outbox_clear(struct pf_outbox *outbox); /* keeps the memory */
void pf_outbox_release(struct pf_outbox *outbox);

#endif
