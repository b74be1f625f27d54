/*
 * What goes wrong, one row a case: the command line, the world around it, the
 * exit code and the line that says so (docs/EXIT-CODES.md).
 */
#define _XOPEN_SOURCE   700
#define _DEFAULT_SOURCE /* struct winsize, for program.h */
#include <sys/resource.h>

#include "program.h"

#include "prfaq/base/clock.h"
#include "prfaq/doc/doc.h"
#include "prfaq/store/journal.h"

struct row {
	const char *line; /* after `prfaq` */
	int code;
	const char *says; /* in standard error; NULL: nothing is said there */
	const char *out;  /* in standard output; NULL: nothing is printed; "": anything */
};

static void hold(const struct row *row, struct ran *r)
{
	const char *err = pf_buf_cstr(&r->err);
	const char *out = pf_buf_cstr(&r->out);
	bool right = r->code == row->code;

	right = right && (row->says ? strstr(err, row->says) != NULL : !*err);
	right = right && (row->out ? strstr(out, row->out) != NULL : !*out);
	if (!right)
		fail_msg("prfaq %s: code %d\nout: %.600s\nerr: %.600s", row->line, r->code, out,
			 err);
}

static void all(const char *home, const char *const *env, const struct row *rows, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct ran r;

		run_with(&r, home, env, PF_SLICE(""), NULL, rows[i].line);
		hold(&rows[i], &r);
		ran_release(&r);
	}
}

#define ALL(home, env, rows) all(home, env, rows, sizeof(rows) / sizeof(*(rows)))

/* --- the command line ------------------------------------------------------- */

static void test_words_that_are_unknown(void **state)
{
	static const struct row rows[] = {
		{"chek x.md", 2, "prfaq: no command \"chek\"; did you mean \"check\"?\n", NULL},
		{"interveiw", 2, "did you mean \"interview\"?", NULL},
		{"xyzzy", 2, "prfaq: no command \"xyzzy\" (see: prfaq help)\n", NULL},
		{"'' x", 2, "no command", NULL},
		{"check --fromat json x.md", 2, "no option --fromat; did you mean --format?", NULL},
		{"check --format jsn x.md", 2, "did you mean json?", NULL},
		{"check --format", 2, "--format needs a value", NULL},
		{"check --all=1 x.md", 2, "--all takes no value", NULL},
		{"check -Z x.md", 2, "-Z", NULL},
		{"check", 2, "prfaq check: name at least one file", NULL},
		{"check --fail-on huge x.md", 2, "--fail-on takes one of info, minor", NULL},
		{"check --prompt wach-party x.md", 2, "watch-party", NULL},
		{"help chek", 2, "no command \"chek\"", NULL},
		{"help check drill", 2, "one command at a time", NULL},
		{"drill", 2, "say which: clarify, problem", NULL},
		{"drill metrcs --plain", 2, "no section \"metrcs\"; did you mean metrics?", NULL},
		{"drill foo --plain", 2, "no section \"foo\"; there is clarify, problem", NULL},
		{"drill metrics faq --plain", 2, "say which", NULL},
		{"interview --plain --prompt wach-party", 2, "watch-party", NULL},
		{"interview --plain --plan shrot", 2, "no plan \"shrot\"; did you mean short?",
		 NULL},
		{"interview --plain --level L9", 2, "--level takes one of L4, L5, L6, L7", NULL},
		{"interview --plain --role pn", 2, "did you mean pm?", NULL},
		{"interview --plain watch-party", 2, "the prompt is named with --prompt", NULL},
		{"prompts show wach-party", 2, "watch-party", NULL},
		{"prompts ask wach-party 'why?'", 2, "watch-party", NULL},
		{"prompts shwo watch-party", 2, "prompts show ID", NULL},
		{"rubric explain PRB-2", 2, "no rule \"PRB-2\"; did you mean PRB-", NULL},
		{"rubric explain", 2, "rubric explain RULE", NULL},
		{"rubric --rubric artcle", 2, "did you mean article?", NULL},
		{"review nothing-like-it", 2, "there are no attempts yet", NULL},
		{"export nothing-like-it", 2, "there are no attempts yet", NULL},
		{"export", 2, "name one attempt", NULL},
		{"review --search ''", 2, "say which words to look for", NULL},
		{"help chek", 2, "did you mean \"check\"?", NULL},
		{"replay nothing-like-it", 2, "there are no attempts yet", NULL},
		{"replay", 2, "name one attempt", NULL},
		{"review a b", 2, "one attempt at a time", NULL},
		{"review --delete", 2, "say which attempt to delete", NULL},
		{"review --delete last", 2, "there are no attempts yet", NULL},
		{"review --search law last", 2, "--search looks in all attempts", NULL},
		{"completion tcsh", 2, "there is bash, zsh and fish", NULL},
		{"completion", 2, "bash, zsh or fish", NULL},
		{"home x", 2, "takes no words", NULL},
		{"guide x", 2, "takes no words", NULL},
		{"doctor x", 2, "takes no words", NULL},
		{"version x", 2, "takes no words", NULL},
	};

	ALL(*state, NULL, rows);
}

