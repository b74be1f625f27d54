#include "prfaq/base/nearest.h"

#include <string.h>

#include "prfaq/base/ascii.h"

enum { MAX_NAME = 64 }; /* longer words are compared by their first 63 bytes */

static size_t min3(size_t a, size_t b, size_t c)
{
	size_t least = a < b ? a : b;

	return least < c ? least : c;
}

/* Optimal string alignment distance, three rows. */
size_t pf_edit_distance(const char *a, const char *b)
{
	size_t rows[3][MAX_NAME];
	size_t *before = rows[0], *last = rows[1], *row = rows[2];
	size_t na = strnlen(a, MAX_NAME - 1), nb = strnlen(b, MAX_NAME - 1);

	for (size_t j = 0; j <= nb; j++)
		last[j] = j;
	memcpy(before, last, sizeof(rows[0]));
	for (size_t i = 1; i <= na; i++) {
		row[0] = i;
		for (size_t j = 1; j <= nb; j++) {
			size_t same = pf_ascii_lower(a[i - 1]) == pf_ascii_lower(b[j - 1]) ? 0 : 1;

			row[j] = min3(last[j] + 1, row[j - 1] + 1, last[j - 1] + same);
			if (i > 1 && j > 1 &&
			    pf_ascii_lower(a[i - 1]) == pf_ascii_lower(b[j - 2]) &&
			    pf_ascii_lower(a[i - 2]) == pf_ascii_lower(b[j - 1]) &&
			    before[j - 2] + 1 < row[j])
				row[j] = before[j - 2] + 1;
		}
		size_t *spare = before;

		before = last;
		last = row;
		row = spare;
	}
	return last[nb];
}

const char *pf_nearest(const char *word, const char *const *names, size_t n)
{
	const char *best = NULL;
	size_t best_distance = 0;

	for (size_t i = 0; i < n; i++) {
		/* Of three letters two may not be wrong: "faq" is not near "foo". */
		size_t len = strlen(names[i]), limit = len < 4 ? 1 : len < 9 ? 2 : len / 3;
		size_t d = pf_edit_distance(word, names[i]);

		if (*word && !strncmp(names[i], word, strlen(word)))
			d = 1;
		if (d > limit)
			continue;
		if (!best || d < best_distance) {
			best = names[i];
			best_distance = d;
		}
	}
	return best;
}
