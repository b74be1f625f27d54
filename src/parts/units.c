#include <string.h>

#include "find.h"
#include "prfaq/base/mem.h"

#define BOLD_MAX  400u /* bytes; a longer bold run is no label */
#define LABEL_MAX 8u   /* tokens before the colon of "Label: text" */

/* By block: the item and the quote around it, so that nobody climbs. */
struct around {
	uint32_t item;
	bool quoted;
};

static uint32_t token_at(const struct pf_find *f, uint32_t off)
{
	return (uint32_t)pf_tokens_at(f->tokens, off);
}

static struct pf_unit *add_unit(struct pf_find *f, enum pf_unit_kind kind, uint32_t block,
				uint32_t begin, uint32_t end)
{
	struct pf_unit *u = PF_PUSH(&f->units);

	*u = (struct pf_unit){.kind = (uint8_t)kind, .block = block, .begin = begin, .end = end};
	u->first = token_at(f, begin);
	u->last = token_at(f, end);
	u->body = begin;
	u->says = PF_LABEL_NONE;
	u->part = PF_PART_OTHER;
	u->tier = PF_TIER_NONE;
	u->answer_at = end;
	return u;
}

static bool is_bold_mark(const char *p)
{
	return (p[0] == '*' && p[1] == '*') || (p[0] == '_' && p[1] == '_');
}

/* "*Why no chat?* Because ...": a question in italics opens its answer as one in bold does. Other
 * italics are mere stress. */
static struct pf_range italic_question_at(const struct pf_find *f, uint32_t at, uint32_t stop)
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
static uint32_t bold_tag(const struct pf_find *f, uint32_t at, uint32_t stop, bool closes)
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
	uint32_t begin = at + bold_tag(f, at, stop, false);

	for (uint32_t i = begin; begin > at && i < stop && f->text.ptr[i] != '\n'; i++)
		if (f->text.ptr[i] == '<')
			return bold_tag(f, i, stop, true) ? (struct pf_range){begin, i}
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
	if (at + 4 >= stop || !is_bold_mark(text + at))
		return italic_question_at(f, at, stop);
	begin = at + 2;
	while (begin < stop && text[begin] == text[at])
		begin++;
	for (uint32_t i = begin + 1; i + 1 < stop; i++)
		if (text[i] == text[at] && text[i + 1] == text[at])
			return (struct pf_range){begin, i};
	return (struct pf_range){at, at};
}

/* Index of the ":" that ends a label of a few words at the unit's start, or 0. */
static uint32_t label_colon(const struct pf_find *f, uint32_t first, uint32_t last)
{
	const struct pf_token *v = f->tokens->v;

	for (uint32_t i = first; i < last && i < first + LABEL_MAX; i++) {
		if (i > first && v[i].flags & PF_TOKEN_LINE)
			return 0;
		if (v[i].kind == PF_TOKEN_SIGN && v[i].sign == ':')
			return i > first ? i : 0;
		if (v[i].kind == PF_TOKEN_SIGN && v[i].sign && strchr(".?!,;", v[i].sign))
			return 0;
	}
	return 0;
}

static bool line_has(const struct pf_find *f, uint32_t i, uint32_t last, char sign)
{
	const struct pf_token *v = f->tokens->v;

	for (uint32_t k = i; k < last && k < i + LABEL_MAX && !(v[k].flags & PF_TOKEN_LINE); k++)
		if (v[k].kind == PF_TOKEN_SIGN && v[k].sign == sign)
			return true;
	return false;
}

