/* The checker cannot be fooled: cheats stay low, damages are felt, labels never cost. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
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

/* Terse pages are as near to chance as shuffled ones: order cannot refuse them, but pays nothing.
 */
static void test_order_pays_nothing(void **state)
{
	(void)state;
	assert_true(team.n[PF_BREED_ORDER] >= 40);
	assert_true(team.through[PF_BREED_ORDER] * 10 <= team.n[PF_BREED_ORDER]);
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

/* Over models, cheats and damages alike. */
static void test_proofs_add_up(void **state)
{
	(void)state;
	assert_int_equal(team.unproved, 0);
}

static double score_of(const struct pf_prompt *prompt, struct pf_slice text)
{
	struct pf_session_context *context = pf_session_context_of_prompt(prompt, TODAY, -1, 0);
	struct pf_check check;
	double score;

	assert_int_equal(pf_check_run(&check, rubric, text, pf_session_context_get(context), NULL),
			 PF_OK);
	score = check.card.score;
	pf_check_release(&check);
	pf_session_context_free(context);
	return score;
}

/* "Primary: evenings given up: from 44 % to 25 % ..." in one paragraph, in the table's place. */
static void metrics_as_sentences(const struct pf_prompt *prompt, struct pf_slice model,
				 struct pf_buf *out)
{
	struct pf_slice head = PF_SLICE("## Metrics\n\n"), next = PF_SLICE("\n## ");
	size_t at = pf_slice_find(model, head) + head.len;
	struct pf_slice tail = pf_slice_cut(model, at, model.len);

	pf_buf_slice(out, pf_slice_cut(model, 0, at));
	for (size_t i = 0; i < prompt->model.metrics.n; i++) {
		const struct pf_prompt_model_metric *m = &prompt->model.metrics.v[i];

		pf_buf_printf(out, "The %s metric is: %s. ",
			      pf_prompt_tier_name((enum pf_prompt_tier)m->tier), m->text);
	}
	pf_buf_byte(out, '\n');
	pf_buf_slice(out, pf_slice_cut(tail, pf_slice_find(tail, next), tail.len));
}

static void test_a_table_is_worth_its_sentences(void **state)
{
	(void)state;
	for (size_t i = 0; i < pf_bank_count(bank); i++) {
		const struct pf_prompt *prompt = pf_bank_get(bank, i);
		struct pf_buf model = {0}, prose = {0};
		double table, sentences;

		pf_model_markdown(prompt, &model);
		metrics_as_sentences(prompt, pf_buf_view(&model), &prose);
		table = score_of(prompt, pf_buf_view(&model));
		sentences = score_of(prompt, pf_buf_view(&prose));
		if (fabs(table - sentences) > 2)
			fail_msg("%s: %.1f as a table, %.1f as sentences", prompt->id, table,
				 sentences);
		pf_buf_release(&model);
		pf_buf_release(&prose);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_cheats_stay_low),
		cmocka_unit_test(test_padding_gains_nothing),
		cmocka_unit_test(test_order_pays_nothing),
		cmocka_unit_test(test_a_label_never_costs),
		cmocka_unit_test(test_damages_are_felt),
		cmocka_unit_test(test_proofs_add_up),
		cmocka_unit_test(test_a_table_is_worth_its_sentences),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
