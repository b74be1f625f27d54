/* From judgements to findings: what is wrong, where, and what it costs; each gap once. */
#include <stdlib.h>
#include <string.h>

#include "prfaq/base/mem.h"

#include "draft/maybe.h"
#include "engine.h"

static enum pf_part_id section_of(const struct pf_run *run, size_t rule, struct pf_range span)
{
	enum pf_part_id part = run->rubric->rules.v[rule]->part;

	if (part < PF_PART_COUNT)
		return part;
	return pf_range_empty(span) ? PF_PART_OTHER : pf_parts_at(run->view.parts, span.begin);
}

/* Nothing on the page reads as that part. */
static bool absent(const struct pf_run *run, enum pf_part_id part)
{
	return !run->card->sections[part].present;
}

/* Nor does another part say what it should. */
static bool untold(const struct pf_run *run, enum pf_part_id part)
{
	return absent(run, part) && run->card->sections[part].earned <= 0;
}

/* Where a part that is missing belongs: the last part before it in the order of the page. */
static struct pf_range belongs_after(const struct pf_run *run, enum pf_part_id part)
{
	struct pf_range at = {0, 0};

	for (size_t i = 0; i < run->view.parts->parts.n; i++)
		if (run->view.parts->parts.v[i].id < part)
			at = pf_part_span(&run->view.parts->parts.v[i]);
	return pf_range_empty(at) ? pf_view_opening(&run->view) : at;
}

static bool asks_for_presence(const struct pf_run *run, size_t rule)
{
	return pf_rule_is(run->rubric->rules.v[rule], PF_KIND_presence);
}

/* A rule that points at the first sentence for want of words of its own: nothing there is wrong. */
static bool at_opening(const struct pf_run *run, const struct pf_finding *f)
{
	const struct pf_proof *p = &run->card->proofs.v[f->rule];
	struct pf_range opening = pf_view_opening(&run->view);

	return (p->outcome == PF_OUTCOME_FAIL || asks_for_presence(run, f->rule)) &&
	       f->section != PF_PART_HEADLINE && f->span.begin == opening.begin &&
	       f->span.end == opening.end &&
	       (f->section == PF_PART_OTHER ||
		pf_parts_at(run->view.parts, opening.begin) != f->section);
}

static enum pf_severity severity_of(const struct pf_run *run, const struct pf_rule *rule)
{
	const struct pf_check_context *c = run->view.context;

	for (size_t i = c->n_severities; i-- > 0;)
		if (!strcmp(c->severities[i].rule, rule->id))
			return (enum pf_severity)c->severities[i].severity;
	return (enum pf_severity)rule->severity;
}

/* Of a rule that names no place: what proves its credit, in *whole. */
static const struct pf_place_found *place_of(const struct pf_judgement *j, size_t i,
					     struct pf_place_found *whole)
{
	if (j->n_places)
		return &j->places[i];
	*whole = (struct pf_place_found){.span = j->span, .other = j->other};
	return whole;
}

/* How often the rule is right of such a page. */
static double sure_of(const struct pf_run *run, size_t rule)
{
	const struct pf_rule *r = run->rubric->rules.v[rule];

	return r->sure + (r->sure_weighed - r->sure) * pf_maybe_how_weighed(&run->view);
}

/* Without its words: half of them are told by another yet, or not at all. */
static void add_finding(struct pf_run *run, size_t rule, size_t i, double cost)
{
	const struct pf_rule *r = run->rubric->rules.v[rule];
	struct pf_finding *f = PF_PUSH(&run->card->findings);
	struct pf_place_found whole;
	const struct pf_place_found *place = place_of(&run->judged[rule], i, &whole);

	memset(f, 0, PF_UNTOLD_BYTES);
	f->rule = (uint32_t)rule;
	f->severity = severity_of(run, r);
	f->span = place->span;
	f->other = place->other;
	f->place = (uint32_t)i;
	f->section = place->part ? (enum pf_part_id)(place->part - 1)
				 : section_of(run, rule, place->span);
	f->cost = cost;
	f->sure = sure_of(run, rule);
	f->about = place->about;
	f->missing = place->part || (r->part < PF_PART_COUNT && untold(run, r->part));
	if (f->missing)
		f->span = belongs_after(run, f->section);
	else
		f->missing = at_opening(run, f);
}

