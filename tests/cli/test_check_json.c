/* What scripts read of `prfaq check`: every field docs/CHECK-JSON.md names, with its type. */
#define _XOPEN_SOURCE   700
#define _DEFAULT_SOURCE /* struct winsize, for program.h */
#include "program.h"

/* A draft with most parts, some of them weak, and marks outside ASCII before what is found. */
static const char draft[] =
	"# Larkmeadow Books delivers the next chapter before the train leaves\n"
	"\n"
	"**Readers — é日本 — who commute start a borrowed book in 8 seconds instead of 4 "
	"minutes.**\n"
	"\n"
	"## Problem\n"
	"\n"
	"Commuters lose 4 minutes of a 22-minute ride before the first page opens, measured over "
	"1,200\nrides in March 2026. 31 % give up and read messages instead.\n"
	"\n"
	"## Solution\n"
	"\n"
	"The app fetches the next chapter while the reader is still at home. On the platform it "
	"opens\nwhere it was closed, without a network. We leverage seamless synergy to delight "
	"users.\n"
	"\n"
	"## Benefits\n"
	"\n"
	"- Start reading in 8 seconds instead of 4 minutes.\n"
	"- Finish 2 more chapters in a week.\n"
	"- Significantly improved experience.\n"
	"\n"
	"## Success metrics\n"
	"\n"
	"| tier | metric | baseline | target | by |\n"
	"| --- | --- | --- | --- | --- |\n"
	"| Primary | rides with a page opened within 10 s | 38 % | 75 % | Q4 2026 |\n"
	"| Secondary | chapters read in a week per reader | 3.1 | 5.0 | Q4 2026 |\n"
	"| Leading | chapters fetched before 7:00 | 0 % | 60 % | June 2026 |\n"
	"\n"
	"## FAQ\n"
	"\n"
	"**Q: What does it cost?**\n"
	"A: $0.12 per reader and month for transfer, $90,000 in the first year (assumed: 60,000 "
	"readers).\n"
	"\n"
	"**Q: What of privacy?**\n"
	"A: The commute hour stays on the phone; nothing about it is sent.\n"
	"\n"
	"**Q: Does it scale to ten times the readers?**\n"
	"A: Fetching is spread over 3 hours of the night, so the peak stays under 400 MB/s.\n";

/* Types as letters: s text, n number, i whole number, b bool, o object, l list; a capital letter
 * allows null. */
static bool is_a(const json_t *v, char type)
{
	if (!v)
		return false;
	if (type >= 'A' && type <= 'Z') {
		if (json_is_null(v))
			return true;
		type = (char)(type - 'A' + 'a');
	}
	switch (type) {
	case 's': return json_is_string(v);
	case 'n': return json_is_number(v);
	case 'i': return json_is_integer(v);
	case 'b': return json_is_boolean(v);
	case 'o': return json_is_object(v);
	case 'l': return json_is_array(v);
	default: return false;
	}
}

static const json_t *field(const json_t *o, const char *name, char type)
{
	const json_t *v = json_object_get(o, name);

	if (!is_a(v, type)) {
		char *all = json_dumps(o, JSON_COMPACT);

		fail_msg("\"%s\" is no %c in %.400s", name, type, all);
	}
	return v;
}

static void percent(const json_t *o, const char *name, bool null)
{
	const json_t *v = field(o, name, null ? 'N' : 'n');

	if (json_is_number(v)) {
		assert_true(json_number_value(v) >= 0);
		assert_true(json_number_value(v) <= 100);
	}
}

static void sections_have_their_fields(const json_t *file)
{
	static const char *const parts[] = {
		"headline",        "subheading", "summary",       "problem",
		"solution",        "benefits",   "company_quote", "customer_quote",
		"getting_started", "metrics",    "faq",           "rollout",
		"appendix",        "other"};
	static const char *const tiers[] = {"primary", "secondary", "leading", "guardrail"};
	const json_t *sections = field(file, "sections", 'o');
	const json_t *metrics = field(sections, "metrics", 'o');

	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++) {
		const json_t *part = field(sections, parts[i], 'o');

		field(part, "present", 'b');
		field(part, "quantified", 'b');
		field(part, "line", 'I');
		percent(part, "score", true);
	}
	for (size_t i = 0; i < sizeof(tiers) / sizeof(*tiers); i++)
		field(field(metrics, "tiers", 'o'), tiers[i], 'b');
	field(field(sections, "faq", 'o'), "count", 'i');
}

