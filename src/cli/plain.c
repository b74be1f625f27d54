#include "plain.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "prfaq/app/result_text.h"
#include "prfaq/base/mem.h"

struct plain {
	struct room *room;
	struct pf_interview *iv;
	FILE *in, *out;
	enum pf_step told; /* the step whose introduction was printed */
	uint32_t stage_told;
	size_t probes_told, asked_told;
	bool quits;
};

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

static void say(struct plain *p, const char *fmt, ...) PF_PRINTF(2, 3);

static void say(struct plain *p, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	vfprintf(p->out, fmt, ap);
	va_end(ap);
	fputc('\n', p->out);
}

/* The text with the marks of src/app/paint.h, as plain lines. */
static void say_marked(struct plain *p, struct pf_slice text)
{
	struct pf_slice line;

	while (pf_slice_line(&text, &line)) {
		size_t tab;

		if (line.len > 1 && line.ptr[1] == ' ' && strchr("#?!+~.*=|_@", line.ptr[0]))
			line = pf_slice_cut(line, 2, line.len);
		tab = pf_slice_find(line, PF_SLICE("\t"));
		say(p, "%.*s%.*s", (int)tab, line.ptr,
		    PF_SLICE_ARG(pf_slice_cut(line, tab < line.len ? tab + 1 : tab, line.len)));
	}
}

static void commit(struct plain *p, const struct pf_now *now)
{
	if (!keeper_commit(&p->room->keeper, p->iv, now))
		fprintf(p->room->cli->err, "prfaq: %s\n", p->room->keeper.trouble);
}

static void say_time(struct plain *p, const struct pf_now *now)
{
	struct pf_standing st = pf_interview_standing(p->iv, now);
	char left[16];

	pf_clock_text(st.clock.over ? st.clock.overtime : st.clock.left, left);
	say(p, "[%u/%u %s, %s %s, %u words]", st.stage + 1, st.n_stages,
	    st.title ? st.title : "Done", left, st.clock.over ? "overtime" : "left", st.words);
}

static void say_brief(struct plain *p)
{
	const struct pf_prompt *prompt = pf_interview_prompt(p->iv);

	say(p, "%s\n\n%s", prompt->title, prompt->prompt);
	if (pf_interview_given(p->iv).len)
		say(p, "Given:\n%.*s", PF_SLICE_ARG(pf_interview_given(p->iv)));
	if (prompt->fictional)
		say(p, "Company, names and numbers are invented.");
}

static void say_marks(struct plain *p)
{
	const struct pf_fold *fold = pf_interview_fold(p->iv);

	for (int d = 0; d < PF_DIMENSIONS; d++)
		if (fold->marks[d] < 0) {
			say(p, "%s, 0 to 5? %s", pf_dimension_name((enum pf_dimension)d),
			    pf_dimension_ask((enum pf_dimension)d));
			return;
		}
	if (fold->odds < 0)
		say(p, "chance in percent, 0 to 100? Would this panel say yes to this page?");
	else
		say(p, "All marked. /next shows the result.");
}

static void say_result(struct plain *p)
{
	struct pf_buf text = {0};

	pf_result_text(p->iv, "/rewrite", &text);
	say_marked(p, pf_buf_view(&text));
	pf_buf_release(&text);
}

/* What the step is, once when it begins. */
static void introduce(struct plain *p, const struct pf_now *now)
{
	const struct pf_fold *fold = pf_interview_fold(p->iv);
	uint32_t stage = (uint32_t)fold->stages.n;

	if (fold->step == p->told && stage == p->stage_told)
		return;
	p->told = fold->step;
	p->stage_told = stage;
	say_time(p, now);
	switch (fold->step) {
	case PF_STEP_READ:
		say_brief(p);
		say(p, "/next starts the writing.");
		break;
	case PF_STEP_ASK:
		say_brief(p);
		say(p, "Ask one question a line. /next starts the draft.");
		break;
	case PF_STEP_WRITE:
		say(p, "Write the draft, line by line. /show prints it, /next ends it.");
		break;
	case PF_STEP_PROBE: say(p, "Answer each question; /done ends an answer."); break;
	case PF_STEP_ROLLOUT:
		say(p, "Rollout: a line a step with week, audience, gate and stop rule. /next ends "
		       "it.");
		break;
	case PF_STEP_REFLECT: say(p, "What would you do differently? /next goes on."); break;
	case PF_STEP_MARK:
		say(p, "Mark yourself before any score shows.");
		say_marks(p);
		break;
	case PF_STEP_RESULT:
		say_result(p);
		say(p, "/rewrite, /why, /model or /next.");
		break;
	case PF_STEP_REWRITE:
		say(p,
		    "As it was:\n%s\nWrite it again, five minutes; /clear empties it, /next ends "
		    "it.",
		    fold->rewrite_original);
		break;
	case PF_STEP_NEXT_STEP:
		say(p, "One next step, kept for the next attempt. /next ends it.");
		break;
	case PF_STEP_MODEL:
		say(p, "Model answer:\n%.*s", PF_SLICE_ARG(pf_interview_model(p->iv)));
		say_result(p);
		break;
	case PF_STEP_END:
		say(p, "The attempt is kept: prfaq review %s", fold->id);
		p->quits = true;
		break;
	case PF_STEP_COUNT: break;
	}
}

