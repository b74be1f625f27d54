/*
 * yaml.h - a YAML file mapped onto C structs by a table.
 *
 * A schema is a tree of const `struct pf_yaml_type`. It says what a file may
 * hold, where each value goes in a struct, what is required, and in which
 * words it is documented; the same table prints the reference in docs/.
 *
 * The YAML read is a restricted subset: maps and lists in block and flow
 * style, plain, quoted and block scalars, comments. Refused, each with
 * file:line:column, the line itself and what was expected: anchors, aliases,
 * tags, merge keys, several documents, tabs, control and bidi characters,
 * duplicate keys, unknown keys (with the nearest name), null values, wrong
 * types, values out of range, missing keys (placed at their map), and whatever
 * passes one of the limits below.
 *
 * Every scalar is text until its type says otherwise, so "no", "012", "1e3"
 * and "2026-11-03" keep their meaning. All errors of a file are collected, up
 * to PF_YAML_MAX_ERRORS; only a syntax error ends the reading at once.
 */
#ifndef PRFAQ_YAML_YAML_H
#define PRFAQ_YAML_YAML_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "prfaq/base/buf.h"
#include "prfaq/base/error.h"
#include "prfaq/base/slice.h"
#include "prfaq/base/status.h"

#define PF_YAML_MAX_BYTES  (1024 * 1024) /* of one file */
#define PF_YAML_MAX_DEPTH  12            /* maps and lists inside one another */
#define PF_YAML_MAX_KEYS   512           /* of one map */
#define PF_YAML_MAX_ERRORS 50            /* kept of one file; the rest is counted */

/* What a value is, and the C type it is stored as. */
enum pf_yaml_kind {
	PF_YAML_TEXT, /* const char *; NUL-ended UTF-8; NULL when absent. min, max: code points */
	PF_YAML_SLUG, /* const char *; letters, digits and . _ - , first a letter or digit */
	PF_YAML_INT,  /* int64_t; decimal digits with an optional sign. min, max: value */
	PF_YAML_DECIMAL, /* double; digits, at most one point, an optional sign; no exponent */
	PF_YAML_BOOL,    /* bool; exactly true or false */
	PF_YAML_ENUM,    /* int; one of `names` */
	PF_YAML_STRUCT,  /* a map with the keys of `fields`, stored in place */
	PF_YAML_LIST,    /* { T *v; size_t n; } of `item`. min, max: number of items */
	PF_YAML_MAP,     /* { E *v; size_t n; }: a map with free keys, in file order; each entry E
			    begins with `const char *key` and has the value at value_at */
};

/* One word of an enum. Several names may share a value: the first is the one documented. */
struct pf_yaml_name {
	const char *name; /* NULL ends the list */
	int value;
};

/* Where something stands in its file. Both 1-based; column in code points; 0 = nowhere. */
struct pf_yaml_place {
	uint32_t line;
	uint32_t column;
};

struct pf_yaml_field;

/*
 * A type. min and max bound what the kind says they bound; both 0 means no
 * bound, except that min alone may be set. Build them with the macros below.
 */
struct pf_yaml_type {
	enum pf_yaml_kind kind;
	size_t size; /* bytes of the C value (of one entry for a map: see entry) */
	double min, max;
	const struct pf_yaml_name *names;   /* ENUM */
	const struct pf_yaml_field *fields; /* STRUCT; the one with name NULL ends them */
	const struct pf_yaml_type *item;    /* LIST, MAP: type of the value */
	size_t entry;                       /* MAP: bytes of one entry */
	size_t value_at;                    /* MAP: where in the entry the value begins */
	size_t place_at;  /* STRUCT: 1 + offset of a struct pf_yaml_place filled with the map's
			     place, or 0 for none */
	bool one_line;    /* TEXT: no line end inside */
	const char *what; /* in messages and docs: "a date constraint"; NULL = by kind */
};

/* A key of a map. */
struct pf_yaml_field {
	const char *name;
	const struct pf_yaml_type *type;
	size_t offset;      /* of the C value in the struct */
	const char *member; /* the same in C's words, for pf_yaml_write_c; NULL: a map whose
			       fields count their offsets from this struct, too */
	bool required;
	size_t has;           /* 1 + offset of a bool set to true when the key is there; 0 = none */
	const char *fallback; /* scalar used when the key is absent; NULL leaves it zeroed */
	const char *doc;      /* one line for the reference */
};

/* PF_YAML_FIELD(struct s, member, "key", &type, PF_YAML_NEED or PF_YAML_MAY, "doc") */
#define PF_YAML_MAY  false
#define PF_YAML_NEED true
#define PF_YAML_FIELD(s, m, key, ty, need, text)                                     \
	{                                                                            \
		.name = (key), .type = (ty), .offset = offsetof(s, m), .member = #m, \
		.required = (need), .doc = (text)                                    \
	}
#define PF_YAML_FIELD_OR(s, m, key, ty, otherwise, text)                             \
	{                                                                            \
		.name = (key), .type = (ty), .offset = offsetof(s, m), .member = #m, \
		.fallback = (otherwise), .doc = (text)                               \
	}
