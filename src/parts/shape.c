#include <stdio.h>
#include <string.h>

#include "find.h"
#include "prfaq/base/buf.h"

/* What speaks for and against a PR/FAQ, counted once. */
struct signs {
	uint32_t words; /* of prose, headings left out */
	uint32_t pairs; /* questions */
	uint32_t answered;
	uint32_t labels;  /* of the article's five, by heading or label */
	uint32_t content; /* of the article's five, found at all */
	uint32_t form;    /* of a release's own sections, from "Heading" on, by heading or label */
	uint32_t quotes;
	uint32_t slots;  /* words in brackets and braces that wait to be filled, and "___" */
	uint32_t places; /* how many of them there are */
	uint32_t code;   /* blocks of it */
	bool announce;   /* a headline or an early paragraph announces */
	bool dateline, tiers, start;
	bool customers, internal; /* an FAQ of that kind */
	bool voices;              /* someone is quoted, or a label says "Heading" or "Quote" */
	bool headed;              /* labels say "Heading" and "Sub-heading" */
	bool begins;              /* a label says how to get started */
	bool both;                /* company and customer are both quoted */
	bool story;               /* both a problem and a solution are told */
	bool offer;               /* a problem, solution or benefit stands outside of the FAQ */
	uint32_t study;           /* words of other news where it begins */
	uint32_t heads;           /* headings outside of the FAQ */
	uint32_t spec, readme;    /* headings that specifications, that READMEs have */
	uint32_t web;             /* headings and labels that say where on the web copy goes */
	uint32_t about, pull;     /* how often press releases, how often pull requests are named */
	const char *other;        /* the other kind of text it is, or NULL */
	uint32_t units, guides;   /* prose, and prose that tells a writer what to write */
	uint32_t blanks;          /* guides below which nothing was written */
	uint32_t filled;          /* lines of guidance with an answer on the next */
};

/* Words between brackets that stand in prose: links are masked, so what is left is a slot. */
static void count_slots(const struct pf_find *f, struct signs *s)
{
	const struct pf_token *v = f->tokens->v;

	for (size_t i = 0; i + 1 < f->tokens->n; i++) {
		char close = pf_token_is_sign(&v[i], '[')   ? ']'
			     : pf_token_is_sign(&v[i], '{') ? '}'
							    : 0;
		uint32_t words = 0;
		size_t k = i + 1;

		if (pf_token_is_sign(&v[i], '_') && pf_token_is_sign(&v[i + 1], '_') &&
		    !(v[i + 1].flags & PF_TOKEN_SPACED) &&
		    (!i || !pf_token_is_sign(&v[i - 1], '_'))) {
			s->slots++;
			s->places++;
			continue;
		}
		if (!close)
			continue;
		while (k < f->tokens->n && k < i + 40 && !pf_token_is_sign(&v[k], close) &&
		       !(v[k].flags & PF_TOKEN_BLOCK))
			words += v[k++].kind == PF_TOKEN_WORD;
		if (k < f->tokens->n && pf_token_is_sign(&v[k], close)) {
			s->slots += words;
			s->places++;
			i = k;
		}
	}
	/* "$X billion", TBD; blanks and brackets are counted above. */
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

/* "Describe the problem your product solves." and on the next line the problem. */
static bool is_filled_in(const struct pf_find *f, const struct pf_unit *u)
{
	uint32_t next = u->first + 1, guides[2] = {0}, stop;

	if (!u->cues[PF_CUE_GUIDE])
		return false;
	while (next < u->last && !(f->tokens->v[next].flags & PF_TOKEN_LINE))
		next++;
	if (next >= u->last || !pf_token_is_sign(&f->tokens->v[next - 1], '.'))
		return false;
	for (uint32_t i = u->first; i < u->last; i++)
		guides[i >= next] += pf_cue_here(f, i, u->last, PF_CUE_GUIDE, &stop);
	return guides[0] && !guides[1];
}

static bool is_set_off(const struct pf_find *f, const struct pf_unit *u)
{
	return u->quoted || f->blocks[u->block].emphasis;
}

/* Below the guidance that a template gave, in a block quote or in italics, stands what was written.
 */
static bool is_followed(const struct pf_find *f, const struct pf_unit *u)
{
	const struct pf_unit *next = u + 1;

	return next < f->units.v + f->units.n && next->kind == PF_UNIT_TEXT && is_set_off(f, u) &&
	       !is_set_off(f, next) && next->last > next->first && !is_guide(f, next);
}

static bool label_has(const struct pf_find *f, const struct pf_unit *u, enum pf_cue cue)
{
	uint32_t stop;

	for (uint32_t i = u->first; u->cues[cue] && i < u->last; i++)
		if (f->tokens->v[i].begin < u->label.end && pf_cue_here(f, i, u->last, cue, &stop))
			return true;
	return false;
}

static void read_unit(const struct pf_find *f, const struct pf_unit *u, struct signs *s,
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
		bool filled = is_filled_in(f, u), guide = !filled && is_guide(f, u);

		s->units++;
		s->filled += filled;
		s->guides += guide;
		s->blanks += guide && !is_followed(f, u);
	}
}

