#include "parse.h"

#include <stdio.h>
#include <string.h>

static void set(char out[PF_UNIT_MAX], const char *s)
{
	snprintf(out, PF_UNIT_MAX, "%s", s);
}

static bool percent(const struct parse *p, struct measure *m)
{
	size_t i = m->last + (at_sign(p, m->last, '-') && at_glued(p, m->last));
	const char *unit = NULL;
	const struct lex_row *row;

	if (at_sign(p, m->last, '%')) {
		unit = "%";
		i = m->last + 1;
		if (at_word(p, i, "pt") || at_word(p, i, "pts") || at_word(p, i, "points")) {
			unit = "pp";
			i++;
		}
		if (at_word(p, i, "point"))
			unit = "pp", i++;
	} else if (at_word(p, i, "per") && at_word(p, i + 1, "cent")) {
		unit = "%";
		i += 2;
	} else if (at_word(p, i, "p") && at_sign(p, i + 1, '.') && at_word(p, i + 2, "c")) {
		unit = "%";
		i += 3 + at_sign(p, i + 3, '.');
	} else if ((at_word(p, i, "percentage") || at_word(p, i, "basis")) &&
		   (at_word(p, i + 1, "points") || at_word(p, i + 1, "point"))) {
		unit = at_word(p, i, "basis") ? "bp" : "pp";
		i += 2;
	} else if ((row = row_at(p, i, LEX_PERCENT))) {
		unit = row->name;
		i++;
		if (at_word(p, i, "point") || at_word(p, i, "points")) {
			unit = "pp";
			i++;
		}
	}
	if (!unit)
		return false;
	m->kind = PF_QUANT_PERCENT;
	set(m->unit, unit);
	m->last = i;
	m->bare = false;
	return true;
}

static bool comparative(const struct parse *p, size_t i)
{
	return at_class(p, i, LEX_BETTER) || at_class(p, i, LEX_WORSE);
}

static bool times(const struct parse *p, struct measure *m)
{
	size_t i = m->last;

	if ((at_word(p, i, "x") || at_rune(p, i, "\xC3\x97")) && !at_number(p, i + 1)) {
		m->last = i + 1;
	} else if (at_sign(p, i, '-') && at_glued(p, i) && at_word(p, i + 1, "fold")) {
		m->last = i + 2;
	} else if (at_word(p, i, "fold")) {
		m->last = i + 1;
	} else if (at_word(p, i, "times") &&
		   (comparative(p, i + 1) || at_word(p, i + 1, "as") || at_word(p, i + 1, "the"))) {
		m->last = i + 1;
	} else {
		return false;
	}
	m->kind = PF_QUANT_MULTIPLIER;
	set(m->unit, "x");
	m->bare = false;
	return true;
}

/* Degrees: "30 °C", "70 ° Fahrenheit", "98.6 degrees F", "45°", "168 F". */
static bool degrees(const struct parse *p, struct measure *m)
{
	size_t i = m->last + (at_sign(p, m->last, '-') && at_glued(p, m->last));
	bool sign = at_rune(p, i, "\xC2\xB0") || at_word(p, i, "\xC2\xBA");
	bool word = at_word(p, i, "degrees") || at_word(p, i, "degree") || at_word(p, i, "deg");
	static const char *const scales[] = {"C", "F", "K"};
	static const char *const names[] = {"celsius", "fahrenheit", "kelvin"};

	i += sign || word;
	for (size_t k = 0; k < 3; k++) {
		bool name = at_word(p, i, names[k]) || (k == 0 && at_word(p, i, "centigrade"));
		char lower[2] = {(char)(scales[k][0] + 32), 0};

		/* a lone letter needs room after it: "23456 F Block" is no temperature */
		bool letter = (sign || word)
				      ? at_word(p, i, lower)
				      : at_bytes(p, i, scales[k]) && k != 2 && m->number.digits &&
						!m->number.magnitude && m->number.figures <= 4 &&
						!(at_glued(p, i) && k) && !at_sign(p, i + 1, '/') &&
						!(i + 1 < p->n && !at_end(p, i + 1) &&
						  (p->t[i + 1].flags & PF_TOKEN_CAPITAL));
		if (!name && !letter)
			continue;
		m->last = i + 1;
		set(m->unit, scales[k]);
		goto found;
	}
	if (!sign && !word)
		return false;
	m->last = i;
	set(m->unit, "degree");
found:
	m->kind = PF_QUANT_QUANTITY;
	m->bare = false;
	return true;
}

