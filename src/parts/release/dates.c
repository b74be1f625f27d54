/*
 * When: the dateline of a release, and the date on which what it tells of is
 * launched.
 */
#include <string.h>

#include "release.h"

bool pf_has_date(const struct pf_find *f, uint32_t begin, uint32_t end)
{
	for (size_t i = pf_quants_at(f->quants, begin);
	     i < f->quants->n && f->quants->v[i].begin < end; i++)
		if (f->quants->v[i].kind == PF_QUANT_DATE)
			return true;
	return false;
}

/* A date begins a blank after the byte. */
static bool date_follows(const struct pf_find *f, uint32_t at)
{
	size_t i = pf_quants_at(f->quants, at);

	return i < f->quants->n && f->quants->v[i].begin <= at + 1 &&
	       f->quants->v[i].kind == PF_QUANT_DATE;
}

/* "**Body.** Modesto, 20 January 2029.": a place, then the day, and neither in the label:
 * "**SEATTLE** May 3, 2027". */
static bool stands_behind_label(const struct pf_find *f, const struct pf_unit *u)
{
	uint32_t first = pf_token_at(f, u->body);
	const struct pf_token *place = &f->tokens->v[first];

	if (u->level != PF_LEVEL_RUNIN || u->body >= u->end ||
	    pf_has_date(f, u->label.begin, u->label.end))
		return false;
	if (u->says == PF_PART_SUMMARY || u->says == PF_LABEL_PRESS)
		return true;
	return u->says == PF_LABEL_NONE && place->kind == PF_TOKEN_WORD &&
	       place->flags & PF_TOKEN_CAPITAL && !date_follows(f, place->begin) &&
	       pf_has_date(f, place->end,
			   f->tokens->v[pf_sentence_stop(f, first, u->last) - 1].end);
}

/* "Press release · Wendlebury, 1 June", "For immediate release. Bristol, 26 April", "The
 * announcement. Exeter, 1 September 2028.": what it is may stand before where and when. */
static uint32_t behind_kind(const struct pf_find *f, const struct pf_unit *u)
{
	static const char *const kinds[][3] = {{"press", "release"},
					       {"for", "immediate", "release"}};
	const struct pf_token *v = f->tokens->v;

	if (stands_behind_label(f, u))
		return pf_token_at(f, u->body);
	for (size_t k = 0; k < sizeof(kinds) / sizeof(*kinds); k++) {
		uint32_t i = u->first, n = 0;

		while (n < 3 && kinds[k][n] && i < u->last &&
		       pf_token_is(f->text, &v[i], kinds[k][n])) {
			i++;
			n++;
		}
		if (n < 2 || (n < 3 && kinds[k][n]))
			continue;
		i += i < u->last && PF_ONE_OF(f, i, "draft");
		while (i < u->last && v[i].kind == PF_TOKEN_SIGN)
			i++;
		if (i < u->last)
			return i;
	}
	return u->first;
}

static bool is_season(const struct pf_find *f, uint32_t i)
{
	return PF_ONE_OF(f, i, "spring", "summer", "autumn", "fall", "winter");
}

/* "d'Adda" in the name of a place. */
static bool is_elided(const struct pf_find *f, const struct pf_token *t)
{
	const char *text = f->text.ptr + t->begin;
	uint32_t mark = t->end - t->begin > 5 && !memcmp(text + 1, "\xe2\x80\x99", 3) ? 4 : 2;

	return t->end - t->begin > mark && (text[1] == '\'' || mark == 4) && text[mark] >= 'A' &&
	       text[mark] <= 'Z';
}

/* "Fenwick Road depot, 6 October": what kind of place it is. */
static bool is_kind_of_place(const struct pf_find *f, uint32_t i, uint32_t place)
{
	const struct pf_token *comma = &f->tokens->v[i + 1];

	return i > place && i + 1 < f->tokens->n && pf_token_is_sign(comma, ',') &&
	       date_follows(f, comma->end);
}

/* Tokens before the dash, or the full stop, of a dateline: capitals, numbers, commas, brackets, and
 * nothing else. */
