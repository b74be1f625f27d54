#include "scratch.h"

#include "prfaq/base/mem.h"
#include "prfaq/store/draft.h"

static void put_draft(struct pf_store *store, const char *id, struct pf_slice text)
{
	struct pf_error err = {0};

	pf_journal_close(open_journal(store, id));
	ok(pf_draft_put(store, id, text, &err), &err);
}

static void a_draft_is_kept_byte_for_byte(void **state)
{
	static const char bytes[] = "# T\0itle\xff\xfe \x1b[31m\u202e\r\n";
	struct pf_slice text = {bytes, sizeof(bytes)};
	struct pf_store *store = open_store(*state);
	struct pf_buf got = {0};
	struct pf_error err = {0};

	put_draft(store, "a", text);
	ok(pf_draft_get(store, "a", &got, &err), &err);
	assert_true(pf_slice_equal(pf_buf_view(&got), text));
	put_draft(store, "a", PF_SLICE("")); /* replaced, and an empty draft is a draft */
	ok(pf_draft_get(store, "a", &got, &err), &err);
	assert_int_equal(got.len, text.len);
	pf_journal_close(open_journal(store, "b"));
	assert_int_equal(pf_draft_get(store, "b", &got, &err), PF_ERR_NOT_FOUND);
	assert_int_equal(pf_draft_put(store, "c", text, &err), PF_ERR_NOT_FOUND);
	pf_buf_release(&got);
	pf_store_close(store);
}

static struct pf_draft_hits search(struct pf_store *store, const char *words)
{
	struct pf_draft_hits hits = {0};
	struct pf_error err = {0};

	ok(pf_draft_search(store, pf_slice_of(words), 0, &hits, &err), &err);
	return hits;
}

static void assert_found(struct pf_store *store, const char *words, size_t n)
{
	struct pf_draft_hits hits = search(store, words);

	if (hits.n != n)
		fail_msg("\"%s\" found %zu drafts, not %zu", words, hits.n, n);
	pf_draft_hits_release(&hits);
}

static void finds_by_words(void **state)
{
	struct pf_store *store = open_store(*state);

	put_draft(store, "a", PF_SLICE("The nurse measures waiting times in the caf\u00e9."));
	put_draft(store, "b", PF_SLICE("Waiting is measured by nobody; retention falls."));
	assert_found(store, "measure", 2); /* by stem */
	assert_found(store, "WAITING times", 1);
	assert_found(store, "cafe", 1);
	assert_found(store, "reten", 1); /* the last word is a beginning */
	assert_found(store, "reten falls", 0);
	assert_found(store, "\"waiting times\"", 1);
	assert_found(store, "\"times waiting\"", 0);
	assert_found(store, "elephant", 0);
	put_draft(store, "a", PF_SLICE("rewritten"));
	assert_found(store, "nurse", 0); /* what was replaced is not found */
	assert_found(store, "rewritten", 1);
	pf_store_close(store);
}

static void nothing_typed_is_an_error(void **state)
{
	static const char *const typed[] = {
		"",    " ",       "\"",       "\"\"",         "*",        "a*",          "(a OR b",
		"AND", "NOT",     "body:",    "NEAR(a b)",    "a\"b",     "' OR 1=1 --", "-a",
		"^a",  "{a b}:c", "\xff\xfe", "\x01\x02\x03", "\u202e a", "\"a\" \"",    "a + b",
	};
	struct pf_store *store = open_store(*state);

	put_draft(store, "a", PF_SLICE("word"));
	for (size_t i = 0; i < sizeof(typed) / sizeof(*typed); i++)
		assert_found(store, typed[i], 0);
	assert_found(store, "word \"", 1);
	assert_found(store, "\"word", 1);
	assert_found(store, "* word ?", 1);
	pf_store_close(store);
}

static void snippets_mark_what_was_found(void **state)
{
	struct pf_store *store = open_store(*state);
	struct pf_draft_hits hits;
	struct pf_slice snippet;

	put_draft(store, "a",
		  PF_SLICE("# Heading\n\nSome \x1b[31mred\x02\x03 words\nand the target word."));
	hits = search(store, "target words");
	assert_int_equal(hits.n, 1);
	snippet = pf_slice_of(hits.v[0].snippet);
	for (size_t i = 0; i < snippet.len; i++)
		assert_true((unsigned char)snippet.ptr[i] >= 0x20);
	assert_int_equal(hits.v[0].n_marks, 3);
	assert_true(pf_slice_is(pf_slice_range(snippet, hits.v[0].marks[0]), "words"));
	assert_true(pf_slice_is(pf_slice_range(snippet, hits.v[0].marks[1]), "target"));
	assert_true(pf_slice_is(pf_slice_range(snippet, hits.v[0].marks[2]), "word"));
	pf_draft_hits_release(&hits);
	pf_store_close(store);
}

static void marks_stay_inside_a_cut_snippet(void **state)
{
	struct pf_store *store = open_store(*state);
	struct pf_buf text = {0};
	struct pf_draft_hits hits;

	for (int i = 0; i < 20; i++)
		pf_buf_adds(&text, "word\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9 ");
	put_draft(store, "a", pf_buf_view(&text));
	hits = search(store, "word");
	assert_int_equal(hits.n, 1);
	assert_int_equal(hits.v[0].n_marks, 8);
	for (size_t i = 0; i < hits.v[0].n_marks; i++) {
		assert_true(hits.v[0].marks[i].begin < hits.v[0].marks[i].end);
		assert_true(hits.v[0].marks[i].end <= strlen(hits.v[0].snippet));
	}
	pf_draft_hits_release(&hits);
	pf_buf_release(&text);
	pf_store_close(store);
}

static void the_largest_draft_is_kept(void **state)
{
	struct pf_store *store = open_store(*state);
	struct pf_buf text = {0}, got = {0};
	struct pf_error err = {0};

	while (text.len < 16u << 20)
		pf_buf_printf(&text, "line %zu of a very long draft\n", text.len);
	put_draft(store, "a", pf_buf_view(&text));
	ok(pf_draft_get(store, "a", &got, &err), &err);
	assert_true(pf_slice_equal(pf_buf_view(&got), pf_buf_view(&text)));
	assert_found(store, "\"very long draft\"", 1);
	pf_buf_release(&text);
	pf_buf_release(&got);
	pf_store_close(store);
}

static void the_number_of_hits_is_limited(void **state)
{
	struct pf_store *store = open_store(*state);
	struct pf_draft_hits hits = {0};
	struct pf_error err = {0};
	char id[16];

	for (int i = 0; i < 60; i++) {
		snprintf(id, sizeof(id), "id-%d", i);
		put_draft(store, id, PF_SLICE("the same words"));
	}
	assert_found(store, "same", 50);
	ok(pf_draft_search(store, PF_SLICE("same"), 3, &hits, &err), &err);
	assert_int_equal(hits.n, 3);
	assert_string_equal(hits.v[0].attempt.id, "id-59"); /* equals: the newest first */
	pf_draft_hits_release(&hits);
	pf_store_close(store);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(a_draft_is_kept_byte_for_byte),
		STORE_TEST(finds_by_words),
		STORE_TEST(nothing_typed_is_an_error),
		STORE_TEST(snippets_mark_what_was_found),
		STORE_TEST(marks_stay_inside_a_cut_snippet),
		STORE_TEST(the_largest_draft_is_kept),
		STORE_TEST(the_number_of_hits_is_limited),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
