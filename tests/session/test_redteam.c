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

#define TODAY        20780
#define MODEL_ROUNDS 2
#define DRAFT_ROUNDS 2
#define PAIRS_DIR    PF_TESTS_DIR "/check/pairs/"

/* Better halves of pairs, of many hands: of each prompt the second by its score, of six the fourth
 * too. Which come through was not looked at when they were chosen. */
static const struct {
	const char *prompt, *file;
} drafts[] = {
	{"allergy-table", "01-b"}, {"allergy-table", "02-a"},     {"bed-by-noon", "62-b"},
	{"bed-by-noon", "06-a"},   {"damp-room", "115-b"},        {"damp-room", "93-a"},
	{"dock-queue", "07-b"},    {"dock-queue", "09-b"},        {"heat-price", "12-b"},
	{"heat-price", "121-a"},   {"number-lock", "145-a"},      {"number-lock", "46-a"},
	{"savings-call", "13-a"},  {"silent-leak", "133-b"},      {"still-eligible", "132-a"},
	{"storm-day", "17-a"},     {"transfer-credits", "177-b"}, {"watch-party", "22-a"},
};
#define DRAFTS (sizeof(drafts) / sizeof(*drafts))

/* Every ninth of the better halves that were written for no prompt, from the fifth on. */
static const char *const unprompted[] = {
	"29-a",  "38-a",  "59-a",  "86-b",  "109-b", "125-a", "141-b", "164-a", "176-b",
	"194-a", "215-b", "231-b", "252-a", "266-b", "284-b", "302-a", "323-a", "338-a",
};
#define UNPROMPTED (sizeof(unprompted) / sizeof(*unprompted))

static struct pf_rubric *rubric, *canonical;
static struct pf_bank *bank;
static struct pf_redteam from_models, from_drafts, from_unprompted;

static void show(const char *from, const struct pf_redteam *team)
{
	printf("bred from %s:\n", from);
	for (size_t i = 0; i < team->rows.n; i++) {
		const struct pf_redteam_row *r = &team->rows.v[i];

		printf("%-26s %4zu bred %4zu refused %3zu through, best %5.1f  %s\n", r->breed,
		       r->n, r->refused, r->through, r->best, r->where);
	}
}

static void breed_models(void)
{
	struct pf_buf models[64] = {{0}};
	struct pf_redteam_draft from[64];
	size_t n = pf_bank_count(bank);

	assert_in_range(n, 6, 64);
	for (size_t i = 0; i < n; i++) {
		pf_model_markdown(pf_bank_get(bank, i), &models[i]);
		from[i] = (struct pf_redteam_draft){pf_bank_get(bank, i), pf_buf_view(&models[i])};
	}
	pf_redteam_run(&from_models, rubric, bank, from, n, MODEL_ROUNDS, 7, TODAY);
	for (size_t i = 0; i < n; i++)
		pf_buf_release(&models[i]);
}

static void read_draft(const char *file, struct pf_buf *text)
{
	char path[PF_PATH_MAX];

	snprintf(path, sizeof(path), PAIRS_DIR "%s.md", file);
	assert_int_equal(pf_file_read(path, PF_DOC_MAX_BYTES, text, NULL), PF_OK);
}

static void breed_drafts(void)
{
	struct pf_buf texts[DRAFTS] = {{0}};
	struct pf_redteam_draft from[DRAFTS];

	for (size_t i = 0; i < DRAFTS; i++) {
		read_draft(drafts[i].file, &texts[i]);
		from[i] = (struct pf_redteam_draft){pf_bank_find(bank, drafts[i].prompt, NULL),
						    pf_buf_view(&texts[i])};
	}
	pf_redteam_run(&from_drafts, rubric, bank, from, DRAFTS, DRAFT_ROUNDS, 7, TODAY);
	for (size_t i = 0; i < DRAFTS; i++)
		pf_buf_release(&texts[i]);
}

