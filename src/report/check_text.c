/*
 * The check as a person reads it: first what was read, then what decides,
 * then what to fix, each with its line and a caret under the words.
 */
#include <string.h>

#include "prfaq/base/mem.h"
#include "prfaq/base/utf8.h"
#include "prfaq/report/check_report.h"

enum { SHOWN = 5 }; /* findings without --all */

struct ink {
	const char *bold, *dim, *red, *yellow, *green, *off;
};

static struct ink ink_for(bool color)
{
	if (!color)
		return (struct ink){"", "", "", "", "", ""};
	return (struct ink){"\033[1m", "\033[2m", "\033[31m", "\033[33m", "\033[32m", "\033[0m"};
}

static const char *severity_ink(const struct ink *ink, enum pf_severity severity)
{
	if (severity == PF_SEVERITY_CRITICAL)
		return ink->red;
	return severity == PF_SEVERITY_MAJOR ? ink->yellow : ink->dim;
}

/* Bytes of a draft onto a terminal: what is hostile becomes a visible mark. */
static void safe(struct pf_buf *out, struct pf_slice text)
{
	size_t len;

	for (size_t off = 0; off < text.len; off += len) {
		uint32_t rune = pf_utf8_decode(text, off, &len);

		if (rune == '\t')
			pf_buf_byte(out, ' ');
		else if (rune < 0x20)
			pf_buf_rune(out, 0x2400 + rune);
		else
			pf_buf_rune(out, pf_utf8_is_hostile(rune) ? PF_RUNE_BAD : rune);
	}
}

/* The line of the span, cut around it to `columns`, and carets below the words. */
static void quote(struct pf_buf *out, const struct pf_check *check, struct pf_range span,
		  const struct ink *ink, int columns)
{
	struct pf_slice text = pf_doc_text(check->doc);
	struct pf_place place = pf_doc_place(check->doc, span.begin);
	struct pf_range line = pf_doc_line(check->doc, place.line);
	uint32_t end = span.end < line.end ? span.end : line.end;
	uint32_t room = columns > 40 ? (uint32_t)columns - 10 : 30;
	uint32_t from = line.begin, to = line.end;

	if (to - from > room) { /* bytes are columns enough to choose a window */
		from = span.begin > line.begin + room / 3 ? span.begin - room / 3 : line.begin;
		to = from + room < line.end ? from + room : line.end;
		while (from > line.begin && ((unsigned char)text.ptr[from] & 0xC0) == 0x80)
			from--;
		while (to < line.end && ((unsigned char)text.ptr[to] & 0xC0) == 0x80)
			to++;
	}
	if (end > to)
		end = to;
	pf_buf_printf(out, "  %s%5u |%s ", ink->dim, place.line, ink->off);
	safe(out, pf_slice_cut(text, from, to));
	pf_buf_adds(out, "\n");
	if (span.begin >= end)
		return;
	pf_buf_adds(out, "        ");
	pf_buf_repeat(out, ' ', 1 + (size_t)pf_utf8_columns(pf_slice_cut(text, from, span.begin)));
	pf_buf_adds(out, ink->bold);
	pf_buf_repeat(out, '^', (size_t)pf_utf8_columns(pf_slice_cut(text, span.begin, end)));
	pf_buf_printf(out, "%s\n", ink->off);
}

static void show_finding(struct pf_buf *out, const struct pf_checked *file,
			 const struct pf_finding *f, const struct ink *ink, int columns)
{
	struct pf_place place = pf_doc_place(file->check->doc, f->span.begin);

	pf_buf_printf(out, "%s:%u:%u: %s%s%s [%s] %s\n", file->path, place.line, place.column,
		      severity_ink(ink, f->severity), pf_severity_name(f->severity), ink->off,
		      pf_rubric_rule(file->rubric, f->rule).id, f->message);
	quote(out, file->check, f->span, ink, columns);
	if (f->fix[0])
		pf_buf_printf(out, "        %sfix:%s %s\n", ink->dim, ink->off, f->fix);
	if (f->ask[0])
		pf_buf_printf(out, "        %sasked:%s %s\n", ink->dim, ink->off, f->ask);
}

static void show_findings(struct pf_buf *out, const struct pf_checked *file,
			  const struct pf_report_options *options, const struct ink *ink)
{
	const struct pf_scorecard *card = &file->check->card;
	uint32_t top[SHOWN];
	size_t n_top = pf_check_top_fixes(card, top, SHOWN), shown = 0;
	bool *chosen = pf_xcalloc(card->findings.n + 1, sizeof(*chosen));

	for (size_t i = 0; i < n_top; i++)
		chosen[top[i]] = true;
	for (size_t i = 0; i < card->findings.n; i++) {
		const struct pf_finding *f = &card->findings.v[i];

		if (f->severity < options->least || (!options->all && !chosen[i]))
			continue;
		show_finding(out, file, f, ink, options->columns);
		shown++;
	}
	if (shown < card->findings.n)
		pf_buf_printf(out, "%s%zu more with --all%s\n", ink->dim, card->findings.n - shown,
			      ink->off);
	free(chosen);
}

