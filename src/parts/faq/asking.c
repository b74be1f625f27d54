/*
 * What asks in a region of questions: each region has a style of its own, marks, headings, bold
 * runs or plain lines, and by the style of most the others are known that ask in other words.
 */
#include <string.h>

#include "asking.h"
#include "units/units.h"

#define LABELS_FEW 2u /* that do not ask make a style of labels */

#define ITALICS_FEW 3u /* of them that ask make a style */

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
	return i + 2 < u->last && pf_one_of(f, i, words, n);
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

struct pf_range pf_set_apart(const struct pf_find *f, const struct pf_unit *u)
{
	uint32_t italic = pf_italic_opening(f, u);

	if (!italic && u->item && pf_range_empty(u->label))
		italic = italic_item(f, u);
	return italic ? (struct pf_range){u->begin + 1, italic - 1} : u->label;
}

/* The same of a bold run, or a sentence in italics. */
static bool opens_objecting(const struct pf_find *f, const struct pf_unit *u)
{
	struct pf_range r = pf_set_apart(f, u);

	return !pf_range_empty(r) && objects(f, pf_token_at(f, r.begin), pf_token_at(f, r.end));
}

uint32_t pf_plain_objection(const struct pf_find *f, const struct pf_unit *u)
{
	uint32_t stop;

	if (u->level || u->depth || u->ask || u->first == u->last ||
	    !PF_ONE_OF(f, u->first, "i", "i'm", "i've", "i'd", "my", "we", "our"))
		return 0;
	stop = pf_sentence_stop(f, u->first, u->last);
	return stop < u->last && objects(f, u->first, stop) ? stop : 0;
}

/* "**The bowl stayed white.**", "*The board wanted a screen.*": a whole sentence set apart. */
static bool opens_stating(const struct pf_find *f, const struct pf_unit *u)
{
	struct pf_range r = pf_set_apart(f, u);

	return u->kind == PF_UNIT_TEXT && !u->ask && u->says == PF_LABEL_NONE && r.end > r.begin &&
	       strchr(".!", f->text.ptr[r.end - 1]) &&
	       pf_tokens_words(f->tokens, r) >= PF_STATED_WORDS &&
	       pf_tokens_words(f->tokens, (struct pf_range){r.end, u->end}) > 0;
}

/* "How do we measure?" in plain letters names metrics, and is set apart by that alone. */
static uint8_t ask_of(const struct pf_find *f, const struct pf_unit *u)
{
	bool plain = u->ask == PF_ASK_BOLD && u->kind == PF_UNIT_HEADING &&
		     u->says < PF_PART_COUNT && u->begin + 2 < u->end &&
		     !pf_is_bold_mark(f->text.ptr + u->begin);

	return plain ? PF_ASK_WEAK : u->ask;
}

struct style pf_style_of(const struct pf_find *f, size_t first, size_t last)
{
	struct style s = {.weak_depth = UINT8_MAX};

	for (size_t i = first; i < last; i++) {
		const struct pf_unit *u = &f->units.v[i];

		s.kinds[ask_of(f, u)]++;
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
			s.labelled += u->level >= PF_LEVEL_BOLD && u->label.end > u->label.begin;
		}
		s.italics_asking += u->ask == PF_ASK_BOLD && pf_italic_opening(f, u);
		s.numbered += is_numbered_bold(f, u);
		if (u->kind == PF_UNIT_HEADING && u->level <= PF_LEVEL_BOLD) {
			s.heads[u->level]++;
			s.asking[u->level] += u->ask != PF_ASK_NO;
		}
	}
	for (size_t i = first; i < last && s.kinds[PF_ASK_WEAK]; i++) {
		const struct pf_unit *u = &f->units.v[i];

		s.plain_objecting += u->kind == PF_UNIT_TEXT && pf_plain_objection(f, u);
		s.items += u->item && u->depth == s.weak_depth;
		s.items_asking += u->item && u->depth == s.weak_depth && u->ask == PF_ASK_WEAK;
	}
	return s;
}

/* Does the question end with its line, as one that stands for itself does? */
static bool ends_line(const struct pf_find *f, const struct pf_unit *u)
{
	uint32_t i = pf_tokens_at(f->tokens, u->answer_at);

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

bool pf_heads_metrics(const struct pf_find *f, const struct pf_unit *u)
{
	return u->kind == PF_UNIT_HEADING && !u->ask && u->says == PF_PART_METRICS &&
	       !is_numbered(f, u);
}

/* "**The numbers we'll live by.** Calls answered: 88% now": the same before what it heads. */
static bool leads_metrics(const struct pf_find *f, const struct pf_unit *u)
{
	return u->kind == PF_UNIT_TEXT && u->level == PF_LEVEL_RUNIN && u->by_label &&
	       u->says == PF_PART_METRICS && pf_unit_has_quant(f, u);
}

/* "**Open questions for the board.** Five I would ask": a list of them has no answers. */
static bool names_questions(const struct pf_find *f, const struct pf_unit *u)
{
	for (uint32_t i = u->first; i < u->last && f->tokens->v[i].begin < u->label.end; i++)
		if (PF_ONE_OF(f, i, "questions"))
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

bool pf_is_question(const struct pf_find *f, const struct pf_unit *u, const struct style *s)
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
	if (u->says == PF_PART_FAQ || u->says == PF_LABEL_FAQ_INTERNAL || pf_heads_metrics(f, u) ||
	    leads_metrics(f, u) || pf_lets_speak(f, u))
		return false;
	if (s->kinds[PF_ASK_BOLD] && !strong_but_bold(s) &&
	    (opens_objecting(f, u) || states_among(f, u, s)))
		return true;
	if (!strong && all_ask(s) && pf_plain_objection(f, u))
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
	       mostly(s->asking[u->level], s->heads[u->level]);
}
