/* Whether the page is about the prompt: its words, and the numbers it gives. */
#include <math.h>
#include <string.h>

#include "prfaq/base/mem.h"

#include "draft/brief.h"
#include "draft/origin.h"
#include "draft/padding.h"
#include "draft/quants.h"
#include "draft/words.h"
#include "gates.h"
#include "misfits.h"

/* How many sentences there are, and how many are on the topic in each sense. */
struct tally {
	size_t all, customer, lexicon, two;
	struct pf_stems used; /* words of the lexicon that stand on the page */
	struct pf_misfits misfits;
};

static void count_sentence(const struct pf_view *view, const struct pf_sentence *sentence,
			   const struct pf_brief *topic, struct tally *tally)
{
	bool customer = false, lexicon = false, two = false;
	uint32_t first = 0;

	for (uint32_t i = sentence->first; i < sentence->last; i++) {
		uint32_t stem;

		if (view->tokens->v[i].kind != PF_TOKEN_WORD)
			continue;
		if (i > sentence->first)
			pf_misfit_note(view, i, &tally->misfits);
		stem = pf_view_stem(view, i);
		customer = customer || pf_stems_has(&topic->customer, stem);
		if (view->everyday[i])
			continue;
		if (pf_stems_has(&topic->lexicon, stem)) {
			lexicon = true;
			*PF_PUSH(&tally->used) = stem;
		}
		if (pf_stems_has(&topic->topic, stem)) {
			two = two || (first && first != stem);
			first = stem;
		}
	}
	tally->all++;
	tally->customer += customer;
	tally->lexicon += lexicon;
	tally->two += two;
}

/* The lexicon's words on the page, each once, as a share of those that are no everyday words. A
 * lexicon lists synonyms: eight of them are enough of any. */
static double coverage(const struct tally *tally, const struct pf_brief *topic)
{
	size_t n = 0, most = topic->lexicon.n < 24 ? topic->lexicon.n : 24;

	for (size_t i = 0; i < topic->lexicon.n; i++)
		for (size_t k = 0; k < tally->used.n; k++)
			if (tally->used.v[k] == topic->lexicon.v[i]) {
				n++;
				break;
			}
	return most ? (double)n / (double)most : 1;
}

static double share(size_t n, size_t all)
{
	return all ? (double)n / (double)all : 0;
}

/* Small numbers and counts of a few hundred meet by chance. */
static bool is_telling(const struct pf_quant *q)
{
	return !pf_quant_is_date(q) &&
	       (q->value != floor(q->value) || q->value > (q->base == PF_QUANT_NUMBER ? 999 : 12));
}

/* Numbers that the brief gives, and those that stand with what they measure there. */
struct measured {
	size_t all, spoken;
	struct pf_range strange; /* the first that does not */
};

static struct measured measured(const struct pf_view *view)
{
	struct measured m = {0};
	bool spoken;

	for (size_t i = 0; view->context->prompt && i < view->quants->n; i++) {
		const struct pf_quant *q = &view->quants->v[i];

		if (!is_telling(q) || !pf_origin_value(view, q, &spoken))
			continue;
		m.all++;
		m.spoken += spoken;
		if (!spoken && pf_range_empty(m.strange))
			m.strange = pf_quant_span(q);
	}
	return m;
}

/* What the numbers add to the words: a page that names the customer and speaks of what the brief
 * measured is about the prompt in words of its own; one whose nouns were exchanged in part is less
 * so than it looks. */
static double by_numbers(const struct pf_view *view, double customer)
{
	struct measured m = measured(view);
	double more = 0.8 * (share(m.spoken, m.all) - 0.68);

	if (m.all < 5)
		return 0;
	if (more > 0)
		return (more < 0.08 ? more : 0.08) * pf_ramp(customer, 0, 0.12);
	return more > -0.04 ? more : -0.04;
}

/* What a page may earn that names so much of what the prompt is about: 1 from `full` on, and 0.36,
 * under the forty points of a page that is none, a tenth below. */
static double named(double about, const struct pf_params_gate *p)
{
	if (about >= p->full)
		return 1;
	return about >= p->full - 0.1 ? 0.36 + 6.4 * (about - p->full + 0.1)
				      : 0.36 * about / (p->full - 0.1);
}

/* And one in so many of whose sentences it speaks of it, however often one part names it. */
static double spoken(double on, const struct pf_params_gate *p)
{
	return 0.3 + 0.7 * pf_ramp(on, p->none + 0.02, p->none + 0.11);
}

#define BELONG_LEAST \
	0.30 /* of its telling words are the brief's; one honest draft in 200 has less */
#define BELONG 0.35

