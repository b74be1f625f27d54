#include "prfaq/bank/plan.h"

#include <stdlib.h>
#include <string.h>

#include "prfaq/base/clock.h"
#include "prfaq/base/mem.h"
#include "prompt_schema.h"

const char *const pf_plan_section_names[PF_PLAN_SECTIONS] = {
	"problem", "solution", "benefits", "metrics", "faq", "rollout", "clarify"};

static const struct pf_yaml_name kind_names[] = {{"interview", PF_PLAN_INTERVIEW},
						 {"preparation", PF_PLAN_PREPARATION},
						 {"drill", PF_PLAN_DRILL},
						 {NULL, 0}};
static const struct pf_yaml_name does_names[] = {{"read", PF_PLAN_READ},
						 {"ask", PF_PLAN_ASK},
						 {"draft", PF_PLAN_DRAFT},
						 {"probe", PF_PLAN_PROBE},
						 {"wrap", PF_PLAN_WRAP},
						 {"look_back", PF_PLAN_LOOK_BACK},
						 {NULL, 0}};
/* The first of a value is its documented name; the others are what people type. */
static const struct pf_yaml_name section_names[] = {
	{"problem", PF_PLAN_PROBLEM},   {"solution", PF_PLAN_SOLUTION},
	{"benefits", PF_PLAN_BENEFITS}, {"metrics", PF_PLAN_METRICS},
	{"faq", PF_PLAN_FAQ},           {"rollout", PF_PLAN_ROLLOUT},
	{"clarify", PF_PLAN_CLARIFY},   {"benefit", PF_PLAN_BENEFITS},
	{"metric", PF_PLAN_METRICS},    {"question", PF_PLAN_CLARIFY},
	{"questions", PF_PLAN_CLARIFY}, {NULL, 0}};
static const struct pf_yaml_name pane_names[] = {
	{"prompt", PF_PLAN_PANE_PROMPT}, {"notebook", PF_PLAN_PANE_NOTEBOOK},
	{"given", PF_PLAN_PANE_GIVEN},   {"outline", PF_PLAN_PANE_OUTLINE},
	{"coach", PF_PLAN_PANE_COACH},   {"draft", PF_PLAN_PANE_DRAFT},
	{"model", PF_PLAN_PANE_MODEL},   {NULL, 0}};
static const struct pf_yaml_name skeleton_names[] = {
	{"article", 0}, {"canonical", 1}, {"none", 2}, {NULL, 0}};

const char *pf_plan_section_name(enum pf_plan_section section)
{
	return section < PF_PLAN_SECTIONS ? pf_plan_section_names[section] : "";
}

enum pf_plan_section pf_plan_section_find(const char *name)
{
	for (const struct pf_yaml_name *n = section_names; n->name; n++)
		if (!strcmp(n->name, name))
			return (enum pf_plan_section)n->value;
	return PF_PLAN_SECTIONS;
}

/* What the file says and the struct keeps in another form. */
struct plan_file {
	struct pf_plan plan;
	bool has_section;
	int skeleton;
};

static const struct pf_yaml_type kind_type = ENUM(kind_names), does_type = ENUM(does_names),
				 section_type = ENUM(section_names), pane_type = ENUM(pane_names),
				 skeleton_type = ENUM(skeleton_names);
static const struct pf_yaml_type panes_type = LIST(pane_type, 0),
				 sections_type = LIST(section_type, 0);
static const struct pf_yaml_type minute = {
	.kind = PF_YAML_DECIMAL, .size = sizeof(double), .max = 180};
static const struct pf_yaml_type length = {
	.kind = PF_YAML_DECIMAL, .size = sizeof(double), .min = 0.5, .max = 180};
static const struct pf_yaml_type probe_count = {
	.kind = PF_YAML_INT, .size = sizeof(int64_t), .min = 0, .max = 20};

#define S struct pf_plan_pace
static const struct pf_yaml_field pace_fields[] = {
	PF_YAML_FIELD(S, minute, "minute", &minute, PF_YAML_NEED, "from the stage's start"),
	PF_YAML_FIELD(S, text, "text", &pf_yaml_line, PF_YAML_NEED, "what to be at from then on"),
	PF_YAML_END};
static const struct pf_yaml_type pace = {
	.kind = PF_YAML_STRUCT, .size = sizeof(S), .fields = pace_fields};
static const struct pf_yaml_type pacing = LIST(pace, 0);
#undef S

