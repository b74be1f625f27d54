#include "prfaq/base/clock.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include <fcntl.h>
#include <unistd.h>

#ifndef CLOCK_BOOTTIME /* Linux only; elsewhere a suspended machine is not told apart */
#define CLOCK_BOOTTIME CLOCK_MONOTONIC
#endif

static int64_t read_clock(clockid_t id)
{
	struct timespec ts = {0};

	clock_gettime(id, &ts);
	return (int64_t)ts.tv_sec * 1000 + ts.tv_nsec / 1000000;
}

struct pf_now pf_now_read(void)
{
	struct pf_now now = {
		.utc = read_clock(CLOCK_REALTIME),
		.boottime = read_clock(CLOCK_BOOTTIME),
		.monotonic = read_clock(CLOCK_MONOTONIC),
	};
	static char boot_id[sizeof(now.boot_id)]; /* cannot change while the program runs */

	if (!boot_id[0]) {
		int fd = open("/proc/sys/kernel/random/boot_id", O_RDONLY | O_CLOEXEC);
		ssize_t n = fd < 0 ? 0 : read(fd, boot_id, sizeof(boot_id) - 1);

		if (fd >= 0)
			close(fd);
		boot_id[n > 0 ? strcspn(boot_id, "\n") : 0] = '\0';
	}
	memcpy(now.boot_id, boot_id, sizeof(boot_id));
	return now;
}

/* Howard Hinnant, "chrono-compatible low-level date algorithms". */
int64_t pf_date_days(struct pf_date d)
{
	int64_t y = d.year - (d.month <= 2);
	int64_t era = (y >= 0 ? y : y - 399) / 400;
	int64_t yoe = y - era * 400;
	int64_t doy = (153 * (d.month + (d.month > 2 ? -3 : 9)) + 2) / 5 + d.day - 1;

	return era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719468;
}

struct pf_date pf_date_from_days(int64_t days)
{
	days += 719468;
	int64_t era = (days >= 0 ? days : days - 146096) / 146097;
	int64_t doe = days - era * 146097;
	int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	int64_t mp = (5 * doy + 2) / 153;
	int month = (int)(mp < 10 ? mp + 3 : mp - 9);

	return (struct pf_date){(int)(yoe + era * 400) + (month <= 2), month,
				(int)(doy - (153 * mp + 2) / 5 + 1)};
}

static int64_t floor_div(int64_t a, int64_t b)
{
	return a / b - (a % b < 0);
}

struct pf_date pf_date_from_utc(int64_t utc_ms)
{
	return pf_date_from_days(floor_div(utc_ms, 86400000));
}

int pf_date_month_days(int year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	int leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return days[month - 1] + (month == 2 && leap);
}

struct pf_date pf_date_add_months(struct pf_date d, int months)
{
	int64_t m = (int64_t)d.year * 12 + d.month - 1 + months;
	struct pf_date out = {(int)floor_div(m, 12), 0, d.day};

	out.month = (int)(m - (int64_t)out.year * 12) + 1;
	if (out.day > pf_date_month_days(out.year, out.month))
		out.day = pf_date_month_days(out.year, out.month);
	return out;
}

enum pf_status pf_date_parse(struct pf_slice s, struct pf_date *out)
{
	int v[3] = {0};
	int field = 0;

	if (s.len != 10)
		return PF_ERR_SYNTAX;
	for (size_t i = 0; i < 10; i++) {
		if (i == 4 || i == 7) {
			if (s.ptr[i] != '-')
				return PF_ERR_SYNTAX;
			field++;
		} else if (s.ptr[i] < '0' || s.ptr[i] > '9') {
			return PF_ERR_SYNTAX;
		} else {
			v[field] = v[field] * 10 + (s.ptr[i] - '0');
		}
	}
	if (v[1] < 1 || v[1] > 12 || v[2] < 1 || v[2] > pf_date_month_days(v[0], v[1]))
		return PF_ERR_INVALID;
	*out = (struct pf_date){v[0], v[1], v[2]};
	return PF_OK;
}

void pf_date_text(struct pf_date d, char out[16])
{
	snprintf(out, 16, "%04u-%02u-%02u", (unsigned)d.year % 10000u, (unsigned)d.month % 100u,
		 (unsigned)d.day % 100u);
}

void pf_utc_text(int64_t utc_ms, char out[32])
{
	int64_t s = floor_div(utc_ms, 1000);
	unsigned of_day = (unsigned)(s - floor_div(s, 86400) * 86400);
	char date[16];

	pf_date_text(pf_date_from_utc(utc_ms), date);
	snprintf(out, 32, "%sT%02u:%02u:%02uZ", date, of_day / 3600, of_day / 60 % 60, of_day % 60);
}

void pf_clock_text(int64_t ms, char out[16])
{
	const char *sign = ms < 0 ? "-" : "";
	/* Round a countdown up: 0:00 is shown when the time is over, not a second before. */
	uint64_t s = ms < 0 ? (0 - (uint64_t)ms) / 1000 : ((uint64_t)ms + 999) / 1000;

	if (s > 359999)
		s = 359999;
	if (s >= 3600)
		snprintf(out, 16, "%s%u:%02u:%02u", sign, (unsigned)(s / 3600),
			 (unsigned)(s / 60 % 60), (unsigned)(s % 60));
	else
		snprintf(out, 16, "%s%u:%02u", sign, (unsigned)(s / 60), (unsigned)(s % 60));
}
