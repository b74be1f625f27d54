/*
 * compile_lexicon - prints the word tables as one constant hash. Run by the build.
 *
 * So the tables stay as people read them, a row for all spellings of one thing, while the program
 * looks a word up by its hash and builds nothing for it.
 */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lexicon.h"
#include "prfaq/base/ascii.h"

#define ITEMS 8192 /* spellings there is room for */

/* One word of one row, or of the ways on of a phrase: then without a row. */
struct item {
	struct pf_slice word;
	uint32_t hash;
	size_t order; /* rows of one word stay in the order of the tables */
	const char *table;
	const struct lex_row *row;
	size_t index; /* of the row in its table */
	uint64_t mask;
	uint32_t apart; /* the bits of the classes from LEX_APART on */
};

static struct item items[ITEMS];
static size_t n_items;

static void add(struct item item)
{
	assert(n_items < ITEMS);
	item.order = n_items;
	item.hash = pf_word_hash(item.word);
	items[n_items++] = item;
}

/* Each of the words, parted by these characters, as a copy of *item. */
static void add_words(const char *words, const char *parted_by, struct item item)
{
	for (const char *at = words; *at; at += item.word.len) {
		at += strspn(at, parted_by);
		item.word = (struct pf_slice){at, strcspn(at, parted_by)};
		if (item.word.len)
			add(item);
	}
}

static bool is_phrase(const struct lex_row *row)
{
	return row->class == LEX_BOUND || row->class == LEX_BOUND_BEHIND ||
	       row->class == LEX_LINK || row->class == LEX_DUE;
}

static void add_table(const char *table, const struct lex_row *rows)
{
	for (size_t i = 0; rows[i].words; i++) {
		const struct lex_row *row = &rows[i];

		add_words(row->words, " ",
			  (struct item){
				  .table = table,
				  .row = row,
				  .index = i,
				  .mask = row->class < LEX_APART ? UINT64_C(1) << row->class : 0,
				  .apart = row->class < LEX_APART
						   ? 0
						   : 1U << (row->class - LEX_APART)});
		if (is_phrase(row))
			add_words(row->name, ", ", (struct item){.mask = LEX_BIT(PHRASE)});
	}
}

static int compare(const void *a, const void *b)
{
	const struct item *x = a, *y = b;

	if (x->hash != y->hash)
		return x->hash < y->hash ? -1 : 1;
	return x->order < y->order ? -1 : 1;
}

/* A word is known by its hash alone: no two may share one. */
static bool hashes_differ(void)
{
	for (size_t i = 1; i < n_items; i++)
		if (items[i].hash == items[i - 1].hash &&
		    !pf_slice_equal_nocase(items[i].word, items[i - 1].word)) {
			fprintf(stderr, "compile_lexicon: \"%.*s\" and \"%.*s\" have one hash\n",
				PF_SLICE_ARG(items[i - 1].word), PF_SLICE_ARG(items[i].word));
			return false;
		}
	return true;
}

static bool is_new_word(size_t i)
{
	return !i || items[i].hash != items[i - 1].hash;
}

/* "MB", "g": a capital or one letter matches as it is written. */
static bool is_exact(struct pf_slice word)
{
	for (size_t i = 0; i < word.len; i++)
		if (pf_ascii_is_capital(word.ptr[i]))
			return true;
	return word.len == 1;
}

static void print_spelling(const struct item *item)
{
	printf("\t{&%s[%zu], ", item->table, item->index);
	if (is_exact(item->word))
		printf("\"%.*s\", %d},\n", PF_SLICE_ARG(item->word), item->row->class);
	else
		printf("NULL, %d},\n", item->row->class);
}

static void print_spellings(void)
{
	printf("static const struct spelling spellings[] = {\n");
	for (size_t i = 0; i < n_items; i++)
		if (items[i].row)
			print_spelling(&items[i]);
	printf("};\n\n");
}

/* Where the spellings of each entry begin; entry 0 is empty, and one more ends those of the last.
 */
static size_t print_entries(uint32_t hash[ITEMS])
{
	size_t n = 0, spellings = 0;

	printf("static const uint16_t firsts[] = {\n\t0,\n");
	for (size_t i = 0; i < n_items; i++) {
		if (is_new_word(i)) {
			hash[++n] = items[i].hash;
			printf("\t%zu,\n", spellings);
		}
		spellings += items[i].row != NULL;
	}
	printf("\t%zu,\n};\n\n", spellings);
	return n;
}

/* What may begin at a word of these classes. */
static unsigned may_of(uint64_t classes, uint32_t apart)
{
	const uint64_t dates = LEX_BIT(MONTH) | LEX_BIT(HOLIDAY) | LEX_BIT(HOLIDAY_FIRST) |
			       LEX_BIT(SEASON) | LEX_BIT(ORDINAL) | LEX_BIT(PERIOD) | LEX_BIT(TIME);
	const uint64_t numbers = LEX_BIT(NUMBER) | LEX_BIT(MAGNITUDE) | LEX_BIT(FRACTION) |
				 LEX_BIT(CURRENCY) | LEX_BIT(CODE) | LEX_BIT(NATION) |
				 LEX_BIT(MULTIPLE) | LEX_BIT(CENT) | LEX_BIT(PERCENT);
	const uint64_t notes =
		LEX_BIT(TO_COME) | LEX_BIT(SOURCE) | LEX_BIT(ASSUMPTION) | LEX_BIT(VAGUE);
	const uint64_t led = LEX_BIT(ORDINAL) | LEX_BIT(TIME) | LEX_BIT(UNIT) | LEX_BIT(UNIT_PART) |
			     LEX_BIT(TRAILING) | LEX_BIT(MODIFIER) | LEX_BIT(BEGIN) |
			     LEX_BIT(PREPOSITION);
	unsigned may = 0;

	if ((classes & dates) || (apart & LEX_BIT_APART(OCCASION)))
		may |= MAY_DATE;
	if (classes & LEX_BIT(NUMBER))
		may |= MAY_DAY;
	if (classes & numbers)
		may |= MAY_MEASURE;
	if (classes & LEX_BIT(BEGIN))
		may |= MAY_LEAD;
	if (classes & (numbers | led))
		may |= IS_LED;
	if (classes & notes)
		may |= MAY_NOTE;
	if (classes & LEX_BIT(CLAUSE))
		may |= MAY_CLAUSE;
	return may;
}