static void show_sections(struct pf_buf *out, const struct pf_scorecard *card,
			  const struct ink *ink)
{
	for (int p = 0; p < PF_PART_COUNT; p++) {
		const struct pf_section_score *s = &card->sections[p];

		if (s->possible <= 0)
			continue;
		pf_buf_printf(out, "  %-18s %5.1f of %4.1f  %s%s%s\n",
			      pf_part_title((enum pf_part_id)p), s->earned, s->possible,
			      s->present ? ink->dim : ink->red,
			      !s->present     ? "missing"
			      : s->quantified ? "with numbers"
					      : "no number that counts",
			      ink->off);
	}
}

static void show_pitfalls(struct pf_buf *out, const struct pf_check *check, const struct ink *ink)
{
	for (int p = 0; p < PF_PITFALLS; p++) {
		const struct pf_pitfall_score *s = &check->card.pitfalls[p];

		if (s->found)
			pf_buf_printf(out, "  %spitfall:%s %s, line %u: %s. %s\n", ink->yellow,
				      ink->off, pf_pitfall_title((enum pf_pitfall)p),
				      pf_doc_place(check->doc, s->span.begin).line, s->why,
				      pf_pitfall_remedy((enum pf_pitfall)p));
	}
}

static void show_votes(struct pf_buf *out, const struct pf_scorecard *card)
{
	pf_buf_adds(out, "On this page:");
	for (int l = 0; l < PF_LENSES; l++)
		pf_buf_printf(out, "%s %s %s", l ? "," : "", pf_lens_name((enum pf_lens)l),
			      pf_vote_name(card->lenses[l].vote));
	pf_buf_adds(out, "  (not judged: whether the idea is good)\n");
}

static void show_proofs(struct pf_buf *out, const struct pf_checked *file, const char *why,
			const struct ink *ink, int columns)
{
	static const char *const outcomes[] = {"pass", "partly", "fail", "does not apply"};
	const struct pf_scorecard *card = &file->check->card;
	double sum = 0;

	for (size_t i = 0; i < card->proofs.n; i++) {
		const struct pf_proof *p = &card->proofs.v[i];
		struct pf_rule_text rule = pf_rubric_rule(file->rubric, p->rule);

		sum += p->earned;
		if (*why && strcmp(why, rule.id))
			continue;
		if (!*why && p->outcome == PF_OUTCOME_NOT_APPLICABLE)
			continue;
		pf_buf_printf(out, "%s%s%s %s: %s, %.2f of %.2f. %s\n", ink->bold, rule.id,
			      ink->off, rule.name, outcomes[p->outcome], p->earned, p->possible,
			      p->reason);
		if (p->span.begin < p->span.end)
			quote(out, file->check, p->span, ink, columns);
		if (p->next[0])
			pf_buf_printf(out, "        %snext:%s %s\n", ink->dim, ink->off, p->next);
		if (*why)
			pf_buf_printf(out, "        %swhy:%s %s\n", ink->dim, ink->off, rule.why);
	}
	if (!*why)
		pf_buf_printf(out, "sum of the proofs %.2f%s, score %.1f\n", sum,
			      card->scale < 1 ? " (scaled: only partly about the prompt)" : "",
			      card->score);
}

static void show_file(struct pf_buf *out, const struct pf_checked *file,
		      const struct pf_report_options *options, const struct ink *ink)
{
	const struct pf_scorecard *card = &file->check->card;

	if (!card->scored) {
		pf_buf_printf(out, "%s%s%s: %snot scored:%s %s\n", ink->bold, file->path, ink->off,
			      ink->red, ink->off, card->reason);
		return;
	}
	pf_buf_printf(out, "%s%s%s: read as %s (%s)\n", ink->bold, file->path, ink->off,
		      pf_rubric_name(file->rubric), card->shape_reason);
	if (file->with_prompt)
		show_votes(out, card);
	if (card->keep.begin < card->keep.end)
		pf_buf_printf(out, "Keep line %u: %s\n",
			      pf_doc_place(file->check->doc, card->keep.begin).line,
			      card->keep_why);
	if (options->why) {
		show_proofs(out, file, options->why, ink, options->columns);
		return;
	}
	show_findings(out, file, options, ink);
	show_sections(out, card, ink);
	show_pitfalls(out, file->check, ink);
	pf_buf_printf(out, "%sScore %.0f of 100%s\n", ink->bold, card->score, ink->off);
}

void pf_report_check_text(struct pf_buf *out, const struct pf_checked *files, size_t n,
			  const struct pf_report_options *options)
{
	struct ink ink = ink_for(options->color);

	for (size_t i = 0; i < n; i++) {
		if (!files[i].check)
			continue; /* said on standard error */
		if (i)
			pf_buf_byte(out, '\n');
		show_file(out, &files[i], options, &ink);
	}
}
