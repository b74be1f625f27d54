#include "told.h"

#include <string.h>

#include "concession.h"
#include "quants.h"
#include "words.h"

/* Past forms that no ending tells. Not "put", "read", "let": they may be the present. */
static const char *const past_verbs[] = {
	"had",    "went",   "came",     "took",   "told",   "said",    "got",   "lost",  "rang",
	"saw",    "sat",    "stood",    "paid",   "found",  "thought", "felt",  "drove", "made",
	"gave",   "held",   "kept",     "left",   "wrote",  "slept",   "ran",   "began", "heard",
	"met",    "bought", "brought",  "caught", "taught", "spent",   "sent",  "fell",  "grew",
	"broke",  "chose",  "drew",     "flew",   "forgot", "led",     "meant", "rode",  "rose",
	"sold",   "shook",  "spoke",    "threw",  "woke",   "wore",    "won",   "swore", "did",
	"didn't", "hadn't", "couldn't", "ate",    "built",  "dug",     "quit",  NULL};
static const char *const state_verbs[] = {"was", "were", "wasn't", "weren't", NULL};
/* They tell how somebody is, and nothing that happened. */
static const char *const feelings[] = {"had",     "felt",     "thought",   "meant",     "wanted",
				       "liked",   "loved",    "helped",    "needed",    "excited",
				       "pleased", "thrilled", "delighted", "impressed", NULL};
static const char *const no_past[] = {"need",     "indeed",  "red",     "speed",      "feed",
				      "bed",      "shed",    "seed",    "used",       "based",
				      "united",   "limited", "hundred", "unexpected", "connected",
				      "included", NULL};

/* Something was done: "rang", "waited". */
static bool is_act(const struct pf_view *view, uint32_t i)
{
	if (pf_token_among(view, i, feelings) || pf_token_among(view, i, no_past))
		return false;
	return pf_token_among(view, i, past_verbs) || pf_token_ends(view, i, "ed");
}

/* Tokens of a sentence, or those of them that are quoted. */
struct words {
	uint32_t first, last;
	bool quoted;
};

static bool counts(const struct pf_view *view, const struct words *w, uint32_t i)
{
	return view->tokens->v[i].kind == PF_TOKEN_WORD &&
	       (!w->quoted || view->tokens->v[i].flags & PF_TOKEN_QUOTED);
}

static uint32_t acts_in(const struct pf_view *view, const struct words *w)
{
	uint32_t n = 0;

	for (uint32_t i = w->first; i < w->last; i++)
		n += counts(view, w, i) && is_act(view, i);
	return n;
}

static uint32_t among_in(const struct pf_view *view, const struct words *w,
			 const char *const *words)
{
	uint32_t n = 0;

	for (uint32_t i = w->first; i < w->last; i++)
		n += counts(view, w, i) && pf_token_among(view, i, words);
	return n;
}

/* "Had been asking", "had faxed", "nobody had ever been": what was so before something else. */
static bool is_past_of_past(const struct pf_view *view, const struct words *w)
{
	static const char *const had[] = {"had", "hadn't", "i'd", "we'd", "they'd", NULL};
	static const char *const been[] = {"been", "thought", "known", "seen", "gone",
					   "got",  "taken",   "given", "told", "paid",
					   "lost", "had",     NULL};

	for (uint32_t i = w->first; i + 1 < w->last; i++)
		for (uint32_t k = i + 1; counts(view, w, i) && pf_token_among(view, i, had) &&
					 k < w->last && k <= i + 3;
		     k++)
			if (pf_token_among(view, k, been) ||
			    (pf_token_ends(view, k, "ed") && !pf_token_among(view, k, no_past)))
				return true;
	return false;
}

/* "I'd have walked past", "would have seen him twice": the day without it. */
static bool is_unreal(const struct pf_view *view, const struct words *w)
{
	static const char *const would[] = {"would", "i'd",    "we'd",  "he'd",
					    "she'd", "they'd", "could", NULL};

	for (uint32_t i = w->first; i + 1 < w->last; i++)
		if (counts(view, w, i) && pf_token_among(view, i, would) &&
		    (PF_TOKEN_IS(view, i + 1, "have") || PF_TOKEN_IS(view, i + 1, "never")))
			return true;
	return false;
}

