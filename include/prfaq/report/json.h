/*
 * json.h - writes JSON, a piece at a time, onto a buffer.
 *
 * Compact, one line, no trailing newline. Nesting is asserted: a key outside
 * an object, two values in a row for one key, an end without its begin are
 * bugs. What is written is always valid JSON in valid UTF-8, whatever bytes a
 * string holds.
 *
 *	struct pf_json j;
 *
 *	pf_json_init(&j, &buf);
 *	pf_json_object(&j);
 *	pf_json_put_int(&j, "score", 72);
 *	pf_json_end(&j);
 *	pf_json_finish(&j);
 */
#ifndef PRFAQ_REPORT_JSON_H
#define PRFAQ_REPORT_JSON_H

#include <stdbool.h>
#include <stdint.h>

#include "prfaq/base/buf.h"
#include "prfaq/base/slice.h"

#define PF_JSON_DEPTH 64

struct pf_json {
	struct pf_buf *out; /* borrowed */
	uint32_t depth;     /* open objects and arrays */
	bool comma;         /* the next key or element needs one before it */
	bool keyed;         /* a key was written and waits for its value */
	bool done;          /* the one top value is complete */
	bool object[PF_JSON_DEPTH];
};

/* `out` may hold text already: the JSON is appended. Nothing is to be released. */
void pf_json_init(struct pf_json *j, struct pf_buf *out);
/* Ends the line; asserts that one whole value was written. The writer may then be used for the next
 * one. */
void pf_json_finish(struct pf_json *j);

void pf_json_object(struct pf_json *j); /* begins; asserts depth < PF_JSON_DEPTH */
void pf_json_array(struct pf_json *j);
void pf_json_end(struct pf_json *j); /* ends the innermost of either */
void pf_json_key(struct pf_json *j, const char *key);
void pf_json_key_slice(struct pf_json *j, struct pf_slice key);

/* Invalid UTF-8 becomes U+FFFD (one a byte). Controls and whatever else must not reach a terminal
 * raw (pf_utf8_is_hostile) become escapes, which lose nothing. */
void pf_json_slice(struct pf_json *j, struct pf_slice s);
void pf_json_string(struct pf_json *j, const char *s); /* NULL is written as null */
void pf_json_int(struct pf_json *j, int64_t v);
/* The shortest digits that read back as the same double; "." whatever the locale. NaN and the
 * infinities, which JSON has not, are written as null. */
void pf_json_double(struct pf_json *j, double v);
void pf_json_bool(struct pf_json *j, bool v);
void pf_json_null(struct pf_json *j);

/* A key and its value, or the beginning of it. */
void pf_json_put_object(struct pf_json *j, const char *key);
void pf_json_put_array(struct pf_json *j, const char *key);
void pf_json_put_slice(struct pf_json *j, const char *key, struct pf_slice s);
void pf_json_put_string(struct pf_json *j, const char *key, const char *s);
void pf_json_put_int(struct pf_json *j, const char *key, int64_t v);
void pf_json_put_double(struct pf_json *j, const char *key, double v);
void pf_json_put_bool(struct pf_json *j, const char *key, bool v);
void pf_json_put_null(struct pf_json *j, const char *key);

#endif