/* "Q:", "Q3.", "A:", "Question 2:" at token i: the letter, or 0. *after is the token behind it. */
char pf_marker_at(const struct pf_find *f, uint32_t i, uint32_t last, uint32_t *after)
{
	const struct pf_token *v = f->tokens->v;
	char c;

	if (i >= last || v[i].kind != PF_TOKEN_WORD)
		return 0;
	if (v[i].end - v[i].begin == 1)
		c = f->text.ptr[v[i].begin];
	else if (pf_token_is(f->text, &v[i], "question"))
		c = 'Q';
	else if (pf_token_is(f->text, &v[i], "answer"))
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
	if (i >= last || v[i].kind != PF_TOKEN_SIGN || !v[i].sign || !strchr(":.)-", v[i].sign))
		return 0;
	*after = i + 1;
	return c;
}

static bool ends_in(const struct pf_find *f, uint32_t first, uint32_t last, char sign)
{
	const struct pf_token *v = f->tokens->v;

	while (last > first && v[last - 1].kind == PF_TOKEN_SIGN && v[last - 1].sign &&
	       strchr("*_\"')", v[last - 1].sign) && v[last - 1].sign != sign)
		last--;
	return last > first && v[last - 1].kind == PF_TOKEN_SIGN && v[last - 1].sign == sign;
}

static bool opens_quoted(const struct pf_find *f, uint32_t first, uint32_t last)
{
	const struct pf_token *v = f->tokens->v;

	while (first < last && v[first].kind == PF_TOKEN_SIGN && v[first].sign != '"')
		first++;
	return first < last && v[first].kind == PF_TOKEN_SIGN;
}

static uint32_t line_stop(const struct pf_find *f, uint32_t i, uint32_t last)
{
	for (i++; i < last && !(f->tokens->v[i].flags & PF_TOKEN_LINE);)
		i++;
	return i;
}

/* Where a line's bytes begin, given its first token: marks that open a bold run are its own. */
static uint32_t line_head(const struct pf_find *f, uint32_t token, uint32_t floor)
{
	uint32_t at = f->tokens->v[token].begin;

	while (at > floor && f->text.ptr[at - 1] != '\n' && f->text.ptr[at - 1] != ' ')
		at--;
	return at;
}

static bool is_short_label(const struct pf_find *f, uint32_t first, uint32_t last)
{
	uint8_t tier, says;

	if (last - first > 6 || ends_in(f, first, last, '.') || ends_in(f, first, last, ','))
		return false;
	says = pf_label_read(f, first, last, &tier);
	return says != PF_LABEL_NONE && says != PF_PART_OTHER;
}

/* Does a line inside a paragraph open a unit of its own? A bold run does, a question, a label. */
static bool opens(const struct pf_find *f, uint32_t i, uint32_t last, uint32_t floor)
{
	uint32_t head = line_head(f, i, floor), stop = line_stop(f, i, last), after, colon;
	uint8_t tier;

	struct pf_range italic = italic_question_at(f, head, f->tokens->v[stop - 1].end + 1);

	if (head + 2 < f->text.len && is_bold_mark(f->text.ptr + head))
		return true;
	if (bold_tag(f, head, (uint32_t)f->text.len, false))
		return true;
	if (italic.end > italic.begin)
		return true;
	if (pf_marker_at(f, i, last, &after))
		return true;
	if (f->tokens->v[i].flags & PF_TOKEN_CAPITAL && f->tokens->v[i].flags & PF_TOKEN_SENTENCE &&
	    ends_in(f, i, stop, '?'))
		return true;
	colon = label_colon(f, i, stop);
	if (colon && pf_label_read(f, i, colon, &tier) != PF_LABEL_NONE)
		return true;
	return is_short_label(f, i, stop);
}

/* "Key features and benefits of X" above a list is its heading, though it is no short one. */
static bool leads_list(const struct pf_find *f, const struct pf_unit *u)
{
	uint8_t tier, says;

	if (!u->whole || u->block + 1 >= f->n_blocks || u->last - u->first > 14 ||
	    f->blocks[u->block + 1].kind != PF_BLOCK_LIST || ends_in(f, u->first, u->last, ':') ||
	    ends_in(f, u->first, u->last, '.'))
		return false;
	says = pf_label_read(f, u->first, u->last, &tier);
	return says < PF_PART_OTHER || says == PF_LABEL_TIER;
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
	    !is_short_label(f, u->first, token_at(f, end - (strchr(".:", text[end - 1]) != NULL))))
		return (struct pf_range){u->begin, u->begin};
	return (struct pf_range){u->begin + 1, end};
}

