/* What is a quantity and what it is worth: spans.test; what is none: names.test and
 * sayings.test, text by text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "prfaq/base/buf.h"
#include "prfaq/base/mem.h"
#include "prfaq/base/path.h"
#include "prfaq/quant/json.h"

struct reading {
	const char *table;
	struct pf_buf text;
	struct pf_tokens tokens;
	struct pf_quants quants;
	size_t line; /* of the text */
	size_t seen; /* quantities that had their row */
};

/* "\u00A0" in the table is that character: what cannot be seen is written out. */
static void unescape(struct pf_buf *out, struct pf_slice line)
{
	for (size_t i = 0; i < line.len; i++) {
		uint32_t rune = 0;

		if (line.ptr[i] != '\\' || i + 5 >= line.len || line.ptr[i + 1] != 'u') {
			pf_buf_byte(out, line.ptr[i]);
			continue;
		}
		for (size_t k = i + 2; k < i + 6; k++) {
			char c = line.ptr[k];

			rune = rune * 16 + (uint32_t)(c <= '9' ? c - '0' : (c | 32) - 'a' + 10);
		}
		pf_buf_rune(out, rune);
		i += 5;
	}
}

static void read_text(struct reading *r, struct pf_slice line, size_t number)
{
	pf_buf_clear(&r->text);
	unescape(&r->text, line);
	pf_tokens_release(&r->tokens);
	pf_tokens_scan(&r->tokens, pf_buf_view(&r->text), NULL, 0, NULL, 0);
	pf_quants_scan(&r->quants, pf_buf_view(&r->text), &r->tokens);
	r->line = number;
	r->seen = 0;
}

static void release(struct reading *r)
{
	pf_quants_release(&r->quants);
	pf_tokens_release(&r->tokens);
	pf_buf_release(&r->text);
}

/* "2026-06-15", "XXXX-Q3": as JSON has it. */
static void date_of(struct pf_buf *out, const struct reading *r, const struct pf_quant *q)
{
	const struct pf_slice key = PF_SLICE("\"value\":\"");
	struct pf_buf json = {0};
	struct pf_slice rest;
	size_t at;

	pf_quant_json(&json, pf_buf_view(&r->text), q);
	rest = pf_buf_view(&json);
	/* "day" as a unit would make an amount of the date */
	assert_int_equal(pf_slice_find(rest, PF_SLICE("\"unit\"")), rest.len);
	at = pf_slice_find(rest, key) + key.len;
	rest = pf_slice_cut(rest, at, rest.len);
	pf_buf_slice(out, pf_slice_cut(rest, 0, pf_slice_find(rest, PF_SLICE("\""))));
	pf_buf_release(&json);
}

/* The row as the table would have it: "30 % | percent | 30 | %". */
static void row_of(struct pf_buf *out, const struct reading *r, const struct pf_quant *q)
{
	pf_buf_slice(out, pf_slice_cut(pf_buf_view(&r->text), q->begin, q->end));
	pf_buf_printf(out, " | %s | ", pf_quant_kind_name(q->kind));
	if (q->kind == PF_QUANT_DATE) {
		date_of(out, r, q);
		return;
	}
	pf_buf_printf(out, "%.12g", q->value);
	if (q->kind == PF_QUANT_RANGE)
		pf_buf_printf(out, "..%.12g", q->high);
	if (q->unit[0])
		pf_buf_printf(out, " | %s%s%s", q->unit, q->per[0] ? "/" : "", q->per);
	else if (q->per[0])
		pf_buf_printf(out, " | /%s", q->per);
}

static size_t differ(size_t line, const struct reading *r, struct pf_slice want,
		     struct pf_slice got)
{
	print_error("%s:%zu: %.*s\n\twant %.*s\n\tgot  %.*s\n", r->table, line, (int)r->text.len,
		    r->text.ptr, (int)want.len, want.ptr, (int)got.len, got.ptr);
	return 1;
}

/* Holds the next quantity against its row; an empty row says that there is none left. */
static size_t compare(size_t line, struct reading *r, struct pf_slice row)
{
	struct pf_buf want = {0}, got = {0};
	size_t wrong = 0;

	unescape(&want, row);
	if (r->seen < r->quants.n)
		row_of(&got, r, &r->quants.v[r->seen]);
	if (!pf_slice_equal(pf_buf_view(&want), pf_buf_view(&got)))
		wrong = differ(line, r, pf_buf_view(&want), pf_buf_view(&got));
	r->seen++;
	pf_buf_release(&want);
	pf_buf_release(&got);
	return wrong;
}

