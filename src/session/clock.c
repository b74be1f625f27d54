#include "prfaq/session/clock.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

int64_t pf_clock_ruling(enum pf_attempt_mode mode, const struct pf_now *now)
{
	return mode == PF_MODE_STRICT ? now->boottime : now->monotonic;
}

/* Unknown on either side counts as the same boot: the clocks themselves then
 * tell, and a reading that runs backwards is held below. */
static bool same_boot(const struct pf_now *a, const struct pf_now *b)
{
	return a->boot_id[0] == '\0' || b->boot_id[0] == '\0' ||
	       strcmp(a->boot_id, b->boot_id) == 0;
}

static int64_t at_least(int64_t value, int64_t low)
{
	return value < low ? low : value;
}

/* `now` as a reading of the ruling clock of the last record's boot. */
static int64_t reading(const struct pf_fold *fold, const struct pf_now *now)
{
	int64_t last = pf_clock_ruling(fold->mode, &fold->last_now);

	if (fold->paused)
		return pf_clock_ruling(fold->mode, &fold->paused_at);
	if (same_boot(&fold->last_now, now))
		return at_least(pf_clock_ruling(fold->mode, now), last);
	if (fold->mode == PF_MODE_PRACTICE)
		return last;
	return last + at_least(now->utc - fold->last_now.utc, 0);
}

static enum pf_clock_colour colour_of(int64_t left)
{
	if (left <= 0)
		return PF_CLOCK_IS_OVER;
	if (left <= PF_CLOCK_RED)
		return PF_CLOCK_IS_RED;
	return left <= PF_CLOCK_AMBER ? PF_CLOCK_IS_AMBER : PF_CLOCK_NORMAL;
}

struct pf_clock pf_clock_read(const struct pf_fold *fold, const struct pf_now *now)
{
	const struct pf_stage *stage = pf_fold_stage(fold);
	struct pf_clock clock = {0};
	int64_t to_come = fold->total;

	if (!stage)
		return clock;
	clock.left = stage->ended ? stage->left : fold->deadline - reading(fold, now);
	clock.elapsed = stage->length - clock.left;
	clock.overtime = at_least(-clock.left, 0);
	clock.over = clock.left <= 0;
	clock.colour = colour_of(clock.left);
	clock.paused = fold->paused;
	for (size_t i = 0; i < fold->stages.n; i++) {
		const struct pf_stage *s = &fold->stages.v[i];

		to_come -= s->length - s->carried;
		clock.total_used += s->ended ? s->length - s->left : clock.elapsed;
	}
	clock.total_left = fold->done ? 0 : at_least(clock.left, 0) + at_least(to_come, 0);
	return clock;
}

int64_t pf_clock_deadline(const struct pf_fold *fold, const struct pf_now *now, int64_t length)
{
	return pf_clock_ruling(fold->mode, now) + length;
}

int64_t pf_clock_after_pause(const struct pf_fold *fold, const struct pf_now *now)
{
	int64_t left = fold->deadline - pf_clock_ruling(fold->mode, &fold->paused_at);

	return fold->paused ? pf_clock_ruling(fold->mode, now) + left : fold->deadline;
}

/* "3 min", "40 s": a length of time as one says it. */
static void say_length(int64_t ms, char out[32])
{
	int64_t s = (ms < 0 ? -ms : ms) / PF_SECOND;

	if (s < 120)
		snprintf(out, 32, "%" PRId64 " s", s);
	else if (s < 7200)
		snprintf(out, 32, "%" PRId64 " min", s / 60);
	else
		snprintf(out, 32, "%" PRId64 " h", s / 3600);
}

int64_t pf_clock_after_reopen(const struct pf_fold *fold, const struct pf_now *now, char line[160])
{
	bool same = same_boot(&fold->last_now, now);
	int64_t away = at_least(now->utc - fold->last_now.utc, 0);
	int64_t left;
	char length[32];

	say_length(away, length);
	if (fold->mode == PF_MODE_PRACTICE) {
		const struct pf_now *stood = fold->paused ? &fold->paused_at : &fold->last_now;

		snprintf(line, 160, "Back after %s. Practice: the clock stood meanwhile.", length);
		left = fold->deadline - pf_clock_ruling(fold->mode, stood);
		return pf_clock_ruling(fold->mode, now) + left;
	}
	snprintf(line, 160, "Back after %s. Strict: the clock ran on%s.", length,
		 same ? "" : ", over the restart of the machine too");
	if (same)
		return fold->deadline;
	left = fold->deadline - reading(fold, now);
	return pf_clock_ruling(fold->mode, now) + left;
}

int64_t pf_clock_slept(const struct pf_now *last, const struct pf_now *now)
{
	int64_t ms;

	if (!same_boot(last, now))
		return 0;
	ms = (now->boottime - last->boottime) - (now->monotonic - last->monotonic);
	return ms >= PF_CLOCK_SUSPEND_MIN ? ms : 0;
}

int64_t pf_clock_stepped(const struct pf_now *last, const struct pf_now *now)
{
	int64_t ms;

	if (!same_boot(last, now))
		return 0;
	ms = (now->utc - last->utc) - (now->boottime - last->boottime);
	return ms >= PF_CLOCK_STEP_MIN || ms <= -PF_CLOCK_STEP_MIN ? ms : 0;
}

int64_t pf_clock_carry(const struct pf_fold *fold, const struct pf_now *now)
{
	const struct pf_stage *stage = pf_fold_stage(fold);
	int64_t left;

	if (!stage || stage->ended || fold->mode == PF_MODE_STRICT)
		return 0;
	left = fold->deadline - reading(fold, now);
	return at_least(left, 0);
}
