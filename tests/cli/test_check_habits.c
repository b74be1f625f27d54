/* The habits of a linter: why, diff, read-aloud, html, config, comments, watch, colours. */
#define _XOPEN_SOURCE   700
#define _DEFAULT_SOURCE /* struct winsize, for program.h */
#include "program.h"

#include <jansson.h>

#include "prfaq/base/utf8.h"

/* A page with what each test needs: wide letters and a tab before what is found, one sentence
 * out of breath, a number of no measure. */
static const char old_draft[] =
	"# Quayside opens the gate list to every dock worker\n\n"
	"## Problem\n\n"
	"Each night 900 dock workers in Portmere wait 50 minutes for a gate, because the list of "
	"ships is on paper and changes by hand. 港:\tUsers lose a lot of time.\n\n"
	"## Solution\n\n"
	"The worker opens one page and sees the gate, the ship and the hour, and when the ship is "
	"late the page says so and names the next gate, so that the worker does not wait in the "
	"rain (or the wind) for the foreman (or his boy) with a paper list (or none) in his "
	"hand.\n\n"
	"## Customer benefit\n\n"
	"- Waiting for a gate falls from 50 minutes to 20 minutes\n"
	"- Less trouble for every driver\n\n"
	"## FAQ\n\n"
	"**Q: What does it cost?**\n"
	"A: $300,000 in all: four people for five months are 20 person-months x $15,000 = "
	"$300,000.\n\n"
	"**Q: Who sees the list?**\n"
	"A: The workers of the pier. Names are encrypted and kept 30 days.\n";

static void replace(char *text, const char *what, const char *by)
{
	char *at = strstr(text, what);

	assert_non_null(at);
	assert_int_equal(strlen(what), strlen(by));
	memcpy(at, by, strlen(by));
}

static int put_drafts(void **state)
{
	char text[sizeof(old_draft)];

	if (folder_make(state))
		return -1;
	memcpy(text, old_draft, sizeof(text));
	put_file(*state, "old.md", pf_slice_of(text));
	replace(text, "Less trouble for every driver", "Late fees fall from $38 to $5");
	replace(text, "the hour, and when", "the hour, perhaps.");
	put_file(*state, "new.md", pf_slice_of(text));
	return 0;
}

static size_t findings_of(const json_t *list, const char *rule)
{
	const json_t *f;
	size_t i, n = 0;

	json_array_foreach(list, i, f) n +=
		!rule || !strcmp(json_string_value(json_object_get(f, "rule")), rule);
	return n;
}

static size_t found(const char *home, const char *options, const char *rule)
{
	char line[256];
	struct ran r;
	json_t *j;
	size_t n;

	snprintf(line, sizeof(line), "check --fail-on never --format json %s old.md", options);
	run_expect(&r, home, 0, line);
	j = ran_json(&r);
	n = findings_of(json_object_get(json_array_get(json_object_get(j, "files"), 0), "findings"),
			rule);
	json_decref(j);
	return n;
}

/* --- text ------------------------------------------------------------------------ */

static void test_what_a_reader_asks_comes_before_what_is_wrong(void **state)
{
	struct ran r;
	const char *read_as, *asks, *first, *score;

	run_expect(&r, *state, 1, "check old.md");
	read_as = strstr(r.out.ptr, "Read as article: ");
	asks = strstr(r.out.ptr, "\nA reader asks\n");
	first = strstr(r.out.ptr, "old.md:");
	score = strstr(r.out.ptr, "\nScore ");
	assert_true(read_as && asks && first && score);
	assert_true(read_as < asks && asks < first && first < score);
	assert_true(has(&r.out, "What is the problem?"));
	assert_true(has(&r.out, "not answered")); /* there is no metric */
	assert_null(strstr(r.out.ptr, "On this page"));
	if (!has(&r.out, "\nKeep line 5: Each night 900 dock workers"))
		fail_msg("%s", r.out.ptr);
	ran_release(&r);
}

