/* What a command does to the text: the edits it yields, grouped for undo. */
#include <assert.h>
#include <string.h>

#include "impl.h"
#include "prfaq/base/mem.h"

static const char *const helps[] = {
#define X(name, help) help,
	PF_EDIT_MOTIONS(X) PF_EDIT_ACTIONS(X)
#undef X
};

const char *pf_edit_command_help(enum pf_edit_command command)
{
	assert(command < PF_EDIT_COMMAND_COUNT);
	return helps[command];
}

bool pf_edit_command_moves(enum pf_edit_command command)
{
	return command <= PF_EDITOR_GO_TO;
}

/* --- edits yielded ---------------------------------------------------------- */

static struct pf_edit *batch_room(struct pf_editor *ed, size_t n)
{
	ed->batch = pf_mem_reserve(ed->batch, n, &ed->batch_cap, sizeof(*ed->batch));
	return ed->batch;
}

static enum pf_edit_outcome yield(struct pf_editor *ed, struct pf_range range, struct pf_slice with,
				  uint32_t group, struct pf_edits *out)
{
	uint32_t removed = range.end - range.begin;

	if (!removed && !with.len)
		return PF_EDIT_DID_NOTHING;
	if (with.len > PF_EDIT_TEXT_MAX ||
	    pf_gap_length(&ed->text) - removed + with.len > PF_EDIT_TEXT_MAX)
		return PF_EDIT_TOO_BIG;
	*batch_room(ed, 1) = (struct pf_edit){range.begin, removed, with, group, PF_EDIT_NORMAL};
	*out = (struct pf_edits){ed->batch, 1};
	return PF_EDIT_YIELDS;
}

/* A change that ends the run: a group of its own. */
static enum pf_edit_outcome yield_alone(struct pf_editor *ed, struct pf_range range,
					struct pf_slice with, struct pf_edits *out)
{
	ed->run = PF_RUN_NONE;
	return yield(ed, range, with, ed->next_group, out);
}

/* A change that may go on with the last one; `ends` is where the cursor will be. */
static enum pf_edit_outcome yield_run(struct pf_editor *ed, enum pf_run run, bool fresh,
				      struct pf_range range, struct pf_slice with,
				      struct pf_edits *out)
{
	enum pf_edit_outcome outcome;

	if (fresh || ed->run != run || ed->run_off != ed->cursor || ed->selecting ||
	    ed->run_group + 1 != ed->next_group)
		ed->run_group = ed->next_group;
	outcome = yield(ed, range, with, ed->run_group, out);
	ed->run = outcome == PF_EDIT_YIELDS ? run : PF_RUN_NONE;
	ed->run_off = range.begin + (uint32_t)with.len;
	return outcome;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n';
}

/* Typing is undone by words: one ends with the blanks after it. */
static enum pf_edit_outcome type(struct pf_editor *ed, struct pf_slice text, struct pf_edits *out)
{
	bool starts, newline;
	enum pf_edit_outcome outcome;

	if (!text.len)
		return PF_EDIT_DID_NOTHING;
	newline = text.ptr[0] == '\n';
	starts = ed->run == PF_RUN_TYPE && ed->run_blank && !is_blank(text.ptr[0]);
	outcome = yield_run(ed, PF_RUN_TYPE, starts || newline, pf_editor_selection(ed), text, out);
	ed->run_blank = is_blank(text.ptr[text.len - 1]);
	return outcome;
}

/* Terminals paste a newline as CR. The bytes are copied only where there is one. */
static enum pf_edit_outcome paste_text(struct pf_editor *ed, struct pf_slice text,
				       struct pf_edits *out)
{
	struct pf_range at = pf_editor_selection(ed);
	const char *cr = text.len ? memchr(text.ptr, '\r', text.len) : NULL;
	size_t from = 0;

	if (!cr)
		return yield_alone(ed, at, text, out);
	pf_buf_clear(&ed->batch_bytes);
	pf_buf_reserve(&ed->batch_bytes, text.len);
	while (cr) {
		size_t i = (size_t)(cr - text.ptr);

		pf_buf_slice(&ed->batch_bytes, pf_slice_cut(text, from, i));
		pf_buf_byte(&ed->batch_bytes, '\n');
		from = i + 1;
		if (from < text.len && text.ptr[from] == '\n')
			from++;
		cr = from < text.len ? memchr(text.ptr + from, '\r', text.len - from) : NULL;
	}
	pf_buf_slice(&ed->batch_bytes, pf_slice_cut(text, from, text.len));
	return yield_alone(ed, at, pf_buf_view(&ed->batch_bytes), out);
}

static enum pf_edit_outcome delete_to(struct pf_editor *ed, enum pf_run run, uint32_t off,
				      struct pf_edits *out)
{
	struct pf_range range = pf_editor_selection(ed);