static void tell(const struct pf_run *run, struct pf_finding *f)
{
	const struct pf_rule *r = run->rubric->rules.v[f->rule];
	struct pf_place_found whole;
	const struct pf_place_found *place = place_of(&run->judged[f->rule], f->place, &whole);

	pf_fill_message(run, f->rule, place, f);
	pf_fill_slots(run, f->rule, place, r->fix, f->fix, sizeof(f->fix));
	pf_fill_slots(run, f->rule, place, r->ask, f->ask, sizeof(f->ask));
}

/*
 * Where a whole part is missing, its rules have nothing to point at: their
 * costs go to the one finding that says so, of the rule that asks for the part
 * or, where none does, of the costliest of its own.
 */
struct teller {
	size_t rule[PF_PART_COUNT]; /* of the missing part; PF_LIST_NONE for a part that is there */
	double cost[PF_PART_COUNT];
	bool silent[PF_PART_COUNT]; /* what it should say may stand elsewhere: nobody asks for it */
};

/* What a gate holds down is the gate's to tell: its cost is not laid on every other rule. */
static double lost(const struct pf_run *run, size_t rule)
{
	const struct pf_scorecard *card = run->card;
	const struct pf_proof *proof = &card->proofs.v[rule];

	if (card->capped > 0 && rule == card->cap_rule)
		return card->capped;
	return proof->possible - (card->scale > 0 ? proof->earned / card->scale : 0);
}

/* A gate says how a page came about; under a page that stays below its cap it takes nothing, and
 * would only accuse. What adds nothing was set aside, and is told. */
static bool holds_nothing(const struct pf_run *run, size_t rule)
{
	const struct pf_rule *r = run->rubric->rules.v[rule];

	return pf_rule_is(r, PF_KIND_gate) && run->judged[rule].outcome == PF_OUTCOME_PARTIAL &&
	       r->params.gate.check != PF_GATE_ADDS &&
	       !(run->card->capped > 0 && rule == run->card->cap_rule);
}

/* What readers found right less often than this is only in the points. */
#define SURE_TOLD 0.4

/* Wrong, or of no use, more often than not; what stops a score has to be said all the same. */
static bool is_doubtful(const struct pf_run *run, size_t rule)
{
	return !pf_rule_is(run->rubric->rules.v[rule], PF_KIND_gate) &&
	       sure_of(run, rule) < SURE_TOLD;
}

/* Whether it is to be told. A rule that counts what has no set form misses some of it, and so
 * speaks only where plainly little is there. */
static bool failed(const struct pf_run *run, size_t rule)
{
	const struct pf_judgement *j = &run->judged[rule];

	return !run->silenced[rule] && !j->untold && !holds_nothing(run, rule) &&
	       !is_doubtful(run, rule) && j->outcome != PF_OUTCOME_PASS &&
	       j->outcome != PF_OUTCOME_NOT_APPLICABLE &&
	       j->credit < run->rubric->rules.v[rule]->tell;
}

static void find_tellers(const struct pf_run *run, struct teller *tellers)
{
	double most[PF_PART_COUNT] = {0};

	for (size_t p = 0; p < PF_PART_COUNT; p++) {
		tellers->rule[p] = PF_LIST_NONE;
		tellers->cost[p] = 0;
		tellers->silent[p] = false;
	}
	for (size_t i = 0; i < run->rubric->rules.n; i++) {
		enum pf_part_id part = run->rubric->rules.v[i]->part;
		bool told = part < PF_PART_COUNT && absent(run, part);

		if (told)
			tellers->cost[part] += lost(run, i);
		if (told && failed(run, i) &&
		    (tellers->rule[part] == PF_LIST_NONE || lost(run, i) > most[part])) {
			tellers->rule[part] = i;
			most[part] = lost(run, i);
		}
	}
	for (size_t p = 0; p < PF_PART_COUNT; p++)
		tellers->silent[p] = tellers->rule[p] != PF_LIST_NONE &&
				     pf_maybe_part(&run->view, (enum pf_part_id)p);
	for (size_t i = 0; i < run->rubric->rules.n; i++)
		for (size_t k = 0; k < run->judged[i].n_places && failed(run, i); k++)
			if (run->judged[i].places[k].part)
				tellers->rule[run->judged[i].places[k].part - 1] = i;
}

