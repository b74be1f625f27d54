/*
 * Questions as people type them, and the facts they are after (data/questions.txt): most are
 * understood in each prompt, and hardly any is answered with another fact than it is after, for
 * that is worse than no answer. SHOW=1 prints the misses.
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
#define MOST_WRONG    1 /* percent of all that may be told something else */

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

enum heard { UNDERSTOOD, NOT_UNDERSTOOD, TAKEN_FOR_ANOTHER };

static struct pf_match ask(const struct pf_prompt *prompt, const struct row *row,
			   const struct pf_prompt_fact *after)
{
	struct pf_known_facts known = {0};

	if (after)
		known = (struct pf_known_facts){after->needs.v, after->needs.n};
	return pf_match_ask(prompt, row->question, known);
}

/* Answered, or offered by "did you mean"; for "-", that no fact is told. */
static enum heard hear(const struct pf_prompt *prompt, const struct row *row)
{
	struct pf_buf id = {0};
	const struct pf_prompt_fact *fact;
	struct pf_match m;

	pf_buf_slice(&id, row->fact);
	fact = pf_prompt_fact(prompt, pf_buf_cstr(&id));
	pf_buf_release(&id);
	assert_true(fact || pf_slice_equal(row->fact, PF_SLICE("-")));
	m = ask(prompt, row, fact);
	if (m.fact)
		return is(m.fact, row->fact) ? UNDERSTOOD : TAKEN_FOR_ANOTHER;
	for (size_t i = 0; m.met == PF_MET_CHOOSE && i < m.n_alternatives; i++)
		if (is(m.alternatives[i], row->fact))
			return UNDERSTOOD;
	return fact ? NOT_UNDERSTOOD : UNDERSTOOD;
}

static void show(const struct pf_prompt *prompt, const struct row *row, enum heard heard)
{
	if (heard != UNDERSTOOD && getenv("SHOW"))
		printf("%s, %.*s: %.*s%s\n", prompt->id, PF_SLICE_ARG(row->fact),
		       PF_SLICE_ARG(row->question), heard == TAKEN_FOR_ANOTHER ? " (wrong)" : "");
}

/* All questions of one prompt. Adds those it was asked, and those taken for others. */
static bool most_are_understood(const struct pf_prompt *prompt, struct pf_slice rest, size_t *asked,
				size_t *wrong)
{
	size_t all = 0, good = 0;
	struct row row;

	while (next(&rest, &row)) {
		enum heard heard;

		if (!pf_slice_equal(row.prompt, pf_slice_of(prompt->id)))
			continue;
		heard = hear(prompt, &row);
		show(prompt, &row, heard);
		all++;
		good += heard == UNDERSTOOD;
		*wrong += heard == TAKEN_FOR_ANOTHER;
	}
	*asked += all;
	if (getenv("SHOW"))
		printf("%-18s %zu of %zu\n", prompt->id, good, all);
	if (all >= LEAST_ROWS && 100 * good >= LEAST_PERCENT * all)
		return true;
	print_error("%s: %zu of %zu questions are understood\n", prompt->id, good, all);
	return false;
}

static void test_nine_questions_in_ten_are_understood(void **state)
{
	struct pf_yaml_errors errors = {0};
	struct pf_buf text = {0};
	struct pf_bank *bank;
	size_t bad = 0, asked = 0, wrong = 0;

	(void)state;
	assert_int_equal(pf_bank_load(&bank, &house, &errors), PF_OK);
	assert_int_equal(
		pf_file_read(PF_TESTS_DIR "/session/data/questions.txt", 1 << 20, &text, NULL),
		PF_OK);
	for (size_t i = 0; i < pf_bank_count(bank); i++)
		bad += !most_are_understood(pf_bank_get(bank, i), pf_buf_view(&text), &asked,
					    &wrong);
	pf_buf_release(&text);
	pf_bank_free(bank);
	assert_int_equal(bad, 0);
	if (100 * wrong > MOST_WRONG * asked)
		fail_msg("%zu of %zu questions are taken for others", wrong, asked);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_nine_questions_in_ten_are_understood),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