static void test_words_that_are_fine(void **state)
{
	static const struct row rows[] = {
		{"--help", 0, NULL, "prfaq check"},
		{"-h", 0, NULL, "prfaq check"},
		{"help", 0, NULL, "prfaq check"},
		{"--version", 0, NULL, "prfaq 0."},
		{"version", 0, NULL, "prfaq 0."},
		{"check --help", 0, NULL, "usage: prfaq check"},
		{"guide", 0, NULL, "#"},
		{"prompts", 0, NULL, "watch-party"},
		{"prompts show watch-party", 0, NULL, "Lanternplay"},
		{"rubric", 0, NULL, "PRB-"},
		{"review", 0, NULL, "No attempts yet."},
		{"review --json", 0, NULL, "[]"},
		{"interview --plain --resume", 3, "no attempt is open", NULL},
	};

	ALL(*state, NULL, rows);
}

/* --- files ---------------------------------------------------------------------- */

static void test_files_that_cannot_be_read(void **state)
{
	static const struct row rows[] = {
		{"check no-such.md", 3, "no-such.md: cannot open: No such file", ""},
		{"check folder", 3, "folder: ", ""},
		{"check no-such.md good.md", 3, "no-such.md", "good.md"},
		{"check large.md", 3, "large.md", ""},
		{"check --format json large.md", 3, "16 MiB", "\"scored\":false"},
		{"check good.md", 0, NULL, "good.md"},
		{"check empty.md", 0, NULL, "ot scored"},
		{"check blank.md", 0, NULL, "ot scored"},
		{"check short.md", 0, NULL, "ot scored"},
		{"check bad-utf8.md", 0, "bad-utf8.md:3:16: byte 0xFF is no UTF-8", "ot scored"},
		{"check utf16.md", 0, "utf16.md:1:1: this is UTF-16; save it as UTF-8",
		 "ot scored"},
		{"check word.docx", 0,
		 "word.docx: this is a Word or OpenDocument file; save it as plain text",
		 "ot scored"},
		{"check cr.md", 0, "cr.md:1:8: lines end in CR alone", "ot scored"},
		{"check nul.md", 0, NULL, "nul.md"},
		{"numbers folder", 3, "folder: ", ""},
		{"numbers large.md", 3, "large.md: larger than the limit of 16 MiB", ""},
		{"check -- -dash.md", 0, NULL, "-dash.md"},
		{"check --fail-on critical empty.md", 0, NULL, "ot scored"},
		{"prompts check no-such.yaml", 3, "no-such.yaml", NULL},
		{"rubric test no-such.yaml", 3, "no-such.yaml", NULL},
	};
	static const char bad[] = "# A title\n\nGood words and \xFF\xC3 bad bytes, then more.\n";
	static const char nul[] = "# A title\n\nNul \0 inside the text.\n";
	static const char word[] = "PK\003\004\024\0\006\0\xE8\xFF";
	static const char utf16[] = "\xFF\xFEW\0o\0r\0d\0s\0";
	struct pf_buf large = {0};
	char path[PF_PATH_MAX];

	put_file(*state, "utf16.md", pf_slice_make(utf16, sizeof(utf16) - 1));
	put_file(*state, "word.docx", pf_slice_make(word, sizeof(word) - 1));
	put_file(*state, "cr.md", PF_SLICE("# Title\r\rA short draft.\r"));
	put_file(*state, "good.md", PF_SLICE("# Title\n\nA short draft of a few words.\n"));
	put_file(*state, "short.md", PF_SLICE("A few words.\n"));
	put_file(*state, "-dash.md", PF_SLICE("A few words.\n"));
	put_file(*state, "empty.md", PF_SLICE(""));
	put_file(*state, "blank.md", PF_SLICE(" \n\t\n\n"));
	put_file(*state, "bad-utf8.md", pf_slice_make(bad, sizeof(bad) - 1));
	put_file(*state, "nul.md", pf_slice_make(nul, sizeof(nul) - 1));
	assert_int_equal(pf_path_make(pf_path_join(path, *state, "folder"), NULL), PF_OK);
	while (large.len <= PF_DOC_MAX_BYTES)
		pf_buf_adds(&large, "Sixteen MiB of a draft is more than anybody reads aloud. \n");
	put_file(*state, "large.md", pf_buf_view(&large));
	pf_buf_release(&large);
	ALL(*state, NULL, rows);
}

