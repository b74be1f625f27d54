/* What a line opens with: a bold run, "Label:", "Q3.", or nothing but a label. */
#include "units.h"

#define BOLD_MAX  400u /* bytes; a longer bold run is no label */
#define LABEL_MAX 8u   /* tokens before the colon of "Label: text" */

bool pf_is_bold_mark(const char *p)
{
	return (p[0] == '*' && p[1] == '*') || (p[0] == '_' && p[1] == '_');
}

/* "*Why no chat?* Because ...": a question in italics opens its answer as one in bold does. Other
 * italics are mere stress. */
struct pf_range pf_italic_question_at(const struct pf_find *f, uint32_t at, uint32_t stop)
{
	const char *text = f->text.ptr;
	bool asks = false;

	if (at + 3 >= stop || (text[at] != '*' && text[at] != '_') || text[at + 1] == ' ')
		return (struct pf_range){at, at};
	for (uint32_t i = at + 1; i < stop && text[i] != '\n'; i++) {
		asks = asks || text[i] == '?';
		if (text[i] == text[at])
			return asks ? (struct pf_range){at + 1, i} : (struct pf_range){at, at};
	}
	return (struct pf_range){at, at};
}

/* Bytes of "<b>", "</strong>" and the like at `at`; 0 when none stands there. */
uint32_t pf_bold_tag(const struct pf_find *f, uint32_t at, uint32_t stop, bool closes)
{
	static const char *const tags[2][2] = {{"<b>", "<strong>"}, {"</b>", "</strong>"}};

	for (int i = 0; i < 2; i++)
		if (pf_slice_starts_nocase(pf_slice_cut(f->text, at, stop), tags[closes][i]))
			return (uint32_t)strlen(tags[closes][i]);
	return 0;
}

/* "<b>The problem.</b> Each night ...": pages that were HTML once. */
static struct pf_range html_bold_at(const struct pf_find *f, uint32_t at, uint32_t stop)
{
	uint32_t begin = at + pf_bold_tag(f, at, stop, false);

	for (uint32_t i = begin; begin > at && i < stop && f->text.ptr[i] != '\n'; i++)
		if (f->text.ptr[i] == '<')
			return pf_bold_tag(f, i, stop, true) ? (struct pf_range){begin, i}
							     : (struct pf_range){at, at};
	return (struct pf_range){at, at};
}

/* The bold run that begins at `at`, without its marks; empty when there is none. */
static struct pf_range bold_at(const struct pf_find *f, uint32_t at, uint32_t end)
{
	const char *text = f->text.ptr;
	uint32_t stop = end - at > BOLD_MAX ? at + BOLD_MAX : end, begin;

	if (at + 4 < stop && text[at] == '<')
		return html_bold_at(f, at, stop);
	if (at + 4 >= stop || !pf_is_bold_mark(text + at))
		return pf_italic_question_at(f, at, stop);
	begin = at + 2;
	while (begin < stop && text[begin] == text[at])
		begin++;
	for (uint32_t i = begin + 1; i + 1 < stop; i++)
		if (text[i] == text[at] && text[i + 1] == text[at])
			return (struct pf_range){begin, i};
	return (struct pf_range){at, at};
}

/* "What decides it, March 2028:", "Goals, by June:": their day may stand behind a comma. */
static bool names_metrics(const struct pf_find *f, uint32_t first, uint32_t last)
{
	uint8_t tier;

	return last > first && pf_label_read(f, first, last, &tier) == PF_PART_METRICS;
}

/* The ":" that a line of a few words has before any other stop but a comma, or 0. */
static uint32_t first_colon(const struct pf_token *v, uint32_t first, uint32_t last)
{
	for (uint32_t i = first; i < last && i < first + LABEL_MAX; i++) {
		if (i > first && v[i].flags & PF_TOKEN_LINE)
			return 0;
		switch (v[i].sign) {
		case ':': return i > first ? i : 0;
		case '.':
		case '?':
		case '!':
		case ';': return 0;
		default: break;
		}
	}
	return 0;
}

