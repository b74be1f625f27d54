/*
 * Neighbouring sentences are alike in what they do: a sum stands beside a sum, a promise beside a
 * promise, "you" beside "you". Each sentence is a row of marks, standardised by column; the
 * likeness of two is the product of their rows. What neighbours have more of it than any two
 * sentences is the order of the page.
 */
#include "flow.h"

#include <math.h>
#include <string.h>

#include "draft/quants.h"

#define SENTENCES 64u /* the beginning tells as well as the whole */

enum mark {
	MARK_CHANGE, /* from a value to another, or a bound */
	MARK_NUMBER,
	MARK_NUMBERS, /* three or more */
	MARK_MONEY,
	MARK_PERCENT,
	MARK_DATE,
	MARK_SUM,
	MARK_TIER,
	MARK_QUOTED,
	MARK_ASKS,
	MARK_LENGTH,
	MARK_WE,
	MARK_MAY,
	MARK_IF,
	MARK_NOW,
	MARK_YOU,
	MARK_CAUSE,
	MARK_NOT,
	MARK_OPENS, /* with a small word */
	MARKS,
};

static const struct {
	const char *word;
	uint8_t mark;
	bool first; /* only where it begins the sentence */
} words[] = {
	{"we", MARK_WE, false},         {"our", MARK_WE, false},     {"us", MARK_WE, false},
	{"will", MARK_MAY, false},      {"would", MARK_MAY, false},  {"can", MARK_MAY, false},
	{"could", MARK_MAY, false},     {"if", MARK_IF, false},      {"unless", MARK_IF, false},
	{"when", MARK_IF, false},       {"today", MARK_NOW, false},  {"now", MARK_NOW, false},
	{"currently", MARK_NOW, false}, {"you", MARK_YOU, false},    {"your", MARK_YOU, false},
	{"because", MARK_CAUSE, false}, {"so", MARK_CAUSE, false},   {"instead", MARK_CAUSE, false},
	{"not", MARK_NOT, false},       {"no", MARK_NOT, false},     {"never", MARK_NOT, false},
	{"without", MARK_NOT, false},   {"cannot", MARK_NOT, false}, {"the", MARK_OPENS, true},
	{"a", MARK_OPENS, true},        {"an", MARK_OPENS, true},    {"it", MARK_OPENS, true},
	{"they", MARK_OPENS, true},     {"he", MARK_OPENS, true},    {"she", MARK_OPENS, true},
	{"this", MARK_OPENS, true},     {"that", MARK_OPENS, true},  {"week", MARK_DATE, false},
	{"weeks", MARK_DATE, false},    {"month", MARK_DATE, false}, {"month", MARK_DATE, false},
	{"launch", MARK_DATE, false},
};

#define WORDS (sizeof(words) / sizeof(*words))
#define SLOTS 128 /* of a hash of them */

/* The words by their hash: the index of each, plus one. */
struct word_index {
	uint32_t hash[SLOTS];
	uint8_t word[SLOTS];
};

struct page {
	size_t n;
	uint32_t section[SENTENCES];       /* rises at each heading */
	double column[MARKS][SENTENCES];   /* a row a sentence; by mark, to compare many at once */
	double like[SENTENCES][SENTENCES]; /* for i > k */
};

uint32_t pf_flow_first(const struct pf_view *view, const struct pf_sentence *s)
{
	const struct pf_token *t = &view->tokens->v[s->first];
	bool marked =
		s->last - s->first > 2 && t[1].sign == ':' &&
		(pf_token_is(view->text, t, "q") || pf_token_is(view->text, t, "a") ||
		 pf_token_is(view->text, t, "question") || pf_token_is(view->text, t, "answer"));

	return s->first + (marked ? 2 : 0);
}

bool pf_flow_prose(const struct pf_view *view, size_t sentence)
{
	const struct pf_sentence *s = &view->tokens->sentences.v[sentence];

	return s->words >= 3 && view->sentence_part[sentence] != PF_SENTENCE_HEADING &&
	       pf_range_empty(pf_row_at(view, s->begin));
}

static void mark_numbers(const struct pf_view *view, size_t sentence, double *row)
{
	const struct pf_quant_sentence *q = &view->quants->sentences.v[sentence];

	for (uint32_t i = q->first; i < q->first + q->n; i++) {
		const struct pf_quant *quant = &view->quants->v[i];

		if (pf_quant_is_date(quant))
			row[MARK_DATE] = 1;
		if (quant->base == PF_QUANT_MONEY)
			row[MARK_MONEY] = 1;
		if (quant->base == PF_QUANT_PERCENT)
			row[MARK_PERCENT] = 1;
		if (quant->pair != PF_QUANT_NONE || quant->bound == PF_BOUND_LT)
			row[MARK_CHANGE] = 1;
	}
}

static void index_words(struct word_index *index)
{
	memset(index, 0, sizeof(*index));
	for (size_t w = 0; w < WORDS; w++) {
		uint32_t hash = pf_word_hash(pf_slice_of(words[w].word));
		size_t at = hash % SLOTS;

		while (index->word[at])
			at = (at + 1) % SLOTS;
		index->hash[at] = hash;
		index->word[at] = (uint8_t)(w + 1);
	}
}

static void mark_word(const struct pf_view *view, size_t token, bool first,
		      const struct word_index *index, double *row)
{
	uint32_t hash = view->tokens->v[token].hash;
	size_t at = hash % SLOTS;

	while (index->word[at] && index->hash[at] != hash)
		at = (at + 1) % SLOTS;
	if (index->word[at] && (first || !words[index->word[at] - 1].first))
		row[words[index->word[at] - 1].mark] = 1;
}

