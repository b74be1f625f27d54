/* Whether the sentences stand where they belong: a page that was shuffled has every word it had. */
#include <string.h>

#include "draft/words.h"
#include "gates.h"
#include "torn.h"

/* What was seen on a walk over the tokens. */
struct walk {
	enum pf_part_id under; /* part of the last heading; PF_PART_OTHER before any */
	size_t next_part;      /* in view->parts, */
	uint32_t next_at;      /* which begins there */
	uint32_t labelled;     /* where the last heading or label ends: its own "?" asks nothing */
	bool after_question;   /* the sentence before was one */
	size_t questions, tiers; /* found */
	size_t strayed;          /* of both: under a heading they do not belong to */
	size_t gaps, torn;       /* between two tiers; of those, the ones with a question inside */
	size_t tiers_strayed;    /* of the tiers alone */
	size_t answers, orphans; /* "A:", and those with no question before them */
	bool question_since;     /* since the last tier */
	size_t broken;           /* headings and labels in the middle of a line */
	struct pf_torn pieces;
	struct pf_range first_stray; /* empty when there is none */
};

static bool is_tier(const struct pf_view *view, size_t i)
{
	const struct pf_token *t = &view->tokens->v[i];
	const struct pf_token *next = i + 1 < view->tokens->n ? t + 1 : NULL;

	return t->kind == PF_TOKEN_WORD && t->flags & PF_TOKEN_CAPITAL && next &&
	       pf_tier_of(view->text, t) != PF_TIER_NONE &&
	       (t->flags & PF_TOKEN_SENTENCE || next->sign == ':' || next->sign == '|' ||
		next->flags & PF_TOKEN_BLOCK);
}

/* The sentence that ends with token i asks something. */
static bool is_question(const struct pf_view *view, size_t i)
{
	const struct pf_token *t = &view->tokens->v[i];
	size_t s;

	if (t->sign != '?' || t->flags & PF_TOKEN_QUOTED)
		return false;
	s = pf_sentence_of(view->tokens, i);
	return view->tokens->sentences.v[s].words >= 3;
}

#define HEADING_LEVELS 6

static bool is_broken_heading(const struct pf_view *view, size_t i)
{
	const struct pf_token *t = &view->tokens->v[i];

	if (t->sign != '#' || t->flags & (PF_TOKEN_LINE | PF_TOKEN_BLOCK) ||
	    !(t->flags & PF_TOKEN_SPACED))
		return false;
	for (int level = 1; level < HEADING_LEVELS && i + 1 < view->tokens->n; level++)
		i += view->tokens->v[i + 1].sign == '#';
	return i + 1 < view->tokens->n && view->tokens->v[i + 1].kind == PF_TOKEN_WORD &&
	       view->tokens->v[i + 1].flags & PF_TOKEN_SPACED;
}

/* "... by week 23. | Week 20 | three sites": a row that begins behind a sentence. */
static bool is_broken_row(const struct pf_view *view, size_t i)
{
	const struct pf_token *t = &view->tokens->v[i];

	return t->sign == '|' && i && !(t->flags & (PF_TOKEN_LINE | PF_TOKEN_BLOCK)) &&
	       (t[-1].sign == '.' || t[-1].sign == '?');
}

/* "FAQ:" alone on its line. */
static bool is_label(const struct pf_view *view, uint32_t off)
{
	size_t i = pf_tokens_at(view->tokens, off);
	const struct pf_token *t = view->tokens->v + i;

	return i + 2 < view->tokens->n && t->flags & PF_TOKEN_LINE && t[1].sign == ':' &&
	       t[2].flags & PF_TOKEN_LINE;
}

/* "**Internal FAQ**": a short line that is no heading in Markdown. */
static bool says_faq(const struct pf_view *view, uint32_t off)
{
	static const char *const names[] = {"faq", "faqs", "questions", NULL};
	uint32_t first = pf_tokens_at(view->tokens, off), i = first;

	while (i < view->tokens->n && i < first + 8 &&
	       (i == first || !(view->tokens->v[i].flags & PF_TOKEN_LINE)))
		i++;
	return i < first + 8 && pf_tokens_any(view, first, i, names);
}

/* "Q. Why no code?": questions that are marked as such need no heading above them. */
static bool is_marked_faq(const struct pf_view *view, uint32_t off)
{
	size_t i = pf_tokens_at(view->tokens, off);
	const struct pf_token *t = view->tokens->v + i;

	return i + 2 < view->tokens->n && t->flags & PF_TOKEN_BLOCK &&
	       pf_token_is(view->text, t, "q") && t[1].kind == PF_TOKEN_SIGN;
}

/* "| Measure | Tier | Today | Target |": a table whose head names a target and today's value says
 * by that what stands in it, whatever the heading above. */
