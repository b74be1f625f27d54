/* Honest drafts keep their grade: what stops cheats must not stop people. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "prfaq/bank/bank.h"
#include "prfaq/check/check.h"
#include "prfaq/session/interview.h"

#define GRADED PF_TESTS_DIR "/session/data/graded/"

static struct pf_bank *bank;
static struct pf_rubric *rubric;

static int load(void **state)
{
	struct pf_paths paths = {.shipped = PF_ROOT_DIR, .config = "/nonexistent"};

	(void)state;
	assert_int_equal(pf_bank_load(&bank, &paths, NULL), PF_OK);
	assert_int_equal(pf_rubric_load(&rubric, "article", &paths, NULL), PF_OK);
	return 0;
}

static int unload(void **state)
{
	(void)state;
	pf_rubric_free(rubric);
	pf_bank_free(bank);
	return 0;
}

/* -1 when it is not scored. */
static double score_for(const char *prompt, struct pf_slice draft)
{
	struct pf_session_context *context =
		pf_session_context_of_prompt(pf_bank_find(bank, prompt, NULL), 20000, -1, 0);
	struct pf_check check;
	double score;

	assert_int_equal(pf_check_run(&check, rubric, draft, pf_session_context_get(context), NULL),
			 PF_OK);
	score = check.card.scored ? check.card.score : -1;
	pf_check_release(&check);
	pf_session_context_free(context);
	return score;
}

/* "watch-party-mid-1.md" was written for watch-party. */
static void prompt_of(const char *file, char *out)
{
	const char *end = strrchr(file, '-');

	while (*--end != '-')
		;
	memcpy(out, file, (size_t)(end - file));
	out[end - file] = '\0';
}

static void drafts_keep_their_grade(void **state)
{
	char line[200], file[80], prompt[80], path[400];
	double low, high, score;
	FILE *bands = fopen(GRADED "bands.txt", "r");
	size_t n = 0;

	(void)state;
	assert_non_null(bands);
	while (fgets(line, sizeof(line), bands)) {
		struct pf_buf draft = {0};

		if (line[0] == '#' || sscanf(line, "%79s %lf %lf", file, &low, &high) != 3)
			continue;
		n++;
		snprintf(path, sizeof(path), GRADED "%s", file);
		assert_int_equal(pf_file_read(path, 1 << 20, &draft, NULL), PF_OK);
		prompt_of(file, prompt);
		score = score_for(prompt, pf_buf_view(&draft));
		if (score < low || score > high)
			fail_msg("%s scores %.1f, wanted %.0f to %.0f", file, score, low, high);
		pf_buf_release(&draft);
	}
	fclose(bands);
	assert_true(n >= 10);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(drafts_keep_their_grade),
	};

	return cmocka_run_group_tests(tests, load, unload);
}