/* Reads what a unit opens with: a bold run, "Label:", or nothing but a label. */
static void read_label(struct pf_find *f, struct pf_unit *u)
{
	struct pf_range bold = bold_at(f, u->begin, u->end);
	uint32_t colon = label_colon(f, u->first, u->last);

	if (bold.end == bold.begin)
		bold = italic_label_at(f, u);
	if (bold.end > bold.begin) {
		uint32_t stop = token_at(f, bold.end);

		u->label = bold;
		u->body = bold.end;
		u->body += bold_tag(f, u->body, u->end, true);
		while (u->body < u->end && f->text.ptr[u->body] == f->text.ptr[bold.end])
			u->body++;
		u->says = pf_label_read(f, u->first, stop, &u->tier);
		u->level = PF_LEVEL_RUNIN;
		while (stop < u->last && f->tokens->v[stop].kind == PF_TOKEN_SIGN)
			stop++;
		if (stop >= u->last) {
			u->level = PF_LEVEL_BOLD;
			/* A bold sentence is prose, and not the heading of what follows; so is what
			 * someone said. */
			if (!u->depth &&
			    (u->last - u->first <= 8 || !(ends_in(f, u->first, u->last, '.') ||
							  opens_quoted(f, u->first, u->last))))
				u->kind = PF_UNIT_HEADING;
		}
	}
	if (colon && (bold.end == bold.begin || u->says == PF_LABEL_NONE)) {
		uint8_t tier, says = pf_label_read(f, u->first, colon, &tier);

		if (says == PF_LABEL_NONE)
			return;
		u->says = says;
		u->tier = tier;
		u->level = PF_LEVEL_RUNIN;
		u->label = (struct pf_range){f->tokens->v[u->first].begin,
					     f->tokens->v[colon - 1].end};
		u->body = f->tokens->v[colon].end;
		if (colon + 1 >= u->last && !u->depth && u->whole) {
			u->kind = PF_UNIT_HEADING;
			u->level = PF_LEVEL_BOLD;
		}
	} else if (bold.end == bold.begin && !u->depth &&
		   (is_short_label(f, u->first, u->last) || leads_list(f, u)) &&
		   line_stop(f, u->first, u->last) == u->last) {
		u->says = pf_label_read(f, u->first, u->last, &u->tier);
		u->kind = PF_UNIT_HEADING;
		u->level = PF_LEVEL_BOLD;
		u->label = pf_unit_range(u);
		u->body = u->end;
	}
}

static void add_text(struct pf_find *f, uint32_t block, struct around around, uint32_t begin,
		     uint32_t end)
{
	const struct pf_block *b = &f->blocks[block];
	struct pf_unit *u = add_unit(f, PF_UNIT_TEXT, block, begin, end);
	uint32_t after;

	u->whole = begin == b->begin && end == b->end;
	u->quoted = around.quoted;
	if (around.item != PF_DOC_NONE) {
		uint32_t level = f->blocks[around.item].level;

		u->depth = level > UINT8_MAX ? UINT8_MAX : (uint8_t)level;
		u->item = block == around.item + 1 && begin == b->begin;
	}
	if (u->first == u->last)
		return;
	/* A line that goes on a list by laziness and is a label is no part of the list. */
	if (begin > b->begin && u->depth && is_short_label(f, u->first, u->last))
		u->depth = 0;
	u->answer = pf_marker_at(f, u->first, u->last, &after) == 'A';
	if (u->answer)
		u->body = after < u->last ? f->tokens->v[after].begin : u->end;
	else
		read_label(f, u);
	/* A line that goes on a list by laziness and opens with a label is no part of the list. */
	if (begin > b->begin && u->says < PF_PART_COUNT)
		u->depth = 0;
	pf_ask_read(f, u);
}

