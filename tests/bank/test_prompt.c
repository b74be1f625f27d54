#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "prfaq/bank/model.h"
#include "prfaq/bank/prompt.h"
#include "prfaq/base/path.h"

#define GOOD   PF_TESTS_DIR "/bank/data/good.yaml"
#define FAULTS PF_TESTS_DIR "/bank/data/faults.txt"

static void test_a_prompt_lands_in_its_struct(void **state)
{
	struct pf_prompt *p;

	(void)state;
	assert_int_equal(pf_prompt_load(&p, GOOD, NULL), PF_OK);
	assert_int_equal(pf_prompt_check(p, NULL), PF_OK);
	assert_string_equal(p->id, "good");
	assert_int_equal(p->level, 5);
	assert_int_equal(p->role, PF_PROMPT_PM);
	assert_int_equal(p->times.deep_dive, 30);
	assert_string_equal(p->customer.not_who.v[0], "shops");
	assert_string_equal(p->opening_line, "Before you write: what would you like to know?");
	assert_string_equal(p->no_answer.twice, "One question at a time, please. Which first?");
	assert_int_equal(p->constraints.v[0].offset_months, 5);
	assert_true(p->constraints.v[1].has_max && p->constraints.v[1].max == 900000);
	assert_false(p->constraints.v[0].in_prompt);
	assert_true(p->points.v[0].in_prompt);
	assert_int_equal(p->constraints.v[1].weight, 2);
	assert_string_equal(p->facts.v[1].ask.v[1].v[1], "date");
	assert_true(p->facts.v[5].has_value && p->facts.v[5].value.n == 31);
	assert_int_equal(p->lexicon.polarity.v[0].good, -1);
	assert_int_equal(p->lexicon.polarity.v[1].good, 1);
	assert_true(p->metrics.tier[PF_PROMPT_PRIMARY].v[0].plausible.v[1] == 4);
	assert_int_equal(p->metrics.tier[PF_PROMPT_GUARDRAIL].n, 0);
	assert_string_equal(p->panel.v[0].weights.v[1].group, "benefit");
	assert_string_equal(p->drills.v[0].section, "metrics");
	assert_int_equal(p->drills.v[0].minutes, 8);
	pf_prompt_free(p);
}

static void test_probes_know_their_condition(void **state)
{
	static const enum pf_prompt_when_kind want[] = {
		PF_PROMPT_WHEN_RULE,          PF_PROMPT_WHEN_ALWAYS,
		PF_PROMPT_WHEN_TOPIC_MISSING, PF_PROMPT_WHEN_TOPIC_FOUND,
		PF_PROMPT_WHEN_METRIC_FOUND,  PF_PROMPT_WHEN_CONTRADICTION};
	struct pf_prompt *p;

	(void)state;
	assert_int_equal(pf_prompt_load(&p, GOOD, NULL), PF_OK);
	for (size_t i = 0; i < p->probes.n; i++)
		assert_int_equal(p->probes.v[i].when.kind, want[i]);
	assert_string_equal(p->probes.v[0].when.rule, "PRB-04");
	assert_int_equal(p->probes.v[0].when.metric, PF_PROMPT_TIERS);
	assert_int_equal(p->probes.v[4].when.metric, PF_PROMPT_PRIMARY);
	assert_true(p->probes.v[1].one_way);
	pf_prompt_free(p);
}

/* Appends what the good prompt says of itself with `from` replaced by `to`. */
static void break_it(const char *from, const char *to, struct pf_buf *out)
{
	struct pf_buf text = {0};
	struct pf_yaml_errors errors = {0};
	struct pf_prompt *p;
	size_t at;

	assert_int_equal(pf_file_read(GOOD, 1 << 20, &text, NULL), PF_OK);
	at = pf_slice_find(pf_buf_view(&text), pf_slice_of(from));
	assert_true(at < text.len);
	pf_buf_splice(&text, at, at + strlen(from), pf_slice_of(to));
	if (pf_prompt_parse(&p, "good.yaml", pf_buf_view(&text), &errors) == PF_OK)
		assert_int_equal(pf_prompt_check(p, &errors), PF_ERR_INVALID);
	assert_true(errors.n > 0);
	pf_yaml_errors_text(&errors, out);
	pf_buf_byte(out, '\n');
	pf_prompt_free(p);
	pf_yaml_errors_release(&errors);
	pf_buf_release(&text);
}

