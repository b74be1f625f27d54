/* The same interview line by line, and what scripts read of it afterwards. */
#define _XOPEN_SOURCE   700
#define _DEFAULT_SOURCE /* struct winsize, for program.h */
#include "program.h"

#include <sqlite3.h>

static const char *text_at(const json_t *j, const char *key)
{
	const json_t *value = json_object_get(j, key);

	if (!json_is_string(value))
		fail_msg("no text \"%s\"", key);
	return json_string_value(value);
}

static void model_of(const char *home, const char *id, struct pf_buf *out)
{
	static const char head[] = "Model answer\n\n";
	char line[128];
	struct ran r;
	const char *at;

	snprintf(line, sizeof(line), "prompts show %s --hidden", id);
	run_expect(&r, home, 0, line);
	at = strstr(pf_buf_cstr(&r.out), head);
	assert_non_null(at);
	pf_buf_adds(out, at + strlen(head));
	ran_release(&r);
}

/* Draft lines that begin with "/" would be commands. */
static void draft_lines(struct pf_buf *out, const struct pf_buf *draft)
{
	struct pf_slice rest = pf_buf_view(draft), line;

	while (pf_slice_line(&rest, &line)) {
		if (pf_slice_starts(line, "/"))
			pf_buf_byte(out, '/');
		pf_buf_slice(out, line);
		pf_buf_byte(out, '\n');
	}
}

static void whole_interview(struct pf_buf *script, const struct pf_buf *draft)
{
	pf_buf_adds(script, "What is the budget?\nWhen must it be live?\n"
			    "How many members try to watch together?\n"
			    "How many shared evenings finish?\nWhy do they give up?\n"
			    "What is the baseline?\nWhat does success look like?\n"
			    "What is the peak load?\n/notes\n/time\n/next\n");
	draft_lines(script, draft);
	pf_buf_adds(script, "//slash is text\n/coach\n/show\n/next\n");
	/* More answers than there are questions: what is over is refused, kindly. */
	for (int i = 0; i < 14; i++)
		pf_buf_printf(script, "Reply %d: from the fact sheet, asked in week 2.\n/done\n",
			      i);
	pf_buf_adds(script, "/next\n");
}

/* Of the attempts under `home`, the one whose draft has "slash is text" and no other. */
static void search_and_delete(const char *home)
{
	struct ran r;
	json_t *list;
	char id[64], line[128];

	run_expect(&r, home, 0, "review --search slashes --json");
	list = ran_json(&r);
	assert_int_equal(json_array_size(list), 1);
	snprintf(id, sizeof(id), "%s", text_at(json_array_get(list, 0), "id"));
	assert_non_null(strstr(text_at(json_array_get(list, 0), "found"), "/slash is text"));
	json_decref(list);
	run_expect(&r, home, 0, "review --search slash");
	assert_true(pf_slice_starts(pf_buf_view(&r.out), id));
	ran_release(&r);
	run_expect(&r, home, 0, "review --search zebras");
	assert_true(has(&r.out, "No draft has all these words."));
	ran_release(&r);

	run_expect(&r, home, 2, "review --delete last");
	assert_true(has(&r.err, "\"last\" is not a whole id"));
	ran_release(&r);
	snprintf(line, sizeof(line), "review --delete %s", id);
	run_expect(&r, home, 0, line);
	ran_release(&r);
	run_expect(&r, home, 2, line);
	assert_true(has(&r.err, "there is no attempt"));
	ran_release(&r);
	run_expect(&r, home, 0, "review --search slash");
	assert_false(has(&r.out, id));
	ran_release(&r);
}

/* Who looks in and leaves has nothing to come back to. */
static void test_an_attempt_without_a_word_is_not_kept(void **state)
{
	struct ran r;

	run_with(&r, *state, NULL, PF_SLICE("/next\n/quit\n"), NULL, "drill problem --plain");
	assert_int_equal(r.code, 0);
	assert_true(has(&r.out, "Nothing was asked or written, so nothing is kept."));
	ran_release(&r);
	run_expect(&r, *state, 0, "review");
	assert_true(has(&r.out, "No attempts yet."));
	ran_release(&r);
	run_with(&r, *state, NULL, PF_SLICE("/next\nA word.\n/quit\n"), NULL,
		 "drill problem --plain");
	assert_true(has(&r.out, "The attempt is kept"));
	ran_release(&r);
	run_expect(&r, *state, 0, "review");
	assert_true(has(&r.out, "open"));
	ran_release(&r);
}

