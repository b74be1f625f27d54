/* The codec: what goes in comes out, and nothing else does. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../../src/session/record_fields.h"
#include "prfaq/base/rng.h"

static const char *const texts[] = {"", "a", "Who is the customer?", "\0nul\xff\xfe", "Grüße ☃"};
static const size_t lens[] = {0, 1, 20, 6, 10};
static const int64_t extremes[] = {0, 1, -1, 127, 128, INT64_MAX, INT64_MIN, 1700000000000};

static void fill(struct pf_record *r, struct pf_rng *rng)
{
	for (const struct pf_record_field *f = pf_record_fields(r->kind); f->type; f++) {
		void *at = (char *)r + f->offset;
		uint32_t t = pf_rng_below(rng, 5);
		int64_t n = extremes[pf_rng_below(rng, 8)];

		switch (f->type) {
		case PF_FIELD_U32: *(uint32_t *)at = (uint32_t)n; break;
		case PF_FIELD_I64: *(int64_t *)at = n; break;
		case PF_FIELD_U64: *(uint64_t *)at = (uint64_t)n; break;
		case PF_FIELD_F64: *(double *)at = (double)n / 3; break;
		default: *(struct pf_slice *)at = pf_slice_make(texts[t], lens[t]); break;
		}
	}
}

static void assert_same(const struct pf_record *a, const struct pf_record *b)
{
	struct pf_buf x = {0}, y = {0};

	assert_int_equal(a->kind, b->kind);
	assert_int_equal(a->now.utc, b->now.utc);
	assert_int_equal(a->now.boottime, b->now.boottime);
	assert_int_equal(a->now.monotonic, b->now.monotonic);
	for (const struct pf_record_field *f = pf_record_fields(a->kind); f->type; f++) {
		const void *p = (const char *)a + f->offset, *q = (const char *)b + f->offset;

		if (f->type == PF_FIELD_TEXT || f->type == PF_FIELD_LINES)
			assert_true(pf_slice_equal(*(const struct pf_slice *)p,
						   *(const struct pf_slice *)q));
		else if (f->type == PF_FIELD_U32)
			assert_memory_equal(p, q, 4);
		else
			assert_memory_equal(p, q, 8);
	}
	pf_record_dump(&x, a);
	pf_record_dump(&y, b);
	assert_string_equal(pf_buf_cstr(&x), pf_buf_cstr(&y));
	pf_buf_release(&x);
	pf_buf_release(&y);
}

static void test_round_trip(void **state)
{
	struct pf_rng rng = {7};

	(void)state;
	for (int round = 0; round < 60; round++)
		for (int kind = 1; kind < PF_RECORD_KIND_COUNT; kind++) {
			struct pf_record in = {.kind = kind}, out;
			struct pf_buf buf = {0};

			in.now = (struct pf_now){extremes[round % 8], extremes[(round + 3) % 8],
						 extremes[(round + 5) % 8], "boot-1"};
			fill(&in, &rng);
			pf_record_encode(&buf, &in, round % 2 ? "boot-1" : "boot-0");
			assert_int_equal(
				pf_record_decode(&out, (uint8_t)kind, pf_buf_view(&buf), NULL),
				PF_OK);
			assert_same(&in, &out);
			assert_string_equal(out.now.boot_id, round % 2 ? "" : "boot-1");
			pf_buf_release(&buf);
		}
}

/* One byte changed or cut off anywhere is noticed: that is what the checksum is for. */
static void test_damage_is_noticed(void **state)
{
	struct pf_record r = {.kind = PF_RECORD_EDIT}, out;
	struct pf_buf buf = {0};

	(void)state;
	r.u.edit.inserted = PF_SLICE("the 61-minute line");
	r.u.edit.group = 3;
	pf_record_encode(&buf, &r, "");
	for (size_t i = 0; i < buf.len; i++) {
		struct pf_error err = {0};

		buf.ptr[i] ^= 0x20;
		assert_int_equal(pf_record_decode(&out, PF_RECORD_EDIT, pf_buf_view(&buf), &err),
				 PF_ERR_DAMAGED);
		assert_true(err.message[0] != '\0');
		assert_int_equal(out.kind, PF_RECORD_NONE);
		buf.ptr[i] ^= 0x20;
		assert_int_equal(
			pf_record_decode(&out, PF_RECORD_EDIT, pf_slice_make(buf.ptr, i), NULL),
			PF_ERR_DAMAGED);
	}
	assert_int_equal(pf_record_decode(&out, PF_RECORD_ASK, pf_buf_view(&buf), NULL),
			 PF_ERR_DAMAGED);
	assert_int_equal(pf_record_decode(&out, PF_RECORD_EDIT, pf_buf_view(&buf), NULL), PF_OK);
	pf_buf_release(&buf);
}

/* A key typed must stay cheap: the journal of an hour is a few hundred kilobytes. */
static void test_a_key_is_small(void **state)
{
	struct pf_record r = {.kind = PF_RECORD_EDIT};
	struct pf_buf buf = {0};

	(void)state;
	r.now = (struct pf_now){1795491821000, 86400000, 86400000, "b"};
	r.u.edit = (struct pf_record_edit){PF_PANE_DRAFT, 2000, 0, PF_SLICE("x"), 700, 0};
	pf_record_encode(&buf, &r, "b");
	assert_in_range(buf.len, 1, 40);
	pf_buf_release(&buf);
}

static void test_names(void **state)
{
	(void)state;
	assert_string_equal(pf_record_kind_name(PF_RECORD_FOLLOW_UP), "follow-up");
	assert_string_equal(pf_record_kind_name((enum pf_record_kind)99), "?");
	/* Numbers are in every journal: they may never move. */
	assert_int_equal(PF_RECORD_BEGIN, 1);
	assert_int_equal(PF_RECORD_EDIT, 4);
	assert_int_equal(PF_RECORD_DONE, 23);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_round_trip),
		cmocka_unit_test(test_damage_is_noticed),
		cmocka_unit_test(test_a_key_is_small),
		cmocka_unit_test(test_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