/* What answers is shown as words, whatever marks stand in it. */
static void test_an_answer_is_shown_without_its_marks(void **state)
{
	struct ran r;

	put_file(
		*state, "bold.md",
		PF_SLICE("# Trapline\n\n## Problem\n\nA third of all grease traps are emptied half "
			 "full, at $210 each. Last year 412 kitchens in the county paid for 1,300 "
			 "visits "
			 "that nobody needed, and 38 of them flooded all the same.\n\n"
			 "## Solution\n\nA probe on the lid tells the hauler when a trap is three "
			 "quarters full. The hauler comes within two days, and the owner sees the "
			 "reading that he came for on the bill.\n\n"
			 "## Metrics\n\n- **Primary:** cost of hauling, from $5,040 today to "
			 "$3,500 a "
			 "kitchen by May, read from the bills.\n\n"
			 "## FAQ\n\n**Who fits it?** The hauler does, in ten minutes.\n"));
	run_expect(&r, *state, 1, "check bold.md");
	assert_true(has(&r.out, "Primary: cost of hauling"));
	ran_release(&r);
}

/* Under a gate's ceiling no other fault is worth a word before the gate's own. */
static void test_what_holds_the_page_down_is_told_first(void **state)
{
	struct pf_buf page = {0};
	struct ran r;
	const char *model, *faq;

	run_expect(&r, *state, 0, "prompts show watch-party --hidden");
	model = strstr(pf_buf_cstr(&r.out), "Model answer\n\n");
	assert_non_null(model);
	model += strlen("Model answer\n\n");
	faq = strstr(model, "## FAQ");
	assert_non_null(faq);
	pf_buf_adds(&page, model);
	pf_buf_slice(&page, pf_slice_make(model, (size_t)(faq - model)));
	put_file(*state, "twice.md", pf_buf_view(&page));
	pf_buf_release(&page);
	ran_release(&r);
	run_with(&r, *state, NULL, PF_SLICE(""), NULL, "check --prompt watch-party twice.md");
	/* The first finding is the gate's. */
	model = strstr(pf_buf_cstr(&r.out), "\ntwice.md:");
	assert_non_null(model);
	faq = strstr(model, "\n    ");
	assert_non_null(faq);
	assert_true(strstr(model, "stands in it twice") < faq);
	ran_release(&r);
}

/* The program knows its own model answers where no prompt is named. */
static void test_a_model_with_other_nouns_is_known_without_a_prompt(void **state)
{
	struct ran r, checked;
	char *model;

	run_expect(&r, *state, 0, "prompts show watch-party --hidden");
	model = strstr(pf_buf_cstr(&r.out), "Model answer\n\n");
	assert_non_null(model);
	model += strlen("Model answer\n\n");
	put_file(*state, "copy.md", pf_slice_of(model));
	run_with(&checked, *state, NULL, PF_SLICE(""), NULL, "check copy.md");
	assert_null(strstr(pf_buf_cstr(&checked.out), "made of a model answer"));
	ran_release(&checked);
	for (char *at = model; (at = strstr(at, "evening"));)
		memcpy(at, "lantern", strlen("lantern"));
	for (char *at = model; (at = strstr(at, "film"));)
		memcpy(at, "pier", strlen("pier"));
	put_file(*state, "copy.md", pf_slice_of(model));
	run_with(&checked, *state, NULL, PF_SLICE(""), NULL, "check copy.md");
	assert_non_null(strstr(pf_buf_cstr(&checked.out), "made of a model answer"));
	ran_release(&checked);
	ran_release(&r);
}

static void test_lines_fit_and_nothing_quotes_nothing(void **state)
{
	struct pf_slice rest, line;
	struct ran r;

	run_expect(&r, *state, 1, "check --all old.md");
	assert_false(has(&r.out, "\"\""));
	rest = pf_buf_view(&r.out);
	while (pf_slice_line(&rest, &line))
		if (pf_utf8_columns(line) > 80)
			fail_msg("%d columns: %.*s", pf_utf8_columns(line), (int)line.len,
				 line.ptr);
	ran_release(&r);
}

