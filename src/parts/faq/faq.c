/* Pairs of a question and its answer: in regions below a heading of the FAQ, or loose. */
#include <string.h>

#include "asking.h"
#include "prfaq/base/mem.h"

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
	if (!pf_range_empty(pf_set_apart(f, u)))
		return pf_set_apart(f, u);
	stop = pf_plain_objection(f, u);
	if (stop)
		return (struct pf_range){u->begin, f->tokens->v[stop - 1].end};
	stop = pf_line_stop(f, i, u->last);
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
		if (PF_ONE_OF(f, i, "internal"))
			return true;
	return false;
}

/* Past the "*" that ends italics. */
static uint32_t past_mark(const struct pf_find *f, uint32_t at)
{
	return at < f->text.len && (f->text.ptr[at] == '*' || f->text.ptr[at] == '_') ? at + 1 : at;
}

static void open_pair(struct pf_find *f, struct pf_unit *u)
{
	struct pf_pair *p = PF_PUSH(&f->out->pairs);

	*p = (struct pf_pair){.internal = u->internal || marked_internal(f, u)};
	p->question = (struct pf_range){u->ask_begin, u->ask_end};
	if (!u->ask) {
		p->question = stated(f, u);
		u->ask_begin = p->question.begin;
		u->ask_end = p->question.end;
	}
	p->answer = (struct pf_range){u->end, u->end};
	if (!u->ask && u->kind != PF_UNIT_HEADING)
		p->answer.begin =
			pf_range_empty(u->label) ? past_mark(f, p->question.end) : u->body;
	if (u->answer_at < u->end) {
		uint32_t i = pf_tokens_at(f->tokens, u->answer_at), after;

		if (pf_marker_at(f, i, u->last, &after) == 'A')
			p->answer.begin = after < u->last ? f->tokens->v[after].begin : u->end;
		else
			p->answer.begin = after_colon(f, u->answer_at);
	}
	/* A bold run that a backslash tears open ends nowhere near its question. */
	if (p->question.begin < p->answer.begin && p->answer.begin < p->question.end)
		p->question.end = p->answer.begin;
}

static void extend_answer(struct pf_find *f, const struct pf_unit *u)
{
	struct pf_pair *p = &f->out->pairs.v[f->out->pairs.n - 1];

	if (p->answer.begin == p->answer.end)
		p->answer.begin = u->answer ? u->body : u->begin;
	p->answer.end = u->end;
}

/* A bold line may stand above two paragraphs: it asks once, and both answer. */
static bool asks_anew(const struct pf_find *f, const struct pf_unit *u)
{
	const struct pf_pair *v = f->out->pairs.v;
	size_t n = f->out->pairs.n;

	return !n || (u->ask ? u->ask_begin : stated(f, u).begin) >= v[n - 1].question.end;
}

static void read_region(struct pf_find *f, size_t first, size_t last)
{
	struct style s = pf_style_of(f, first, last);
	bool open = false;

	for (size_t i = first; i < last; i++) {
		struct pf_unit *u = &f->units.v[i];

		if (pf_is_question(f, u, &s) && asks_anew(f, u)) {
			open_pair(f, u);
			u->asked = true;
			open = true;
		} else if (u->kind == PF_UNIT_HEADING && u->level < PF_LEVEL_BOLD &&
			   s.asking[u->level] + s.kinds[PF_ASK_BOLD] + s.kinds[PF_ASK_MARKED]) {
			open = false; /* a heading over the next group of questions */
		} else if (pf_heads_metrics(f, u)) {
			open = false;
		} else if (open && (u->kind == PF_UNIT_TEXT || u->kind == PF_UNIT_ROW ||
				    u->kind == PF_UNIT_HEADING)) {
			extend_answer(f, u);
		}
	}
}

#define RUN_MIN 4u /* paragraphs; a speaker who asks and answers himself stops sooner */

/* "Is it a new post? Yes, a part-time one.": paragraph after paragraph opens so, and nothing names
 * them, or only a label of the metrics that stand above them. */
static void find_run(struct pf_find *f)
{
	for (size_t i = 0, first = 0; i <= f->units.n; i++) {
		const struct pf_unit *u = i < f->units.n ? &f->units.v[i] : NULL;

		if (u && u->kind == PF_UNIT_TEXT && u->ask == PF_ASK_WEAK && !u->depth &&
		    (!u->by_label || u->part == PF_PART_METRICS) && u->answer_at < u->end)
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
	       pf_tokens_words(f->tokens, u->label) >= PF_STATED_WORDS && !pf_lets_speak(f, u);
}

/* "**how the bakery copes** We mix for the forecast": a bold run that opens as a question does, and
 * has no mark. */
static bool asks_unmarked(const struct pf_find *f, const struct pf_unit *u)
{
	uint32_t i = pf_token_at(f, u->label.begin);

	return pf_tokens_words(f->tokens, u->label) > 1 &&
	       PF_ONE_OF(f, i, "what", "how", "why", "who", "who's", "what's", "when", "where",
			 "which", "can", "does", "is", "won't", "isn't", "doesn't");
}

/* "**Quality.** Only interpreters on the list": prose led by a bold label that names no part. */
static bool leads_label(const struct pf_find *f, const struct pf_unit *u)
{
	return u->kind == PF_UNIT_TEXT && u->level == PF_LEVEL_RUNIN && !u->depth && !u->by_label &&
	       u->says == PF_LABEL_NONE && u->label.begin > u->begin &&
	       f->text.ptr[u->label.end - 1] != ':' && !pf_lets_speak(f, u);
}

static void ask_by_label(struct pf_find *f, struct pf_unit *u)
{
	u->part = PF_PART_FAQ;
	u->by_label = true;
	if (u->ask || !asks_unmarked(f, u))
		return;
	u->ask = PF_ASK_BOLD;
	u->ask_begin = u->label.begin;
	u->ask_end = u->label.end;
	u->answer_at = u->body;
}

/* Paragraph after paragraph opens with a label, and most of the labels ask, with a mark or without:
 * they are asked about. */
static bool find_labels(struct pf_find *f)
{
	size_t first = 0, asks = 0;
	bool found = false;

	for (size_t i = 0; i <= f->units.n; i++) {
		const struct pf_unit *u = i < f->units.n ? &f->units.v[i] : NULL;

		if (u && leads_label(f, u)) {
			asks += u->ask || asks_unmarked(f, u);
			continue;
		}
		for (size_t k = first; asks >= RUN_MIN && asks * 2 > i - first && k < i; k++) {
			ask_by_label(f, &f->units.v[k]);
			found = true;
		}
		first = i + 1;
		asks = 0;
	}
	return found;
}

/* "What decides it, March 2028: ..." in plain letters below the answers. */
static bool tells_metrics(const struct pf_unit *u)
{
	return u->kind == PF_UNIT_TEXT && u->level == PF_LEVEL_RUNIN && !u->depth && !u->ask &&
	       u->says == PF_PART_METRICS && u->label.begin == u->begin;
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
		if (!find_labels(f))
			find_run(f);
		return;
	}
	for (size_t i = 0; i < f->units.n; i++) {
		struct pf_unit *u = &f->units.v[i];

		if (u->ask >= PF_ASK_BOLD || (i + 1 < f->units.n && leads_loose(f, u)))
			in = true;
		else if (u->kind == PF_UNIT_HEADING && u->level < PF_LEVEL_BOLD)
			in = false;
		if (in && !tells_metrics(u)) {
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
