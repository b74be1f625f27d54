/* The rules themselves: every example, the format's errors, what a rubric says of itself. */
#include <stdlib.h>
#include <unistd.h>

#include "harness.h"

static void examples_hold(void **state)
{
	static const char *const names[] = {"article", "canonical"};

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		struct pf_rubric *rubric = test_rubric(names[i]);
		struct pf_buf report = {0};
		struct pf_rubric_test result = pf_rubric_test(rubric, &report);

		if (result.failed)
			print_message("%s", pf_buf_cstr(&report));
		assert_int_equal(result.failed, 0);
		assert_true(result.examples >= 4 * result.rules);
		pf_buf_release(&report);
		pf_rubric_free(rubric);
	}
}

/* The rules that the article names, by id: none may get lost. */
static void the_article_is_covered(void **state)
{
	static const char *const ids[] = {
		"DOC-01", "DOC-02", "DOC-04", "DOC-08", "DOC-09", "DOC-12", "SUM-02", "PRB-01",
		"PRB-02", "PRB-03", "PRB-08", "SOL-01", "SOL-02", "SOL-03", "SOL-08", "SOL-09",
		"SOL-10", "SOL-11", "BEN-01", "BEN-02", "BEN-05", "MET-01", "MET-02", "MET-03",
		"MET-04", "MET-05", "MET-06", "MET-07", "MET-08", "MET-16", "MET-17", "MET-18",
		"FQ-01",  "FQ-03",  "FQ-04",  "FQ-05",  "FQ-14",  "FQ-16",  "FQ-17",  "FQ-22",
		"FQ-26",  "ST-03",  "ST-05",  "ST-11",  "ST-12",  "CS-01",  "CS-02",  "CS-04",
		"CL-01",  "CL-02",  "CL-04",  "CL-05",
	};
	struct pf_rubric *rubric = test_rubric("article");

	(void)state;
	assert_int_equal(sizeof(ids) / sizeof(*ids), 52);
	for (size_t i = 0; i < sizeof(ids) / sizeof(*ids); i++) {
		size_t at = pf_rubric_find(rubric, ids[i]);

		if (at == pf_rubric_rules(rubric))
			fail_msg("%s is missing", ids[i]);
		assert_true(pf_rubric_rule(rubric, at).seed);
	}
	pf_rubric_free(rubric);
}

static void every_rule_can_be_explained(void **state)
{
	static const char *const names[] = {"article", "canonical"};

	(void)state;
	for (size_t n = 0; n < 2; n++) {
		struct pf_rubric *rubric = test_rubric(names[n]);

		for (size_t i = 0; i < pf_rubric_rules(rubric); i++) {
			struct pf_rule_text r = pf_rubric_rule(rubric, i);
			const char *mark = strchr(r.ask, '?');

			assert_true(strlen(r.message) > 5 && strlen(r.why) > 10 &&
				    strlen(r.fix) > 5);
			assert_true(strlen(r.source) > 2 && r.line > 0 && r.file);
			assert_int_equal(pf_rubric_find(rubric, r.id), i);
			/* A fix never supplies a number: it leaves a blank for it. */
			assert_int_equal(strcspn(r.fix, "0123456789"), strlen(r.fix));
			/* One question, not two. */
			if (!mark || strchr(mark + 1, '?'))
				fail_msg("%s asks \"%s\"", r.id, r.ask);
		}
		assert_int_equal(strlen(pf_rubric_hash(rubric)), 16);
		pf_rubric_free(rubric);
	}
}

#define HEAD                                                                             \
	"- id: MY-01\n  name: mine\n  section: style\n  pillar: clarity\n  lens: data\n" \
	"  severity: minor\n  message: m\n  why: w\n  fix: f\n  source: s\n"

static void broken_files_are_placed(void **state)
{
	static const struct {
		const char *text, *error;
	} cases[] = {
		{HEAD, "1:3: MY-01: no kind; expected one of presence, order, budget, pattern, "
		       "quantified, tiers, pair, coverage, consistency, overlap, readability, "
		       "origin, doubt, clarify, gate, regex"},
		{HEAD "  budget: {unit: words}\n  origin: {}\n",
		 "1:3: MY-01: two kinds, budget and origin; a rule has one"},
		{HEAD "  pattern: {lists: [weasel], want: absent}\n",
		 "1:3: MY-01: no list \"weasel\""},
		{HEAD "  regex: {pattern: \"(\", want: absent}\n",
		 "1:3: MY-01: \"(\" does not compile as a Perl-compatible pattern"},
		{HEAD "  budget: {unit: pages}\n", "11:18: "},
		{HEAD "  colour: red\n", "11:3: unknown key \"colour\""},
		{"- id: MY-01\n  name: mine\n", "1:3: missing key \"section\""},
		{HEAD "  origin: {}\n" HEAD "  origin: {}\n",
		 "12:3: MY-01: there is a rule of that id already"},
	};
	struct pf_paths paths = test_paths();

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		char path[] = "/tmp/prfaq-rules-XXXXXX";
		int fd = mkstemp(path);
		struct pf_yaml_errors errors = {0};
		struct pf_rubric *rubric;
		struct pf_buf text = {0};
		char want[400];

		assert_true(fd >= 0);
		close(fd);
		assert_int_equal(pf_file_write(path, pf_slice_of(cases[i].text), NULL), PF_OK);
		assert_int_equal(pf_rubric_load_file(&rubric, path, &paths, &errors),
				 PF_ERR_INVALID);
		assert_null(rubric);
		pf_yaml_errors_text(&errors, &text);
		snprintf(want, sizeof(want), "%s:%s", path, cases[i].error);
		if (strncmp(pf_buf_cstr(&text), want, strlen(want)))
			fail_msg("expected %s\ngot %s", want, pf_buf_cstr(&text));
		pf_buf_release(&text);
		pf_yaml_errors_release(&errors);
		unlink(path);
	}
}

