#include "equation.h"

#include <math.h>
#include <string.h>

#include "prfaq/base/mem.h"

#include "quants.h"
#include "words.h"

#define MAX_OPERANDS 8

/* Most units begin with another letter than those of time. */
static bool may_be_time(const char *unit)
{
	enum { LETTERS = 1 << 3 | 1 << 7 | 1 << 12 | 1 << 16 | 1 << 18 | 1 << 22 | 1 << 24 };

	return *unit >= 'a' && *unit <= 'z' && LETTERS >> (*unit - 'a') & 1; /* d h m q s w y */
}

/* Seconds in a unit of time; 0 when the unit is none. Asked of every pair of numbers that stand
 * near each other. */
double pf_unit_seconds(const char *unit)
{
	static const struct {
		const char *unit;
		double seconds;
	} table[] = {
		{"ms", 1e-3},       {"s", 1},
		{"sec", 1},         {"second", 1},
		{"min", 60},        {"minute", 60},
		{"h", 3600},        {"hour", 3600},
		{"day", 86400},     {"d", 86400},
		{"week", 604800},   {"month", 2629800},
		{"mo", 2629800},    {"quarter", 7889400},
		{"year", 31557600}, {"y", 31557600},
	};

	if (!may_be_time(unit))
		return 0;
	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++)
		if (unit[0] == table[i].unit[0] && unit[1] == table[i].unit[1] &&
		    !strcmp(unit, table[i].unit))
			return table[i].seconds;
	return 0;
}

/* "4.1M" for 4,096,000: rounding to two digits is no disagreement. */
static bool same_value(double a, double b)
{
	return fabs(a - b) <= 0.006 * fmax(fabs(a), fabs(b)) + 1e-9;
}

static bool points_and_percent(const char *a, const char *b)
{
	return (!strcmp(a, "pp") && !strcmp(b, "%")) || (!strcmp(b, "pp") && !strcmp(a, "%"));
}

bool pf_same_amount(double a, const char *unit_a, double b, const char *unit_b)
{
	double sa, sb;
	bool same;

	/* Two numbers are seldom near each other; only times are, in units that differ. */
	if (!same_value(a, b) && !(may_be_time(unit_a) && may_be_time(unit_b)))
		return false;
	same = !strcmp(unit_a, unit_b);
	sa = pf_unit_seconds(unit_a);
	sb = same ? sa : pf_unit_seconds(unit_b);
	if (sa > 0 && sb > 0)
		return same_value(a * sa, b * sb);
	return (same || (sa <= 0 && sb <= 0 && points_and_percent(unit_a, unit_b))) &&
	       same_value(a, b);
}

/* "*" of "x", "=" of "=": an operator as a sign, 0 for any other token. */
static char sign_operator(const struct pf_view *view, const struct pf_token *t)
{
	const char *p = view->text.ptr + t->begin;
	uint32_t len = t->end - t->begin;

	if (t->kind == PF_TOKEN_WORD) {
		if ((len == 1 && *p == 'x') || pf_token_is(view->text, t, "times"))
			return '*';
		return pf_token_is(view->text, t, "plus") ? '+' : 0;
	}
	if (t->sign == '-' && t->flags & PF_TOKEN_SPACED)
		return '-';
	if (len == 2 && !memcmp(p, "\xc3\x97", 2)) /* the multiplication sign */
		return '*';
	return len == 1 && *p && strchr("*+/=", *p) ? *p : 0;
}

/* "Nine engineers for six months at $14,000 come to ...": an operator as a word. */
static char word_operator(const struct pf_view *view, const struct pf_token *t)
{
	static const struct {
		const char *word;
		char op;
	} table[] = {
		{"for", '*'},    {"at", '*'},      {"come", '='},  {"comes", '='}, {"came", '='},
		{"amount", '='}, {"amounts", '='}, {"makes", '='}, {"make", '='},  {"equals", '='},
		{"equal", '='},  {"is", '='},      {"are", '='},
	};

	if (t->kind != PF_TOKEN_WORD || !strchr("facmei", (char)(t->head & 0xFF)))
		return 0;
	for (size_t i = 0; i < sizeof(table) / sizeof(*table); i++)
		if (pf_token_is(view->text, t, table[i].word))
			return table[i].op;
	return 0;
}

