/* What is wrong in a file: place, words, the line itself with a mark below. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "node.h"
#include "prfaq/base/mem.h"
#include "prfaq/base/utf8.h"

void pf_yaml_errors_release(struct pf_yaml_errors *errors)
{
	if (!errors)
		return;
	free(errors->v);
	*errors = (struct pf_yaml_errors){0};
}

void pf_yaml_errors_add(struct pf_yaml_errors *errors, const struct pf_error *error)
{
	if (errors)
		*PF_PUSH(errors) = *error;
}

void pf_yaml_errors_text(const struct pf_yaml_errors *errors, struct pf_buf *out)
{
	char line[1200];

	for (size_t i = 0; i < errors->n; i++)
		pf_buf_printf(out, "%s\n", pf_error_text(&errors->v[i], line, sizeof(line)));
	if (errors->dropped)
		pf_buf_printf(out, "and %zu more\n", errors->dropped);
}

struct pf_slice pf_yaml_source_line(const struct pf_yaml *yaml, uint32_t line)
{
	struct pf_slice rest = pf_slice_make(yaml->text, yaml->len), found;

	while (line && pf_slice_line(&rest, &found))
		if (!--line)
			return found;
	return (struct pf_slice){0};
}

/* A long line is cut so that the column is in the part shown. */
static size_t shown_from(struct pf_slice line, uint32_t column)
{
	size_t off = 0, len;

	if (line.len <= 200 || column < 120)
		return 0;
	for (uint32_t i = 0; i + 80 < column && off < line.len; i++) {
		pf_utf8_decode(line, off, &len);
		off += len;
	}
	return off;
}

/* What is shown of a file goes to a terminal: nothing in it may move the cursor or hide. */
static void copy_line(char *out, size_t size, struct pf_slice line, uint32_t column)
{
	size_t n = 0, off = shown_from(line, column);

	if (off)
		n = (size_t)snprintf(out, size, "...");
	while (off < line.len && n + 4 < size) {
		size_t len;
		uint32_t rune = pf_utf8_decode(line, off, &len);

		if (pf_utf8_is_hostile(rune))
			rune = PF_RUNE_BAD;
		n += pf_utf8_encode(rune, out + n);
		off += len;
	}
	out[n] = '\0';
}

static void keep(const struct pf_yaml *yaml, struct pf_yaml_errors *errors, size_t found,
		 struct pf_yaml_place at, struct pf_error *error)
{
	if (!errors)
		return;
	if (found > PF_YAML_MAX_ERRORS) {
		errors->dropped++;
		return;
	}
	pf_error_at(error, yaml->file, at.line, at.column);
	copy_line(error->source, sizeof(error->source), pf_yaml_source_line(yaml, at.line),
		  at.column);
	pf_yaml_errors_add(errors, error);
}

void pf_yaml_report(struct reporter *to, struct pf_yaml_place at, enum pf_status status,
		    const char *fmt, ...)
{
	struct pf_error error = {.status = status};
	va_list ap;

	if (!to->found++)
		to->first = status;
	va_start(ap, fmt);
	vsnprintf(error.message, sizeof(error.message), fmt, ap);
	va_end(ap);
	keep(to->yaml, to->errors, to->found, at, &error);
}

/* Errors already kept of this file, counted only as far as it matters. */
static size_t kept_of(const struct pf_yaml *yaml, const struct pf_yaml_errors *errors)
{
	size_t n = 0;

	while (errors && n < errors->n && n < PF_YAML_MAX_ERRORS &&
	       !strncmp(errors->v[errors->n - 1 - n].file, yaml->file, sizeof(errors->v->file) - 1))
		n++;
	return n;
}

enum pf_status pf_yaml_refuse(const struct pf_yaml *yaml, struct pf_yaml_place place,
			      struct pf_yaml_errors *errors, const char *fmt, ...)
{
	struct pf_error error = {.status = PF_ERR_INVALID};
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(error.message, sizeof(error.message), fmt, ap);
	va_end(ap);
	keep(yaml, errors, kept_of(yaml, errors) + 1, place, &error);
	return PF_ERR_INVALID;
}
