/* The decoder by table: bytes in, events as text out; each line also cut at every byte. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "key_name.h"
#include "prfaq/base/buf.h"
#include "prfaq/base/rng.h"
#include "prfaq/term/input.h"

static void describe(const struct pf_event *e, struct pf_buf *out)
{
	static const char *const kinds[] = {"press", "drag", "release", "wheel-up", "wheel-down"};
	char text[32];

	if (out->len)
		pf_buf_byte(out, ' ');
	switch (e->type) {
	case PF_EVENT_KEY:
		key_name(e->key, text);
		pf_buf_adds(out, text);
		break;
	case PF_EVENT_PASTE:
		pf_buf_byte(out, '<');
		pf_buf_slice(out, pf_buf_view(&e->bytes));
		pf_buf_byte(out, '>');
		break;
	case PF_EVENT_MOUSE:
		pf_buf_printf(out, "%s%d@%d,%d", kinds[e->mouse.kind], e->mouse.button,
			      e->mouse.row, e->mouse.col);
		if (e->mouse.mods)
			pf_buf_printf(out, "/%u", (unsigned)e->mouse.mods);
		break;
	default: pf_buf_printf(out, "type%d", (int)e->type);
	}
}

static void drain(struct pf_input *in, struct pf_buf *out)
{
	struct pf_event e;

	while (pf_input_next(in, &e)) {
		describe(&e, out);
		pf_event_release(&e);
	}
}

/* Feeds s[0, cut), then the rest, then says that nothing more comes. */
static void assert_reads(struct pf_slice s, size_t cut, const char *expected)
{
	struct pf_input *in = pf_input_new();
	struct pf_buf got = {0};

	pf_input_add(in, "\x1b[33~", pf_key_make(PF_KEY_F12, PF_MOD_SHIFT));
	pf_input_add(in, "\x1b[25~~", pf_key_make(PF_KEY_F11, PF_MOD_SHIFT));
	pf_input_feed(in, pf_slice_cut(s, 0, cut));
	drain(in, &got);
	pf_input_feed(in, pf_slice_cut(s, cut, s.len));
	drain(in, &got);
	if (pf_input_waiting(in)) {
		pf_input_flush(in);
		drain(in, &got);
	}
	assert_false(pf_input_waiting(in));
	assert_string_equal(pf_buf_cstr(&got), expected);
	pf_buf_release(&got);
	pf_input_free(in);
}

#define CASE(bytes, expected)                        \
	{                                            \
		{bytes, sizeof(bytes) - 1}, expected \
	}

