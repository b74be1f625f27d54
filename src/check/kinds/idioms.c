/* Words of a list that do not say there what the list is kept for. */
#include "idioms.h"

#include <string.h>

#include "draft/words.h"

/* "At some point", "the man who had some": no customers. "They tip some off": so much of a load;
 * who counts those that "back out" puts "some" before the verb. */
static bool is_some_of_a_load(const struct pf_view *view, uint32_t first)
{
	static const char *const time[] = {"time", "point", "day",     "kind",   "sort",   "way",
					   "form", "hour",  "version", "degree", "extent", NULL};
	static const char *const own[] = {"had",  "has",   "have", "got",
					  "need", "needs", "want", NULL};
	static const char *const off[] = {"off", "out", "away", "back", "up", "down", NULL};
	static const char *const joins[] = {"and", "but",  "or",    "while",
					    "so",  "that", "where", NULL};
	const struct pf_token *t = &view->tokens->v[first];

	if (pf_token_among(view, first + 1, time))
		return true;
	if (!first || t->flags & PF_TOKEN_SENTENCE)
		return false;
	return (t[1].kind == PF_TOKEN_SIGN && pf_token_among(view, first - 1, own)) ||
	       (t[-1].kind == PF_TOKEN_WORD && !pf_token_among(view, first - 1, joins) &&
		pf_token_among(view, first + 1, off));
}

/* "In many ways", "what students bring most", "most of it": nothing is counted. */
static bool counts_nothing(const struct pf_view *view, uint32_t first)
{
	static const char *const ways[] = {"ways", "respects", NULL};
	static const char *const about[] = {"about", "by", "from", "when", NULL};
	static const char *const is[] = {"is", "it's", "that's", "was", "be", "quite", NULL};
	static const char *const far[] = {"miles", "kilometres", "kilometers", "metres",
					  "feet",  "blocks",     "streets",    NULL};
	const struct pf_token *next = &view->tokens->v[first + 1];

	if (PF_TOKEN_IS(view, first, "some"))
		return is_some_of_a_load(view, first);
	if (PF_TOKEN_IS(view, first, "few")) /* "Few things are as sad as" */
		return pf_token_is(view->text, next, "things");
	if (PF_TOKEN_IS(view, first, "many"))
		return pf_token_among(view, first + 1, ways);
	/* "It's a lot to ask"; but they "wait a lot to hear", and "a lot to 40" is half a change.
	 */
	if (PF_TOKEN_IS(view, first + 1, "lot"))
		return first && first + 3 < view->tokens->n &&
		       pf_token_among(view, first - 1, is) && PF_TOKEN_IS(view, first + 2, "to") &&
		       view->tokens->v[first + 3].kind == PF_TOKEN_WORD;
	if (PF_TOKEN_IS(view, first, "nearly"))
		return PF_TOKEN_IS(view, first + 1, "nothing");
	if (PF_TOKEN_IS(view, first, "several")) /* "several miles away" */
		return pf_token_among(view, first + 1, far);
	return pf_token_is(view->text, next - 1, "most") &&
	       (next->kind == PF_TOKEN_SIGN || pf_token_among(view, first + 1, about));
}

/* "Most of three weeks": how long, and no share. */
static bool is_span(const struct pf_view *view, uint32_t token)
{
	size_t i = pf_quants_at(view->quants, view->tokens->v[token].begin);

	return i < view->quants->n && view->quants->v[i].first == token &&
	       view->quants->v[i].base == PF_QUANT_DURATION;
}

/* "3 May" is a month, "the most pressing", "most of all" and "most of a shift" count nothing, and
 * "nearly every second" counts. */