/* Exactly data/faults.txt. GENERATE=1 writes it anew. */
static void test_every_fault_is_told_with_its_line(void **state)
{
	static const char *const changes[][2] = {
		{"id: d2,", "id: d1,"},
		{"reveals: [c-date]", "reveals: [c-date, c-x]"},
		{"reveals: [c-date]", "reveals: []"},
		{"reveals: [d2]", "reveals: []"},
		{"unlocks: [f6]", "unlocks: [f6, f9]"},
		{"needs: [f5]", "needs: []"},
		{"needs: [f5]", "needs: [f5, f6]"},
		{"kind: date, offset_months: 5", "kind: date"},
		{"max: 900000, ", ""},
		{"aliases: [postal act], ", ""},
		{"kind: regulation, aliases", "kind: other, aliases"},
		{"plausible: [1, 4]", "plausible: [4, 1]"},
		{"plausible: [1, 4]", "plausible: [1, 7]"},
		{"plausible: [1, 4]", "plausible: [3.5, 4]"},
		{"any: [claims]", "any: [refunds]"},
		{"lens: execution, when: {topic: cost", "lens: data, when: {topic: cost"},
		{"benefit: 0.4", "benefit: 0.3"},
		{"  customer: {problem", "  customers: {problem"},
		{"  probe: q2", "  probe: q22"},
		{"  fact: f6", "  fact: f7"},
		{"    - {q: Law?, a: A refund after 14 days.}\n", ""},
		{"d1, c-date", "d1, c-dat"},
		{"  metrics: {give", "  metrix: {give"},
		{"{always: true}", "{always: true, topic: x}"},
		{"topic: history, ask: [[tried]]", "topic: past, ask: [[tried]]"},
		{"  - {id: f7", "  - {id: f7, colour: red"},
	};
	struct pf_buf out = {0}, want = {0};

	(void)state;
	for (size_t i = 0; i < sizeof(changes) / sizeof(*changes); i++)
		break_it(changes[i][0], changes[i][1], &out);
	if (getenv("GENERATE"))
		assert_int_equal(pf_file_write(FAULTS, pf_buf_view(&out), NULL), PF_OK);
	assert_int_equal(pf_file_read(FAULTS, 1 << 20, &want, NULL), PF_OK);
	assert_string_equal(pf_buf_cstr(&out), pf_buf_cstr(&want));
	pf_buf_release(&out);
	pf_buf_release(&want);
}

static void test_the_model_is_a_whole_draft(void **state)
{
	struct pf_buf out = {0};
	struct pf_prompt *p;

	(void)state;
	assert_int_equal(pf_prompt_load(&p, GOOD, NULL), PF_OK);
	pf_model_markdown(p, &out);
	assert_string_equal(
		pf_buf_cstr(&out),
		"# Photo Find\n\n"
		"## Problem\n\nIslanders wait 6 days for a lost parcel.\n\n"
		"## Solution\n\nThe postman takes a photo.\n\n"
		"## Customer benefit\n\n- Found in 2 days, not 6\n\n"
		"## Metrics\n\n| Tier | Metric | Baseline, target, date and source "
		"|\n|---|---|---|\n"
		"| Primary | Parcels found | from 6 to 2 days in 3 months \\| read from the log |\n"
		"| Secondary | Claims | from 1,200 to 700 a month |\n"
		"| Leading | Parcels with a photo | 80% by week 4 |\n\n"
		"## FAQ\n\n**Q: Cost?**\n\nA: €0.5M.\n\n"
		"**Q: Security?**\n\nA: Photos are kept 30 days.\n\n"
		"**Q: Scale?**\n\nA: Christmas doubles it.\n\n"
		"**Q: Law?**\n\nA: A refund after 14 days.\n\n"
		"**Q: Alternative?**\n\nA: A hotline: a third have no label.\n\n"
		"## Rollout\n\n| Week | Audience | Gate | Stop rule |\n|---|---|---|---|\n"
		"| Week 4 | one depot | 60% photos | under 30% |\n");
	pf_buf_clear(&out);
	pf_model_section(p, PF_PLAN_CLARIFY, &out);
	assert_string_equal(out.ptr,
			    "## Questions worth asking\n\n- Who waits?\n- When is it live?\n"
			    "- What is the budget?\n\n");
	pf_buf_release(&out);
	pf_prompt_free(p);
}

static void test_a_drill_gives_what_it_names(void **state)
{
	struct pf_buf out = {0};
	struct pf_prompt *p;

	(void)state;
	assert_int_equal(pf_prompt_load(&p, GOOD, NULL), PF_OK);
	assert_true(pf_model_give(p, "d2", &out));
	assert_true(pf_model_give(p, "c-cost", &out));
	assert_true(pf_model_give(p, "f1", &out));
	assert_true(pf_model_give(p, "model.problem", &out));
	assert_false(pf_model_give(p, "model.nothing", &out));
	assert_false(pf_model_give(p, "x", &out));
	assert_string_equal(pf_buf_cstr(&out),
			    "31% lost their label\n\n€0.9M in all\n\nIslanders.\n\n"
			    "## Problem\n\nIslanders wait 6 days for a lost parcel.\n\n");
	pf_buf_release(&out);
	pf_prompt_free(p);
}

static void test_names(void **state)
{
	(void)state;
	assert_string_equal(pf_prompt_roles[PF_PROMPT_LEADER], "leader");
	assert_string_equal(pf_prompt_topic_name(PF_PROMPT_TOPIC_HISTORY), "history");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_prompt_lands_in_its_struct),
		cmocka_unit_test(test_probes_know_their_condition),
		cmocka_unit_test(test_every_fault_is_told_with_its_line),
		cmocka_unit_test(test_the_model_is_a_whole_draft),
		cmocka_unit_test(test_a_drill_gives_what_it_names),
		cmocka_unit_test(test_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
