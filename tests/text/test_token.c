#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "prfaq/base/buf.h"
#include "prfaq/text/token.h"

/* The tokens of `text`, parted by "|"; a token that is glued to the one before it follows "+". */
static void assert_tokens(const char *text, const char *want)
{
	struct pf_tokens t = {0};
	struct pf_buf got = {0};
	struct pf_slice s = pf_slice_of(text);

	pf_tokens_scan(&t, s, NULL, 0, NULL, 0);
	for (size_t i = 0; i < t.n; i++) {
		if (i)
			pf_buf_adds(&got, t.v[i].flags & PF_TOKEN_SPACED ? "|" : "+");
		pf_buf_add(&got, text + t.v[i].begin, t.v[i].end - t.v[i].begin);
	}
	assert_string_equal(pf_buf_cstr(&got), want);
	pf_buf_release(&got);
	pf_tokens_release(&t);
}

/* The sentences of `text`, parted by "|". */
static void assert_sentences(const char *text, const char *want)
{
	struct pf_tokens t = {0};
	struct pf_buf got = {0};

	pf_tokens_scan(&t, pf_slice_of(text), NULL, 0, NULL, 0);
	for (size_t i = 0; i < t.sentences.n; i++) {
		const struct pf_sentence *s = &t.sentences.v[i];

		if (i)
			pf_buf_adds(&got, "|");
		pf_buf_add(&got, text + s->begin, s->end - s->begin);
		assert_true(t.v[s->first].flags & PF_TOKEN_SENTENCE);
		for (uint32_t k = s->first; k < s->last; k++)
			assert_int_equal(pf_sentence_of(&t, k), i);
	}
	assert_string_equal(pf_buf_cstr(&got), want);
	pf_buf_release(&got);
	pf_tokens_release(&t);
}

static void test_tokens(void **state)
{
	(void)state;
	assert_tokens("", "");
	assert_tokens("R&amp;D &quot;is&quot; &more", "R+&amp;+D|&quot;+is+&quot;|&+more");
	assert_tokens("state-of-the-art", "state+-+of+-+the+-+art");
	assert_tokens("It don\xE2\x80\x99t cost $1,200.50.",
		      "It|don\xE2\x80\x99t|cost|$+1,200.50+.");
	assert_tokens("75k 3x p95 S3 v1.10.30", "75+k|3+x|p+95|S+3|v+1.10.30");
	assert_tokens("users' data, 'quoted'", "users+'|data+,|'+quoted+'");
	assert_tokens(".5 v.5 3..5 0.5.", ".5|v+.+5|3+.+.+5|0.5+.");
	assert_tokens("30\xC2\xA0% 20\xE2\x80\xAF%", "30|%|20|%");
	assert_tokens("m\xC2\xB2 caf\xC3\xA9 cafe\xCC\x81", "m\xC2\xB2|caf\xC3\xA9|cafe\xCC\x81");
	assert_tokens("\xC2\xBD cup", "\xC2\xBD|cup");
	assert_tokens("co\xC2\xADop", "co\xC2\xADop");
	assert_tokens("\xFF\xFEok\xE2\x82", "\xFF+\xFE+ok+\xE2+\x82");
	assert_tokens("a\r\n\tb", "a|b");
}

static void test_signs(void **state)
{
	static const struct {
		const char *text;
		char sign;
	} cases[] = {
		{"-", '-'},
		{"\xE2\x80\x91", '-'},
		{"\xE2\x80\x93", '-'},
		{"\xE2\x88\x92", '-'},
		{"\xE2\x86\x92", '>'},
		{"\xE2\x80\x9C", '"'},
		{"\xE2\x80\x99", '\''},
		{"%", '%'},
		{"\xE2\x82\xAC", 0},
		{"\xC3\x97", 0},
	};
	struct pf_tokens t = {0};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		pf_tokens_scan(&t, pf_slice_of(cases[i].text), NULL, 0, NULL, 0);
		assert_int_equal(t.n, 1);
		assert_int_equal(t.v[0].kind, PF_TOKEN_SIGN);
		assert_int_equal(t.v[0].sign, (unsigned char)cases[i].sign);
		assert_int_equal(t.v[0].hash, 0);
	}
	pf_tokens_release(&t);
}

static uint8_t flags_of(const char *text, size_t i)
{
	struct pf_tokens t = {0};
	uint8_t flags;

	pf_tokens_scan(&t, pf_slice_of(text), NULL, 0, NULL, 0);
	assert_true(i < t.n);
	flags = t.v[i].flags;
	pf_tokens_release(&t);
	return flags;
}

