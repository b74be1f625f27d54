/* Any keys at any moment: whatever is typed, pasted, clicked or resized, the program goes on, and
 * ends only where it is told to. */
#define _XOPEN_SOURCE   700
#define _DEFAULT_SOURCE /* struct winsize, for program.h */
#include "program.h"

#include "prfaq/base/rng.h"

static const char *const keys[] = {
	ENTER,
	ESCAPE,
	UP,
	DOWN,
	LEFT,
	RIGHT,
	"\t",
	"\x7F",
	"\x1b[3~",
	"\x1b[5~",
	"\x1b[6~",
	"\x1b[H",
	"\x1b[F",
	"q",
	"\x1bOQ",
	"\x1bOR",
	"\x1b[17~",
	"\x1b[18~",
	"\x1b[19~",
	"\x1b[1;2C",
	"\x1b[1;5D",
	"\x1b[1;5F",
	"\x01",
	"\x04",
	"\x06",
	"\x07",
	"\x0b",
	"\x0c",
	"\x0e",
	"\x0e\x0e",
	"\x0f",
	"\x10",
	"\x12",
	"\x13",
	"\x15",
	"\x16",
	"\x17",
	"\x18",
	"\x19",
	"\x1a",
	"\x1b"
	"b",
	"\x1b"
	"d",
	" ",
	"a",
	"e",
	"j",
	"k",
	"l",
	"m",
	"n",
	"o",
	"p",
	"r",
	"s",
	"v",
	"w",
	"1",
	"2",
	"+",
	"-",
	"?",
	"日",
	"e\xCC\x81",
	"\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x9A\x80",
	"\xFF",
	"\xC3",
	"\x1b[",
	"What is the budget?" ENTER,
	"Week 4: 500 pairs, gate 30 %.",
	"The median falls from 9 min to 2 min by June. ",
};

enum { ROWS = 50, COLS = 140 };

/* The program learns of a new size; nobody else looks at it. */
static void resize(struct tty *t, int rows, int cols)
{
	struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols};

	assert_int_equal(ioctl(t->master, TIOCSWINSZ, &size), 0);
}

static void one_event(struct tty *t, struct pf_rng *rng)
{
	char mouse[64];

	switch (pf_rng_below(rng, 24)) {
	case 0: tty_size(t, 1 + (int)pf_rng_below(rng, 50), 1 + (int)pf_rng_below(rng, 140)); break;
	case 1:
		tty_paste(t, PF_SLICE("# Pasted\n\n- from 44 % to 25 %\n\n| a | b |\n|---|---|\n"
				      "| Primary | 1.6 million |\r\n\x1b[2J\xFF\xE2\x80\xAE"));
		break;
	case 2:
		snprintf(mouse, sizeof(mouse), "\x1b[<%u;%u;%u%c",
			 (unsigned[]){0, 32, 64, 65, 2}[pf_rng_below(rng, 5)],
			 1 + pf_rng_below(rng, 140), 1 + pf_rng_below(rng, 50),
			 pf_rng_below(rng, 2) ? 'M' : 'm');
		tty_type(t, mouse);
		break;
	case 3: tty_type(t, "\x0e\x0e"); break;          /* on to the next stage */
	case 4: tty_type(t, RIGHT ENTER); break;         /* a mark */
	case 5: tty_type(t, "a word or two\x04"); break; /* an answer */
	default: tty_type(t, keys[pf_rng_below(rng, sizeof(keys) / sizeof(*keys))]); break;
	}
}

/* Leaves whatever is open: prompts, lists, texts, the attempt, then the program. */
static void leave(struct tty *t)
{
	int64_t end = now_ms() + PATIENCE_MS;

	resize(t, ROWS, COLS);
	while (t->pid) {
		if (now_ms() > end)
			tty_fail(t, "the program does not end");
		tty_type(t, "\x1b[201~\x11"); /* the end of any paste, then C-q */
		tty_pump(t, 50);
		tty_reap(t, WNOHANG);
	}
}

static void play(const char *home, const char *line, uint64_t seed)
{
	struct pf_rng rng = {seed};
	struct tty t;

	tty_open(&t, home, ROWS, COLS, line);
	tty_wait(&t, "F1");
	/* libvterm 0.1 does not live through all that comes now; what matters is the program. */
	t.blind = true;
	for (int i = 0; i < 300 && t.pid; i++) {
		one_event(&t, &rng);
		tty_pump(&t, 0);
		tty_reap(&t, WNOHANG);
	}
	leave(&t);
	if (t.code)
		tty_fail(&t, "prfaq %s, seed %u: ended with %d", line, (unsigned)seed, t.code);
	tty_close(&t);
}

static void test_any_keys_end_in_order(void **state)
{
	static const char *const lines[] = {
		"",
		"interview --prompt watch-party",
		"interview --plan short --strict",
		"drill metrics",
		"drill clarify",
		"interview --plan prep60",
		"review last",
		"",
	};
	struct ran r;

	for (size_t i = 0; i < 32; i++)
		play(*state, lines[i % (sizeof(lines) / sizeof(*lines))], 100 + i);
	run_expect(&r, *state, 0, "review --json");
	ran_release(&r);
	run_expect(&r, *state, 0, "export last");
	ran_release(&r);
	run_expect(&r, *state, 0, "doctor");
	ran_release(&r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_any_keys_end_in_order, folder_make,
						folder_drop),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
