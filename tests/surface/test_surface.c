/* Cells, clipping, layout and dumps; the goldens are written out here. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "prfaq/base/rng.h"
#include "prfaq/base/utf8.h"
#include "prfaq/surface/dump.h"
#include "prfaq/surface/layout.h"

static void assert_text(const struct pf_surface *s, const char *expected)
{
	struct pf_buf got = {0};

	pf_dump_text(s, &got);
	assert_string_equal(pf_buf_cstr(&got), expected);
	pf_buf_release(&got);
}

static void assert_styles(const struct pf_surface *s, const char *expected)
{
	struct pf_buf got = {0};

	pf_dump_styles(s, &got);
	assert_string_equal(pf_buf_cstr(&got), expected);
	pf_buf_release(&got);
}

/* The header's promise: no half of a wide character stands alone. */
static void assert_whole(const struct pf_surface *s)
{
	for (int row = 0; row < s->rows; row++) {
		for (int col = 0; col < s->cols; col++) {
			const struct pf_cell *c = pf_surface_at(s, row, col);

			assert_in_range(c->width, 0, 2);
			assert_true(c->style < PF_STYLE_COUNT);
			assert_int_equal(c->rune == 0, c->width == 0);
			if (c->width == 2)
				assert_int_equal(pf_surface_at(s, row, col + 1)->width, 0);
			if (c->width == 0)
				assert_int_equal(pf_surface_at(s, row, col - 1)->width, 2);
			assert_false(pf_utf8_is_hostile(c->rune) && c->rune);
		}
	}
}

static void test_text_runs(void **state)
{
	struct pf_surface s;

	(void)state;
	pf_surface_init(&s, 3, 12);
	assert_int_equal(pf_surface_puts(&s, 0, 0, "plain", PF_STYLE_PLAIN), 5);
	assert_int_equal(pf_surface_puts(&s, 1, 1, "日本 e\xCC\x81", PF_STYLE_GOOD), 6);
	assert_int_equal(pf_surface_printf(&s, 2, 0, PF_STYLE_BAD, "%d %s", 7, "left"), 6);
	assert_text(&s, "plain\n 日本 e\xCC\x81\n7 left\n");
	assert_styles(&s, "\n.gggggg\nxxxxxx\n");
	assert_int_equal(pf_surface_at(&s, 1, 6)->marks[0], 0x301);
	assert_whole(&s);
	pf_surface_release(&s);
}

static void test_hostile_text_becomes_signs(void **state)
{
	struct pf_surface s;

	(void)state;
	pf_surface_init(&s, 6, 16);
	pf_surface_puts(&s, 0, 0, "\x1b[2J\x7F\r\n\x01", PF_STYLE_PLAIN);
	pf_surface_puts(&s, 1, 0,
			"a\xC2\x9B"
			"b\xE2\x80\xAE"
			"c\xEF\xBB\xBF"
			"d",
			PF_STYLE_PLAIN);
	pf_surface_puts(&s, 2, 0, "x\xFFy\xE2\x82", PF_STYLE_PLAIN);
	pf_surface_puts(&s, 3, 0, "a\tb", PF_STYLE_PLAIN);
	pf_surface_puts(&s, 4, 0, "\xCC\x81|", PF_STYLE_PLAIN);
	/* Five marks: the fifth has no room in a cell. */
	pf_surface_puts(&s, 5, 0, "e\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81|", PF_STYLE_PLAIN);
	assert_text(&s, "␛[2J␡␍␊␁\na�b�c�d\nx�y��\na    b\n◌\xCC\x81|\n"
			"e\xCC\x81\xCC\x81\xCC\x81\xCC\x81|\n");
	assert_styles(&s, "m...mmmm\n.m.m.m\n.m.mm\n\n\n\n");
	assert_whole(&s);
	pf_surface_release(&s);
}