/* What stands between two quantities: exactly one operator, else 0; with PF_OPERATOR_IN_WORDS when
 * it is told in words. */
static uint8_t operator_between(const struct pf_view *view, const struct pf_quant *a,
				const struct pf_quant *b)
{
	char op = 0, told = 0;

	if (b->first < a->last || b->first - a->last > 6)
		return 0;
	for (uint32_t i = a->last; i < b->first; i++) {
		const struct pf_token *t = &view->tokens->v[i];
		char found = sign_operator(view, t);

		if (t->flags & PF_TOKEN_SENTENCE || (found && op) || t->sign == ')')
			return 0;
		/* "68% of 13, times 74%" */
		if (t->sign == ',' && i + 1 < b->first && sign_operator(view, t + 1))
			continue;
		if (!found && t->kind == PF_TOKEN_SIGN && t->sign && strchr(",;:.", t->sign))
			return 0;
		if (found)
			op = found;
		else if (!told)
			told = word_operator(view, t);
	}
	return (uint8_t)(op ? op : told ? told | PF_OPERATOR_IN_WORDS : 0);
}

uint8_t *pf_equation_operators(const struct pf_view *view)
{
	size_t n = view->quants->n;
	uint8_t *before = pf_xcalloc(n + 1, sizeof(*before));

	for (size_t i = 1; i < n; i++)
		before[i] = operator_between(view, &view->quants->v[i - 1], &view->quants->v[i]);
	return before;
}

/* How the operands are taken, the likely way first. */
struct reading {
	bool fraction; /* 62 % as 0.62 */
	bool convert;  /* 30 minutes as 0.5 where the result is in hours */
};

static const struct reading readings[] = {
	{true, true}, {false, true}, {true, false}}; /* "4 hours x 48 weeks": 48 times */

static double operand(const struct pf_quant *q, const struct pf_quant *result, struct reading as)
{
	double seconds = pf_unit_seconds(q->unit), into = pf_unit_seconds(result->unit);

	if (as.convert && seconds > 0 && into > 0)
		return q->value * seconds / into;
	if (as.fraction && q->base == PF_QUANT_PERCENT && result->base != PF_QUANT_PERCENT)
		return q->value / 100;
	return q->value;
}

/* Products first, then sums: a + b x c. */
static double evaluate(const struct pf_quants *quants, const char *ops, size_t first, size_t result,
		       struct reading as)
{
	const struct pf_quant *r = &quants->v[result];
	double sum = 0, product = operand(&quants->v[first], r, as);
	double sign = 1;

	for (size_t i = first + 1; i < result; i++) {
		double x = operand(&quants->v[i], r, as);
		char op = ops[i - first - 1];

		if (op == '*') {
			product *= x;
		} else if (op == '/') {
			product = x != 0 ? product / x : 0;
		} else {
			sum += sign * product;
			sign = op == '-' ? -1 : 1;
			product = x;
		}
	}
	return sum + sign * product;
}

static bool near(double a, double b, double tolerance)
{
	return fabs(a - b) <= tolerance * fmax(fabs(a), fabs(b)) + 1e-9;
}

/* "40 min x $75 = ...": a price whose period is not said may be one of any. */
static bool holds_at_some_period(const struct pf_quants *quants, size_t first, size_t result,
				 double value)
{
	static const char *const periods[] = {"minute", "hour", "day", "week", "month", "year"};
	const struct pf_quant *r = &quants->v[result];

	for (size_t i = first; i < result && r->base == PF_QUANT_MONEY; i++) {
		double seconds = pf_unit_seconds(quants->v[i].unit);

		for (size_t k = 0; seconds > 0 && k < sizeof(periods) / sizeof(*periods); k++)
			if (near(value * seconds / pf_unit_seconds(periods[k]), r->value, 0.05))
				return true;
	}
	return false;
}

