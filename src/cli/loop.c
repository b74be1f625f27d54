#include "loop.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

#include <unistd.h>

#include "prfaq/base/mem.h"
#include "prfaq/report/attempt_report.h"
#include "prfaq/term/term.h"

struct loop {
	struct room *room;
	struct pf_app *app;
	struct pf_term *term;
	struct pf_surface surface;
};

static void give_rows(struct loop *l)
{
	struct pf_app_row *rows;
	struct pf_error err = {0};
	char text[800];
	size_t n;

	if (keeper_rows(&l->room->keeper, &rows, &n, &err) != PF_OK)
		pf_app_say(l->app, true, pf_error_text(&err, text, sizeof(text)));
	pf_app_give_rows(l->app, rows, n);
	free(rows);
}

static void open_attempt(struct loop *l, const struct pf_effect *e, struct pf_effects *more)
{
	struct kept kept = {0};
	struct pf_error err = {0};
	struct pf_now now = pf_now_read();
	char text[800];

	if (keeper_read(&l->room->keeper, e->id, e->resume, &kept, &err) == PF_OK)
		pf_app_give_journal(l->app, e->id, kept_view(&kept), e->resume, &now, more);
	else
		pf_app_say(l->app, true, pf_error_text(&err, text, sizeof(text)));
	if (!pf_app_interview(l->app))
		keeper_unhold(&l->room->keeper);
	kept_release(&kept);
}

/* prfaq-<id>.md in the working folder, never over a file that is there. */
static void export_attempt(struct loop *l, const struct pf_effect *e)
{
	struct pf_interview *iv = pf_app_interview(l->app);
	struct pf_buf text = {0};
	struct pf_error err = {0};
	char path[64], said[800];

	if (!iv)
		return;
	snprintf(path, sizeof(path), "prfaq-%.31s.md", e->id);
	for (int i = 2; pf_path_exists(path); i++)
		snprintf(path, sizeof(path), "prfaq-%.31s-%d.md", e->id, i);
	pf_report_attempt_markdown(&text, pf_interview_fold(iv));
	if (pf_file_write(path, pf_buf_view(&text), &err) == PF_OK)
		snprintf(said, sizeof(said), "Written: %s", path);
	else
		pf_error_text(&err, said, sizeof(said));
	pf_app_say(l->app, err.status != PF_OK, said);
	pf_buf_release(&text);
}

static void delete_attempt(struct loop *l, const struct pf_effect *e)
{
	struct pf_error err = {0};
	char text[800];

	if (pf_attempt_delete(l->room->keeper.store, e->id, &err) != PF_OK)
		pf_app_say(l->app, true, pf_error_text(&err, text, sizeof(text)));
}

static void carry_out(struct loop *l, struct pf_effects *effects);

static void carry_out_one(struct loop *l, const struct pf_effect *e)
{
	struct keeper *k = &l->room->keeper;
	struct pf_interview *iv = pf_app_interview(l->app);
	struct pf_now now = pf_now_read();
	struct pf_effects more = {.n = 0};

	switch (e->kind) {
	case PF_EFFECT_COMMIT:
		if (iv && !keeper_commit(k, iv, &now))
			pf_app_say(l->app, true, k->trouble);
		break;
	case PF_EFFECT_SUMMARY:
		if (iv)
			keeper_summary(k, iv);
		break;
	case PF_EFFECT_CLOSE:
		if (iv && !keeper_let_go(k, iv, &now))
			pf_app_say(l->app, false, KEEPER_NOTHING_KEPT);
		break;
	case PF_EFFECT_ROWS: give_rows(l); break;
	case PF_EFFECT_DELETE: delete_attempt(l, e); break;
	case PF_EFFECT_OPEN: open_attempt(l, e, &more); break;
	case PF_EFFECT_EXPORT: export_attempt(l, e); break;
	case PF_EFFECT_BELL: pf_term_bell(l->term); break;
	case PF_EFFECT_REPAINT: pf_term_repaint(l->term); break;
	case PF_EFFECT_SUSPEND: pf_term_suspend(l->term); break;
	}
	if (more.n)
		carry_out(l, &more);
}

static void carry_out(struct loop *l, struct pf_effects *effects)
{
	for (size_t i = 0; i < effects->n; i++)
		carry_out_one(l, &effects->v[i]);
}

static void paint(struct loop *l)
{
	struct pf_now now = pf_now_read();

	pf_app_paint(l->app, &now, &l->surface);
	pf_term_blit(l->term, &l->surface);
}

