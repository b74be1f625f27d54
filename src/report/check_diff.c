/*
 * Two drafts side by side: which findings came and went, score by section.
 * A finding is the same when the same rule says the same words; what is left
 * over of a rule is paired by number, so that a sentence that was rewritten and
 * still fails neither came nor went.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "prfaq/base/mem.h"
#include "prfaq/report/json.h"
#include "prfaq/session/result.h"

#include "check_json.h"
#include "text.h"

/* Rules are told by id: the two drafts may have been read with two rubrics. */
static bool same_rule(const struct pf_checked *a, const struct pf_finding *x,
		      const struct pf_checked *b, const struct pf_finding *y)
{
	return !strcmp(pf_rubric_rule(a->rubric, x->rule).id,
		       pf_rubric_rule(b->rubric, y->rule).id);
}

void pf_report_diff_init(struct pf_report_diff *diff, const struct pf_checked *before,
			 const struct pf_checked *after)
{
	const struct pf_scorecard *a = &before->check->card, *b = &after->check->card;
	bool *gone = pf_xcalloc(a->findings.n + 1, sizeof(*gone));
	bool *came = pf_xcalloc(b->findings.n + 1, sizeof(*came));

	memset(diff, 0, sizeof(*diff));
	memset(gone, true, a->findings.n);
	memset(came, true, b->findings.n);
	for (int exact = 1; exact >= 0; exact--)
		for (size_t i = 0; i < a->findings.n; i++)
			for (size_t k = 0; k < b->findings.n && gone[i]; k++) {
				const struct pf_finding *x = &a->findings.v[i];
				const struct pf_finding *y = &b->findings.v[k];

				if (!came[k] || !same_rule(before, x, after, y) ||
				    (exact && strcmp(x->message, y->message)))
					continue;
				gone[i] = came[k] = false;
				diff->stayed++;
			}
	for (size_t i = 0; i < a->findings.n; i++)
		if (gone[i])
			*PF_PUSH(&diff->gone) = (uint32_t)i;
	for (size_t i = 0; i < b->findings.n; i++)
		if (came[i])
			*PF_PUSH(&diff->came) = (uint32_t)i;
	free(gone);
	free(came);
}

void pf_report_diff_release(struct pf_report_diff *diff)
{
	free(diff->gone.v);
	free(diff->came.v);
	memset(diff, 0, sizeof(*diff));
}

static void show_row(const struct page *page, const char *title, const struct pf_section_score *x,
		     const struct pf_section_score *y)
{
	double by = y->earned - x->earned;

	if (x->possible <= 0 && y->possible <= 0)
		return;
	pf_buf_printf(page->out, "  %-18s %5.1f -> %5.1f", title, x->earned, y->earned);
	if (by > 0.05 || by < -0.05)
		pf_buf_printf(page->out, "  %s%+.1f%s", by > 0 ? page->green : page->red, by,
			      page->off);
	pf_buf_byte(page->out, '\n');
}

static void show_score(const struct page *page, const struct pf_scorecard *a,
		       const struct pf_scorecard *b)
{
	struct pf_section_score whole_a = pf_result_whole_page(a),
				whole_b = pf_result_whole_page(b);

	if (!a->scored || !b->scored) {
		pf_buf_printf(page->out, "%s: not scored: %s\n", a->scored ? "The new" : "The old",
			      a->scored ? b->reason : a->reason);
		return;
	}
	page_heading(page, "Points");
	for (int p = 0; p < PF_PART_COUNT; p++)
		show_row(page, pf_part_title((enum pf_part_id)p), &a->sections[p], &b->sections[p]);
	show_row(page, "The whole page", &whole_a, &whole_b);
	pf_buf_printf(page->out, "%sScore %.0f -> %.0f of 100%s\n", page->bold, a->score, b->score,
		      page->off);
}

void pf_report_diff_text(struct pf_buf *out, const struct pf_checked *before,
			 const struct pf_checked *after, const struct pf_report_diff *diff,
			 const struct pf_report_options *options)
{
	struct page page = page_make(out, options->color, options->columns);
	const struct pf_finding *f;

	pf_buf_printf(out, "%s%s -> %s%s\n", page.bold, before->path, after->path, page.off);
	if (diff->gone.n)
		page_heading(&page, "Gone: %zu", diff->gone.n);
	for (size_t i = 0; i < diff->gone.n; i++) {
		char text[300];

		f = &before->check->card.findings.v[diff->gone.v[i]];
		snprintf(text, sizeof(text), "%s [%s]", f->message,
			 pf_rubric_rule(before->rubric, f->rule).id);
		page_item(&page, 3, page.green, " -", text);
	}
	if (diff->came.n)
		page_heading(&page, "New: %zu", diff->came.n);
	for (size_t i = 0; i < diff->came.n; i++)
		text_finding(&page, after, &after->check->card.findings.v[diff->came.v[i]]);
	pf_buf_printf(out, "\n%zu gone, %zu new, %zu as before\n", diff->gone.n, diff->came.n,
		      diff->stayed);
	show_score(&page, &before->check->card, &after->check->card);
}

static void write_findings(struct pf_json *j, const char *key, const struct pf_checked *file,
			   const uint32_t *v, size_t n)
{
	pf_json_put_array(j, key);
	for (size_t i = 0; i < n; i++)
		check_json_finding(j, file, &file->check->card.findings.v[v[i]]);
	pf_json_end(j);
}

void pf_report_diff_json(struct pf_buf *out, const struct pf_checked *before,
			 const struct pf_checked *after, const struct pf_report_diff *diff,
			 const struct pf_report_options *options)
{
	struct pf_json j;

	pf_json_init(&j, out);
	pf_json_object(&j);
	pf_json_put_int(&j, "schema", 1);
	pf_json_key(&j, "old");
	pf_report_check_object(&j, before, options);
	pf_json_key(&j, "new");
	pf_report_check_object(&j, after, options);
	write_findings(&j, "gone", before, diff->gone.v, diff->gone.n);
	write_findings(&j, "came", after, diff->came.v, diff->came.n);
	pf_json_put_int(&j, "stayed", (int64_t)diff->stayed);
	pf_json_end(&j);
	pf_json_finish(&j);
}