/* "in" is inches only where nothing follows that it could lead to. */
static bool inches(const struct parse *p, struct measure *m)
{
	size_t i = m->last;
	bool mark = at_bytes(p, i, "\"") && m->number.digits &&
		    !(i < p->n && at_glued(p, i) && (p->t[m->first].flags & PF_TOKEN_QUOTED));

	if (mark && !at_glued(p, i) && at_glued(p, i + 1) && !at_end(p, i + 1))
		return false;
	if (!mark && !(at_word(p, i, "in") && m->number.digits &&
		       (at_end(p, i + 1) || (at_glued(p, i) && !at_number(p, i + 1)))))
		return false;
	m->last = i + 1;
	m->kind = PF_QUANT_QUANTITY;
	m->bare = false;
	set(m->unit, "inch");
	return true;
}

/* One unit at i: "km", "square feet", "m^3", "k.g."; its end, or i when there is none. */
static size_t unit_at(const struct parse *p, size_t i, bool glued, char out[PF_UNIT_MAX])
{
	const struct lex_row *row;
	const char *power = "";
	size_t k = i, parts = 0, length;

	while (parts < 3 && at_class(p, k, LEX_UNIT_PART)) {
		row = row_at(p, k, LEX_UNIT_PART);
		if (*row->name)
			power = row->name;
		k++;
		parts++;
	}
	if (at_word(p, k, "k") && at_sign(p, k + 1, '.') && at_word(p, k + 2, "g")) {
		set(out, "kg");
		return k + 3 + at_sign(p, k + 3, '.');
	}
	if (parts && (at_word(p, k, "unit") || at_word(p, k, "units"))) {
		set(out, "BTU");
		return k + 1;
	}
	row = row_at(p, k, LEX_UNIT);
	if (!row || (!glued && k == i && p->t[k].flags & PF_TOKEN_SENTENCE))
		return i;
	length = p->t[k].end - p->t[k].begin;
	/* one letter is a unit when glued to its number or before an end or a sign */
	if (length == 1 && !glued &&
	    !(at_end(p, k + 1) || p->t[k + 1].kind == PF_TOKEN_SIGN || at_word(p, k + 1, "of") ||
	      at_word(p, k + 1, "x") || p->t[k].begin > 0))
		return i;
	k++;
	if (at_glued(p, k) && at_sign(p, k, '^') && at_number(p, k + 1)) {
		power = at_bytes(p, k + 1, "2") ? "2" : at_bytes(p, k + 1, "3") ? "3" : "";
		k += 2;
	} else if (at_glued(p, k) && (at_bytes(p, k, "2") || at_bytes(p, k, "3")) && length <= 2) {
		power = at_bytes(p, k, "2") ? "2" : "3";
		k++;
	} else if (at_word(p, k, "squared") || at_word(p, k, "cubed")) {
		power = at_word(p, k, "squared") ? "2" : "3";
		k++;
	}
	snprintf(out, PF_UNIT_MAX, "%.*s%.2s", PF_UNIT_MAX - 4, row->name, power);
	return k;
}

static bool time_unit(const struct parse *p, size_t i, bool glued, const struct lex_row **row)
{
	*row = row_at(p, i, LEX_TIME);
	if (!*row)
		return false;
	if (p->t[i].end - p->t[i].begin > 1)
		return !at_word(p, i, "yo") || at_end(p, i + 1) ||
		       p->t[i + 1].kind == PF_TOKEN_WORD;
	/* "3 D models", "5 w": capitals and rare letters count when glued only */
	if (glued)
		return true;
	return (at_bytes(p, i, "s") || at_bytes(p, i, "h") || at_bytes(p, i, "d")) &&
	       !(at_sign(p, i + 1, '\''));
}

