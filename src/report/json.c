#include "prfaq/report/json.h"

#include <assert.h>
#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "prfaq/base/utf8.h"

void pf_json_init(struct pf_json *j, struct pf_buf *out)
{
	*j = (struct pf_json){.out = out};
}

void pf_json_finish(struct pf_json *j)
{
	assert(j->depth == 0 && j->done && !j->keyed);
	pf_buf_byte(j->out, '\n');
	pf_json_init(j, j->out);
}

static bool in_object(const struct pf_json *j)
{
	return j->depth > 0 && j->object[j->depth - 1];
}

static void before_value(struct pf_json *j)
{
	assert(!j->done);
	assert(j->keyed == in_object(j));
	if (j->comma && !j->keyed)
		pf_buf_byte(j->out, ',');
	j->keyed = false;
}

static void after_value(struct pf_json *j)
{
	j->comma = true;
	j->done = j->depth == 0;
}

static void begin(struct pf_json *j, bool object)
{
	assert(j->depth < PF_JSON_DEPTH);
	before_value(j);
	pf_buf_byte(j->out, object ? '{' : '[');
	j->object[j->depth++] = object;
	j->comma = false;
}

void pf_json_object(struct pf_json *j)
{
	begin(j, true);
}

void pf_json_array(struct pf_json *j)
{
	begin(j, false);
}

void pf_json_end(struct pf_json *j)
{
	assert(j->depth > 0 && !j->keyed);
	pf_buf_byte(j->out, in_object(j) ? '}' : ']');
	j->depth--;
	after_value(j);
}

/* U+10000 and above are a pair of surrogates in JSON. */
static void add_escape(struct pf_buf *out, uint32_t rune)
{
	if (rune >= 0x10000) {
		rune -= 0x10000;
		pf_buf_printf(out, "\\u%04x\\u%04x", 0xd800 + (rune >> 10),
			      0xdc00 + (rune & 0x3ff));
		return;
	}
	pf_buf_printf(out, "\\u%04x", rune);
}

static void add_rune(struct pf_buf *out, uint32_t rune)
{
	switch (rune) {
	case '"': pf_buf_adds(out, "\\\""); break;
	case '\\': pf_buf_adds(out, "\\\\"); break;
	case '\b': pf_buf_adds(out, "\\b"); break;
	case '\f': pf_buf_adds(out, "\\f"); break;
	case '\n': pf_buf_adds(out, "\\n"); break;
	case '\r': pf_buf_adds(out, "\\r"); break;
	case '\t': pf_buf_adds(out, "\\t"); break;
	default:
		if (rune < 0x20 || pf_utf8_is_hostile(rune))
			add_escape(out, rune);
		else
			pf_buf_rune(out, rune);
	}
}

/* Bytes that stand for themselves; most of any text. */
static size_t plain_run(struct pf_slice s, size_t off)
{
	size_t end = off;

	while (end < s.len && s.ptr[end] >= 0x20 && s.ptr[end] < 0x7f && s.ptr[end] != '"' &&
	       s.ptr[end] != '\\')
		end++;
	return end - off;
}

static void quote(struct pf_buf *out, struct pf_slice s)
{
	pf_buf_byte(out, '"');
	for (size_t off = 0; off < s.len;) {
		size_t n = plain_run(s, off);

		if (n)
			pf_buf_add(out, s.ptr + off, n);
		else
			add_rune(out, pf_utf8_decode(s, off, &n));
		off += n;
	}
	pf_buf_byte(out, '"');
}

void pf_json_key_slice(struct pf_json *j, struct pf_slice key)
{
	assert(in_object(j) && !j->keyed);
	if (j->comma)
		pf_buf_byte(j->out, ',');
	quote(j->out, key);
	pf_buf_byte(j->out, ':');
	j->keyed = true;
}

void pf_json_key(struct pf_json *j, const char *key)
{
	pf_json_key_slice(j, pf_slice_of(key));
}

void pf_json_slice(struct pf_json *j, struct pf_slice s)
{
	before_value(j);
	quote(j->out, s);
	after_value(j);
}

void pf_json_string(struct pf_json *j, const char *s)
{
	if (s)
		pf_json_slice(j, pf_slice_of(s));
	else
		pf_json_null(j);
}

/* Spans make most of a long report: printf would be a third of writing it. */
void pf_json_int(struct pf_json *j, int64_t v)
{
	char digits[20]; /* of 2^63, and its sign */
	size_t at = sizeof(digits);
	uint64_t rest = v < 0 ? 0 - (uint64_t)v : (uint64_t)v;

	do
		digits[--at] = (char)('0' + rest % 10);
	while (rest /= 10);
	if (v < 0)
		digits[--at] = '-';
	before_value(j);
	pf_buf_add(j->out, digits + at, sizeof(digits) - at);
	after_value(j);
}

/* printf and strtod both follow the locale, so the digits are found in it and the point is put
 * right after. */
static void add_double(struct pf_buf *out, double v)
{
	const char *point = localeconv()->decimal_point;
	char digits[64];
	char *at;

	for (int precision = 15; precision <= 17; precision++) {
		snprintf(digits, sizeof(digits), "%.*g", precision, v);
		if (fpclassify(strtod(digits, NULL) - v) == FP_ZERO)
			break;
	}
	at = strcmp(point, ".") != 0 ? strstr(digits, point) : NULL;
	if (!at) {
		pf_buf_adds(out, digits);
		return;
	}
	pf_buf_add(out, digits, (size_t)(at - digits));
	pf_buf_byte(out, '.');
	pf_buf_adds(out, at + strlen(point));
}

void pf_json_double(struct pf_json *j, double v)
{
	if (!isfinite(v)) {
		pf_json_null(j);
		return;
	}
	before_value(j);
	add_double(j->out, v);
	after_value(j);
}

void pf_json_bool(struct pf_json *j, bool v)
{
	before_value(j);
	pf_buf_adds(j->out, v ? "true" : "false");
	after_value(j);
}

void pf_json_null(struct pf_json *j)
{
	before_value(j);
	pf_buf_adds(j->out, "null");
	after_value(j);
}

void pf_json_put_object(struct pf_json *j, const char *key)
{
	pf_json_key(j, key);
	pf_json_object(j);
}

void pf_json_put_array(struct pf_json *j, const char *key)
{
	pf_json_key(j, key);
	pf_json_array(j);
}

void pf_json_put_slice(struct pf_json *j, const char *key, struct pf_slice s)
{
	pf_json_key(j, key);
	pf_json_slice(j, s);
}

void pf_json_put_string(struct pf_json *j, const char *key, const char *s)
{
	pf_json_key(j, key);
	pf_json_string(j, s);
}

void pf_json_put_int(struct pf_json *j, const char *key, int64_t v)
{
	pf_json_key(j, key);
	pf_json_int(j, v);
}

void pf_json_put_double(struct pf_json *j, const char *key, double v)
{
	pf_json_key(j, key);
	pf_json_double(j, v);
}

void pf_json_put_bool(struct pf_json *j, const char *key, bool v)
{
	pf_json_key(j, key);
	pf_json_bool(j, v);
}

void pf_json_put_null(struct pf_json *j, const char *key)
{
	pf_json_key(j, key);
	pf_json_null(j);
}