/* "Solution" on a line of its own names what stands below it, with or without a blank line. */
static bool is_label_line(const struct pf_find *f, uint32_t first, uint32_t next, uint32_t last)
{
	return is_short_label(f, first, next) && line_stop(f, first, last) == next;
}

/* Text copied from a page set in lines has no blank lines left: what ends short, ended. */
struct set_lines {
	uint32_t lines, widest; /* bytes */
};

static struct set_lines measure_lines(const struct pf_find *f, uint32_t begin, uint32_t end)
{
	struct set_lines m = {1, 0};

	for (;; m.lines++) {
		const char *line = f->text.ptr + begin;
		const char *stop = memchr(line, '\n', end - begin);
		uint32_t width = stop ? (uint32_t)(stop - line) : end - begin;

		m.widest = width > m.widest ? width : m.widest;
		if (!stop)
			return m;
		begin += width + 1;
	}
}

#define SET_LINES  6u
#define SET_WIDTH  50u
#define SHORT_LINE 85u /* percent of the widest */

static bool follows_short_line(const struct pf_find *f, uint32_t i, uint32_t floor,
			       struct set_lines m)
{
	const struct pf_token *before = &f->tokens->v[i - 1], *t = &f->tokens->v[i];
	uint32_t at = before->end;

	if (m.lines < SET_LINES || m.widest < SET_WIDTH || before->kind != PF_TOKEN_SIGN ||
	    !before->sign || !strchr(".!?\"", before->sign) ||
	    !(t->flags & PF_TOKEN_CAPITAL || (t->kind == PF_TOKEN_SIGN && t->sign == '"')))
		return false;
	while (at > floor && f->text.ptr[at - 1] != '\n')
		at--;
	return (before->end - at) * 100 < m.widest * SHORT_LINE;
}

/* "June 25, 2021 - Seattle" below a headline that no blank line parts from it. */
static bool opens_with_date(const struct pf_find *f, uint32_t i)
{
	size_t q = pf_quants_at(f->quants, f->tokens->v[i].begin);

	return q < f->quants->n && f->quants->v[q].begin == f->tokens->v[i].begin &&
	       f->quants->v[q].kind == PF_QUANT_DATE &&
	       !(f->tokens->v[i - 1].kind == PF_TOKEN_SIGN && f->tokens->v[i - 1].sign == ',');
}

static bool sentence_asks(const struct pf_find *f, uint32_t i, uint32_t last)
{
	const struct pf_token *v = f->tokens->v;

	for (uint32_t k = i; k < last; k++) {
		if (k > i && v[k].flags & (PF_TOKEN_LINE | PF_TOKEN_SENTENCE))
			return false;
		if (v[k].kind == PF_TOKEN_SIGN && v[k].sign == '?')
			return true;
	}
	return false;
}

/* Does the line that begins with token i open with a question of its own? */
static bool line_asks(const struct pf_find *f, uint32_t i, uint32_t first, uint32_t last)
{
	const struct pf_token *v = f->tokens->v;

	return (i <= first || (v[i].flags & PF_TOKEN_SENTENCE && v[i].flags & PF_TOKEN_LINE)) &&
	       sentence_asks(f, i, last);
}

/* "What does it cost? $4M." and "Who pays? We do.", a line each: one question is rhetoric, a second
 * line that asks makes a list of them. */
static bool lists_questions(const struct pf_find *f, uint32_t first, uint32_t last)
{
	uint32_t n = 0;

	for (uint32_t i = first; i < last && n < 2; i++)
		if (i == first || f->tokens->v[i].flags & PF_TOKEN_LINE)
			n += line_asks(f, i, first, last);
	return n > 1;
}

