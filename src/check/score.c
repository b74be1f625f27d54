/* From judgements to points: groups share the 100, rules share their group. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "prfaq/base/mem.h"

#include "draft/judge.h"
#include "engine.h"

void pf_run_gates(struct pf_run *run)
{
	struct pf_scorecard *card = run->card;

	card->scored = true;
	card->scale = 1;
	card->cap = 100;
	card->words = run->view.tokens->words;
	card->shape = run->view.parts->shape;
	memcpy(card->shape_reason, run->view.parts->shape_reason, sizeof(card->shape_reason));
	for (size_t i = 0; i < run->rubric->rules.n; i++) {
		const struct pf_judgement *j = &run->judged[i];

		if (!pf_rule_is(run->rubric->rules.v[i], PF_KIND_gate))
			continue;
		if (j->outcome == PF_OUTCOME_FAIL && card->scored) {
			card->scored = false;
			card->cap_rule = (uint32_t)i;
			memcpy(card->reason, j->reason, sizeof(card->reason));
		} else if (card->scored && j->outcome == PF_OUTCOME_PARTIAL &&
			   100 * j->credit < card->cap) {
			card->cap = 100 * j->credit;
			card->cap_rule = (uint32_t)i;
		}
	}
}

static double factor(const struct pf_rule *rule, const struct pf_check_context *context)
{
	double role = context->role == PF_CANDIDATE_TPM      ? rule->roles.tpm
		      : context->role == PF_CANDIDATE_LEADER ? rule->roles.leader
							     : rule->roles.pm;

	switch (context->level) {
	case PF_LEVEL_L4: return role * rule->levels.l4;
	case PF_LEVEL_L6: return role * rule->levels.l6;
	case PF_LEVEL_L7: return role * rule->levels.l7;
	case PF_LEVEL_L5: break;
	}
	return role * rule->levels.l5;
}

/* What a rule weighs in this draft; 0 when it does not apply or never earns. */
static double weight_of(const struct pf_run *run, size_t i)
{
	const struct pf_rule *rule = run->rubric->rules.v[i];

	if ((run->judged[i].outcome == PF_OUTCOME_NOT_APPLICABLE && !run->judged[i].owed) ||
	    rule->group == PF_LIST_NONE || pf_rule_is(rule, PF_KIND_gate) ||
	    pf_rule_is(rule, PF_KIND_clarify))
		return 0;
	return rule->weight * factor(rule, run->view.context);
}

struct group {
	double weight;         /* of its applicable rules */
	double points;         /* of the 100 */
	double evidence, most; /* weight earned and to earn by rules about presence */
	double earned, possible;
};

/* A file of rules on its own is weighed as the article is. */
static double points_of(const struct pf_rubric *rubric, size_t group)
{
	return rubric->weights.v[group].points[rubric->which == PF_CANONICAL];
}

/* Groups without an applicable rule leave their points to the others. */
static void share_points(const struct pf_run *run, struct group *groups)
{
	size_t n = run->rubric->weights.n;
	double all = 0;

	for (size_t g = 0; g < n; g++)
		all += groups[g].weight > 0 ? points_of(run->rubric, g) : 0;
	for (size_t g = 0; g < n && all > 0; g++)
		if (groups[g].weight > 0)
			groups[g].points = 100 * points_of(run->rubric, g) / all;
}

/*
 * Faults are only worth avoiding where something is said: a rule that passes
 * by absence earns in the measure in which its group's evidence is there,
 * or, where a group has none, that of the whole page.
 */
static double substance(const struct group *groups, size_t n, size_t g)
{
	double evidence = groups[g].evidence, most = groups[g].most;

	for (size_t i = 0; i < n && groups[g].most <= 0; i++) {
		evidence += groups[i].evidence;
		most += groups[i].most;
	}
	/* A page with four fifths of its evidence has earned the benefit of its style. */
	return most > 0 ? pf_ramp(evidence / most, 0, 0.8) : 0;
}

static void weigh(const struct pf_run *run, struct group *groups)
{
	for (size_t i = 0; i < run->rubric->rules.n; i++) {
		const struct pf_rule *rule = run->rubric->rules.v[i];
		double w = weight_of(run, i);

		if (w <= 0)
			continue;
		groups[rule->group].weight += w;
		if (rule->kind->absence(rule))
			continue;
		groups[rule->group].most += w;
		groups[rule->group].evidence += w * run->judged[i].credit;
	}
}