static bool has_figure(const struct pf_view *view, const struct words *w)
{
	for (uint32_t i = w->first; i < w->last; i++)
		if (view->tokens->v[i].kind == PF_TOKEN_NUMBER &&
		    (!w->quoted || view->tokens->v[i].flags & PF_TOKEN_QUOTED))
			return true;
	return false;
}

/* Something happened, on a day, and not only that somebody felt well. */
static bool tells_event(const struct pf_view *view, const struct words *w)
{
	uint32_t acts = acts_in(view, w),
		 past = acts + among_in(view, w, state_verbs) + among_in(view, w, feelings);

	return acts && (past >= 2 || has_figure(view, w));
}

/* "I signed notes for eleven years": the years of then, whose act is past. */
static bool did_for_years(const struct pf_view *view, const struct words *w)
{
	static const char *const years[] = {"years", "months", NULL};

	for (uint32_t i = w->first; i + 2 < w->last; i++)
		if (counts(view, w, i) && PF_TOKEN_IS(view, i, "for") &&
		    pf_token_among(view, i + 2, years) && acts_in(view, w))
			return true;
	return false;
}

/* "I was two weeks from it and didn't know": what one did not see then. */
static bool is_unaware(const struct pf_view *view, const struct words *w)
{
	static const char *const lacked[] = {"didn't", "couldn't", NULL};
	static const char *const see[] = {"know", "see", "tell", "find", "notice", "hear", NULL};

	for (uint32_t i = w->first; i + 1 < w->last; i++)
		if (counts(view, w, i) && pf_token_among(view, i, lacked) &&
		    pf_token_among(view, i + 1, see) && among_in(view, w, state_verbs))
			return true;
	return false;
}

/* The day before the change stands beside the day after it. */
static bool tells_before(const struct pf_view *view, const struct words *w)
{
	static const char *const against[] = {
		"never", "nobody", "ever",   "always", "again",   "anymore", "since",
		"until", "first",  "second", "third",  "finally", "then",    "old",
		"now",   "still",  "twice",  "times",  "would",   "used",    NULL};
	/* "I drove him because I didn't know" */
	static const char *const why[] = {"because", NULL};
	static const char *const lacked[] = {"didn't", "couldn't", "wasn't", "weren't", NULL};
	static const char *const gone[] = {"anymore", NULL}; /* "I don't keep a list anymore" */
	bool past =
		acts_in(view, w) || among_in(view, w, state_verbs) || among_in(view, w, feelings);

	return is_unreal(view, w) || is_past_of_past(view, w) || among_in(view, w, gone) ||
	       (past && among_in(view, w, against)) ||
	       (past && among_in(view, w, why) && among_in(view, w, lacked)) ||
	       is_unaware(view, w) || did_for_years(view, w) || acts_in(view, w) >= 3;
}

/* Why: what was wrong with the old way, or what the one is that the other is not. */
static bool tells_reason(const struct pf_view *view, const struct words *w)
{
	static const char *const against[] = {"not",    "isn't",   "wasn't",  "weren't", "don't",
					      "didn't", "never",   "nobody",  "nothing", "wrong",
					      "worse",  "rather",  "instead", "already", "finally",
					      "only",   "without", "problem", "but",     "anyway",
					      "years",  "doesn't", "can't",   "used",    NULL};
	static const char *const own[] = {"we", "our", "my",   "i", "they",
					  "it", "you", "we'd", NULL};

	return is_past_of_past(view, w) || (among_in(view, w, against) && among_in(view, w, own));
}

