/* Which fact a question earns, over the fixture prompt; and the proof over every prompt there is.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "prfaq/base/path.h"
#include "prfaq/session/matcher.h"

static struct pf_prompt *prompt;

static int setup(void **state)
{
	(void)state;
	return pf_prompt_load(&prompt, PF_TESTS_DIR "/session/data/prompt.yaml", NULL) != PF_OK;
}

static int teardown(void **state)
{
	(void)state;
	pf_prompt_free(prompt);
	return 0;
}

static void test_questions(void **state)
{
	static const struct {
		const char *ask;
		enum pf_met met;
		const char *fact; /* or the first alternative; "" for none */
	} rows[] = {
		{"Who is the customer?", PF_MET_FACT, "f1"},
		{"Customer?", PF_MET_FACT, "f1"},
		{"WHO IS THE CUSTOMER", PF_MET_FACT, "f1"},
		{"what is the deadline", PF_MET_FACT, "f2"},
		{"What is the dealine?", PF_MET_FACT, "f2"},
		{"Tell me about the budget please", PF_MET_FACT, "f3"},
		{"What are the legal obligations?", PF_MET_FACT, "f4"},
		{"What is the budget, what is the amount of the budget?", PF_MET_FACT, "f3"},
		{"What is the deadline? And what is the budget?", PF_MET_DOUBLE, ""},
		{"What is the deadline and what is the budget?", PF_MET_DOUBLE, ""},
		{"What is the budget and the deadline?", PF_MET_CHOOSE, "f2"},
		{"What if we built an app for everybody?", PF_MET_PROPOSES, ""},
		{"How about a chat bot?", PF_MET_PROPOSES, ""},
		{"Should we build a robot?", PF_MET_PROPOSES, ""},
		{"Can we add a week to the deadline?", PF_MET_FACT, "f2"},
		{"I think a robot would be good", PF_MET_PROPOSES, ""},
		{"How long do they wait for a new seat?", PF_MET_AGAIN, ""},
		{"What colour is the moon?", PF_MET_UNKNOWN, ""},
		/* Two questions, whichever word opens the second. */
		{"How much can I spend, and by when must it be live?", PF_MET_DOUBLE, ""},
		/* A set fits, and the question asks for more than the fact has: it is offered. */
		{"How many customers churn?", PF_MET_CHOOSE, "f1"},
		{"How many customers are affected?", PF_MET_FACT, "f1"},
		{"How many gates are there?", PF_MET_CHOOSE, "f10"},
		{"How often is a gate repaired?", PF_MET_CHOOSE, "f10"},
		{"Which reader stands at a gate?", PF_MET_FACT, "f10"},
		{"How far is the dealine from the moon?", PF_MET_CHOOSE, "f2"},
		/* Words that stand there for the asker's sake, and a "who" that asks nothing. */
		{"I'm trying to understand when it must be live", PF_MET_FACT, "f2"},
		{"What about data protection?", PF_MET_UNKNOWN, "f7"},
		{"Thanks. Who is the customer?", PF_MET_FACT, "f1"},
		{"Is it hard for those who suffer?", PF_MET_UNKNOWN, "f1"},
		{"How long is it until they have it?", PF_MET_UNKNOWN, ""},
		/* No set fits, and two words of one fact are there; but no number is near another.
		 */
		{"What do the idle ones print?", PF_MET_CHOOSE, "f10"},
		{"How many of the idle ones print?", PF_MET_UNKNOWN, "f10"},
		{"", PF_MET_UNKNOWN, ""},
		{"?", PF_MET_UNKNOWN, ""},
		{"\xff\xfe\x01 \xe2\x80\xae deadline", PF_MET_FACT, "f2"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct pf_match m = pf_match_ask(prompt, pf_slice_of(rows[i].ask),
						 (struct pf_known_facts){NULL, 0});
		const char *fact = m.fact             ? m.fact->id
				   : m.n_alternatives ? m.alternatives[0]->id
						      : "";

		if (m.met != rows[i].met || strcmp(fact, rows[i].fact) != 0)
			fail_msg("\"%s\": met %d, fact %s", rows[i].ask, m.met, fact);
		assert_non_null(m.say);
		assert_true(m.say[0]);
	}
}

static void test_asked_again(void **state)
{
	static const char *const known[] = {"f2"};
	struct pf_match m = pf_match_ask(prompt, PF_SLICE("What is the deadline?"),
					 (struct pf_known_facts){known, 1});

	(void)state;
	assert_int_equal(m.met, PF_MET_AGAIN);
	assert_string_equal(m.say, prompt->no_answer.again);
	/* Of two that fit, the one not known yet is meant. */
	m = pf_match_ask(prompt, PF_SLICE("What is the budget and the deadline?"),
			 (struct pf_known_facts){known, 1});
	assert_int_equal(m.met, PF_MET_FACT);
	assert_string_equal(m.fact->id, "f3");
}

