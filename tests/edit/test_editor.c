/* What each command does, on texts small enough to see. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "hands.h"
#include "prfaq/base/buf.h"

static enum pf_edit_outcome insert(struct pf_editor *ed, const char *text)
{
	return hands_do(ed, &(struct pf_edit_input){.command = PF_EDITOR_INSERT,
						    .text = pf_slice_of(text)});
}

static enum pf_edit_outcome run(struct pf_editor *ed, enum pf_edit_command command)
{
	return hands_do(ed, &(struct pf_edit_input){.command = command});
}

static enum pf_edit_outcome extend(struct pf_editor *ed, enum pf_edit_command command)
{
	return hands_do(ed, &(struct pf_edit_input){.command = command, .extend = true});
}

static enum pf_edit_outcome paste(struct pf_editor *ed, const char *text)
{
	return hands_do(ed, &(struct pf_edit_input){.command = PF_EDITOR_PASTE_TEXT,
						    .text = pf_slice_of(text)});
}

/* As a person types: one character at a time. */
static void type(struct pf_editor *ed, const char *text)
{
	char one[2] = {0};

	for (; *text; text++) {
		one[0] = *text;
		assert_int_equal(insert(ed, one), PF_EDIT_YIELDS);
	}
}

/* The text with ^ at the cursor and [ ] around what is selected. */
static void assert_state(struct pf_editor *ed, const char *expected)
{
	struct pf_slice text = pf_editor_text(ed);
	struct pf_range sel = pf_editor_selection(ed);
	struct pf_buf got = {0};

	for (size_t i = 0; i <= text.len; i++) {
		if (sel.begin < sel.end && i == sel.end)
			pf_buf_byte(&got, ']');
		if (i == pf_editor_cursor(ed))
			pf_buf_byte(&got, '^');
		if (sel.begin < sel.end && i == sel.begin)
			pf_buf_byte(&got, '[');
		if (i < text.len)
			pf_buf_byte(&got, text.ptr[i]);
	}
	assert_string_equal(pf_buf_cstr(&got), expected);
	pf_buf_release(&got);
}

/* An editor from such a text without selection: "one ^two". */
static struct pf_editor *editor(const char *text)
{
	struct pf_editor *ed = pf_editor_new();
	const char *mark = strchr(text, '^');
	uint32_t off = mark ? (uint32_t)(mark - text) : (uint32_t)strlen(text);
	struct pf_buf buf = {0};

	pf_buf_add(&buf, text, off);
	if (mark)
		pf_buf_adds(&buf, mark + 1);
	if (buf.len)
		assert_int_equal(insert(ed, pf_buf_cstr(&buf)), PF_EDIT_YIELDS);
	pf_editor_move_to(ed, off);
	pf_buf_release(&buf);
	return ed;
}

static void assert_command(const char *before, enum pf_edit_command command, const char *after)
{
	struct pf_editor *ed = editor(before);

	run(ed, command);
	assert_state(ed, after);
	pf_editor_free(ed);
}

static void test_motions(void **state)
{
	(void)state;
	assert_command("on^e", PF_EDITOR_LEFT, "o^ne");
	assert_command("^one", PF_EDITOR_LEFT, "^one");
	assert_command("one^", PF_EDITOR_RIGHT, "one^");
	assert_command("^e\xCC\x81x", PF_EDITOR_RIGHT, "e\xCC\x81^x");
	assert_command("👩‍👧^x", PF_EDITOR_LEFT, "^👩‍👧x");
	assert_command("a\r\n^b", PF_EDITOR_LEFT, "a^\r\nb");
	assert_command("one ^two", PF_EDITOR_WORD_LEFT, "^one two");
	assert_command("^one, two", PF_EDITOR_WORD_RIGHT, "one^, two");
	assert_command("one^, two", PF_EDITOR_WORD_RIGHT, "one, two^");
	assert_command("a\nbc^d\ne", PF_EDITOR_LINE_START, "a\n^bcd\ne");
	assert_command("a\nb^cd\r\ne", PF_EDITOR_LINE_END, "a\nbcd^\r\ne");
	assert_command("a\nb^c", PF_EDITOR_UP, "a^\nbc");
	assert_command("ab^c\nd\nefg", PF_EDITOR_DOWN, "abc\nd^\nefg");
	assert_command("^ab", PF_EDITOR_DOWN, "ab^");
	assert_command("a\nb\n\nc\nd^", PF_EDITOR_PARAGRAPH_UP, "a\nb\n^\nc\nd");
	assert_command("^a\nb\n \nc", PF_EDITOR_PARAGRAPH_DOWN, "a\nb\n^ \nc");
	assert_command("a\nb^", PF_EDITOR_TEXT_START, "^a\nb");
	assert_command("a^\nb", PF_EDITOR_TEXT_END, "a\nb^");
}

