/* Reading aloud: the sentences at which a reader would stumble, and how each part reads. */
#include <stdio.h>
#include <stdlib.h>

#include "prfaq/check/aloud.h"

#include "text.h"

static void show_stumbles(const struct page *page, const struct pf_checked *file)
{
	struct pf_stumbles stumbles = {0};

	pf_stumbles_find(&stumbles, file->check);
	for (size_t i = 0; i < stumbles.n; i++) {
		const struct pf_stumble *s = &stumbles.v[i];
		struct pf_place place = pf_doc_place(file->check->doc, s->at.begin);
		char label[512];

		snprintf(label, sizeof(label), "%.400s:%u:%u:", file->path, place.line,
			 place.column);
		page_item(page, 4, page->yellow, label, s->why);
		page_excerpt(page, file->check->doc, s->at, page->yellow);
	}
	pf_buf_printf(
		page->out, "%s%zu of %u sentences that are read aloud make%s a reader stumble\n",
		stumbles.n ? "\n" : "", stumbles.n, stumbles.read, stumbles.n == 1 ? "s" : "");
	free(stumbles.v);
}

static void show_grade(const struct page *page, const char *name, const struct pf_readability *r)
{
	if (r->sentences)
		pf_buf_printf(page->out, "  %-18s %9u %7u %15.1f %16.2f %6.1f\n", name,
			      r->sentences, r->words, r->words_per_sentence,
			      (double)r->syllables / r->words, r->grade);
}

static void show_grades(const struct page *page, const struct pf_check *check)
{
	struct pf_syllable_memo *memo = pf_syllable_memo_new(pf_doc_tokens(check->doc));
	struct pf_readability r;

	pf_buf_printf(page->out, "\n  %s%-18s %9s %7s %15s %16s %6s%s\n", page->bold, "",
		      "sentences", "words", "words/sentence", "syllables/word", "grade", page->off);
	for (int p = 0; p < PF_PART_COUNT; p++) {
		r = pf_part_readability(check, (enum pf_part_id)p, memo);
		show_grade(page, pf_part_title((enum pf_part_id)p), &r);
	}
	r = pf_part_readability(check, PF_PART_COUNT, memo);
	show_grade(page, "The whole page", &r);
	pf_syllable_memo_free(memo);
}

void pf_report_aloud_text(struct pf_buf *out, const struct pf_checked *files, size_t n,
			  const struct pf_report_options *options)
{
	struct page page = page_make(out, options->color, options->columns);

	for (size_t i = 0; i < n; i++) {
		if (!files[i].check)
			continue; /* said on standard error */
		pf_buf_printf(out, "%s%s%s%s\n", i ? "\n" : "", page.bold, files[i].path, page.off);
		show_stumbles(&page, &files[i]);
		show_grades(&page, files[i].check);
	}
}
