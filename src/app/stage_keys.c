/* What is typed, pasted or clicked into the pane of a step: the draft, a question, an answer. */
#include <stdio.h>

#include "state.h"

enum pf_step stage_step(const struct pf_app *app)
{
	return pf_interview_fold(app->iv)->step;
}

bool stage_has_pane(const struct pf_app *app)
{
	return pf_interview_pane(app->iv) <= PF_PANE_REPLY_MAX;
}

void stage_told(struct pf_app *app)
{
	const char *notice = pf_interview_notice(app->iv);

	if (notice[0])
		pf_app_say(app, false, notice);
}

/* Words that were not taken are told so, with the key that helps. */
static void say_frozen(struct pf_app *app)
{
	char key[32], text[96];

	if (!pf_interview_fold(app->iv)->paused) {
		stage_told(app);
		return;
	}
	pf_keymap_first(PF_APP_RUN_ON, key);
	snprintf(text, sizeof(text), "Paused: nothing was typed. %s lets the clock run on.", key);
	pf_app_say(app, false, text);
}

/* Words that go nowhere: the side has the keys, or the prompt is only read. */
static void say_unwritten(struct pf_app *app)
{
	char key[32], text[96];

	if (app->at_side && stage_has_pane(app)) {
		pf_keymap_first(PF_APP_PANE, key);
		snprintf(text, sizeof(text), "Nothing was typed. %s leads back to your text.", key);
	} else if (stage_step(app) == PF_STEP_READ) {
		pf_keymap_first(PF_APP_NEXT_STAGE, key);
		snprintf(text, sizeof(text), "Nothing was typed: this is for reading. %s goes on.",
			 key);
	} else {
		return;
	}
	pf_app_say(app, false, text);
}

/* Elsewhere this key ends a program: who wanted that is told how. */
static void say_copied(struct pf_app *app)
{
	char key[32], text[64];

	pf_keymap_first(PF_APP_QUIT, key);
	snprintf(text, sizeof(text), "Copied. %s leaves.", key);
	pf_app_say(app, false, text);
}

void stage_edit(struct pf_app *app, const struct pf_now *now, const struct pf_edit_input *input)
{
	uint32_t pane = pf_interview_pane(app->iv);

	if (pane > PF_PANE_REPLY_MAX)
		return;
	switch (pf_interview_edit(app->iv, now, pane, input)) {
	case PF_EDIT_IS_FROZEN: say_frozen(app); break;
	case PF_EDIT_TOO_BIG:
		pf_app_say(app, true, "Not inserted: a text holds 16 MiB at the most.");
		break;
	case PF_EDIT_NOT_FOUND: pf_app_say(app, false, "Not found."); break;
	default: break;
	}
}

void stage_insert(struct pf_app *app, const struct pf_now *now, struct pf_slice text, bool paste)
{
	stage_edit(
		app, now,
		&(struct pf_edit_input){.command = paste ? PF_EDITOR_PASTE_TEXT : PF_EDITOR_INSERT,
					.text = text});
}

static bool key_event(struct pf_app *app, struct pf_key key, const struct pf_now *now)
{
	struct pf_edit_input input = {0};

	if (app->finding && find_key(app, key, now))
		return true;
	if (app->at_side || !stage_has_pane(app)) {
		if (pf_key_is_text(key) || key.code == PF_KEY_ENTER)
			say_unwritten(app);
		return false;
	}
	if (stage_step(app) == PF_STEP_ASK && (key.code == '1' || key.code == '2') && !key.mods &&
	    !pf_editor_length(pf_interview_editor(app->iv, PF_PANE_QUESTION)) &&
	    pf_interview_choose(app->iv, now, key.code - '1'))
		return true;
	if (pf_key_is_text(key)) {
		struct pf_buf text = {0};

		pf_buf_rune(&text, key.code);
		stage_insert(app, now, pf_buf_view(&text), false);
		pf_buf_release(&text);
		return true;
	}
	if (key.code == PF_KEY_TAB) { /* nothing is blank here: a tab */
		stage_insert(app, now, PF_SLICE("\t"), false);
		return true;
	}
	if (!pf_keymap_editor(key, &input.command, &input.extend))
		return false;
	if (input.command == PF_EDITOR_FIND_NEXT || input.command == PF_EDITOR_FIND_PREVIOUS)
		find_again(app, input.command, now);
	else
		stage_edit(app, now, &input);
	if (input.command == PF_EDITOR_COPY)
		say_copied(app);
	return true;
}