/* "Users" stands behind a letter two columns wide and a tab, which is shown as one blank. */
static void test_the_caret_stands_below_the_words(void **state)
{
	char *quote, *end, *caret, *word;
	struct ran r;

	run_expect(&r, *state, 1, "check --all old.md");
	quote = strstr(r.out.ptr, "\"Users\": which ones");
	assert_non_null(quote);
	quote = strchr(quote, '\n') + 1;
	end = strchr(quote, '\n');
	caret = strchr(end, '^');
	word = strstr(quote, "Users");
	assert_true(word && word < end && caret);
	assert_int_equal(pf_utf8_columns(pf_slice_make(quote, (size_t)(word - quote))),
			 pf_utf8_columns(pf_slice_make(end + 1, (size_t)(caret - end - 1))));
	assert_int_equal(strspn(caret, "^"), 5);
	ran_release(&r);
}

static void test_a_missing_part_is_said_to_belong_somewhere(void **state)
{
	struct ran r;
	const char *at;

	run_expect(&r, *state, 1, "check --all old.md");
	at = strstr(r.out.ptr, "Metrics");
	while (at && !strstr(at, "missing"))
		at = strstr(at + 1, "Metrics");
	assert_non_null(at);
	assert_true(has(&r.out, "belongs: after Customer benefit, which begins on line 11"));
	ran_release(&r);
}

/* Metrics among the answers cut the FAQ in two: it begins where its heading stands. */
static void test_a_part_cut_in_two_begins_once(void **state)
{
	struct ran r;

	put_file(*state, "cut.md",
		 PF_SLICE("# Quayside opens the gate list to every dock worker\n\n"
			  "Today the port of Portmere opens Quayside.\n\n## Problem\n\n"
			  "Each night 900 dock workers wait 50 minutes for a gate.\n\n"
			  "## Solution\n\nThe worker opens one page and sees the gate.\n\n"
			  "## FAQ\n\n**What does it cost?**\n$300,000 a year.\n\n"
			  "**How will success be measured?**\n\n"
			  "- Minutes to a gate: from 50 to 20 by June 2027\n\n"
			  "**Who sees the list?**\nThe workers of the pier.\n\n"
			  "**Why not a screen?**\nIt would hang where nobody waits.\n"));
	run_expect(&r, *state, 1, "check --all cut.md");
	assert_true(has(&r.out, "belongs: after FAQ, which begins on line 13"));
	ran_release(&r);
}

static void test_colours_are_for_terminals(void **state)
{
	static const char *const plain[] = {"NO_COLOR=1", NULL};
	static const char *const dumb[] = {"TERM=dumb", NULL};
	struct tty t;
	struct ran r;

	run_expect(&r, *state, 1, "check old.md");
	assert_null(strchr(r.out.ptr, '\033'));
	ran_release(&r);
	put_file(*state, ".prfaq.yaml", PF_SLICE("colour: always\n"));
	run_expect(&r, *state, 1, "check old.md");
	assert_non_null(strstr(r.out.ptr, "\033[31m"));
	ran_release(&r);
	put_file(*state, ".prfaq.yaml", PF_SLICE("off: []\n"));
	for (int i = 0; i < 2; i++) {
		tty_open_with(&t, *state, i ? plain : dumb, 50, 100, "check old.md");
		tty_wait(&t, "Score ");
		tty_close(&t);
	}
}

/* --- why --------------------------------------------------------------------------- */

static void test_why_takes_a_rule_or_none(void **state)
{
	struct ran r;

	run_expect(&r, *state, 1, "check --why PRB-04 old.md");
	assert_true(has(&r.out, "PRB-04"));
	assert_true(has(&r.out, "why:"));
	assert_false(has(&r.out, "PRB-02"));
	ran_release(&r);
	run_expect(&r, *state, 1, "check --why MET-06 old.md");
	assert_true(has(&r.out, "How would you measure ___?"));
	ran_release(&r);
	run_expect(&r, *state, 1, "check --why=PRB-04 old.md");
	assert_true(has(&r.out, "PRB-04"));
	ran_release(&r);
	run_expect(&r, *state, 1, "check --why old.md");
	assert_true(has(&r.out, "PRB-02"));
	assert_true(has(&r.out, "Sum of the proofs"));
	ran_release(&r);
	run_expect(&r, *state, 2, "check --why PRB-40 old.md");
	assert_true(has(&r.err, "no rule \"PRB-40\"; did you mean PRB-04?"));
	ran_release(&r);
}