/* People do something today, and a word says why or where it fails. */
static bool tells_today(const struct pf_view *view, const struct words *w)
{
	static const char *const people[] = {"they",    "he",   "she",    "you",    "we",
					     "nobody",  "who",  "people", "others", "everybody",
					     "someone", "most", "each",   "i",      NULL};
	static const char *const fails[] = {"but",   "because", "as",     "since", "so",
					    "until", "only",    "before", "after", "when",
					    "while", "then",    "never",  "not",   "late",
					    "again", "without", "nobody", "twice", NULL};
	static const char *const be[] = {"are", "is", "were", "was", "been", NULL};
	/* "The app helps only 9%, because": what is there reaches few. */
	static const char *const little[] = {"only", NULL};
	static const char *const why[] = {"because", "since", NULL};
	bool who = among_in(view, w, people) > 0;

	for (uint32_t i = w->first; i + 2 < w->last && !who; i++)
		who = counts(view, w, i) && pf_token_among(view, i, be) &&
		      (is_act(view, i + 1) || is_act(view, i + 2));
	return (who && among_in(view, w, fails)) ||
	       (has_figure(view, w) && among_in(view, w, little) && among_in(view, w, why));
}

/* Somebody acts: "you ring", "she holds", or an order to do so. */
static uint32_t steps_in(const struct pf_view *view, const struct words *w)
{
	static const char *const who[] = {"you", "she", "he", "they", "who", NULL};
	static const char *const is[] = {"are",  "is",    "were",  "was",    "can",  "could",
					 "may",  "might", "will",  "would",  "have", "has",
					 "had",  "need",  "must",  "should", "do",   "does",
					 "want", "know",  "don't", "not",    NULL};
	uint32_t n = 0;

	for (uint32_t i = w->first; i + 1 < w->last; i++)
		n += counts(view, w, i) && pf_token_among(view, i, who) &&
		     view->tokens->v[i + 1].kind == PF_TOKEN_WORD &&
		     !pf_token_among(view, i + 1, is);
	return n;
}

/* "Pick a film on the TV and press Together": a verb where the sentence begins, and what it is
 * done to. */
static bool is_order(const struct pf_view *view, const struct words *w)
{
	static const char *const objects[] = {"a",   "an", "the", "your", "it",
					      "for", "at", "on",  "any",  NULL};
	static const char *const no_verbs[] = {"half", "most", "part", "all",   "each",
					       "free", "one",  "two",  "three", "available",
					       "none", "some", "both", NULL};
	uint32_t i = w->first;

	return i + 2 < w->last && counts(view, w, i) &&
	       view->tokens->v[i].flags & PF_TOKEN_CAPITAL && !pf_view_is_stop(view, i) &&
	       !pf_token_among(view, i, no_verbs) && !pf_token_ends(view, i, "s") &&
	       !pf_token_ends(view, i, "ed") && !pf_token_ends(view, i, "ing") &&
	       !pf_token_ends(view, i, "ly") && pf_token_among(view, i + 1, objects);
}

/* "The system reads it, matches it", "each reviewer stamps the folder": somebody or something does
 * it to something. */
static bool tells_hands(const struct pf_view *view, const struct words *w)
{
	static const char *const objects[] = {"it",    "its",  "the",   "a",       "an",
					      "them",  "each", "which", "whether", "one",
					      "every", "that", NULL};
	static const char *const has[] = {"has", "is", "was", "does", "this", "as", "us", NULL};

	for (uint32_t i = w->first + 1; i + 1 < w->last; i++)
		if (counts(view, w, i) && pf_token_among(view, i + 1, objects) &&
		    pf_token_ends(view, i, "s") && !pf_token_among(view, i, has) &&
		    !pf_view_is_stop(view, i - 1) && view->tokens->v[i - 1].kind == PF_TOKEN_WORD &&
		    !pf_token_ends(view, i - 1, "s"))
			return true;
	return false;
}

bool pf_told_hands_twice(const struct pf_view *view, const struct pf_ints *parts)
{
	size_t n = 0;

	for (size_t s = 0; s < view->tokens->sentences.n && n < 2; s++) {
		struct words w = {view->tokens->sentences.v[s].first,
				  view->tokens->sentences.v[s].last, false};

		if (view->sentence_part[s] != PF_SENTENCE_HEADING &&
		    pf_scope_has(parts, (enum pf_part_id)view->sentence_part[s]))
			n += tells_hands(view, &w);
	}
	return n == 2;
}

