/* From judgements to words: what is wrong, what to do, the line to keep and the one to fix. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "prfaq/base/mem.h"
#include "prfaq/base/utf8.h"

#include "engine.h"
#include "origin.h"

#define STYLE_SHOWN 3

static void add(char *out, size_t size, const char *text)
{
	size_t n = strlen(out), more = strlen(text);

	if (n + more >= size) {
		more = size - n - 1;
		while (more && ((unsigned char)text[more] & 0xC0) == 0x80)
			more--;
	}
	memcpy(out + n, text, more);
	out[n + more] = '\0';
}

static void number(char *out, size_t size, double x)
{
	snprintf(out, size, x == (double)(long)x ? "%.0f" : "%.1f", x);
}

/* The value of a slot; false when there is no such slot. */
static bool slot(const struct pf_run *run, size_t rule, const struct pf_place_found *place,
		 struct pf_slice name, char *out, size_t size)
{
	const struct pf_judgement *j = &run->judged[rule];
	const struct pf_check_prompt *prompt = run->view.context->prompt;
	enum pf_part_id part = run->rubric->rules.v[rule]->part;

	if (pf_slice_is(name, "claim"))
		pf_view_words(&run->view, place->span, out, size);
	else if (pf_slice_is(name, "other"))
		pf_view_words(&run->view, place->other, out, size);
	else if (pf_slice_is(name, "value"))
		snprintf(out, size, "%s", place->value);
	else if (pf_slice_is(name, "what"))
		snprintf(out, size, "%s", place->what);
	else if (pf_slice_is(name, "n"))
		number(out, size, j->n);
	else if (pf_slice_is(name, "limit"))
		number(out, size, j->limit);
	else if (pf_slice_is(name, "part"))
		snprintf(out, size, "%s",
			 part < PF_PART_COUNT ? pf_part_title(part)
					      : run->rubric->rules.v[rule]->section);
	else if (pf_slice_is(name, "customer"))
		snprintf(out, size, "%s",
			 prompt && prompt->customer ? prompt->customer : "___ customers");
	else if (pf_slice_is(name, "goal"))
		snprintf(out, size, "%s", prompt && prompt->goal ? prompt->goal : "the goal");
	else
		return false;
	return true;
}

void pf_fill_slots(const struct pf_run *run, size_t rule, const struct pf_place_found *place,
		   const char *text, char *out, size_t size)
{
	out[0] = '\0';
	for (const char *s = text ? text : ""; *s;) {
		const char *end = *s == '{' ? strchr(s, '}') : NULL;
		char value[100], one[2] = {*s, '\0'};

		if (end && slot(run, rule, place, pf_slice_make(s + 1, (size_t)(end - s - 1)),
				value, sizeof(value))) {
			add(out, size, value);
			s = end + 1;
			continue;
		}
		if (strlen(out) + 2 > size)
			break;
		add(out, size, one);
		s++;
	}
	/* A rune copied byte by byte may have been cut by the end. */
	struct pf_slice whole = pf_slice_of(out);

	out[pf_utf8_valid(whole)] = '\0';
}

static enum pf_part_id section_of(const struct pf_run *run, size_t rule, struct pf_range span)
{
	enum pf_part_id part = run->rubric->rules.v[rule]->part;

	if (part < PF_PART_COUNT)
		return part;
	return pf_range_empty(span) ? PF_PART_OTHER : pf_parts_at(run->view.parts, span.begin);
}

static void add_finding(struct pf_run *run, size_t rule, const struct pf_place_found *place,
			double cost)
{
	const struct pf_rule *r = run->rubric->rules.v[rule];
	struct pf_finding *f = PF_PUSH(&run->card->findings);

	memset(f, 0, sizeof(*f));
	f->rule = (uint32_t)rule;
	f->severity = (enum pf_severity)r->severity;
	f->span = place->span;
	f->other = place->other;
	f->section = place->part ? (enum pf_part_id)(place->part - 1)
				 : section_of(run, rule, place->span);
	f->cost = cost;
	pf_fill_slots(run, rule, place, r->message, f->message, sizeof(f->message));
	pf_fill_slots(run, rule, place, r->fix, f->fix, sizeof(f->fix));
	pf_fill_slots(run, rule, place, r->ask, f->ask, sizeof(f->ask));
}

/*
 * Where a whole part is missing, its rules have nothing to point at: their
 * costs go to the one finding that says so.
 */
struct absent {
	bool told[PF_PART_COUNT]; /* some rule says that the part is missing */
	double cost[PF_PART_COUNT];
};

