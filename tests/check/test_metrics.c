/* metrics.test: the tier of each metric, what it lacks, and whether the tiers are linked. */
#include "cases.h"
#include "harness.h"

static const struct {
	const char *rule, *piece;
} pieces[] = {
	{"MET-21", "name"}, {"MET-03", "target"}, {"MET-05", "baseline"},
	{"MET-04", "date"}, {"MET-06", "method"},
};

static uint32_t line_at(const struct pf_check *check, uint32_t off)
{
	return pf_doc_place(check->doc, off).line;
}

/* By its own rule, or by one that found the same and was folded into it. */
static bool is_of(const struct pf_rubric *rubric, const struct pf_finding *f, const char *rule)
{
	for (size_t k = 0; k <= f->n_also; k++)
		if (!strcmp(pf_rubric_rule(rubric, k ? f->also[k - 1] : f->rule).id, rule))
			return true;
	return false;
}

/* Whether a finding of the rule stands in the metric. */
static bool lacks(const struct pf_rubric *rubric, const struct pf_check *check,
		  const struct pf_metric *m, const char *rule)
{
	for (size_t i = 0; i < check->card.findings.n; i++) {
		const struct pf_finding *f = &check->card.findings.v[i];

		if (f->span.begin >= m->whole.begin && f->span.begin < m->whole.end &&
		    is_of(rubric, f, rule))
			return true;
	}
	return false;
}

/* "primary@3:date,method leading@4 linked" */
static void metrics_of(const struct pf_rubric *rubric, const struct pf_check *check,
		       struct pf_buf *out)
{
	for (size_t i = 0; i < check->parts.metrics.n; i++) {
		const struct pf_metric *m = &check->parts.metrics.v[i];
		const char *sign = ":";

		pf_buf_printf(out, "%s@%u", pf_tier_name(m->tier), line_at(check, m->whole.begin));
		for (size_t k = 0; k < sizeof(pieces) / sizeof(*pieces); k++)
			if (lacks(rubric, check, m, pieces[k].rule)) {
				pf_buf_printf(out, "%s%s", sign, pieces[k].piece);
				sign = ",";
			}
		pf_buf_byte(out, ' ');
	}
	pf_buf_adds(out, test_proof(rubric, check, "MET-07")->outcome == PF_OUTCOME_PASS
				 ? "linked"
				 : "unlinked");
}

static void answer(const struct pf_rubric *rubric, const struct test_case *c, struct pf_buf *out)
{
	struct pf_check check = test_check(rubric, c->draft, NULL);

	metrics_of(rubric, &check, out);
	pf_check_release(&check);
}

static void table(void **state)
{
	test_cases(*state, answer);
}

/* Another table may be given, to try drafts before they are kept. */
int main(int argc, char **argv)
{
	static char kept[] = PF_TESTS_DIR "/check/metrics.test";
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_prestate(table, argc > 1 ? argv[1] : kept),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
