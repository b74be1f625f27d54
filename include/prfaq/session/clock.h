/*
 * clock.h - the time of a stage, from (fold, now) and nothing else.
 *
 * What is stored is the deadline: the reading of the *ruling clock* at which the
 * bell rings. Practice is ruled by monotonic time (a suspended machine pauses
 * by itself), strict by boottime (it does not). Pauses, costs of answers and
 * reboots move the deadline by a record; the seconds left are never stored.
 * After a reboot both clocks begin anew: utc bridges it, never backwards.
 * All ms, signed.
 */
#ifndef PRFAQ_SESSION_CLOCK_H
#define PRFAQ_SESSION_CLOCK_H

#include "prfaq/session/fold.h"

#define PF_CLOCK_AMBER (5 * PF_MINUTE) /* at this or less the clock is amber */
#define PF_CLOCK_RED   (1 * PF_MINUTE)
/* Differences below these are jitter, not a sleep or a stepped clock. */
#define PF_CLOCK_SUSPEND_MIN (2 * PF_SECOND)
#define PF_CLOCK_STEP_MIN    (2 * PF_SECOND)

enum pf_clock_colour { PF_CLOCK_NORMAL, PF_CLOCK_IS_AMBER, PF_CLOCK_IS_RED, PF_CLOCK_IS_OVER };

/* The clock that rules in this mode. */
int64_t pf_clock_ruling(enum pf_attempt_mode mode, const struct pf_now *now);

struct pf_clock {
	int64_t left;       /* of the stage; negative is overtime */
	int64_t elapsed;    /* of the stage, pauses left out */
	int64_t overtime;   /* max(0, -left) */
	int64_t total_left; /* of the attempt: left, if positive, and the stages to come */
	int64_t total_used; /* of the attempt, pauses left out */
	enum pf_clock_colour colour;
	bool paused;
	bool over; /* left <= 0 */
};

/*
 * The clock now. While paused it stands at paused_at. A `now` of another boot
 * than the last record's is bridged as REOPEN would; `now` before the last
 * record (a caller's slip, a replay) counts as the last record's. Zero before the first stage.
 */
struct pf_clock pf_clock_read(const struct pf_fold *fold, const struct pf_now *now);

/* The deadline a stage of `length` that begins now gets. */
int64_t pf_clock_deadline(const struct pf_fold *fold, const struct pf_now *now, int64_t length);
/* What RESUME records: the deadline moved by the pause that ends now. */
int64_t pf_clock_after_pause(const struct pf_fold *fold, const struct pf_now *now);
/* What REOPEN records. Practice: the time the program was closed does not count; strict: it does
 * (by boottime, or by utc over a reboot, never backwards). `line` gets what the screen says. */
int64_t pf_clock_after_reopen(const struct pf_fold *fold, const struct pf_now *now, char line[160]);
/* Ms the machine slept between the last record and now (0 under PF_CLOCK_SUSPEND_MIN, 0 after a
 * reboot); ms utc was stepped against boottime (signed; 0 under PF_CLOCK_STEP_MIN). */
int64_t pf_clock_slept(const struct pf_now *last, const struct pf_now *now);
int64_t pf_clock_stepped(const struct pf_now *last, const struct pf_now *now);
/* Ms an early end moves on to the next stage: what is left in practice, 0 in strict. Whether a
 * stage may end early at all is the plan's to say. */
int64_t pf_clock_carry(const struct pf_fold *fold, const struct pf_now *now);

#endif
