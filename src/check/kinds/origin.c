/* origin: every number of the scope is given, derived, assumed, or (without a brief) cited. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "draft/answers.h"
#include "draft/assumption.h"
#include "draft/quants.h"
#include "draft/words.h"
#include "kinds.h"

/* Nobody here can look it up: a name behind a number is worth little beside having counted. */
#define BORROWED_WORTH 0.1

static bool borrowed(const struct pf_view *view, size_t quant)
{
	size_t s = pf_quant_sentence(view, &view->quants->v[quant]);
	struct pf_range sentence = pf_sentence_range(view, s);
	uint32_t names = pf_list_named(view, "authorities");
	uint32_t own = pf_list_named(view, "own_evidence");

	return view->origin[quant] == PF_ORIGIN_CITED &&
	       pf_view_any(view, &names, 1, sentence, NULL) &&
	       !pf_view_any(view, &own, 1, sentence, NULL);
}

/* "In 18 years", "six weeks before the date": when, and not how long it takes. */
static bool is_period(const struct pf_view *view, const struct pf_quant *q)
{
	static const char *const before[] = {"in",   "within", "after", "next",
					     "last", "past",   "first", NULL};
	static const char *const behind[] = {"before", "ago", "ahead", NULL};

	static const char *const since[] = {"for", "since", NULL};

	/* "I have had a shop for 17 years" */
	if (q->first && !strcmp(q->unit, "year") && pf_token_among(view, q->first - 1, since))
		return true;
	return (q->first && pf_token_among(view, q->first - 1, before)) ||
	       (q->last < view->tokens->n && pf_token_among(view, q->last, behind));
}

/* "Is 66 and lives", "is 66." */
static bool ends_here(const struct pf_view *view, uint32_t token)
{
	static const char *const and[] = {"and", "or", "but", NULL};

	return token >= view->tokens->n || view->tokens->v[token].kind == PF_TOKEN_SIGN ||
	       pf_token_among(view, token, and);
}

/* "A farm with 150 cows", "Gerda is 66": one who stands for others; "half a journey" is none. */
static bool is_example(const struct pf_view *view, const struct pf_quant *q)
{
	static const char *const with[] = {"with", NULL}, *const one[] = {"a", "an", NULL};
	static const char *const is[] = {"is", "was", "aged", NULL};

	if (q->base != PF_QUANT_NUMBER && q->base != PF_QUANT_QUANTITY && q->base != PF_QUANT_MONEY)
		return false;
	if (q->first >= 3 && pf_token_among(view, q->first - 1, with) &&
	    pf_token_among(view, q->first - 3, one))
		return true;
	if (q->value == 0.5 && q->last < view->tokens->n && pf_token_among(view, q->last, one))
		return true;
	return q->first && pf_token_among(view, q->first - 1, is) && q->base == PF_QUANT_NUMBER &&
	       !q->unit[0] && q->value >= 16 && q->value <= 100 && ends_here(view, q->last);
}

/* "We took apart the bad half": which of two, and no share. */
static bool is_one_of_two(const struct pf_view *view, const struct pf_quant *q)
{
	static const char *const of[] = {"of",  "the", "a",     "an", "our",
					 "all", "its", "their", NULL};

	return q->value == 0.5 && q->last == q->first + 1 && q->first &&
	       pf_token_is(view->text, &view->tokens->v[q->first], "half") &&
	       view->tokens->v[q->first - 1].kind == PF_TOKEN_WORD &&
	       !pf_view_is_stop(view, q->first - 1) && q->last < view->tokens->n &&
	       !pf_token_among(view, q->last, of);
}

/* "What each costs a year", "a 74-year-old", "gaps of more than five days", "in a quarter": what is
 * counted by, and not what was counted. */
static bool is_measure(const struct pf_view *view, const struct pf_quant *q)
{
	static const char *const in[] = {"in", "per", "each", "every", NULL};
	const struct pf_token *t = view->tokens->v;

	if (is_one_of_two(view, q))
		return true;
	for (size_t i = 0; in[i] && q->value == 0.25 && q->first; i++)
		if (pf_token_is(view->text, &t[q->first - 1], in[i]))
			return true;
	if (is_example(view, q) || pf_quant_is_age(view, q))
		return true;
	if (q->base != PF_QUANT_DURATION)
		return false;
	for (size_t i = q->last; i < view->tokens->n && i < q->last + 2u; i++)
		if (pf_token_is(view->text, &t[i], "old"))
			return true;
	if (is_period(view, q))
		return true;
	return q->value == 1 || q->bound == PF_BOUND_GT || q->bound == PF_BOUND_GE;
}

/* "In 12 villages", "our 188 members": whoever writes the page can count them. */
static bool is_own_count(const struct pf_view *view, const struct pf_quant *q)
{
	static const char *const our[] = {"our", "my", NULL};
	bool ours = q->first && pf_token_among(view, q->first - 1, our);

	return !view->context->prompt && q->kind == PF_QUANT_NUMBER && (ours || q->value <= 20) &&
	       q->value == floor(q->value) && q->role != PF_ROLE_BASELINE;
}