/* Time: "40 ms", "60-minute", "2 more minutes", "two business days", "a quarter of hour". */
static bool duration(const struct parse *p, struct measure *m)
{
	size_t i = m->last;
	const struct lex_row *row;
	bool hyphen = at_sign(p, i, '-') && at_glued(p, i);
	bool glued;

	if (hyphen || (at_sign(p, i, '-') && at_glued(p, i + 1)))
		i++;
	glued = at_glued(p, i) && !hyphen;
	if (!glued && (at_class(p, i, LEX_MODIFIER) || at_class(p, i, LEX_UNIT_PART)))
		i++;
	if (m->number.fraction && at_word(p, i, "of"))
		i++;
	if (m->number.fraction && (at_word(p, i, "a") || at_word(p, i, "an"))) {
		i++;
		i += at_class(p, i, LEX_UNIT_PART);
	}
	if (!time_unit(p, i, glued, &row))
		return false;
	/* "three second-hand cars": "second" before a hyphen is no time */
	if (at_word(p, i, "second") && m->value != 1 && !hyphen && at_glued(p, i + 1) &&
	    at_sign(p, i + 1, '-'))
		return false;
	m->last = i + 1;
	m->kind = PF_QUANT_DURATION;
	m->factor = row->value;
	m->bare = false;
	set(m->unit, row->name);
	return true;
}

static bool dimension(const struct parse *p, struct measure *m)
{
	size_t i = m->last, end;
	bool hyphen = at_sign(p, i, '-') && at_glued(p, i);
	bool glued = at_glued(p, i) && !hyphen;

	i += hyphen;
	if (!glued && at_class(p, i, LEX_MODIFIER))
		i++;
	if (m->number.fraction && at_word(p, i, "of"))
		i++;
	if (m->number.fraction && (at_word(p, i, "a") || at_word(p, i, "an")))
		i++;
	if (glued && at_word(p, i, "b") && m->number.digits) {
		set(m->unit, "bit");
		end = i + 1;
	} else {
		end = unit_at(p, i, glued, m->unit);
	}
	if (end == i)
		return false;
	/* "12m users", "20 m users": a lower-case m before who is counted is a million */
	if (at_bytes(p, i, "m") && at_class(p, end, LEX_POPULATION)) {
		m->value *= 1e6;
		m->number.magnitude = true;
		m->last = end;
		m->unit[0] = 0;
		return true;
	}
	m->last = end;
	m->kind = PF_QUANT_QUANTITY;
	m->bare = false;
	return true;
}

/* "3,000 requests per second": a plural noun counted per unit of time. */
static bool counted_rate(const struct parse *p, struct measure *m)
{
	size_t i = m->last, k;
	struct pf_slice noun;
	const struct lex_row *row;

	if (at_glued(p, i) || i >= p->n || p->t[i].kind != PF_TOKEN_WORD || at_word(p, i, "times"))
		return false;
	noun = token_text(p, i);
	if (noun.len < 4 || noun.ptr[noun.len - 1] != 's')
		return false;
	if (at_word(p, i + 1, "per") || at_sign(p, i + 1, '/') ||
	    (at_word(p, i + 1, "a") && !at_class(p, i, LEX_PRICE)))
		k = i + 2;
	else
		return false;
	row = row_at(p, k, LEX_TIME);
	if (!row || row->value > 3600)
		return false;
	snprintf(m->unit, PF_UNIT_MAX, "%.*s/%s", noun.len > 16 ? 16 : (int)noun.len, noun.ptr,
		 row->value == 1 ? "s" : row->name);
	m->kind = PF_QUANT_QUANTITY;
	m->bare = false;
	m->last = k + 1;
	return true;
}

/* "/month", "per GB-month", "a share", "/user/month": what the amount is for. */
void parse_per(const struct parse *p, struct measure *m)
{
	size_t i = m->last, k;
	struct pf_slice word;
	size_t used = 0;

	while (used < 2) {
		bool article = at_word(p, i, "a") || at_word(p, i, "an") || at_word(p, i, "each");

		if (!at_word(p, i, "per") && !(at_sign(p, i, '/') && at_glued(p, i)) && !article)
			return;
		k = i + 1;
		if (k >= p->n || p->t[k].kind != PF_TOKEN_WORD)
			return;
		/* "$98 a share" yes, "$98 a clear win" no */
		if (article && !(at_class(p, k, LEX_TIME) || at_word(p, k, "share") ||
				 at_class(p, k, LEX_UNIT) || at_word(p, k, "head") ||
				 at_word(p, k, "piece") || at_class(p, k, LEX_MAGNITUDE)))
			return;
		word = token_text(p, k);
		if (at_sign(p, k + 1, '-') && at_glued(p, k + 1) && at_glued(p, k + 2) &&
		    k + 2 < p->n && p->t[k + 2].kind == PF_TOKEN_WORD) {
			word = pf_slice_cut(p->text, p->t[k].begin, p->t[k + 2].end);
			k += 2;
		}
		snprintf(m->per + strlen(m->per), PF_UNIT_MAX - strlen(m->per), "%s%.*s",
			 used ? "/" : "", word.len > 20 ? 20 : (int)word.len, word.ptr);
		/* "per" belongs to a physical unit, and is said beside money */
		if (m->kind == PF_QUANT_QUANTITY)
			m->last = k + 1;
		i = k + 1;
		used++;
	}
}