uint32_t pf_dateline_dash(const struct pf_find *f, const struct pf_unit *u)
{
	const struct pf_token *v = f->tokens->v;
	uint32_t stop = u->last - u->first > 22 ? u->first + 22 : u->last;
	uint32_t place = behind_kind(f, u);
	bool comma = false;

	for (uint32_t i = place; i < stop; i++) {
		if (pf_token_is_sign(&v[i], '-') && i > place &&
		    (v[i].flags & PF_TOKEN_SPACED ||
		     (i + 1 < stop && v[i + 1].flags & PF_TOKEN_SPACED))) {
			/* Of two dashes, the last that still has only place and date before it. */
			if (i + 1 < stop && v[i + 1].kind == PF_TOKEN_WORD &&
			    !(v[i + 1].flags & PF_TOKEN_CAPITAL))
				return i;
			for (uint32_t k = i + 1; k < stop && k < i + 10; k++) {
				if (pf_token_is_sign(&v[k], '-') && v[k].flags & PF_TOKEN_SPACED)
					return k;
				if (v[k].kind == PF_TOKEN_WORD && !(v[k].flags & PF_TOKEN_CAPITAL))
					break;
			}
			return i;
		}
		if (v[i].kind == PF_TOKEN_WORD && !(v[i].flags & PF_TOKEN_CAPITAL) &&
		    !PF_ONE_OF(f, i, "th") && !PF_ONE_OF(f, i, "of") && !is_season(f, i) &&
		    !is_elided(f, &v[i]) && !is_kind_of_place(f, i, place) &&
		    !(PF_ONE_OF(f, i, "at") && pf_has_date(f, u->begin, v[i].begin)))
			return 0;
		comma = comma || pf_token_is_sign(&v[i], ',');
		if (pf_token_is_sign(&v[i], ':') && comma && pf_has_date(f, u->begin, v[i].begin))
			return i;
		if (v[i].kind == PF_TOKEN_SIGN && v[i].sign && strchr(".?!:;", v[i].sign) &&
		    i + 1 < stop && v[i + 1].flags & PF_TOKEN_SENTENCE) {
			/* "Hamburg, 2 March 2028. Today ..." ends in a full stop as well as in a
			 * dash; the one of "Minn. August 23" ends nothing. */
			if (v[i].sign == '.' && comma && pf_has_date(f, u->begin, v[i].begin))
				return i;
			if (v[i].sign != '.' || !date_follows(f, v[i].end))
				return 0;
			comma = true; /* "Norwich. 14 June 2027." */
		}
	}
	return 0;
}

/* "Published: 3 April 2028", "Last updated: ..." tells when the page was written, "Monday Apr 23 -
 * Seed the data" is a day of a plan. */
static bool is_plain_date(const struct pf_find *f, const struct pf_unit *u, bool comma)
{
	static const char *const days[] = {"mon",      "tue",    "wed",      "thu",     "fri",
					   "sat",      "sun",    "monday",   "tuesday", "wednesday",
					   "thursday", "friday", "saturday", "sunday"};

	return PF_ONE_OF(f, u->first, "published", "posted", "updated", "written", "generated",
			 "created", "revised", "modified", "last") ||
	       (!comma && pf_one_of(f, u->first, days, sizeof(days) / sizeof(*days)));
}

/* "RESOLVED 2028-04-11": a release writes its month, and sets a comma behind its place. */
static bool is_stamp(const struct pf_find *f, const struct pf_unit *u, bool comma)
{
	size_t i = pf_quants_at(f->quants, u->begin);

	return !comma && i < f->quants->n && f->quants->v[i].begin < u->end &&
	       f->quants->v[i].kind == PF_QUANT_DATE &&
	       f->quants->v[i].end - f->quants->v[i].begin == strlen("2028-04-11") &&
	       f->text.ptr[f->quants->v[i].begin + 4] == '-' &&
	       f->tokens->v[u->first].kind == PF_TOKEN_WORD;
}

/* "Birmingham, 14 June", "Birmingham · 14 June", "Birmingham / 14 June", "Birmingham | 14 June" */
static bool parts_place(const struct pf_find *f, const struct pf_token *t)
{
	return pf_token_is_sign(t, ',') ||
	       (t->flags & PF_TOKEN_SPACED &&
		(pf_token_is_sign(t, '/') || pf_token_is_sign(t, '|'))) ||
	       (t->end - t->begin == 2 && !memcmp(f->text.ptr + t->begin, "\xc2\xb7", 2));
}

