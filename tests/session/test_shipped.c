/* The skeletons as they were compiled in: their runs are those that reading them finds. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "prfaq/session/shipped_texts.h"

static void test_known_runs_are_those_of_the_text(void **state)
{
	(void)state;
	assert_int_equal(pf_shipped_texts.n_texts, 2);
	for (size_t i = 0; i < pf_shipped_texts.n_texts; i++) {
		const struct pf_known_text *known = &pf_shipped_texts.texts[i];
		struct pf_tokens tokens = {0};
		struct pf_shingles runs = {0};

		pf_tokens_scan(&tokens, known->text, NULL, 0, NULL, 0);
		pf_shingles_of(&tokens, &runs);
		assert_true(runs.n > 100);
		assert_int_equal(runs.n, known->n_runs);
		assert_memory_equal(runs.v, known->runs, runs.n * sizeof(*runs.v));
		pf_shingles_release(&runs);
		pf_tokens_release(&tokens);
	}
}

static void test_a_text_is_known_by_its_bytes(void **state)
{
	struct pf_slice text = pf_shipped_texts.texts[1].text;

	(void)state;
	assert_ptr_equal(pf_known_text(&pf_shipped_texts, text), &pf_shipped_texts.texts[1]);
	assert_null(pf_known_text(&pf_shipped_texts, pf_slice_cut(text, 0, text.len - 1)));
	assert_null(pf_known_text(NULL, text));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_known_runs_are_those_of_the_text),
		cmocka_unit_test(test_a_text_is_known_by_its_bytes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
