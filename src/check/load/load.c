/* Loading: the files that came with the program, compiled or parsed, then the user's own. */
#include "prfaq/check/rubric.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "prfaq/base/mem.h"
#include "prfaq/base/nearest.h"

#include "kinds/kinds.h"
#include "load.h"
#include "rubric/compiled.h"
#include "rubric/schema.h"

/* Phrases, one a line; "#" begins a comment. The list is called as its file is. */
static void add_list(struct pf_rubric *rubric, const char *path, struct pf_slice text)
{
	const char *file = strrchr(path, '/') + 1;
	char *name = pf_xslicedup(pf_slice_make(file, strlen(file) - strlen(".txt")));
	uint32_t index = pf_rubric_list(rubric, name);
	struct pf_slice line;

	*PF_PUSH(&rubric->owned) = name;
	if (index == PF_LIST_NONE) {
		index = (uint32_t)rubric->lists.n;
		*PF_PUSH(&rubric->lists) = name;
	}
	while (pf_slice_line(&text, &line)) {
		line = pf_slice_trim(line);
		if (line.len && line.ptr[0] != '#')
			pf_phrases_add(rubric->phrases, line, index);
	}
}

static enum pf_status parse_weights(struct pf_load *load, const char *path, struct pf_slice text)
{
	struct pf_yaml *yaml;
	enum pf_status status = pf_yaml_parse(&yaml, &pf_weights_schema, &load->rubric->weights,
					      path, text, load->errors);

	if (status == PF_OK)
		*PF_PUSH(&load->rubric->parsed) = yaml;
	return status;
}

static enum pf_status parse_rules(struct pf_load *load, const char *path, struct pf_slice text)
{
	size_t before = load->rubric->rules.n;
	struct pf_rule_rows rows;
	struct pf_yaml *yaml;
	enum pf_status status =
		pf_yaml_parse(&yaml, &pf_rules_schema, &rows, path, text, load->errors);

	if (status != PF_OK)
		return status;
	*PF_PUSH(&load->rubric->parsed) = yaml;
	for (size_t i = 0; i < rows.n; i++) {
		enum pf_status one = pf_load_rule(load, yaml, &rows.v[i]);

		status = one != PF_OK ? one : status;
	}
	if (status != PF_OK)
		load->rubric->rules.n = before;
	return status;
}

/* Parses what was read from source `first` on. The status is of the last that is broken. */
static enum pf_status parse(struct pf_load *load, size_t first)
{
	enum pf_status status = PF_OK;

	for (load->at = first; load->at < load->sources.n; load->at++) {
		const struct pf_source *source = &load->sources.v[load->at];
		const char *path = load->rubric->files.v[load->at];
		struct pf_slice text =
			pf_slice_cut(pf_buf_view(&load->text), source->begin, source->end);
		enum pf_status one = PF_OK;

		switch (source->kind) {
		case PF_SOURCE_LIST: add_list(load->rubric, path, text); break;
		case PF_SOURCE_WEIGHTS: one = parse_weights(load, path, text); break;
		case PF_SOURCE_RULES: one = parse_rules(load, path, text); break;
		}
		status = one != PF_OK ? one : status;
	}
	return status;
}

/* The compiled rules as if they had been parsed: rubric/compiled.h says why they are the same. */
static void adopt(struct pf_rubric *rubric, const struct pf_compiled *compiled)
{
	for (size_t i = PF_N_LISTS; i < compiled->n_lists; i++)
		*PF_PUSH(&rubric->lists) = compiled->lists[i];
	pf_phrases_free(rubric->phrases);
	rubric->phrases = pf_phrases_lend(compiled->phrases);
	rubric->weights = compiled->weights;
	for (size_t i = 0; i < compiled->n_rules; i++) {
		const char *wrong = pf_rubric_take(rubric, &compiled->rules[i]);

		assert(!wrong);
	}
}

static enum pf_status read_shipped(struct pf_load *load, const struct pf_paths *paths)
{
	enum pf_status status = pf_load_read_lists(load, paths->shipped, "templates/rubric/lists");

	if (status == PF_OK)
		status = pf_load_read_weights(load, paths->shipped);
	if (status == PF_OK)
		status = pf_load_read_rules(load, paths->shipped, "templates/rubric");
	return status;
}

/* Are these the very files that were compiled, by what is seen of them without reading any? Then
 * they are loaded, as far as that is needed; else nothing is. */
static bool look_the_same(struct pf_load *load, const struct pf_paths *paths,
			  const struct pf_compiled *compiled)
{
	struct pf_yaml_errors *errors = load->errors;
	enum pf_status status;

	load->errors = NULL; /* what is wrong with them, reading them will tell */
	load->look = true;
	status = read_shipped(load, paths);
	load->look = false;
	load->errors = errors;
	load->rubric->look = load->hash;
	if (status == PF_OK && compiled && !load->rubric->examples &&
	    compiled->look == load->hash) {
		load->hash = compiled->hash;
		return true;
	}
	load->hash = PF_HASH_OF_NOTHING;
	load->sources.n = 0;
	pf_names_release(&load->rubric->files);
	return false;
}

