#include "prfaq/bank/prompt.h"

#include <stdlib.h>
#include <string.h>

#include "prfaq/base/mem.h"
#include "prompt_schema.h"
#include "usual_asks.h"

const char *const pf_prompt_roles[] = {"pm", "tpm", "leader", NULL};

const char *pf_prompt_limit_name(enum pf_prompt_limit limit)
{
	return pf_yaml_name_of(pf_prompt_limit_names, (int)limit);
}

const char *pf_prompt_tier_name(enum pf_prompt_tier tier)
{
	return pf_yaml_name_of(pf_prompt_tier_names, (int)tier);
}

const char *pf_prompt_lens_name(enum pf_prompt_lens lens)
{
	return pf_yaml_name_of(pf_prompt_lens_names, (int)lens);
}

const char *pf_prompt_topic_name(enum pf_prompt_topic topic)
{
	return pf_yaml_name_of(pf_prompt_topic_names, (int)topic);
}

/* A file wraps its lines where its author's editor did; a screen has its own width. */
static char *paragraphs(const char *prompt)
{
	struct pf_slice text = pf_slice_of(prompt), line;
	struct pf_buf out = {0};
	bool open = false; /* a paragraph has begun */

	while (pf_slice_line(&text, &line)) {
		line = pf_slice_trim(line);
		if (line.len)
			pf_buf_adds(&out, open ? " " : "");
		else
			pf_buf_adds(&out, open ? "\n\n" : "\n");
		pf_buf_slice(&out, line);
		open = line.len > 0;
	}
	if (open)
		pf_buf_byte(&out, '\n');
	return pf_buf_take(&out);
}

static void fill_lines(struct pf_prompt *p)
{
	struct pf_prompt_no_answer *say = &p->no_answer;

	if (!say->unknown)
		say->unknown = "I do not have that. Make an assumption and label it.";
	if (!say->solution)
		say->solution = "You are proposing. What would you like to know?";
	if (!say->again)
		say->again = "You asked that; see your notes.";
	if (!say->twice)
		say->twice = "One question at a time, please. Which first?";
	if (!p->times.warmup)
		p->times.warmup = 15;
	if (!p->times.draft)
		p->times.draft = 30;
	if (!p->times.deep_dive)
		p->times.deep_dive = 30;
	if (!p->times.wrap_up)
		p->times.wrap_up = 15;
}

/* The one condition of `when`, or false when its keys say none or several. */
static bool sort_out(struct pf_prompt_when *w)
{
	int conditions = !!w->rule + !!w->topic + w->has_metric + !!w->contradiction + w->always;

	if (!w->has_metric)
		w->metric = PF_PROMPT_TIERS;
	if (conditions != 1 || w->failed != !!w->rule)
		return false;
	if ((w->topic || w->has_metric) ? w->missing == w->found : w->missing || w->found)
		return false;
	if (w->rule)
		w->kind = PF_PROMPT_WHEN_RULE;
	else if (w->topic)
		w->kind = w->missing ? PF_PROMPT_WHEN_TOPIC_MISSING : PF_PROMPT_WHEN_TOPIC_FOUND;
	else if (w->has_metric)
		w->kind = w->missing ? PF_PROMPT_WHEN_METRIC_MISSING : PF_PROMPT_WHEN_METRIC_FOUND;
	else if (w->contradiction)
		w->kind = PF_PROMPT_WHEN_CONTRADICTION;
	return true;
}

static enum pf_status finish(struct pf_prompt *p, struct pf_yaml_errors *errors)
{
	enum pf_status status = PF_OK;

	p->paragraphs = paragraphs(p->prompt);
	p->prompt = p->paragraphs;
	fill_lines(p);
	pf_usual_asks_add(p);
	for (size_t i = 0; i < p->probes.n; i++) {
		struct pf_prompt_probe *probe = &p->probes.v[i];

		if (!sort_out(&probe->when))
			status = pf_yaml_refuse(
				p->yaml, probe->place, errors,
				"when: expected one of {rule: ID, failed: true}, {topic: NAME, "
				"missing "
				"or found: true}, {metric: TIER, missing or found: true}, "
				"{contradiction: any}, {always: true} (in %s)",
				probe->id);
	}
	return status;
}

/* Takes `p`, freshly loaded: hands it out or frees it. */
static enum pf_status hand_out(struct pf_prompt **out, struct pf_prompt *p, enum pf_status status,
			       struct pf_yaml_errors *errors)
{
	if (status == PF_OK)
		status = finish(p, errors);
	if (status != PF_OK)
		pf_prompt_free(p);
	*out = status == PF_OK ? p : NULL;
	return status;
}

enum pf_status pf_prompt_load(struct pf_prompt **out, const char *path,
			      struct pf_yaml_errors *errors)
{
	struct pf_prompt *p = pf_xcalloc(1, sizeof(*p));
	struct pf_yaml *yaml;
	enum pf_status status = pf_yaml_load(&yaml, pf_prompt_schema(), p, path, errors);

	p->yaml = yaml;
	return hand_out(out, p, status, errors);
}

enum pf_status pf_prompt_parse(struct pf_prompt **out, const char *name, struct pf_slice text,
			       struct pf_yaml_errors *errors)
{
	struct pf_prompt *p = pf_xcalloc(1, sizeof(*p));
	struct pf_yaml *yaml;
	enum pf_status status = pf_yaml_parse(&yaml, pf_prompt_schema(), p, name, text, errors);

	p->yaml = yaml;
	return hand_out(out, p, status, errors);
}

void pf_prompt_free(struct pf_prompt *prompt)
{
	if (!prompt)
		return;
	pf_yaml_free(prompt->yaml);
	free(prompt->paragraphs);
	free(prompt);
}

/* The finders differ in nothing but the list they look through. */
#define FINDER(name, list, key)                                                    \
	const struct pf_prompt_##name *pf_prompt_##name(const struct pf_prompt *p, \
							const char *wanted)        \
	{                                                                          \
		for (size_t i = 0; i < p->list.n; i++)                             \
			if (!strcmp(p->list.v[i].key, wanted))                     \
				return &p->list.v[i];                              \
		return NULL;                                                       \
	}
FINDER(constraint, constraints, id)
FINDER(point, points, id)
FINDER(fact, facts, id)
FINDER(probe, probes, id)
FINDER(drill, drills, section)
