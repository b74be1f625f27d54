/*
 * Neighbouring sentences are alike in what they do: a sum stands beside a sum, a promise beside a
 * promise, "you" beside "you". Each sentence is a row of marks, standardised by column; the
 * likeness of two is the product of their rows. What neighbours have more of it than any two
 * sentences is the order of the page.
 */
#include <math.h>

#include "flow.h"

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
enum { LENGTH = sizeof(column_marks) / sizeof(*column_marks) };

_Static_assert(LENGTH + 1 == PF_FLOW_COLUMNS, "a column a row of column_marks, and the length");

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
	double *row = page->row[page->n];

	if (pf_flow_full(page))
		return;
	for (size_t m = 0; m < LENGTH; m++)
		row[m] = (seen->marks & column_marks[m]) != 0;
	row[LENGTH] = length_of(seen);
	page->section[page->n++] = page->sections;
}

/* Columns to mean 0 and deviation 1, side by side; one that never changes says nothing and goes.
 * Returns how many are left. */
static size_t standardise(struct pf_flow_page *page)
{
	size_t kept = 0;

	for (size_t m = 0; m < PF_FLOW_COLUMNS; m++) {
		double mean = 0, square = 0, deviation;

		for (size_t i = 0; i < page->n; i++)
			mean += page->row[i][m] / (double)page->n;
		for (size_t i = 0; i < page->n; i++) {
			double off = page->row[i][m] - mean;

			page->row[i][kept] = off;
			square += off * off;
		}
		deviation = sqrt(square / (double)page->n);
		for (size_t i = 0; i < page->n && deviation > 0; i++)
			page->row[i][kept] /= deviation;
		kept += deviation > 0;
	}
	return kept;
}

/* A page that is standardised. */
struct marked {
	const struct pf_flow_page *page;
	size_t columns;
};

static double like(struct marked of, size_t a, size_t b)
{
	const double *x = of.page->row[a], *y = of.page->row[b];
	double sum = 0;

	for (size_t m = 0; m < of.columns; m++)
		sum += x[m] * y[m];
	return sum;
}

struct spread { /* of the likeness of all pairs in [first, last) */
	double mean, variance;
};

/*
 * Without looking at a pair: the sum of all products of rows is the square of their sum, and the
 * sum of the squares of these products is that of the products of columns, of which there are
 * fewer. Both hold each pair twice and each row with itself.
 */
static struct spread spread_of(struct marked of, size_t first, size_t last)
{
	double all[PF_FLOW_COLUMNS] = {0}, product[PF_FLOW_COLUMNS][PF_FLOW_COLUMNS] = {{0}};
	double n = (double)(last - first) * (double)(last - first - 1), sum = 0, square = 0;

	for (size_t i = first; i < last; i++) {
		const double *row = of.page->row[i];
		double own = like(of, i, i);

		sum -= own;
		square -= own * own;
		for (size_t m = 0; m < of.columns; m++) {
			all[m] += row[m];
			for (size_t k = 0; k < m; k++)
				product[m][k] += row[m] * row[k];
			product[m][m] += row[m] * row[m];
		}
	}
	for (size_t m = 0; m < of.columns; m++) {
		sum += all[m] * all[m];
		square += product[m][m] * product[m][m];
		for (size_t k = 0; k < m; k++)
			square += 2 * product[m][k] * product[m][k];
	}
	return (struct spread){sum / n, fmax(square / n - sum / n * (sum / n), 0)};
}

/* A sentence and the next two of its section. */
static double against_page(struct marked of)
{
	const struct pf_flow_page *page = of.page;
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
static double against_section(struct marked of)
{
	const struct pf_flow_page *page = of.page;
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

struct pf_flow pf_flow_of(struct pf_flow_page *page)
{
	struct pf_flow flow = {.sentences = page->n};
	struct marked of = {page, 0};

	if (page->n < 8)
		return flow;
	of.columns = standardise(page);
	flow.page = against_page(of);
	flow.section = against_section(of);
	return flow;
}
