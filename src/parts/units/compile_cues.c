/*
 * compile_cues - prints the hash of the phrases in cues.inc and labels.inc. Run by the build.
 *
 * So the phrases stay as people read them, a line each, and a check builds nothing for them. A row
 * that could never be found, or never decide, fails the build.
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cue_rows.h"

/* Bytes of a row's word, which a blank, "*" or its end parts from the rest. */
static size_t word_length(const char *phrase)
{
	size_t n = 0;

	while (phrase[n] && phrase[n] != ' ' && phrase[n] != '*')
		n++;
	return n;
}

/* Rows are found by their first word: one that begins with any word would never be. */
static bool is_found(const char *file, const char *phrase)
{
	bool found = *phrase != '_' && phrase[word_length(phrase)] != '*';

	if (!found)
		fprintf(stderr, "%s: \"%s\" is never found: its first word must be a whole one\n",
			file, phrase);
	return found;
}

/* Does all that phrase b fits begin with what phrase a fits? */
static bool begins_with(const char *b, const char *a)
{
	while (*a && *a == *b) {
		a++;
		b++;
	}
	return !strcmp(a, "*") || (!*a && (!*b || *b == ' '));
}

/* Does all that phrase b fits end with what phrase a fits? */
static bool ends_with(const char *b, const char *a)
{
	size_t na = strlen(a), nb = strlen(b);

	return nb >= na && !strcmp(b + nb - na, a) && (nb == na || b[nb - na - 1] == ' ');
}

/* Does the first row fit wherever the second does? */
static bool hides(const struct label_row *row, const struct label_row *below)
{
	const char *a = row->phrase, *b = below->phrase;

	switch (*a) {
	case '=': return !strcmp(a, b);
	case '^': return (*b == '=' || *b == '^') && begins_with(b + 1, a + 1);
	case '$': return *b == '$' && ends_with(b + 1, a + 1);
	default: /* "~": only a marker is read in every label */
		return *b != '^' && begins_with(b + 1, a + 1) &&
		       (label_is_marker(row->label) || !label_is_marker(below->label));
	}
}

/* The first row that fits wins: one below another that fits as often never does. */
static bool may_win(size_t row)
{
	for (size_t i = 0; i < row; i++)
		if (hides(&label_rows[i], &label_rows[row])) {
			fprintf(stderr, "labels.inc: \"%s\" never wins: \"%s\" stands above it\n",
				label_rows[row].phrase, label_rows[i].phrase);
			return false;
		}
	return true;
}

/* A cue of two rows would be counted twice. */
static bool stands_once(size_t row)
{
	for (size_t i = 0; i < row; i++)
		if (cue_rows[i].cue == cue_rows[row].cue &&
		    !strcmp(cue_rows[i].phrase, cue_rows[row].phrase)) {
			fprintf(stderr, "cues.inc: \"%s\" stands twice\n", cue_rows[row].phrase);
			return false;
		}
	return true;
}

static bool rows_are_sound(void)
{
	bool sound = true;

	for (size_t i = 0; i < CUE_ROWS; i++)
		sound &= is_found("cues.inc", cue_rows[i].phrase) && stands_once(i);
	for (size_t i = 0; i < LABEL_ROWS; i++)
		sound &= is_found("labels.inc", label_rows[i].phrase + 1) && may_win(i);
	return sound;
}

/* A row with what it is found by. */
struct found {
	struct key key;
	uint64_t head;
	uint32_t slot;
	uint8_t length; /* of its first word */
};

static struct found find_row(size_t row, const char *phrase, uint8_t kind)
{
	size_t n = word_length(phrase);
	const char *second = phrase[n] == ' ' ? phrase + n + 1 : "*";
	size_t m = *second == '_' ? 0 : word_length(second);
	struct found found = {.key = {0, (uint16_t)row, kind}, .length = (uint8_t)n};
	char head[8] = {0};

