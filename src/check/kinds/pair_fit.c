/* Whether an answer belongs to its question, or to another one near it. */
#include "draft/quants.h"
#include "draft/said.h"
#include "draft/words.h"
#include "flow/flow.h"
#include "pairs.h"

/* "When will it launch?"; not "What happens when a box is late?" nor "When should I use it?" */
static bool asks_when(const struct pf_view *view, uint32_t i)
{
	static const char *const verbs[] = {"will", "is", "does", "did", "was", NULL};

	return PF_TOKEN_IS(view, i, "when") && pf_token_among(view, i + 1, verbs);
}

static bool asks_how_much(const struct pf_view *view, uint32_t i)
{
	static const char *const much[] = {"much", "many", NULL};

	return PF_TOKEN_IS(view, i, "how") && pf_token_among(view, i + 1, much);
}

/* "What does it cost?"; not "What does the card cost a kitchen?", which may be time. */
static bool asks_price(const struct pf_view *view, uint32_t i)
{
	return PF_TOKEN_IS(view, i, "what") && PF_TOKEN_IS(view, i + 1, "does") &&
	       PF_TOKEN_IS(view, i + 2, "it") && PF_TOKEN_IS(view, i + 3, "cost");
}

/* Whoever gives the number, the day or the price has answered. */
static bool asks_for_form(const struct pf_view *view, uint32_t i)
{
	return asks_how_much(view, i) || asks_when(view, i) || asks_price(view, i);
}

/* A set of stems that may say "yes" for one that is not in it, and never "no" for one that is. */
struct rough_set {
	uint64_t bits[16];
};

static uint32_t bit_of(uint32_t stem)
{
	return (stem * 0x9E3779B1u) >> 22;
}

static struct rough_set rough_set_of(const struct pf_stems *stems)
{
	struct rough_set set = {{0}};

	for (size_t i = 0; i < stems->n; i++)
		set.bits[bit_of(stems->v[i]) / 64] |= UINT64_C(1) << (bit_of(stems->v[i]) % 64);
	return set;
}

static size_t roughly_shared(const struct pf_stems *stems, const struct rough_set *set)
{
	size_t n = 0;

	for (size_t i = 0; i < stems->n; i++)
		n += set->bits[bit_of(stems->v[i]) / 64] >> (bit_of(stems->v[i]) % 64) & 1;
	return n;
}

/* The answer shares three words with another question: it stands in the wrong place. Such a
 * question is not far, and a book has thousands of them. */
static bool fits_another(const struct pf_view *view, size_t pair, const struct pf_stems *answer)
{
	enum { NEAR = 32, SHARED = 3 };
	struct rough_set rough = rough_set_of(answer);
	size_t n = view->parts->pairs.n;

	for (size_t i = pair > NEAR ? pair - NEAR : 0; i < n && i <= pair + NEAR; i++) {
		const struct pf_stems *q = pf_view_question_stems(view, i);

		if (i != pair && roughly_shared(q, &rough) >= SHARED &&
		    pf_stems_shared(q, answer) >= SHARED)
			return true;
	}
	return false;
}

/* "Before winter, if the wait falls" */
static bool tells_season(const struct pf_view *view, struct pf_range answer)
{
	static const char *const seasons[] = {"spring", "summer", "autumn",    "fall",
					      "winter", "easter", "christmas", NULL};

	return pf_range_any(view, answer, seasons);
}

/* "How much" wants a number, "when" a date, "what does it cost" money. Other answers need no word
 * of their question: "Who is it for?" - "Roofers." */
bool pf_pair_astray(const struct pf_view *view, const struct pf_rule *rule,
		    const struct pf_pair *pair)
{
	uint32_t i = pf_question_said(view, pair)->run.first;

	if (asks_how_much(view, i))
		return !pf_said_quant(pf_answer_said(view, pair));
	if (asks_when(view, i))
		return !pf_answer_has(view, rule, PF_PAIR_DATE, pair->answer) &&
		       !tells_season(view, pair->answer);
	return asks_price(view, i) && !pf_answer_has(view, rule, PF_PAIR_MONEY, pair->answer);
}

bool pf_pair_fits(const struct pf_view *view, const struct pf_rule *rule,
		  const struct pf_pair *pair)
{
	static const char *const why[] = {"why", NULL};
	size_t at = (size_t)(pair - view->parts->pairs.v);
	const struct pf_stems *answer;

	if (pf_pair_astray(view, rule, pair))
		return false;
	if (asks_for_form(view, pf_question_said(view, pair)->run.first) ||
	    (pf_said_any(view, pf_question_said(view, pair), why) &&
	     pf_answer_has(view, rule, PF_PAIR_REASON, pair->answer)))
		return true;
	answer = pf_view_answer_stems(view, at);
	return pf_stems_shared(pf_view_question_stems(view, at), answer) > 0 ||
	       (!fits_another(view, at, answer) && pf_flow_meets(view, pair));
}