static void give_points(struct pf_run *run, struct group *groups)
{
	struct pf_scorecard *card = run->card;

	for (size_t i = 0; i < run->rubric->rules.n; i++) {
		const struct pf_rule *rule = run->rubric->rules.v[i];
		struct pf_proof *proof = &card->proofs.v[i];
		struct group *g;
		double w = weight_of(run, i);

		if (w <= 0)
			continue;
		g = &groups[rule->group];
		proof->possible = g->points * w / g->weight;
		proof->earned = proof->possible * run->judged[i].credit;
		if (rule->kind->absence(rule))
			proof->earned *= substance(groups, run->rubric->weights.n, rule->group);
		if (pf_range_empty(proof->span) || !card->scored)
			proof->earned = 0; /* no point without a span */
		g->possible += proof->possible;
		card->score += proof->earned;
	}
	card->score = fmin(card->score, 100); /* a hundred parts may add up to a hair more */
}

/* Of two pages under one cap the better one stays ahead: the last tenth below it is for the order.
 */
static double under_cap(double score, double cap)
{
	double free_to = 0.9 * cap;

	if (cap >= 100 || score <= free_to)
		return score;
	return free_to + (cap - free_to) * (score - free_to) / (100 - free_to);
}

/* A gate caps the page: near the cap every proof is worth less, so that they still add up. */
static void cap_points(struct pf_run *run, struct group *groups)
{
	struct pf_scorecard *card = run->card;

	double score = under_cap(card->score, card->cap);

	if (score < card->score) {
		card->scale = score / card->score;
		card->capped = card->score - score;
		card->score = score;
	}
	for (size_t i = 0; i < run->rubric->rules.n; i++) {
		struct pf_proof *proof = &card->proofs.v[i];

		proof->earned *= card->scale;
		if (proof->possible > 0)
			groups[run->rubric->rules.v[i]->group].earned += proof->earned;
	}
}

static void pillars(struct pf_run *run)
{
	double earned[PF_PILLARS] = {0}, possible[PF_PILLARS] = {0};

	for (size_t i = 0; i < run->rubric->rules.n; i++) {
		int p = run->rubric->rules.v[i]->pillar;

		earned[p] += run->card->proofs.v[i].earned;
		possible[p] += run->card->proofs.v[i].possible;
	}
	for (size_t p = 0; p < PF_PILLARS; p++)
		run->card->pillars[p] = possible[p] > 0 ? 100 * earned[p] / possible[p] : -1;
}

static enum pf_vote vote_of(double score, bool blocked)
{
	if (score < 40)
		return PF_VOTE_STRONG_NO;
	if (blocked || score < 65)
		return PF_VOTE_NO;
	return score < 85 ? PF_VOTE_YES : PF_VOTE_STRONG_YES;
}

static void find_blocked(struct pf_run *run)
{
	for (size_t i = 0; i < run->rubric->rules.n; i++) {
		const struct pf_rule *rule = run->rubric->rules.v[i];

		if (rule->blocks && run->judged[i].outcome == PF_OUTCOME_FAIL)
			run->card->lenses[rule->lens].blocked = true;
	}
}

/* The proof that decided: a failed blocking rule, else the costliest miss, else the best gain. */
static void find_deciders(struct pf_run *run)
{
	struct pf_scorecard *card = run->card;
	double best[PF_LENSES];

	for (size_t l = 0; l < PF_LENSES; l++)
		best[l] = -1;
	for (size_t i = 0; i < card->proofs.n; i++) {
		const struct pf_rule *rule = run->rubric->rules.v[i];
		const struct pf_proof *p = &card->proofs.v[i];
		struct pf_lens_score *lens = &card->lenses[rule->lens];
		bool yes = lens->vote >= PF_VOTE_YES;
		double x = yes ? p->earned : p->possible - p->earned;

		if (run->judged[i].outcome == PF_OUTCOME_NOT_APPLICABLE)
			continue;
		if (!yes && rule->blocks && p->outcome == PF_OUTCOME_FAIL)
			x += 1000;
		if (x > best[rule->lens]) {
			best[rule->lens] = x;
			lens->decided = (uint32_t)i;
		}
	}
}

static void lenses(struct pf_run *run, const struct group *groups)
{
	find_blocked(run);
	for (size_t l = 0; l < PF_LENSES; l++) {
		struct pf_lens_score *lens = &run->card->lenses[l];
		double sum = 0, all = 0;

		for (size_t g = 0; g < run->rubric->weights.n; g++) {
			double share = run->rubric->weights.v[g].lens[l];

			if (groups[g].possible <= 0)
				continue;
			all += share;
			sum += share * groups[g].earned / groups[g].possible;
		}
		lens->score = all > 0 ? fmin(100 * sum / all, 100) : 0;
		lens->vote = vote_of(lens->score, lens->blocked);
	}
	find_deciders(run);
}

void pf_run_score(struct pf_run *run)
{
	size_t n = run->rubric->weights.n;
	struct group *groups = pf_xcalloc(n + 1, sizeof(*groups));

	weigh(run, groups);
	share_points(run, groups);
	give_points(run, groups);
	cap_points(run, groups);
	pillars(run);
	lenses(run, groups);
	free(groups);
}
