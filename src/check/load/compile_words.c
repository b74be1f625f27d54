/*
 * compile_words - prints the hash of the words in flow/words.inc or draft/deeds.inc. Run by the
 * build.
 *
 * So the words stay as people read them, a line each, and a check builds nothing for them.
 *
 *	compile_words telling|deeds
 */
#include <stdio.h>
#include <string.h>

#include "draft/deed_rows.h"
#include "flow/telling_rows.h"

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

static void print_deeds(void)
{
	static struct deed_slot slots[DEED_SLOTS];

	for (size_t w = 0; w < DEED_WORDS; w++) {
		uint32_t hash = pf_word_hash(pf_slice_of(deed_words[w].word));
		size_t at = hash % DEED_SLOTS;

		while (slots[at].hash)
			at = (at + 1) % DEED_SLOTS;
		slots[at] = (struct deed_slot){hash, (uint16_t)w};
	}
	printf("static const struct deed_slot deed_slots[DEED_SLOTS] = {\n");
	for (size_t i = 0; i < DEED_SLOTS; i++)
		printf("\t{0x%08xu, %u},\n", slots[i].hash, slots[i].row);
	printf("};\n");
}

int main(int argc, char **argv)
{
	_Static_assert(TELLING_WORDS * 2 < TELLING_SLOTS && DEED_WORDS * 2 < DEED_SLOTS,
		       "a look-up ends at a free slot, and soon");
	printf("/* Made from words of src/check by compile_words. */\n\n");
	if (argc > 1 && !strcmp(argv[1], "telling"))
		print_telling();
	else
		print_deeds();
	return ferror(stdout) || fflush(stdout);
}
