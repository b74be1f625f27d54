#include "padding.h"

#include <stdlib.h>
#include <string.h>

#include "prfaq/base/mem.h"

#include "answers.h"
#include "copied.h"
#include "own.h"
#include "shingles.h"
#include "topic.h"

#define FEW_WORDS  60u /* too few to tell what they are about */
#define LEAST_LEFT 80u
#define FEW_STEMS  40u /* too few to tell a topic by */

/* By sentence. */
struct marks {
	uint8_t *why; /* enum pf_padding_why */
	size_t n;     /* sentences */
};

/*
 * A word of the topic is likelier on a page about it, any other word off it. What a word says for
 * "off" is the logarithm of the two chances, as measured on drafts held under their own prompt (45
 * words of 100 belong to it) and under eleven others (25 of 100).
 */
#define WORD_ON  (-0.588)
#define WORD_OFF 0.310
/* Without a prompt the topic is what the release says: its own answers say 36 words of 100 from
 * there, and 19 at the least, another page's 8. */
#define WORD_ON_ALONE  (-1.32)
#define WORD_OFF_ALONE 0.27
#define GIVEN_ON       (-1.8) /* a number of the brief stands on another page by chance alone */
#define NOTHING_ON     0.4    /* of a sentence without a word of it */
#define SURE           7.5    /* of a stretch; 97 of 100 honest drafts for a prompt have none */
#define CONTRAST       2.4    /* the rest of the page names the topic so much more often */
#define SURE_ALONE     12.0 /* without a prompt a page's own beginning must tell what it is about */

/* What an interviewer would say of it; a draft may speak of that. */
static void add_told(const struct pf_view *view, struct pf_stems *out)
{
	const struct pf_check_prompt *p = view->context->prompt;
	struct pf_buf text = {0};

	for (size_t i = 0; i < p->n_facts; i++)
		pf_buf_printf(&text, "%s\n", p->facts[i].text ? p->facts[i].text : "");
	for (size_t i = 0; i < p->n_constraints; i++)
		pf_buf_printf(&text, "%s\n", p->constraints[i].text ? p->constraints[i].text : "");
	pf_view_text_stems(view, pf_buf_view(&text), out);
	pf_buf_release(&text);
}

/* What the page is about, by its prompt. */
static void find_topic(const struct pf_view *view, struct pf_stems *out)
{
	struct pf_topic topic;

	pf_topic_init(&topic, view);
	*out = topic.all;
	topic.all = (struct pf_stems){0};
	pf_topic_release(&topic);
	add_told(view, out);
}

/* Words that can tell a topic, and those of them that belong to this one. */
struct told {
	size_t all, on;
	size_t again;      /* neither of this topic nor said for the first time */
	size_t given;      /* numbers of the brief: who tells them speaks of it */
	bool says_nothing; /* a sentence without any of this topic */
};

static inline bool can_tell(const struct pf_view *view, uint32_t i)
{
	const struct pf_token *t = &view->tokens->v[i];

	return t->kind == PF_TOKEN_WORD && t->end - t->begin >= 3 && !pf_view_is_stop(view, i) &&
	       !view->everyday[i];
}

/* Counts the word of token i. Each different word is looked up once: `met` is by its number. */
static void tell(const struct pf_view *view, const struct pf_stems *topic, size_t i, uint8_t *met,
		 struct told *told)
{
	enum { NOT_MET, ON, OFF };
	uint8_t *known = &met[view->tokens->word[i]];

	told->again += *known == OFF;
	if (*known == NOT_MET)
		*known = pf_stems_has(topic, pf_view_stem(view, i)) ? ON : OFF;
	told->all++;
	told->on += *known == ON;
}

static bool asks_at(const struct pf_view *view, size_t sentence)
{
	return view->tokens->v[view->tokens->sentences.v[sentence].last - 1].sign == '?';
}

static size_t given(const struct pf_view *view, const struct pf_sentence *sentence)
{
	size_t n = 0;

	for (size_t q = pf_quants_at(view->quants, sentence->begin);
	     q < view->quants->n && view->quants->v[q].begin < sentence->end; q++)
		n += view->origin[q] == PF_ORIGIN_GIVEN;
	return n;
}

