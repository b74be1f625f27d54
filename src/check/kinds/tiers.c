/* tiers: primary, secondary and leading metrics, and what links them. */
#include <string.h>

#include "draft/brief.h"
#include "draft/quants.h"
#include "kinds.h"
#include "tiers.h"

static void judge_present(const struct pf_view *view, struct pf_judgement *j)
{
	struct pf_range first = {0, 0};
	size_t found = 0;

	for (int t = PF_TIER_PRIMARY; t <= PF_TIER_LEADING; t++) {
		const struct pf_metric *m = pf_tiers_metric(view, (enum pf_tier)t);

		if (!m) {
			pf_judge_miss(j, pf_part_place(view, PF_PART_METRICS),
				      pf_tier_name((enum pf_tier)t), "");
			if (!j->next[0])
				pf_judge_next(j, "add the %s metric",
					      pf_tier_name((enum pf_tier)t));
			continue;
		}
		if (!found++)
			first = m->whole;
	}
	pf_judge_credit(j, (double)found / PF_TIERS,
			found ? first : pf_part_place(view, PF_PART_METRICS), "%zu of %u tiers",
			found, PF_TIERS);
	j->untold = pf_tiers_maybe_all(view);
}

static void judge_single(const struct pf_view *view, struct pf_judgement *j)
{
	const struct pf_metric *first = pf_tiers_metric(view, PF_TIER_PRIMARY);
	size_t n = 0;
	char name[80];

	if (!first) {
		pf_judge_credit(j, 0, pf_part_place(view, PF_PART_METRICS), "no primary metric");
		pf_judge_miss(j, pf_part_place(view, PF_PART_METRICS), "none", "");
		return;
	}
	for (size_t i = 0; i < view->parts->metrics.n; i++) {
		const struct pf_metric *m = &view->parts->metrics.v[i];

		if (m->tier != PF_TIER_PRIMARY)
			continue;
		if (n++) {
			pf_tiers_words(view, m, name, sizeof(name));
			pf_judge_miss(j, m->whole, name, "");
		}
	}
	j->n = (double)n;
	pf_judge_credit(j, n == 1 ? 1 : n == 2 ? 0.5 : 0, first->whole, "%zu primary metrics", n);
	if (n > 1)
		pf_judge_next(j, "keep one as primary");
}

/* The range speaks of both metrics, in words of their names. */
static bool tells_both(const struct pf_view *view, struct pf_range range,
		       const struct pf_stems *one, const struct pf_stems *other)
{
	struct pf_stems own = {0};
	bool both;

	pf_view_stems(view, range, &own);
	both = pf_stems_shared(&own, one) > 0 && pf_stems_shared(&own, other) > 0;
	pf_stems_release(&own);
	return both;
}

/* The first answer that tells of both metrics, with a word of cause if it is asked for, else by
 * what was asked too; empty when none does. */
static struct pf_range answer_on_both(const struct pf_view *view, const struct pf_rule *cause,
				      const struct pf_stems *one, const struct pf_stems *other)
{
	for (size_t i = 0; i < view->parts->pairs.n; i++) {
		const struct pf_pair *pair = &view->parts->pairs.v[i];
		struct pf_range answer = pair->answer;

		if (!cause && pair->question.begin < answer.begin)
			answer.begin = pair->question.begin;
		if ((!cause || pf_view_any(view, cause->lists, cause->n_lists, answer, NULL)) &&
		    tells_both(view, answer, one, other))
			return answer;
	}
	return (struct pf_range){0, 0};
}

/* A word of cause in a metric's row, or in an answer on both. That the same answer, or the offer,
 * tells of both without one may be the link all the same. */
static void judge_linked(const struct pf_view *view, const struct pf_rule *rule,
			 struct pf_judgement *j)
{
	const struct pf_metric *primary = pf_tiers_metric(view, PF_TIER_PRIMARY);
	const struct pf_metric *leading = pf_tiers_metric(view, PF_TIER_LEADING);
	const struct pf_part *offer = pf_parts_get(view->parts, PF_PART_SOLUTION);
	struct pf_stems one = {0}, other = {0};
	struct pf_range at;