static const struct {
	struct pf_slice bytes;
	const char *expected;
} cases[] = {
	/* text */
	CASE("ab ", "a b Space"),
	CASE("\xC3\xA9\xE6\x97\xA5\xF0\x9F\x91\xA9", "é 日 👩"),
	CASE("\r\n\t\x7F\b", "Enter Enter Tab Backspace Backspace"),
	CASE("\x01\x1A\x00\x1C\x1F", "C-a C-z C-Space C-\\ C-_"),
	/* what is no text eats nothing */
	CASE("\xFFx\xC3y\x80z", "x y z"),
	CASE("\xE2\x82"
	     "a",
	     "a"),
	CASE("\xC2\x9B"
	     "A",
	     "A"),
	CASE("\xED\xA0\x80q", "q"),
	/* arrows and friends, in all dialects */
	CASE("\x1b[A\x1b[B\x1b[C\x1b[D", "Up Down Right Left"),
	CASE("\x1bOA\x1bOB\x1bOH\x1bOF", "Up Down Home End"),
	CASE("\x1b[H\x1b[F\x1b[1~\x1b[4~\x1b[7~\x1b[8~", "Home End Home End Home End"),
	CASE("\x1b[2~\x1b[3~\x1b[5~\x1b[6~", "Ins Del PgUp PgDn"),
	CASE("\x1b[1;2C\x1b[1;5D\x1b[1;3A\x1b[1;6B", "S-Right C-Left M-Up C-S-Down"),
	CASE("\x1b[3;5~\x1b[5;2~\x1b[1;9H", "C-Del S-PgUp M-Home"),
	CASE("\x1b[a\x1bOd\x1b[5^\x1b[6$", "S-Up C-Left C-PgUp S-PgDn"),
	CASE("\x1b[Z", "S-Tab"),
	/* function keys */
	CASE("\x1bOP\x1bOS\x1b[15~\x1b[17~\x1b[24~", "F1 F4 F5 F6 F12"),
	CASE("\x1b[11~\x1b[[A\x1b[[E\x1b[1;5P\x1b[15;2~", "F1 F1 F5 C-F1 S-F5"),
	CASE("\x1b[33~", "S-F12"),
	CASE("\x1b[25~~", "S-F11"),
	/* CSI u and modifyOtherKeys */
	CASE("\x1b[97;5u\x1b[97;2u\x1b[13;2u\x1b[27u", "C-a A S-Enter Esc"),
	CASE("\x1b[27;5;13~\x1b[27;6;65~", "C-Enter C-a"),
	CASE("\x1b[32;5u\x1b[9;5u\x1b[127;3u", "C-Space C-Tab M-Backspace"),
	CASE("\x1b[97;1:3ub", "b"),
	CASE("\x1b[57358ub", "b"),
	/* Alt and a lone ESC */
	CASE("\x1b", "Esc"),
	CASE("\x1b\x1b", "Esc Esc"),
	CASE("\x1bx\x1b\x7F\x1b\r", "M-x M-Backspace M-Enter"),
	CASE("\x1b\x01", "C-M-a"),
	CASE("\x1b\xC3\xA9", "M-é"),
	CASE("\x1b\x1b[A", "M-Up"),
	CASE("\x1b[", "M-["),
	CASE("\x1bO", "M-O"),
	CASE("\x1bOMx", "Enter x"),
	/* reports and broken sequences */
	CASE("\x1b[I\x1b[O", ""), /* focus reports, which nobody asked for */
	CASE("\x1b[?2026;1$yq", "q"),
	CASE("\x1b[12;34Rq", "q"),
	CASE("\x1b[1;\xFFq", "q"),
	CASE("\x1b[1;5\x1b[A", "Up"),
	CASE("\x1b[99~q", "q"),
	CASE("\x1b[201~q", "q"),
	CASE("\x1b[1;99999999999999999999;3;4;5;6;7;8Xq", "q"),
	/* mouse */
	CASE("\x1b[<0;5;3M\x1b[<32;6;3M\x1b[<0;6;3m", "press1@2,4 drag1@2,5 release1@2,5"),
	CASE("\x1b[<64;1;1M\x1b[<65;1;1M\x1b[<2;9;9M", "wheel-up0@0,0 wheel-down0@0,0 press3@8,8"),
	CASE("\x1b[<16;1;1M\x1b[<35;1;1Mq", "press1@0,0/4 q"),
	CASE("\x1b[<0;0;1Mq\x1b[<0;1Mq", "q q"),
	CASE("\x1b[<128;1;1M\x1b[<129;1;1M\x1b[<128;1;1mq", "q"), /* "back" and "forward" */
	CASE("\x1b[M !!q", "press1@0,0 q"),
	/* paste: anything up to the end mark is bytes */
	CASE("\x1b[200~a\x1b[Ab\xFF\r\x1b[201~c", "<a\x1b[Ab\xFF\r> c"),
	CASE("\x1b[200~\x1b[201~x", "<> x"),
	CASE("\x1b[200~\x1b[20\x1b[201\x1b[201~x", "<\x1b[20\x1b[201> x"),
};

static void test_each_case_whole_and_cut_at_every_byte(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		for (size_t cut = 0; cut <= cases[i].bytes.len; cut++)
			assert_reads(cases[i].bytes, cut, cases[i].expected);
}

static void test_a_lone_escape_waits_for_its_time(void **state)
{
	struct pf_input *in = pf_input_new();
	struct pf_event e;

	(void)state;
	assert_false(pf_input_waiting(in));
	pf_input_feed(in, PF_SLICE("\x1b"));
	assert_false(pf_input_next(in, &e));
	assert_true(pf_input_waiting(in));
	pf_input_flush(in);
	assert_true(pf_input_next(in, &e));
	assert_int_equal(e.key.code, PF_KEY_ESC);
	assert_false(pf_input_waiting(in));
	/* The next one waits again. */
	pf_input_feed(in, PF_SLICE("\x1b"));
	assert_false(pf_input_next(in, &e));
	assert_true(pf_input_waiting(in));
	/* A paste does not: it ends by its mark. */
	pf_input_feed(in, PF_SLICE("[200~abc"));
	assert_false(pf_input_next(in, &e));
	assert_false(pf_input_waiting(in));
	assert_true(pf_input_pasting(in));
	/* Unless the mark is lost. */
	pf_input_feed(in, PF_SLICE("\x1b[20"));
	assert_false(pf_input_next(in, &e));
	pf_input_flush(in);
	assert_true(pf_input_next(in, &e));
	assert_int_equal(e.type, PF_EVENT_PASTE);
	assert_true(pf_slice_is(pf_buf_view(&e.bytes), "abc"));
	pf_event_release(&e);
	assert_false(pf_input_next(in, &e));
	assert_false(pf_input_pasting(in));
	pf_input_free(in);
}

