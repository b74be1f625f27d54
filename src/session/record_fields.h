/*
 * record_fields.h - the table of record.h as rows: what codec, dump and tests
 * walk over.
 */
#ifndef PRFAQ_SESSION_RECORD_FIELDS_H
#define PRFAQ_SESSION_RECORD_FIELDS_H

#include <stddef.h>

#include "prfaq/session/record.h"

enum pf_field_type {
	PF_FIELD_NONE, /* ends a list of fields */
	PF_FIELD_U32,
	PF_FIELD_I64,
	PF_FIELD_U64,
	PF_FIELD_F64,
	PF_FIELD_TEXT,
	PF_FIELD_LINES,
};

struct pf_record_field {
	const char *name;
	enum pf_field_type type;
	size_t offset; /* in struct pf_record */
};

#define PF_FIELD_END                   \
	{                              \
		NULL, PF_FIELD_NONE, 0 \
	}

/* Ended by PF_FIELD_NONE; for an unknown kind that alone. */
const struct pf_record_field *pf_record_fields(enum pf_record_kind kind);

#endif
