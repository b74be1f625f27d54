/* Spans of time: "40 ms", "60-minute", "two business days", "3 years, 2 months", "1h30". */
#include "measure.h"
#include "words/word.h"

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
	/* "3 D models", "5 w": capitals and rare letters count when glued only; "in 3D" is no time
	 */
	if (glued && (p->t[i].flags & PF_TOKEN_CAPITAL) &&
	    (!at_end(p, i + 1) ||
	     (at_bytes(p, i, "D") && (at_bytes(p, i - 1, "2") || at_bytes(p, i - 1, "3")))))
		return false;
	if (glued) /* "48h-72h" */
		return !at_glued(p, i + 1) || !at_sign(p, i + 1, '-') || at_number(p, i + 2);
	return (at_bytes(p, i, "s") || at_bytes(p, i, "h") || at_bytes(p, i, "d")) &&
	       !at_sign(p, i + 1, '\'');
}

/* "1990s", "the '90s", "the over 70s", "in her 70s": decades and ages. */
static bool is_decade(const struct parse *p, const struct measure *m, size_t i)
{
	static const char lead[][WORD_ROOM] = {"the", "his", "her", "their", "my", "early", "late"};
	size_t k = m->first;

	if (!at_bytes(p, i, "s") || !m->number.integer)
		return false;
	if (m->number.figures == 4)
		return m->value >= 1000 && m->value < 2100;
	if (m->number.figures != 2 || !k)
		return false;
	if (k > 1 && (at_word(p, k - 1, "over") || at_word(p, k - 1, "under")))
		return at_word(p, k - 2, "the");
	return ANY_WORD(p, k - 1, lead) || at_sign(p, k - 1, '\'') ||
	       (k > 1 && at_sign(p, k - 1, '-') && at_glued(p, k - 1) &&
		p->t[k - 2].end - p->t[k - 2].begin > 2 &&
		p->t[k - 2].kind == PF_TOKEN_WORD); /* "over-70s", "mid-90s" */
}

/* "19h30" is a time of the day. */
static bool is_calendar(const struct parse *p, const struct measure *m, size_t i)
{
	if (is_decade(p, m, i))
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

/* "7m 40s": seconds tell that the m before them is minutes. */
static bool leads_seconds(const struct parse *p, size_t i)
{
	return at_number(p, i + 1) && at_glued(p, i + 2) &&
	       (at_bytes(p, i + 2, "s") || at_word(p, i + 2, "sec")) &&
	       p->t[i + 1].end - p->t[i + 1].begin <= 2;
}

/* "takes 2m", "within 5m", "a latency of 2m", "5m ago"; "within 90m of the stop" is a length. */
static bool takes_minutes(const struct parse *p, const struct measure *m, size_t i, bool glued)
{
	static const char timed[][WORD_ROOM] = {"timeout", "latency", "delay", "wait",  "duration",
						"pause",   "uptime",  "call",  "break", "after"};
	static const char then[][WORD_ROOM] = {"ago", "later", "before", "per", "timeout", "delay"};
	size_t from = m->first > 3 ? m->first - 3 : 0;

	if (!glued || !at_bytes(p, i, "m") || !m->number.integer || m->value >= 100)
		return false;
	if (at_word(p, i + 1, "ago") || at_word(p, i + 1, "timeout") || leads_seconds(p, i))
		return true;
	if (!at_end(p, i + 1) && !ANY_WORD(p, i + 1, then))
		return false;
	for (size_t k = m->first; k-- > from && !(p->t[k + 1].flags & PF_TOKEN_SENTENCE);)
		if (ANY_WORD(p, k, timed) || (k + 1 == m->first && at_class(p, k, LEX_TAKES)))
			return true;
	return false;
}

/* "4,100 last year" tells when, and no time of 4,100 years. */
static bool tells_when(const struct parse *p, const struct measure *m, size_t unit)
{
	return unit > m->last && (at_word(p, unit - 1, "last") || at_word(p, unit - 1, "next")) &&
	       p->text.ptr[p->t[unit].end - 1] != 's';
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
	if (!time_unit(p, i, glued, &row) || is_calendar(p, m, i) || tells_when(p, m, i))
		return false;
	/* "three second-hand cars", "a third of night-shift nurses": before a hyphen it is no time
	 */
	if ((at_word(p, i, "second") ? m->value != 1 : m->number.fraction) && !hyphen &&
	    at_glued(p, i + 1) && at_sign(p, i + 1, '-'))
		return false;
	/* "40 night nurses" are nurses */
	if (!hyphen && m->value != 1 && p->text.ptr[p->t[i].end - 1] != 's' &&
	    at_class(p, i + 1, LEX_POPULATION))
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

/* "takes 3 h 10 at the moment": two figures behind an h, with nothing that they count. */
static bool are_minutes(const struct parse *p, const struct measure *m, const struct number *n)
{
	return n->integer && n->figures == 2 && at_bytes(p, m->last - 1, "h") &&
	       m->last == n->first && !at_word(p, n->last, "of") &&
	       at_any(p, n->last, LEX_BIT(NOT_NOUN) | LEX_BIT(PREPOSITION));
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
	    !(at_end(p, n->last) || are_minutes(p, m, n)))
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
