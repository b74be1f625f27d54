#include "deeds.h"

#include <string.h>

#include "prfaq/base/mem.h"

#include "equation.h"
#include "own.h"
#include "quants.h"
#include "words.h"

enum {
	NO = 1 << 0,
	AMISS = 1 << 1, /* what goes wrong */
	IF = 1 << 2,
	ME = 1 << 3,   /* in a question: the customer */
	YOU = 1 << 22, /* in an answer: the customer */
	WE = 1 << 4,
	THEY = 1 << 5,
	MODAL = 1 << 6,
	SKIP = 1 << 7,     /* stands between who and what: "then", "also", "have" */
	IDLE = 1 << 8,     /* no act: "believe", "handle", "the" */
	ACTS = 1 << 9,     /* an act of a third: "rings" */
	REFUSES = 1 << 10, /* what a party does that does not want it */
	DECIDES = 1 << 11, /* what it does if it must be asked */
	TAKES_UP = 1 << 12,
	WHY = 1 << 13,  /* a reason in other words than "because" */
	LEFT = 1 << 14, /* "dropped", "decided" (against) */
	RULE = 1 << 15,
	OURS = 1 << 16,
	PLANS = 1 << 17, /* words of those who make it */
	LOAD = 1 << 18,
	EACH = 1 << 19,
	ASKS = 1 << 20,   /* "why", "what" */
	CLOSED = 1 << 21, /* opens a question for yes or no */
};

static const struct deed_word {
	const char *word;
	uint32_t is;
} deed_words[] = {
#include "deeds.inc"
};

#define DEED_WORDS (sizeof(deed_words) / sizeof(*deed_words))

/* As strcmp, of a word in any case and with either apostrophe. */
static int compare(struct pf_slice word, const char *row)
{
	size_t i = 0;

	for (; i < word.len; i++, row++) {
		unsigned char c = (unsigned char)word.ptr[i];

		if (c >= 'A' && c <= 'Z')
			c = (unsigned char)(c + 32);
		if (c == 0xE2 && word.len - i >= 3) { /* the curly one */
			c = '\'';
			i += 2;
		}
		if (c != (unsigned char)*row)
			return c < (unsigned char)*row ? -1 : 1;
	}
	return *row ? -1 : 0;
}

static bool is_negated(struct pf_slice word)
{
	return word.len > 3 && word.ptr[word.len - 1] == 't' &&
	       (word.ptr[word.len - 3] == 'n' || (word.len > 5 && word.ptr[word.len - 5] == 'n')) &&
	       !(word.ptr[word.len - 2] >= 'a' && word.ptr[word.len - 2] <= 'z');
}

#define LETTERS 26

/* Where the words of each letter begin: half of the steps of every look-up are those to its own. */
struct letters {
	size_t begin[LETTERS + 1];
};

static void find_letters(struct letters *letters)
{
	size_t row = 0;

	for (size_t c = 0; c <= LETTERS; c++) {
		while (row < DEED_WORDS && (size_t)(deed_words[row].word[0] - 'a') < c)
			row++;
		letters->begin[c] = row;
	}
}

