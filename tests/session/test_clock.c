/* The clock as tables: what happened, and how much is left then. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "prfaq/session/clock.h"

#define MIN PF_MINUTE
#define S   PF_SECOND

/* Three clocks that start apart, so that using the wrong one shows. */
static struct pf_now at(int64_t ms)
{
	return (struct pf_now){1795491821000 + ms, 7000000 + ms, 5000000 + ms, "one"};
}

static void apply(struct pf_fold *fold, struct pf_record record, struct pf_now now)
{
	struct pf_error err = {0};

	record.now = now;
	if (pf_fold_apply(fold, &record, &err) != PF_OK)
		fail_msg("%s", err.message);
}

static struct pf_fold *begun(enum pf_attempt_mode mode)
{
	struct pf_fold *fold = pf_fold_new();
	struct pf_record r = {.kind = PF_RECORD_BEGIN};

	r.u.begin.mode = mode;
	r.u.begin.level = PF_LEVEL_L5;
	r.u.begin.n_stages = 4;
	r.u.begin.total = 90 * MIN;
	apply(fold, r, at(0));
	return fold;
}

static void stage(struct pf_fold *fold, uint32_t index, enum pf_step step, int64_t length,
		  int64_t carried, struct pf_now now)
{
	struct pf_record r = {.kind = PF_RECORD_STAGE};

	r.u.stage.index = index;
	r.u.stage.step = step;
	r.u.stage.length = length + carried;
	r.u.stage.carried = carried;
	r.u.stage.deadline = pf_clock_deadline(fold, &now, length + carried);
	apply(fold, r, now);
}

static struct pf_fold *asking(enum pf_attempt_mode mode)
{
	struct pf_fold *fold = begun(mode);

	stage(fold, 0, PF_STEP_ASK, 15 * MIN, 0, at(0));
	return fold;
}

static void test_before_the_first_stage(void **state)
{
	struct pf_fold *fold = begun(PF_MODE_PRACTICE);
	struct pf_now now = at(5);
	struct pf_clock clock = pf_clock_read(fold, &now);

	(void)state;
	assert_int_equal(clock.left, 0);
	assert_int_equal(clock.total_left, 0);
	assert_int_equal(pf_clock_carry(fold, &now), 0);
	pf_fold_free(fold);
}

static void test_time_runs_down(void **state)
{
	static const struct {
		int64_t ms, left;
		enum pf_clock_colour colour;
	} rows[] = {
		{0, 15 * MIN, PF_CLOCK_NORMAL},
		{10 * MIN - 1, 5 * MIN + 1, PF_CLOCK_NORMAL},
		{10 * MIN, 5 * MIN, PF_CLOCK_IS_AMBER},
		{14 * MIN - 1, MIN + 1, PF_CLOCK_IS_AMBER},
		{14 * MIN, MIN, PF_CLOCK_IS_RED},
		{15 * MIN - 1, 1, PF_CLOCK_IS_RED},
		{15 * MIN, 0, PF_CLOCK_IS_OVER},
		{17 * MIN, -2 * MIN, PF_CLOCK_IS_OVER},
	};

	(void)state;
	for (int mode = PF_MODE_PRACTICE; mode <= PF_MODE_STRICT; mode++)
		for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
			struct pf_fold *fold = asking(mode);
			struct pf_now now = at(rows[i].ms);
			struct pf_clock c = pf_clock_read(fold, &now);

			assert_int_equal(c.left, rows[i].left);
			assert_int_equal(c.elapsed, rows[i].ms);
			assert_int_equal(c.overtime, rows[i].left < 0 ? -rows[i].left : 0);
			assert_int_equal(c.colour, rows[i].colour);
			assert_int_equal(c.over, rows[i].left <= 0);
			assert_int_equal(c.total_used, rows[i].ms);
			assert_int_equal(c.total_left,
					 75 * MIN + (rows[i].left > 0 ? rows[i].left : 0));
			pf_fold_free(fold);
		}
}

/* The machine sleeps 10 minutes: boottime and utc run, monotonic stands. */
static void test_sleep(void **state)
{
	struct pf_now now = at(3 * MIN);

	(void)state;
	now.boottime += 10 * MIN;
	now.utc += 10 * MIN;
	for (int mode = PF_MODE_PRACTICE; mode <= PF_MODE_STRICT; mode++) {
		struct pf_fold *fold = asking(mode);
		struct pf_clock c = pf_clock_read(fold, &now);

		assert_int_equal(c.left, mode == PF_MODE_PRACTICE ? 12 * MIN : 2 * MIN);
		assert_int_equal(pf_clock_slept(&fold->last_now, &now), 10 * MIN);
		assert_int_equal(pf_clock_stepped(&fold->last_now, &now), 0);
		pf_fold_free(fold);
	}
}

