/*
 * Each section of a page does something of its own: a problem says who loses what today, a
 * solution what will be there, an answer what it costs and when it stops. A sentence is a set of
 * marks; how likely each mark is in each section was counted on drafts. The fit of a page is how
 * much better its sentences suit the sections they stand in than in any other order, in deviations.
 */
#include <math.h>
#include <string.h>

#include "draft/quants.h"
#include "flow.h"

#define SENTENCES 64u /* the beginning tells as well as the whole */
#define FEWEST    12u /* sentences; fewer tell nothing */

enum mark {
	MARK_NUMBER,
	MARK_NUMBERS, /* three or more */
	MARK_CHANGE,  /* from a value to another, or a bound */
	MARK_MONEY,
	MARK_PERCENT,
	MARK_DATE,
	MARK_SUM,
	MARK_QUOTED,
	MARK_SHORT, /* under ten words */
	MARK_LONG,  /* over twenty-two */
	MARK_WORDS, /* from here on: by a word */
	MARK_WE = MARK_WORDS,
	MARK_YOU,
	MARK_MAY,
	MARK_NOW,
	MARK_CAUSE,
	MARK_NOT,
	MARK_IF,
	MARK_EACH,
	MARK_OPENS, /* with a small word */
	MARK_REPLY,
	MARK_TIER,
	MARK_STAKES, /* what was assumed, tried or left */
	MARK_STOPS,
	MARK_LAW,
	MARK_LOSES,
	MARK_GAINS,
	MARK_INSTEAD,
	MARKS,
};

static const struct {
	const char *words;
	uint8_t mark;
	bool first; /* only where one begins the sentence */
} words[] = {
	{"we our us", MARK_WE, false},
	{"you your", MARK_YOU, false},
	{"will would can could may", MARK_MAY, false},
	{"today now currently", MARK_NOW, false},
	{"because so since", MARK_CAUSE, false},
	{"no not nobody never without cannot", MARK_NOT, false},
	{"if unless when", MARK_IF, false},
	{"each every", MARK_EACH, false},
	{"the a an it they this he she that", MARK_OPENS, true},
	{"yes no not less only", MARK_REPLY, true},
	{"primary secondary leading guardrail", MARK_TIER, true},
	{"assume assumed assumption discarded pilot test tested", MARK_STAKES, false},
	{"stop stops stopped halt return", MARK_STOPS, false},
	{"law rule rules consent data deleted encrypted personal logged", MARK_LAW, false},
	{"lose loses lost wait waits miss misses struggle cost costs", MARK_LOSES, false},
	{"leave wait know save keep have fewer more faster get see", MARK_GAINS, true},
	{"instead", MARK_INSTEAD, false},
	{"week weeks month months launch", MARK_DATE, false},
};

static const enum pf_part_id sections[] = {PF_PART_PROBLEM, PF_PART_SOLUTION, PF_PART_BENEFITS,
					   PF_PART_METRICS, PF_PART_FAQ,      PF_PART_ROLLOUT};

#define SECTIONS (sizeof(sections) / sizeof(*sections))

#include "fit.inc"

#define SLOTS 256u /* of a hash of the words */

struct word_index {
	uint32_t hash[SLOTS];
	uint32_t any[SLOTS], first[SLOTS]; /* bits of marks */
};

static void index_words(struct word_index *index)
{
	memset(index, 0, sizeof(*index));
	for (size_t w = 0; w < sizeof(words) / sizeof(*words); w++)
		for (const char *s = words[w].words; *s;) {
			size_t n = strcspn(s, " "), at;
			uint32_t hash = pf_word_hash(pf_slice_make(s, n));

			for (at = hash % SLOTS; index->hash[at] && index->hash[at] != hash;)
				at = (at + 1) % SLOTS;
			index->hash[at] = hash;
			*(words[w].first ? &index->first[at] : &index->any[at]) |= 1u
										   << words[w].mark;
			s += n + (s[n] == ' ');
		}
}

static uint32_t marks_of_word(const struct word_index *index, uint32_t hash, bool first)
{
	size_t at = hash % SLOTS;

	while (index->hash[at] && index->hash[at] != hash)
		at = (at + 1) % SLOTS;
	return index->any[at] | (first ? index->first[at] : 0);
}

static uint32_t marks_of_numbers(const struct pf_view *view, size_t sentence)
{
	const struct pf_quant_sentence *q = &view->quants->sentences.v[sentence];
	uint32_t marks = 0;

	for (uint32_t i = q->first; i < q->first + q->n; i++) {
		const struct pf_quant *quant = &view->quants->v[i];

		marks |= (pf_quant_is_date(quant) ? 1u << MARK_DATE : 0) |
			 (quant->base == PF_QUANT_MONEY ? 1u << MARK_MONEY : 0) |
			 (quant->base == PF_QUANT_PERCENT ? 1u << MARK_PERCENT : 0) |
			 (quant->pair != PF_QUANT_NONE || quant->bound == PF_BOUND_LT
				  ? 1u << MARK_CHANGE
				  : 0);
	}
	return marks;
}

