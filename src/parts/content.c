/*
 * Second pass: most press releases have no section headings at all, so what
 * the labels left undecided is read by what it says: a dateline, a quotation
 * with its speaker, words of pain, words of offer, a list of gains.
 */
#include "metrics/metrics_table.h"
#include "passes.h"
#include "release/reading.h"

#define FORM_WORDS 8u  /* of a line that tells who wrote it */
#define LIST_ITEMS 64u /* of a list; it is not read further */

static bool is_gain(const struct pf_find *f, const struct pf_unit *u)
{
	return u->cues[PF_CUE_GAIN] >= 2 || (u->cues[PF_CUE_GAIN] && pf_unit_has_quant(f, u));
}

/* Behind the dateline stands no news but what is wrong: "1 operation in 14 starts late." */
static bool opens_story(const struct pf_find *f, const struct pf_unit *u, size_t at)
{
	return pf_dateline_dash(f, u) && !u->cues[PF_CUE_ANNOUNCE] && !u->cues[PF_CUE_SOLUTION] &&
	       !u->cues[PF_CUE_NOW] && pf_unit_sentences(f, u) > 1 && pf_story_will_turn(f, at) &&
	       pf_news_of(f, u) <= 0;
}

/* From a value, to a value: what is measured, and not yet what anybody gains. */
static bool changes(const struct pf_find *f, const struct pf_unit *u)
{
	for (size_t i = pf_quants_at(f->quants, u->begin);
	     i < f->quants->n && f->quants->v[i].begin < u->end; i++)
		if (f->quants->v[i].role == PF_ROLE_BASELINE &&
		    f->quants->v[i].pair != PF_QUANT_NONE)
			return true;
	return false;
}

/* A list of what changes from which value to which, and by which day: nobody dates a gain but who
 * wants to be measured by it. */
static bool is_measured(const struct pf_find *f, size_t at)
{
	uint32_t changed = 0, dated = 0;

	for (size_t i = at; i < f->units.n && i < at + LIST_ITEMS && f->units.v[i].depth; i++) {
		const struct pf_unit *u = &f->units.v[i];
		bool change = changes(f, u);

		changed += change;
		dated += change && pf_has_date(f, u->begin, u->end);
	}
	return changed >= 2 && dated;
}

static bool is_quote(uint8_t part)
{
	return part == PF_PART_QUOTE_COMPANY || part == PF_PART_QUOTE_CUSTOMER;
}

/* "As a clerk I want:" at the end of what somebody says, and the list of it. */
static bool goes_on_saying(const struct pf_find *f, size_t at)
{
	const struct pf_unit *above = &f->units.v[at - 1];

	return is_quote(above->part) && above->last > above->first && !above->depth &&
	       pf_token_is_sign(&f->tokens->v[above->last - 1], ':');
}

/* A list goes with the prose that leads to it, unless its items tell of gains. */
static uint8_t read_item(const struct pf_find *f, struct reading *r, size_t at)
{
	const struct pf_unit *u = &f->units.v[at];
	uint32_t gains = 0, items = 0;

	if (is_metric_line(u) && pf_unit_has_quant(f, u))
		return PF_PART_METRICS;
	/* The list is read as a whole: back to its first item is never far, it was decided there.
	 */
	if (at && f->units.v[at - 1].depth &&
	    (r->measured || f->units.v[at - 1].part != PF_PART_METRICS))
		return f->units.v[at - 1].part;
	if (at && goes_on_saying(f, at))
		return f->units.v[at - 1].part;
	/* "- **Author**: Ada Holm" above all prose is of the document, and of no part. */
	if (!r->texts && pf_unit_words(f, u) < FORM_WORDS && u->level == PF_LEVEL_RUNIN)
		return PF_PART_OTHER;
	for (size_t i = at; i < f->units.n && i < at + LIST_ITEMS && f->units.v[i].depth; i++) {
		items++;
		gains += is_gain(f, &f->units.v[i]);
	}
	r->measured = !r->metrics && is_measured(f, at);
	if (r->measured)
		return PF_PART_METRICS;
	if (r->last == PF_PART_BENEFITS || (r->last == PF_PART_PROBLEM && gains * 3 < items * 2))
		return r->last;
	if (gains * 2 >= items && r->last != PF_PART_START)
		return PF_PART_BENEFITS;
	return r->last == PF_PART_OTHER || r->last == PF_PART_SUMMARY ? PF_PART_SOLUTION : r->last;
}