#define HARPS      0.16 /* said again, and not the brief's: 226 honest drafts have 0.15 at most */
#define HARPS_MOST 0.22 /* and any nouns in the place of a draft's own 0.25 at least */

#define VOUCHED                                                                                \
	0.07       /* by numbers: nearly all of the brief's stand with what they measure there \
		    */
#define SLACK 0.05 /* exchanged nouns lose their numbers; of those that kept them 0.29 harps */

#define MISFITS \
	3u /* different ones, and nouns were exchanged: of 1,200 honest pages one has so many */
#define MISFIT_WEIGHT 0.05 /* of one or two, where the page is strange besides */

/* A page in which most nouns were exchanged names customer and topic here and there, and tells of
 * something else: what it comes back to is nothing of the brief. */
static double belongs(const struct pf_view *view, double numbers, uint32_t misfits)
{
	const struct pf_padding *told = view->padding;
	double slack = (numbers >= VOUCHED ? SLACK : 0) - MISFIT_WEIGHT * misfits;

	if (misfits >= MISFITS)
		return PF_COPY_CAP;

	if (!told)
		return 1;
	return 0.36 + 0.64 * fmin(pf_ramp(told->belongs + slack, BELONG_LEAST, BELONG),
				  pf_ramp(told->harps - slack, HARPS_MOST, HARPS));
}

/*
 * One word of the prompt may stand in any sentence by chance; two of them seldom do. And a page
 * that names neither the customer nor most of what the prompt is about was written for another one,
 * with a few nouns exchanged.
 */
void pf_gate_relevance(const struct pf_view *view, const struct pf_params_gate *p,
		       struct pf_judgement *j)
{
	const struct pf_check_prompt *prompt = view->context->prompt;
	const struct pf_brief *topic;
	struct tally tally = {0};
	double on, about, numbers;

	if (!prompt) {
		pf_judge_skip(j, "there is no prompt");
		return;
	}
	topic = view->brief;
	for (size_t s = 0; s < view->tokens->sentences.n; s++)
		if (view->tokens->sentences.v[s].words >= 4)
			count_sentence(view, &view->tokens->sentences.v[s], topic, &tally);
	numbers = by_numbers(view, share(tally.customer, tally.all));
	about = (share(tally.customer, tally.all) + share(tally.lexicon, tally.all) +
		 coverage(&tally, topic)) /
			3 +
		numbers;
	on = share(view->context->drill ? tally.lexicon + tally.customer : tally.two, tally.all);
	pf_stems_release(&tally.used);
	j->n = 100 * (on < 1 ? on : 1);
	pf_judge_credit(j,
			view->context->drill ? 1
			: on <= p->none && about <= 1.5 * p->none
				? 0
				: fmin(belongs(view, numbers, tally.misfits.n),
				       fmin(named(about, p), spoken(on, p))),
			pf_view_opening(view), "%.0f %% of the sentences are about \"%s\"", j->n,
			prompt->title ? prompt->title : "the prompt");
}

/* "Go on if 55 % of the sets are complete": a threshold is chosen, nobody could have told it. */
static bool decides(const struct pf_view *view, const struct pf_quant *q)
{
	static const uint32_t lists[] = {PF_LIST_conditions, PF_LIST_stop_rules};

	return pf_view_any(view, lists, 2, pf_sentence_range(view, pf_quant_sentence(view, q)),
			   NULL);
}

/* "Twelve people for ten months": who will build it is a plan. */
static bool is_staffing(const struct pf_view *view, size_t quant)
{
	const struct pf_quant *q = &view->quants->v[quant], *next = q + 1;

	return q->role == PF_ROLE_POPULATION && quant + 1 < view->quants->n &&
	       next->base == PF_QUANT_DURATION && next->first < q->last + 6 &&
	       pf_quant_sentence(view, q) == pf_quant_sentence(view, next);
}

/* "Losses per 1,000 customers": by how many one counts is chosen too. */
static bool is_per(const struct pf_view *view, const struct pf_quant *q)
{
	return q->first && PF_TOKEN_IS(view, q->first - 1, "per");
}

/* What is said of today's world must come from somewhere; a plan's weeks and thresholds need not.
 */
static bool tells_a_fact(const struct pf_view *view, size_t quant)
{
	const struct pf_quant *q = &view->quants->v[quant];
	enum pf_part_id part = pf_quant_part(view, q);

	/* Facts copied below the page vouch for nothing on it. */
	if (!pf_quant_needs_origin(q) || part == PF_PART_APPENDIX || is_per(view, q))
		return false;
	if (q->role == PF_ROLE_BASELINE)
		return q->value > 0 && !pf_origin_near(view, q); /* "from 0": it is new */
	if (!pf_quant_bound(view, quant) || is_staffing(view, quant) || pf_origin_near(view, q))
		return false;
	return part == PF_PART_PROBLEM || part == PF_PART_SUMMARY || part == PF_PART_HEADLINE ||
	       part == PF_PART_BENEFITS ||
	       ((q->role == PF_ROLE_POPULATION || q->role == PF_ROLE_RATE) &&
		part != PF_PART_ROLLOUT && !decides(view, q));
}