/* "Not for nights.", "No tablets for guests: the filter of last year was wrong" */
static bool tells_left_out(const struct pf_view *view, const struct words *w)
{
	static const char *const where[] = {"for", "in", "on", "with", "at", "the", "yet", NULL};
	static const char *const whom[] = {"for", "at", "yet", NULL};

	if (w->first + 2 >= w->last || view->tokens->v[w->last - 1].sign == '?')
		return false;
	return (PF_TOKEN_IS(view, w->first, "not") && pf_token_among(view, w->first + 1, where)) ||
	       (PF_TOKEN_IS(view, w->first, "no") && pf_token_among(view, w->first + 2, whom));
}

static bool told_in(const struct pf_view *view, enum pf_tale tale, const struct words *w)
{
	switch (tale) {
	case PF_TALE_NONE:
	case PF_TALE_PRICE:
	case PF_TALE_SMALL: return false;
	case PF_TALE_TODAY: return tells_today(view, w);
	case PF_TALE_BEFORE: return tells_before(view, w);
	case PF_TALE_EVENT: return tells_event(view, w);
	case PF_TALE_REASON: return tells_reason(view, w);
	case PF_TALE_STEPS: return steps_in(view, w) >= 2 || is_order(view, w);
	case PF_TALE_HANDS: return tells_hands(view, w);
	case PF_TALE_LEFT_OUT: return tells_left_out(view, w);
	}
	return false;
}

/* A quotation is heard as a whole, other parts by their sentences. */
static bool is_voice(enum pf_tale tale)
{
	return tale == PF_TALE_BEFORE || tale == PF_TALE_EVENT || tale == PF_TALE_REASON;
}

/* "What don't you know?" */
static bool asks_unknown(const struct pf_view *view, struct pf_range question)
{
	static const char *const know[] = {"know", "tell", "sure", "unsure", NULL};

	return pf_range_any(view, question, know);
}

/* The sentences [first, last) are of one part, and a tale of them grows with each: the one with
 * which it is told; `last` where none of it is. */
static size_t told_with(const struct pf_view *view, enum pf_tale tale, size_t first, size_t last)
{
	const struct pf_sentence *v = view->tokens->sentences.v;
	struct words w = {v[first].first, v[last - 1].last, is_voice(tale)};
	size_t low = first, high = last - 1;

	if (!told_in(view, tale, &w))
		return last;
	while (low < high) {
		size_t mid = low + (high - low) / 2;

		w.last = v[mid].last;
		if (told_in(view, tale, &w))
			high = mid;
		else
			low = mid + 1;
	}
	return low;
}

bool pf_told_tale(const struct pf_view *view, enum pf_tale tale, const struct pf_ints *parts,
		  struct pf_range *at)
{
	size_t n = view->tokens->sentences.n, last;

	if (tale == PF_TALE_NONE)
		return false;
	for (size_t i = 0; tale == PF_TALE_LEFT_OUT && i < view->parts->pairs.n; i++) {
		*at = view->parts->pairs.v[i].answer;
		if (pf_names_limit(view, &view->parts->pairs.v[i]) &&
		    !asks_unknown(view, view->parts->pairs.v[i].question))
			return true;
	}
	for (size_t s = 0; s < n; s = last) {
		uint8_t part = view->sentence_part[s];
		size_t told;

		last = s + 1;
		if (part == PF_SENTENCE_HEADING || !pf_scope_has(parts, (enum pf_part_id)part))
			continue;
		while (is_voice(tale) && last < n && view->sentence_part[last] == part)
			last++;
		told = told_with(view, tale, s, last);
		if (told == last)
			continue;
		*at = pf_sentence_range(view, told);
		return true;
	}
	return false;
}