static bool heads_metrics(const struct pf_view *view, const struct pf_part *part)
{
	static const char *const goals[] = {"target", "goal", "then", NULL};
	static const char *const today[] = {"baseline", "today", "now", "current", NULL};
	struct pf_range row = pf_row_at(view, part->body.begin);

	return part->id == PF_PART_METRICS && !pf_range_empty(row) &&
	       pf_range_any(view, row, goals) && pf_range_any(view, row, today);
}

/* "*Has it been tested?* In two yards": a paragraph that opens with a question in italics. */
static bool opens_in_italics(const struct pf_view *view, const struct pf_block *block)
{
	const char *p = view->text.ptr + block->begin, *end = view->text.ptr + block->end;
	const char *mark;

	if (p >= end || (*p != '*' && *p != '_'))
		return false;
	mark = memchr(p, '?', (size_t)(end - p));
	return mark && mark + 1 < end && mark[1] == *p;
}

/* "**Will it pay?**" on a line of its own, or in front of its answer, or a rule drawn above the
 * first: a page that sets its questions off so needs no heading above them. */
static bool is_set_off(const struct pf_view *view, const struct pf_block *blocks, uint32_t at)
{
	const struct pf_block *block = &blocks[at];

	return (block->strong && block->strong_end &&
		view->text.ptr[block->strong_end - 1] == '?') ||
	       opens_in_italics(view, block) || (at && block[-1].kind == PF_BLOCK_RULE);
}

/* By its heading or label; of one that holds only questions no text is kept. */
static bool names_what_follows(const struct pf_view *view, const struct pf_part *part)
{
	size_t n;
	const struct pf_block *blocks = pf_doc_blocks(view->doc, &n);
	uint32_t block = pf_doc_block_at(view->doc, part->heading.begin);

	return !pf_range_empty(part->heading) || is_label(view, part->body.begin) ||
	       heads_metrics(view, part) ||
	       (part->id == PF_PART_FAQ &&
		(says_faq(view, part->body.begin) || is_marked_faq(view, part->body.begin))) ||
	       (block != PF_DOC_NONE &&
		(blocks[block].kind == PF_BLOCK_HEADING ||
		 (part->id == PF_PART_FAQ && is_set_off(view, blocks, block))));
}

/* "... is gone. **Solution:** We set crews": a label that stands behind a sentence on its line. */
static bool is_broken_label(const struct pf_view *view, struct pf_range heading)
{
	uint32_t at = heading.begin;
	bool words = false;

	while (at && view->text.ptr[at - 1] != '\n' && !words && heading.begin - at < 200) {
		at--;
		words = view->text.ptr[at] >= 'a' && view->text.ptr[at] <= 'z';
	}
	return words && !pf_range_empty(heading);
}

/* An answer that tells the metrics stands inside the FAQ. */
static bool is_inside_faq(const struct pf_view *view, size_t part)
{
	const struct pf_part *v = view->parts->parts.v;

	return part && part + 1 < view->parts->parts.n && v[part].id != PF_PART_FAQ &&
	       v[part - 1].id == PF_PART_FAQ && v[part + 1].id == PF_PART_FAQ;
}

static void enter_parts(const struct pf_view *view, struct walk *w, uint32_t at)
{
	for (; w->next_part < view->parts->parts.n; w->next_part++) {
		const struct pf_part *part = &view->parts->parts.v[w->next_part];

		w->next_at = part->heading.begin < part->body.begin ? part->heading.begin
								    : part->body.begin;
		if (w->next_at > at)
			return;
		/* "### What is it for?" is a question of the FAQ, whatever it names. */
		if (!is_inside_faq(view, w->next_part) && names_what_follows(view, part) &&
		    (pf_range_empty(part->heading) || view->text.ptr[part->heading.end - 1] != '?'))
			w->under = part->id;
		w->labelled = part->heading.end;
		w->broken += is_broken_label(view, part->heading);
	}
	w->next_at = UINT32_MAX;
}

static void stray(struct walk *w, struct pf_range at)
{
	if (!w->strayed++)
		w->first_stray = at;
}

/* Sentence `s` asks: it ends in "?" or begins with "Q". */
static bool asks(const struct pf_view *view, size_t s)
{
	const struct pf_sentence *sentence = &view->tokens->sentences.v[s];

	return pf_sentence_asks(view, s) || PF_TOKEN_IS(view, sentence->first, "q") ||
	       PF_TOKEN_IS(view, sentence->first, "question");
}

static bool is_answer_mark(const struct pf_view *view, size_t i)
{
	const struct pf_token *t = &view->tokens->v[i];

	return t->flags & PF_TOKEN_SENTENCE && t->flags & PF_TOKEN_CAPITAL &&
	       i + 1 < view->tokens->n && t[1].sign == ':' &&
	       (pf_token_is(view->text, t, "a") || pf_token_is(view->text, t, "answer"));
}

/* Only a heading that says what stands below can be belied by it. */
static bool under_another(const struct walk *w, enum pf_part_id own)
{
	return w->under != own && w->under != PF_PART_OTHER && w->under != PF_PART_FAQ &&
	       w->under != PF_PART_APPENDIX && w->under != PF_PART_HEADLINE;
}