static void test_a_stepped_clock_changes_nothing(void **state)
{
	static const int64_t steps[] = {-3600 * S, -2 * S, -1999, 0, 1999, 2 * S, 86400 * S};

	(void)state;
	for (int mode = PF_MODE_PRACTICE; mode <= PF_MODE_STRICT; mode++)
		for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++) {
			struct pf_fold *fold = asking(mode);
			struct pf_now now = at(4 * MIN);
			int64_t step = steps[i];

			now.utc += step;
			assert_int_equal(pf_clock_read(fold, &now).left, 11 * MIN);
			assert_int_equal(pf_clock_stepped(&fold->last_now, &now),
					 step > -2 * S && step < 2 * S ? 0 : step);
			pf_fold_free(fold);
		}
}

static void test_pause(void **state)
{
	struct pf_fold *fold = asking(PF_MODE_PRACTICE);
	struct pf_record r = {.kind = PF_RECORD_PAUSE};
	struct pf_now now = at(9 * MIN);

	(void)state;
	apply(fold, r, at(2 * MIN));
	assert_int_equal(pf_clock_read(fold, &now).left, 13 * MIN);
	assert_true(pf_clock_read(fold, &now).paused);
	r = (struct pf_record){.kind = PF_RECORD_RESUME};
	r.u.resume.paused = 7 * MIN;
	r.u.resume.deadline = pf_clock_after_pause(fold, &now);
	apply(fold, r, now);
	assert_int_equal(pf_clock_read(fold, &now).left, 13 * MIN);
	now = at(10 * MIN);
	assert_int_equal(pf_clock_read(fold, &now).left, 12 * MIN);
	assert_int_equal(fold->paused_ms, 7 * MIN);
	pf_fold_free(fold);
}

static void test_strict_takes_no_pause(void **state)
{
	struct pf_fold *fold = asking(PF_MODE_STRICT);
	struct pf_record r = {.kind = PF_RECORD_PAUSE, .now = at(2 * MIN)};

	(void)state;
	assert_int_equal(pf_fold_apply(fold, &r, NULL), PF_ERR_DAMAGED);
	assert_false(fold->paused);
	pf_fold_free(fold);
}

/* The process was away from 5 minutes on; how it comes back is a row. */
static void test_reopen(void **state)
{
	static const struct {
		const char *what;
		bool reboot, strict, paused;
		int64_t away, utc; /* ms by the ruling clock or, over a reboot, unknown; by utc */
		int64_t left;
	} rows[] = {
		{"practice, same boot", false, false, false, 20 * MIN, 20 * MIN, 10 * MIN},
		{"practice, reboot", true, false, false, 0, 20 * MIN, 10 * MIN},
		{"practice, paused when it died", false, false, true, 20 * MIN, 20 * MIN, 11 * MIN},
		{"practice, paused, reboot", true, false, true, 0, 90 * MIN, 11 * MIN},
		{"strict, same boot", false, true, false, 4 * MIN, 4 * MIN, 6 * MIN},
		{"strict, same boot, utc set back", false, true, false, 4 * MIN, -60 * MIN,
		 6 * MIN},
		{"strict, same boot, too late", false, true, false, 20 * MIN, 20 * MIN, -10 * MIN},
		{"strict, reboot", true, true, false, 0, 4 * MIN, 6 * MIN},
		{"strict, reboot, utc set back", true, true, false, 0, -60 * MIN, 10 * MIN},
		{"strict, reboot, too late", true, true, false, 0, 60 * MIN, -50 * MIN},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct pf_fold *fold = asking(rows[i].strict ? PF_MODE_STRICT : PF_MODE_PRACTICE);
		struct pf_record pause = {.kind = PF_RECORD_PAUSE};
		struct pf_record note = {.kind = PF_RECORD_NOTE};
		struct pf_record r = {.kind = PF_RECORD_REOPEN};
		struct pf_now now = at(5 * MIN + rows[i].away);
		char line[160];

		if (rows[i].paused)
			apply(fold, pause, at(4 * MIN));
		apply(fold, note, at(5 * MIN));
		now.utc = at(5 * MIN).utc + rows[i].utc;
		if (rows[i].reboot) {
			strcpy(now.boot_id, "two");
			now.boottime = now.monotonic = 40 * S;
		}
		/* What the screen would show if it were drawn before the record: the same, but for
		 * practice in the same boot, where only the record tells that nobody was there. */
		if (rows[i].reboot || rows[i].strict)
			assert_int_equal(pf_clock_read(fold, &now).left, rows[i].left);
		r.u.reopen.away = rows[i].utc;
		r.u.reopen.deadline = pf_clock_after_reopen(fold, &now, line);
		r.u.reopen.rule = pf_slice_of(line);
		apply(fold, r, now);
		if (pf_clock_read(fold, &now).left != rows[i].left)
			fail_msg("%s: %lld", rows[i].what,
				 (long long)pf_clock_read(fold, &now).left);
		assert_false(fold->paused);
		assert_non_null(strstr(line, rows[i].strict ? "Strict" : "Practice"));
		now.boottime += MIN;
		now.monotonic += MIN;
		assert_int_equal(pf_clock_read(fold, &now).left, rows[i].left - MIN);
		pf_fold_free(fold);
	}
}

