/* The whole way on a real terminal: from `prfaq` to a reviewed attempt, every key a key. */
#define _XOPEN_SOURCE   700
#define _DEFAULT_SOURCE /* struct winsize, for program.h */
#include "program.h"

/* The lines below the status line, whose clock runs by itself. */
static const char *below(struct tty *t)
{
	const char *text = tty_text(t);
	const char *line = strchr(text, '\n');

	return line ? line + 1 : text;
}

/* Keys that must change something. */
static void change(struct tty *t, const char *keys)
{
	char *before = strdup(below(t));
	int64_t end = now_ms() + PATIENCE_MS;

	tty_type(t, keys);
	while (!strcmp(before, below(t))) {
		tty_pump(t, 100);
		if (now_ms() > end)
			tty_fail(t, "nothing changes");
	}
	free(before);
}

/* From the home screen into an interview on Watch Party. */
static void begin(struct tty *t)
{
	tty_wait(t, "How long do you have?");
	tty_do(t, DOWN DOWN ENTER, "mode practice");
	for (int i = 0; i < 40 && !tty_shows(t, "Members of Lanternplay"); i++)
		change(t, DOWN);
	tty_do(t, ENTER, "Your question");
	tty_wait(t, "left");
}

static void no_score_shows(struct tty *t)
{
	assert_false(tty_shows(t, "of 100"));
	assert_false(tty_shows(t, "Score"));
	assert_false(tty_shows(t, "On this page"));
}

/* The prompt's model answer, as a draft that is sure to be scored; one benefit names no number, for
 * of the model itself no passage is worth five minutes. */
static void model_draft(const char *home, struct pf_buf *out)
{
	static const char head[] = "Model answer\n\n", gain[] = "- Reach the end";
	struct ran r;
	const char *at, *line;

	run_expect(&r, home, 0, "prompts show watch-party --hidden");
	at = strstr(pf_buf_cstr(&r.out), head);
	assert_non_null(at);
	at += strlen(head);
	line = strstr(at, gain);
	assert_non_null(line);
	pf_buf_slice(out, (struct pf_slice){at, (size_t)(line - at)});
	pf_buf_adds(out, "- A better and more enjoyable evening");
	pf_buf_adds(out, strchr(line, '\n'));
	ran_release(&r);
}

static void ask(struct tty *t)
{
	tty_do(t, "What is the budget?", "What is the budget?");
	tty_do(t, ENTER, "2.4 million");
	tty_do(t, "When must it be live?" ENTER, "autumn");
	/* The model's numbers are numbers somebody asked for: all but a few, which are left to
	 * mend. */
	tty_do(t, "How many members try to watch together?" ENTER, "1.6 million of");
	tty_do(t, "How many shared evenings finish?" ENTER, "44% of shared");
	tty_do(t, "Why do they give up?" ENTER, "In 61% of them");
	tty_do(t, "What is the baseline?" ENTER, "7% of shared");
	no_score_shows(t);
	tty_do(t, C('n'), "C-n: yes");
	tty_do(t, C('n'), "Draft");
}

static void write_draft(struct tty *t, const char *home)
{
	struct pf_buf model = {0};

	model_draft(home, &model);
	assert_true(model.len > 1000);
	tty_type(t, C('a'));
	tty_do(t, "Typed by hand 日本語 e\xCC\x81 \xF0\x9F\x98\x80 so-far", "so-far");
	assert_true(tty_shows(t, "日本語"));
	assert_true(tty_shows(t, "e\xCC\x81"));
	assert_true(tty_shows(t, "\xF0\x9F\x98\x80"));
	tty_type(t, C('a'));
	tty_paste(t, pf_buf_view(&model));
	tty_do(t, ENTER "Pasted to the last word.", "Pasted to the last word.");
	no_score_shows(t);
	pf_buf_release(&model);
	tty_do(t, C('n'), "C-n: yes");
	tty_do(t, C('n'), "question 1");
}

static void wait_either(struct tty *t, const char *one, const char *other)
{
	int64_t end = now_ms() + PATIENCE_MS;

	while (!tty_shows(t, one) && !tty_shows(t, other)) {
		tty_pump(t, 100);
		if (now_ms() > end)
			tty_fail(t, "neither \"%s\" nor \"%s\"", one, other);
	}
	while (tty_pump(t, 5))
		;
}

/* The number in the title "question 3 ", or 0. */
static int question_shown(struct tty *t)
{
	const char *at = strstr(tty_text(t), "question ");

	return at ? atoi(at + strlen("question ")) : 0;
}

