/* clarify: the questions of stage 1. They are no part of the page, so spans are empty. */
#include <stdio.h>
#include <string.h>

#include "kinds.h"

static const struct pf_range nowhere = {0, 0};

static void judge_count(const struct pf_check_context *c, const struct pf_params_clarify *p,
			struct pf_judgement *j)
{
	double n = (double)c->n_questions, credit = 1;

	if (n < p->least)
		credit = pf_ramp(n, p->none_below, p->least);
	else if (p->most > 0 && n > p->most)
		credit = pf_ramp(n, p->none_above, p->most);
	j->n = n;
	pf_judge_credit(j, credit, nowhere, "%.0f questions", n);
	if (credit < 1)
		snprintf(pf_judge_place(j, nowhere)->value, 16, "%.0f", n);
}

static bool hit(const struct pf_check_context *c, const char *topic)
{
	for (size_t i = 0; i < c->n_questions; i++)
		if (c->questions[i].topic && !strcmp(c->questions[i].topic, topic))
			return true;
	return false;
}

static void judge_coverage(const struct pf_check_context *c, const struct pf_params_clarify *p,
			   struct pf_judgement *j)
{
	size_t good = 0;

	for (size_t i = 0; i < p->topics.n; i++) {
		if (hit(c, p->topics.v[i]))
			good++;
		else
			pf_judge_miss(j, nowhere, p->topics.v[i], "");
	}
	/* Six of eight topics in fifteen minutes is a full warm-up. */
	pf_judge_credit(j, (double)good / ((double)p->topics.n * 0.75), nowhere,
			"%zu of %zu topics", good, p->topics.n);
	if (j->outcome == PF_OUTCOME_PASS)
		j->n_places = 0;
}

static void judge_each(const struct pf_check_context *c, bool proposal, struct pf_judgement *j)
{
	size_t bad = 0;

	for (size_t i = 0; i < c->n_questions; i++) {
		if (!(proposal ? c->questions[i].proposes : c->questions[i].two))
			continue;
		bad++;
		pf_judge_miss(j, nowhere, c->questions[i].text ? c->questions[i].text : "", "");
	}
	j->n = (double)bad;
	pf_judge_credit(j, 1 - (double)bad / (double)c->n_questions, nowhere,
			"%zu of %zu questions", bad, c->n_questions);
}

static void judge_early(const struct pf_check_context *c, const struct pf_params_clarify *p,
			struct pf_judgement *j)
{
	for (size_t i = 0; i < c->n_questions; i++) {
		const struct pf_check_question *q = &c->questions[i];

		if (i >= 3 && q->at > 5 * PF_MINUTE)
			break;
		for (size_t t = 0; q->topic && t < p->topics.n; t++)
			if (!strcmp(q->topic, p->topics.v[t])) {
				pf_judge_pass(j, nowhere, "question %zu asks for a limit", i + 1);
				return;
			}
	}
	pf_judge_credit(j, 0, nowhere, "no limit was asked for early");
	pf_judge_place(j, nowhere);
}

void pf_clarify_judge(const struct pf_view *view, const struct pf_rule *rule,
		      struct pf_judgement *j)
{
	const struct pf_params_clarify *p = &rule->params.clarify;
	const struct pf_check_context *c = view->context;

	if (!c->asked) {
		pf_judge_skip(j, "there was no stage 1");
		return;
	}
	if (!c->n_questions && p->check != PF_CLARIFY_COUNT && p->check != PF_CLARIFY_COVERAGE) {
		pf_judge_skip(j, "no question was asked");
		return;
	}
	switch ((enum pf_clarify_check)p->check) {
	case PF_CLARIFY_COUNT: judge_count(c, p, j); break;
	case PF_CLARIFY_COVERAGE: judge_coverage(c, p, j); break;
	case PF_CLARIFY_SINGLE: judge_each(c, false, j); break;
	case PF_CLARIFY_PROPOSAL: judge_each(c, true, j); break;
	case PF_CLARIFY_EARLY: judge_early(c, p, j); break;
	}
}