static void pitfalls_have_their_fields(const json_t *file)
{
	static const char *const names[] = {"feature_first", "vague_numbers", "ignored_constraints",
					    "over_engineering"};
	const json_t *pitfalls = field(file, "pitfalls", 'o');

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		const json_t *p = field(pitfalls, names[i], 'o');
		bool found = json_is_true(field(p, "found", 'b'));

		field(p, "line", 'I');
		if (!found)
			assert_true(json_is_null(json_object_get(p, "line")));
	}
}

/* Line and column of a byte, column in code points, both from 1. */
static void place_of(const char *text, size_t at, json_int_t *line, json_int_t *column)
{
	*line = 1;
	*column = 1;
	for (size_t i = 0; i < at; i++) {
		if (text[i] == '\n') {
			++*line;
			*column = 1;
		} else if (((unsigned char)text[i + 1] & 0xC0) != 0x80) {
			++*column;
		}
	}
}

static void findings_have_their_fields(const json_t *file, const char *text)
{
	static const char *const severities[] = {"critical", "major", "minor", "info"};
	const json_t *findings = field(file, "findings", 'l');
	const json_t *f;
	size_t i;
	json_int_t last = 0;

	json_array_foreach(findings, i, f)
	{
		json_int_t start = json_integer_value(field(f, "start", 'i'));
		json_int_t end = json_integer_value(field(f, "end", 'i'));
		const char *severity = json_string_value(field(f, "severity", 's'));
		json_int_t line, column;
		bool known = false;

		for (size_t k = 0; k < 4; k++)
			known = known || !strcmp(severity, severities[k]);
		assert_true(known);
		field(f, "rule", 's');
		field(f, "section", 's');
		field(f, "fix", 's');
		field(f, "ask", 's');
		assert_true(strlen(json_string_value(field(f, "message", 's'))) > 0);
		assert_true(0 <= start && start <= end && end <= (json_int_t)strlen(text));
		place_of(text, (size_t)start, &line, &column);
		assert_int_equal(json_integer_value(field(f, "line", 'i')), line);
		assert_int_equal(json_integer_value(field(f, "column", 'i')), column);
		assert_true(start >= last);
		last = start;
	}
}

static json_t *check(const char *home, int code, const char *line)
{
	struct ran r;
	json_t *j;

	run(&r, home, line);
	if (r.code != code)
		fail_msg("%s: code %d, err %s", line, r.code, r.err.ptr);
	/* One object on one line. */
	assert_true(r.out.len > 0 && strchr(r.out.ptr, '\n') == r.out.ptr + r.out.len - 1);
	j = ran_json(&r);
	assert_int_equal(json_integer_value(json_object_get(j, "schema")), 1);
	return j;
}

static const json_t *file_at(const json_t *j, size_t i)
{
	const json_t *file = json_array_get(json_object_get(j, "files"), i);

	assert_non_null(file);
	return file;
}

static int put_drafts(void **state)
{
	if (folder_make(state))
		return -1;
	put_file(*state, "draft.md", pf_slice_of(draft));
	put_file(*state, "short.md", PF_SLICE("Too short a text.\n"));
	put_file(*state, "empty.md", PF_SLICE(""));
	return 0;
}

