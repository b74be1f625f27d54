#include "prfaq/edit/editor.h"

#include "impl.h"
#include "prfaq/base/mem.h"

struct pf_editor *pf_editor_new(void)
{
	struct pf_editor *ed = pf_xcalloc(1, sizeof(*ed));

	ed->next_group = 1;
	ed->goal_col = -1;
	return ed;
}

void pf_editor_free(struct pf_editor *ed)
{
	if (!ed)
		return;
	pf_gap_release(&ed->text);
	pf_history_release(&ed->history);
	pf_rows_release(&ed->rows);
	pf_buf_release(&ed->killed);
	pf_buf_release(&ed->needle);
	pf_buf_release(&ed->batch_bytes);
	free(ed->batch);
	free(ed);
}

/* Words are counted where they may have changed: in the same stretch before and after. */
static void splice(struct pf_editor *ed, const struct pf_edit *edit)
{
	uint32_t begin = edit->off - pf_words_back(&ed->text, edit->off);
	uint32_t tail = edit->off + edit->removed;
	uint32_t on = pf_words_on(&ed->text, tail), inserted = (uint32_t)edit->inserted.len;

	ed->words -= pf_words_in(&ed->text, begin, tail + on);
	pf_gap_splice(&ed->text, edit->off, edit->removed, edit->inserted);
	ed->words += pf_words_in(&ed->text, begin, edit->off + inserted + on);
	if (ed->rows.v)
		pf_rows_edit(&ed->rows, &ed->text, edit->off, edit->removed, inserted);
}

enum pf_status pf_editor_apply(struct pf_editor *ed, const struct pf_edit *edit)
{
	uint32_t length = pf_gap_length(&ed->text);

	if (!edit->group || edit->off > length || edit->removed > length - edit->off)
		return PF_ERR_INVALID;
	if (edit->inserted.len > PF_EDIT_TEXT_MAX ||
	    length - edit->removed + edit->inserted.len > PF_EDIT_TEXT_MAX)
		return PF_ERR_TOO_BIG;
	pf_history_note(&ed->history, edit,
			pf_gap_slice(&ed->text, edit->off, edit->off + edit->removed));
	splice(ed, edit);
	if (edit->group >= ed->next_group)
		ed->next_group = edit->group + 1 ? edit->group + 1 : 1;
	ed->version++;
	ed->cursor = edit->off + (uint32_t)edit->inserted.len;
	ed->selecting = false;
	ed->goal_col = -1;
	if (ed->rows.v) {
		ed->cursor = pf_editor_snap(ed, ed->cursor);
		pf_editor_show_cursor(ed);
	}
	return PF_OK;
}

struct pf_slice pf_editor_text(const struct pf_editor *ed)
{
	return pf_editor_slice(ed, 0, pf_gap_length(&ed->text));
}

struct pf_slice pf_editor_slice(const struct pf_editor *ed, uint32_t begin, uint32_t end)
{
	uint32_t length = pf_gap_length(&ed->text);

	end = end > length ? length : end;
	return pf_gap_slice(&pf_editor_mutable(ed)->text, begin > end ? end : begin, end);
}

uint32_t pf_editor_length(const struct pf_editor *ed)
{
	return pf_gap_length(&ed->text);
}

uint32_t pf_editor_words(const struct pf_editor *ed)
{
	return ed->words;
}

uint64_t pf_editor_version(const struct pf_editor *ed)
{
	return ed->version;
}

size_t pf_editor_undo_count(const struct pf_editor *ed)
{
	return ed->history.undo.n;
}

size_t pf_editor_redo_count(const struct pf_editor *ed)
{
	return ed->history.redo.n;
}

void pf_editor_freeze(struct pf_editor *ed, bool frozen)
{
	ed->frozen = frozen;
}

uint32_t pf_editor_cursor(const struct pf_editor *ed)
{
	return ed->cursor;
}

void pf_editor_move_to(struct pf_editor *ed, uint32_t off)
{
	pf_editor_wrap(ed);
	ed->cursor = pf_editor_snap(ed, off);
	ed->selecting = false;
	ed->goal_col = -1;
	ed->run = PF_RUN_NONE;
	pf_editor_show_cursor(ed);
}

void pf_editor_select(struct pf_editor *ed, uint32_t begin, uint32_t end)
{
	size_t top = ed->top, row, above;

	pf_editor_move_to(ed, end);
	ed->anchor = pf_editor_snap(ed, begin);
	ed->selecting = ed->anchor != ed->cursor;
	if (ed->top == top)
		return;
	/* After a jump what stands above is seen too: the heading that the words are under. */
	row = pf_rows_of(&ed->rows, ed->anchor);
	above = (size_t)ed->view_rows / 4;
	ed->top = row > above ? row - above : 0;
	pf_editor_show_cursor(ed);
}

void pf_editor_set_killed(struct pf_editor *ed, struct pf_slice text)
{
	pf_buf_clear(&ed->killed);
	pf_buf_slice(&ed->killed, text);
}

void pf_editor_set_needle(struct pf_editor *ed, struct pf_slice needle)
{
	pf_buf_clear(&ed->needle);
	pf_buf_slice(&ed->needle, needle);
}
