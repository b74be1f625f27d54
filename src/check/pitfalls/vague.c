/* Numbers that are vague: amounts are claimed in words, and hardly one is counted. */
#include "pitfalls.h"

#include <stdio.h>

#include "draft/quants.h"

#define SIZEABLE 100 /* "three outbreaks", "15 tabs": so few of anything say nothing of a gain */

static bool is_trifle(const struct pf_quant *q)
{
	return q->base == PF_QUANT_NUMBER && q->value < SIZEABLE && q->dir == PF_DIR_NONE &&
	       q->role != PF_ROLE_DELTA && q->role != PF_ROLE_RATE && q->role != PF_ROLE_DEADLINE;
}

#define CLAIMS_MANY   3u  /* different ones: two may be how people speak */
#define CLAIMS_KEPT   16u /* that are told apart; no page needs so many to be found out */
#define CHANGE_WEIGHT 3u  /* claims that one number which says what changes makes up for */

/* What a page only claims, and what it counts. */
struct tally {
	struct pf_phrase_hit claims[CLAIMS_KEPT];
	size_t n;
	size_t figures;  /* of the whole page, its answers too */
	size_t outcomes; /* numbers */
	size_t weight;   /* of claims they make up for */
};

/* Whether the sentence tells an amount at all. */
static bool count_outcomes(const struct pf_view *view, size_t sentence, struct tally *t)
{
	const struct pf_quant_sentence *s = &view->quants->sentences.v[sentence];
	bool any = false;

	for (size_t i = s->first; i < s->first + s->n; i++) {
		if (!pf_is_outcome(view, i))
			continue;
		any = true;
		if (is_trifle(&view->quants->v[i]))
			continue;
		t->outcomes++;
		t->weight += pf_is_change(&view->quants->v[i]) ? CHANGE_WEIGHT : 1;
	}
	return any;
}

/* "Some just gave up", "most tools", "a few words": how people speak, and no claim where anything
 * is counted. */
static bool is_loose_talk(struct pf_slice word)
{
	static const char *const words[] = {"some", "most", "few", "often"};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (pf_slice_equal_nocase(word, pf_slice_of(words[i])))
			return true;
	return false;
}

/* Who says "reduces" in every sentence claims one thing. */
static bool is_claimed(const struct pf_view *view, const struct tally *t,
		       const struct pf_phrase_hit *hit)
{
	for (size_t i = 0; i < t->n; i++)
		if (pf_view_stem(view, t->claims[i].first) == pf_view_stem(view, hit->first) &&
		    pf_view_stem(view, t->claims[i].last - 1) == pf_view_stem(view, hit->last - 1))
			return true;
	return false;
}

/* The amounts that a sentence without a number claims in words. */
static void count_claims(const struct pf_view *view, size_t sentence, struct tally *t)
{
	static const uint32_t lists[] = {PF_LIST_vague, PF_LIST_compare, PF_LIST_degrees};
	struct pf_range whole = pf_sentence_range(view, sentence);

	for (size_t i = 0; i < sizeof(lists) / sizeof(*lists); i++) {
		struct pf_hits hits = pf_view_hits(view, lists[i], whole);

		for (size_t k = 0; k < hits.n && t->n < CLAIMS_KEPT; k++)
			if (!(t->figures && is_loose_talk(pf_slice_cut(view->text, hits.v[k].begin,
								       hits.v[k].end))) &&
			    !is_claimed(view, t, &hits.v[k]))
				t->claims[t->n++] = hits.v[k];
	}
}

/* What the release and what stands above the questions counts and claims. */
static void count(const struct pf_view *view, struct tally *t)
{
	bool asked = false;

	for (size_t s = 0; s < view->tokens->sentences.n; s++) {
		uint8_t part = view->sentence_part[s];

		asked = asked || part == PF_PART_FAQ;
		/* "Why it will win" is a part of no name; behind the questions stand plans. */
		if (part == PF_SENTENCE_HEADING ||
		    (!pf_is_release((enum pf_part_id)part) && (part != PF_PART_OTHER || asked)))
			continue;
		if (!count_outcomes(view, s, t))
			count_claims(view, s, t);
	}
}

#define CLAIM_ROOM \
	150u /* words of a release; in a long one a claim here and there is how people write */
#define CLAIM_ROOM_ALONE 170u /* where the page holds no figure at all */
#define FIGURES_FEW      3u /* so many, wherever they stand, and a reader finds the page counted */

/* Sizes of the offer are none. */
static size_t count_figures(const struct pf_view *view)
{
	size_t n = 0;

	for (size_t i = 0; i < view->quants->n; i++) {
		const struct pf_quant *q = &view->quants->v[i];

		n += q->kind != PF_QUANT_DATE && !is_trifle(q) &&
		     (pf_quant_part(view, q) != PF_PART_SOLUTION || pf_is_outcome(view, i));
	}
	return n;
}

/* Amounts are claimed in words, and the numbers do not make up for them. */
static bool claims_more(const struct pf_view *view, struct pf_pitfall_score *p)
{
	struct tally t = {.figures = count_figures(view)};
	char words[40];

	if (t.figures >= FIGURES_FEW)
		return false;
	count(view, &t);
	if (t.n < CLAIMS_MANY || t.n <= t.weight ||
	    t.n * (t.figures ? CLAIM_ROOM : CLAIM_ROOM_ALONE) <
		    pf_tokens_words(view->tokens, (struct pf_range){0, pf_release_end(view)}))
		return false;
	p->span = (struct pf_range){t.claims[0].begin, t.claims[0].end};
	pf_view_words(view, p->span, words, sizeof(words));
	snprintf(p->why, sizeof(p->why), "\"%s\" and %zu more claims, %zu numbers", words, t.n - 1,
		 t.outcomes);
	return true;
}

#define PROMISE_ROOM 1000u /* words of a page and its questions; in a book one is a slip */

static bool promises(const struct pf_view *view, struct pf_pitfall_score *p)
{
	char words[40];

	if (pf_promises_count(view, &p->span) * PROMISE_ROOM < view->tokens->words)
		return false;
	pf_view_words(view, p->span, words, sizeof(words));
	snprintf(p->why, sizeof(p->why), "\"%s\", and no amount", words);
	return true;
}

void pf_pitfall_vague(const struct pf_view *view, struct pf_pitfall_score *p)
{
	p->found = claims_more(view, p) || promises(view, p);
}