bool parse_suffix(const struct parse *p, struct measure *m)
{
	if (at_class(p, m->last, LEX_CURRENCY) || at_class(p, m->last, LEX_CODE) ||
	    at_class(p, m->last, LEX_CENT) || at_class(p, m->last, LEX_NATION) ||
	    (m->last < p->n && p->t[m->last].kind == PF_TOKEN_SIGN) ||
	    at_class(p, m->last, LEX_MODIFIER) || at_word(p, m->last, "hong") ||
	    at_word(p, m->last, "u") || at_word(p, m->last, "us") || at_word(p, m->last, "new") ||
	    at_word(p, m->last, "sri") || at_word(p, m->last, "south"))
		if (parse_money(p, m->first, m))
			return true;
	return percent(p, m) || times(p, m) || degrees(p, m) || duration(p, m) || inches(p, m) ||
	       dimension(p, m) || counted_rate(p, m);
}

/* The unit a compound may go on with: feet and inches, pounds and ounces, hours and minutes. */
static bool continues(const struct measure *a, const struct measure *b, double *factor)
{
	static const struct {
		const char *big, *small;
		double parts;
	} pairs[] = {{"foot", "inch", 12}, {"yard", "foot", 3}, {"lb", "oz", 16},
		     {"km", "m", 1000},    {"stone", "lb", 14}, {"mile", "foot", 5280},
		     {"yard", "inch", 36}, {"m", "cm", 100}};

	if (a->kind != b->kind)
		return false;
	if (a->kind == PF_QUANT_DURATION) {
		*factor = a->factor / b->factor;
		return b->factor < a->factor;
	}
	for (size_t i = 0; i < sizeof(pairs) / sizeof(*pairs); i++)
		if (!strcmp(a->unit, pairs[i].big) && !strcmp(b->unit, pairs[i].small)) {
			*factor = pairs[i].parts;
			return true;
		}
	return false;
}

/* Months of 30 days are too short when years are counted in them. */
static void into_smaller(struct measure *m, const struct measure *b)
{
	if (!strcmp(m->unit, "year") && !strcmp(b->unit, "month"))
		m->value = m->value * 12 + b->value;
	else
		m->value = m->value * (m->factor / b->factor) + b->value;
	m->factor = b->factor;
	set(m->unit, b->unit);
}

/* "1 hour thirty", "2 hour and 10", "three hours and a half", "one year and a quarter". */
static bool fraction_after(const struct parse *p, struct measure *m, size_t i, bool joined)
{
	struct number n;
	bool hour = m->factor == 3600;

	if (!parse_number(p, i, false, &n) || n.magnitude || n.divisor != 0)
		return false;
	if (joined && n.fraction && !n.slash && n.value < 1) {
		m->value += n.value;
		m->last = n.last;
		return true;
	}
	if (!hour || n.fraction || n.value < 1 || n.value >= 60 || n.value != (int)n.value ||
	    m->number.value != (int)m->number.value || !at_end(p, n.last))
		return false;
	m->value = m->value * 60 + n.value;
	m->factor = 60;
	set(m->unit, "minute");
	m->last = n.last;
	return true;
}

static void compound(const struct parse *p, struct measure *m)
{
	for (int parts = 0; parts < 6; parts++) {
		struct measure b = {0};
		size_t i = m->last;
		bool joined = at_word(p, i, "and");
		double factor;

		i += joined;
		if (i >= p->n || (p->t[i].flags & PF_TOKEN_SENTENCE))
			return;
		b.first = i;
		if (!parse_number(p, i, false, &b.number))
			return;
		b.last = b.number.last;
		b.value = b.number.value;
		b.bare = true;
		if (!(m->kind == PF_QUANT_DURATION ? duration(p, &b)
						   : inches(p, &b) || dimension(p, &b)) ||
		    !continues(m, &b, &factor)) {
			if (m->kind == PF_QUANT_DURATION)
				fraction_after(p, m, i, joined);
			return;
		}
		m->last = b.last;
		if (m->kind == PF_QUANT_DURATION)
			into_smaller(m, &b);
		else
			m->value += b.value / factor;
	}
}

