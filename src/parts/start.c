/*
 * start.c - what the reader is to do now, told without "get started" or a website: an order to
 * them, or who can ask for it where.
 */
#include "reading.h"

#define ACTOR_TOKENS 6u /* "Heads of department can" */

/* "To take part, text DOCK": token behind what it is for, else the first. */
static uint32_t behind_purpose(const struct pf_find *f, uint32_t first, uint32_t stop)
{
	if (!PF_ONE_OF(f, first, "to", "if", "when"))
		return first;
	for (uint32_t i = first + 1; i + 1 < stop; i++)
		if (pf_token_is_sign(&f->tokens->v[i], ','))
			return i + 1;
	return first;
}

/* "Text START to HourBook", and not "Ask rates fell" or "Call centres are closed". */
static bool orders(const struct pf_find *f, uint32_t first, uint32_t stop)
{
	static const char *const told[] = {"the", "your", "it", "us",  "a",   "an",   "for", "to",
					   "at",  "in",   "on", "our", "any", "with", "by"};
	const struct pf_token *v = f->tokens->v;
	uint32_t i = behind_purpose(f, first, stop), end;

	if (i + 1 >= stop || pf_token_is_sign(&v[stop - 1], '?') ||
	    !pf_cue_here(f, i, stop, PF_CUE_TURN_TO, &end) || end >= stop)
		return false;
	/* A word in capitals is what is to be sent, a number is what is to be called. */
	return v[end].kind == PF_TOKEN_NUMBER || v[end].flags & PF_TOKEN_UPPER ||
	       pf_one_of(f, end, told, sizeof(told) / sizeof(*told));
}

/* "Families can call 0800 555 0142 or walk into any branch." */
static bool offers_way(const struct pf_find *f, uint32_t first, uint32_t stop)
{
	uint32_t end;

	for (uint32_t i = first + 1; i + 1 < stop && i <= first + ACTOR_TOKENS; i++)
		if (PF_ONE_OF(f, i, "can", "may"))
			return pf_cue_here(f, i + 1, stop, PF_CUE_TURN_TO, &end);
	return false;
}

/* "Nobody has to sign up.", "Engineers don't need to change anything.", "Nothing to install." */
static bool needs_nothing(const struct pf_find *f, uint32_t first, uint32_t stop)
{
	bool none = false;
	uint32_t end;

	for (uint32_t i = first; i < stop && i <= first + ACTOR_TOKENS; i++) {
		none = none || PF_ONE_OF(f, i, "nobody", "nothing", "none", "no", "not", "don't",
					 "doesn't", "needn't");
		if (none && i > first && PF_ONE_OF(f, i - 1, "to") &&
		    (pf_cue_here(f, i, stop, PF_CUE_TURN_TO, &end) ||
		     PF_ONE_OF(f, i, "do", "change", "set")))
			return true;
	}
	return false;
}

/* Is it the last prose of the release, or of all above the next voice? */
static bool is_last(const struct pf_find *f, size_t at)
{
	const struct pf_unit *next = &f->units.v[at] + 1;

	return at + 1 >= f->units.n || next->kind != PF_UNIT_TEXT || next->by_label || next->ask ||
	       next->says != PF_LABEL_NONE || pf_is_quotation(f, at + 1);
}

bool pf_start_tells(const struct pf_find *f, const struct reading *r, size_t at)
{
	const struct pf_unit *u = &f->units.v[at];
	uint32_t stop = pf_sentence_stop(f, u->first, u->last), first = u->first;

	if (!r->asked || r->texts < 2 || u->depth || u->ask >= PF_ASK_BOLD ||
	    pf_unit_words(f, u) > CLOSING_WORDS ||
	    pf_unit_sentences(f, u) > CLOSING_SENTENCES + 1 || pf_is_quotation(f, at))
		return false;
	/* "Coming in with a relative? Ask for the pot at the desk." */
	if (stop < u->last && pf_token_is_sign(&f->tokens->v[stop - 1], '?')) {
		first = stop;
		stop = pf_sentence_stop(f, first, u->last);
	}
	return orders(f, first, stop) ||
	       (is_last(f, at) && (offers_way(f, first, stop) || needs_nothing(f, first, stop)));
}

/* "$ npm install tidelog": what one types to begin. */
static bool is_command(struct pf_slice code)
{
	static const char *const tools[] = {"$ ",    "npm ", "npx ",   "pip ",  "pip3 ",
					    "pipx ", "uv ",  "uvx ",   "brew ", "docker ",
					    "git ",  "curl", "cargo ", "go ",   "yarn ",
					    "pnpm ", "gem ", "apt ",   "bash ", "make "};

	for (size_t i = 0; i < sizeof(tools) / sizeof(*tools); i++)
		if (pf_slice_starts_nocase(code, tools[i]))
			return true;
	return false;
}

void pf_start_take(struct pf_find *f)
{
	for (size_t i = 0; i < f->units.n && f->units.v[i].part != PF_PART_FAQ; i++) {
		struct pf_unit *u = &f->units.v[i];

		if (u->kind == PF_UNIT_OTHER && f->blocks[u->block].kind == PF_BLOCK_CODE &&
		    u->part != PF_PART_APPENDIX &&
		    is_command(pf_slice_range(f->text, pf_unit_range(u)))) {
			u->part = PF_PART_START;
			return;
		}
	}
}
