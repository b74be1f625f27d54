/*
 * A release without labels is a story: first what is wrong, then the turn,
 * where the new thing comes in ("With Dry Room, a surveyor comes first", "From
 * this winter they walk to any gate"), then what it does. The turn is told by
 * how a paragraph opens, whatever words of pain or of offer stand in it.
 */
#include "prfaq/text/stem.h"
#include "release.h"

#define NAME_TOKENS 8000u /* a product is named again within a page or two, or it is no name */
#define NAME_WORDS  3u    /* "Weidegrund's CalfWatch" */
#define TURN_WITHIN 4u    /* paragraphs; a turn further down is no answer to this one */

static bool is_capital(const struct pf_token *t)
{
	return t->kind == PF_TOKEN_WORD && t->flags & PF_TOKEN_CAPITAL;
}

/* A word that never stands in lower case, not even inside of a sentence, and stands elsewhere too.
 */
static bool is_name(const struct pf_find *f, const struct pf_unit *u, uint32_t i)
{
	const struct pf_token *v = f->tokens->v;
	size_t n = f->tokens->n < NAME_TOKENS ? f->tokens->n : NAME_TOKENS;
	bool outside = false, inside = false;

	if (!is_capital(&v[i]) || v[i].end - v[i].begin < 3)
		return false;
	for (size_t k = 0; k < n; k++) {
		if (v[k].hash != v[i].hash || v[k].kind != PF_TOKEN_WORD)
			continue;
		if (!(v[k].flags & PF_TOKEN_CAPITAL))
			return false;
		outside = outside || k < u->first || k >= u->last;
		/* Behind a mark somebody begins to speak. */
		inside = inside || !(v[k].flags & PF_TOKEN_SENTENCE ||
				     (k && pf_token_is_sign(&v[k - 1], '"')));
	}
	return outside && inside;
}

/* "The Held Price", though a price is also held: two capitals that stand together elsewhere too. */
static bool is_double_name(const struct pf_find *f, const struct pf_unit *u, uint32_t i)
{
	const struct pf_token *v = f->tokens->v;
	size_t n = f->tokens->n < NAME_TOKENS ? f->tokens->n : NAME_TOKENS;

	if (i + 1 >= u->last || !is_capital(&v[i]) || !is_capital(&v[i + 1]))
		return false;
	for (size_t k = 0; k + 1 < n; k++)
		if ((k < u->first || k >= u->last) && v[k].hash == v[i].hash &&
		    v[k + 1].hash == v[i + 1].hash && is_capital(&v[k]) && is_capital(&v[k + 1]))
			return true;
	return false;
}

/* "**Brownout.** Eight weeks before ...": the name stands bold where the paragraph begins. */
static bool opens_bold(const struct pf_find *f, const struct pf_unit *u)
{
	const struct pf_token *t = &f->tokens->v[u->first];

	return u->level == PF_LEVEL_RUNIN && u->says == PF_LABEL_NONE &&
	       !pf_is_stop_word(pf_slice_cut(f->text, t->begin, t->end)) &&
	       pf_tokens_words(f->tokens, u->label) <= NAME_WORDS;
}

/* The next word at or behind token i, over marks and quotes. */
static uint32_t next_word(const struct pf_find *f, uint32_t i, uint32_t last)
{
	while (i < last && f->tokens->v[i].kind == PF_TOKEN_SIGN)
		i++;
	return i;
}

/* Token of the name by which the paragraph turns, or its first one; PF_NONE32 when it does not
 * turn. */
static uint32_t turn_of(const struct pf_find *f, const struct pf_unit *u)
{
	const struct pf_token *v = f->tokens->v;
	uint32_t i = next_word(f, u->first, u->last), next;

	if (u->kind != PF_UNIT_TEXT || u->depth || u->ask ||
	    u->last - u->first < (opens_bold(f, u) ? 3 : 8))
		return PF_NONE32;
	/* "So: a holder may lend half." */
	if (i + 1 < u->last && PF_ONE_OF(f, i, "so") && pf_token_is_sign(&v[i + 1], ':'))
		return i + 1;
	if (i < u->last && PF_ONE_OF(f, i, "so", "but", "and", "then", "the"))
		i = next_word(f, i + 1, u->last);
	next = next_word(f, i + 1, u->last);
	if (next >= u->last || v[u->first].flags & PF_TOKEN_QUOTED)
		return PF_NONE32;
	if (opens_bold(f, u) && is_capital(&v[i]))
		return i;
	if (PF_ONE_OF(f, i, "with"))
		return is_capital(&v[next]) ? next : PF_NONE32;
	/* "Starting with this renewal year" */
	if (PF_ONE_OF(f, i, "starting", "beginning") && PF_ONE_OF(f, next, "with", "from", "in"))
		next = next_word(f, next + 1, u->last);
	if (next < u->last && PF_ONE_OF(f, i, "from", "starting", "beginning", "as"))
		return PF_ONE_OF(f, next, "today", "now", "this", "next", "tomorrow") ? i
										      : PF_NONE32;
	/* "Unlike stars that others gave, the score is built on studies." */
	if (PF_ONE_OF(f, i, "unlike"))
		return i;
	/* "At St. Corvin Hospital 1 operation in 14 starts late" tells where. */
	if (pf_is_stop_word(pf_slice_cut(f->text, v[i].begin, v[i].end)))
		return PF_NONE32;
	for (uint32_t n = 0; n < NAME_WORDS && i < u->last && is_capital(&v[i]); n++) {
		if (is_name(f, u, i) || is_double_name(f, u, i))
			return i;
		i = next_word(f, i + 1, u->last);
	}
	return PF_NONE32;
}

bool pf_story_turns(const struct pf_find *f, const struct pf_unit *u)
{
	return turn_of(f, u) != PF_NONE32;
}

static bool says(const struct pf_find *f, const struct pf_unit *u, uint32_t token)
{
	for (uint32_t i = u->first; i < u->last; i++)
		if (f->tokens->v[i].hash == f->tokens->v[token].hash)
			return is_capital(&f->tokens->v[i]);
	return false;
}

bool pf_story_will_turn(const struct pf_find *f, size_t at)
{
	uint32_t texts = 0;

	for (size_t i = at + 1; i < f->units.n && texts < TURN_WITHIN; i++) {
		const struct pf_unit *u = &f->units.v[i];
		uint32_t turn = turn_of(f, u);

		if (u->kind != PF_UNIT_TEXT || u->by_label || u->ask)
			return false;
		if (turn != PF_NONE32)
			return !says(f, &f->units.v[at], turn);
		texts++;
	}
	return false;
}
