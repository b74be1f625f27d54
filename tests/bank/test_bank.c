#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "prfaq/bank/bank.h"
#include "prfaq/bank/config.h"
#include "prfaq/bank/skeleton.h"

#define DATA PF_TESTS_DIR "/bank/data"

static const struct pf_paths fixture = {
	.shipped = DATA "/shipped", .config = DATA "/config", .data = DATA "/none"};
static const struct pf_paths house = {
	.shipped = PF_ROOT_DIR, .config = DATA "/none", .data = DATA "/none"};

static bool told(const struct pf_yaml_errors *errors, const char *file, const char *message)
{
	for (size_t i = 0; i < errors->n; i++)
		if (strstr(errors->v[i].file, file) && strstr(errors->v[i].message, message))
			return true;
	return false;
}

static void test_broken_files_are_told_and_the_rest_works(void **state)
{
	struct pf_yaml_errors errors = {0};
	struct pf_bank *bank;

	(void)state;
	assert_int_equal(pf_bank_load(&bank, &fixture, &errors), PF_OK);
	assert_int_equal(pf_bank_count(bank), 3);
	assert_string_equal(pf_bank_get(bank, 0)->id, "ferry-late");
	assert_string_equal(pf_bank_get(bank, 1)->id, "lost-parcels");
	assert_string_equal(pf_bank_get(bank, 2)->id, "mine");
	assert_false(pf_bank_is_user(bank, 1));
	assert_true(pf_bank_is_user(bank, 2));
	assert_string_equal(pf_bank_path(bank, 2), DATA "/config/prompts/mine.yaml");
	assert_int_equal(errors.n, 4);
	assert_true(told(&errors, "broken.yaml", "not YAML"));
	assert_true(told(&errors, "faulty.yaml", "trap: there is no fact \"f66\""));
	assert_true(
		told(&errors, "twin-a.yaml", "config/prompts/twin-b.yaml:2; both are left out"));
	assert_true(
		told(&errors, "twin-b.yaml", "shipped/prompts/twin-a.yaml:2; both are left out"));
	pf_yaml_errors_release(&errors);
	pf_bank_free(bank);
}

static void test_find_names_the_nearest(void **state)
{
	struct pf_bank *bank;
	struct pf_error err = {0};

	(void)state;
	assert_int_equal(pf_bank_load(&bank, &fixture, NULL), PF_OK);
	assert_string_equal(pf_bank_find(bank, "mine", &err)->id, "mine");
	assert_null(pf_bank_find(bank, "lost-parcel", &err));
	assert_int_equal(err.status, PF_ERR_NOT_FOUND);
	assert_string_equal(err.message,
			    "no prompt \"lost-parcel\"; did you mean \"lost-parcels\"?");
	assert_null(pf_bank_find(bank, "zzzzzzzz", &err));
	assert_string_equal(err.message, "no prompt \"zzzzzzzz\"; \"prfaq prompts\" lists all");
	assert_null(pf_bank_find(bank, "twin", NULL));
	pf_bank_free(bank);
}

static void test_next_offers_what_suits_and_is_not_done(void **state)
{
	static const char *const done[] = {"ferry-late", "lost-parcels", "mine"};
	struct pf_bank *bank;

	(void)state;
	assert_int_equal(pf_bank_load(&bank, &fixture, NULL), PF_OK);
	assert_string_equal(pf_bank_next(bank, 0, -1, NULL, 0)->id, "ferry-late");
	assert_string_equal(pf_bank_next(bank, 5, -1, NULL, 0)->id, "lost-parcels");
	assert_string_equal(pf_bank_next(bank, 0, PF_PROMPT_TPM, NULL, 0)->id, "mine");
	assert_string_equal(pf_bank_next(bank, 0, -1, done, 1)->id, "lost-parcels");
	assert_string_equal(pf_bank_next(bank, 0, -1, done, 2)->id, "mine");
	assert_string_equal(pf_bank_next(bank, 0, -1, done, 3)->id, "ferry-late");
	assert_non_null(pf_bank_next(bank, 7, PF_PROMPT_LEADER, NULL, 0));
	pf_bank_free(bank);
}

static void test_an_empty_bank_is_a_bank(void **state)
{
	struct pf_paths nowhere = {.shipped = DATA "/none", .config = DATA "/none"};
	struct pf_bank *bank;

	(void)state;
	assert_int_equal(pf_bank_load(&bank, &nowhere, NULL), PF_OK);
	assert_int_equal(pf_bank_count(bank), 0);
	assert_null(pf_bank_next(bank, 0, -1, NULL, 0));
	assert_null(pf_bank_find(bank, "x", NULL));
	pf_bank_free(bank);
}

static void test_plans_are_found_the_users_first(void **state)
{
	struct pf_yaml_errors errors = {0};
	struct pf_names names = {0};
	struct pf_plan *plan;

	(void)state;
	assert_int_equal(pf_bank_plan(&plan, &fixture, "short", NULL), PF_OK);
	assert_string_equal(plan->summary, "mine");
	pf_plan_free(plan);
	assert_int_equal(pf_bank_plan(&plan, &fixture, "metric", NULL), PF_OK);
	assert_string_equal(plan->id, "metrics");
	assert_int_equal(plan->section, PF_PLAN_METRICS);
	pf_plan_free(plan);
	assert_int_equal(pf_bank_plan(&plan, &fixture, "shrot", &errors), PF_ERR_NOT_FOUND);
	assert_null(plan);
	assert_string_equal(errors.v[0].message, "no plan \"shrot\"; did you mean \"short\"?");
	assert_int_equal(pf_bank_plan(&plan, &fixture, "../plans/short", &errors),
			 PF_ERR_NOT_FOUND);
	assert_int_equal(pf_bank_plan(&plan, &fixture, "", &errors), PF_ERR_NOT_FOUND);
	assert_int_equal(pf_bank_plan_names(&fixture, &names, NULL), PF_OK);
	assert_int_equal(names.n, 2);
	assert_string_equal(names.v[0], "metrics");
	assert_string_equal(names.v[1], "short");
	pf_names_release(&names);
	pf_yaml_errors_release(&errors);
}

