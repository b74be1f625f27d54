/*
 * Each section of a page does something of its own: a problem says who loses what today, a
 * solution what will be there, an answer what it costs and when it stops. A sentence is a set of
 * words and marks; what each says for each section was counted on drafts. The fit of a page is how
 * much better its sentences suit the sections they stand in than in any other order, in deviations.
 */
#include <math.h>

#include "flow.h"

#define FEWEST 8u /* sentences; fewer tell nothing */

/* What a mark says for each section: words.inc has the same of the words, and how it was counted.
 * A mark without a row says nothing. */
static const int16_t of_marks[PF_MARKS][PF_IN_NONE] = {
	[PF_MARK_QUOTES] = {-368, -310, -384, -353, -428, -436, -418, 230, -298},
	[PF_MARK_COLON] = {-231, -227, -139, 72, -251, -126, -268, -320, -243},
	[PF_MARK_SUM] = {-594, -614, -525, -576, -292, -436, -488, -525, -340},
	[PF_MARK_NUMBER] = {35, -123, -33, 153, -18, 146, 60, -161, -89},
	[PF_MARK_NUMBERS] = {-226, -396, -280, -139, -202, -138, -251, -385, -267},
	[PF_MARK_DATE] = {-339, -329, -337, -124, -285, -47, 13, -320, -206},
	[PF_MARK_MONEY] = {-188, -297, -297, -311, -149, -395, -361, -343, -243},
	[PF_MARK_PERCENT] = {-115, -329, -165, -12, -206, -109, -447, -414, -191},
	[PF_MARK_CHANGE] = {-403, -452, -118, -38, -306, -150, -377, -414, -267},
	[PF_MARK_DURATION] = {-109, -191, -114, -62, -163, -206, -206, -230, -206},
	[PF_MARK_BASELINE] = {-384, -423, -118, -41, -362, -324, -251, -343, -243},
	[PF_MARK_TARGET] = {-483, -423, -111, -31, -330, -308, -377, -385, -298},
	[PF_MARK_POPULATION] = {-201, -307, -376, -257, -221, -99, -262, -385, -267},
	[PF_MARK_TERSE] = {-229, -218, -65, -168, -121, -119, -70, -157, -206},
	[PF_MARK_SHORT] = {-81, -70, 97, 1, 19, 16, -47, -36, -13},
	[PF_MARK_LONG] = {-81, -90, -267, -187, -192, -251, -24, -134, -165},
	[PF_MARK_LONGER] = {-215, -196, -384, -290, -351, -343, -117, -290, -243},
};

static enum pf_in_section section_of_part(enum pf_part_id part)
{
	switch (part) {
	case PF_PART_PROBLEM: return PF_IN_PROBLEM;
	case PF_PART_SOLUTION: return PF_IN_SOLUTION;
	case PF_PART_BENEFITS: return PF_IN_BENEFITS;
	case PF_PART_METRICS: return PF_IN_METRICS;
	case PF_PART_FAQ: return PF_IN_FAQ;
	case PF_PART_ROLLOUT: return PF_IN_ROLLOUT;
	case PF_PART_SUMMARY: return PF_IN_SUMMARY;
	case PF_PART_QUOTE_COMPANY:
	case PF_PART_QUOTE_CUSTOMER: return PF_IN_QUOTE;
	case PF_PART_START: return PF_IN_START;
	default: return PF_IN_NONE;
	}
}

/* `part` moves along. */
static enum pf_in_section section_of(const struct pf_view *view, const struct pf_sentence *s,
				     size_t *part)
{
	const struct pf_part *p;

	while (*part < view->parts->parts.n && view->parts->parts.v[*part].body.end <= s->begin)
		++*part;
	if (*part == view->parts->parts.n)
		return PF_IN_NONE;
	p = &view->parts->parts.v[*part];
	return s->begin < p->body.begin ? PF_IN_NONE : section_of_part(p->id);
}

enum pf_in_section pf_fit_section(struct pf_fit_page *page, const struct pf_view *view,
				  size_t sentence)
{
	const struct pf_sentence *s = &view->tokens->sentences.v[sentence];

	if (page->n == PF_FLOW_SENTENCES || pf_sentence_asks(view, sentence))
		return PF_IN_NONE;
	return section_of(view, s, &page->part);
}

/* What one sentence says for each section. Each word and mark counts once. */
void pf_fit_add(struct pf_fit_page *page, enum pf_in_section section, const struct pf_seen *seen)
{
	double *value = page->value[page->n];

	for (size_t k = 0; k < PF_IN_NONE; k++)
		value[k] = seen->says[k];
	for (uint32_t marks = seen->marks; marks; marks &= marks - 1) {
		const int16_t *says = of_marks[__builtin_ctz(marks)];

		for (size_t k = 0; k < PF_IN_NONE; k++)
			value[k] += says[k];
	}
	page->section[page->n++] = section;
	page->in[section]++;
}

static double square(double x)
{
	return x * x;
}

/* What rows and columns share is taken out first; what is left over is the order. */
double pf_fit_of(const struct pf_fit_page *page, size_t *sentences)
{
	double row[PF_FLOW_SENTENCES] = {0}, column[PF_IN_NONE] = {0}, mean = 0, own = 0,
	       variance = 0, n;
	size_t used = 0;

	*sentences = page->n;
	n = (double)page->n;
	for (size_t k = 0; k < PF_IN_NONE; k++)
		used += page->in[k] > 0;
	if (page->n < FEWEST || used < 2) {
		*sentences = 0;
		return 0;
	}
	for (size_t i = 0; i < page->n; i++) {
		for (size_t k = 0; k < PF_IN_NONE; k++) {
			row[i] += page->value[i][k] * (double)page->in[k] / n;
			column[k] += page->value[i][k] / n;
		}
		mean += row[i] / n;
		own += page->value[i][page->section[i]];
	}
	for (size_t i = 0; i < page->n; i++)
		for (size_t k = 0; k < PF_IN_NONE; k++)
			variance += (double)page->in[k] *
				    square(page->value[i][k] - row[i] - column[k] + mean) / (n - 1);
	return variance > 0 ? (own - n * mean) / sqrt(variance) : 0;
}
