/* Wrapping: by hand on known texts, and against a whole new wrap after random edits. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../../src/edit/rows.h"
#include "prfaq/base/buf.h"
#include "prfaq/base/rng.h"

/* Rows of `text` at `width`, each ended by '|', newlines written as '$'. */
static void assert_wraps(const char *text, int width, const char *expected)
{
	struct pf_gap gap = {0};
	struct pf_rows rows = {0};
	struct pf_buf got = {0};

	pf_gap_splice(&gap, 0, 0, pf_slice_of(text));
	pf_rows_wrap(&rows, &gap, width);
	for (size_t i = 0; i < rows.n; i++) {
		uint32_t end = pf_rows_end(&rows, &gap, i);

		for (uint32_t off = rows.v[i]; off < end; off++) {
			char c = pf_gap_byte(&gap, off);

			pf_buf_byte(&got, c == '\n' ? '$' : c);
		}
		pf_buf_byte(&got, '|');
	}
	assert_string_equal(pf_buf_cstr(&got), expected);
	pf_buf_release(&got);
	pf_rows_release(&rows);
	pf_gap_release(&gap);
}

static void test_rows_break_after_blanks(void **state)
{
	(void)state;
	assert_wraps("", 10, "|");
	assert_wraps("one two three", 7, "one two |three|");
	assert_wraps("one two three", 6, "one |two |three|");
	assert_wraps("one  two", 3, "one  |two|");
	assert_wraps("a\nb\n", 10, "a$|b$||");
	assert_wraps("a\r\nb", 10, "a\r$|b|");
}

static void test_long_words_are_cut(void **state)
{
	(void)state;
	assert_wraps("abcdefgh", 3, "abc|def|gh|");
	assert_wraps("a bcdefgh", 3, "a |bcd|efg|h|");
	assert_wraps("well-known words", 6, "well-|known |words|");
	assert_wraps("from -5 to", 6, "from |-5 to|");
}

static void test_wide_runes_break_anywhere_and_are_never_cut(void **state)
{
	(void)state;
	assert_wraps("日本語", 4, "日本|語|");
	assert_wraps("日本語", 5, "日本|語|");
	assert_wraps("ab日本", 3, "ab|日|本|");
	assert_wraps("日", 1, "日|");
	/* A family of two joined by ZWJ is one cluster of four columns. */
	assert_wraps("a👩‍👧b", 4, "a|👩‍👧|b|");
	/* Marks take no column: e + acute, three times. */
	assert_wraps("e\xCC\x81"
		     "e\xCC\x81"
		     "e\xCC\x81",
		     2,
		     "e\xCC\x81"
		     "e\xCC\x81|e\xCC\x81|");
}

static const char *const pieces[] = {"a",
				     "b",
				     " ",
				     "  ",
				     "\n",
				     "\r\n",
				     "word ",
				     "well-known ",
				     "日",
				     "本語",
				     "👩‍👧",
				     "é",
				     "e\xCC\x81",
				     "\xCC\x81",
				     "\xFF",
				     "\xE2\x82",
				     "\t",
				     "🇩🇪",
				     "🇩",
				     "\xE2\x80\x8B",
				     "abcdefghijkl",
				     "          ",
				     "\r",
				     "\xF0\x9F\x91",
				     "-",
				     "x-"};

static void assert_same_rows(const struct pf_rows *a, const struct pf_rows *b)
{
	assert_int_equal(a->n, b->n);
	assert_memory_equal(a->v, b->v, a->n * sizeof(*a->v));
}

static void edit_at_random(struct pf_gap *gap, struct pf_rows *rows, struct pf_rng *rng)
{
	uint32_t length = pf_gap_length(gap), off = pf_rng_below(rng, length + 1), removed;
	const char *piece = pieces[pf_rng_below(rng, sizeof(pieces) / sizeof(*pieces))];
	struct pf_slice with = pf_slice_of(pf_rng_below(rng, 3) ? piece : "");

	removed = length > 150 || !with.len ? pf_rng_below(rng, 12) : 0;
	if (removed > length - off)
		removed = length - off;
	pf_gap_splice(gap, off, removed, with);
	pf_rows_edit(rows, gap, off, removed, (uint32_t)with.len);
}

static void test_an_edit_wraps_as_the_whole_text_would(void **state)
{
	struct pf_rng rng = {7};

	(void)state;
	for (int round = 0; round < 300; round++) {
		int width = 1 + round % 13;
		struct pf_gap gap = {0};
		struct pf_rows rows = {0}, fresh = {0};

		pf_rows_wrap(&rows, &gap, width);
		for (int i = 0; i < 200; i++) {
			edit_at_random(&gap, &rows, &rng);
			pf_rows_wrap(&fresh, &gap, width);
			assert_same_rows(&rows, &fresh);
		}
		pf_rows_release(&fresh);
		pf_rows_release(&rows);
		pf_gap_release(&gap);
	}
}

static void test_the_gap_is_never_seen(void **state)
{
	struct pf_gap gap = {0};
	struct pf_buf model = {0};
	struct pf_rng rng = {3};

	(void)state;
	for (int i = 0; i < 3000; i++) {
		uint32_t length = pf_gap_length(&gap), off = pf_rng_below(&rng, length + 1);
		uint32_t removed = pf_rng_below(&rng, length - off + 1) % 9;
		uint32_t begin, end;
		char with[8];

		memset(with, 'a' + i % 26, sizeof(with));
		pf_gap_splice(&gap, off, removed, pf_slice_make(with, (size_t)(i % 8)));
		pf_buf_splice(&model, off, off + removed, pf_slice_make(with, (size_t)(i % 8)));
		end = pf_rng_below(&rng, (uint32_t)model.len + 1);
		begin = pf_rng_below(&rng, end + 1);
		assert_true(pf_slice_equal(pf_gap_slice(&gap, begin, end),
					   pf_slice_cut(pf_buf_view(&model), begin, end)));
		if (begin < model.len)
			assert_int_equal(pf_gap_byte(&gap, begin), model.ptr[begin]);
	}
	pf_buf_release(&model);
	pf_gap_release(&gap);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows_break_after_blanks),
		cmocka_unit_test(test_long_words_are_cut),
		cmocka_unit_test(test_wide_runes_break_anywhere_and_are_never_cut),
		cmocka_unit_test(test_an_edit_wraps_as_the_whole_text_would),
		cmocka_unit_test(test_the_gap_is_never_seen),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
