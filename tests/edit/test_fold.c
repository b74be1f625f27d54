/* The editor against a naive model: random commands, undo, redo, and the fold of what it kept. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "hands.h"
#include "prfaq/base/buf.h"
#include "prfaq/base/mem.h"
#include "prfaq/base/rng.h"

/* A journal: edits with their bytes copied, as a store would keep them. */
struct journal {
	struct kept {
		struct pf_edit edit;
		char *bytes;
	} * v;
	size_t n, cap;
};

static void keep(struct journal *j, const struct pf_edit *edit)
{
	struct kept *k = PF_PUSH(j);

	k->edit = *edit;
	k->bytes = pf_xslicedup(edit->inserted);
	k->edit.inserted.ptr = k->bytes;
}

static void journal_release(struct journal *j)
{
	for (size_t i = 0; i < j->n; i++)
		free(j->v[i].bytes);
	free(j->v);
}

static struct pf_editor *fold(const struct journal *j)
{
	struct pf_editor *ed = pf_editor_new();

	for (size_t i = 0; i < j->n; i++)
		assert_int_equal(pf_editor_apply(ed, &j->v[i].edit), PF_OK);
	return ed;
}

static enum pf_edit_outcome run(struct pf_editor *ed, struct pf_buf *model, struct journal *j,
				const struct pf_edit_input *input)
{
	struct pf_edits edits;
	enum pf_edit_outcome outcome = pf_editor_command(ed, input, &edits);

	assert_true((outcome == PF_EDIT_YIELDS) == (edits.n > 0));
	for (size_t i = 0; i < edits.n; i++) {
		const struct pf_edit *e = &edits.v[i];

		keep(j, e);
		pf_buf_splice(model, e->off, e->off + e->removed, e->inserted);
		assert_int_equal(pf_editor_apply(ed, e), PF_OK);
	}
	return outcome;
}

static const char *const typed[] = {
	"a",       "b", "c",  " ",           " ",    ".",        "-",  "'",
	"1",       "é", "日", "👩‍👧", "\xFF", "\xCC\x81", "\t", "\xE2\x80\xAE",
	"\xE2\x82"};
static const char *const pasted[] = {"two words",    "line\nline\r\nline\rline", "",
				     "\xF0\x9F\x91", "don't stop 3.2\n\n",       "\xA9\xA9"};

static struct pf_edit_input random_input(struct pf_rng *rng)
{
	struct pf_edit_input input = {0};

	input.command = pf_rng_below(rng, PF_EDIT_COMMAND_COUNT);
	if (pf_rng_below(rng, 2))
		input.command = PF_EDITOR_INSERT;
	input.extend = pf_rng_below(rng, 3) == 0;
	input.row = (int)pf_rng_below(rng, 12) - 2;
	input.col = (int)pf_rng_below(rng, 20) - 2;
	input.text = pf_slice_of(input.command == PF_EDITOR_INSERT ? typed[pf_rng_below(rng, 17)]
								   : pasted[pf_rng_below(rng, 6)]);
	return input;
}

static uint32_t count_words(struct pf_slice text)
{
	struct pf_gap gap = {0};
	uint32_t words;

	pf_gap_splice(&gap, 0, 0, text);
	words = pf_words_in(&gap, 0, (uint32_t)text.len);
	pf_gap_release(&gap);
	return words;
}

/* What must hold after every command. */
static void assert_sound(struct pf_editor *ed, const struct pf_buf *model)
{
	struct pf_slice text = pf_editor_text(ed);
	struct pf_range sel = pf_editor_selection(ed);
	struct pf_edit_row row;
	uint32_t at = 0;
	int n = 0;

	assert_true(pf_slice_equal(text, pf_buf_view(model)));
	assert_in_range(pf_editor_cursor(ed), 0, text.len);
	assert_true(sel.begin <= sel.end && sel.end <= text.len);
	assert_true(pf_editor_cursor(ed) == sel.begin || pf_editor_cursor(ed) == sel.end);
	assert_int_equal(pf_editor_words(ed), count_words(text));
	for (; pf_editor_row(ed, n, &row); n++) {
		assert_true(row.begin <= row.end && row.end <= text.len);
		assert_true(!n || row.begin >= at);
		assert_true(row.selected.begin <= row.selected.end);
		at = row.end;
	}
	assert_true(n >= 1);
}

static void churn(struct pf_editor *ed, struct pf_buf *model, struct journal *j, uint64_t seed)
{
	struct pf_rng rng = {seed};

	pf_editor_resize(ed, 1 + (int)(seed % 9), 1 + (int)(seed % 23));
	pf_editor_set_needle(ed, PF_SLICE("A"));
	for (int i = 0; i < 400; i++) {
		struct pf_edit_input input = random_input(&rng);

		run(ed, model, j, &input);
		assert_sound(ed, model);
		if (i % 97 == 96)
			pf_editor_resize(ed, 1 + (int)pf_rng_below(&rng, 9),
					 1 + (int)pf_rng_below(&rng, 30));
	}
}

