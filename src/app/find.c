/* Find: Enter goes from place to place while the line stands, so that one more Enter never writes
 * over what was found. */
#include <string.h>

#include "state.h"

void find_begin(struct pf_app *app)
{
	app->finding = true;
	app->refind = app->needle.len > 0;
}

void find_again(struct pf_app *app, enum pf_edit_command command, const struct pf_now *now)
{
	app->refind = true;
	pf_editor_set_needle(pf_interview_editor(app->iv, pf_interview_pane(app->iv)),
			     pf_buf_view(&app->needle));
	stage_edit(app, now, &(struct pf_edit_input){.command = command});
}

static void type(struct pf_app *app, struct pf_slice text)
{
	if (app->refind)
		pf_buf_clear(&app->needle);
	app->refind = false;
	pf_buf_slice(&app->needle, text);
}

static void rub_out(struct pf_app *app)
{
	struct pf_buf *needle = &app->needle;

	app->refind = false;
	if (!needle->len)
		return;
	do
		needle->len--;
	while (needle->len && ((unsigned char)needle->ptr[needle->len] & 0xC0) == 0x80);
	needle->ptr[needle->len] = '\0';
}

static void type_key(struct pf_app *app, struct pf_key key)
{
	struct pf_buf text = {0};

	pf_buf_rune(&text, key.code);
	type(app, pf_buf_view(&text));
	pf_buf_release(&text);
}

bool find_key(struct pf_app *app, struct pf_key key, const struct pf_now *now)
{
	enum pf_edit_command command;
	bool extend;

	if (pf_key_is_text(key)) {
		type_key(app, key);
		return true;
	}
	if (!pf_keymap_editor(key, &command, &extend))
		return true;
	switch (command) {
	case PF_EDITOR_UNSELECT: app->finding = false; break;
	case PF_EDITOR_NEWLINE: find_again(app, PF_EDITOR_FIND_NEXT, now); break;
	case PF_EDITOR_FIND_NEXT:
	case PF_EDITOR_FIND_PREVIOUS: find_again(app, command, now); break;
	case PF_EDITOR_DELETE_LEFT: rub_out(app); break;
	case PF_EDITOR_DELETE_WORD_LEFT:
	case PF_EDITOR_DELETE_LINE: pf_buf_clear(&app->needle); break;
	default: /* whoever moves on from there has found it */
		app->finding = !pf_edit_command_moves(command);
		return app->finding;
	}
	return true;
}

size_t paste_line_end(struct pf_slice text)
{
	size_t lf = pf_slice_find(text, PF_SLICE("\n")), cr = pf_slice_find(text, PF_SLICE("\r"));

	return lf < cr ? lf : cr;
}

void find_paste(struct pf_app *app, struct pf_slice text)
{
	type(app, pf_slice_cut(text, 0, paste_line_end(text)));
}

void find_paint(const struct pf_app *app, struct pf_surface *s, int row)
{
	struct pf_slice needle = pf_buf_view(&app->needle);
	const char *aside = app->message[0] ? app->message : "Enter: next  Esc: done";
	int end = 1 + (int)strlen("Find: ") + pf_surface_columns(needle);
	int room = s->cols - 1 - (int)strlen(aside);

	paint_bar(s, row, PF_STYLE_INPUT, "Find: %.*s", PF_SLICE_ARG(needle));
	if (room > end + 1)
		pf_surface_puts(s, row, room, aside, PF_STYLE_INPUT);
	pf_surface_cursor(s, row, end);
}
