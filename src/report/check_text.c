/*
 * The check as a person reads it: how the draft was read, what a reader asks
 * of any such page, what to mend by part, and the points, one number last.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "prfaq/base/bound.h"
#include "prfaq/base/mem.h"
#include "prfaq/report/check_report.h"
#include "prfaq/session/result.h"

#include "page.h"
#include "text.h"

enum { SHOWN = 5 }; /* findings without --all */

/* The words of a range without the marks around them: "Primary:** days to pay" */
static void page_words_of(const struct page *page, const struct pf_doc *doc, struct pf_range at,
			  int columns)
{
	struct pf_slice text = pf_doc_text(doc);
	struct pf_buf words = {0};
	size_t n;
	const struct pf_mask *masks = pf_doc_masks(doc, &n);

	for (size_t m = PF_LOWER_BOUND(masks, n, end, at.begin + 1);
	     m < n && masks[m].begin < at.end; m++) {
		if (masks[m].kind != PF_MASK_MARKUP)
			continue;
		if (masks[m].begin > at.begin)
			pf_buf_slice(&words, pf_slice_cut(text, at.begin, masks[m].begin));
		at.begin = masks[m].end;
	}
	if (at.begin < at.end)
		pf_buf_slice(&words, pf_slice_range(text, at));
	page_words(page, pf_slice_of(pf_buf_cstr(&words)), columns);
	pf_buf_release(&words);
}

static void show_questions(const struct page *page, const struct pf_check *check)
{
	page_heading(page, "A reader asks");
	for (int q = 0; q < PF_QUESTIONS; q++) {
		struct pf_range at = check->card.answers[q];

		pf_buf_printf(page->out, "  %-28s  ", pf_question_text((enum pf_question)q));
		if (at.begin < at.end) {
			pf_buf_printf(page->out, "%sline %-4u%s ", page->dim,
				      pf_doc_place(check->doc, at.begin).line, page->off);
			page_words_of(page, check->doc, at, page->columns - 44);
		} else {
			pf_buf_printf(page->out, "%snot answered%s", page->red, page->off);
		}
		pf_buf_byte(page->out, '\n');
	}
}

/* A part may go on behind another that cuts it in two. */
static uint32_t first_line_of(const struct pf_check *check, enum pf_part_id id)
{
	const struct pf_part *part = pf_parts_get(&check->parts, id);
	uint32_t at = pf_range_empty(part->heading) ? part->body.begin : part->heading.begin;

	return pf_doc_place(check->doc, at).line;
}

/* A thing that is not there has no words to underline: it is said where it belongs. */
static void show_where_it_belongs(const struct page *page, const struct pf_check *check,
				  const struct pf_finding *f)
{
	enum pf_part_id before = pf_parts_at(&check->parts, f->span.begin);
	char text[96];

	if (f->section == PF_PART_OTHER)
		return;
	if (before == PF_PART_OTHER || before >= f->section)
		snprintf(text, sizeof(text), "at the top of the page");
	else
		snprintf(text, sizeof(text), "after %s, which begins on line %u",
			 pf_part_title(before), first_line_of(check, before));
	page_item(page, 12, page->dim, "belongs:", text);
}

void text_finding(const struct page *page, const struct pf_checked *file,
		  const struct pf_finding *f)
{
	struct pf_place place = pf_doc_place(file->check->doc, f->span.begin);
	const char *ink = page_severity(page, f->severity);
	char label[512], text[300];

	snprintf(label, sizeof(label), "%.400s:%u:%u: %s:", file->path, place.line, place.column,
		 pf_severity_name(f->severity));
	snprintf(text, sizeof(text), "%s [%s", f->message,
		 pf_rubric_rule(file->rubric, f->rule).id);
	for (size_t i = 0; i < f->n_also; i++) {
		size_t n = strlen(text);

		snprintf(text + n, sizeof(text) - n, "%s%s", i ? ", " : "; also ",
			 pf_rubric_rule(file->rubric, f->also[i]).id);
	}
	snprintf(text + strlen(text), sizeof(text) - strlen(text), "]");
	page_item(page, 4, ink, label, text);
	if (f->missing)
		show_where_it_belongs(page, file->check, f);
	else
		page_excerpt(page, file->check->doc, f->span, ink);
	if (f->other.begin < f->other.end) {
		page_item(page, 12, page->dim, "and:", "here");
		page_excerpt(page, file->check->doc, f->other, ink);
	}
	if (f->fix[0])
		page_item(page, 12, page->dim, "fix:", f->fix);
	if (f->ask[0])
		page_item(page, 12, page->dim, "asked:", f->ask);
}

