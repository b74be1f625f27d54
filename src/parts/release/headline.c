/* Where the press release begins, and its headline. */
#include "prfaq/text/stem.h"
#include "release.h"
#include "units/units.h"

#define FORM_TOKENS 14u

/* Words before a bracket: "Press release (draft, for the launch of v1)" says two. */
static uint32_t words_before_bracket(const struct pf_find *f, const struct pf_unit *u)
{
	uint32_t end = u->last;

	for (uint32_t i = u->first; i < end; i++)
		if (pf_token_is_sign(&f->tokens->v[i], '('))
			end = i;
	return end > u->first
		       ? pf_tokens_words(f->tokens,
					 (struct pf_range){u->begin, f->tokens->v[end - 1].end})
		       : 0;
}

#define ANNOUNCING_WORDS 8u

/* "**What we'd announce on 3 March**" */
static bool names_announcement(const struct pf_find *f, const struct pf_unit *u)
{
	for (uint32_t i = u->first; i < u->last; i++)
		if (PF_ONE_OF(f, i, "announce", "announcing", "announcement"))
			return words_before_bracket(f, u) < ANNOUNCING_WORDS;
	return false;
}

/* "**Press release: A note from your own florist**": more than the form, behind its colon. */
static bool is_labelled_headline(const struct pf_find *f, const struct pf_unit *u)
{
	uint32_t colon = u->first;

	/* "FOR IMMEDIATE RELEASE: 4 May" tells when. */
	if (u->kind != PF_UNIT_HEADING || u->says != PF_LABEL_PRESS ||
	    PF_ONE_OF(f, u->first, "for"))
		return false;
	while (colon < u->last && !pf_token_is_sign(&f->tokens->v[colon], ':'))
		colon++;
	return colon + 4 < u->last &&
	       pf_tokens_words(f->tokens, (struct pf_range){f->tokens->v[colon].end, u->end}) >= 4;
}

/* A real heading that says "Press release" and no more, or a line that says so in a sentence. */
static bool heads_release(const struct pf_find *f, const struct pf_unit *u)
{
	return u->kind == PF_UNIT_HEADING && u->says == PF_LABEL_PRESS &&
	       ((u->level < PF_LEVEL_BOLD && words_before_bracket(f, u) < 6) ||
		(u->level == PF_LEVEL_BOLD && is_labelled_headline(f, u)) ||
		names_announcement(f, u));
}

/* "## Press release", and not "## What a PR/FAQ is". */
static bool says_press(const struct pf_find *f, const struct pf_unit *u)
{
	for (uint32_t i = u->first; i < u->last; i++)
		if (PF_ONE_OF(f, i, "press"))
			return true;
	return false;
}

/* The last such heading before the FAQ; where none is, the first behind it; else the start. */
size_t pf_release_find(const struct pf_find *f)
{
	size_t at = 0;
	bool asked = false;

	for (size_t i = 0; i < f->units.n; i++) {
		const struct pf_unit *u = &f->units.v[i];

		asked = asked || u->part == PF_PART_FAQ;
		if (asked && at)
			break;
		if (heads_release(f, u) && (!asked || says_press(f, u)))
			at = i;
	}
	return at;
}

bool pf_names_form(const struct pf_find *f, const struct pf_unit *u)
{
	uint8_t tier;

	return u->last - u->first <= FORM_TOKENS && u->first + 2 < u->last &&
	       (pf_token_is_sign(&f->tokens->v[u->first + 2], '-') ||
		pf_token_is_sign(&f->tokens->v[u->first + 2], '(')) &&
	       pf_label_read(f, u->first, u->first + 2, &tier) == PF_LABEL_PRESS;
}

/* A plain line where the headline is to be: short, without a full stop, above the dateline. */
static bool is_plain_headline(const struct pf_find *f, const struct pf_unit *u)
{
	struct pf_range dateline;

	return u->kind == PF_UNIT_TEXT && !u->depth && u->last > u->first &&
	       !(u->cues[PF_CUE_SAID] && pf_token_is_sign(&f->tokens->v[u->first], '"')) &&
	       pf_unit_words(f, u) <= 22 && pf_unit_words(f, u) >= 3 &&
	       pf_unit_sentences(f, u) <= 2 &&
	       (pf_is_above_dateline(f, u) || !pf_token_is_sign(&f->tokens->v[u->last - 1], '.')) &&
	       !pf_token_is_sign(&f->tokens->v[u->last - 1], ':') && u->says == PF_LABEL_NONE &&
	       !pf_is_dateline(f, u, &dateline);
}

