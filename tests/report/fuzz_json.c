/* The bytes say what is written; jansson must read it, whatever they were. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "prfaq/report/json.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Up to n bytes off the front. */
static struct pf_slice take(struct pf_slice *rest, size_t n)
{
	struct pf_slice taken = pf_slice_cut(*rest, 0, n < rest->len ? n : rest->len);

	*rest = pf_slice_cut(*rest, taken.len, rest->len);
	return taken;
}

/* jansson reads no NUL in a key, which is JSON all the same. */
static void write_key(struct pf_json *j, struct pf_slice key)
{
	const char *nul = key.len ? memchr(key.ptr, '\0', key.len) : NULL;

	pf_json_key_slice(j, nul ? pf_slice_cut(key, 0, (size_t)(nul - key.ptr)) : key);
}

static void write_number(struct pf_json *j, struct pf_slice *rest, bool real)
{
	struct pf_slice bytes = take(rest, 8);
	int64_t i = 0;
	double d;

	memcpy(&i, bytes.ptr, bytes.len);
	memcpy(&d, &i, sizeof(d));
	if (real)
		pf_json_double(j, d);
	else
		pf_json_int(j, i);
}

static void write_value(struct pf_json *j, struct pf_slice *rest)
{
	struct pf_slice op = take(rest, 1);
	unsigned char c = op.len ? (unsigned char)op.ptr[0] : 0;

	switch (c % 8) {
	case 0: pf_json_null(j); return;
	case 1: pf_json_bool(j, c & 8); return;
	case 2: write_number(j, rest, false); return;
	case 3: write_number(j, rest, true); return;
	case 4:
	case 5: pf_json_slice(j, take(rest, c / 8)); return;
	default: break;
	}
	if (j->depth == PF_JSON_DEPTH) {
		pf_json_null(j);
		return;
	}
	if (c % 8 == 6)
		pf_json_array(j);
	else
		pf_json_object(j);
	for (unsigned n = c / 8; n-- && rest->len;) {
		if (c % 8 == 7)
			write_key(j, take(rest, n));
		write_value(j, rest);
	}
	pf_json_end(j);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct pf_slice rest = {(const char *)data, size};
	struct pf_buf buf = {0};
	struct pf_json j;
	json_error_t error;
	json_t *read;

	pf_json_init(&j, &buf);
	write_value(&j, &rest);
	pf_json_finish(&j);
	read = json_loadb(buf.ptr, buf.len, JSON_DECODE_ANY | JSON_ALLOW_NUL, &error);
	if (!read || memchr(buf.ptr, '\n', buf.len) != buf.ptr + buf.len - 1) {
		fprintf(stderr, "%s: %s\n", error.text, buf.ptr);
		abort();
	}
	json_decref(read);
	pf_buf_release(&buf);
	return 0;
}
