#include "prfaq/base/error.h"

#include <stdarg.h>
#include <stdio.h>

enum pf_status pf_error_set(struct pf_error *err, enum pf_status status, const char *fmt, ...)
{
	va_list ap;

	if (!err)
		return status;
	err->status = status;
	va_start(ap, fmt);
	vsnprintf(err->message, sizeof(err->message), fmt, ap);
	va_end(ap);
	return status;
}

enum pf_status pf_error_at(struct pf_error *err, const char *file, uint32_t line, uint32_t column)
{
	if (!err)
		return PF_OK;
	if (file)
		snprintf(err->file, sizeof(err->file), "%s", file);
	err->line = line;
	err->column = column;
	return err->status;
}

char *pf_error_text(const struct pf_error *err, char *out, size_t size)
{
	char place[300] = "";
	const char *source = err->source[0] ? "\n\t" : "";

	if (err->file[0] && err->line && err->column)
		snprintf(place, sizeof(place), "%s:%u:%u: ", err->file, err->line, err->column);
	else if (err->file[0] && err->line)
		snprintf(place, sizeof(place), "%s:%u: ", err->file, err->line);
	else if (err->file[0])
		snprintf(place, sizeof(place), "%s: ", err->file);
	snprintf(out, size, "%s%s%s%s", place, err->message, source, err->source);
	return out;
}
