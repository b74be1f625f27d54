/* What ships with the program: prompts, plans, skeletons, and the pages that describe them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "prfaq/bank/bank.h"
#include "prfaq/bank/config.h"
#include "prfaq/bank/skeleton.h"

static const struct pf_paths house = {.shipped = PF_ROOT_DIR, .config = PF_TESTS_DIR "/none"};

static size_t words(const char *text)
{
	size_t n = 0;

	for (bool in = false; *text; text++) {
		n += !in && *text > ' ';
		in = *text > ' ' || (unsigned char)*text >= 0x80;
	}
	return n;
}

/* Each file, so that a prompt left out of the bank is a failure with its name. */
static void test_every_prompt_loads_and_passes(void **state)
{
	struct pf_names names = {0};

	(void)state;
	assert_int_equal(pf_path_list(PF_ROOT_DIR "/prompts", ".yaml", &names, NULL), PF_OK);
	assert_true(names.n >= 6);
	for (size_t i = 0; i < names.n; i++) {
		char path[PF_PATH_MAX];
		struct pf_yaml_errors errors = {0};
		struct pf_buf report = {0};
		struct pf_prompt *p;

		pf_path_join(path, PF_ROOT_DIR "/prompts", names.v[i]);
		if (pf_prompt_load(&p, path, &errors) == PF_OK)
			(void)!pf_prompt_check(p, &errors);
		pf_yaml_errors_text(&errors, &report);
		assert_string_equal(pf_buf_cstr(&report), "");
		assert_true(p->fictional);
		assert_memory_equal(names.v[i], p->id, strlen(p->id));
		assert_non_null(p->features);
		assert_in_range(words(p->features), 200, 420);
		assert_in_range(words(p->model.solution), 40, 150);
		assert_int_equal(p->drills.n, PF_PLAN_SECTIONS);
		pf_prompt_free(p);
		pf_buf_release(&report);
		pf_yaml_errors_release(&errors);
	}
	pf_names_release(&names);
}

static void test_the_bank_holds_them_all_once(void **state)
{
	struct pf_yaml_errors errors = {0};
	struct pf_names names = {0};
	struct pf_bank *bank;

	(void)state;
	assert_int_equal(pf_bank_load(&bank, &house, &errors), PF_OK);
	assert_int_equal(pf_path_list(PF_ROOT_DIR "/prompts", ".yaml", &names, NULL), PF_OK);
	assert_int_equal(errors.n, 0);
	assert_int_equal(pf_bank_count(bank), names.n);
	assert_non_null(pf_bank_find(bank, "watch-party", NULL));
	pf_names_release(&names);
	pf_bank_free(bank);
}

static const struct {
	const char *name;
	size_t stages;
	double minutes[6];
} plans[] = {
	{"interview", 4, {15, 30, 30, 15}},
	{"short", 4, {5, 20, 15, 5}},
	{"prep60", 6, {5, 8, 10, 12, 18, 7}},
	{"night-before", 2, {45, 15}},
};

static void test_the_plans_have_their_minutes(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(plans) / sizeof(*plans); i++) {
		struct pf_plan *plan;

		assert_int_equal(pf_bank_plan(&plan, &house, plans[i].name, NULL), PF_OK);
		assert_int_equal(plan->stages.n, plans[i].stages);
		for (size_t j = 0; j < plan->stages.n; j++)
			assert_true(plan->stages.v[j].minutes == plans[i].minutes[j]);
		pf_plan_free(plan);
	}
}

static void test_the_interview_is_the_articles(void **state)
{
	static const enum pf_plan_does does[] = {PF_PLAN_ASK, PF_PLAN_DRAFT, PF_PLAN_PROBE,
						 PF_PLAN_WRAP};
	struct pf_plan *plan;

	(void)state;
	assert_int_equal(pf_bank_plan(&plan, &house, "interview", NULL), PF_OK);
	for (size_t i = 0; i < 4; i++) {
		assert_int_equal(plan->stages.v[i].does, does[i]);
		assert_int_equal(plan->stages.v[i].may_end_early, i == 0 || i == 2);
	}
	assert_true(plan->stages.v[2].probes >= 6);
	assert_int_equal(pf_plan_stage_ms(&plan->stages.v[1]), 1800000);
	assert_null(plan->stages.v[3].words.v);
	assert_string_equal(pf_plan_pace_at(&plan->stages.v[1], 6 * 60000)->text,
			    "The metric pyramid: primary, secondary, leading");
	assert_string_equal(pf_plan_pace_at(&plan->stages.v[1], 6 * 60000 - 1)->text,
			    "The hook: two sentences and a number");
	pf_plan_free(plan);
}