	if (!primary || !leading) {
		pf_judge_credit(j, 0, pf_part_place(view, PF_PART_METRICS),
				"two tiers are needed for a link");
		j->untold = true; /* that one is missing is told already */
		return;
	}
	for (size_t i = 0; i < view->parts->metrics.n; i++)
		if (pf_view_any(view, rule->lists, rule->n_lists, view->parts->metrics.v[i].whole,
				NULL)) {
			pf_judge_pass(j, view->parts->metrics.v[i].whole, "a cause is named");
			return;
		}
	pf_view_stems(view, leading->name, &one);
	pf_view_stems(view, primary->name, &other);
	at = answer_on_both(view, rule, &one, &other);
	if (!pf_range_empty(at)) {
		pf_judge_pass(j, at, "an answer links them");
	} else {
		pf_judge_credit(j, 0, leading->whole, "no tier is said to move another");
		pf_judge_miss(j, leading->whole, "no link", "");
		j->untold = pf_stems_shared(&one, &other) > 0 ||
			    !pf_range_empty(answer_on_both(view, NULL, &one, &other)) ||
			    (offer && tells_both(view, offer->body, &one, &other));
	}
	pf_stems_release(&one);
	pf_stems_release(&other);
}

/* "Renewals decided from records" are counted by how they are done. */
static bool is_qualified(const struct pf_view *view, uint32_t end, struct pf_range name)
{
	size_t i = pf_tokens_at(view->tokens, end);
	const struct pf_token *t = &view->tokens->v[i];

	return i < view->tokens->n && t->end <= name.end && t->kind == PF_TOKEN_WORD &&
	       t->end - t->begin > 2 && !memcmp(view->text.ptr + t->end - 2, "ed", 2);
}

static void judge_words(const struct pf_view *view, const struct pf_rule *rule, enum pf_tier tier,
			int context_list, struct pf_judgement *j)
{
	const struct pf_metric *m = pf_tiers_metric(view, tier);
	struct pf_range at = {0, 0}, name;
	struct pf_hits hits;
	char words[80];

	if (!m) {
		pf_judge_owe(j, "no such metric");
		return;
	}
	name = pf_range_empty(m->name) ? m->whole : m->name;
	hits = pf_view_context_hits(view, (size_t)context_list, name);
	if (hits.n)
		at = (struct pf_range){hits.v[0].begin, hits.v[0].end};
	if ((!hits.n && !pf_view_any(view, rule->lists, rule->n_lists, name, &at)) ||
	    is_qualified(view, at.end, name)) {
		pf_judge_pass(j, m->whole, "none of the words to avoid");
		return;
	}
	pf_view_words(view, at, words, sizeof(words));
	pf_judge_credit(j, 0, at, "\"%s\"", words);
	pf_judge_miss(j, at, words, "");
}

/* The brief has metrics of this tier, unit and name, and it is far from the range of each. */
static bool is_off_brief(const struct pf_view *view, const struct pf_metric *m,
			 const struct pf_quant *t)
{
	const struct pf_check_prompt *p = view->context->prompt;
	bool off = false;

	for (size_t k = 0; p && k < p->n_metrics; k++) {
		const struct pf_check_metric *pm = &p->metrics[k];

		if (pm->high <= pm->low || pm->tier != m->tier || !pm->unit ||
		    strcmp(pm->unit, t->unit) != 0 ||
		    !pf_view_context_hits(view, view->brief->metrics_at + k,
					  pf_range_empty(m->name) ? m->whole : m->name)
			     .n)
			continue;
		if (t->value <= pm->high * 1.5 && t->value >= pm->low / 1.5)
			return false;
		off = true;
	}
	return off;
}

/* "2 of 235" and "1 in 100": a count of them is no level to hold a share against. */
static bool is_of_other_form(const struct pf_quant *a, const struct pf_quant *b)
{
	return a->base == PF_QUANT_NUMBER && !a->unit[0] &&
	       (a->value > 0 && a->value < 1) != (b->value > 0 && b->value < 1);
}

/* More than all, ten times as much, a twentieth of it, or far from what the brief holds possible.
 * "-30%" is a change, "none" a rule. What leads may begin near nothing: who switches it on. */
static bool is_odd(const struct pf_view *view, const struct pf_metric *m, const struct pf_quant *t)
{
	const struct pf_quant *b = pf_tiers_quant(view, m->baseline);
	bool aimed = t->role == PF_ROLE_TARGET;

	if (aimed && t->base == PF_QUANT_PERCENT && (t->value > 100 || t->value < -100))
		return true;
	if (b && b->base == t->base && !strcmp(b->unit, t->unit) && b->value > 0 && t->value > 0 &&
	    !is_of_other_form(b, t) &&
	    ((t->value > 10 * b->value && m->tier != PF_TIER_LEADING) || t->value * 20 < b->value))
		return true;
	return aimed && is_off_brief(view, m, t);
}

