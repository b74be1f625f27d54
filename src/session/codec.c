/*
 * A body is: version, flags, three clocks, the boot id if it changed, the
 * fields in the order of the table, and a CRC-32 over the kind and all before.
 * Integers are varints of 7 bits (signed ones zigzag), a double its 8 bytes,
 * little-endian; a text has its length before it.
 *
 * A body of an older version may end early, at a field's edge: the fields that
 * were added since are zero. So fields are only ever added at the end.
 */
#include <assert.h>
#include <string.h>

#include "record_fields.h"

#define FLAG_BOOT 1u
#define CRC_BYTES 4

/* A CRC catches every burst up to 32 bits, which is how storage goes wrong. */
static uint32_t crc32(uint32_t crc, const void *bytes, size_t len)
{
	static const uint32_t nibble[16] = {
		0x00000000, 0x1db71064, 0x3b6e20c8, 0x26d930ac, 0x76dc4190, 0x6b6b51f4,
		0x4db26158, 0x5005713c, 0xedb88320, 0xf00f9344, 0xd6d6a3e8, 0xcb61b38c,
		0x9b64c2b0, 0x86d3d2d4, 0xa00ae278, 0xbdbdf21c,
	};
	const unsigned char *p = bytes;

	crc = ~crc;
	for (size_t i = 0; i < len; i++) {
		crc = nibble[(crc ^ p[i]) & 15] ^ (crc >> 4);
		crc = nibble[(crc ^ (uint32_t)(p[i] >> 4)) & 15] ^ (crc >> 4);
	}
	return ~crc;
}

static uint32_t checksum(uint8_t kind, const char *bytes, size_t len)
{
	return crc32(crc32(0, &kind, 1), bytes, len);
}

static void put_varint(struct pf_buf *out, uint64_t value)
{
	while (value >= 0x80) {
		pf_buf_byte(out, (char)(unsigned char)(value | 0x80));
		value >>= 7;
	}
	pf_buf_byte(out, (char)(unsigned char)value);
}

static void put_signed(struct pf_buf *out, int64_t value)
{
	uint64_t bits = (uint64_t)value;

	put_varint(out, value < 0 ? ~(bits << 1) : bits << 1);
}

static void put_text(struct pf_buf *out, struct pf_slice text)
{
	put_varint(out, text.len);
	pf_buf_slice(out, text);
}

static void put_fixed(struct pf_buf *out, uint64_t bits, size_t bytes)
{
	for (size_t i = 0; i < bytes; i++)
		pf_buf_byte(out, (char)(unsigned char)(bits >> (8 * i)));
}

static void put_field(struct pf_buf *out, const void *at, enum pf_field_type type)
{
	uint64_t bits;

	switch (type) {
	case PF_FIELD_U32: put_varint(out, *(const uint32_t *)at); break;
	case PF_FIELD_U64: put_varint(out, *(const uint64_t *)at); break;
	case PF_FIELD_I64: put_signed(out, *(const int64_t *)at); break;
	case PF_FIELD_F64:
		memcpy(&bits, at, sizeof(bits));
		put_fixed(out, bits, sizeof(bits));
		break;
	case PF_FIELD_TEXT:
	case PF_FIELD_LINES: put_text(out, *(const struct pf_slice *)at); break;
	case PF_FIELD_NONE: break;
	}
}

void pf_record_encode(struct pf_buf *out, const struct pf_record *record, const char *last_boot)
{
	const char *boot = record->now.boot_id;
	bool new_boot = boot[0] != '\0' && strcmp(boot, last_boot) != 0;
	size_t begin = out->len;

	assert(record->kind > PF_RECORD_NONE && record->kind < PF_RECORD_KIND_COUNT);
	put_varint(out, PF_RECORD_VERSION);
	put_varint(out, new_boot ? FLAG_BOOT : 0);
	put_signed(out, record->now.utc);
	put_signed(out, record->now.boottime);
	put_signed(out, record->now.monotonic);
	if (new_boot)
		put_text(out, pf_slice_of(boot));
	for (const struct pf_record_field *f = pf_record_fields(record->kind); f->type; f++)
		put_field(out, (const char *)record + f->offset, f->type);
	put_fixed(out, checksum((uint8_t)record->kind, out->ptr + begin, out->len - begin),
		  CRC_BYTES);
}

/* What is left to read; `bad` once anything did not fit, and then nothing more is read. */
struct reader {
	struct pf_slice rest;
	bool bad;
};

static uint64_t get_varint(struct reader *r)
{
	uint64_t value = 0;

	for (unsigned shift = 0; shift < 64; shift += 7) {
		unsigned char byte;

		if (r->bad || r->rest.len == 0)
			break;
		byte = (unsigned char)r->rest.ptr[0];
		r->rest = pf_slice_cut(r->rest, 1, r->rest.len);
		if (shift == 63 && byte > 1)
			break;
		value |= (uint64_t)(byte & 0x7f) << shift;
		if (byte < 0x80)
			return value;
	}
	r->bad = true;
	return 0;
}