static struct told told_by(const struct pf_view *view, const struct pf_stems *topic, size_t s,
			   uint8_t *met)
{
	const struct pf_sentence *sentence = &view->tokens->sentences.v[s];
	struct told told = {0};

	for (uint32_t i = sentence->first; i < sentence->last; i++)
		if (can_tell(view, i))
			tell(view, topic, i, met, &told);
	told.given = given(view, sentence);
	told.says_nothing = !told.on && !told.given && !asks_at(view, s) && sentence->words >= 4;
	return told;
}

static void exchange_marks(struct marks *marks, size_t first, size_t last, enum pf_padding_why from,
			   enum pf_padding_why to)
{
	for (size_t s = first; s < last; s++)
		if (marks->why[s] == from)
			marks->why[s] = (uint8_t)to;
}

/* The stretches of sentences that are surely off: from where doubt begins to where it is largest.
 */
static void find_stretches(const struct told *told, bool alone, struct marks *marks)
{
	double on = alone ? WORD_ON_ALONE : WORD_ON, off = alone ? WORD_OFF_ALONE : WORD_OFF;
	double sure = alone ? SURE_ALONE : SURE;
	double sum = 0, most = 0;
	size_t first = 0, last = 0;

	for (size_t s = 0; s <= marks->n; s++) {
		if (s < marks->n)
			sum += (double)told[s].on * on + (double)told[s].given * GIVEN_ON +
			       (double)(told[s].all - told[s].on) * off +
			       (told[s].says_nothing ? NOTHING_ON : 0);
		if (sum > most) {
			most = sum;
			last = s + 1;
		}
		if (sum > 0 && s < marks->n && sum > most - sure)
			continue;
		if (most >= sure) {
			exchange_marks(marks, first, last, PF_PADDING_NOT, PF_PADDING_STRANGE);
			s = last - 1;
		}
		sum = most = 0;
		first = s + 1;
	}
}

/* Words of the strange stretches, and those of them that the rest of the page speaks of too. */
static struct told taken_up(const struct pf_view *view, const struct marks *marks)
{
	struct pf_stems rest = {0};
	struct told told = {0};

	for (size_t s = 0; s < marks->n; s++)
		if (marks->why[s] == PF_PADDING_NOT)
			pf_view_add_stems(view, pf_sentence_range(view, s), &rest);
	pf_stems_sort(&rest);
	for (size_t s = 0; s < marks->n; s++) {
		const struct pf_sentence *sentence = &view->tokens->sentences.v[s];

		for (uint32_t i = sentence->first;
		     marks->why[s] == PF_PADDING_STRANGE && i < sentence->last; i++) {
			if (!can_tell(view, i))
				continue;
			told.all++;
			told.on += pf_stems_has(&rest, pf_view_stem(view, i));
		}
	}
	pf_stems_release(&rest);
	return told;
}

#define TAKEN_UP 0.25 /* of a stretch's words; what was brought from elsewhere shares fewer */

/* The answers of an honest page may need words that the brief has not, and come back to its own. */
static bool belongs_here(const struct pf_view *view, const struct marks *marks)
{
	struct told told = taken_up(view, marks);

	return (double)told.on > TAKEN_UP * (double)told.all;
}

/* A page that is off as a whole is not padded: another gate asks what it is about. */
static bool stand_out(const struct pf_view *view, const struct told *told,
		      const struct marks *marks)
{
	struct told in = {0}, out = {0};

	for (size_t s = 0; s < marks->n; s++) {
		struct told *to = marks->why[s] == PF_PADDING_STRANGE ? &in : &out;

		to->all += told[s].all;
		to->on += told[s].on;
	}
	if (!in.all)
		return false;
	if (!view->context->prompt)
		return !belongs_here(view, marks);
	return out.all * 9 >= in.all &&
	       (double)out.on * (double)in.all > CONTRAST * (double)in.on * (double)out.all &&
	       (out.all < 2 * in.all || !belongs_here(view, marks));
}

#define LABEL_WORDS 1u /* "Tier", "Baseline": a cell names what stands on any page */

#define FEW_TOLD 80u /* words that can tell a topic; fewer do so by chance */

static void take_shares(const struct told *told, size_t n, struct pf_padding *out)
{
	struct told sum = {0};

	for (size_t s = 0; s < n; s++) {
		sum.all += told[s].all;
		sum.on += told[s].on;
		sum.again += told[s].again;
	}
	if (sum.all < FEW_TOLD)
		return;
	out->belongs = (double)sum.on / (double)sum.all;
	out->harps = (double)sum.again / (double)sum.all;
}

