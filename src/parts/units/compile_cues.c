/*
 * compile_cues - prints the hash of the phrases in cues.inc and labels.inc. Run by the build.
 *
 * So the phrases stay as people read them, a line each, and a check builds nothing for them. A row
 * that could never be found, or never decide, fails the build.
 */
#include <stdbool.h>
#include <stdio.h>
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

/* Does the first row fit wherever the second does? */
static bool hides(const struct label_row *row, const struct label_row *below)
{
	const char *a = row->phrase, *b = below->phrase;

	switch (*a) {
	case '=': return !strcmp(a, b);
	case '^': return *b != '~' && begins_with(b + 1, a + 1);
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

static void add_row(uint16_t first[SLOTS], struct key *keys, size_t row, const char *phrase,
		    uint64_t cue)
{
	size_t n = word_length(phrase);
	const char *second = phrase[n] == ' ' ? phrase + n + 1 : "*";
	size_t m = *second == '_' ? 0 : word_length(second);
	uint16_t *slot = &first[slot_of(pf_word_hash(pf_slice_make(phrase, n)))];
	char head[8] = {0};

	memcpy(head, phrase, n < 8 ? n : 8);
	keys[row] = (struct key){pf_eight(head), cue, UINT32_MAX, 0, *slot, (uint8_t)n};
	if (m && second[m] != '*') {
		keys[row].second = pf_word_hash(pf_slice_make(second, m));
		keys[row].seconds = second_bit(keys[row].second);
	}
	if (*slot) {
		keys[row].cues |= keys[*slot - 1].cues;
		keys[row].seconds |= keys[*slot - 1].seconds;
	}
	*slot = (uint16_t)(row + 1);
}

static void print(const char *name, const uint16_t first[SLOTS], const struct key *keys,
		  size_t n_keys)
{
	printf("static const uint16_t %s_first[%u] = {\n", name, SLOTS);
	for (size_t i = 0; i < SLOTS; i++)
		printf("%u,%s", first[i], i % 16 == 15 ? "\n" : " ");
	printf("};\n\nstatic const struct key %s_keys[%zu] = {\n", name, n_keys);
	for (size_t i = 0; i < n_keys; i++)
		printf("\t{0x%016llxu, 0x%llxu, 0x%08xu, 0x%08xu, %u, %u},\n",
		       (unsigned long long)keys[i].head, (unsigned long long)keys[i].cues,
		       keys[i].seconds, keys[i].second, keys[i].next, keys[i].length);
	printf("};\n\n");
}

int main(void)
{
	static uint16_t cue_first[SLOTS], label_first[SLOTS];
	static struct key cue_keys[CUE_ROWS], label_keys[LABEL_ROWS];

	_Static_assert(PF_CUE_COUNT <= 64, "a cue is a bit");
	_Static_assert(CUE_ROWS < UINT16_MAX && LABEL_ROWS < UINT16_MAX, "rows are 16-bit");
	if (!rows_are_sound())
		return 1;
	/* From the last to the first, so that chains run in the order of the table. */
	for (size_t i = CUE_ROWS; i-- > 0;)
		add_row(cue_first, cue_keys, i, cue_rows[i].phrase, UINT64_C(1) << cue_rows[i].cue);
	for (size_t i = LABEL_ROWS; i-- > 0;)
		add_row(label_first, label_keys, i, label_rows[i].phrase + 1,
			*label_rows[i].phrase == '~' ? LABEL_ANYWHERE : 0);
	printf("/* Made from cues.inc and labels.inc by compile_cues. */\n\n");
	print("cue", cue_first, cue_keys, CUE_ROWS);
	print("label", label_first, label_keys, LABEL_ROWS);
	return ferror(stdout) || fflush(stdout);
}
