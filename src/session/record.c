#include "prfaq/session/record.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "record_fields.h"

#define FIELD(kind, type, field) \
	{#field, PF_FIELD_##type, offsetof(struct pf_record, u.kind.field)},
#define FIELDS(id, name, text)                                                               \
	static const struct pf_record_field fields_##name[] = {PF_FIELDS_##name(FIELD, name) \
								       PF_FIELD_END};
PF_RECORD_KINDS(FIELDS)

static const struct pf_record_field fields_none[] = {PF_FIELD_END};

#define KIND_ROW(id, name, text) [PF_RECORD_##id] = {text, fields_##name},
static const struct {
	const char *name;
	const struct pf_record_field *fields;
} kinds[PF_RECORD_KIND_COUNT] = {[PF_RECORD_NONE] = {"?", fields_none}, PF_RECORD_KINDS(KIND_ROW)};

const struct pf_record_field *pf_record_fields(enum pf_record_kind kind)
{
	return kind < PF_RECORD_KIND_COUNT ? kinds[kind].fields : fields_none;
}

const char *pf_record_kind_name(enum pf_record_kind kind)
{
	return kind < PF_RECORD_KIND_COUNT ? kinds[kind].name : kinds[PF_RECORD_NONE].name;
}

struct pf_slice pf_outbox_body(const struct pf_outbox *outbox, size_t i)
{
	assert(i < outbox->n);
	return pf_slice_cut(pf_buf_view(&outbox->bytes), outbox->v[i].begin, outbox->v[i].end);
}

void pf_outbox_clear(struct pf_outbox *outbox)
{
	outbox->n = 0;
	pf_buf_clear(&outbox->bytes);
}

void pf_outbox_release(struct pf_outbox *outbox)
{
	free(outbox->v);
	pf_buf_release(&outbox->bytes);
	memset(outbox, 0, sizeof(*outbox));
}
