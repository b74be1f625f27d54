#include <string.h>

#include "passes.h"
#include "release/release.h"
#include "signs.h"

#define REFERENCE_TOKENS 8u

/* "[E3]", "[S2, S4]" and "[12]" name where it comes from: letters of a list, and numbers. */
static bool is_reference(const struct pf_token *v, size_t i, size_t stop)
{
	bool number = false;

	if (stop - i > REFERENCE_TOKENS)
		return false;
	for (; i < stop; i++) {
		if (v[i].kind == PF_TOKEN_WORD &&
		    (v[i].end - v[i].begin > 2 || !(v[i].flags & PF_TOKEN_CAPITAL)))
			return false;
		number = number || v[i].kind == PF_TOKEN_NUMBER;
	}
	return number;
}

/* The first "[", "{" or "_" from token i on. */
static size_t next_open(const struct pf_token *v, size_t i, size_t n)
{
	static const bool opens[UINT8_MAX + 1] = {['['] = true, ['{'] = true, ['_'] = true};

	while (i < n && !opens[v[i].sign])
		i++;
	return i;
}

/* "__": the first two of a blank. */
static bool is_blank(const struct pf_token *v, size_t i)
{
	return pf_token_is_sign(&v[i + 1], '_') && !(v[i + 1].flags & PF_TOKEN_SPACED) &&
	       (!i || !pf_token_is_sign(&v[i - 1], '_'));
}

/* Words between brackets that stand in prose: links are masked, so what is left is a slot. */
static void count_slots(const struct pf_find *f, struct pf_signs *s)
{
	const struct pf_token *v = f->tokens->v;
	size_t n = f->tokens->n, last = n - (n > 0);

	for (size_t i = next_open(v, 0, last); i < last; i = next_open(v, i + 1, last)) {
		char close = v[i].sign == '[' ? ']' : '}';
		uint32_t words = 0;
		size_t k = i + 1;

		if (v[i].sign == '_') {
			s->slots += is_blank(v, i);
			s->places += is_blank(v, i);
			continue;
		}
		while (k < n && k < i + 40 && !pf_token_is_sign(&v[k], close) &&
		       !(v[k].flags & PF_TOKEN_BLOCK))
			words += v[k++].kind == PF_TOKEN_WORD;
		if (k < n && pf_token_is_sign(&v[k], close)) {
			if (!is_reference(v, i + 1, k)) {
				s->slots += words;
				s->places++;
			}
			i = k;
		}
	}
}

/* "$X billion", TBD; blanks and brackets are counted above. */
static void count_placeholders(const struct pf_find *f, struct pf_signs *s)
{
	for (size_t i = 0; i < f->quants->notes.n; i++) {
		const struct pf_quant_note *n = &f->quants->notes.v[i];

		if (n->kind == PF_NOTE_PLACEHOLDER && f->text.ptr[n->begin] != '_' &&
		    f->text.ptr[n->begin] != '[') {
			s->slots++;
			s->places++;
		}
	}
}

static bool is_article_part(uint8_t part)
{
	return part == PF_PART_PROBLEM || part == PF_PART_SOLUTION || part == PF_PART_BENEFITS ||
	       part == PF_PART_METRICS || part == PF_PART_FAQ;
}

/* Those a release is made of where each has its heading. */
static bool is_release_part(int part)
{
	return part == PF_PART_HEADLINE || part == PF_PART_SUBHEADING || part == PF_PART_SUMMARY ||
	       part == PF_PART_PROBLEM || part == PF_PART_SOLUTION ||
	       part == PF_PART_QUOTE_COMPANY || part == PF_PART_QUOTE_CUSTOMER ||
	       part == PF_PART_START;
}

/* Prose of a quote: the line that names its speaker is one unit more of the same. */
static bool is_quote(const struct pf_find *f, size_t at)
{
	const struct pf_unit *u = &f->units.v[at];

	return u->kind == PF_UNIT_TEXT &&
	       (u->part == PF_PART_QUOTE_COMPANY || u->part == PF_PART_QUOTE_CUSTOMER);
}