static void test_the_column_is_remembered(void **state)
{
	struct pf_editor *ed = editor("abcd^ef\nx\n日本語\nabcdef");

	(void)state;
	run(ed, PF_EDITOR_DOWN);
	assert_state(ed, "abcdef\nx^\n日本語\nabcdef");
	run(ed, PF_EDITOR_DOWN);
	assert_state(ed, "abcdef\nx\n日本^語\nabcdef");
	run(ed, PF_EDITOR_DOWN);
	assert_state(ed, "abcdef\nx\n日本語\nabcd^ef");
	run(ed, PF_EDITOR_LEFT);
	run(ed, PF_EDITOR_UP);
	assert_state(ed, "abcdef\nx\n日^本語\nabcdef");
	pf_editor_free(ed);
}

static void test_home_and_end_know_rows_and_paragraphs(void **state)
{
	struct pf_editor *ed = editor("one two three ^four");

	(void)state;
	pf_editor_resize(ed, 5, 9); /* "one two " "three " "four" */
	run(ed, PF_EDITOR_LEFT);
	assert_state(ed, "one two three^ four");
	run(ed, PF_EDITOR_ROW_START);
	assert_state(ed, "one two ^three four");
	run(ed, PF_EDITOR_ROW_START);
	assert_state(ed, "^one two three four");
	run(ed, PF_EDITOR_ROW_END);
	assert_state(ed, "one two^ three four");
	run(ed, PF_EDITOR_ROW_END);
	assert_state(ed, "one two three four^");
	pf_editor_free(ed);
}

static void test_deleting(void **state)
{
	(void)state;
	assert_command("e\xCC\x81^x", PF_EDITOR_DELETE_LEFT, "^x");
	assert_command("^👩‍👧x", PF_EDITOR_DELETE_RIGHT, "^x");
	assert_command("a\xFF^b", PF_EDITOR_DELETE_LEFT, "a^b");
	assert_command("one two^ x", PF_EDITOR_DELETE_WORD_LEFT, "one ^ x");
	assert_command("one ^two x", PF_EDITOR_DELETE_WORD_RIGHT, "one ^ x");
	assert_command("a\nb^c\nd", PF_EDITOR_DELETE_LINE, "a\n^d");
	assert_command("a\nb^c\nd", PF_EDITOR_CUT_TO_END, "a\nb^\nd");
	assert_command("a\nbc^\nd", PF_EDITOR_CUT_TO_END, "a\nbc^d");
	assert_command("^", PF_EDITOR_DELETE_LEFT, "^");
	assert_command("^", PF_EDITOR_DELETE_LINE, "^");
}

