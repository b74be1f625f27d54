#include "prfaq/app/event.h"

#include "prfaq/base/ascii.h"
#include "prfaq/base/utf8.h"

static const char *const names[] = {
#define X(name, text) text,
	PF_KEYS(X)
#undef X
};

struct pf_key pf_key_make(uint32_t code, uint32_t mods)
{
	return (struct pf_key){code, mods};
}

bool pf_key_equal(struct pf_key a, struct pf_key b)
{
	return a.code == b.code && a.mods == b.mods;
}

bool pf_key_is_text(struct pf_key key)
{
	return key.code >= ' ' && key.code != 0x7F && key.code < PF_KEY_NAMED && !key.mods;
}

/* Takes "C-", "M-" and "S-" off the front; a lone "-" or "C" is a key itself. */
static uint32_t take_mods(struct pf_slice *text)
{
	static const struct {
		char letter;
		uint32_t mod;
	} mods[] = {{'c', PF_MOD_CTRL}, {'m', PF_MOD_ALT}, {'s', PF_MOD_SHIFT}};
	uint32_t found = 0;

	for (size_t i = 0; i < sizeof(mods) / sizeof(*mods); i++) {
		if (text->len > 2 && pf_ascii_lower(text->ptr[0]) == mods[i].letter &&
		    text->ptr[1] == '-') {
			found |= mods[i].mod;
			*text = pf_slice_cut(*text, 2, text->len);
		}
	}
	return found;
}

bool pf_key_parse(struct pf_slice text, struct pf_key *out)
{
	uint32_t mods = take_mods(&text), code;
	size_t len;

	*out = (struct pf_key){0, 0};
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		if (pf_slice_equal_nocase(text, pf_slice_of(names[i]))) {
			*out = pf_key_make(PF_KEY_NAMED + 1 + (uint32_t)i, mods);
			return true;
		}
	}
	if (pf_slice_equal_nocase(text, PF_SLICE("Space")))
		text = PF_SLICE(" ");
	if (!text.len || mods & PF_MOD_SHIFT)
		return false;
	code = pf_utf8_decode(text, 0, &len);
	if (len != text.len || code < ' ' || code == 0x7F || (code == PF_RUNE_BAD && len == 1))
		return false;
	*out = pf_key_make(mods & PF_MOD_CTRL ? pf_utf8_lower(code) : code, mods);
	return true;
}

void pf_event_release(struct pf_event *event)
{
	if (!event)
		return;
	pf_buf_release(&event->bytes);
	*event = (struct pf_event){0};
}

struct pf_event pf_event_key(struct pf_key key)
{
	return (struct pf_event){.type = PF_EVENT_KEY, .key = key};
}

struct pf_event pf_event_resize(int rows, int cols)
{
	return (struct pf_event){.type = PF_EVENT_RESIZE, .rows = rows, .cols = cols};
}