	memcpy(head, phrase, n < sizeof(head) ? n : sizeof(head));
	found.head = pf_eight(head);
	found.slot = slot_of(pf_word_hash(pf_slice_make(phrase, n)));
	if (m && second[m] != '*')
		found.key.second = pf_word_hash(pf_slice_make(second, m));
	return found;
}

static int by_opening(const void *pa, const void *pb)
{
	const struct found *a = pa, *b = pb;

	if (a->slot != b->slot)
		return a->slot < b->slot ? -1 : 1;
	if (a->head != b->head)
		return a->head < b->head ? -1 : 1;
	return a->key.row < b->key.row ? -1 : 1;
}

static bool opens_alike(const struct found *a, const struct found *b)
{
	return a->slot == b->slot && a->head == b->head;
}

/* The opening of the rows from v[i] on; *end is one past the last of them. */
static struct opening opening_of(const struct found *v, size_t n, size_t i, size_t *end)
{
	struct opening o = {.head = v[i].head,
			    .first = (uint16_t)i,
			    .known = v[i].length < sizeof(o.head) ? v[i].length : 0};

	for (; i < n && opens_alike(&v[o.first], &v[i]); i++) {
		o.kinds |= UINT64_C(1) << v[i].key.kind;
		o.seconds |= v[i].key.second ? second_bit(v[i].key.second) : UINT32_MAX;
	}
	o.last = i == n || v[i].slot != v[o.first].slot;
	*end = i;
	return o;
}

static void print_keys(const char *name, const struct found *v, size_t n)
{
	printf("static const struct key %s_keys[%zu] = {\n", name, n);
	for (size_t i = 0; i < n; i++)
		printf("\t{0x%08xu, %u, %u},\n", v[i].key.second, v[i].key.row, v[i].key.kind);
	printf("};\n\n");
}

static void print(const char *name, struct found *v, size_t n)
{
	static uint16_t slots[SLOTS]; /* 1 up: the first opening of the slot */
	size_t openings = 0;
	struct opening o;

	memset(slots, 0, sizeof(slots));
	qsort(v, n, sizeof(*v), by_opening);
	print_keys(name, v, n);
	printf("static const struct opening %s_openings[] = {\n", name);
	for (size_t i = 0, end; i < n; i = end) {
		o = opening_of(v, n, i, &end);
		openings++;
		if (!slots[v[i].slot])
			slots[v[i].slot] = (uint16_t)openings;
		printf("\t{0x%016llxu, 0x%llxu, 0x%08xu, %u, %u, %d},\n",
		       (unsigned long long)o.head, (unsigned long long)o.kinds, o.seconds, o.first,
		       o.known, o.last);
	}
	printf("\t{.first = %zu},\n};\n\nstatic const uint16_t %s_slots[%u] = {\n", n, name, SLOTS);
	for (size_t i = 0; i < SLOTS; i++)
		printf("%u,%s", slots[i], i % 16 == 15 ? "\n" : " ");
	printf("};\n\n");
}

int main(void)
{
	static struct found cues[CUE_ROWS], labels[LABEL_ROWS];

	_Static_assert(PF_CUE_COUNT <= 64, "a cue is a bit");
	_Static_assert(CUE_ROWS < UINT16_MAX && LABEL_ROWS < UINT16_MAX, "rows are 16-bit");
	if (!rows_are_sound())
		return 1;
	for (size_t i = 0; i < CUE_ROWS; i++)
		cues[i] = find_row(i, cue_rows[i].phrase, cue_rows[i].cue);
	for (size_t i = 0; i < LABEL_ROWS; i++)
		labels[i] = find_row(i, label_rows[i].phrase + 1,
				     strchr("~$", *label_rows[i].phrase) != NULL);
	printf("/* Made from cues.inc and labels.inc by compile_cues. */\n\n");
	print("cue", cues, CUE_ROWS);
	print("label", labels, LABEL_ROWS);
	return ferror(stdout) || fflush(stdout);
}
