#include "maybe.h"

#include "answers.h"
#include "deed_words.h"
#include "deeds_each.h"
#include "judge.h"
#include "quants.h"
#include "said.h"
#include "words.h"

/* Not what a heading names, what is measured, nor what somebody is made to say. */
static bool may_weigh(const struct pf_view *view, size_t sentence)
{
	uint8_t part = view->sentence_part[sentence];

	return part != PF_SENTENCE_HEADING && part != PF_PART_HEADLINE && part != PF_PART_METRICS &&
	       part != PF_PART_QUOTE_CUSTOMER && part != PF_PART_QUOTE_COMPANY &&
	       part != PF_PART_APPENDIX;
}

/* And not what hurts. */
static bool may_tell(const struct pf_view *view, size_t sentence)
{
	return view->sentence_part[sentence] != PF_PART_PROBLEM && may_weigh(view, sentence);
}

#define ANSWERED_WITHIN 2 /* sentences */

/* "The runner sees name and ward, not the diagnosis", "stills only, no video kept" */
static bool keeps_it_close(const struct pf_view *view, const struct pf_phrase_hit *hit)
{
	static const char *const kept[] = {"kept", "deleted", "remain", "remains", "object", NULL};
	static const char *const seen[] = {"see",  "sees",     "seen",  "stored",   "holds",
					   "know", "contains", "knows", "exchange", "contain",
					   "go",   "collect",  "goes",  "shared",   "share",
					   "stay", "leaves",   "stays", "leave",    "sold",
					   "sell", "read",     "used",  "use",      NULL};
	static const char *const close[] = {"only", "never", "nobody", "no",    "not",   "none",
					    "but",  "don't", "isn't",  "can't", "won't", NULL};
	size_t s = pf_sentence_of(view->tokens, hit->first);
	uint32_t first = view->tokens->sentences.v[s].first;
	uint32_t last = view->tokens->sentences.v[s].last;
	bool asks = pf_sentence_asks(view, s);

	/* "Who sees my wages? The clerk who decides, not the school.": the answer stands behind. */
	for (size_t k = 1; asks && k <= ANSWERED_WITHIN && s + k < view->tokens->sentences.n; k++)
		last = view->tokens->sentences.v[s + k].last;
	return pf_tokens_any(view, first, last, kept) ||
	       (pf_tokens_any(view, first, last, seen) && pf_tokens_any(view, first, last, close));
}

#define WEIGHED_WITHIN 4 /* sentences: it was tried; what came of it; what is done with it now */

/* "It was tried. Signing went from 9% to 7%. I'd not fund it." */
static bool weighs_it(const struct pf_view *view, const struct pf_phrase_hit *hit)
{
	const struct pf_sentence *v = view->tokens->sentences.v;
	size_t sentence = pf_sentence_of(view->tokens, hit->first);
	size_t last = sentence + WEIGHED_WITHIN;
	struct pf_deed_run run = {v[sentence].first, v[sentence].last};

	for (size_t s = sentence + 1;
	     s < last && s < view->tokens->sentences.n && may_weigh(view, s); s++)
		run.last = v[s].last;
	return pf_deed_has(view, run, PF_WORD_NO | PF_WORD_AMISS);
}

#define MANY 20 /* a count, and no hour of the day */

/* So many numbers, and a large count among them; what is paid for it tells of no crowd. */
static bool counts_many(const struct pf_view *view, struct pf_range range, size_t numbers)
{
	size_t first, last, n = 0;
	bool many = false;

	pf_view_quants(view, range, &first, &last);
	for (; first < last; first++) {
		const struct pf_quant *q = &view->quants->v[first];

		if (pf_quant_is_date(q))
			continue;
		n++;
		many |= (q->base == PF_QUANT_NUMBER || q->base == PF_QUANT_QUANTITY) &&
			q->value >= MANY;
	}
	return many && n >= numbers;
}

static bool has_money(const struct pf_view *view, struct pf_range range)
{
	size_t first, last;

	for (pf_view_quants(view, range, &first, &last); first < last; first++)
		if (view->quants->v[first].base == PF_QUANT_MONEY)
			return true;
	return false;
}

/* "A frost week has 2,600 leaks, not 600": how many come, and what that is set against; "by
 * January" is a plan. */