/* "20,600 crowns x 9 points fewer" */
static bool has_points(const struct pf_view *view, size_t first, size_t result)
{
	static const char *const points[] = {"point", "points", NULL};

	for (size_t i = first; i < result; i++)
		if (pf_tokens_any(view, view->quants->v[i].first, view->quants->v[i].last + 1,
				  points))
			return true;
	return false;
}

/* A product in words must come to the unit of one of its operands, and to money by one price. */
static bool units_fit(const struct pf_quants *quants, size_t first, size_t result)
{
	const struct pf_quant *r = &quants->v[result];
	size_t same = 0, prices = 0;

	for (size_t i = first; i < result; i++) {
		const struct pf_quant *q = &quants->v[i];

		if (pf_quant_is_date(q) || q->kind == PF_QUANT_RANGE ||
		    q->kind == PF_QUANT_MULTIPLIER)
			return false;
		prices += q->base == PF_QUANT_MONEY;
		same += !strcmp(q->unit, r->unit) ||
			(pf_unit_seconds(q->unit) > 0 && pf_unit_seconds(r->unit) > 0);
	}
	return same && prices == (r->base == PF_QUANT_MONEY);
}

/* "Visits 2 x 90 x 1,400 = ...", "10% of 5,200 x €85 = ...": something stands before the first
 * operand that is not read, or the first is itself a part of it: "one in ten homes x €85". */
static bool goes_on_before(const struct pf_view *view, const struct pf_quant *first)
{
	if ((first->first && PF_TOKEN_IS(view, first->first - 1, "of")) ||
	    pf_quant_is_date(first) || (first->value > 0 && first->value < 1 && !first->unit[0]))
		return true;
	for (uint32_t i = first->first; i-- > 0 && first->first - i <= 4;) {
		if (sign_operator(view, &view->tokens->v[i]) == '*')
			return true;
		if (view->tokens->v[i].flags & PF_TOKEN_SENTENCE)
			break;
	}
	return false;
}

/* "96 x 2 h = 8 bed-days", "50 x 0.4 MB = 4 TB": hours that come to a thing, and sizes that come to
 * larger ones, cannot be recounted. */
static bool changes_units(const struct pf_quants *quants, size_t first, size_t result)
{
	const struct pf_quant *r = &quants->v[result];

	if (r->base == PF_QUANT_MONEY || pf_unit_seconds(r->unit) > 0)
		return false;
	for (size_t i = first; i < result; i++) {
		const struct pf_quant *q = &quants->v[i];

		if (pf_unit_seconds(q->unit) > 0 || (q->base == PF_QUANT_QUANTITY && q->unit[0] &&
						     r->unit[0] && strcmp(q->unit, r->unit) != 0))
			return true;
	}
	return false;
}

/* The period or the thing that a rate is of is counted by another operand: "for six months at
 * $14,000 a month", "four million members at six minutes each". */
static bool is_counted(const struct pf_quants *quants, size_t first, size_t result, const char *per)
{
	static const double times[] = {365, 52, 12};

	for (size_t i = first; i <= result; i++) {
		const struct pf_quant *q = &quants->v[i];

		if ((pf_unit_seconds(per) <= 0 && i < result && q->base == PF_QUANT_NUMBER) ||
		    !strcmp(per, i < result ? q->unit : q->per) ||
		    (i < result && pf_unit_seconds(per) > 0 && pf_unit_seconds(q->unit) > 0))
			return true;
		for (size_t k = 0; k < sizeof(times) / sizeof(*times); k++)
			if (i < result && q->value == times[k])
				return true;
	}
	return false;
}

