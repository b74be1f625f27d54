/*
 * Each section of a page does something of its own: a problem says who loses what today, a
 * solution what will be there, an answer what it costs and when it stops. A sentence is a set of
 * words and marks; what each says for each section was counted on drafts. The fit of a page is how
 * much better its sentences suit the sections they stand in than in any other order, in deviations.
 */
#include <math.h>
#include <string.h>

#include "draft/quants.h"
#include "flow.h"

#define SENTENCES 64u /* the beginning tells as well as the whole */
#define FEWEST    8u  /* sentences; fewer tell nothing */

/* What the words alone do not say. */
enum fit_mark {
	FIT_QUOTES,
	FIT_COLON,
	FIT_SUM,
	FIT_NUMBER,
	FIT_NUMBERS, /* three or more */
	FIT_DATE,
	FIT_MONEY,
	FIT_PERCENT,
	FIT_CHANGE, /* from a value to another, or a bound */
	FIT_DURATION,
	FIT_BASELINE,
	FIT_TARGET,
	FIT_POPULATION,
	FIT_TERSE,  /* under six words */
	FIT_SHORT,  /* under ten */
	FIT_LONG,   /* over sixteen */
	FIT_LONGER, /* over twenty-two */
	FIT_MARKS,
};

/* In the order of the table; both kinds of quote are one. */
enum section {
	IN_PROBLEM,
	IN_SOLUTION,
	IN_BENEFITS,
	IN_METRICS,
	IN_FAQ,
	IN_ROLLOUT,
	IN_SUMMARY,
	IN_QUOTE,
	IN_START,
	SECTIONS, /* of a sentence that stands in none of them */
};

#include "fit.inc"

#define WORDS (sizeof(of_words) / sizeof(*of_words))
#define SLOTS 1024u /* of a hash of the words */

/* Rows of the table by their word's hash, plus one. */
struct word_index {
	uint32_t hash[SLOTS];
	uint16_t any[SLOTS], first[SLOTS];
};

static void index_words(struct word_index *index)
{
	memset(index, 0, sizeof(*index));
	for (size_t w = 0; w < WORDS; w++) {
		uint32_t hash = pf_word_hash(pf_slice_of(of_words[w].word));
		size_t at = hash % SLOTS;

		while (index->hash[at] && index->hash[at] != hash)
			at = (at + 1) % SLOTS;
		index->hash[at] = hash;
		*(of_words[w].first ? &index->first[at] : &index->any[at]) = (uint16_t)(w + 1);
	}
}

static enum section section_of_part(enum pf_part_id part)
{
	switch (part) {
	case PF_PART_PROBLEM: return IN_PROBLEM;
	case PF_PART_SOLUTION: return IN_SOLUTION;
	case PF_PART_BENEFITS: return IN_BENEFITS;
	case PF_PART_METRICS: return IN_METRICS;
	case PF_PART_FAQ: return IN_FAQ;
	case PF_PART_ROLLOUT: return IN_ROLLOUT;
	case PF_PART_SUMMARY: return IN_SUMMARY;
	case PF_PART_QUOTE_COMPANY:
	case PF_PART_QUOTE_CUSTOMER: return IN_QUOTE;
	case PF_PART_START: return IN_START;
	default: return SECTIONS;
	}
}

/* What one sentence says for each section, so far. Each word and mark counts once. */
struct says {
	double in[SECTIONS];
	uint32_t marks;
	bool met[WORDS];
};

static void add_row(struct says *says, const int16_t *row)
{
	for (size_t k = 0; k < SECTIONS; k++)
		says->in[k] += row[k];
}

static void add_word(struct says *says, size_t row)
{
	if (row && !says->met[row - 1]) {
		says->met[row - 1] = true;
		add_row(says, of_words[row - 1].says);
	}
}