static bool is_vague_idiom(const struct pf_view *view, const struct pf_word_hit *h)
{
	static const char *const often[] = {"often", "many", NULL};
	static const char *const what[] = {"all", "what", "it", "a", "an", NULL};
	static const char *const nth[] = {"second", "third", "fourth", "fifth", "other", NULL};
	uint32_t first = h->first;
	const struct pf_token *t = &view->tokens->v[first];

	if (pf_token_is(view->text, t, "may"))
		return t->flags & PF_TOKEN_CAPITAL && !(t->flags & PF_TOKEN_SENTENCE);
	/* "Twice a month is too often" counts against what is said. */
	if (first && PF_TOKEN_IS(view, first - 1, "too") && pf_token_among(view, first, often))
		return true;
	/* "Millions of tons of": what is weighed, and the first of the two is the vague one. */
	if (first && pf_token_is(view->text, t, "tons") && PF_TOKEN_IS(view, first - 1, "of"))
		return true;
	if (first + 2 >= view->tokens->n)
		return false;
	if (counts_nothing(view, first))
		return true;
	if (pf_token_is(view->text, t, "most"))
		return (first && (PF_TOKEN_IS(view, first - 1, "the") ||
				  PF_TOKEN_IS(view, first - 1, "than"))) ||
		       (PF_TOKEN_IS(view, first + 1, "of") &&
			(pf_token_among(view, first + 2, what) || is_span(view, first + 2)));
	return PF_TOKEN_IS(view, first + 1, "every") && pf_token_among(view, first + 2, nth);
}

/* "As soon as it is known", "they pay soon when it works", "shortly before the deadline": when it
 * happens, and no promise. */
static bool is_moment(const struct pf_view *view, const struct pf_word_hit *h)
{
	static const char *const before[] = {"as", "how", "too", "so", NULL};
	static const char *const after[] = {"before", "after", "on", "as", "when", "if", NULL};

	return h->list == PF_LIST_soon &&
	       ((h->first && pf_token_among(view, h->first - 1, before)) ||
		pf_token_among(view, h->last, after));
}

/* Not meant of what is sold: "I was proud of how quick we were", "I used to be proud of my typing"
 * tell what was. */
static bool was_felt(const struct pf_view *view, const struct pf_word_hit *h)
{
	static const char *const was[] = {"was", "were", NULL};

	static const char *const need[] = {"need", "want", NULL};
	static const char *const not [] = {"don't", "not", "didn't", "doesn't", NULL};
	uint32_t first = view->tokens->sentences.v[pf_sentence_of(view->tokens, h->first)].first;

	if (h->list == PF_LIST_emotion && h->first && pf_token_among(view, h->first - 1, was))
		return true;
	/* "I don't need it to be perfect" asks for less. */
	if (h->list == PF_LIST_praise && pf_tokens_any(view, first, h->first, not ) &&
	    pf_tokens_any(view, first, h->first, need))
		return true;
	return (h->list == PF_LIST_emotion || h->list == PF_LIST_praise) && h->first >= 3 &&
	       PF_TOKEN_IS(view, h->first - 3, "used");
}

/* "The sheet is collected at the end of the day": when it is done. What clears the throat opens its
 * clause. */
static bool is_time_of_day(const struct pf_view *view, const struct pf_word_hit *h)
{
	static const char *const opens[] = {"but", "and", "because", "so", "that", NULL};
	const struct pf_token *t = &view->tokens->v[h->first];

	return h->list == PF_LIST_throat_clearing && PF_TOKEN_IS(view, h->first, "at") &&
	       !(t->flags & PF_TOKEN_SENTENCE) && t[-1].kind == PF_TOKEN_WORD &&
	       !pf_token_among(view, h->first - 1, opens);
}

#define LEADS_NEAR 3 /* words before a hedge that say it is none */

/* "Who should fix it", "after weather that might have affected it", "a sore no family should see",
 * "what they feared might break" */
static bool is_led(const struct pf_view *view, uint32_t first, uint32_t from)
{
	static const char *const leads[] = {"who",     "what",     "which",   "that",     "where",
					    "when",    "how",      "why",     "anything", "than",
					    "no",      "nobody",   "thought", "feared",   "assumed",
					    "guessed", "believed", NULL};

	from = first > from + LEADS_NEAR ? first - LEADS_NEAR : from;
	return pf_tokens_any(view, from, first, leads);
}

