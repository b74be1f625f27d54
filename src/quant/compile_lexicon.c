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
		printf("\"%.*s\"},\n", PF_SLICE_ARG(item->word));
	else
		printf("NULL},\n");
}

static void print_spellings(void)
{
	printf("static const struct spelling spellings[] = {\n");
	for (size_t i = 0; i < n_items; i++)
		if (items[i].row)
			print_spelling(&items[i]);
	printf("};\n\n");
}

/* Entry 0 is empty, and one more ends the spellings of the last. */
static size_t print_entries(uint32_t hash[ITEMS])
{
	size_t n = 0, spellings = 0;

	printf("static const struct entry entries[] = {\n\t{0, 0},\n");
	for (size_t i = 0; i < n_items; i++) {
		if (is_new_word(i)) {
			hash[++n] = items[i].hash;
			printf("\t{0x%08xu, %zu},\n", hash[n], spellings);
		}
		spellings += items[i].row != NULL;
	}
	printf("\t{0, %zu},\n};\n\n", spellings);
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
	unsigned may = 0;

	if ((classes & dates) || (apart & LEX_BIT_APART(OCCASION)))
		may |= MAY_DATE;
	if (classes & LEX_BIT(NUMBER))
		may |= MAY_DAY;
	if (classes & numbers)
		may |= MAY_MEASURE;
	if (classes & LEX_BIT(BEGIN))
		may |= MAY_LEAD;
	if (classes & notes)
		may |= MAY_NOTE;
	if (classes & LEX_BIT(CLAUSE))
		may |= MAY_CLAUSE;
	return may;
}

static void print_may(void)
{
	uint64_t classes = 0;
	uint32_t apart = 0;

	printf("const uint8_t lexicon_may[] = {\n");
	for (size_t i = 0; i < n_items; i++) {
		if (is_new_word(i)) {
			printf("\t%u,\n", may_of(classes, apart));
			classes = apart = 0;
		}
		classes |= items[i].mask;
		apart |= items[i].apart;
	}
	printf("\t%u,\n};\n\n", may_of(classes, apart));
}

static void print_masks(const char *head, bool apart)
{
	uint64_t mask = 0;

	printf("%s[] = {\n", head);
	for (size_t i = 0; i < n_items; i++) {
		if (is_new_word(i)) {
			printf("\t0x%llx,\n", (unsigned long long)mask);
			mask = 0;
		}
		mask |= apart ? items[i].apart : items[i].mask;
	}
	printf("\t0x%llx,\n};\n\n", (unsigned long long)mask);
}

/* Open addressing, at most half full. */
static void print_slots(const uint32_t hash[ITEMS], size_t n)
{
	static uint16_t slot[4 * ITEMS];
	size_t slots = 2;

	while (slots < 2 * n)
		slots *= 2;
	for (size_t e = 1; e <= n; e++) {
		size_t at = hash[e] & (slots - 1);

		while (slot[at])
			at = (at + 1) & (slots - 1);
		slot[at] = (uint16_t)e;
	}
	printf("static const uint16_t slots[%zu] = {\n", slots);
	for (size_t i = 0; i < slots; i++)
		printf("%u,%s", slot[i], i % 16 == 15 ? "\n" : " ");
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
	printf("/* Made from src/quant/words_*.c by compile_lexicon. */\n\n");
	print_spellings();
	n = print_entries(hash);
	print_masks("const uint64_t lexicon_masks", false);
	print_masks("const uint32_t lexicon_masks_apart", true);
	print_may();
	print_slots(hash, n);
	return ferror(stdout) || fflush(stdout);
}
