/* The types that many schemas share, and how they are named to a reader. */
#include <stdio.h>
#include <string.h>

#include "node.h"

#define SCALAR(kind_, type_) .kind = (kind_), .size = sizeof(type_)

const struct pf_yaml_type pf_yaml_text = {SCALAR(PF_YAML_TEXT, const char *)};
const struct pf_yaml_type pf_yaml_slug = {SCALAR(PF_YAML_SLUG, const char *)};
const struct pf_yaml_type pf_yaml_decimal = {SCALAR(PF_YAML_DECIMAL, double)};
const struct pf_yaml_type pf_yaml_bool = {SCALAR(PF_YAML_BOOL, bool)};
const struct pf_yaml_type pf_yaml_count = {SCALAR(PF_YAML_INT, int64_t), .max = 1e15};
const struct pf_yaml_type pf_yaml_line = {SCALAR(PF_YAML_TEXT, const char *), .min = 1,
					  .one_line = true};
const struct pf_yaml_type pf_yaml_block = {SCALAR(PF_YAML_TEXT, const char *), .min = 1};
const struct pf_yaml_type pf_yaml_texts = {SCALAR(PF_YAML_LIST, struct pf_yaml_texts),
					   .item = &pf_yaml_line};
const struct pf_yaml_type pf_yaml_slugs = {SCALAR(PF_YAML_LIST, struct pf_yaml_texts),
					   .item = &pf_yaml_slug};

static const struct pf_yaml_type word_set = {SCALAR(PF_YAML_LIST, struct pf_yaml_texts), .min = 1,
					     .item = &pf_yaml_line};
const struct pf_yaml_type pf_yaml_sets = {SCALAR(PF_YAML_LIST, struct pf_yaml_text_sets),
					  .item = &word_set};
const struct pf_yaml_type pf_yaml_pair = {SCALAR(PF_YAML_LIST, struct pf_yaml_numbers), .min = 2,
					  .max = 2, .item = &pf_yaml_decimal};

const char *pf_yaml_name_of(const struct pf_yaml_name *names, int value)
{
	for (; names->name; names++)
		if (names->value == value)
			return names->name;
	return "";
}

static bool is_first_of_value(const struct pf_yaml_name *names, const struct pf_yaml_name *name)
{
	return !strcmp(pf_yaml_name_of(names, name->value), name->name);
}

static void enum_words(const struct pf_yaml_name *names, struct pf_buf *out)
{
	pf_buf_adds(out, "one of ");
	for (const struct pf_yaml_name *n = names; n->name; n++)
		if (is_first_of_value(names, n))
			pf_buf_printf(out, "%s%s", n == names ? "" : ", ", n->name);
}

static void bounds(const struct pf_yaml_type *type, struct pf_buf *out, const char *of)
{
	if (type->max > type->min && type->kind == PF_YAML_LIST)
		pf_buf_printf(out, " of %.15g to %.15g%s", type->min, type->max, of);
	else if (type->max > type->min)
		pf_buf_printf(out, " from %.15g to %.15g%s", type->min, type->max, of);
	else if (type->max == type->min && type->max > 0)
		pf_buf_printf(out, " of %.15g%s", type->min, of);
	else if (type->min > 0)
		pf_buf_printf(out, " of at least %.15g%s", type->min, of);
}

static void text_words(const struct pf_yaml_type *type, struct pf_buf *out)
{
	pf_buf_adds(out, type->one_line ? "text in one line" : "text");
	/* At least one character: nobody needs to be told what an empty text lacks. */
	if (type->max > 0 || type->min > 1)
		bounds(type, out, " characters");
}

static void list_words(const struct pf_yaml_type *type, struct pf_buf *out)
{
	char item[160];

	pf_buf_adds(out, "a list");
	if (type->min == 1 && type->max == 0)
		pf_buf_adds(out, " with at least one item");
	else if (type->min == 0 && type->max > 0)
		pf_buf_printf(out, " of at most %.15g items", type->max);
	else if (type->min > 0 || type->max > 0)
		bounds(type, out, " items");
	pf_yaml_type_words(type->item, item, sizeof(item));
	pf_buf_printf(out, ", each %s", item);
}

void pf_yaml_type_words(const struct pf_yaml_type *type, char *out, size_t size)
{
	struct pf_buf words = {0};

	if (type->what) {
		snprintf(out, size, "%s", type->what);
		return;
	}
	switch (type->kind) {
	case PF_YAML_TEXT: text_words(type, &words); break;
	case PF_YAML_SLUG:
		pf_buf_adds(&words, "an id (letters, digits, \".\", \"_\" and \"-\")");
		break;
	case PF_YAML_INT:
		pf_buf_adds(&words, "a whole number");
		if (type == &pf_yaml_count)
			pf_buf_adds(&words, " from 0");
		else
			bounds(type, &words, "");
		break;
	case PF_YAML_DECIMAL:
		pf_buf_adds(&words, "a number such as 12 or 0.5");
		if (type->max > type->min)
			pf_buf_printf(&words, ", from %.15g to %.15g", type->min, type->max);
		break;
	case PF_YAML_BOOL: pf_buf_adds(&words, "true or false"); break;
	case PF_YAML_ENUM: enum_words(type->names, &words); break;
	case PF_YAML_STRUCT:
	case PF_YAML_MAP: pf_buf_adds(&words, "a map of keys and values"); break;
	case PF_YAML_LIST: list_words(type, &words); break;
	}
	snprintf(out, size, "%s", pf_buf_cstr(&words));
	pf_buf_release(&words);
}
