#include "scratch.h"

#include "prfaq/store/draft.h"

/* A full summary, different in every field. */
static struct pf_attempt sample(const char *id)
{
	struct pf_attempt a;

	pf_attempt_init(&a);
	PF_ATTEMPT_SET(a.id, pf_slice_of(id));
	a.state = PF_ATTEMPT_DONE;
	a.started = 1795406400000;
	a.ended = 1795411800000;
	PF_ATTEMPT_SET(a.prompt, PF_SLICE("watch-party"));
	PF_ATTEMPT_SET(a.title, PF_SLICE("Watch Party"));
	PF_ATTEMPT_SET(a.plan, PF_SLICE("interview"));
	PF_ATTEMPT_SET(a.section, PF_SLICE("metrics"));
	PF_ATTEMPT_SET(a.role, PF_SLICE("tpm"));
	PF_ATTEMPT_SET(a.level, PF_SLICE("L6"));
	PF_ATTEMPT_SET(a.mode, PF_SLICE("strict"));
	a.minutes = 88;
	a.words = 612;
	a.score_bell = 0;
	a.score_final = 74;
	PF_ATTEMPT_SET(a.votes, PF_SLICE("customer NO, execution YES, data NO"));
	PF_ATTEMPT_SET(a.next_step, PF_SLICE("Say what the number was before."));
	PF_ATTEMPT_SET(a.rubric_hash, PF_SLICE("0123456789abcdef"));
	return a;
}

static void put(struct pf_store *store, const struct pf_attempt *a)
{
	struct pf_error err = {0};

	ok(pf_attempt_put(store, a, &err), &err);
}

static void a_summary_comes_back_whole(void **state)
{
	struct pf_store *store = open_store(*state);
	struct pf_attempt a = sample(ID), b;
	struct pf_error err = {0};

	put(store, &a);
	ok(pf_attempt_get(store, ID, &b, &err), &err);
	assert_memory_equal(&a, &b, sizeof(a));

	a.score_bell = PF_SCORE_NONE;
	a.words = 5;
	put(store, &a);
	ok(pf_attempt_get(store, ID, &b, &err), &err);
	assert_memory_equal(&a, &b, sizeof(a));

	a.score_final = 1400; /* no score at all */
	put(store, &a);
	ok(pf_attempt_get(store, ID, &b, &err), &err);
	assert_int_equal(b.score_final, PF_SCORE_NONE);
	pf_store_close(store);
}

static void a_summary_is_put_over_what_the_journal_made(void **state)
{
	struct pf_store *store = open_store(*state);
	struct pf_journal *journal = open_journal(store, ID);
	struct pf_attempt a = sample(ID), b;
	struct pf_error err = {0};

	ok(pf_attempt_get(store, ID, &b, &err), &err);
	assert_int_equal(b.state, PF_ATTEMPT_OPEN); /* the journal made it */
	assert_int_equal(b.score_final, PF_SCORE_NONE);
	append(journal, 1, 1795406400500, "x");
	append(journal, 1, 1795406407000, "y");
	put(store, &a); /* the summary is put over it, the records stay */
	ok(pf_attempt_get(store, ID, &b, &err), &err);
	assert_int_equal(b.score_final, 74);
	pf_journal_close(journal);
	pf_store_close(store);
}

static void long_texts_are_cut_between_code_points(void **state)
{
	char field[8];

	(void)state;
	PF_ATTEMPT_SET(field, PF_SLICE("abcdefghij"));
	assert_string_equal(field, "abcdefg");
	PF_ATTEMPT_SET(field, PF_SLICE("abcdef\u00e9x"));
	assert_string_equal(field, "abcdef");
	PF_ATTEMPT_SET(field, PF_SLICE("abcde\u00e9"));
	assert_string_equal(field, "abcde\u00e9");
	PF_ATTEMPT_SET(field, PF_SLICE("ab\0cd"));
	assert_string_equal(field, "ab");
	PF_ATTEMPT_SET(field, pf_slice_of(NULL));
	assert_string_equal(field, "");
}

static void ids_are_names_of_files(void **state)
{
	static const char *const bad[] = {"",    "../etc",   "a/b",
					  "-x",  "A",        "a b",
					  "a.b", "\xc3\xa9", "0123456789012345678901234567890123"};
	struct pf_store *store = open_store(*state);
	struct pf_attempt a = sample(ID);
	struct pf_journal *journal;

	assert_true(pf_attempt_id_valid(ID));
	assert_true(pf_attempt_id_valid("0123456789012345678901234567890"));
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
		assert_false(pf_attempt_id_valid(bad[i]));
		assert_int_equal(pf_journal_open(&journal, store, bad[i], NULL), PF_ERR_INVALID);
		PF_ATTEMPT_SET(a.id, pf_slice_of(bad[i]));
		if (strlen(bad[i]) < sizeof(a.id))
			assert_int_equal(pf_attempt_put(store, &a, NULL), PF_ERR_INVALID);
	}
	pf_store_close(store);
}