static bool counts_a_crowd(const struct pf_view *view, const struct pf_phrase_hit *hit)
{
	static const char *const plans[] = {"by",   "before", "until", "since",
					    "from", "last",   "next",  NULL};
	struct pf_range s = pf_sentence_range(view, pf_sentence_of(view->tokens, hit->first));
	const struct pf_pair *pair = pf_answer_at(view, s.begin);

	if (!pair || pf_range_empty(pair->answer) || has_money(view, s) ||
	    pf_tokens_any(view, hit->first > 4 ? hit->first - 4 : 0, hit->first, plans))
		return false;
	return s.begin < pair->question.end
		       ? counts_many(view, pair->answer, 2)
		       : counts_many(view, s, 1) && counts_many(view, pair->answer, 2);
}

#define STATED_WORDS 4

/* "*The chairman said people should use our app.*": what is put without a question mark is held
 * against the page, and the answer denies it. */
static bool denies_what_is_put(const struct pf_view *view, const struct pf_pair *pair)
{
	size_t last = pf_question_said(view, pair)->run.last;

	return !pf_range_empty(pair->answer) && last &&
	       pf_question_said(view, pair)->words >= STATED_WORDS &&
	       view->tokens->v[last - 1].sign != '?' &&
	       pf_answer_said(view, pair)->does & PF_WORD_NO;
}

#define ANSWERED_BY 2 /* sentences */

/* "Why not radio tags?": another way is put, and the answer does not say that all is well. */
static bool why_not(const struct pf_view *view, const struct pf_pair *pair)
{
	static const char *const not [] = {"not", "just", "instead", NULL};
	struct pf_deed_run asked = pf_question_said(view, pair)->run;

	return !pf_range_empty(pair->answer) && PF_TOKEN_IS(view, asked.first, "why") &&
	       pf_tokens_any(view, asked.first + 1,
			     asked.first + 3 < asked.last ? asked.first + 3 : asked.last, not ) &&
	       !pf_deed_waves_away(view, pair->answer);
}

/* "They say where a keg is. We know that. Moving it was the trouble.": what would be amiss with it
 * is why not, and so is whatever is said of it at some length. */
static bool fears_what_is_put(const struct pf_view *view, const struct pf_pair *pair)
{
	size_t first, last;

	if (!why_not(view, pair))
		return false;
	pf_view_sentences(view, pair->answer, &first, &last);
	return last - first >= ANSWERED_BY ||
	       pf_deed_has(view, pf_deed_run_of(view, pair->answer), PF_WORD_AMISS);
}

/* "We thought about favourites, but they slow it down" */
static bool thought_of(const struct pf_view *view, const struct pf_pair *pair)
{
	static const char *const thought[] = {"thought", "looked", "considered", "tried", NULL};
	static const char *const but[] = {"but", NULL};
	struct pf_deed_run run = pf_answer_said(view, pair)->run;

	for (uint32_t i = run.first;
	     (i = pf_tokens_find(view, i + 1, run.last, thought)) < run.last;) {
		size_t s = pf_sentence_of(view->tokens, i);

		if (pf_deed_is(view, i - 1) & PF_WORD_WE &&
		    (PF_TOKEN_IS(view, i + 1, "about") || PF_TOKEN_IS(view, i + 1, "at") ||
		     !PF_TOKEN_IS(view, i, "thought")) &&
		    pf_tokens_any(view, i + 1, view->tokens->sentences.v[s].last, but))
			return true;
	}
	return false;
}

/* "Why was Go selected over Node?", "why a call rather than an app?": of two, and why. */
static bool asks_of_two(const struct pf_view *view, const struct pf_pair *pair)
{
	static const char *const took[] = {"select", "selected", "choose", "chose",   "chosen",
					   "pick",   "picked",   "use",    "using",   "prefer",
					   "go",     "build",    "adopt",  "adopted", NULL};
	static const char *const over[] = {"over", "instead", "rather", NULL};
	struct pf_deed_run asked = pf_deed_run_of(view, pair->question);

	return !pf_range_empty(pair->answer) && PF_TOKEN_IS(view, asked.first, "why") &&
	       pf_tokens_any(view, asked.first, asked.last, took) &&
	       pf_tokens_any(view, asked.first, asked.last, over) &&
	       !pf_deed_waves_away(view, pair->answer);
}

static bool turns_down(const struct pf_view *view, const struct pf_pair *pair)
{
	if (asks_of_two(view, pair))
		return true;
	if (!pf_range_empty(pair->answer) && thought_of(view, pair))
		return true;
	return denies_what_is_put(view, pair) || fears_what_is_put(view, pair);
}

