/*
 * Neighbouring sentences are alike in what they do: a sum stands beside a sum, a promise beside a
 * promise, "you" beside "you". Each sentence is a row of marks, standardised by column; the
 * likeness of two is the product of their rows. What neighbours have more of it than any two
 * sentences is the order of the page.
 */
#include <math.h>

#include "flow.h"

/* Marks that are a column of 0 and 1 each, and the length is one more. "May 2025" and "next week"
 * are one: the sentence has either. */
#define COLUMNS                                                                                 \
	(1u << PF_MARK_CHANGE | 1u << PF_MARK_NUMBER | 1u << PF_MARK_NUMBERS |                  \
	 1u << PF_MARK_MONEY | 1u << PF_MARK_PERCENT | 1u << PF_MARK_DATE | 1u << PF_MARK_SUM | \
	 1u << PF_MARK_TIER | 1u << PF_MARK_QUOTED | 1u << PF_MARK_ASKS | 1u << PF_MARK_WE |    \
	 1u << PF_MARK_MAY | 1u << PF_MARK_IF | 1u << PF_MARK_NOW | 1u << PF_MARK_YOU |         \
	 1u << PF_MARK_CAUSE | 1u << PF_MARK_NOT | 1u << PF_MARK_OPENS)

static uint32_t columns_of(uint32_t marks)
{
	return (marks | (marks >> PF_MARK_WHEN & 1) << PF_MARK_DATE) & COLUMNS;
}

static double length_of(const struct pf_seen *seen)
{
	return seen->words > 30 ? 2 : (double)seen->words / 15;
}

bool pf_flow_full(const struct pf_flow_page *page)
{
	return page->n == PF_FLOW_SENTENCES;
}

void pf_flow_add(struct pf_flow_page *page, const struct pf_seen *seen)
{
	if (pf_flow_full(page))
		return;
	page->marks[page->n] = columns_of(seen->marks);
	page->length[page->n] = length_of(seen);
	page->section[page->n++] = page->sections;
}

/*
 * Most sentences have few marks, so the product of two rows is taken apart: where m is the mean of
 * a column and w one by its variance, which is m * (1 - m), a column adds w * m * m to it; less w *
 * m for each of the two that has the mark; and w more where both have it.
 */
struct marked {
	const struct pf_flow_page *page;
	double weight[PF_MARKS];       /* w; 0 of a mark that all or none have: it says nothing */
	double own[PF_FLOW_SENTENCES]; /* by sentence: what it adds, whatever the other is */
	double length[PF_FLOW_SENTENCES]; /* standardised */
};

/* The weights of the marks in it. */
static double weights(const struct marked *of, uint32_t marks)
{
	double sum = 0;

	for (; marks; marks &= marks - 1)
		sum += of->weight[__builtin_ctz(marks)];
	return sum;
}

static void weigh(struct marked *of)
{
	const struct pf_flow_page *page = of->page;
	double has[PF_MARKS] = {0}, less[PF_MARKS], base = 0, n = (double)page->n;

	for (size_t i = 0; i < page->n; i++)
		for (uint32_t marks = page->marks[i]; marks; marks &= marks - 1)
			has[__builtin_ctz(marks)]++;
	for (size_t m = 0; m < PF_MARKS; m++) {
		double mean = has[m] / n;

		of->weight[m] = has[m] > 0 && has[m] < n ? 1 / (mean * (1 - mean)) : 0;
		less[m] = of->weight[m] * mean;
		base += less[m] * mean;
	}
	for (size_t i = 0; i < page->n; i++) {
		of->own[i] = base / 2;
		for (uint32_t marks = page->marks[i]; marks; marks &= marks - 1)
			of->own[i] -= less[__builtin_ctz(marks)];
	}
}

/* To mean 0 and deviation 1; lengths that are all the same say nothing. */
static void standardise_lengths(struct marked *of)
{
	size_t n = of->page->n;
	double mean = 0, square = 0, deviation;

	for (size_t i = 0; i < n; i++)
		mean += of->page->length[i] / (double)n;
	for (size_t i = 0; i < n; i++) {
		of->length[i] = of->page->length[i] - mean;
		square += of->length[i] * of->length[i];
	}
	deviation = sqrt(square / (double)n);
	for (size_t i = 0; i < n; i++)
		of->length[i] = deviation > 0 ? of->length[i] / deviation : 0;
}

static double like(const struct marked *of, size_t a, size_t b)
{
	return of->own[a] + of->own[b] + of->length[a] * of->length[b] +
	       weights(of, of->page->marks[a] & of->page->marks[b]);
}

struct spread { /* of the likeness of all pairs in [first, last) */
	double mean, variance;
};

static struct spread spread_of(const struct marked *of, size_t first, size_t last)
{
	double n = (double)(last - first) * (double)(last - first - 1) / 2, sum = 0, square = 0;

	for (size_t i = first; i < last; i++)
		for (size_t k = first; k < i; k++) {
			double alike = like(of, i, k);

			sum += alike;
			square += alike * alike;
		}
	return (struct spread){sum / n, fmax(square / n - sum / n * (sum / n), 0)};
}

/* A sentence and the next two of its section. */
static double against_page(const struct marked *of)
{
	const struct pf_flow_page *page = of->page;
	struct spread all = spread_of(of, 0, page->n);
	double sum = 0;
	size_t pairs = 0;

	for (size_t i = 1; i < page->n; i++)
		for (size_t k = i > 2 ? i - 2 : 0; k < i; k++)
			if (page->section[i] == page->section[k]) {
				sum += like(of, i, k) - all.mean;
				pairs++;
			}
	return pairs && all.variance > 0 ? sum / sqrt(all.variance * (double)pairs) : 0;
}

/* A sentence and the next. */
static double against_section(const struct marked *of)
{
	const struct pf_flow_page *page = of->page;
	double sum = 0, variance = 0;
	size_t last;

	for (size_t first = 0; first < page->n; first = last) {
		struct spread own;

		for (last = first; last < page->n && page->section[last] == page->section[first];)
			last++;
		if (last - first < 3)
			continue;
		own = spread_of(of, first, last);
		for (size_t i = first + 1; i < last; i++)
			sum += like(of, i, i - 1) - own.mean;
		variance += own.variance * (double)(last - first - 1);
	}
	return variance > 0 ? sum / sqrt(variance) : 0;
}

struct pf_flow pf_flow_of(const struct pf_flow_page *page)
{
	struct pf_flow flow = {.sentences = page->n};
	struct marked of = {.page = page};

	if (page->n < 8)
		return flow;
	weigh(&of);
	standardise_lengths(&of);
	flow.page = against_page(&of);
	flow.section = against_section(&of);
	return flow;
}