static void test_flags(void **state)
{
	(void)state;
	assert_true(flags_of("Amazon", 0) & PF_TOKEN_CAPITAL);
	assert_false(flags_of("Amazon", 0) & PF_TOKEN_UPPER);
	assert_true(flags_of("AWS", 0) & PF_TOKEN_UPPER);
	assert_false(flags_of("A", 0) & PF_TOKEN_UPPER);
	assert_true(flags_of("\xC3\x89tat", 0) & PF_TOKEN_CAPITAL);
	assert_true(flags_of("a\nb", 1) & PF_TOKEN_LINE);
	assert_false(flags_of("a b", 1) & PF_TOKEN_LINE);
	assert_false(flags_of("a\nb", 1) & PF_TOKEN_SENTENCE);
	assert_true(flags_of("a\n\nb", 1) & PF_TOKEN_SENTENCE);
	assert_true(flags_of("say \"big word\" now", 2) & PF_TOKEN_QUOTED);
	assert_true(flags_of("say \"big word\" now", 3) & PF_TOKEN_QUOTED);
	assert_false(flags_of("say \"big word\" now", 5) & PF_TOKEN_QUOTED);
	assert_true(flags_of("say &quot;big&quot; now", 2) & PF_TOKEN_QUOTED);
	assert_true(flags_of("\xE2\x80\x9Cyes\xE2\x80\x9D", 1) & PF_TOKEN_QUOTED);
	assert_true(flags_of("\xE2\x80\x9Eja\xE2\x80\x9C, so", 1) & PF_TOKEN_QUOTED);
	assert_false(flags_of("\xE2\x80\x9Eja\xE2\x80\x9C, so", 4) & PF_TOKEN_QUOTED);
	assert_true(flags_of("\xC2\xBBja\xC2\xAB", 1) & PF_TOKEN_QUOTED);
	assert_true(flags_of("\xC2\xABoui\xC2\xBB", 1) & PF_TOKEN_QUOTED);
	assert_true(flags_of("\xE2\x80\x98"
			     "aye\xE2\x80\x99",
			     1) &
		    PF_TOKEN_QUOTED);
	assert_true(flags_of("the \xE2\x80\x98"
			     "90s \"big hit\"",
			     5) &
		    PF_TOKEN_QUOTED);
	assert_false(flags_of("an \"open mark", 2) & PF_TOKEN_QUOTED);
	assert_false(flags_of("a 6\" and an 8\" pipe", 3) & PF_TOKEN_QUOTED);
}

static void test_sentences(void **state)
{
	(void)state;
	assert_sentences("", "");
	assert_sentences("One. Two! Three? Four", "One.|Two!|Three?|Four");
	assert_sentences("We grew 3.5 %. It was good.", "We grew 3.5 %.|It was good.");
	assert_sentences("Use it, e.g. Amazon does, i.e. daily.",
			 "Use it, e.g. Amazon does, i.e. daily.");
	assert_sentences("By 5 p.m. The van is full.", "By 5 p.m.|The van is full.");
	assert_sentences("In the U.S. Customers wait. In the U.S. The van",
			 "In the U.S. Customers wait.|In the U.S.|The van");
	assert_sentences("He said \"Go.\" Then we went.", "He said \"Go.\"|Then we went.");
	assert_sentences("Acme Inc. sells approx. 500. Dr. Lee agrees.",
			 "Acme Inc. sells approx. 500.|Dr. Lee agrees.");
	assert_sentences("1. Do this. 2. Do that.", "1. Do this.|2. Do that.");
	assert_sentences("Wait\xE2\x80\xA6 Then go... Now.", "Wait\xE2\x80\xA6|Then go...|Now.");
	assert_sentences("A line\nthat goes on\n\nA new one", "A line\nthat goes on|A new one");
	assert_sentences("Jan. 5 is late. ok", "Jan. 5 is late.|ok");
}

/* A heap of words without a point is cut at a blank; what has none is cut all the same. */
static void test_overlong_sentences(void **state)
{
	struct pf_buf text = {0};
	struct pf_tokens t = {0};

	(void)state;
	for (int i = 0; i < 400; i++)
		pf_buf_adds(&text, "by 3% ");
	pf_tokens_scan(&t, pf_buf_view(&text), NULL, 0, NULL, 0);
	assert_int_equal(t.n, 1200);
	assert_int_equal(t.sentences.n, 3);
	for (size_t i = 1; i < t.sentences.n; i++) {
		const struct pf_sentence *s = &t.sentences.v[i];

		assert_int_equal(s->first, s[-1].last);
		assert_true(t.v[s->first].flags & PF_TOKEN_SPACED);
		assert_in_range(s[-1].last - s[-1].first, 512, 514);
	}
	text.len = 0;
	for (int i = 0; i < 3000; i++)
		pf_buf_adds(&text, "3-");
	pf_tokens_scan(&t, pf_buf_view(&text), NULL, 0, NULL, 0);
	assert_in_range(t.sentences.n, t.n / 1536, t.n / 1024 + 1);
	pf_tokens_release(&t);
	pf_buf_release(&text);
}

