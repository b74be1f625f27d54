/*
 * The scores that the content promises: every model answer is a good page, every feature list is
 * a bad one, and the article's own example breaks the article's own rules.
 * SHOW=1 prints the table.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../../src/session/numbers.h"
#include "prfaq/bank/bank.h"
#include "prfaq/bank/model.h"
#include "prfaq/check/check.h"
#include "prfaq/session/interview.h"

#define MODEL_LEAST   85
#define FEATURES_MOST 40
#define ARTICLE_MOST  70
#define OWN           (-1)

static const struct pf_paths house = {.shipped = PF_ROOT_DIR, .config = PF_TESTS_DIR "/none"};
static const int32_t days[] = {20780, 20878, 21243}; /* November, February's end, a leap year */
static struct pf_rubric *rubric;
static struct pf_bank *bank;

static int setup(void **state)
{
	struct pf_yaml_errors errors = {0};

	(void)state;
	assert_int_equal(pf_rubric_load(&rubric, "article", &house, &errors), PF_OK);
	assert_int_equal(pf_bank_load(&bank, &house, &errors), PF_OK);
	assert_int_equal(errors.n, 0); /* a prompt left out would be a bound not held */
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	pf_rubric_free(rubric);
	pf_bank_free(bank);
	return 0;
}

/* Judged as `role` and `level`; OWN and 0 are the prompt's. */
static struct pf_scorecard *judge(struct pf_check *check, const struct pf_prompt *prompt,
				  struct pf_slice draft, int role, int level, int32_t today)
{
	struct pf_session_context *context =
		pf_session_context_of_prompt(prompt, today, role, level);

	assert_int_equal(pf_check_run(check, rubric, draft, pf_session_context_get(context), NULL),
			 PF_OK);
	pf_session_context_free(context);
	return &check->card;
}

static double score(const struct pf_prompt *prompt, struct pf_slice draft, int role, int level,
		    int32_t today)
{
	struct pf_check check;
	double points = judge(&check, prompt, draft, role, level, today)->score;

	pf_check_release(&check);
	return points;
}

static bool finds(const struct pf_check *check, const char *rule)
{
	for (size_t i = 0; i < check->card.findings.n; i++)
		if (!strcmp(pf_rubric_rule(rubric, check->card.findings.v[i].rule).id, rule))
			return true;
	return false;
}

static void test_every_model_is_a_good_page(void **state)
{
	(void)state;
	for (size_t i = 0; i < pf_bank_count(bank); i++) {
		const struct pf_prompt *prompt = pf_bank_get(bank, i);
		struct pf_buf model = {0};

		pf_model_markdown(prompt, &model);
		for (size_t d = 0; d < sizeof(days) / sizeof(*days); d++) {
			double points = score(prompt, pf_buf_view(&model), OWN, 0, days[d]);

			if (points < MODEL_LEAST)
				fail_msg("%s: the model scores %.1f", prompt->id, points);
		}
		pf_buf_release(&model);
	}
}

/* Where each number of problem and benefit comes from can be told: also "over 4 hours", which is
 * no data point of its own but stands in one's words. */
static void test_no_model_invents_a_number(void **state)
{
	(void)state;
	for (size_t i = 0; i < pf_bank_count(bank); i++) {
		const struct pf_prompt *prompt = pf_bank_get(bank, i);
		struct pf_buf model = {0};
		struct pf_check check;

		pf_model_markdown(prompt, &model);
		judge(&check, prompt, pf_buf_view(&model), OWN, 0, days[0]);
		if (finds(&check, "PRB-08"))
			fail_msg("%s: a number of the model has no origin", prompt->id);
		pf_check_release(&check);
		pf_buf_release(&model);
	}
}

/* Points of the section of a drill in which the model's own answer was written. */
static double drilled(const struct pf_prompt *prompt, const struct pf_plan *plan)
{
	struct pf_now now = {1795491821000, 90000000, 80000000, "boot-one"};
	struct pf_interview_setup setup = {.prompt = pf_yaml_source(prompt->yaml),
					   .plan = pf_yaml_source(plan->yaml),
					   .rubric = rubric,
					   .role = OWN};
	struct pf_interview *iv;
	struct pf_buf text = {0};
	struct pf_error err = {0};
	double points;

	if (pf_interview_begin(&iv, &setup, &now, &err) != PF_OK)
		fail_msg("%s", err.message);
	pf_model_section(prompt, (enum pf_plan_section)plan->section, &text);
	assert_true(pf_interview_go_on(iv, &now));
	assert_true(pf_interview_append(iv, &now, PF_PANE_DRAFT, pf_buf_view(&text)));
	assert_true(pf_interview_go_on(iv, &now));
	points = pf_interview_result(iv)->final;
	pf_buf_release(&text);
	pf_interview_free(iv);
	return points;
}

