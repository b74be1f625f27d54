/* The checker cannot be fooled: cheats stay low, damages are felt, labels never cost. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "prfaq/bank/model.h"
#include "prfaq/session/interview.h"
#include "prfaq/session/redteam.h"

#define TODAY  20780
#define ROUNDS 4

static struct pf_rubric *rubric;
static struct pf_bank *bank;
static struct pf_redteam team;

static int setup(void **state)
{
	struct pf_paths house = {.shipped = PF_ROOT_DIR, .config = PF_TESTS_DIR "/none"};
	struct pf_buf models[64] = {{0}};
	struct pf_redteam_draft drafts[64];
	size_t n;

	(void)state;
	assert_int_equal(pf_rubric_load(&rubric, "article", &house, NULL), PF_OK);
	assert_int_equal(pf_bank_load(&bank, &house, NULL), PF_OK);
	n = pf_bank_count(bank);
	assert_in_range(n, 6, 64);
	for (size_t i = 0; i < n; i++) {
		pf_model_markdown(pf_bank_get(bank, i), &models[i]);
		drafts[i] =
			(struct pf_redteam_draft){pf_bank_get(bank, i), pf_buf_view(&models[i])};
	}
	pf_redteam_run(&team, rubric, bank, drafts, n, ROUNDS, 7, TODAY);
	for (size_t i = 0; i < n; i++)
		pf_buf_release(&models[i]);
	for (size_t i = 0; i < team.rows.n; i++) {
		const struct pf_redteam_row *r = &team.rows.v[i];

		printf("%-26s %4zu bred %4zu refused %3zu through, best %5.1f  %s\n", r->breed,
		       r->n, r->refused, r->through, r->best, r->where);
	}
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	pf_redteam_release(&team);
	pf_rubric_free(rubric);
	pf_bank_free(bank);
	return 0;
}

/* At most 1 of 100. */
static void test_cheats_stay_low(void **state)
{
	(void)state;
	assert_true(team.n[PF_BREED_RUBBISH] >= 500);
	assert_true(team.through[PF_BREED_RUBBISH] * 100 <= team.n[PF_BREED_RUBBISH]);
}

static void test_padding_gains_nothing(void **state)
{
	(void)state;
	assert_true(team.n[PF_BREED_PADDED] >= 50);
	assert_int_equal(team.through[PF_BREED_PADDED], 0);
}

static void test_a_label_never_costs(void **state)
{
	(void)state;
	assert_true(team.n[PF_BREED_TWIN] >= 20);
	assert_int_equal(team.through[PF_BREED_TWIN], 0);
}

/* At least 99 of 100 lose points, where they were damaged. */
static void test_damages_are_felt(void **state)
{
	(void)state;
	assert_true(team.n[PF_BREED_DAMAGE] >= 500);
	assert_true(team.through[PF_BREED_DAMAGE] * 100 <= team.n[PF_BREED_DAMAGE]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_cheats_stay_low),
		cmocka_unit_test(test_padding_gains_nothing),
		cmocka_unit_test(test_a_label_never_costs),
		cmocka_unit_test(test_damages_are_felt),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
