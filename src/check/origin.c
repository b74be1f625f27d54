#include "origin.h"

#include "things.h"

#include <math.h>
#include <string.h>

#include "prfaq/base/mem.h"

#define MAX_OPERANDS 8

/* "Two screens", "three friends": told by looking. A level of today is measured, however small. */
static bool is_told_by_looking(const struct pf_quant *q)
{
	return q->kind == PF_QUANT_NUMBER && !q->unit[0] && q->value >= 1 && q->value <= 10 &&
	       q->role != PF_ROLE_BASELINE && q->role != PF_ROLE_RATE;
}

bool pf_origin_needed(const struct pf_quant *q)
{
	return !pf_quant_is_date(q) && !is_told_by_looking(q) && q->role != PF_ROLE_TARGET &&
	       q->role != PF_ROLE_DELTA;
}

/* Seconds in a unit of time; 0 when the unit is none. */
static double unit_seconds(const char *unit)
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

	/* Asked of every pair of numbers that stand near each other. */
	if (!*unit || !strchr("msdhwqy", *unit))
		return 0;
	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++)
		if (*unit == *table[i].unit && !strcmp(unit, table[i].unit))
			return table[i].seconds;
	return 0;
}

bool pf_same_amount(double a, const char *unit_a, double b, const char *unit_b)
{
	double sa = unit_seconds(unit_a), sb = unit_seconds(unit_b);
	bool points_a = !strcmp(unit_a, "pp"), points_b = !strcmp(unit_b, "pp");

	if (sa > 0 && sb > 0) {
		a *= sa;
		b *= sb;
	} else if ((sa > 0) != (sb > 0) ||
		   (strcmp(unit_a, unit_b) && !(points_a && !strcmp(unit_b, "%")) &&
		    !(points_b && !strcmp(unit_a, "%")))) {
		return false;
	}
	/* "4.1M" for 4,096,000: rounding to two digits is no disagreement. */
	return fabs(a - b) <= 0.006 * fmax(fabs(a), fabs(b)) + 1e-9;
}

/* Counted units differ by wording ("members", ""): a count equals a count when a noun agrees. */
static bool is_count(const struct pf_quant *q)
{
	return q->base == PF_QUANT_NUMBER ||
	       (q->base == PF_QUANT_QUANTITY && unit_seconds(q->unit) == 0);
}

/* "From 11 weeks to 2": the second leaves out its unit. */
static const char *unit_of(const struct pf_view *view, const struct pf_quant *q)
{
	return q->base == PF_QUANT_NUMBER && !q->unit[0] && q->pair != PF_QUANT_NONE
		       ? view->quants->v[q->pair].unit
		       : q->unit;
}

static bool same_as(const struct pf_view *view, const struct pf_quant *q, double value,
		    const char *unit)
{
	if (pf_same_amount(q->value, unit_of(view, q), value, unit))
		return true;
	if (q->kind == PF_QUANT_RANGE && pf_same_amount(q->high, q->unit, value, unit))
		return true;
	return is_count(q) && !unit[0] && pf_same_amount(q->value, "", value, "");
}

/* The place a number is read in: its sentence with the one before, or the whole row of a table. */
static struct pf_range place_of(const struct pf_view *view, const struct pf_quant *q)
{
	size_t n, sentence = pf_sentence_of(view->tokens, q->first);
	const struct pf_block *blocks = pf_doc_blocks(view->doc, &n);
	uint32_t b = pf_doc_block_at(view->doc, q->begin);
	struct pf_range place = pf_row_at(view, q->begin);

	if (!pf_range_empty(place))
		return place;
	place = pf_sentence_range(view, sentence);
	if (b == PF_DOC_NONE)
		return place;
	if (sentence && pf_sentence_range(view, sentence - 1).begin >= blocks[b].begin)
		place.begin = pf_sentence_range(view, sentence - 1).begin;
	return place;
}

/* Nobody hits 13,000 GBP a month by chance, as one does 44 % or two weeks. */
static bool is_distinct(const struct pf_quant *q)
{
	return q->base == PF_QUANT_MONEY && q->value >= 1000;
}

/* The same value alone proves nothing: 44 % of evenings are no 44 % of drivers. A noun of the fact,
 * or a word of its text that is not any draft's, must stand in the sentence, the one before, or the
 * row. */
