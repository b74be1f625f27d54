/* Spans of time: "40 ms", "60-minute", "two business days", "3 years, 2 months", "1h30". */
#include "parse.h"

#include <math.h>
#include <string.h>

static bool time_unit(const struct parse *p, size_t i, bool glued, const struct lex_row **row)
{
	*row = row_at(p, i, LEX_TIME);
	if (!*row)
		return false;
	if (p->t[i].end - p->t[i].begin > 1)
		return !at_word(p, i, "yo") || at_end(p, i + 1) ||
		       p->t[i + 1].kind == PF_TOKEN_WORD;
	/* "3 D models", "5 w": capitals and rare letters count when glued only */
	if (glued && (p->t[i].flags & PF_TOKEN_CAPITAL) && !at_end(p, i + 1))
		return false;
	if (glued)
		return !at_glued(p, i + 1) || !at_sign(p, i + 1, '-');
	return (at_bytes(p, i, "s") || at_bytes(p, i, "h") || at_bytes(p, i, "d")) &&
	       !at_sign(p, i + 1, '\'');
}

/* "1990s" is a decade, "19h30" a time of the day. */
static bool is_calendar(const struct parse *p, const struct measure *m, size_t i)
{
	if (at_bytes(p, i, "s") && m->number.integer &&
	    ((m->number.figures == 4 && m->value >= 1000 && m->value < 2100) ||
	     (m->number.figures == 2 && m->first &&
	      (at_word(p, m->first - 1, "the") || at_sign(p, m->first - 1, '\'')))))
		return true;
	return at_bytes(p, i, "h") && at_glued(p, i) && at_glued(p, i + 1) && m->value >= 6 &&
	       at_number(p, i + 1) && p->t[i + 1].end - p->t[i + 1].begin == 2;
}

/* Past what may stand between a number and its unit of time. */
static size_t before_unit(const struct parse *p, const struct measure *m, bool *glued, bool *hyphen)
{
	size_t i = m->last;

	*hyphen = at_sign(p, i, '-') && at_glued(p, i);
	if (*hyphen || (at_sign(p, i, '-') && at_glued(p, i + 1)))
		i++;
	*glued = at_glued(p, i) && !*hyphen;
	if (!*glued) {
		i += at_class(p, i, LEX_MODIFIER) || at_class(p, i, LEX_UNIT_PART);
		i += at_word(p, i - 1, "consecutive") && at_class(p, i, LEX_UNIT_PART);
	}
	if (m->number.fraction) {
		i += at_word(p, i, "of");
		if (at_word(p, i, "a") || at_word(p, i, "an") || at_word(p, i, "the"))
			i += 1u + at_class(p, i + 1, LEX_UNIT_PART);
	}
	return i;
}

/* "takes 2m", "within 5m"; "within 90m of the stop" is a length. */
static bool takes_minutes(const struct parse *p, const struct measure *m, size_t i, bool glued)
{
	return glued && at_bytes(p, i, "m") && m->number.integer && m->value < 100 && m->first &&
	       at_class(p, m->first - 1, LEX_TAKES) &&
	       (at_end(p, i + 1) || at_word(p, i + 1, "before") || at_word(p, i + 1, "per"));
}

bool parse_duration(const struct parse *p, struct measure *m)
{
	const struct lex_row *row;
	bool hyphen, glued;
	size_t i = before_unit(p, m, &glued, &hyphen);

	if (takes_minutes(p, m, i, glued)) {
		m->factor = 60;
		set_unit(m, PF_QUANT_DURATION, "minute", i + 1);
		return true;
	}
	if (!time_unit(p, i, glued, &row) || is_calendar(p, m, i))
		return false;
	/* "three second-hand cars", "a third of night-shift nurses": before a hyphen it is no time
	 */
	if ((at_word(p, i, "second") ? m->value != 1 : m->number.fraction) && !hyphen &&
	    at_glued(p, i + 1) && at_sign(p, i + 1, '-'))
		return false;
	/* "six hour-long sessions" are six */
	if (!hyphen && m->value != 1 && p->text.ptr[p->t[i].end - 1] != 's' &&
	    at_sign(p, i + 1, '-') && at_glued(p, i + 1) && at_word(p, i + 2, "long"))
		return false;
	m->factor = row->value;
	set_unit(m, PF_QUANT_DURATION, row->name, i + 1);
	return true;
}

/* Months of 30 days are too short when years are counted in them. */
static void into_smaller(struct measure *m, const struct measure *b)
{
	if (!strcmp(m->unit, "year") && !strcmp(b->unit, "month"))
		m->value = m->value * 12 + b->value;
	else
		m->value = m->value * (m->factor / b->factor) + b->value;
	m->factor = b->factor;
	set_unit(m, PF_QUANT_DURATION, b->unit, b->last);
}

/* "1 hour thirty", "2 hour and 10", "three hours and a half", "1h30". */
static bool unnamed_part(const struct parse *p, struct measure *m, const struct number *n,
			 bool joined)
{
	const struct measure minutes = {
		.value = n->value, .unit = "minute", .factor = 60, .last = n->last};

	if (n->scale > 0 || n->divisor != 0)
		return false;
	if (joined && n->fraction && !n->slash && n->value < 1) {
		m->value += n->value;
		m->last = n->last;
		return true;
	}
	if (m->factor != 3600 || n->fraction || n->value < 1 || n->value >= 60 ||
	    n->value != floor(n->value) || m->number.value != floor(m->number.value) ||
	    !at_end(p, n->last))
		return false;
	into_smaller(m, &minutes);
	return true;
}

/* "1h 20m": beside hours a lone m is minutes. */
static bool minutes_after(const struct parse *p, const struct measure *hours, struct measure *m)
{
	if (hours->factor != 3600 || !at_bytes(p, m->last, "m"))
		return false;
	m->factor = 60;
	set_unit(m, PF_QUANT_DURATION, "minute", m->last + 1);
	return true;
}

bool duration_goes_on(const struct parse *p, struct measure *m, size_t i, bool joined)
{
	struct measure part = {.first = i, .bare = true};

	if (!parse_number(p, i, false, &part.number))
		return false;
	part.last = part.number.last;
	part.value = part.number.value;
	if (!minutes_after(p, m, &part) && !parse_duration(p, &part))
		return unnamed_part(p, m, &part.number, joined);
	if (part.factor >= m->factor)
		return false;
	into_smaller(m, &part);
	return true;
}
