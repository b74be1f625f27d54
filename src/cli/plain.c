#include "plain.h"

#include <stdio.h>
#include <stdlib.h>

#include "plain_say.h"
#include "prfaq/base/ascii.h"
#include "prfaq/base/mem.h"

/* /commands, for /help and for reading. */
#define PLAIN_COMMANDS(X)                                                                 \
	X(HELP, "help", "list these commands")                                            \
	X(NEXT, "next", "go on: the next step or stage")                                  \
	X(DONE, "done", "this reply is done")                                             \
	X(TIME, "time", "stage, time left, words")                                        \
	X(BRIEF, "brief", "the prompt again")                                             \
	X(NOTES, "notes", "the notebook")                                                 \
	X(SHOW, "show", "the text as it stands")                                          \
	X(COACH, "coach", "what is missing by name (practice)")                           \
	X(UNDO, "undo", "take the last change back")                                      \
	X(REPLACE, "clear", "empty this text, to write it anew")                          \
	X(PAUSE, "pause", "stop the clock, or let it go on (practice)")                   \
	X(REWRITE, "rewrite", "five minutes on the line to fix first (after the result)") \
	X(WHY, "why", "the proof behind each point (after the result)")                   \
	X(MODEL, "model", "the model answer (after the result)")                          \
	X(QUIT, "quit", "leave; the attempt is kept")

enum plain_command {
	PLAIN_NONE,
#define X(id, name, help) PLAIN_##id,
	PLAIN_COMMANDS(X)
#undef X
};

static void commit(struct plain *p, const struct pf_now *now)
{
	bool kept = keeper_commit(&p->room->keeper, p->iv, now);

	if (!kept && !p->troubled)
		fprintf(p->room->cli->err, "prfaq: %s\n", p->room->keeper.trouble);
	p->troubled = !kept;
}

static void replace_all(struct plain *p, const struct pf_now *now)
{
	uint32_t pane = pf_interview_pane(p->iv);
	struct pf_edit_input input = {.command = PF_EDITOR_SELECT_ALL};

	if (pane > PF_PANE_REPLY_MAX)
		return;
	(void)pf_interview_edit(p->iv, now, pane, &input);
	input.command = PF_EDITOR_DELETE_LEFT;
	(void)pf_interview_edit(p->iv, now, pane, &input);
}

static void go_on(struct plain *p, const struct pf_now *now)
{
	char line[160];

	if (pf_interview_fold(p->iv)->step == PF_STEP_REWRITE) {
		pf_interview_rewrite_done(p->iv, now);
		return;
	}
	if (!pf_interview_may_go_on(p->iv, now, line))
		plain_say(p, "(%s)", line);
	else
		pf_interview_go_on(p->iv, now);
}

static void follow_up(struct plain *p, const struct pf_now *now)
{
	const struct pf_probed *probe;

	pf_interview_reply(p->iv, now);
	probe = pf_fold_open_probe(pf_interview_fold(p->iv));
	if (probe && probe->follow_up && *probe->follow_up)
		plain_say(p, "%s", probe->follow_up);
}

static void obey(struct plain *p, enum plain_command command, const struct pf_now *now)
{
	const struct pf_fold *fold = pf_interview_fold(p->iv);
	uint32_t pane = pf_interview_pane(p->iv);
	struct pf_edit_input undo = {.command = PF_EDITOR_UNDO};

	switch (command) {
	case PLAIN_HELP:
#define X(id, name, help) plain_say(p, "/%-8s %s", name, help);
		PLAIN_COMMANDS(X)
#undef X
		break;
	case PLAIN_NEXT: go_on(p, now); break;
	case PLAIN_DONE: follow_up(p, now); break;
	case PLAIN_TIME: plain_say_time(p, now); break;
	case PLAIN_BRIEF: plain_say_brief(p); break;
	case PLAIN_NOTES:
		for (size_t i = 0; i < fold->notebook.n; i++)
			plain_say(p, "- %s", fold->notebook.v[i].text);
		break;
	case PLAIN_SHOW: plain_say(p, "%.*s", PF_SLICE_ARG(pf_fold_text(fold, pane))); break;
	case PLAIN_COACH: plain_say_coach(p); break;
	case PLAIN_UNDO:
		if (pane <= PF_PANE_REPLY_MAX)
			(void)pf_interview_edit(p->iv, now, pane, &undo);
		break;
	case PLAIN_REPLACE: replace_all(p, now); break;
	case PLAIN_PAUSE:
		if (fold->paused)
			pf_interview_resume(p->iv, now);
		else
			pf_interview_pause(p->iv, now);
		break;
	case PLAIN_REWRITE: pf_interview_rewrite(p->iv, now); break;
	case PLAIN_WHY: plain_say_proofs(p); break;
	case PLAIN_MODEL: plain_say(p, "%.*s", PF_SLICE_ARG(pf_interview_model(p->iv))); break;
	case PLAIN_QUIT: p->quits = true; break;
	case PLAIN_NONE: plain_say(p, "(no such command; /help lists them)"); break;
	}
}