static bool speaks_of(const struct pf_view *view, const struct pf_quant *q,
		      const struct pf_check_fact *fact)
{
	struct pf_range place = place_of(view, q);
	struct pf_stems nouns = {0}, text = {0};
	bool found = false;

	pf_view_word_stems(view, fact->nouns, &nouns);
	pf_view_text_stems(view, pf_slice_of(fact->text), &text);
	for (size_t i = pf_tokens_at(view->tokens, place.begin);
	     i < view->tokens->n && view->tokens->v[i].begin < place.end && !found; i++) {
		uint32_t stem;

		if (view->tokens->v[i].kind != PF_TOKEN_WORD)
			continue;
		stem = pf_view_stem(view, i);
		found = pf_stems_has(&nouns, stem) ||
			(!view->everyday[i] && pf_stems_has(&text, stem));
	}
	pf_stems_release(&nouns);
	pf_stems_release(&text);
	return found;
}

const char *pf_origin_fact(const struct pf_view *view, const struct pf_quant *q)
{
	const struct pf_check_prompt *p = view->context->prompt;

	if (!p || pf_quant_is_date(q))
		return NULL;
	for (size_t i = 0; i < p->n_facts; i++) {
		const struct pf_check_fact *f = &p->facts[i];

		if (f->known && f->unit && same_as(view, q, f->value, f->unit) &&
		    (is_distinct(q) || speaks_of(view, q, f)))
			return f->text;
	}
	for (size_t i = 0; i < p->n_constraints; i++) {
		const struct pf_check_constraint *c = &p->constraints[i];

		if (c->known && c->kind == PF_CONSTRAINT_COST && c->unit &&
		    same_as(view, q, c->max, c->unit))
			return c->text;
	}
	return NULL;
}

bool pf_origin_value(const struct pf_view *view, const struct pf_quant *q, bool *spoken)
{
	const struct pf_check_prompt *p = view->context->prompt;
	bool found = false;

	*spoken = false;
	for (size_t i = 0; p && i < p->n_facts && !*spoken; i++) {
		const struct pf_check_fact *f = &p->facts[i];

		if (!f->unit || !same_as(view, q, f->value, f->unit))
			continue;
		found = true;
		*spoken = speaks_of(view, q, f);
	}
	return found;
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
		{"for", '*'},  {"at", '*'},     {"come", '='},    {"comes", '='},
		{"came", '='}, {"amount", '='}, {"amounts", '='}, {"makes", '='},
		{"make", '='}, {"equals", '='}, {"equal", '='},
	};

	for (size_t i = 0; i < sizeof(table) / sizeof(*table); i++)
		if (pf_token_is(view->text, t, table[i].word))
			return table[i].op;
	return 0;
}

/* What stands between two quantities: exactly one operator, else 0; *word: it is told in words. */
static char operator_between(const struct pf_view *view, const struct pf_quant *a,
			     const struct pf_quant *b, bool *word)
{
	char op = 0, told = 0;

	if (b->first < a->last || b->first - a->last > 6)
		return 0;
	for (uint32_t i = a->last; i < b->first; i++) {
		const struct pf_token *t = &view->tokens->v[i];
		char found = sign_operator(view, t);

		if (t->flags & PF_TOKEN_SENTENCE || (found && op))
			return 0;
		if (!found && t->kind == PF_TOKEN_SIGN && t->sign && strchr(",;:.", t->sign))
			return 0;
		if (found)
			op = found;
		else if (!told)
			told = word_operator(view, t);
	}
	*word = !op;
	return op ? op : told;
}

static double operand(const struct pf_quant *q, const struct pf_quant *result, bool fraction)
{
	double seconds = unit_seconds(q->unit), into = unit_seconds(result->unit);

	if (seconds > 0 && into > 0)
		return q->value * seconds / into;
	if (fraction && q->base == PF_QUANT_PERCENT && result->base != PF_QUANT_PERCENT)
		return q->value / 100;
	return q->value;
}

