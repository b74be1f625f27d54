/*
 * app.h - the program between its two ends: events in, effects out, cells.
 *
 * Pure but for *app: no I/O, no clock, no randomness. `now` and the seed are
 * parameters, what must happen outside is an effect, what came of it is given
 * back by a pf_app_give_* call. So a screen test is a list of events, and a
 * 90-minute interview runs in a second.
 *
 *	pf_app_update(app, &event, &now, &effects);
 *	carry out the effects, in order       (cli)
 *	pf_app_paint(app, &now, &surface);    (what was to be kept is kept by now)
 *	when no input waits: pf_app_idle(app)
 */
#ifndef PRFAQ_APP_APP_H
#define PRFAQ_APP_APP_H

#include "prfaq/app/event.h"
#include "prfaq/bank/bank.h"
#include "prfaq/base/clock.h"
#include "prfaq/check/check.h"
#include "prfaq/session/interview.h"
#include "prfaq/surface/surface.h"

#define PF_APP_ID_MAX 32

/* One attempt of the lists: what the store's summary says, as app's own type. */
struct pf_app_row {
	char id[PF_APP_ID_MAX];
	bool open;              /* can be resumed */
	int64_t started, ended; /* utc, ms; ended 0 while it is open */
	char title[128], prompt[64], plan[32], section[32], mode[16];
	int minutes, words;
	int score_final; /* -1: none */
	char votes[96];
	char next_step[512];
};

/* What the app is made with. All borrowed; must outlive it. */
struct pf_app_setup {
	const struct pf_bank *bank;
	const struct pf_rubric *rubric;
	const struct pf_plan *const *plans; /* every plan there is */
	size_t n_plans;
	struct pf_slice skeletons[2];     /* article, canonical */
	struct pf_slice guide;            /* Markdown */
	bool strict;                      /* how the mode switch stands at first */
	int role, level;                  /* -1 and 0: as the prompt says */
	const struct pf_check_past *past; /* earlier drafts, for the recycled-template rule */
	size_t n_past;
	struct pf_words off; /* rule ids that are silenced */
	bool no_coach;
	uint64_t seed;
};

enum pf_effect_kind {
	PF_EFFECT_COMMIT,  /* append pf_interview_outbox() to the attempt `id`, then clear it */
	PF_EFFECT_ROWS,    /* list the attempts: pf_app_give_rows */
	PF_EFFECT_OPEN,    /* read the attempt `id`: pf_app_give_journal; `resume`: and hold it */
	PF_EFFECT_SUMMARY, /* put summary and draft of the running attempt */
	PF_EFFECT_CLOSE,   /* let go of the attempt `id` */
	PF_EFFECT_DELETE,  /* delete the attempt `id` for good */
	PF_EFFECT_EXPORT,  /* write the attempt `id` as Markdown: pf_app_say */
	PF_EFFECT_BELL,
	PF_EFFECT_REPAINT,
	PF_EFFECT_SUSPEND,
};

struct pf_effect {
	enum pf_effect_kind kind;
	char id[PF_APP_ID_MAX];
	bool resume;
};

enum { PF_EFFECTS_MAX = 16 };
struct pf_effects {
	struct pf_effect v[PF_EFFECTS_MAX];
	size_t n;
};

struct pf_app;

/* What every interview takes of it, a new one and one that is taken up or looked at. */
struct pf_interview_setup pf_app_interview_setup(const struct pf_app_setup *setup);

struct pf_app *pf_app_new(const struct pf_app_setup *setup);
void pf_app_free(struct pf_app *app);

/* For an app set up without bank and rubric (both NULL), which can only be started and painted:
 * due before the first event other than a resize. Both are borrowed for the app's life. */
void pf_app_furnish(struct pf_app *app, const struct pf_bank *bank, const struct pf_rubric *rubric);

/* Opens the home screen and asks for the rows. */
void pf_app_start(struct pf_app *app, struct pf_effects *effects);
/* Starts an attempt at once: `prfaq interview`, `prfaq drill`. `prompt` and `plan` come from the
 * setup. */
void pf_app_begin(struct pf_app *app, const struct pf_prompt *prompt, const struct pf_plan *plan,
		  bool strict, int role, int level, const struct pf_now *now,
		  struct pf_effects *effects);

/* Takes one event. *effects is emptied first. */
void pf_app_update(struct pf_app *app, const struct pf_event *event, const struct pf_now *now,
		   struct pf_effects *effects);
/* No input waits: what may take a moment (the coach's check). Returns true when there is
 * something new to paint. */
bool pf_app_idle(struct pf_app *app);
/* Writes every cell. Reads the app and gives panes their size, nothing else. */
void pf_app_paint(struct pf_app *app, const struct pf_now *now, struct pf_surface *surface);
/* Ms until something on the screen changes by itself; -1: nothing does. */
int pf_app_wait(const struct pf_app *app, const struct pf_now *now);

/* --- what came of effects ------------------------------------------------- */

/* What the attempt that ended last wrote for the next one; "" when none did. */
const char *pf_app_next_step(const struct pf_app_row *rows, size_t n);
void pf_app_give_rows(struct pf_app *app, const struct pf_app_row *rows, size_t n);
/* The journal of an attempt. With `resume` the interview goes on, else it is reviewed. */
void pf_app_give_journal(struct pf_app *app, const char *id, struct pf_journal_view journal,
			 bool resume, const struct pf_now *now, struct pf_effects *effects);
/* A line at the foot of the screen until the next key; `bad`: it is trouble. */
void pf_app_say(struct pf_app *app, bool bad, const char *text);

/* The running attempt: NULL when none. cli reads its outbox, fold and summary. */
struct pf_interview *pf_app_interview(struct pf_app *app);
bool pf_app_quits(const struct pf_app *app);

#endif