/* What a drill gives is known, and what the other sections owe is not asked of the one. */
static void test_every_model_is_a_good_drill(void **state)
{
	(void)state;
	for (size_t s = 0; s < PF_PLAN_SECTIONS; s++) {
		struct pf_yaml_errors errors = {0};
		struct pf_plan *plan;

		if (!strcmp(pf_plan_section_names[s], "clarify"))
			continue;
		assert_int_equal(pf_bank_plan(&plan, &house, pf_plan_section_names[s], &errors),
				 PF_OK);
		for (size_t i = 0; i < pf_bank_count(bank); i++) {
			const struct pf_prompt *prompt = pf_bank_get(bank, i);
			double points = drilled(prompt, plan);

			if (points < MODEL_LEAST)
				fail_msg("%s: the model of %s scores %.1f", prompt->id, plan->id,
					 points);
		}
		pf_plan_free(plan);
	}
}

/* Whoever tells the pain in the words of the brief is not asked where its number comes from, though
 * the data point behind it has other words. */
static void test_the_words_of_the_brief_are_a_source(void **state)
{
	static const char draft[] =
		"# It\n\n## Problem\n\nWho watches with a friend loses 9 minutes before both "
		"screens run.\n";
	const struct pf_prompt *prompt = pf_bank_find(bank, "watch-party", NULL);
	struct pf_check check;

	(void)state;
	judge(&check, prompt, pf_slice_of(draft), OWN, 0, days[0]);
	assert_int_equal(check.quants.n, 1);
	assert_int_equal(check.origin[0], PF_ORIGIN_GIVEN);
	pf_check_release(&check);
}

/* A brief pasted in among other sections is left out of what is judged, and is still shown with
 * both places. */
static void test_a_pasted_brief_is_quoted(void **state)
{
	const struct pf_prompt *prompt = pf_bank_find(bank, "watch-party", NULL);
	struct pf_buf model = {0}, draft = {0};
	struct pf_check check;
	const struct pf_finding *f = NULL;
	struct pf_slice text;

	(void)state;
	pf_model_markdown(prompt, &model);
	text = pf_buf_view(&model);
	text = pf_slice_cut(text, pf_slice_find(text, PF_SLICE("\n## Solution")),
			    pf_slice_find(text, PF_SLICE("\n## Metrics")));
	pf_buf_printf(&draft, "# It\n\n## Problem\n\n%s%.*s", prompt->prompt, PF_SLICE_ARG(text));
	judge(&check, prompt, pf_buf_view(&draft), OWN, 0, days[0]);
	for (size_t i = 0; i < check.card.findings.n && !f; i++)
		if (!strcmp(pf_rubric_rule(rubric, check.card.findings.v[i].rule).id, "AG-06"))
			f = &check.card.findings.v[i];
	assert_non_null(f);
	assert_non_null(strstr(f->message, "Members of Lanternplay"));
	assert_non_null(strstr(f->message, "line 1 of the prompt: \"Members of"));
	pf_check_release(&check);
	pf_buf_release(&draft);
	pf_buf_release(&model);
}

/* No number of a model is held against another one, or against a fact: its plans, its limits and
 * its rollout are what will be. */
static void test_no_model_is_accused(void **state)
{
	size_t bad = 0;

	(void)state;
	for (size_t i = 0; i < pf_bank_count(bank); i++) {
		const struct pf_prompt *prompt = pf_bank_get(bank, i);
		struct pf_session_context *context =
			pf_session_context_of_prompt(prompt, days[0], OWN, 0);
		struct pf_number_fact fact;
		struct pf_number_pair pair;
		struct pf_buf model = {0};
		struct pf_check check;

		pf_model_markdown(prompt, &model);
		judge(&check, prompt, pf_buf_view(&model), OWN, 0, days[0]);
		for (size_t skip = 0;
		     pf_numbers_against_facts(&check, pf_session_context_get(context), skip, &fact);
		     skip++, bad++)
			print_error("%s: \"%.*s\", against \"%s\"\n", prompt->id,
				    PF_SLICE_ARG(pf_slice_range(pf_buf_view(&model), fact.at)),
				    fact.fact);
		for (int same = PF_SAME_MAYBE; same <= PF_SAME_YES; same++)
			for (size_t skip = 0;
			     pf_numbers_contradict(&check, (enum pf_same)same, skip, &pair);
			     skip++, bad++)
				print_error("%s: \"%.*s\", against \"%.*s\"\n", prompt->id,
					    PF_SLICE_ARG(pf_slice_range(pf_buf_view(&model),
									pair.clause_a)),
					    PF_SLICE_ARG(pf_slice_range(pf_buf_view(&model),
									pair.clause_b)));
		pf_check_release(&check);
		pf_session_context_free(context);
		pf_buf_release(&model);
	}
	assert_int_equal(bad, 0);
}