/* Behind the last voice a release says in a line or two what to do now, what it costs, or from
 * when: it is told by where it stands, whatever its words. */
static bool closes_release(const struct pf_find *f, const struct reading *r, size_t at)
{
	const struct pf_unit *u = &f->units.v[at], *next = u + 1;

	return r->asked && at && is_quote(f->units.v[at - 1].part) && u->says == PF_LABEL_NONE &&
	       f->units.v[at - 1].block != u->block && !u->depth && !u->ask && !u->quoted &&
	       pf_unit_words(f, u) <= CLOSING_WORDS &&
	       pf_unit_sentences(f, u) <= CLOSING_SENTENCES && u->cues[PF_CUE_PROBLEM] < 2 &&
	       !pf_token_is_sign(&f->tokens->v[u->last - 1], ':') &&
	       (at + 1 >= f->units.n || next->kind != PF_UNIT_TEXT || next->by_label || next->ask ||
		next->says != PF_LABEL_NONE);
}

/* Where to get it, in a line of its own. */
static bool is_call(const struct pf_unit *u)
{
	return u->cues[PF_CUE_START] >= 2 &&
	       u->cues[PF_CUE_START] >= u->cues[PF_CUE_SOLUTION] + u->cues[PF_CUE_PROBLEM];
}

/* The first words below "Summary" are one, whatever else they tell. */
static bool is_below_label(const struct pf_find *f, size_t at)
{
	const struct pf_unit *u = &f->units.v[at];

	return at && u[-1].says == u->part &&
	       (u[-1].kind == PF_UNIT_HEADING || u[-1].body >= u[-1].end);
}

/* "Problem:" on a line of its own, and its paragraph. */
static bool has_line_above(const struct pf_find *f, size_t at)
{
	return is_below_label(f, at) && f->units.v[at - 1].kind == PF_UNIT_TEXT &&
	       !f->units.v[at].depth;
}

/* What to do now, anywhere below the story, under no heading that says otherwise. */
static bool starts_here(const struct pf_find *f, const struct reading *r, size_t at)
{
	const struct pf_unit *u = &f->units.v[at];

	return !u->by_label && !has_line_above(f, at) &&
	       (u->part == PF_PART_OTHER || u->level != PF_LEVEL_RUNIN) &&
	       u->says == PF_LABEL_NONE && pf_start_tells(f, r, at);
}