/* "ROOFTOP SENSE — draft 5." */
static bool tells_draft(const struct pf_find *f, uint32_t dash)
{
	return dash + 1 < f->tokens->n && PF_ONE_OF(f, dash + 1, "draft", "version");
}

/* "**What the paper would print (Leeds, 3 March 2028).**": where and when between brackets at the
 * end of a label. */
static bool label_tells(const struct pf_find *f, const struct pf_unit *u, struct pf_range *out)
{
	const struct pf_token *v = f->tokens->v;
	uint32_t first, last = pf_token_at(f, u->label.end);
	bool comma = false;

	if (u->level != PF_LEVEL_RUNIN || pf_range_empty(u->label))
		return false;
	while (last > u->first && v[last - 1].kind == PF_TOKEN_SIGN && v[last - 1].sign != ')')
		last--;
	if (last == u->first || !pf_token_is_sign(&v[last - 1], ')'))
		return false;
	for (first = last - 1; first > u->first && !pf_token_is_sign(&v[first - 1], '(');)
		comma = pf_token_is_sign(&v[--first], ',') || comma;
	*out = (struct pf_range){v[first].begin, v[last - 2].end};
	return comma && first > u->first && v[first].kind == PF_TOKEN_WORD &&
	       v[first].flags & PF_TOKEN_CAPITAL && pf_has_date(f, out->begin, out->end);
}

bool pf_is_dateline(const struct pf_find *f, const struct pf_unit *u, struct pf_range *out)
{
	const struct pf_token *v = f->tokens->v;
	uint32_t dash, end;
	bool date, upper = false, comma = false;
	uint32_t place;

	if (u->first == u->last || u->depth || u->quoted || pf_token_is_sign(&v[u->first], '"'))
		return false;
	if (label_tells(f, u, out))
		return true;
	dash = pf_dateline_dash(f, u);
	end = dash ? dash : u->last;
	if (!dash && u->last - u->first > 14)
		return false;
	date = pf_has_date(f, u->begin, v[end - 1].end);
	place = behind_kind(f, u);
	for (uint32_t i = place; i < end; i++) {
		upper = upper || (v[i].flags & PF_TOKEN_UPPER && v[i].end - v[i].begin > 3);
		comma = comma || parts_place(f, &v[i]);
		if (!dash && v[i].kind == PF_TOKEN_WORD && !(v[i].flags & PF_TOKEN_CAPITAL) &&
		    !is_season(f, i))
			return false;
	}
	if (is_plain_date(f, u, comma) || is_stamp(f, u, comma) || (dash && tells_draft(f, dash)))
		return false;
	*out = (struct pf_range){v[place].begin, v[end - 1].end};
	if (dash && !date && date_follows(f, v[dash].end)) {
		/* "Raleigh, NC – August 18." */
		out->end = f->quants->v[pf_quants_at(f->quants, v[dash].end)].end;
		date = true;
	}
	if (!dash)
		return date && comma && v[u->first].kind == PF_TOKEN_WORD &&
		       (place == u->first || !date_follows(f, v[place].end));
	/* "NEW YORK -", and not "Yet Another SOPS -". */
	upper = upper && v[place].flags & PF_TOKEN_UPPER;
	return date || (upper && dash - u->first < 6) || (comma && dash - u->first <= 6) ||
	       pf_token_is_sign(&v[u->first], '[');
}

bool pf_is_above_dateline(const struct pf_find *f, const struct pf_unit *u)
{
	const struct pf_unit *end = f->units.v + f->units.n;
	struct pf_range dateline;

	do
		u++;
	while (u < end && u->kind == PF_UNIT_OTHER);
	return u < end && u->kind == PF_UNIT_TEXT && pf_is_dateline(f, u, &dateline);
}

bool pf_heads_dateline(const struct pf_find *f, const struct pf_unit *u, struct pf_range *out)
{
	/* "Press release (draft of May)" is no place where it is told. */
	bool form = u->says == PF_LABEL_PRESS && u->last > u->first &&
		    pf_token_is_sign(&f->tokens->v[u->last - 1], ')');

	return u->kind == PF_UNIT_HEADING && !form && pf_has_date(f, u->begin, u->end) &&
	       pf_is_dateline(f, u, out);
}