#define NEWS_UNITS 10u /* what news is of is said where it begins */

static struct signs read_signs(const struct pf_find *f)
{
	struct signs s = {0};
	bool label[PF_PART_COUNT] = {0}, content[PF_PART_COUNT] = {0};

	for (size_t i = 0; i < f->units.n; i++) {
		read_unit(f, &f->units.v[i], &s, label, content);
		s.study += i < NEWS_UNITS ? f->units.v[i].cues[PF_CUE_STUDY] : 0u;
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
	count_slots(f, &s);
	return s;
}

/* "Heading", "Sub-heading", "Summary" and on to "Call to action": written in a release's form.
 * Business plans share its middle, and have no voices; nor do they say how to start. */
static bool in_form(const struct signs *s)
{
	if (!s->voices)
		return s->form >= 4 && s->begins && !s->code && !s->spec && s->readme < 2;
	return s->form >= 5 || (s->form >= 4 && (s->quotes || s->headed));
}

#define SLOTS_FEW 3u /* a page that is written may have a place or two left */

static bool is_unfilled(const struct pf_find *f, const struct signs *s)
{
	bool unfilled = s->words < 25 ||
			(s->slots * 100 >= s->words * 4 && s->places >= SLOTS_FEW) ||
			s->blanks * 100 >= s->units * 35;

	return unfilled &&
	       (s->labels >= 3 || in_form(s) || ((f->press || f->backwards) && s->content >= 2));
}

#define SPEC_MANY 5u /* headings */
#define CODE_MANY 3u /* blocks */
#define WEB_MANY  3u /* "Hero", "CTA", "LinkedIn post" */

/* Another kind of text, in a few words; NULL when it may be a PR/FAQ. */
static const char *other_form(const struct pf_find *f, const struct signs *s)
{
	bool released = s->dateline || s->quotes >= 2;

	/* News of a study or of a deal looks like a release, but nothing is asked or offered. */
	if (s->study >= 2 && s->pairs < 3 && !in_form(s))
		return "news of another kind";
	if (s->pull >= 2 && s->pull * 40 >= s->words && !released)
		return "questions about a pull request";
	/* What is quoted in it are examples. */
	if (s->about >= 5 && (s->about + s->guides) * 110 >= s->words && !s->dateline)
		return "a text about PR/FAQs";
	/* A specification may name its press release; then it asks nothing and has no voices. */
	if (s->spec >= SPEC_MANY && !s->pairs && !released)
		return "a specification";
	if (f->press)
		return NULL;
	if (s->web >= WEB_MANY && !s->dateline)
		return "copy for the web";
	/* It may have questions as well; commands to copy it has in any case. */
	if (s->readme >= 2 && s->code >= CODE_MANY && !s->internal && !released)
		return "a README";
	if ((s->customers || s->internal) && s->pairs >= 3)
		return NULL;
	if (s->spec >= 3 || (s->spec == 2 && !released))
		return "a specification";
	return s->readme >= 3 && !released ? "a README" : NULL;
}

#define RELEASE_MAX 600u  /* words; no longer is one without its name, its date or questions */
#define WHOLE_MAX   1000u /* of one that has all that is in a release */

/* Posts and portraits quote people as well, and run on. */
static bool runs_on(const struct pf_find *f, const struct signs *s)
{
	uint32_t most = s->story && s->start && s->both ? WHOLE_MAX : RELEASE_MAX;

	return !f->press && !s->dateline && s->pairs < 2 && s->words > most && !in_form(s);
}

#define HEADS_MAX  15u /* of a page in five sections, and of some more */
#define PAGE_HEADS 3u  /* of a page of prose: its headline, and what stands below */

/* Posts have questions as well, and a heading for each of their thoughts. */
static bool is_page(const struct pf_find *f, const struct signs *s)
{
	return s->heads <= HEADS_MAX || f->press || s->dateline || s->quotes || s->internal;
}

/* Posts announce as well: what tells a release without questions is a name, a dateline or a voice,
 * and what it has to tell. */
static bool is_told(const struct pf_find *f, const struct signs *s)
{
	bool story = s->story || s->form >= 3;

	if (s->quotes)
		return story || s->start || s->both;
	if (f->press && s->content >= 2)
		return story || s->start;
	return s->dateline && (s->content >= 3 || (s->start && s->content >= 2));
}

static enum pf_shape shape_of(const struct pf_find *f, const struct signs *s)
{
	uint32_t release =
		(uint32_t)s->announce + s->dateline + (s->quotes > 0) + s->start + f->press;

