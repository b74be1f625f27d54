/* readability: sentences one can say in a breath, and the school grade of a part. */
#include <stdio.h>
#include <string.h>

#include "draft/spoken.h"
#include "kinds.h"

#define LISTENS 30 /* words: the rule's text says so */
#define SCOLDED 33 /* words: of 22 that were told with fewer, readers found four hard to follow */

/* Sentences of the scope that somebody would read aloud. */
static bool read_aloud(const struct pf_view *view, const struct pf_spoken *spoken,
		       const struct pf_ints *parts, size_t sentence)
{
	return view->sentence_part[sentence] != PF_SENTENCE_HEADING &&
	       pf_scope_has(parts, (enum pf_part_id)view->sentence_part[sentence]) &&
	       pf_spoken_is_read(spoken, sentence);
}

#define LABEL_TOKENS 8u

/* "Quote (head of the depot): ...": who reads it aloud leaves the label out. */
static uint32_t behind_label(const struct pf_view *view, size_t sentence, uint32_t begin)
{
	const struct pf_sentence *s = &view->tokens->sentences.v[sentence];
	const struct pf_token *v = view->tokens->v;

	for (uint32_t i = s->first; i < s->last && i < s->first + LABEL_TOKENS; i++)
		if (v[i].sign == ':' && v[i].end > begin)
			return v[i].end;
	return begin;
}

/* As a person counts: "take-home" and "10:40" are one, and a dateline is not said. */
static uint32_t words_of(const struct pf_view *view, size_t sentence)
{
	struct pf_range range = pf_sentence_range(view, sentence);
	struct pf_range dateline = view->parts->dateline;

	if (!pf_range_empty(dateline) && dateline.begin >= range.begin && dateline.end < range.end)
		range.begin = dateline.end;
	range.begin = behind_label(view, sentence, range.begin);
	return pf_tokens_words(view->tokens, range);
}

/* Too long to listen to; most have not so many tokens. */
static bool is_long(const struct pf_view *view, size_t sentence)
{
	const struct pf_sentence *s = &view->tokens->sentences.v[sentence];

	return s->last - s->first > LISTENS && words_of(view, sentence) > LISTENS;
}

/* A line that begins anew, or one of "(a) ... (b) ...": what was read as one sentence is a list. */
static bool is_list(const struct pf_view *view, size_t sentence)
{
	const struct pf_sentence *s = &view->tokens->sentences.v[sentence];
	const struct pf_token *v = view->tokens->v;
	size_t marks = 0;

	for (uint32_t i = s->first + 1; i < s->last; i++) {
		struct pf_slice between = pf_slice_cut(view->text, v[i - 1].end, v[i].begin);

		marks += v[i].sign == ')' && v[i - 1].end - v[i - 1].begin == 1;
		if (memchr(between.ptr, '\n', between.len) &&
		    (v[i].flags & PF_TOKEN_CAPITAL || v[i].kind != PF_TOKEN_WORD))
			return true;
	}
	return marks >= 2;
}

#define LABEL_SHORT 4u /* "Of the state:" */
#define ITEMS_LEAST 4
#define ITEM_WORDS  5

/* "State: ODFW (fishing, stocking), WDFW (hatcheries), DOGAMI (geology)": looked up, not read. */
static bool is_looked_up(const struct pf_view *view, size_t sentence)
{
	const struct pf_sentence *s = &view->tokens->sentences.v[sentence];
	const struct pf_token *v = view->tokens->v;
	uint32_t i = s->first, words = 0, items = 1;

	while (i < s->last && i < s->first + LABEL_SHORT && v[i].sign != ':')
		i++;
	if (i == s->first || i >= s->last || v[i].sign != ':')
		return false;
	for (i++; i < s->last && words <= ITEM_WORDS; i++) {
		bool ends = v[i].sign == ',' || v[i].sign == ';';

		items += ends;
		words = ends || v[i].sign == '(' ? 0 : words + (v[i].kind == PF_TOKEN_WORD);
	}
	return items >= ITEMS_LEAST && words <= ITEM_WORDS;
}

