/*
 * The panel's votes. Each lens first votes on the page alone (the checker's
 * vote); then on what it heard in the deep dive. A vote moves one level at
 * most, and the reply that moved it is named.
 */
#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "impl.h"
#include "probe_slots.h"

void pf_quote(char *out, size_t size, struct pf_slice text, struct pf_range range, size_t max)
{
	char words[200];

	out[0] = '\0';
	if (range.end <= range.begin || range.end > text.len)
		return;
	pf_slots_words(words, max + 1 < sizeof(words) ? max + 1 : sizeof(words), text, range);
	assert(size > strlen(words) + 2);
	snprintf(out, size, "\"%.*s\"", (int)(size - 3), words);
}

/* What this lens heard: the reply that speaks most for or against. */
struct heard {
	uint32_t asked, full, evaded;
	size_t best, worst; /* numbers of questions, from 1; 0: none */
};

static struct heard listen(const struct pf_fold *fold, enum pf_lens lens)
{
	struct heard h = {0};

	for (size_t i = 0; i < fold->probes.n; i++) {
		const struct pf_probed *p = &fold->probes.v[i];
		bool full = p->closed && !p->evaded && p->good && !(p->good & ~p->found);

		if (p->lens != lens || !p->closed)
			continue;
		h.asked++;
		h.full += full;
		h.evaded += p->evaded;
		if (full)
			h.best = i + 1;
		if (p->evaded)
			h.worst = i + 1;
	}
	return h;
}

static void move(const struct pf_fold *fold, const struct heard *h, bool blocked,
		 enum pf_vote before, enum pf_vote *after, char moved[160])
{
	*after = before;
	moved[0] = '\0';
	if (h->worst && 2 * h->evaded >= h->asked && before > PF_VOTE_STRONG_NO) {
		*after = (enum pf_vote)(before - 1);
		snprintf(moved, 160, "Question %zu, not answered, moved it down", h->worst);
	} else if (h->best && h->evaded == 0 && 3 * h->full >= 2 * h->asked && !blocked &&
		   before < PF_VOTE_STRONG_YES) {
		struct pf_buf heard = {0};

		*after = (enum pf_vote)(before + 1);
		pf_probed_heard(&fold->probes.v[h->best - 1], &heard);
		snprintf(moved, 160, "Answer %zu moved it up (%.100s)", h->best,
			 pf_buf_cstr(&heard));
		pf_buf_release(&heard);
	}
}

/* What the rule asks about the words, else what the proof says of them; nothing where that is the
 * words once more. */
static void say_why(const struct pf_check *check, const struct pf_proof *proof, const char *quote,
		    char out[160])
{
	const char *why = proof->reason;

	for (size_t i = 0; i < check->card.findings.n; i++) {
		const struct pf_finding *f = &check->card.findings.v[i];

		if (f->rule == proof->rule && f->ask[0])
			why = f->ask;
	}
	snprintf(out, 160, "%.159s", why);
	if (quote[0] && strncmp(quote + 1, out, strlen(out)) == 0)
		out[0] = '\0';
}

/* Under a cap each proof is worth less, those that hold too: what sets the cap decided, where it
 * took more than the costliest miss does by itself. */
static const struct pf_proof *decider(const struct pf_scorecard *card,
				      const struct pf_lens_score *score)
{
	const struct pf_proof *p =
		score->decided < card->proofs.n ? &card->proofs.v[score->decided] : NULL;

	if (!p || card->capped <= 0 || score->vote >= PF_VOTE_YES || score->blocked)
		return p;
	return card->capped > p->possible - p->earned / card->scale
		       ? &card->proofs.v[card->cap_rule]
		       : p;
}

void pf_panel_vote(const struct pf_fold *fold, const struct pf_check *check, enum pf_lens lens,
		   struct pf_result *result)
{
	const struct pf_lens_score *score = &check->card.lenses[lens];
	struct pf_voted *vote = &result->votes[lens];
	struct heard h = listen(fold, lens);
	const struct pf_proof *proof = decider(&check->card, score);

	memset(&result->text[lens], 0, sizeof(result->text[lens]));
	vote->cast = check->card.scored;
	vote->before = score->vote;
	vote->score = score->score;
	move(fold, &h, score->blocked, score->vote, &vote->after, result->text[lens].moved);
	if (!proof)
		return;
	pf_quote(result->text[lens].quote, sizeof(result->text[lens].quote),
		 pf_doc_text(check->doc), proof->span, 100);
	say_why(check, proof, result->text[lens].quote, result->text[lens].reason);
	if (proof->span.end > 0)
		vote->line = pf_doc_place(check->doc, proof->span.begin).line;
}