static uint32_t marks_of_numbers(const struct pf_view *view, size_t sentence)
{
	const struct pf_quant_sentence *q = &view->quants->sentences.v[sentence];
	uint32_t marks = 0;

	for (uint32_t i = q->first; i < q->first + q->n; i++) {
		const struct pf_quant *quant = &view->quants->v[i];
		bool change = quant->pair != PF_QUANT_NONE || quant->bound == PF_BOUND_LT;

		marks |= (uint32_t)pf_quant_is_date(quant) << FIT_DATE |
			 (uint32_t)(quant->base == PF_QUANT_MONEY) << FIT_MONEY |
			 (uint32_t)(quant->base == PF_QUANT_PERCENT) << FIT_PERCENT |
			 (uint32_t)change << FIT_CHANGE |
			 (uint32_t)(quant->base == PF_QUANT_DURATION) << FIT_DURATION |
			 (uint32_t)(quant->role == PF_ROLE_BASELINE) << FIT_BASELINE |
			 (uint32_t)(quant->role == PF_ROLE_TARGET) << FIT_TARGET |
			 (uint32_t)(quant->role == PF_ROLE_POPULATION) << FIT_POPULATION;
	}
	return marks;
}

static uint32_t mark_of_sign(char sign)
{
	return (uint32_t)(sign == '"') << FIT_QUOTES | (uint32_t)(sign == ':') << FIT_COLON |
	       (uint32_t)(sign == '=') << FIT_SUM;
}

static uint32_t marks_of_length(size_t words, size_t numbers)
{
	return (uint32_t)(numbers > 0) << FIT_NUMBER | (uint32_t)(numbers >= 3) << FIT_NUMBERS |
	       (uint32_t)(words < 6) << FIT_TERSE | (uint32_t)(words < 10) << FIT_SHORT |
	       (uint32_t)(words > 16) << FIT_LONG | (uint32_t)(words > 22) << FIT_LONGER;
}

static void read_sentence(const struct pf_view *view, size_t sentence,
			  const struct word_index *index, struct says *says)
{
	const struct pf_sentence *s = &view->tokens->sentences.v[sentence];
	size_t numbers = 0, n = 0;

	memset(says, 0, sizeof(*says));
	says->marks = marks_of_numbers(view, sentence);
	for (uint32_t i = pf_flow_first(view, s); i < s->last; i++) {
		const struct pf_token *t = &view->tokens->v[i];
		size_t at = t->hash % SLOTS;

		if (t->kind == PF_TOKEN_SIGN) {
			says->marks |= mark_of_sign((char)t->sign);
			continue;
		}
		if (t->kind == PF_TOKEN_NUMBER) {
			numbers++;
			continue;
		}
		while (index->hash[at] && index->hash[at] != t->hash)
			at = (at + 1) % SLOTS;
		add_word(says, index->any[at]);
		if (!n++)
			add_word(says, index->first[at]);
	}
	says->marks |= marks_of_length(n, numbers);
	for (size_t m = 0; m < FIT_MARKS; m++)
		if (says->marks >> m & 1)
			add_row(says, of_marks[m]);
}

/* `part` moves along. */
static enum section section_of(const struct pf_view *view, const struct pf_sentence *s,
			       size_t *part)
{
	const struct pf_part *p;

	while (*part < view->parts->parts.n && view->parts->parts.v[*part].body.end <= s->begin)
		++*part;
	if (*part == view->parts->parts.n)
		return SECTIONS;
	p = &view->parts->parts.v[*part];
	return s->begin < p->body.begin ? SECTIONS : section_of_part(p->id);
}

struct page {
	size_t n, in[SECTIONS]; /* sentences, and those of each section */
	size_t section[SENTENCES];
	double value[SENTENCES][SECTIONS]; /* of the sentence in each section */
};

static void read_page(const struct pf_view *view, struct page *page)
{
	struct word_index index;
	struct says says;
	size_t part = 0;

	page->n = 0;
	memset(page->in, 0, sizeof(page->in));
	index_words(&index);
	for (size_t s = 0; s < view->tokens->sentences.n && page->n < SENTENCES; s++) {
		const struct pf_sentence *sentence = &view->tokens->sentences.v[s];
		enum section section;

		if (!pf_flow_prose(view, s) || view->tokens->v[sentence->last - 1].sign == '?')
			continue;
		section = section_of(view, sentence, &part);
		if (section == SECTIONS)
			continue;
		read_sentence(view, s, &index, &says);
		memcpy(page->value[page->n], says.in, sizeof(says.in));
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
	if (page.n < FEWEST || used < 2) {
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
