/*
 * What the interviewer may and may not ask, over every prompt of the bank and
 * four drafts of each: the model answer, the bad draft, the fixture, nothing.
 */
#include "kit.h"
#include "prfaq/bank/model.h"

#define REPLY "We hold 60 % of seats by month 3, read from the log, because it is fair."

static size_t count_char(const char *s, char c)
{
	size_t n = 0;

	for (; *s; s++)
		n += *s == c;
	return n;
}

/* Begins with this prompt and stands in the draft, the budget known. */
static void begin_draft(struct kit *kit, const char *prompt)
{
	kit_init(kit, "plan.yaml");
	kit_read(&kit->prompt, prompt);
	pf_buf_clear(&kit->skeleton);
	kit_begin(kit, PF_MODE_PRACTICE);
	kit_ask(kit, "What is the budget?");
	kit_go_on(kit);
}

/* The same with this draft, in the deep dive. */
static void begin_dive(struct kit *kit, const char *prompt, int which)
{
	struct pf_buf draft = {0};

	begin_draft(kit, prompt);
	if (which == 0)
		pf_model_markdown(pf_interview_prompt(kit->iv), &draft);
	else if (which == 1)
		pf_buf_adds(&draft, pf_interview_prompt(kit->iv)->features);
	else if (which == 2)
		kit_read(&draft, DATA "draft.md");
	assert_true(pf_interview_append(kit->iv, &kit->now, PF_PANE_DRAFT, pf_buf_view(&draft)));
	kit_keep(kit);
	kit_go_on(kit);
	pf_buf_release(&draft);
}

static void answer_all(struct kit *kit)
{
	for (int i = 0; i < 60 && pf_interview_fold(kit->iv)->step == PF_STEP_PROBE; i++)
		kit_reply(kit, REPLY);
	assert_int_equal(pf_interview_fold(kit->iv)->step, PF_STEP_ROLLOUT);
}

/* More than one question outside of quoted words, or two joined by "and". */
static bool asks_two(const char *text)
{
	static const char *const joins[] = {" and what ", " and which ", " and who ", " and how ",
					    " and when ", " and why ",   " or do ",   " and is "};
	bool quoted = false;
	int questions = 0;

	for (const char *p = text; *p; p++) {
		quoted ^= *p == '"';
		questions += *p == '?' && !quoted;
		for (size_t i = 0; !quoted && i < sizeof(joins) / sizeof(joins[0]); i++)
			if (strncmp(p, joins[i], strlen(joins[i])) == 0)
				return true;
	}
	return questions > 1;
}

static void test_no_rule_asks_two_things(void **state)
{
	struct kit kit;

	(void)state;
	kit_init(&kit, "plan.yaml");
	for (size_t i = 0; i < pf_rubric_rules(kit.rubric); i++) {
		struct pf_rule_text rule = pf_rubric_rule(kit.rubric, i);

		if (rule.ask && asks_two(rule.ask))
			fail_msg("%s asks two things: %s", rule.id, rule.ask);
	}
	kit_release(&kit);
}

static void assert_one_thing(const struct pf_probed *p)
{
	static const char *const praise[] = {"great", "good point", "well done", "excellent",
					     "nice",  "points",     "score",     "rubric"};

	if (asks_two(p->text))
		fail_msg("asks two things: %s", p->text);
	if (asks_two(p->follow_up))
		fail_msg("asks two things: %s", p->follow_up);
	for (size_t i = 0; i < sizeof(praise) / sizeof(praise[0]); i++)
		if (p->source != PF_PROBE_PROMPT && strstr(p->text, praise[i]))
			fail_msg("\"%s\" in: %s", praise[i], p->text);
	assert_null(strstr(p->text, "{"));
	assert_null(strstr(p->text, "\"\""));
}