static void test_every_section_has_a_drill_of_twelve_minutes_at_most(void **state)
{
	struct pf_names names = {0};

	(void)state;
	for (int s = 0; s < PF_PLAN_SECTIONS; s++) {
		struct pf_plan *plan;

		assert_int_equal(pf_bank_plan(&plan, &house, pf_plan_section_names[s], NULL),
				 PF_OK);
		assert_int_equal(plan->kind, PF_PLAN_DRILL);
		assert_int_equal(plan->section, s);
		assert_true(pf_plan_minutes(plan) <= 12);
		assert_int_equal(plan->stages.v[plan->stages.n - 1].does, PF_PLAN_LOOK_BACK);
		pf_plan_free(plan);
	}
	assert_int_equal(pf_bank_plan_names(&house, &names, NULL), PF_OK);
	assert_int_equal(names.n, PF_PLAN_SECTIONS + sizeof(plans) / sizeof(*plans));
	pf_names_release(&names);
}

static void test_the_skeleton_has_what_each_drill_asks_for(void **state)
{
	struct pf_buf all = {0};

	(void)state;
	assert_int_equal(pf_skeleton_load(&house, "article", &all, NULL), PF_OK);
	for (int s = PF_PLAN_PROBLEM; s <= PF_PLAN_ROLLOUT; s++) {
		struct pf_buf part = {0};

		pf_skeleton_cut(pf_buf_view(&all), &s, 1, &part);
		assert_non_null(strstr(pf_buf_cstr(&part), "## "));
		assert_non_null(strchr(part.ptr, '['));
		assert_null(strstr(part.ptr + 3, "\n## "));
		pf_buf_release(&part);
	}
	pf_buf_clear(&all);
	assert_int_equal(pf_skeleton_load(&house, "canonical", &all, NULL), PF_OK);
	assert_non_null(strstr(all.ptr, "## Customer quote"));
	pf_buf_release(&all);
}

/* The text between the marks of a page is the table's own. GENERATE=1 writes it. */
static void hold_reference(struct pf_buf *page, const char *name, const struct pf_yaml_type *type,
			   const char *title)
{
	struct pf_buf mark = {0}, want = {0};
	size_t begin, end;

	pf_buf_printf(&mark, "<!-- reference: %s -->\n", name);
	pf_yaml_reference(type, title, 3, &want);
	begin = pf_slice_find(pf_buf_view(page), pf_buf_view(&mark)) + mark.len;
	assert_true(begin < page->len);
	end = begin + pf_slice_find(pf_slice_cut(pf_buf_view(page), begin, page->len),
				    PF_SLICE("<!-- end -->"));
	assert_true(end < page->len);
	if (getenv("GENERATE"))
		pf_buf_splice(page, begin, end, pf_buf_view(&want));
	else
		assert_true(pf_slice_equal(pf_slice_cut(pf_buf_view(page), begin, end),
					   pf_buf_view(&want)));
	pf_buf_release(&mark);
	pf_buf_release(&want);
}

static struct pf_buf open_page(const char *path)
{
	struct pf_buf page = {0};

	assert_int_equal(pf_file_read(path, 1 << 20, &page, NULL), PF_OK);
	return page;
}

static void close_page(const char *path, struct pf_buf *page)
{
	if (getenv("GENERATE"))
		assert_int_equal(pf_file_write(path, pf_buf_view(page), NULL), PF_OK);
	pf_buf_release(page);
}

static void test_the_pages_say_what_the_tables_say(void **state)
{
	static const char prompts[] = PF_ROOT_DIR "/docs/PROMPTS.md";
	static const char config[] = PF_ROOT_DIR "/docs/CONFIG.md";
	struct pf_buf page = open_page(prompts);

	(void)state;
	hold_reference(&page, "prompt", pf_prompt_schema(), "Keys of a prompt");
	hold_reference(&page, "plan", pf_plan_schema(), "Keys of a plan");
	close_page(prompts, &page);
	page = open_page(config);
	hold_reference(&page, "config", pf_config_schema(), "Keys of the configuration");
	close_page(config, &page);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_prompt_loads_and_passes),
		cmocka_unit_test(test_the_bank_holds_them_all_once),
		cmocka_unit_test(test_the_plans_have_their_minutes),
		cmocka_unit_test(test_the_interview_is_the_articles),
		cmocka_unit_test(test_every_section_has_a_drill_of_twelve_minutes_at_most),
		cmocka_unit_test(test_the_skeleton_has_what_each_drill_asks_for),
		cmocka_unit_test(test_the_pages_say_what_the_tables_say),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
