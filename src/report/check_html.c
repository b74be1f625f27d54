/* The check as one HTML page that needs nothing else: to be mailed, kept, put beside a build. */

#include "prfaq/base/utf8.h"
#include "prfaq/report/check_report.h"
#include "prfaq/session/result.h"

static const char style[] =
	":root{color-scheme:light dark}"
	"body{font:16px/1.5 system-ui,sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem}"
	"h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:2rem}"
	"table{border-collapse:collapse}td,th{padding:.15rem .8rem .15rem 0;text-align:left}"
	".n{text-align:right;font-variant-numeric:tabular-nums}"
	"article{border-left:.25rem solid #999;padding:.1rem 1rem;margin:1rem 0}"
	"article.critical{border-color:#c00}article.major{border-color:#c80}"
	"blockquote{margin:.3rem 0;padding:.3rem .6rem;background:#8882;white-space:pre-wrap;"
	"overflow-wrap:anywhere}"
	"mark{background:#fd68;color:inherit}small{opacity:.7}.none{color:#c00}";

static void escape(struct pf_buf *out, struct pf_slice text)
{
	size_t len;

	for (size_t off = 0; off < text.len; off += len) {
		uint32_t rune = pf_utf8_decode(text, off, &len);

		switch (rune) {
		case '<': pf_buf_adds(out, "&lt;"); break;
		case '>': pf_buf_adds(out, "&gt;"); break;
		case '&': pf_buf_adds(out, "&amp;"); break;
		case '"': pf_buf_adds(out, "&quot;"); break;
		default: pf_buf_rune(out, pf_utf8_is_hostile(rune) ? PF_RUNE_BAD : rune);
		}
	}
}

static void text(struct pf_buf *out, const char *before, const char *words, const char *after)
{
	pf_buf_adds(out, before);
	escape(out, pf_slice_of(words));
	pf_buf_adds(out, after);
}

/* The line the range begins on, the range in it marked. */
static void quote(struct pf_buf *out, const struct pf_doc *doc, struct pf_range range)
{
	enum { AROUND = 300 }; /* bytes kept before and behind in a line without end */
	struct pf_slice whole = pf_doc_text(doc);
	struct pf_range line = pf_doc_line(doc, pf_doc_place(doc, range.begin).line);
	uint32_t end = range.end < line.end ? range.end : line.end;

	if (range.begin >= end)
		return;
	if (range.begin - line.begin > AROUND)
		line.begin = range.begin - AROUND;
	if (line.end - end > AROUND)
		line.end = end + AROUND;
	pf_buf_adds(out, "<blockquote>");
	escape(out, pf_slice_cut(whole, line.begin, range.begin));
	pf_buf_adds(out, "<mark>");
	escape(out, pf_slice_cut(whole, range.begin, end));
	pf_buf_adds(out, "</mark>");
	escape(out, pf_slice_cut(whole, end, line.end));
	pf_buf_adds(out, "</blockquote>\n");
}

static void finding(struct pf_buf *out, const struct pf_checked *file, const struct pf_finding *f)
{
	struct pf_place place = pf_doc_place(file->check->doc, f->span.begin);

	pf_buf_printf(out, "<article class=\"%s\"><p><b>", pf_severity_name(f->severity));
	text(out, "", f->message, "</b><br><small>");
	pf_buf_printf(out, "%s, line %u, ", pf_severity_name(f->severity), place.line);
	text(out, "", pf_rubric_rule(file->rubric, f->rule).id, "</small></p>\n");
	if (!f->missing)
		quote(out, file->check->doc, f->span);
	if (f->other.begin < f->other.end)
		quote(out, file->check->doc, f->other);
	if (f->fix[0])
		text(out, "<p>Fix: ", f->fix, "</p>\n");
	if (f->ask[0])
		text(out, "<p>Asked: ", f->ask, "</p>\n");
	pf_buf_adds(out, "</article>\n");
}

static void questions(struct pf_buf *out, const struct pf_check *check)
{
	pf_buf_adds(out, "<h2>A reader asks</h2>\n<table>\n");
	for (int q = 0; q < PF_QUESTIONS; q++) {
		struct pf_range at = check->card.answers[q];

		text(out, "<tr><td>", pf_question_text((enum pf_question)q), "</td>");
		if (at.begin < at.end)
			pf_buf_printf(out, "<td>line %u</td></tr>\n",
				      pf_doc_place(check->doc, at.begin).line);
		else
			pf_buf_adds(out, "<td class=\"none\">not answered</td></tr>\n");
	}
	pf_buf_adds(out, "</table>\n");
}

static void point_row(struct pf_buf *out, const char *title, const struct pf_section_score *s,
		      const char *state)
{
	if (s->possible <= 0)
		return;
	text(out, "<tr><td>", title, "</td>");
	pf_buf_printf(out, "<td class=\"n\">%.1f of %.1f</td><td>%s</td></tr>\n", s->earned,
		      s->possible, state);
}

static void points(struct pf_buf *out, const struct pf_scorecard *card)
{
	struct pf_section_score rest = pf_result_whole_page(card);

	pf_buf_adds(out, "<h2>Points</h2>\n<table>\n");
	for (int p = 0; p < PF_PART_COUNT; p++)
		point_row(out, pf_part_title((enum pf_part_id)p), &card->sections[p],
			  pf_section_state(&card->sections[p]));
	point_row(out, "The whole page", &rest, "");
	pf_buf_printf(out, "</table>\n<p><b>Score %.0f of 100</b></p>\n", card->score);
}

static void file_page(struct pf_buf *out, const struct pf_checked *file,
		      const struct pf_report_options *options)
{
	const struct pf_scorecard *card = &file->check->card;

	text(out, "<h1>", file->path, "</h1>\n<p>Read as ");
	pf_buf_printf(out, "%s: ", pf_rubric_name(file->rubric));
	text(out, "", card->shape_reason, "</p>\n");
	if (!card->scored) {
		text(out, "<p class=\"none\">Not scored: ", card->reason, "</p>\n");
		return;
	}
	questions(out, file->check);
	pf_buf_adds(out, "<h2>Findings</h2>\n");
	for (size_t i = 0; i < card->findings.n; i++)
		if (card->findings.v[i].severity >= options->least)
			finding(out, file, &card->findings.v[i]);
	points(out, card);
}

void pf_report_check_html(struct pf_buf *out, const struct pf_checked *files, size_t n,
			  const struct pf_report_options *options)
{
	pf_buf_printf(out,
		      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
		      "<meta name=\"viewport\" content=\"width=device-width\">\n"
		      "<title>prfaq check</title>\n<style>%s</style>\n</head>\n<body>\n",
		      style);
	for (size_t i = 0; i < n; i++) {
		if (files[i].check)
			file_page(out, &files[i], options);
		else
			text(out, "<p class=\"none\">", files[i].error->message, "</p>\n");
	}
	pf_buf_adds(out, "</body>\n</html>\n");
}