/* What was said since the last line: answers, probes, notices. */
static void report(struct plain *p, const struct pf_now *now)
{
	const struct pf_fold *fold = pf_interview_fold(p->iv);
	const char *notice = pf_interview_notice(p->iv);

	for (; p->asked_told < fold->asked.n && fold->asked.v[p->asked_told].answered;
	     p->asked_told++) {
		struct pf_slice labels = pf_slice_of(fold->asked.v[p->asked_told].labels), one;
		struct pf_buf answer = {0};

		pf_asked_show(&fold->asked.v[p->asked_told], &answer);
		say(p, "%.*s", PF_SLICE_ARG(pf_buf_view(&answer)));
		pf_buf_release(&answer);
		for (int k = 1; pf_slice_line(&labels, &one); k++)
			say(p, "  %d  %.*s", k, PF_SLICE_ARG(one));
	}
	if (*notice)
		say(p, "(%s)", notice);
	pf_interview_told(p->iv);
	introduce(p, now);
	for (; p->probes_told < fold->probes.n; p->probes_told++) {
		const struct pf_probed *probe = &fold->probes.v[p->probes_told];

		say(p, "%s:", pf_lens_title(probe->lens));
		if (probe->quote && *probe->quote)
			say(p, "  \"%s\"", probe->quote);
		if (probe->other && *probe->other)
			say(p, "  \"%s\"", probe->other);
		say(p, "%s", probe->text);
	}
}