static void test_a_large_paste_in_many_reads_is_one_event(void **state)
{
	struct pf_input *in = pf_input_new();
	struct pf_buf text = {0};
	struct pf_rng rng = {5};
	struct pf_event e = {0};
	size_t len = 1 << 20;

	(void)state;
	for (size_t i = 0; i < len; i++)
		pf_buf_byte(&text, (char)(1 + pf_rng_below(&rng, 26)));
	pf_input_feed(in, PF_SLICE("\x1b[200~"));
	for (size_t at = 0; at < len;) {
		size_t n = 1 + pf_rng_below(&rng, 4096);

		n = n > len - at ? len - at : n;
		pf_input_feed(in, pf_slice_cut(pf_buf_view(&text), at, at + n));
		assert_false(pf_input_next(in, &e));
		at += n;
	}
	pf_input_feed(in, PF_SLICE("\x1b[201~"));
	assert_true(pf_input_next(in, &e));
	assert_int_equal(e.type, PF_EVENT_PASTE);
	assert_true(pf_slice_equal(pf_buf_view(&e.bytes), pf_buf_view(&text)));
	pf_event_release(&e);
	pf_buf_release(&text);
	pf_input_free(in);
}

/* Whatever came before, a key typed after a pause arrives. */
static void test_no_noise_eats_a_later_key(void **state)
{
	static const char bytes[] = "\x1b\x1b\x1b[[OM<;:0123459~$uRZ\xFF\xC3\xE2\x82 \r\x01";
	struct pf_rng rng = {11};

	(void)state;
	for (int round = 0; round < 20000; round++) {
		struct pf_input *in = pf_input_new();
		struct pf_buf got = {0};
		char noise[12];
		size_t n = pf_rng_below(&rng, sizeof(noise));

		for (size_t i = 0; i < n; i++)
			noise[i] = bytes[pf_rng_below(&rng, sizeof(bytes) - 1)];
		pf_input_feed(in, pf_slice_make(noise, n));
		drain(in, &got);
		pf_input_flush(in);
		drain(in, &got);
		assert_false(pf_input_waiting(in));
		pf_buf_clear(&got);
		pf_input_feed(in, PF_SLICE("k"));
		drain(in, &got);
		assert_string_equal(pf_buf_cstr(&got), "k");
		pf_buf_release(&got);
		pf_input_free(in);
	}
}

static void test_key_names_are_exact_inverses(void **state)
{
	static const char *const good[] = {"C-n",  "M-b",   "C-M-x",   "S-Right", "F1", "F12",
					   "PgUp", "Space", "C-Space", "?",       "é",  "C-M-S-Del",
					   "-",    "C--",   "C",       "M-S"};
	static const char *const bad[] = {"",   "C-",   "S-a",  "Foo",  "C-Foo",
					  "ab", "\x1b", "\xFF", "M-M-a"};
	struct pf_key key;
	char text[32];

	(void)state;
	for (size_t i = 0; i < sizeof(good) / sizeof(*good); i++) {
		assert_true(pf_key_parse(pf_slice_of(good[i]), &key));
		key_name(key, text);
		assert_string_equal(text, good[i]);
	}
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		assert_false(pf_key_parse(pf_slice_of(bad[i]), &key));
	for (uint32_t code = PF_KEY_NAMED + 1; code < PF_KEY_END_OF_NAMES; code++) {
		for (uint32_t mods = 0; mods < 8; mods++) {
			struct pf_key in = pf_key_make(code, mods);

			key_name(in, text);
			assert_true(pf_key_parse(pf_slice_of(text), &key));
			assert_true(pf_key_equal(in, key));
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_each_case_whole_and_cut_at_every_byte),
		cmocka_unit_test(test_a_lone_escape_waits_for_its_time),
		cmocka_unit_test(test_a_large_paste_in_many_reads_is_one_event),
		cmocka_unit_test(test_no_noise_eats_a_later_key),
		cmocka_unit_test(test_key_names_are_exact_inverses),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
