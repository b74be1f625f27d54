#include "print.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

struct line {
	char *out;
	size_t n, most; /* bytes, of those that fit */
};

static void add(struct line *line, const char *s, size_t n)
{
	if (n > line->most - line->n)
		n = line->most - line->n;
	memcpy(line->out + line->n, s, n);
	line->n += n;
}

static void add_count(struct line *line, uint64_t x)
{
	char digits[20];
	size_t at = sizeof(digits);

	do {
		digits[--at] = (char)('0' + x % 10);
		x /= 10;
	} while (x);
	add(line, digits + at, sizeof(digits) - at);
}

#define EXACT 9007199254740992.0 /* below it every whole number is a double */

/* Prints words (%s), counts (%zu) and whole numbers (%.0f). False: the format asks for more. */
static bool print_plain(struct line *line, const char *fmt, va_list args)
{
	for (const char *slot; (slot = strchr(fmt, '%')) != NULL;) {
		add(line, fmt, (size_t)(slot - fmt));
		if (slot[1] == 's') {
			const char *word = va_arg(args, const char *);

			add(line, word, strlen(word));
			fmt = slot + strlen("%s");
		} else if (slot[1] == 'z' && slot[2] == 'u') {
			add_count(line, va_arg(args, size_t));
			fmt = slot + strlen("%zu");
		} else if (slot[1] == '.' && slot[2] == '0' && slot[3] == 'f') {
			double x = va_arg(args, double);

			if (signbit(x) || !(x < EXACT))
				return false;
			add_count(line, (uint64_t)rint(x));
			fmt = slot + strlen("%.0f");
		} else {
			return false;
		}
	}
	add(line, fmt, strlen(fmt));
	return true;
}

size_t pf_print_line(char *out, size_t size, const char *fmt, va_list args)
{
	struct line line = {out, 0, size - 1};
	va_list again;

	va_copy(again, args);
	if (print_plain(&line, fmt, args))
		out[line.n] = '\0';
	else if (vsnprintf(out, size, fmt, again) >= 0)
		line.n = strlen(out);
	va_end(again);
	return line.n;
}