/* "60 passengers a day x £3.80 = £83,000" is by the year, "2.5 hours per shop x £12.80" for all
 * shops: how many times a rate is taken may stand elsewhere. */
static bool has_rate(const struct pf_quants *quants, size_t first, size_t result)
{
	for (size_t i = first; i < result; i++)
		if (quants->v[i].per[0] && !is_counted(quants, first, result, quants->v[i].per))
			return true;
	return false;
}

#define SLIP 30 /* who recounts wrongly is not so many times off: a factor is told elsewhere */

static bool lacks_factor(const struct pf_equation *e, double value, bool told)
{
	return told && value > 0 && e->result > 0 &&
	       (value > SLIP * e->result || e->result > SLIP * value);
}

static char operator_of(const struct pf_view *view, size_t q)
{
	return (char)(view->operators[q] & ~PF_OPERATOR_IN_WORDS);
}

bool pf_equation_at(const struct pf_view *view, size_t q, struct pf_equation *out)
{
	const struct pf_quants *quants = view->quants;
	char ops[MAX_OPERANDS];
	size_t n = 0, first = q;
	bool told = view->operators[q] & PF_OPERATOR_IN_WORDS;

	if (operator_of(view, q) != '=')
		return false;
	for (first = q - 1; first > 0 && n + 1 < MAX_OPERANDS; first--) {
		char op = operator_of(view, first);

		if (!op || op == '=')
			break;
		told = told || view->operators[first] & PF_OPERATOR_IN_WORDS;
		memmove(ops + 1, ops, n);
		ops[0] = op;
		n++;
	}
	if (!n || (told && !units_fit(quants, first, q)))
		return false;
	out->first = first;
	out->last = q + 1;
	out->result = evaluate(quants, ops, first, q, readings[0]);
	out->holds = near(out->result, quants->v[q].value, 0.05);
	for (size_t i = 1; !out->holds && i < sizeof(readings) / sizeof(*readings); i++) {
		double result = evaluate(quants, ops, first, q, readings[i]);

		out->holds = near(result, quants->v[q].value, 0.05);
		out->result = out->holds ? result : out->result;
	}
	out->holds =
		out->holds || holds_at_some_period(quants, first, q, out->result) ||
		(has_points(view, first, q) && near(out->result / 100, quants->v[q].value, 0.05));
	return out->holds ||
	       (!goes_on_before(view, &quants->v[first]) && !changes_units(quants, first, q) &&
		!has_rate(quants, first, q) && !lacks_factor(out, quants->v[q].value, told));
}

/* "About $17 million": two digits are a rounded result, 16.97 to its writer. */
static double rounding(double value)
{
	double digits = value;

	while (digits >= 100)
		digits /= 10;
	return fabs(digits - round(digits)) < 1e-6 ? 0.02 : 0.005;
}

/* How often a year: "6,400 loads a week" and "about $17 million a year". */
static double a_year(const char *per)
{
	double seconds = pf_unit_seconds(per);

	return seconds >= 86400 && seconds < 31557600 ? 31557600 / seconds : 1;
}

/* The same of "12 fewer a month", where words stand between the number and its period. */
static double times_a_year(const struct pf_view *view, const struct pf_quant *q)
{
	static const char *const each[] = {"a", "per", "each", "every", NULL};
	static const char *const periods[] = {"day", "week", "month", "quarter", NULL};
	enum { NEAR = 4 };
	uint32_t last = (uint32_t)view->tokens->n;

	last = last < q->last + NEAR ? last : q->last + NEAR;
	if (q->per[0])
		return a_year(q->per);
	for (uint32_t i = q->last; i + 1 < last && view->tokens->v[i].kind == PF_TOKEN_WORD; i++) {
		if (!pf_token_among(view, i, each))
			continue;
		for (size_t k = 0; periods[k]; k++)
			if (pf_token_is(view->text, &view->tokens->v[i + 1], periods[k]))
				return a_year(periods[k]);
	}
	return 1;
}