/* Weights move a score by role and level; they must not turn a good page into a bad one. */
static void test_every_model_holds_for_all_who_judge(void **state)
{
	(void)state;
	for (size_t i = 0; i < pf_bank_count(bank); i++) {
		const struct pf_prompt *prompt = pf_bank_get(bank, i);
		struct pf_buf model = {0};

		pf_model_markdown(prompt, &model);
		if (getenv("SHOW"))
			printf("%-18s", prompt->id);
		for (int role = PF_CANDIDATE_PM; role <= PF_CANDIDATE_LEADER; role++)
			for (int level = PF_LEVEL_L4; level <= PF_LEVEL_L7; level++) {
				double points =
					score(prompt, pf_buf_view(&model), role, level, days[0]);

				if (getenv("SHOW"))
					printf(" %5.1f", points);
				if (points < MODEL_LEAST - 5)
					fail_msg("%s: %.1f as role %d at L%d", prompt->id, points,
						 role, level);
			}
		if (getenv("SHOW"))
			printf("\n");
		pf_buf_release(&model);
	}
}

static void test_every_feature_list_is_a_bad_page(void **state)
{
	(void)state;
	for (size_t i = 0; i < pf_bank_count(bank); i++) {
		const struct pf_prompt *prompt = pf_bank_get(bank, i);
		struct pf_slice list = pf_slice_of(prompt->features);
		struct pf_check check;
		const struct pf_scorecard *card = judge(&check, prompt, list, OWN, 0, days[0]);

		if (getenv("SHOW"))
			printf("%-18s %5.1f\n", prompt->id, card->score);
		if (card->score >= FEATURES_MOST)
			fail_msg("%s: the feature list scores %.1f", prompt->id, card->score);
		assert_true(card->scored);
		assert_true(card->pitfalls[PF_PITFALL_FEATURE_FIRST].found);
		assert_true(card->pitfalls[PF_PITFALL_VAGUE_NUMBERS].found);
		assert_true(card->pitfalls[PF_PITFALL_IGNORED_CONSTRAINTS].found);
		assert_true(card->pitfalls[PF_PITFALL_OVER_ENGINEERING].found);
		pf_check_release(&check);
	}
}

static void test_the_articles_example_breaks_its_own_rules(void **state)
{
	const struct pf_prompt *prompt = pf_bank_find(bank, "watch-party", NULL);
	struct pf_buf draft = {0};
	struct pf_check check;
	const struct pf_scorecard *card;

	(void)state;
	assert_int_equal(pf_file_read(PF_TESTS_DIR "/session/data/watch-party-article.md", 1 << 16,
				      &draft, NULL),
			 PF_OK);
	card = judge(&check, prompt, pf_buf_view(&draft), OWN, 0, days[0]);
	if (getenv("SHOW"))
		printf("the article's example %5.1f\n", card->score);
	assert_true(card->scored);
	assert_true(card->score < ARTICLE_MOST);
	assert_true(card->pitfalls[PF_PITFALL_IGNORED_CONSTRAINTS].found);
	assert_true(card->trap_taken);        /* the chat that the brief invites */
	assert_true(finds(&check, "MET-05")); /* "12 % increase": from what? */
	assert_true(finds(&check, "FQ-03"));  /* "it depends" is no cost */
	pf_check_release(&check);
	pf_buf_release(&draft);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_model_is_a_good_page),
		cmocka_unit_test(test_every_model_is_a_good_drill),
		cmocka_unit_test(test_no_model_invents_a_number),
		cmocka_unit_test(test_the_words_of_the_brief_are_a_source),
		cmocka_unit_test(test_a_pasted_brief_is_quoted),
		cmocka_unit_test(test_no_model_is_accused),
		cmocka_unit_test(test_every_model_holds_for_all_who_judge),
		cmocka_unit_test(test_every_feature_list_is_a_bad_page),
		cmocka_unit_test(test_the_articles_example_breaks_its_own_rules),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