static void say_coach(struct plain *p)
{
	struct pf_coach_line lines[12];
	size_t n;

	pf_interview_check(p->iv);
	n = pf_interview_coach(p->iv, lines, 12);
	for (size_t i = 0; i < n; i++)
		say(p, "- %s", lines[i].text);
	if (!n)
		say(p, "The coach has nothing to say here.");
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

static void say_proofs(struct plain *p)
{
	struct pf_buf text = {0};

	pf_result_proofs(p->iv, &text);
	say_marked(p, pf_buf_view(&text));
	pf_buf_release(&text);
}

static void go_on(struct plain *p, const struct pf_now *now)
{
	char line[160];

	if (pf_interview_fold(p->iv)->step == PF_STEP_REWRITE) {
		pf_interview_rewrite_done(p->iv, now);
		return;
	}
	if (!pf_interview_may_go_on(p->iv, now, line))
		say(p, "(%s)", line);
	else
		pf_interview_go_on(p->iv, now);
}

static void follow_up(struct plain *p, const struct pf_now *now)
{
	const struct pf_probed *probe;

	pf_interview_reply(p->iv, now);
	probe = pf_fold_open_probe(pf_interview_fold(p->iv));
	if (probe && probe->follow_up && *probe->follow_up)
		say(p, "%s", probe->follow_up);
}

static void obey(struct plain *p, enum plain_command command, const struct pf_now *now)
{
	const struct pf_fold *fold = pf_interview_fold(p->iv);
	uint32_t pane = pf_interview_pane(p->iv);
	struct pf_edit_input undo = {.command = PF_EDITOR_UNDO};

	switch (command) {
	case PLAIN_HELP:
#define X(id, name, help) say(p, "/%-8s %s", name, help);
		PLAIN_COMMANDS(X)
#undef X
		break;
	case PLAIN_NEXT: go_on(p, now); break;
	case PLAIN_DONE: follow_up(p, now); break;
	case PLAIN_TIME: say_time(p, now); break;
	case PLAIN_BRIEF: say_brief(p); break;
	case PLAIN_NOTES:
		for (size_t i = 0; i < fold->notebook.n; i++)
			say(p, "- %s", fold->notebook.v[i].text);
		break;
	case PLAIN_SHOW: say(p, "%.*s", PF_SLICE_ARG(pf_fold_text(fold, pane))); break;
	case PLAIN_COACH: say_coach(p); break;
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
	case PLAIN_WHY: say_proofs(p); break;
	case PLAIN_MODEL: say(p, "%.*s", PF_SLICE_ARG(pf_interview_model(p->iv))); break;
	case PLAIN_QUIT: p->quits = true; break;
	case PLAIN_NONE: say(p, "(no such command; /help lists them)"); break;
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

static void mark(struct plain *p, struct pf_slice line, const struct pf_now *now)
{
	const struct pf_fold *fold = pf_interview_fold(p->iv);
	int value = -1;

	for (size_t i = 0; i < line.len && i < 3; i++)
		value = line.ptr[i] >= '0' && line.ptr[i] <= '9'
				? (value < 0 ? 0 : value) * 10 + line.ptr[i] - '0'
				: 1000;
	for (int d = 0; d <= PF_DIMENSIONS; d++) {
		if (d < PF_DIMENSIONS && fold->marks[d] >= 0)
			continue;
		if (value < 0 || value > (d < PF_DIMENSIONS ? 5 : 100))
			say(p, "(a whole number, please)");
		else if (d < PF_DIMENSIONS)
			pf_interview_mark(p->iv, now, (enum pf_dimension)d, value);
		else
			pf_interview_odds(p->iv, now, value);
		break;
	}
	say_marks(p);
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
			say(p, "(nothing is typed here; /next goes on, /help lists the commands)");
		return;
	}
	if (step == PF_STEP_ASK) {
		if (line.len == 1 && (line.ptr[0] == '1' || line.ptr[0] == '2') &&
		    pf_interview_choose(p->iv, now, (size_t)(line.ptr[0] - '1')))
			return;
		if (line.len && pf_interview_append(p->iv, now, pane, line))
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
		say(p, "Your next step from last time: %s",
		    pf_interview_fold(p->iv)->previous_step);
	report(p, &now);
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
		report(p, &now);
		commit(p, &now);
		if (pf_interview_fold(p->iv)->stages.n != stages)
			keeper_summary(&p->room->keeper, p->iv);
		fflush(p->out);
	}
	keeper_summary(&p->room->keeper, p->iv);
	keeper_let_go(&p->room->keeper, p->iv, &now);
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

/* The newest next step there is; empty when none was written yet. */
static struct pf_slice last_step(struct room *room, struct pf_app_row *newest)
{
	struct pf_app_row *rows;
	size_t n = keeper_rows(&room->keeper, &rows);

	for (size_t i = n; i-- > 0;) /* newest first: the last one taken is the newest */
		if (rows[i].next_step[0])
			*newest = rows[i];
	free(rows);
	return pf_slice_of(newest->next_step);
}

enum pf_exit plain_begin(struct room *room, const struct opening *o)
{
	struct pf_app_setup app = room_setup(room);
	struct pf_app_row newest = {.next_step = ""};
	struct pf_interview *iv;
	struct pf_error err = {0};
	struct pf_now now = pf_now_read();
	enum pf_status status;

	/* Line by line a skeleton is in the way: plain drafts begin empty. */
	struct pf_interview_setup setup = {
		.prompt = pf_yaml_source(o->prompt->yaml),
		.plan = pf_yaml_source(o->plan->yaml),
		.rubric = app.rubric,
		.mode = o->strict ? PF_MODE_STRICT : PF_MODE_PRACTICE,
		.role = o->role,
		.level = o->level,
		.seed = room->seed,
		.previous_step = last_step(room, &newest),
		.past = app.past,
		.n_past = app.n_past,
		.off = app.off,
		.no_coach = app.no_coach,
	};
	status = pf_interview_begin(&iv, &setup, &now, &err);
	return status == PF_OK ? run(room, iv) : pf_cli_fail(room->cli, &err);
}

enum pf_exit plain_resume(struct room *room, const char *id)
{
	struct pf_app_setup app = room_setup(room);
	struct pf_interview_setup setup = {.rubric = app.rubric,
					   .past = app.past,
					   .n_past = app.n_past,
					   .off = app.off,
					   .no_coach = app.no_coach};
	struct pf_now now = pf_now_read();
	struct kept kept = {0};
	struct pf_error err = {0};
	struct pf_fold *fold = NULL;
	struct pf_interview *iv;
	size_t applied;
	enum pf_status status = keeper_read(&room->keeper, id, true, &kept, &err);

	if (status == PF_OK) {
		if (pf_fold_until(&fold, kept_view(&kept), INT64_MAX, &applied, &err) != PF_OK)
			(void)pf_cli_fail(room->cli, &err);
		status = pf_interview_reopen(&iv, fold, &setup, &now, &err);
	}
	kept_release(&kept);
	return status == PF_OK ? run(room, iv) : pf_cli_fail(room->cli, &err);
}