/* "Now I tune its piano": since when, and whose day it is. */
static bool tells_now(const struct pf_view *view, const struct words *w)
{
	static const char *const me[] = {"i", "we", "my", "our", NULL};

	for (uint32_t i = w->first; i + 1 < w->last; i++)
		if (counts(view, w, i) && PF_TOKEN_IS(view, i, "now") &&
		    (pf_token_among(view, i + 1, me) || (i && view->tokens->v[i + 1].sign)))
			return true;
	return false;
}

bool pf_told_some_day(const struct pf_view *view, const struct pf_ints *parts)
{
	for (uint32_t s = 0; s < view->tokens->sentences.n; s++) {
		const struct pf_sentence *t = &view->tokens->sentences.v[s];
		struct words w = {t->first, t->last, true};

		if (view->sentence_part[s] != PF_SENTENCE_HEADING &&
		    pf_scope_has(parts, (enum pf_part_id)view->sentence_part[s]) &&
		    (acts_in(view, &w) || is_past_of_past(view, &w) || is_unreal(view, &w) ||
		     tells_now(view, &w)))
			return true;
	}
	return false;
}

/* A share or a count of them did something: "Nine of 140 used it", "36 were satisfied". */
static bool is_counted_act(const struct pf_view *view, uint32_t s)
{
	static const char *const tried[] = {"trial",      "pilot",     "test",   "tests",
					    "beta",       "rehearsal", "survey", "sample",
					    "interviews", "exercise",  "log",    "logs",
					    "records",    "replay",    "panel",  NULL};
	static const char *const told[] = {"told",     "asked", "said",  "named",    "name",
					   "rate",     "rated", "say",   "answered", "counted",
					   "measured", "used",  "tried", "watched",  "found",
					   "renew",    "use",   NULL};
	static const char *const looked[] = {"looked",  "opened", "checked", "examined",
					     "visited", "tested", "weighed", NULL};
	const struct pf_sentence *t = &view->tokens->sentences.v[s];
	struct words w = {t->first, t->last, false};
	size_t numbers = 0;
	bool own;
	const struct pf_quant_sentence *q = pf_sentence_quants(view, s);

	for (size_t i = q->first; i < q->first + q->n; i++)
		numbers += !pf_quant_is_date(&view->quants->v[i]) &&
			   view->quants->v[i].base != PF_QUANT_DURATION &&
			   view->quants->v[i].role != PF_ROLE_TARGET;
	/* "We looked at 120 charts" */
	own = among_in(view, &w, (const char *const[]){"we", "i", NULL}) &&
	      among_in(view, &w, looked);
	return numbers && (own || among_in(view, &w, tried) || among_in(view, &w, told)) &&
	       !among_in(view, &w, (const char *const[]){"will", "if", NULL});
}

bool pf_told_evidence(const struct pf_view *view, struct pf_range *at)
{
	for (uint32_t s = 0; s < view->tokens->sentences.n; s++) {
		uint8_t part = view->sentence_part[s];

		if (part == PF_SENTENCE_HEADING || part == PF_PART_METRICS ||
		    !is_counted_act(view, s))
			continue;
		*at = pf_sentence_range(view, s);
		return true;
	}
	return false;
}

bool pf_told_gain(const struct pf_view *view, struct pf_range *at)
{
	static const enum pf_part_id parts[] = {PF_PART_SUBHEADING, PF_PART_SUMMARY,
						PF_PART_SOLUTION, PF_PART_START};
	static const char *const freed[] = {"can",     "without", "longer",  "nothing",
					    "needn't", "before",  "instead", "never",
					    "until",   "free",    NULL};

	for (uint32_t s = 0; s < view->tokens->sentences.n; s++) {
		const struct pf_sentence *t = &view->tokens->sentences.v[s];
		struct words w = {t->first, t->last, false};
		size_t first, last;

		for (size_t k = 0; k < sizeof(parts) / sizeof(*parts); k++) {
			if (view->sentence_part[s] != parts[k])
				continue;
			*at = pf_sentence_range(view, s);
			if (among_in(view, &w, freed))
				return true;
			for (pf_view_quants(view, *at, &first, &last); first < last; first++)
				if (view->quants->v[first].base == PF_QUANT_DURATION)
					return true;
		}
	}
	return false;
}