#define PF_YAML_FIELD_HAS(s, m, flag, key, ty, text)                                 \
	{                                                                            \
		.name = (key), .type = (ty), .offset = offsetof(s, m), .member = #m, \
		.has = 1 + offsetof(s, flag), .doc = (text)                          \
	}
#define PF_YAML_END          \
	{                    \
		.name = NULL \
	}
/* The place of a struct's own map: .place_at = PF_YAML_PLACE_AT(struct s, member). */
#define PF_YAML_PLACE_AT(s, member) (1 + offsetof(s, member))

/* Lists every schema needs. Read-only once loaded; memory belongs to the pf_yaml. */
struct pf_yaml_texts {
	const char **v;
	size_t n;
};
struct pf_yaml_text_sets { /* a list of lists of text */
	struct pf_yaml_texts *v;
	size_t n;
};
struct pf_yaml_numbers {
	double *v;
	size_t n;
};

/* Types ready to use. */
extern const struct pf_yaml_type pf_yaml_text, pf_yaml_slug, pf_yaml_decimal, pf_yaml_bool;
extern const struct pf_yaml_type pf_yaml_count; /* INT from 0 */
extern const struct pf_yaml_type pf_yaml_line;  /* TEXT of at least 1 character, in one line */
extern const struct pf_yaml_type pf_yaml_block; /* TEXT of at least 1 character, any lines */
extern const struct pf_yaml_type pf_yaml_texts; /* struct pf_yaml_texts */
extern const struct pf_yaml_type pf_yaml_slugs; /* struct pf_yaml_texts of SLUG */
extern const struct pf_yaml_type pf_yaml_sets;  /* struct pf_yaml_text_sets */
extern const struct pf_yaml_type pf_yaml_pair;  /* struct pf_yaml_numbers of exactly 2 */

/* What is wrong with one or more files, in the order found. A zeroed one is empty and valid. */
struct pf_yaml_errors {
	struct pf_error *v;
	size_t n, cap;
	size_t dropped; /* found after the first PF_YAML_MAX_ERRORS of a file */
};
void pf_yaml_errors_release(struct pf_yaml_errors *errors); /* NULL-safe */
/* Appends a copy. `errors` may be NULL. */
void pf_yaml_errors_add(struct pf_yaml_errors *errors, const struct pf_error *error);
/* Each as pf_error_text with a newline after it, then a line with the number dropped. */
void pf_yaml_errors_text(const struct pf_yaml_errors *errors, struct pf_buf *out);

/* A loaded file: its bytes and the one arena that holds every list and string of the value. */
struct pf_yaml;

/*
 * Reads the file at `path` (at most PF_YAML_MAX_BYTES) by `type`, which is a
 * STRUCT, LIST or MAP, into *value. On success the caller owns *out; the value
 * is valid until pf_yaml_free. On failure *out is NULL, *value is zeroed and
 * *errors (may be NULL) has at least one entry more: PF_ERR_NOT_FOUND,
 * PF_ERR_IO, PF_ERR_TOO_BIG, PF_ERR_SYNTAX (not YAML of the subset) or
 * PF_ERR_INVALID (does not fit the type).
 */
PF_MUST_USE enum pf_status pf_yaml_load(struct pf_yaml **out, const struct pf_yaml_type *type,
					void *value, const char *path,
					struct pf_yaml_errors *errors);
/* The same for text in memory, which is copied; `name` stands for the file in messages. */
PF_MUST_USE enum pf_status pf_yaml_parse(struct pf_yaml **out, const struct pf_yaml_type *type,
					 void *value, const char *name, struct pf_slice text,
					 struct pf_yaml_errors *errors);
void pf_yaml_free(struct pf_yaml *yaml); /* NULL is allowed */

struct pf_slice pf_yaml_source(const struct pf_yaml *yaml); /* the bytes of the file */
/* A line of the file, 1-based, without its end; empty when there is none such. */
struct pf_slice pf_yaml_source_line(const struct pf_yaml *yaml, uint32_t line);

/*
 * For what a schema cannot say (ids that must exist, sums): adds an error at
 * `place` with the file's name and the line; over PF_YAML_MAX_ERRORS of one
 * file it is only counted. Always returns PF_ERR_INVALID.
 */
enum pf_status pf_yaml_refuse(const struct pf_yaml *yaml, struct pf_yaml_place place,
			      struct pf_yaml_errors *errors, const char *fmt, ...) PF_PRINTF(4, 5);

/* Memory that lives as long as the value: for what is derived from it. Zeroed. */
void *pf_yaml_alloc(struct pf_yaml *yaml, size_t size);

/* The name documented for `value`, or "" when there is none. */
const char *pf_yaml_name_of(const struct pf_yaml_name *names, int value);

/*
 * The reference of a type as Markdown: one table (key, type, need, meaning)
 * a struct, depth first, under headings of `level` and deeper.
 */
void pf_yaml_reference(const struct pf_yaml_type *type, const char *title, unsigned level,
		       struct pf_buf *out);

/*
 * The members of a STRUCT's value as C writes them in an initialiser: `.id = "PRB-02", .weight =
 * 2, ...`, those that are zero left out, and maps whose flag (`has`) is not set. Lists may hold
 * scalars only. The text is one line without braces; it holds for static storage.
 */
void pf_yaml_write_c(const struct pf_yaml_type *type, const void *value, struct pf_buf *out);

#endif