static void test_selecting_cutting_pasting(void **state)
{
	struct pf_editor *ed = editor("one ^two three");

	(void)state;
	extend(ed, PF_EDITOR_WORD_RIGHT);
	assert_state(ed, "one [two]^ three");
	run(ed, PF_EDITOR_CUT);
	assert_state(ed, "one ^ three");
	run(ed, PF_EDITOR_TEXT_END);
	run(ed, PF_EDITOR_PASTE);
	run(ed, PF_EDITOR_PASTE);
	assert_state(ed, "one  threetwotwo^");
	extend(ed, PF_EDITOR_LEFT);
	extend(ed, PF_EDITOR_LEFT);
	assert_state(ed, "one  threetwot^[wo]");
	insert(ed, "X");
	assert_state(ed, "one  threetwotX^");
	run(ed, PF_EDITOR_UNDO);
	assert_state(ed, "one  threetwotwo^");
	run(ed, PF_EDITOR_SELECT_ALL);
	run(ed, PF_EDITOR_LEFT);
	assert_state(ed, "^one  threetwotwo");
	run(ed, PF_EDITOR_RIGHT);
	run(ed, PF_EDITOR_SELECT_WORD);
	assert_state(ed, "[one]^  threetwotwo");
	run(ed, PF_EDITOR_COPY);
	assert_true(pf_slice_is(pf_buf_view(&ed->killed), "one"));
	run(ed, PF_EDITOR_UNSELECT);
	assert_state(ed, "one^  threetwotwo");
	pf_editor_free(ed);
}

static void test_killed_lines_add_up(void **state)
{
	struct pf_editor *ed = editor("^one\ntwo\nthree");

	(void)state;
	for (int i = 0; i < 3; i++)
		run(ed, PF_EDITOR_CUT_TO_END);
	assert_state(ed, "^\nthree");
	assert_true(pf_slice_is(pf_buf_view(&ed->killed), "one\ntwo"));
	run(ed, PF_EDITOR_PASTE);
	assert_state(ed, "one\ntwo^\nthree");
	pf_editor_free(ed);
}

static void test_typing_is_undone_by_words(void **state)
{
	struct pf_editor *ed = editor("");

	(void)state;
	type(ed, "one two  three");
	run(ed, PF_EDITOR_UNDO);
	assert_state(ed, "one two  ^");
	run(ed, PF_EDITOR_UNDO);
	assert_state(ed, "one ^");
	run(ed, PF_EDITOR_REDO);
	assert_state(ed, "one two  ^");
	type(ed, "x");
	assert_int_equal(run(ed, PF_EDITOR_REDO), PF_EDIT_DID_NOTHING);
	run(ed, PF_EDITOR_UNDO);
	run(ed, PF_EDITOR_UNDO);
	run(ed, PF_EDITOR_UNDO);
	assert_state(ed, "^");
	assert_int_equal(run(ed, PF_EDITOR_UNDO), PF_EDIT_DID_NOTHING);
	pf_editor_free(ed);
}

static void test_deletions_and_motions_end_a_run(void **state)
{
	struct pf_editor *ed = editor("");

	(void)state;
	type(ed, "abc");
	run(ed, PF_EDITOR_DELETE_LEFT);
	run(ed, PF_EDITOR_DELETE_LEFT);
	run(ed, PF_EDITOR_UNDO);
	assert_state(ed, "abc^");
	run(ed, PF_EDITOR_LEFT);
	type(ed, "x");
	run(ed, PF_EDITOR_UNDO);
	assert_state(ed, "ab^c");
	pf_editor_free(ed);
}

static void test_a_paste_takes_newlines_as_they_come(void **state)
{
	struct pf_editor *ed = editor("");

	(void)state;
	assert_int_equal(paste(ed, "a\rb\r\nc\nd\r"), PF_EDIT_YIELDS);
	assert_state(ed, "a\nb\nc\nd\n^");
	assert_int_equal(paste(ed, ""), PF_EDIT_DID_NOTHING);
	run(ed, PF_EDITOR_UNDO);
	assert_state(ed, "^");
	pf_editor_free(ed);
}

