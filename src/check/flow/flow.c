/*
 * Neighbouring sentences are alike in what they do: a sum stands beside a sum, a promise beside a
 * promise, "you" beside "you". Each sentence is a row of marks, standardised by column; the
 * likeness of two is the product of their rows. What neighbours have more of it than any two
 * sentences is the order of the page.
 */
#include <math.h>

#include "flow.h"

#define SENTENCES 64u /* the beginning tells as well as the whole */

/* A column of 0 and 1 for each: the sentence has one of the marks. */
static const uint32_t column_marks[] = {
	1u << PF_MARK_CHANGE, 1u << PF_MARK_NUMBER,  1u << PF_MARK_NUMBERS,
	1u << PF_MARK_MONEY,  1u << PF_MARK_PERCENT, 1u << PF_MARK_DATE | 1u << PF_MARK_WHEN,
	1u << PF_MARK_SUM,    1u << PF_MARK_TIER,    1u << PF_MARK_QUOTED,
	1u << PF_MARK_ASKS,   1u << PF_MARK_WE,      1u << PF_MARK_MAY,
	1u << PF_MARK_IF,     1u << PF_MARK_NOW,     1u << PF_MARK_YOU,
	1u << PF_MARK_CAUSE,  1u << PF_MARK_NOT,     1u << PF_MARK_OPENS,
};

/* One more is the length. */
enum { LENGTH = sizeof(column_marks) / sizeof(*column_marks), COLUMNS };

struct page {
	size_t n;
	uint32_t section[SENTENCES];       /* rises at each heading */
	double column[COLUMNS][SENTENCES]; /* a row a sentence; by mark, to compare many at once */
	double like[SENTENCES][SENTENCES]; /* for i > k */
};

static double length_of(const struct pf_seen *seen)
{
	return seen->words > 30 ? 2 : (double)seen->words / 15;
}

static void read_page(const struct pf_view *view, const struct pf_telling_index *words,
		      struct page *page)
{
	struct pf_seen seen;
	uint32_t section = 0;

	page->n = 0;
	for (size_t s = 0; s < view->tokens->sentences.n && page->n < SENTENCES; s++) {
		if (view->sentence_part[s] == PF_SENTENCE_HEADING) {
			section++;
		} else if (pf_flow_prose(view, s)) {
			pf_sentence_see(view, s, words, &seen);
			for (size_t m = 0; m < LENGTH; m++)
				page->column[m][page->n] = (seen.marks & column_marks[m]) != 0;
			page->column[LENGTH][page->n] = length_of(&seen);
			page->section[page->n++] = section;
		}
	}
}

/* Columns to mean 0 and deviation 1, side by side; one that never changes says nothing and goes.
 * Returns how many are left. */
static size_t standardise(struct page *page)
{
	size_t kept = 0;

	for (size_t m = 0; m < COLUMNS; m++) {
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

struct pf_flow pf_flow_of(const struct pf_view *view, const struct pf_telling_index *words)
{
	struct page page; /* only what is read of it is written: it is large */
	struct pf_flow flow = {0};

	read_page(view, words, &page);
	flow.sentences = page.n;
	if (page.n < 8)
		return flow;
	compare(&page, standardise(&page));
	flow.page = against_page(&page);
	flow.section = against_section(&page);
	return flow;
}