static void assert_fair(const struct pf_fold *fold, const char *prompt, int which)
{
	size_t substance = 0, trap = 0, lens[PF_LENSES] = {0};

	if (fold->probes.n < 6)
		fail_msg("%s, draft %d: %zu probes", prompt, which, fold->probes.n);
	assert_int_equal(fold->probes.v[0].source, PF_PROBE_OPENER);
	for (size_t i = 0; i < fold->probes.n; i++) {
		const struct pf_probed *p = &fold->probes.v[i];
		size_t on_topic = 0;

		assert_one_thing(p);
		substance += p->substance;
		lens[p->lens]++;
		trap += strcmp(p->prompt_probe, "q-trap") == 0;
		for (size_t k = 0; k < fold->probes.n; k++) {
			const struct pf_probed *q = &fold->probes.v[k];

			on_topic += p->topic[0] && strcmp(p->topic, q->topic) == 0;
			if (i != k && strcmp(p->text, q->text) == 0)
				assert_string_not_equal(p->quote, q->quote);
		}
		assert_in_range(on_topic, 0, 3);
	}
	assert_true(2 * substance >= fold->probes.n);
	assert_true(lens[0] && lens[1] && lens[2]);
	if (trap != 1)
		fail_msg("%s, draft %d: the trap's probe came %zu times", prompt, which, trap);
}

static void test_every_prompt(void **state)
{
	struct pf_names names = {0};

	(void)state;
	assert_int_equal(pf_path_list(PF_ROOT_DIR "/prompts", ".yaml", &names, NULL), PF_OK);
	for (size_t i = 0; i < names.n; i++)
		for (int which = 0; which < 4; which++) {
			struct kit kit;
			char path[PF_PATH_MAX];

			pf_path_join(path, PF_ROOT_DIR "/prompts", names.v[i]);
			begin_dive(&kit, path, which);
			answer_all(&kit);
			assert_fair(pf_interview_fold(kit.iv), names.v[i], which);
			kit_release(&kit);
		}
	pf_names_release(&names);
}

/* One false accusation loses the candidate: none over the model answers. */
static void test_no_false_accusation(void **state)
{
	struct pf_names names = {0};
	struct pf_buf told = {0};

	(void)state;
	assert_int_equal(pf_path_list(PF_ROOT_DIR "/prompts", ".yaml", &names, NULL), PF_OK);
	for (size_t i = 0; i < names.n; i++) {
		struct kit kit;
		char path[PF_PATH_MAX];
		const struct pf_fold *fold;

		pf_path_join(path, PF_ROOT_DIR "/prompts", names.v[i]);
		begin_dive(&kit, path, 0);
		answer_all(&kit);
		fold = pf_interview_fold(kit.iv);
		for (size_t k = 0; k < fold->probes.n; k++)
			if (fold->probes.v[k].source == PF_PROBE_CONTRADICTION)
				pf_buf_printf(&told, "%s: %s\n", names.v[i],
					      fold->probes.v[k].text);
		kit_release(&kit);
	}
	assert_string_equal(pf_buf_cstr(&told), "");
	pf_buf_release(&told);
	pf_names_release(&names);
}

/* Killed before each probe, the interview asks the same ones in the same order. */
static void test_the_same_probes_after_a_death(void **state)
{
	struct kit whole, cut;
	const struct pf_fold *a, *b;

	(void)state;
	begin_dive(&whole, DATA "prompt.yaml", 2);
	begin_dive(&cut, DATA "prompt.yaml", 2);
	answer_all(&whole);
	for (int i = 0; i < 60 && pf_interview_fold(cut.iv)->step == PF_STEP_PROBE; i++) {
		kit_die(&cut, cut.journal.n, PF_MINUTE, NULL);
		kit_reply(&cut, REPLY);
	}
	a = pf_interview_fold(whole.iv);
	b = pf_interview_fold(cut.iv);
	assert_int_equal(a->probes.n, b->probes.n);
	for (size_t i = 0; i < a->probes.n; i++)
		assert_string_equal(a->probes.v[i].text, b->probes.v[i].text);
	kit_release(&whole);
	kit_release(&cut);
}