/* A sign that may be out of place, or a word with a capital: all that `take` takes. */
static bool may_tell(const struct pf_token *t)
{
	return t->flags & PF_TOKEN_CAPITAL || t->sign == '?' || t->sign == '#' || t->sign == '|';
}

static void take(const struct pf_view *view, struct walk *w, size_t i)
{
	const struct pf_token *t = &view->tokens->v[i];
	struct pf_range at = {t->begin, t->end};

	if (is_question(view, i)) {
		w->questions++;
		w->question_since = true;
		if (under_another(w, PF_PART_FAQ) && t->begin >= w->labelled)
			stray(w, pf_sentence_range(view, pf_sentence_of(view->tokens, i)));
	} else if (is_tier(view, i)) {
		w->tiers++;
		if (w->tiers > 1 && !w->after_question) {
			w->gaps++;
			w->torn += w->question_since;
		}
		w->question_since = false;
		if (under_another(w, PF_PART_METRICS)) {
			stray(w, at);
			w->tiers_strayed++;
		}
	} else if (is_answer_mark(view, i)) {
		w->answers++;
		w->orphans += !w->after_question;
		if (!w->after_question && pf_range_empty(w->first_stray))
			w->first_stray = at;
	} else if (is_broken_heading(view, i) || is_broken_row(view, i)) {
		w->broken++;
		if (pf_range_empty(w->first_stray))
			w->first_stray = at;
	}
}

/* Of the pairs of parts that have a heading or a label, how many stand the other way round: metrics
 * before the problem, the FAQ before the solution. */
static bool is_upside_down(const struct pf_view *view, struct walk *w)
{
	static const enum pf_part_id order[] = {PF_PART_PROBLEM, PF_PART_SOLUTION, PF_PART_BENEFITS,
						PF_PART_METRICS, PF_PART_FAQ};
	enum { KNOWN = sizeof(order) / sizeof(*order) };
	struct pf_range at[KNOWN] = {{0}};
	size_t found = 0, turned = 0;

	for (size_t i = 0; i < view->parts->parts.n; i++) {
		const struct pf_part *part = &view->parts->parts.v[i];

		for (size_t k = 0; k < KNOWN; k++)
			if (part->id == order[k] && pf_range_empty(at[k]) &&
			    names_what_follows(view, part)) {
				at[k] = pf_part_span(part);
				found++;
			}
	}
	for (size_t k = 1; k < KNOWN; k++)
		for (size_t i = 0; i < k; i++) {
			if (pf_range_empty(at[i]) || pf_range_empty(at[k]) ||
			    at[i].begin < at[k].begin)
				continue;
			turned++;
			if (pf_range_empty(w->first_stray))
				w->first_stray = at[i];
		}
	return turned >= 3 || (found == 3 && turned == 2);
}

/* The beginning tells as well as the whole, and a book is long. */
#define TOKENS_READ 30000

/* What was left out as saying nothing new still stands where it stands: all of the page is walked.
 */
void pf_gate_in_order(const struct pf_view *left, const struct pf_params_gate *p,
		      struct pf_judgement *j)
{
	const struct pf_view *view = left->page;
	struct walk w = {.under = PF_PART_OTHER};
	struct pf_range at;
	size_t n = view->tokens->n < TOKENS_READ ? view->tokens->n : TOKENS_READ;
	bool disorder;

	for (size_t i = 0; i < n; i++) {
		const struct pf_token *t = &view->tokens->v[i];

		if (t->flags & PF_TOKEN_SENTENCE)
			w.after_question = i && asks(view, pf_sentence_of(view->tokens, i - 1));
		if (t->begin >= w.next_at)
			enter_parts(view, &w, t->begin);
		if (may_tell(t))
			take(view, &w, i);
		if (pf_torn_may(t))
			pf_torn_note(view, i, &w.pieces);
	}
	w.broken += pf_torn_count(&w.pieces, pf_range_empty(w.first_stray) ? &w.first_stray : &at);
	/* Two questions that a writer asks himself are none out of place; most of six are. */
	disorder = (w.strayed >= 2 &&
		    (w.tiers_strayed > 0 ||
		     (w.questions + w.tiers >= 6 && w.strayed * 4 >= w.questions + w.tiers))) ||
		   (w.torn >= 2 && w.torn * 2 >= w.gaps) || w.broken >= 2 ||
		   (w.orphans >= 2 && w.orphans * 4 >= w.answers) || is_upside_down(view, &w);
	j->n = (double)(w.strayed + w.torn + w.broken + w.orphans);
	pf_judge_credit(j, disorder ? p->none : 1,
			pf_range_empty(w.first_stray) ? pf_view_opening(view) : w.first_stray,
			disorder ? "%.0f questions, answers, metrics or headings stand where they "
				   "do not belong"
				 : "questions and metrics stand together",
			j->n);
}