/* Answers every question that comes; returns how many came. */
static int answer(struct tty *t)
{
	int last = 0;
	char text[96], title[32];

	for (int turn = 0; turn < 40; turn++) {
		wait_either(t, "Your answer", "Rollout: week");
		if (tty_shows(t, "Rollout: week"))
			break;
		/* The last key of it is the one to wait for: a frame may be any key's. */
		snprintf(text, sizeof(text), "The fact sheet says so, asked in week 2: turn%d;",
			 turn);
		tty_type(t, text);
		snprintf(title, sizeof(title), "turn%d;", turn);
		tty_wait(t, title);
		/* Only now is the whole frame sure to be there. */
		last = question_shown(t);
		no_score_shows(t);
		tty_type(t, C('d'));
		tty_wait_for(t, title, true);
	}
	return last;
}

static void wrap_up(struct tty *t)
{
	tty_wait(t, "Rollout: week");
	tty_do(t, "Week 4: 500 pairs, gate 30 %, stop under 15 %.", "stop under 15");
	tty_do(t, C('n'), "C-n: yes");
	tty_do(t, C('n'), "differently");
	no_score_shows(t);
	tty_do(t, "Ask for the law first.", "Ask for the law first.");
	tty_do(t, C('n'), "Mark yourself");
	no_score_shows(t);
	for (int i = 0; i < 7; i++) {
		change(t, RIGHT);
		change(t, ENTER);
	}
	change(t, RIGHT);
	tty_do(t, ENTER, "On this page");
}

static void look_back(struct tty *t)
{
	tty_do(t, "r", "As it was");
	tty_type(t, C('a'));
	tty_do(t, "From 9 min to 2 min at the median by June, read daily from logs.",
	       "daily from logs.");
	tty_do(t, C('n'), "With the new passage");
	tty_wait(t, "One next step");
	tty_do(t, "Ask for the law in the first three questions.", "three questions.");
	tty_do(t, ENTER, "Model answer");
	tty_do(t, C('n'), "The attempt is kept");
	tty_do(t, "q", "How long do you have?");
	tty_wait(t, "Ask for the law in the first three questions.");
}

static void test_from_home_to_a_reviewed_attempt(void **state)
{
	struct tty t;
	struct ran r;
	int asked;

	tty_open(&t, *state, 40, 120, "");
	begin(&t);
	ask(&t);
	write_draft(&t, *state);
	asked = answer(&t);
	if (asked < 6)
		tty_fail(&t, "%d questions", asked);
	wrap_up(&t);
	look_back(&t);

	tty_do(&t, DOWN DOWN ENTER, "Past attempts");
	tty_wait(&t, "Watch Party");
	assert_false(tty_shows(&t, " open"));
	tty_do(&t, ENTER, "On this page");
	tty_do(&t, "q", "Past attempts");
	tty_do(&t, "q", "How long do you have?");
	tty_type(&t, "q");
	assert_int_equal(tty_ended(&t), 0);
	tty_close(&t);

	tty_open(&t, *state, 24, 80, "review"); /* no row is broken at the edge */
	tty_wait(&t, "\n    customer ");
	tty_close(&t);

	run_expect(&r, *state, 0, "export last");
	assert_true(has(&r.out, "Pasted to the last word."));
	assert_false(has(&r.out, "Typed by hand"));
	assert_true(has(&r.out, "What is the budget?"));
	assert_true(has(&r.out, "turn0;"));
	assert_true(has(&r.out, "stop under 15 %"));
	assert_true(has(&r.out, "read daily from logs."));
	ran_release(&r);
}

/* The prompts are read under the painted home screen: what is wrong in one is told at its foot, and
 * once more when it is gone. */
static void test_a_broken_prompt_is_told(void **state)
{
	struct tty t;

	put_file(*state, "config/prfaq/prompts/mine.yaml",
		 PF_SLICE("schema: 1\nid: mine\ntitle: [not, a, text]\n"));
	tty_open(&t, *state, 24, 120, "");
	tty_wait(&t, "to practise on");
	tty_wait(&t, "mine.yaml:3:8: title: expected text");
	tty_do(&t, DOWN, "> 45 minutes");
	assert_false(tty_shows(&t, "mine.yaml"));
	tty_type(&t, "q");
	assert_int_equal(tty_ended(&t), 0);
	while (tty_pump(&t, 5))
		;
	assert_true(tty_shows(&t, "mine.yaml:1:1:"));
	tty_close(&t);
}

/* --- sizes --------------------------------------------------------------------- */