/* The sum of what stands before " of " in the rows of "Points". */
static double points_told(const struct pf_buf *out)
{
	const char *row = strstr(out->ptr, "\nPoints\n");
	double sum = 0;

	assert_non_null(row);
	for (row += strlen("\nPoints\n"); !strncmp(row, "  ", 2); row = strchr(row, '\n') + 1) {
		const char *of = strstr(row, " of ");

		if (of && of < strchr(row, '\n'))
			sum += strtod(row + 20, NULL);
	}
	return sum;
}

/* Points do not go astray: the rows add up to the score, and what no finding tells of is named. */
static void test_every_point_is_accounted_for(void **state)
{
	struct ran r;
	double sum, score;

	run_expect(&r, *state, 1, "check old.md");
	pf_buf_cstr(&r.out);
	sum = points_told(&r.out);
	assert_non_null(strstr(r.out.ptr, "\nScore "));
	score = strtod(strstr(r.out.ptr, "\nScore ") + strlen("\nScore "), NULL);
	if (sum < score - 1 || sum > score + 1)
		fail_msg("the rows make %.1f, the score is %.0f", sum, score);
	assert_true(has(&r.out, "points are lost to what was not seen;"));
	ran_release(&r);
	run_expect(&r, *state, 1, "check --why old.md");
	assert_true(has(&r.out, "but: nothing is wrong here"));
	ran_release(&r);
}

/* The one line with a number is all hype: nothing is held up as good. */
static void test_a_line_at_fault_is_not_kept(void **state)
{
	struct ran r;

	put_file(
		*state, "hype.md",
		PF_SLICE("SuperFresh - the best app ever\n\nwe want to launch an app for grocery "
			 "shoppers who are frustrated. It will be revolutionary and best-in-class "
			 "and increase engagement by 30%.\n\nthe problem: people waste food. a lot "
			 "of food, like really much, and families lose money and it is bad for the "
			 "planet and also for stores which have to throw things away every evening "
			 "after closing because nobody bought them.\n\nour solution is an AI "
			 "platform which leverages machine learning to optimize inventory "
			 "synergies.\n\nbenefits\n- saves money\n- saves time\n\nmetrics: DAU, "
			 "MAU\n\nfaq\nhow much does it cost? we will see\n"));
	run_expect(&r, *state, 1, "check hype.md");
	assert_true(has(&r.out, "Read as "));
	assert_false(has(&r.out, "Keep line"));
	ran_release(&r);
}

/* --- two drafts ---------------------------------------------------------------------- */

static void test_diff_tells_what_came_and_went(void **state)
{
	struct ran r;
	json_t *j;

	run_expect(&r, *state, 0, "check --diff old.md new.md");
	assert_true(has(&r.out, "old.md -> new.md"));
	assert_true(has(&r.out, "\"Less trouble for every driver\": how much? [BEN-02]"));
	assert_true(has(&r.out, "New: "));
	assert_true(has(&r.out, "Customer benefit"));
	assert_true(has(&r.out, "The whole page")); /* or the rows would not add up to the score */
	assert_true(has(&r.out, "Score "));
	ran_release(&r);
	run_expect(&r, *state, 0, "check --diff --format json old.md new.md");
	j = ran_json(&r);
	assert_int_equal(findings_of(json_object_get(j, "gone"), "BEN-02"), 1);
	assert_int_equal(findings_of(json_object_get(j, "came"), "BEN-02"), 0);
	assert_true(json_integer_value(json_object_get(j, "stayed")) > 0);
	assert_true(json_number_value(json_object_get(json_object_get(j, "new"), "score")) >
		    json_number_value(json_object_get(json_object_get(j, "old"), "score")));
	json_decref(j);
	/* The same draft twice has nothing to tell; backwards, what came is what fails. */
	run_expect(&r, *state, 0, "check --diff --fail-on info old.md old.md");
	assert_true(has(&r.out, "0 gone, 0 new"));
	ran_release(&r);
	run_expect(&r, *state, 1, "check --diff new.md old.md");
	ran_release(&r);
	run_expect(&r, *state, 3, "check --diff old.md none.md");
	assert_true(has(&r.err, "none.md"));
	ran_release(&r);
}