static void read_text(struct pf_find *f, struct reading *r, size_t at)
{
	struct pf_unit *u = &f->units.v[at];
	struct pf_range dateline;

	if (u->first == u->last)
		return;
	if (!u->by_label && (pf_is_aside(f, u) || (!r->texts && pf_is_field(f, u)))) {
		u->part = PF_PART_OTHER;
		return;
	}
	if (!r->dated && r->texts < 8 && !pf_names_form(f, u) && pf_is_dateline(f, u, &dateline)) {
		r->dated = true;
		f->out->dateline = dateline;
		u->part = PF_PART_SUMMARY;
		if (r->asked && opens_story(f, u, at)) {
			pf_unit_split(f, at, pf_dateline_dash(f, u) + 1);
			u = &f->units.v[at]; /* what is behind is read next */
		}
	} else if (u->by_label && is_quote(u->part) && pf_start_bids(f, at)) {
		u->part = PF_PART_START; /* below a label whose voice is still to come */
	} else if (u->by_label && is_quote(u->part) && (r->sided || !pf_is_quotation(f, at))) {
		r->company = r->company || u->part == PF_PART_QUOTE_COMPANY;
	} else if (pf_is_quotation(f, at)) {
		uint32_t stop = pf_quote_stop(f, u);

		/* What is behind is read next; a few words of prose stay. */
		if (stop < u->last && (u->last - stop > PF_ASIDE_TOKENS ||
				       pf_token_is_sign(&f->tokens->v[stop], '"'))) {
			pf_unit_split(f, at, stop);
			u = &f->units.v[at];
			if (is_quote(u[1].part) && !pf_is_quotation(f, at + 1)) {
				u[1].part = PF_PART_OTHER;
				u[1].by_label = false;
			}
		}
		u->part = (uint8_t)pf_speaker(f, at, r->company);
		r->company = r->company || u->part == PF_PART_QUOTE_COMPANY;
	} else if (at && is_quote(f->units.v[at - 1].part) && u->says == PF_LABEL_NONE &&
		   pf_is_attribution(f, at)) {
		u->part = f->units.v[at - 1].part;
		return;
	} else if (!u->by_label && pf_is_subheading(f, r, at)) {
		u->part = PF_PART_SUBHEADING;
		r->sub = true;
		return;
	} else if (!u->by_label && !r->texts && f->blocks[u->block].emphasis &&
		   pf_is_day_line(f, u)) {
		u->part = PF_PART_SUMMARY;
		r->dated = true;
		return;
	} else if (closes_release(f, r, at) || starts_here(f, r, at)) {
		u->part = PF_PART_START;
	} else if (!u->by_label && !has_line_above(f, at) &&
		   (u->level != PF_LEVEL_RUNIN || u->part == PF_PART_OTHER)) {
		u->part = u->depth ? read_item(f, r, at) : pf_prose_read(f, r, at);
		if (u->part == PF_PART_PROBLEM && r->named && !pf_prose_until_now(f, u))
			u->part = r->solution ? PF_PART_OTHER : PF_PART_SUMMARY;
		if (u->part == PF_PART_PROBLEM && !u->depth && pf_prose_cut(f, r, at))
			u = &f->units.v[at]; /* what is behind is read next */
		/* Above the problem's label stands what is announced, whatever it offers. */
		if (u->part == PF_PART_SOLUTION && r->named && r->dated && r->texts <= 1 &&
		    !r->summary)
			u->part = PF_PART_SUMMARY;
	} else if (u->says == PF_LABEL_NONE && !u->depth && !is_below_label(f, at) && is_call(u)) {
		u->part = PF_PART_START; /* where to get it, below whatever heading came last */
	}
	/* "Reference: <link>" is no prose, nor is "Press release - not before 6 January", nor a
	 * voice or a note set apart above all of it. */
	r->texts += pf_unit_words(f, u) >= 4 && !pf_names_form(f, u) &&
		    !((is_quote(u->part) || (u->quoted && u->part == PF_PART_OTHER)) && !r->texts);
	r->listed = u->depth > 0;
	r->measured = r->measured && r->listed;
	/* A dateline on a line of its own announces nothing yet. */
	r->summary = r->summary || (u->part == PF_PART_SUMMARY && pf_unit_words(f, u) > 6);
	r->problem = r->problem || u->part == PF_PART_PROBLEM;
	r->solution = r->solution || u->part == PF_PART_SOLUTION;
	if (!is_quote(u->part))
		r->last = u->part;
}

/* Does what is wrong, and then what is done about it, stand behind unit `at`? */
static bool tells_story_behind(const struct pf_find *f, size_t at)
{
	bool problem = false;

	for (size_t i = at + 1; i < f->units.n; i++) {
		const struct pf_unit *u = &f->units.v[i];

		if (u->part == PF_PART_FAQ)
			return false;
		problem = problem || u->part == PF_PART_PROBLEM;
		if (problem && u->part == PF_PART_SOLUTION && u->kind != PF_UNIT_HEADING)
			return true;
	}
	return false;
}

/* "| The problem in numbers | Today |" says what its rows tell, and so does "| What we watch |
 * Today | By Labor Day |". */
static uint8_t named_by_head(const struct pf_find *f, const struct pf_unit *u, uint8_t last)
{
	uint32_t cell = u->block + 1;
	uint8_t says, tier;

	if (cell >= f->n_blocks || f->blocks[cell].parent != u->block)
		return last;
	says = pf_label_read(f, pf_token_at(f, f->blocks[cell].begin),
			     pf_token_at(f, f->blocks[cell].end), &tier);
	if (says == PF_PART_PROBLEM || says == PF_PART_SOLUTION)
		return says;
	return last != PF_PART_FAQ && pf_metrics_head(f, u->block) ? PF_PART_METRICS : last;
}