/* "_Describe the problem._ Files pile up ..." and "Files pile up. (Describe the problem.)":
 * guidance in italics or in brackets, and beside it what was written. */
static bool is_answered(const struct pf_find *f, const struct pf_unit *u)
{
	const char *text = f->text.ptr;
	uint32_t i = u->begin + 1, first = u->first, stop;

	if ((text[u->begin] == '_' || text[u->begin] == '*') && text[i] != text[u->begin]) {
		while (i < u->end && text[i] != text[u->begin])
			i++;
		return i < u->end && pf_tokens_words(f->tokens, (struct pf_range){i, u->end}) > 0;
	}
	if (!pf_token_is_sign(&f->tokens->v[u->last - 1], ')'))
		return false;
	while (first < u->last && !pf_token_is_sign(&f->tokens->v[first], '('))
		first++;
	for (i = u->first; i < first; i++)
		if (pf_cue_here(f, i, first, PF_CUE_GUIDE, &stop))
			return false;
	return first > u->first && first < u->last;
}

/* Prose that tells the writer what to write, and is not followed by what was written. */
static bool is_guide(const struct pf_find *f, const struct pf_unit *u)
{
	uint32_t guides = 0, all = 0, stop;

	if (!u->cues[PF_CUE_GUIDE] || u->last - u->first >= 80 || is_answered(f, u))
		return false;
	for (uint32_t i = u->first; i < u->last; i = pf_sentence_stop(f, i, u->last)) {
		uint32_t k = i, end = pf_sentence_stop(f, i, u->last);

		while (k < end && !pf_cue_here(f, k, end, PF_CUE_GUIDE, &stop))
			k++;
		guides += k < end;
		all++;
	}
	return guides * 2 >= all;
}

/* Between the first question and the last answer, whatever part the answer was taken for. */
static bool in_questions(const struct pf_find *f, const struct pf_unit *u)
{
	const struct pf_parts *out = f->out;

	return out->pairs.n && u->begin >= out->pairs.v[0].question.begin &&
	       u->end <= out->pairs.v[out->pairs.n - 1].answer.end;
}

/* "Describe the problem your product solves." and on the next line the problem: the token it begins
 * with, or 0. */
static uint32_t filled_in(const struct pf_find *f, const struct pf_unit *u)
{
	uint32_t next, guides[2] = {0}, stop;

	if (!u->cues[PF_CUE_GUIDE])
		return 0;
	next = pf_line_stop(f, u->first, u->last);
	if (next >= u->last || !pf_token_is_sign(&f->tokens->v[next - 1], '.'))
		return 0;
	for (uint32_t i = u->first; i < u->last; i++)
		guides[i >= next] += pf_cue_here(f, i, u->last, PF_CUE_GUIDE, &stop);
	return guides[0] && !guides[1] ? next : 0;
}

static bool is_set_off(const struct pf_find *f, const struct pf_unit *u)
{
	return u->quoted || f->blocks[u->block].emphasis;
}

/* How many block quotes it stands in. */
static uint32_t quotes_around(const struct pf_find *f, const struct pf_unit *u)
{
	uint32_t n = 0;

	for (uint32_t b = u->block; b != PF_DOC_NONE; b = f->blocks[b].parent)
		n += f->blocks[b].kind == PF_BLOCK_QUOTE;
	return n;
}

#define SAID_IN_HEADING 5u /* words; fewer are the name of what follows */

/* Below the guidance that a template gave, in a block quote or in italics, stands what was written:
 * in plain text, in a quote within the quote, or as a heading. */
static bool is_followed(const struct pf_find *f, const struct pf_unit *u)
{
	const struct pf_unit *next = u + 1;

	if (next >= f->units.v + f->units.n || !is_set_off(f, u) || next->last == next->first ||
	    is_guide(f, next))
		return false;
	if (next->kind == PF_UNIT_HEADING)
		return next->says == PF_LABEL_NONE && !next->ask &&
		       pf_unit_words(f, next) >= SAID_IN_HEADING;
	return next->kind == PF_UNIT_TEXT &&
	       (!is_set_off(f, next) || quotes_around(f, next) > quotes_around(f, u));
}