static void test_masks_and_breaks(void **state)
{
	struct pf_slice text = PF_SLICE("see http://x.io/a-b. Head\nBody text");
	const struct pf_range masked[] = {{4, 19}};
	const uint32_t breaks[] = {21, 26};
	struct pf_tokens t = {0};

	(void)state;
	pf_tokens_scan(&t, text, masked, 1, breaks, 2);
	assert_int_equal(t.n, 5);
	assert_int_equal(t.v[1].begin, 19);
	assert_true(t.v[1].flags & PF_TOKEN_SPACED);
	assert_true(t.v[2].flags & PF_TOKEN_BLOCK);
	assert_true(t.v[3].flags & PF_TOKEN_BLOCK);
	assert_int_equal(t.sentences.n, 3);
	assert_int_equal(t.words, 4);
	pf_tokens_release(&t);
}

static void test_words(void **state)
{
	struct pf_slice text = PF_SLICE("A state-of-the-art $4.5bn plan\xE2\x80\x94or not");
	struct pf_tokens t = {0};

	(void)state;
	pf_tokens_scan(&t, text, NULL, 0, NULL, 0);
	assert_int_equal(t.words, 6);
	assert_int_equal(pf_tokens_words(&t, (struct pf_range){0, (uint32_t)text.len}), 6);
	assert_int_equal(pf_tokens_words(&t, (struct pf_range){2, 19}), 1);
	assert_int_equal(pf_tokens_at(&t, 0), 0);
	assert_int_equal(pf_tokens_at(&t, 1), 1);
	assert_int_equal(pf_tokens_at(&t, 1000), t.n);
	pf_tokens_release(&t);
}

static void test_hash(void **state)
{
	struct pf_slice text = PF_SLICE("DON\xE2\x80\x99T caf\xC3\x89 couldn\xE2\x80\x99t "
					"Measurement");
	struct pf_tokens t = {0};

	(void)state;
	pf_tokens_scan(&t, text, NULL, 0, NULL, 0);
	assert_int_equal(t.v[0].hash, pf_word_hash(PF_SLICE("don't")));
	assert_int_equal(t.v[1].hash, pf_word_hash(PF_SLICE("caf\xC3\xA9")));
	assert_true(pf_token_is(text, &t.v[0], "don't"));
	assert_false(pf_token_is(text, &t.v[0], "don'"));
	assert_false(pf_token_is(text, &t.v[0], "don't."));
	assert_true(pf_token_is(text, &t.v[1], "caf\xC3\xA9"));
	/* Eight letters are a head; they are fewer than its bytes, and there may be more of them.
	 */
	assert_true(pf_token_is(text, &t.v[2], "couldn't"));
	assert_false(pf_token_is(text, &t.v[2], "couldn'ts"));
	assert_true(pf_token_is(text, &t.v[3], "measurement"));
	assert_false(pf_token_is(text, &t.v[3], "measurements"));
	assert_false(pf_token_is(text, &t.v[3], "measurem"));
	assert_false(pf_token_is(text, &t.v[3], "measurenent"));
	pf_tokens_release(&t);
}

/* Words are read eight bytes at a time: of any length, whatever stands behind, it is one word. */
static void test_words_of_any_length(void **state)
{
	static const char *const behind[] = {
		"", " x", ".", "'", "'s", "\xC3\xA9", " and a long tail"};
	char text[64], lower[64];

	(void)state;
	for (size_t n = 1; n < 30; n++)
		for (size_t k = 0; k < sizeof(behind) / sizeof(*behind); k++) {
			struct pf_tokens t = {0};

			for (size_t i = 0; i < n; i++)
				text[i] = (char)('A' + i % 26);
			strcpy(text + n, behind[k]);
			pf_tokens_scan(&t, pf_slice_of(text), NULL, 0, NULL, 0);
			strcpy(lower, text);
			for (size_t i = 0; i < n; i++)
				lower[i] = (char)(text[i] | 32);
			lower[t.v[0].end] = '\0';
			assert_int_equal(t.v[0].end, n + (k == 4 || k == 5 ? 2 : 0));
			assert_int_equal(t.v[0].hash, pf_word_hash(pf_slice_of(lower)));
			assert_int_equal(t.v[0].flags & PF_TOKEN_UPPER,
					 n > 1 && k != 4 && k != 5 ? PF_TOKEN_UPPER : 0);
			assert_true(t.v[0].flags & PF_TOKEN_CAPITAL);
			pf_tokens_release(&t);
		}
}