/* "Who sees my transcript?" "Those you tick.": who may see it is asked, and named. */
static bool names_who_sees(const struct pf_view *view, const struct pf_pair *pair)
{
	static const char *const my[] = {"my", "our", NULL};
	static const char *const sees[] = {"see",   "sees", "read",  "reads",  "know",
					   "knows", "hear", "hears", "listen", NULL};
	struct pf_deed_run asked = pf_question_said(view, pair)->run;

	return !pf_range_empty(pair->answer) && PF_TOKEN_IS(view, asked.first, "who") &&
	       pf_tokens_any(view, asked.first, asked.last, my) &&
	       pf_tokens_any(view, asked.first, asked.last, sees) &&
	       !pf_deed_waves_away(view, pair->answer);
}

/* A list of what is spoken of, what must be said of it, and which pairs say it without. */
struct reader {
	enum pf_list list;
	bool (*may)(const struct pf_view *view, size_t sentence);
	bool (*told)(const struct pf_view *view, const struct pf_phrase_hit *hit);
	bool (*answered)(const struct pf_view *view, const struct pf_pair *pair); /* or NULL */
};

static const struct reader *reader_of(enum pf_deed deed)
{
	static const struct reader control = {PF_LIST_personal, may_tell, keeps_it_close,
					      names_who_sees};
	static const struct reader other_way = {PF_LIST_other_ways, may_weigh, weighs_it,
						turns_down};
	static const struct reader capacity = {PF_LIST_crowds, may_tell, counts_a_crowd, NULL};

	return deed == PF_DEED_CONTROL     ? &control
	       : deed == PF_DEED_OTHER_WAY ? &other_way
	       : deed == PF_DEED_CAPACITY  ? &capacity
					   : NULL;
}

bool pf_maybe_told(const struct pf_view *view, enum pf_deed deed)
{
	const struct reader *reader = reader_of(deed);
	struct pf_hits hits;

	/* "They sign as they do today": one phrase that waves away leaves the refusal beside it. */
	for (size_t i = 0; deed == PF_DEED_REFUSAL && i < view->parts->pairs.n; i++)
		if (!pf_range_empty(view->parts->pairs.v[i].answer) &&
		    (pf_deed_refusal(view, &view->parts->pairs.v[i]) ||
		     pf_deed_names_who_stops(view, &view->parts->pairs.v[i])))
			return true;
	if (!reader)
		return false;
	for (size_t i = 0; reader->answered && i < view->parts->pairs.n; i++)
		if (reader->answered(view, &view->parts->pairs.v[i]))
			return true;
	hits = pf_view_hits(view, reader->list, PF_ANYWHERE);
	for (size_t i = 0; i < hits.n; i++)
		if (reader->may(view, pf_sentence_of(view->tokens, hits.v[i].first)) &&
		    reader->told(view, &hits.v[i]))
			return true;
	return false;
}

#define WEIGHING        2.2 /* such words in a hundred; pages that only assure have fewer than two */
#define WEIGHING_LITTLE 1.6
#define WEIGHING_MUCH   2.8
#define WEIGHING_WORDS  200 /* of a few lines the share says nothing */

static double weighing_share(const struct pf_view *view)
{
	return view->tokens->words < WEIGHING_WORDS
		       ? 0
		       : 100 * (double)view->weighing / (double)view->tokens->words;
}

bool pf_maybe_weighs(const struct pf_view *view)
{
	return weighing_share(view) >= WEIGHING;
}

double pf_maybe_how_weighed(const struct pf_view *view)
{
	return pf_ramp(weighing_share(view), WEIGHING_LITTLE, WEIGHING_MUCH);
}

/* --- what is left out --- */

#define NAMED_WORDS 4 /* "After ten at night?" */

/* "Powered?" "No.", "After ten at night?" "We can't.": what is asked for is not there. Of what a
 * customer need not do nothing is left out, and "Is it a loan?" "No." only says what it is. */
