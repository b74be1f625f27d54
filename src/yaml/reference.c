#include <stdio.h>
#include <string.h>

#include "node.h"

/* Markdown for one struct, then for those inside it; `path` is how a reader names it. */
struct writer {
	struct pf_buf *out;
	unsigned level;
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

static void type_cell(struct pf_buf *out, const struct pf_yaml_type *type)
{
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
	/* An error names the thing ("a severity"); a page says which there are. */
	plain = *type;
	if (type->kind == PF_YAML_ENUM)
		plain.what = NULL;
	pf_yaml_type_words(&plain, words, sizeof(words));
	cell(out, words);
}

static void row(struct pf_buf *out, const struct pf_yaml_field *field)
{
	pf_buf_printf(out, "| `%s` | ", field->name);
	type_cell(out, field->type);
	if (field->required)
		pf_buf_adds(out, " | yes | ");
	else if (field->fallback)
		pf_buf_printf(out, " | no (%s) | ", field->fallback);
	else
		pf_buf_adds(out, " | no | ");
	cell(out, field->doc);
	pf_buf_adds(out, " |\n");
}

static void table(struct writer *w, const struct pf_yaml_type *type, const char *path)
{
	pf_buf_repeat(w->out, '#', w->level);
	pf_buf_printf(w->out, " %s\n\n| key | value | needed | meaning |\n|---|---|---|---|\n",
		      path);
	for (const struct pf_yaml_field *f = type->fields; f->name; f++)
		row(w->out, f);
	pf_buf_byte(w->out, '\n');
}

static void write_struct(struct writer *w, const struct pf_yaml_type *type, const char *title,
			 const char *path)
{
	char child[200];

	table(w, type, title);
	for (const struct pf_yaml_field *f = type->fields; f->name; f++) {
		const struct pf_yaml_type *inner = inner_struct(f->type);

		if (!inner)
			continue;
		snprintf(child, sizeof(child), "%s%s%s%s", path, *path ? "." : "", f->name,
			 f->type->kind == PF_YAML_LIST ? "[]" : "");
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
}