/* A follow-up comes once, on evasion, and then it is the next probe's turn. */
static void test_one_follow_up(void **state)
{
	struct kit kit;
	const struct pf_fold *fold;

	(void)state;
	begin_dive(&kit, DATA "prompt.yaml", 2);
	fold = pf_interview_fold(kit.iv);
	kit_reply(&kit, "It depends.");
	assert_int_equal(fold->probes.n, 1);
	assert_true(fold->probes.v[0].follow_up[0]);
	assert_string_equal(fold->probes.v[0].follow_up_why, "evasion");
	assert_int_equal(count_char(fold->probes.v[0].follow_up, '?'), 1);
	kit_reply(&kit, "It depends.");
	assert_true(fold->probes.v[0].closed);
	assert_true(fold->probes.v[0].evaded);
	assert_int_equal(fold->probes.n, 2);
	assert_false(pf_interview_reply(kit.iv, &kit.now));
	assert_non_null(strstr(pf_interview_notice(kit.iv), "reply first"));
	kit_release(&kit);
}

/* On a question of the FAQ it quotes what was answered, too; and where a price is asked for it is a
 * price that is waited for. */
static void test_the_answer_is_quoted(void **state)
{
	static const char draft[] =
		"# Flock\n\n## Problem\n\nForty passengers wait 74 minutes at the ferry desk "
		"each day, and 12 miss the boat.\n\n## FAQ\n\n**Q: What does it cost?**\n\n"
		"A: That will become clear later on.\n\n**Q: What about privacy?**\n\nA: It "
		"depends.\n";
	struct kit kit;
	const struct pf_fold *fold;
	bool seen = false;

	(void)state;
	begin_draft(&kit, DATA "prompt.yaml");
	assert_true(pf_interview_append(kit.iv, &kit.now, PF_PANE_DRAFT, pf_slice_of(draft)));
	kit_keep(&kit);
	kit_go_on(&kit);
	fold = pf_interview_fold(kit.iv);
	answer_all(&kit);
	for (size_t i = 0; i < fold->probes.n; i++) {
		const struct pf_probed *p = &fold->probes.v[i];

		if (strcmp(p->quote, "What does it cost?") != 0)
			continue;
		assert_string_equal(p->other, "That will become clear later on.");
		seen |= p->good == PF_REPLY_NUMBER;
	}
	assert_true(seen);
	kit_release(&kit);
}

/* Two targets of one metric are quoted with their words: "20%" and "30%" alone say nothing. */
static void test_a_number_is_quoted_with_its_words(void **state)
{
	static const char draft[] =
		"# Allergy Board\n\n## Problem\n\nEach day 9,000 tables ask what a guest with an "
		"allergy can eat. Today the waiter walks for 7 minutes.\n\n## Solution\n\nThe "
		"kitchen writes each swap on a board before the first service, and the waiter "
		"reads "
		"it aloud. It covers 6 restaurants at launch in week 8.\n\n## Customer "
		"benefit\n\n- Wrong answers fall from 23% to 5%\n- The wait for an answer falls "
		"from 7 minutes to 2 minutes\n\n## Metrics\n\n"
		"| Tier | Metric | Baseline | Target | By when | Read from |\n"
		"|---|---|---|---|---|---|\n"
		"| Primary | Wrong answers | 23% | 12% | 6 months after launch | the log |\n";
	struct kit kit;
	const struct pf_fold *fold;
	bool seen = false;

	(void)state;
	begin_draft(&kit, PF_ROOT_DIR "/prompts/allergy-table.yaml");
	assert_true(pf_interview_append(kit.iv, &kit.now, PF_PANE_DRAFT, pf_slice_of(draft)));
	kit_keep(&kit);
	kit_go_on(&kit);
	answer_all(&kit);
	fold = pf_interview_fold(kit.iv);
	for (size_t i = 0; i < fold->probes.n; i++) {
		const struct pf_probed *p = &fold->probes.v[i];

		seen |= strstr(p->text, "5%") && strstr(p->text, "12% in \"Metrics\". Which?") &&
			strstr(p->quote, "Wrong answers") && strstr(p->other, "12%");
	}
	assert_true(seen);
	kit_release(&kit);
}