static void show_section(const struct page *page, const struct pf_checked *file,
			 enum pf_part_id part, const bool *chosen)
{
	const struct pf_scorecard *card = &file->check->card;
	const struct pf_section_score *s = &card->sections[part];
	bool headed = false;

	for (size_t i = 0; i < card->findings.n; i++) {
		if (!chosen[i] || card->findings.v[i].section != part)
			continue;
		if (!headed && part == PF_PART_OTHER)
			page_heading(page, "The whole page");
		else if (!headed && s->possible > 0)
			page_heading(page, "%s, %.1f of %.1f points", pf_part_title(part),
				     s->earned, s->possible);
		else if (!headed)
			page_heading(page, "%s", pf_part_title(part));
		else
			pf_buf_byte(page->out, '\n');
		headed = true;
		text_finding(page, file, &card->findings.v[i]);
	}
}

static void show_findings(const struct page *page, const struct pf_checked *file,
			  const struct pf_report_options *options)
{
	const struct pf_scorecard *card = &file->check->card;
	uint32_t top[SHOWN];
	size_t n_top = pf_check_top_fixes(card, top, SHOWN), shown = 0;
	bool *chosen = pf_xcalloc(card->findings.n + 1, sizeof(*chosen));

	for (size_t i = 0; i < n_top; i++)
		chosen[top[i]] = true;
	for (size_t i = 0; i < card->findings.n; i++) {
		chosen[i] = (chosen[i] || options->all) &&
			    card->findings.v[i].severity >= options->least;
		shown += chosen[i];
	}
	for (int part = 0; part < PF_PART_COUNT; part++)
		show_section(page, file, (enum pf_part_id)part, chosen);
	if (shown < card->findings.n)
		pf_buf_printf(page->out, "\n%s%zu more with --all%s\n", page->dim,
			      card->findings.n - shown, page->off);
	free(chosen);
}

static void show_whole_page(const struct page *page, const struct pf_scorecard *card)
{
	struct pf_section_score rest = pf_result_whole_page(card);

	if (rest.possible > 0)
		pf_buf_printf(page->out, "  %-18s %5.1f of %4.1f\n", "The whole page", rest.earned,
			      rest.possible);
}

#define UNTOLD_SHOWN 3

/* Points that no finding tells of: a page may say it in words that nobody foresaw. Under a gate
 * every proof is worth less, and the gate's finding says so. */
static void show_untold(const struct page *page, const struct pf_checked *file)
{
	const struct pf_scorecard *card = &file->check->card;
	struct pf_untold most[UNTOLD_SHOWN];
	double lost = pf_check_untold(card, most, UNTOLD_SHOWN);
	char label[16], text[256];

	if (card->scale < 1 || lost < 0.5)
		return;
	snprintf(label, sizeof(label), "%8.1f", lost);
	page_item(page, 8, page->dim, label,
		  "points are lost to what was not seen; the page may say it in other words. "
		  "--why shows where. Most:");
	for (size_t i = 0; i < UNTOLD_SHOWN && most[i].lost >= 0.5; i++) {
		struct pf_rule_text rule = pf_rubric_rule(file->rubric, most[i].rule);

		snprintf(label, sizeof(label), "%8.1f", most[i].lost);
		snprintf(text, sizeof(text), "%s [%s]", rule.name, rule.id);
		page_item(page, 8, page->dim, label, text);
	}
}