/* "Half of them", "one night", "nine in ten": what is told in words was not measured, and nobody
 * invents a statistic so. */
static bool is_in_words(const struct pf_view *view, const struct pf_quant *q)
{
	for (uint32_t i = q->first; i < q->last; i++)
		if (view->tokens->v[i].kind == PF_TOKEN_NUMBER)
			return false;
	return true;
}

/* A number said again vouches no more for the page, and accuses it no more. */
static bool said_before(const struct pf_view *view, size_t quant)
{
	const struct pf_quant *q = &view->quants->v[quant];
	size_t from = quant > 200 ? quant - 200 : 0;

	for (size_t i = from; i < quant; i++) {
		const struct pf_quant *old = &view->quants->v[i];

		if (old->value == q->value && old->role == q->role && !strcmp(old->unit, q->unit) &&
		    view->origin[i] == view->origin[quant] && tells_a_fact(view, i))
			return true;
	}
	return false;
}

#define FEW_BARE     3u /* two of them may be anybody's years in a trade */
#define MANY_NUMBERS 10u
#define NONE_OF_MANY 0.36 /* who tells so much of today was told some of it */

/* Targets need no source, but they go out from something known: a page on which hardly any number
 * is known was never about the brief. 1 when that is not so. */
static double grounded(const struct pf_view *view)
{
	size_t all = 0, known = 0;

	for (size_t i = 0; i < view->quants->n; i++) {
		if (pf_quant_is_date(&view->quants->v[i]) || !pf_quant_bound(view, i))
			continue;
		all++;
		known += view->origin[i] != PF_ORIGIN_BARE;
	}
	return all < MANY_NUMBERS ? 1 : pf_ramp(share(known, all), 0.08, 0.17);
}

/* A page of invented numbers earns little, however well it is written. Six baselines are enough to
 * be judged by themselves: numbers copied from the brief do not vouch for them. */
void pf_gate_traced(const struct pf_view *view, const struct pf_params_gate *p,
		    struct pf_judgement *j)
{
	struct pf_range bare = {0, 0};
	size_t all = 0, known = 0, baselines = 0, known_baselines = 0;
	double traced, ground;

	for (size_t i = 0; view->context->prompt && i < view->quants->n; i++) {
		const struct pf_quant *q = &view->quants->v[i];
		bool told = view->origin[i] != PF_ORIGIN_BARE;

		if (!tells_a_fact(view, i) || said_before(view, i) ||
		    (!told && is_in_words(view, q)))
			continue;
		all++;
		known += told;
		baselines += q->role == PF_ROLE_BASELINE;
		known_baselines += told && q->role == PF_ROLE_BASELINE;
		if (!told && pf_range_empty(bare))
			bare = pf_quant_span(q);
	}
	ground = view->context->prompt ? grounded(view) : 1;
	if (view->context->drill || (all < 4 && ground >= 1)) {
		pf_judge_skip(j, "too few numbers to tell");
		return;
	}
	traced = all < 4 || all - known < FEW_BARE ? 1 : share(known, all);
	if (baselines >= 6 && share(known_baselines, baselines) < traced)
		traced = share(known_baselines, baselines);
	j->n = 100 * traced;
	pf_judge_credit(
		j,
		0.25 + 0.75 * fmin(ground,
				   pf_ramp(traced, all >= MANY_NUMBERS ? NONE_OF_MANY : p->none,
					   p->full)),
		pf_range_empty(bare) ? pf_view_opening(view) : bare,
		"%zu of %zu numbers about today come from the brief, are derived or "
		"labelled",
		known, all);
}

/* "23 % of the kettles are wrong" where the brief has it of the answers. */
void pf_gate_measured(const struct pf_view *view, const struct pf_params_gate *p,
		      struct pf_judgement *j)
{
	struct measured m = measured(view);
	double part = share(m.spoken, m.all);

	if (view->context->drill || m.all < 4) {
		pf_judge_skip(j, "too few numbers of the brief to tell");
		return;
	}
	j->n = 100 * part;
	pf_judge_credit(j, 0.25 + 0.75 * pf_ramp(part, p->none, p->full),
			pf_range_empty(m.strange) ? pf_view_opening(view) : m.strange,
			"%zu of %zu numbers of the brief stand with what they measure there",
			m.spoken, m.all);
}