/* "May be touched", "could be done at any hour", "might have been prevented": what is allowed, or
 * can be. */
static bool is_passive(const struct pf_view *view, uint32_t last)
{
	static const char *const be[] = {"be", "been", NULL};
	static const char *const done[] = {"done", "withdrawn", "kept",  "made", "taken",
					   "seen", "sent",      "given", NULL};

	if (last + 1 >= view->tokens->n)
		return false;
	if (pf_token_among(view, last, be))
		last++;
	else if (!pf_token_among(view, last - 1, be))
		return false;
	return pf_token_among(view, last, done) || pf_token_ends(view, last, "ed");
}

/* "He says people should use the app": what others want is no doubt of the page's. */
static bool is_wanted(const struct pf_view *view, const struct pf_word_hit *h)
{
	static const char *const says[] = {"says", "said", "thinks", "wants", "asks", "told", NULL};
	const struct pf_sentence *s =
		&view->tokens->sentences.v[pf_sentence_of(view->tokens, h->first)];

	return pf_tokens_any(view, s->first, h->first, says);
}

#define OBJECT_NEAR 4u /* tokens of "the night nurse." */

/* "If the two differ we believe the teacher.": whom, and not what. */
static bool is_trust(const struct pf_view *view, const struct pf_word_hit *h)
{
	static const char *const whom[] = {"the", "her", "him",   "them",
					   "you", "our", "their", NULL};
	uint32_t i = h->last;

	if (i >= view->tokens->n || !PF_TOKEN_IS(view, i - 1, "believe") ||
	    !pf_token_among(view, i, whom))
		return false;
	while (i < view->tokens->n && i < h->last + OBJECT_NEAR &&
	       view->tokens->v[i].kind == PF_TOKEN_WORD)
		i++;
	return i < view->tokens->n && view->tokens->v[i].kind == PF_TOKEN_SIGN;
}

/* "They may be sicker to begin with; I can't separate it": a doubt that is owned to. */
static bool is_owned(const struct pf_view *view, const struct pf_word_hit *h)
{
	static const char *const cannot[] = {"can't",  "cannot",  "couldn't", "don't",
					     "didn't", "haven't", NULL};
	static const char *const tell[] = {"separate", "tell",     "say",   "know",
					   "prove",    "measured", "rule",  "known",
					   "tested",   "exclude",  "check", NULL};
	const struct pf_sentence *s =
		&view->tokens->sentences.v[pf_sentence_of(view->tokens, h->first)];
	uint32_t i = pf_tokens_find(view, h->last, s->last, cannot);

	return i + 1 < s->last && pf_token_among(view, i + 1, tell);
}

/* "We think again", "what should change?", "the board should hear it first": no doubt. */
static bool is_no_hedge(const struct pf_view *view, const struct pf_word_hit *h)
{
	static const char *const again[] = {"again", "so", "hear", "know", "decide", "ask", NULL};
	size_t s = pf_sentence_of(view->tokens, h->first);

	if (h->list != PF_LIST_hedges)
		return false;
	return is_wanted(view, h) || is_trust(view, h) || is_owned(view, h) ||
	       is_led(view, h->first, view->tokens->sentences.v[s].first) ||
	       is_passive(view, h->last) || pf_token_among(view, h->last, again) ||
	       pf_sentence_asks(view, s);
}

/* "Is it guaranteed?": whoever asks praises nothing. */
static bool is_asked(const struct pf_view *view, const struct pf_word_hit *h)
{
	return h->list == PF_LIST_hype &&
	       pf_sentence_asks(view, pf_sentence_of(view->tokens, h->first));
}

