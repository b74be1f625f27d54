/*
 * key_name.h - a key as pf_key_parse reads it: its exact inverse.
 */
#ifndef PRFAQ_TESTS_TERM_KEY_NAME_H
#define PRFAQ_TESTS_TERM_KEY_NAME_H

#include <stdio.h>

#include "prfaq/app/event.h"
#include "prfaq/base/utf8.h"

static inline void key_name(struct pf_key key, char out[32])
{
	static const char *const names[] = {
#define X(name, text) text,
		PF_KEYS(X)
#undef X
	};
	char rune[5] = {0};
	const char *name = rune;

	if (key.code > PF_KEY_NAMED && key.code < PF_KEY_END_OF_NAMES)
		name = names[key.code - PF_KEY_NAMED - 1];
	else if (key.code == ' ')
		name = "Space";
	else
		pf_utf8_encode(key.code, rune);
	snprintf(out, 32, "%s%s%s%s", key.mods & PF_MOD_CTRL ? "C-" : "",
		 key.mods & PF_MOD_ALT ? "M-" : "", key.mods & PF_MOD_SHIFT ? "S-" : "", name);
}

#endif