static bool mouse_event(struct pf_app *app, const struct pf_mouse *m, const struct pf_now *now)
{
	struct pf_edit_input input = {.row = m->row - app->pane.row, .col = m->col - app->pane.col};

	if (!stage_has_pane(app) || !pf_rect_has(app->pane, m->row, m->col))
		return false;
	switch (m->kind) {
	case PF_MOUSE_WHEEL_UP: input.command = PF_EDITOR_SCROLL_UP; break;
	case PF_MOUSE_WHEEL_DOWN: input.command = PF_EDITOR_SCROLL_DOWN; break;
	case PF_MOUSE_PRESS:
	case PF_MOUSE_DRAG:
		app->at_side = false;
		input.command = PF_EDITOR_GO_TO;
		input.extend = m->kind == PF_MOUSE_DRAG;
		break;
	case PF_MOUSE_RELEASE: return true;
	}
	stage_edit(app, now, &input);
	return true;
}

/* The next "[...]" of guidance from `from` on, on one line; false when there is none. */
static bool find_blank(struct pf_slice text, uint32_t from, struct pf_range *out)
{
	for (uint32_t i = from; i < text.len; i++) {
		uint32_t end = i + 1;

		if (text.ptr[i] != '[')
			continue;
		while (end < text.len && text.ptr[end] != ']' && text.ptr[end] != '\n')
			end++;
		/* "[text](target)" is a link, not a blank. */
		if (end >= text.len || text.ptr[end] != ']' ||
		    (end + 1 < text.len && text.ptr[end + 1] == '('))
			continue;
		*out = (struct pf_range){i, end + 1};
		return true;
	}
	return false;
}

static bool is_untouched(const struct pf_app *app)
{
	const struct pf_fold *fold = pf_interview_fold(app->iv);

	return pf_slice_is(pf_fold_text(fold, PF_PANE_DRAFT), fold->skeleton);
}

/* A page from elsewhere that comes before a word was written is all of the draft: in the first
 * blank it would stand above a second set of headings. */
static bool is_whole_page(struct pf_app *app, struct pf_slice text)
{
	struct pf_editor *ed = pf_interview_editor(app->iv, PF_PANE_DRAFT);
	struct pf_range at = pf_editor_selection(ed), first;

	text = pf_slice_trim(text);
	return stage_step(app) == PF_STEP_WRITE && is_untouched(app) &&
	       paste_line_end(text) < text.len && find_blank(pf_editor_text(ed), 0, &first) &&
	       at.begin == first.begin && at.end == first.end;
}

static void paste(struct pf_app *app, struct pf_slice text, const struct pf_now *now)
{
	bool whole = is_whole_page(app, text);
	struct pf_editor *ed = pf_interview_editor(app->iv, pf_interview_pane(app->iv));

	if (whole)
		pf_editor_select(ed, 0, (uint32_t)pf_editor_length(ed));
	stage_insert(app, now, text, true);
	if (!whole)
		return;
	if (is_untouched(app)) /* a pause took nothing */
		stage_next_blank(app, 0);
	else
		pf_app_say(app, false,
			   "Your page stands where the skeleton was; C-z brings that back.");
}

bool stage_event(struct pf_app *app, const struct pf_event *event, const struct pf_now *now)
{
	if (event->type == PF_EVENT_KEY)
		return key_event(app, event->key, now);
	if (event->type == PF_EVENT_MOUSE)
		return mouse_event(app, &event->mouse, now);
	if (event->type != PF_EVENT_PASTE)
		return false;
	if (!stage_has_pane(app) || app->at_side) {
		say_unwritten(app);
		return false;
	}
	if (app->finding)
		find_paste(app, pf_buf_view(&event->bytes));
	else
		paste(app, pf_buf_view(&event->bytes), now);
	return true;
}

/* Selected, so that typing replaces it. */
bool stage_next_blank(struct pf_app *app, uint32_t from)
{
	struct pf_editor *ed = pf_interview_editor(app->iv, PF_PANE_DRAFT);
	struct pf_range blank;

	if (!find_blank(pf_editor_text(ed), from, &blank) &&
	    !find_blank(pf_editor_text(ed), 0, &blank))
		return false;
	pf_editor_select(ed, blank.begin, blank.end);
	return true;
}