/* A name in a draft that its rubric has not is looked for in the other one, which cannot be read.
 */
static void test_a_draft_that_asks_for_rules_that_are_missing(void **state)
{
	static const char *const names[] = {"prompts", "templates/rubric", "templates/plans",
					    "templates/article.md", "templates/guide.md"};
	static const char *const env[] = {"PRFAQ_DATADIR=shipped", NULL};
	static const struct row rows[] = {
		{"check good.md", 0, NULL, "good.md"},
		{"check asks.md", 3, "canonical.md: cannot open", NULL},
		{"check --format json asks.md good.md", 3, "canonical.md: cannot open", "good.md"},
	};
	char path[PF_PATH_MAX], at[PF_PATH_MAX], to[PF_PATH_MAX];

	pf_path_join(path, *state, "shipped");
	assert_int_equal(pf_path_make(pf_path_join(at, path, "templates"), NULL), PF_OK);
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		assert_int_equal(symlink(pf_path_join(to, PF_ROOT_DIR, names[i]),
					 pf_path_join(at, path, names[i])),
				 0);
	put_file(*state, "good.md", PF_SLICE("# Title\n\nA short draft of a few words.\n"));
	put_file(*state, "asks.md",
		 PF_SLICE("# Title\n\nA short draft.\n\n<!-- prfaq: off NONE-1 -->\n"));
	ALL(*state, env, rows);
}

/* Permissions mean nothing to root, who then reads the file: nothing to test. */
static void test_a_file_without_permission(void **state)
{
	static const struct row row = {"check secret.md", 3, "secret.md: cannot open: Permission",
				       ""};
	char path[PF_PATH_MAX];
	struct ran r;

	if (geteuid() == 0)
		skip();
	put_file(*state, "secret.md", PF_SLICE("words\n"));
	assert_int_equal(chmod(pf_path_join(path, *state, "secret.md"), 0), 0);
	run(&r, *state, row.line);
	hold(&row, &r);
	ran_release(&r);
}

static void test_a_draft_from_standard_input(void **state)
{
	struct ran r;

	run_with(&r, *state, NULL, PF_SLICE("# Title\n\nA short draft.\n"), NULL, "check -");
	assert_int_equal(r.code, 0);
	assert_true(has(&r.out, "ot scored"));
	ran_release(&r);
}

