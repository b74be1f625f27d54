/*
 * Every main screen at three sizes, as text: looked at once, held since. The
 * bank, the plans and the few rules are those of tests/app/house, so a screen
 * changes when the program does and not with the content.
 */
#include "stand.h"

#define HOUSE PF_TESTS_DIR "/app/house"

static const int sizes[][2] = {{40, 120}, {24, 80}, {12, 40}};

static void shots(struct stand *s, const char *name)
{
	char file[64];

	for (size_t i = 0; i < sizeof(sizes) / sizeof(*sizes); i++) {
		stand_size(s, sizes[i][0], sizes[i][1]);
		snprintf(file, sizeof(file), "%s-%dx%d", name, sizes[i][1], sizes[i][0]);
		stand_golden(s, file);
	}
	stand_size(s, sizes[0][0], sizes[0][1]);
}

static void ask(struct stand *s, const char *question)
{
	stand_type(s, question);
	stand_keys(s, "Enter");
}

static const char draft[] =
	"# Seat Now\n\n"
	"## Problem\n\n"
	"On a storm day 12,000 connecting passengers wait 74 minutes at one desk for a new "
	"seat.\n\n"
	"## Solution\n\n"
	"Seat Now sends each passenger two seats by text. The passenger answers 1 or 2 and has the "
	"seat. 日本語 👩‍👧\n\n"
	"## Customer benefit\n\n"
	"- The wait for a new seat falls from 74 to 20 minutes\n\n"
	"## Metrics\n\n"
	"| Tier | Metric | Baseline | Target | By when | Read from |\n"
	"|---|---|---|---|---|---|\n"
	"| Primary | Median wait | 74 minutes | 20 minutes | 3 months after launch | booking log "
	"|\n"
	"| Secondary | Seats lost | 38 % | 20 % | 3 months after launch | booking log |\n\n"
	"## FAQ\n\n"
	"**Q: What does it cost?**\n\n"
	"A: We will see.\n";

static void test_choosing(void **state)
{
	struct stand *s = stand_new_in(HOUSE, 40, 120);

	(void)state;
	shots(s, "home");
	stand_keys(s, "F1");
	shots(s, "keys-of-home");
	stand_keys(s, "Esc Enter");
	shots(s, "sections");
	stand_keys(s, "Esc Down Down Enter");
	shots(s, "prompts");
	stand_keys(s, "s o v v");
	stand_see(s, "strict");
	stand_keys(s, "Esc C-c");
	assert_true(pf_app_quits(s->app));
	stand_free(s);
}

static void test_interview(void **state)
{
	struct stand *s = stand_new_in(HOUSE, 40, 120);

	(void)state;
	stand_keys(s, "Down Down Enter Enter");
	shots(s, "ask-empty");
	ask(s, "Who is the customer?");
	ask(s, "What is the deadline?");
	ask(s, "What is the budget, and which rules apply?");
	ask(s, "What is the chairman's favourite colour?");
	stand_type(s, "How long do they w");
	stand_pass(s, 5 * PF_MINUTE);
	shots(s, "ask");
	stand_keys(s, "F1");
	shots(s, "keys-of-ask");
	stand_keys(s, "Esc C-n");
	shots(s, "ask-leaving");
	stand_keys(s, "C-n");
	stand_pass(s, PF_SECOND);
	shots(s, "draft-empty");
	stand_keys(s, "C-a");
	stand_paste(s, draft);
	stand_pass(s, 34 * PF_MINUTE);
	shots(s, "draft");
	stand_keys(s, "F2 C-Home S-Down S-Down S-Down");
	stand_pass(s, 8 * PF_MINUTE);
	shots(s, "draft-overtime");
	stand_keys(s, "C-n");
	shots(s, "probe");
	stand_type(s, "The connecting passengers whose onward flight is cancelled.");
	stand_keys(s, "C-d");
	stand_type(s, "It depends.");
	stand_keys(s, "C-d");
	shots(s, "probe-quoting");
	stand_keys(s, "C-n C-n");
	stand_type(s, "Week 4: one gate, 50 passengers; go on if the median is under 40 minutes.");
	shots(s, "rollout");
	stand_keys(s, "C-n C-n");
	shots(s, "reflect");
	stand_type(s, "Ask for the law.");
	stand_keys(s, "C-n 4 3 Down 2");
	shots(s, "marks");
	stand_keys(s, "Up Up Up Up 4 3 3 2 5 2 1 Right Right Enter");
	shots(s, "result");
	stand_keys(s, "PgDn");
	shots(s, "result-below");
	stand_keys(s, "w");
	shots(s, "why");
	stand_keys(s, "Esc r");
	shots(s, "rewrite");
	stand_type(s, " It costs 40 people.");
	stand_keys(s, "C-n");
	assert_null(strstr(strstr(stand_paint(s), "With the new") + 1, "With the new"));
	stand_type(s, "Ask for the law first.");
	shots(s, "next-step");
	stand_keys(s, "Enter");
	shots(s, "model");
	stand_keys(s, "C-n");
	shots(s, "end");
	stand_keys(s, "q");
	shots(s, "home-after");
	stand_keys(s, "Down Down Enter");
	shots(s, "review");
	stand_keys(s, "Enter");
	shots(s, "attempt");
	stand_keys(s, "p");
	shots(s, "replay");
	stand_keys(s, "End");
	shots(s, "replay-end");
	stand_keys(s, "Space Home");
	stand_see(s, "Replay  0:00 of");
	stand_keys(s, "Right Right Right Left");
	stand_see(s, "Replay  2:00 of");
	stand_keys(s, "Left Left Left");
	stand_see(s, "Replay  0:00 of");
	stand_keys(s, "Esc Esc Esc Up Up Enter Enter");
	shots(s, "ask-next-time");
	stand_free(s);
}

