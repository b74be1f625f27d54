/*
 * What is found in each draft of data/, held against a dump beside it.
 * GENERATE=1 writes the dumps anew: read the difference before it is kept.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "prfaq/base/path.h"
#include "prfaq/parts/parts.h"

struct reading {
	struct pf_doc *doc;
	struct pf_quants quants;
	struct pf_parts parts;
};

static void read_draft(struct reading *r, struct pf_slice text)
{
	memset(r, 0, sizeof(*r));
	assert_int_equal(pf_doc_new(&r->doc, text, NULL), PF_OK);
	pf_quants_scan(&r->quants, pf_doc_text(r->doc), pf_doc_tokens(r->doc));
	pf_parts_find(&r->parts, r->doc, &r->quants);
}

static void release(struct reading *r)
{
	pf_parts_release(&r->parts);
	pf_quants_release(&r->quants);
	pf_doc_free(r->doc);
}

static void check_golden(const char *name)
{
	char path[PF_PATH_MAX], golden[PF_PATH_MAX + 8];
	struct pf_buf text = {0}, want = {0}, got = {0};
	struct reading r;

	pf_path_join(path, PF_TESTS_DIR "/parts/data", name);
	snprintf(golden, sizeof(golden), "%s.parts", path);
	assert_int_equal(pf_file_read(path, PF_DOC_MAX_BYTES, &text, NULL), PF_OK);
	read_draft(&r, pf_buf_view(&text));
	pf_parts_dump(&got, &r.parts, r.doc, &r.quants);
	if (getenv("GENERATE"))
		assert_int_equal(pf_file_write(golden, pf_buf_view(&got), NULL), PF_OK);
	assert_int_equal(pf_file_read(golden, PF_DOC_MAX_BYTES, &want, NULL), PF_OK);
	if (!pf_slice_equal(pf_buf_view(&got), pf_buf_view(&want)))
		print_message("%s\n", name);
	assert_string_equal(pf_buf_cstr(&got), pf_buf_cstr(&want));
	release(&r);
	pf_buf_release(&text);
	pf_buf_release(&want);
	pf_buf_release(&got);
}

static void test_goldens(void **state)
{
	static const char *const suffixes[] = {".md", ".txt"};
	size_t n = 0;

	(void)state;
	for (size_t s = 0; s < 2; s++) {
		struct pf_names names = {0};

		assert_int_equal(
			pf_path_list(PF_TESTS_DIR "/parts/data", suffixes[s], &names, NULL), PF_OK);
		for (size_t i = 0; i < names.n; i++, n++)
			check_golden(names.v[i]);
		pf_names_release(&names);
	}
	assert_true(n >= 15);
}

static void test_names(void **state)
{
	(void)state;
	for (int i = 0; i < PF_PART_COUNT; i++)
		assert_int_equal(pf_part_find(pf_slice_of(pf_part_name((enum pf_part_id)i))), i);
	assert_int_equal(pf_part_find(PF_SLICE("metric")), PF_PART_METRICS);
	assert_int_equal(pf_part_find(PF_SLICE("Customer benefit")), PF_PART_BENEFITS);
	assert_int_equal(pf_part_find(PF_SLICE("nothing")), PF_PART_COUNT);
	assert_string_equal(pf_tier_name(PF_TIER_LEADING), "leading");
	assert_string_equal(pf_tier_name(PF_TIER_NONE), "");
}

static void test_at(void **state)
{
	struct pf_slice text = PF_SLICE("# Problem\n\nIt hurts.\n\n# FAQ\n\nQ: Why?\nA: So.\n");
	struct reading r;

	(void)state;
	read_draft(&r, text);
	assert_int_equal(pf_parts_at(&r.parts, 3), PF_PART_PROBLEM);
	assert_int_equal(pf_parts_at(&r.parts, 12), PF_PART_PROBLEM);
	assert_int_equal(pf_parts_at(&r.parts, 0), PF_PART_OTHER);
	assert_int_equal(pf_parts_at(&r.parts, 33), PF_PART_FAQ);
	assert_non_null(pf_parts_get(&r.parts, PF_PART_FAQ));
	assert_null(pf_parts_get(&r.parts, PF_PART_METRICS));
	release(&r);
}

/* Every skeleton that is shipped is an unfilled template. */
static void test_skeletons(void **state)
{
	static const char *const names[] = {"article.md", "canonical.md"};

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		char path[PF_PATH_MAX];
		struct pf_buf text = {0};
		struct reading r;

		pf_path_join(path, PF_ROOT_DIR "/templates", names[i]);
		assert_int_equal(pf_file_read(path, PF_DOC_MAX_BYTES, &text, NULL), PF_OK);
		read_draft(&r, pf_buf_view(&text));
		assert_int_equal(r.parts.shape, PF_SHAPE_TEMPLATE);
		release(&r);
		pf_buf_release(&text);
	}
}

static void test_empty(void **state)
{
	static const char *const texts[] = {"", "\n\n", "#", "?", "Q:", "**", "- ", "|"};

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		struct reading r;

		read_draft(&r, pf_slice_of(texts[i]));
		assert_int_equal(r.parts.shape, PF_SHAPE_NONE);
		assert_int_equal(r.parts.pairs.n, 0);
		assert_true(r.parts.shape_reason[0] != '\0');
		release(&r);
	}
	pf_parts_release(&(struct pf_parts){0});
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_goldens), cmocka_unit_test(test_names),
		cmocka_unit_test(test_at),      cmocka_unit_test(test_skeletons),
		cmocka_unit_test(test_empty),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