static uint32_t marks_of(const struct pf_view *view, size_t sentence,
			 const struct word_index *index)
{
	const struct pf_sentence *s = &view->tokens->sentences.v[sentence];
	uint32_t marks = marks_of_numbers(view, sentence);
	size_t numbers = 0, n = 0;

	for (uint32_t i = pf_flow_first(view, s); i < s->last; i++) {
		const struct pf_token *t = &view->tokens->v[i];

		if (t->flags & PF_TOKEN_QUOTED)
			marks |= 1u << MARK_QUOTED;
		if (t->kind == PF_TOKEN_NUMBER)
			numbers++;
		else if (t->kind == PF_TOKEN_WORD)
			marks |= marks_of_word(index, t->hash, !n++);
		else if (t->sign == '=')
			marks |= 1u << MARK_SUM;
	}
	return marks | (numbers > 0 ? 1u << MARK_NUMBER : 0) |
	       (numbers >= 3 ? 1u << MARK_NUMBERS : 0) | (n < 10 ? 1u << MARK_SHORT : 0) |
	       (n > 22 ? 1u << MARK_LONG : 0);
}

/* Index of the section the sentence stands in, SECTIONS for none: only one that is named can be
 * belied. `part` moves along. */
static size_t section_of(const struct pf_view *view, const struct pf_sentence *s, size_t *part)
{
	const struct pf_part *p;
	size_t i = 0;

	while (*part < view->parts->parts.n && view->parts->parts.v[*part].body.end <= s->begin)
		++*part;
	if (*part == view->parts->parts.n)
		return SECTIONS;
	p = &view->parts->parts.v[*part];
	if (s->begin < p->body.begin || (pf_range_empty(p->heading) && p->id != PF_PART_FAQ))
		return SECTIONS;
	while (i < SECTIONS && sections[i] != p->id)
		i++;
	return i;
}

struct page {
	size_t n, in[SECTIONS]; /* sentences, and those of each section */
	size_t section[SENTENCES];
	double value[SENTENCES][SECTIONS]; /* of the sentence in each section */
};

/* Of a sentence without any mark in section k. */
static int value_without(size_t k)
{
	int sum = 0;

	for (size_t m = 0; m < MARKS; m++)
		sum += likely[k][m][0];
	return sum;
}

/* A sentence has few marks: only those are added. */
static double value_in(size_t k, uint32_t marks, int without)
{
	for (size_t m = 0; marks; m++, marks >>= 1)
		if (marks & 1)
			without += likely[k][m][1] - likely[k][m][0];
	return without / 100.0;
}

static void read_page(const struct pf_view *view, struct page *page)
{
	struct word_index index;
	int without[SECTIONS];
	size_t part = 0;

	page->n = 0;
	memset(page->in, 0, sizeof(page->in));
	index_words(&index);
	for (size_t k = 0; k < SECTIONS; k++)
		without[k] = value_without(k);
	for (size_t s = 0; s < view->tokens->sentences.n && page->n < SENTENCES; s++) {
		const struct pf_sentence *sentence = &view->tokens->sentences.v[s];
		size_t section;
		uint32_t marks;

		if (!pf_flow_prose(view, s) || view->tokens->v[sentence->last - 1].sign == '?')
			continue;
		section = section_of(view, sentence, &part);
		if (section == SECTIONS)
			continue;
		marks = marks_of(view, s, &index);
		for (size_t k = 0; k < SECTIONS; k++)
			page->value[page->n][k] = value_in(k, marks, without[k]);
		page->section[page->n++] = section;
		page->in[section]++;
	}
}

/* What rows and columns share is taken out first; what is left over is the order. */
double pf_fit_of(const struct pf_view *view, size_t *sentences)
{
	struct page page;
	double row[SENTENCES] = {0}, column[SECTIONS] = {0}, mean = 0, own = 0, variance = 0, n;
	size_t used = 0;

	read_page(view, &page);
	*sentences = page.n;
	n = (double)page.n;
	for (size_t k = 0; k < SECTIONS; k++)
		used += page.in[k] > 0;
	if (page.n < FEWEST || used < 3) {
		*sentences = 0;
		return 0;
	}
	for (size_t i = 0; i < page.n; i++) {
		for (size_t k = 0; k < SECTIONS; k++) {
			row[i] += page.value[i][k] * (double)page.in[k] / n;
			column[k] += page.value[i][k] / n;
		}
		mean += row[i] / n;
		own += page.value[i][page.section[i]];
	}
	for (size_t i = 0; i < page.n; i++)
		for (size_t k = 0; k < SECTIONS; k++)
			variance += (double)page.in[k] *
				    pow(page.value[i][k] - row[i] - column[k] + mean, 2) / (n - 1);
	return variance > 0 ? (own - n * mean) / sqrt(variance) : 0;
}