static uint32_t look_up(const struct letters *letters, struct pf_slice word)
{
	size_t letter = (size_t)((word.ptr[0] | 0x20) - 'a'), low, high;

	if (letter >= LETTERS)
		return 0;
	low = letters->begin[letter];
	high = letters->begin[letter + 1];

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int d = compare(word, deed_words[middle].word);

		if (!d)
			return deed_words[middle].is;
		if (d < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return 0;
}

uint32_t *pf_deeds_words(const struct pf_view *view)
{
	uint32_t *is = pf_xcalloc(view->tokens->n_words + 1, sizeof(*is));
	uint32_t seen = 0; /* words are numbered as they come */
	struct letters letters;

	find_letters(&letters);
	for (size_t i = 0; i < view->tokens->n; i++) {
		const struct pf_token *t = &view->tokens->v[i];
		uint32_t n = view->tokens->word[i];

		if (n <= seen || t->kind != PF_TOKEN_WORD)
			continue;
		seen = n;
		is[n] = look_up(&letters, pf_slice_cut(view->text, t->begin, t->end));
		is[n] |= is_negated(pf_slice_cut(view->text, t->begin, t->end)) ? NO : 0;
	}
	return is;
}

/* --- runs of tokens ------------------------------------------------------------ */

struct run {
	size_t first, last;
};

static struct run run_of(const struct pf_view *view, struct pf_range range)
{
	return (struct run){pf_tokens_at(view->tokens, range.begin),
			    pf_tokens_at(view->tokens, range.end)};
}

static uint32_t is(const struct pf_view *view, size_t token)
{
	return token < view->tokens->n ? view->does[view->tokens->word[token]] : 0;
}

/* The first token of the run that is one of them; `last` if none is. */
static size_t find(const struct pf_view *view, struct run run, uint32_t kinds)
{
	while (run.first < run.last && !(is(view, run.first) & kinds))
		run.first++;
	return run.first;
}

static bool has(const struct pf_view *view, struct run run, uint32_t kinds)
{
	return find(view, run, kinds) < run.last;
}

static bool reads(const struct pf_view *view, size_t token, const char *word)
{
	return token < view->tokens->n && view->tokens->v[token].kind == PF_TOKEN_WORD &&
	       pf_token_is(view->text, &view->tokens->v[token], word);
}

static bool in_list(const struct pf_view *view, const char *name, struct pf_range range)
{
	uint32_t list = pf_list_named(view, name);

	return pf_view_any(view, &list, 1, range, NULL);
}

static bool has_quant(const struct pf_view *view, struct pf_range range)
{
	size_t first, last;

	pf_view_quants(view, range, &first, &last);
	return first < last;
}

/* Words that could stand on any other page say nothing of this one. */
static bool of_this_page(const struct pf_view *view, struct pf_range range)
{
	return has_quant(view, range) || pf_own_words(view, range);
}

/* "Not a concern", with nothing to weigh it by. */
static bool waves_away(const struct pf_view *view, struct pf_range answer)
{
	return in_list(view, "softballs", answer) && !has_quant(view, answer);
}

static struct pf_range sentence_in(const struct pf_view *view, size_t s, struct pf_range answer)
{
	struct pf_range at = pf_sentence_range(view, s);

	at.begin = at.begin < answer.begin ? answer.begin : at.begin;
	at.end = at.end > answer.end ? answer.end : at.end;
	return at;
}

static bool any_sentence(const struct pf_view *view, struct pf_range answer,
			 bool (*holds)(const struct pf_view *, struct pf_range))
{
	size_t first, last;

	for (pf_view_sentences(view, answer, &first, &last); first < last; first++)
		if (holds(view, sentence_in(view, first, answer)))
			return true;
	return false;
}

/* --- what somebody does ---------------------------------------------------------- */

/* What follows the one who acts is an act: no article, no belief, no "not". */
static bool act_follows(const struct pf_view *view, size_t i, size_t last)
{
	while (i < last && is(view, i) & (SKIP | MODAL))
		i++;
	return i < last && view->tokens->v[i].kind == PF_TOKEN_WORD && !(is(view, i) & (IDLE | NO));
}

/* "The office rings", not "the rings" nor "two rings". */
static bool is_act(const struct pf_view *view, size_t i, size_t first)
{
	return is(view, i) & ACTS && i > first && view->tokens->v[i - 1].kind == PF_TOKEN_WORD &&
	       !(is(view, i - 1) & (IDLE | NO));
}

/* "The manager is reminded every quarter" */
static bool is_done(const struct pf_view *view, size_t i, size_t last)
{
	static const char *const is_are[] = {"is", "are", "be", NULL};
	const struct pf_token *t = &view->tokens->v[i + 1 < last ? i + 1 : i];

	return i + 1 < last && pf_token_among(view, (uint32_t)i, is_are) &&
	       t->kind == PF_TOKEN_WORD && t->end - t->begin > 4 &&
	       !memcmp(view->text.ptr + t->end - 2, "ed", 2) &&
	       !(is(view, i + 1) & (IDLE | AMISS | NO));
}

static bool run_acts(const struct pf_view *view, struct run run)
{
	for (size_t i = run.first; i < run.last; i++) {
		uint32_t kinds = is(view, i);

		if (kinds & (WE | THEY | MODAL) && act_follows(view, i + 1, run.last))
			return true;
		if ((reads(view, i, "then") || reads(view, i, "must")) && i + 1 < run.last &&
		    view->tokens->v[i + 1].kind == PF_TOKEN_WORD && !(is(view, i + 1) & NO))
			return true;
		if (is_act(view, i, run.first) || is_done(view, i, run.last))
			return true;
	}
	return false;
}

bool pf_deed_acts(const struct pf_view *view, struct pf_range range)
{
	return run_acts(view, run_of(view, range));
}

/* "We will handle it", "which we'll settle" */
static bool puts_off(const struct pf_view *view, struct pf_range range)
{
	struct run run = run_of(view, range);

	for (size_t i = run.first; i + 1 < run.last; i++)
		if (is(view, i) & (WE | MODAL) && is(view, i + 1) & IDLE)
			return true;
	return false;
}

/* --- failure ------------------------------------------------------------------------ */

/* "What if volunteers drop out?", "Could he fit fans where none are needed?"; what happens to the
 * customer ("What if I cancel?") is no failure of the plan. */
static bool asks_amiss(const struct pf_view *view, struct pf_range question)
{
	struct run run = run_of(view, question);

	return !has(view, run, ME) && has(view, run, AMISS | NO) &&
	       (has(view, run, IF) || is(view, run.first) & CLOSED);
}

/* "No.", "Nothing that a good team could not": nothing is feared. */
static bool denies(const struct pf_view *view, size_t begin)
{
	if (!(is(view, begin) & NO))
		return false;
	return !reads(view, begin, "no") || begin + 1 >= view->tokens->n ||
	       view->tokens->v[begin + 1].kind == PF_TOKEN_SIGN;
}

/* Where the clause that opens at `i` ends: at its comma, or where it says "then". */
static size_t clause_end(const struct pf_view *view, size_t i, size_t last)
{
	while (i < last && view->tokens->v[i].kind != PF_TOKEN_SIGN && !reads(view, i, "then"))
		i++;
	return i;
}

/* What goes wrong in the condition is not the reader's own doing, and no "without". */
static size_t amiss_in(const struct pf_view *view, struct run clause)
{
	if (has(view, clause, ME | YOU))
		return clause.last;
	return find(view, clause, AMISS);
}

/* "If sync fails on the night, the film runs on": amiss in the condition, an act behind it, before
 * it, or in the next sentence. */
static bool meets_failure(const struct pf_view *view, size_t s, struct pf_range answer)
{
	static const char *const ifs[] = {"if", "unless", "should", NULL};
	struct run run = run_of(view, sentence_in(view, s, answer));
	struct run next = {run.last, run.last};
	size_t i = run.first;

	if (s + 1 < view->tokens->sentences.n &&
	    view->tokens->sentences.v[s + 1].begin < answer.end)
		next = run_of(view, sentence_in(view, s + 1, answer));
	for (; (i = pf_tokens_find(view, (uint32_t)i, (uint32_t)run.last, ifs)) < run.last; i++) {
		struct run clause = {i + 1, clause_end(view, i + 1, run.last)};
		size_t amiss = amiss_in(view, clause);

		if (amiss < clause.last &&
		    (run_acts(view, (struct run){amiss + 1, run.last}) ||
		     run_acts(view, (struct run){run.first, i}) || run_acts(view, next)))
			return true;
	}
	return false;
}

/* The question fears something; the answer does something about it, or says what then is left: "If
 * wages do not join?" "Food aid alone." */
static bool meets_fear(const struct pf_view *view, const struct pf_pair *pair)
{
	size_t begin = pf_tokens_at(view->tokens, pair->answer.begin);

	if (any_sentence(view, pair->answer, pf_deed_acts))
		return !denies(view, begin);
	return has(view, run_of(view, pair->question), IF) && !denies(view, begin) &&
	       !puts_off(view, pair->answer) && of_this_page(view, pair->answer);
}

/* "Stop?" "If fewer than 5,000 strips are scanned." */
static bool tells_end(const struct pf_view *view, const struct pf_pair *pair)
{
	static const char *const end[] = {"stop", "end", "stopped", "again", "quit", NULL};
	struct run run = run_of(view, pair->question);

	return pf_tokens_any(view, (uint32_t)run.first, (uint32_t)run.last, end) &&
	       has(view, run_of(view, pair->answer), IF) && has_quant(view, pair->answer);
}

static bool does_failure(const struct pf_view *view, const struct pf_pair *pair)
{
	size_t first, last;

	if ((asks_amiss(view, pair->question) || in_list(view, "failure", pair->question)) &&
	    meets_fear(view, pair))
		return true;
	for (pf_view_sentences(view, pair->answer, &first, &last); first < last; first++)
		if (meets_failure(view, first, pair->answer))
			return true;
	return tells_end(view, pair);
}

/* --- somebody else's no ---------------------------------------------------------------- */

/* "Must decide", "has not joined", "doesn't agree" */
static bool is_held_up(const struct pf_view *view, size_t i, size_t first)
{
	static const char *const duty[] = {"must", "to", NULL}, *const has_to[] = {"has", "have",
										   NULL};

	if (!(is(view, i) & DECIDES) || i == first)
		return false;
	if (is(view, i - 1) & NO)
		return true;
	return pf_token_among(view, (uint32_t)i - 1, duty) &&
	       (reads(view, i - 1, "must") ||
		(i - 1 > first && pf_token_among(view, (uint32_t)i - 2, has_to)));
}

/* A party, and no "it", "this" or "we". */
static bool is_party(const struct pf_view *view, size_t i)
{
	static const char *const no_party[] = {"it",  "this", "that",  "we",    "i",
					       "you", "they", "which", "there", NULL};

	return !(is(view, i) & (WE | ME)) && !pf_token_among(view, (uint32_t)i, no_party);
}

/* "Two of our seven won't." */
static bool will_not(const struct pf_view *view, size_t i, size_t last)
{
	return reads(view, i, "won't") &&
	       (i + 1 >= last || is(view, i + 1) & DECIDES ||
		view->tokens->v[i + 1].kind == PF_TOKEN_SIGN) &&
	       is_party(view, i - 1);
}

/* "Departments rule no", and in quotes. */
static bool says_no(const struct pf_view *view, size_t i, size_t first)
{
	return reads(view, i, "no") &&
	       (is(view, i - 1) & DECIDES || (i > first + 1 && is(view, i - 2) & DECIDES &&
					      pf_token_is_sign(&view->tokens->v[i - 1], '"')));
}

/* "The union refuses", "two of our seven won't", "departments rule no" */
static bool refuses(const struct pf_view *view, struct pf_range range)
{
	struct run run = run_of(view, range);

	for (size_t i = run.first + 1; i < run.last; i++) {
		uint32_t kinds = is(view, i);

		if (!(kinds & (REFUSES | DECIDES | NO)))
			continue;
		if (kinds & REFUSES && !(kinds & NO) && !(is(view, i - 1) & NO) &&
		    is_party(view, i - 1))
			return true;
		if (will_not(view, i, run.last) || is_held_up(view, i, run.first) ||
		    says_no(view, i, run.first))
			return true;
	}
	return false;
}

static bool is_dated(const struct pf_view *view, struct pf_range range)
{
	return pf_sentence_dated(
		view, pf_sentence_of(view->tokens, pf_tokens_at(view->tokens, range.begin)));
}

static bool does_refusal(const struct pf_view *view, const struct pf_pair *pair)
{
	if (has(view, run_of(view, pair->question), ME) ||
	    (!refuses(view, pair->question) && !any_sentence(view, pair->answer, refuses)))
		return false;
	return any_sentence(view, pair->answer, pf_deed_acts) ||
	       any_sentence(view, pair->answer, is_dated) ||
	       has(view, run_of(view, pair->answer), IF);
}

/* --- another way --------------------------------------------------------------------------- */

#define NOT_WITHIN 4 /* words: "why is it not ...", "is it not ..." */

static bool denies_soon(const struct pf_view *view, struct run run, size_t from)
{
	for (size_t i = from; i < run.last && i < from + NOT_WITHIN; i++)
		if (is(view, i) & NO)
			return true;
	return false;
}

/* "Why not an app?", "Why is it not here?", "Is it not simpler to hold all?", "Why text messages
 * instead?" */
static bool asks_other_way(const struct pf_view *view, struct pf_range question)
{
	static const char *const better[] = {"cheaper", "easier", "simpler", "enough",
					     "faster",  "better", "just",    NULL};
	static const char *const instead[] = {"instead", "rather", "alternative", "alternatives",
					      NULL};
	struct run run = run_of(view, question);

	if (pf_tokens_any(view, (uint32_t)run.first, (uint32_t)run.last, instead) ||
	    in_list(view, "alternatives", question))
		return true;
	for (size_t i = run.first; i + 1 < run.last; i++)
		if (reads(view, i, "why") && denies_soon(view, run, i + 1))
			return true;
	return is(view, run.first) & CLOSED && denies_soon(view, run, run.first) &&
	       pf_tokens_any(view, (uint32_t)run.first, (uint32_t)run.last, better);
}

/* "What about the search page?" "71% used it and the loss remained" */
static bool was_there(const struct pf_view *view, const struct pf_pair *pair)
{
	static const char *const unmoved[] = {"again",   "remained", "stayed",
					      "already", "tried",    NULL};
	struct run run = run_of(view, pair->question), answer = run_of(view, pair->answer);

	return reads(view, run.first, "what") && reads(view, run.first + 1, "about") &&
	       has_quant(view, pair->answer) &&
	       pf_tokens_any(view, (uint32_t)answer.first, (uint32_t)answer.last, unmoved);
}

static bool gives_reason(const struct pf_view *view, struct pf_range range)
{
	return has(view, run_of(view, range), WHY | NO) || in_list(view, "reasons", range);
}

/* "We looked at a calendar. Clerks update it too late, so we dropped it." */
static bool turned_down(const struct pf_view *view, struct pf_range range)
{
	struct run run = run_of(view, range);

	for (size_t i = run.first; i < run.last; i++)
		if (is(view, i) & WE && i + 1 < run.last && is(view, i + 1) & LEFT)
			return true;
	return false;
}

static bool does_other_way(const struct pf_view *view, const struct pf_pair *pair)
{
	if (asks_other_way(view, pair->question))
		return gives_reason(view, pair->answer) || has_quant(view, pair->answer);
	return was_there(view, pair) ||
	       (any_sentence(view, pair->answer, turned_down) && gives_reason(view, pair->answer));
}

/* --- numbers that belong together ------------------------------------------------------------ */

/* "$4 for each hearing", "£19 per lift a month"; an hour is no unit one sells. */
static bool per_unit(const struct pf_view *view, const struct pf_quant *q)
{
	static const char *const each[] = {"per", "each", "every", "a", "an", "for", NULL};
	size_t i = q->last;

	if (q->base != PF_QUANT_MONEY)
		return false;
	if (q->per[0] && !pf_unit_seconds(q->per))
		return true;
	if (!q->per[0] && i < view->tokens->n && reads(view, i, "each"))
		return true;
	while (i < view->tokens->n && i < q->last + 2u && pf_token_among(view, (uint32_t)i, each))
		i++;
	return i > q->last && (reads(view, i - 1, "per") || reads(view, i - 1, "each")) &&
	       !pf_unit_seconds(q->per);
}

static bool does_unit(const struct pf_view *view, const struct pf_pair *pair)
{
	size_t first, last;

	pf_view_quants(view, pair->answer, &first, &last);
	for (; first < last; first++) {
		const struct pf_quant *q = &view->quants->v[first];
		struct pf_range s = pf_sentence_range(view, pf_sentence_of(view->tokens, q->first));

		if (per_unit(view, q))
			return true;
		/* "26 minutes each at $38 an hour", "each costs $4" */
		if (q->base == PF_QUANT_MONEY) {
			struct run run = run_of(view, s);

			for (size_t i = run.first; i < run.last; i++)
				if (reads(view, i, "each"))
					return true;
		}
	}
	return false;
}

/* "2,600 in a frost. The printer can do 3,000 a week." */
static bool does_capacity(const struct pf_view *view, const struct pf_pair *pair)
{
	size_t first, last, counts = 0, rates = 0;

	pf_view_quants(view, pair->answer, &first, &last);
	for (; first < last; first++) {
		const struct pf_quant *q = &view->quants->v[first];

		if (q->base != PF_QUANT_NUMBER && q->base != PF_QUANT_QUANTITY)
			continue;
		counts++;
		rates += q->per[0] && pf_unit_seconds(q->per);
	}
	return counts >= 2 && rates && has(view, run_of(view, pair->answer), LOAD);
}

#define MANY 10 /* of those who take it */

/* "2,700 rent storage today", "seven or eight new cases a week": a share of those who take it, or
 * how many come. */
static bool takes_up(const struct pf_view *view, struct pf_range range)
{
	bool taken = has(view, run_of(view, range), TAKES_UP);
	size_t first, last;

	pf_view_quants(view, range, &first, &last);
	for (; first < last; first++) {
		const struct pf_quant *q = &view->quants->v[first];

		if (q->base == PF_QUANT_MONEY || q->base == PF_QUANT_DURATION)
			continue;
		if (taken && pf_quant_is_reach(q) &&
		    (q->base == PF_QUANT_PERCENT || q->value >= MANY))
			return true;
		if (q->base != PF_QUANT_PERCENT && q->per[0] && pf_unit_seconds(q->per) > 0)
			return true;
	}
	return false;
}

static bool does(const struct pf_view *view, enum pf_deed deed, const struct pf_pair *pair)
{
	switch (deed) {
	case PF_DEED_NONE: break;
	case PF_DEED_FAILURE: return does_failure(view, pair);
	case PF_DEED_REFUSAL: return does_refusal(view, pair);
	case PF_DEED_OTHER_WAY: return does_other_way(view, pair);
	case PF_DEED_UNIT: return does_unit(view, pair);
	case PF_DEED_CAPACITY: return does_capacity(view, pair);
	case PF_DEED_DEMAND: return any_sentence(view, pair->answer, takes_up);
	}
	return false;
}

bool pf_deed_done(const struct pf_view *view, enum pf_deed deed, const struct pf_pair *pair)
{
	struct pf_range both = {pair->question.begin, pair->answer.end};

	return !pf_range_empty(pair->answer) && does(view, deed, pair) &&
	       !waves_away(view, pair->answer) && of_this_page(view, both);
}

/* --- what binds, and who asks ------------------------------------------------------------------
 */

bool pf_deed_binds(const struct pf_view *view, struct pf_range range)
{
	return has(view, run_of(view, range), RULE | IF | NO) || has_quant(view, range) ||
	       pf_deed_acts(view, range) || any_sentence(view, range, is_dated);
}

bool pf_deed_names(const struct pf_view *view, struct pf_range range)
{
	static const char *const says[] = {
		"is",    "are", "was",  "were",   "be",  "will",    "would",   "can",
		"could", "has", "have", "had",    "do",  "does",    "may",     "might",
		"must",  "we",  "they", "it",     "you", "it's",    "they're", "we'll",
		"we're", "yes", "that", "that's", "i",   "they'll", "you'll",  NULL};
	struct run run = run_of(view, range);

	return !pf_tokens_any(view, (uint32_t)run.first, (uint32_t)run.last, says);
}

bool pf_deed_replies(const struct pf_view *view, const struct pf_pair *pair)
{
	static const char *const nothing[] = {
		"some",     "many",   "several", "various", "soon",  "later", "maybe", "perhaps",
		"possibly", "sure",   "depends", "it",      "that",  "this",  "we",    "they",
		"is",       "are",    "will",    "be",      "the",   "a",     "very",  "quite",
		"all",      "good",   "fine",    "ok",      "tbd",   "see",   "and",   "of",
		"course",   "always", "great",   "best",    "other", "as",    "for",   NULL};
	struct run run = run_of(view, pair->answer);

	if (pf_range_empty(pair->answer) || waves_away(view, pair->answer) ||
	    puts_off(view, pair->answer))
		return false;
	return !pf_tokens_only(view, (uint32_t)run.first, (uint32_t)run.last, nothing);
}

/* "Eight people for ten months": who is to build it. */
static bool tells_staff(const struct pf_view *view, struct pf_range answer)
{
	static const char *const who[] = {"people", "engineers", "engineer",   "developers",
					  "staff",  "developer", "developing", "team",
					  "build",  "budget",    "cap",        NULL};
	struct run run = run_of(view, answer);
	size_t first, last;

	if (!pf_tokens_any(view, (uint32_t)run.first, (uint32_t)run.last, who))
		return false;
	pf_view_quants(view, answer, &first, &last);
	for (; first < last; first++)
		if (view->quants->v[first].base == PF_QUANT_MONEY ||
		    view->quants->v[first].base == PF_QUANT_DURATION)
			return true;
	return false;
}

bool pf_deed_inside(const struct pf_view *view, const struct pf_pair *pair)
{
	struct run run = run_of(view, pair->question);

	if (has(view, run, ME))
		return false;
	return has(view, run, OURS | PLANS) || tells_staff(view, pair->answer) ||
	       asks_amiss(view, pair->question) || asks_other_way(view, pair->question);
}
