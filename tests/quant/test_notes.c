/* Notes, grade and metric of a sentence: notes.test, line by line. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "prfaq/base/buf.h"
#include "prfaq/base/path.h"
#include "prfaq/quant/quant.h"

static const char *const kinds[] = {"placeholder", "vague", "source", "assumption"};

/* One line a note; the last one, grade and metric, where `grade` is asked for. */
static void render(struct pf_buf *out, struct pf_slice text, const struct pf_quants *q, bool grade)
{
	const struct pf_quant_sentence *s = &q->sentences.v[0];
	struct pf_slice metric = pf_slice_range(text, s->metric);

	for (size_t i = 0; i < q->notes.n; i++) {
		pf_buf_printf(out, "\t%s | ", kinds[q->notes.v[i].kind]);
		pf_buf_slice(out, pf_slice_cut(text, q->notes.v[i].begin, q->notes.v[i].end));
		pf_buf_byte(out, '\n');
	}
	if (!grade)
		return;
	pf_buf_printf(out, "\tgrade %u | ", s->grade);
	pf_buf_slice(out, metric.len ? metric : PF_SLICE("-"));
	pf_buf_byte(out, '\n');
}

static size_t compare(size_t line, struct pf_slice text, struct pf_slice want)
{
	struct pf_tokens tokens = {0};
	struct pf_quants quants = {0};
	struct pf_buf got = {0};
	bool grade = pf_slice_find(want, PF_SLICE("\tgrade")) < want.len;
	size_t wrong = 0;

	pf_tokens_scan(&tokens, text, NULL, 0, NULL, 0);
	pf_quants_scan(&quants, text, &tokens);
	assert_int_equal(quants.sentences.n, tokens.sentences.n);
	render(&got, text, &quants, grade);
	if (!pf_slice_equal(want, pf_buf_view(&got))) {
		print_error("notes.test:%zu: %.*s\nwant:\n%.*sgot:\n%.*s", line, (int)text.len,
			    text.ptr, (int)want.len, want.ptr, (int)got.len, got.ptr);
		wrong = 1;
	}
	pf_buf_release(&got);
	pf_quants_release(&quants);
	pf_tokens_release(&tokens);
	return wrong;
}

static void table_is_read_as_by_hand(void **state)
{
	struct pf_buf table = {0};
	struct pf_error err = {0};
	struct pf_slice rest, line, text = {0}, want = {0};
	size_t n = 0, rows = 0, wrong = 0;

	(void)state;
	assert_int_equal(pf_file_read(PF_TESTS_DIR "/quant/notes.test", 1 << 20, &table, &err),
			 PF_OK);
	rest = pf_buf_view(&table);
	while (pf_slice_line(&rest, &line)) {
		n++;
		if (line.len && line.ptr[0] == '\t') {
			if (!want.len)
				want.ptr = line.ptr;
			want.len = (size_t)(rest.ptr - want.ptr);
			continue;
		}
		if (text.len)
			wrong += compare(n - 1, text, want);
		rows += text.len > 0;
		text = line.len && line.ptr[0] != '#' ? line : (struct pf_slice){0};
		want = (struct pf_slice){0};
	}
	if (text.len)
		wrong += compare(n, text, want);
	pf_buf_release(&table);
	assert_true(rows > 30);
	assert_int_equal(wrong, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(table_is_read_as_by_hand),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