/* --- reading aloud -------------------------------------------------------------------- */

static void test_reading_aloud_marks_where_breath_runs_out(void **state)
{
	struct ran r;
	json_t *j;
	const json_t *file, *stumble, *figures;

	run_expect(&r, *state, 1, "check --read-aloud old.md");
	assert_true(has(&r.out, "words in one breath"));
	assert_true(has(&r.out, "3 brackets and dashes"));
	assert_true(has(&r.out, "1 of "));
	assert_true(has(&r.out, " sentences that are read aloud makes a reader stumble"));
	assert_true(has(&r.out, "The whole page"));
	ran_release(&r);
	run_expect(&r, *state, 1, "check --read-aloud --format json old.md");
	j = ran_json(&r);
	file = json_array_get(json_object_get(j, "files"), 0);
	stumble = json_array_get(json_object_get(file, "stumbles"), 0);
	assert_int_equal(json_integer_value(json_object_get(stumble, "line")), 9);
	figures = json_object_get(file, "readability");
	assert_true(json_integer_value(json_object_get(figures, "syllables")) >
		    json_integer_value(json_object_get(figures, "words")));
	figures = json_object_get(json_object_get(json_object_get(file, "sections"), "solution"),
				  "readability");
	assert_int_equal(json_integer_value(json_object_get(figures, "sentences")), 1);
	json_decref(j);
}

/* --- html ------------------------------------------------------------------------------ */

static void test_html_escapes_what_it_quotes(void **state)
{
	static const char *const tags[] = {"<script", "<img", "<link", "http"};
	struct ran r;

	put_file(*state, "<b>.md", pf_slice_of(old_draft));
	run(&r, *state, "check --format html <b>.md no-such.md");
	assert_int_equal(r.code, 3);
	assert_true(pf_slice_starts(pf_buf_view(&r.out), "<!DOCTYPE html>"));
	assert_true(has(&r.out, "<h1>&lt;b&gt;.md</h1>"));
	assert_true(has(&r.out, "<mark>Users</mark>"));
	assert_true(has(&r.out, "No such file"));
	assert_true(has(&r.out, "<td>The whole page</td>")); /* the rows add up to the score */
	assert_true(has(&r.out, "</html>\n"));
	for (size_t i = 0; i < sizeof(tags) / sizeof(*tags); i++)
		assert_false(has(&r.out, tags[i])); /* it needs nothing else */
	ran_release(&r);
}

/* --- configuration ------------------------------------------------------------------------ */

static void test_the_project_file_is_found_up_the_tree(void **state)
{
	struct ran r;

	assert_int_equal(found(*state, "", "PRB-04"), 1);
	put_file(*state, ".prfaq.yaml", PF_SLICE("off: [PRB-04]\nrubric: canonical\n"));
	assert_int_equal(found(*state, "", "PRB-04"), 0);
	run_expect(&r, *state, 1, "check old.md");
	assert_true(has(&r.out, "Read as canonical, as you asked"));
	ran_release(&r);
	run_expect(&r, *state, 1, "check --rubric article old.md");
	assert_true(has(&r.out, "Read as article"));
	ran_release(&r);
	put_file(*state, ".prfaq.yaml", PF_SLICE("fail_on: never\n"));
	run_expect(&r, *state, 0, "check old.md");
	ran_release(&r);
	put_file(*state, ".prfaq.yaml", PF_SLICE("prompt: watch-party\nrole: tpm\nlevel: L7\n"));
	run(&r, *state, "check old.md");
	assert_true(has(&r.out, "Not scored: 0 % of the sentences are about \"Watch Party\""));
	ran_release(&r);
}