static void find_absent(const struct pf_run *run, struct absent *absent)
{
	memset(absent, 0, sizeof(*absent));
	for (size_t i = 0; i < run->rubric->rules.n; i++)
		for (size_t k = 0; k < run->judged[i].n_places; k++)
			if (run->judged[i].places[k].part && !run->silenced[i])
				absent->told[run->judged[i].places[k].part - 1] = true;
	for (size_t i = 0; i < run->rubric->rules.n; i++) {
		enum pf_part_id part = run->rubric->rules.v[i]->part;
		const struct pf_proof *p = &run->card->proofs.v[i];

		if (part < PF_PART_COUNT && absent->told[part])
			absent->cost[part] += p->possible - p->earned;
	}
}

static void findings_of(struct pf_run *run, size_t rule, const struct absent *absent,
			unsigned *style_shown)
{
	const struct pf_rule *r = run->rubric->rules.v[rule];
	const struct pf_judgement *j = &run->judged[rule];
	const struct pf_proof *proof = &run->card->proofs.v[rule];
	struct pf_place_found whole = {.span = j->span, .other = j->other};
	double cost = proof->possible - proof->earned;
	size_t n = j->n_places ? j->n_places : 1;

	if (r->part < PF_PART_COUNT && absent->told[r->part])
		return;
	if (run->silenced[rule] || j->outcome == PF_OUTCOME_PASS ||
	    j->outcome == PF_OUTCOME_NOT_APPLICABLE)
		return;
	for (size_t i = 0; i < n; i++) {
		const struct pf_place_found *place = j->n_places ? &j->places[i] : &whole;

		if (r->style && style_shown[section_of(run, rule, place->span)]++ >= STYLE_SHOWN)
			continue;
		add_finding(run, rule, place,
			    cost / (double)n + (place->part ? absent->cost[place->part - 1] : 0));
	}
}

static int by_place(const void *a, const void *b)
{
	const struct pf_finding *x = a, *y = b;

	if (x->span.begin != y->span.begin)
		return x->span.begin < y->span.begin ? -1 : 1;
	if (x->rule != y->rule)
		return x->rule < y->rule ? -1 : 1;
	return strcmp(x->message, y->message);
}

/* How much a sentence shows: a number with an origin, from what to what, by when. */
static double shows(const struct pf_view *view, size_t s, const char **why)
{
	const struct pf_quant_sentence *qs = &view->quants->sentences.v[s];
	bool bound = false, given = false;

	for (size_t q = qs->first; q < qs->first + qs->n; q++) {
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

static void keep(struct pf_run *run)
{
	double best = 0;

	for (size_t s = 0; s < run->view.tokens->sentences.n; s++) {
		const char *why = "";
		double x;

		if (run->view.sentence_part[s] == PF_SENTENCE_HEADING ||
		    s >= run->view.quants->sentences.n)
			continue;
		x = shows(&run->view, s, &why);
		if (x <= best)
			continue;
		best = x;
		run->card->keep = pf_sentence_range(&run->view, s);
		snprintf(run->card->keep_why, sizeof(run->card->keep_why), "%s", why);
	}
}

void pf_run_findings(struct pf_run *run)
{
	struct pf_scorecard *card = run->card;
	unsigned style_shown[PF_PART_COUNT + 1] = {0};
	struct absent absent;
	double worst = -1;

	find_absent(run, &absent);
	for (size_t i = 0; i < run->rubric->rules.n; i++)
		findings_of(run, i, &absent, style_shown);
	if (card->findings.n)
		qsort(card->findings.v, card->findings.n, sizeof(*card->findings.v), by_place);
	card->fix_first = (uint32_t)card->findings.n;
	for (size_t i = 0; i < card->findings.n; i++) {
		const struct pf_finding *f = &card->findings.v[i];
		double x = f->cost + (double)f->severity;

		if (f->cost > 0 && x > worst) {
			worst = x;
			card->fix_first = (uint32_t)i;
		}
	}
	keep(run);
}

static bool taken(const struct pf_scorecard *card, const uint32_t *chosen, size_t n,
		  const struct pf_finding *f, bool by_section)
{
	for (size_t i = 0; i < n; i++) {
		const struct pf_finding *c = &card->findings.v[chosen[i]];

		if (c == f || c->rule == f->rule || (by_section && c->section == f->section))
			return true;
	}
	return false;
}

size_t pf_check_top_fixes(const struct pf_scorecard *card, uint32_t *findings, size_t n)
{
	size_t got = 0;

	for (int pass = 0; pass < 2; pass++) {
		while (got < n) {
			size_t best = card->findings.n;

			for (size_t i = 0; i < card->findings.n; i++) {
				const struct pf_finding *f = &card->findings.v[i];

				if (f->cost <= 0 || taken(card, findings, got, f, pass == 0))
					continue;
				if (best == card->findings.n ||
				    f->cost + (double)f->severity >
					    card->findings.v[best].cost +
						    (double)card->findings.v[best].severity)
					best = i;
			}
			if (best == card->findings.n)
				break;
			findings[got++] = (uint32_t)best;
		}
	}
	return got;
}
