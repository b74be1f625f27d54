/*
 * state.h - what the app knows, shared by its screens.
 *
 * A screen is one row of the table in app.c: what keys are good, what a
 * command does, what is painted. Screens change the app, most of them through
 * state.c; app.c alone talks of effects that every update has (commit, bell).
 */
#ifndef SRC_APP_STATE_H
#define SRC_APP_STATE_H

#include "paint.h"
#include "prfaq/app/app.h"

enum screen {
	SCREEN_HOME,
	SCREEN_PROMPTS,  /* choose a prompt for the plan in hand, or look at one */
	SCREEN_SECTIONS, /* choose a drill */
	SCREEN_STAGE,    /* the running attempt */
	SCREEN_REVIEW,   /* the list of attempts */
	SCREEN_ATTEMPT,  /* one of them, read only */
	SCREEN_REPLAY,
	SCREEN_PAGER, /* a long text: guide, keys, brief, proof, model */
	SCREENS,
};

enum { SIDE_BESIDE = 76 }; /* columns from which the side stands beside the work */

/* What can stand at the side of the work. */
enum side {
	SIDE_DRAFT,
	SIDE_NOTEBOOK,
	SIDE_GIVEN, /* the brief, and what a drill gives */
	SIDE_COACH,
	SIDE_OUTLINE,
	SIDE_RESULT, /* the first lines of the result, while one acts on it */
	SIDE_TALK,
	SIDES
};

struct list {
	int at, n, top;       /* marked row, number of rows, first row shown */
	struct pf_rect shown; /* where it was painted last */
};

struct pf_app {
	struct pf_app_setup setup;
	enum screen screen;
	int rows, cols;

	struct list home, prompts, sections, review, marks;
	const struct pf_plan *plan; /* chosen, waiting for its prompt; NULL: only looking */
	bool strict;
	int role, level; /* -1 and 0: as the prompt says */
	uint64_t seed;   /* of the next attempt */

	struct {
		struct pf_app_row *v;
		size_t n, cap;
	} attempts;

	struct pf_interview *iv;
	char id[PF_APP_ID_MAX]; /* of iv; "" when none */
	bool reviewing;         /* iv was opened to be read */
	bool left;              /* iv was let go of: nothing more is kept for it */
	bool summary_due;
	bool at_side; /* the side has the keys; on a narrow screen it alone is seen */
	enum side side;
	int side_scroll;        /* -1: so that what is cited can be seen */
	int side_shown;         /* the row it began with when last painted */
	enum pf_step step_seen; /* the side and the scrolling begin anew with each step, */
	size_t stage_seen;      /* and with each stage: two may have the same step */
	struct pf_key key;      /* the one that is being obeyed */
	bool hide_clock;
	bool finding; /* the line at the foot takes what to find */
	bool refind;  /* it still shows what was found last: typing begins anew */
	struct pf_buf needle;
	enum pf_app_command armed; /* asked once more before it is done */

	struct pf_buf pager;     /* text of SCREEN_PAGER */
	bool pager_markdown;     /* that is Markdown, not the marks of paint_text */
	const char *pager_title; /* static */
	enum screen pager_from;
	int scroll;     /* of the pager and of the result */
	int scroll_end; /* rows beyond the screen, known after a paint */

	struct {
		struct pf_journal_entry *v; /* bodies point into `bytes` */
		size_t n;
		struct pf_buf bytes;
		int64_t at, end; /* utc ms */
		int64_t from;    /* monotonic when `at` was true */
		int speed;       /* times real time */
		bool held;
	} replay;

	char message[600];
	bool message_bad;
	bool quits;
	struct pf_rect pane; /* of the editor, as last painted: for the mouse */
};

struct screen_row {
	uint32_t keys;                              /* PF_IN_...: which are good here */
	uint32_t (*also)(const struct pf_app *app); /* more of them, as it stands; or NULL */
	void (*command)(struct pf_app *app, enum pf_app_command command, const struct pf_now *now,
			struct pf_effects *fx);
	void (*paint)(struct pf_app *app, const struct pf_now *now, struct pf_surface *s,
		      struct pf_rect r);
};

extern const struct screen_row screen_home, screen_prompts, screen_sections, screen_stage,
	screen_review, screen_attempt, screen_replay, screen_pager;

/* state.c */
void app_effect(struct pf_effects *fx, enum pf_effect_kind kind, const char *id, bool resume);
void app_go(struct pf_app *app, enum screen screen);
void app_home(struct pf_app *app, struct pf_effects *fx);
/* What ends or deletes something is asked once more: says what would come ("Go on to ..."), and is
 * true when the same key comes again. */
