/* What to say of a page in two lines: the one to keep, and the one to fix first. */
#include <stdio.h>
#include <string.h>

#include "draft/quants.h"
#include "engine.h"

/* How much a sentence shows: a number with an origin, from what to what, by when. */
static double shows(const struct pf_view *view, size_t s, const char **why)
{
	const struct pf_quant_sentence *qs = &view->quants->sentences.v[s];
	bool bound = false, given = false;

	for (size_t q = qs->first; q < qs->first + qs->n; q++) {
		/* What nobody told and no sum gave is not held up as good. */
		if (view->context->prompt && pf_quant_needs_origin(&view->quants->v[q]) &&
		    view->origin[q] == PF_ORIGIN_BARE)
			return 0;
		bound = bound || pf_quant_proves(view, q);
		given = given || view->origin[q] == PF_ORIGIN_GIVEN;
	}
	if (!bound || view->tokens->sentences.v[s].words > 40)
		return 0;
	*why = given ? "a number you were given, bound to what it measures"
	       : qs->has_baseline && qs->has_target ? "from what, to what"
						    : "a number bound to what it measures";
	return 1 + qs->grade + (given ? 2 : 0) + (qs->has_baseline && qs->has_target ? 1 : 0) +
	       (view->sentence_part[s] == PF_PART_PROBLEM ? 0.5 : 0);
}

/* A line with a grave fault in it is to be mended, not kept. */
static bool at_fault(const struct pf_scorecard *card, struct pf_range sentence)
{
	for (size_t i = 0; i < card->findings.n; i++) {
		const struct pf_finding *f = &card->findings.v[i];

		if (f->severity >= PF_SEVERITY_MAJOR && !f->missing &&
		    f->span.begin >= sentence.begin && f->span.end <= sentence.end)
			return true;
	}
	return false;
}

void pf_run_keep(struct pf_run *run)
{
	double best = 0;

	for (size_t s = 0; s < run->view.tokens->sentences.n; s++) {
		const char *why = "";
		double x;

		if (run->view.sentence_part[s] == PF_SENTENCE_HEADING ||
		    s >= run->view.quants->sentences.n)
			continue;
		x = shows(&run->view, s, &why);
		if (x <= best || at_fault(run->card, pf_sentence_range(&run->view, s)))
			continue;
		best = x;
		run->card->keep = pf_sentence_range(&run->view, s);
		snprintf(run->card->keep_why, sizeof(run->card->keep_why), "%s", why);
	}
}

/* How much of the cost a reader would say aloud: a page is lost by its gravest faults, and of the
 * points that a fault costs the first few say how grave it is. */
#define COST_HEARD 4.0

/* Who is told first what is not so reads no further: what is less sure than this comes first only
 * where nearly nothing else does, and what is wrong as often as right never. But what a page is
 * lost by is worth a doubt: it comes first where it is right as often as not. */
#define SURE_ENOUGH   0.6
#define SURE_CRITICAL 0.55
#define SURE_LEAST    0.4
#define FEWEST        2 /* to begin with */

static double urgency_of(const struct pf_finding *f)
{
	static const double heard[] = {
		[PF_SEVERITY_INFO] = 0.1,
		[PF_SEVERITY_MINOR] = 0.3,
		[PF_SEVERITY_MAJOR] = 1,
		[PF_SEVERITY_CRITICAL] = 2,
	};
	double cost = f->cost < COST_HEARD ? f->cost : COST_HEARD;

	/* What it is worth to its writer, and doubt counts twice. */
	return f->cost > 0 ? (cost * heard[f->severity] + f->cost / 10) * f->sure * f->sure : 0;
}

/* Five faults of one section are a lecture: each that was said makes the next less urgent. */
#define SAID_BEFORE 0.6

static double urgency_after(const struct pf_scorecard *card, const uint32_t *chosen, size_t n,
			    const struct pf_finding *f, double sure)
{
	bool grave = f->severity == PF_SEVERITY_CRITICAL && f->sure >= SURE_CRITICAL;
	double urgency = grave || f->sure >= sure ? urgency_of(f) : 0;

	for (size_t i = 0; i < n; i++) {
		const struct pf_finding *c = &card->findings.v[chosen[i]];

		if (c == f || c->rule == f->rule)
			return 0;
		if (c->section == f->section)
			urgency *= SAID_BEFORE;
	}
	return urgency;
}

/* The finding of the gate that took the score, or more of it than any other fault is heard with, or
 * left nothing to take; n of findings when none did. */
static size_t gate_first(const struct pf_scorecard *card)
{
	size_t i = 0;

	if (card->scored && card->capped < COST_HEARD && card->cap > COST_HEARD)
		return card->findings.n;
	while (i < card->findings.n && card->findings.v[i].rule != card->cap_rule)
		i++;
	return i;
}

/* Those that are at least so sure, behind the `got` that were chosen; up to n. */
static size_t choose(const struct pf_scorecard *card, uint32_t *chosen, size_t got, size_t n,
		     double sure)
{
	while (got < n) {
		size_t best = card->findings.n;
		double most = 0;

		for (size_t i = 0; i < card->findings.n; i++) {
			double urgency =
				urgency_after(card, chosen, got, &card->findings.v[i], sure);

			if (urgency > most) {
				most = urgency;
				best = i;
			}
		}
		if (best == card->findings.n)
			break;
		chosen[got++] = (uint32_t)best;
	}
	return got;
}

size_t pf_check_top_fixes(const struct pf_scorecard *card, uint32_t *findings, size_t n)
{
	size_t got = 0, gate = gate_first(card);

	/* Under a ceiling nothing else gains a point. */
	if (n && gate < card->findings.n)
		findings[got++] = (uint32_t)gate;
	got = choose(card, findings, got, n, SURE_ENOUGH);
	return choose(card, findings, got, n < FEWEST ? n : FEWEST, SURE_LEAST);
}

static bool tells_of(const struct pf_finding *f, uint32_t rule)
{
	bool tells = f->rule == rule;

	for (size_t i = 0; i < f->n_also; i++)
		tells |= f->also[i] == rule;
	return tells;
}

static bool is_told(const struct pf_scorecard *card, uint32_t rule)
{
	bool told = false;

	for (size_t f = 0; f < card->findings.n && !told; f++)
		told = tells_of(&card->findings.v[f], rule);
	return told;
}

double pf_check_untold(const struct pf_scorecard *card, struct pf_untold *out, size_t n)
{
	double sum = 0;

	memset(out, 0, n * sizeof(*out));
	for (size_t i = 0; i < card->proofs.n; i++) {
		const struct pf_proof *p = &card->proofs.v[i];
		struct pf_untold here = {p->rule, p->possible - p->earned};

		if (here.lost <= 0 || is_told(card, p->rule))
			continue;
		sum += here.lost;
		for (size_t k = 0; k < n; k++) { /* in its place; the least falls off the end */
			struct pf_untold less = out[k];

			if (here.lost <= less.lost)
				continue;
			out[k] = here;
			here = less;
		}
	}
	return sum;
}
