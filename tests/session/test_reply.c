/* What a reply is found to hold, and when two numbers are about the same thing. */
#include "../../src/session/impl.h"
#include "../../src/session/numbers.h"
#include "kit.h"
#include "prfaq/text/stem.h"

enum {
	N = PF_REPLY_NUMBER,
	S = PF_REPLY_SOURCE,
	C = PF_REPLY_CAUSE,
	D = PF_REPLY_DECISION,
	T = PF_REPLY_TRADE_OFF,
	W = PF_REPLY_WHO,
};

static struct kit kit;

static int setup(void **state)
{
	(void)state;
	kit_init(&kit, "plan.yaml");
	kit_begin(&kit, PF_MODE_PRACTICE);
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	kit_release(&kit);
	return 0;
}

static struct pf_probed probe_of(char *text, uint32_t good)
{
	static char empty[] = "";

	return (struct pf_probed){.source = PF_PROBE_PROMPT,
				  .lens = PF_LENS_DATA,
				  .prompt_probe = empty,
				  .rule = empty,
				  .topic = empty,
				  .text = text,
				  .why = empty,
				  .then = empty,
				  .quote = empty,
				  .other = empty,
				  .good = good,
				  .follow_up = empty,
				  .follow_up_why = empty,
				  .shown = empty};
}

static void test_what_a_reply_holds(void **state)
{
	static char ask[] = "When do you first know that the wait is not moving?";
	static const struct {
		const char *reply;
		uint32_t has, lacks;
		bool evaded;
	} rows[] = {
		{"It depends.", 0, N | S | C | D, true},
		{"Hard to say, we would see.", 0, N | S, true},
		{"I do not know.", 0, N, true},
		{"I do not know; we would read it from the gate log in week 2.", S, 0, false},
		{"It depends on the hub: 60 % at ours, because it has one desk.", N | C, D, false},
		{"74 minutes", N, C, false},
		{"Yes.", 0, N, true},
		{"The median wait, from the booking log.", S, N, false},
		{"Because the desk is one, and it is slow on storm days.", C, N | S, false},
		{"We will stop the offer rather than let the line grow.", D | T, N, false},
		{"We give up the lounge desk.", T, N | S, false},
		{"The gate agents, and families among the passengers.", W, N, false},
		{"Purple monkeys dance in the fog tonight.", 0, N | S | C | D, true},
		{"The wait shows it soonest to me.", 0, N | S, false},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct pf_probed probe = probe_of(ask, N | S);
		struct pf_reply_found f = pf_reply_read(kit.iv, &probe, pf_slice_of(rows[i].reply));

		if ((f.found & rows[i].has) != rows[i].has || (f.found & rows[i].lacks) ||
		    f.evaded != rows[i].evaded)
			fail_msg("\"%s\": found %u, evaded %d", rows[i].reply, f.found, f.evaded);
		assert_true(pf_slice_starts(pf_slice_of(f.shown), "number "));
		assert_non_null(strstr(f.shown, ", source "));
	}
}

static void test_one_follow_up_asks_one_thing(void **state)
{
	static char ask[] = "Why 60 %?", then[] = "Where does today's value come from?";
	struct pf_reply_found none = {.evaded = true};
	struct pf_probed probe = probe_of(ask, N | S);
	char out[240];

	(void)state;
	pf_reply_follow_up(&probe, &none, out);
	assert_string_equal(out, "Which number would you put on it?");
	none.found = N;
	pf_reply_follow_up(&probe, &none, out);
	assert_string_equal(out, "Where would you read that?");
	probe.good = N | C;
	pf_reply_follow_up(&probe, &none, out);
	assert_string_equal(out, "What is the reason?");
	probe.good = W;
	pf_reply_follow_up(&probe, &none, out);
	assert_string_equal(out, "Who would that be?");
	probe.good = 0;
	pf_reply_follow_up(&probe, &none, out);
	assert_string_equal(out, "Compared to what?");
	probe.then = then;
	pf_reply_follow_up(&probe, &none, out);
	assert_string_equal(out, then);
}

/* A contradiction is claimed only where noun, unit, period and segment match. */
static void test_same_thing(void **state)
{
	static const struct {
		const char *a, *b;
		enum pf_same same;
	} rows[] = {
		{"The wait of 74 minutes.", "The wait of 74 minutes.", PF_SAME_NOT},
		{"We serve 4.1M members.", "We serve 4.12M members.", PF_SAME_NOT},
		{"We serve 4.1M members.", "We serve 9M members.", PF_SAME_YES},
		{"We serve 4.1M members.", "We serve 9M desks.", PF_SAME_NOT},
		{"We serve 4.1M members.", "We serve 9 % of members.", PF_SAME_NOT},
		{"We serve 4.1M members in Spain.", "We serve 9M members.", PF_SAME_MAYBE},
		{"We serve 4.1M members in Spain.", "We serve 9M members in France.", PF_SAME_NOT},
		{"60 % of passengers are seated by month 3.",
		 "75 % of passengers are seated by month 8.", PF_SAME_NOT},
		{"60 % of passengers are seated by month 3.",
		 "75 % of passengers are seated by month 3.", PF_SAME_YES},
		{"It launches on 3 May 2027.", "It launches on 9 June 2027.", PF_SAME_NOT},
	};
	struct pf_stemmer *stemmer = pf_stemmer_new();

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct pf_numbers a, b;
		enum pf_same same;

		pf_numbers_read(&a, pf_slice_of(rows[i].a));
		pf_numbers_read(&b, pf_slice_of(rows[i].b));
		assert_true(a.quants.n > 0);
		assert_true(b.quants.n > 0);
		same = pf_numbers_same(stemmer,
				       (struct pf_number_at){a.text, a.tokens, &a.quants.v[0]},
				       (struct pf_number_at){b.text, b.tokens, &b.quants.v[0]});
		if (same != rows[i].same)
			fail_msg("%s / %s: %d", rows[i].a, rows[i].b, same);
		pf_numbers_release(&a);
		pf_numbers_release(&b);
	}
	pf_stemmer_free(stemmer);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_what_a_reply_holds),
		cmocka_unit_test(test_one_follow_up_asks_one_thing),
		cmocka_unit_test(test_same_thing),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
