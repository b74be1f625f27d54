/* Where a paragraph is cut: at what opens like a label or a question, and where lines were set. */
#include <string.h>

#include "units.h"

/* Does a line inside a paragraph open a unit of its own? A bold run does, a question, a label. */
static bool opens(const struct pf_find *f, uint32_t i, uint32_t last, uint32_t floor)
{
	uint32_t head = pf_line_head(f, i, floor), stop = pf_line_stop(f, i, last), after, colon;
	uint8_t tier;

	struct pf_range italic = pf_italic_question_at(f, head, f->tokens->v[stop - 1].end + 1);

	if (head + 2 < f->text.len && pf_is_bold_mark(f->text.ptr + head))
		return true;
	if (pf_bold_tag(f, head, (uint32_t)f->text.len, false))
		return true;
	if (italic.end > italic.begin)
		return true;
	if (pf_marker_at(f, i, last, &after))
		return true;
	if (f->tokens->v[i].flags & PF_TOKEN_CAPITAL && f->tokens->v[i].flags & PF_TOKEN_SENTENCE &&
	    pf_ends_in(f, i, stop, '?'))
		return true;
	colon = pf_label_colon(f, i, stop);
	if (colon && pf_label_read(f, i, colon, &tier) != PF_LABEL_NONE)
		return true;
	return pf_is_short_label(f, i, stop);
}

/* "Solution" on a line of its own names what stands below it, with or without a blank line. */
static bool is_label_line(const struct pf_find *f, uint32_t first, uint32_t next, uint32_t last)
{
	return pf_is_short_label(f, first, next) && pf_line_stop(f, first, last) == next;
}

static struct pf_set_lines measure_lines(const struct pf_find *f, uint32_t begin, uint32_t end)
{
	struct pf_set_lines m = {1, 0};

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
			       struct pf_set_lines m)
{
	const struct pf_token *before = &f->tokens->v[i - 1], *t = &f->tokens->v[i];
	uint32_t at = before->end;

	if (m.lines < SET_LINES || m.widest < SET_WIDTH || before->kind != PF_TOKEN_SIGN ||
	    !before->sign || !strchr(".!?\"", before->sign) ||
	    !(t->flags & PF_TOKEN_CAPITAL || pf_token_is_sign(t, '"')))
		return false;
	while (at > floor && f->text.ptr[at - 1] != '\n')
		at--;
	return (before->end - at) * 100 < m.widest * SHORT_LINE;
}

/* "June 25, 2021 - Seattle" below a headline that no blank line parts from it; "February, a boat
 * came" only goes on from the line above. */
static bool opens_with_date(const struct pf_find *f, uint32_t i, uint32_t last)
{
	const struct pf_token *v = f->tokens->v;
	size_t q = pf_quants_at(f->quants, v[i].begin);
	uint32_t stop;

	if (q == f->quants->n || f->quants->v[q].begin != v[i].begin ||
	    f->quants->v[q].kind != PF_QUANT_DATE || pf_token_is_sign(&v[i - 1], ','))
		return false;
	stop = pf_line_stop(f, i, last);
	for (i = f->quants->v[q].last; i < stop; i++)
		if (v[i].kind == PF_TOKEN_SIGN && v[i].sign && strchr("-.:", v[i].sign))
			return true;
		else if (v[i].kind == PF_TOKEN_WORD && !(v[i].flags & PF_TOKEN_CAPITAL))
			return false;
	return true;
}

static bool sentence_asks(const struct pf_find *f, uint32_t i, uint32_t last)
{
	const struct pf_token *v = f->tokens->v;

	for (uint32_t k = i; k < last; k++) {
		if (k > i && v[k].flags & (PF_TOKEN_LINE | PF_TOKEN_SENTENCE))
			return false;
		if (pf_asks_at(f, k, last))
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
	const struct pf_sentence *s = &f->tokens->sentences.v[pf_sentence_of(f->tokens, first)];
	uint32_t n = line_asks(f, first, first, last);

	for (uint32_t i = s->last; i < last && n < 2; i = (++s)->last)
		n += line_asks(f, i, first, last);
	return n > 1;
}

/* Does a sentence open with "Solution:"? */
static uint8_t sentence_says(const struct pf_find *f, uint32_t i, uint32_t last)
{
	uint32_t colon = f->tokens->v[i].flags & PF_TOKEN_SENTENCE ? pf_label_colon(f, i, last) : 0;
	uint8_t tier;

	return colon ? pf_label_read(f, i, colon, &tier) : PF_LABEL_NONE;
}

#define RUN_ON 3u /* labels in one paragraph */

/* A page typed without a new line: "Problem: ... Solution: ... FAQ: ... ?", one behind the other.
 */
static bool runs_on(const struct pf_find *f, uint32_t first, uint32_t last)
{
	const struct pf_sentence *s = &f->tokens->sentences.v[pf_sentence_of(f->tokens, first)];
	uint32_t n = 0, seen = 0;

	for (uint32_t i = first; i < last; i = (s++)->last) {
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
	       (*faq &&
		(f->tokens->v[i].flags & PF_TOKEN_SENTENCE || pf_ends_in(f, i - 1, i, ':')) &&
		sentence_asks(f, i, last));
}

/* Does the line of the token begin with ">"? */
bool pf_has_quote_mark(const struct pf_find *f, uint32_t i)
{
	uint32_t at = f->tokens->v[i].begin;

	while (at && f->text.ptr[at - 1] != '\n' && f->text.ptr[at - 1] != '>')
		at--;
	return at && f->text.ptr[at - 1] == '>';
}

/* The first line that goes on a quote without its mark: to who wrote it, no part of the quote. */
static bool leaves_quote(const struct pf_find *f, const struct pf_paragraph *p, uint32_t i)
{
	return p->quoted && !pf_has_quote_mark(f, i) && pf_has_quote_mark(f, p->first);
}

bool pf_paragraph_cuts(const struct pf_find *f, struct pf_paragraph *p, uint32_t i)
{
	if (p->runs_on)
		return opens_in_line(f, i, p->last, &p->faq);
	return leaves_quote(f, p, i) || opens(f, i, p->last, p->begin) ||
	       is_label_line(f, p->first, i, p->last) || opens_with_date(f, i, p->last) ||
	       follows_short_line(f, i, p->begin, p->lines) ||
	       (p->questions && line_asks(f, i, 0, p->last));
}

/* Most paragraphs neither ask nor name anything, and a look at their bytes tells. */
static bool holds(const struct pf_find *f, const struct pf_block *b, char sign)
{
	return memchr(f->text.ptr + b->begin, sign, b->end - b->begin);
}

struct pf_paragraph pf_paragraph_read(const struct pf_find *f, uint32_t block, bool quoted)
{
	const struct pf_block *b = &f->blocks[block];
	struct pf_paragraph p = {.first = pf_token_at(f, b->begin),
				 .last = pf_token_at(f, b->end),
				 .begin = b->begin,
				 .quoted = quoted};

	p.lines = measure_lines(f, b->begin, b->end);
	if (p.first < p.last) {
		p.questions = holds(f, b, '?') && lists_questions(f, p.first, p.last);
		p.runs_on = holds(f, b, ':') && runs_on(f, p.first, p.last);
	}
	return p;
}