/* --- broken files of one's own ------------------------------------------------------ */

static void test_broken_files_of_the_user_leave_the_rest_working(void **state)
{
	static const struct row rows[] = {
		{"prompts", 0, "config/prfaq/prompts/mine.yaml:3:", "watch-party"},
		{"prompts show watch-party", 0, "mine.yaml:3:", "Lanternplay"},
		{"rubric", 0, "config/prfaq/rubric.d/mine.yaml:3:", "PRB-"},
		{"check short.md", 2, "rubric.d/mine.yaml:3:", NULL},
		{"numbers short.md", 0, NULL, "0 numbers"},
		{"prompts check config/prfaq/prompts/mine.yaml", 1, "mine.yaml:3:", NULL},
		{"rubric test config/prfaq/rubric.d/mine.yaml", 1, "mine.yaml:3:", NULL},
		{"doctor", 0, "mine.yaml:3:", "prompts"},
	};
	struct ran r;

	put_file(*state, "short.md", PF_SLICE("A few words.\n"));
	put_file(*state, "config/prfaq/prompts/mine.yaml",
		 PF_SLICE("schema: 1\nid: mine\ntitle: [not, a, text]\nlevel: L9\n"));
	put_file(*state, "config/prfaq/rubric.d/mine.yaml",
		 PF_SLICE("# mine\n- id: X-1\n  nmae: a rule\n"));
	ALL(*state, NULL, rows);
	run_with(&r, *state, NULL, PF_SLICE("/quit\n"), NULL,
		 "interview --plain --prompt watch-party");
	assert_int_equal(r.code, 0);
	assert_true(has(&r.err, "mine.yaml:3:"));
	assert_true(has(&r.out, "Lanternplay"));
	ran_release(&r);
}

static void test_hostile_yaml_is_refused_with_its_place(void **state)
{
	static const struct {
		const char *text, *says;
	} files[] = {
		{"a: &x 1\nb: *x\n", "hostile.yaml:"},
		{"id: a\nid: b\n", "hostile.yaml:2:"},
		{"\tid: a\n", "hostile.yaml:1:"},
		{"- just\n- a list\n", "hostile.yaml:1:"},
		{"\xFF\xFE\n", "hostile.yaml"},
		{"", "hostile.yaml"},
		{"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
		 "hostile.yaml"},
	};

	for (size_t i = 0; i < sizeof(files) / sizeof(*files); i++) {
		const struct row row = {"prompts check hostile.yaml", 1, files[i].says, NULL};
		struct ran r;

		put_file(*state, "hostile.yaml", pf_slice_of(files[i].text));
		run(&r, *state, row.line);
		hold(&row, &r);
		ran_release(&r);
	}
}

static void test_a_broken_configuration_is_told(void **state)
{
	struct ran r;

	put_file(*state, "config/prfaq/config.yaml", PF_SLICE("strict: maybe\nno-such-key: 1\n"));
	run_with(&r, *state, NULL, PF_SLICE("/quit\n"), NULL,
		 "interview --plain --prompt watch-party");
	assert_int_equal(r.code, 0);
	assert_true(has(&r.err, "config.yaml:1:"));
	ran_release(&r);
}

/* --- terminal ------------------------------------------------------------------------- */

static void test_no_terminal_names_the_way_without(void **state)
{
	static const struct row rows[] = {
		{"", 3, "--plain", NULL},
		{"home", 3, "--plain", NULL},
		{"interview", 3, "--plain", NULL},
		{"interview --resume", 3, "--plain", NULL},
		{"drill metrics", 3, "--plain", NULL},
	};
	struct tty t;

	ALL(*state, NULL, rows);
	tty_open_with(&t, *state, (const char *const[]){"TERM=dumb", NULL}, 24, 80, "");
	assert_int_equal(tty_ended(&t), 3);
	assert_true(tty_shows(&t, "--plain"));
	tty_close(&t);
	tty_open_with(&t, *state, (const char *const[]){"TERM=no-such-terminal", NULL}, 24, 80, "");
	assert_int_equal(tty_ended(&t), 3);
	assert_true(tty_shows(&t, "--plain"));
	tty_close(&t);
}

