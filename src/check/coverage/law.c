/* The rule of law in the brief: named, and what follows from it said where it is named. */
#include "coverage.h"
#include "draft/answers.h"
#include "draft/brief.h"

#define NAMED_MOST 64 /* a page that names its law more often handles it in one of these */

/* The answer that holds the place, question and all; else its sentence with its neighbours. */
static struct pf_range around(const struct pf_view *view, const struct pf_phrase_hit *hit)
{
	size_t s = pf_sentence_of(view->tokens, hit->first);
	struct pf_range range = pf_sentence_range(view, s);
	const struct pf_pair *pair = pf_answer_at(view, hit->begin);

	if (pair && !pf_range_empty(pair->answer))
		return (struct pf_range){pair->question.begin, pair->answer.end};
	if (s > 0)
		range.begin = pf_sentence_range(view, s - 1).begin;
	if (s + 1 < view->tokens->sentences.n)
		range.end = pf_sentence_range(view, s + 1).end;
	return range;
}

/* What the rule makes one do, said where it is named; "the terms will be updated" is nothing done.
 * A duty that stands elsewhere on the page is kept, perhaps without knowing it. */
static double duty_said(const struct pf_view *view, const struct pf_rule *rule, size_t limit,
			struct pf_hits named, bool duties)
{
	for (size_t i = 0; i < named.n && i < NAMED_MOST; i++) {
		struct pf_range range = around(view, &named.v[i]);
		bool said =
			pf_view_context_hits(view, view->brief->limits_must_at + limit, range).n >
			0;

		if (!said && duties)
			said = pf_view_any(view, rule->lists, rule->n_lists, range, NULL);
		if (pf_view_has(view, PF_LIST_softballs, range))
			continue;
		if (said || pf_answer_grounds(view, range) >= 0.8)
			return 1;
	}
	return pf_view_context_hits(view, view->brief->limits_must_at + limit, PF_ANYWHERE).n ? 0.6
											      : 0.4;
}

/* That it is followed without its name, or named beside an answer one can hold it against, is not
 * worth a word: "Before the friend sees a title, each is asked on a page of its own". */
static bool followed(const struct pf_view *view, size_t limit, struct pf_hits named)
{
	struct pf_hits must =
		pf_view_context_hits(view, view->brief->limits_must_at + limit, PF_ANYWHERE);

	for (size_t i = 0; i < named.n && i < NAMED_MOST; i++)
		if (pf_answer_grounds(view, around(view, &named.v[i])) >= 0.5)
			return true;
	return !named.n && must.n >= 2;
}

/* Named, and what it makes one do is said in the same answer or beside it. */
void pf_cover_regulation(const struct pf_view *view, const struct pf_rule *rule,
			 struct pf_judgement *j)
{
	const struct pf_check_prompt *p = view->context->prompt;
	size_t all = 0;
	double good = 0;
	struct pf_range first = {0, 0};

	for (size_t i = 0; i < p->n_constraints; i++) {
		const struct pf_check_constraint *c = &p->constraints[i];
		struct pf_hits named, must;
		struct pf_range at = pf_part_place(view, PF_PART_FAQ);
		double credit = 0;

		if (c->kind != PF_CONSTRAINT_REGULATION || !c->known)
			continue;
		all++;
		named = pf_view_context_hits(view, view->brief->limits_at + i, PF_ANYWHERE);
		must = pf_view_context_hits(view, view->brief->limits_must_at + i, PF_ANYWHERE);
		if (named.n) {
			at = (struct pf_range){named.v[0].begin, named.v[0].end};
			credit = duty_said(view, rule, i, named, !c->must.n);
		} else if (must.n >= 2) {
			at = (struct pf_range){must.v[0].begin, must.v[0].end};
			credit = 0.5;
		}
		good += credit;
		if (credit > 0 && pf_range_empty(first))
			first = at;
		if (credit < 1 && !followed(view, i, named))
			pf_cover_miss(j, at, c->text ? c->text : c->id,
				      named.n ? "what it makes you do"
					      : "its name, nor what it makes you do",
				      PF_ABOUT_LAW + (unsigned)i);
	}
	if (!all) {
		pf_judge_skip(j, "no regulation is known");
		return;
	}
	pf_judge_credit(j, good / (double)all,
			pf_range_empty(first) ? pf_part_place(view, PF_PART_FAQ) : first,
			good >= (double)all ? "named, with what it makes you do"
					    : "not said, or not what follows from it");
	j->untold = good < (double)all && !j->n_places;
}