static void test_skeletons_load_and_are_cut(void **state)
{
	static const int metrics[] = {PF_PLAN_METRICS};
	static const int two[] = {PF_PLAN_METRICS, PF_PLAN_PROBLEM};
	struct pf_buf all = {0}, part = {0};
	struct pf_error err = {0};

	(void)state;
	assert_int_equal(pf_skeleton_load(&fixture, "article", &all, &err), PF_OK);
	pf_skeleton_cut(pf_buf_view(&all), metrics, 1, &part);
	assert_string_equal(pf_buf_cstr(&part), "## Metrics\n\n| [m] |\n\n");
	pf_buf_clear(&part);
	pf_skeleton_cut(pf_buf_view(&all), two, 2, &part);
	assert_string_equal(part.ptr, "# Title [x]\n\n## Problem\n\n[who]\n\n## Quote\n\n[q]\n\n"
				      "## Metrics\n\n| [m] |\n\n");
	pf_buf_clear(&part);
	pf_skeleton_cut(pf_buf_view(&all), NULL, 0, &part);
	assert_string_equal(part.ptr, all.ptr);
	pf_buf_clear(&all);
	assert_int_equal(pf_skeleton_load(&fixture, "none", &all, &err), PF_OK);
	assert_int_equal(all.len, 0);
	assert_int_equal(pf_skeleton_load(&fixture, "artikle", &all, &err), PF_ERR_NOT_FOUND);
	assert_string_equal(err.message, "no skeleton \"artikle\"; did you mean \"article\"?");
	assert_int_equal(pf_skeleton_load(&fixture, "canonical", &all, &err), PF_ERR_NOT_FOUND);
	pf_buf_release(&all);
	pf_buf_release(&part);
}

static void test_the_project_wins_key_by_key(void **state)
{
	struct pf_config c;

	(void)state;
	assert_int_equal(pf_config_load(&c, &fixture, DATA "/project/docs/deep", NULL), PF_OK);
	assert_int_equal(c.rubric, 1);
	assert_int_equal(c.severities.n, 2);
	assert_string_equal(c.severities.v[1].rule, "STY-01");
	assert_int_equal(c.severities.v[1].severity, PF_CONFIG_FAIL_MAJOR);
	assert_int_equal(c.off.n, 3);
	assert_string_equal(c.off.v[0], "STY-01");
	assert_string_equal(c.off.v[2], "MET-03");
	assert_int_equal(c.fail_on, PF_CONFIG_FAIL_MAJOR);
	assert_int_equal(c.role, PF_PROMPT_TPM);
	assert_int_equal(c.level, 7);
	assert_int_equal(c.colour, PF_CONFIG_COLOUR_NEVER);
	assert_false(c.coach);
	assert_true(c.mouse);
	pf_config_release(&c);
}

static void test_no_configuration_means_the_defaults(void **state)
{
	struct pf_config c;

	(void)state;
	assert_int_equal(pf_config_load(&c, &house, NULL, NULL), PF_OK);
	assert_int_equal(c.rubric, -1);
	assert_int_equal(c.fail_on, PF_CONFIG_FAIL_CRITICAL);
	assert_int_equal(c.role, -1);
	assert_int_equal(c.level, 0);
	assert_true(c.coach && c.mouse && !c.strict && !c.off.n && !c.plan);
	pf_config_release(&c);
	pf_config_release(NULL);
}

static void test_a_broken_configuration_counts_as_missing(void **state)
{
	struct pf_yaml_errors errors = {0};
	struct pf_paths paths = {.config = DATA "/broken-config"};
	struct pf_config c;

	(void)state;
	assert_int_equal(pf_config_load(&c, &paths, DATA "/project", &errors), PF_ERR_INVALID);
	assert_int_equal(c.rubric, -1);
	assert_int_equal(c.level, 7);
	assert_string_equal(errors.v[0].message,
			    "unknown key \"rubrik\"; did you mean \"rubric\"?");
	assert_int_equal(errors.v[0].line, 1);
	pf_yaml_errors_release(&errors);
	pf_config_release(&c);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_broken_files_are_told_and_the_rest_works),
		cmocka_unit_test(test_find_names_the_nearest),
		cmocka_unit_test(test_next_offers_what_suits_and_is_not_done),
		cmocka_unit_test(test_an_empty_bank_is_a_bank),
		cmocka_unit_test(test_plans_are_found_the_users_first),
		cmocka_unit_test(test_skeletons_load_and_are_cut),
		cmocka_unit_test(test_the_project_wins_key_by_key),
		cmocka_unit_test(test_no_configuration_means_the_defaults),
		cmocka_unit_test(test_a_broken_configuration_counts_as_missing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