static void test_frozen_text_can_be_read_not_changed(void **state)
{
	struct pf_editor *ed = editor("one ^two");
	struct pf_edits edits;

	(void)state;
	pf_editor_freeze(ed, true);
	assert_int_equal(insert(ed, "x"), PF_EDIT_IS_FROZEN);
	assert_int_equal(run(ed, PF_EDITOR_CUT), PF_EDIT_IS_FROZEN);
	assert_int_equal(run(ed, PF_EDITOR_UNDO), PF_EDIT_IS_FROZEN);
	assert_int_equal(run(ed, PF_EDITOR_LEFT), PF_EDIT_DID_MOVE);
	assert_int_equal(run(ed, PF_EDITOR_COPY), PF_EDIT_DID_MOVE);
	assert_true(pf_slice_is(pf_buf_view(&ed->killed), "one two"));
	/* The program itself is not bound, nor is the journal. */
	assert_int_equal(pf_editor_replace(ed, 0, 3, PF_SLICE("ONE"), &edits), PF_EDIT_YIELDS);
	assert_int_equal(pf_editor_apply(ed, &edits.v[0]), PF_OK);
	assert_true(pf_slice_is(pf_editor_text(ed), "ONE two"));
	pf_editor_free(ed);
}

static void test_finding(void **state)
{
	struct pf_editor *ed = editor("^Élan ÉLAN e\xCC\x81lan Elan");

	(void)state;
	assert_int_equal(run(ed, PF_EDITOR_FIND_NEXT), PF_EDIT_NOT_FOUND);
	pf_editor_set_needle(ed, PF_SLICE("élan"));
	assert_int_equal(run(ed, PF_EDITOR_FIND_NEXT), PF_EDIT_DID_MOVE);
	assert_state(ed, "[Élan]^ ÉLAN e\xCC\x81lan Elan");
	run(ed, PF_EDITOR_FIND_NEXT);
	assert_state(ed, "Élan [ÉLAN]^ e\xCC\x81lan Elan");
	run(ed, PF_EDITOR_FIND_NEXT); /* wraps: the others are not the same letters */
	assert_state(ed, "[Élan]^ ÉLAN e\xCC\x81lan Elan");
	run(ed, PF_EDITOR_FIND_PREVIOUS);
	assert_state(ed, "Élan [ÉLAN]^ e\xCC\x81lan Elan");
	pf_editor_set_needle(ed, PF_SLICE("none such"));
	assert_int_equal(run(ed, PF_EDITOR_FIND_NEXT), PF_EDIT_NOT_FOUND);
	/* An e with an accent of its own is not an e. */
	pf_editor_set_needle(ed, PF_SLICE("e"));
	run(ed, PF_EDITOR_FIND_NEXT);
	assert_state(ed, "Élan ÉLAN e\xCC\x81lan [E]^lan");
	pf_editor_free(ed);
}

static void test_words(void **state)
{
	static const struct {
		const char *text;
		uint32_t words;
	} cases[] = {
		{"", 0},
		{"one two", 2},
		{"don't can’t", 2},
		{"3.2 to 2,000 e-mail", 4},
		{"- a\n- b --flag", 3},
		{"# Heading\n\n***", 1},
		{"日本 über", 2},
		{"a\xFF"
		 "b",
		 2},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct pf_editor *ed = editor(cases[i].text);

		assert_int_equal(pf_editor_words(ed), cases[i].words);
		pf_editor_free(ed);
	}
}

