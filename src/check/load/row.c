/* One row becomes a rule: its kind, its lists, its share of the points. */
#include <stdio.h>
#include <string.h>

#include "prfaq/base/mem.h"
#include "prfaq/base/nearest.h"

#include "kinds/kinds.h"
#include "load.h"

static enum pf_status refuse_no_kind(struct pf_load *load, struct pf_yaml *yaml,
				     const struct pf_rule *rule)
{
	struct pf_buf names = {0};
	enum pf_status status;

	for (size_t i = 0; i < PF_N_KINDS; i++)
		pf_buf_printf(&names, "%s%s", i ? ", " : "", pf_kinds[i].name);
	status = pf_yaml_refuse(yaml, rule->place, load->errors, "%s: no kind; expected one of %s",
				rule->id, pf_buf_cstr(&names));
	pf_buf_release(&names);
	return status;
}

static enum pf_status find_kind(struct pf_load *load, struct pf_yaml *yaml, struct pf_rule *rule)
{
	for (size_t i = 0; i < PF_N_KINDS; i++) {
		if (!rule->has_kind[i])
			continue;
		if (rule->kind)
			return pf_yaml_refuse(yaml, rule->place, load->errors,
					      "%s: two kinds, %s and %s; a rule has one", rule->id,
					      rule->kind->name, pf_kinds[i].name);
		rule->kind = &pf_kinds[i];
	}
	if (!rule->kind)
		return refuse_no_kind(load, yaml, rule);
	return PF_OK;
}

static enum pf_status find_lists(struct pf_load *load, struct pf_yaml *yaml, struct pf_rule *rule,
				 struct pf_yaml_texts names, uint32_t **out, size_t *n)
{
	struct pf_rubric *rubric = load->rubric;

	if (!names.n)
		return PF_OK;
	*out = pf_yaml_alloc(yaml, (names.n + 1) * sizeof(**out));
	for (size_t i = 0; i < names.n; i++) {
		uint32_t index = pf_rubric_list(rubric, names.v[i]);
		const char *near;

		if (index != PF_LIST_NONE) {
			(*out)[(*n)++] = index;
			continue;
		}
		near = pf_nearest(names.v[i], (const char *const *)rubric->lists.v,
				  rubric->lists.n);
		return pf_yaml_refuse(yaml, rule->place, load->errors, "%s: no list \"%s\"%s%s%s",
				      rule->id, names.v[i],
				      near ? "; did you mean \""
					   : "; there is no lists/ file of that name",
				      near ? near : "", near ? "\"?" : "");
	}
	return PF_OK;
}

/* A rule's own phrases are a list with the rule's id for a name. */
static void own_phrases(struct pf_load *load, struct pf_yaml *yaml, struct pf_rule *rule,
			const struct pf_yaml_texts *phrases)
{
	struct pf_rubric *rubric = load->rubric;
	uint32_t *lists;

	if (!phrases->n)
		return;
	lists = pf_yaml_alloc(yaml, (rule->n_lists + 1) * sizeof(*lists));
	for (size_t i = 0; i < rule->n_lists; i++)
		lists[i] = rule->lists[i];
	lists[rule->n_lists++] = (uint32_t)rubric->lists.n;
	rule->lists = lists;
	for (size_t i = 0; i < phrases->n; i++)
		pf_phrases_add(rubric->phrases, pf_slice_of(phrases->v[i]),
			       (uint32_t)rubric->lists.n);
	*PF_PUSH(&rubric->lists) = rule->id;
}

static enum pf_status lists_of(struct pf_load *load, struct pf_yaml *yaml, struct pf_rule *rule)
{
	struct pf_phrases_of phrases = rule->kind->phrases(&rule->params);
	enum pf_status status =
		find_lists(load, yaml, rule, phrases.lists, &rule->lists, &rule->n_lists);

	if (status == PF_OK)
		status = find_lists(load, yaml, rule, phrases.lists2, &rule->lists2,
				    &rule->n_lists2);
	if (status == PF_OK)
		own_phrases(load, yaml, rule, &phrases.own);
	return status;
}

static uint32_t group_of(const struct pf_rubric *rubric, const char *section)
{
	for (size_t i = 0; i < rubric->weights.n; i++)
		for (size_t k = 0; k < rubric->weights.v[i].sections.n; k++)
			if (!strcmp(rubric->weights.v[i].sections.v[k], section))
				return (uint32_t)i;
	return PF_LIST_NONE;
}

static bool belongs(const struct pf_rule *rule, enum pf_which which)
{
	if (which == PF_EVERY_RULE || !rule->rubrics.n)
		return true;
	for (size_t i = 0; i < rule->rubrics.n; i++)
		if (rule->rubrics.v[i] == (int)which)
			return true;
	return false;
}

static void default_factors(struct pf_rule *rule)
{
	/* A zero factor is a wish ("not for a PM"); all zero means the map was left out. */
	if (rule->roles.pm == 0 && rule->roles.tpm == 0 && rule->roles.leader == 0)
		rule->roles.pm = rule->roles.tpm = rule->roles.leader = 1;
	if (rule->levels.l4 == 0 && rule->levels.l5 == 0 && rule->levels.l6 == 0 &&
	    rule->levels.l7 == 0)
		rule->levels.l4 = rule->levels.l5 = rule->levels.l6 = rule->levels.l7 = 1;
}

const char *pf_rubric_take(struct pf_rubric *rubric, const struct pf_rule *rule)
{
	struct pf_compiled_regex regex = {.rule = rule};
	const char *wrong = NULL;

	if (!belongs(rule, rubric->which))
		return NULL;
	if (rule->kind == &pf_kinds[PF_KIND_regex]) {
		wrong = pf_regex_compile(&rule->params.regex, &regex.code);
		if (!wrong)
			*PF_PUSH(&rubric->regexes) = regex;
	}
	if (!wrong)
		*PF_PUSH(&rubric->rules) = rule;
	return wrong;
}

enum pf_status pf_load_rule(struct pf_load *load, struct pf_yaml *yaml, struct pf_rule *rule)
{
	struct pf_rubric *rubric = load->rubric;
	enum pf_status status = find_kind(load, yaml, rule);
	const char *wrong;

	if (status == PF_OK && pf_rubric_find(rubric, rule->id) < rubric->rules.n)
		status = pf_yaml_refuse(yaml, rule->place, load->errors,
					"%s: there is a rule of that id already", rule->id);
	if (status != PF_OK)
		return status;
	rule->file = (uint32_t)load->at;
	rule->group = group_of(rubric, rule->section);
	rule->part = pf_part_find(pf_slice_of(rule->section));
	default_factors(rule);
	/* Lists are numbered alike in every rubric, whichever rules it takes in. */
	status = lists_of(load, yaml, rule);
	if (status != PF_OK)
		return status;
	wrong = pf_rubric_take(rubric, rule);
	if (wrong)
		return pf_yaml_refuse(yaml, rule->place, load->errors, "%s: \"%.80s\" %s", rule->id,
				      rule->params.regex.pattern, wrong);
	return PF_OK;
}