static int64_t get_signed(struct reader *r)
{
	uint64_t bits = get_varint(r);

	return (int64_t)(bits & 1 ? ~(bits >> 1) : bits >> 1);
}

static struct pf_slice get_text(struct reader *r)
{
	uint64_t len = get_varint(r);
	struct pf_slice text = {NULL, 0};

	if (r->bad || len > r->rest.len) {
		r->bad = true;
		return text;
	}
	text = pf_slice_cut(r->rest, 0, (size_t)len);
	r->rest = pf_slice_cut(r->rest, (size_t)len, r->rest.len);
	return text;
}

static uint64_t get_fixed(struct reader *r, size_t bytes)
{
	uint64_t bits = 0;

	if (r->bad || r->rest.len < bytes) {
		r->bad = true;
		return 0;
	}
	for (size_t i = 0; i < bytes; i++)
		bits |= (uint64_t)(unsigned char)r->rest.ptr[i] << (8 * i);
	r->rest = pf_slice_cut(r->rest, bytes, r->rest.len);
	return bits;
}

static void get_field(struct reader *r, void *at, enum pf_field_type type)
{
	uint64_t bits;

	switch (type) {
	case PF_FIELD_U32:
		bits = get_varint(r);
		r->bad |= bits > UINT32_MAX;
		*(uint32_t *)at = (uint32_t)bits;
		break;
	case PF_FIELD_U64: *(uint64_t *)at = get_varint(r); break;
	case PF_FIELD_I64: *(int64_t *)at = get_signed(r); break;
	case PF_FIELD_F64:
		bits = get_fixed(r, sizeof(bits));
		memcpy(at, &bits, sizeof(bits));
		/* A score that is no number would poison every comparison after it. */
		r->bad |= *(double *)at != *(double *)at;
		break;
	case PF_FIELD_TEXT:
	case PF_FIELD_LINES: *(struct pf_slice *)at = get_text(r); break;
	case PF_FIELD_NONE: break;
	}
}

static void get_now(struct reader *r, struct pf_now *now)
{
	uint64_t flags = get_varint(r);
	struct pf_slice boot;

	now->utc = get_signed(r);
	now->boottime = get_signed(r);
	now->monotonic = get_signed(r);
	r->bad |= flags > FLAG_BOOT;
	if (r->bad || flags != FLAG_BOOT)
		return;
	boot = get_text(r);
	now->boot_id[0] = '\0';
	if (!boot.len)
		return;
	if (boot.len >= sizeof(now->boot_id) || memchr(boot.ptr, 0, boot.len)) {
		r->bad = true;
		return;
	}
	memcpy(now->boot_id, boot.ptr, boot.len);
	now->boot_id[boot.len] = '\0';
}

static enum pf_status damaged(struct pf_record *out, uint8_t kind, const char *what,
			      struct pf_error *err)
{
	memset(out, 0, sizeof(*out));
	return pf_error_set(err, PF_ERR_DAMAGED, "a record of kind %s is damaged: %s",
			    pf_record_kind_name(kind), what);
}

enum pf_status pf_record_decode(struct pf_record *out, uint8_t kind, struct pf_slice body,
				struct pf_error *err)
{
	struct reader r = {body, false};
	struct reader crc;
	uint64_t version;

	memset(out, 0, sizeof(*out));
	if (kind == PF_RECORD_NONE)
		return damaged(out, kind, "it has no kind", err);
	if (body.len <= CRC_BYTES || body.len > PF_RECORD_MAX)
		return damaged(out, kind, "its length cannot be", err);
	r.rest = pf_slice_cut(body, 0, body.len - CRC_BYTES);
	crc = (struct reader){pf_slice_cut(body, r.rest.len, body.len), false};
	if (get_fixed(&crc, CRC_BYTES) != checksum(kind, r.rest.ptr, r.rest.len))
		return damaged(out, kind, "its checksum is wrong", err);
	version = get_varint(&r);
	if (version > PF_RECORD_VERSION || kind >= PF_RECORD_KIND_COUNT)
		return pf_error_set(err, PF_ERR_INVALID,
				    "this attempt was written by a newer prfaq (kind %u, version "
				    "%u); this one reads up to version %d",
				    kind, (unsigned)version, PF_RECORD_VERSION);
	out->kind = (enum pf_record_kind)kind;
	get_now(&r, &out->now);
	for (const struct pf_record_field *f = pf_record_fields(out->kind); f->type; f++) {
		if (!r.bad && r.rest.len == 0 && version < PF_RECORD_VERSION)
			break;
		get_field(&r, (char *)out + f->offset, f->type);
	}
	if (version == 0 || r.bad || r.rest.len != 0)
		return damaged(out, kind, "its fields do not fill it", err);
	return PF_OK;
}