static void test_mouse_and_rows(void **state)
{
	struct pf_editor *ed = editor("one two three\n\n日本語 x^");
	struct pf_edit_input to = {.command = PF_EDITOR_GO_TO, .row = 1, .col = 2};
	struct pf_edit_row row;
	int r, c;

	(void)state;
	pf_editor_resize(ed, 10, 9); /* "one two " "three" "" "日本語 x" */
	assert_int_equal(ed->rows.n, 4);
	assert_true(pf_editor_cursor_at(ed, &r, &c));
	assert_int_equal(r, 3);
	assert_int_equal(c, 8);
	hands_do(ed, &to);
	assert_state(ed, "one two th^ree\n\n日本語 x");
	to = (struct pf_edit_input){.command = PF_EDITOR_GO_TO, .row = 3, .col = 3, .extend = true};
	hands_do(ed, &to);
	assert_state(ed, "one two th[ree\n\n日]^本語 x");
	assert_true(pf_editor_row(ed, 1, &row));
	assert_int_equal(row.selected.begin, 10);
	assert_int_equal(row.selected.end, 13);
	assert_true(row.newline_selected);
	assert_false(row.first);
	assert_true(pf_editor_row(ed, 2, &row));
	assert_int_equal(row.begin, row.end);
	assert_true(row.first);
	assert_true(row.newline_selected);
	assert_true(pf_editor_row(ed, 3, &row));
	assert_false(row.newline_selected);
	assert_false(pf_editor_row(ed, 4, &row));
	to = (struct pf_edit_input){.command = PF_EDITOR_GO_TO, .row = 99, .col = 99};
	hands_do(ed, &to);
	assert_state(ed, "one two three\n\n日本語 x^");
	pf_editor_free(ed);
}

static void test_the_view_follows_the_cursor(void **state)
{
	struct pf_editor *ed = editor("");
	int r, c;

	(void)state;
	pf_editor_resize(ed, 4, 20);
	for (int i = 0; i < 30; i++)
		paste(ed, "line\n");
	assert_int_equal(ed->top, 27);
	run(ed, PF_EDITOR_SCROLL_UP);
	run(ed, PF_EDITOR_SCROLL_UP);
	assert_int_equal(ed->top, 21);
	assert_false(pf_editor_cursor_at(ed, &r, &c));
	insert(ed, "x");
	assert_true(pf_editor_cursor_at(ed, &r, &c));
	run(ed, PF_EDITOR_PAGE_UP);
	assert_int_equal(ed->top, 25);
	run(ed, PF_EDITOR_TEXT_START);
	assert_int_equal(ed->top, 0);
	run(ed, PF_EDITOR_PAGE_DOWN);
	assert_true(pf_editor_cursor_at(ed, &r, &c));
	for (int cols = 40; cols > 0; cols--) {
		pf_editor_resize(ed, cols % 5, cols);
		assert_true(pf_editor_cursor_at(ed, &r, &c));
		assert_in_range(c, 0, cols - 1);
	}
	/* What got room, or became shorter, is shown from further up. */
	run(ed, PF_EDITOR_TEXT_END);
	pf_editor_resize(ed, 4, 20);
	pf_editor_resize(ed, 20, 20);
	assert_int_equal(ed->top, 11);
	run(ed, PF_EDITOR_SELECT_ALL);
	paste(ed, "line\nline\n");
	assert_int_equal(ed->top, 0);
	pf_editor_free(ed);
}

static void test_each_command_says_what_it_does(void **state)
{
	(void)state;
	for (int i = 0; i < PF_EDIT_COMMAND_COUNT; i++)
		for (int j = 0; j < i; j++)
			assert_string_not_equal(pf_edit_command_help((enum pf_edit_command)i),
						pf_edit_command_help((enum pf_edit_command)j));
	assert_true(pf_edit_command_moves(PF_EDITOR_GO_TO));
	assert_false(pf_edit_command_moves(PF_EDITOR_INSERT));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_motions),
		cmocka_unit_test(test_the_column_is_remembered),
		cmocka_unit_test(test_home_and_end_know_rows_and_paragraphs),
		cmocka_unit_test(test_deleting),
		cmocka_unit_test(test_selecting_cutting_pasting),
		cmocka_unit_test(test_killed_lines_add_up),
		cmocka_unit_test(test_typing_is_undone_by_words),
		cmocka_unit_test(test_deletions_and_motions_end_a_run),
		cmocka_unit_test(test_a_paste_takes_newlines_as_they_come),
		cmocka_unit_test(test_frozen_text_can_be_read_not_changed),
		cmocka_unit_test(test_finding),
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_mouse_and_rows),
		cmocka_unit_test(test_the_view_follows_the_cursor),
		cmocka_unit_test(test_each_command_says_what_it_does),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
