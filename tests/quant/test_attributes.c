/* Bound, direction, role, noun and pair: attributes.test, line by line. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "prfaq/base/buf.h"
#include "prfaq/base/mem.h"
#include "prfaq/base/path.h"
#include "prfaq/quant/quant.h"

struct reading {
	struct pf_slice text;
	struct pf_tokens tokens;
	struct pf_quants quants;
};

static void read_text(struct reading *r, struct pf_slice text)
{
	r->text = text;
	pf_tokens_release(&r->tokens);
	pf_tokens_scan(&r->tokens, text, NULL, 0, NULL, 0);
	pf_quants_scan(&r->quants, text, &r->tokens);
}

/* The line, or the rows of a table up to it: they follow each other in the file. */
static struct pf_slice text_up_to(const struct reading *r, struct pf_slice line)
{
	struct pf_slice text = r->text;

	if (line.ptr[0] != '|' || !text.len || text.ptr[0] != '|' ||
	    text.ptr + text.len + 1 != line.ptr)
		return line;
	text.len += 1 + line.len;
	return text;
}

static void release(struct reading *r)
{
	pf_quants_release(&r->quants);
	pf_tokens_release(&r->tokens);
}

static struct pf_slice words_of(const struct reading *r, const struct pf_quant *q)
{
	return pf_slice_cut(r->text, q->begin, q->end);
}

static void field(struct pf_buf *out, const char *name)
{
	if (*name)
		pf_buf_printf(out, "%s%s", out->len ? " " : "", name);
}

/* The next field of an expected line, without the blanks around it. */
static struct pf_slice next_field(struct pf_slice *line)
{
	const char *bar = memchr(line->ptr, '|', line->len);
	size_t n = bar ? (size_t)(bar - line->ptr) : line->len;
	struct pf_slice f = pf_slice_trim(pf_slice_cut(*line, 0, n));

	*line = pf_slice_cut(*line, bar ? n + 1 : n, line->len);
	return f;
}

/* The quantity that lies over the first place of these words. */
static size_t find(const struct reading *r, struct pf_slice words)
{
	size_t at = pf_slice_find(r->text, words);

	for (size_t i = 0; i < r->quants.n; i++)
		if (r->quants.v[i].begin < at + words.len && r->quants.v[i].end > at)
			return i;
	return r->quants.n;
}

static size_t differ(size_t line, const struct reading *r, const char *what, struct pf_slice want,
		     struct pf_slice got)
{
	print_error("attributes.test:%zu: %.*s\n\t%s: want \"%.*s\", got \"%.*s\"\n", line,
		    (int)r->text.len, r->text.ptr, what, (int)want.len, want.ptr, (int)got.len,
		    got.ptr);
	return 1;
}

/* Holds one expected line against the reading; returns how many fields differ. */
static size_t compare(size_t line, const struct reading *r, struct pf_slice expected)
{
	struct pf_slice words = next_field(&expected), claim = next_field(&expected);
	struct pf_slice noun = next_field(&expected), pair = next_field(&expected);
	size_t at = find(r, words), wrong = 0;
	const struct pf_quant *q = &r->quants.v[at];
	struct pf_buf got = {0};

	if (at == r->quants.n)
		return differ(line, r, "quantity", words, PF_SLICE(""));
	field(&got, pf_quant_bound_name(q->bound));
	field(&got, pf_quant_dir_name(q->dir));
	field(&got, pf_quant_role_name(q->told));
	if (!pf_slice_equal(claim, pf_buf_view(&got)))
		wrong += differ(line, r, "claim", claim, pf_buf_view(&got));
	if (noun.len && !pf_slice_equal(noun, pf_slice_range(r->text, q->of)))
		wrong += differ(line, r, "noun", noun, pf_slice_range(r->text, q->of));
	if (pair.len) {
		struct pf_slice other = q->pair == PF_QUANT_NONE
						? PF_SLICE("")
						: words_of(r, &r->quants.v[q->pair]);

		if (!pf_slice_equal(pair, other))
			wrong += differ(line, r, "pair", pair, other);
	}
	pf_buf_release(&got);
	return wrong;
}

static void table_is_read_as_by_hand(void **state)
{
	struct pf_buf table = {0};
	struct pf_error err = {0};
	struct reading r = {0};
	struct pf_slice rest, line;
	size_t n = 0, rows = 0, wrong = 0;

	(void)state;
	assert_int_equal(pf_file_read(PF_TESTS_DIR "/quant/attributes.test", 1 << 20, &table, &err),
			 PF_OK);
	rest = pf_buf_view(&table);
	while (pf_slice_line(&rest, &line)) {
		n++;
		if (!line.len || line.ptr[0] == '#')
			continue;
		if (line.ptr[0] != '\t') {
			read_text(&r, text_up_to(&r, line));
			continue;
		}
		rows++;
		wrong += compare(n, &r, pf_slice_cut(line, 1, line.len));
	}
	release(&r);
	pf_buf_release(&table);
	assert_true(rows > 250);
	if (wrong)
		fail_msg("%zu of %zu rows differ", wrong, rows);
}

/* Seconds of the processor to read one sentence that says `words` so many times. */
static double seconds(const char *words, size_t times)
{
	struct pf_buf text = {0};
	struct reading r = {0};
	clock_t begin, end;

	for (size_t i = 0; i < times; i++)
		pf_buf_adds(&text, words);
	begin = clock();
	read_text(&r, pf_buf_view(&text));
	end = clock();
	assert_true(r.quants.n >= times);
	release(&r);
	pf_buf_release(&text);
	return (double)(end - begin) / CLOCKS_PER_SEC;
}

/* Every reader looks a bounded number of tokens around: eight times the text, not 64 the time. */
static void a_long_sentence_stays_linear(void **state)
{
	static const char *const words[] = {"Lift sales by 6.5 % and cut cost from $3.5 to $2.5 , ",
					    "at least 12.5 clinics ", "today 5.5 % ",
					    "46.5 % of them ", "now 4.5 s vs 5.5 s "};

	(void)state;
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		double small = seconds(words[i], 1000), large = seconds(words[i], 8000);

		if (large > 24 * small + 0.05)
			fail_msg("%s: %.3f s, eight times as much %.3f s", words[i], small, large);
	}
}

/* As a finding writes it: "it comes to 88,667 USD a year". */
static void an_amount_is_short(void **state)
{
	static const struct {
		struct pf_quant quant;
		const char *text;
	} rows[] = {
		{{.value = 88666.6667, .unit = "USD", .per = "year"}, "88,667 USD a year"},
		{{.value = 4.5e9, .unit = "USD"}, "4.5 bn USD"},
		{{.value = 0.125, .unit = "USD", .per = "hour"}, "0.125 USD an hour"},
		{{.value = -1000}, "-1,000"},
		{{.value = 999999.6}, "1 M"},
		{{.value = 999999700}, "1 bn"},
		{{.kind = PF_QUANT_RANGE, .value = 29, .high = 75, .unit = "%"}, "29 to 75 %"},
	};
	char text[80];

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		pf_quant_text(&rows[i].quant, text, sizeof(text));
		assert_string_equal(text, rows[i].text);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(table_is_read_as_by_hand),
		cmocka_unit_test(a_long_sentence_stays_linear),
		cmocka_unit_test(an_amount_is_short),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
