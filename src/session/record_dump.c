/* Records as text, for tests and for who looks into a journal. */
#include <inttypes.h>

#include "record_fields.h"

#define SHOWN_MAX 60 /* bytes of a text in a dump */

static void dump_text(struct pf_buf *out, struct pf_slice text)
{
	size_t end = text.len < SHOWN_MAX ? text.len : SHOWN_MAX;

	pf_buf_byte(out, '"');
	for (size_t i = 0; i < end; i++) {
		unsigned char c = (unsigned char)text.ptr[i];

		if (c == '"' || c == '\\' || c < 0x20 || c == 0x7f)
			pf_buf_printf(out, "\\x%02x", c);
		else
			pf_buf_byte(out, (char)c);
	}
	pf_buf_byte(out, '"');
	if (end < text.len)
		pf_buf_printf(out, "+%zu", text.len - end);
}

static void dump_field(struct pf_buf *out, const void *at, enum pf_field_type type)
{
	switch (type) {
	case PF_FIELD_U32: pf_buf_printf(out, "%" PRIu32, *(const uint32_t *)at); break;
	case PF_FIELD_U64: pf_buf_printf(out, "%" PRIu64, *(const uint64_t *)at); break;
	case PF_FIELD_I64: pf_buf_printf(out, "%" PRId64, *(const int64_t *)at); break;
	case PF_FIELD_F64: pf_buf_printf(out, "%.4g", *(const double *)at); break;
	case PF_FIELD_TEXT:
	case PF_FIELD_LINES: dump_text(out, *(const struct pf_slice *)at); break;
	case PF_FIELD_NONE: break;
	}
}

void pf_record_dump(struct pf_buf *out, const struct pf_record *record)
{
	pf_buf_adds(out, pf_record_kind_name(record->kind));
	for (const struct pf_record_field *f = pf_record_fields(record->kind); f->type; f++) {
		pf_buf_printf(out, " %s=", f->name);
		dump_field(out, (const char *)record + f->offset, f->type);
	}
	pf_buf_byte(out, '\n');
}