static void breed_unprompted(void)
{
	struct pf_buf texts[UNPROMPTED] = {{0}};
	struct pf_redteam_draft from[UNPROMPTED] = {{0}};

	for (size_t i = 0; i < UNPROMPTED; i++) {
		read_draft(unprompted[i], &texts[i]);
		from[i].text = pf_buf_view(&texts[i]);
	}
	pf_redteam_run(&from_unprompted, canonical, bank, from, UNPROMPTED, DRAFT_ROUNDS, 7, TODAY);
	for (size_t i = 0; i < UNPROMPTED; i++)
		pf_buf_release(&texts[i]);
}

static int setup(void **state)
{
	struct pf_paths house = {.shipped = PF_ROOT_DIR, .config = PF_TESTS_DIR "/none"};

	(void)state;
	assert_int_equal(pf_rubric_load(&rubric, "article", &house, NULL), PF_OK);
	assert_int_equal(pf_rubric_load(&canonical, "canonical", &house, NULL), PF_OK);
	assert_int_equal(pf_bank_load(&bank, &house, NULL), PF_OK);
	breed_models();
	breed_drafts();
	breed_unprompted();
	show("model answers", &from_models);
	show("other drafts", &from_drafts);
	show("drafts for no prompt", &from_unprompted);
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	pf_redteam_release(&from_models);
	pf_redteam_release(&from_drafts);
	pf_redteam_release(&from_unprompted);
	pf_rubric_free(rubric);
	pf_rubric_free(canonical);
	pf_bank_free(bank);
	return 0;
}

/* So many were bred, and no more than so many of a thousand came through. */
static void assert_holds(const struct pf_redteam *team, enum pf_breed_sort sort, size_t least,
			 size_t per_mille)
{
	assert_true(team->n[sort] >= least);
	if (team->through[sort] * 1000 > per_mille * team->n[sort])
		fail_msg("%zu of %zu came through", team->through[sort], team->n[sort]);
}

static void test_cheats_stay_low(void **state)
{
	(void)state;
	assert_holds(&from_models, PF_BREED_RUBBISH, 500, 10);
	assert_holds(&from_drafts, PF_BREED_RUBBISH, 500, 10);
	assert_holds(&from_unprompted, PF_BREED_RUBBISH, 500, 10);
}

static void test_padding_gains_nothing(void **state)
{
	(void)state;
	assert_holds(&from_models, PF_BREED_PADDED, 50, 0);
	assert_holds(&from_drafts, PF_BREED_PADDED, 100, 0);
	assert_holds(&from_unprompted, PF_BREED_PADDED, 100, 0);
}

/* Terse pages are as near to chance as shuffled ones: order cannot refuse them, but pays nothing.
 */
static void test_order_pays_nothing(void **state)
{
	(void)state;
	assert_holds(&from_models, PF_BREED_ORDER, 20, 100);
	assert_holds(&from_drafts, PF_BREED_ORDER, 30, 100);
	assert_holds(&from_unprompted, PF_BREED_ORDER, 30, 100);
}

static void test_a_label_never_costs(void **state)
{
	(void)state;
	assert_holds(&from_models, PF_BREED_TWIN, 20, 0);
	assert_holds(&from_drafts, PF_BREED_TWIN, 30, 0);
}

/* Lost are points where it was damaged. */
static void test_damages_are_felt(void **state)
{
	(void)state;
	assert_holds(&from_models, PF_BREED_DAMAGE, 300, 10);
	assert_holds(&from_drafts, PF_BREED_DAMAGE, 300, 10);
	assert_holds(&from_unprompted, PF_BREED_DAMAGE, 300, 10);
}

/* Over models, cheats and damages alike. */
static void test_proofs_add_up(void **state)
{
	(void)state;
	assert_int_equal(from_models.unproved, 0);
	assert_int_equal(from_drafts.unproved, 0);
	assert_int_equal(from_unprompted.unproved, 0);
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