static bool answers_no(const struct pf_view *view, const struct pf_pair *pair)
{
	static const char *const need[] = {"need", "cost", "have", "must", "why", "pay", NULL};
	static const char *const can[] = {"can", "could", "will", "does", "do", NULL};
	static const char *const cannot[] = {"can't", "cannot", "won't", "don't", NULL};
	struct pf_deed_run asked = pf_question_said(view, pair)->run;
	uint32_t i = pf_answer_said(view, pair)->run.first;

	if (pf_range_empty(pair->answer) || pf_deed_has(view, asked, PF_WORD_ME) ||
	    pf_tokens_any(view, asked.first, asked.last, need))
		return false;
	return PF_TOKEN_IS(view, i, "not") ||
	       (PF_TOKEN_IS(view, i, "no") &&
		(pf_token_among(view, asked.first, can) ||
		 (!(pf_deed_is(view, asked.first) & PF_WORD_CLOSED) &&
		  pf_question_said(view, pair)->words <= NAMED_WORDS))) ||
	       (pf_deed_is(view, i) & PF_WORD_WE && pf_token_among(view, i + 1, cannot));
}

/* "Cold walls are not solved by this", "big ones aren't in this", "no second town before it works"
 */
static bool stays_away(const struct pf_view *view, size_t sentence)
{
	static const char *const not [] = {"not", "aren't", "isn't", NULL};
	static const char *const done[] = {"covered", "included", "solved",    "offered", "helped",
					   "built",   "served",   "supported", NULL};
	static const char *const before[] = {"before", "until", "outside", NULL};
	static const char *const out[] = {"out", "excluded", "discarded", NULL};
	static const char *const it[] = {"this", "it", "scope", NULL};
	const struct pf_sentence *s = &view->tokens->sentences.v[sentence];

	if (s->first + 1 < s->last && pf_token_among(view, s->first, out) &&
	    view->tokens->v[s->first + 1].sign == ':')
		return true;
	if (PF_TOKEN_IS(view, s->first, "no") &&
	    pf_tokens_any(view, s->first + 1, s->first + 6 < s->last ? s->first + 6 : s->last,
			  before))
		return true;
	for (uint32_t i = pf_sentence_find(view, sentence, not ); i + 1 < s->last;
	     i = pf_tokens_find(view, i + 1, s->last, not ))
		if (pf_token_among(view, i + 1, done) ||
		    (i + 2 < s->last && PF_TOKEN_IS(view, i + 1, "in") &&
		     pf_token_among(view, i + 2, it)))
			return true;
	return false;
}

/* "We will add cranes on lorries once fifty are live": not before. */
static bool adds_later(const struct pf_view *view, size_t sentence)
{
	static const char *const adds[] = {"add", "include", "support", "cover", NULL};
	static const char *const once[] = {"once", "until", "after", NULL};
	const struct pf_sentence *s = &view->tokens->sentences.v[sentence];
	uint32_t i = pf_sentence_find(view, sentence, adds);

	return i < s->last && i > s->first && pf_deed_is(view, i - 1) & PF_WORD_MODAL &&
	       pf_tokens_any(view, i, s->last, once);
}

bool pf_maybe_left_out(const struct pf_view *view)
{
	for (size_t i = 0; i < view->parts->pairs.n; i++)
		if (answers_no(view, &view->parts->pairs.v[i]))
			return true;
	for (size_t s = 0; s < view->tokens->sentences.n; s++)
		if (may_tell(view, s) && (stays_away(view, s) || adds_later(view, s)))
			return true;
	return false;
}

/* --- what is not known --- */

/* "I have no figure", "nor do we know", "it is assumed": one of `signs` stands at token i. */
static bool is_unknown_at(const struct pf_view *view, const struct pf_sentence *s, uint32_t i)
{
	static const char *const of[] = {"figure", "figures",  "data",     "baseline", "test",
					 "tests",  "estimate", "measured", "counted",  "tested",
					 "agreed", "decided",  "settled",  NULL};
	static const char *const know[] = {"know", NULL};
	static const char *const assumes[] = {"assumes", "assume", "assumed", NULL};
	static const char *const given[] = {"if", "when", "until", NULL};
	uint32_t last = i + 6 < s->last ? i + 6 : s->last;

	if (pf_token_among(view, i, assumes))
		return true;
	if (PF_TOKEN_IS(view, i, "nor"))
		return pf_tokens_any(view, i + 1, last, know);
	return pf_tokens_any(view, i + 1, last, of) && !pf_tokens_any(view, s->first, i, given);
}