static void test_a_closed_output_is_told(void **state)
{
	static const char *const lines[] = {"help",  "prompts",       "rubric --json",
					    "guide", "check good.md", "check --help"};

	put_file(*state, "good.md", PF_SLICE("# Title\n\nA short draft of a few words.\n"));
	for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++) {
		struct ran r;

		run_with(&r, *state, NULL, PF_SLICE(""), "/dev/full", lines[i]);
		if (r.code != 3 || !has(&r.err, "cannot write to standard output"))
			fail_msg("%s: code %d, err %s", lines[i], r.code, r.err.ptr);
		ran_release(&r);
	}
}

/* --- the home ---------------------------------------------------------------------------- */

/* Under /proc nobody may make a folder, root or not. */
static void test_a_home_that_cannot_be_written(void **state)
{
	static const char *const env[] = {"XDG_DATA_HOME=/proc/none", NULL};
	static const struct row rows[] = {
		{"prompts", 0, NULL, "watch-party"},
		{"review", 3, "/proc/none", NULL},
		{"export last", 3, "/proc/none", NULL},
		{"doctor", 3, NULL, "BAD  attempts"},
	};
	struct ran r;

	ALL(*state, env, rows);
	run_with(&r, *state, env, PF_SLICE("/next\nwords of a draft\n/show\n/quit\n"), NULL,
		 "interview --plain --prompt watch-party");
	assert_int_equal(r.code, 0);
	assert_true(has(&r.err, "Not kept"));
	assert_true(has(&r.err, "/proc/none"));
	assert_true(has(&r.out, "words of a draft"));
	/* Said once, however much is typed. */
	assert_null(strstr(strstr(r.err.ptr, "Not kept") + 1, "Not kept"));
	ran_release(&r);
}

/* "ulimit -f": a write that fails is told, and ends nothing. */
static void test_a_home_that_may_not_grow(void **state)
{
	struct rlimit limit, small;
	struct ran r;

	assert_int_equal(getrlimit(RLIMIT_FSIZE, &limit), 0);
	small = limit;
	small.rlim_cur = 8192;
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
	run_with(&r, *state, NULL, PF_SLICE("Who is the customer?\n/quit\n"), NULL,
		 "interview --plain --prompt watch-party");
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
	assert_int_equal(r.code, 0);
	assert_true(has(&r.err, "Not kept"));
	assert_true(has(&r.out, "1.6 million"));
	ran_release(&r);
}

static void test_a_damaged_database_is_left_untouched(void **state)
{
	static const char garbage[] = "This is no database, but it may be somebody's text.\n";
	static const struct row rows[] = {
		{"review", 3, "attempts.db", ""},
		{"review --json", 3, "attempts.db", ""},
		{"review last", 3, "attempts.db", NULL},
		{"export last", 3, "attempts.db", NULL},
		{"replay last", 3, "attempts.db", NULL},
		{"doctor", 3, NULL, "BAD  attempts"},
		{"interview --plain --resume", 3, "attempts.db", NULL},
	};
	struct pf_buf after = {0};
	char path[PF_PATH_MAX];
	struct ran r;

	put_file(*state, "data/prfaq/attempts.db", pf_slice_of(garbage));
	ALL(*state, NULL, rows);
	run_with(&r, *state, NULL, PF_SLICE("/next\nwords of a draft\n/show\n/quit\n"), NULL,
		 "interview --plain --prompt watch-party");
	assert_true(has(&r.err, "attempts.db"));
	assert_true(has(&r.out, "words of a draft"));
	ran_release(&r);
	assert_int_equal(pf_file_read(pf_path_join(path, *state, "data/prfaq/attempts.db"), 1 << 20,
				      &after, NULL),
			 PF_OK);
	assert_true(pf_slice_equal(pf_buf_view(&after), pf_slice_of(garbage)));
	pf_buf_release(&after);
}