/* A table with the row of a tier is one of metrics, its head too. */
static void read_row(struct pf_find *f, struct reading *r, size_t at)
{
	struct pf_unit *u = &f->units.v[at];
	uint32_t table = f->blocks[u->block].parent;
	bool goes_on = at && u[-1].kind == PF_UNIT_ROW && f->blocks[u[-1].block].parent == table;

	if (!f->blocks[u->block].number)
		r->last = named_by_head(f, u, r->last);
	u->part = r->last;
	if (goes_on && u[-1].part == PF_PART_METRICS) {
		u->part = PF_PART_METRICS;
	} else if (is_metric_line(u) && pf_unit_has_quant(f, u)) {
		u->part = PF_PART_METRICS;
		for (size_t i = at; i-- > 0 && f->units.v[i].kind == PF_UNIT_ROW &&
				    f->blocks[f->units.v[i].block].parent == table;)
			f->units.v[i].part = PF_PART_METRICS;
	}
}

/* An RFC that works backwards says in a line above that heading what it proposes. */
static void open_backwards(struct pf_find *f, size_t headline)
{
	for (size_t i = headline + 1; i < f->units.n; i++) {
		struct pf_unit *u = &f->units.v[i];

		if (u->kind == PF_UNIT_HEADING && u->says == PF_LABEL_BACKWARDS) {
			u--;
			if (u->kind == PF_UNIT_TEXT && !u->depth && !u->quoted && !u->by_label)
				u->part = PF_PART_SUMMARY;
			return;
		}
		if (u->kind != PF_UNIT_TEXT)
			return;
	}
}

/* "Hearth is a page on which neighbours lend tools.", above all that is told: it says in short what
 * the offer says at length. */
static void open_with_summary(struct pf_find *f, size_t headline)
{
	size_t at = headline + 1;

	if (headline == SIZE_MAX || pf_units_have(f, PF_PART_SUMMARY))
		return;
	if (f->backwards)
		open_backwards(f, headline);
	while (at < f->units.n && (f->units.v[at].kind == PF_UNIT_HEADING ||
				   f->units.v[at].part == PF_PART_SUBHEADING))
		at++;
	if (at < f->units.n && f->units.v[at].part == PF_PART_SOLUTION &&
	    f->units.v[at].kind == PF_UNIT_TEXT && !f->units.v[at].by_label &&
	    !f->units.v[at].depth && tells_story_behind(f, at))
		f->units.v[at].part = PF_PART_SUMMARY;
}

/* "Bakers can now read the mill's own test": a plain sentence of news below the headline is all the
 * summary where there is no other. */
static void subhead_is_summary(struct pf_find *f)
{
	if (pf_units_have(f, PF_PART_SUMMARY))
		return;
	for (size_t i = 0; i < f->units.n; i++) {
		struct pf_unit *u = &f->units.v[i];

		if (u->part == PF_PART_SUBHEADING && u->kind == PF_UNIT_TEXT && !u->by_label &&
		    !u->quoted && !pf_is_line_apart(f, u) && pf_news_of(f, u) > 0)
			u->part = PF_PART_SUMMARY;
	}
}

/* "# Tidepool", and below it "## Swim with people of your pace": where nothing more is set apart
 * the name is the headline, and the line below says what it means. */
static void name_above_tagline(struct pf_find *f, size_t headline)
{
	struct pf_unit *u;

	if (!headline || headline == SIZE_MAX)
		return;
	u = &f->units.v[headline];
	if (u->kind == PF_UNIT_HEADING && u->says == PF_LABEL_NONE &&
	    u[-1].kind == PF_UNIT_HEADING && u[-1].says == PF_LABEL_NONE &&
	    u[-1].level <= u->level) {
		u->part = PF_PART_SUBHEADING;
		u[-1].part = PF_PART_HEADLINE;
	}
}

/* "A calf on Sunday" below the announcement: its story goes on under a name that says nothing. */
static bool goes_on_below(const struct reading *r, const struct pf_unit *u)
{
	return r->asked && r->dated && r->last == PF_PART_SUMMARY && !r->problem && !r->solution &&
	       u->says == PF_LABEL_NONE && !u->ask;
}