/* What was written stands above the guidance, right below the heading. */
static bool is_led(const struct pf_find *f, const struct pf_unit *u)
{
	const struct pf_unit *before = u - 1;

	return u - f->units.v >= 2 && before->kind == PF_UNIT_TEXT && is_set_off(f, u) &&
	       !is_set_off(f, before) && before->last > before->first && !is_guide(f, before) &&
	       before[-1].kind == PF_UNIT_HEADING && before[-1].says < PF_PART_COUNT;
}

static bool label_has(const struct pf_find *f, const struct pf_unit *u, enum pf_cue cue)
{
	uint32_t stop;

	for (uint32_t i = u->first; u->cues[cue] && i < u->last; i++)
		if (f->tokens->v[i].begin < u->label.end && pf_cue_here(f, i, u->last, cue, &stop))
			return true;
	return false;
}

static void read_unit(const struct pf_find *f, const struct pf_unit *u, struct pf_signs *s,
		      bool *label, bool *content)
{
	s->code += f->blocks[u->block].kind == PF_BLOCK_CODE;
	if (u->kind == PF_UNIT_OTHER)
		return;
	if (u->kind != PF_UNIT_HEADING && !u->asked)
		s->words += pf_tokens_words(f->tokens, (struct pf_range){u->body, u->end});
	if (is_article_part(u->part))
		content[u->part] = true;
	if (u->says < PF_PART_COUNT && u->by_label)
		label[u->says] = true;
	if (u->says == PF_LABEL_TIER)
		label[PF_PART_METRICS] = true;
	s->tiers = s->tiers || u->tier != PF_TIER_NONE;
	s->start = s->start || u->part == PF_PART_START;
	s->customers = s->customers || u->says == PF_PART_FAQ;
	s->internal = s->internal || u->says == PF_LABEL_FAQ_INTERNAL;
	s->offer = s->offer ||
		   ((u->part == PF_PART_SOLUTION || u->part == PF_PART_BENEFITS ||
		     u->part == PF_PART_PROBLEM || (f->press && u->part == PF_PART_SUMMARY)) &&
		    !in_questions(f, u));
	if (u->part == PF_PART_HEADLINE || u->part == PF_PART_SUMMARY ||
	    u->part == PF_PART_SUBHEADING) {
		s->announce = s->announce || u->cues[PF_CUE_ANNOUNCE];
	}
	if (u->kind == PF_UNIT_HEADING && u->part != PF_PART_FAQ && !u->ask) {
		s->heads += u->level < PF_LEVEL_BOLD;
		s->spec += u->cues[PF_CUE_SPEC] > 0;
		s->readme += u->cues[PF_CUE_README] > 0;
	}
	if (u->label.end > u->label.begin)
		s->web += label_has(f, u, PF_CUE_WEB);
	s->pull += u->cues[PF_CUE_PULL];
	/* Quoted, it is the guidance of a template that was left in. */
	if (u->kind == PF_UNIT_TEXT && !u->quoted)
		s->about += u->cues[PF_CUE_ABOUT];
	if (u->kind == PF_UNIT_TEXT && u->last > u->first && !u->asked) {
		bool filled = filled_in(f, u) > 0, guide = !filled && is_guide(f, u);

		s->units++;
		s->filled += filled;
		s->guides += guide;
		s->blanks += guide && !is_followed(f, u) && !is_led(f, u);
	}
}

#define GUIDANCE_MANY 3u /* so often a template speaks; a writer's "Provide a map" stands alone */

