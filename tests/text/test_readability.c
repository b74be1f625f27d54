/* Syllables by a table of words, and the figures that follow from them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "prfaq/base/buf.h"
#include "prfaq/base/path.h"
#include "prfaq/text/readability.h"

static void hold_line(struct pf_slice line)
{
	unsigned want = (unsigned)(line.ptr[0] - '0');
	struct pf_slice rest = pf_slice_trim(pf_slice_cut(line, 1, line.len));

	while (rest.len) {
		size_t n = pf_slice_find(rest, PF_SLICE(" "));
		struct pf_slice word = pf_slice_cut(rest, 0, n);

		if (pf_syllables(word) != want)
			fail_msg("\"%.*s\" has %u syllables, counted %u", (int)word.len, word.ptr,
				 want, pf_syllables(word));
		rest = pf_slice_trim(pf_slice_cut(rest, n, rest.len));
	}
}

static void test_words_have_their_syllables(void **state)
{
	struct pf_buf text = {0};
	struct pf_slice rest, line;
	size_t lines = 0;

	(void)state;
	assert_int_equal(
		pf_file_read(PF_TESTS_DIR "/text/data/syllables.txt", 1 << 16, &text, NULL), PF_OK);
	rest = pf_buf_view(&text);
	while (pf_slice_line(&rest, &line)) {
		if (!line.len || line.ptr[0] == '#')
			continue;
		hold_line(line);
		lines++;
	}
	assert_true(lines > 10);
	pf_buf_release(&text);
}

static void test_any_bytes_are_at_least_one_syllable(void **state)
{
	static const char *const words[] = {"",         "-",  "'",   "\xC3",
					    "\xFF\xFE", "42", "hmm", "\xE2\x80\x99"};

	(void)state;
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		assert_int_equal(pf_syllables(pf_slice_of(words[i])), 1);
	/* Rules that look at the letters before: there are none. */
	assert_in_range(pf_syllables(pf_slice_of("ienls")), 1, 2);
	assert_in_range(pf_syllables(pf_slice_of("eats")), 1, 2);
}

static void test_the_grade_is_kincaids(void **state)
{
	/* 13 words, 15 syllables: 0.39 x 13 / 2 + 11.8 x 15 / 13 - 15.59 = 0.56. */
	struct pf_slice text =
		PF_SLICE("The dog ran to the gate. A letter for the baker lay there.");
	struct pf_syllable_memo *memo;
	struct pf_tokens tokens = {0};
	struct pf_readability r;

	(void)state;
	pf_tokens_scan(&tokens, text, NULL, 0, NULL, 0);
	pf_tokens_number(&tokens);
	memo = pf_syllable_memo_new(&tokens);
	r = pf_readability_of(text, &tokens, (struct pf_range){0, (uint32_t)text.len}, memo);
	assert_int_equal(r.sentences, 2);
	assert_int_equal(r.words, 13);
	assert_int_equal(r.syllables, 15);
	assert_true(r.grade > 0.55 && r.grade < 0.57);
	r = pf_readability_of(text, &tokens, (struct pf_range){5, 5}, memo);
	assert_int_equal(r.sentences, 0);
	assert_true(r.grade == 0);
	pf_tokens_release(&tokens);
	pf_syllable_memo_free(memo);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_words_have_their_syllables),
		cmocka_unit_test(test_any_bytes_are_at_least_one_syllable),
		cmocka_unit_test(test_the_grade_is_kincaids),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