bool app_confirmed(struct pf_app *app, enum pf_app_command command, const char *line);
/* Shows `text`, taken over, until BACK leads back to where it was. */
void app_page(struct pf_app *app, const char *title, struct pf_buf *take_text, bool markdown);
const struct pf_plan *app_plan(const struct pf_app *app, const char *id); /* NULL: no such */
bool app_runs(const struct pf_app *app); /* an attempt is open, its clock counts */

/* attempt.c */
/* What was to be done otherwise, of the attempt that ended last; "" when none said so. */
const char *app_last_next_step(const struct pf_app *app);
void app_leave_attempt(struct pf_app *app, struct pf_effects *fx);
/* After whatever may have led to a new step (a key, a bell, a reply, a resume): it begins with its
 * own side, from its top, and a page that nothing was written on with its first blank selected. */
void app_meet_step(struct pf_app *app);
/* What a running attempt and one that is read share; false: another command. */
bool attempt_common(struct pf_app *app, enum pf_app_command command, struct pf_effects *fx);

/* list.c */
bool list_command(struct list *list, enum pf_app_command command);
/* Marks the row that was clicked. True when it was marked already: it is chosen. */
bool list_click(struct list *list, int row, int col);
/* Draws `n` rows in `r`; row i's text comes from `text` into the buf. */
void list_paint(struct list *list, struct pf_surface *s, struct pf_rect r,
		void (*text)(const struct pf_app *app, int i, struct pf_buf *out),
		const struct pf_app *app);

/* pager.c */
bool pager_command(struct pf_app *app, enum pf_app_command command, int page);
void pager_paint(struct pf_app *app, struct pf_surface *s, struct pf_rect r,
		 const struct page *page);

/* stage_side.c */
/* The side's page; its parts borrow from *text and the fold. */
struct page side_page(const struct pf_app *app, enum side side, struct pf_buf *text);
/* What a step begins with at its side. */
enum side side_first(const struct pf_app *app);
void side_next(struct pf_app *app);
void side_paint(struct pf_app *app, struct pf_surface *s, struct pf_rect r);

/* talk.c; marked as for paint_text. */
void talk_text(const struct pf_fold *fold, struct pf_buf *out);
void probe_text(const struct pf_probed *probe, struct pf_buf *out);

/* stage_steps.c: what a step shows in the middle. */
void steps_paint(struct pf_app *app, const struct pf_now *now, struct pf_surface *s,
		 struct pf_rect r);

/* stage_status.c: the bar of the running attempt; with `reading`, of what is read meanwhile. */
void status_paint(const struct pf_app *app, const struct pf_now *now, struct pf_surface *s, int row,
		  const char *reading);

/* prompts.c: marks the first prompt that was not done yet, if there is one. */
void prompts_mark_new(struct pf_app *app);

/* replay.c: there is more to come by itself. */
bool replay_moves(const struct pf_app *app, const struct pf_now *now);

/* Where the first line of what a terminal pastes ends: many send "\r" for a line end. */
size_t paste_line_end(struct pf_slice text);

/* find.c: the line at the foot that takes what to find. */
void find_begin(struct pf_app *app);
/* False when the key is the pane's: the line is gone then. */
bool find_key(struct pf_app *app, struct pf_key key, const struct pf_now *now);
void find_paste(struct pf_app *app, struct pf_slice text);
/* The next place of what was found last, or the one before. */
void find_again(struct pf_app *app, enum pf_edit_command command, const struct pf_now *now);
void find_paint(const struct pf_app *app, struct pf_surface *s, int row);

/* stage_keys.c */
enum pf_step stage_step(const struct pf_app *app);
bool stage_has_pane(const struct pf_app *app); /* the step has something to type into */
/* Says what the interview noticed, if it did. */
void stage_told(struct pf_app *app);
/* A command of the editor, in the pane in hand; what went wrong is said. */
void stage_edit(struct pf_app *app, const struct pf_now *now, const struct pf_edit_input *input);
void stage_insert(struct pf_app *app, const struct pf_now *now, struct pf_slice text, bool paste);
/* Selects the next "[blank]" of the draft; false when none is left. */
bool stage_next_blank(struct pf_app *app, uint32_t from);
/* Typed bytes and editor commands of the pane in hand; true when it took the event. */
bool stage_event(struct pf_app *app, const struct pf_event *event, const struct pf_now *now);

#endif
