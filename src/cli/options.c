#include "prfaq/cli/options.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "prfaq/base/nearest.h"

enum { MAX_OPTIONS = 32 };

static const struct pf_option *by_letter(const struct pf_option *table, char letter)
{
	for (; table->name; table++)
		if (table->letter == letter)
			return table;
	return NULL;
}

static const struct pf_option *by_name(const struct pf_option *table, const char *name, size_t len)
{
	for (; table->name; table++)
		if (strlen(table->name) == len && !strncmp(table->name, name, len))
			return table;
	return NULL;
}

static enum pf_status unknown(const struct pf_option *table, const char *word, size_t len,
			      struct pf_error *err)
{
	const char *names[MAX_OPTIONS];
	char typed[64];
	size_t n = 0;
	const char *near;

	for (; table->name; table++) {
		assert(n < MAX_OPTIONS);
		names[n++] = table->name;
	}
	len = len < sizeof(typed) - 1 ? len : sizeof(typed) - 1;
	memcpy(typed, word, len);
	typed[len] = '\0';
	near = pf_nearest(typed, names, n);
	if (near)
		return pf_error_set(err, PF_ERR_USAGE, "no option --%s; did you mean --%s?", typed,
				    near);
	return pf_error_set(err, PF_ERR_USAGE, "no option --%s", typed);
}

static enum pf_status set_choice(const struct pf_option *o, const char *value, int *field,
				 struct pf_error *err)
{
	char all[256] = "";
	const char *near;
	size_t n = 0;

	for (; o->choices[n]; n++) {
		if (!strcmp(o->choices[n], value)) {
			*field = (int)n;
			return PF_OK;
		}
		if (strlen(all) + strlen(o->choices[n]) + 3 < sizeof(all)) {
			strncat(all, n ? ", " : "", sizeof(all) - strlen(all) - 1);
			strncat(all, o->choices[n], sizeof(all) - strlen(all) - 1);
		}
	}
	near = pf_nearest(value, o->choices, n);
	return pf_error_set(err, PF_ERR_USAGE, "--%s takes one of %s, not \"%s\"%s%s%s", o->name,
			    all, value, near ? "; did you mean " : "", near ? near : "",
			    near ? "?" : "");
}

static enum pf_status set_number(const struct pf_option *o, const char *value, long *field,
				 struct pf_error *err)
{
	char *end;

	errno = 0;
	*field = strtol(value, &end, 10);
	if (errno || end == value || *end || *field < 0)
		return pf_error_set(err, PF_ERR_USAGE, "--%s takes a whole number, not \"%s\"",
				    o->name, value);
	return PF_OK;
}

static enum pf_status set(const struct pf_option *o, const char *value, void *fields,
			  struct pf_error *err)
{
	char *field = (char *)fields + o->offset;

	switch (o->kind) {
	case PF_OPTION_FLAG: *(bool *)(void *)field = true; return PF_OK;
	case PF_OPTION_MAYBE:
	case PF_OPTION_TEXT: *(const char **)(void *)field = value; return PF_OK;
	case PF_OPTION_CHOICE: return set_choice(o, value, (int *)(void *)field, err);
	case PF_OPTION_NUMBER: return set_number(o, value, (long *)(void *)field, err);
	case PF_OPTION_LIST: break;
	}
	struct pf_option_list *list = (struct pf_option_list *)(void *)field;

	if (list->n == PF_OPTION_LIST_MAX)
		return pf_error_set(err, PF_ERR_USAGE, "--%s may be given %d times at the most",
				    o->name, PF_OPTION_LIST_MAX);
	list->v[list->n++] = value;
	return PF_OK;
}

/* One long option at argv[*i]; takes the next word as its value where one is due. */
static enum pf_status read_long(const struct pf_option *table, int argc, char **argv, int *i,
				void *fields, struct pf_error *err)
{
	const char *name = argv[*i] + 2;
	const char *equals = strchr(name, '=');
	size_t len = equals ? (size_t)(equals - name) : strlen(name);
	const struct pf_option *o = by_name(table, name, len);

	if (!o)
		return unknown(table, name, len, err);
	if (o->kind == PF_OPTION_FLAG) {
		if (equals)
			return pf_error_set(err, PF_ERR_USAGE, "--%s takes no value", o->name);
		return set(o, NULL, fields, err);
	}
	if (equals)
		return set(o, equals + 1, fields, err);
	if (o->kind == PF_OPTION_MAYBE && (*i + 1 >= argc || !o->is_value(argv[*i + 1])))
		return set(o, "", fields, err);
	if (*i + 1 >= argc)
		return pf_error_set(err, PF_ERR_USAGE, "--%s needs a value: --%s %s", o->name,
				    o->name, o->value);
	return set(o, argv[++*i], fields, err);
}

/* "-abc": flags may stand together; the rest of the word or the next word is a value. */
static enum pf_status read_short(const struct pf_option *table, int argc, char **argv, int *i,
				 void *fields, struct pf_error *err)
{
	for (const char *p = argv[*i] + 1; *p; p++) {
		const struct pf_option *o = by_letter(table, *p);
		enum pf_status status;

		if (!o)
			return pf_error_set(err, PF_ERR_USAGE, "no option -%c", *p);
		if (o->kind == PF_OPTION_FLAG) {
			status = set(o, NULL, fields, err);
			if (status != PF_OK)
				return status;
			continue;
		}
		if (p[1])
			return set(o, p + 1, fields, err);
		if (*i + 1 >= argc)
			return pf_error_set(err, PF_ERR_USAGE, "-%c needs a value: -%c %s", *p, *p,
					    o->value);
		return set(o, argv[++*i], fields, err);
	}
	return PF_OK;
}

enum pf_status pf_options_read(const struct pf_option *table, int argc, char **argv, void *fields,
			       struct pf_words_given *words, struct pf_error *err)
{
	bool ended = false;

	*words = (struct pf_words_given){argv + 1, 0};
	for (int i = 1; i < argc; i++) {
		char *word = argv[i];
		enum pf_status status = PF_OK;

		if (ended || word[0] != '-' || !word[1])
			words->v[words->n++] = word;
		else if (!strcmp(word, "--"))
			ended = true;
		else if (word[1] == '-')
			status = read_long(table, argc, argv, &i, fields, err);
		else
			status = read_short(table, argc, argv, &i, fields, err);
		if (status != PF_OK)
			return status;
	}
	return PF_OK;
}
