/*
 * Hostile journals. The first byte chooses: an even one takes the rest as one
 * body straight from a damaged disk; an odd one builds records field by field,
 * with a right checksum, and folds them: they must round-trip, never crash and
 * never leave a fold that cannot be read, dumped or timed.
 */
#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "../../src/session/fold_impl.h"
#include "../../src/session/record_fields.h"
#include "fold_dump.h"
#include "prfaq/session/clock.h"

struct input {
	const uint8_t *p;
	size_t n;
};

static uint64_t take(struct input *in, size_t bytes)
{
	uint64_t value = 0;

	for (size_t i = 0; i < bytes && in->n; i++, in->p++, in->n--)
		value |= (uint64_t)*in->p << (8 * i);
	return value;
}

/* Small numbers are the interesting ones, but not the only ones. */
static uint64_t number(struct input *in)
{
	uint64_t first = take(in, 1);

	return first < 0xfc ? first : take(in, first == 0xff ? 8 : 4);
}

static void fill(struct input *in, struct pf_record *r)
{
	for (const struct pf_record_field *f = pf_record_fields(r->kind); f->type; f++) {
		void *at = (char *)r + f->offset;
		size_t len;

		switch (f->type) {
		case PF_FIELD_U32: *(uint32_t *)at = (uint32_t)number(in); break;
		case PF_FIELD_U64: *(uint64_t *)at = number(in); break;
		case PF_FIELD_I64: *(int64_t *)at = (int64_t)number(in); break;
		case PF_FIELD_F64: *(double *)at = (double)(int64_t)number(in) / 2; break;
		default:
			len = number(in) % 64;
			len = len < in->n ? len : in->n;
			*(struct pf_slice *)at = pf_slice_make((const char *)in->p, len);
			in->p += len;
			in->n -= len;
			break;
		}
	}
}

static void read_all(const struct pf_fold *fold, const struct pf_now *now)
{
	struct pf_buf dump = {0};
	char line[160];

	fold_dump(fold, &dump);
	(void)pf_clock_read(fold, now);
	(void)pf_clock_carry(fold, now);
	(void)pf_clock_after_reopen(fold, now, line);
	(void)pf_fold_draft_at_bell(fold);
	(void)pf_fold_open_probe(fold);
	pf_buf_release(&dump);
}

static void fold_built(struct input in)
{
	struct pf_fold *fold = pf_fold_new();
	struct pf_now now = {1000, 1000, 1000, "a"};

	while (in.n) {
		struct pf_record r = {.kind = take(&in, 1) % PF_RECORD_KIND_COUNT}, back;
		struct pf_buf body = {0};

		if (r.kind == PF_RECORD_NONE)
			continue;
		now.utc =
			(int64_t)((uint64_t)now.utc + number(&in)); /* any clock, set to any time */
		now.monotonic += (int64_t)(take(&in, 1));
		now.boottime = now.monotonic + (int64_t)take(&in, 1);
		now.boot_id[0] = (char)('a' + take(&in, 1) % 2);
		r.now = now;
		fill(&in, &r);
		pf_record_encode(&body, &r, fold->last_now.boot_id);
		assert(pf_record_decode(&back, (uint8_t)r.kind, pf_buf_view(&body), NULL) == PF_OK);
		(void)!pf_fold_apply_bytes(fold, (uint8_t)r.kind, pf_buf_view(&body), NULL);
		pf_buf_release(&body);
	}
	now.utc %= PF_FOLD_TIME_MAX; /* who reads has a clock that is set */
	read_all(fold, &now);
	pf_fold_free(fold);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct pf_record r;

	if (size < 2)
		return 0;
	if (data[0] % 2)
		fold_built((struct input){data + 1, size - 1});
	else
		(void)!pf_record_decode(&r, data[1],
					pf_slice_make((const char *)data + 2, size - 2), NULL);
	return 0;
}