static bool names_tier(const struct pf_view *view, size_t token)
{
	static const char *const names[] = {"primary", "secondary", "leading", "guardrail"};
	bool found = false;

	for (size_t i = 0; i < sizeof(names) / sizeof(*names) && !found; i++)
		found = pf_token_is(view->text, &view->tokens->v[token], names[i]);
	return found;
}

static void mark_sentence(const struct pf_view *view, size_t sentence,
			  const struct word_index *index, double *row)
{
	const struct pf_sentence *s = &view->tokens->sentences.v[sentence];
	size_t numbers = 0, n_words = 0;

	for (uint32_t i = pf_flow_first(view, s); i < s->last; i++) {
		const struct pf_token *t = &view->tokens->v[i];

		if (t->flags & PF_TOKEN_QUOTED)
			row[MARK_QUOTED] = 1;
		if (t->kind == PF_TOKEN_NUMBER) {
			numbers++;
		} else if (t->kind == PF_TOKEN_SIGN) {
			if (t->sign == '=')
				row[MARK_SUM] = 1;
		} else if (!n_words++) {
			row[MARK_TIER] = names_tier(view, i);
			mark_word(view, i, true, index, row);
		} else {
			mark_word(view, i, false, index, row);
		}
	}
	row[MARK_NUMBER] = numbers > 0;
	row[MARK_NUMBERS] = numbers >= 3;
	row[MARK_ASKS] = view->tokens->v[s->last - 1].sign == '?';
	row[MARK_LENGTH] = n_words > 30 ? 2 : (double)n_words / 15;
	mark_numbers(view, sentence, row);
}

static void read_page(const struct pf_view *view, struct page *page)
{
	struct word_index index;
	uint32_t section = 0;

	index_words(&index);
	page->n = 0;
	for (size_t s = 0; s < view->tokens->sentences.n && page->n < SENTENCES; s++) {
		if (view->sentence_part[s] == PF_SENTENCE_HEADING) {
			section++;
		} else if (pf_flow_prose(view, s)) {
			double row[MARKS] = {0};

			mark_sentence(view, s, &index, row);
			for (size_t m = 0; m < MARKS; m++)
				page->column[m][page->n] = row[m];
			page->section[page->n++] = section;
		}
	}
}

/* Columns to mean 0 and deviation 1, side by side; one that never changes says nothing and goes.
 * Returns how many are left. */
static size_t standardise(struct page *page)
{
	size_t kept = 0;

	for (size_t m = 0; m < MARKS; m++) {
		double mean = 0, square = 0, deviation;

		for (size_t i = 0; i < page->n; i++)
			mean += page->column[m][i] / (double)page->n;
		for (size_t i = 0; i < page->n; i++) {
			double off = page->column[m][i] - mean;

			page->column[kept][i] = off;
			square += off * off;
		}
		deviation = sqrt(square / (double)page->n);
		for (size_t i = 0; i < page->n && deviation > 0; i++)
			page->column[kept][i] /= deviation;
		kept += deviation > 0;
	}
	return kept;
}

static void compare(struct page *page, size_t columns)
{
	for (size_t i = 0; i < page->n; i++) {
		double *like = page->like[i];

		for (size_t k = 0; k < i; k++)
			like[k] = 0;
		for (size_t m = 0; m < columns; m++) {
			const double *column = page->column[m];
			double own = column[i];

			for (size_t k = 0; k < i; k++)
				like[k] += own * column[k];
		}
	}
}

struct spread { /* of the likeness of all pairs in [first, last) */
	double mean, variance;
};

static struct spread spread_of(const struct page *page, size_t first, size_t last)
{
	double n = (double)(last - first) * (double)(last - first - 1) / 2, sum = 0, square = 0;

	for (size_t i = first + 1; i < last; i++)
		for (size_t k = first; k < i; k++) {
			sum += page->like[i][k];
			square += page->like[i][k] * page->like[i][k];
		}
	return (struct spread){sum / n, fmax(square / n - sum / n * (sum / n), 0)};
}

/* A sentence and the next two of its section. */
static double against_page(const struct page *page)
{
	struct spread all = spread_of(page, 0, page->n);
	double sum = 0;
	size_t pairs = 0;

	for (size_t i = 1; i < page->n; i++)
		for (size_t k = i > 2 ? i - 2 : 0; k < i; k++)
			if (page->section[i] == page->section[k]) {
				sum += page->like[i][k] - all.mean;
				pairs++;
			}
	return pairs && all.variance > 0 ? sum / sqrt(all.variance * (double)pairs) : 0;
}

/* A sentence and the next. */
static double against_section(const struct page *page)
{
	double sum = 0, variance = 0;
	size_t last;

	for (size_t first = 0; first < page->n; first = last) {
		struct spread own;

		for (last = first; last < page->n && page->section[last] == page->section[first];)
			last++;
		if (last - first < 3)
			continue;
		own = spread_of(page, first, last);
		for (size_t i = first + 1; i < last; i++)
			sum += page->like[i][i - 1] - own.mean;
		variance += own.variance * (double)(last - first - 1);
	}
	return variance > 0 ? sum / sqrt(variance) : 0;
}

struct pf_flow pf_flow_of(const struct pf_view *view)
{
	struct page page; /* only what is read of it is written: it is large */
	struct pf_flow flow = {0};

	read_page(view, &page);
	flow.sentences = page.n;
	if (page.n < 8)
		return flow;
	compare(&page, standardise(&page));
	flow.page = against_page(&page);
	flow.section = against_section(&page);
	return flow;
}