/* Does a sentence open with "Solution:"? */
static uint8_t sentence_says(const struct pf_find *f, uint32_t i, uint32_t last)
{
	uint32_t colon = f->tokens->v[i].flags & PF_TOKEN_SENTENCE ? label_colon(f, i, last) : 0;
	uint8_t tier;

	return colon ? pf_label_read(f, i, colon, &tier) : PF_LABEL_NONE;
}

#define RUN_ON 3u /* labels in one paragraph */

/* A page typed without a new line: "Problem: ... Solution: ... FAQ: ... ?", one behind the other.
 */
static bool runs_on(const struct pf_find *f, uint32_t first, uint32_t last)
{
	uint32_t n = 0, seen = 0;

	for (uint32_t i = first; i < last; i++) {
		uint8_t says = i > first && f->tokens->v[i].flags & PF_TOKEN_LINE
				       ? PF_LABEL_NONE
				       : sentence_says(f, i, last);

		n += says < PF_PART_ROLLOUT && !(seen & 1u << says);
		seen |= says < PF_PART_ROLLOUT ? 1u << says : 0u;
	}
	return n >= RUN_ON;
}

/* In such a page a label opens a unit, and below "FAQ:" a question does. */
static bool opens_in_line(const struct pf_find *f, uint32_t i, uint32_t last, bool *faq)
{
	uint8_t says = sentence_says(f, i, last);

	if (says != PF_LABEL_NONE)
		*faq = says == PF_PART_FAQ || says == PF_LABEL_FAQ_INTERNAL;
	return says != PF_LABEL_NONE ||
	       (*faq && (f->tokens->v[i].flags & PF_TOKEN_SENTENCE || ends_in(f, i - 1, i, ':')) &&
		sentence_asks(f, i, last));
}

/* What one needs to know of a paragraph to see where it is cut. */
struct paragraph {
	uint32_t first, last; /* tokens; first: of the unit that is open */
	uint32_t begin;       /* byte */
	struct set_lines lines;
	bool questions, runs_on;
	bool faq; /* of one that runs on: "FAQ:" has been met */
	bool quoted;
};

/* Does the line of the token begin with ">"? */
static bool has_quote_mark(const struct pf_find *f, uint32_t i)
{
	uint32_t at = f->tokens->v[i].begin;

	while (at && f->text.ptr[at - 1] != '\n' && f->text.ptr[at - 1] != '>')
		at--;
	return at && f->text.ptr[at - 1] == '>';
}

/* The first line that goes on a quote without its mark: to who wrote it, no part of the quote. */
static bool leaves_quote(const struct pf_find *f, const struct paragraph *p, uint32_t i)
{
	return p->quoted && !has_quote_mark(f, i) && has_quote_mark(f, p->first);
}

static bool cuts(const struct pf_find *f, struct paragraph *p, uint32_t i)
{
	if (p->runs_on)
		return opens_in_line(f, i, p->last, &p->faq);
	return f->tokens->v[i].flags & PF_TOKEN_LINE &&
	       (leaves_quote(f, p, i) || opens(f, i, p->last, p->begin) ||
		is_label_line(f, p->first, i, p->last) || opens_with_date(f, i) ||
		follows_short_line(f, i, p->begin, p->lines) ||
		(p->questions && line_asks(f, i, 0, p->last)));
}

static void cut_paragraph(struct pf_find *f, uint32_t block, struct around around)
{
	const struct pf_block *b = &f->blocks[block];
	uint32_t begin = b->begin;
	struct paragraph p = {.first = token_at(f, b->begin), .last = token_at(f, b->end)};

	p.begin = begin;
	p.quoted = around.quoted;
	p.lines = measure_lines(f, b->begin, b->end);
	p.questions = lists_questions(f, p.first, p.last);
	p.runs_on = runs_on(f, p.first, p.last);

	for (uint32_t i = p.first + 1; i < p.last; i++) {
		uint32_t head, end;

		if (!cuts(f, &p, i))
			continue;
		head = line_head(f, i, b->begin);
		end = f->tokens->v[i - 1].end;
		while (end < head && f->text.ptr[end] != '\n' && f->text.ptr[end] != '\r')
			end++;
		if (end > begin && head > begin) {
			add_text(f, block, around, begin, end);
			begin = head;
			p.first = i;
			around.quoted = p.quoted && has_quote_mark(f, i);
		}
	}
	add_text(f, block, around, begin, b->end);
}

