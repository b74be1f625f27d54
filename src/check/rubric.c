/* Loading: the weights, the lists of phrases, the shipped rules, then the user's own. */
#include "prfaq/check/rubric.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "prfaq/base/mem.h"
#include "prfaq/base/nearest.h"

#include "kinds.h"
#include "load.h"
#include "schema.h"

#define LIST_MAX (256u * 1024)

uint32_t pf_rubric_list(const struct pf_rubric *rubric, const char *name)
{
	for (size_t i = 0; i < rubric->lists.n; i++)
		if (*rubric->lists.v[i].name == *name && !strcmp(rubric->lists.v[i].name, name))
			return (uint32_t)i;
	return PF_LIST_NONE;
}

void *pf_rubric_own(struct pf_rubric *rubric, void *memory)
{
	*PF_PUSH(&rubric->owned) = memory;
	return memory;
}

static void hash_more(uint64_t *hash, struct pf_slice s)
{
	for (size_t i = 0; i < s.len; i++)
		*hash = (*hash ^ (unsigned char)s.ptr[i]) * 1099511628211u;
}

/* Phrases, one a line; "#" begins a comment. */
static void add_list(struct pf_rubric *rubric, const char *name, struct pf_slice text)
{
	uint32_t index = pf_rubric_list(rubric, name);
	struct pf_slice line;

	if (index == PF_LIST_NONE) {
		index = (uint32_t)rubric->lists.n;
		*PF_PUSH(&rubric->lists) =
			(struct pf_list){pf_rubric_own(rubric, pf_xstrdup(name)), NULL};
	}
	while (pf_slice_line(&text, &line)) {
		line = pf_slice_trim(line);
		if (line.len && line.ptr[0] != '#')
			pf_phrases_add(rubric->phrases, line, index);
	}
}

static enum pf_status load_lists(struct pf_load *load, const char *dir)
{
	struct pf_names names = {0};
	struct pf_error err = {0};
	enum pf_status status = pf_path_list(dir, ".txt", &names, &err);

	for (size_t i = 0; i < names.n && status == PF_OK; i++) {
		struct pf_buf text = {0};
		char path[PF_PATH_MAX], name[128];

		status = pf_file_read(pf_path_join(path, dir, names.v[i]), LIST_MAX, &text, &err);
		snprintf(name, sizeof(name), "%.*s", (int)(strlen(names.v[i]) - 4), names.v[i]);
		if (status == PF_OK) {
			add_list(load->rubric, name, pf_buf_view(&text));
			hash_more(&load->hash, pf_buf_view(&text));
		}
		pf_buf_release(&text);
	}
	if (status != PF_OK)
		pf_yaml_errors_add(load->errors, &err);
	pf_names_release(&names);
	return status;
}

static enum pf_status load_weights(struct pf_load *load, const char *path)
{
	struct pf_weight_rows rows;
	struct pf_yaml *yaml;
	enum pf_status status = pf_yaml_load(&yaml, &pf_weights_schema, &rows, path, load->errors);

	if (status != PF_OK)
		return status;
	*PF_PUSH(&load->rubric->files) = yaml;
	hash_more(&load->hash, pf_yaml_source(yaml));
	for (size_t i = 0; i < rows.n; i++) {
		const struct pf_weight_row *row = &rows.v[i];
		struct pf_weight w = {row->name,
				      load->which == 1 ? row->canonical : row->article,
				      row->sections,
				      {row->customer, row->execution, row->data}};

		*PF_PUSH(&load->rubric->weights) = w;
	}
	return PF_OK;
}

/*
 * The examples are half of a rule file and are read only to be run: their
 * lines are emptied, so that the places of all that is left stay right.
 */
