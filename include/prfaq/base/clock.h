/*
 * clock.h - time as data.
 *
 * Nothing below `cli` asks what time it is: `now` is a parameter, so a test
 * and a replay have the same clock as a user. All in milliseconds, signed.
 */
#ifndef PRFAQ_BASE_CLOCK_H
#define PRFAQ_BASE_CLOCK_H

#include <stdint.h>

#include "prfaq/base/slice.h"
#include "prfaq/base/status.h"

#define PF_MINUTE INT64_C(60000)
#define PF_SECOND INT64_C(1000)

struct pf_now {
	int64_t utc;       /* since 1970-01-01T00:00:00Z; may step */
	int64_t boottime;  /* since boot, counting suspension */
	int64_t monotonic; /* since boot, not counting suspension */
	char boot_id[40];  /* differs after a reboot; "" = unknown */
};

/* Reads the clocks. Only cli calls it. */
struct pf_now pf_now_read(void);

/* A day of the proleptic Gregorian calendar. month 1-12, day 1-31. */
struct pf_date {
	int year;
	int month;
	int day;
};

int64_t pf_date_days(struct pf_date d); /* days since 1970-01-01 */
struct pf_date pf_date_from_days(int64_t days);
struct pf_date pf_date_from_utc(int64_t utc_ms);
/* The day is cut to the month's last: a month after January 31st is February 28th or 29th. */
struct pf_date pf_date_add_months(struct pf_date d, int months);
int pf_date_month_days(int year, int month);
/* Reads "2026-11-24" exactly: PF_ERR_SYNTAX for another form, PF_ERR_INVALID for a day that is
 * none; *out is then as before. */
PF_MUST_USE enum pf_status pf_date_parse(struct pf_slice s, struct pf_date *out);
/* "2026-11-24", in UTC. */
void pf_date_text(struct pf_date d, char out[16]);
/* "2026-11-24T03:43:21Z". */
void pf_utc_text(int64_t utc_ms, char out[32]);
/* "29:05", "-0:12" when below zero, "1:02:03" from an hour on. */
void pf_clock_text(int64_t ms, char out[16]);

#endif
