#include <string.h>

#include "find.h"
#include "prfaq/base/mem.h"

/* Fewer questions than this, without an FAQ heading, are rhetoric. */
#define LOOSE_MIN 3u

#define LABELS_FEW 2u /* that do not ask make a style of labels */

#define ITALICS_FEW 3u /* of them that ask make a style */

struct style {
	uint32_t kinds[PF_ASK_KINDS];
	uint32_t heads[PF_LEVEL_BOLD + 1], asking[PF_LEVEL_BOLD + 1]; /* headings by level */
	uint8_t weak_depth;                                           /* least of the weak ones */
	uint32_t bolds, bolds_asking; /* prose that opens bold, outside of lists */
	uint32_t items, items_asking; /* of lists, at the least depth */
	uint32_t plain, plain_asking; /* prose outside of lists */
	uint32_t plain_objecting;     /* of it, what says a trouble instead */
	uint32_t italics_asking;      /* opens with a sentence in italics, that asks */
	uint32_t labelled;            /* of the plain, those that open with a label */
	uint32_t asking_by_depth[2];  /* set apart, outside of lists and in one */
	uint32_t stating_by_depth[2];
	uint32_t numbered; /* bold lines with a number before them: "**2. Privacy**" */
};

/* So many of a kind ask that the others of it are questions in other words. */
static bool mostly(uint32_t asking, uint32_t all)
{
	return all > 3 && asking * 10 >= all * 8;
}

static bool is_numbered(const struct pf_find *f, const struct pf_unit *u)
{
	const struct pf_token *v = f->tokens->v;

	return u->last - u->first > 1 && v[u->first].kind == PF_TOKEN_NUMBER;
}

/* "**2. Privacy**", all of its line. */
static bool is_numbered_bold(const struct pf_find *f, const struct pf_unit *u)
{
	return u->kind == PF_UNIT_HEADING && u->level == PF_LEVEL_BOLD && !u->depth &&
	       is_numbered(f, u);
}

static bool opens_with(const struct pf_find *f, const struct pf_unit *u, const char *const *words,
		       size_t n)
{
	uint32_t i = u->first;

	while (i < u->last && f->tokens->v[i].kind != PF_TOKEN_WORD)
		i++;
	if (i + 2 >= u->last)
		return false;
	for (size_t k = 0; k < n; k++)
		if (pf_token_is(f->text, &f->tokens->v[i], words[k]))
			return true;
	return false;
}

static bool asks_in_words(const struct pf_find *f, const struct pf_unit *u)
{
	static const char *const words[] = {"what",  "how",    "why",   "who",  "when", "where",
					    "which", "is",     "are",   "can",  "do",   "does",
					    "will",  "should", "could", "would"};

	return opens_with(f, u, words, sizeof(words) / sizeof(*words));
}

/* "Walk me through a return." */
static bool bids(const struct pf_find *f, const struct pf_unit *u)
{
	static const char *const words[] = {"tell", "explain", "describe", "walk", "talk"};

	return opens_with(f, u, words, sizeof(words) / sizeof(*words));
}

/* "My landlord pays the water.": whoever asks may say what troubles them and leave it there. */
static bool objects(const struct pf_find *f, uint32_t first, uint32_t last)
{
	const struct pf_token *v = f->tokens->v;

	while (first < last && v[first].kind != PF_TOKEN_WORD)
		first++;
	return last >= first + PF_STATED_WORDS + 1 && v[last - 1].sign &&
	       strchr(".!", v[last - 1].sign) &&
	       PF_ONE_OF(f, first, "i", "i'm", "i've", "i'd", "my", "we", "we're", "we've", "our",
			 "you", "you're", "your", "they", "they're", "their", "he", "she",
			 "nobody");
}

/* One past the sentence in italics that opens an item of a list, or 0. */
static uint32_t italic_item(const struct pf_find *f, const struct pf_unit *u)
{
	const char *text = f->text.ptr;
	uint32_t i = u->begin + 2;

	if ((text[u->begin] != '*' && text[u->begin] != '_') ||
	    text[u->begin + 1] == text[u->begin])
		return 0;
	while (i < u->end && text[i] != text[u->begin] && text[i] != '\n')
		i++;
	return i < u->end && text[i] == text[u->begin] && strchr(".!?", text[i - 1]) ? i + 1 : 0;
}