bool pf_maybe_unknown(const struct pf_view *view, size_t sentence)
{
	static const char *const signs[] = {"no",  "don't",   "haven't", "without", "not",
					    "nor", "assumes", "assume",  "assumed", NULL};
	static const char *const open[] = {"open", NULL}, *const what[] = {"what", "which", NULL};
	const struct pf_sentence *s = &view->tokens->sentences.v[sentence];

	if (!may_tell(view, sentence))
		return false;
	if (pf_token_among(view, s->first, what) &&
	    pf_tokens_any(view, s->first + 1, s->last, open))
		return true;
	if (!pf_sentence_may(view, sentence, signs))
		return false;
	for (uint32_t i = s->first; (i = pf_tokens_find(view, i, s->last, signs)) < s->last; i++)
		if (is_unknown_at(view, s, i))
			return true;
	return false;
}

#define BARE_GUESS 6u /* "It's a guess.": of the number before it */

/* "59%, since the letter is new. It's a guess.": the number stands in the sentence before. */
static bool guesses_before(const struct pf_view *view, size_t sentence)
{
	return sentence && view->tokens->sentences.v[sentence].words <= BARE_GUESS &&
	       view->sentence_part[sentence] == view->sentence_part[sentence - 1] &&
	       pf_deed_has_quant(view, pf_sentence_range(view, sentence - 1));
}

/* "If waits fall and this does not, I was wrong": what the number rests on can be found false. */
static bool may_be_wrong(const struct pf_view *view, const struct pf_sentence *s)
{
	static const char *const if_[] = {"if", NULL}, *const wrong[] = {"wrong", NULL};
	static const char *const we[] = {"i", "we", "i'm", "we're", "i'd", "we'd", NULL};
	uint32_t at;

	if (!pf_token_among(view, s->first, if_))
		return false;
	at = pf_tokens_find(view, s->first, s->last, wrong);
	return at < s->last && pf_tokens_any(view, s->first, at, we);
}

/* "We expect 80% to use it, based on other districts": what one looks for, and why so many. */
static bool expects_by(const struct pf_view *view, size_t sentence)
{
	static const char *const expect[] = {"expect", "expects", NULL};
	static const char *const based[] = {"based", NULL}, *const on[] = {"on", NULL};
	uint32_t last = view->tokens->sentences.v[sentence].last;
	uint32_t i = pf_sentence_find(view, sentence, expect);

	i = pf_tokens_find(view, i, last, based);
	return i + 1 < last && pf_token_among(view, i + 1, on);
}

/* "Roughly $300,000, that's my own estimate", "we assume the largest three are the same", "I'd want
 * to verify it" */
bool pf_maybe_assumed(const struct pf_view *view)
{
	static const char *const guess[] = {"estimate",    "estimated", "assume",  "assumes",
					    "assumed",     "guess",     "guessed", "verify",
					    "uncertainty", "uncertain", NULL};

	for (size_t s = 0; s < view->tokens->sentences.n; s++) {
		const struct pf_sentence *sentence = &view->tokens->sentences.v[s];

		if (!may_tell(view, s) && view->sentence_part[s] != PF_PART_METRICS)
			continue;
		if (may_be_wrong(view, sentence) ||
		    ((pf_sentence_any(view, s, guess) || expects_by(view, s)) &&
		     (pf_deed_has_quant(view, pf_sentence_range(view, s)) ||
		      guesses_before(view, s))))
			return true;
	}
	return false;
}

/* --- what is measured --- */

/* "Today 44% give up; I want it below a third": a value of today, and one that is wanted. */
static bool tells_change(const struct pf_view *view, struct pf_range answer)
{
	size_t first, last;
	bool today = false, wanted = false;

	for (pf_view_quants(view, answer, &first, &last); first < last; first++) {
		const struct pf_quant *q = &view->quants->v[first];

		today |= q->role == PF_ROLE_BASELINE || q->told == PF_ROLE_BASELINE;
		wanted |= q->role == PF_ROLE_TARGET || q->bound == PF_BOUND_LT;
	}
	return today && wanted;
}

bool pf_maybe_metrics(const struct pf_view *view)
{
	static const char *const measure[] = {"measure", "measures", "measured",  "metric",
					      "metrics", "success",  "succeeded", "judge",
					      "judged",  NULL};

	for (size_t i = 0; i < view->parts->pairs.n; i++) {
		const struct pf_pair *pair = &view->parts->pairs.v[i];

		if (!pf_range_empty(pair->answer) && pf_said_quant(pf_answer_said(view, pair)) &&
		    (pf_tokens_any(view, pf_question_said(view, pair)->run.first,
				   pf_answer_said(view, pair)->run.last, measure) ||
		     tells_change(view, pair->answer)))
			return true;
	}
	return false;
}