static void test_wide_characters_are_never_cut(void **state)
{
	struct pf_surface s;
	struct pf_rect before;

	(void)state;
	pf_surface_init(&s, 4, 5);
	pf_surface_puts(&s, 0, 0, "日本語", PF_STYLE_PLAIN); /* the third is cut by the edge */
	pf_surface_puts(&s, 1, 0, "日本", PF_STYLE_PLAIN);
	pf_surface_puts(&s, 1, 1, "xy", PF_STYLE_PLAIN); /* over two halves */
	pf_surface_puts(&s, 2, -1, "日本", PF_STYLE_PLAIN);
	pf_surface_puts(&s, 3, 0, "日本", PF_STYLE_PLAIN);
	before = pf_surface_clip(&s, pf_rect_make(3, 1, 1, 2));
	pf_surface_puts(&s, 3, 0, "abcde", PF_STYLE_GOOD);
	pf_surface_clip(&s, before);
	assert_text(&s, "日本\n xy\n 本\n bc\n");
	assert_whole(&s);
	pf_surface_release(&s);
}

static void test_boxes_and_clips(void **state)
{
	struct pf_surface s;
	struct pf_rect all, inner, before;

	(void)state;
	pf_surface_init(&s, 5, 16);
	all = pf_surface_bounds(&s);
	pf_surface_box(&s, all, PF_SLICE("A long title"), PF_STYLE_FRAME);
	inner = pf_rect_inset(all, 1);
	before = pf_surface_clip(&s, inner);
	pf_surface_puts(&s, 1, 1, "longer than the box", PF_STYLE_PLAIN);
	pf_surface_puts(&s, 4, 1, "outside", PF_STYLE_PLAIN);
	pf_surface_puts(&s, -1, 1, "outside", PF_STYLE_PLAIN);
	pf_surface_cursor(&s, 0, 0);
	assert_false(s.cursor_shown);
	pf_surface_clip(&s, before);
	assert_int_equal(pf_surface_put_cut(&s, 2, 1, 6, PF_SLICE("日本語日本"), PF_STYLE_DIM), 5);
	assert_int_equal(pf_surface_put_cut(&s, 3, 1, 6, PF_SLICE("fits  "), PF_STYLE_DIM), 6);
	assert_text(&s, "╭─ A long ti… ─╮\n│longer than th│\n│日本…         │\n"
			"│fits          │\n╰──────────────╯\n");
	pf_surface_tint(&s, pf_rect_make(1, 1, 1, 6), PF_STYLE_SELECTED);
	assert_int_equal(pf_surface_at(&s, 1, 1)->style, PF_STYLE_SELECTED);
	assert_int_equal(pf_surface_at(&s, 1, 1)->rune, 'l');
	/* Too small for a frame: nothing is drawn, nothing breaks. */
	pf_surface_box(&s, pf_rect_make(0, 0, 1, 1), PF_SLICE("x"), PF_STYLE_FRAME);
	pf_surface_box(&s, pf_rect_make(0, 0, -5, 9), PF_SLICE("x"), PF_STYLE_FRAME);
	pf_surface_release(&s);
}

static void test_rects(void **state)
{
	struct pf_rect r = pf_rect_make(2, 3, 10, 20), part;

	(void)state;
	part = pf_rect_take_top(&r, 3);
	assert_int_equal(part.row, 2);
	assert_int_equal(part.rows, 3);
	assert_int_equal(r.row, 5);
	assert_int_equal(r.rows, 7);
	part = pf_rect_take_top(&r, -2);
	assert_int_equal(part.row, 10);
	assert_int_equal(r.rows, 5);
	part = pf_rect_take_left(&r, 99);
	assert_int_equal(part.cols, 20);
	assert_int_equal(r.cols, 0);
	part = pf_rect_cut(pf_rect_make(0, 0, 4, 4), pf_rect_make(2, 2, 9, 9));
	assert_int_equal(part.rows, 2);
	assert_int_equal(part.cols, 2);
	part = pf_rect_cut(pf_rect_make(0, 0, 1, 1), pf_rect_make(5, 5, 1, 1));
	assert_int_equal(part.rows, 0);
}

static void assert_layout(const char *text, int cols, const char *expected)
{
	struct pf_slice rest = pf_slice_of(text), row;
	struct pf_buf got = {0};
	int n = 0;

	while (pf_layout_next(&rest, cols, &row)) {
		pf_buf_slice(&got, row);
		pf_buf_byte(&got, '|');
		n++;
	}
	assert_string_equal(pf_buf_cstr(&got), expected);
	assert_int_equal(pf_layout_rows(pf_slice_of(text), cols), n);
	pf_buf_release(&got);
}

