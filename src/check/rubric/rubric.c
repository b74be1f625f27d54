/* A rubric is asked: for a rule, a list, its name. */
#include "rule.h"

#include <string.h>

const char *const pf_list_names[] = {
#define PF_LIST_NAME(name) #name,
	PF_LISTS(PF_LIST_NAME)
#undef PF_LIST_NAME
};

const char *const pf_which_names[] = {"article", "canonical", "file"};

uint32_t pf_rubric_list(const struct pf_rubric *rubric, const char *name)
{
	for (size_t i = 0; i < rubric->lists.n; i++)
		if (*rubric->lists.v[i] == *name && !strcmp(rubric->lists.v[i], name))
			return (uint32_t)i;
	return PF_LIST_NONE;
}

size_t pf_rubric_rules(const struct pf_rubric *rubric)
{
	return rubric->rules.n;
}

struct pf_rule_text pf_rubric_rule(const struct pf_rubric *rubric, size_t index)
{
	const struct pf_rule *r = rubric->rules.v[index];

	return (struct pf_rule_text){
		.id = r->id,
		.name = r->name,
		.kind = r->kind->name,
		.section = r->section,
		.message = r->message,
		.why = r->why,
		.fix = r->fix,
		.ask = r->ask ? r->ask : "",
		.source = r->source,
		.severity = (enum pf_severity)r->severity,
		.pillar = (enum pf_pillar)r->pillar,
		.lens = (enum pf_lens)r->lens,
		.weight = r->weight,
		.style = r->style,
		.seed = r->seed,
		.line = r->place.line,
		.file = rubric->files.v[r->file],
	};
}

size_t pf_rubric_find(const struct pf_rubric *rubric, const char *id)
{
	for (size_t i = 0; i < rubric->rules.n; i++)
		if (!strcmp(rubric->rules.v[i]->id, id))
			return i;
	return rubric->rules.n;
}

const char *pf_rubric_hash(const struct pf_rubric *rubric)
{
	return rubric->hash;
}

const char *pf_rubric_name(const struct pf_rubric *rubric)
{
	return pf_which_names[rubric->which];
}