/* Whatever the bytes: tokens in order, disjoint, all but white space covered once. */
static void test_any_bytes(void **state)
{
	char text[4000];
	uint32_t x = 1;
	struct pf_tokens t = {0};

	(void)state;
	for (int round = 0; round < 50; round++) {
		uint32_t at = 0;

		for (size_t i = 0; i < sizeof(text); i++) {
			x = x * 1664525u + 1013904223u;
			text[i] =
				(x >> 16) % 3 ? " .,'aZ9-\"\n$%"[(x >> 20) % 12] : (char)(x >> 24);
		}
		pf_tokens_scan(&t, pf_slice_make(text, sizeof(text)), NULL, 0, NULL, 0);
		for (size_t i = 0; i < t.n; i++) {
			assert_true(t.v[i].begin >= at && t.v[i].begin < t.v[i].end);
			at = t.v[i].end;
		}
		assert_true(at <= sizeof(text));
		at = 0;
		for (size_t i = 0; i < t.sentences.n; i++) {
			assert_int_equal(t.sentences.v[i].first, at);
			assert_true(t.sentences.v[i].last > at);
			at = t.sentences.v[i].last;
		}
		assert_int_equal(at, t.n);
	}
	pf_tokens_release(&t);
}

/* Signposts stand every 32 bytes and 16 tokens: texts long enough to pass many, held against a
 * plain walk over the tokens. */
static void test_places(void **state)
{
	static const char *const bits[] = {"word ",  "state-of-the-art ",
					   "$4.5bn", "a sentence ends. ",
					   "\n\n",   "Averyveryverylongwordthatpassesamarkortwo "};
	struct pf_buf text = {0};
	struct pf_tokens t = {0};
	uint32_t words = 0;
	size_t i = 0, sentence = 0;

	(void)state;
	for (unsigned k = 0; k < 200; k++)
		pf_buf_adds(&text, bits[k * k * 7 % 6]);
	pf_tokens_scan(&t, pf_buf_view(&text), NULL, 0, NULL, 0);
	for (uint32_t off = 0; off <= text.len + 70; off++) {
		while (i < t.n && t.v[i].begin < off) {
			words += (t.v[i].flags & PF_TOKEN_COUNTED) != 0;
			i++;
		}
		assert_int_equal(pf_tokens_at(&t, off), i);
		assert_int_equal(pf_tokens_words(&t, (struct pf_range){0, off}), words);
	}
	assert_int_equal(words, t.words);
	assert_int_equal(pf_tokens_words(&t, (struct pf_range){90, 40}), 0);
	for (i = 0; i < t.n; i++) {
		sentence += i == t.sentences.v[sentence].last;
		assert_int_equal(pf_sentence_of(&t, i), sentence);
	}
	pf_tokens_release(&t);
	assert_int_equal(pf_tokens_at(&t, 5), 0);
	assert_int_equal(pf_sentence_of(&t, 0), 0);
	pf_buf_release(&text);
}

/* One word, one number, from 1 on in the order of the text; signs have none. */
static void test_number(void **state)
{
	static const uint32_t want[] = {1, 2, 3, 0, 1, 4, 0, 2, 5, 5, 0};
	struct pf_slice text = PF_SLICE("The cat sat. the 12, CAT and and!");
	struct pf_tokens t = {0};
	struct pf_buf many = {0};

	(void)state;
	pf_tokens_scan(&t, text, NULL, 0, NULL, 0);
	pf_tokens_number(&t);
	assert_int_equal(t.n, sizeof(want) / sizeof(*want));
	assert_memory_equal(t.word, want, sizeof(want));
	assert_int_equal(t.n_words, 6);
	for (unsigned k = 0; k < 9000; k++)
		pf_buf_printf(&many, "%u ", k % 3000);
	pf_tokens_scan(&t, pf_buf_view(&many), NULL, 0, NULL, 0);
	pf_tokens_number(&t);
	for (size_t i = 0; i < t.n; i++)
		assert_int_equal(t.word[i], i % 3000 + 1);
	pf_tokens_release(&t);
	pf_buf_release(&many);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_tokens),
		cmocka_unit_test(test_signs),
		cmocka_unit_test(test_flags),
		cmocka_unit_test(test_sentences),
		cmocka_unit_test(test_overlong_sentences),
		cmocka_unit_test(test_masks_and_breaks),
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_hash),
		cmocka_unit_test(test_words_of_any_length),
		cmocka_unit_test(test_any_bytes),
		cmocka_unit_test(test_places),
		cmocka_unit_test(test_number),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
