/* A tree fitted onto structs by its schema. */
#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "node.h"
#include "prfaq/base/nearest.h"

enum { MAX_FIELDS = 64 }; /* keys of one struct: as many as fit the bits of `seen` */

/* What is being fitted, and where in the file we are: for the words of each message. */
struct fit {
	struct pf_yaml *yaml;
	struct reporter *to;
	const char *key; /* of the value at hand; "" for the whole file */
	const char *id;  /* of the nearest entry around it that has one; "" for none */
};

static void wrong(const struct fit *f, struct pf_yaml_place at, const char *fmt, ...)
	PF_PRINTF(3, 4);

static void wrong(const struct fit *f, struct pf_yaml_place at, const char *fmt, ...)
{
	char text[400];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	pf_yaml_report(f->to, at, PF_ERR_INVALID, "%s%s%.64s%s", text, *f->id ? " (in " : "", f->id,
		       *f->id ? ")" : "");
}

static void wrong_kind(const struct fit *f, const struct pf_yaml_type *type,
		       const struct node *node)
{
	static const char *const found[] = {"a single value", "a list", "a map",
					    "something refused"};
	char words[240];

	pf_yaml_type_words(type, words, sizeof(words));
	wrong(f, node->at, "%s%sexpected %s, found %s", f->key, *f->key ? ": " : "", words,
	      node->kind == NODE_SCALAR && node->nothing ? "nothing" : found[node->kind]);
}

static void fit_scalar(struct fit *f, const struct pf_yaml_type *type, const struct node *node,
		       void *out)
{
	char why[400];
	size_t len = node->len;

	if (node->kind != NODE_SCALAR || node->nothing) {
		wrong_kind(f, type, node);
		return;
	}
	/* The line end that closes a block is the notation's, not the text's. */
	while (type->kind == PF_YAML_TEXT && len && node->text[len - 1] == '\n')
		node->text[--len] = '\0';
	if (!pf_yaml_scalar(type, node->text, len, out, why, sizeof(why)))
		wrong(f, node->at, "%s%s%s", f->key, *f->key ? ": " : "", why);
}

static void fit_value(struct fit *f, const struct pf_yaml_type *type, const struct node *node,
		      void *out);

static bool count_fits(struct fit *f, const struct pf_yaml_type *type, const struct node *node)
{
	char words[240];
	double n = (double)node->n;
	bool fits = n >= type->min && (type->max <= 0 || n <= type->max);

	if (!fits) {
		pf_yaml_type_words(type, words, sizeof(words));
		wrong(f, node->at, "%s: expected %s, found %zu of them", f->key, words, node->n);
	}
	return fits;
}

static void fit_list(struct fit *f, const struct pf_yaml_type *type, const struct node *node,
		     void *out)
{
	struct any_list list = {.n = node->n};
	char *at;

	if (node->kind != NODE_LIST) {
		wrong_kind(f, type, node);
		return;
	}
	if (!count_fits(f, type, node))
		return;
	list.v = at = pf_yaml_alloc(f->yaml, node->n * type->item->size);
	for (const struct node *n = node->first; n; n = n->next, at += type->item->size)
		fit_value(f, type->item, n, at);
	memcpy(out, &list, sizeof(list));
}

static void fit_map(struct fit *f, const struct pf_yaml_type *type, const struct node *node,
		    void *out)
{
	struct any_list map = {.n = node->n};
	const char *outer = f->key;
	char *at;

	if (node->kind != NODE_MAP) {
		wrong_kind(f, type, node);
		return;
	}
	if (!count_fits(f, type, node))
		return;
	map.v = at = pf_yaml_alloc(f->yaml, node->n * type->entry);
	for (const struct node *k = node->first; k; k = k->next->next, at += type->entry) {
		const char *key = k->kind == NODE_SCALAR ? k->text : "";

		memcpy(at, &key, sizeof(key));
		f->key = key;
		if (k->kind == NODE_SCALAR)
			fit_value(f, type->item, k->next, at + type->value_at);
	}
	f->key = outer;
	memcpy(out, &map, sizeof(map));
}