uint32_t pf_label_colon(const struct pf_find *f, uint32_t first, uint32_t last)
{
	const struct pf_token *v = f->tokens->v;
	uint32_t colon = first_colon(v, first, last);

	for (uint32_t i = first; i < colon; i++)
		if (pf_token_is_sign(&v[i], ',') && !names_metrics(f, first, i))
			return 0;
	return colon;
}

static bool line_has(const struct pf_find *f, uint32_t i, uint32_t last, char sign)
{
	const struct pf_token *v = f->tokens->v;

	for (uint32_t k = i; k < last && k < i + LABEL_MAX && !(v[k].flags & PF_TOKEN_LINE); k++)
		if (pf_token_is_sign(&v[k], sign))
			return true;
	return false;
}

/* Past "(internal)" or "(from finance)" between "Q" and its colon. */
static uint32_t skip_bracket(const struct pf_token *v, uint32_t i, uint32_t last)
{
	if (i >= last || !pf_token_is_sign(&v[i], '('))
		return i;
	for (uint32_t k = i + 1; k < last && k <= i + 3; k++)
		if (pf_token_is_sign(&v[k], ')'))
			return k + 1;
	return i;
}

char pf_marker_at(const struct pf_find *f, uint32_t i, uint32_t last, uint32_t *after)
{
	const struct pf_token *v = f->tokens->v;
	char c;

	if (i >= last || v[i].kind != PF_TOKEN_WORD)
		return 0;
	if (v[i].end - v[i].begin == 1)
		c = f->text.ptr[v[i].begin];
	else if (PF_ONE_OF(f, i, "question"))
		c = 'Q';
	else if (PF_ONE_OF(f, i, "answer"))
		c = 'A';
	else
		return 0;
	if (c != 'Q' && c != 'A')
		return 0;
	i++;
	if (i < last && v[i].kind == PF_TOKEN_NUMBER) {
		i++;
		/* "Q9b." was put between two others. */
		if (i < last && v[i].kind == PF_TOKEN_WORD && v[i].end - v[i].begin == 1 &&
		    !(v[i].flags & PF_TOKEN_SPACED))
			i++;
	}
	/* "Q1 Cost? 31,000 letters": numbered, and nothing between number and question. */
	if (i < last && c == 'Q' && v[i].kind == PF_TOKEN_WORD && i >= 2 &&
	    v[i - 1].kind == PF_TOKEN_NUMBER && v[i - 1].begin == v[i - 2].end &&
	    line_has(f, i, last, '?')) {
		*after = i;
		return c;
	}
	i = skip_bracket(v, i, last);
	if (i >= last || v[i].kind != PF_TOKEN_SIGN || !v[i].sign || !strchr(":.)-", v[i].sign))
		return 0;
	*after = i + 1;
	return c;
}

bool pf_ends_in(const struct pf_find *f, uint32_t first, uint32_t last, char sign)
{
	const struct pf_token *v = f->tokens->v;

	while (last > first && v[last - 1].kind == PF_TOKEN_SIGN && v[last - 1].sign &&
	       strchr("*_\"')", v[last - 1].sign) && v[last - 1].sign != sign)
		last--;
	return last > first && pf_token_is_sign(&v[last - 1], sign);
}

static bool opens_quoted(const struct pf_find *f, uint32_t first, uint32_t last)
{
	const struct pf_token *v = f->tokens->v;

	while (first < last && v[first].kind == PF_TOKEN_SIGN && v[first].sign != '"')
		first++;
	return first < last && v[first].kind == PF_TOKEN_SIGN;
}

uint32_t pf_sentence_stop(const struct pf_find *f, uint32_t i, uint32_t last)
{
	for (i++; i < last && !(f->tokens->v[i].flags & PF_TOKEN_SENTENCE);)
		i++;
	return i;
}

