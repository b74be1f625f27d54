/* Who is heard on the page: whether of two voices one is the customer, a reader knows by what is
 * sold.
 */
#include "maybe.h"
#include "own.h"
#include "words.h"

static const char *const says[] = {"said", "says", "asks", "told", NULL};

/* Who said it stands behind a quotation: "said Priya", "she says", "- Priya, a tenant", "(Priya,
 * Leeds)". */
static bool is_attributed(const struct pf_view *view, uint32_t i)
{
	static const char *const they[] = {"he", "she", "they", NULL};
	const struct pf_token *v = view->tokens->v;

	while (i + 2 < view->tokens->n && v[i].kind == PF_TOKEN_SIGN && v[i].sign != '(' &&
	       v[i].sign != '-' && !(v[i].flags & PF_TOKEN_BLOCK))
		i++;
	if (i + 2 >= view->tokens->n || v[i].flags & PF_TOKEN_BLOCK)
		return false;
	return v[i].kind == PF_TOKEN_SIGN || pf_token_among(view, i, says) ||
	       (pf_token_among(view, i, they) && pf_token_among(view, i + 1, says)) ||
	       (v[i].flags & PF_TOKEN_CAPITAL &&
		(v[i + 1].sign == ',' || v[i + 1].flags & PF_TOKEN_CAPITAL));
}

/* '"I am never going back," said Walt Dimmock': among questions only who has a name is heard. */
static bool is_named(const struct pf_view *view, uint32_t i)
{
	const struct pf_token *v = view->tokens->v;

	while (i + 2 < view->tokens->n && v[i].kind == PF_TOKEN_SIGN &&
	       !(v[i].flags & PF_TOKEN_BLOCK))
		i++;
	return pf_token_among(view, i, says) && i + 2 < view->tokens->n &&
	       v[i + 1].flags & PF_TOKEN_CAPITAL &&
	       (v[i + 2].sign == ',' || v[i + 2].flags & PF_TOKEN_CAPITAL);
}

/* "Mrs Joan Elrick let us say this: ...": the name stands before the colon, `i` opens what is said.
 */
static bool is_led(const struct pf_view *view, uint32_t first, uint32_t i)
{
	const struct pf_token *v = view->tokens->v;

	while (i > first && v[i].sign != ':')
		if (v[i--].kind == PF_TOKEN_WORD)
			return false;
	return i > first + 2 && v[first].flags & v[first + 1].flags & PF_TOKEN_CAPITAL;
}

/* Quotations whose speaker is told behind them, or before. */
static size_t voices(const struct pf_view *view)
{
	const struct pf_token *v = view->tokens->v;
	size_t n = 0;

	for (size_t s = 0; s < view->tokens->sentences.n; s++) {
		const struct pf_sentence *sentence = &view->tokens->sentences.v[s];
		bool faq = view->sentence_part[s] == PF_PART_FAQ;

		for (uint32_t i = sentence->first; i < sentence->last; i++)
			n += v[i].flags & PF_TOKEN_QUOTED && i + 1 < view->tokens->n &&
			     !(v[i + 1].flags & PF_TOKEN_QUOTED) &&
			     (faq ? is_named(view, i + 1) : is_attributed(view, i + 1));
		for (uint32_t i = sentence->first + 1; !faq && i < sentence->last; i++)
			n += v[i].flags & PF_TOKEN_QUOTED && !(v[i - 1].flags & PF_TOKEN_QUOTED) &&
			     is_led(view, sentence->first, i - 1);
	}
	return n;
}

/* The house has one of each, and nobody else is called so beside a quotation of a release. */
static const char *const leads[] = {"ceo", "cto", "coo", "cfo", "founder", "cofounder", "vp", NULL};
/* A customer may be one as well: "director of Little Fir", "head of music". */
static const char *const may_lead[] = {"president", "director", "head",     "chair",
				       "chairman",  "leader",   "minister", NULL};
static const char *const we[] = {"we",    "our",   "ours", "us", "we've",
				 "we're", "we'll", "we'd", NULL};

static const char *const me[] = {"i", "my", "me", "i've", "i'm", "i'd", NULL};

/* "We never looked," said the director; "the director of Fjordpost": the voice is the house's. */
static bool speaks_for_house(const struct pf_view *view, struct pf_range voice)
{
	uint32_t last = pf_tokens_at(view->tokens, voice.end);

	if (pf_range_any(view, voice, we))
		return true;
	if (pf_range_any(view, voice, me)) /* "I had my Sundays back," said the head of maths */
		return false;
	for (uint32_t i = pf_tokens_at(view->tokens, voice.begin); i < last; i++)
		if (pf_own_named(view, i) && !(view->tokens->v[i].flags & PF_TOKEN_QUOTED))
			return true;
	return false;
}

/* A company quote that neither a label nor a title gives to its leader may be a customer's; nor is
 * it given by a title that customers have too. */
bool pf_maybe_other_voice(const struct pf_view *view, enum pf_part_id id)
{
	const struct pf_part *part = pf_parts_get(view->parts, id);

	if (!part || !pf_range_empty(part->heading) || pf_range_any(view, part->body, leads))
		return false;
	return !pf_range_any(view, part->body, may_lead) || !speaks_for_house(view, part->body);
}

bool pf_maybe_heard(const struct pf_view *view, enum pf_part_id id)
{
	size_t heard = voices(view);

	/* Of one voice that was taken for neither, one is missing, and not both. */
	if (heard >= 2)
		return true;
	/* "Says Bev Hart, licensee in Walkley": whom the one voice belongs to nobody is sure of. */
	return heard == 1 && id == PF_PART_QUOTE_CUSTOMER &&
	       (!pf_parts_get(view->parts, PF_PART_QUOTE_COMPANY) ||
		pf_maybe_other_voice(view, PF_PART_QUOTE_COMPANY));
}