/* "Almost half (48%, from the ward log)": the number behind it is the exact one. */
static bool is_glossed(const struct pf_view *view, size_t quant)
{
	const struct pf_quant *q = &view->quants->v[quant], *next = q + 1;

	return quant + 1 < view->quants->n && next->base == PF_QUANT_PERCENT &&
	       next->first > q->last && next->first - q->last < 7 &&
	       view->tokens->v[next->first - 1].sign == '(';
}

/* The page's own table says where it comes from: today's value, or what is left of a hundred. */
static bool is_sourced_below(const struct pf_view *view, const struct pf_quant *q)
{
	for (size_t i = 0; i < view->parts->metrics.n && i < PF_METRICS_HELD; i++) {
		const struct pf_metric *m = &view->parts->metrics.v[i];
		const struct pf_quant *today;

		if (m->baseline == PF_QUANT_NONE || pf_range_empty(m->method))
			continue;
		today = &view->quants->v[m->baseline];
		if (today->value == q->value ||
		    (q->base == PF_QUANT_PERCENT && today->base == PF_QUANT_PERCENT &&
		     today->value + q->value == 100))
			return true;
	}
	return false;
}

/* "Ten working days to file": a rule's term opens its sentence, and nobody measured it. */
static bool is_term(const struct pf_view *view, const struct pf_quant *q)
{
	return q->base == PF_QUANT_DURATION && q->last < view->tokens->n &&
	       view->tokens->v[q->first].flags & PF_TOKEN_SENTENCE &&
	       pf_token_is(view->text, &view->tokens->v[q->last], "to");
}

#define TERMS_BESIDE 5u /* numbers a sum may be made of */
#define TERMS_BEHIND 2u

/* "It spends 170 minutes, of which 70 are work. The other 100": two numbers beside it add up to it,
 * or differ by it. */
static bool is_worked_out(const struct pf_view *view, size_t quant)
{
	const struct pf_quant *all = view->quants->v, *q = &all[quant];
	size_t from = quant > TERMS_BESIDE ? quant - TERMS_BESIDE : 0;
	size_t to = quant + TERMS_BEHIND + 1;

	to = to < view->quants->n ? to : view->quants->n;
	for (size_t i = from; i < to && q->value >= 10; i++)
		for (size_t k = i + 1; k < to; k++) {
			double sum = all[i].value + all[k].value;
			double rest = all[i].value - all[k].value;

			if (i == quant || k == quant || pf_quant_is_date(&all[i]) ||
			    pf_quant_is_date(&all[k]) ||
			    (all[i].base != q->base && all[k].base != q->base &&
			     q->base != PF_QUANT_NUMBER))
				continue;
			if (sum == q->value || rest == q->value)
				return true;
		}
	return false;
}

/* "It's ten to eleven", "all between three and six" */
static bool is_time_of_day(const struct pf_view *view, const struct pf_quant *q)
{
	static const char *const at[] = {"it's", "is", "at", "about", "between", NULL};

	return q->kind == PF_QUANT_RANGE && !q->unit[0] && q->value <= 12 && q->high <= 12 &&
	       q->first && view->tokens->v[q->first].kind == PF_TOKEN_WORD &&
	       pf_token_among(view, q->first - 1, at);
}

/* A problem's numbers are claims about the world. A benefit is promised, but for what is today; a
 * release that tells how many shops it has knows its own. */
static bool claims(const struct pf_view *view, size_t quant)
{
	const struct pf_quant *q = &view->quants->v[quant];
	enum pf_part_id part = pf_quant_part(view, q);

	if (!pf_quant_needs_origin(q) || !pf_quant_bound(view, quant) || is_measure(view, q) ||
	    is_own_count(view, q) || is_glossed(view, quant) || pf_quant_is_compound(view, q) ||
	    is_term(view, q) || is_time_of_day(view, q))
		return false;
	if (part == PF_PART_BENEFITS)
		return q->role == PF_ROLE_BASELINE;
	return part != PF_PART_SUMMARY || q->base == PF_QUANT_PERCENT;
}

#define ASKED_ABOUT 3 /* whoever gives the source of three will look at the others */

/* The same amount again has the same answer. */
static bool asked(const struct pf_view *view, size_t quant, const struct pf_judgement *j)
{
	const struct pf_quant *q = &view->quants->v[quant];

	for (size_t i = 0; i < j->n_places; i++) {
		size_t k = pf_quants_at(view->quants, j->places[i].span.begin);

		if (view->quants->v[k].value == q->value &&
		    !strcmp(view->quants->v[k].unit, q->unit))
			return true;
	}
	return false;
}