static void test_any_size_at_any_moment_loses_nothing(void **state)
{
	static const struct {
		int rows, cols;
		const char *shows;
	} sizes[] = {{24, 80, "words"}, {12, 40, "w  "},  {5, 20, "Draft"},   {3, 10, "Too"},
		     {1, 1, NULL},      {5, 20, "Draft"}, {50, 200, "words"}, {40, 120, "words"}};
	struct tty t;
	struct ran r;
	char word[32];

	tty_open(&t, *state, 40, 120, "interview --prompt watch-party");
	tty_wait(&t, "Your question");
	tty_do(&t, C('n'), "C-n: yes");
	tty_do(&t, C('n'), "Draft");
	tty_type(&t, C('a'));
	tty_do(&t, "start 日本語", "start 日本語");
	for (size_t i = 0; i < sizeof(sizes) / sizeof(*sizes); i++) {
		tty_size(&t, sizes[i].rows, sizes[i].cols);
		if (sizes[i].shows)
			tty_wait(&t, sizes[i].shows);
		/* Keys are taken at every size, also where nothing of the draft is drawn. */
		snprintf(word, sizeof(word), " size%zu", i);
		tty_type(&t, word);
		if (sizes[i].cols >= 20)
			tty_wait(&t, word + 1);
	}
	tty_wait(&t, "start 日本語 size0 size1 size2 size3 size4 size5 size6");
	tty_type(&t, C('q'));
	tty_wait(&t, "How long do you have?");
	tty_type(&t, C('q'));
	assert_int_equal(tty_ended(&t), 0);
	tty_close(&t);
	run_expect(&r, *state, 0, "export last");
	assert_true(has(&r.out, "start 日本語 size0 size1 size2 size3 size4 size5 size6 size7"));
	ran_release(&r);
}

/* --- what the terminal may send ---------------------------------------------------- */

/* A title that the terminal takes for itself is not on the screen, nor what it has cleared. */
static void prints_it_harmless(const char *home, const char *command)
{
	struct tty t;

	tty_open(&t, home, 60, 120, command);
	if (strstr(command, "--resume"))
		tty_type(&t, "/show" ENTER "/quit" ENTER);
	tty_wait(&t, "nul-less");
	assert_int_equal(tty_ended(&t), 0);
	if (!tty_shows(&t, "pwned") || !tty_shows(&t, "[2J") || tty_shows(&t, "\xE2\x80\xAE"))
		tty_fail(&t, "%s lets the draft speak to the terminal", command);
	tty_close(&t);
}

static void test_hostile_text_is_kept_and_not_sent(void **state)
{
	static const char hostile[] = "esc\x1b]0;pwned\x07 csi\x1b[2J bidi\xE2\x80\xAE bad\xFF\xC3 "
				      "nul-less tail";
	struct tty t;
	struct ran r;

	tty_open(&t, *state, 40, 120, "interview --prompt watch-party");
	tty_wait(&t, "Your question");
	tty_do(&t, C('n'), "C-n: yes");
	tty_do(&t, C('n'), "Draft");
	tty_type(&t, C('a'));
	tty_paste(&t, pf_slice_make(hostile, sizeof(hostile) - 1));
	tty_wait(&t, "nul-less tail");
	tty_wait(&t, "words");
	assert_false(tty_shows(&t, "\xE2\x80\xAE"));
	tty_type(&t, C('q'));
	tty_wait(&t, "How long do you have?");
	tty_type(&t, C('q'));
	assert_int_equal(tty_ended(&t), 0);
	tty_close(&t);
	run_expect(&r, *state, 0, "export last");
	assert_true(has(&r.out, hostile));
	ran_release(&r);
	prints_it_harmless(*state, "export last");
	prints_it_harmless(*state, "review last --plain");
	prints_it_harmless(*state, "review --search nul-less");
	prints_it_harmless(*state, "replay last --at 9999");
	prints_it_harmless(*state, "replay last --records");
	prints_it_harmless(*state, "interview --resume --plain");
}

/* No word is cut in two where the terminal ends. */
static void test_prose_fits_the_terminal(void **state)
{
	static const char *const prose[] = {"guide", "prompts show watch-party"};

	for (size_t i = 0; i < 2; i++) {
		struct pf_slice rest, word;
		struct tty t;
		struct ran r;

		tty_open(&t, *state, 400, 47, prose[i]);
		tty_wait(&t, i ? "invented" : "disagree");
		assert_int_equal(tty_ended(&t), 0);
		run_expect(&r, *state, 0, prose[i]);
		for (rest = pf_buf_view(&r.out); rest.len;) {
			size_t end = pf_slice_find(rest, PF_SLICE(" "));
			char text[64];

			word = pf_slice_cut(rest, 0, end);
			rest = pf_slice_cut(rest, end < rest.len ? end + 1 : end, rest.len);
			if (memchr(word.ptr, '\n', word.len) || word.len >= sizeof(text))
				continue;
			snprintf(text, sizeof(text), "%.*s", PF_SLICE_ARG(word));
			if (!tty_shows(&t, text))
				tty_fail(&t, "cut in two: %s", text);
		}
		ran_release(&r);
		tty_close(&t);
	}
}

