/* A schema as a page of documentation. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "node.h"
#include "prfaq/base/mem.h"

enum { PATH_MAX_BYTES = 200 };

/* Markdown for one struct, then for those inside it; `path` is how a reader names it. */
struct writer {
	struct pf_buf *out;
	unsigned level;
	struct {
		struct told {
			const void *what; /* a struct, or the names of an enum */
			char path[PATH_MAX_BYTES];
		} * v;
		size_t n, cap;
	} told; /* what has a table or will, and long lists of names: a second place names the first
		 */
};

/* The struct at the bottom of lists and maps, or NULL for plain values. */
static const struct pf_yaml_type *inner_struct(const struct pf_yaml_type *type)
{
	while (type->kind == PF_YAML_LIST || type->kind == PF_YAML_MAP)
		type = type->item;
	return type->kind == PF_YAML_STRUCT ? type : NULL;
}

/* A "|" would end the cell. */
static void cell(struct pf_buf *out, const char *text)
{
	for (; text && *text; text++) {
		if (*text == '|')
			pf_buf_byte(out, '\\');
		pf_buf_byte(out, *text);
	}
}

/* Where the struct or the names are told: at `path`, unless they are already. */
static const char *told_at(struct writer *w, const void *what, const char *path)
{
	struct told *told;

	for (size_t i = 0; i < w->told.n; i++)
		if (w->told.v[i].what == what)
			return w->told.v[i].path;
	told = PF_PUSH(&w->told);
	told->what = what;
	snprintf(told->path, sizeof(told->path), "%s", path);
	return told->path;
}

static bool is_long(const struct pf_yaml_name *names)
{
	size_t n = 0;

	while (names[n].name)
		n++;
	return n > 8;
}

static void type_cell(struct writer *w, const struct pf_yaml_type *type, const char *path)
{
	struct pf_buf *out = w->out;
	struct pf_yaml_type plain;
	char words[480];

	if (type->kind == PF_YAML_LIST && inner_struct(type)) {
		pf_buf_adds(out, "list of maps");
		if (type->max > 0)
			pf_buf_printf(out, ", %.15g to %.15g", type->min, type->max);
		else if (type->min > 0)
			pf_buf_printf(out, ", at least %.15g", type->min);
		return;
	}
	if (type->kind == PF_YAML_MAP) {
		pf_yaml_type_words(type->item, words, sizeof(words));
		pf_buf_adds(out, "map with keys of your own, each ");
		cell(out, words);
		return;
	}
	if (type->kind == PF_YAML_LIST && type->item->kind == PF_YAML_ENUM) {
		pf_buf_adds(out, "a list, each ");
		type = type->item;
	}
	if (type->kind == PF_YAML_ENUM && is_long(type->names)) {
		const char *first = told_at(w, type->names, path);

		if (strcmp(first, path) != 0) {
			pf_buf_printf(out, "as in `%s`", first);
			return;
		}
	}
	/* An error names the thing ("a severity"); a page says which there are. */
	plain = *type;
	if (type->kind == PF_YAML_ENUM)
		plain.what = NULL;
	pf_yaml_type_words(&plain, words, sizeof(words));
	cell(out, words);
}

static void child_path(char out[PATH_MAX_BYTES], const char *path, const struct pf_yaml_field *f)
{
	snprintf(out, PATH_MAX_BYTES, "%s%s%s%s", path, *path ? "." : "", f->name,
		 f->type->kind == PF_YAML_LIST ? "[]" : "");
}

static void row(struct writer *w, const struct pf_yaml_field *field, const char *path)
{
	const struct pf_yaml_type *inner = inner_struct(field->type);
	struct pf_buf *out = w->out;
	char own[PATH_MAX_BYTES];

	pf_buf_printf(out, "| `%s` | ", field->name);
	child_path(own, path, field);
	type_cell(w, field->type, own);
	if (inner && strcmp(told_at(w, inner, own), own) != 0)
		pf_buf_printf(out, ", as `%s`", told_at(w, inner, own));
	if (field->required)
		pf_buf_adds(out, " | yes | ");
	else if (field->fallback)
		pf_buf_printf(out, " | no (%s) | ", field->fallback);
	else
		pf_buf_adds(out, " | no | ");
	cell(out, field->doc);
	pf_buf_adds(out, " |\n");
}

static void write_struct(struct writer *w, const struct pf_yaml_type *type, const char *title,
			 const char *path)
{
	char child[PATH_MAX_BYTES];

	pf_buf_repeat(w->out, '#', w->level);
	pf_buf_printf(w->out, " %s\n\n| key | value | needed | meaning |\n|---|---|---|---|\n",
		      title);
	for (const struct pf_yaml_field *f = type->fields; f->name; f++)
		row(w, f, path);
	pf_buf_byte(w->out, '\n');
	for (const struct pf_yaml_field *f = type->fields; f->name; f++) {
		const struct pf_yaml_type *inner = inner_struct(f->type);

		if (!inner)
			continue;
		child_path(child, path, f);
		if (!strcmp(told_at(w, inner, child), child))
			write_struct(w, inner, child, child);
	}
}

void pf_yaml_reference(const struct pf_yaml_type *type, const char *title, unsigned level,
		       struct pf_buf *out)
{
	struct writer w = {.out = out, .level = level};
	const struct pf_yaml_type *inner = inner_struct(type);

	if (inner)
		write_struct(&w, inner, title, "");
	free(w.told.v);
}