/* Four attempts: id, started, state, prompt, score. */
static void put_four(struct pf_store *store)
{
	static const struct {
		const char *id, *prompt;
		int64_t started;
		enum pf_attempt_state state;
		int32_t score;
	} rows[] = {
		{"20261101-aaaaa", "watch-party", 100, PF_ATTEMPT_DONE, 60},
		{"20261102-bbbbb", "clinic", 200, PF_ATTEMPT_OPEN, PF_SCORE_NONE},
		{"20261102-ccccc", "watch-party", 300, PF_ATTEMPT_DONE, 81},
		{"20261104-aaaab", "clinic", 400, PF_ATTEMPT_OPEN, 12},
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct pf_attempt a = sample(rows[i].id);

		PF_ATTEMPT_SET(a.prompt, pf_slice_of(rows[i].prompt));
		a.started = rows[i].started;
		a.state = rows[i].state;
		a.score_final = rows[i].score;
		put(store, &a);
	}
}

/* The last letter of each id, in order. */
static void assert_listed(struct pf_store *store, enum pf_attempt_which which, uint32_t limit,
			  const char *want)
{
	struct pf_attempt_list list = {0};
	struct pf_error err = {0};
	char got[16] = "";

	ok(pf_attempt_query(store, which, limit, &list, &err), &err);
	for (size_t i = 0; i < list.n && i < 15; i++)
		got[i] = list.v[i].id[13];
	assert_string_equal(got, want);
	pf_attempt_list_release(&list);
}

static void lists_the_newest_first(void **state)
{
	struct pf_store *store = open_store(*state);

	assert_listed(store, PF_ATTEMPTS_ALL, 3, "");
	put_four(store);
	assert_listed(store, PF_ATTEMPTS_ALL, 0, "bcba");
	assert_listed(store, PF_ATTEMPTS_OPEN, 0, "bb");
	assert_listed(store, PF_ATTEMPTS_DONE, 0, "ca");
	assert_listed(store, PF_ATTEMPTS_DONE, 1, "c");
	assert_listed(store, PF_ATTEMPTS_ALL, 2, "bc");
	pf_store_close(store);
}

static void finds_what_is_typed(void **state)
{
	struct pf_store *store = open_store(*state);
	struct pf_attempt a;
	struct pf_error err = {0};

	assert_int_equal(pf_attempt_find(store, "last", &a, &err), PF_ERR_NOT_FOUND);
	assert_string_equal(err.message, "there are no attempts yet");
	put_four(store);
	ok(pf_attempt_find(store, "last", &a, &err), &err);
	assert_string_equal(a.id, "20261104-aaaab");
	ok(pf_attempt_find(store, "20261101", &a, &err), &err);
	assert_string_equal(a.id, "20261101-aaaaa");
	ok(pf_attempt_find(store, "ccccc", &a, &err), &err);
	assert_string_equal(a.id, "20261102-ccccc");
	assert_int_equal(pf_attempt_find(store, "20261102", &a, &err), PF_ERR_INVALID);
	assert_non_null(strstr(err.message, "20261102-ccccc, 20261102-bbbbb"));
	assert_int_equal(pf_attempt_find(store, "20261102-cccc", &a, &err), PF_OK);
	assert_int_equal(pf_attempt_find(store, "20261102-dcccc", &a, &err), PF_ERR_NOT_FOUND);
	assert_non_null(strstr(err.message, "did you mean 20261102-ccccc?"));
	assert_int_equal(pf_attempt_find(store, "", &a, &err), PF_ERR_NOT_FOUND);
	assert_int_equal(pf_attempt_find(store, "%", &a, &err), PF_ERR_NOT_FOUND);
	assert_int_equal(pf_attempt_find(store, "' OR 1=1 --", &a, &err), PF_ERR_NOT_FOUND);
	pf_store_close(store);
}

static void deleting_leaves_nothing_of_it(void **state)
{
	struct pf_store *store = open_store(*state);
	struct pf_journal *journal = open_journal(store, ID);
	struct pf_draft_hits hits = {0};
	struct pf_error err = {0};
	struct pf_buf text = {0};
	struct pf_attempt a;

	put_four(store);
	for (int i = 0; i < 2500; i++)
		append(journal, 1, i, "more than two batches");
	ok(pf_draft_put(store, ID, PF_SLICE("ephemeral words"), &err), &err);
	assert_int_equal(pf_attempt_delete(store, ID, &err), PF_ERR_BUSY); /* our own journal */
	pf_journal_close(journal);
	ok(pf_attempt_delete(store, ID, &err), &err);

	assert_int_equal(pf_attempt_get(store, ID, &a, &err), PF_ERR_NOT_FOUND);
	assert_int_equal(pf_draft_get(store, ID, &text, &err), PF_ERR_NOT_FOUND);
	ok(pf_draft_search(store, PF_SLICE("ephemeral"), 0, &hits, &err), &err);
	assert_int_equal(hits.n, 0);
	assert_int_equal(pf_attempt_delete(store, ID, &err), PF_ERR_NOT_FOUND);
	assert_listed(store, PF_ATTEMPTS_ALL, 0, "bcba");

	journal = open_journal(store, ID); /* the id may be used again, and begins empty */
	assert_int_equal(tally(store, ID, 0).last, 0);
	pf_journal_close(journal);
	pf_draft_hits_release(&hits);
	pf_store_close(store);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(a_summary_comes_back_whole),
		STORE_TEST(a_summary_is_put_over_what_the_journal_made),
		STORE_TEST(long_texts_are_cut_between_code_points),
		STORE_TEST(ids_are_names_of_files),
		STORE_TEST(lists_the_newest_first),
		STORE_TEST(finds_what_is_typed),
		STORE_TEST(deleting_leaves_nothing_of_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
