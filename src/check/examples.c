/* The examples of a rule, run as tests: good ones pass, bad ones are found. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "prfaq/base/mem.h"

#include "engine.h"

#define MAX_GIVEN 8

/* The context of one example, with the memory it borrows. */
struct stage {
	struct pf_check_context context;
	struct pf_check_prompt prompt;
	struct pf_check_fact facts[MAX_GIVEN];
	const char *noun[MAX_GIVEN][1];
	char words[MAX_GIVEN][64];
	char units[MAX_GIVEN][PF_UNIT_MAX];
	struct pf_check_constraint constraints[3];
	struct pf_check_question questions[16];
	char topics[16][32];
	struct pf_check_past past;
	const char *aliases[1];
};

static struct pf_words words_of(const struct pf_yaml_texts *texts)
{
	return (struct pf_words){texts->v, texts->n};
}

static int32_t days_of(const char *text)
{
	struct pf_date date;

	if (!text || pf_date_parse(pf_slice_of(text), &date) != PF_OK)
		return 0;
	return (int32_t)pf_date_days(date);
}

/* "29 % of members": the first quantity gives value and unit, the rest the noun. */
static void add_given(struct stage *s, const char *text)
{
	size_t i = s->prompt.n_facts;
	struct pf_tokens tokens = {0};
	struct pf_quants quants = {0};
	struct pf_slice slice = pf_slice_of(text);

	if (i == MAX_GIVEN)
		return;
	pf_tokens_scan(&tokens, slice, NULL, 0, NULL, 0);
	pf_quants_scan(&quants, slice, &tokens);
	s->facts[i].id = "given";
	s->facts[i].text = text;
	s->facts[i].known = true;
	s->facts[i].worth = 2;
	if (quants.n) {
		s->facts[i].value = quants.v[0].value;
		snprintf(s->units[i], sizeof(s->units[i]), "%s", quants.v[0].unit);
		s->facts[i].unit = s->units[i];
	}
	if (tokens.n) {
		const struct pf_token *last = &tokens.v[tokens.n - 1];

		snprintf(s->words[i], sizeof(s->words[i]), "%.*s", (int)(last->end - last->begin),
			 text + last->begin);
		s->noun[i][0] = s->words[i];
		s->facts[i].nouns = (struct pf_words){s->noun[i], 1};
	}
	s->prompt.n_facts++;
	pf_quants_release(&quants);
	pf_tokens_release(&tokens);
}

static void add_limits(struct stage *s, const struct pf_example_with *with)
{
	struct pf_check_constraint *c = s->constraints;

	if (with->deadline)
		*c++ = (struct pf_check_constraint){.id = "date",
						    .kind = PF_CONSTRAINT_DATE,
						    .text = with->deadline,
						    .deadline = days_of(with->deadline),
						    .weight = 1,
						    .known = true};
	if (with->has_cost)
		*c++ = (struct pf_check_constraint){.id = "cost",
						    .kind = PF_CONSTRAINT_COST,
						    .text = "the cost cap",
						    .max = with->cost,
						    .unit = with->currency ? with->currency : "USD",
						    .weight = 1,
						    .known = true};
	if (with->regulation) {
		s->aliases[0] = with->regulation;
		*c++ = (struct pf_check_constraint){.id = "law",
						    .kind = PF_CONSTRAINT_REGULATION,
						    .text = with->regulation,
						    .aliases = {s->aliases, 1},
						    .must = words_of(&with->must),
						    .weight = 1,
						    .known = true};
	}
	s->prompt.constraints = s->constraints;
	s->prompt.n_constraints = (size_t)(c - s->constraints);
}

/* "date: When must it be live?"; "-: ..." for a question that no fact answers. */
static void add_question(struct stage *s, const char *text)
{
	struct pf_check_question *q;
	const char *colon = strchr(text, ':');
	size_t i = s->context.n_questions;

	if (i == 16)
		return;
	q = &s->questions[i];
	q->text = colon ? colon + 1 : text;
	while (*q->text == ' ')
		q->text++;
	if (colon && *text != '-') {
		snprintf(s->topics[i], sizeof(s->topics[i]), "%.*s", (int)(colon - text), text);
		q->topic = s->topics[i];
	}
	/* The interview decides both by its own matcher; here by plain words. */
	q->proposes = strstr(q->text, "hould we ") || strstr(q->text, "an we ") ||
		      strstr(q->text, "ould we ");
	q->two = strchr(q->text, '?') != strrchr(q->text, '?');
	q->at = (int64_t)i * PF_MINUTE;
	s->context.n_questions++;
}

