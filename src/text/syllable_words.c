#include <string.h>

#include "prfaq/base/slice.h"
#include "syllables.h"

struct entry {
	const char *word;
	unsigned n;
};

/* Sorted by word. */
static const struct entry entries[] = {
	{"area", 3},   {"areas", 3},    {"being", 2},      {"business", 2}, {"businesses", 3},
	{"client", 2}, {"create", 2},   {"created", 3},    {"creates", 2},  {"evening", 2},
	{"every", 2},  {"everyone", 3}, {"everything", 3}, {"giant", 2},    {"idea", 3},
	{"ideas", 3},  {"lion", 2},     {"people", 2},     {"quiet", 2},    {"react", 2},
	{"real", 1},   {"science", 2},  {"several", 3},    {"trial", 2},
};

static unsigned find(const char *word, size_t len)
{
	size_t low = 0, high = sizeof(entries) / sizeof(*entries);

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		int order =
			pf_slice_compare(pf_slice_of(entries[mid].word), pf_slice_make(word, len));

		if (!order)
			return entries[mid].n;
		if (order < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return 0;
}

unsigned pf_syllable_exception(const char *word)
{
	size_t len = strlen(word);
	unsigned n = find(word, len);

	if (!n && len > 3 && word[len - 1] == 's' && word[len - 2] != 's')
		n = find(word, len - 1);
	return n;
}