/* The attempt id of the only attempt. */
static void only_id(const char *home, char id[64])
{
	struct ran r;

	run_expect(&r, home, 0, "review");
	snprintf(id, 64, "%.*s", (int)strcspn(r.out.ptr, " "), r.out.ptr);
	ran_release(&r);
}

/* Whoever calls must tell a name that is none from attempts that cannot be read. */
static void test_a_database_damaged_within_is_no_wrong_name(void **state)
{
	static const struct row rows[] = {
		{"review", 3, "damaged", NULL},
		{"review --json", 3, "damaged", NULL},
		{"review last", 3, "damaged", NULL},
		{"review --delete last", 3, "damaged", NULL},
		{"export last", 3, "damaged", NULL},
		{"replay last", 3, "damaged", NULL},
		{"interview --plain --resume last", 3, "damaged", NULL},
	};
	char path[PF_PATH_MAX], rubbish[4096];
	struct stat st;
	struct ran r;
	int fd;

	run_with(&r, *state, NULL, PF_SLICE("What is the budget?\n/quit\n"), NULL,
		 "interview --plain --prompt watch-party");
	assert_int_equal(r.code, 0);
	ran_release(&r);
	memset(rubbish, 0xa7, sizeof(rubbish));
	fd = open(pf_path_join(path, *state, "data/prfaq/attempts.db"), O_WRONLY);
	assert_true(fd >= 0);
	assert_int_equal(fstat(fd, &st), 0);
	for (off_t at = sizeof(rubbish); at < st.st_size; at += (off_t)sizeof(rubbish))
		assert_int_equal(pwrite(fd, rubbish, sizeof(rubbish), at), sizeof(rubbish));
	close(fd);
	ALL(*state, NULL, rows);
}

/* What came before is shown, and that it breaks off is said. Going on is refused: what is typed
 * would come after the break, where nobody reads it. */
static void test_a_journal_that_breaks_off_is_told(void **state)
{
	static const struct row rows[] = {
		{"export last", 0, "is damaged", "# Watch Party"},
		{"replay last", 0, "is damaged", "minute   1"},
		{"replay last --at 0", 0, NULL, ""},
		{"replay last --at 600", 0, "is damaged", ""},
		{"replay last --records", 3, "is damaged", "begin"},
	};
	struct pf_journal_record record = {
		.kind = 250, .at = pf_now_read().utc, .body = PF_SLICE("x")};
	char folder[PF_PATH_MAX], id[64];
	struct pf_journal *journal;
	struct pf_store *store;
	struct ran r;

	run_with(&r, *state, NULL, PF_SLICE("What is the budget?\n/quit\n"), NULL,
		 "interview --plain --prompt watch-party");
	assert_int_equal(r.code, 0);
	ran_release(&r);
	only_id(*state, id);
	assert_int_equal(pf_store_open(&store, pf_path_join(folder, *state, "data/prfaq"), NULL),
			 PF_OK);
	assert_int_equal(pf_journal_open(&journal, store, id, NULL), PF_OK);
	assert_int_equal(pf_journal_append(journal, &record, 1, NULL), PF_OK);
	pf_journal_close(journal);
	pf_store_close(store);
	ALL(*state, NULL, rows);
	run_with(&r, *state, NULL, PF_SLICE("When must it be live?\n/quit\n"), NULL,
		 "interview --plain --resume last");
	assert_int_equal(r.code, 3);
	assert_true(has(&r.err, "can be read and exported, not gone on with"));
	ran_release(&r);
}