/* What opens the unit by its looks: a bold run or a sentence in italics. */
static struct pf_range opening_of(const struct pf_find *f, const struct pf_unit *u)
{
	uint32_t italic = pf_italic_opening(f, u);

	if (!italic && u->item && pf_range_empty(u->label))
		italic = italic_item(f, u);
	return italic ? (struct pf_range){u->begin + 1, italic - 1} : u->label;
}

/* The same of a bold run, or a sentence in italics. */
static bool opens_objecting(const struct pf_find *f, const struct pf_unit *u)
{
	struct pf_range r = opening_of(f, u);

	return !pf_range_empty(r) && objects(f, pf_token_at(f, r.begin), pf_token_at(f, r.end));
}

/* In plain letters: its first sentence, and then more. */
static uint32_t plain_objection(const struct pf_find *f, const struct pf_unit *u)
{
	uint32_t stop = u->first < u->last ? pf_sentence_stop(f, u->first, u->last) : u->last;

	return !u->level && !u->depth && !u->ask && stop < u->last &&
			       PF_ONE_OF(f, u->first, "i", "i'm", "i've", "i'd", "my", "we",
					 "our") &&
			       objects(f, u->first, stop)
		       ? stop
		       : 0;
}

/* "**The bowl stayed white.**", "*The board wanted a screen.*": a whole sentence set apart. */
static bool opens_stating(const struct pf_find *f, const struct pf_unit *u)
{
	struct pf_range r = opening_of(f, u);

	return u->kind == PF_UNIT_TEXT && !u->ask && u->says == PF_LABEL_NONE && r.end > r.begin &&
	       strchr(".!", f->text.ptr[r.end - 1]) &&
	       pf_tokens_words(f->tokens, r) >= PF_STATED_WORDS &&
	       pf_tokens_words(f->tokens, (struct pf_range){r.end, u->end}) > 0;
}

static struct style style_of(const struct pf_find *f, size_t first, size_t last)
{
	struct style s = {.weak_depth = UINT8_MAX};

	for (size_t i = first; i < last; i++) {
		const struct pf_unit *u = &f->units.v[i];

		s.kinds[u->ask]++;
		if (u->depth <= 1) {
			s.asking_by_depth[u->depth] +=
				u->ask == PF_ASK_BOLD && u->kind == PF_UNIT_TEXT;
			s.stating_by_depth[u->depth] += opens_stating(f, u);
		}
		if (u->ask == PF_ASK_WEAK && u->depth < s.weak_depth)
			s.weak_depth = u->depth;
		if (!u->depth && u->level >= PF_LEVEL_BOLD &&
		    (u->ask || pf_tokens_words(f->tokens, u->label) >= PF_STATED_WORDS)) {
			s.bolds++;
			s.bolds_asking += u->ask == PF_ASK_BOLD;
		}
		if (!u->depth && u->kind == PF_UNIT_TEXT) {
			s.plain++;
			s.plain_asking += u->ask == PF_ASK_WEAK;
			s.plain_objecting += plain_objection(f, u) != 0;
			s.labelled += u->level >= PF_LEVEL_BOLD && u->label.end > u->label.begin;
		}
		s.italics_asking += u->ask == PF_ASK_BOLD && pf_italic_opening(f, u);
		s.numbered += is_numbered_bold(f, u);
		if (u->kind == PF_UNIT_HEADING && u->level <= PF_LEVEL_BOLD) {
			s.heads[u->level]++;
			s.asking[u->level] += u->ask != PF_ASK_NO;
		}
	}
	for (size_t i = first; i < last; i++) {
		const struct pf_unit *u = &f->units.v[i];

		s.items += u->item && u->depth == s.weak_depth;
		s.items_asking += u->item && u->depth == s.weak_depth && u->ask == PF_ASK_WEAK;
	}
	return s;
}

/* Does the question end with its line, as one that stands for itself does? */
static bool ends_line(const struct pf_find *f, const struct pf_unit *u)
{
	uint32_t i = (uint32_t)pf_tokens_at(f->tokens, u->answer_at);

	return i >= u->last || f->tokens->v[i].flags & PF_TOKEN_LINE;
}

/* Each paragraph opens with a question, or with what troubles one. */
static bool all_ask(const struct style *s)
{
	return s->plain >= 2 && s->plain_asking + s->plain_objecting == s->plain &&
	       s->plain_asking > s->plain_objecting;
}

