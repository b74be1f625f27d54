/* consistency.test: contradictions found at their line, look-alikes left alone. */
#include <stdlib.h>

#include "cases.h"
#include "harness.h"

#define TODAY "2026-11-24"

static const char *const rules[] = {"CN-02", "CN-03", "CN-04", "CN-06", "CN-07", "CN-08"};

/* One limit of a brief, with the memory its words need. */
struct brief {
	struct pf_check_constraint limit;
	struct pf_check_prompt prompt;
	struct pf_check_context context;
	const char *alias;
	char unit[4];
	const char *rule; /* that watches the limit */
};

static int32_t days_of(const char *text)
{
	struct pf_date date;

	assert_int_equal(pf_date_parse(pf_slice_of(text), &date), PF_OK);
	return (int32_t)pf_date_days(date);
}

static void brief_of(struct brief *b, const char *limit)
{
	const char *value = strchr(limit, '=');

	assert_non_null(value);
	value++;
	memset(b, 0, sizeof(*b));
	b->rule = "SUM-02";
	b->limit = (struct pf_check_constraint){
		.id = "limit", .text = limit, .weight = 1, .known = true};
	if (!strncmp(limit, "deadline=", 9)) {
		b->limit.deadline = days_of(value);
	} else if (!strncmp(limit, "months=", 7)) {
		b->limit.months = atoi(value);
	} else if (!strncmp(limit, "cost=", 5)) {
		b->rule = "CS-04";
		b->limit.kind = PF_CONSTRAINT_COST;
		snprintf(b->unit, sizeof(b->unit), "%.3s", value);
		b->limit.unit = b->unit;
		b->limit.max = atof(value + 3);
	} else {
		b->rule = "CS-01";
		b->limit.kind = PF_CONSTRAINT_REGULATION;
		b->alias = value;
		b->limit.aliases = (struct pf_words){&b->alias, 1};
	}
	b->prompt.constraints = &b->limit;
	b->prompt.n_constraints = 1;
	b->context.prompt = &b->prompt;
	b->context.today = days_of(TODAY);
}

static bool is_watched(const char *id, const char *limit_rule)
{
	for (size_t r = 0; r < sizeof(rules) / sizeof(*rules); r++)
		if (!strcmp(id, rules[r]))
			return true;
	return !strcmp(id, limit_rule);
}

static uint32_t line_at(const char *draft, uint32_t off)
{
	uint32_t line = 1;

	for (uint32_t i = 0; i < off; i++)
		line += draft[i] == '\n';
	return line;
}

/* "CN-03:7 CN-04:9", or "none". */
static void found_in(const struct pf_rubric *rubric, const struct test_case *c, struct pf_buf *out)
{
	struct brief brief;
	struct pf_check check;

	if (c->with)
		brief_of(&brief, c->with);
	check = test_check(rubric, c->draft, c->with ? &brief.context : NULL);
	for (size_t i = 0; i < check.card.findings.n; i++) {
		const struct pf_finding *f = &check.card.findings.v[i];

		/* Its own rule, then those that found the same and were folded into it. */
		for (size_t k = 0; k <= f->n_also; k++) {
			const char *id = pf_rubric_rule(rubric, k ? f->also[k - 1] : f->rule).id;

			if (is_watched(id, c->with ? brief.rule : ""))
				pf_buf_printf(out, "%s%s:%u", out->len ? " " : "", id,
					      line_at(c->draft, f->span.begin));
		}
	}
	if (!out->len)
		pf_buf_adds(out, "none");
	pf_check_release(&check);
}

static void table(void **state)
{
	test_cases(*state, found_in);
}

/* Another table may be given, to try drafts before they are kept. */
int main(int argc, char **argv)
{
	static char kept[] = PF_TESTS_DIR "/check/consistency.test";
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_prestate(table, argc > 1 ? argv[1] : kept),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
