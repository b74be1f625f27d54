/* The first five lines of a result. */
#include <stdio.h>
#include <stdlib.h>

#include "impl.h"
#include "probe_slots.h"

static const char *vote_word(const struct pf_voted *vote)
{
	static const char *const words[] = {"STRONG NO", "NO", "YES", "STRONG YES"};

	return words[vote->before];
}

/* "l.14 " or nothing. */
static void line_mark(char out[24], const struct pf_check *check, struct pf_range range)
{
	out[0] = '\0';
	if (range.end > range.begin)
		snprintf(out, 24, "l.%-2u ", pf_doc_place(check->doc, range.begin).line);
}

static void first_line(struct pf_result *r, const struct pf_interview *iv,
		       const struct pf_check *check)
{
	const struct pf_section_score *s;

	if (iv->fold->kind != PF_KIND_DRILL && !r->scored) {
		snprintf(r->lines[0], sizeof(r->lines[0]), "This page is not scored.");
		return;
	}
	if (iv->fold->kind != PF_KIND_DRILL) {
		snprintf(r->lines[0], sizeof(r->lines[0]),
			 "On this page: customer %s, execution %s, data %s      "
			 "(not judged: whether the idea is good)",
			 vote_word(&r->votes[PF_LENS_CUSTOMER]),
			 vote_word(&r->votes[PF_LENS_EXECUTION]),
			 vote_word(&r->votes[PF_LENS_DATA]));
		return;
	}
	s = &check->card.sections[pf_part_find(pf_slice_of(iv->fold->section)) % PF_PART_COUNT];
	if (s->possible > 0 && check->card.scored)
		snprintf(r->lines[0], sizeof(r->lines[0]),
			 "This section shows %.0f of 100 of what it should.",
			 100 * s->earned / s->possible);
	else
		snprintf(r->lines[0], sizeof(r->lines[0]), "This section is not scored.");
}

/* A drill has no panel: what costs most decides. */
static void decided_in_drill(struct pf_result *r, const struct pf_check *check)
{
	const struct pf_scorecard *card = &check->card;
	const struct pf_finding *f;
	char mark[24], quote[100];

	if (card->fix_first >= card->findings.n)
		return;
	f = &card->findings.v[card->fix_first];
	line_mark(mark, check, f->span);
	pf_quote(quote, sizeof(quote), pf_doc_text(check->doc), f->span, 60);
	snprintf(r->lines[1], sizeof(r->lines[1]), "Decided by  %s%s%s%s", mark, quote,
		 quote[0] ? ": " : "", f->ask[0] ? f->ask : f->message);
}

/* The lens that says the least decides what is said first. */
static void decided_line(struct pf_result *r)
{
	int low = 0;

	for (int i = 1; i < PF_LENSES; i++)
		if (r->votes[i].before < r->votes[low].before)
			low = i;
	if (!r->scored)
		snprintf(r->lines[1], sizeof(r->lines[1]), "Not scored  %s", r->reason);
	else if (r->votes[low].line)
		snprintf(r->lines[1], sizeof(r->lines[1]), "Decided by  l.%-2u %s%s%s",
			 r->votes[low].line, r->text[low].quote, r->text[low].reason[0] ? ": " : "",
			 r->text[low].reason);
	else
		snprintf(r->lines[1], sizeof(r->lines[1]), "Decided by  %s", r->text[low].reason);
}

#define MUCH_UNTOLD 10 /* points; for fewer nobody is asked what may be there */

static void keep_and_fix(struct pf_result *r, const struct pf_check *check)
{
	const struct pf_scorecard *card = &check->card;
	char mark[24], quote[100];

	if (card->keep.end > card->keep.begin) {
		line_mark(mark, check, card->keep);
		pf_quote(quote, sizeof(quote), pf_doc_text(check->doc), card->keep, 60);
		snprintf(r->lines[2], sizeof(r->lines[2]), "Keep        %s%s%s%s", mark, quote,
			 card->keep_why[0] ? ", " : "", card->keep_why);
	} else {
		snprintf(r->lines[2], sizeof(r->lines[2]), "Keep        %s",
			 card->score < 50 ? "nothing on this page yet"
					  : "all of it; no sentence stands out");
	}
	if (card->fix_first < card->findings.n) {
		const struct pf_finding *f = &card->findings.v[card->fix_first];

		const char *fix = f->fix[0] ? f->fix : f->message;

		line_mark(mark, check, f->span);
		quote[0] = '\0';
		/* What to write instead stands alone; what to do is said of the words. */
		if (fix[0] != '"' && !pf_slots_is_place(check, f->span))
			pf_quote(quote, sizeof(quote), pf_doc_text(check->doc), f->span, 50);
		snprintf(r->lines[3], sizeof(r->lines[3]), "Fix first   %s%s%s%s", mark, quote,
			 quote[0] ? ": " : "", fix);
	} else if (r->untold >= MUCH_UNTOLD && r->untold_fix[0]) {
		snprintf(r->lines[3], sizeof(r->lines[3]), "Fix first   unless it is said: %s",
			 r->untold_fix);
	} else {
		/* Some losses are too small, or too unsure, to be told as faults. */
		snprintf(r->lines[3], sizeof(r->lines[3]), "Fix first   %s",
			 card->score < 99.5
				 ? "nothing stands out; \"why\" shows where the rest went"
				 : "nothing that the rules see");
	}
}

/* A heading is not written again: what stands under it is, on another line than the fault's. */
static void offer(struct pf_result *r, const struct pf_check *check)
{
	const struct pf_scorecard *card = &check->card;
	bool same = card->fix_first < card->findings.n &&
		    pf_doc_place(check->doc, card->findings.v[card->fix_first].span.begin).line ==
			    r->costliest_line;

	if (r->costliest.end > r->costliest.begin)
		snprintf(r->offer, sizeof(r->offer), "rewrite %sl.%u now, 5 min",
			 same ? "" : "from ", r->costliest_line);
}

static void gap_line(struct pf_result *r)
{
	int worst = -1;

	for (int d = 0; d < PF_DIMENSIONS; d++)
		if (r->gaps[d].own >= 0 && r->gaps[d].panel >= 0 &&
		    (worst < 0 || abs(r->gaps[d].own - r->gaps[d].panel) >
					  abs(r->gaps[worst].own - r->gaps[worst].panel)))
			worst = d;
	if (worst >= 0)
		snprintf(r->lines[4], sizeof(r->lines[4]), "You said %s %d; panel %d.",
			 pf_dimension_name((enum pf_dimension)worst), r->gaps[worst].own,
			 r->gaps[worst].panel);
}

void pf_result_lines(const struct pf_interview *iv, const struct pf_check *check,
		     struct pf_result *r)
{
	first_line(r, iv, check);
	if (r->scored && iv->fold->kind == PF_KIND_DRILL)
		decided_in_drill(r, check);
	else
		decided_line(r);
	keep_and_fix(r, check);
	offer(r, check);
	gap_line(r);
}