static void test_a_severity_can_be_changed(void **state)
{
	struct ran r;

	run_expect(&r, *state, 1, "check --all old.md");
	assert_false(has(&r.out, "info: \"Users\""));
	ran_release(&r);
	put_file(*state, "config/prfaq/config.yaml", PF_SLICE("severity: {PRB-04: major}\n"));
	put_file(*state, ".prfaq.yaml", PF_SLICE("severity: {PRB-04: info}\n"));
	run_expect(&r, *state, 1, "check --all old.md");
	assert_true(has(&r.out, "info: \"Users\""));
	ran_release(&r);
}

static void test_a_broken_project_file_checks_nothing(void **state)
{
	struct ran r;

	put_file(*state, ".prfaq.yaml", PF_SLICE("rubric: canonicle\n"));
	run_expect(&r, *state, 2, "check old.md");
	assert_true(has(&r.err, ".prfaq.yaml:1:9: "));
	assert_true(has(&r.err, "canonical"));
	assert_true(has(&r.err, "nothing was checked"));
	assert_int_equal(r.out.len, 0);
	ran_release(&r);
	/* One in which all is commented out is not broken. */
	put_file(*state, ".prfaq.yaml", PF_SLICE("# rubric: canonical\n\n"));
	run_expect(&r, *state, 1, "check old.md");
	assert_true(has(&r.out, "Read as article"));
	ran_release(&r);
	/* Neither does one of the user's. */
	put_file(*state, ".prfaq.yaml", PF_SLICE("rubric: canonical\n"));
	put_file(*state, "config/prfaq/config.yaml", PF_SLICE("off: [ST-03\n"));
	run_expect(&r, *state, 2, "check --format json --fail-on never old.md");
	assert_true(has(&r.err, "config.yaml:"));
	ran_release(&r);
}

/* Advice on style is held to three a page; a rule that somebody wrote is not. */
static void test_a_rule_of_ones_own_is_always_told(void **state)
{
	struct ran r;
	size_t n = 0;

	put_file(*state, "config/prfaq/rubric.d/mine.yaml",
		 PF_SLICE("- id: MY-01\n  name: no gates\n  section: style\n"
			  "  pillar: clarity\n  lens: customer\n  severity: minor\n"
			  "  message: \"{claim}: we say pier\"\n  why: So do they.\n"
			  "  fix: Say pier.\n  ask: Really?\n  source: us\n"
			  "  pattern: {phrases: [gate], want: absent}\n"
			  "  good:\n    - text: We ship on Monday.\n    - text: It costs 5 euros.\n"
			  "  bad:\n    - text: The gate opens.\n    - text: We shut a gate.\n"));
	run_expect(&r, *state, 0, "rubric test config/prfaq/rubric.d/mine.yaml");
	ran_release(&r);
	run_expect(&r, *state, 1, "check --all old.md");
	for (const char *p = r.out.ptr; (p = strstr(p, "[MY-01]")); p++)
		n++;
	if (n <= 3)
		fail_msg("%zu of the gates are told\n%s", n, r.out.ptr);
	ran_release(&r);
}

static void test_an_unknown_rule_silences_nothing_and_is_told(void **state)
{
	struct ran r;

	run_expect(&r, *state, 2, "check --off PRB-40 old.md");
	assert_true(has(&r.err, "no rule \"PRB-40\"; did you mean PRB-04?"));
	ran_release(&r);
	/* A rule of the other rubric is known. */
	run_expect(&r, *state, 1, "check --off HD-01 --off PRB-04,ST-03 old.md");
	ran_release(&r);
	put_file(*state, ".prfaq.yaml", PF_SLICE("off: [PRB-40]\n"));
	run_expect(&r, *state, 2, "check old.md");
	assert_true(has(&r.err, "no rule \"PRB-40\""));
	ran_release(&r);
}

static void test_an_unknown_rule_in_a_comment_is_told_where_it_stands(void **state)
{
	struct ran r;

	put_file(
		*state, "typo.md",
		PF_SLICE(
			"# A gate list\n\n<!-- prfaq: off HD-01, PRB-40 -->\n\n## Problem\n\nUsers "
			"lose time.\n"));
	run_expect(&r, *state, 0, "check --fail-on never typo.md");
	assert_true(has(&r.err, "typo.md:3:24: no rule \"PRB-40\"; did you mean PRB-04?"));
	assert_false(has(&r.err, "HD-01")); /* of the other rubric */
	ran_release(&r);
}