	if (range.begin == range.end) {
		range.begin = off < ed->cursor ? off : ed->cursor;
		range.end = off < ed->cursor ? ed->cursor : off;
	}
	if (run == PF_RUN_NONE)
		return yield_alone(ed, range, PF_SLICE(""), out);
	return yield_run(ed, run, false, range, PF_SLICE(""), out);
}

/* --- cut and copy ------------------------------------------------------------- */

static struct pf_range selection_or_line(struct pf_editor *ed)
{
	struct pf_range range = pf_editor_selection(ed);

	return range.begin < range.end ? range : pf_editor_line(ed, ed->cursor);
}

static void kill(struct pf_editor *ed, struct pf_range range)
{
	if (range.begin < range.end)
		pf_editor_set_killed(ed, pf_gap_slice(&ed->text, range.begin, range.end));
}

static enum pf_edit_outcome cut(struct pf_editor *ed, struct pf_edits *out)
{
	struct pf_range range = selection_or_line(ed);

	kill(ed, range);
	return yield_alone(ed, range, PF_SLICE(""), out);
}

static enum pf_edit_outcome copy(struct pf_editor *ed)
{
	struct pf_range range = selection_or_line(ed);

	kill(ed, range);
	ed->run = PF_RUN_NONE;
	return range.begin < range.end ? PF_EDIT_DID_MOVE : PF_EDIT_DID_NOTHING;
}

/* To the end of the line, or over the newline that ends it; again and again adds up. */
static enum pf_edit_outcome cut_to_end(struct pf_editor *ed, struct pf_edits *out)
{
	struct pf_range range = {ed->cursor, pf_editor_line(ed, ed->cursor).end};
	bool goes_on = ed->run == PF_RUN_KILL && ed->run_off == ed->cursor;
	enum pf_edit_outcome outcome;
	uint32_t last;

	if (range.end > range.begin && pf_gap_byte(&ed->text, range.end - 1) == '\n') {
		last = pf_editor_previous(ed, range.end);
		range.end = last > range.begin ? last : range.end;
	}
	if (goes_on)
		pf_buf_slice(&ed->killed, pf_gap_slice(&ed->text, range.begin, range.end));
	else
		kill(ed, range);
	outcome = yield_alone(ed, range, PF_SLICE(""), out);
	ed->run = PF_RUN_KILL;
	ed->run_off = range.begin;
	return outcome;
}

static enum pf_edit_outcome paste_killed(struct pf_editor *ed, struct pf_edits *out)
{
	pf_buf_clear(&ed->batch_bytes);
	pf_buf_slice(&ed->batch_bytes, pf_buf_view(&ed->killed));
	return yield_alone(ed, pf_editor_selection(ed), pf_buf_view(&ed->batch_bytes), out);
}

/* --- undo ---------------------------------------------------------------------- */

/* All entries of the top one's group, in the order in which they can be applied. */
static enum pf_edit_outcome undo(struct pf_editor *ed, enum pf_edit_kind kind, struct pf_edits *out)
{
	const struct pf_history_stack *stack =
		kind == PF_EDIT_UNDO ? &ed->history.undo : &ed->history.redo;
	struct pf_edit edit;
	size_t n = 0, bytes = 0;

	ed->run = PF_RUN_NONE;
	while (n < stack->n && stack->v[stack->n - 1 - n].group == stack->v[stack->n - 1].group)
		bytes += stack->v[stack->n - 1 - n++].len;
	if (!n)
		return PF_EDIT_DID_NOTHING;
	batch_room(ed, n);
	pf_buf_clear(&ed->batch_bytes);
	pf_buf_reserve(&ed->batch_bytes, bytes); /* so that the slices below stay */
	bytes = stack->bytes.len;
	for (size_t i = 0; i < n; i++) {
		const struct pf_history_entry *e = &stack->v[stack->n - 1 - i];

		bytes -= e->len;
		edit = (struct pf_edit){e->off, e->removed, {NULL, 0}, e->group, kind};
		edit.inserted = pf_slice_make(ed->batch_bytes.ptr + ed->batch_bytes.len, e->len);
		pf_buf_add(&ed->batch_bytes, stack->bytes.ptr + bytes, e->len);
		ed->batch[i] = edit;
	}
	*out = (struct pf_edits){ed->batch, n};
	return PF_EDIT_YIELDS;
}

/* --- the view -------------------------------------------------------------------- */

static enum pf_edit_outcome select_range(struct pf_editor *ed, struct pf_range range)
{
	pf_editor_select(ed, range.begin, range.end);
	return PF_EDIT_DID_MOVE;
}

static enum pf_edit_outcome select_word(struct pf_editor *ed)
{
	uint32_t cursor = ed->cursor, len;
	struct pf_range word = {cursor, cursor};

