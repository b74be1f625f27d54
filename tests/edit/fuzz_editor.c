/*
 * fuzz_editor.c - bytes as a program of commands, against a flat model and the fold.
 *
 * A byte picks the command, the next gives its operands; texts are cut from the input
 * itself, so that it finds its own broken UTF-8.
 */
#include <stdint.h>
#include <stdlib.h>

#include "hands.h"
#include "prfaq/base/buf.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct reader {
	const uint8_t *data;
	size_t size, at;
};

static uint8_t take(struct reader *r)
{
	return r->at < r->size ? r->data[r->at++] : 0;
}

static struct pf_slice take_text(struct reader *r)
{
	size_t n = take(r) % 24u, left = r->size - r->at;
	struct pf_slice text = {(const char *)r->data + r->at, n < left ? n : left};

	r->at += text.len;
	return text;
}

/* Applies the edits to the editor, to its fold and to the model. */
static void carry_out(struct pf_editor *ed, struct pf_editor *again, struct pf_buf *model,
		      struct pf_edits edits)
{
	for (size_t i = 0; i < edits.n; i++) {
		const struct pf_edit *e = &edits.v[i];

		if (pf_editor_apply(again, e) != PF_OK)
			abort();
		pf_buf_splice(model, e->off, e->off + e->removed, e->inserted);
		if (pf_editor_apply(ed, e) != PF_OK)
			abort();
	}
}

static void check(struct pf_editor *ed, const struct pf_buf *model)
{
	struct pf_edit_row row;
	int col, at;

	if (!pf_slice_equal(pf_editor_text(ed), pf_buf_view(model)))
		abort();
	for (int i = 0; pf_editor_row(ed, i, &row); i++)
		if (row.begin > row.end || row.end > model->len || row.selected.end > row.end)
			abort();
	if (pf_editor_cursor(ed) > model->len)
		abort();
	(void)pf_editor_cursor_at(ed, &at, &col);
}

static void step(struct reader *r, struct pf_editor *ed, struct pf_editor *again,
		 struct pf_buf *model)
{
	struct pf_edit_input input = {0};
	struct pf_edits edits = {NULL, 0};
	enum pf_edit_outcome outcome;
	uint8_t op = take(r);

	input.command = op % PF_EDIT_COMMAND_COUNT;
	input.extend = op & 0x80;
	switch (op % (PF_EDIT_COMMAND_COUNT + 4)) {
	case PF_EDIT_COMMAND_COUNT: pf_editor_resize(ed, take(r) % 20, take(r) % 40); return;
	case PF_EDIT_COMMAND_COUNT + 1: pf_editor_set_needle(ed, take_text(r)); return;
	case PF_EDIT_COMMAND_COUNT + 2:
		input.row = take(r);
		input.col = take(r);
		outcome = pf_editor_replace(ed, (uint32_t)input.row, (uint32_t)input.col,
					    take_text(r), &edits);
		break;
	default:
		if (input.command == PF_EDITOR_INSERT || input.command == PF_EDITOR_PASTE_TEXT)
			input.text = take_text(r);
		if (input.command == PF_EDITOR_GO_TO) {
			input.row = (int)take(r) - 4;
			input.col = (int)take(r) - 4;
		}
		outcome = pf_editor_command(ed, &input, &edits);
	}
	if ((outcome == PF_EDIT_YIELDS) != (edits.n > 0))
		abort();
	carry_out(ed, again, model, edits);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct reader r = {data, size, 0};
	struct pf_editor *ed = pf_editor_new(), *again = pf_editor_new();
	struct pf_edit_input undo = {.command = PF_EDITOR_UNDO};
	struct pf_buf model = {0};
	struct pf_edits edits;

	for (int i = 0; i < 400 && r.at < r.size; i++) {
		step(&r, ed, again, &model);
		check(ed, &model);
	}
	if (!hands_same(ed, again) || pf_editor_words(ed) != pf_editor_words(again))
		abort();
	while (pf_editor_command(ed, &undo, &edits) == PF_EDIT_YIELDS)
		carry_out(ed, again, &model, edits);
	if (pf_editor_length(ed) || pf_editor_words(ed))
		abort();
	pf_buf_release(&model);
	pf_editor_free(again);
	pf_editor_free(ed);
	return 0;
}
