/*
 * compile_words - prints the hash of the words in flow/words.inc or draft/deeds.inc, or the index
 *of those in flow/cues.inc. Run by the build.
 *
 * So the words stay as people read them, a line each, and a check builds nothing for them.
 *
 *	compile_words telling|deeds|cues
 */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "draft/deed_rows.h"
#include "flow/cue_rows.h"
#include "flow/telling_rows.h"
#include "prfaq/text/stem.h"

static void print_telling(void)
{
	static struct telling_slot slots[TELLING_SLOTS];

	for (size_t w = 0; w < TELLING_WORDS; w++) {
		uint32_t hash = pf_word_hash(pf_slice_of(telling_words[w].word));
		size_t at = hash % TELLING_SLOTS;

		while (slots[at].hash && slots[at].hash != hash)
			at = (at + 1) % TELLING_SLOTS;
		slots[at].hash = hash;
		*(telling_words[w].first ? &slots[at].first : &slots[at].any) = (uint16_t)(w + 1);
	}
	printf("static const struct telling_slot telling_slots[TELLING_SLOTS] = {\n");
	for (size_t i = 0; i < TELLING_SLOTS; i++)
		printf("\t{0x%08xu, %u, %u},\n", slots[i].hash, slots[i].any, slots[i].first);
	printf("};\n");
}

/* Of deeds.inc; those of them that are stop words have the bit for it when all are printed. */
static struct deed_word deeds[] = {
#include "draft/deeds.inc"
};

#define DEEDS (sizeof(deeds) / sizeof(*deeds))

static struct deed_word *deed_of(const char *word)
{
	for (size_t w = 0; w < DEEDS; w++)
		if (!strcmp(deeds[w].word, word))
			return &deeds[w];
	return NULL;
}

static void print_deed(const struct deed_word *deed, uint16_t row, struct deed_slot *slots)
{
	uint32_t hash = pf_word_hash(pf_slice_of(deed->word));
	size_t at = hash % DEED_SLOTS;

	while (slots[at].hash)
		at = (at + 1) % DEED_SLOTS;
	slots[at] = (struct deed_slot){hash, row};
	printf("\t{\"%s\", 0x%xu},\n", deed->word, deed->is);
}

static void print_deeds(void)
{
	static struct deed_slot slots[DEED_SLOTS];
	uint16_t rows = 0;

	printf("static const struct deed_word deed_words[] = {\n");
	for (const char *const *stop = pf_stop_words(); *stop; stop++) {
		struct deed_word *deed = deed_of(*stop);

		if (deed)
			deed->is |= PF_WORD_STOP;
		else
			print_deed(&(struct deed_word){*stop, PF_WORD_STOP}, rows++, slots);
	}
	for (size_t w = 0; w < DEEDS; w++)
		print_deed(&deeds[w], rows++, slots);
	printf("};\n\nstatic const struct deed_slot deed_slots[DEED_SLOTS] = {\n");
	for (size_t i = 0; i < DEED_SLOTS; i++)
		printf("\t{0x%08xu, %u},\n", slots[i].hash, slots[i].row);
	printf("};\n");
}

static uint64_t head_of(const char *word)
{
	char eight[8] = "";

	memcpy(eight, word, strnlen(word, sizeof(eight)));
	return pf_eight(eight);
}

static void print_cues(void)
{
	size_t w = 0;

	printf("static const struct cue_head cue_heads[CUES] = {\n");
	for (size_t i = 0; i < CUES; i++) {
		uint64_t head = head_of(cues[i].begin);

		printf("\t{UINT64_C(0x%" PRIx64 "), UINT64_C(0x%" PRIx64 ")},\n", head,
		       head >> 56 ? UINT64_MAX : (UINT64_C(1) << 8 * strlen(cues[i].begin)) - 1);
	}
	printf("};\n\n/* Of each letter, and behind the last. */\n");
	printf("static const uint8_t cue_first[] = {");
	for (int letter = 'a'; letter <= 'z' + 1; letter++) {
		while (w < CUES && cues[w].begin[0] < letter)
			w++;
		printf("%zu, ", w);
	}
	printf("};\n");
}

int main(int argc, char **argv)
{
	_Static_assert(TELLING_WORDS * 2 < TELLING_SLOTS && DEEDS * 2 < DEED_SLOTS,
		       "a look-up ends at a free slot, and soon");
	printf("/* Made from words of src/check by compile_words. */\n\n");
	if (argc > 1 && !strcmp(argv[1], "telling"))
		print_telling();
	else if (argc > 1 && !strcmp(argv[1], "cues"))
		print_cues();
	else
		print_deeds();
	return ferror(stdout) || fflush(stdout);
}