uint32_t pf_line_stop(const struct pf_find *f, uint32_t i, uint32_t last)
{
	for (i++; i < last && !(f->tokens->v[i].flags & PF_TOKEN_LINE);)
		i++;
	return i;
}

/* Where a line's bytes begin, given its first token: marks that open a bold run are its own. */
uint32_t pf_line_head(const struct pf_find *f, uint32_t token, uint32_t floor)
{
	uint32_t at = f->tokens->v[token].begin;

	while (at > floor && f->text.ptr[at - 1] != '\n' && f->text.ptr[at - 1] != ' ')
		at--;
	return at;
}

bool pf_is_short_label(const struct pf_find *f, uint32_t first, uint32_t last)
{
	uint8_t tier, says;

	if (last - first > 6 || pf_ends_in(f, first, last, '.') || pf_ends_in(f, first, last, ','))
		return false;
	says = pf_label_read(f, first, last, &tier);
	return says != PF_LABEL_NONE && says != PF_PART_OTHER;
}

#define LEAD_TOKENS 14u

/* "Key features and benefits of X" above a list is its heading, though it is no short one; with a
 * colon, "Scorecard, sent to the court each month:", only where its words name the metrics. */
static bool leads_list(const struct pf_find *f, const struct pf_unit *u)
{
	uint8_t tier, says;
	bool colon = pf_ends_in(f, u->first, u->last, ':');

	if (!u->whole || u->block + 1 >= f->n_blocks ||
	    u->last - u->first > (colon ? 2 * LEAD_TOKENS : LEAD_TOKENS) ||
	    f->blocks[u->block + 1].kind != PF_BLOCK_LIST || pf_ends_in(f, u->first, u->last, '.'))
		return false;
	says = pf_label_read(f, u->first, u->last, &tier);
	return colon ? says == PF_PART_METRICS : says < PF_PART_OTHER || says == PF_LABEL_TIER;
}

/* "*The problem.* A student asks ...": italics name a part where they hold nothing but its name. */
static struct pf_range italic_label_at(const struct pf_find *f, const struct pf_unit *u)
{
	const char *text = f->text.ptr;
	uint32_t end = u->begin + 1;

	if ((text[u->begin] != '*' && text[u->begin] != '_') || u->depth)
		return (struct pf_range){u->begin, u->begin};
	while (end < u->end && text[end] != text[u->begin] && text[end] != '\n')
		end++;
	if (end >= u->end || text[end] != text[u->begin] ||
	    !pf_is_short_label(f, u->first,
			       pf_token_at(f, end - (strchr(".:", text[end - 1]) != NULL))))
		return (struct pf_range){u->begin, u->begin};
	return (struct pf_range){u->begin + 1, end};
}

/* Behind the italics the line ends, or their sentence did. */
static bool stands_alone(const char *text, uint32_t mark)
{
	return text[mark + 1] == '\n' || (text[mark + 1] == ' ' && strchr(".?!", text[mark - 1]));
}

uint32_t pf_italic_opening(const struct pf_find *f, const struct pf_unit *u)
{
	const char *text = f->text.ptr;
	uint32_t i = u->begin + 1;

	if (u->kind != PF_UNIT_TEXT || u->depth ||
	    (text[u->begin] != '*' && text[u->begin] != '_') || i >= u->end ||
	    text[i] == text[u->begin])
		return 0;
	while (i < u->end && text[i] != text[u->begin] && text[i] != '\n')
		i++;
	/* The answer may have been left out. */
	return i < u->end && text[i] == text[u->begin] &&
			       (i + 1 == f->text.len || stands_alone(text, i))
		       ? i + 1
		       : 0;
}

#define LABEL_WORDS 4u /* "How it works." */