/* "**Name does this for whom**" and "*more of it*" below: the first line by itself. */
static bool is_bold_line(const struct pf_find *f, const struct pf_unit *u, uint32_t stop)
{
	const char *text = f->text.ptr;
	uint32_t end;

	if (u->kind != PF_UNIT_TEXT || u->depth || u->says != PF_LABEL_NONE || stop >= u->last ||
	    stop - u->first < 4 || stop - u->first > 28)
		return false;
	end = f->tokens->v[stop - 1].end;
	while (end < u->end && text[end] != '\n')
		end++;
	return end > u->begin + 4 && pf_is_bold_mark(text + u->begin) &&
	       pf_is_bold_mark(text + end - 2);
}

#define SENTENCE_WORDS 6u

/* "**Skiff lets anyone hire a boat by the hour.** Today ...": one past the sentence in bold that
 * opens the paragraph, or 0. */
static uint32_t bold_sentence(const struct pf_find *f, const struct pf_unit *u)
{
	uint32_t stop = pf_token_at(f, u->label.end);

	return u->kind == PF_UNIT_TEXT && u->level == PF_LEVEL_RUNIN && !u->depth &&
			       u->says == PF_LABEL_NONE && stop > u->first && stop < u->last &&
			       pf_token_is_sign(&f->tokens->v[stop - 1], '.') &&
			       !pf_has_date(f, u->begin, u->label.end) &&
			       pf_tokens_words(f->tokens, u->label) >= SENTENCE_WORDS
		       ? stop
		       : 0;
}

/* Headline and sub-heading are often two lines of one paragraph. */
static bool cut_headline(struct pf_find *f, size_t at)
{
	struct pf_unit *u = &f->units.v[at];
	uint32_t bold = bold_sentence(f, u);
	uint32_t stop = bold ? bold : pf_line_stop(f, u->first, u->last);

	if (bold || is_bold_line(f, u, stop)) {
		pf_unit_split(f, at, stop);
		return true;
	}
	if (is_plain_headline(f, u) ||
	    (u->whole && u->level == PF_LEVEL_BOLD && pf_unit_words(f, u) <= 25))
		return true;
	if (u->depth || u->says != PF_LABEL_NONE || stop >= u->last || stop - u->first > 24 ||
	    u->last - u->first > 60 || stop - u->first < 4 ||
	    pf_token_is_sign(&f->tokens->v[stop - 1], '.') ||
	    pf_token_is_sign(&f->tokens->v[stop - 1], ',') ||
	    !(f->tokens->v[stop].flags & PF_TOKEN_CAPITAL))
		return false;
	pf_unit_split(f, at, stop);
	return true;
}

/* More than the form: six words of a title, or where a bold line opens, a name and a dash. */
static bool names_more(const struct pf_find *f, const struct pf_unit *u)
{
	if (u->level == 1)
		return pf_unit_words(f, u) >= 6;
	for (uint32_t i = u->first + 1; u->level == PF_LEVEL_BOLD && i + 1 < u->last; i++)
		if (pf_token_is_sign(&f->tokens->v[i], '-'))
			return f->tokens->v[u->first].flags & PF_TOKEN_CAPITAL &&
			       !PF_ONE_OF(f, u->first, "press", "pr", "prfaq");
	return false;
}

/* "Kenny: a local assistant (PR/FAQ)" is a headline where there is no other. */
static size_t find_title(const struct pf_find *f)
{
	for (size_t i = 0; i < f->units.n && f->units.v[i].part != PF_PART_FAQ; i++)
		if (f->units.v[i].kind == PF_UNIT_HEADING && f->units.v[i].says == PF_LABEL_PRESS &&
		    names_more(f, &f->units.v[i]))
			return i;
	return SIZE_MAX;
}

/* "## Merchants want to tell their staff when to count." below a name: a sentence with its full
 * stop is a sub-heading. */
static bool is_whole_sentence(const struct pf_find *f, const struct pf_unit *u)
{
	return pf_unit_words(f, u) >= 6 && pf_token_is_sign(&f->tokens->v[u->last - 1], '.');
}

/* "# Project Name #" of a template that was filled in below it. */
static bool is_slot(const struct pf_find *f, const struct pf_unit *u)
{
	return u->last - u->first == 2 && PF_ONE_OF(f, u->first, "project", "product") &&
	       PF_ONE_OF(f, u->first + 1, "name");
}