static void test_an_unknown_attempt_is_refused_with_the_nearest(void **state)
{
	static const char *const commands[] = {"review", "export", "replay",
					       "interview --plain --resume"};
	char id[64], wrong[64], line[160];
	struct ran r;

	run_with(&r, *state, NULL, PF_SLICE("What is the budget?\n/quit\n"), NULL,
		 "interview --plain --prompt watch-party");
	assert_int_equal(r.code, 0);
	ran_release(&r);
	only_id(*state, id);
	snprintf(wrong, sizeof(wrong), "%s", id);
	wrong[strlen(wrong) - 2] ^= 1;
	for (size_t i = 0; i < sizeof(commands) / sizeof(*commands); i++) {
		const struct row row = {line, 2, id, NULL};

		snprintf(line, sizeof(line), "%s %s", commands[i], wrong);
		run(&r, *state, line);
		hold(&row, &r);
		assert_true(has(&r.err, wrong));
		ran_release(&r);
	}
	/* A file that cannot be written is named. */
	run_expect(&r, *state, 3, "export last -o /proc/none/x.md");
	assert_true(has(&r.err, "/proc/none/x.md"));
	ran_release(&r);
}

static void test_an_attempt_another_process_holds_is_refused_by_name(void **state)
{
	struct tty t;
	struct ran r;
	char id[64];

	tty_open(&t, *state, 24, 80, "interview --prompt watch-party");
	tty_wait(&t, "Your question");
	tty_type(&t, "Who waits");
	tty_wait(&t, "Who waits");
	only_id(*state, id);
	run(&r, *state, "interview --plain --resume");
	assert_int_equal(r.code, 3);
	assert_true(has(&r.err, id));
	ran_release(&r);
	/* Reading it is no trouble. */
	run_expect(&r, *state, 0, "export last");
	ran_release(&r);
	tty_type(&t, C('q'));
	tty_wait(&t, "How long do you have?");
	tty_type(&t, C('q'));
	assert_int_equal(tty_ended(&t), 0);
	tty_close(&t);
	run_with(&r, *state, NULL, PF_SLICE("/quit\n"), NULL, "interview --plain --resume");
	assert_int_equal(r.code, 0);
	ran_release(&r);
}

static void test_an_attempt_without_a_word_is_not_kept(void **state)
{
	struct tty t;
	struct ran r;

	tty_open(&t, *state, 24, 80, "interview --prompt watch-party");
	tty_wait(&t, "Your question");
	tty_type(&t, C('q'));
	tty_wait(&t, "Nothing was asked or written, so nothing is kept.");
	tty_type(&t, C('q'));
	assert_int_equal(tty_ended(&t), 0);
	tty_close(&t);
	run_expect(&r, *state, 0, "review");
	assert_true(has(&r.out, "No attempts yet."));
	ran_release(&r);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, folder_make, folder_drop)

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(test_words_that_are_unknown),
		CASE(test_words_that_are_fine),
		CASE(test_files_that_cannot_be_read),
		CASE(test_a_file_without_permission),
		CASE(test_a_draft_that_asks_for_rules_that_are_missing),
		CASE(test_a_draft_from_standard_input),
		CASE(test_broken_files_of_the_user_leave_the_rest_working),
		CASE(test_hostile_yaml_is_refused_with_its_place),
		CASE(test_a_broken_configuration_is_told),
		CASE(test_no_terminal_names_the_way_without),
		CASE(test_a_closed_output_is_told),
		CASE(test_a_home_that_cannot_be_written),
		CASE(test_a_home_that_may_not_grow),
		CASE(test_a_damaged_database_is_left_untouched),
		CASE(test_a_database_damaged_within_is_no_wrong_name),
		CASE(test_a_journal_that_breaks_off_is_told),
		CASE(test_an_unknown_attempt_is_refused_with_the_nearest),
		CASE(test_an_attempt_another_process_holds_is_refused_by_name),
		CASE(test_an_attempt_without_a_word_is_not_kept),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