/* Digits mark the odds too, and who would go on too early is led to what is missing. */
static void test_marking(void **state)
{
	struct stand *s = stand_new_in(HOUSE, 40, 120);

	(void)state;
	stand_keys(s, "Down Down Enter Enter C-n C-n C-n C-n C-n C-n C-n C-n C-n");
	stand_see(s, "> clarifying");
	stand_keys(s, "3 3 Down 3 3 3 3");
	stand_see(s, "> chance          --");
	stand_keys(s, "2");
	stand_see(s, "> chance         40%");
	stand_keys(s, "Enter");
	stand_see(s, "Your own marks come before the result: 1 of 8 to go.");
	stand_see(s, "> solution");
	stand_keys(s, "5 Down Down Down Down Enter");
	stand_see(s, "This page is not scored.");
	stand_free(s);
}

static void test_drill(void **state)
{
	struct stand *s = stand_new_in(HOUSE, 40, 120);

	(void)state;
	stand_keys(s, "Enter Down Down Down Enter");
	shots(s, "drill-read");
	stand_keys(s, "C-n");
	stand_pass(s, PF_SECOND);
	shots(s, "drill-write");
	stand_keys(s, "C-n C-n");
	shots(s, "drill-result-unscored");
	stand_keys(s, "C-n");
	shots(s, "drill-model");
	stand_keys(s, "C-n");
	shots(s, "drill-end");
	stand_keys(s, "q Enter");
	stand_size(s, 24, 80);
	stand_see(s, "min  done 1  ");
	stand_free(s);
}

/* A drill that was written: what to do comes first, and nothing of what it did not touch. */
static void test_written_drill(void **state)
{
	struct stand *s = stand_new_in(HOUSE, 40, 120);

	(void)state;
	stand_keys(s, "Enter Down Down Down Enter C-n C-a");
	stand_paste(s, "## Metrics\n\nPrimary: the median wait falls from 74 minutes to 20 minutes "
		       "within 3 months of launch, from the booking log. Secondary: a better "
		       "experience.\n");
	stand_keys(s, "C-n C-n");
	shots(s, "drill-result");
	stand_see(s, "One thing to do");
	stand_not_see(s, "not there");
	stand_not_see(s, "The trap");
	stand_not_see(s, "clarity"); /* no rule of this drill has that pillar */
	stand_free(s);
}

static void test_a_rollout_is_no_benefit(void **state)
{
	struct stand *s = stand_new(40, 120);

	(void)state;
	stand_keys(s, "Enter Down Down Down Down Down Enter C-n C-a");
	stand_paste(s,
		    "## Rollout\n\n- Week 2: 50 guests of one branch. Go on if 8 of 10 answers are "
		    "right; stop if one guest falls ill.\n- Week 6: all guests of ten branches. Go "
		    "on if 9 of 10 answers are right.\n");
	stand_keys(s, "C-n C-n");
	stand_see(s, "This section shows");
	stand_not_see(s, "Vague numbers");
	stand_free(s);
}