/* Among plain questions: one on its own, or one of many with the answer behind it. */
static bool stands(const struct pf_find *f, const struct pf_unit *u, const struct style *s)
{
	if (u->depth != s->weak_depth)
		return false;
	return u->depth || u->kind == PF_UNIT_ROW || ends_line(f, u) || all_ask(s) ||
	       mostly(s->plain_asking, s->plain);
}

/* Below headings that ask, one that is deeper parts an answer. */
static bool parts_answer(const struct pf_unit *u, const struct style *s)
{
	for (int level = 1; level < u->level; level++)
		if (s->asking[level])
			return !s->asking[u->level];
	return false;
}

/* "**Money.** Three courts ..." beside "**What if courts don't pay?**": each paragraph has its
 * label, and several of them do not ask. One label among questions parts an answer. */
static bool asks_by_label(const struct pf_find *f, const struct pf_unit *u, const struct style *s)
{
	return s->bolds_asking && s->bolds_asking + LABELS_FEW <= s->labelled &&
	       s->labelled > LOOSE_MIN && s->labelled * 10 >= s->plain * 8 &&
	       u->kind == PF_UNIT_TEXT && u->says != PF_LABEL_TIER &&
	       u->label.end > u->label.begin &&
	       f->text.ptr[u->label.end - 1] != ':'; /* "The bet:" parts an answer */
}

/* "**Privacy.** ..." or a heading; "The bar: ..." in plain letters parts an answer. */
static bool stands_out(const struct pf_unit *u)
{
	return u->kind == PF_UNIT_HEADING || u->label.begin > u->begin;
}

static uint32_t strong_but_bold(const struct style *s)
{
	return s->kinds[PF_ASK_HEADING] + s->kinds[PF_ASK_MARKED];
}

/* "**Numbers we answer for**" among questions, above a list of them. */
static bool heads_metrics(const struct pf_find *f, const struct pf_unit *u)
{
	return u->kind == PF_UNIT_HEADING && !u->ask && u->says == PF_PART_METRICS &&
	       !is_numbered(f, u);
}

/* "**Open questions for the board.** Five I would ask": a list of them has no answers. */
static bool names_questions(const struct pf_find *f, const struct pf_unit *u)
{
	for (uint32_t i = u->first; i < u->last && f->tokens->v[i].begin < u->label.end; i++)
		if (pf_token_is(f->text, &f->tokens->v[i], "questions"))
			return true;
	return false;
}

/* Two of three that are set apart ask: the third states what is asked about. */
static bool states_among(const struct pf_find *f, const struct pf_unit *u, const struct style *s)
{
	return u->depth <= 1 && opens_stating(f, u) && !names_questions(f, u) &&
	       s->asking_by_depth[u->depth] >= 2 &&
	       s->asking_by_depth[u->depth] >= 2 * s->stating_by_depth[u->depth];
}

static bool is_question(const struct pf_find *f, const struct pf_unit *u, const struct style *s)
{
	uint32_t strong =
		s->kinds[PF_ASK_BOLD] + s->kinds[PF_ASK_HEADING] + s->kinds[PF_ASK_MARKED];

	switch (u->ask) {
	case PF_ASK_MARKED:
	case PF_ASK_HEADING: return true;
	case PF_ASK_BOLD:
		/* Among headings that ask, a bold question is part of an answer. */
		return s->kinds[PF_ASK_BOLD] >= s->kinds[PF_ASK_HEADING] + s->kinds[PF_ASK_MARKED];
	case PF_ASK_WEAK: return !strong && stands(f, u, s);
	default: break;
	}
	if (u->says == PF_PART_FAQ || u->says == PF_LABEL_FAQ_INTERNAL || heads_metrics(f, u))
		return false;
	if (s->kinds[PF_ASK_BOLD] && !strong_but_bold(s) &&
	    (opens_objecting(f, u) || states_among(f, u, s)))
		return true;
	if (!strong && all_ask(s) && plain_objection(f, u))
		return true;
	/* "*The board wanted a screen.*" among italics that ask is asked about as well. */
	if (s->italics_asking >= ITALICS_FEW && pf_italic_opening(f, u))
		return true;
	if (!u->depth && u->level >= PF_LEVEL_BOLD && !strong_but_bold(s))
		return (s->bolds_asking && bids(f, u)) ||
		       (mostly(s->bolds_asking, s->bolds) && stands_out(u) &&
			!names_questions(f, u) &&
			pf_tokens_words(f->tokens, u->label) >= PF_STATED_WORDS) ||
		       (s->numbered >= LOOSE_MIN && is_numbered_bold(f, u)) ||
		       asks_by_label(f, u, s);
	if (u->item && !strong && u->depth == s->weak_depth)
		return mostly(s->items_asking, s->items);
	/* A heading among headings that ask: numbered, or by its words, or by its company. */
	if (u->kind != PF_UNIT_HEADING || u->level >= PF_LEVEL_BOLD || u->first == u->last)
		return false;
	/* "How it works" over bold questions is the name of a group. */
	if (!s->asking[u->level] && s->kinds[PF_ASK_BOLD] + s->kinds[PF_ASK_MARKED])
		return false;
	if (parts_answer(u, s))
		return false;
	return is_numbered(f, u) || asks_in_words(f, u) || bids(f, u) ||
	       (s->heads[u->level] > 3 && s->asking[u->level] * 10 >= s->heads[u->level] * 8);
}

