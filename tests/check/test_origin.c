/* origin.test: where each number of a draft comes from, and what an assumption tells. */
#include <stdlib.h>

#include "cases.h"
#include "harness.h"

#define MAX_FACTS 4

struct given {
	struct pf_check_fact facts[MAX_FACTS];
	struct pf_words nouns[MAX_FACTS];
	const char *noun[MAX_FACTS];
	char units[MAX_FACTS][PF_UNIT_MAX];
	struct pf_check_prompt prompt;
	struct pf_check_context context;
};

/* "6,400 drivers": its first quantity is the value, its last word the noun. */
static void add_fact(struct given *g, char *text)
{
	size_t i = g->prompt.n_facts++;
	struct pf_tokens tokens = {0};
	struct pf_quants quants = {0};

	assert_true(i < MAX_FACTS);
	pf_tokens_scan(&tokens, pf_slice_of(text), NULL, 0, NULL, 0);
	pf_quants_scan(&quants, pf_slice_of(text), &tokens);
	assert_true(quants.n > 0);
	snprintf(g->units[i], sizeof(g->units[i]), "%s", quants.v[0].unit);
	g->noun[i] = strrchr(text, ' ') + 1;
	g->facts[i] = (struct pf_check_fact){.id = "given",
					     .text = text,
					     .nouns = {&g->noun[i], 1},
					     .value = quants.v[0].value,
					     .unit = g->units[i],
					     .known = true};
	pf_quants_release(&quants);
	pf_tokens_release(&tokens);
}

static void given_by(struct given *g, char *text)
{
	memset(g, 0, sizeof(*g));
	while (text) {
		char *next = strstr(text, "; ");

		if (next)
			*next = '\0';
		add_fact(g, text);
		text = next ? next + 2 : NULL;
	}
	g->prompt.facts = g->facts;
	g->context.prompt = &g->prompt;
}

/* "given assumed+test" */
static void origins_of(const struct pf_check *check, struct pf_buf *out)
{
	for (size_t i = 0; i < check->quants.n; i++) {
		if (check->quants.v[i].kind == PF_QUANT_DATE)
			continue;
		pf_buf_printf(out, "%s%s", out->len ? " " : "",
			      pf_origin_name((enum pf_origin)check->origin[i]));
		if (check->grounds[i] & PF_GROUND_REASON)
			pf_buf_adds(out, "+reason");
		if (check->grounds[i] & PF_GROUND_TEST)
			pf_buf_adds(out, "+test");
	}
}

static void answer(const struct pf_rubric *rubric, const struct test_case *c, struct pf_buf *out)
{
	struct given given;
	struct pf_check check;

	if (c->with)
		given_by(&given, c->with);
	check = test_check(rubric, c->draft, c->with ? &given.context : NULL);
	origins_of(&check, out);
	pf_check_release(&check);
}

static void table(void **state)
{
	test_cases(*state, answer);
}

/* Points of the rule on origins for a good page whose problem begins with that sentence. */
static double points_of(const struct pf_rubric *rubric, const char *sentence, bool brief)
{
	static const struct pf_check_prompt empty;
	struct pf_check_context context = {.prompt = brief ? &empty : NULL};
	struct pf_buf draft = {0};
	struct pf_check check;
	double points;

	pf_buf_printf(&draft, "# Pier Board\n\n## Problem\n\n%s\n\n%s", sentence,
		      strstr(GOOD_DRAFT, "## Solution"));
	check = test_check(rubric, pf_buf_cstr(&draft), &context);
	points = test_proof(rubric, &check, "PRB-08")->earned;
	pf_check_release(&check);
	pf_buf_release(&draft);
	return points;
}

/* To label a number is worth more than to invent it or its source; to say why, and how it will be
 * tested, more than to label it. */
static void honesty_pays(void **state)
{
	static const char *const worse_first[] = {
		"Each night 840 dock workers wait 65 minutes for a gate.",
		"According to Gartner, each night 840 dock workers wait 65 minutes for a gate.",
		"We assume that each night 840 dock workers wait 65 minutes for a gate.",
		"We assume that each night 840 dock workers wait 65 minutes for a gate, because "
		"the list is read aloud once.",
		"We assume that each night 840 dock workers wait 65 minutes for a gate, because "
		"the list is read aloud once. We count them in the pilot.",
	};
	struct pf_rubric *rubric = test_rubric("article");

	(void)state;
	for (size_t i = 1; i < sizeof(worse_first) / sizeof(*worse_first); i++) {
		double here = points_of(rubric, worse_first[i], false);
		double briefed = points_of(rubric, worse_first[i], true);

		assert_true(points_of(rubric, worse_first[i - 1], false) < here);
		if (i == 1) /* the brief holds no such study: it is as if nobody had been named */
			assert_true(points_of(rubric, worse_first[0], true) == briefed);
		else
			assert_true(points_of(rubric, worse_first[i - 1], true) < briefed);
	}
	pf_rubric_free(rubric);
}

/* How many numbers the gate on origins asked about, in a page whose problem ends so. */
static void asked_about(const struct pf_rubric *rubric, const char *end, char *out, size_t size)
{
	static const struct pf_check_prompt empty;
	struct pf_check_context context = {.prompt = &empty};
	struct pf_buf draft = {0};
	struct pf_check check;

	pf_buf_printf(
		&draft,
		"# Pier Board\n\n## Problem\n\nEach night 840 dock workers wait 65 minutes for "
		"a gate, and 31 %% of the boats are lost, 17 hours each%s.\n\n%s",
		end, strstr(GOOD_DRAFT, "## Solution"));
	check = test_check(rubric, pf_buf_cstr(&draft), &context);
	snprintf(out, size, "%s", test_proof(rubric, &check, "AG-12")->reason);
	pf_check_release(&check);
	pf_buf_release(&draft);
}

/* By how many one counts was measured by nobody. */
static void nobody_measured_per_thousand(void **state)
{
	struct pf_rubric *rubric = test_rubric("article");
	char without[256], with[256];

	(void)state;
	asked_about(rubric, ", by the log of the pier", without, sizeof(without));
	assert_non_null(strstr(without, "numbers about today"));
	asked_about(rubric, ", per 1,000 boats of the pier", with, sizeof(with));
	assert_string_equal(with, without);
	asked_about(rubric, ", and 1,000 boats sink", with, sizeof(with));
	assert_string_not_equal(with, without);
	pf_rubric_free(rubric);
}

/* Another table may be given, to try drafts before they are kept. */
int main(int argc, char **argv)
{
	static char kept[] = PF_TESTS_DIR "/check/origin.test";
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(honesty_pays),
		cmocka_unit_test(nobody_measured_per_thousand),
		cmocka_unit_test_prestate(table, argc > 1 ? argv[1] : kept),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