enum { NEIGHBOURS = 6 };

/* "62 % of 5,200 need a bed: 3,224": the product of two or three numbers shortly before, by their
 * week or month where the result is by the year. */
bool pf_equation_follows(const struct pf_view *view, size_t q)
{
	const struct pf_quants *quants = view->quants;
	const struct pf_quant *r = &quants->v[q];
	size_t sentence = pf_quant_sentence(view, r), n = 0;
	uint32_t from = view->tokens->sentences.v[sentence > 2 ? sentence - 2 : 0].first;
	double x[NEIGHBOURS], yearly[NEIGHBOURS], tolerance = rounding(r->value);

	if (r->value < 10)
		return false;
	for (size_t i = q; i-- > 0 && n < NEIGHBOURS && quants->v[i].first >= from;) {
		if (pf_quant_is_date(&quants->v[i]))
			continue;
		x[n] = operand(&quants->v[i], r, readings[0]);
		yearly[n++] = times_a_year(view, &quants->v[i]);
	}
	/* "More than £31 million: 4,100 people lost £7,600 each": nobody hits a million by chance.
	 */
	for (size_t i = q + 1; r->value >= 1e6 && i < quants->n && n < NEIGHBOURS && i <= q + 3;
	     i++) {
		if (pf_quant_is_date(&quants->v[i]))
			continue;
		x[n] = operand(&quants->v[i], r, readings[0]);
		yearly[n++] = times_a_year(view, &quants->v[i]);
	}
	for (size_t a = 0; a < n; a++)
		for (size_t b = a + 1; b < n; b++) {
			double two = x[a] * x[b], often = yearly[a] * yearly[b];

			if (near(two, r->value, tolerance) ||
			    near(two * often, r->value, tolerance))
				return true;
			for (size_t c = b + 1; c < n && r->value >= 1000; c++)
				if (near(two * x[c], r->value, tolerance) ||
				    near(two * x[c] * often * yearly[c], r->value, tolerance))
					return true;
		}
	return false;
}

bool pf_quant_is_whole_of(const struct pf_view *view, size_t quant)
{
	static const char *const the[] = {"the", "our", "those", "these", "my", "all", NULL};
	const struct pf_quant *q = &view->quants->v[quant];
	uint32_t i = q->first;

	if (!quant || i < 2 || (q->base != PF_QUANT_NUMBER && q->base != PF_QUANT_QUANTITY))
		return false;
	i -= pf_token_among(view, i - 1, the);
	return i && PF_TOKEN_IS(view, i - 1, "of") && q[-1].last <= i && i - q[-1].last < 3;
}

enum { COUNTS_BESIDE = 5 }; /* quantities between a share and its counts */

#define SHARE_OFF 0.6 /* points: of a hundred */
#define PARTS_OFF 1.0 /* "one in eight" is rounder */

/* "12%" and "one in eight", of a hundred; 0 for what is no share. */
static double share_of(const struct pf_quant *q)
{
	if (q->base == PF_QUANT_PERCENT)
		return q->value;
	return q->base == PF_QUANT_NUMBER && q->value > 0 && q->value < 1 ? 100 * q->value : 0;
}

bool pf_share_shown(const struct pf_view *view, size_t quant)
{
	const struct pf_quant *v = view->quants->v, *q = &v[quant];
	size_t from = quant > COUNTS_BESIDE ? quant - COUNTS_BESIDE : 1;
	double share = share_of(q), off = q->base == PF_QUANT_PERCENT ? SHARE_OFF : PARTS_OFF;

	if (share <= 0)
		return false;
	for (size_t i = from ? from : 1; i < view->quants->n && i <= quant + 2; i++)
		if (i != quant && v[i].value > 0 && pf_quant_is_whole_of(view, i) &&
		    fabs(100 * v[i - 1].value / v[i].value - share) <= off)
			return true;
	return false;
}
