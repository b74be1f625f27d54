/* Runs of five words, and what part of them stands in known texts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "prfaq/text/shingles.h"

static void runs_of(const char *text, bool bones, struct pf_shingles *out)
{
	struct pf_tokens tokens = {0};

	pf_tokens_scan(&tokens, pf_slice_of(text), NULL, 0, NULL, 0);
	if (bones)
		pf_shingles_of_bones(pf_slice_of(text), &tokens, NULL, out);
	else
		pf_shingles_of(&tokens, out);
	pf_tokens_release(&tokens);
}

static void test_a_run_has_five_words(void **state)
{
	struct pf_shingles runs = {0}, again = {0};

	(void)state;
	runs_of("The gate, of the ship.", false, &runs);
	assert_int_equal(runs.n, 1);
	assert_int_equal(runs.v[0].begin, 0);
	assert_int_equal(runs.v[0].end, 21);
	runs_of("So: the gate of the ship is late", false, &again);
	assert_int_equal(again.n, 4);
	assert_true(again.v[1].hash == runs.v[0].hash);
	pf_shingles_release(&runs);
	pf_shingles_release(&again);
}

static void test_bones_stay_when_nouns_change(void **state)
{
	struct pf_shingles a = {0}, b = {0}, c = {0};

	(void)state;
	runs_of("the gate of the ship", true, &a);
	runs_of("the wheel of the baker", true, &b);
	runs_of("a gate of the ship", true, &c);
	assert_true(a.v[0].hash == b.v[0].hash);
	assert_true(a.v[0].hash != c.v[0].hash);
	pf_shingles_release(&a);
	pf_shingles_release(&b);
	pf_shingles_release(&c);
}

static int by_key(const void *a, const void *b)
{
	const struct pf_known_run *x = a, *y = b;

	return (x->key > y->key) - (x->key < y->key);
}

/* Appends those of a text, under the bits of it. */
static size_t know(const char *text, uint32_t texts, struct pf_known_run *out, size_t n)
{
	struct pf_shingles runs = {0};

	runs_of(text, false, &runs);
	for (size_t i = 0; i < runs.n; i++)
		if (pf_known_kept(runs.v[i].hash))
			out[n++] = (struct pf_known_run){pf_known_key(runs.v[i].hash), texts};
	pf_shingles_release(&runs);
	return n;
}

static void test_the_share_that_is_known(void **state)
{
	const char *one = "Each night nine hundred dock workers in Portmere wait fifty minutes for "
			  "a gate, because the list of ships is on paper and changes by hand. The "
			  "worker opens one page and sees the gate, the ship and the hour. ";
	const char *two = "A cook in Hallow plans the week on Sunday and finds on Tuesday that the "
			  "fish did not come. The supplier knew on Monday, and one message would "
			  "have saved the dish and the guests who asked for it. ";
	struct pf_known_run known[128];
	struct pf_shingles own = {0}, both = {0};
	struct pf_known_share share;
	char text[1024];
	size_t n = know(one, 1, known, 0);

	(void)state;
	assert_in_range(n, 2, 40);
	n = know(two, PF_KNOWN_BRIEFS, known, n);
	qsort(known, n, sizeof(*known), by_key);
	runs_of(one, false, &own);
	share = pf_known_share(known, n, &own);
	assert_true(share.any == 1 && share.one == 1);
	snprintf(text, sizeof(text), "%s%s", one, two);
	runs_of(text, false, &both);
	share = pf_known_share(known, n, &both);
	assert_true(share.any > 0.8);
	assert_true(share.one > 0.3 && share.one < 0.7);
	pf_shingles_release(&own);
	pf_shingles_release(&both);
}

static void test_nothing_shares_nothing(void **state)
{
	struct pf_shingles none = {0};
	struct pf_known_share share = pf_known_share(NULL, 0, &none);

	(void)state;
	assert_true(share.any == 0 && share.one == 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_run_has_five_words),
		cmocka_unit_test(test_bones_stay_when_nouns_change),
		cmocka_unit_test(test_the_share_that_is_known),
		cmocka_unit_test(test_nothing_shares_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