/* After the others: what was found already says nothing more of what stands beside it. */
static void mark_strange(const struct pf_view *view, struct marks *marks, struct pf_padding *out)
{
	struct pf_stems prompt = {0};
	const struct pf_stems *topic = &prompt;
	struct told *told = pf_xcalloc(marks->n + 1, sizeof(*told));
	uint8_t *met = pf_xcalloc(view->tokens->n_words + 1, sizeof(*met));

	if (view->context->prompt)
		find_topic(view, &prompt);
	else
		topic = pf_own_release(view);
	if (topic->n >= FEW_STEMS) {
		for (size_t s = 0; s < marks->n; s++)
			if (view->sentence_part[s] != PF_SENTENCE_HEADING && !marks->why[s] &&
			    view->tokens->sentences.v[s].words > LABEL_WORDS)
				told[s] = told_by(view, topic, s, met);
		if (view->context->prompt)
			take_shares(told, marks->n, out);
		find_stretches(told, !view->context->prompt, marks);
		if (!stand_out(view, told, marks))
			exchange_marks(marks, 0, marks->n, PF_PADDING_STRANGE, PF_PADDING_NOT);
	}
	pf_stems_release(&prompt);
	free(told);
	free(met);
}

/* How often each run of words was seen: open addressing, linear in the text. */
struct runs {
	struct run {
		uint64_t hash; /* 0 marks an empty place */
		uint32_t seen;
	} * v;
	size_t cap;
};

static struct run *run_of(const struct runs *runs, uint64_t hash)
{
	size_t at = (size_t)(hash >> 20) & (runs->cap - 1);

	hash |= 1;
	while (runs->v[at].hash && runs->v[at].hash != hash)
		at = (at + 1) & (runs->cap - 1);
	runs->v[at].hash = hash;
	return &runs->v[at];
}

#define SAID_RUNS  5u  /* of five words: a sentence of nine */
#define MOST_RUNS  0.6 /* of a sentence are repeated: it is */
#define EXACT_RUNS 2u  /* and so is one of six words that is repeated whole */

/* Of a sentence with so many runs. The cells of a table name things, and may name them again. */
static bool was_said(size_t all, size_t again, bool prose)
{
	return (all >= SAID_RUNS && (double)again > MOST_RUNS * (double)all) ||
	       (prose && all >= EXACT_RUNS && again == all);
}

static void mark_again(const struct pf_view *view, const struct pf_shingles *own,
		       struct marks *marks)
{
	struct runs runs = {NULL, 16};
	size_t i = 0;

	while (runs.cap < own->n * 2)
		runs.cap *= 2;
	runs.v = pf_xcalloc(runs.cap, sizeof(*runs.v));
	for (size_t s = 0; s < marks->n; s++) {
		const struct pf_sentence *sentence = &view->tokens->sentences.v[s];
		size_t all = 0, again = 0;

		while (i < own->n && own->v[i].begin < sentence->begin)
			i++;
		for (; i < own->n && own->v[i].begin < sentence->end; i++) {
			struct run *run = run_of(&runs, own->v[i].hash);

			/* A run that goes on into the next sentence says nothing of this one. */
			if (own->v[i].end > sentence->end)
				continue;
			all++;
			again += run->seen++ > 0;
		}
		if (was_said(all, again, !view->in_table[s]) &&
		    view->sentence_part[s] != PF_SENTENCE_HEADING)
			marks->why[s] = PF_PADDING_AGAIN;
	}
	free(runs.v);
}

#define BARE_LEAST 3u /* items; one or two may be told in words of any page */

/* The outermost list that holds the byte, or PF_DOC_NONE. */
static uint32_t list_at(const struct pf_view *view, uint32_t off)
{
	size_t n;
	const struct pf_block *blocks = pf_doc_blocks(view->doc, &n);
	uint32_t list = PF_DOC_NONE;

	for (uint32_t b = pf_doc_block_at(view->doc, off); b != PF_DOC_NONE; b = blocks[b].parent)
		if (blocks[b].kind == PF_BLOCK_LIST)
			list = b;
	return list;
}

/* "What are the risks?" is answered by a list, and what stands in it is judged with its question.
 */
static bool is_answer(const struct pf_view *view, uint32_t begin)
{
	const struct pf_pair *pair = pf_answer_at(view, begin);

	return pair &&
	       pf_doc_block_at(view->doc, pair->answer.begin) == pf_doc_block_at(view->doc, begin);
}