static void add_heading(struct pf_find *f, uint32_t block)
{
	const struct pf_block *b = &f->blocks[block];
	struct pf_unit *u = add_unit(f, PF_UNIT_HEADING, block, b->begin, b->end);
	uint32_t colon = label_colon(f, u->first, u->last);

	u->level = (uint8_t)b->level;
	u->whole = true;
	u->label = pf_unit_range(u);
	u->body = u->end;
	u->says = pf_label_read(f, u->first, u->last, &u->tier);
	/* "# Title: Groceries in ten minutes": the heading's text is the part itself. */
	if (colon && colon + 1 < u->last && u->says != PF_LABEL_NONE) {
		uint32_t first = u->first;

		while (first < colon && f->tokens->v[first].kind == PF_TOKEN_SIGN)
			first++;
		u->label =
			(struct pf_range){f->tokens->v[first].begin, f->tokens->v[colon - 1].end};
		u->body = f->tokens->v[colon + 1].begin;
	}
	pf_ask_read(f, u);
}

void pf_unit_split(struct pf_find *f, size_t at, uint32_t token)
{
	struct pf_unit *u;
	uint32_t cut = f->tokens->v[token].begin;

	(void)PF_PUSH(&f->units);
	u = &f->units.v[at];
	memmove(u + 1, u, (f->units.n - 1 - at) * sizeof(*u));
	while (cut > u->begin && strchr("*_\"", f->text.ptr[cut - 1]) && f->text.ptr[cut - 1])
		cut--;
	u[0].last = u[1].first = token;
	u[0].end = u[1].begin = u[1].body = cut;
	while (u[0].end > u[0].begin && strchr(" \t\r\n", f->text.ptr[u[0].end - 1]))
		u[0].end--;
	u[1].label = (struct pf_range){cut, cut};
	u[1].says = PF_LABEL_NONE;
	u[1].tier = PF_TIER_NONE;
	u[1].level = 0;
	u[0].whole = u[1].whole = false;
	if (u[0].body > u[0].end)
		u[0].body = u[0].end;
	pf_cues_recount(f, &u[0]);
	pf_cues_recount(f, &u[1]);
}

void pf_units_make(struct pf_find *f)
{
	struct around *around = pf_xcalloc(f->n_blocks + 1, sizeof(*around));

	for (uint32_t i = 0; i < f->n_blocks; i++) {
		const struct pf_block *b = &f->blocks[i];
		struct around a = {PF_DOC_NONE, false};

		if (b->parent != PF_DOC_NONE)
			a = around[b->parent];
		if (b->kind == PF_BLOCK_ITEM)
			a.item = i;
		a.quoted = a.quoted || b->kind == PF_BLOCK_QUOTE;
		around[i] = a;
		if (b->kind == PF_BLOCK_HEADING)
			add_heading(f, i);
		else if (b->kind == PF_BLOCK_PARAGRAPH)
			cut_paragraph(f, i, a);
		else if (b->kind == PF_BLOCK_ROW)
			pf_ask_row(f, add_unit(f, PF_UNIT_ROW, i, b->begin, b->end));
		else if (b->kind == PF_BLOCK_CODE || b->kind == PF_BLOCK_HTML ||
			 b->kind == PF_BLOCK_RULE || b->kind == PF_BLOCK_FRONT_MATTER)
			add_unit(f, PF_UNIT_OTHER, i, b->begin, b->end);
	}
	free(around);
}