static enum plain_command command_of(struct pf_slice word)
{
#define X(id, name, help)            \
	if (pf_slice_is(word, name)) \
		return PLAIN_##id;
	PLAIN_COMMANDS(X)
#undef X
	return PLAIN_NONE;
}

/* -1: none. What is over 100 is over 100, whatever follows. */
static int whole_number(struct pf_slice text)
{
	int value = text.len ? 0 : -1;

	for (size_t i = 0; i < text.len && value >= 0 && value <= 100; i++)
		value = pf_ascii_is_digit(text.ptr[i]) ? value * 10 + text.ptr[i] - '0' : -1;
	return value;
}

static void mark(struct plain *p, struct pf_slice line, const struct pf_now *now)
{
	const struct pf_fold *fold = pf_interview_fold(p->iv);
	int value = whole_number(line);

	for (int d = 0; d <= PF_DIMENSIONS; d++) {
		if (d < PF_DIMENSIONS && fold->marks[d] >= 0)
			continue;
		if (value < 0 || value > (d < PF_DIMENSIONS ? 5 : 100))
			plain_say(p, "(a whole number, please)");
		else if (d < PF_DIMENSIONS)
			pf_interview_mark(p->iv, now, (enum pf_dimension)d, value);
		else
			pf_interview_odds(p->iv, now, value);
		break;
	}
	plain_say_marks(p);
}

/* A number alone takes one of what was offered; it is never a question. */
static void choose(struct plain *p, size_t index, const struct pf_now *now)
{
	if (pf_interview_choose(p->iv, now, index))
		p->asked_told--; /* the question was told as a choice; now it has its answer */
}

static void text_line(struct plain *p, struct pf_slice line, const struct pf_now *now)
{
	enum pf_step step = pf_interview_fold(p->iv)->step;
	uint32_t pane = pf_interview_pane(p->iv);
	struct pf_slice old =
		pf_fold_text(pf_interview_fold(p->iv), pane > PF_PANE_REPLY_MAX ? 0 : pane);

	if (step == PF_STEP_MARK) {
		mark(p, pf_slice_trim(line), now);
		return;
	}
	if (pane > PF_PANE_REPLY_MAX) {
		if (line.len)
			plain_say(
				p,
				"(nothing is typed here; /next goes on, /help lists the commands)");
		return;
	}
	if (step == PF_STEP_ASK) {
		if (line.len == 1 && (line.ptr[0] == '1' || line.ptr[0] == '2'))
			choose(p, (size_t)(line.ptr[0] - '1'), now);
		else if (line.len && pf_interview_append(p->iv, now, pane, line))
			pf_interview_ask(p->iv, now);
		return;
	}
	if (old.len && old.ptr[old.len - 1] != '\n' &&
	    !pf_interview_append(p->iv, now, pane, PF_SLICE("\n")))
		return;
	if (pf_interview_append(p->iv, now, pane, line))
		pf_interview_append(p->iv, now, pane, PF_SLICE("\n"));
}

/* A whole line of any length, without its end; false at the end of the input. */
static bool read_line(FILE *in, struct pf_buf *line)
{
	int c;

	pf_buf_clear(line);
	while ((c = getc(in)) != EOF && c != '\n')
		pf_buf_byte(line, (char)c);
	if (line->len && line->ptr[line->len - 1] == '\r')
		line->ptr[--line->len] = '\0';
	return c != EOF || line->len;
}

