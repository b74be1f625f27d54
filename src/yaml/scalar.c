/* One scalar as the type its schema says. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "node.h"
#include "prfaq/base/ascii.h"
#include "prfaq/base/utf8.h"

/* "012" is octal to one reader and twelve to the next, so it is neither. */
static bool leads_with_zero(const char *digits)
{
	return digits[0] == '0' && pf_ascii_is_digit(digits[1]);
}

static bool read_int(const char *text, int64_t *out)
{
	const char *p = text + (*text == '-' || *text == '+');
	size_t n = strspn(p, "0123456789");

	if (!n || n > 18 || p[n] || leads_with_zero(p))
		return false;
	*out = strtoll(text, NULL, 10);
	return true;
}

/*
 * At most 15 digits: both the digits and the power of ten are exact doubles, so
 * that the one division rounds once and the value is the nearest there is.
 * strtod is not used: it reads the locale's decimal point.
 */
static bool read_decimal(const char *text, double *out)
{
	const char *p = text + (*text == '-' || *text == '+');
	double digits = 0, scale = 1;
	size_t n = 0;

	if (!pf_ascii_is_digit(*p) || leads_with_zero(p))
		return false;
	for (bool point = false; *p; p++) {
		if (*p == '.' && !point && pf_ascii_is_digit(p[1])) {
			point = true;
			continue;
		}
		if (!pf_ascii_is_digit(*p) || ++n > 15)
			return false;
		digits = digits * 10 + (*p - '0');
		if (point)
			scale *= 10;
	}
	*out = (*text == '-' ? -digits : digits) / scale;
	return true;
}

static bool is_slug(const char *text)
{
	static const char letters[] =
		"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

	if (!*text || !strchr(letters, *text) || strlen(text) > 64)
		return false;
	text += strspn(text, letters);
	while (*text && strchr("._-", *text))
		text += 1 + strspn(text + 1, letters);
	return !*text;
}

static bool in_range(const struct pf_yaml_type *type, double value)
{
	if (type->max > 0 && value > type->max)
		return false;
	return (type->min == 0 && type->max == 0) || value >= type->min;
}

static bool text_value(const struct pf_yaml_type *type, const char *text, size_t len, void *out)
{
	if (type->one_line && strchr(text, '\n'))
		return false;
	if (!in_range(type, (double)pf_utf8_count(pf_slice_make(text, len))))
		return false;
	memcpy(out, &text, sizeof(text));
	return true;
}

static bool enum_value(const struct pf_yaml_type *type, const char *text, int *out)
{
	for (const struct pf_yaml_name *n = type->names; n->name; n++) {
		if (strcmp(n->name, text))
			continue;
		*out = n->value;
		return true;
	}
	return false;
}

static bool typed(const struct pf_yaml_type *type, const char *text, size_t len, void *out)
{
	int64_t whole;
	double decimal;

	switch (type->kind) {
	case PF_YAML_TEXT: return text_value(type, text, len, out);
	case PF_YAML_SLUG: return is_slug(text) && text_value(type, text, len, out);
	case PF_YAML_INT:
		if (!read_int(text, &whole) || !in_range(type, (double)whole))
			return false;
		*(int64_t *)out = whole;
		return true;
	case PF_YAML_DECIMAL:
		if (!read_decimal(text, &decimal) || !in_range(type, decimal))
			return false;
		*(double *)out = decimal;
		return true;
	case PF_YAML_BOOL:
		*(bool *)out = !strcmp(text, "true");
		return *(bool *)out || !strcmp(text, "false");
	case PF_YAML_ENUM: return enum_value(type, text, out);
	case PF_YAML_STRUCT:
	case PF_YAML_LIST:
	case PF_YAML_MAP: break;
	}
	return false;
}

/* What a message can quote of `text`: bytes of its first line, at most 60, whole characters. */
static int quotable(const char *text, size_t len)
{
	size_t n = strcspn(text, "\n");

	if (len <= 60 && n == len)
		return (int)len;
	n = n < 57 ? n : 57;
	while (n && ((unsigned char)text[n] & 0xC0) == 0x80)
		n--;
	return (int)n;
}

bool pf_yaml_scalar(const struct pf_yaml_type *type, const char *text, size_t len, void *out,
		    char *why, size_t size)
{
	char words[200];
	int shown = quotable(text, len);

	if (typed(type, text, len, out))
		return true;
	pf_yaml_type_words(type, words, sizeof(words));
	snprintf(why, size, "expected %s, found \"%.*s%s\"", words, shown, text,
		 (size_t)shown < len ? "..." : "");
	return false;
}