/* Who looks at an attempt that is open is told so, and is not back in it. */
static void test_an_open_attempt_is_only_looked_at(void **state)
{
	struct stand *s = stand_new_in(HOUSE, 40, 120);
	struct pf_effects fx = {.n = 0};

	(void)state;
	stand_keys(s, "Down Down Enter Enter C-n C-n");
	stand_type(s, "Some words.");
	stand_keys(s, "C-q");
	pf_app_give_journal(s->app, s->row.id, (struct pf_journal_view){s->journal.v, s->journal.n},
			    false, &s->now, &fx);
	stand_see(s, "No result yet: the attempt is open. prfaq interview --resume");
	stand_not_see(s, "Back after");
	stand_free(s);
}

/* What was searched is no longer there five minutes later: the line at the foot goes with the step.
 */
static void test_a_step_that_ends_by_itself_ends_finding(void **state)
{
	struct stand *s = stand_new_in(HOUSE, 40, 120);

	(void)state;
	stand_keys(s, "Down Down Enter Enter C-n C-n C-a");
	stand_paste(s, draft);
	stand_keys(s, "C-n C-n C-n C-n C-n C-n C-n 4 3 3 2 5 2 1 Right Right Enter r");
	stand_see(s, "As it was");
	stand_keys(s, "C-f");
	stand_type(s, "every");
	stand_pass(s, 6 * PF_MINUTE);
	stand_keys(s, "Enter");
	stand_not_see(s, "Find:");
	stand_free(s);
}

/* What is typed would be kept behind the break, where nobody reads it. */
static void test_an_attempt_that_breaks_off_is_not_gone_on_with(void **state)
{
	struct stand *s = stand_new_in(HOUSE, 40, 120);
	struct pf_effects fx = {.n = 0};
	struct pf_journal_view journal;

	(void)state;
	stand_keys(s, "Down Down Enter Enter C-n C-n");
	stand_type(s, "Some words.");
	stand_keys(s, "C-q");
	*PF_PUSH(&s->journal) =
		(struct pf_journal_entry){.kind = 250, .at = s->now.utc, .body = PF_SLICE("x")};
	journal = (struct pf_journal_view){s->journal.v, s->journal.n};
	pf_app_give_journal(s->app, s->row.id, journal, true, &s->now, &fx);
	assert_null(pf_app_interview(s->app));
	stand_see(s, "can be read and exported, not gone on with");
	pf_app_give_journal(s->app, s->row.id, journal, false, &s->now, &fx);
	stand_see(s, "Some words.");
	stand_free(s);
}

/* Deleting asks once more; any other key is a no. */
static void test_an_attempt_is_deleted(void **state)
{
	struct stand *s = stand_new_in(HOUSE, 24, 80);

	(void)state;
	stand_keys(s, "Down Down Enter Enter C-n C-n");
	stand_type(s, "Some words.");
	stand_keys(s, "C-q");
	stand_see(s, "past attempts: 1, open: 1");
	stand_keys(s, "Down Down Enter");
	shots(s, "review-open");
	stand_keys(s, "d");
	stand_see(
		s,
		"Delete \"Storm day\" of 2026-11-24, 2 words, for good? d: yes, another key: no.");
	stand_keys(s, "Down d");
	stand_see(s, "> 2026-11-24  open");
	stand_keys(s, "d");
	stand_see(s, "None yet.");
	stand_keys(s, "d d Enter");
	stand_see(s, "None yet.");
	stand_free(s);
}

/* A long list goes by pages, and to its ends. */
static void test_a_long_list(void **state)
{
	struct stand *s = stand_new(24, 80);
	struct pf_app_row rows[60] = {{.open = false}};

	(void)state;
	for (int i = 0; i < 60; i++)
		snprintf(rows[i].title, sizeof(rows[i].title), "Number %d.", i);
	stand_keys(s, "Down Down Down Down Enter");
	pf_app_give_rows(s->app, rows, 60);
	stand_paint(s);
	stand_keys(s, "PgDn");
	stand_see(s, "Number 19.");
	stand_keys(s, "End");
	stand_see(s, "Number 59.");
	stand_keys(s, "PgDn PgUp Home");
	stand_see(s, "Number 0.");
	stand_not_see(s, "Number 59.");
	stand_free(s);
}