static void test_a_scored_file_has_every_field(void **state)
{
	json_t *j = check(*state, 0, "check --fail-on never --format json draft.md");
	const json_t *file = file_at(j, 0), *lenses;
	static const char *const pillars[] = {"clarity", "prioritization", "quantification"};
	static const char *const names[] = {"customer", "execution", "data"};

	assert_int_equal(json_array_size(json_object_get(j, "files")), 1);
	assert_string_equal(json_string_value(field(file, "path", 's')), "draft.md");
	assert_true(json_is_true(field(file, "scored", 'b')));
	assert_true(json_is_null(field(file, "reason", 'S')));
	assert_string_equal(json_string_value(field(file, "rubric", 's')), "article");
	percent(file, "score", false);
	assert_true(json_integer_value(field(file, "words", 'i')) > 150);
	sections_have_their_fields(file);
	pitfalls_have_their_fields(file);
	findings_have_their_fields(file, draft);
	for (size_t i = 0; i < 3; i++)
		percent(field(file, "pillars", 'o'), pillars[i], false);
	lenses = field(file, "lenses", 'o');
	for (size_t i = 0; i < 3; i++) {
		percent(field(lenses, names[i], 'o'), "score", false);
		/* No panel votes without a prompt to vote on. */
		assert_true(json_is_null(field(json_object_get(lenses, names[i]), "vote", 'S')));
	}
	assert_null(json_object_get(file, "proofs"));
	json_decref(j);
}

static void test_what_the_draft_holds_is_said(void **state)
{
	static const char *const present[] = {"headline", "problem", "solution",
					      "benefits", "metrics", "faq"};
	json_t *j = check(*state, 0, "check --fail-on never --format json draft.md");
	const json_t *sections = field(file_at(j, 0), "sections", 'o');
	const json_t *tiers = field(field(sections, "metrics", 'o'), "tiers", 'o');

	for (size_t i = 0; i < sizeof(present) / sizeof(*present); i++)
		if (!json_is_true(field(field(sections, present[i], 'o'), "present", 'b')))
			fail_msg("%s is there and not found", present[i]);
	assert_true(json_is_true(field(field(sections, "problem", 'o'), "quantified", 'b')));
	assert_true(json_is_true(field(tiers, "primary", 'b')));
	assert_true(json_is_true(field(tiers, "secondary", 'b')));
	assert_true(json_is_true(field(tiers, "leading", 'b')));
	assert_true(json_is_false(field(tiers, "guardrail", 'b')));
	assert_int_equal(json_integer_value(field(field(sections, "faq", 'o'), "count", 'i')), 3);
	json_decref(j);
}

static void test_the_proofs_add_up_to_the_score(void **state)
{
	json_t *j = check(*state, 0, "check --fail-on never --why --format json draft.md");
	const json_t *file = file_at(j, 0), *proofs = field(file, "proofs", 'l'), *p;
	double sum = 0;
	size_t i;

	assert_true(json_array_size(proofs) >= 10);
	json_array_foreach(proofs, i, p)
	{
		double earned = json_number_value(field(p, "earned", 'n'));
		double possible = json_number_value(field(p, "possible", 'n'));
		json_int_t start = json_integer_value(field(p, "start", 'i'));
		json_int_t end = json_integer_value(field(p, "end", 'i'));

		field(p, "rule", 's');
		field(p, "outcome", 's');
		field(p, "reason", 's');
		field(p, "next", 's');
		assert_true(earned >= 0 && earned <= possible + 1e-6);
		assert_true(0 <= start && start <= end && end <= (json_int_t)strlen(draft));
		sum += earned;
	}
	sum -= json_number_value(json_object_get(file, "score"));
	assert_true(sum < 0.51 && sum > -0.51);
	json_decref(j);
}

static void test_with_a_prompt_the_lenses_vote(void **state)
{
	struct ran r;
	const char *at;
	json_t *j;
	const json_t *lenses;

	run_expect(&r, *state, 0, "prompts show watch-party --hidden");
	at = strstr(pf_buf_cstr(&r.out), "Model answer\n\n");
	assert_non_null(at);
	put_file(*state, "model.md", pf_slice_of(at + strlen("Model answer\n\n")));
	ran_release(&r);
	j = check(*state, 0, "check --fail-on never --format json --prompt watch-party model.md");
	assert_true(json_is_true(field(file_at(j, 0), "scored", 'b')));
	lenses = field(file_at(j, 0), "lenses", 'o');
	field(field(lenses, "customer", 'o'), "vote", 's');
	field(field(lenses, "execution", 'o'), "vote", 's');
	field(field(lenses, "data", 'o'), "vote", 's');
	json_decref(j);
}