static enum pf_exit talk(struct plain *p)
{
	struct pf_buf line = {0};
	struct pf_now now = pf_now_read();

	commit(p, &now);
	keeper_summary(&p->room->keeper, p->iv);
	if (!pf_interview_fold(p->iv)->asked.n && pf_interview_fold(p->iv)->previous_step[0])
		plain_say(p, "Your next step from last time: %s",
			  pf_interview_fold(p->iv)->previous_step);
	plain_report(p, &now);
	fflush(p->out);
	while (!p->quits && read_line(p->in, &line)) {
		struct pf_slice text = pf_buf_view(&line);
		size_t stages = pf_interview_fold(p->iv)->stages.n;

		now = pf_now_read();
		pf_interview_tick(p->iv, &now);
		if (pf_slice_starts(text, "//"))
			text_line(p, pf_slice_cut(text, 1, text.len), &now);
		else if (pf_slice_starts(text, "/"))
			obey(p, command_of(pf_slice_trim(pf_slice_cut(text, 1, text.len))), &now);
		else
			text_line(p, text, &now);
		commit(p, &now);
		plain_report(p, &now);
		commit(p, &now);
		if (pf_interview_fold(p->iv)->stages.n != stages)
			keeper_summary(&p->room->keeper, p->iv);
		fflush(p->out);
		keeper_rest(&p->room->keeper, p->iv, &now);
	}
	keeper_summary(&p->room->keeper, p->iv);
	if (!keeper_let_go(&p->room->keeper, p->iv, &now))
		plain_say(p, KEEPER_NOTHING_KEPT);
	else if (!pf_interview_fold(p->iv)->done && !p->room->keeper.trouble[0])
		plain_say(p, "The attempt is kept: prfaq interview --plain --resume goes on.");
	fflush(p->out);
	pf_buf_release(&line);
	return PF_EXIT_OK;
}

static enum pf_exit run(struct room *room, struct pf_interview *iv)
{
	const struct pf_fold *fold = pf_interview_fold(iv);
	struct plain p = {
		.room = room, .iv = iv, .in = stdin, .out = room->cli->out, .told = PF_STEP_COUNT};
	enum pf_exit code;

	/* Taken up again: what was said then is not said once more, but the question that is open.
	 */
	p.asked_told = fold->asked.n;
	p.probes_told = fold->probes.n - (pf_fold_open_probe(fold) != NULL);

	code = talk(&p);
	pf_interview_free(iv);
	return code;
}

enum pf_exit plain_begin(struct room *room, const struct opening *o)
{
	struct pf_interview_setup setup = room_interview_setup(room);
	struct pf_app_row *rows;
	struct pf_interview *iv;
	struct pf_error err = {0};
	struct pf_now now = pf_now_read();
	enum pf_status status;
	size_t n;

	(void)!keeper_rows(&room->keeper, &rows, &n, NULL); /* then there is no step to tell */
	/* No skeleton: line by line it is in the way. */
	setup.prompt = pf_yaml_source(o->prompt->yaml);
	setup.plan = pf_yaml_source(o->plan->yaml);
	setup.mode = o->strict ? PF_MODE_STRICT : PF_MODE_PRACTICE;
	setup.role = o->role;
	setup.level = o->level;
	setup.seed = room->seed;
	setup.previous_step = pf_slice_of(pf_app_next_step(rows, n));
	status = pf_interview_begin(&iv, &setup, &now, &err);
	free(rows);
	return status == PF_OK ? run(room, iv) : pf_cli_fail(room->cli, &err);
}

enum pf_exit plain_resume(struct room *room, const char *id)
{
	struct pf_interview_setup setup = room_interview_setup(room);
	struct pf_now now = pf_now_read();
	struct kept kept = {0};
	struct pf_error err = {0};
	struct pf_fold *fold = NULL;
	struct pf_interview *iv;
	enum pf_status status = keeper_read(&room->keeper, id, true, &kept, &err);

	if (status == PF_OK)
		status = pf_fold_whole(&fold, kept_view(&kept), &err);
	if (status == PF_OK)
		status = pf_interview_reopen(&iv, fold, &setup, &now, &err);
	kept_release(&kept);
	return status == PF_OK ? run(room, iv) : pf_cli_fail(room->cli, &err);
}