static void test_random_commands_fold_and_undo(void **state)
{
	const struct pf_edit_input undo = {.command = PF_EDITOR_UNDO};
	const struct pf_edit_input redo = {.command = PF_EDITOR_REDO};

	(void)state;
	for (uint64_t seed = 1; seed <= 60; seed++) {
		struct pf_editor *ed = pf_editor_new(), *again;
		struct pf_buf model = {0};
		struct journal j = {0};
		char *final;

		churn(ed, &model, &j, seed);
		again = fold(&j);
		assert_true(hands_same(ed, again));
		assert_int_equal(pf_editor_words(ed), pf_editor_words(again));
		pf_editor_free(again);
		while (run(ed, &model, &j, &redo) == PF_EDIT_YIELDS)
			;
		final = pf_xslicedup(pf_editor_text(ed));
		while (run(ed, &model, &j, &undo) == PF_EDIT_YIELDS)
			;
		assert_int_equal(pf_editor_length(ed), 0);
		assert_int_equal(pf_editor_words(ed), 0);
		while (run(ed, &model, &j, &redo) == PF_EDIT_YIELDS)
			;
		assert_true(pf_slice_equal(pf_editor_text(ed), pf_slice_of(final)));
		again = fold(&j);
		assert_true(hands_same(ed, again));
		pf_editor_free(again);
		free(final);
		journal_release(&j);
		pf_buf_release(&model);
		pf_editor_free(ed);
	}
}

static void test_edits_that_cannot_be_are_refused(void **state)
{
	struct pf_editor *ed = pf_editor_new();
	struct pf_edit e = {0, 0, PF_SLICE("abc"), 1, PF_EDIT_NORMAL};

	(void)state;
	assert_int_equal(pf_editor_apply(ed, &e), PF_OK);
	e.off = 4;
	assert_int_equal(pf_editor_apply(ed, &e), PF_ERR_INVALID);
	e = (struct pf_edit){2, 2, PF_SLICE(""), 1, PF_EDIT_NORMAL};
	assert_int_equal(pf_editor_apply(ed, &e), PF_ERR_INVALID);
	e = (struct pf_edit){0, 0, PF_SLICE("x"), 0, PF_EDIT_NORMAL};
	assert_int_equal(pf_editor_apply(ed, &e), PF_ERR_INVALID);
	e = (struct pf_edit){0xFFFFFFFF, 0xFFFFFFFF, PF_SLICE("x"), 1, PF_EDIT_NORMAL};
	assert_int_equal(pf_editor_apply(ed, &e), PF_ERR_INVALID);
	assert_true(pf_slice_is(pf_editor_text(ed), "abc"));
	assert_int_equal(pf_editor_version(ed), 1);
	pf_editor_free(ed);
}

/* A journal with a hole: the text follows the edits, the history starts anew. */
static void test_a_strange_undo_changes_the_text_and_empties_the_stacks(void **state)
{
	struct pf_editor *ed = pf_editor_new();
	struct pf_edit e = {0, 0, PF_SLICE("abc"), 1, PF_EDIT_NORMAL};

	(void)state;
	assert_int_equal(pf_editor_apply(ed, &e), PF_OK);
	e = (struct pf_edit){0, 1, PF_SLICE("x"), 1, PF_EDIT_UNDO};
	assert_int_equal(pf_editor_apply(ed, &e), PF_OK);
	assert_true(pf_slice_is(pf_editor_text(ed), "xbc"));
	assert_int_equal(pf_editor_undo_count(ed), 0);
	assert_int_equal(pf_editor_redo_count(ed), 0);
	pf_editor_free(ed);
}

static void test_the_limit_holds(void **state)
{
	struct pf_editor *ed = pf_editor_new();
	size_t size = PF_EDIT_TEXT_MAX;
	char *big = pf_xmalloc(size);
	struct pf_edit_input input = {.command = PF_EDITOR_PASTE_TEXT};
	struct pf_edits edits;
	struct pf_edit e = {0, 0, PF_SLICE("x"), 9, PF_EDIT_NORMAL};

	(void)state;
	memset(big, 'x', size);
	input.text = pf_slice_make(big, size);
	assert_int_equal(hands_do(ed, &input), PF_EDIT_YIELDS);
	assert_int_equal(pf_editor_length(ed), size);
	input.text = PF_SLICE("y");
	assert_int_equal(pf_editor_command(ed, &input, &edits), PF_EDIT_TOO_BIG);
	assert_int_equal(edits.n, 0);
	assert_int_equal(pf_editor_apply(ed, &e), PF_ERR_TOO_BIG);
	free(big);
	pf_editor_free(ed);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_random_commands_fold_and_undo),
		cmocka_unit_test(test_edits_that_cannot_be_are_refused),
		cmocka_unit_test(test_a_strange_undo_changes_the_text_and_empties_the_stacks),
		cmocka_unit_test(test_the_limit_holds),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
