/* Any bytes are a draft, judged by either rubric, with a prompt's brief or without: every point is
 * inside the text, earned points add up to the score, and what is told is told of a place. */
#include <assert.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include "prfaq/bank/bank.h"
#include "prfaq/session/interview.h"
#include "prfaq/session/shipped_texts.h"

#define TODAY 20780 /* a day on which no draft turns old */

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct pf_rubric *article, *canonical;
static struct pf_bank *bank;
static struct pf_session_context *with_prompt;

static void leave(void)
{
	pf_session_context_free(with_prompt);
	pf_bank_free(bank);
	pf_rubric_free(article);
	pf_rubric_free(canonical);
}

static void begin(void)
{
	static const struct pf_paths house = {.shipped = PF_ROOT_DIR,
					      .config = PF_TESTS_DIR "/none"};

	if (with_prompt)
		return;
	if (pf_rubric_load(&article, "article", &house, NULL) != PF_OK ||
	    pf_rubric_load(&canonical, "canonical", &house, NULL) != PF_OK ||
	    pf_bank_load(&bank, &house, NULL) != PF_OK)
		abort();
	with_prompt = pf_session_context_of_prompt(pf_bank_get(bank, 0), TODAY, -1, 0);
	atexit(leave);
}

static void check_range(struct pf_range r, size_t size)
{
	assert(r.begin <= r.end && r.end <= size);
}

static void check_card(const struct pf_scorecard *card, size_t size)
{
	for (size_t i = 0; i < card->proofs.n; i++) {
		const struct pf_proof *p = &card->proofs.v[i];

		check_range(p->span, size);
		check_range(p->other, size);
		assert(isfinite(p->earned) && p->earned >= 0 && p->earned <= p->possible + 1e-9);
	}
	for (size_t i = 0; i < card->findings.n; i++) {
		check_range(card->findings.v[i].span, size);
		check_range(card->findings.v[i].other, size);
	}
	assert(!card->scored || (card->score >= 0 && card->score <= 100));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct pf_check_context alone = {.today = TODAY, .known = &pf_shipped_texts};
	struct pf_slice text = pf_slice_make((const char *)data, size);

	begin();
	for (int i = 0; i < 3; i++) {
		struct pf_check check;

		if (pf_check_run(&check, i == 1 ? canonical : article, text,
				 i == 2 ? pf_session_context_get(with_prompt) : &alone,
				 NULL) != PF_OK)
			continue;
		check_card(&check.card, size);
		pf_check_release(&check);
	}
	return 0;
}