static enum pf_status load_shipped(struct pf_load *load, const struct pf_paths *paths)
{
	const struct pf_compiled *compiled = pf_compiled_rubric;
	bool same = look_the_same(load, paths, compiled);
	enum pf_status status = same ? PF_OK : read_shipped(load, paths);

	if (status != PF_OK)
		return status;
	load->rubric->shipped = load->hash;
	if (load->rubric->examples || !compiled || compiled->hash != load->hash)
		status = parse(load, 0);
	else
		adopt(load->rubric, compiled);
	load->rubric->shipped_rules = load->rubric->rules.n;
	return status;
}

/* What is broken is told and left out. */
static void load_users(struct pf_load *load, const struct pf_paths *paths)
{
	size_t first = load->sources.n;

	if (paths->config[0] &&
	    pf_load_read_lists(load, paths->config, "rubric.d/lists") == PF_OK &&
	    pf_load_read_rules(load, paths->config, "rubric.d") == PF_OK)
		parse(load, first);
}

static void begin(struct pf_load *load, enum pf_which which, const struct pf_paths *paths,
		  bool examples, struct pf_yaml_errors *errors)
{
	struct pf_rubric *rubric = pf_xcalloc(1, sizeof(*rubric));

	rubric->which = which;
	rubric->paths = *paths;
	rubric->examples = examples;
	rubric->phrases = pf_phrases_new();
	for (size_t i = 0; i < PF_N_LISTS; i++)
		*PF_PUSH(&rubric->lists) = pf_list_names[i];
	*load = (struct pf_load){.rubric = rubric, .errors = errors, .hash = PF_HASH_OF_NOTHING};
}

static enum pf_status end(struct pf_load *load, enum pf_status status, struct pf_rubric **out)
{
	struct pf_rubric *rubric = load->rubric;

	pf_buf_release(&load->text);
	free(load->sources.v);
	*out = status == PF_OK ? rubric : NULL;
	if (status != PF_OK) {
		pf_rubric_free(rubric);
		return status;
	}
	snprintf(rubric->hash, sizeof(rubric->hash), "%016llx",
		 (unsigned long long)pf_hash_more(load->hash,
						  pf_slice_of(pf_which_names[rubric->which])));
	return PF_OK;
}

static enum pf_status find_which(const char *name, enum pf_which *out,
				 struct pf_yaml_errors *errors)
{
	struct pf_error err = {0};
	const char *near;

	for (*out = PF_ARTICLE; *out < PF_EVERY_RULE; ++*out)
		if (!strcmp(name, pf_which_names[*out]))
			return PF_OK;
	near = pf_nearest(name, pf_which_names, PF_EVERY_RULE);
	pf_error_set(&err, PF_ERR_NOT_FOUND, "no rubric \"%s\"; %s%s", name,
		     near ? "did you mean " : "there are article and ", near ? near : "canonical");
	pf_yaml_errors_add(errors, &err);
	return PF_ERR_NOT_FOUND;
}

static enum pf_status load_all(struct pf_rubric **out, const char *name,
			       const struct pf_paths *paths, bool examples,
			       struct pf_yaml_errors *errors)
{
	struct pf_load load;
	enum pf_which which;
	enum pf_status status = find_which(name, &which, errors);

	*out = NULL;
	if (status != PF_OK)
		return status;
	begin(&load, which, paths, examples, errors);
	status = load_shipped(&load, paths);
	if (status == PF_OK)
		load_users(&load, paths);
	return end(&load, status, out);
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

enum pf_status pf_rubric_load_every(struct pf_rubric **out, const struct pf_paths *paths,
				    struct pf_yaml_errors *errors)
{
	struct pf_load load;
	enum pf_status status;

	begin(&load, PF_EVERY_RULE, paths, true, errors);
	status = load_shipped(&load, paths);
	return end(&load, status, out);
}

enum pf_status pf_rubric_load_file(struct pf_rubric **out, const char *path,
				   const struct pf_paths *paths, struct pf_yaml_errors *errors)
{
	struct pf_load load;
	enum pf_status status;

	begin(&load, PF_EVERY_RULE, paths, true, errors);
	status = pf_load_read_lists(&load, paths->shipped, "templates/rubric/lists");
	if (status == PF_OK && paths->config[0])
		status = pf_load_read_lists(&load, paths->config, "rubric.d/lists");
	if (status == PF_OK)
		status = pf_load_read_weights(&load, paths->shipped);
	if (status == PF_OK)
		status = pf_load_read(&load, PF_SOURCE_RULES, path, path);
	if (status == PF_OK)
		status = parse(&load, 0);
	return end(&load, status, out);
}

void pf_rubric_free(struct pf_rubric *rubric)
{
	if (!rubric)
		return;
	for (size_t i = 0; i < rubric->regexes.n; i++)
		pf_regex_free(rubric->regexes.v[i].code);
	for (size_t i = 0; i < rubric->parsed.n; i++)
		pf_yaml_free(rubric->parsed.v[i]);
	pf_names_release(&rubric->files);
	pf_names_release(&rubric->owned);
	pf_phrases_free(rubric->phrases);
	free(rubric->regexes.v);
	free(rubric->rules.v);
	free(rubric->lists.v);
	free(rubric->parsed.v);
	free(rubric);
}