/* "Problem. An electrician writes the invoice on Sunday.": index of the full stop, or 0. */
static uint32_t label_sentence(const struct pf_find *f, const struct pf_unit *u)
{
	const struct pf_token *v = f->tokens->v;
	uint32_t stop = u->first;
	uint8_t tier;

	while (stop < u->last && stop < u->first + LABEL_WORDS && v[stop].kind == PF_TOKEN_WORD)
		stop++;
	if (u->depth || stop == u->first || stop + 1 >= u->last ||
	    !pf_token_is_sign(&v[stop], '.') || !(v[stop + 1].flags & PF_TOKEN_SENTENCE))
		return 0;
	return pf_label_read(f, u->first, stop, &tier) < PF_PART_COUNT ? stop : 0;
}

/* What the words that open the unit name, up to token `stop`. */
static uint8_t read_opening(const struct pf_find *f, const struct pf_unit *u, uint32_t stop,
			    uint8_t *tier)
{
	return u->depth ? pf_item_label_read(f, u->first, stop, tier)
			: pf_label_read(f, u->first, stop, tier);
}

/* "**Problem.** Files pile up": a bold run, and by itself a heading. */
static void read_bold(const struct pf_find *f, struct pf_unit *u, struct pf_range bold)
{
	uint32_t stop = pf_token_at(f, bold.end);

	u->label = bold;
	u->body = bold.end;
	u->body += pf_bold_tag(f, u->body, u->end, true);
	while (u->body < u->end && f->text.ptr[u->body] == f->text.ptr[bold.end])
		u->body++;
	u->says = read_opening(f, u, stop, &u->tier);
	u->level = PF_LEVEL_RUNIN;
	while (stop < u->last && f->tokens->v[stop].kind == PF_TOKEN_SIGN)
		stop++;
	if (stop < u->last)
		return;
	u->level = PF_LEVEL_BOLD;
	/* A bold sentence is prose, and not the heading of what follows; so is what someone said.
	 */
	if (!u->depth && (u->last - u->first <= 8 || !(pf_ends_in(f, u->first, u->last, '.') ||
						       opens_quoted(f, u->first, u->last))))
		u->kind = PF_UNIT_HEADING;
}

/* "Problem: files pile up", where the words before the colon name something. */
static void read_colon(const struct pf_find *f, struct pf_unit *u, uint32_t colon)
{
	uint8_t tier, says = read_opening(f, u, colon, &tier);

	if (says == PF_LABEL_NONE)
		return;
	u->says = says;
	u->tier = tier;
	u->level = PF_LEVEL_RUNIN;
	u->label = (struct pf_range){f->tokens->v[u->first].begin, f->tokens->v[colon - 1].end};
	u->body = f->tokens->v[colon].end;
	if (colon + 1 >= u->last && !u->depth && u->whole) {
		u->kind = PF_UNIT_HEADING;
		u->level = PF_LEVEL_BOLD;
	}
}

/* A short line of its own. */
static void read_line_label(const struct pf_find *f, struct pf_unit *u)
{
	if (u->depth || pf_line_stop(f, u->first, u->last) != u->last ||
	    !(pf_is_short_label(f, u->first, u->last) || leads_list(f, u)))
		return;
	u->says = pf_label_read(f, u->first, u->last, &u->tier);
	u->kind = PF_UNIT_HEADING;
	u->level = PF_LEVEL_BOLD;
	u->label = pf_unit_range(u);
	u->body = u->end;
}

void pf_unit_read_label(struct pf_find *f, struct pf_unit *u)
{
	struct pf_range bold = bold_at(f, u->begin, u->end);
	uint32_t colon = pf_label_colon(f, u->first, u->last);

	if (!colon && pf_range_empty(bold))
		colon = label_sentence(f, u);
	if (pf_range_empty(bold))
		bold = italic_label_at(f, u);
	if (!pf_range_empty(bold))
		read_bold(f, u, bold);
	if (colon && (pf_range_empty(bold) || u->says == PF_LABEL_NONE))
		read_colon(f, u, colon);
	else if (pf_range_empty(bold))
		read_line_label(f, u);
}
