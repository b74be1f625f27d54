/* One claim in all kinds of amounts: cross.test, every sentence with every row of amounts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "prfaq/base/ascii.h"
#include "prfaq/base/buf.h"
#include "prfaq/base/path.h"
#include "prfaq/quant/quant.h"

enum { AMOUNTS = 16, PLACES = 4 };

/* A row of the table: what is measured, an amount, a smaller one. */
struct row {
	struct pf_slice metric, first, second;
};

/* Where an amount stands in the sentence that was made, and what it is. */
struct place {
	size_t begin, end;
	enum pf_quant_role role;
};

static struct pf_slice next_field(struct pf_slice *line)
{
	size_t n = pf_slice_find(*line, PF_SLICE("|"));
	struct pf_slice f = pf_slice_trim(pf_slice_cut(*line, 0, n));

	*line = pf_slice_cut(*line, n < line->len ? n + 1 : n, line->len);
	return f;
}

static void add_metric(struct pf_buf *out, struct pf_slice metric, bool small)
{
	size_t at = out->len;

	pf_buf_add(out, metric.ptr, metric.len);
	if (small)
		out->ptr[at] = pf_ascii_lower(out->ptr[at]);
}

/* The sentence with the row's amounts; returns how many of them. */
static size_t fill(struct pf_buf *out, struct pf_slice sentence, const struct row *row,
		   struct place places[PLACES])
{
	size_t n = 0;

	out->len = 0;
	for (size_t i = 0; i < sentence.len; i++) {
		char what = sentence.ptr[i] == '{' ? sentence.ptr[i + 1] : 0;
		struct pf_slice amount = what == 'b' ? row->first : row->second;

		if (!what) {
			pf_buf_add(out, sentence.ptr + i, 1);
			continue;
		}
		i += 2; /* past the bracket */
		if (what == 'M' || what == 'm') {
			add_metric(out, row->metric, what == 'm');
			continue;
		}
		assert_true(n < PLACES);
		places[n++] = (struct place){out->len, out->len + amount.len,
					     what == 'b'   ? PF_ROLE_BASELINE
					     : what == 't' ? PF_ROLE_TARGET
							   : PF_ROLE_DELTA};
		pf_buf_add(out, amount.ptr, amount.len);
	}
	return n;
}

/* Is there one quantity in the place, and has it that role? */
static bool is_read(const struct pf_quants *quants, const struct place *place)
{
	const struct pf_quant *found = NULL;

	for (size_t i = 0; i < quants->n; i++)
		if (!found && quants->v[i].begin < place->end && quants->v[i].end > place->begin)
			found = &quants->v[i];
	return found && found->told == place->role;
}

/* Reads the sentence with the amounts of one row; returns how many roles differ. */
static size_t differ(size_t line, struct pf_slice sentence, const struct row *row, size_t *read)
{
	struct pf_buf text = {0};
	struct place places[PLACES];
	size_t n = fill(&text, sentence, row, places), wrong = 0;
	struct pf_tokens tokens = {0};
	struct pf_quants quants = {0};

	pf_tokens_scan(&tokens, pf_buf_view(&text), NULL, 0, NULL, 0);
	pf_quants_scan(&quants, pf_buf_view(&text), &tokens);
	for (size_t i = 0; i < n; i++) {
		if (is_read(&quants, &places[i]))
			continue;
		wrong++;
		print_error("cross.test:%zu: %.*s: not a %s at %zu\n", line, (int)text.len,
			    text.ptr, pf_quant_role_name(places[i].role), places[i].begin);
	}
	*read += n;
	pf_quants_release(&quants);
	pf_tokens_release(&tokens);
	pf_buf_release(&text);
	return wrong;
}

static void a_claim_is_read_alike_in_all_amounts(void **state)
{
	struct pf_buf table = {0};
	struct pf_error err = {0};
	struct row rows[AMOUNTS];
	struct pf_slice rest, line;
	size_t n_rows = 0, read = 0, wrong = 0, number = 0;
	bool open = false; /* the row before was one of amounts */

	(void)state;
	assert_int_equal(pf_file_read(PF_TESTS_DIR "/quant/cross.test", 1 << 20, &table, &err),
			 PF_OK);
	rest = pf_buf_view(&table);
	while (pf_slice_line(&rest, &line)) {
		bool amounts = line.len && line.ptr[0] == '=';

		number++;
		if (!line.len || line.ptr[0] == '#')
			continue;
		if (amounts) {
			n_rows = open ? n_rows : 0;
			assert_true(n_rows < AMOUNTS);
			line = pf_slice_cut(line, 1, line.len);
			rows[n_rows].metric = next_field(&line);
			rows[n_rows].first = next_field(&line);
			rows[n_rows++].second = next_field(&line);
		}
		for (size_t i = 0; !amounts && i < n_rows; i++)
			wrong += differ(number, line, &rows[i], &read);
		open = amounts;
	}
	pf_buf_release(&table);
	assert_true(read > 1000);
	if (wrong)
		fail_msg("%zu of %zu roles differ", wrong, read);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_claim_is_read_alike_in_all_amounts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