/* Each that is hard to believe is one of so many: it takes no more than the piece is worth that
 * shows it, or who left out the piece would gain. */
static void judge_believable(const struct pf_view *view, struct pf_judgement *j)
{
	struct pf_range first = {0, 0};
	size_t all = 0, odd = 0;
	char words[80];

	for (size_t i = 0; i < view->parts->metrics.n; i++) {
		const struct pf_metric *m = &view->parts->metrics.v[i];
		const struct pf_quant *t = pf_tiers_quant(view, m->target);

		if (!t || pf_quant_is_age(view, t))
			continue;
		if (!all++)
			first = m->whole;
		if (!is_odd(view, m, t))
			continue;
		odd++;
		pf_view_words(view, (struct pf_range){t->begin, t->end}, words, sizeof(words));
		pf_judge_miss(j, (struct pf_range){t->begin, t->end}, words, "");
	}
	if (!all) {
		pf_judge_owe(j, "no target");
		return;
	}
	pf_judge_credit(j, 1 - (double)odd / (double)all, odd ? j->places[0].span : first,
			odd ? "hard to believe" : "targets of a believable size");
}

static void judge_goal(const struct pf_view *view, struct pf_judgement *j)
{
	const struct pf_check_prompt *p = view->context->prompt;
	const struct pf_metric *m = pf_tiers_metric(view, PF_TIER_PRIMARY);
	struct pf_stems own = {0};
	size_t shared, named = 0;

	if (!p || !p->goal) {
		pf_judge_skip(j, "no goal is given");
		return;
	}
	if (!m) {
		pf_judge_credit(j, 0, pf_part_place(view, PF_PART_METRICS), "no primary metric");
		j->untold = true; /* that one is missing is told already */
		return;
	}
	pf_view_stems(view, m->whole, &own);
	shared = pf_stems_shared(&view->brief->goal, &own);
	pf_stems_release(&own);
	for (size_t k = 0; k < p->n_metrics; k++)
		if (p->metrics[k].tier == PF_TIER_PRIMARY)
			named +=
				pf_view_context_hits(view, view->brief->metrics_at + k, m->whole).n;
	pf_judge_credit(j, shared || named ? 1 : 0, m->whole,
			shared || named ? "it names the goal" : "it does not name the goal");
	if (!shared && !named) {
		char name[80];

		pf_tiers_words(view, m, name, sizeof(name));
		pf_judge_miss(j, m->whole, name, p->goal);
	}
}

void pf_tiers_judge(const struct pf_view *view, const struct pf_rule *rule, struct pf_judgement *j)
{
	switch ((enum pf_tier_check)rule->params.tiers.check) {
	case PF_TIERS_PRESENT: judge_present(view, j); break;
	case PF_TIERS_SINGLE: judge_single(view, j); break;
	case PF_TIERS_NAME:
	case PF_TIERS_TARGET:
	case PF_TIERS_DEADLINE:
	case PF_TIERS_BASELINE:
	case PF_TIERS_METHOD: pf_tiers_pieces(view, rule, j); break;
	case PF_TIERS_LINKED: judge_linked(view, rule, j); break;
	case PF_TIERS_EARLY: pf_tiers_early(view, j); break;
	case PF_TIERS_CONTROLLED:
		judge_words(view, rule, PF_TIER_LEADING, PF_CONTEXT_OUTPUT, j);
		break;
	case PF_TIERS_VANITY: judge_words(view, rule, PF_TIER_PRIMARY, PF_CONTEXT_VANITY, j); break;
	case PF_TIERS_GUARDRAIL: pf_tiers_guardrail(view, rule, j); break;
	case PF_TIERS_STOP: pf_tiers_stop(view, rule, j); break;
	case PF_TIERS_BELIEVABLE: judge_believable(view, j); break;
	case PF_TIERS_DEFENDED: pf_tiers_defended(view, rule, j); break;
	case PF_TIERS_GOAL: judge_goal(view, j); break;
	case PF_TIERS_STATED: pf_tiers_stated(view, j); break;
	case PF_TIERS_WHOLE: pf_tiers_whole(view, j); break;
	}
}
