/* Killed at fifty random moments: every key that was painted is there on resume. */
#define _XOPEN_SOURCE   700
#define _DEFAULT_SOURCE /* struct winsize, for program.h */
#include "program.h"

#include "prfaq/base/rng.h"
#include "prfaq/base/utf8.h"

/*
 * The n-th key is the n-th character from FIRST: syllables that stand nowhere else on the screen,
 * one column wide. So each key has a face of its own, and what is painted says which keys were.
 */
enum { KILLS = 50, FIRST = 0x1401, LAST = 0x166C };

struct typing {
	uint32_t next;    /* character of the next key */
	uint32_t painted; /* highest that was seen on a screen */
	size_t keys, seen;
};

static bool is_ours(uint32_t rune)
{
	return rune >= FIRST && rune <= LAST;
}

/* The highest of our characters on the screen, 0 when none is. */
static uint32_t highest_on_screen(struct tty *t)
{
	struct pf_slice text = pf_slice_of(tty_text(t));
	uint32_t best = 0;
	size_t len;

	for (size_t at = 0; at < text.len; at += len) {
		uint32_t rune = pf_utf8_decode(text, at, &len);

		if (is_ours(rune) && rune > best)
			best = rune;
	}
	return best;
}

/* All of our characters up to `painted`, each once and in order. */
static void draft_holds(const struct pf_buf *draft, const struct typing *typing, int kill_number)
{
	struct pf_slice text = pf_buf_view(draft);
	uint32_t expected = FIRST;
	size_t len;

	for (size_t at = 0; at < text.len; at += len) {
		uint32_t rune = pf_utf8_decode(text, at, &len);

		if (!is_ours(rune))
			continue;
		if (rune != expected)
			fail_msg("kill %d: key %u where %u was typed", kill_number, rune - FIRST,
				 expected - FIRST);
		expected++;
	}
	if (typing->painted && expected <= typing->painted)
		fail_msg("kill %d: %u keys were painted, %u are kept", kill_number,
			 typing->painted - FIRST + 1, expected - FIRST);
	assert_true(expected <= typing->next);
}

/* What survived decides where typing goes on. */
static uint32_t after_last(const struct pf_buf *draft)
{
	struct pf_slice text = pf_buf_view(draft);
	uint32_t next = FIRST;
	size_t len;

	for (size_t at = 0; at < text.len; at += len)
		if (pf_utf8_decode(text, at, &len) == next)
			next++;
	return next;
}

static void wait_rune(struct tty *t, uint32_t rune)
{
	char text[5] = "";

	if (rune < FIRST)
		return;
	pf_utf8_encode(rune, text);
	tty_wait(t, text);
}

/* Types bursts until a random moment, then kills; what reached the terminal was painted. */
static void type_and_kill(struct tty *t, struct typing *typing, struct pf_rng *rng, bool sees_last)
{
	uint32_t bursts = pf_rng_below(rng, 6);

	for (uint32_t b = 0; b <= bursts; b++) {
		struct pf_buf keys = {0};

		for (uint32_t k = pf_rng_below(rng, 5); k && typing->next < LAST; k--) {
			if (pf_rng_below(rng, 4) == 0)
				pf_buf_byte(&keys, ' ');
			pf_buf_rune(&keys, typing->next++);
			typing->keys++;
		}
		tty_send(t, pf_buf_view(&keys));
		pf_buf_release(&keys);
		for (uint32_t turns = pf_rng_below(rng, 5); turns; turns--)
			tty_pump(t, (int)pf_rng_below(rng, 12));
	}
	if (sees_last)
		wait_rune(t, typing->next - 1);
	kill(t->pid, SIGKILL);
	tty_ended(t);
	while (tty_pump(t, 0))
		;
}

static void to_the_draft(struct tty *t)
{
	tty_wait(t, "Your question");
	tty_do(t, C('n'), "C-n: yes");
	tty_do(t, C('n'), "Draft");
	tty_type(t, C('a'));
	tty_do(t, "Here: ", "Here:");
}

static void test_fifty_kills_lose_no_painted_key(void **state)
{
	struct typing typing = {.next = FIRST};
	struct pf_rng rng = {20261124};

	for (int i = 0; i < KILLS; i++) {
		struct tty t;
		struct ran r;
		uint32_t top;

		tty_open(&t, *state, 40, 120,
			 i ? "interview --resume" : "interview --prompt watch-party");
		if (i)
			tty_wait(&t, "Here:");
		if (i)
			wait_rune(&t, typing.painted); /* what was painted is so again */
		else
			to_the_draft(&t);
		tty_type(&t, "\x1b[1;5F"); /* C-End */
		type_and_kill(&t, &typing, &rng, i % 4 == 3);
		top = highest_on_screen(&t);
		if (top > typing.painted)
			typing.painted = top;
		tty_close(&t);

		run_expect(&r, *state, 0, "export last");
		draft_holds(&r.out, &typing, i);
		typing.next = after_last(&r.out);
		ran_release(&r);
	}
	/* It is a test only if many keys were painted. */
	assert_true(typing.painted > FIRST + 100);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_fifty_kills_lose_no_painted_key, folder_make,
						folder_drop),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