/* Products first, then sums: a + b x c. */
static double evaluate(const struct pf_quants *quants, const char *ops, size_t first, size_t result,
		       bool fraction)
{
	const struct pf_quant *r = &quants->v[result];
	double sum = 0, product = operand(&quants->v[first], r, fraction);
	double sign = 1;

	for (size_t i = first + 1; i < result; i++) {
		double x = operand(&quants->v[i], r, fraction);
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
		double seconds = unit_seconds(quants->v[i].unit);

		for (size_t k = 0; seconds > 0 && k < sizeof(periods) / sizeof(*periods); k++)
			if (near(value * seconds / unit_seconds(periods[k]), r->value, 0.05))
				return true;
	}
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
			(unit_seconds(q->unit) > 0 && unit_seconds(r->unit) > 0);
	}
	return same && prices == (r->base == PF_QUANT_MONEY);
}

bool pf_equation_at(const struct pf_view *view, size_t q, struct pf_equation *out)
{
	const struct pf_quants *quants = view->quants;
	char ops[MAX_OPERANDS];
	size_t n = 0, first = q;
	bool told = false, word = false;

	if (q == 0 || operator_between(view, &quants->v[q - 1], &quants->v[q], &told) != '=')
		return false;
	for (first = q - 1; first > 0 && n + 1 < MAX_OPERANDS; first--) {
		char op = operator_between(view, &quants->v[first - 1], &quants->v[first], &word);

		if (!op || op == '=')
			break;
		told = told || word;
		memmove(ops + 1, ops, n);
		ops[0] = op;
		n++;
	}
	if (!n || (told && !units_fit(quants, first, q)))
		return false;
	out->first = first;
	out->last = q + 1;
	out->result = evaluate(quants, ops, first, q, true);
	out->holds = near(out->result, quants->v[q].value, 0.05);
	if (!out->holds && near(evaluate(quants, ops, first, q, false), quants->v[q].value, 0.05)) {
		out->result = evaluate(quants, ops, first, q, false);
		out->holds = true;
	}
	out->holds = out->holds || holds_at_some_period(quants, first, q, out->result);
	return true;
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
static double times_a_year(const char *per)
{
	double seconds = unit_seconds(per);

	return seconds >= 86400 && seconds < 31557600 ? 31557600 / seconds : 1;
}

enum { NEIGHBOURS = 6 };

/* "62 % of 5,200 need a bed: 3,224": the product of two or three numbers shortly before, by their
 * week or month where the result is by the year. */
static bool follows(const struct pf_view *view, size_t q)
{
	const struct pf_quants *quants = view->quants;
	const struct pf_quant *r = &quants->v[q];
	size_t sentence = pf_sentence_of(view->tokens, r->first), n = 0;
	uint32_t from = view->tokens->sentences.v[sentence > 2 ? sentence - 2 : 0].first;
	double x[NEIGHBOURS], yearly[NEIGHBOURS], tolerance = rounding(r->value);

	if (r->value < 10)
		return false;
	for (size_t i = q; i-- > 0 && n < NEIGHBOURS && quants->v[i].first >= from;) {
		if (pf_quant_is_date(&quants->v[i]))
			continue;
		x[n] = operand(&quants->v[i], r, true);
		yearly[n++] = times_a_year(quants->v[i].per);
	}
	for (size_t a = 0; a < n; a++)
		for (size_t b = a + 1; b < n; b++) {
			double two = x[a] * x[b], a_year = yearly[a] * yearly[b];

			if (near(two, r->value, tolerance) ||
			    near(two * a_year, r->value, tolerance))
				return true;
			for (size_t c = b + 1; c < n && r->value >= 1000; c++)
				if (near(two * x[c], r->value, tolerance))
					return true;
		}
	return false;
}

/* The equation's result is derived when it holds and no operand of it is bare. */
static bool derived(const struct pf_view *view, const uint8_t *origin, size_t q)
{
	struct pf_equation e;

	if (!pf_equation_at(view, q, &e))
		return follows(view, q);
	if (!e.holds)
		return false;
	for (size_t i = e.first; i + 1 < e.last; i++)
		if (view->context->prompt && origin[i] == PF_ORIGIN_BARE &&
		    view->quants->v[i].base == PF_QUANT_MONEY)
			return false;
	return true;
}

/* "We asked 38 of them. 29 had waited": who tells how they looked has named the source of what the
 * paragraph found. */
static bool looked(const struct pf_view *view, uint32_t off)
{
	uint32_t own = pf_list_named(view, "own_evidence"), b = pf_doc_block_at(view->doc, off);
	size_t n;
	const struct pf_block *blocks = pf_doc_blocks(view->doc, &n);

	return b != PF_DOC_NONE &&
	       pf_view_any(view, &own, 1, (struct pf_range){blocks[b].begin, blocks[b].end}, NULL);
}

static bool is_year(const struct pf_view *view, const struct pf_token *t)
{
	struct pf_slice s = pf_slice_cut(view->text, t->begin, t->end);

	return t->kind == PF_TOKEN_NUMBER && s.len == 4 && (s.ptr[0] == '1' || s.ptr[0] == '2') &&
	       (s.ptr[1] == '9' || s.ptr[1] == '0');
}

/* "It took 9 days (1,140 claims, 2026)": what was counted, and when. */
static bool says_when(const struct pf_view *view, size_t sentence)
{
	const struct pf_sentence *s = &view->tokens->sentences.v[sentence];
	bool open = false, year = false;

	for (uint32_t i = s->first; i < s->last; i++) {
		const struct pf_token *t = &view->tokens->v[i];

		if (t->sign == ')' && year)
			return true;
		open = t->sign == '(' || (open && t->sign != ')');
		year = open && (year || is_year(view, t));
	}
	return false;
}

/* What the last sentence said: one may hold thousands of numbers. */
struct last_sentence {
	size_t sentence; /* SIZE_MAX: none was asked about */
	bool counted;
};

static bool counted_when(const struct pf_view *view, size_t sentence, struct last_sentence *last)
{
	if (last->sentence != sentence)
		*last = (struct last_sentence){sentence, says_when(view, sentence)};
	return last->counted;
}

static enum pf_origin origin_of(const struct pf_view *view, const uint8_t *origin, size_t q,
				struct last_sentence *last)
{
	size_t sentence = pf_sentence_of(view->tokens, view->quants->v[q].first);
	const struct pf_quant_sentence *s =
		sentence < view->quants->sentences.n ? &view->quants->sentences.v[sentence] : NULL;

	if (pf_origin_fact(view, &view->quants->v[q]))
		return PF_ORIGIN_GIVEN;
	if (s && s->assumption)
		return PF_ORIGIN_ASSUMED;
	if (derived(view, origin, q))
		return PF_ORIGIN_DERIVED;
	if (s && !view->context->prompt &&
	    (s->source || counted_when(view, sentence, last) ||
	     looked(view, view->quants->v[q].begin)))
		return PF_ORIGIN_CITED;
	return PF_ORIGIN_BARE;
}

/* "$720,000 = ...; in all $720,000 + $96,000": the same amount again comes from where it came. */
static enum pf_origin said_elsewhere(const struct pf_view *view, const uint8_t *origin, size_t q)
{
	enum { NEAR = 64 };
	const struct pf_quant *r = &view->quants->v[q];
	/* "Two hours sooner (5.4 to 3.4)" */
	bool bare = !r->unit[0] && r->value != floor(r->value);
	size_t last = q + NEAR < view->quants->n ? q + NEAR : view->quants->n;

	for (size_t i = q > NEAR ? q - NEAR : 0; i < last; i++) {
		const struct pf_quant *x = &view->quants->v[i];

		if (origin[i] != PF_ORIGIN_BARE && x->value == r->value && !pf_quant_is_date(x) &&
		    (bare || !strcmp(unit_of(view, x), unit_of(view, r))))
			return (enum pf_origin)origin[i];
	}
	return PF_ORIGIN_BARE;
}

uint8_t *pf_origins_find(const struct pf_view *view)
{
	uint8_t *origin = pf_xcalloc(view->quants->n + 1, 1);
	struct last_sentence last = {SIZE_MAX, false};

	for (size_t i = 0; i < view->quants->n; i++)
		origin[i] = (uint8_t)origin_of(view, origin, i, &last);
	for (size_t i = 0; i < view->quants->n; i++)
		if (origin[i] == PF_ORIGIN_BARE)
			origin[i] = (uint8_t)said_elsewhere(view, origin, i);
	return origin;
}