void pf_guidance_find(struct pf_find *f)
{
	uint32_t n = 0, stop;

	for (size_t i = 0; i < f->units.n; i++) {
		struct pf_unit *u = &f->units.v[i];
		uint32_t filled;

		u->said = u->begin;
		if (u->kind != PF_UNIT_TEXT || u->last == u->first || u->asked)
			continue;
		filled = filled_in(f, u);
		if (filled)
			u->said = f->tokens->v[filled].begin;
		else if (pf_cue_here(f, u->first, u->last, PF_CUE_GUIDE, &stop) && is_guide(f, u) &&
			 !(is_followed(f, u) && u[1].kind == PF_UNIT_HEADING))
			u->said = u->end;
		n += u->said > u->begin;
	}
	for (size_t i = 0; i < f->units.n && n < GUIDANCE_MANY; i++)
		f->units.v[i].said = f->units.v[i].begin;
}

/* "October 2027." as a sentence of its own. */
static bool is_day(const struct pf_find *f, uint32_t i, uint32_t last)
{
	size_t at = pf_quants_at(f->quants, f->tokens->v[i].begin);
	const struct pf_quant *q;

	if (at == f->quants->n)
		return false;
	q = &f->quants->v[at];
	return q->first == i && q->kind == PF_QUANT_DATE && strcmp(q->unit, "year") &&
	       q->last + 1 == pf_sentence_stop(f, i, last);
}

/* "From 2 November families can bring us the list": whoever writes so announces, without the word.
 */
static bool opens_on_day(const struct pf_find *f, const struct pf_unit *u)
{
	if (u->kind != PF_UNIT_TEXT || u->depth || u->part == PF_PART_FAQ)
		return false;
	for (uint32_t i = u->first; i < u->last; i = pf_sentence_stop(f, i, u->last))
		if (pf_opens_on_day(f, i, u->last) || is_day(f, i, u->last))
			return true;
	return false;
}

#define NEWS_UNITS 10u /* what news is of is said where it begins */

#define HEAD_UNITS 3u /* title, sub-title, and where and when */

struct pf_signs pf_signs_read(const struct pf_find *f)
{
	struct pf_signs s = {0};
	bool label[PF_PART_COUNT] = {0}, content[PF_PART_COUNT] = {0};

	for (size_t i = 0; i < f->units.n; i++) {
		read_unit(f, &f->units.v[i], &s, label, content);
		s.study += i < NEWS_UNITS ? f->units.v[i].cues[PF_CUE_STUDY] : 0u;
		s.dated = s.dated || (i < NEWS_UNITS && opens_on_day(f, &f->units.v[i]));
		s.quotes += is_quote(f, i) && (!i || !is_quote(f, i - 1) || pf_is_quotation(f, i));
	}
	for (int p = 0; p < PF_PART_COUNT; p++) {
		s.labels += label[p] && is_article_part((uint8_t)p);
		s.form += label[p] && is_release_part(p);
		s.content += content[p];
	}
	s.voices = s.quotes || label[PF_PART_HEADLINE] || label[PF_PART_SUBHEADING] ||
		   label[PF_PART_QUOTE_COMPANY] || label[PF_PART_QUOTE_CUSTOMER];
	s.begins = label[PF_PART_START];
	s.headed = label[PF_PART_HEADLINE] && label[PF_PART_SUBHEADING];
	s.both =
		pf_units_have(f, PF_PART_QUOTE_COMPANY) && pf_units_have(f, PF_PART_QUOTE_CUSTOMER);
	s.story = content[PF_PART_PROBLEM] && content[PF_PART_SOLUTION];
	s.pairs = (uint32_t)f->out->pairs.n;
	for (size_t i = 0; i < f->out->pairs.n; i++)
		s.answered += f->out->pairs.v[i].answer.end > f->out->pairs.v[i].answer.begin;
	s.dateline = f->out->dateline.end > f->out->dateline.begin;
	for (size_t i = 0; i < f->units.n && i < HEAD_UNITS; i++)
		s.dated = s.dated || pf_names_a_day(f, &f->units.v[i]);
	count_slots(f, &s);
	count_placeholders(f, &s);
	return s;
}