static void set_stage(struct stage *s, const struct pf_example *example)
{
	const struct pf_example_with *with = &example->with;

	memset(s, 0, sizeof(*s));
	s->context.today = days_of(with->today);
	for (size_t i = 0; i < with->given.n; i++)
		add_given(s, with->given.v[i]);
	for (size_t i = 0; i < with->learned.n; i++)
		add_given(s, with->learned.v[i]);
	s->prompt.facts = s->facts;
	add_limits(s, with);
	s->prompt.goal = with->goal;
	s->prompt.model = with->model;
	s->prompt.goal_stems = words_of(&with->goal_words);
	s->prompt.customer_words = words_of(&with->customer);
	s->prompt.allowed_jargon = words_of(&with->allow);
	s->prompt.text = with->brief;
	s->prompt.trap_cues = words_of(&with->trap);
	s->prompt.trap_seen = words_of(&with->seen);
	if (with->prompt || with->given.n || with->learned.n || s->prompt.n_constraints ||
	    with->goal || with->customer.n || with->allow.n || with->brief || with->model ||
	    with->trap.n)
		s->context.prompt = &s->prompt;
	for (size_t i = 0; i < with->questions.n; i++)
		add_question(s, with->questions.v[i]);
	s->context.questions = s->questions;
	s->context.asked = with->asked || with->questions.n;
	if (with->past) {
		s->past =
			(struct pf_check_past){"past", "an earlier draft", pf_slice_of(with->past)};
		s->context.past = &s->past;
		s->context.n_past = 1;
	}
	if (with->skeleton)
		s->context.skeleton = pf_slice_of(with->skeleton);
	if (with->role && !strcmp(with->role, "tpm"))
		s->context.role = PF_CANDIDATE_TPM;
	if (with->role && !strcmp(with->role, "leader"))
		s->context.role = PF_CANDIDATE_LEADER;
}

static void draft_of(const struct pf_example *example, struct pf_buf *out)
{
	if (example->part) {
		enum pf_part_id part = pf_part_find(pf_slice_of(example->part));

		if (part == PF_PART_HEADLINE)
			pf_buf_adds(out, "# ");
		else if (part < PF_PART_COUNT)
			pf_buf_printf(out, "## %s\n\n", pf_part_title(part));
	}
	pf_buf_adds(out, example->text);
	pf_buf_byte(out, '\n');
}

/* True when the example is judged as it should be. */
static bool run_one(const struct pf_rubric *rubric, size_t rule, const struct pf_example *example,
		    bool good, struct pf_buf *report)
{
	struct stage *stage = pf_xcalloc(1, sizeof(*stage));
	struct pf_buf draft = {0};
	struct pf_check check;
	bool right = false;
	const struct pf_proof *proof;

	set_stage(stage, example);
	draft_of(example, &draft);
	if (pf_check_run(&check, rubric, pf_buf_view(&draft), &stage->context, NULL) == PF_OK) {
		proof = &check.card.proofs.v[rule];
		right = good ? proof->outcome == PF_OUTCOME_PASS
			     : proof->outcome == PF_OUTCOME_FAIL ||
					proof->outcome == PF_OUTCOME_PARTIAL;
		if (!right && report)
			pf_buf_printf(report, "%s:%u:%u: %s: a %s example is judged \"%s\" (%s)\n",
				      pf_rubric_rule(rubric, rule).file, example->place.line,
				      example->place.column, rubric->rules.v[rule]->id,
				      good ? "good" : "bad",
				      proof->outcome == PF_OUTCOME_PASS      ? "pass"
				      : proof->outcome == PF_OUTCOME_FAIL    ? "fail"
				      : proof->outcome == PF_OUTCOME_PARTIAL ? "partial"
									     : "not applicable",
				      proof->reason);
	}
	pf_check_release(&check);
	pf_buf_release(&draft);
	free(stage);
	return right;
}

static struct pf_rubric_test run_all(const struct pf_rubric *rubric, struct pf_buf *report)
{
	struct pf_rubric_test out = {.rules = rubric->rules.n};

	for (size_t i = 0; i < rubric->rules.n; i++) {
		const struct pf_rule *rule = rubric->rules.v[i];

		for (size_t k = 0; k < rule->good.n; k++, out.examples++)
			out.failed += !run_one(rubric, i, &rule->good.v[k], true, report);
		for (size_t k = 0; k < rule->bad.n; k++, out.examples++)
			out.failed += !run_one(rubric, i, &rule->bad.v[k], false, report);
	}
	return out;
}

/* A check has no use for the examples and does not read them: a test reads the rubric again. */
struct pf_rubric_test pf_rubric_test(const struct pf_rubric *rubric, struct pf_buf *report)
{
	struct pf_rubric_test out = {0};
	struct pf_rubric *full;

	if (rubric->examples)
		return run_all(rubric, report);
	if (pf_rubric_load_examples(&full, pf_rubric_name(rubric), &rubric->paths, NULL) != PF_OK) {
		out.failed = 1;
		return out;
	}
	out = run_all(full, report);
	pf_rubric_free(full);
	return out;
}