static void unknown_key(const struct fit *f, const struct pf_yaml_field *fields,
			const struct node *key)
{
	const char *names[MAX_FIELDS] = {0};
	const char *near;
	size_t n = 0;
	char known[240] = "";

	for (const struct pf_yaml_field *i = fields; i->name; i++)
		names[n++] = i->name;
	near = pf_nearest(key->text, names, n);
	if (near) {
		wrong(f, key->at, "unknown key \"%.60s\"; did you mean \"%s\"?", key->text, near);
		return;
	}
	for (size_t i = 0, len = 0; i < n && len < sizeof(known); i++)
		len += (size_t)snprintf(known + len, sizeof(known) - len, "%s%s", i ? ", " : "",
					names[i]);
	wrong(f, key->at, "unknown key \"%.60s\"; known here: %s", key->text, known);
}

static void fill_absent(struct fit *f, const struct pf_yaml_field *field, const struct node *node,
			char *base)
{
	char why[400], words[240];

	if (field->fallback) {
		bool fits = pf_yaml_scalar(field->type, field->fallback, strlen(field->fallback),
					   base + field->offset, why, sizeof(why));

		assert(fits);
		return;
	}
	if (!field->required)
		return;
	pf_yaml_type_words(field->type, words, sizeof(words));
	wrong(f, node->at, "%s%smissing key \"%s\": expected %s", f->key, *f->key ? ": " : "",
	      field->name, words);
}

/* The entry's own id, so that a message about the eleventh fact can name it. */
static const char *id_of(const struct node *map)
{
	for (const struct node *k = map->first; k; k = k->next->next)
		if (k->kind == NODE_SCALAR && !strcmp(k->text, "id") &&
		    k->next->kind == NODE_SCALAR)
			return k->next->text;
	return NULL;
}

static size_t find_field(const struct pf_yaml_field *fields, const char *name)
{
	size_t i = 0;

	while (fields[i].name && strcmp(fields[i].name, name))
		i++;
	assert(i < MAX_FIELDS);
	return i;
}

static uint64_t fit_fields(struct fit *f, const struct pf_yaml_type *type, const struct node *node,
			   char *base)
{
	uint64_t seen = 0;

	for (const struct node *k = node->first; k; k = k->next->next) {
		const struct pf_yaml_field *field;
		const char *outer = f->key;
		size_t i;

		if (k->kind != NODE_SCALAR)
			continue;
		i = find_field(type->fields, k->text);
		field = &type->fields[i];
		if (!field->name) {
			unknown_key(f, type->fields, k);
			continue;
		}
		seen |= UINT64_C(1) << i;
		f->key = field->name;
		fit_value(f, field->type, k->next, base + field->offset);
		if (field->has)
			*(bool *)(void *)(base + field->has - 1) = true;
		f->key = outer;
	}
	return seen;
}

static void fit_struct(struct fit *f, const struct pf_yaml_type *type, const struct node *node,
		       char *base)
{
	const char *outer = f->id;
	const char *id;
	uint64_t seen;

	if (node->kind != NODE_MAP) {
		wrong_kind(f, type, node);
		return;
	}
	id = id_of(node);
	f->id = id ? id : outer;
	if (type->place_at)
		memcpy(base + type->place_at - 1, &node->at, sizeof(node->at));
	seen = fit_fields(f, type, node, base);
	for (size_t i = 0; type->fields[i].name; i++)
		if (!(seen >> i & 1))
			fill_absent(f, &type->fields[i], node, base);
	f->id = outer;
}

static void fit_value(struct fit *f, const struct pf_yaml_type *type, const struct node *node,
		      void *out)
{
	if (node->kind == NODE_REFUSED)
		return;
	switch (type->kind) {
	case PF_YAML_STRUCT: fit_struct(f, type, node, out); break;
	case PF_YAML_LIST: fit_list(f, type, node, out); break;
	case PF_YAML_MAP: fit_map(f, type, node, out); break;
	default: fit_scalar(f, type, node, out);
	}
}

bool pf_yaml_fit(struct pf_yaml *yaml, struct reporter *to, const struct pf_yaml_type *type,
		 const struct node *root, void *value)
{
	struct fit f = {.yaml = yaml, .to = to, .key = "", .id = ""};

	fit_value(&f, type, root, value);
	return !to->found;
}