static struct pf_range trimmed(const struct pf_find *f, uint32_t begin, uint32_t end)
{
	const char *text = f->text.ptr;

	while (end > begin && strchr(" \t\r\n\v\f", text[end - 1]) && text[end - 1])
		end--;
	while (begin < end && strchr(" \t\r\n\v\f", text[begin]) && text[begin])
		begin++;
	return (struct pf_range){begin, end};
}

/* A question in the words of a statement: the heading, the bold run, or the item's first line. */
static struct pf_range stated(const struct pf_find *f, const struct pf_unit *u)
{
	uint32_t i = u->first, stop;

	while (i + 1 < u->last && f->tokens->v[i].kind != PF_TOKEN_WORD)
		i++;
	if (u->kind == PF_UNIT_HEADING) /* without the marks of a bold line */
		return (struct pf_range){f->tokens->v[i].begin,
					 u->level == PF_LEVEL_BOLD ? u->label.end : u->end};
	if (!pf_range_empty(opening_of(f, u)))
		return opening_of(f, u);
	stop = plain_objection(f, u);
	if (stop)
		return (struct pf_range){u->begin, f->tokens->v[stop - 1].end};
	for (stop = i + 1; stop < u->last && !(f->tokens->v[stop].flags & PF_TOKEN_LINE);)
		stop++;
	return (struct pf_range){f->tokens->v[i].begin, f->tokens->v[stop - 1].end};
}

/* ":   Nothing." is the answer in a list of definitions. */
static uint32_t after_colon(const struct pf_find *f, uint32_t at)
{
	return at + 1 < f->text.len && f->text.ptr[at] == ':' && f->text.ptr[at + 1] == ' ' ? at + 2
											    : at;
}

/* "Q (internal): What is the margin?" names its side itself. */
static bool marked_internal(const struct pf_find *f, const struct pf_unit *u)
{
	for (uint32_t i = u->first; i < u->last && f->tokens->v[i].begin < u->ask_begin; i++)
		if (pf_token_is(f->text, &f->tokens->v[i], "internal"))
			return true;
	return false;
}

/* Past the "*" that ends italics. */
static uint32_t past_mark(const struct pf_find *f, uint32_t at)
{
	return at < f->text.len && (f->text.ptr[at] == '*' || f->text.ptr[at] == '_') ? at + 1 : at;
}

static void open_pair(struct pf_find *f, const struct pf_unit *u)
{
	struct pf_pair *p = PF_PUSH(&f->out->pairs);

	*p = (struct pf_pair){.internal = u->internal || marked_internal(f, u)};
	p->question = (struct pf_range){u->ask_begin, u->ask_end};
	if (!u->ask)
		p->question = stated(f, u);
	p->answer = (struct pf_range){u->end, u->end};
	if (!u->ask && u->kind != PF_UNIT_HEADING)
		p->answer.begin =
			pf_range_empty(u->label) ? past_mark(f, p->question.end) : u->body;
	if (u->answer_at < u->end) {
		uint32_t i = (uint32_t)pf_tokens_at(f->tokens, u->answer_at), after;

		if (pf_marker_at(f, i, u->last, &after) == 'A')
			p->answer.begin = after < u->last ? f->tokens->v[after].begin : u->end;
		else
			p->answer.begin = after_colon(f, u->answer_at);
	}
}