static void start(struct loop *l, const struct opening *o)
{
	struct pf_now now = pf_now_read();
	struct pf_effects effects = {.n = 0};
	struct pf_event size;
	int rows, cols;

	pf_term_size(l->term, &rows, &cols);
	pf_surface_init(&l->surface, rows, cols);
	size = pf_event_resize(rows, cols);
	pf_app_update(l->app, &size, &now, &effects);
	pf_app_start(l->app, &effects);
	carry_out(l, &effects);
	effects.n = 0;
	if (o->resume || o->review) {
		struct pf_effect e = {.kind = PF_EFFECT_OPEN, .resume = o->resume != NULL};

		snprintf(e.id, sizeof(e.id), "%s", o->resume ? o->resume : o->review);
		effects.v[effects.n++] = e;
	} else if (o->plan && o->prompt) {
		pf_app_begin(l->app, o->prompt, o->plan, o->strict, o->role, o->level, &now,
			     &effects);
	}
	carry_out(l, &effects);
	if (l->room->keeper.trouble[0])
		pf_app_say(l->app, true, l->room->keeper.trouble);
}

/* One turn: a key is painted first; the check and the disk's own rest come when no input waits. */
static bool turn(struct loop *l)
{
	struct pf_event event = {0};
	struct pf_effects effects = {.n = 0};
	struct pf_now now = pf_now_read();
	enum pf_status status = pf_term_read(l->term, pf_app_wait(l->app, &now), &event);

	now = pf_now_read();
	if (status != PF_OK) {
		event = (struct pf_event){.type = PF_EVENT_SIGNAL, .signal = PF_SIGNAL_HUP};
	} else if (event.type == PF_EVENT_RESIZE) {
		pf_surface_resize(&l->surface, event.rows, event.cols);
	}
	pf_app_update(l->app, &event, &now, &effects);
	pf_event_release(&event);
	carry_out(l, &effects);
	if (pf_app_quits(l->app))
		return false;
	paint(l);
	if (pf_term_ready(l->term))
		return true;
	if (pf_app_idle(l->app))
		paint(l);
	keeper_rest(&l->room->keeper, pf_app_interview(l->app), &now);
	return true;
}

/* The first of what was said; all of it is told when the screen is gone. */
static void say_first_line(struct loop *l, const struct pf_buf *said)
{
	struct pf_slice rest = pf_buf_view(said), line;
	char text[600];

	if (!pf_slice_line(&rest, &line))
		return;
	snprintf(text, sizeof(text), "Left out: %.*s", PF_SLICE_ARG(line));
	pf_app_say(l->app, true, text);
}

/* After the first paint, so that the home screen stands at once: the prompts and the rules take
 * nearly all of the start. */
static enum pf_exit furnish(struct loop *l, struct pf_buf *said)
{
	struct pf_cli quiet = *l->room->cli;
	char *text = NULL;
	size_t len = 0;
	FILE *held;
	enum pf_exit code;

	if (l->room->bank)
		return PF_EXIT_OK;
	held = open_memstream(&text, &len);
	if (held)
		quiet.err = held;
	code = room_furnish(l->room, &quiet);
	if (held && fclose(held) == 0)
		pf_buf_add(said, text, len);
	free(text);
	if (code == PF_EXIT_OK) {
		pf_app_furnish(l->app, l->room->bank, l->room->rubric);
		say_first_line(l, said);
		paint(l);
	}
	return code;
}

enum pf_exit loop_run(struct room *room, const struct opening *opening)
{
	struct loop l = {.room = room};
	struct pf_error err = {0};
	struct pf_buf said = {0};
	enum pf_exit code;
	struct pf_app_setup setup = room_setup(room);
	const char *no_color = getenv("NO_COLOR");
	struct pf_term_options options = {
		.in = STDIN_FILENO,
		.out = STDOUT_FILENO,
		.name = getenv("TERM"),
		.no_color = no_color && *no_color,
		.no_mouse = !room->config.mouse,
	};

	setlocale(LC_CTYPE, "");
	if (pf_term_open(&l.term, &options, &err) != PF_OK)
		return pf_cli_fail(room->cli, &err);
	pf_mem_on_exhausted(pf_term_restore);
	l.app = pf_app_new(&setup);
	start(&l, opening);
	paint(&l);
	code = furnish(&l, &said);
	while (code == PF_EXIT_OK && turn(&l))
		;
	pf_term_close(l.term);
	if (said.len)
		fwrite(said.ptr, 1, said.len, room->cli->err);
	pf_buf_release(&said);
	if (room->keeper.trouble[0]) /* the screen that said so is gone */
		fprintf(room->cli->err, "prfaq: %s\n", room->keeper.trouble);
	pf_app_free(l.app);
	pf_surface_release(&l.surface);
	return code;
}