static void test_layout(void **state)
{
	struct pf_surface s;

	(void)state;
	assert_layout("", 10, "");
	assert_layout("one two three", 7, "one two|three|");
	assert_layout("one two three", 8, "one two|three|");
	assert_layout("one   two", 4, "one|two|");
	assert_layout("a\n\nb\n", 9, "a||b|");
	assert_layout("a\r\nb", 9, "a|b|");
	assert_layout("abcdefgh ij", 3, "abc|def|gh|ij|");
	assert_layout("  indented", 20, "  indented|");
	assert_layout("日本語", 4, "日本|語|");
	assert_layout("日本語", 1, "日|本|語|");
	pf_surface_init(&s, 4, 12);
	assert_int_equal(pf_layout_put(&s, pf_rect_make(0, 0, 1, 12), 0,
				       PF_SLICE("more rows than there is room"), PF_STYLE_PLAIN),
			 3);
	assert_int_equal(pf_layout_item(&s, pf_rect_make(1, 1, 3, 11), "- ",
					PF_SLICE("an item on two rows"), PF_STYLE_NOTE),
			 3);
	assert_text(&s, "more rows\n - an item\n   on two\n   rows\n");
	pf_surface_clear(&s);
	assert_int_equal(pf_layout_put(&s, pf_surface_bounds(&s), 2,
				       PF_SLICE("more rows than there is room"), PF_STYLE_PLAIN),
			 3);
	assert_text(&s, "is room\n\n\n\n");
	pf_surface_release(&s);
}

static void test_diff(void **state)
{
	struct pf_surface a, b;
	int begin, end;

	(void)state;
	pf_surface_init(&a, 2, 10);
	pf_surface_init(&b, 2, 10);
	assert_false(pf_surface_diff_row(&a, &b, 0, &begin, &end));
	pf_surface_puts(&a, 0, 2, "日本", PF_STYLE_PLAIN);
	pf_surface_puts(&b, 0, 3, "x", PF_STYLE_PLAIN);
	assert_true(pf_surface_diff_row(&a, &b, 0, &begin, &end));
	assert_int_equal(begin, 2);
	assert_int_equal(end, 6);
	assert_false(pf_surface_diff_row(&a, &b, 1, &begin, &end));
	pf_surface_release(&a);
	pf_surface_release(&b);
}

static void test_random_drawing_keeps_the_invariant(void **state)
{
	static const char *const texts[] = {"日本語", "ab", "👩‍👧", "e\xCC\x81", "\xFF\x1b",
					    "\t",     "…"};
	struct pf_rng rng = {9};
	struct pf_surface s;

	(void)state;
	pf_surface_init(&s, 6, 13);
	for (int i = 0; i < 4000; i++) {
		int row = (int)pf_rng_below(&rng, 9) - 1, col = (int)pf_rng_below(&rng, 18) - 3;
		int rows = (int)pf_rng_below(&rng, 5) - 1, cols = (int)pf_rng_below(&rng, 9) - 1;
		enum pf_style style = (enum pf_style)pf_rng_below(&rng, PF_STYLE_COUNT);
		const char *text = texts[pf_rng_below(&rng, 7)];

		switch (pf_rng_below(&rng, 6)) {
		case 0: pf_surface_fill(&s, pf_rect_make(row, col, rows, cols), '.', style); break;
		case 1: pf_surface_tint(&s, pf_rect_make(row, col, rows, cols), style); break;
		case 2: pf_surface_clip(&s, pf_rect_make(row, col, rows + 3, cols + 5)); break;
		case 3: pf_surface_put_cut(&s, row, col, cols, pf_slice_of(text), style); break;
		default: pf_surface_puts(&s, row, col, text, style); break;
		}
		assert_whole(&s);
		if (i % 500 == 499)
			pf_surface_resize(&s, 1 + i % 7, 1 + i % 11);
	}
	pf_surface_release(&s);
}

