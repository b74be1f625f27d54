/* Which numbers of a page have to come from somewhere: those that claim how things are. */
#include <math.h>
#include <string.h>

#include "draft/equation.h"
#include "draft/quants.h"
#include "draft/words.h"
#include "origins.h"

/* "In 18 years", "six weeks before the date": when, and not how long it takes. */
static bool is_period(const struct pf_view *view, const struct pf_quant *q)
{
	static const char *const before[] = {"in",   "within", "after", "next",
					     "last", "past",   "first", NULL};
	static const char *const behind[] = {"before", "ago", "ahead", "later", NULL};

	static const char *const since[] = {"for", "since", "spent", NULL};

	/* "I have had a shop for 17 years", "I spent 12 years on those roofs" */
	if (q->first && !strcmp(q->unit, "year") && pf_token_among(view, q->first - 1, since))
		return true;
	return (q->first && pf_token_among(view, q->first - 1, before)) ||
	       pf_token_among(view, q->last, behind);
}

/* "Is 66 and lives", "is 66." */
static bool ends_here(const struct pf_view *view, uint32_t token)
{
	static const char *const and[] = {"and", "or", "but", NULL};

	return token >= view->tokens->n || view->tokens->v[token].kind == PF_TOKEN_SIGN ||
	       pf_token_among(view, token, and);
}

/* "A farm with 150 cows", "Gerda is 66": one who stands for others; "half a journey" is none. */
static bool is_example(const struct pf_view *view, const struct pf_quant *q)
{
	static const char *const one[] = {"a", "an", NULL};
	static const char *const is[] = {"is", "was", "aged", NULL};

	if (q->base != PF_QUANT_NUMBER && q->base != PF_QUANT_QUANTITY && q->base != PF_QUANT_MONEY)
		return false;
	if (q->first >= 3 && PF_TOKEN_IS(view, q->first - 1, "with") &&
	    pf_token_among(view, q->first - 3, one))
		return true;
	if (q->value == 0.5 && pf_token_among(view, q->last, one))
		return true;
	return q->first && pf_token_among(view, q->first - 1, is) && q->base == PF_QUANT_NUMBER &&
	       !q->unit[0] && q->value >= 16 && q->value <= 100 && ends_here(view, q->last);
}

/* "Two hours are free, then $50 an hour is on the rate confirmation": the paper says so. */
static bool is_agreed(const struct pf_view *view, const struct pf_quant *q)
{
	static const char *const papers[] = {"contract",     "contracts", "tariff",
					     "confirmation", "agreement", "licence",
					     "statute",      "terms",     NULL};
	static const char *const on[] = {"on", "in", "under", "by", NULL};
	size_t sentence = pf_quant_sentence(view, q);
	const struct pf_sentence *s = &view->tokens->sentences.v[sentence];
	uint32_t at;

	if (q->base != PF_QUANT_MONEY && q->base != PF_QUANT_DURATION)
		return false;
	at = pf_sentence_find(view, sentence, papers);
	return at < s->last && pf_tokens_any(view, at > s->first + 4 ? at - 4 : s->first, at, on);
}

/* "Half the field up, half not": of both kinds, and no share of either. */
static bool is_half_and_half(const struct pf_view *view, const struct pf_quant *q)
{
	const struct pf_quant *v = view->quants->v;
	size_t i = (size_t)(q - v);

	return q->value == 0.5 && ((i && q[-1].value == 0.5 &&
				    pf_quant_sentence(view, q - 1) == pf_quant_sentence(view, q)) ||
				   (i + 1 < view->quants->n && q[1].value == 0.5 &&
				    pf_quant_sentence(view, q + 1) == pf_quant_sentence(view, q)));
}

/* "We took apart the bad half": which of two, and no share. */
static bool is_one_of_two(const struct pf_view *view, const struct pf_quant *q)
{
	static const char *const of[] = {"of",  "the", "a",     "an", "our",
					 "all", "its", "their", NULL};

	return q->value == 0.5 && q->last == q->first + 1 && q->first &&
	       PF_TOKEN_IS(view, q->first, "half") &&
	       view->tokens->v[q->first - 1].kind == PF_TOKEN_WORD &&
	       !pf_view_is_stop(view, q->first - 1) && q->last < view->tokens->n &&
	       !pf_token_among(view, q->last, of);
}

/* "Under the age of 5", "aged 60 or more": whom it is for. */
static bool is_band(const struct pf_view *view, const struct pf_quant *q)
{
	static const char *const age[] = {"age", "ages", "aged", NULL};

	return pf_tokens_any(view, q->first > 2 ? q->first - 2 : 0, q->last, age);
}

/* "What each costs a year", "a 74-year-old", "gaps of more than five days", "in a quarter": what is
 * counted by, and not what was counted. */
static bool is_measure(const struct pf_view *view, const struct pf_quant *q)
{
	static const char *const in[] = {"in", "per", "each", "every", NULL};

	if (is_one_of_two(view, q) || is_half_and_half(view, q) || is_agreed(view, q))
		return true;
	if (q->value == 0.25 && q->first && pf_token_among(view, q->first - 1, in))
		return true;
	if (is_example(view, q) || pf_quant_is_age(view, q) || is_band(view, q))
		return true;
	if (q->base != PF_QUANT_DURATION)
		return false;
	if (PF_TOKEN_IS(view, q->last, "old") || PF_TOKEN_IS(view, q->last + 1, "old") ||
	    is_period(view, q))
		return true;
	return q->value == 1 || q->bound == PF_BOUND_GT || q->bound == PF_BOUND_GE;
}