/* A list behind the release most of whose items name nothing of this page and hold no number: it
 * could stand on any other. */
static void mark_bare_lists(const struct pf_view *view, struct marks *marks)
{
	for (size_t first = 0, last; first < marks->n; first = last) {
		uint32_t list = list_at(view, view->tokens->sentences.v[first].begin);
		size_t bare = 0;
		bool asks = list == PF_DOC_NONE; /* and a FAQ is no list of labels */

		for (last = first; last < marks->n; last++) {
			struct pf_range sentence = pf_sentence_range(view, last);

			if (list_at(view, sentence.begin) != list)
				break;
			asks = asks || asks_at(view, last);
			bare += !asks && pf_own_label(view, sentence);
		}
		if (!asks && bare >= BARE_LEAST && bare * 2 > last - first &&
		    !is_answer(view, view->tokens->sentences.v[first].begin))
			memset(marks->why + first, PF_PADDING_BARE, last - first);
	}
}

/* A heading goes with the last of what stood under it. */
static void mark_headings(const struct pf_view *view, struct marks *marks)
{
	size_t under = 0, padding = 0;

	for (size_t s = marks->n; s-- > 0;) {
		if (view->sentence_part[s] != PF_SENTENCE_HEADING) {
			under++;
			padding += marks->why[s] != PF_PADDING_NOT;
			continue;
		}
		if (under && padding == under)
			marks->why[s] = marks->why[s + 1];
		under = padding = 0;
	}
}

/* From the line's beginning to its end, where all its words are padding. */
static struct pf_range whole_lines(struct pf_slice text, struct pf_range at, bool first, bool last)
{
	while (first && at.begin && text.ptr[at.begin - 1] != '\n')
		at.begin--;
	while (last && at.end < text.len && text.ptr[at.end] != '\n')
		at.end++;
	return at;
}

static bool shares_line(const struct pf_view *view, size_t a, size_t b)
{
	uint32_t begin = view->tokens->sentences.v[a].end, end = view->tokens->sentences.v[b].begin;

	return begin >= end || !memchr(view->text.ptr + begin, '\n', end - begin);
}

static void gather(const struct pf_view *view, const struct marks *marks, struct pf_padding *out)
{
	size_t all = view->tokens->sentences.n;

	for (size_t s = 0, e; s < marks->n; s = e) {
		struct pf_range at;

		e = s + 1;
		if (!marks->why[s])
			continue;
		while (e < marks->n && marks->why[e])
			e++;
		at.begin = view->tokens->sentences.v[s].begin;
		at.end = view->tokens->sentences.v[e - 1].end;
		out->words += pf_tokens_words(view->tokens, at);
		*PF_PUSH(out) = (struct pf_padding_range){
			whole_lines(view->text, at, !s || !shares_line(view, s - 1, s),
				    e == all || !shares_line(view, e - 1, e)),
			(enum pf_padding_why)marks->why[s]};
	}
	out->of = view->tokens->words;
	out->most = out->n && out->of - out->words < LEAST_LEFT;
}

void pf_padding_find(const struct pf_view *view, struct pf_padding *out)
{
	const struct pf_shingles *own;
	struct marks marks = {.n = view->tokens->sentences.n};

	*out = (struct pf_padding){.belongs = 1};
	/* What is longer is a book, and no attempt that was padded: to read a book twice would take
	 * the time of all the rest. */
	if (view->context->drill || view->tokens->words < FEW_WORDS ||
	    view->tokens->n > PF_RUN_TOKENS)
		return;
	marks.why = pf_xcalloc(marks.n + 1, sizeof(*marks.why));
	own = pf_view_runs(view);
	mark_again(view, own, &marks);
	pf_copied_mark(view, marks.why);
	mark_bare_lists(view, &marks);
	mark_strange(view, &marks, out);
	mark_headings(view, &marks);
	gather(view, &marks, out);
	free(marks.why);
}

void pf_padding_release(struct pf_padding *padding)
{
	free(padding->v);
	*padding = (struct pf_padding){0};
}

void pf_padding_blank(const struct pf_padding *padding, struct pf_slice text, struct pf_buf *out)
{
	pf_buf_add(out, text.ptr, text.len);
	for (size_t i = 0; i < padding->n; i++)
		for (uint32_t b = padding->v[i].at.begin; b < padding->v[i].at.end; b++)
			if (out->ptr[b] != '\n')
				out->ptr[b] = ' ';
}