/* Points that no fault is told for are not said to be lost for nothing. */
static void test_no_fault_is_not_all_points(void **state)
{
	struct ran r;

	run_with(&r, *state, NULL,
		 PF_SLICE("/next\nGuests with an allergy wait 7 minutes at the median, and 23% of "
			  "answers are wrong when checked. Today the waiter walks to the "
			  "kitchen.\n/next\n/next\n"),
		 NULL, "drill problem --plain --prompt allergy-table");
	assert_true(has(&r.out, "nothing stands out; \"why\" shows where the rest went"));
	assert_false(has(&r.out, "nothing that the rules see"));
	ran_release(&r);
	/* What was not seen in the one part there is may be asked for, with due doubt. */
	run_with(&r, *state, NULL,
		 PF_SLICE("/next\nGuests with an allergy at 400 restaurants wait 7 minutes for an "
			  "answer, and 23% of answers are wrong.\n/next\n/next\n"),
		 NULL, "drill problem --plain --prompt allergy-table");
	assert_true(has(&r.out, "Fix first   unless it is said: \"Today they ___"));
	assert_false(has(&r.out, "nothing on this page yet"));
	ran_release(&r);
}

static void test_a_whole_interview_by_standard_input(void **state)
{
	struct pf_buf draft = {0}, script = {0};
	struct ran r;
	json_t *list, *one;

	model_of(*state, "watch-party", &draft);
	whole_interview(&script, &draft);
	/* Where the questions end the rollout begins, then the reflection, then the marks. */
	pf_buf_adds(&script, "/next\n/next\n/next\n");
	pf_buf_adds(&script, "3\n4\n3\n2\n3\n9\n3\n3\n1000\n0060\n/next\n/why\n/rewrite\n/clear\n"
			     "From 9 min to 2 min at the median by June.\n/next\n"
			     "Ask for the law first.\n/next\n/next\n");
	run_with(&r, *state, NULL, pf_buf_view(&script), NULL,
		 "interview --plain --prompt watch-party");
	if (r.code || !has(&r.out, "On this page") || !has(&r.out, "The attempt is kept"))
		fail_msg("code %d\nout: %s\nerr: %s", r.code, r.out.ptr, r.err.ptr);
	assert_int_equal(r.err.len, 0);
	assert_true(has(&r.out, "2.4 million"));
	assert_true(has(&r.out, "(took 20 s)") || has(&r.out, "(took 30 s)"));
	assert_true(has(&r.out, "(a whole number, please)"));
	/* No score before the self-mark. */
	assert_true(strstr(r.out.ptr, "of 100") > strstr(r.out.ptr, "Mark yourself"));
	ran_release(&r);

	run_expect(&r, *state, 0, "review --json");
	list = ran_json(&r);
	assert_int_equal(json_array_size(list), 1);
	one = json_array_get(list, 0);
	assert_string_equal(text_at(one, "prompt"), "watch-party");
	assert_string_equal(text_at(one, "plan"), "interview");
	assert_string_equal(text_at(one, "mode"), "practice");
	assert_string_equal(text_at(one, "next_step"), "Ask for the law first.");
	assert_true(json_is_false(json_object_get(one, "open")));
	assert_true(json_is_integer(json_object_get(one, "minutes")));
	assert_true(json_integer_value(json_object_get(one, "words")) > 100);
	assert_true(json_integer_value(json_object_get(one, "score")) >= 85);
	assert_true(strlen(text_at(one, "votes")) > 0);
	assert_int_equal(strlen(text_at(one, "started")), strlen("2026-11-24T04:00:00Z"));
	json_decref(list);

	run_expect(&r, *state, 0, "review last --json");
	one = ran_json(&r);
	assert_true(json_is_object(one));
	json_decref(one);

	run_expect(&r, *state, 0, "review last --plain");
	assert_true(pf_slice_starts(pf_buf_view(&r.out), "On this page"));
	assert_false(has(&r.out, "\t"));
	assert_true(has(&r.out, "\nDecided by"));
	assert_true(has(&r.out, "\n## Draft\n"));
	assert_false(has(&r.out, "\n## Result\n"));
	ran_release(&r);
	run_expect(&r, *state, 0, "export --draft last");
	assert_true(pf_slice_starts(pf_buf_view(&r.out), "# "));
	assert_true(has(&r.out, "/slash is text"));
	assert_false(has(&r.out, "Own marks"));
	ran_release(&r);
	run_expect(&r, *state, 0, "export last");
	assert_true(has(&r.out, "\nOwn marks: clarifying 3, problem 4,"));
	assert_true(has(&r.out, "/slash is text"));
	assert_true(has(&r.out, "Reply 0: from the fact sheet"));
	assert_true(has(&r.out, "** (senior PM: customer empathy)"));
	assert_true(has(&r.out, "_heard: "));
	assert_true(has(&r.out, "Ask for the law first."));
	ran_release(&r);
	run_expect(&r, *state, 0, "replay last --records");
	assert_true(has(&r.out, "odds percent=60\n"));
	ran_release(&r);
	run_with(&r, *state, NULL, PF_SLICE("What is the budget?\n/quit\n"), NULL,
		 "interview --plain --prompt watch-party");
	assert_true(has(&r.out, "Your next step from last time: Ask for the law first."));
	ran_release(&r);
	search_and_delete(*state);
	pf_buf_release(&draft);
	pf_buf_release(&script);
}

