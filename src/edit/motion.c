/* Where a motion takes the cursor: by grapheme, word, row and page. */
#include <assert.h>
#include <limits.h>

#include "impl.h"

uint32_t pf_editor_word_right(struct pf_editor *ed, uint32_t off)
{
	uint32_t length = pf_gap_length(&ed->text), len;

	while (off < length && !pf_rune_in_word(pf_rune_at(&ed->text, off, &len)))
		off += len;
	while (off < length && pf_rune_in_word(pf_rune_at(&ed->text, off, &len)))
		off += len;
	/* A joiner may have ended the word inside a cluster: then that one is passed too. */
	return pf_editor_snap(ed, off) == off ? off : pf_editor_next(ed, pf_editor_snap(ed, off));
}

uint32_t pf_editor_word_left(struct pf_editor *ed, uint32_t off)
{
	uint32_t len;

	while (off && !pf_rune_in_word(pf_rune_before(&ed->text, off, &len)))
		off -= len;
	while (off && pf_rune_in_word(pf_rune_before(&ed->text, off, &len)))
		off -= len;
	return pf_editor_snap(ed, off);
}

/* Up or down by rows, keeping to the column where the motion began. */
static uint32_t by_rows(struct pf_editor *ed, int64_t n)
{
	size_t row = pf_rows_of(&ed->rows, ed->cursor);
	int64_t to = (int64_t)row + n, last = (int64_t)ed->rows.n - 1;

	if (ed->goal_col < 0)
		ed->goal_col = pf_editor_column(ed, row, ed->cursor);
	if (to < 0)
		return 0;
	if (to > last)
		return pf_gap_length(&ed->text);
	return pf_editor_at_column(ed, (size_t)to, ed->goal_col);
}

static uint32_t by_page(struct pf_editor *ed, int direction)
{
	int64_t n = ed->view_rows > 2 ? ed->view_rows - 2 : 1,
		top = (int64_t)ed->top + direction * n;
	int64_t last = (int64_t)ed->rows.n - 1;
	uint32_t off = by_rows(ed, direction * n);

	ed->top = (size_t)(top < 0 ? 0 : top > last ? last : top);
	return off;
}

static bool is_blank_row(struct pf_editor *ed, size_t row)
{
	uint32_t end = pf_editor_visible_end(ed, row);

	if (!pf_rows_first(&ed->rows, &ed->text, row))
		return false;
	for (uint32_t off = ed->rows.v[row]; off < end; off++) {
		char c = pf_gap_byte(&ed->text, off);

		if (c != ' ' && c != '\t')
			return false;
	}
	return true;
}

static uint32_t paragraph_up(struct pf_editor *ed)
{
	size_t row = pf_rows_of(&ed->rows, ed->cursor);

	if (row)
		row--;
	while (row && is_blank_row(ed, row))
		row--;
	while (row && !is_blank_row(ed, row))
		row--;
	return ed->rows.v[row];
}

static uint32_t paragraph_down(struct pf_editor *ed)
{
	size_t row = pf_rows_of(&ed->rows, ed->cursor);

	while (row < ed->rows.n && is_blank_row(ed, row))
		row++;
	while (row < ed->rows.n && !is_blank_row(ed, row))
		row++;
	return row < ed->rows.n ? ed->rows.v[row] : pf_gap_length(&ed->text);
}

/* End of a line of the text: before its newline. */
static uint32_t line_end(struct pf_editor *ed)
{
	struct pf_range line = pf_editor_line(ed, ed->cursor);

	if (line.end > line.begin && pf_gap_byte(&ed->text, line.end - 1) == '\n')
		return pf_editor_snap(ed, line.end - 1);
	return line.end;
}

static uint32_t row_start(struct pf_editor *ed)
{
	uint32_t begin = ed->rows.v[pf_rows_of(&ed->rows, ed->cursor)];

	return ed->cursor == begin ? pf_editor_line(ed, ed->cursor).begin : begin;
}

static uint32_t row_end(struct pf_editor *ed)
{
	size_t row = pf_rows_of(&ed->rows, ed->cursor);
	uint32_t end = pf_editor_at_column(ed, row, INT_MAX);

	return ed->cursor == end ? line_end(ed) : end;
}

static uint32_t go_to(struct pf_editor *ed, int row, int col)
{
	int64_t at = (int64_t)ed->top + row;

	if (at < 0)
		return 0;
	if (at >= (int64_t)ed->rows.n)
		return pf_gap_length(&ed->text);
	return pf_editor_at_column(ed, (size_t)at, col < 0 ? 0 : col);
}

static uint32_t target(struct pf_editor *ed, const struct pf_edit_input *input)
{
	struct pf_range sel = pf_editor_selection(ed);
	bool collapse = !input->extend && sel.begin < sel.end;

	switch (input->command) {
	case PF_EDITOR_LEFT: return collapse ? sel.begin : pf_editor_previous(ed, ed->cursor);
	case PF_EDITOR_RIGHT: return collapse ? sel.end : pf_editor_next(ed, ed->cursor);
	case PF_EDITOR_UP: return by_rows(ed, -1);
	case PF_EDITOR_DOWN: return by_rows(ed, 1);
	case PF_EDITOR_WORD_LEFT: return pf_editor_word_left(ed, ed->cursor);
	case PF_EDITOR_WORD_RIGHT: return pf_editor_word_right(ed, ed->cursor);
	case PF_EDITOR_ROW_START: return row_start(ed);
	case PF_EDITOR_ROW_END: return row_end(ed);
	case PF_EDITOR_LINE_START: return pf_editor_line(ed, ed->cursor).begin;
	case PF_EDITOR_LINE_END: return line_end(ed);
	case PF_EDITOR_PARAGRAPH_UP: return paragraph_up(ed);
	case PF_EDITOR_PARAGRAPH_DOWN: return paragraph_down(ed);
	case PF_EDITOR_PAGE_UP: return by_page(ed, -1);
	case PF_EDITOR_PAGE_DOWN: return by_page(ed, 1);
	case PF_EDITOR_TEXT_START: return 0;
	case PF_EDITOR_TEXT_END: return pf_gap_length(&ed->text);
	case PF_EDITOR_GO_TO: return go_to(ed, input->row, input->col);
	default: assert(false && "a motion"); return ed->cursor;
	}
}

static bool keeps_column(enum pf_edit_command command)
{
	return command == PF_EDITOR_UP || command == PF_EDITOR_DOWN ||
	       command == PF_EDITOR_PAGE_UP || command == PF_EDITOR_PAGE_DOWN;
}

enum pf_edit_outcome pf_editor_motion(struct pf_editor *ed, const struct pf_edit_input *input)
{
	uint32_t before = ed->cursor;
	size_t top = ed->top;
	bool had = ed->selecting;

	if (input->extend && !ed->selecting)
		ed->anchor = ed->cursor;
	ed->cursor = pf_editor_snap(ed, target(ed, input));
	ed->selecting = input->extend && ed->anchor != ed->cursor;
	if (!keeps_column(input->command))
		ed->goal_col = -1;
	pf_editor_show_cursor(ed);
	return before == ed->cursor && had == ed->selecting && top == ed->top ? PF_EDIT_DID_NOTHING
									      : PF_EDIT_DID_MOVE;
}
