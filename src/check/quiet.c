/*
 * Crying wolf is how linters die: of the advice on style a draft gets three
 * pieces a section and three a page at the most. The gravest come first, and
 * of each rule the first before the second; who mends them gets the next.
 * Whoever wrote a rule of their own wants all of what it finds.
 */
#include <stdlib.h>
#include <string.h>

#include "prfaq/base/mem.h"

#include "engine.h"

enum { A_SECTION = 3, A_PAGE = 3, PAGE_WORDS = 500 };

struct advice {
	uint32_t finding;
	uint32_t nth; /* of its rule */
	enum pf_severity severity;
};

static bool is_style(const struct pf_run *run, const struct pf_finding *f)
{
	const struct pf_rule *rule = run->rubric->rules.v[f->rule];

	return f->rule < run->rubric->shipped_rules &&
	       (rule->style || !strcmp(rule->section, "style"));
}

static int by_weight(const void *a, const void *b)
{
	const struct advice *x = a, *y = b;

	if (x->severity != y->severity)
		return x->severity > y->severity ? -1 : 1;
	if (x->nth != y->nth)
		return x->nth < y->nth ? -1 : 1;
	return x->finding < y->finding ? -1 : 1;
}

/* The findings of a rule stand together: they were told rule by rule. */
static size_t gather(const struct pf_run *run, struct advice *advice)
{
	const struct pf_scorecard *card = run->card;
	uint32_t nth = 0;
	size_t n = 0;

	for (size_t i = 0; i < card->findings.n; i++) {
		const struct pf_finding *f = &card->findings.v[i];

		nth = i && card->findings.v[i - 1].rule == f->rule ? nth + 1 : 0;
		if (is_style(run, f))
			advice[n++] = (struct advice){(uint32_t)i, nth, f->severity};
	}
	return n;
}

void pf_run_quiet(struct pf_run *run)
{
	struct pf_scorecard *card = run->card;
	struct advice *advice = pf_xcalloc(card->findings.n + 1, sizeof(*advice));
	bool *drop = pf_xcalloc(card->findings.n + 1, sizeof(*drop));
	unsigned shown[PF_PART_COUNT] = {0}, all = 0;
	unsigned pages = card->words * A_PAGE / PAGE_WORDS, most = pages > A_PAGE ? pages : A_PAGE;
	size_t n = gather(run, advice), kept = 0;

	if (n)
		qsort(advice, n, sizeof(*advice), by_weight);
	for (size_t i = 0; i < n; i++) {
		enum pf_part_id section = card->findings.v[advice[i].finding].section;

		drop[advice[i].finding] = all >= most || shown[section] >= A_SECTION;
		if (drop[advice[i].finding])
			continue;
		shown[section]++;
		all++;
	}
	for (size_t i = 0; i < card->findings.n; i++)
		if (!drop[i])
			pf_finding_move(&card->findings.v[kept++], &card->findings.v[i]);
	card->findings.n = kept;
	free(advice);
	free(drop);
}