/* "Useful but not magical", "no longer unique": denied; "not only innovative" is not. */
static bool is_denied(const struct pf_view *view, const struct pf_word_hit *h)
{
	static const char *const not [] = {"not",    "no",      "never",  "nor",
					   "isn't",  "aren't",  "won't",  "doesn't",
					   "wasn't", "nothing", "hardly", NULL};
	static const char *const between[] = {"a", "an", "the", "very", "so", "be", "longer", NULL};
	uint32_t i = h->first;

	if (h->list != PF_LIST_hype)
		return false;
	if (i && pf_token_among(view, i - 1, between))
		i--;
	return i && pf_token_among(view, i - 1, not );
}

/* "The same list gets reinvented": what happens to the customer. */
static bool is_suffered(const struct pf_view *view, const struct pf_word_hit *h)
{
	static const char *const gets[] = {"get", "gets", "got", "getting", "being", NULL};

	return h->list == PF_LIST_hype && h->first && PF_TOKEN_IS(view, h->first, "reinvented") &&
	       pf_token_among(view, h->first - 1, gets);
}

/* "Each port has unique tides", "a unique link": of each its own. */
static bool is_each_own(const struct pf_view *view, const struct pf_word_hit *h)
{
	static const char *const have[] = {"have", "has", "having", "their", "your", NULL};
	static const char *const named[] = {"link", "id",         "ids",   "code",         "key",
					    "name", "identifier", "needs", "requirements", NULL};

	return h->list == PF_LIST_hype && h->first && PF_TOKEN_IS(view, h->first, "unique") &&
	       (pf_token_among(view, h->first - 1, have) ||
		(h->last + 2 <= view->tokens->n &&
		 pf_tokens_any(view, h->last, h->last + 2, named)));
}

/* "It has other guarantees.": a verb would have its object behind it. */
static bool is_noun(const struct pf_view *view, const struct pf_word_hit *h)
{
	const struct pf_token *v = view->tokens->v;

	return h->list == PF_LIST_hype && PF_TOKEN_IS(view, h->first, "guarantees") &&
	       (h->last >= view->tokens->n || v[h->last].kind == PF_TOKEN_SIGN ||
		v[h->last].flags & (PF_TOKEN_SENTENCE | PF_TOKEN_LINE));
}

#define NOUN_NEAR 3u /* words of "coding agents" */

/* "AI coding agents" are several; "an AI coach" is one. */
static bool is_plural(const struct pf_view *view, uint32_t i)
{
	uint32_t end = i + NOUN_NEAR < view->tokens->n ? i + NOUN_NEAR : (uint32_t)view->tokens->n;

	for (; i < end && view->tokens->v[i].kind == PF_TOKEN_WORD; i++)
		if (pf_token_ends(view, i, "s"))
			return true;
	return false;
}

/* "Your AI agents", "their cloud", "every AI session", "a log for AI agents": what the customer
 * has. "Your AI coach" is what is sold. */
static bool is_theirs(const struct pf_view *view, const struct pf_word_hit *h)
{
	static const char *const whose[] = {"your", "their", "his", "her", "for", NULL};
	static const char *const each[] = {"every", "each", "any", "multiple", NULL};
	static const char *const ours[] = {"powered", "driven", "based", "native", NULL};

	if (h->list != PF_LIST_technology || !h->first || h->last >= view->tokens->n ||
	    pf_token_among(view, h->last - 1, ours))
		return false;
	return pf_token_among(view, h->first - 1, each) ||
	       (pf_token_among(view, h->first - 1, whose) &&
		(view->tokens->v[h->last].kind == PF_TOKEN_SIGN || is_plural(view, h->last)));
}

/* "AI-assisted": the word behind the one that the hyphen binds to it. */
static uint32_t behind_hyphen(const struct pf_view *view, uint32_t i)
{
	const struct pf_token *v = view->tokens->v;

	return i + 2 < view->tokens->n && v[i].sign == '-' && v[i + 1].kind == PF_TOKEN_WORD &&
			       v[i - 1].end == v[i].begin && v[i].end == v[i + 1].begin
		       ? i + 2
		       : i;
}

