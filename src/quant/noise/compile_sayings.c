/*
 * compile_sayings - prints the sayings of sayings.inc and sayings_words.inc as constant tables. Run
 * by the build.
 *
 * A row stays one line of words to read, while the program looks for two words by their hashes and
 * compares the rest only where those stand together. A row that could not be found fails the build.
 */
#include <assert.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "prfaq/text/token.h"
#include "saying.h"

enum { MAX_PARTS = 12, MAX_SETS = 2048, MAX_WORDS = 16384, MAX_SAYINGS = 16384 };

struct row {
	const char *name; /* of a set; NULL for a saying */
	const char *words;
};

static const struct row rows[] = {
#define SET(name, words) {name, words},
#define SAYING(words)    {NULL, words},
#include "sayings.inc"
#include "sayings_names.inc"
#include "sayings_words.inc"
#undef SET
#undef SAYING
};
enum { ROWS = sizeof(rows) / sizeof(*rows) };

/* Words of which any may stand in a place; `text` is how it is written, so that it is kept once. */
static struct set {
	struct pf_slice text;
	size_t first, n;
} sets[MAX_SETS];
static uint32_t words[MAX_WORDS]; /* of the sets */
static uint16_t parts[MAX_WORDS];
static struct saying sayings[MAX_SAYINGS];
static size_t n_sets, n_words, n_parts, n_sayings;

/* A row on its way into the table, one choice of what may be left out after the other. */
struct way {
	const struct row *row;
	struct pf_slice part[MAX_PARTS];
	size_t n, at;
};

static bool failed;

static void fail(const struct row *row, const char *why)
{
	fprintf(stderr, "sayings: \"%s\" %s\n", row->words, why);
	failed = true;
}

static struct pf_slice next_of(struct pf_slice *rest, char by)
{
	const char *end = rest->len ? memchr(rest->ptr, by, rest->len) : NULL;
	size_t n = end ? (size_t)(end - rest->ptr) : rest->len;
	struct pf_slice one = {rest->ptr, n};

	n += end != NULL;
	*rest = (struct pf_slice){rest->ptr + n, rest->len - n};
	return one;
}

static void add_word(const struct row *row, struct pf_slice word)
{
	assert(n_words < MAX_WORDS);
	if (!word.len || strcspn(word.ptr, "?[]<>^* ") < word.len)
		fail(row, "has a word that is none");
	words[n_words++] = pf_word_hash(word);
}

static const char *set_named(const struct row *row, struct pf_slice name)
{
	for (size_t i = 0; i < ROWS; i++)
		if (rows[i].name && pf_slice_is(name, rows[i].name))
			return rows[i].words;
	fail(row, "names a set that is none");
	return "";
}

static void add_words(const struct row *row, struct pf_slice text)
{
	while (text.len) {
		struct pf_slice word = next_of(&text, '|');

		if (pf_slice_is(word, "$"))
			continue; /* another way: add_ways */
		if (word.len > 1 && *word.ptr == '<')
			add_words(row,
				  pf_slice_of(set_named(
					  row, (struct pf_slice){word.ptr + 1, word.len - 2})));
		else
			add_word(row, word);
	}
}

static uint16_t set_of(const struct row *row, struct pf_slice text)
{
	size_t i = 0;

	while (i < n_sets && !pf_slice_equal(sets[i].text, text))
		i++;
	if (i < n_sets)
		return (uint16_t)i;
	assert(n_sets < MAX_SETS);
	sets[n_sets].text = text;
	sets[n_sets].first = n_words;
	add_words(row, text);
	sets[n_sets].n = n_words - sets[n_sets].first;
	return (uint16_t)n_sets++;
}

static uint16_t part_of(const struct row *row, struct pf_slice text)
{
	static const struct {
		const char *sign;
		enum saying_part part;
	} signs[] = {{"*", SAYING_ANY},
		     {"...", SAYING_GAP},
		     {"=", SAYING_SPELLED},
		     {"^", SAYING_BEGIN},
		     {"$", SAYING_END}};

	for (size_t i = 0; i < sizeof(signs) / sizeof(*signs); i++)
		if (pf_slice_is(text, signs[i].sign))
			return (uint16_t)signs[i].part;
	if (text.len > 1 && *text.ptr == '!')
		return (uint16_t)(SAYING_NOT |
				  set_of(row, (struct pf_slice){text.ptr + 1, text.len - 1}));
	return set_of(row, text);
}

static bool is_set(const struct way *way, size_t i)
{
	return i < way->n && parts[n_parts + i] < SAYING_NOT;
}

/* One saying for each number and each word beside it that the way has. */
static void add_sayings(const struct way *way)
{
	bool before = !is_set(way, way->at + 1);
	size_t beside = before ? way->at - 1 : way->at + 1;
	const struct set *a, *b;

	if (way->at == MAX_PARTS || (before && (!way->at || !is_set(way, beside)))) {
		fail(way->row, "has no number, or no word beside it");
		return;
	}
	a = &sets[parts[n_parts + way->at]];
	b = &sets[parts[n_parts + beside]];
	for (size_t i = 0; i < a->n; i++)
		for (size_t k = 0; k < b->n; k++) {
			assert(n_sayings < MAX_SAYINGS);
			sayings[n_sayings++] = (struct saying){
				saying_pair(words[a->first + i], words[b->first + k], before),
				(uint16_t)n_parts, (uint8_t)way->n, (uint8_t)way->at};
		}
	n_parts += way->n;
}