static void test_time_never_runs_backwards(void **state)
{
	struct pf_fold *fold = asking(PF_MODE_STRICT);
	struct pf_record note = {.kind = PF_RECORD_NOTE};
	struct pf_now now = at(2 * MIN);

	(void)state;
	apply(fold, note, at(6 * MIN));
	assert_int_equal(pf_clock_read(fold, &now).left, 9 * MIN);
	pf_fold_free(fold);
}

static void test_early_end(void **state)
{
	static const struct {
		enum pf_attempt_mode mode;
		enum pf_step step;
		int64_t ms, carry;
	} rows[] = {
		{PF_MODE_PRACTICE, PF_STEP_ASK, 6 * MIN, 9 * MIN},
		{PF_MODE_PRACTICE, PF_STEP_PROBE, 6 * MIN, 9 * MIN},
		{PF_MODE_PRACTICE, PF_STEP_WRITE, 6 * MIN, 9 * MIN},
		{PF_MODE_PRACTICE, PF_STEP_ASK, 16 * MIN, 0},
		{PF_MODE_STRICT, PF_STEP_ASK, 6 * MIN, 0},
		{PF_MODE_STRICT, PF_STEP_PROBE, 6 * MIN, 0},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct pf_fold *fold = begun(rows[i].mode);
		struct pf_now now = at(rows[i].ms);

		stage(fold, 0, rows[i].step, 15 * MIN, 0, at(0));
		assert_int_equal(pf_clock_carry(fold, &now), rows[i].carry);
		stage(fold, 1, PF_STEP_WRITE, 30 * MIN, rows[i].carry, now);
		assert_int_equal(pf_clock_read(fold, &now).left, 30 * MIN + rows[i].carry);
		assert_int_equal(pf_clock_read(fold, &now).total_left, 75 * MIN + rows[i].carry);
		assert_int_equal(pf_clock_read(fold, &now).total_used, rows[i].ms);
		assert_true(fold->stages.v[0].ended);
		assert_int_equal(fold->stages.v[0].left, 15 * MIN - rows[i].ms);
		pf_fold_free(fold);
	}
}

static void test_an_answer_takes_its_time(void **state)
{
	struct pf_fold *fold = asking(PF_MODE_PRACTICE);
	struct pf_record r = {.kind = PF_RECORD_ASK};
	struct pf_now now = at(MIN);

	(void)state;
	apply(fold, r, now);
	r = (struct pf_record){.kind = PF_RECORD_ANSWER};
	r.u.answer.cost = 20 * S;
	r.u.answer.deadline = fold->deadline - 20 * S;
	apply(fold, r, now);
	assert_int_equal(pf_clock_read(fold, &now).left, 14 * MIN - 20 * S);
	pf_fold_free(fold);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_before_the_first_stage),
		cmocka_unit_test(test_time_runs_down),
		cmocka_unit_test(test_sleep),
		cmocka_unit_test(test_a_stepped_clock_changes_nothing),
		cmocka_unit_test(test_pause),
		cmocka_unit_test(test_strict_takes_no_pause),
		cmocka_unit_test(test_reopen),
		cmocka_unit_test(test_time_never_runs_backwards),
		cmocka_unit_test(test_early_end),
		cmocka_unit_test(test_an_answer_takes_its_time),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