static void test_one_gap_is_told_once(void **state)
{
	struct ran r;
	json_t *j;
	const json_t *f, *findings;
	size_t i, launch = 0;

	run_expect(&r, *state, 0,
		   "check --all --fail-on never --format json -p watch-party old.md");
	j = ran_json(&r);
	findings = json_object_get(json_array_get(json_object_get(j, "files"), 0), "findings");
	json_array_foreach(findings, i, f)
	{
		const char *message = json_string_value(json_object_get(f, "message"));

		launch += strstr(message, "launch date") || strstr(message, "6 months from today");
		if (!strcmp(json_string_value(json_object_get(f, "rule")), "SUM-02"))
			assert_true(json_array_size(json_object_get(f, "also")) >= 2);
	}
	assert_int_equal(launch, 1);
	json_decref(j);
}

static void test_a_comment_in_the_draft_silences(void **state)
{
	struct pf_buf text = {0};

	assert_true(found(*state, "", "ST-03") > 0);
	pf_buf_adds(&text, old_draft);
	pf_buf_adds(&text, "\n<!-- prfaq: off st-03, PRB-04 -->\n");
	put_file(*state, "old.md", pf_buf_view(&text));
	pf_buf_release(&text);
	assert_int_equal(found(*state, "", "ST-03"), 0);
	assert_int_equal(found(*state, "", "PRB-04"), 0);
	assert_true(found(*state, "", NULL) > 0);
}

/* --- originality ---------------------------------------------------------------------------- */

static const char copied[] =
	"# A board for the quay\n\n## Problem\n\nEvery other sentence here stands in the skeleton: "
	"Each night the workers of the pier wait for a gate and nobody knows which one it will "
	"be.\n";

/* A skeleton of one's own data folder, the same sentence in draft and skeleton. */
static void test_overlap_is_quoted_with_both_places(void **state)
{
	struct pf_buf skeleton = {0};
	struct pf_slice rest, line, sentence = {0};
	struct pf_buf text = {0};
	struct ran r;
	size_t at = 0;
	char place[64];

	assert_int_equal(
		pf_file_read(PF_ROOT_DIR "/templates/article.md", 1 << 20, &skeleton, NULL), PF_OK);
	rest = pf_buf_view(&skeleton);
	for (size_t n = 1; pf_slice_line(&rest, &line); n++)
		if (line.len > sentence.len && line.ptr[0] != '#' && line.ptr[0] != '|' &&
		    line.ptr[0] != '<') {
			sentence = line;
			at = n;
		}
	for (int i = 0; i < 5; i++)
		pf_buf_adds(&text, i ? "" : copied);
	for (int i = 0; i < 12; i++)
		pf_buf_printf(&text, "\n%.*s\n", (int)sentence.len, sentence.ptr);
	put_file(*state, "copy.md", pf_buf_view(&text));
	run(&r, *state, "check --rubric article --all --why DOC-15 --format json copy.md");
	snprintf(place, sizeof(place), "line %zu of the skeleton: ", at);
	if (!has(&r.out, place))
		fail_msg("no \"%s\" in %.2000s", place, r.out.ptr);
	ran_release(&r);
	pf_buf_release(&text);
	pf_buf_release(&skeleton);
}

static void test_who_has_to_type_a_draft_is_told(void **state)
{
	struct tty t;

	tty_open(&t, *state, 24, 80, "numbers");
	tty_wait(&t, "type or paste the text; C-d on a line of its own ends it");
	tty_type(&t, "It takes 7 minutes.\r\x04");
	tty_wait(&t, "7 minutes");
	assert_int_equal(tty_ended(&t), 0);
	tty_close(&t);
}

/* --- watching --------------------------------------------------------------------------------- */