static bool is_month_or_day(const struct pf_quant *q)
{
	return q->kind == PF_QUANT_DATE && strcmp(q->unit, "year") && q->date != INT32_MIN;
}

#define DAY_WORDS 9u

/* "Harrow Street Museum, autumn 2028", "**what we tell the papers, York, May 2027**": who and when,
 * on a line of its own; posts name a writer. */
bool pf_names_a_day(const struct pf_find *f, const struct pf_unit *u)
{
	const struct pf_token *v = f->tokens->v;
	size_t q = pf_quants_at(f->quants, u->begin);

	if (u->last - u->first > 2 * DAY_WORDS || pf_unit_words(f, u) > DAY_WORDS ||
	    u->last - u->first < 3 || v[u->first].kind != PF_TOKEN_WORD ||
	    !(v[u->first].flags & PF_TOKEN_CAPITAL || pf_is_line_apart(f, u)) || q == f->quants->n)
		return false;
	if (PF_ONE_OF(f, u->first, "by", "posted", "published", "updated", "written", "last"))
		return false;
	return f->quants->v[q].kind == PF_QUANT_DATE && f->quants->v[q].first > u->first &&
	       f->quants->v[q].last + 1 >= u->last;
}

/* A month or a day stands where a release has its date: in a bold or italic line, or in a short
 * one, or after the "From" that opens it. */
static bool opens_with(const struct pf_find *f, const struct pf_unit *u, const struct pf_quant *q)
{
	const struct pf_block *b = &f->blocks[u->block];

	/* "From September", "January 5." need no year where the text begins. */
	if (!is_month_or_day(q) && (q->kind != PF_QUANT_DATE || q->date != INT32_MIN))
		return false;
	if (q->begin <= u->body + 1)
		return true;
	if ((b->strong && q->end <= b->strong_end) || b->emphasis || u->last - u->first <= 8 ||
	    pf_names_a_day(f, u))
		return true;
	return q->first == u->first + 1 && PF_ONE_OF(f, u->first, "from", "in", "starting");
}

/* "For the trade press, Sheffield, September 2027", "Announcement (dated 1 April)": a day of its
 * own, not one that something is reached by. */
static bool is_set_apart(const struct pf_find *f, const struct pf_unit *u)
{
	for (size_t i = pf_quants_at(f->quants, u->begin);
	     i < f->quants->n && f->quants->v[i].end <= u->end; i++) {
		const struct pf_quant *q = &f->quants->v[i];
		const struct pf_token *before = &f->tokens->v[q->first - (q->first > 0)];

		if (q->kind == PF_QUANT_DATE && strcmp(q->unit, "year") && q->first > u->first &&
		    (pf_token_is(f->text, before, "dated") ||
		     (pf_token_is_sign(before, ',') && q->last >= u->last)))
			return true;
	}
	return false;
}

/* The date of a page that has no dateline and names no launch: it stands between the title and the
 * first section. */
static uint32_t find_opening_date(const struct pf_find *f)
{
	for (size_t i = 0, texts = 0; i < f->units.n && texts < 3; i++) {
		const struct pf_unit *u = &f->units.v[i];
		size_t first;

		if ((u->kind != PF_UNIT_TEXT && u->kind != PF_UNIT_HEADING) ||
		    (u->part == PF_PART_HEADLINE && !is_set_apart(f, u)))
			continue;
		/* "**January 2028**" on a line of its own is no section yet. */
		if ((u->says != PF_LABEL_NONE && u->says != PF_LABEL_PRESS &&
		     u->says != PF_PART_HEADLINE && u->says != PF_PART_SUBHEADING &&
		     u->says != PF_PART_SUMMARY) ||
		    u->depth || u->quoted)
			break;
		texts++;
		for (first = pf_quants_at(f->quants, u->begin);
		     first < f->quants->n && f->quants->v[first].begin < u->end; first++)
			if (opens_with(f, u, &f->quants->v[first]))
				return (uint32_t)first;
	}
	return PF_QUANT_NONE;
}