/* The classes of a word. Many words have the same, so that a set of them is a small number. */
struct set {
	uint64_t classes;
	uint32_t apart;
};

static struct set sets[ITEMS]; /* the first is that of no word */
static size_t n_sets = 1;

static size_t set_number(struct set set)
{
	size_t i = 0;

	while (i < n_sets && (sets[i].classes != set.classes || sets[i].apart != set.apart))
		i++;
	if (i == n_sets)
		sets[n_sets++] = set;
	return i;
}

static void print_set_of_entries(void)
{
	struct set set = {0};

	printf("const uint16_t lexicon_sets[] = {\n");
	for (size_t i = 0; i < n_items; i++) {
		if (is_new_word(i)) {
			printf("\t%zu,\n", set_number(set));
			set = (struct set){0};
		}
		set.classes |= items[i].mask;
		set.apart |= items[i].apart;
	}
	printf("\t%zu,\n};\n\n", set_number(set));
}

static void print_sets(void)
{
	printf("const uint64_t lexicon_masks[] = {\n");
	for (size_t i = 0; i < n_sets; i++)
		printf("\t0x%llx,\n", (unsigned long long)sets[i].classes);
	printf("};\n\nconst uint32_t lexicon_masks_apart[] = {\n");
	for (size_t i = 0; i < n_sets; i++)
		printf("\t0x%lx,\n", (unsigned long)sets[i].apart);
	printf("};\n\nconst uint8_t lexicon_may[] = {\n");
	for (size_t i = 0; i < n_sets; i++)
		printf("\t%u,\n", may_of(sets[i].classes, sets[i].apart));
	printf("};\n\n");
}

/* --- a hash without collisions: lexicon_find --- */

enum { BUCKETS = 1 << LEX_BUCKET_BITS, SLOTS = 1 << LEX_SLOT_BITS };

struct bucket {
	size_t number, n;
	uint16_t entry[64];
};

static struct bucket buckets[BUCKETS];
static uint16_t seeds[BUCKETS], slots[SLOTS];

/* Puts the words of a bucket where that seed says, if nothing lies there. */
static bool place(const struct bucket *b, const uint32_t *hash, uint32_t seed)
{
	size_t i = 0;

	while (i < b->n && !slots[lexicon_slot(hash[b->entry[i]], seed)]) {
		slots[lexicon_slot(hash[b->entry[i]], seed)] = b->entry[i];
		i++;
	}
	if (i == b->n)
		return true;
	while (i-- > 0)
		slots[lexicon_slot(hash[b->entry[i]], seed)] = 0;
	return false;
}

static int fullest_first(const void *a, const void *b)
{
	const struct bucket *x = a, *y = b;

	if (x->n != y->n)
		return x->n > y->n ? -1 : 1;
	return x->number < y->number ? -1 : 1;
}

static bool find_seeds(const uint32_t *hash, size_t n)
{
	for (size_t i = 0; i < BUCKETS; i++)
		buckets[i].number = i;
	for (size_t e = 1; e <= n; e++) {
		struct bucket *b = &buckets[hash[e] % BUCKETS];

		assert(b->n < sizeof(b->entry) / sizeof(*b->entry));
		b->entry[b->n++] = (uint16_t)e;
	}
	qsort(buckets, BUCKETS, sizeof(*buckets), fullest_first);
	for (size_t i = 0; i < BUCKETS; i++) {
		uint32_t seed = 1;

		while (seed < UINT16_MAX && !place(&buckets[i], hash, seed))
			seed += 2;
		if (seed == UINT16_MAX) {
			fprintf(stderr, "compile_lexicon: %zu words need more LEX_SLOT_BITS\n", n);
			return false;
		}
		seeds[buckets[i].number] = (uint16_t)seed;
	}
	return true;
}

static void print_slots(const uint32_t *hash)
{
	printf("const uint16_t lexicon_seeds[] = {\n");
	for (size_t i = 0; i < BUCKETS; i++)
		printf("%u,%s", seeds[i], i % 16 == 15 ? "\n" : " ");
	printf("};\n\nconst uint16_t lexicon_slots[] = {\n");
	for (size_t i = 0; i < SLOTS; i++)
		printf("%u,%s", slots[i], i % 16 == 15 ? "\n" : " ");
	printf("};\n\nconst uint32_t lexicon_hashes[] = {\n");
	for (size_t i = 0; i < SLOTS; i++)
		printf("0x%08xu,%s", slots[i] ? hash[slots[i]] : 0, i % 8 == 7 ? "\n" : " ");
	printf("};\n");
}

int main(void)
{
	static uint32_t hash[ITEMS];
	size_t n;

#define ADD(table) add_table(#table, table);
	LEX_TABLES(ADD)
#undef ADD
	qsort(items, n_items, sizeof(*items), compare);
	if (!hashes_differ())
		return 1;
	printf("/* Made from words_*.c by compile_lexicon. */\n\n");
	print_spellings();
	n = print_entries(hash);
	print_set_of_entries();
	print_sets();
	if (!find_seeds(hash, n))
		return 1;
	print_slots(hash);
	return ferror(stdout) || fflush(stdout);
}