/* "an hour", "a month and a half", "a kg", "a dollar": an article for one. */
static bool article(const struct parse *p, size_t i, struct measure *out)
{
	struct measure m = {.first = i, .last = i + 1, .value = 1, .bare = true};
	char unit[PF_UNIT_MAX];
	bool alone;

	if (!at_word(p, i, "a") && !at_word(p, i, "an") && !at_word(p, i, "full"))
		return false;
	alone = i == 0 || at_class(p, i - 1, LEX_PREPOSITION) || at_word(p, i - 1, "under") ||
		at_word(p, i - 1, "over") || at_word(p, i - 1, "than");
	if (!alone || at_word(p, i + 1, "second") || i + 1 >= p->n)
		return false;
	m.number = (struct number){.first = i, .last = i + 1, .value = 1, .article = true};
	if (at_word(p, i, "full") && at_sign(p, i + 1, '-'))
		m.last++;
	if (p->t[m.last].end - p->t[m.last].begin < 2)
		return false;
	if (duration(p, &m)) {
		compound(p, &m);
	} else if (at_class(p, i + 1, LEX_CURRENCY) && i == 0) {
		if (!parse_money(p, i, &m))
			return false;
	} else if (!(i == 0 && i + 2 >= p->n && unit_at(p, i + 1, false, unit) > i + 1 &&
		     dimension(p, &m))) {
		return false;
	}
	/* "twice in a day" counts how often; "In a day" is a time */
	*out = m;
	return true;
}

bool parse_measure(const struct parse *p, size_t i, struct measure *out)
{
	struct measure m = {.first = i, .last = i, .bare = true};

	if (parse_money(p, i, &m)) {
		if (at_sign(p, m.last, '+') && at_glued(p, m.last)) {
			m.plus = true;
			m.last++;
		}
		parse_per(p, &m);
		*out = m;
		return true;
	}
	if (!parse_number(p, i, false, &m.number))
		return article(p, i, out);
	m.value = m.number.value;
	m.last = m.number.last;
	m.kind = PF_QUANT_NUMBER;
	if (at_sign(p, m.last, '+') && at_glued(p, m.last)) {
		m.plus = true;
		m.last++;
	}
	if (m.number.divisor == 0 && parse_suffix(p, &m) && !m.bare) {
		if (m.kind == PF_QUANT_DURATION || m.kind == PF_QUANT_QUANTITY)
			compound(p, &m);
		parse_per(p, &m);
	}
	if (!m.plus && at_sign(p, m.last, '+') && at_glued(p, m.last) &&
	    !at_number(p, m.last + 1)) {
		m.plus = true;
		m.last++;
	}
	*out = m;
	return true;
}

bool parse_multiple(const struct parse *p, size_t i, struct measure *out)
{
	const struct lex_row *row = row_at(p, i, LEX_MULTIPLE);
	struct measure m = {.first = i, .last = i + 1, .kind = PF_QUANT_MULTIPLIER};
	struct number n;

	set(m.unit, "x");
	if (at_word(p, i, "factor") && at_word(p, i + 1, "of")) {
		size_t k = i + 2;

		if (!parse_number(p, k, false, &n))
			return false;
		m.first = k;
		m.last = n.last;
		m.value = n.value;
		*out = m;
		return true;
	}
	if (at_word(p, i, "in") && at_word(p, i + 1, "half")) {
		m.last = i + 2;
		m.value = 0.5;
		*out = m;
		return true;
	}
	if (!row)
		return false;
	if (at_sign(p, i + 1, '-') && at_glued(p, i + 1) && at_glued(p, i + 2))
		return false;
	if (i && at_sign(p, i - 1, '-') && at_glued(p, i))
		return false;
	if (at_word(p, i, "double") &&
	    (at_word(p, i + 1, "check") || at_word(p, i + 1, "click") ||
	     at_word(p, i + 1, "down") || at_word(p, i + 1, "digit") || at_word(p, i + 1, "room") ||
	     at_word(p, i + 1, "bed") || at_word(p, i + 1, "standard") ||
	     at_word(p, i + 1, "space")))
		return false;
	if ((at_word(p, i, "doubles") || at_word(p, i, "doubled")) &&
	    (at_word(p, i + 1, "down") || at_word(p, i + 1, "as")))
		return false;
	m.value = row->value;
	*out = m;
	return true;
}
