/* Digits that are told off a clock, dialled, or copied from a card. */
#include "noise.h"

/* "3 to 5 pm", "9-10:30": the number at m is an hour, if the one behind it is one. */
static bool leads_clock(const struct parse *p, const struct measure *m, size_t *skip)
{
	size_t i = m->last;
	int hour;

	if (!m->bare || !m->number.integer || m->value > 24)
		return false;
	if (!at_sign(p, i, '-') && !at_word(p, i, "to") && !at_word(p, i, "till") &&
	    !at_word(p, i, "until") &&
	    !(at_word(p, i, "and") && m->first && at_word(p, m->first - 1, "between")))
		return false;
	if (!parse_int(p, i + 1, &hour) || hour > 24)
		return false;
	*skip = i + 3;
	return at_word(p, i + 2, "am") || at_word(p, i + 2, "pm") || at_word(p, i + 2, "o'clock") ||
	       ((at_word(p, i + 2, "a") || at_word(p, i + 2, "p")) && at_sign(p, i + 3, '.') &&
		at_word(p, i + 4, "m"));
}

/* "nine-thirty", "the ten-fifteen" */
static bool is_half_hour(const struct parse *p, const struct measure *m)
{
	int minutes;

	if (!m->bare || m->value <= 99 || m->value >= 1246 || m->last != m->first + 3 ||
	    !at_sign(p, m->first + 1, '-'))
		return false;
	minutes = (int)m->value % 100;
	return minutes == 15 || minutes == 30 || minutes == 45;
}

/* "9:30", "3:1", "9.30 am", "5 p.m.", "half past nine" */
bool is_clock(const struct parse *p, const struct measure *m, size_t *skip)
{
	size_t i = m->last;

	if (m->number.fraction && at_word(p, i, "past")) {
		*skip = i + 2;
		return true;
	}
	*skip = i + 1;
	if (m->bare && at_word(p, i, "o'clock"))
		return true;
	if (!m->number.digits) {
		*skip = i;
		return is_half_hour(p, m);
	}
	if (at_sign(p, i, ':') && at_glued(p, i) && at_number(p, i + 1) && at_glued(p, i + 1)) {
		*skip = past_glued(p, i + 1);
		return true;
	}
	if (leads_clock(p, m, skip))
		return true;
	*skip = i + 1;
	/* "at 1930 hours" */
	if (m->kind == PF_QUANT_DURATION && m->number.figures == 4 && m->value < 2400 &&
	    (int)m->value % 100 < 60 && m->first && at_word(p, m->first - 1, "at")) {
		*skip = i;
		return at_word(p, i - 1, "hours");
	}
	return m->bare && (at_word(p, i, "am") || at_word(p, i, "pm") ||
			   ((at_word(p, i, "a") || at_word(p, i, "p")) && at_sign(p, i + 1, '.') &&
			    at_word(p, i + 2, "m")));
}

/* "(212) 555-0142": the digits of an area in brackets of their own. */
static bool is_area(const struct parse *p, const struct measure *m, size_t *skip)
{
	size_t i = m->last;

	if (m->number.figures < 3 || !m->number.integer || !m->first ||
	    !at_sign(p, m->first - 1, '(') || !at_sign(p, i, ')') || !at_number(p, i + 1))
		return false;
	*skip = i + 4;
	if (at_sign(p, i + 2, '-') && at_number(p, i + 3))
		return true;
	/* "(020) 7946 0011" */
	*skip = i + 2 + at_number(p, i + 2);
	return p->text.ptr[p->t[m->first].begin] == '0';
}

/* "6016 1331 9268 19": three groups of four digits and more, as on cards and accounts. */
static bool is_account(const struct parse *p, const struct measure *m, size_t *skip)
{
	size_t k = m->first;

	if (m->number.figures != 4 || !m->number.integer)
		return false;
	while (at_number(p, k) && p->t[k].end - p->t[k].begin == 4 &&
	       !(k > m->first && (p->t[k].flags & PF_TOKEN_BLOCK)))
		k++;
	*skip = k + (at_number(p, k) && p->t[k].end - p->t[k].begin < 4);
	return k - m->first > 2;
}

/* "116 117": what all of Europe calls in need, parted by a blank */
static bool is_helpline(const struct parse *p, const struct measure *m, size_t *skip)
{
	*skip = m->last;
	return m->last == m->first + 2 && m->value >= 116000 && m->value < 116200 && m->bare &&
	       at_bytes(p, m->first, "116");
}

/* "138-2010-2015", "112/119/911", "+1 206 555 0142": past three or more numbers that belong
 * together. */
bool is_telephone(const struct parse *p, const struct measure *m, size_t *skip)
{
	if (is_area(p, m, skip) || is_account(p, m, skip) || is_helpline(p, m, skip))
		return true;

	bool plus = at_sign(p, m->first, '+');
	bool zero = m->number.integer && m->number.figures > 1 && !plus &&
		    p->text.ptr[p->t[m->first].begin] == '0'; /* "020 7946 0123" */
	size_t k = m->first + plus, numbers = 0;

	for (size_t stop = k + 12; k < stop; k++) {
		if (at_number(p, k) && (numbers == 0 || plus || zero || at_glued(p, k)))
			numbers++;
		else if (!((at_sign(p, k, '-') || at_sign(p, k, '/')) && at_glued(p, k)) &&
			 !(plus && (at_sign(p, k, '(') || at_sign(p, k, ')'))))
			break;
	}
	*skip = k;
	return numbers >= 3 || (zero && numbers == 2);
}