static void user_rules_are_added(void **state)
{
	char dir[] = "/tmp/prfaq-config-XXXXXX", path[PF_PATH_MAX], file[PF_PATH_MAX];
	struct pf_paths paths = test_paths();
	struct pf_yaml_errors errors = {0};
	struct pf_rubric *rubric;
	struct pf_check check;

	(void)state;
	assert_non_null(mkdtemp(dir));
	snprintf(paths.config, sizeof(paths.config), "%s", dir);
	pf_path_join(path, dir, "rubric.d");
	assert_int_equal(pf_path_make(path, NULL), PF_OK);
	assert_int_equal(
		pf_file_write(
			pf_path_join(file, path, "a.yaml"),
			PF_SLICE(HEAD "  regex: {pattern: \"pier\\\\s+\\\\w+\", want: absent}\n"),
			NULL),
		PF_OK);
	assert_int_equal(pf_file_write(pf_path_join(file, path, "b.yaml"),
				       PF_SLICE("- id: 1\n  nonsense: 2\n"), NULL),
			 PF_OK);
	assert_int_equal(pf_rubric_load(&rubric, "article", &paths, &errors), PF_OK);
	assert_true(errors.n > 0); /* the broken file is told, the rest works */
	assert_true(pf_rubric_find(rubric, "MY-01") < pf_rubric_rules(rubric));
	check = test_check(rubric, GOOD_DRAFT, NULL);
	assert_true(test_finds(rubric, &check, "MY-01"));
	pf_check_release(&check);
	pf_rubric_free(rubric);
	pf_yaml_errors_release(&errors);
	unlink(pf_path_join(file, path, "a.yaml"));
	unlink(pf_path_join(file, path, "b.yaml"));
	rmdir(path);
	rmdir(dir);
}

static void unknown_rubrics_are_named(void **state)
{
	struct pf_paths paths = test_paths();
	struct pf_yaml_errors errors = {0};
	struct pf_rubric *rubric;

	(void)state;
	assert_int_equal(pf_rubric_load(&rubric, "cannonical", &paths, &errors), PF_ERR_NOT_FOUND);
	assert_int_equal(errors.n, 1);
	assert_string_equal(errors.v[0].message,
			    "no rubric \"cannonical\"; did you mean canonical");
	pf_yaml_errors_release(&errors);
}

/* The text between the marks of docs/RUBRIC.md is the tables' own. GENERATE=1 writes it. */
static void the_page_says_what_the_tables_say(void **state)
{
	static const char path[] = PF_ROOT_DIR "/docs/RUBRIC.md";
	static const char mark[] = "<!-- reference: rule -->\n";
	struct pf_buf page = {0}, want = {0};
	size_t begin, end;

	(void)state;
	assert_int_equal(pf_file_read(path, 1 << 20, &page, NULL), PF_OK);
	begin = pf_slice_find(pf_buf_view(&page), pf_slice_of(mark)) + sizeof(mark) - 1;
	assert_true(begin < page.len);
	end = begin + pf_slice_find(pf_slice_cut(pf_buf_view(&page), begin, page.len),
				    PF_SLICE("<!-- end -->"));
	assert_true(end < page.len);
	pf_yaml_reference(pf_rule_schema(), "Keys of a rule", 2, &want);
	if (getenv("GENERATE")) {
		pf_buf_splice(&page, begin, end, pf_buf_view(&want));
		assert_int_equal(pf_file_write(path, pf_buf_view(&page), NULL), PF_OK);
	} else {
		assert_true(pf_slice_equal(pf_slice_cut(pf_buf_view(&page), begin, end),
					   pf_buf_view(&want)));
	}
	pf_buf_release(&page);
	pf_buf_release(&want);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(examples_hold),
		cmocka_unit_test(the_article_is_covered),
		cmocka_unit_test(every_rule_can_be_explained),
		cmocka_unit_test(broken_files_are_placed),
		cmocka_unit_test(user_rules_are_added),
		cmocka_unit_test(unknown_rubrics_are_named),
		cmocka_unit_test(the_page_says_what_the_tables_say),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
