#include "prfaq/bank/config.h"

#include <string.h>

#include "prompt_schema.h"

static const struct pf_yaml_name fail_names[] = {
	{"info", PF_CONFIG_FAIL_INFO},   {"minor", PF_CONFIG_FAIL_MINOR},
	{"major", PF_CONFIG_FAIL_MAJOR}, {"critical", PF_CONFIG_FAIL_CRITICAL},
	{"never", PF_CONFIG_FAIL_NEVER}, {NULL, 0}};
static const struct pf_yaml_name colour_names[] = {{"auto", PF_CONFIG_COLOUR_AUTO},
						   {"always", PF_CONFIG_COLOUR_ALWAYS},
						   {"never", PF_CONFIG_COLOUR_NEVER},
						   {NULL, 0}};

/* Values of check's rubrics, in the order of its loader. */
static const struct pf_yaml_name rubric_names[] = {{"article", 0}, {"canonical", 1}, {NULL, 0}};
static const struct pf_yaml_name severity_names[] = {{"info", PF_CONFIG_FAIL_INFO},
						     {"minor", PF_CONFIG_FAIL_MINOR},
						     {"major", PF_CONFIG_FAIL_MAJOR},
						     {"critical", PF_CONFIG_FAIL_CRITICAL},
						     {NULL, 0}};

/* One file: its values and which of them it gives. */
struct layer {
	struct pf_config values;
	bool has_rubric, has_fail_on, has_role, has_level, has_colour, has_strict, has_coach,
		has_mouse;
};

static const struct pf_yaml_type fail_on = ENUM(fail_names), colour = ENUM(colour_names),
				 role = ENUM(pf_prompt_role_names),
				 level = ENUM(pf_prompt_level_names), rubric = ENUM(rubric_names),
				 severity = ENUM(severity_names);
static const struct pf_yaml_type severities = {
	.kind = PF_YAML_MAP,
	.size = sizeof(struct pf_config_severities),
	.item = &severity,
	.entry = sizeof(struct pf_config_severity),
	.value_at = offsetof(struct pf_config_severity, severity),
	.what = "a map of rule ids and their severity"};

#define S struct layer
static const struct pf_yaml_field fields[] = {
	PF_YAML_FIELD_HAS(S, values.rubric, has_rubric, "rubric", &rubric,
			  "held against; else chosen by the draft's shape"),
	PF_YAML_FIELD(S, values.off, "off", &pf_yaml_slugs, PF_YAML_MAY, "rules that are silenced"),
	PF_YAML_FIELD(S, values.severities, "severity", &severities, PF_YAML_MAY,
		      "severity of rules, by id"),
	PF_YAML_FIELD_HAS(S, values.fail_on, has_fail_on, "fail_on", &fail_on,
			  "check fails from this severity on"),
	PF_YAML_FIELD_HAS(S, values.role, has_role, "role", &role, "judged as"),
	PF_YAML_FIELD_HAS(S, values.level, has_level, "level", &level, "judged as"),
	PF_YAML_FIELD(S, values.plan, "plan", &pf_yaml_slug, PF_YAML_MAY, "of interviews"),
	PF_YAML_FIELD(S, values.prompt, "prompt", &pf_yaml_slug, PF_YAML_MAY,
		      "of interviews and checks"),
	PF_YAML_FIELD_HAS(S, values.colour, has_colour, "colour", &colour, "on the terminal"),
	PF_YAML_FIELD_HAS(S, values.strict, has_strict, "strict", &pf_yaml_bool,
			  "no pause, no coach, freeze at the bell"),
	PF_YAML_FIELD_HAS(S, values.coach, has_coach, "coach", &pf_yaml_bool,
			  "practice names what is missing"),
	PF_YAML_FIELD_HAS(S, values.mouse, has_mouse, "mouse", &pf_yaml_bool, "clicks and wheel"),
	PF_YAML_END};
static const struct pf_yaml_type config_type = {
	.kind = PF_YAML_STRUCT, .size = sizeof(S), .fields = fields};
#undef S

const struct pf_yaml_type *pf_config_schema(void)
{
	return &config_type;
}