/* A page that loses points by a passage is offered five minutes for it, by the word to type. */
static void test_the_costliest_passage_is_written_again(void **state)
{
	struct pf_buf draft = {0}, script = {0};
	struct ran r;

	assert_int_equal(pf_file_read(PF_ROOT_DIR "/tests/session/data/watch-party-article.md",
				      1 << 20, &draft, NULL),
			 PF_OK);
	whole_interview(&script, &draft);
	pf_buf_adds(&script, "/next\n/next\n/next\n3\n4\n3\n2\n3\n3\n3\n60\n/next\n"
			     "/rewrite\n/clear\nFrom 9 min to 2 min at the median by June.\n"
			     "/next\n/next\n/next\n");
	run_with(&r, *state, NULL, pf_buf_view(&script), NULL,
		 "interview --plain --prompt watch-party");
	assert_int_equal(r.code, 0);
	assert_true(has(&r.out, "/rewrite: rewrite l."));
	assert_true(has(&r.out, "As it was:\n"));
	assert_true(has(&r.out, "Write it again, five minutes"));
	assert_false(has(&r.out, "[4/4 ,"));
	assert_true(has(&r.out, "What would fix it: "));
	assert_true(has(&r.out, "/next ends the attempt."));
	/* The result is told once. */
	assert_null(strstr(strstr(r.out.ptr, "You and the panel") + 1, "You and the panel"));
	ran_release(&r);
	run_expect(&r, *state, 0, "review last --plain");
	assert_true(has(&r.out, "after\n> From 9 min to 2 min at the median by June.\n"));
	assert_false(has(&r.out, " \n"));
	ran_release(&r);
	pf_buf_release(&draft);
	pf_buf_release(&script);
}

/* Where a cap holds the page down, what sets the cap decided, not a proof that holds. */
static void test_what_holds_a_page_down_is_named(void **state)
{
	struct pf_buf draft = {0}, script = {0};
	struct ran r;

	/* Numbers that nobody asked for: all of the fact sheet's, and none of them learned. */
	model_of(*state, "watch-party", &draft);
	pf_buf_adds(&script, "/next\n");
	pf_buf_slice(&script, pf_buf_view(&draft));
	pf_buf_adds(&script, "\n/next\n/next\n/next\n/next\n3\n3\n3\n3\n3\n3\n3\n60\n/next\n");
	run_with(&r, *state, NULL, pf_buf_view(&script), NULL,
		 "interview --plain --prompt watch-party");
	assert_int_equal(r.code, 0);
	if (!has(&r.out, " points are held back: Too many numbers of this page come from nowhere"))
		fail_msg("%s", r.out.ptr);
	assert_true(has(&r.out, "\": Where does "));
	ran_release(&r);
	pf_buf_release(&draft);
	pf_buf_release(&script);
}