static void add_way(const struct way *way)
{
	assert(n_parts + way->n < MAX_WORDS);
	for (size_t i = 0; i < way->n; i++) {
		uint16_t part = part_of(way->row, way->part[i]);

		if (((part == SAYING_BEGIN || part == SAYING_SPELLED) && i) ||
		    (part == SAYING_END && i + 1 < way->n))
			fail(way->row, "goes on where it ends");
		parts[n_parts + i] = part;
	}
	add_sayings(way);
}

/* All ways to say what is left of the row. */
static void add_ways(struct way way, struct pf_slice rest)
{
	struct pf_slice part = next_of(&rest, ' ');
	bool optional;

	if (!part.len) {
		add_way(&way);
		return;
	}
	optional = part.len > 1 && part.ptr[part.len - 1] == '?';
	part.len -= optional;
	if (optional)
		add_ways(way, rest);
	if (part.len > 2 && pf_slice_ends(part, "|$")) { /* or nothing behind it */
		struct way end = way;

		end.part[end.n++] = (struct pf_slice){part.ptr + part.len - 1, 1};
		add_way(&end);
		part.len -= 2;
	} else if (part.len > 2 && part.ptr[0] == '$') {
		struct way end = way;

		end.part[end.n++] = (struct pf_slice){part.ptr, 1};
		add_way(&end);
		part = (struct pf_slice){part.ptr + 2, part.len - 2};
	}
	if (*part.ptr == '[') {
		way.at = way.n;
		part = (struct pf_slice){part.ptr + 1, part.len - 2};
	}
	assert(way.n < MAX_PARTS);
	way.part[way.n++] = part;
	add_ways(way, rest);
}

static int compare(const void *a, const void *b)
{
	const struct saying *x = a, *y = b;

	if (x->pair != y->pair)
		return x->pair < y->pair ? -1 : 1;
	return x->first < y->first ? -1 : 1;
}

static void print_sets(void)
{
	printf("static const uint32_t words[] = {\n");
	for (size_t i = 0; i < n_words; i++)
		printf("\t0x%08xu,\n", words[i]);
	printf("};\n\nstatic const uint16_t sets[] = {\n");
	for (size_t i = 0; i < n_sets; i++)
		printf("\t%zu,\n", sets[i].first);
	printf("\t%zu,\n};\n\nstatic const uint16_t parts[] = {\n", n_words);
	for (size_t i = 0; i < n_parts; i++)
		printf("\t%u,\n", parts[i]);
	printf("};\n\n");
}

/* Open addressing, at most half full: where the sayings of a pair begin, one more; 0 for none. */
static void print_sayings(void)
{
	static uint16_t slot[4 * MAX_SAYINGS];
	size_t slots = 2;

	while (slots < 2 * n_sayings)
		slots *= 2;
	printf("static const struct saying sayings[] = {\n");
	for (size_t i = 0; i < n_sayings; i++) {
		const struct saying *s = &sayings[i];
		size_t at = s->pair & (slots - 1);

		printf("\t{0x%08xu, %u, %u, %u},\n", s->pair, s->first, s->n, s->at);
		if (i && s->pair == s[-1].pair)
			continue;
		while (slot[at])
			at = (at + 1) & (slots - 1);
		slot[at] = (uint16_t)(i + 1);
	}
	printf("\t{0, 0, 0, 0},\n};\n\nstatic const uint16_t slots[%zu] = {\n", slots);
	for (size_t i = 0; i < slots; i++)
		printf("%u,%s", slot[i], i % 16 == 15 ? "\n" : " ");
	printf("};\n\n");
}

/* A bit for each word that is the number of a saying found by the word behind it, and one for those
 * found by the word before: most tokens are neither. */
static void print_numbers(void)
{
	uint32_t bits[2][64] = {0};

	for (size_t i = 0; i < n_sayings; i++) {
		const struct saying *s = &sayings[i];
		bool before = s->at + 1 == s->n || parts[s->first + s->at + 1] >= SAYING_NOT;
		const struct set *set = &sets[parts[s->first + s->at]];

		for (size_t k = 0; k < set->n; k++) {
			uint32_t hash = words[set->first + k];

			bits[before][hash >> 5 & 63] |= 1U << (hash & 31);
		}
	}
	printf("static const uint32_t numbers[2][64] = {\n");
	for (size_t i = 0; i < 2; i++) {
		printf("\t{");
		for (size_t k = 0; k < 64; k++)
			printf("0x%08x, ", bits[i][k]);
		printf("},\n");
	}
	printf("};\n\n");
}

/* The words of 0 to 12, so that digits stand for them. */
static void print_small(void)
{
	static const char *const small[] = {"zero", "one",    "two",   "three", "four",
					    "five", "six",    "seven", "eight", "nine",
					    "ten",  "eleven", "twelve"};

	printf("static const uint32_t small[] = {\n");
	for (size_t i = 0; i < sizeof(small) / sizeof(*small); i++)
		printf("\t0x%08xu,\n", pf_word_hash(pf_slice_of(small[i])));
	printf("};\n\nstatic const uint32_t percent = 0x%08x, per = 0x%08x;\n",
	       pf_word_hash(PF_SLICE("percent")), pf_word_hash(PF_SLICE("per")));
}

int main(void)
{
	for (size_t i = 0; i < ROWS; i++)
		if (!rows[i].name)
			add_ways((struct way){.row = &rows[i], .at = MAX_PARTS},
				 pf_slice_of(rows[i].words));
	qsort(sayings, n_sayings, sizeof(*sayings), compare);
	printf("/* Made from sayings.inc by compile_sayings. */\n\n");
	print_sets();
	print_sayings();
	print_numbers();
	print_small();
	return failed || ferror(stdout) || fflush(stdout);
}