/* As in `prfaq check --watch draft.md | head`: nothing is to be waited for. */
static void test_watching_ends_with_its_reader(void **state)
{
	char store[256], *argv[ARGS_MAX], byte;
	struct env env;
	int out[2], status = 0;
	pid_t pid;

	put_file(*state, "draft.md", PF_SLICE("A few words.\n"));
	assert_int_equal(pipe(out), 0);
	env_make(&env, *state, NULL);
	env.v[env.n] = NULL;
	words_of("check --watch draft.md", store, argv);
	pid = fork();
	if (!pid) {
		dup2(out[1], STDOUT_FILENO);
		close(out[0]);
		close(out[1]);
		if (!chdir(*state))
			execve(PF_PROGRAM, argv, env.v);
		_exit(127);
	}
	close(out[1]);
	assert_int_equal(read(out[0], &byte, 1), 1);
	close(out[0]);
	for (int64_t end = now_ms() + 5000; !waitpid(pid, &status, WNOHANG); poll(NULL, 0, 10)) {
		if (now_ms() > end) {
			kill(pid, SIGKILL);
			fail_msg("it goes on without a reader");
		}
	}
	env_release(&env);
}

static void test_watch_checks_again_when_the_file_changes(void **state)
{
	char path[PF_PATH_MAX];
	struct tty t;

	tty_open(&t, *state, 60, 100, "check --watch --all old.md");
	tty_wait(&t, "watching; C-c ends it");
	put_file(*state, "old.md", PF_SLICE("A few words.\n"));
	tty_wait(&t, "Not scored:");
	put_file(*state, "old.md", pf_slice_of(old_draft));
	tty_wait(&t, "Score ");
	/* An editor may take the file away for a moment, or for good. */
	put_file(*state, "old.md", PF_SLICE("Text.\n"));
	tty_wait(&t, "Not scored:");
	assert_int_equal(unlink(pf_path_join(path, *state, "old.md")), 0);
	tty_wait(&t, "old.md: cannot open");
	tty_close(&t);
}

static void test_what_does_not_go_together_is_refused(void **state)
{
	static const struct {
		const char *line, *says;
	} rows[] = {
		{"check --diff old.md", "--diff takes two files: OLD NEW"},
		{"check --diff --format sarif old.md new.md", "--diff prints text or json"},
		{"check --read-aloud --format html old.md", "--read-aloud prints text or json"},
		{"check --watch --diff old.md new.md", "do not go together"},
		{"check --watch -", "standard input cannot be watched"},
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct ran r;

		run_expect(&r, *state, 2, rows[i].line);
		assert_true(has(&r.err, rows[i].says));
		assert_int_equal(r.out.len, 0);
		ran_release(&r);
	}
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, put_drafts, folder_drop)

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(test_what_a_reader_asks_comes_before_what_is_wrong),
		CASE(test_an_answer_is_shown_without_its_marks),
		CASE(test_what_holds_the_page_down_is_told_first),
		CASE(test_a_model_with_other_nouns_is_known_without_a_prompt),
		CASE(test_lines_fit_and_nothing_quotes_nothing),
		CASE(test_the_caret_stands_below_the_words),
		CASE(test_a_missing_part_is_said_to_belong_somewhere),
		CASE(test_a_part_cut_in_two_begins_once),
		CASE(test_colours_are_for_terminals),
		CASE(test_why_takes_a_rule_or_none),
		CASE(test_every_point_is_accounted_for),
		CASE(test_a_line_at_fault_is_not_kept),
		CASE(test_diff_tells_what_came_and_went),
		CASE(test_reading_aloud_marks_where_breath_runs_out),
		CASE(test_html_escapes_what_it_quotes),
		CASE(test_the_project_file_is_found_up_the_tree),
		CASE(test_a_severity_can_be_changed),
		CASE(test_a_broken_project_file_checks_nothing),
		CASE(test_an_unknown_rule_silences_nothing_and_is_told),
		CASE(test_a_rule_of_ones_own_is_always_told),
		CASE(test_an_unknown_rule_in_a_comment_is_told_where_it_stands),
		CASE(test_one_gap_is_told_once),
		CASE(test_a_comment_in_the_draft_silences),
		CASE(test_overlap_is_quoted_with_both_places),
		CASE(test_who_has_to_type_a_draft_is_told),
		CASE(test_watch_checks_again_when_the_file_changes),
		CASE(test_watching_ends_with_its_reader),
		CASE(test_what_does_not_go_together_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