/* "She starts at seven, forty minutes away": in the story of one person nobody asks who counted. */
static bool tells_of_one(const struct pf_view *view, size_t quant)
{
	static const char *const one[] = {"she", "he", "her", "his", "him", "hers", NULL};
	const struct pf_sentence *s =
		&view->tokens->sentences.v[pf_quant_sentence(view, &view->quants->v[quant])];

	for (uint32_t i = s->first; i < s->last; i++)
		if (pf_token_among(view, i, one))
			return true;
	return false;
}

static void ask(const struct pf_view *view, struct pf_judgement *j, size_t quant, const char *what)
{
	struct pf_range at = {view->quants->v[quant].begin, view->quants->v[quant].end};
	struct pf_place_found *place;

	if (j->n_places >= ASKED_ABOUT || asked(view, quant, j) || tells_of_one(view, quant))
		return;
	place = pf_judge_place(j, at);
	pf_view_words(view, at, place->value, sizeof(place->value));
	snprintf(place->what, sizeof(place->what), "%s", what);
}

static double worth_of(const struct pf_view *view, size_t quant)
{
	switch ((enum pf_origin)view->origin[quant]) {
	case PF_ORIGIN_BARE: return 0;
	case PF_ORIGIN_ASSUMED: return pf_assumption_worth(view->grounds[quant]);
	case PF_ORIGIN_CITED: return borrowed(view, quant) ? BORROWED_WORTH : 1;
	case PF_ORIGIN_GIVEN:
	case PF_ORIGIN_DERIVED: break;
	}
	return 1;
}

/* "27% of the entries are stopped", and an answer says of which entries: the same amount has a
 * source elsewhere. */
static bool is_sourced_elsewhere(const struct pf_view *view, size_t quant)
{
	const struct pf_quant *q = &view->quants->v[quant];

	if (q->value < 10)
		return false;
	for (size_t i = 0; i < view->quants->n && i < PF_QUANTS_HELD; i++) {
		const struct pf_quant *same = &view->quants->v[i];
		const struct pf_pair *pair;

		if (i == quant || same->value != q->value || strcmp(same->unit, q->unit) != 0)
			continue;
		pair = pf_answer_at(view, same->begin);
		if (view->origin[i] == PF_ORIGIN_CITED ||
		    (pair && same->begin < pair->answer.begin && !pf_range_empty(pair->answer)))
			return true;
	}
	return false;
}

/* The page shows it, though not beside the number. */
static bool is_shown(const struct pf_view *view, size_t quant)
{
	return is_sourced_elsewhere(view, quant) || is_worked_out(view, quant) ||
	       is_sourced_below(view, &view->quants->v[quant]);
}

/* "Many of the 3,900": what is not said comes from nowhere, and cannot even be asked about. */
#define VAGUE_WORTH 1.5

/* The bare ones are named one by one; of labels that say no more one is enough. */
static void judge_each(const struct pf_view *view, const struct pf_params_origin *p,
		       struct pf_judgement *j)
{
	size_t all = 0, known = 0, labels = 0, label = 0;
	double worth = 0, vague;
	struct pf_range first = {0, 0}, any = {0, 0};

	for (size_t i = 0; i < view->quants->n; i++) {
		const struct pf_quant *q = &view->quants->v[i];
		bool shown;

		if (!pf_scope_has(&p->parts, pf_quant_part(view, q)) || !claims(view, i))
			continue;
		if (!all++)
			any = (struct pf_range){q->begin, q->end};
		shown = is_shown(view, i);
		worth += shown ? 1 : worth_of(view, i);
		if (view->origin[i] == PF_ORIGIN_BARE && !shown) {
			ask(view, j, i, "it does not say where this number comes from");
			continue;
		}
		if (borrowed(view, i))
			ask(view, j, i,
			    "a name stands behind this number, and nothing you counted");
		if (!known++)
			first = pf_quant_span(q);
		if (view->origin[i] == PF_ORIGIN_ASSUMED &&
		    *pf_assumption_lacks(view->grounds[i]) && !labels++)
			label = i;
	}
	if (!all) {
		pf_judge_owe(j, "no number to ask about");
		return;
	}
	vague = VAGUE_WORTH * (double)pf_pattern_count(view, p->vague);
	if (labels)
		ask(view, j, label, pf_assumption_lacks(view->grounds[label]));
	j->n = (double)(all - known);
	pf_judge_credit(j, worth / ((double)all + vague), known ? first : any,
			labels ? "%zu of %zu numbers have an origin, %zu of them only a label"
			       : "%zu of %zu numbers have an origin",
			known, all, labels);
	j->untold = j->outcome != PF_OUTCOME_PASS && !j->n_places;
	if (j->n_places)
		pf_judge_next(j, "say where \"%s\" comes from", j->places[0].value);
}

void pf_origin_judge(const struct pf_view *view, const struct pf_rule *rule, struct pf_judgement *j)
{
	judge_each(view, &rule->params.origin, j);
}