static void test_an_unscored_file_has_a_reason_and_no_number(void **state)
{
	static const char *const lines[] = {"check --fail-on never --format json short.md",
					    "check --fail-on never --format json empty.md"};

	for (size_t i = 0; i < 2; i++) {
		json_t *j = check(*state, 0, lines[i]);
		const json_t *file = file_at(j, 0);

		assert_true(json_is_false(field(file, "scored", 'b')));
		assert_true(strlen(json_string_value(field(file, "reason", 's'))) > 0);
		assert_true(json_is_null(field(file, "score", 'N')));
		assert_true(json_is_null(field(file, "pillars", 'O')));
		assert_true(json_is_null(field(file, "lenses", 'O')));
		sections_have_their_fields(file);
		pitfalls_have_their_fields(file);
		json_decref(j);
	}
}

static void test_an_unreadable_file_has_its_error_and_nothing_else(void **state)
{
	json_t *j = check(*state, 3, "check --fail-on never --format json no-such.md draft.md");
	const json_t *file = file_at(j, 0);

	assert_int_equal(json_object_size(file), 3);
	assert_string_equal(json_string_value(field(file, "path", 's')), "no-such.md");
	assert_true(json_is_false(field(file, "scored", 'b')));
	assert_true(strlen(json_string_value(field(file, "error", 's'))) > 0);
	assert_true(json_is_true(field(file_at(j, 1), "scored", 'b')));
	json_decref(j);
}

/* --- SARIF, GitHub --------------------------------------------------------------- */

static size_t lines_in(const char *text)
{
	size_t n = 1;

	for (; *text; text++)
		n += *text == '\n';
	return n;
}

static void test_sarif_is_what_others_read(void **state)
{
	struct ran r;
	json_t *j;
	const json_t *run_one, *results, *result, *rules;
	size_t i;

	run_expect(&r, *state, 0, "check --fail-on never --format sarif draft.md");
	assert_false(has(&r.out, "{value}")); /* only a finding fills it */
	j = ran_json(&r);
	assert_string_equal(json_string_value(field(j, "version", 's')), "2.1.0");
	field(j, "$schema", 's');
	run_one = json_array_get(field(j, "runs", 'l'), 0);
	rules = field(field(field(run_one, "tool", 'o'), "driver", 'o'), "rules", 'l');
	assert_string_equal(
		json_string_value(json_object_get(
			json_object_get(json_object_get(run_one, "tool"), "driver"), "name")),
		"prfaq");
	results = field(run_one, "results", 'l');
	assert_true(json_array_size(results) > 0);
	json_array_foreach(results, i, result)
	{
		const json_t *place = json_object_get(
			json_array_get(field(result, "locations", 'l'), 0), "physicalLocation");
		const json_t *region = field(place, "region", 'o');
		json_int_t line = json_integer_value(field(region, "startLine", 'i'));
		const char *level = json_string_value(field(result, "level", 's'));
		const char *id = json_string_value(field(result, "ruleId", 's'));
		bool known = false;
		const json_t *rule;
		size_t k;

		assert_true(line >= 1 && line <= (json_int_t)lines_in(draft));
		assert_true(json_integer_value(field(region, "startColumn", 'i')) >= 1);
		assert_true(!strcmp(level, "error") || !strcmp(level, "warning") ||
			    !strcmp(level, "note"));
		assert_string_equal(
			json_string_value(field(field(place, "artifactLocation", 'o'), "uri", 's')),
			"draft.md");
		json_array_foreach(rules, k, rule) known =
			known || !strcmp(json_string_value(field(rule, "id", 's')), id);
		assert_true(known);
	}
	json_decref(j);
}