static void findings_of(struct pf_run *run, size_t rule, const struct teller *tellers)
{
	const struct pf_rule *r = run->rubric->rules.v[rule];
	const struct pf_judgement *j = &run->judged[rule];
	size_t n = j->n_places ? j->n_places : 1;
	double cost;

	if (!failed(run, rule) || (r->part < PF_PART_COUNT && tellers->silent[r->part]))
		return;
	if (r->part < PF_PART_COUNT && tellers->rule[r->part] != PF_LIST_NONE) {
		if (tellers->rule[r->part] == rule)
			add_finding(run, rule, 0, tellers->cost[r->part]);
		return;
	}
	cost = lost(run, rule) / (double)n;
	for (size_t i = 0; i < n; i++) {
		unsigned part = j->n_places ? j->places[i].part : 0;

		add_finding(run, rule, i, part ? cost + tellers->cost[part - 1] : cost);
	}
}

/* True when the span is of what was written, and not of where something is missing. */
static bool points_at_words(const struct pf_run *run, const struct pf_finding *f)
{
	size_t n;
	const struct pf_block *blocks = pf_doc_blocks(run->view.doc, &n);
	uint32_t block = pf_doc_block_at(run->view.doc, f->span.begin);

	return !f->missing && !pf_range_empty(f->span) &&
	       f->span.begin != pf_view_opening(&run->view).begin && block != PF_DOC_NONE &&
	       blocks[block].kind != PF_BLOCK_HEADING;
}

/* The graver of two findings of one gap; else the one that points at words; else the costlier. */
static bool outranks(const struct pf_run *run, const struct pf_finding *a,
		     const struct pf_finding *b)
{
	bool words_a = points_at_words(run, a), words_b = points_at_words(run, b);

	if (a->severity == b->severity && words_a != words_b)
		return words_a;
	return a->severity != b->severity ? a->severity > b->severity : a->cost > b->cost;
}

static void fold_into(struct pf_finding *f, const struct pf_finding *other)
{
	f->cost += other->cost;
	if (f->rule != other->rule && f->n_also < PF_FINDING_ALSO)
		f->also[f->n_also++] = other->rule;
	for (size_t i = 0; i < other->n_also && f->n_also < PF_FINDING_ALSO; i++)
		f->also[f->n_also++] = other->also[i];
}

/* One gap is one finding: a missing date, a missing cost, a law that nobody took up. */
static void fold(struct pf_run *run)
{
	struct pf_scorecard *card = run->card;
	size_t kept = 0;

	for (size_t i = 0; i < card->findings.n; i++) {
		struct pf_finding *f = &card->findings.v[i], *same = NULL;

		for (size_t k = 0; f->about && k < kept && !same; k++)
			if (card->findings.v[k].about == f->about)
				same = &card->findings.v[k];
		if (!same) {
			pf_finding_move(&card->findings.v[kept++], f);
		} else if (outranks(run, f, same)) {
			fold_into(f, same);
			pf_finding_move(same, f);
		} else {
			fold_into(same, f);
		}
	}
	card->findings.n = kept;
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

void pf_run_findings(struct pf_run *run)
{
	struct pf_scorecard *card = run->card;
	struct teller tellers;

	find_tellers(run, &tellers);
	for (size_t i = 0; i < run->rubric->rules.n; i++)
		findings_of(run, i, &tellers);
	fold(run);
	pf_run_quiet(run);
	for (size_t i = 0; i < card->findings.n; i++)
		tell(run, &card->findings.v[i]);
	if (card->findings.n)
		qsort(card->findings.v, card->findings.n, sizeof(*card->findings.v), by_place);
	card->fix_first = (uint32_t)card->findings.n;
	(void)pf_check_top_fixes(card, &card->fix_first, 1);
	pf_run_keep(run);
}