/* Two lists as one. The project's comes last: the last one that names a rule wins. */
static void *join(struct pf_yaml *yaml, const void *a, size_t n_a, const void *b, size_t n_b,
		  size_t size)
{
	char *sum = pf_yaml_alloc(yaml, (n_a + n_b) * size);

	if (n_a)
		memcpy(sum, a, n_a * size);
	if (n_b)
		memcpy(sum + n_a * size, b, n_b * size);
	return sum;
}

static void lay_over(struct pf_config *to, const struct layer *from, struct pf_yaml *yaml)
{
	const struct pf_config *v = &from->values;

	to->off.v = join(yaml, to->off.v, to->off.n, v->off.v, v->off.n, sizeof(*v->off.v));
	to->off.n += v->off.n;
	to->severities.v = join(yaml, to->severities.v, to->severities.n, v->severities.v,
				v->severities.n, sizeof(*v->severities.v));
	to->severities.n += v->severities.n;
	to->rubric = from->has_rubric ? v->rubric : to->rubric;
	to->plan = v->plan ? v->plan : to->plan;
	to->prompt = v->prompt ? v->prompt : to->prompt;
	to->fail_on = from->has_fail_on ? v->fail_on : to->fail_on;
	to->role = from->has_role ? v->role : to->role;
	to->level = from->has_level ? v->level : to->level;
	to->colour = from->has_colour ? v->colour : to->colour;
	to->strict = from->has_strict ? v->strict : to->strict;
	to->coach = from->has_coach ? v->coach : to->coach;
	to->mouse = from->has_mouse ? v->mouse : to->mouse;
}

/* Nothing but blank lines and comments: a file in which all is switched off prefers nothing. */
static bool says_nothing(const char *path)
{
	struct pf_buf text = {0};
	struct pf_slice rest, line;
	bool nothing = pf_file_read(path, PF_YAML_MAX_BYTES, &text, NULL) == PF_OK;

	rest = pf_buf_view(&text);
	while (nothing && pf_slice_line(&rest, &line)) {
		line = pf_slice_trim(line);
		nothing = !line.len || line.ptr[0] == '#';
	}
	pf_buf_release(&text);
	return nothing;
}

static enum pf_status load_layer(struct pf_config *out, const char *path, size_t part,
				 struct pf_yaml_errors *errors)
{
	struct layer layer;
	enum pf_status status;

	if (!pf_path_exists(path) || says_nothing(path))
		return PF_OK;
	status = pf_yaml_load(&out->parts[part], &config_type, &layer, path, errors);
	if (status != PF_OK)
		return status;
	lay_over(out, &layer, out->parts[part]);
	return PF_OK;
}

/* The nearest .prfaq.yaml in `dir` or above it. */
static bool find_project(const char *dir, char path[PF_PATH_MAX])
{
	char at[PF_PATH_MAX];

	if (strlen(dir) + sizeof("/.prfaq.yaml") > PF_PATH_MAX)
		return false;
	pf_path_join(at, dir, "");
	for (;;) {
		char *slash = strrchr(at, '/');

		pf_path_join(path, *at ? at : "/", ".prfaq.yaml");
		if (pf_path_exists(path))
			return true;
		if (!slash || !*at)
			return false;
		*slash = '\0';
	}
}

enum pf_status pf_config_load(struct pf_config *out, const struct pf_paths *paths, const char *cwd,
			      struct pf_yaml_errors *errors)
{
	enum pf_status user, project = PF_OK;
	char path[PF_PATH_MAX];

	*out = (struct pf_config){.rubric = -1,
				  .fail_on = PF_CONFIG_FAIL_CRITICAL,
				  .role = -1,
				  .coach = true,
				  .mouse = true};
	pf_path_join(path, paths->config, "config.yaml");
	user = load_layer(out, path, 0, errors);
	if (cwd && find_project(cwd, path))
		project = load_layer(out, path, 1, errors);
	return user != PF_OK ? user : project;
}

void pf_config_release(struct pf_config *config)
{
	if (!config)
		return;
	for (size_t i = 0; i < sizeof(config->parts) / sizeof(*config->parts); i++)
		pf_yaml_free(config->parts[i]);
	*config = (struct pf_config){0};
}