/* "Customer quote" does, "Quote (a resident)" does not. */
static bool names_side(const struct pf_find *f, const struct pf_unit *u)
{
	uint32_t last = pf_token_at(f, u->label.end);

	for (uint32_t i = u->first; i < last; i++)
		if (pf_token_is_sign(&f->tokens->v[i], '('))
			return i > u->first + 1;
	return pf_tokens_words(f->tokens, u->label) > 1;
}

/* "> Status: draft" above the headline, "> **Note:** the county is invented" above all prose. */
static bool is_note(const struct pf_find *f, const struct reading *r, size_t at)
{
	const struct pf_unit *u = &f->units.v[at];

	return u->quoted && u->whole && !r->texts && u->kind == PF_UNIT_TEXT &&
	       ((at < r->headline && r->headline != SIZE_MAX) ||
		(u->level == PF_LEVEL_RUNIN && !pf_is_quotation(f, at)));
}

void pf_sections_by_content(struct pf_find *f)
{
	struct reading r = {.last = PF_PART_OTHER, .release = pf_release_find(f)};
	bool after_faq = false;

	r.headline = pf_headline_find(f, r.release);
	r.name = pf_headline_name(f, r.headline);
	for (size_t i = 0; i < f->units.n; i++) {
		const struct pf_unit *u = &f->units.v[i];

		r.asked = r.asked || u->part == PF_PART_FAQ || u->ask >= PF_ASK_BOLD;
		r.metrics = r.metrics || u->part == PF_PART_METRICS;
		r.summed = r.summed || (u->by_label && u->says == PF_PART_SUMMARY);
		/* "Who it is for" may stand beside the problem itself. */
		r.named = r.named || (u->by_label && u->part == PF_PART_PROBLEM &&
				      u->says == PF_PART_PROBLEM && u->first < u->last &&
				      !PF_ONE_OF(f, u->first, "who"));
	}
	for (size_t i = 0; i < f->units.n; i++) {
		struct pf_unit *u = &f->units.v[i];
		struct pf_range dateline;

		if (i == r.release)
			r.texts = 0; /* what stands above it is no release */
		after_faq = i > r.release && (after_faq || u->part == PF_PART_FAQ);
		if (pf_is_below_title(f, &r, i)) {
			u->part = PF_PART_SUBHEADING;
			r.sub = true;
			continue;
		}
		/* Behind the questions stand designs and plans, and no press release any more;
		 * above "Press release" at most where and when. */
		if (u->part == PF_PART_FAQ || u->part == PF_PART_APPENDIX || i == r.headline ||
		    (!u->by_label &&
		     (after_faq || (i < r.release && !pf_is_dateline(f, u, &dateline)) ||
		      is_note(f, &r, i))))
			continue;
		if (u->kind == PF_UNIT_HEADING && !u->by_label) {
			/* "**Utrecht, April 2027**" stands where a sub-heading would. */
			if (!r.dated && pf_heads_dateline(f, u, &dateline)) {
				f->out->dateline = dateline;
				u->part = PF_PART_SUMMARY;
				r.dated = true;
			} else if (pf_is_subheading(f, &r, i)) {
				u->part = PF_PART_SUBHEADING;
				r.sub = true;
			} else if (!r.dated && !r.texts && u->level == PF_LEVEL_BOLD &&
				   pf_is_day_line(f, u)) {
				u->part = PF_PART_SUMMARY;
				r.dated = true;
			} else if (!goes_on_below(&r, u)) {
				r.last = PF_PART_OTHER;
			}
		}
		/* "Quotes" may be of both sides. */
		if (is_quote(u->says))
			r.sided = names_side(f, u);
		if (u->kind == PF_UNIT_TEXT)
			read_text(f, &r, i);
		else if (u->kind == PF_UNIT_ROW && !u->by_label)
			read_row(f, &r, i);
	}
	if (!r.sub)
		name_above_tagline(f, r.headline);
	open_with_summary(f, r.headline);
	subhead_is_summary(f);
	pf_voices_settle(f);
}
