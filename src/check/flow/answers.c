/*
 * An answer fits its question by a word both hold and the others do not, or by what such a
 * question asks for: "what does it cost" wants money, "when" a date. Every answer is held under
 * every question; what the real pairs fit better than the others is the order of the FAQ.
 */
#include <math.h>
#include <string.h>

#include "prfaq/base/ascii.h"
#include "prfaq/base/mem.h"

#include "draft/quants.h"
#include "draft/words.h"
#include "flow.h"

#define EXCHANGES 12u

enum {
	MONEY = 1 << 0,
	REASON = 1 << 1,
	DATE = 1 << 2,
	AMOUNT = 1 << 3,
	PEOPLE = 1 << 4,
	PRIVACY = 1 << 5,
	FAILURE = 1 << 6,
	LAW = 1 << 7,
	OTHERS = 1 << 8, /* alternatives and rivals */
	ROLLOUT = 1 << 9,
	YES_OR_NO = 1 << 10,
};

/* Words by their beginning, in the order of the alphabet: what a question with it asks for, what
 * an answer with it says. */
static const struct cue {
	const char *begin;
	uint16_t asks, says;
} cues[] = {
	{"access", 0, PRIVACY},
	{"accurate", AMOUNT, 0},
	{"act", LAW, LAW},
	{"already", OTHERS, REASON | OTHERS},
	{"alternativ", OTHERS, 0},
	{"anyone", 0, PEOPLE},
	{"article", 0, LAW},
	{"back", 0, FAILURE},
	{"because", 0, REASON | OTHERS},
	{"break", FAILURE, FAILURE},
	{"budget", MONEY, MONEY},
	{"buy", OTHERS, 0},
	{"cheap", MONEY, MONEY},
	{"compet", OTHERS, 0},
	{"compl", LAW, LAW},
	{"consent", 0, PRIVACY | LAW},
	{"cost", MONEY, MONEY},
	{"customer", 0, PEOPLE},
	{"data", PRIVACY, PRIVACY},
	{"deadline", DATE, 0},
	{"delet", PRIVACY, PRIVACY},
	{"depend", PEOPLE, PEOPLE},
	{"differen", OTHERS, 0},
	{"discard", OTHERS, REASON | OTHERS},
	{"encrypt", 0, PRIVACY},
	{"error", FAILURE, FAILURE},
	{"evidence", AMOUNT, 0},
	{"expens", MONEY, MONEY},
	{"fail", FAILURE, FAILURE},
	{"fall", 0, FAILURE},
	{"fast", AMOUNT, 0},
	{"fewer", 0, FAILURE},
	{"first", ROLLOUT, ROLLOUT},
	{"free", MONEY, MONEY},
	{"goal", AMOUNT, 0},
	{"group", PEOPLE, PEOPLE},
	{"if", FAILURE, FAILURE},
	{"instead", OTHERS, OTHERS | REASON},
	{"kept", 0, PRIVACY},
	{"key", 0, PRIVACY},
	{"launch", ROLLOUT, DATE | ROLLOUT},
	{"law", LAW, LAW},
	{"leave", PEOPLE, 0},
	{"legal", LAW, LAW},
	{"limit", 0, FAILURE},
	{"load", FAILURE, FAILURE},
	{"long", DATE, 0},
	{"many", AMOUNT, 0},
	{"margin", MONEY, MONEY},
	{"measure", AMOUNT, 0},
	{"metric", AMOUNT, 0},
	{"month", DATE, DATE | ROLLOUT},
	{"most", 0, FAILURE},
	{"much", AMOUNT | MONEY, 0},
	{"must", LAW, LAW},
	{"notice", 0, LAW},
	{"often", AMOUNT, 0},
	{"only", 0, REASON | OTHERS | PRIVACY},
	{"own", 0, PEOPLE},
	{"pay", MONEY, MONEY},
	{"peak", FAILURE, FAILURE},
	{"people", PEOPLE, PEOPLE},
	{"permit", LAW, LAW},
	{"personal", PRIVACY, PRIVACY},
	{"pilot", ROLLOUT, ROLLOUT},
	{"price", MONEY, MONEY},
	{"privacy", PRIVACY, PRIVACY},
	{"queue", 0, FAILURE},
	{"rather", OTHERS, OTHERS},
	{"reason", REASON, REASON},
	{"regulat", LAW, LAW},
	{"reject", 0, REASON | OTHERS},
	{"require", 0, LAW},
	{"revenue", MONEY, MONEY},
	{"risk", FAILURE, FAILURE},
	{"roll", ROLLOUT, ROLLOUT},
	{"rule", LAW, LAW},
	{"safe", PRIVACY, PRIVACY},
	{"scale", FAILURE, FAILURE},
	{"secur", PRIVACY, PRIVACY},
	{"see", 0, PRIVACY},
	{"share", AMOUNT, 0},
	{"since", 0, REASON},
	{"slow", FAILURE, FAILURE},
	{"soon", DATE, 0},
	{"spend", MONEY, MONEY},
	{"staff", PEOPLE, PEOPLE},
	{"start", ROLLOUT | DATE, ROLLOUT},
	{"stop", FAILURE, FAILURE},
	{"store", 0, PRIVACY | ROLLOUT},
	{"success", AMOUNT, 0},
	{"target", AMOUNT, 0},
	{"team", PEOPLE, PEOPLE},
	{"then", 0, ROLLOUT},
	{"those", 0, PEOPLE},
	{"too", 0, REASON},
	{"tried", 0, REASON | OTHERS},
	{"trust", PRIVACY, 0},
	{"user", 0, PEOPLE},
	{"wait", 0, FAILURE},
	{"week", DATE, DATE | ROLLOUT | PEOPLE},
	{"when", DATE, FAILURE},
	{"where", ROLLOUT, 0},
	{"who", PEOPLE, PEOPLE},
	{"why", REASON, 0},
	{"work", AMOUNT, 0},
	{"worst", FAILURE, 0},
	{"would", 0, REASON | OTHERS},
	{"written", 0, LAW},
	{"wrong", FAILURE, FAILURE},
};

