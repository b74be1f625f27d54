/*
 * Questions as people type them, and the facts they are after (data/questions.txt): nine in ten
 * are understood in each prompt, and what no fact holds is not answered. SHOW=1 prints the misses.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "prfaq/bank/bank.h"
#include "prfaq/session/matcher.h"

#define LEAST_ROWS    25
#define LEAST_PERCENT 90

struct row {
	struct pf_slice prompt, fact, question;
};

static const struct pf_paths house = {.shipped = PF_ROOT_DIR, .config = PF_TESTS_DIR "/none"};

static struct pf_slice word(struct pf_slice *rest)
{
	size_t end = pf_slice_find(*rest, PF_SLICE(" "));
	struct pf_slice w = pf_slice_cut(*rest, 0, end);

	*rest = pf_slice_cut(*rest, end < rest->len ? end + 1 : end, rest->len);
	return w;
}

/* The next row; false at the end. Comments and empty lines are passed over. */
static bool next(struct pf_slice *text, struct row *row)
{
	while (text->len) {
		size_t end = pf_slice_find(*text, PF_SLICE("\n"));
		struct pf_slice line = pf_slice_cut(*text, 0, end);

		*text = pf_slice_cut(*text, end < text->len ? end + 1 : end, text->len);
		if (line.len == 0 || line.ptr[0] == '#')
			continue;
		row->prompt = word(&line);
		row->fact = word(&line);
		row->question = line;
		return true;
	}
	return false;
}

static bool is(const struct pf_prompt_fact *fact, struct pf_slice id)
{
	return fact && pf_slice_equal(pf_slice_of(fact->id), id);
}

/* Answered, or offered by "did you mean"; for "-", that the interviewer does not have it. */
static bool understood(const struct pf_prompt *prompt, const struct row *row)
{
	struct pf_buf id = {0};
	const struct pf_prompt_fact *fact;
	struct pf_known_facts known = {0};
	struct pf_match m;

	pf_buf_slice(&id, row->fact);
	fact = pf_prompt_fact(prompt, pf_buf_cstr(&id));
	pf_buf_release(&id);
	if (fact)
		known = (struct pf_known_facts){fact->needs.v, fact->needs.n};
	else
		assert_true(pf_slice_equal(row->fact, PF_SLICE("-")));
	m = pf_match_ask(prompt, row->question, known);
	if (!fact)
		return m.met == PF_MET_UNKNOWN;
	if (m.met == PF_MET_CHOOSE)
		return is(m.alternatives[0], row->fact) || is(m.alternatives[1], row->fact);
	return m.met == PF_MET_FACT && is(m.fact, row->fact);
}

static void test_nine_questions_in_ten_are_understood(void **state)
{
	struct pf_yaml_errors errors = {0};
	struct pf_buf text = {0};
	struct pf_bank *bank;
	size_t bad = 0;

	(void)state;
	assert_int_equal(pf_bank_load(&bank, &house, &errors), PF_OK);
	assert_int_equal(
		pf_file_read(PF_TESTS_DIR "/session/data/questions.txt", 1 << 20, &text, NULL),
		PF_OK);
	for (size_t i = 0; i < pf_bank_count(bank); i++) {
		const struct pf_prompt *prompt = pf_bank_get(bank, i);
		struct pf_slice rest = pf_buf_view(&text);
		struct row row;
		size_t all = 0, good = 0;

		while (next(&rest, &row)) {
			bool ok;

			if (!pf_slice_equal(row.prompt, pf_slice_of(prompt->id)))
				continue;
			ok = understood(prompt, &row);
			if (!ok && getenv("SHOW"))
				printf("%s, %.*s: %.*s\n", prompt->id, (int)row.fact.len,
				       row.fact.ptr, (int)row.question.len, row.question.ptr);
			all++;
			good += ok;
		}
		if (getenv("SHOW"))
			printf("%-18s %zu of %zu\n", prompt->id, good, all);
		if (all < LEAST_ROWS || 100 * good < LEAST_PERCENT * all) {
			print_error("%s: %zu of %zu questions are understood\n", prompt->id, good,
				    all);
			bad++;
		}
	}
	pf_buf_release(&text);
	pf_bank_free(bank);
	assert_int_equal(bad, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_nine_questions_in_ten_are_understood),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