/* What the draft promises is not held against what is so today; a wrong today is. */
static void test_a_promise_is_no_doubt(void **state)
{
	static const struct {
		const char *line;
		bool doubted;
	} rows[] = {
		{"- A new seat in 20 minutes, not in 74", false},
		{"- The median wait for a new seat is 20 minutes", false},
		{"## FAQ\n\n**Q: How long is it?**\n\nA: Today the median wait for a new seat is "
		 "95 minutes.",
		 true},
		{"## FAQ\n\n**Q: How long is it?**\n\nA: The median wait for a new seat is 20 "
		 "minutes, and not 74.",
		 false},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct kit kit;
		const struct pf_fold *fold;
		bool doubted = false;

		begin_draft(&kit, DATA "prompt.yaml");
		kit_type(&kit, PF_PANE_DRAFT,
			 "# Seat\n\n## Problem\n\nConnecting passengers queue at one desk.\n\n"
			 "## Customer benefit\n\n- They get a seat\n");
		kit_type(&kit, PF_PANE_DRAFT, rows[i].line);
		kit_go_on(&kit);
		answer_all(&kit);
		fold = pf_interview_fold(kit.iv);
		for (size_t k = 0; k < fold->probes.n; k++)
			doubted |= fold->probes.v[k].source == PF_PROBE_SAME_THING ||
				   fold->probes.v[k].source == PF_PROBE_CONTRADICTION;
		if (doubted != rows[i].doubted)
			fail_msg("%s: %s", rows[i].line, doubted ? "doubted" : "believed");
		kit_release(&kit);
	}
}

/* The checker is told what the candidate knows, and by when it must be live. */
static void test_context(void **state)
{
	struct kit kit;
	struct pf_session_context *context;
	const struct pf_check_context *c;
	const struct pf_fold *fold;
	int known = 0, hidden = 0, dated = 0;

	(void)state;
	begin_dive(&kit, DATA "prompt.yaml", 2);
	fold = pf_interview_fold(kit.iv);
	context = pf_session_context_new(fold, pf_interview_prompt(kit.iv));
	c = pf_session_context_get(context);
	assert_true(c->asked);
	assert_int_equal(c->n_questions, 1);
	assert_string_equal(c->questions[0].topic, "cost");
	assert_int_equal(c->today, fold->today);
	for (size_t i = 0; i < c->prompt->n_constraints; i++) {
		const struct pf_check_constraint *k = &c->prompt->constraints[i];

		known += k->known;
		hidden += !k->known;
		if (k->kind != PF_CONSTRAINT_DATE)
			continue;
		dated++;
		assert_in_range(k->deadline - c->today, 28 * k->months, 31 * k->months);
	}
	assert_int_equal(known, 1); /* only the budget was asked for */
	assert_true(hidden >= 2);
	assert_int_equal(dated, 1);
	for (size_t i = 0; i < c->prompt->n_facts; i++)
		if (c->prompt->facts[i].unit)
			assert_string_not_equal(c->prompt->facts[i].unit, "percent");
	pf_session_context_free(context);
	context = pf_session_context_of_prompt(pf_interview_prompt(kit.iv), 20000, -1, 7);
	c = pf_session_context_get(context);
	assert_int_equal(c->level, PF_LEVEL_L7);
	for (size_t i = 0; i < c->prompt->n_constraints; i++)
		assert_true(c->prompt->constraints[i].known);
	pf_session_context_free(context);
	kit_release(&kit);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_prompt),
		cmocka_unit_test(test_no_false_accusation),
		cmocka_unit_test(test_the_same_probes_after_a_death),
		cmocka_unit_test(test_one_follow_up),
		cmocka_unit_test(test_no_rule_asks_two_things),
		cmocka_unit_test(test_the_answer_is_quoted),
		cmocka_unit_test(test_a_number_is_quoted_with_its_words),
		cmocka_unit_test(test_a_promise_is_no_doubt),
		cmocka_unit_test(test_context),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