/* "In 12 villages", "our 188 members": whoever writes the page can count them. */
static bool is_own_count(const struct pf_view *view, const struct pf_quant *q)
{
	static const char *const our[] = {"our", "my", NULL};
	bool ours = q->first && pf_token_among(view, q->first - 1, our);

	return !view->context->prompt && q->kind == PF_QUANT_NUMBER && (ours || q->value <= 20) &&
	       q->value == floor(q->value) && q->role != PF_ROLE_BASELINE;
}

/* "Almost half (48%, from the ward log)": the number behind it is the exact one. */
static bool is_glossed(const struct pf_view *view, size_t quant)
{
	const struct pf_quant *q = &view->quants->v[quant], *next = q + 1;

	return quant + 1 < view->quants->n && next->base == PF_QUANT_PERCENT &&
	       next->first > q->last && next->first - q->last < 7 &&
	       view->tokens->v[next->first - 1].sign == '(';
}

/* "Ten working days to file": a rule's term opens its sentence, and nobody measured it. */
static bool is_term(const struct pf_view *view, const struct pf_quant *q)
{
	return q->base == PF_QUANT_DURATION && q->last < view->tokens->n &&
	       view->tokens->v[q->first].flags & PF_TOKEN_SENTENCE &&
	       PF_TOKEN_IS(view, q->last, "to");
}

/* "It's ten to eleven", "all between three and six" */
static bool is_time_of_day(const struct pf_view *view, const struct pf_quant *q)
{
	static const char *const at[] = {"it's", "is", "at", "about", "between", NULL};

	return q->kind == PF_QUANT_RANGE && !q->unit[0] && q->value <= 12 && q->high <= 12 &&
	       q->first && view->tokens->v[q->first].kind == PF_TOKEN_WORD &&
	       pf_token_among(view, q->first - 1, at);
}

/* "Theatres under 500 seats", "up to four of them": how far it goes, and no count of them. */
static bool is_limit(const struct pf_quant *q)
{
	return (q->base == PF_QUANT_NUMBER || q->base == PF_QUANT_QUANTITY) &&
	       (q->bound == PF_BOUND_LT || q->bound == PF_BOUND_LE);
}

/* "9% of our orders over $200": which of them, and not what one costs. */
static bool is_class(const struct pf_view *view, const struct pf_quant *q)
{
	static const char *const over[] = {"over", "above", "under", "below", NULL};
	static const char *const of[] = {"of",  "our",   "the", "on",   "for", "in",
					 "all", "their", "its", "with", NULL};
	uint32_t i = q->first;

	return i >= 3 && q->base == PF_QUANT_MONEY && pf_token_among(view, i - 1, over) &&
	       pf_token_ends(view, i - 2, "s") && pf_token_among(view, i - 3, of);
}

/* "We set out to cut broken nights from seven to two": a goal, wherever it stands. */
static bool is_goal(const struct pf_view *view, const struct pf_quant *q)
{
	static const char *const aims[] = {"set", "aim", "aims", "want", "goal", NULL};
	const struct pf_sentence *s = &view->tokens->sentences.v[pf_quant_sentence(view, q)];
	uint32_t i = pf_tokens_find(view, s->first, q->first, aims);

	return q->role == PF_ROLE_BASELINE && q->pair != PF_QUANT_NONE && i < q->first &&
	       (!PF_TOKEN_IS(view, i, "set") || PF_TOKEN_IS(view, i + 1, "out"));
}

/* "$5.1M a month and $61M a year": the same again, by another unit. */
static bool is_said_again(const struct pf_view *view, size_t quant)
{
	const struct pf_quant *q = &view->quants->v[quant];

	return quant && q->per[0] && q[-1].per[0] && strcmp(q->per, q[-1].per) != 0 &&
	       q->base == q[-1].base && q->first - q[-1].last < 5;
}

/* A problem's numbers are claims about the world. A benefit is promised, but for what is today; a
 * release that tells how many shops it has knows its own. */
bool pf_origin_claims(const struct pf_view *view, size_t quant)
{
	const struct pf_quant *q = &view->quants->v[quant];
	enum pf_part_id part = pf_quant_part(view, q);

	if (!pf_quant_needs_origin(q) || !pf_quant_bound(view, quant) || is_measure(view, q) ||
	    is_own_count(view, q) || is_glossed(view, quant) || pf_quant_is_compound(view, q) ||
	    is_term(view, q) || is_time_of_day(view, q) || is_limit(q) || is_class(view, q) ||
	    is_goal(view, q) || pf_quant_is_whole_of(view, quant) || is_said_again(view, quant))
		return false;
	if (part == PF_PART_BENEFITS)
		return q->role == PF_ROLE_BASELINE;
	return part != PF_PART_SUMMARY || q->base == PF_QUANT_PERCENT;
}