static void drop_examples(struct pf_buf *text)
{
	size_t at = 0, kept = 0, indent = 0;
	bool dropping = false;

	while (at < text->len) {
		const char *line = text->ptr + at;
		const char *newline = memchr(line, '\n', text->len - at);
		size_t len = newline ? (size_t)(newline - line) : text->len - at, blanks = 0;

		while (blanks < len && line[blanks] == ' ')
			blanks++;
		if (dropping && blanks < len && blanks <= indent)
			dropping = false;
		if (!dropping && ((len == blanks + 5 && !memcmp(line + blanks, "good:", 5)) ||
				  (len == blanks + 4 && !memcmp(line + blanks, "bad:", 4)))) {
			dropping = true;
			indent = blanks;
		}
		if (!dropping) {
			memmove(text->ptr + kept, line, len);
			kept += len;
		}
		if (newline)
			text->ptr[kept++] = '\n';
		at += len + 1;
	}
	text->len = kept;
}

static enum pf_status load_rules(struct pf_load *load, const char *path)
{
	struct pf_rule_rows rows;
	struct pf_yaml *yaml;
	struct pf_buf text = {0};
	struct pf_error err = {0};
	enum pf_status status = pf_file_read(path, PF_YAML_MAX_BYTES, &text, &err);

	if (status != PF_OK) {
		pf_yaml_errors_add(load->errors, &err);
		return status;
	}
	hash_more(&load->hash, pf_buf_view(&text));
	if (!load->examples)
		drop_examples(&text);
	status = pf_yaml_parse(&yaml, &pf_rules_schema, &rows, path, pf_buf_view(&text),
			       load->errors);
	pf_buf_release(&text);
	if (status != PF_OK)
		return status;
	for (size_t i = 0; i < rows.n; i++) {
		enum pf_status one = pf_load_rule(load, yaml, &rows.v[i]);

		status = one != PF_OK ? one : status;
	}
	*PF_PUSH(&load->rubric->files) = yaml;
	return status;
}

/* Every *.yaml of a folder but the weights. `lenient`: a broken file is told and left out. */
static enum pf_status load_folder(struct pf_load *load, const char *dir, bool lenient)
{
	struct pf_names names = {0};
	struct pf_error err = {0};
	enum pf_status status = pf_path_list(dir, ".yaml", &names, &err);

	if (status != PF_OK)
		pf_yaml_errors_add(load->errors, &err);
	for (size_t i = 0; i < names.n; i++) {
		char path[PF_PATH_MAX];
		size_t before = load->rubric->rules.n;
		enum pf_status one;

		if (!strcmp(names.v[i], "weights.yaml"))
			continue;
		one = load_rules(load, pf_path_join(path, dir, names.v[i]));
		if (one == PF_OK)
			continue;
		load->rubric->rules.n = before;
		status = lenient ? status : one;
	}
	pf_names_release(&names);
	return lenient ? PF_OK : status;
}

static struct pf_rubric *new_rubric(const char *name)
{
	struct pf_rubric *rubric = pf_xcalloc(1, sizeof(*rubric));

	snprintf(rubric->name, sizeof(rubric->name), "%s", name);
	rubric->phrases = pf_phrases_new();
	return rubric;
}

static enum pf_status load_base(struct pf_load *load, const struct pf_paths *paths)
{
	char dir[PF_PATH_MAX], path[PF_PATH_MAX];
	enum pf_status status;

	pf_path_join(dir, paths->shipped, "templates/rubric/lists");
	status = load_lists(load, dir);
	if (status == PF_OK && paths->config[0] && !load->shipped_only) {
		pf_path_join(dir, paths->config, "rubric.d/lists");
		status = load_lists(load, dir);
	}
	if (status != PF_OK)
		return status;
	pf_path_join(path, paths->shipped, "templates/rubric/weights.yaml");
	return load_weights(load, path);
}

static enum pf_status finish(struct pf_load *load, enum pf_status status, struct pf_rubric **out)
{
	if (status != PF_OK) {
		pf_rubric_free(load->rubric);
		*out = NULL;
		return status;
	}
	snprintf(load->rubric->hash, sizeof(load->rubric->hash), "%016llx",
		 (unsigned long long)load->hash);
	*out = load->rubric;
	return PF_OK;
}