static size_t finish(struct reading *r)
{
	size_t wrong = 0;

	while (r->line && r->seen < r->quants.n)
		wrong += compare(r->line, r, PF_SLICE(""));
	return wrong;
}

/* Every text of the table at `path` against its rows; `least`: it has more texts. */
static void read_table(const char *path, size_t least)
{
	struct pf_buf table = {0};
	struct pf_error err = {0};
	struct reading r = {.table = path};
	struct pf_slice rest, line;
	size_t n = 0, texts = 0, wrong = 0;

	assert_int_equal(pf_file_read(path, 1 << 20, &table, &err), PF_OK);
	rest = pf_buf_view(&table);
	while (pf_slice_line(&rest, &line)) {
		n++;
		if (!line.len || line.ptr[0] == '#')
			continue;
		if (line.ptr[0] == '\t') {
			wrong += compare(n, &r, pf_slice_cut(line, 1, line.len));
			continue;
		}
		wrong += finish(&r);
		read_text(&r, line, n);
		texts++;
	}
	wrong += finish(&r);
	release(&r);
	pf_buf_release(&table);
	assert_true(texts > least);
	if (wrong)
		fail_msg("%zu quantities of %zu texts differ", wrong, texts);
}

static void table_is_read_as_by_hand(void **state)
{
	(void)state;
	read_table(PF_TESTS_DIR "/quant/spans.test", 400);
}

static void names_count_nothing(void **state)
{
	(void)state;
	read_table(PF_TESTS_DIR "/quant/names.test", 100);
}

static void sayings_count_nothing(void **state)
{
	(void)state;
	read_table(PF_TESTS_DIR "/quant/sayings.test", 400);
}

/*
 * Work grows with the text: the parsers look ahead by a bounded number of tokens, so what they
 * find in a text twice as long is twice as much, and the tokens of a quantity are few.
 */
static void quantities_stay_short(void **state)
{
	static const char *const units[] = {"1,",
					    "two ",
					    "$",
					    "1-",
					    "a ",
					    "and a half ",
					    "1/",
					    "-",
					    "1 000 ",
					    "May ",
					    "more than 1 and ",
					    "3 hours ",
					    "hundred ",
					    "point one ",
					    "(",
					    "1 to ",
					    "half of a "};
	struct pf_tokens tokens = {0};
	struct pf_quants quants = {0};

	(void)state;
	for (size_t i = 0; i < sizeof(units) / sizeof(*units); i++) {
		struct pf_buf text = {0};

		while (text.len < 20000)
			pf_buf_adds(&text, units[i]);
		pf_tokens_scan(&tokens, pf_buf_view(&text), NULL, 0, NULL, 0);
		pf_quants_scan(&quants, pf_buf_view(&text), &tokens);
		for (size_t k = 0; k < quants.n; k++)
			assert_true(quants.v[k].last - quants.v[k].first <= 128);
		pf_tokens_release(&tokens);
		pf_buf_release(&text);
	}
	pf_quants_release(&quants);
}

static void any_number_is_found_by_its_place(void **state)
{
	struct pf_slice text = PF_SLICE("From 3 % to 9 % by June 2027, for $40 a seat.");
	struct pf_tokens tokens = {0};
	struct pf_quants quants = {0};

	(void)state;
	pf_tokens_scan(&tokens, text, NULL, 0, NULL, 0);
	pf_quants_scan(&quants, text, &tokens);
	assert_int_equal(quants.n, 4);
	assert_int_equal(pf_quants_at(&quants, 0), 0);
	assert_int_equal(pf_quants_at(&quants, quants.v[1].begin), 1);
	assert_int_equal(pf_quants_at(&quants, quants.v[1].begin + 1), 2);
	assert_int_equal(pf_quants_at(&quants, (uint32_t)text.len), 4);
	pf_quants_release(&quants);
	pf_tokens_release(&tokens);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(table_is_read_as_by_hand),
		cmocka_unit_test(names_count_nothing),
		cmocka_unit_test(sayings_count_nothing),
		cmocka_unit_test(quantities_stay_short),
		cmocka_unit_test(any_number_is_found_by_its_place),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