static void extend_answer(struct pf_find *f, const struct pf_unit *u)
{
	struct pf_pair *p = &f->out->pairs.v[f->out->pairs.n - 1];

	if (p->answer.begin == p->answer.end)
		p->answer.begin = u->answer ? u->body : u->begin;
	p->answer.end = u->end;
}

static void read_region(struct pf_find *f, size_t first, size_t last)
{
	struct style s = style_of(f, first, last);
	bool open = false;

	for (size_t i = first; i < last; i++) {
		struct pf_unit *u = &f->units.v[i];

		if (is_question(f, u, &s)) {
			open_pair(f, u);
			u->asked = true;
			open = true;
		} else if (u->kind == PF_UNIT_HEADING && u->level < PF_LEVEL_BOLD &&
			   s.asking[u->level] + s.kinds[PF_ASK_BOLD] + s.kinds[PF_ASK_MARKED]) {
			open = false; /* a heading over the next group of questions */
		} else if (heads_metrics(f, u)) {
			open = false;
		} else if (open && (u->kind == PF_UNIT_TEXT || u->kind == PF_UNIT_ROW ||
				    u->kind == PF_UNIT_HEADING)) {
			extend_answer(f, u);
		}
	}
}

#define RUN_MIN 4u /* paragraphs; a speaker who asks and answers himself stops sooner */

/* "Is it a new post? Yes, a part-time one.": paragraph after paragraph opens so, and nothing names
 * them. */
static void find_run(struct pf_find *f)
{
	for (size_t i = 0, first = 0; i <= f->units.n; i++) {
		const struct pf_unit *u = i < f->units.n ? &f->units.v[i] : NULL;

		if (u && u->kind == PF_UNIT_TEXT && u->ask == PF_ASK_WEAK && !u->depth &&
		    !u->by_label && u->answer_at < u->end)
			continue;
		for (size_t k = first; i - first >= RUN_MIN && k < i; k++) {
			f->units.v[k].part = PF_PART_FAQ;
			f->units.v[k].by_label = true;
		}
		first = i + 1;
	}
}

/* "**Sales promised an app.** We have one." right above the first question is asked about as well.
 */
static bool leads_loose(const struct pf_find *f, const struct pf_unit *u)
{
	return u->kind == PF_UNIT_TEXT && u->level == PF_LEVEL_RUNIN && !u->depth && !u->by_label &&
	       u->says == PF_LABEL_NONE && u[1].ask >= PF_ASK_BOLD &&
	       pf_tokens_words(f->tokens, u->label) >= PF_STATED_WORDS;
}

/* Without an FAQ heading a run of marked questions still is one. */
static void find_loose(struct pf_find *f)
{
	uint32_t n = 0;
	bool in = false;

	for (size_t i = 0; i < f->units.n; i++) {
		const struct pf_unit *u = &f->units.v[i];

		if (u->part == PF_PART_FAQ)
			return;
		/* Questions go on below a label of metrics that stands among them. */
		n += u->ask >= PF_ASK_BOLD && u->says >= PF_PART_COUNT &&
		     (!u->by_label || u->part == PF_PART_METRICS);
	}
	if (n < LOOSE_MIN) {
		find_run(f);
		return;
	}
	for (size_t i = 0; i < f->units.n; i++) {
		struct pf_unit *u = &f->units.v[i];

		if (u->ask >= PF_ASK_BOLD || (i + 1 < f->units.n && leads_loose(f, u)))
			in = true;
		else if (u->kind == PF_UNIT_HEADING && u->level < PF_LEVEL_BOLD)
			in = false;
		if (in) {
			u->part = PF_PART_FAQ;
			u->by_label = true;
		}
	}
}

void pf_faq_pairs(struct pf_find *f)
{
	size_t first = 0, pair = 0;

	find_loose(f);
	for (size_t i = 0; i <= f->units.n; i++) {
		const struct pf_unit *u = i < f->units.n ? &f->units.v[i] : NULL;

		/* Each FAQ heading opens a region with a style of its own. */
		if (u && u->part == PF_PART_FAQ &&
		    !(u->kind == PF_UNIT_HEADING && !u->ask &&
		      (u->says == PF_PART_FAQ || u->says == PF_LABEL_FAQ_INTERNAL)))
			continue;
		if (i > first)
			read_region(f, first, i);
		first = i + 1;
	}
	for (; pair < f->out->pairs.n; pair++) {
		struct pf_pair *p = &f->out->pairs.v[pair];

		p->answer = trimmed(f, p->answer.begin, p->answer.end);
	}
}