#define S struct pf_plan_stage
static const struct pf_yaml_field stage_fields[] = {
	PF_YAML_FIELD(S, id, "id", &pf_yaml_slug, PF_YAML_NEED,
		      "unique in the plan; kept with attempts"),
	PF_YAML_FIELD(S, does, "kind", &does_type, PF_YAML_NEED, "what the candidate does"),
	PF_YAML_FIELD(S, title, "title", &pf_yaml_line, PF_YAML_NEED, "always on screen"),
	PF_YAML_FIELD(S, minutes, "minutes", &length, PF_YAML_NEED, "how long it lasts"),
	PF_YAML_FIELD(S, goal, "goal", &pf_yaml_line, PF_YAML_NEED, "what it is for"),
	PF_YAML_FIELD(S, deliverable, "deliverable", &pf_yaml_line, PF_YAML_NEED,
		      "what it leaves behind"),
	PF_YAML_FIELD(S, may_end_early, "may_end_early", &pf_yaml_bool, PF_YAML_MAY,
		      "true: the candidate may go on before the bell"),
	PF_YAML_FIELD(S, panes, "panes", &panes_type, PF_YAML_MAY,
		      "what stands beside the work, best first"),
	PF_YAML_FIELD(S, sections, "sections", &sections_type, PF_YAML_MAY, "what is asked for"),
	PF_YAML_FIELD(S, rules, "rules", &pf_yaml_slugs, PF_YAML_MAY,
		      "rule groups judged at the end; none: all of the rubric"),
	PF_YAML_FIELD(S, pacing, "pacing", &pacing, PF_YAML_MAY, "what should be there by when"),
	PF_YAML_FIELD(S, words, "words", &pf_yaml_pair, PF_YAML_MAY, "fewest and most words"),
	PF_YAML_FIELD(S, probes, "probes", &probe_count, PF_YAML_MAY, "probe: at least so many"),
	PF_YAML_END};
static const struct pf_yaml_type stage = {.kind = PF_YAML_STRUCT,
					  .size = sizeof(S),
					  .fields = stage_fields,
					  .place_at = PF_YAML_PLACE_AT(S, place)};
static const struct pf_yaml_type stages = LIST(stage, 1);
#undef S

#define S struct plan_file
static const struct pf_yaml_field plan_fields[] = {
	PF_YAML_FIELD(S, plan.schema, "schema", &pf_bank_format, PF_YAML_NEED,
		      "the version of this format"),
	PF_YAML_FIELD(S, plan.id, "id", &pf_yaml_slug, PF_YAML_NEED,
		      "the file's name without .yaml"),
	PF_YAML_FIELD(S, plan.title, "title", &pf_yaml_line, PF_YAML_NEED, "for the list"),
	PF_YAML_FIELD(S, plan.summary, "summary", &pf_yaml_line, PF_YAML_NEED,
		      "one line for the list"),
	PF_YAML_FIELD(S, plan.kind, "kind", &kind_type, PF_YAML_NEED, "what it practises"),
	PF_YAML_FIELD_HAS(S, plan.section, has_section, "section", &section_type,
			  "drill: the one section"),
	PF_YAML_FIELD_OR(S, skeleton, "skeleton", &skeleton_type, "article",
			 "what the editor begins with"),
	PF_YAML_FIELD(S, plan.stages, "stages", &stages, PF_YAML_NEED, "in order"),
	PF_YAML_END};
static const struct pf_yaml_type plan_type = {.kind = PF_YAML_STRUCT,
					      .size = sizeof(S),
					      .fields = plan_fields,
					      .place_at = PF_YAML_PLACE_AT(S, plan.place)};
#undef S

const struct pf_yaml_type *pf_plan_schema(void)
{
	return &plan_type;
}

static void check_pacing(const struct pf_plan *plan, const struct pf_plan_stage *s,
			 struct pf_yaml_errors *errors, enum pf_status *status)
{
	for (size_t i = 0; i < s->pacing.n; i++) {
		double at = s->pacing.v[i].minute;

		if (at >= s->minutes)
			*status = pf_yaml_refuse(
				plan->yaml, s->place, errors,
				"pacing: minute %g is not inside a stage of %g minutes", at,
				s->minutes);
		if (i && at <= s->pacing.v[i - 1].minute)
			*status = pf_yaml_refuse(plan->yaml, s->place, errors,
						 "pacing: minute %g must come after minute %g", at,
						 s->pacing.v[i - 1].minute);
	}
}