/* What the pipe cut short is kept and can be gone on with. */
static void test_an_attempt_cut_short_goes_on(void **state)
{
	struct ran r;

	run_with(&r, *state, NULL, PF_SLICE("What is the budget?\n/next\nfirst line of it\n"), NULL,
		 "interview --plain --prompt watch-party");
	assert_int_equal(r.code, 0);
	assert_true(has(&r.out, "2.4 million"));
	assert_true(has(&r.out, "kept: prfaq interview --plain --resume goes on"));
	ran_release(&r);
	run_with(&r, *state, NULL, PF_SLICE("second line\n/show\n/undo\n/quit\n"), NULL,
		 "interview --plain --resume");
	assert_int_equal(r.code, 0);
	assert_true(has(&r.out, "first line of it\nsecond line"));
	/* Told once, and what was said before the break is not said again. */
	assert_true(has(&r.out, "(Back after"));
	assert_null(strstr(strstr(r.out.ptr, "(Back after") + 1, "(Back after"));
	assert_false(has(&r.out, "2.4 million"));
	ran_release(&r);
	run_expect(&r, *state, 0, "export last");
	assert_true(has(&r.out, "first line of it"));
	ran_release(&r);
}

/* Of two attempts the step for next time is that of the one that ended last, as on the screens. */
static void test_the_next_step_is_of_what_ended_last(void **state)
{
	static const char end[] =
		"/next\nThe wait falls.\n/next\n/next\n/next\n/next\n/next\n"
		"3\n3\n3\n3\n3\n3\n3\n50\n/next\n/next\nStep of the %s.\n/next\n/next\n";
	char script[256], line[128];
	struct ran r;

	run_with(&r, *state, NULL, PF_SLICE("What is the budget?\n/quit\n"), NULL,
		 "interview --plain --prompt watch-party");
	ran_release(&r);
	run_expect(&r, *state, 0, "review");
	snprintf(line, sizeof(line), "interview --plain --resume %.*s",
		 (int)strcspn(r.out.ptr, " "), r.out.ptr);
	ran_release(&r);
	snprintf(script, sizeof(script), end, "second");
	run_with(&r, *state, NULL, pf_slice_of(script), NULL,
		 "interview --plain --prompt allergy-table");
	assert_true(has(&r.out, "The attempt is kept: prfaq review"));
	ran_release(&r);
	snprintf(script, sizeof(script), end, "first");
	run_with(&r, *state, NULL, pf_slice_of(script), NULL, line);
	assert_true(has(&r.out, "The attempt is kept: prfaq review"));
	ran_release(&r);
	run_with(&r, *state, NULL, PF_SLICE("/quit\n"), NULL,
		 "interview --plain --prompt watch-party");
	assert_true(has(&r.out, "Your next step from last time: Step of the first."));
	ran_release(&r);
}

/* That a loss of power spares it cannot be shown; that it was flushed leaves a row. */
static void test_each_line_is_flushed_to_the_disk(void **state)
{
	char path[PF_PATH_MAX];
	sqlite3_stmt *stmt;
	struct tty t;
	sqlite3 *db;

	tty_open(&t, *state, 24, 80, "interview --plain --prompt watch-party");
	tty_wait(&t, "Ask one question");
	tty_type(&t, "What is the budget?\r");
	tty_wait(&t, "2.4 million");
	tty_type(&t, "/notes\r"); /* read when the line before is done with */
	tty_wait(&t, "- 2.4 million");
	kill(t.pid, SIGKILL);
	tty_close(&t);
	pf_path_join(path, *state, "data/prfaq/attempts.db");
	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(db, "SELECT beats FROM heartbeat", -1, &stmt, NULL),
			 SQLITE_OK);
	assert_int_equal(sqlite3_step(stmt), SQLITE_ROW);
	sqlite3_finalize(stmt);
	sqlite3_close(db);
}

/* The points that are lost, as the first line says that tells it. */
static void points_lost(struct pf_buf *out, char line[160])
{
	const char *at = strstr(pf_buf_cstr(out), " points are lost");

	assert_non_null(at);
	while (at > out->ptr && at[-1] != '\n')
		at--;
	snprintf(line, 160, "%.*s", (int)strcspn(at, "\n"), at);
}