/* The score then stands beside the score now. */
static void test_a_score_is_of_its_rules(void **state)
{
	struct stand *then = stand_new_in(HOUSE, 40, 120), *now = stand_new(200, 120);
	struct pf_effects fx = {.n = 0};

	(void)state;
	stand_keys(then, "Enter Down Down Down Enter C-n C-a");
	stand_paste(then, "## Metrics\n\nPrimary: the median wait falls from 74 minutes to 20 "
			  "minutes within 3 months of launch, from the booking log.\n");
	stand_keys(then, "C-n C-n C-n C-n");
	stand_not_see(then, "when it was written");
	pf_app_give_journal(now->app, then->row.id,
			    (struct pf_journal_view){then->journal.v, then->journal.n}, false,
			    &now->now, &fx);
	stand_see(now, "when it was written; the rules have changed.");
	stand_free(then);
	stand_free(now);
}

static void test_strict(void **state)
{
	struct stand *s = stand_new_in(HOUSE, 40, 120);

	(void)state;
	stand_keys(s, "Down Down Enter s Enter C-n C-n");
	stand_keys(s, "C-a");
	stand_paste(s, draft);
	stand_pass(s, 29 * PF_MINUTE + 30 * PF_SECOND);
	shots(s, "strict-last-minute");
	stand_pass(s, PF_MINUTE);
	shots(s, "strict-bell");
	stand_free(s);
}

/* At 20x5 one can still write and see the time; below that it says so. */
static void test_the_smallest(void **state)
{
	struct stand *s = stand_new_in(HOUSE, 5, 20);

	(void)state;
	stand_golden(s, "home-20x5");
	stand_keys(s, "Down Down Enter Enter");
	stand_golden(s, "ask-20x5");
	stand_keys(s, "C-n C-n C-a");
	stand_type(s, "Forty clerks wait 74 minutes each day.");
	stand_golden(s, "draft-20x5");
	stand_size(s, 4, 19);
	stand_golden(s, "too-small-19x4");
	stand_free(s);
}

/* What was scrolled on a low screen is whole again on a high one. */
static void test_a_list_that_gets_room(void **state)
{
	struct stand *s = stand_new_in(HOUSE, 6, 20);

	(void)state;
	stand_keys(s, "Down Down Down Down Down Down Down");
	stand_not_see(s, "12 minutes");
	stand_size(s, 24, 80);
	stand_see(s, "  12 minutes");
	stand_see(s, "> Quit");
	stand_free(s);
}

/* A page that comes on top of the skeleton counts; the blanks below it take nothing away. */
static void test_a_page_above_the_skeleton(void **state)
{
	struct stand *s = stand_new_in(HOUSE, 40, 120);

	(void)state;
	stand_keys(s, "Down Down Enter Enter C-n C-n C-Home");
	stand_paste(s, draft);
	stand_pass(s, PF_SECOND);
	stand_not_see(s, "Problem: not there yet");
	stand_not_see(s, "Problem          blank");
	stand_see(s, "Problem            17 words");
	stand_keys(s, "C-c");
	stand_see(s, "Copied. C-q leaves.");
	/* A shorter text in the place of a longer one is seen from its start. */
	stand_keys(s, "C-End C-a");
	stand_paste(s, "First line.\n\nLast line.\n");
	stand_see(s, "First line.");
	stand_free(s);
}

/* Where nothing stands beside the work, the key of the side goes there. */
static void test_the_side_of_a_narrow_screen(void **state)
{
	struct stand *s = stand_new_in(HOUSE, 12, 40);

	(void)state;
	stand_keys(s, "Down Down Enter Enter");
	stand_not_see(s, "Notebook");
	stand_keys(s, "F2");
	stand_see(s, "Notebook");
	stand_keys(s, "F2");
	stand_see(s, "Brief");
	stand_keys(s, "Esc");
	stand_see(s, "Your question");
	stand_free(s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_choosing),
		cmocka_unit_test(test_interview),
		cmocka_unit_test(test_marking),
		cmocka_unit_test(test_drill),
		cmocka_unit_test(test_written_drill),
		cmocka_unit_test(test_a_rollout_is_no_benefit),
		cmocka_unit_test(test_strict),
		cmocka_unit_test(test_the_smallest),
		cmocka_unit_test(test_an_open_attempt_is_only_looked_at),
		cmocka_unit_test(test_an_attempt_that_breaks_off_is_not_gone_on_with),
		cmocka_unit_test(test_a_step_that_ends_by_itself_ends_finding),
		cmocka_unit_test(test_an_attempt_is_deleted),
		cmocka_unit_test(test_a_long_list),
		cmocka_unit_test(test_a_score_is_of_its_rules),
		cmocka_unit_test(test_a_list_that_gets_room),
		cmocka_unit_test(test_a_page_above_the_skeleton),
		cmocka_unit_test(test_the_side_of_a_narrow_screen),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