static void check_stage(const struct pf_plan *plan, size_t i, struct pf_yaml_errors *errors,
			enum pf_status *status)
{
	const struct pf_plan_stage *s = &plan->stages.v[i];

	for (size_t j = 0; j < i; j++)
		if (!strcmp(plan->stages.v[j].id, s->id))
			*status = pf_yaml_refuse(plan->yaml, s->place, errors,
						 "two stages with the id \"%s\"; first on line %u",
						 s->id, plan->stages.v[j].place.line);
	if (s->does == PF_PLAN_DRAFT && !s->sections.n)
		*status = pf_yaml_refuse(
			plan->yaml, s->place, errors,
			"a draft stage needs sections: what is to be written (in %s)", s->id);
	if (s->words.n && s->words.v[0] > s->words.v[1])
		*status = pf_yaml_refuse(
			plan->yaml, s->place, errors,
			"words: %g is more than %g; expected fewest, then most (in %s)",
			s->words.v[0], s->words.v[1], s->id);
	check_pacing(plan, s, errors, status);
}

static enum pf_status check(const struct pf_plan *plan, bool has_section,
			    struct pf_yaml_errors *errors)
{
	enum pf_status status = PF_OK;

	for (size_t i = 0; i < plan->stages.n; i++)
		check_stage(plan, i, errors, &status);
	if (has_section != (plan->kind == PF_PLAN_DRILL))
		status = pf_yaml_refuse(plan->yaml, plan->place, errors,
					plan->kind == PF_PLAN_DRILL ? "a drill needs a section"
								    : "only a drill has a section");
	if (plan->kind == PF_PLAN_DRILL && pf_plan_minutes(plan) > 12)
		status = pf_yaml_refuse(
			plan->yaml, plan->place, errors,
			"a drill of %g minutes; reading, writing and looking back may "
			"take 12 together",
			pf_plan_minutes(plan));
	return status;
}

static enum pf_status hand_out(struct pf_plan **out, struct plan_file *file, struct pf_yaml *yaml,
			       enum pf_status status, struct pf_yaml_errors *errors)
{
	struct pf_plan *plan = NULL;

	*out = NULL;
	if (status != PF_OK)
		return status;
	plan = pf_xcalloc(1, sizeof(*plan));
	*plan = file->plan;
	plan->yaml = yaml;
	plan->skeleton = skeleton_names[file->skeleton].name;
	if (!file->has_section)
		plan->section = PF_PLAN_SECTIONS;
	status = check(plan, file->has_section, errors);
	if (status == PF_OK)
		*out = plan;
	else
		pf_plan_free(plan);
	return status;
}

enum pf_status pf_plan_load(struct pf_plan **out, const char *path, struct pf_yaml_errors *errors)
{
	struct plan_file file;
	struct pf_yaml *yaml;
	enum pf_status status = pf_yaml_load(&yaml, &plan_type, &file, path, errors);

	return hand_out(out, &file, yaml, status, errors);
}

enum pf_status pf_plan_parse(struct pf_plan **out, const char *name, struct pf_slice text,
			     struct pf_yaml_errors *errors)
{
	struct plan_file file;
	struct pf_yaml *yaml;
	enum pf_status status = pf_yaml_parse(&yaml, &plan_type, &file, name, text, errors);

	return hand_out(out, &file, yaml, status, errors);
}

void pf_plan_free(struct pf_plan *plan)
{
	if (!plan)
		return;
	pf_yaml_free(plan->yaml);
	free(plan);
}

int64_t pf_plan_stage_ms(const struct pf_plan_stage *s)
{
	return (int64_t)(s->minutes * (double)PF_MINUTE + 0.5);
}

double pf_plan_minutes(const struct pf_plan *plan)
{
	double sum = 0;

	for (size_t i = 0; i < plan->stages.n; i++)
		sum += plan->stages.v[i].minutes;
	return sum;
}

const struct pf_plan_pace *pf_plan_pace_at(const struct pf_plan_stage *s, int64_t ms)
{
	const struct pf_plan_pace *found = NULL;

	for (size_t i = 0; i < s->pacing.n; i++)
		if (s->pacing.v[i].minute * (double)PF_MINUTE <= (double)ms)
			found = &s->pacing.v[i];
	return found;
}
