/* faq.test: what is told of the questions of a draft, and where; the third part of a case names the
 * rules that are asked about. */
#include "cases.h"
#include "harness.h"

static bool asked(const char *rules, const char *id)
{
	return strstr(rules, id) != NULL;
}

/* "FQ-19@3 FQ-28@9"; a finding that was folded into another is told by that one. */
static void told(const struct pf_rubric *rubric, const struct pf_check *check, const char *rules,
		 struct pf_buf *out)
{
	for (size_t i = 0; i < check->card.findings.n; i++) {
		const struct pf_finding *f = &check->card.findings.v[i];
		const char *id = pf_rubric_rule(rubric, f->rule).id;

		if (asked(rules, id))
			pf_buf_printf(out, "%s%s@%u", out->len ? " " : "", id,
				      pf_doc_place(check->doc, f->span.begin).line);
	}
	if (!out->len)
		pf_buf_adds(out, "nothing");
}

static void answer(const struct pf_rubric *rubric, const struct test_case *c, struct pf_buf *out)
{
	struct pf_check check = test_check(rubric, c->draft, NULL);

	assert_non_null(c->with);
	told(rubric, &check, c->with, out);
	pf_check_release(&check);
}

static void table(void **state)
{
	test_cases(*state, answer);
}

static void assert_told(const struct pf_rubric *rubric, const char *draft,
			const struct pf_check_context *context, const char *rules, const char *want)
{
	struct pf_check check = test_check(rubric, draft, context);
	struct pf_buf out = {0};

	told(rubric, &check, rules, &out);
	assert_string_equal(pf_buf_cstr(&out), want);
	pf_buf_release(&out);
	pf_check_release(&check);
}

/* What a stranger would ask of a product is not asked of what nobody pays for. */
static void money_is_asked_where_it_is_paid(void **state)
{
	struct pf_rubric *rubric = test_rubric("canonical");

	(void)state;
	assert_told(rubric,
		    "## FAQ\n\n**What does the district pay?**\n\n"
		    "It pays $3 per pupil a year, and nothing for the depot.\n",
		    NULL, "FQ-07", "FQ-07@1");
	assert_told(rubric, "## FAQ\n\n**Price?**\n\n$129 for a month and a chair.\n", NULL,
		    "FQ-08", "FQ-08@1");
	assert_told(rubric,
		    "## FAQ\n\n**What does it cost the court?**\n\n"
		    "A text service and half a post in the witness office are $45,000 a year.\n",
		    NULL, "FQ-07 FQ-08", "nothing");
	pf_rubric_free(rubric);
}

/* A sentence of an answer may come as near to a goal as the goal does, and is none. */
static void the_goal_is_asked_where_it_stands(void **state)
{
	struct pf_rubric *rubric = test_rubric("canonical");

	(void)state;
	assert_told(
		rubric,
		"## Metrics\n\n| Tier | Metric | Target |\n|---|---|---|\n"
		"| Leading | Halls that open on time | 92% |\n"
		"| Primary | Keys lent through the rack | 9,000 |\n\n"
		"## FAQ\n\n**What are the risks?**\n\n"
		"Halls may not take part. We address that with a warden for the first 60 days.\n",
		NULL, "MET-19", "MET-19@6");
	pf_rubric_free(rubric);
}

/* A law that is followed without its name, or named with what is done, is not worth a word. */
static void a_law_is_told_where_nothing_follows(void **state)
{
	static const char *const names[] = {"FERPA"}, *const must[] = {"consent", "send records"};
	const struct pf_check_constraint law = {.id = "law",
						.text = "the student records law",
						.kind = PF_CONSTRAINT_REGULATION,
						.known = true,
						.aliases = {names, 1},
						.must = {must, 2}};
	const struct pf_check_prompt prompt = {.constraints = &law, .n_constraints = 1};
	const struct pf_check_context context = {.prompt = &prompt};
	struct pf_rubric *rubric = test_rubric("article");

	(void)state;
	assert_told(rubric, "## FAQ\n\n**FERPA?**\n\nNo record of a student is needed.\n", &context,
		    "FQ-16", "nothing");
	assert_told(rubric, "## FAQ\n\n**FERPA?**\n\nYes, we comply with all applicable laws.\n",
		    &context, "FQ-16", "FQ-16@3");
	assert_told(rubric,
		    "## FAQ\n\n**May you?**\n\nWe send records only with the consent of each.\n",
		    &context, "FQ-16", "nothing");
	assert_told(rubric, "## FAQ\n\n**Who sees it?**\n\nThe clerk at the window does.\n",
		    &context, "CS-01 FQ-16", "CS-01@1");
	pf_rubric_free(rubric);
}

#define RELEASE                                                                 \
	"# Heel Card tells the night nurse what the day nurse saw\n\n"          \
	"Shrewsbury, 14 June 2027. Larkfield Homes today starts Heel Card.\n\n" \
	"## Problem\n\nRedness is seen by day and nobody tells the night.\n\n"  \
	"## Solution\n\nA card on the door is turned to red, and both nurses stop at it.\n\n"

#define ITS_FAQ "\n## FAQ\n\n**What does it cost?**\n\nCards and frames cost £2,100.\n"

/* Who of two is the customer, and how one begins, may be told in words that no list has. */
static void what_two_say_is_not_missed(void **state)
{
	struct pf_rubric *rubric = test_rubric("canonical");

	(void)state;
	assert_told(rubric,
		    RELEASE
		    "\"They showed me the card,\" said Alun Pryce, whose mother lives there.\n\n"
		    "\"I need to know which doors,\" said Marta Zielinska, night nurse.\n\n"
		    "Families ask at the desk, as they do now.\n" ITS_FAQ,
		    NULL, "DOC-03", "nothing");
	assert_told(rubric,
		    RELEASE
		    "\"They showed me the card,\" said Alun Pryce, whose mother lives there.\n\n"
		    "The card costs nothing.\n" ITS_FAQ,
		    NULL, "DOC-03", "DOC-03@9");
	pf_rubric_free(rubric);
}

/* Another table may be given, to try drafts before they are kept. */
int main(int argc, char **argv)
{
	static char kept[] = PF_TESTS_DIR "/check/faq.test";
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_prestate(table, argc > 1 ? argv[1] : kept),
		cmocka_unit_test(money_is_asked_where_it_is_paid),
		cmocka_unit_test(the_goal_is_asked_where_it_stands),
		cmocka_unit_test(a_law_is_told_where_nothing_follows),
		cmocka_unit_test(what_two_say_is_not_missed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