	while (word.end < pf_gap_length(&ed->text) &&
	       pf_rune_in_word(pf_rune_at(&ed->text, word.end, &len)))
		word.end += len;
	while (word.begin && pf_rune_in_word(pf_rune_before(&ed->text, word.begin, &len)))
		word.begin -= len;
	return word.begin < word.end ? select_range(ed, word) : PF_EDIT_DID_NOTHING;
}

static enum pf_edit_outcome scroll(struct pf_editor *ed, int by)
{
	size_t before = ed->top;
	int64_t top = (int64_t)before + by;

	pf_editor_scroll_to(ed, (uint32_t)(top < 0 ? 0 : top));
	return ed->top == before ? PF_EDIT_DID_NOTHING : PF_EDIT_DID_MOVE;
}

static enum pf_edit_outcome find(struct pf_editor *ed, bool on)
{
	struct pf_range sel = pf_editor_selection(ed), found;
	bool any = on ? pf_editor_find(ed, sel.end, &found)
		      : pf_editor_find_back(ed, sel.begin, &found);

	return any ? select_range(ed, found) : PF_EDIT_NOT_FOUND;
}

static enum pf_edit_outcome unselect(struct pf_editor *ed)
{
	bool had = ed->selecting;

	ed->selecting = false;
	return had ? PF_EDIT_DID_MOVE : PF_EDIT_DID_NOTHING;
}

static enum pf_edit_outcome change(struct pf_editor *ed, const struct pf_edit_input *input,
				   struct pf_edits *out)
{
	switch (input->command) {
	case PF_EDITOR_INSERT: return type(ed, input->text, out);
	case PF_EDITOR_NEWLINE: return type(ed, PF_SLICE("\n"), out);
	case PF_EDITOR_PASTE_TEXT: return paste_text(ed, input->text, out);
	case PF_EDITOR_PASTE: return paste_killed(ed, out);
	case PF_EDITOR_DELETE_LEFT:
		return delete_to(ed, PF_RUN_BACK, pf_editor_previous(ed, ed->cursor), out);
	case PF_EDITOR_DELETE_RIGHT:
		return delete_to(ed, PF_RUN_DELETE, pf_editor_next(ed, ed->cursor), out);
	case PF_EDITOR_DELETE_WORD_LEFT:
		return delete_to(ed, PF_RUN_NONE, pf_editor_word_left(ed, ed->cursor), out);
	case PF_EDITOR_DELETE_WORD_RIGHT:
		return delete_to(ed, PF_RUN_NONE, pf_editor_word_right(ed, ed->cursor), out);
	case PF_EDITOR_DELETE_LINE:
		return yield_alone(ed, pf_editor_line(ed, ed->cursor), PF_SLICE(""), out);
	case PF_EDITOR_CUT: return cut(ed, out);
	case PF_EDITOR_CUT_TO_END: return cut_to_end(ed, out);
	case PF_EDITOR_UNDO: return undo(ed, PF_EDIT_UNDO, out);
	default: return undo(ed, PF_EDIT_REDO, out);
	}
}

static enum pf_edit_outcome look_or_change(struct pf_editor *ed, const struct pf_edit_input *input,
					   struct pf_edits *out)
{
	switch (input->command) {
	case PF_EDITOR_COPY: return copy(ed);
	case PF_EDITOR_SELECT_ALL:
		return select_range(ed, (struct pf_range){0, pf_gap_length(&ed->text)});
	case PF_EDITOR_SELECT_WORD: return select_word(ed);
	case PF_EDITOR_SELECT_LINE: return select_range(ed, pf_editor_line(ed, ed->cursor));
	case PF_EDITOR_UNSELECT: return unselect(ed);
	case PF_EDITOR_FIND_NEXT: return find(ed, true);
	case PF_EDITOR_FIND_PREVIOUS: return find(ed, false);
	case PF_EDITOR_SCROLL_UP: return scroll(ed, -3);
	case PF_EDITOR_SCROLL_DOWN: return scroll(ed, 3);
	default: return ed->frozen ? PF_EDIT_IS_FROZEN : change(ed, input, out);
	}
}

enum pf_edit_outcome pf_editor_command(struct pf_editor *ed, const struct pf_edit_input *input,
				       struct pf_edits *out)
{
	*out = (struct pf_edits){NULL, 0};
	assert(input->command < PF_EDIT_COMMAND_COUNT);
	pf_editor_wrap(ed);
	if (pf_edit_command_moves(input->command)) {
		ed->run = PF_RUN_NONE;
		return pf_editor_motion(ed, input);
	}
	return look_or_change(ed, input, out);
}

enum pf_edit_outcome pf_editor_replace(struct pf_editor *ed, uint32_t begin, uint32_t end,
				       struct pf_slice with, struct pf_edits *out)
{
	uint32_t length = pf_gap_length(&ed->text);

	*out = (struct pf_edits){NULL, 0};
	end = end > length ? length : end;
	begin = begin > end ? end : begin;
	return yield_alone(ed, (struct pf_range){begin, end}, with, out);
}