/* The first word of a sentence, or of what stands behind a label: "Summary: From May". */
static bool opens_clause(const struct pf_find *f, const struct pf_token *t, uint32_t i)
{
	uint32_t k = i;

	while (k && pf_token_is_sign(&f->tokens->v[k - 1], '*'))
		k--;
	return t->flags & PF_TOKEN_SENTENCE || (k && pf_token_is_sign(&f->tokens->v[k - 1], ':'));
}

/* "From June 2027, firms fill in ...": what holds from a month on is launched then. */
static uint32_t find_beginning(const struct pf_find *f)
{
	for (size_t i = 0; i < f->quants->n; i++) {
		const struct pf_quant *q = &f->quants->v[i];
		const struct pf_token *before = q->first ? &f->tokens->v[q->first - 1] : NULL;

		if (is_month_or_day(q) && before && opens_clause(f, before, q->first - 1) &&
		    PF_ONE_OF(f, q->first - 1, "from", "starting") &&
		    !(before->flags & PF_TOKEN_QUOTED))
			return (uint32_t)i;
	}
	return PF_QUANT_NONE;
}

/* "can", "will", "it'll" */
static bool offers(const struct pf_find *f, const struct pf_token *t)
{
	return pf_token_is(f->text, t, "can") || pf_token_is(f->text, t, "will") ||
	       (t->kind == PF_TOKEN_WORD && t->end - t->begin > 3 &&
		!memcmp(f->text.ptr + t->end - 2, "ll", 2) && f->text.ptr[t->end - 3] == '\'');
}

/* "Members can call from 1 May", "that's why from 2 November we will offer ...": an offer and its
 * first day, before anything is asked; not "from 1 May to 3 June". */
static uint32_t find_offer(const struct pf_find *f)
{
	const struct pf_token *v = f->tokens->v;
	uint32_t end = f->out->pairs.n ? f->out->pairs.v[0].question.begin : UINT32_MAX;

	for (size_t i = 0; i < f->quants->n && f->quants->v[i].begin < end; i++) {
		const struct pf_quant *q = &f->quants->v[i];
		const struct pf_sentence *s;

		if (q->kind != PF_QUANT_DATE || !strcmp(q->unit, "year") || !q->first ||
		    v[q->first].flags & PF_TOKEN_QUOTED || !PF_ONE_OF(f, q->first - 1, "from") ||
		    (q->last < f->tokens->n && PF_ONE_OF(f, q->last, "to")))
			continue;
		s = &f->tokens->sentences.v[pf_sentence_of(f->tokens, q->first)];
		for (uint32_t k = s->first; k < s->last && k < s->first + 60; k++)
			if (offers(f, &v[k]))
				return (uint32_t)i;
	}
	return PF_QUANT_NONE;
}

/* The first date in a sentence that launches something; the dateline's own, that of the opening, or
 * from which on something holds, when there is none. */
void pf_launch_find(struct pf_find *f)
{
	struct pf_parts *out = f->out;

	out->launch_quant = PF_QUANT_NONE;
	for (size_t i = 0; i < f->quants->n; i++) {
		const struct pf_quant *q = &f->quants->v[i];
		const struct pf_sentence *s;
		uint32_t stop;

		if (q->kind != PF_QUANT_DATE)
			continue;
		if (q->begin >= out->dateline.begin && q->end <= out->dateline.end) {
			out->launch_quant = (uint32_t)i;
			break;
		}
		s = &f->tokens->sentences.v[pf_sentence_of(f->tokens, q->first)];
		/* Sentences are walked at most once: one with a long list of dates is cut short. */
		for (uint32_t k = s->first; k < s->last && k < s->first + 60; k++)
			if (pf_cue_here(f, k, s->last, PF_CUE_LAUNCH, &stop)) {
				out->launch_quant = (uint32_t)i;
				break;
			}
		if (out->launch_quant != PF_QUANT_NONE)
			break;
	}
	if (out->launch_quant == PF_QUANT_NONE)
		out->launch_quant = find_opening_date(f);
	if (out->launch_quant == PF_QUANT_NONE)
		out->launch_quant = find_beginning(f);
	if (out->launch_quant == PF_QUANT_NONE)
		out->launch_quant = find_offer(f);
	if (out->launch_quant != PF_QUANT_NONE)
		out->launch = (struct pf_range){f->quants->v[out->launch_quant].begin,
						f->quants->v[out->launch_quant].end};
}
