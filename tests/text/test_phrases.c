/* phrases.h: what matches, where, and in which order. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "prfaq/base/buf.h"
#include "prfaq/text/phrases.h"

/* "text|value" for each hit, joined by spaces. */
static void find(const struct pf_phrases *p, const char *s, struct pf_buf *out)
{
	struct pf_slice text = pf_slice_of(s);
	struct pf_tokens tokens = {0};
	struct pf_phrase_hits hits = {0};

	pf_tokens_scan(&tokens, text, NULL, 0, NULL, 0);
	pf_phrases_find(p, text, &tokens, 0, tokens.n, &hits);
	pf_buf_clear(out);
	for (size_t i = 0; i < hits.n; i++) {
		struct pf_phrase_found h = hits.v[i];
		uint32_t begin = tokens.v[h.first].begin, end = tokens.v[h.last - 1].end;

		pf_buf_printf(out, "%s%.*s|%u", i ? " / " : "", (int)(end - begin), s + begin,
			      h.value);
	}
	pf_phrase_hits_release(&hits);
	pf_tokens_release(&tokens);
}

static const struct {
	const char *text, *hits;
} cases[] = {
	{"A State-of-the-Art tool.", "State-of-the-Art|1"},
	{"the state of the art", "state of the art|1"},
	{"state - of the art", ""},
	{"state of the. Art", ""},
	{"We optimise and OPTIMIZED it, an optimum.", "optimise|2 / OPTIMIZED|2"},
	{"in order to win", "in order to|3 / order|5"},
	{"in order of size", "order|5"},
	{"in order", "order|5"},
	{"It is 24/7 and very very unique.", "24/7|4 / very|6 / very unique|7 / very|6"},
	{"don\xE2\x80\x99t know", "don\xE2\x80\x99t|8 / don\xE2\x80\x99t|9"},
	{"machine learning models", "machine learning models|10"},
	{"very much", "very much|6"}, /* one value: the longest alone */
	{"\xC3\x89"
	 "conomie, \xC3\x89"
	 "CONOMIE and \xC3\xA9"
	 "conomies",
	 "\xC3\x89"
	 "conomie|11 / \xC3\x89"
	 "CONOMIE|11 / \xC3\xA9"
	 "conomies|11"},
	{"", ""},
};

static struct pf_phrases *some_phrases(void)
{
	struct pf_phrases *p = pf_phrases_new();

	pf_phrases_add(p, PF_SLICE("state-of-the-art"), 1);
	pf_phrases_add(p, PF_SLICE("optimi*"), 2);
	pf_phrases_add(p, PF_SLICE("In Order To"), 3);
	pf_phrases_add(p, PF_SLICE("24/7"), 4);
	pf_phrases_add(p, PF_SLICE("order"), 5);
	pf_phrases_add(p, PF_SLICE("very"), 6);
	pf_phrases_add(p, PF_SLICE("very unique"), 7);
	pf_phrases_add(p, PF_SLICE("very much"), 6);
	pf_phrases_add(p, PF_SLICE("don't"), 9);
	pf_phrases_add(p, PF_SLICE("don't"), 8);
	pf_phrases_add(p, PF_SLICE("don't"), 8);
	pf_phrases_add(p, PF_SLICE("machine learning mod*"), 10);
	pf_phrases_add(p,
		       PF_SLICE("\xC3\xA9"
				"conom*"),
		       11);
	pf_phrases_add(p, PF_SLICE("  "), 12);
	return p;
}

static void test_find(void **state)
{
	struct pf_phrases *p = some_phrases();
	struct pf_buf out = {0};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {

		find(p, cases[i].text, &out);
		assert_string_equal(pf_buf_cstr(&out), cases[i].hits);
	}
	pf_buf_release(&out);
	pf_phrases_free(p);
	pf_phrases_free(NULL);
}

/* Where words are numbered, what opens a phrase is looked up once: the hits are the same. */
static void test_numbered(void **state)
{
	struct pf_phrases *p = some_phrases();
	struct pf_tokens tokens = {0};
	struct pf_phrase_hits plain = {0}, numbered = {0};
	struct pf_buf text = {0};

	(void)state;
	for (size_t k = 0; k < 4; k++)
		for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
			pf_buf_printf(&text, "%s\n\n", cases[i].text);
	pf_tokens_scan(&tokens, pf_buf_view(&text), NULL, 0, NULL, 0);
	pf_phrases_find(p, pf_buf_view(&text), &tokens, 0, tokens.n, &plain);
	pf_tokens_number(&tokens);
	assert_true(tokens.n_words < tokens.n);
	pf_phrases_find(p, pf_buf_view(&text), &tokens, 0, tokens.n, &numbered);
	assert_true(plain.n > 0);
	assert_int_equal(numbered.n, plain.n);
	assert_memory_equal(numbered.v, plain.v, plain.n * sizeof(*plain.v));
	pf_phrase_hits_release(&plain);
	pf_phrase_hits_release(&numbered);
	pf_tokens_release(&tokens);
	pf_buf_release(&text);
	pf_phrases_free(p);
}

static void test_block(void **state)
{
	struct pf_slice text = PF_SLICE("in order\n\nto win");
	const uint32_t breaks[] = {0, 10};
	struct pf_phrases *p = pf_phrases_new();
	struct pf_tokens tokens = {0};
	struct pf_phrase_hits hits = {0};

	(void)state;
	pf_phrases_add(p, PF_SLICE("in order to"), 1);
	pf_tokens_scan(&tokens, text, NULL, 0, breaks, 2);
	pf_phrases_find(p, text, &tokens, 0, tokens.n, &hits);
	assert_int_equal(hits.n, 0);
	pf_phrase_hits_release(&hits);
	pf_tokens_release(&tokens);
	pf_phrases_free(p);
}

/* Many phrases with common beginnings: each is found where it stands, none is lost to growth. */
static void test_many(void **state)
{
	struct pf_phrases *p = pf_phrases_new();
	struct pf_buf out = {0}, want = {0};
	char phrase[64];

	(void)state;
	for (unsigned i = 0; i < 2000; i++) {
		snprintf(phrase, sizeof(phrase), "%c%c word%c%c", 'a' + i % 26, 'a' + i / 26 % 26,
			 'a' + i / 676, 'z');
		pf_phrases_add(p, pf_slice_of(phrase), i);
	}
	for (unsigned i = 0; i < 2000; i += 7) {
		snprintf(phrase, sizeof(phrase), "%c%c word%c%c", 'a' + i % 26, 'a' + i / 26 % 26,
			 'a' + i / 676, 'z');
		find(p, phrase, &out);
		pf_buf_clear(&want);
		pf_buf_printf(&want, "%s|%u", phrase, i);
		assert_string_equal(pf_buf_cstr(&out), pf_buf_cstr(&want));
	}
	pf_buf_release(&out);
	pf_buf_release(&want);
	pf_phrases_free(p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_find),
		cmocka_unit_test(test_numbered),
		cmocka_unit_test(test_block),
		cmocka_unit_test(test_many),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