/* Author, state, what was asked: in a list above the page, for those who review it. */
static bool is_front_matter(const struct pf_view *view, size_t sentence)
{
	uint32_t begin = pf_sentence_range(view, sentence).begin;

	if (view->sentence_part[sentence] != PF_PART_OTHER || !pf_view_in_list(view, begin))
		return false;
	for (size_t i = 0; i < view->parts->parts.n; i++) {
		const struct pf_part *part = &view->parts->parts.v[i];

		if (part->id != PF_PART_OTHER && part->id != PF_PART_HEADLINE &&
		    part->body.begin < begin)
			return false;
	}
	return true;
}

static void judge_sentences(const struct pf_view *view, const struct pf_params_readability *p,
			    struct pf_judgement *j)
{
	struct pf_spoken spoken = {view->doc, view->text, view->tokens, view->quants,
				   view->syllables};
	size_t all = 0, bad = 0;
	struct pf_range span;

	for (size_t i = 0; i < view->tokens->sentences.n; i++) {
		struct pf_place_found *place;

		if (!read_aloud(view, &spoken, &p->parts, i))
			continue;
		all++;
		if (p->check == PF_READ_ALOUD ? !pf_spoken_stumbles(&spoken, i, NULL)
					      : !is_long(view, i))
			continue;
		if ((p->check == PF_READ_LENGTH && is_list(view, i)) || is_looked_up(view, i) ||
		    is_front_matter(view, i))
			continue;
		bad++;
		if (p->check == PF_READ_LENGTH && words_of(view, i) < SCOLDED)
			continue;
		place = pf_judge_place(j, pf_sentence_range(view, i));
		if (!place)
			continue;
		place->about = PF_ABOUT_SENTENCE + place->span.begin;
		snprintf(place->value, sizeof(place->value), "%u", words_of(view, i));
	}
	if (!pf_scope_span(view, &p->parts, &span) || !all) {
		pf_judge_owe(j, "no sentence to read");
		return;
	}
	j->n = (double)bad;
	pf_judge_credit(j, pf_ramp((double)bad / (double)all, p->none, p->full),
			j->n_places ? j->places[0].span : span,
			"%zu of %zu sentences are hard to say", bad, all);
	if (j->outcome == PF_OUTCOME_PASS)
		j->n_places = 0;
	else
		pf_judge_next(j, "split one sentence");
	j->untold = !j->n_places;
}

static struct pf_range scope_range(const struct pf_view *view, const struct pf_ints *parts)
{
	for (size_t i = 0; i < view->parts->parts.n && parts->n; i++)
		if (pf_scope_has(parts, view->parts->parts.v[i].id))
			return view->parts->parts.v[i].body;
	return pf_view_whole(view);
}

void pf_readability_judge(const struct pf_view *view, const struct pf_rule *rule,
			  struct pf_judgement *j)
{
	const struct pf_params_readability *p = &rule->params.readability;
	struct pf_readability r;
	struct pf_place_found *place;
	struct pf_range span;
	double x;

	if (p->check == PF_READ_ALOUD || p->check == PF_READ_LENGTH) {
		judge_sentences(view, p, j);
		return;
	}
	span = scope_range(view, &p->parts);
	r = pf_readability_of(view->text, view->tokens, span,
			      p->check == PF_READ_GRADE ? view->syllables : NULL);
	if (r.words < 20 || !r.sentences) {
		pf_judge_skip(j, "too few words to measure");
		return;
	}
	x = p->check == PF_READ_GRADE ? r.grade : r.words_per_sentence;
	span = pf_view_opening(view);
	pf_scope_span(view, &p->parts, &span);
	j->n = x;
	j->limit = p->full;
	pf_judge_credit(j, pf_ramp(x, p->none, p->full), span,
			p->check == PF_READ_GRADE ? "school grade %.1f" : "%.1f words a sentence",
			x);
	if (j->outcome == PF_OUTCOME_PASS)
		return;
	pf_judge_next(j, "down to %.0f", p->full);
	place = pf_judge_place(j, span);
	snprintf(place->value, sizeof(place->value), "%.0f", x);
}