static enum pf_status load_all(struct pf_rubric **out, const char *name,
			       const struct pf_paths *paths, bool examples,
			       struct pf_yaml_errors *errors)
{
	static const char *const names[] = {"article", "canonical"};
	struct pf_load load = {
		.errors = errors, .hash = 1469598103934665603u, .examples = examples};
	char dir[PF_PATH_MAX];
	enum pf_status status;

	*out = NULL;
	if (strcmp(name, names[0]) && strcmp(name, names[1])) {
		struct pf_error err = {0};
		const char *near = pf_nearest(name, names, 2);

		pf_error_set(&err, PF_ERR_NOT_FOUND, "no rubric \"%s\"; %s%s", name,
			     near ? "did you mean " : "there are article and ",
			     near ? near : "canonical");
		pf_yaml_errors_add(errors, &err);
		return PF_ERR_NOT_FOUND;
	}
	load.rubric = new_rubric(name);
	load.rubric->paths = *paths;
	load.rubric->examples = examples;
	load.which = !strcmp(name, names[1]);
	hash_more(&load.hash, pf_slice_of(name));
	status = load_base(&load, paths);
	if (status == PF_OK)
		status = load_folder(&load, pf_path_join(dir, paths->shipped, "templates/rubric"),
				     false);
	if (status == PF_OK && paths->config[0])
		status = load_folder(&load, pf_path_join(dir, paths->config, "rubric.d"), true);
	return finish(&load, status, out);
}

enum pf_status pf_rubric_load(struct pf_rubric **out, const char *name,
			      const struct pf_paths *paths, struct pf_yaml_errors *errors)
{
	return load_all(out, name, paths, false, errors);
}

enum pf_status pf_rubric_load_examples(struct pf_rubric **out, const char *name,
				       const struct pf_paths *paths, struct pf_yaml_errors *errors)
{
	return load_all(out, name, paths, true, errors);
}

enum pf_status pf_rubric_load_file(struct pf_rubric **out, const char *path,
				   const struct pf_paths *paths, struct pf_yaml_errors *errors)
{
	struct pf_load load = {
		.errors = errors, .hash = 1469598103934665603u, .examples = true, .which = -1};
	enum pf_status status;

	load.rubric = new_rubric("file");
	load.rubric->examples = true;
	status = load_base(&load, paths);
	if (status == PF_OK)
		status = load_rules(&load, path);
	return finish(&load, status, out);
}

void pf_rubric_free(struct pf_rubric *rubric)
{
	if (!rubric)
		return;
	for (size_t i = 0; i < rubric->regexes.n; i++)
		pf_regex_free(rubric->regexes.v[i]);
	for (size_t i = 0; i < rubric->files.n; i++)
		pf_yaml_free(rubric->files.v[i]);
	for (size_t i = 0; i < rubric->owned.n; i++)
		free(rubric->owned.v[i]);
	pf_phrases_free(rubric->phrases);
	free(rubric->regexes.v);
	free(rubric->rules.v);
	free(rubric->weights.v);
	free(rubric->lists.v);
	free(rubric->files.v);
	free(rubric->owned.v);
	free(rubric);
}

size_t pf_rubric_rules(const struct pf_rubric *rubric)
{
	return rubric->rules.n;
}

struct pf_rule_text pf_rubric_rule(const struct pf_rubric *rubric, size_t index)
{
	const struct pf_rule *r = rubric->rules.v[index];
	struct pf_rule_text text = {
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
		.article = !r->rubrics.n,
		.canonical = !r->rubrics.n,
		.line = r->place.line,
		.file = r->file,
	};

	for (size_t i = 0; i < r->rubrics.n; i++) {
		if (r->rubrics.v[i])
			text.canonical = true;
		else
			text.article = true;
	}
	return text;
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
	return rubric->name;
}