#define CUES (sizeof(cues) / sizeof(*cues))

struct exchange {
	struct pf_range question, answer;
	struct pf_stems asked, said;
	uint16_t asks, says;
};

struct exchanges {
	size_t n;
	struct exchange v[EXCHANGES];
};

static int compare(struct pf_slice word, const char *begin)
{
	size_t i = 0;

	for (; begin[i] && i < word.len; i++) {
		int d = (unsigned char)pf_ascii_lower(word.ptr[i]) - begin[i];

		if (d)
			return d;
	}
	return begin[i] ? -1 : 0; /* the word is shorter: it stands before */
}

/* The row whose beginning the word has. No row begins with another's whole beginning but "who"
 * and "those", which mean the same. */
static const struct cue *cue_of(struct pf_slice word)
{
	size_t low = 0, high = CUES;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int d = compare(word, cues[middle].begin);

		if (!d)
			return &cues[middle];
		if (d < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return NULL;
}

/* The same of a token, looked for once a word of the draft. */
static const struct cue *cue_at(const struct pf_view *view, size_t token)
{
	enum { NOT_ASKED, NONE, FIRST };
	const struct pf_token *t = &view->tokens->v[token];
	uint8_t *known = &view->cues[view->tokens->word[token]];

	_Static_assert(CUES + FIRST < UINT8_MAX, "a row is kept in a byte");
	if (*known == NOT_ASKED) {
		const struct cue *cue = cue_of(pf_slice_cut(view->text, t->begin, t->end));

		*known = (uint8_t)(cue ? FIRST + (cue - cues) : NONE);
	}
	return *known == NONE ? NULL : &cues[*known - FIRST];
}

static void read_cues(const struct pf_view *view, struct pf_range range, bool question,
		      uint16_t *out)
{
	static const char *const closed[] = {"is",   "are",   "was", "do",    "does",   "did",
					     "will", "would", "can", "could", "should", "has",
					     "have", "must",  "may", NULL};
	static const char *const replies[] = {"yes", "no",   "not",     "only",   "it", "they",
					      "we",  "none", "never",   "partly", "in", "at",
					      "the", "for",  "nothing", NULL};
	uint32_t i = pf_tokens_at(view->tokens, range.begin);
	size_t first, last;

	if (i < view->tokens->n)
		i = pf_flow_first(view,
				  &view->tokens->sentences.v[pf_sentence_of(view->tokens, i)]);
	if (i < view->tokens->n && pf_token_among(view, i, question ? closed : replies))
		*out |= YES_OR_NO;
	for (; i < view->tokens->n && view->tokens->v[i].begin < range.end; i++) {
		const struct pf_token *t = &view->tokens->v[i];
		const struct cue *cue = t->kind == PF_TOKEN_WORD ? cue_at(view, i) : NULL;

		if (cue)
			*out |= question ? cue->asks : cue->says;
	}
	if (question)
		return;
	pf_view_quants(view, range, &first, &last);
	for (size_t q = first; q < last; q++)
		*out |= view->quants->v[q].base == PF_QUANT_MONEY ? MONEY | AMOUNT
			: pf_quant_is_date(&view->quants->v[q])   ? DATE
								  : AMOUNT;
}

bool pf_flow_meets(const struct pf_view *view, const struct pf_pair *pair)
{
	uint16_t asks = 0, says = 0;

	read_cues(view, pair->question, true, &asks);
	read_cues(view, pair->answer, false, &says);
	return !asks || asks & says;
}

static bool is_question(const struct pf_view *view, size_t s)
{
	const struct pf_sentence *sentence = &view->tokens->sentences.v[s];
	const struct pf_token *end = &view->tokens->v[sentence->last - 1];

	return sentence->words >= 2 && end->sign == '?' && !(end->flags & PF_TOKEN_QUOTED);
}

/* A question, and the prose up to the next question or heading; two questions in a row are one. */
static void collect(const struct pf_view *view, struct exchanges *out)
{
	struct exchange *open = NULL;

	for (size_t s = 0; s < view->tokens->sentences.n; s++) {
		struct pf_range at = pf_sentence_range(view, s);

		if (is_question(view, s)) {
			if (open && pf_range_empty(open->answer)) {
				open->question.end = at.end;
				continue;
			}
			if (out->n == EXCHANGES)
				return;
			open = &out->v[out->n++];
			open->question = at;
		} else if (!open) {
			continue;
		} else if (view->sentence_part[s] == PF_SENTENCE_HEADING) {
			out->n -= pf_range_empty(open->answer);
			open = NULL;
		} else if (!pf_flow_prose(view, s) && view->tokens->sentences.v[s].words >= 3) {
			continue; /* a table is no answer to hold words against */
		} else {
			if (pf_range_empty(open->answer))
				open->answer.begin = at.begin;
			open->answer.end = at.end;
		}
	}
	if (open && pf_range_empty(open->answer))
		out->n--;
}

/* How many exchanges hold the word. */
static size_t holders(const struct exchanges *all, uint32_t stem)
{
	size_t n = 0;

	for (size_t i = 0; i < all->n; i++)
		n += pf_stems_has(&all->v[i].asked, stem) || pf_stems_has(&all->v[i].said, stem);
	return n;
}

/* What it tells that an answer has the i-th word of the question: the more, the fewer have it. */
static void weigh(const struct exchanges *all, const struct exchange *question, double *weight)
{
	for (size_t i = 0; i < question->asked.n; i++)
		weight[i] = log((double)(all->n + 1) / (double)holders(all, question->asked.v[i]));
}

static double fit(const struct exchange *question, const double *weight,
		  const struct exchange *answer)
{
	double words = 0;
	uint16_t met = question->asks & answer->says;

	for (size_t i = 0; i < question->asked.n; i++)
		if (pf_stems_has(&answer->said, question->asked.v[i]))
			words += weight[i];
	return fmin(words, 2) + (question->asks ? (double)__builtin_popcount(met) /
							  (double)__builtin_popcount(question->asks)
						: 0.5);
}

/* In deviations of the sum over a permutation: what rows and columns share is taken out first. */
static double above_chance(const struct exchanges *all)
{
	double value[EXCHANGES][EXCHANGES], row[EXCHANGES] = {0}, column[EXCHANGES] = {0};
	double n = (double)all->n, mean = 0, own = 0, variance = 0;

	for (size_t i = 0; i < all->n; i++) {
		double *weight = pf_xmalloc((all->v[i].asked.n + 1) * sizeof(*weight));

		weigh(all, &all->v[i], weight);
		for (size_t k = 0; k < all->n; k++) {
			value[i][k] = fit(&all->v[i], weight, &all->v[k]);
			row[i] += value[i][k] / n;
			column[k] += value[i][k] / n;
			mean += value[i][k] / (n * n);
		}
		free(weight);
	}
	for (size_t i = 0; i < all->n; i++) {
		own += value[i][i];
		for (size_t k = 0; k < all->n; k++)
			variance += pow(value[i][k] - row[i] - column[k] + mean, 2) / (n - 1);
	}
	return variance > 0 ? (own - n * mean) / sqrt(variance) : 0;
}

double pf_flow_answers(const struct pf_view *view)
{
	struct exchanges all = {0};
	double above;

	collect(view, &all);
	for (size_t i = 0; i < all.n; i++) {
		pf_view_stems(view, all.v[i].question, &all.v[i].asked);
		pf_view_stems(view, all.v[i].answer, &all.v[i].said);
		read_cues(view, all.v[i].question, true, &all.v[i].asks);
		read_cues(view, all.v[i].answer, false, &all.v[i].says);
	}
	above = all.n < 4 ? 0 : above_chance(&all);
	for (size_t i = 0; i < all.n; i++) {
		pf_stems_release(&all.v[i].asked);
		pf_stems_release(&all.v[i].said);
	}
	return above;
}
