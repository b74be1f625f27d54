/* One pass over drafts and breeds: breed, check, hold to the promise of the sort. */
#include "prfaq/session/redteam.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "breed.h"
#include "prfaq/bank/model.h"
#include "prfaq/base/mem.h"
#include "prfaq/session/interview.h"
#include "prfaq/session/shipped_texts.h"

struct team {
	struct pf_redteam *out;
	const struct pf_rubric *rubric;
	const struct pf_bank *bank;
	struct pf_rng rng;
	int32_t today;
	double faker; /* the last faker's score, for its twin; below 0: none */
	/* Of the last prompt: most breeds of a draft are held under one. */
	const struct pf_prompt *prompt;
	struct pf_session_context *context;
};

static struct pf_session_context *context_of(struct team *t, const struct pf_prompt *prompt)
{
	if (t->context && t->prompt == prompt)
		return t->context;
	pf_session_context_free(t->context);
	t->prompt = prompt;
	t->context = pf_session_context_of_prompt(prompt, t->today, -1, 0);
	return t->context;
}

static void judge(struct team *t, struct pf_check *check, const struct pf_prompt *prompt,
		  struct pf_slice text)
{
	struct pf_check_context nothing = {.today = t->today, .known = &pf_shipped_texts};

	if (pf_check_run(check, t->rubric, text,
			 prompt ? pf_session_context_get(context_of(t, prompt)) : &nothing,
			 NULL) != PF_OK)
		abort(); /* what is bred is never near the limit of a document */
}

/* What is not scored is worth less than all that is. */
static double score_of(const struct pf_check *check)
{
	return check->card.scored ? check->card.score : -1;
}

static double section_points(const struct team *t, const struct pf_check *check,
			     const char *section)
{
	double sum = 0;

	for (size_t i = 0; i < check->card.proofs.n; i++)
		if (!strcmp(pf_rubric_rule(t->rubric, i).section, section))
			sum += check->card.proofs.v[i].earned;
	return sum;
}

/* Points of the section that was damaged. */
static bool loses_there(const struct team *t, const struct pf_breeding *b,
			const struct pf_check *bred, const char *section)
{
	return section &&
	       section_points(t, bred, section) < section_points(t, b->read, section) - 1e-6;
}

/* True when the promise of its sort was broken. */
static bool broke(struct team *t, const struct pf_breed *breed, const struct pf_breeding *b,
		  const struct pf_check *bred)
{
	const double hair = 1e-6;

	switch (breed->sort) {
	case PF_BREED_RUBBISH: return score_of(bred) >= PF_REDTEAM_PASS;
	case PF_BREED_PADDED: return score_of(bred) > score_of(b->read) + hair;
	case PF_BREED_ORDER: return score_of(bred) > score_of(b->read) + PF_REDTEAM_ORDER;
	case PF_BREED_TWIN: return score_of(bred) < t->faker - hair;
	case PF_BREED_DAMAGE:
		return bred->card.scored && (score_of(bred) >= score_of(b->read) - hair ||
					     !(loses_there(t, b, bred, b->damaged) ||
					       loses_there(t, b, bred, b->or_else)));
	case PF_BREED_SORTS: break;
	}
	return false;
}

static struct pf_redteam_row *row_of(struct pf_redteam *out, const struct pf_breed *breed)
{
	struct pf_redteam_row *row;

	for (size_t i = 0; i < out->rows.n; i++)
		if (out->rows.v[i].breed == breed->name)
			return &out->rows.v[i];
	row = PF_PUSH(&out->rows);
	*row = (struct pf_redteam_row){.breed = breed->name, .sort = breed->sort, .best = -1};
	return row;
}

/* The sum of the proofs is the score, and what earns cites words. */
static bool proved(const struct pf_scorecard *card)
{
	double sum = 0;

	for (size_t i = 0; i < card->proofs.n; i++) {
		const struct pf_proof *p = &card->proofs.v[i];

		if (p->earned > 0 && p->span.begin >= p->span.end)
			return false;
		sum += p->earned;
	}
	return fabs(sum - card->score) < 1e-6;
}

static void tally(struct team *t, const struct pf_breed *breed, const struct pf_breeding *b,
		  const struct pf_check *bred)
{
	struct pf_redteam_row *row = row_of(t->out, breed);
	double got = score_of(bred);

	row->n++;
	t->out->n[breed->sort]++;
	t->out->unproved += !proved(&bred->card);
	row->refused += !bred->card.scored;
	if (got > row->best)
		row->best = got;
	if (!broke(t, breed, b, bred))
		return;
	t->out->through[breed->sort]++;
	if (!row->through++)
		snprintf(row->where, sizeof(row->where), "%s: %.1f, the draft %.1f",
			 b->draft.prompt ? b->draft.prompt->id : "draft", got, score_of(b->read));
}

static void breed_one(struct team *t, const struct pf_breed *breed, struct pf_breeding *b)
{
	struct pf_check bred;

	pf_buf_clear(b->out);
	b->or_else = NULL;
	if (!breed->breed(b))
		return;
	judge(t, &bred, b->draft.prompt, pf_buf_view(b->out));
	tally(t, breed, b, &bred);
	if (breed->sort == PF_BREED_RUBBISH)
		t->faker = score_of(&bred); /* the twin follows its faker in the table */
	pf_check_release(&bred);
}

/* Each round copies another prompt. */
static const struct pf_prompt *other_prompt(const struct team *t, const struct pf_prompt *own,
					    size_t round)
{
	size_t n = pf_bank_count(t->bank);

	for (size_t i = 0; i < n; i++) {
		const struct pf_prompt *p = pf_bank_get(t->bank, (round + i) % n);

		if (p != own)
			return p;
	}
	return own;
}

static void breed_draft(struct team *t, const struct pf_redteam_draft *draft, size_t rounds)
{
	struct pf_check read;
	struct pf_buf out = {0};

	judge(t, &read, draft->prompt, draft->text);
	t->out->unproved += !proved(&read.card);
	for (size_t round = 0; round < rounds; round++) {
		struct pf_buf model = {0};
		struct pf_breeding b = {
			.draft = *draft,
			.read = &read,
			.rubric = t->rubric,
			.rng = &t->rng,
			.out = &out,
			.other = other_prompt(t, draft->prompt, pf_rng_below(&t->rng, 1000)),
		};

		if (!b.other)
			break;
		pf_model_markdown(b.other, &model);
		b.other_model = pf_buf_view(&model);
		for (size_t i = 0; i < pf_n_cheats; i++)
			breed_one(t, &pf_cheats[i], &b);
		for (size_t i = 0; i < pf_n_damages; i++)
			breed_one(t, &pf_damages[i], &b);
		pf_buf_release(&model);
	}
	pf_buf_release(&out);
	pf_check_release(&read);
}

void pf_redteam_run(struct pf_redteam *out, const struct pf_rubric *rubric,
		    const struct pf_bank *bank, const struct pf_redteam_draft *drafts, size_t n,
		    size_t rounds, uint64_t seed, int32_t today)
{
	struct team t = {.out = out, .rubric = rubric, .bank = bank, .rng = {seed}, .today = today};

	memset(out, 0, sizeof(*out));
	for (size_t i = 0; i < n; i++)
		breed_draft(&t, &drafts[i], rounds);
	pf_session_context_free(t.context);
}

void pf_redteam_release(struct pf_redteam *redteam)
{
	free(redteam->rows.v);
	memset(redteam, 0, sizeof(*redteam));
}
