/* The coverage proof of a prompt: what its author promised, tried out. */
#include <stdlib.h>
#include <string.h>

#include "prfaq/base/mem.h"
#include "prfaq/check/rubric.h"
#include "prfaq/session/matcher.h"

/* Facts that can be had, in some order of asking: needs first. */
struct reach {
	const char **v;
	size_t n, cap;
};

static struct pf_known_facts in_reach(const struct reach *r)
{
	return (struct pf_known_facts){r->v, r->n};
}

static void find_reach(const struct pf_prompt *prompt, struct reach *r)
{
	size_t before;

	do {
		before = r->n;
		for (size_t i = 0; i < prompt->facts.n; i++) {
			const struct pf_prompt_fact *fact = &prompt->facts.v[i];

			if (fact->ask.n && !pf_known_has(in_reach(r), fact->id) &&
			    pf_known_lead_to(in_reach(r), fact))
				*PF_PUSH(r) = fact->id;
		}
	} while (r->n != before);
}

static const char *what_happened(const struct pf_match *m)
{
	static const char *const names[] = {"another fact",      "nothing",
					    "a choice of facts", "\"you are proposing\"",
					    "\"one at a time\"", "\"you asked that\""};

	return m->met == PF_MET_FACT ? m->fact->id : names[m->met];
}

static enum pf_status prove_tries(const struct pf_prompt *prompt, const struct pf_prompt_fact *fact,
				  struct pf_yaml_errors *errors)
{
	struct pf_known_facts known = {(const char *const *)fact->needs.v, fact->needs.n};
	enum pf_status status = PF_OK;

	if (fact->try.n == 0)
		return pf_yaml_refuse(prompt->yaml, fact->place, errors,
				      "fact %s has no `try` question that would prove it",
				      fact->id);
	for (size_t i = 0; i < fact->try.n; i++) {
		struct pf_match m = pf_match_ask(prompt, pf_slice_of(fact->try.v[i]), known);

		if (m.met == PF_MET_FACT && m.fact == fact)
			continue;
		status = pf_yaml_refuse(prompt->yaml, fact->place, errors,
					"\"%s\" should earn %s and earns %s", fact->try.v[i],
					fact->id, what_happened(&m));
	}
	return status;
}

static enum pf_status prove_facts(const struct pf_prompt *prompt, const struct reach *r,
				  struct pf_yaml_errors *errors)
{
	enum pf_status status = PF_OK;

	for (size_t i = 0; i < prompt->facts.n; i++) {
		const struct pf_prompt_fact *fact = &prompt->facts.v[i];

		if (!pf_known_has(in_reach(r), fact->id))
			status = pf_yaml_refuse(prompt->yaml, fact->place, errors,
						"fact %s can never be reached", fact->id);
		if (prove_tries(prompt, fact, errors) != PF_OK)
			status = PF_ERR_INVALID;
	}
	return status;
}

static bool revealed(const struct pf_prompt *prompt, const struct reach *r, const char *id)
{
	for (size_t i = 0; i < prompt->facts.n; i++) {
		const struct pf_prompt_fact *fact = &prompt->facts.v[i];

		for (size_t k = 0; k < fact->reveals.n; k++)
			if (strcmp(fact->reveals.v[k], id) == 0 &&
			    pf_known_has(in_reach(r), fact->id))
				return true;
	}
	return false;
}

static enum pf_status prove_hidden(const struct pf_prompt *prompt, const struct reach *r,
				   struct pf_yaml_errors *errors)
{
	enum pf_status status = PF_OK;

	for (size_t i = 0; i < prompt->constraints.n; i++) {
		const struct pf_prompt_constraint *c = &prompt->constraints.v[i];

		if (!c->in_prompt && !revealed(prompt, r, c->id))
			status = pf_yaml_refuse(
				prompt->yaml, c->place, errors,
				"constraint %s is hidden and no question reveals it", c->id);
	}
	for (size_t i = 0; i < prompt->points.n; i++) {
		const struct pf_prompt_point *p = &prompt->points.v[i];

		if (!p->in_prompt && !revealed(prompt, r, p->id))
			status = pf_yaml_refuse(
				prompt->yaml, p->place, errors,
				"data point %s is hidden and no question reveals it", p->id);
	}
	return status;
}

static bool expects(const struct pf_prompt *prompt, const char *topic)
{
	for (size_t i = 0; i < prompt->expect_faq.n; i++)
		if (strcmp(prompt->expect_faq.v[i].topic, topic) == 0)
			return true;
	return false;
}

/* NULL when some draft would bring the probe up, else why none can. */
static const char *cannot_fire(const struct pf_prompt *prompt, const struct pf_prompt_probe *probe,
			       const struct pf_rubric *rubric)
{
	const struct pf_prompt_when *when = &probe->when;

	switch (when->kind) {
	case PF_PROMPT_WHEN_RULE:
		if (rubric && pf_rubric_find(rubric, when->rule) == pf_rubric_rules(rubric))
			return "names a rule the rubric does not have";
		return NULL;
	case PF_PROMPT_WHEN_TOPIC_MISSING:
	case PF_PROMPT_WHEN_TOPIC_FOUND:
		return expects(prompt, when->topic) ? NULL : "waits for a topic not in expect_faq";
	case PF_PROMPT_WHEN_METRIC_MISSING:
	case PF_PROMPT_WHEN_METRIC_FOUND:
		return when->metric < PF_PROMPT_TIERS && prompt->metrics.tier[when->metric].n
			       ? NULL
			       : "waits for a tier that the prompt has no metric for";
	case PF_PROMPT_WHEN_ALWAYS:
	case PF_PROMPT_WHEN_CONTRADICTION: break;
	}
	return NULL;
}

static enum pf_status prove_probes(const struct pf_prompt *prompt, const struct pf_rubric *rubric,
				   struct pf_yaml_errors *errors)
{
	enum pf_status status = PF_OK;
	bool lens[PF_PROMPT_LENSES] = {false};

	for (size_t i = 0; i < prompt->probes.n; i++) {
		const struct pf_prompt_probe *probe = &prompt->probes.v[i];
		const char *why = cannot_fire(prompt, probe, rubric);

		if (why)
			status = pf_yaml_refuse(prompt->yaml, probe->place, errors, "probe %s %s",
						probe->id, why);
		else if (probe->lens >= 0 && probe->lens < PF_PROMPT_LENSES)
			lens[probe->lens] = true;
		if (prompt->trap.probe && strcmp(prompt->trap.probe, probe->id) == 0 &&
		    probe->when.kind != PF_PROMPT_WHEN_ALWAYS)
			status = pf_yaml_refuse(prompt->yaml, probe->place, errors,
						"probe %s exposes the trap: it is asked always",
						probe->id);
	}
	for (int i = 0; i < PF_PROMPT_LENSES; i++)
		if (!lens[i])
			status = pf_yaml_refuse(prompt->yaml, prompt->place, errors,
						"no probe of the %s lens can be asked",
						pf_prompt_lens_name((enum pf_prompt_lens)i));
	return status;
}

enum pf_status pf_prompt_proof(const struct pf_prompt *prompt, const struct pf_rubric *rubric,
			       struct pf_yaml_errors *errors)
{
	struct reach reach = {0};
	enum pf_status facts, hidden, probes;

	find_reach(prompt, &reach);
	facts = prove_facts(prompt, &reach, errors);
	hidden = prove_hidden(prompt, &reach, errors);
	probes = prove_probes(prompt, rubric, errors);
	free(reach.v);
	if (facts != PF_OK)
		return facts;
	return hidden != PF_OK ? hidden : probes;
}