/* A small judge of well-formedness: tags nest, attributes are quoted, references are known. */
static void assert_well_formed(struct pf_slice xml)
{
	char stack[8][16];
	size_t depth = 0, i = 0, len;

	assert_int_equal(pf_utf8_valid(xml), xml.len);
	while (i < xml.len) {
		char name[16] = {0};
		size_t n = 0, begin, quotes = 0;
		bool close;

		if (xml.ptr[i] != '<') {
			uint32_t rune = pf_utf8_decode(xml, i, &len);

			assert_true((rune >= ' ' || rune == '\n') && rune != 0xFFFE &&
				    rune != 0xFFFF);
			if (rune == '&')
				assert_true(
					pf_slice_starts(pf_slice_cut(xml, i, xml.len), "&amp;") ||
					pf_slice_starts(pf_slice_cut(xml, i, xml.len), "&lt;") ||
					pf_slice_starts(pf_slice_cut(xml, i, xml.len), "&gt;") ||
					pf_slice_starts(pf_slice_cut(xml, i, xml.len), "&quot;"));
			i += len;
			continue;
		}
		close = xml.ptr[i + 1] == '/';
		begin = i + 1 + close;
		while (xml.ptr[begin + n] >= 'a' && xml.ptr[begin + n] <= 'z' && n < 15) {
			name[n] = xml.ptr[begin + n];
			n++;
		}
		assert_true(n > 0);
		while (i < xml.len && (xml.ptr[i] != '>' || quotes % 2))
			quotes += xml.ptr[i++] == '"';
		assert_true(i < xml.len);
		if (close) {
			assert_true(depth > 0);
			assert_string_equal(stack[--depth], name);
		} else if (xml.ptr[i - 1] != '/') {
			assert_true(depth < 8);
			memcpy(stack[depth++], name, sizeof(name));
		}
		i++;
	}
	assert_int_equal(depth, 0);
}

static void test_svg_is_well_formed_whatever_the_cells_hold(void **state)
{
	struct pf_surface s;
	struct pf_buf svg = {0};

	(void)state;
	pf_surface_init(&s, 4, 30);
	pf_surface_puts(&s, 0, 0, "<b> & \"quotes\" 日本 e\xCC\x81", PF_STYLE_STRONG);
	pf_surface_puts(&s, 1, 0, "\x1b]0;x\x07 \xEF\xBF\xBE \xFF", PF_STYLE_BAR_RED);
	pf_surface_puts(&s, 2, 0, "]]> <!-- --", PF_STYLE_QUOTE);
	pf_surface_cursor(&s, 3, 2);
	pf_dump_svg(&s, "a <title> & \x01", &svg);
	assert_well_formed(pf_buf_view(&svg));
	assert_true(pf_slice_starts(pf_buf_view(&svg), "<svg xmlns="));
	pf_surface_release(&s);
	pf_buf_release(&svg);
}

static void test_svg_of_two_cells(void **state)
{
	struct pf_surface s;
	struct pf_buf svg = {0};

	(void)state;
	pf_surface_init(&s, 1, 2);
	pf_surface_puts(&s, 0, 0, "a&", PF_STYLE_BAR);
	pf_dump_svg(&s, NULL, &svg);
	assert_non_null(strstr(pf_buf_cstr(&svg), "<rect x=\"12.0\" y=\"12.0\" width=\"16.8\" "
						  "height=\"18.0\" fill=\"#2a3441\"/>\n"
						  "<text x=\"12.0\" y=\"25.5\" textLength=\"16.8\" "
						  "fill=\"#e6edf3\">a&amp;</text>\n"));
	pf_surface_release(&s);
	pf_buf_release(&svg);
}

static void test_each_style_has_a_letter_of_its_own(void **state)
{
	(void)state;
	for (int i = 0; i < PF_STYLE_COUNT; i++)
		for (int j = 0; j < i; j++)
			assert_int_not_equal(pf_style_look((enum pf_style)i)->letter,
					     pf_style_look((enum pf_style)j)->letter);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_text_runs),
		cmocka_unit_test(test_hostile_text_becomes_signs),
		cmocka_unit_test(test_wide_characters_are_never_cut),
		cmocka_unit_test(test_boxes_and_clips),
		cmocka_unit_test(test_rects),
		cmocka_unit_test(test_layout),
		cmocka_unit_test(test_diff),
		cmocka_unit_test(test_random_drawing_keeps_the_invariant),
		cmocka_unit_test(test_svg_is_well_formed_whatever_the_cells_hold),
		cmocka_unit_test(test_svg_of_two_cells),
		cmocka_unit_test(test_each_style_has_a_letter_of_its_own),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