static void show_points(const struct page *page, const struct pf_scorecard *card)
{
	page_heading(page, "Points");
	for (int p = 0; p < PF_PART_COUNT; p++) {
		const struct pf_section_score *s = &card->sections[p];

		if (s->possible <= 0)
			continue;
		pf_buf_printf(page->out, "  %-18s %5.1f of %4.1f  %s%s%s\n",
			      pf_part_title((enum pf_part_id)p), s->earned, s->possible,
			      s->present || s->earned > 0 ? page->dim : page->red,
			      pf_section_state(s), page->off);
	}
	show_whole_page(page, card);
}

static void show_pitfalls(const struct page *page, const struct pf_check *check)
{
	bool headed = false;

	for (int p = 0; p < PF_PITFALLS; p++) {
		const struct pf_pitfall_score *s = &check->card.pitfalls[p];
		char label[96], text[400];

		if (!s->found)
			continue;
		if (!headed)
			page_heading(page, "Pitfalls");
		headed = true;
		snprintf(label, sizeof(label), "  %s:", pf_pitfall_title((enum pf_pitfall)p));
		snprintf(text, sizeof(text), "line %u, %s. %s",
			 pf_doc_place(check->doc, s->span.begin).line, s->why,
			 pf_pitfall_remedy((enum pf_pitfall)p));
		page_item(page, 4, page->yellow, label, text);
	}
}

static void show_votes(const struct page *page, const struct pf_scorecard *card)
{
	pf_buf_adds(page->out, "On this page:");
	for (int l = 0; l < PF_LENSES; l++)
		pf_buf_printf(page->out, "%s %s %s", l ? "," : "", pf_lens_name((enum pf_lens)l),
			      pf_vote_name(card->lenses[l].vote));
	pf_buf_adds(page->out, "  (not judged: whether the idea is good)\n");
}

static void show_keep(const struct page *page, const struct pf_check *check)
{
	const struct pf_scorecard *card = &check->card;
	char label[32];

	if (card->keep.begin >= card->keep.end)
		return;
	snprintf(label, sizeof(label),
		 "Keep line %u:", pf_doc_place(check->doc, card->keep.begin).line);
	pf_buf_printf(page->out, "%s%s%s ", page->green, label, page->off);
	page_words_of(page, check->doc, card->keep, page->columns - (int)strlen(label) - 1);
	pf_buf_byte(page->out, '\n');
	page_item(page, 12, page->dim, "why:", card->keep_why);
}

/* The rubric and why; a rubric that was asked for against the shape is said to be so. */
static void show_shape(const struct page *page, const struct pf_checked *file)
{
	const struct pf_scorecard *card = &file->check->card;
	const char *name = pf_rubric_name(file->rubric);
	bool canonical = !strcmp(name, "canonical");
	char text[256];

	snprintf(text, sizeof(text), "%s%s: %s", name,
		 file->with_prompt                                  ? ", for its prompt"
		 : canonical != (card->shape == PF_SHAPE_CANONICAL) ? ", as you asked"
								    : "",
		 card->shape_reason);
	page_item(page, 4, "", "Read as", text);
}

static void show_file(const struct page *page, const struct pf_checked *file,
		      const struct pf_report_options *options)
{
	const struct pf_scorecard *card = &file->check->card;

	pf_buf_printf(page->out, "%s%s%s\n", page->bold, file->path, page->off);
	if (!card->scored) {
		char text[200];

		snprintf(text, sizeof(text), "%s", card->reason);
		page_item(page, 4, page->red, "Not scored:", text);
		return;
	}
	show_shape(page, file);
	if (file->with_prompt)
		show_votes(page, card);
	if (options->why) {
		text_proofs(page, file, options->why);
		return;
	}
	show_keep(page, file->check);
	show_questions(page, file->check);
	show_findings(page, file, options);
	show_points(page, card);
	show_untold(page, file);
	show_pitfalls(page, file->check);
	pf_buf_printf(page->out, "\n%sScore %.0f of 100%s\n", page->bold, card->score, page->off);
}

void pf_report_check_text(struct pf_buf *out, const struct pf_checked *files, size_t n,
			  const struct pf_report_options *options)
{
	struct page page = page_make(out, options->color, options->columns);

	for (size_t i = 0; i < n; i++) {
		if (!files[i].check)
			continue; /* said on standard error */
		if (i)
			pf_buf_byte(out, '\n');
		show_file(&page, &files[i], options);
	}
}