static void test_rules_silenced_are_silent_in_the_review_too(void **state)
{
	char told[160], again[160];
	struct ran r;

	put_file(*state, "config/prfaq/config.yaml",
		 PF_SLICE("off: [FQ-01, FQ-02, FQ-10, FQ-16, SUM-02, MET-01, MET-17]\n"));
	run_with(
		&r, *state, NULL,
		PF_SLICE("/next\n## Problem\nFriends who live far from each other watch films "
			 "together. It takes 9 minutes at the median before both screens run. They "
			 "phone each other, count down from three and press play, and many of them "
			 "give up before the film has begun.\n## Solution\nOne button starts both "
			 "screens at once, and everybody sees the same picture. The host sends a "
			 "link "
			 "and the guest opens it.\n## Metrics\nThe time to start falls from 9 "
			 "minutes "
			 "to 2 at the median by June 2027, from the log of starts.\n/next\n/next\n"
			 "/next\n/next\n/next\n3\n3\n3\n3\n3\n3\n3\n50\n/next\n/next\n/next\n"),
		NULL, "interview --plain --prompt watch-party");
	points_lost(&r.out, told);
	ran_release(&r);
	run_expect(&r, *state, 0, "review last --plain");
	points_lost(&r.out, again);
	assert_string_equal(again, told);
	ran_release(&r);
}

/* The choice between two facts is answered like any question; a number alone is never one. */
static void test_a_choice_is_answered(void **state)
{
	struct ran r;

	run_with(&r, *state, NULL,
		 PF_SLICE("1\nWhat are the budget and the deadline?\n2\n2\n/quit\n"), NULL,
		 "interview --plain --prompt watch-party");
	assert_int_equal(r.code, 0);
	assert_true(has(&r.out, "(There is nothing to choose.)"));
	assert_true(has(&r.out, "  2  What is the budget?\n2.4 million"));
	assert_false(has(&r.out, "I do not have that"));
	ran_release(&r);
	run_expect(&r, *state, 0, "export last");
	assert_true(has(&r.out, "the budget and the deadline?"));
	ran_release(&r);
}

static void test_a_drill_line_by_line(void **state)
{
	static const char *const sections[] = {"clarify", "problem", "solution", "benefits",
					       "metrics", "faq",     "rollout"};
	struct ran r;
	char line[64];

	for (size_t i = 0; i < sizeof(sections) / sizeof(*sections); i++) {
		snprintf(line, sizeof(line), "drill %s --plain", sections[i]);
		run_with(&r, *state, NULL,
			 PF_SLICE("/next\nThe median wait falls from 9 min to 2 min by June 2027.\n"
				  "/next\n3\n3\n3\n3\n3\n3\n3\n50\n/next\n/next\n/next\n/next\n"),
			 NULL, line);
		if (r.code || !has(&r.out, "The attempt is kept"))
			fail_msg("%s: code %d\nout: %s\nerr: %s", line, r.code, r.out.ptr,
				 r.err.ptr);
		assert_true(has(&r.out, "Model answer"));
		ran_release(&r);
	}
	run_expect(&r, *state, 0, "review --json");
	json_t *list = ran_json(&r);

	assert_int_equal(json_array_size(list), 7);
	for (size_t i = 0; i < 7; i++) { /* newest first; a drill is put before no panel */
		assert_string_equal(text_at(json_array_get(list, i), "section"), sections[6 - i]);
		assert_string_equal(text_at(json_array_get(list, i), "votes"), "");
	}
	run_expect(&r, *state, 0, "export last");
	assert_false(has(&r.out, "Own marks"));
	ran_release(&r);
	json_decref(list);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_an_attempt_without_a_word_is_not_kept,
						folder_make, folder_drop),
		cmocka_unit_test_setup_teardown(test_no_fault_is_not_all_points, folder_make,
						folder_drop),
		cmocka_unit_test_setup_teardown(test_a_whole_interview_by_standard_input,
						folder_make, folder_drop),
		cmocka_unit_test_setup_teardown(test_the_costliest_passage_is_written_again,
						folder_make, folder_drop),
		cmocka_unit_test_setup_teardown(test_what_holds_a_page_down_is_named, folder_make,
						folder_drop),
		cmocka_unit_test_setup_teardown(test_an_attempt_cut_short_goes_on, folder_make,
						folder_drop),
		cmocka_unit_test_setup_teardown(test_a_choice_is_answered, folder_make,
						folder_drop),
		cmocka_unit_test_setup_teardown(test_rules_silenced_are_silent_in_the_review_too,
						folder_make, folder_drop),
		cmocka_unit_test_setup_teardown(test_the_next_step_is_of_what_ended_last,
						folder_make, folder_drop),
		cmocka_unit_test_setup_teardown(test_each_line_is_flushed_to_the_disk, folder_make,
						folder_drop),
		cmocka_unit_test_setup_teardown(test_a_drill_line_by_line, folder_make,
						folder_drop),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