/* A fact that needs another is not told before it. */
static void test_chains(void **state)
{
	(void)state;
	for (size_t i = 0; i < prompt->facts.n; i++) {
		const struct pf_prompt_fact *fact = &prompt->facts.v[i];
		struct pf_match m;

		if (fact->needs.n == 0)
			continue;
		m = pf_match_ask(prompt, pf_slice_of(fact->try.v[0]),
				 (struct pf_known_facts){NULL, 0});
		assert_true(m.fact != fact);
		assert_true(m.more);
		m = pf_match_ask(
			prompt, pf_slice_of(fact->try.v[0]),
			(struct pf_known_facts){(const char *const *)fact->needs.v, fact->needs.n});
		assert_ptr_equal(m.fact, fact);
		assert_false(m.more);
	}
}

/* A long question costs no more than a short one of its kind. */
static void test_a_very_long_question(void **state)
{
	static char text[200000];
	struct pf_match m;

	(void)state;
	for (size_t i = 0; i + 5 < sizeof(text); i += 5)
		memcpy(text + i, "word ", 5);
	memcpy(text + 100, "deadline ", 9);
	m = pf_match_ask(prompt, pf_slice_of(text), (struct pf_known_facts){NULL, 0});
	assert_int_equal(m.met, PF_MET_FACT);
}

static void test_every_prompt_is_covered(void **state)
{
	struct pf_names names = {0};
	struct pf_buf report = {0};

	(void)state;
	assert_int_equal(pf_path_list(PF_ROOT_DIR "/prompts", ".yaml", &names, NULL), PF_OK);
	assert_true(names.n >= 6);
	for (size_t i = 0; i < names.n; i++) {
		struct pf_yaml_errors errors = {0};
		char path[PF_PATH_MAX];
		struct pf_prompt *p;

		pf_path_join(path, PF_ROOT_DIR "/prompts", names.v[i]);
		if (pf_prompt_load(&p, path, &errors) == PF_OK) {
			(void)!pf_prompt_proof(p, NULL, &errors);
			pf_yaml_errors_text(&errors, &report);
			pf_prompt_free(p);
		} else {
			pf_yaml_errors_text(&errors, &report);
		}
		pf_yaml_errors_release(&errors);
	}
	assert_string_equal(pf_buf_cstr(&report), "");
	pf_buf_release(&report);
	pf_names_release(&names);
}

/* The proof finds what an author may get wrong: a question that earns another fact, a hidden
 * constraint that nothing reveals, a trap's probe that may not be asked. */
static void test_the_proof_finds_faults(void **state)
{
	static const struct {
		const char *from, *to, *says;
	} rows[] = {
		{"\"What is the deadline?\"", "\"What is the budget?\"", "should earn f2"},
		{"reveals: [c-cost, d12]", "reveals: [d12]", "constraint c-cost is hidden"},
		{"id: q-trap\n    lens: customer\n    when: {always: true}",
		 "id: q-trap\n    lens: customer\n    when: {topic: scale, missing: true}",
		 "exposes the trap"},
		{"when: {topic: scale, missing: true}", "when: {topic: moon, missing: true}",
		 "waits for a topic"},
	};
	struct pf_buf good = {0};

	(void)state;
	assert_int_equal(
		pf_file_read(PF_TESTS_DIR "/session/data/prompt.yaml", 1 << 20, &good, NULL),
		PF_OK);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct pf_slice text = pf_buf_view(&good), from = pf_slice_of(rows[i].from);
		size_t at = pf_slice_find(text, from);
		struct pf_yaml_errors errors = {0};
		struct pf_buf bad = {0}, report = {0};
		struct pf_prompt *p;

		assert_true(at < text.len);
		pf_buf_slice(&bad, pf_slice_cut(text, 0, at));
		pf_buf_adds(&bad, rows[i].to);
		pf_buf_slice(&bad, pf_slice_cut(text, at + from.len, text.len));
		assert_int_equal(pf_prompt_parse(&p, "bad", pf_buf_view(&bad), &errors), PF_OK);
		assert_int_equal(pf_prompt_proof(p, NULL, &errors), PF_ERR_INVALID);
		pf_yaml_errors_text(&errors, &report);
		if (!strstr(pf_buf_cstr(&report), rows[i].says))
			fail_msg("%s not in:\n%s", rows[i].says, pf_buf_cstr(&report));
		assert_non_null(strstr(pf_buf_cstr(&report), "bad:"));
		pf_prompt_free(p);
		pf_yaml_errors_release(&errors);
		pf_buf_release(&bad);
		pf_buf_release(&report);
	}
	pf_buf_release(&good);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_questions),
		cmocka_unit_test(test_asked_again),
		cmocka_unit_test(test_chains),
		cmocka_unit_test(test_a_very_long_question),
		cmocka_unit_test(test_every_prompt_is_covered),
		cmocka_unit_test(test_the_proof_finds_faults),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
