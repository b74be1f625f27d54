/* What the checks of the brief share: what is missed, and where it belongs. */
#include <stdio.h>
#include <string.h>

#include "coverage.h"

/* Copies the text; what does not fit ends after a word, with dots. */
static void shorten(char *out, size_t size, const char *text)
{
	size_t n = strlen(text);

	if (n >= size) {
		for (n = size - sizeof("..."); n && text[n] != ' '; n--)
			;
		snprintf(out, size, "%.*s...", (int)n, text);
		return;
	}
	memcpy(out, text, n + 1);
}

void pf_cover_miss(struct pf_judgement *j, struct pf_range at, const char *value, const char *what,
		   unsigned about)
{
	struct pf_place_found *place = pf_judge_place(j, at);

	if (!place)
		return;
	shorten(place->value, sizeof(place->value), value);
	shorten(place->what, sizeof(place->what), what);
	place->about = about;
}

struct pf_range pf_cover_faq(const struct pf_view *view)
{
	struct pf_ints one = {(int[]){PF_PART_FAQ}, 1};
	struct pf_range at;

	pf_scope_span(view, &one, &at);
	return at;
}
