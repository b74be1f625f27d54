/*
 * An answer fits its question by a word both hold and the others do not, or by what such a
 * question asks for: "what does it cost" wants money, "when" a date. Every answer is held under
 * every question; what the real pairs fit better than the others is the order of the FAQ.
 */
#include <math.h>
#include <string.h>

#include "cue_rows.h"
#include "draft/quants.h"
#include "draft/words.h"
#include "flow.h"
#include "rubric/known_words.h"

#include "flow/compiled_cues.h" /* of cue_rows.h */

#define EXCHANGES 12u

struct exchange {
	struct pf_range question, answer;
	struct pf_stems asked, said;
	uint16_t asks, says;
};

struct exchanges {
	size_t n;
	struct exchange v[EXCHANGES];
};

/* Most are told by how their first eight bytes begin. */
uint8_t pf_flow_cue(struct pf_slice text, const struct pf_token *t)
{
	unsigned letter = (unsigned)(t->head & 0xFF) - 'a';

	_Static_assert(CUES < UINT8_MAX, "a row is kept in a byte");
	if (letter >= 26)
		return 0;
	for (size_t i = cue_first[letter]; i < cue_first[letter + 1]; i++)
		if ((t->head & cue_heads[i].mask) == cue_heads[i].head &&
		    pf_slice_starts_nocase(pf_slice_cut(text, t->begin, t->end), cues[i].begin))
			return (uint8_t)(i + 1);
	return 0;
}

static const struct cue *cue_at(const struct pf_view *view, size_t token)
{
	const struct pf_known_word *known = view->known[view->tokens->word[token]];
	uint8_t row = known ? known->cue : pf_flow_cue(view->text, &view->tokens->v[token]);

	return row ? &cues[row - 1] : NULL;
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

/* Adds to words[], by exchange, what it tells that its answer has words of the question: of each
 * the more, the fewer exchanges hold it. */
static void add_words(const struct exchanges *all, const struct exchange *question, double *words)
{
	for (size_t i = 0; i < question->asked.n; i++) {
		uint32_t stem = question->asked.v[i];
		bool said[EXCHANGES];
		size_t holders = 0;
		double weight;

		for (size_t k = 0; k < all->n; k++) {
			said[k] = pf_stems_has(&all->v[k].said, stem);
			holders += said[k] || pf_stems_has(&all->v[k].asked, stem);
		}
		weight = log((double)(all->n + 1) / (double)holders);
		for (size_t k = 0; k < all->n; k++)
			words[k] += said[k] ? weight : 0;
	}
}

/* `words`: what those they share tell. */
static double fit(const struct exchange *question, double words, const struct exchange *answer)
{
	uint16_t met = question->asks & answer->says;

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
		double words[EXCHANGES] = {0};

		add_words(all, &all->v[i], words);
		for (size_t k = 0; k < all->n; k++) {
			value[i][k] = fit(&all->v[i], words[k], &all->v[k]);
			row[i] += value[i][k] / n;
			column[k] += value[i][k] / n;
			mean += value[i][k] / (n * n);
		}
	}
	for (size_t i = 0; i < all->n; i++) {
		own += value[i][i];
		for (size_t k = 0; k < all->n; k++)
			variance += pow(value[i][k] - row[i] - column[k] + mean, 2) / (n - 1);
	}
	return variance > 0 ? (own - n * mean) / sqrt(variance) : 0;
}

/* Most questions begin their lines, as few do that a shuffle put somewhere. */
static bool are_set_off(const struct pf_view *view, const struct exchanges *all)
{
	size_t set = 0;

	for (size_t i = 0; i < all->n; i++) {
		size_t token = pf_tokens_at(view->tokens, all->v[i].question.begin);

		set += (view->tokens->v[token].flags & (PF_TOKEN_LINE | PF_TOKEN_BLOCK)) != 0;
	}
	return all->n >= 4 && set * 3 >= all->n * 2;
}

#define SET_OFF 2.0 /* deviations */

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
	above = all.n < 4 ? 0 : above_chance(&all) + (are_set_off(view, &all) ? SET_OFF : 0);
	for (size_t i = 0; i < all.n; i++) {
		pf_stems_release(&all.v[i].asked);
		pf_stems_release(&all.v[i].said);
	}
	return above;
}