static void test_a_sarif_uri_is_one(void **state)
{
	struct ran r;

	put_file(*state, "a b \xC3\xA9%#.md", pf_slice_of(draft));
	run_expect(&r, *state, 0, "check --fail-on never --format sarif 'a b \xC3\xA9%#.md'");
	assert_true(has(&r.out, "\"uri\":\"a%20b%20%C3%A9%25%23.md\""));
	ran_release(&r);
}

static void test_github_commands_name_file_and_line(void **state)
{
	struct ran r;
	struct pf_slice rest, line;

	run_expect(&r, *state, 0, "check --fail-on never --format github draft.md");
	rest = pf_buf_view(&r.out);
	assert_true(rest.len > 0);
	while (pf_slice_line(&rest, &line)) {
		assert_true(pf_slice_starts(line, "::error file=draft.md,line=") ||
			    pf_slice_starts(line, "::warning file=draft.md,line=") ||
			    pf_slice_starts(line, "::notice file=draft.md,line="));
	}
	ran_release(&r);
}

/* --- exit codes ------------------------------------------------------------------- */

static void test_fail_on_decides_the_exit_code(void **state)
{
	static const char *const severities[] = {"info", "minor", "major", "critical"};
	json_t *j = check(*state, 0, "check --fail-on never --format json draft.md");
	const json_t *findings = json_object_get(file_at(j, 0), "findings"), *f;
	int worst = -1;
	size_t i;
	struct ran r;

	json_array_foreach(findings, i, f)
	{
		for (int s = worst + 1; s < 4; s++)
			if (!strcmp(json_string_value(json_object_get(f, "severity")),
				    severities[s]))
				worst = s;
	}
	assert_true(worst >= 1);
	for (int s = 0; s < 4; s++) {
		char line[64];

		snprintf(line, sizeof(line), "check --fail-on %s draft.md", severities[s]);
		run_expect(&r, *state, s <= worst ? 1 : 0, line);
		ran_release(&r);
	}
	run_expect(&r, *state, 0, "check --fail-on never draft.md");
	ran_release(&r);
	/* What could not be read outweighs what was found. */
	run_expect(&r, *state, 3, "check --fail-on info draft.md no-such.md");
	ran_release(&r);
	json_decref(j);
}

static void test_off_silences_a_rule(void **state)
{
	json_t *before = check(*state, 0, "check --fail-on never --format json draft.md"), *after;
	const json_t *findings = json_object_get(file_at(before, 0), "findings"), *f;
	const char *rule = json_string_value(json_object_get(json_array_get(findings, 0), "rule"));
	char line[128];
	size_t i;

	snprintf(line, sizeof(line), "check --fail-on never --format json --off %s,%s draft.md",
		 rule, rule);
	after = check(*state, 0, line);
	json_array_foreach(json_object_get(file_at(after, 0), "findings"), i, f)
		assert_string_not_equal(json_string_value(json_object_get(f, "rule")), rule);
	json_decref(before);
	json_decref(after);
}

static void test_the_text_report_cites_words_and_keeps_colours_to_itself(void **state)
{
	struct ran r;

	run_expect(&r, *state, 0, "check --fail-on never draft.md");
	assert_true(has(&r.out, "draft.md"));
	assert_null(strchr(r.out.ptr, '\x1b'));
	assert_int_equal(r.err.len, 0);
	ran_release(&r);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, put_drafts, folder_drop)

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(test_a_scored_file_has_every_field),
		CASE(test_what_the_draft_holds_is_said),
		CASE(test_the_proofs_add_up_to_the_score),
		CASE(test_with_a_prompt_the_lenses_vote),
		CASE(test_an_unscored_file_has_a_reason_and_no_number),
		CASE(test_an_unreadable_file_has_its_error_and_nothing_else),
		CASE(test_sarif_is_what_others_read),
		CASE(test_a_sarif_uri_is_one),
		CASE(test_github_commands_name_file_and_line),
		CASE(test_fail_on_decides_the_exit_code),
		CASE(test_off_silences_a_rule),
		CASE(test_the_text_report_cites_words_and_keeps_colours_to_itself),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