#define FORM_AND_NAME 4u

/* "# PR/FAQ: Ailly" is the form and a name: a line in bold below is the headline. */
static bool is_bold_below_form(const struct pf_find *f, size_t title, size_t at)
{
	const struct pf_unit *u = &f->units.v[title];

	return u->says == PF_LABEL_PRESS && pf_unit_words(f, u) <= FORM_AND_NAME &&
	       pf_is_bold_mark(f->text.ptr + f->units.v[at].begin);
}

#define FORM_LINE 30u /* tokens: a line of who writes, whence and when is no longer */

/* "Ada Holm, https://holm.example", "**March 2028**": who writes, or when, and no headline. */
static bool is_form_line(const struct pf_find *f, const struct pf_unit *u)
{
	struct pf_slice text = pf_slice_range(f->text, pf_unit_range(u));
	size_t q = pf_quants_at(f->quants, u->begin);

	if (u->last - u->first > FORM_LINE)
		return false;
	if (pf_slice_find(text, PF_SLICE("mailto:")) < text.len)
		return true;
	return q < f->quants->n && f->quants->v[q].kind == PF_QUANT_DATE &&
	       f->quants->v[q].first <= u->first + 1 && f->quants->v[q].last + 1 >= u->last;
}

/* The first heading that names no part; a short name gives way to a sentence. */
static size_t headline_from(struct pf_find *f, size_t from)
{
	size_t best = SIZE_MAX;

	for (size_t i = from; i < f->units.n && i < from + 12; i++) {
		const struct pf_unit *u = &f->units.v[i];
		struct pf_range dateline;

		if (u->says == PF_PART_HEADLINE)
			return i;
		if (pf_heads_dateline(f, u, &dateline) || pf_names_form(f, u) || is_form_line(f, u))
			continue;
		/* Below the first section stands no headline any more. */
		if (u->part == PF_PART_FAQ ||
		    (u->says >= PF_PART_PROBLEM && u->says < PF_PART_APPENDIX))
			break;
		if (is_labelled_headline(f, u) ||
		    (u->kind == PF_UNIT_TEXT &&
		     (best == SIZE_MAX || is_bold_below_form(f, best, i)) && cut_headline(f, i)))
			return i;
		if (u->kind == PF_UNIT_TEXT) {
			/* A note set apart is of the document. */
			if (u->quoted && u->whole)
				continue;
			if (best != SIZE_MAX || u->last - u->first > 30)
				break;
			continue;
		}
		if (u->kind != PF_UNIT_HEADING || u->says < PF_PART_COUNT || u->ask ||
		    is_slot(f, u))
			continue;
		/* "Validator for PR-FAQs launches" names the form and is a headline. */
		if ((u->says == PF_LABEL_PRESS || u->says == PF_LABEL_BACKWARDS) &&
		    u->body >= u->end &&
		    (names_announcement(f, u) ||
		     !(u->cues[PF_CUE_ANNOUNCE] && pf_unit_words(f, u) >= 5)))
			continue;
		if (best != SIZE_MAX && i == best + 1 && is_whole_sentence(f, u))
			break;
		if (best == SIZE_MAX ||
		    (pf_unit_words(f, &f->units.v[best]) < 5 && pf_unit_words(f, u) >= 5))
			best = i;
	}
	return best;
}

uint32_t pf_headline_name(const struct pf_find *f, size_t headline)
{
	const struct pf_unit *u = headline == SIZE_MAX ? NULL : &f->units.v[headline];

	for (uint32_t i = u ? u->first : 0; u && i < u->last; i++) {
		const struct pf_token *t = &f->tokens->v[i];

		if (t->kind == PF_TOKEN_WORD &&
		    !pf_is_stop_word(pf_slice_cut(f->text, t->begin, t->end)) &&
		    !PF_ONE_OF(f, i, "pr", "faq", "prfaq", "press", "release", "introducing"))
			return t->hash;
	}
	return 0;
}

size_t pf_headline_find(struct pf_find *f, size_t release)
{
	size_t at = headline_from(f, release);

	if (at == SIZE_MAX)
		at = find_title(f);
	if (at == SIZE_MAX && release)
		at = headline_from(f, 0);
	if (at != SIZE_MAX && f->units.v[at].says != PF_PART_HEADLINE) {
		f->units.v[at].part = PF_PART_HEADLINE;
		f->units.v[at].by_label = true;
	}
	return at;
}
