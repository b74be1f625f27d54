/*
 * Which probe comes next. Nothing is planned ahead: each time the candidates
 * are found anew from the frozen draft and what was asked already, so an
 * attempt that was cut off goes on with the same questions.
 */
#include "impl.h"
#include "probe_sources.h"

#define CONTRADICTIONS_MAX 2
#define OWN_RESERVED       3 /* probes left for the prompt's own, the trap's among them */

static uint32_t planned(const struct pf_interview *iv)
{
	uint32_t n = PF_PROBES_MIN;

	for (size_t i = 0; i < iv->plan->stages.n; i++)
		if (iv->plan->stages.v[i].does == PF_PLAN_PROBE && iv->plan->stages.v[i].probes > n)
			n = (uint32_t)iv->plan->stages.v[i].probes;
	return n < PF_PANE_REPLY_MAX - PF_PANE_REPLY ? n : PF_PANE_REPLY_MAX - PF_PANE_REPLY;
}

static void count(struct pf_probing *s)
{
	const struct pf_fold *fold = s->iv->fold;

	for (size_t i = 0; i < fold->probes.n; i++) {
		s->by_source[fold->probes.v[i].source]++;
		s->lens[fold->probes.v[i].lens] = true;
	}
	s->asked = (uint32_t)fold->probes.n;
}

static bool by_source(struct pf_probing *s, struct pf_candidate *c)
{
	uint32_t doubts = s->by_source[PF_PROBE_CONTRADICTION] + s->by_source[PF_PROBE_SAME_THING];
	uint32_t left = s->planned - s->asked;

	if (s->asked == 0)
		return pf_probe_opener(s, c); /* an easy one first */
	if (doubts < CONTRADICTIONS_MAX && pf_probe_contradiction(s, c, PF_SAME_YES))
		return true;
	if (doubts < CONTRADICTIONS_MAX && pf_probe_against_brief(s, c))
		return true;
	if (doubts < CONTRADICTIONS_MAX && s->by_source[PF_PROBE_SAME_THING] == 0 &&
	    pf_probe_contradiction(s, c, PF_SAME_MAYBE))
		return true;
	if (left + s->by_source[PF_PROBE_PROMPT] > OWN_RESERVED && pf_probe_failed_rule(s, c))
		return true;
	return pf_probe_own(s, c) || pf_probe_failed_rule(s, c) || pf_probe_opener(s, c);
}

static bool choose(struct pf_probing *s, struct pf_candidate *c)
{
	uint32_t silent = 0;

	for (int i = 0; i < PF_LENSES; i++)
		silent += !s->lens[i];
	s->force = silent > 0 && s->planned - s->asked <= silent;
	if (by_source(s, c))
		return true;
	s->force = false;
	return by_source(s, c);
}

static void ask(struct pf_interview *iv, const struct pf_now *now, const struct pf_candidate *c)
{
	struct pf_record r = {.kind = PF_RECORD_PROBE};

	r.u.probe = (struct pf_record_probe){
		.index = (uint32_t)iv->fold->probes.n,
		.source = c->source,
		.lens = c->lens,
		.prompt_probe = pf_slice_of(c->own),
		.rule = pf_slice_of(c->rule),
		.topic = pf_slice_of(c->topic),
		.text = pf_buf_view(&c->text),
		.quote = pf_slice_of(c->quote),
		.begin = c->span.begin,
		.end = c->span.end,
		.other = pf_slice_of(c->other),
		.other_begin = c->other_span.begin,
		.other_end = c->other_span.end,
		.why = pf_slice_of(c->why),
		.good = c->good,
		.then = pf_slice_of(c->then),
		.substance = true,
	};
	pf_interview_emit(iv, now, &r);
}

bool pf_probe_next(struct pf_interview *iv, const struct pf_now *now)
{
	struct pf_probing s = {.iv = iv, .check = pf_interview_check(iv), .planned = planned(iv)};
	struct pf_candidate c = {.own = ""};
	bool found;

	count(&s);
	if (!s.check || s.asked >= s.planned)
		return false;
	found = choose(&s, &c);
	if (found)
		ask(iv, now, &c);
	pf_buf_release(&c.text);
	return found;
}
