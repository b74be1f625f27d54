/*
 * bench_quant.c - how fast quantities are read: prose with many and with few numbers, and that
 * twice the text takes about twice the time on text that is made to hurt.
 *
 *	bench_quant [FILE...]
 */
#include <stdio.h>
#include <string.h>

#include "clock.h"
#include "prfaq/base/buf.h"
#include "prfaq/quant/quant.h"

struct times {
	double tokens, quants;
	size_t n; /* quantities */
};

/* The best of a few rounds: what the machine can do, not what else it was doing. */
static struct times measure(struct pf_slice text)
{
	struct times best = {1e9, 1e9, 0};
	struct pf_quants quants = {0};

	for (int round = 0; round < 3; round++) {
		struct pf_tokens tokens = {0};
		double a = cpu_ms(), b, c;

		pf_tokens_scan(&tokens, text, NULL, 0, NULL, 0);
		b = cpu_ms();
		pf_quants_scan(&quants, text, &tokens);
		c = cpu_ms();
		best.tokens = b - a < best.tokens ? b - a : best.tokens;
		best.quants = c - b < best.quants ? c - b : best.quants;
		best.n = quants.n;
		pf_tokens_release(&tokens);
	}
	pf_quants_release(&quants);
	return best;
}

static void speed(const char *name, struct pf_slice text)
{
	struct times t = measure(text);
	double mb = (double)text.len / 1e6;

	printf("%-24s %6.2f MB %8zu quantities  %7.1f MB/s given tokens, %7.1f MB/s with them\n",
	       name, mb, t.n, mb / t.quants * 1e3, mb / (t.quants + t.tokens) * 1e3);
}

static void repeat(struct pf_buf *out, const char *unit, size_t bytes)
{
	while (out->len + strlen(unit) <= bytes)
		pf_buf_adds(out, unit);
}

static const struct {
	const char *name, *unit;
} prose[] = {
	{"prose, some numbers",
	 "Members who borrow a drill bring it back within four days, and the shop that lends it "
	 "sees "
	 "them again before the month is over. Nobody has to own what is used twice a year.\n"},
	{"prose of a release", "SEATTLE, June 15, 2026 - Shared Shelf lets a household borrow "
			       "tools for $4.50 a day. In the "
			       "pilot 38 % of 1,200 members borrowed at least once, and the median "
			       "wait fell from 3.2 days "
			       "to 9 hours. It keeps what a street owns in use, says who has it, "
			       "and asks for it back.\n"},
	{"prose without numbers",
	 "The neighbours who lend what they own are asked first, and whoever returns a thing late "
	 "hears it from the person who waits for it. That is how the shelf stays full.\n"},
	{"numbers only", "from 29 % to 75 %, $4.5bn, 3 h 20 min, Q3 2026, 1,200 users; "},
};

static const struct {
	const char *name, *unit;
} hostile[] = {
	{"1,1,1,1", "1,"},
	{"two two two", "two "},
	{"$$$$", "$"},
	{"one line of words", "word "},
	{"one word", "a"},
	{"1-1-1", "1-"},
	{"1 to 1 to", "1 to "},
	{"1 and 1 and", "1 and "},
	{"1 000 000", "1 000 "},
	{"hundred hundred", "hundred "},
	{"and a half", "1 and a half "},
	{"point one", "one point one "},
	{"3 hours 3 hours", "3 hours "},
	{"more than 1 and", "more than 1 and "},
	{"from from", "from "},
	{"May May", "May "},
	{"1/1/1/1", "1/"},
	{"minus", "-"},
	{"dots", "1."},
	{"% %", "1 %"},
	{"long number", "1"},
	{"brackets", "("},
	{"new lines", "1\n"},
};

static void growth(const char *name, const char *unit, size_t bytes)
{
	struct pf_buf half = {0}, whole = {0};
	struct times a, b;

	repeat(&half, unit, bytes / 2);
	repeat(&whole, unit, bytes);
	a = measure(pf_buf_view(&half));
	b = measure(pf_buf_view(&whole));
	printf("%-24s %8.1f ms   x%.2f\n", name, b.quants, b.quants / a.quants);
	pf_buf_release(&half);
	pf_buf_release(&whole);
}

static int file(const char *path)
{
	FILE *f = fopen(path, "rb");
	struct pf_buf text = {0};
	char block[65536];
	size_t n;

	if (!f) {
		perror(path);
		return 1;
	}
	while ((n = fread(block, 1, sizeof(block), f)) > 0)
		pf_buf_add(&text, block, n);
	fclose(f);
	speed(path, pf_buf_view(&text));
	pf_buf_release(&text);
	return 0;
}

int main(int argc, char **argv)
{
	size_t most = briefly() ? 1000 : 1u << 20;
	int failed = 0;

	for (int i = 1; i < argc; i++)
		failed |= file(argv[i]);
	if (argc > 1)
		return failed;
	for (size_t i = 0; i < sizeof(prose) / sizeof(*prose); i++) {
		struct pf_buf text = {0};

		repeat(&text, prose[i].unit, most);
		speed(prose[i].name, pf_buf_view(&text));
		pf_buf_release(&text);
	}
	puts("half a megabyte that is made to hurt: quantities in ms, growth when the text "
	     "doubles");
	for (size_t i = 0; i < sizeof(hostile) / sizeof(*hostile); i++)
		growth(hostile[i].name, hostile[i].unit, most / 2);
	return 0;
}