/* Where the locale has but ASCII, what the screens draw has a stand-in and no question mark. */
static void test_ascii_is_enough(void **state)
{
	static const char *const ascii[] = {"LC_ALL=C", NULL};
	struct tty t;

	tty_open_with(&t, *state, ascii, 24, 80, "drill metrics --prompt allergy-table");
	tty_wait(&t, "* 23% of answers are wrong when checked");
	tty_close(&t);
}

static void test_the_line_to_find_lets_one_leave(void **state)
{
	struct tty t;

	tty_open(&t, *state, 24, 80, "interview --prompt watch-party");
	tty_wait(&t, "Your question");
	tty_do(&t, C('n'), "C-n: yes");
	tty_do(&t, C('n'), "Draft");
	tty_type(&t, C('a'));
	tty_do(&t, "needle in a haystack", "haystack");
	tty_do(&t, C('f'), "Find:");
	tty_paste(&t, PF_SLICE("hay"));
	tty_wait(&t, "Find: hay");
	tty_type(&t, ENTER);
	tty_wait(&t, "Find: hay");
	tty_type(&t, "\x1b");
	tty_wait_for(&t, "Find:", true);
	tty_do(&t, C('f'), "Find:");
	tty_do(&t, C('q'), "How long do you have?");
	tty_type(&t, C('q'));
	assert_int_equal(tty_ended(&t), 0);
	tty_close(&t);
}

static void ends_by(const char *home, int signal, const char *word)
{
	struct tty t;
	struct ran r;

	tty_open(&t, home, 24, 80, "interview --prompt watch-party");
	tty_wait(&t, "Your question");
	tty_do(&t, C('n'), "C-n: yes");
	tty_do(&t, C('n'), "Draft");
	tty_type(&t, C('a'));
	tty_do(&t, word, word);
	kill(t.pid, signal);
	assert_int_equal(tty_ended(&t), 0);
	/* The screen is given back: what stood there before the program is there again. */
	assert_false(tty_shows(&t, "Draft"));
	tty_close(&t);
	run_expect(&r, home, 0, "export last");
	assert_true(has(&r.out, word));
	ran_release(&r);
}

static void test_signals_keep_the_text_and_restore_the_terminal(void **state)
{
	ends_by(*state, SIGTERM, "terminated-word");
	ends_by(*state, SIGHUP, "hung-up-word");
	ends_by(*state, SIGINT, "interrupted-word");
}

/* Where nothing can be kept, all that was typed is in a file whose name is told, to the last key
 * and also when one leaves at once. */
static void test_what_cannot_be_kept_is_rescued_whole(void **state)
{
	char env_tmp[300];
	const char *env[] = {"XDG_DATA_HOME=/proc/none", env_tmp, NULL};
	struct pf_names names = {0};
	struct pf_buf text = {0};
	char path[PF_PATH_MAX];
	struct tty t;

	snprintf(env_tmp, sizeof(env_tmp), "TMPDIR=%s", (const char *)*state);
	tty_open_with(&t, *state, env, 40, 120, "interview --prompt watch-party");
	tty_wait(&t, "Your question");
	tty_wait(&t, "Not kept");
	tty_do(&t, "Who is the customer?", "Who is the customer?");
	tty_do(&t, ENTER, "Members");
	tty_do(&t, "A question in pro", "A question in pro");
	tty_type(&t, "gress\x11\x11");
	(void)tty_ended(&t);
	tty_close(&t);
	assert_int_equal(pf_path_list(*state, ".md", &names, NULL), PF_OK);
	assert_int_equal(names.n, 1);
	pf_path_join(path, *state, names.v[0]);
	assert_int_equal(pf_file_read(path, 1 << 20, &text, NULL), PF_OK);
	assert_true(has(&text, "Who is the customer?"));
	assert_true(has(&text, "A question in progress"));
	pf_buf_release(&text);
	pf_names_release(&names);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_from_home_to_a_reviewed_attempt, folder_make,
						folder_drop),
		cmocka_unit_test_setup_teardown(test_a_broken_prompt_is_told, folder_make,
						folder_drop),
		cmocka_unit_test_setup_teardown(test_any_size_at_any_moment_loses_nothing,
						folder_make, folder_drop),
		cmocka_unit_test_setup_teardown(test_hostile_text_is_kept_and_not_sent, folder_make,
						folder_drop),
		cmocka_unit_test_setup_teardown(test_prose_fits_the_terminal, folder_make,
						folder_drop),
		cmocka_unit_test_setup_teardown(test_ascii_is_enough, folder_make, folder_drop),
		cmocka_unit_test_setup_teardown(test_the_line_to_find_lets_one_leave, folder_make,
						folder_drop),
		cmocka_unit_test_setup_teardown(test_what_cannot_be_kept_is_rescued_whole,
						folder_make, folder_drop),
		cmocka_unit_test_setup_teardown(test_signals_keep_the_text_and_restore_the_terminal,
						folder_make, folder_drop),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
