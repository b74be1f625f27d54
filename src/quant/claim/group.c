/* Who is counted: "4.1M members", "all 17 of our depots". */
#include "around.h"

#include <string.h>

/* "beekeepers", "florists", "franchisees": who they are shows by the end of the word; things that
 * end so are in a table. */
static bool are_people(const struct parse *p, size_t i)
{
	static const char ends[][WORD_ROOM] = {"ers", "ors", "ists", "ees", "ians", "smen"};
	struct pf_slice word = token_text(p, i);

	if (word.len < 6 || p->t[i].kind != PF_TOKEN_WORD || at_class(p, i, LEX_THING) ||
	    at_any(p, i, LEX_BIT(UNIT) | LEX_BIT(TIME) | LEX_BIT(VERB) | LEX_BIT(NOMINAL)))
		return false;
	for (size_t k = 0; k < sizeof(ends) / sizeof(*ends); k++)
		if (pf_slice_ends(word, ends[k]))
			return true;
	return false;
}

/* "GPs", "MPs" */
static bool is_acronym(const struct parse *p, size_t i)
{
	struct pf_slice word;

	if (i >= p->n)
		return false;
	word = token_text(p, i);
	return word.len > 2 && word.len < 6 && word.ptr[word.len - 1] == 's' &&
	       word.ptr[1] >= 'A' && word.ptr[1] <= 'Z';
}

/* "all 17 of our depots", "across 870 buildings", "the 214 GPs who answered": whatever they are,
 * they are counted as a group. */
static bool is_group(const struct claim *c, size_t noun)
{
	static const char whole[][WORD_ROOM] = {"all", "our", "these", "those", "both"};
	static const char theirs[][WORD_ROOM] = {"our", "the", "these", "their", "its"};
	static const char who[][WORD_ROOM] = {"who", "that", "which"};
	const struct parse *p = c->p;
	bool known = false;

	if (at_word(p, noun, "of") && ANY_WORD(p, noun + 1, theirs)) {
		/* "at 61 of our stores" */
		if (!(c->a->lead && at_word(p, c->a->lead - 1, "all")) && c->a->link != LINK_AT)
			return false;
		known |= c->a->link == LINK_AT;
		noun += 2;
	}
	/* "the 14 trial plots" */
	noun += !counts_noun(p, noun) && !at_end(p, noun) && counts_noun(p, noun + 1) &&
		!at_any(p, noun, LEX_BIT(NOT_NOUN) | LEX_BIT(PREPOSITION) | LEX_BIT(VERB));
	if (c->q->unit[0] || c->q->value < 2 || (!counts_noun(p, noun) && !is_acronym(p, noun)) ||
	    at_any(p, noun, LEX_BIT(TIME) | LEX_BIT(UNIT) | LEX_BIT(VERB)))
		return false;
	/* "the 214 GPs who answered" */
	for (size_t i = c->a->lead; i < c->q->first; i++)
		known |= ANY_WORD(p, i, whole) ||
			 (at_word(p, i, "the") && ANY_WORD(p, noun + 1, who));
	if (!c->a->lead)
		return known;
	known |= c->a->link == LINK_OF && (p->t[c->a->at].flags & PF_TOKEN_SENTENCE);
	known |= ANY_WORD(p, c->a->lead - 1, whole);
	return known || at_class(p, c->a->lead - 1, LEX_AFFECTS) ||
	       (at_word(p, c->a->lead - 1, "the") && ANY_WORD(p, noun + 1, who));
}

/* "a staff of three", "a sample of 300 letters", "a town of 9,000": how many they are. */
static bool is_crew(const struct claim *c)
{
	static const char crews[][WORD_ROOM] = {"staff",  "team",  "crew",  "workforce", "panel",
						"teams",  "crews", "batch", "cohort",    "fleet",
						"sample", "town",  "city",  "village",   "island"};

	return c->a->link == LINK_OF && c->q->bound == PF_BOUND_NONE && !c->q->unit[0] &&
	       ANY_WORD(c->p, c->a->at - 1, crews);
}

size_t quant_population_at(const struct claim *c)
{
	size_t i = c->a->tail;

	if (c->q->base == PF_QUANT_NUMBER)
		for (size_t k = 0; k < 3 && !at_end(c->p, i); k++, i++) {
			if (at_class(c->p, i, LEX_POPULATION) || are_people(c->p, i))
				return i;
			if (at_class(c->p, i, LEX_NOT_NOUN) || at_class(c->p, i, LEX_VERB))
				break;
		}
	if (c->q->base == PF_QUANT_NUMBER && (is_group(c, c->a->tail) || is_crew(c)))
		return c->a->tail;
	return c->p->n;
}

/* "12,000 members, [3,000 of whom] ...", "Of the 58 clubs, [31] have none" */
static bool is_of_those(const struct claim *c)
{
	static const char those[][WORD_ROOM] = {"whom", "which", "them", "these", "those"};
	const struct pf_quant *all = c->q - 1;
	const struct around *around;

	if (!c->index || all->role != PF_ROLE_POPULATION || c->q->first - all->last > 8)
		return false;
	if (at_word(c->p, c->a->tail, "of") && ANY_WORD(c->p, c->a->tail + 1, those))
		return true;
	around = quant_around(c->quants, all);
	return around->link == LINK_OF && (c->p->t[around->at].flags & PF_TOKEN_SENTENCE) &&
	       c->a->lead && at_sign(c->p, c->a->lead - 1, ',');
}

bool quant_is_member(const struct claim *c)
{
	const struct parse *p = c->p;
	size_t i = c->a->lead;

	if (c->q->base != PF_QUANT_NUMBER || c->q->unit[0] || c->q->value < 2)
		return false;
	/* "Branches: 212", "volunteers (90)" */
	if (i > 1 && (at_sign(p, i - 1, ':') || at_sign(p, i - 1, '(')) && at_end(p, c->a->tail) &&
	    (at_class(p, i - 2, LEX_POPULATION) || at_class(p, i - 2, LEX_GROUP) ||
	     are_people(p, i - 2)))
		return true;
	return is_of_those(c);
}
