/* Quantities in words: the names of what they are, and the amount as a reader writes it. */
#include "prfaq/quant/quant.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "prfaq/base/clock.h"

const char *pf_quant_kind_name(enum pf_quant_kind kind)
{
	static const char *const names[] = {"percent",  "money", "number", "quantity",
					    "duration", "date",  "range",  "multiplier"};

	return kind < PF_QUANT_KINDS ? names[kind] : "";
}

const char *pf_quant_bound_name(enum pf_quant_bound bound)
{
	static const char *const names[] = {"", "<", "<=", ">=", ">", "~"};

	return bound <= PF_BOUND_APPROX ? names[bound] : "";
}

const char *pf_quant_dir_name(enum pf_quant_dir dir)
{
	return dir == PF_DIR_UP ? "up" : dir == PF_DIR_DOWN ? "down" : "";
}

const char *pf_quant_role_name(enum pf_quant_role role)
{
	static const char *const names[] = {"",         "baseline",   "target", "delta",
					    "deadline", "population", "rate"};

	return role <= PF_ROLE_RATE ? names[role] : "";
}

/* "4.5 bn", "88,667", "0.125": no more digits than a reader wants, and "1 M" for what they round to
 * it. */
static void amount(double v, char *out, size_t size)
{
	double a = v < 0 ? -v : v;

	if (a >= 999.9995e6)
		snprintf(out, size, "%.6g bn", v / 1e9);
	else if (a >= 999999.5)
		snprintf(out, size, "%.6g M", v / 1e6);
	else if (a >= 999.5)
		snprintf(out, size, "%s%ld,%03ld", v < 0 ? "-" : "", lround(a) / 1000,
			 lround(a) % 1000);
	else
		snprintf(out, size, "%.4g", v);
}

/* "A year", "an hour" */
static const char *article_of(const char *noun)
{
	bool an = strchr("aeio", noun[0]) || !strcmp(noun, "hour");

	return an ? " an " : " a ";
}

static void day_text(const struct pf_quant *q, char *out, size_t size)
{
	struct pf_date d = pf_date_from_days(q->date);

	if (q->date == INT32_MIN)
		snprintf(out, size, "a %s", q->unit);
	else if (!strcmp(q->unit, "quarter"))
		snprintf(out, size, "Q%d %d", (d.month + 2) / 3, d.year);
	else if (!strcmp(q->unit, "half"))
		snprintf(out, size, "H%d %d", d.month > 6 ? 2 : 1, d.year);
	else if (!strcmp(q->unit, "year"))
		snprintf(out, size, "%d", d.year);
	else if (!strcmp(q->unit, "month"))
		snprintf(out, size, "%04d-%02d", d.year, d.month);
	else
		snprintf(out, size, "%04d-%02d-%02d", d.year, d.month, d.day);
}

double pf_quant_unit_days(const char *unit)
{
	static const struct {
		const char *unit;
		double days;
	} units[] = {
		{"day", 1}, {"week", 7}, {"month", 30.44}, {"quarter", 91.31}, {"year", 365.25}};

	for (size_t i = 0; i < sizeof(units) / sizeof(*units); i++)
		if (!strcmp(unit, units[i].unit))
			return units[i].days;
	return 0;
}

void pf_quant_text(const struct pf_quant *q, char *out, size_t size)
{
	char low[40], high[40];
	bool range = q->kind == PF_QUANT_RANGE;

	if (q->kind == PF_QUANT_DATE) {
		day_text(q, out, size);
		return;
	}
	amount(q->value, low, sizeof(low));
	amount(q->high, high, sizeof(high));
	snprintf(out, size, "%s%s%s%s%s%s%s", low, range ? " to " : "", range ? high : "",
		 q->unit[0] ? " " : "", q->unit, q->per[0] ? article_of(q->per) : "", q->per);
}
