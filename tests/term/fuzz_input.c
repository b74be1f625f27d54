/*
 * fuzz_input.c - any bytes, cut anywhere: every key is one, every byte is read, and the key
 * after a pause arrives.
 */
#include <stdint.h>
#include <stdlib.h>

#include "key_name.h"
#include "prfaq/term/input.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void drain(struct pf_input *in, size_t *keys, struct pf_key *last)
{
	struct pf_event e;

	while (pf_input_next(in, &e)) {
		char name[32];
		struct pf_key again;

		if (e.type == PF_EVENT_NONE)
			abort();
		if (e.type == PF_EVENT_KEY) {
			/* What comes in can be written in a key map and read back. */
			key_name(e.key, name);
			if (!pf_key_parse(pf_slice_of(name), &again))
				abort();
			*last = e.key;
			++*keys;
		}
		pf_event_release(&e);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct pf_input *in = pf_input_new();
	struct pf_key last = {0, 0};
	size_t keys = 0, at = 0;

	pf_input_add(in, "\x1b[25~", pf_key_make(PF_KEY_F1, PF_MOD_SHIFT));
	pf_input_add(in, "\x1b[26;9~~", pf_key_make(PF_KEY_F2, PF_MOD_SHIFT));
	while (at < size) {
		size_t n = 1 + data[at] % 7u;

		n = n > size - at ? size - at : n;
		pf_input_feed(in, pf_slice_make((const char *)data + at, n));
		drain(in, &keys, &last);
		if (data[at] % 11 == 0 && pf_input_waiting(in)) {
			pf_input_flush(in);
			drain(in, &keys, &last);
		}
		at += n;
	}
	/* Out of a paste, whatever began it; then a pause; then a key. */
	pf_input_feed(in, PF_SLICE("\x1b[201~"));
	drain(in, &keys, &last);
	pf_input_flush(in);
	drain(in, &keys, &last);
	if (pf_input_waiting(in))
		abort();
	keys = 0;
	pf_input_feed(in, PF_SLICE("k"));
	drain(in, &keys, &last);
	if (keys != 1 || last.code != 'k' || last.mods)
		abort();
	pf_input_free(in);
	return 0;
}