/* "AWS CodeBuild", "Great Yarmouth", "a backend engineer", "AI-assisted developers": the name of
 * what they use or where they are, or what somebody is. */
static bool names_it(const struct pf_view *view, const struct pf_word_hit *h)
{
	static const char *const people[] = {"engineer",   "engineers", "developer", "developers",
					     "team",       "teams",     "lead",      "programmer",
					     "specialist", "founders",  "startups",  "researchers",
					     "scientists", "students",  "buyers",    "developer's",
					     "engineer's", "team's",    NULL};
	const struct pf_token *v = view->tokens->v;
	bool thing = h->list == PF_LIST_jargon || h->list == PF_LIST_technology;

	if ((!thing && h->list != PF_LIST_praise) || h->last >= view->tokens->n)
		return false;
	return (thing && pf_token_among(view, behind_hyphen(view, h->last), people)) ||
	       (v[h->first].flags & v[h->last].flags & PF_TOKEN_CAPITAL &&
		v[h->last].kind == PF_TOKEN_WORD && !(v[h->last].flags & PF_TOKEN_SENTENCE) &&
		!(v[h->first].flags & PF_TOKEN_SENTENCE));
}

/* "Northgale Cloud": part of a name. */
static bool in_name(const struct pf_view *view, const struct pf_word_hit *h)
{
	const struct pf_token *v = view->tokens->v, *t = &v[h->first];

	return h->list == PF_LIST_technology && h->first &&
	       t->flags & v[h->first - 1].flags & PF_TOKEN_CAPITAL &&
	       !(t->flags & (PF_TOKEN_LINE | PF_TOKEN_SENTENCE)) &&
	       view->text.ptr[t->end - 1] >= 'a';
}

/* "What everyone has is a ticket": of all people, and no customer. */
static bool is_anybody(const struct pf_view *view, const struct pf_word_hit *h)
{
	static const char *const has[] = {"has", "have", "knows", "know", "says", NULL};

	return h->list == PF_LIST_generic_customers &&
	       ((h->first && PF_TOKEN_IS(view, h->first - 1, "what")) ||
		(h->last < view->tokens->n && PF_TOKEN_IS(view, h->first, "everyone") &&
		 pf_token_among(view, h->last, has)));
}

#define SPELLED_WORDS 6

/* "The friction of a great board: honest disagreement, and a record of why": the praise is spelled
 * out, in words that are no praise. */
static bool is_spelled_out(const struct pf_view *view, const struct pf_word_hit *h)
{
	const struct pf_sentence *s =
		&view->tokens->sentences.v[pf_sentence_of(view->tokens, h->first)];
	const struct pf_token *v = view->tokens->v;
	uint32_t i = h->last;
	struct pf_range rest;

	if (h->list != PF_LIST_praise)
		return false;
	while (i < s->last && v[i].kind == PF_TOKEN_WORD)
		i++;
	if (i + SPELLED_WORDS >= s->last || v[i].sign != ':')
		return false;
	rest = (struct pf_range){v[i].end, v[s->last - 1].end};
	return pf_tokens_words(view->tokens, rest) >= SPELLED_WORDS &&
	       !pf_view_has(view, PF_LIST_praise, rest);
}

bool pf_hit_is_idiom(const struct pf_view *view, const struct pf_word_hit *h)
{
	return is_vague_idiom(view, h) || is_moment(view, h) || was_felt(view, h) ||
	       is_time_of_day(view, h) || names_it(view, h) || in_name(view, h) ||
	       is_asked(view, h) || is_no_hedge(view, h) || is_anybody(view, h) ||
	       is_denied(view, h) || is_suffered(view, h) || is_each_own(view, h) ||
	       is_noun(view, h) || is_theirs(view, h) || is_spelled_out(view, h);
}