	if (s->other)
		return PF_SHAPE_NONE;
	if (in_form(s) && s->labels < 4)
		return PF_SHAPE_CANONICAL;
	/* Three of the five among twenty headings are chance, and questions alone are no release.
	 */
	if (s->labels >= 3 && s->offer && !s->dateline && s->quotes < 2 &&
	    (s->tiers || !f->press) &&
	    (s->labels > 3 || (s->heads <= HEADS_MAX && (s->story || s->readme < 2))))
		return PF_SHAPE_ARTICLE;
	/* A dateline over labelled sections announces, in whatever words. */
	if (s->labels >= 3 && s->dateline && s->pairs >= 3)
		return PF_SHAPE_CANONICAL;
	if (runs_on(f, s))
		return PF_SHAPE_NONE;
	/* Only a release lets those who sell and those who buy have their say on one page. */
	if (s->both && (s->offer || s->form) &&
	    (s->start || s->labels >= 2 || s->heads <= PAGE_HEADS))
		return PF_SHAPE_CANONICAL;
	if (!s->offer)
		return PF_SHAPE_NONE;
	if (s->labels >= 2 && s->tiers && release < 3)
		return PF_SHAPE_ARTICLE;
	if (s->customers && s->internal && s->pairs >= 3)
		return PF_SHAPE_CANONICAL;
	if (s->dateline && s->story && s->labels && s->content >= 3)
		return PF_SHAPE_CANONICAL;
	if (release >= 2 && (f->press || s->announce || s->dateline) &&
	    ((s->pairs >= 2 && is_page(f, s)) || is_told(f, s)))
		return PF_SHAPE_CANONICAL;
	if (f->press && (s->pairs >= 2 || is_told(f, s)))
		return PF_SHAPE_CANONICAL;
	/* Nobody announces, but a page without sections has someone's say, and tells how to start
	 * or answers what is asked.
	 */
	if (s->quotes && (s->start || s->answered >= 3) && s->story &&
	    (s->heads <= PAGE_HEADS || s->quotes >= 2 ||
	     (s->start && !s->readme && !s->spec && !s->code)))
		return PF_SHAPE_CANONICAL;
	/* A release that lost its head still has its voices and its questions. */
	return s->pairs >= 3 && (f->backwards || ((s->customers || s->internal) && s->quotes >= 2))
		       ? PF_SHAPE_CANONICAL
		       : PF_SHAPE_NONE;
}

static void say(struct pf_find *f, const struct signs *s)
{
	struct pf_buf b = {0};
	const char *between = "";

#define SAY(when, ...)                                  \
	do {                                            \
		if (when) {                             \
			pf_buf_adds(&b, between);       \
			pf_buf_printf(&b, __VA_ARGS__); \
			between = ", ";                 \
		}                                       \
	} while (0)
	if (f->out->shape == PF_SHAPE_TEMPLATE) {
		SAY(s->slots, "%u words wait to be filled in", s->slots);
		SAY(true, "%u words of prose", s->words);
	} else if (s->other) {
		SAY(true, "it reads like %s", s->other);
	} else if (f->out->shape == PF_SHAPE_NONE) {
		SAY(!s->announce && !f->press, "nothing is announced");
		SAY(!s->pairs, "no questions");
		SAY(s->labels < 3, "%u of the five sections", s->labels);
	} else {
		SAY(f->press && !f->guided, "titled a press release or PR/FAQ");
		SAY(f->guided, "a press release's template, filled in");
		SAY(!f->press && s->announce, "an announcement");
		SAY(!f->press && !s->announce && f->backwards, "\"working backwards\"");
		SAY(s->dateline, "dateline");
		SAY(s->labels >= 3, "%u of the five sections", s->labels);
		SAY(s->tiers, "metric tiers");
		SAY(s->quotes, "%u quote%s", s->quotes, s->quotes == 1 ? "" : "s");
		SAY(s->pairs, "%u question%s", s->pairs, s->pairs == 1 ? "" : "s");
		SAY(!b.len, "%u sections of a release", s->form);
	}
#undef SAY
	snprintf(f->out->shape_reason, sizeof(f->out->shape_reason), "%s", pf_buf_cstr(&b));
	pf_buf_release(&b);
}

#define FILLED_MANY 3u /* lines of a template that were answered */

void pf_shape_decide(struct pf_find *f)
{
	struct signs s = read_signs(f);

	if (s.filled >= FILLED_MANY)
		f->press = f->guided = true;
	if (is_unfilled(f, &s)) {
		f->out->shape = PF_SHAPE_TEMPLATE;
	} else {
		s.other = other_form(f, &s);
		f->out->shape = shape_of(f, &s);
	}
	say(f, &s);
}
