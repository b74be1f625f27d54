#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "prfaq/text/letters.h"
#include "prfaq/text/neighbours.h"

static size_t never_in(const char *text)
{
	struct pf_slice s = pf_slice_of(text);
	struct pf_tokens tokens = {0};
	struct pf_small_words *small;
	size_t n = 0;

	pf_tokens_scan(&tokens, s, NULL, 0, NULL, 0);
	pf_tokens_number(&tokens);
	small = pf_small_words_new(&tokens);
	for (size_t i = 0; i < tokens.n; i++)
		n += pf_never_neighbours(small, i);
	free(small);
	pf_tokens_release(&tokens);
	return n;
}

static void test_shuffled(void **state)
{
	(void)state;
	assert_int_equal(never_in("The of"), 1);
	assert_int_equal(never_in("wait the of\ngate an of"), 2);
	assert_int_equal(never_in("because is paper on the and of by hand changes"), 2);
}

/* What people write: prepositions left behind, compounds, names, forgotten commas. */
static void test_written(void **state)
{
	static const char *const texts[] = {
		"The page it leads to is short, and what he asked stands on it.",
		"They drop in and look at it, then drop off and go on.",
		"The in-store till and an on-site team, with the at-risk list.",
		"Plan A is cheap. Vitamin A and iron.",
		"Nobody knows who it is for. The first is. Of the four, three.",
		"IT is slow. The IS team and the IT team.",
		"What they had had by then, all of us had seen.",
		"It costs a\n\nof",
		"",
		"the",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		if (never_in(texts[i]) > 0)
			fail_msg("%s", texts[i]);
}

static void test_letters_stand_in_an_english_order(void **state)
{
	static const char *const fit[] = {"strength", "queue",  "straight", "Worcester",
					  "myth",     "a",      "don't",    "caf\xC3\xA9",
					  "",         "weights"};
	static const char *const odd[] = {"tnaent", "lcihd", "wkoerrs", "qlelmirue"};

	(void)state;
	for (size_t k = 0; k < sizeof(fit) / sizeof(*fit); k++)
		if (!pf_letters_fit(pf_slice_of(fit[k])))
			fail_msg("\"%s\" is a word", fit[k]);
	for (size_t k = 0; k < sizeof(odd) / sizeof(*odd); k++)
		if (pf_letters_fit(pf_slice_of(odd[k])))
			fail_msg("\"%s\" is no word", odd[k]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_letters_stand_in_an_english_order),
		cmocka_unit_test(test_shuffled),
		cmocka_unit_test(test_written),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
