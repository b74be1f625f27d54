/* What the scorecard says of the page beside points: sections, tiers, pitfalls, the trap. */
#include <string.h>

#include "coverage/trap.h"
#include "draft/quants.h"
#include "draft/things.h"
#include "draft/words.h"
#include "engine.h"
#include "pitfalls/pitfalls.h"

static bool is_quoted(const struct pf_view *view, uint32_t token)
{
	return token < view->tokens->n && view->tokens->v[token].flags & PF_TOKEN_QUOTED;
}

/* "Ask it: show me all above $100" is an example; in a quotation the numbers are the speaker's, and
 * so they are of a trouble that is told in one. */
static bool quoted_words(const struct pf_view *view, const struct pf_part *part, size_t quant)
{
	uint32_t first = pf_tokens_at(view->tokens, part->body.begin);

	if (part->id == PF_PART_QUOTE_COMPANY || part->id == PF_PART_QUOTE_CUSTOMER)
		return false;
	if (first < view->tokens->n && pf_token_is_sign(&view->tokens->v[first], '"'))
		first++; /* the mark itself is not inside */
	return is_quoted(view, view->quants->v[quant].first) &&
	       !(part->id == PF_PART_PROBLEM && is_quoted(view, first));
}

/* "Two view modes" tells how many an offer has; "three challenges" measures no trouble. */
static bool says_how_much(const struct pf_view *view, const struct pf_part *part,
			  enum pf_part_id id)
{
	bool offers = id == PF_PART_SOLUTION || id == PF_PART_SUMMARY;
	size_t first, last;

	pf_view_quants(view, part->body, &first, &last);
	for (size_t q = first; q < last; q++)
		if ((offers ? pf_quant_counts(view, q) : pf_quant_tells(view, q)) &&
		    !quoted_words(view, part, q))
			return true;
	return false;
}

/* "Piloting now; broader availability to follow": it says that one cannot begin yet, or not how. */
static bool is_put_off(const struct pf_view *view, struct pf_range r)
{
	static const char *const later[] = {"pilot",   "piloting", "early", "soon", "future",
					    "planned", "later",    "beta",  NULL};
	static const char *const ways[] = {
		"visit",   "sign",     "join",  "download", "install", "go",      "open",
		"click",   "contact",  "email", "reach",    "call",    "apply",   "register",
		"request", "ask",      "store", "website",  "at",      "http",    "https",
		"www",     "github",   "run",   "free",     "start",   "started", "try",
		"use",     "write",    "text",  "scan",     "book",    "order",   "buy",
		"add",     "platform", "web",   NULL};

	return pf_range_any(view, r, later) && !pf_range_any(view, r, ways);
}

#define NAME_WORDS 3u

/* A title of two or three words, with no line below that says what they mean, only names the thing.
 */
static bool is_bare_name(const struct pf_view *view, const struct pf_part *part)
{
	return pf_range_empty(part->heading) &&
	       pf_tokens_words(view->tokens, part->body) <= NAME_WORDS &&
	       !pf_parts_get(view->parts, PF_PART_SUBHEADING);
}

/* "## Come and see it to get started!": the heading says it all. */
static bool is_bidding(const struct pf_view *view, struct pf_range heading)
{
	return !pf_range_empty(heading) && view->text.ptr[heading.end - 1] == '!' &&
	       pf_tokens_words(view->tokens, heading) > NAME_WORDS + 1;
}

/* "Wow!" is what someone said; "Available now: <link>" is all that a start needs, and where and
 * when announce nothing yet. */
static bool says_something(const struct pf_view *view, const struct pf_part *part)
{
	uint32_t words = pf_tokens_words(view->tokens, part->body), least = 3;

	if (part->id == PF_PART_START)
		return (!pf_range_empty(part->body) || is_bidding(view, part->heading)) &&
		       !is_put_off(view, part->body);
	if (part->id == PF_PART_HEADLINE && is_bare_name(view, part))
		return false;
	if (part->id == PF_PART_SUMMARY)
		least += pf_tokens_words(view->tokens, view->parts->dateline);
	else if (part->id == PF_PART_HEADLINE || part->id == PF_PART_QUOTE_COMPANY ||
		 part->id == PF_PART_QUOTE_CUSTOMER)
		least = 1;
	return words >= least;
}

/* A gain told in the midst of the offer, under no heading of its own, or a sentence that was cut
 * from the announcement's paragraph: its number is that one's as well. The part it goes on from, or
 * PF_PART_COUNT. */
static enum pf_part_id goes_on_from(const struct pf_view *view, size_t part)
{
	const struct pf_part *v = view->parts->parts.v, *before = &v[part - (part > 0)];
	struct pf_slice between;

	if (!part || !pf_range_empty(v[part].heading) ||
	    (v[part].id != PF_PART_BENEFITS && v[part].id != PF_PART_SOLUTION))
		return PF_PART_COUNT;
	if (v[part].id == PF_PART_BENEFITS && before->id == PF_PART_SOLUTION)
		return PF_PART_SOLUTION;
	between = pf_slice_cut(view->text, before->body.end, v[part].body.begin);
	return before->id == PF_PART_SUMMARY &&
			       pf_slice_find(between, PF_SLICE("\n\n")) == between.len
		       ? PF_PART_SUMMARY
		       : PF_PART_COUNT;
}

/* "Zero rows without approval" is a target, however few that are; "four numbers" are the metrics
 * themselves. */
static bool aims_at_amount(const struct pf_view *view, const struct pf_metric *m)
{
	static const char *const selves[] = {"numbers", "metrics", "measures", "figures",
					     "kpis",    "signals", NULL};

	uint32_t behind;

	if (m->target == PF_QUANT_NONE)
		return false;
	behind = view->quants->v[m->target].last;
	return behind >= view->tokens->n || !pf_token_among(view, behind, selves);
}

static void sections(struct pf_run *run, const struct pf_view *view)
{
	struct pf_scorecard *card = run->card;

	for (size_t i = 0; i < view->parts->parts.n; i++) {
		const struct pf_part *part = &view->parts->parts.v[i];
		struct pf_section_score *s = &card->sections[part->id];
		enum pf_part_id from = goes_on_from(view, i);

		if (!s->present)
			s->span = pf_part_span(part);
		s->present = s->present || says_something(view, part);
		s->quantified = s->quantified || says_how_much(view, part, part->id);
		if (from != PF_PART_COUNT && says_how_much(view, part, from))
			card->sections[from].quantified = true;
	}
	if (view->parts->metrics.n && !card->sections[PF_PART_METRICS].present) {
		card->sections[PF_PART_METRICS].span = view->parts->metrics.v[0].whole;
		card->sections[PF_PART_METRICS].present = true;
	}
	for (size_t i = 0; i < view->parts->metrics.n; i++)
		if (aims_at_amount(view, &view->parts->metrics.v[i]))
			card->sections[PF_PART_METRICS].quantified = true;
	if (view->parts->benefits.n && !card->sections[PF_PART_BENEFITS].present) {
		struct pf_section_score *s = &card->sections[PF_PART_BENEFITS];

		s->span = view->parts->benefits.v[0].whole;
		s->present = true;
		for (size_t i = 0; i < view->parts->benefits.n; i++)
			s->quantified = s->quantified ||
					view->parts->benefits.v[i].quantity != PF_QUANT_NONE;
	}
	for (size_t i = 0; i < card->proofs.n; i++) {
		enum pf_part_id id = run->rubric->rules.v[i]->part;

		if (id >= PF_PART_COUNT)
			continue;
		card->sections[id].earned += card->proofs.v[i].earned;
		card->sections[id].possible += card->proofs.v[i].possible;
	}
}

/* "[Pricing TBD: by members]" and "TBD" still wait for their answer. */
static bool is_open(struct pf_slice answer)
{
	return (answer.len > 1 && answer.ptr[0] == '[' && answer.ptr[answer.len - 1] == ']') ||
	       (pf_slice_starts_nocase(answer, "tbd") && answer.len <= sizeof("tbd."));
}

/* Code, a table or a picture is an answer, though it holds no word of prose; a question with
 * another right below has none. */
static bool is_answered(const struct pf_view *view, const struct pf_pair *pair)
{
	const struct pf_parts *parts = view->parts;
	size_t n;
	const struct pf_block *blocks = pf_doc_blocks(view->doc, &n), *next;
	uint32_t asked;

	if (pf_range_empty(pair->question))
		return false;
	if (!pf_range_empty(pair->answer))
		return !is_open(pf_slice_range(view->text, pair->answer));
	asked = pf_doc_block_at(view->doc, pair->question.begin);
	if (asked == PF_DOC_NONE || asked + 1 >= n)
		return false;
	next = &blocks[asked + 1];
	if (next->kind == PF_BLOCK_HEADING)
		return blocks[asked].kind == PF_BLOCK_HEADING && next->level > blocks[asked].level;
	return next->kind != PF_BLOCK_ITEM && next->kind != PF_BLOCK_RULE &&
	       (pair + 1 == parts->pairs.v + parts->pairs.n || pair[1].question.begin >= next->end);
}

static void tiers(struct pf_run *run, const struct pf_parts *parts)
{
	for (size_t i = 0; i < parts->metrics.n; i++)
		if (parts->metrics.v[i].tier < PF_TIER_NONE &&
		    parts->metrics.v[i].target != PF_QUANT_NONE)
			run->card->tiers[parts->metrics.v[i].tier] = true;
	for (size_t i = 0; i < parts->pairs.n; i++)
		run->card->faq_count += is_answered(&run->view, &parts->pairs.v[i]);
	/* Questions that wait for their answers are none yet. */
	if (!run->card->faq_count)
		run->card->sections[PF_PART_FAQ].present = false;
}

static void pitfalls(struct pf_run *run)
{
	const struct pf_view *view = &run->view;
	struct pf_pitfall_score *found = run->card->pitfalls;

	pf_pitfall_features(view, &found[PF_PITFALL_FEATURE_FIRST]);
	pf_pitfall_vague(view, &found[PF_PITFALL_VAGUE_NUMBERS]);
	pf_pitfall_limits(view, &found[PF_PITFALL_IGNORED_CONSTRAINTS]);
	pf_pitfall_overbuilt(view, &found[PF_PITFALL_OVER_ENGINEERING]);
}

/* A pitfall is found as well when one of the rules that show it has lost more than half, and an
 * extra when one has not. */
static void shown_by_rules(struct pf_run *run)
{
	for (size_t i = 0; i < run->rubric->rules.n; i++) {
		const struct pf_rule *rule = run->rubric->rules.v[i];
		const struct pf_judgement *j = &run->judged[i];

		if (rule->pitfall) {
			struct pf_pitfall_score *p = &run->card->pitfalls[rule->pitfall - 1];

			if (j->outcome != PF_OUTCOME_NOT_APPLICABLE && j->credit < 0.5 &&
			    !p->found) {
				p->found = true;
				p->span = j->n_places ? j->places[0].span : j->span;
				memcpy(p->why, j->reason, sizeof(p->why));
			}
		}
		if (rule->extra && j->outcome != PF_OUTCOME_NOT_APPLICABLE && j->credit >= 0.5) {
			struct pf_extra_score *e = &run->card->extras[rule->extra - 1];

			e->found = true;
			e->span = j->span;
		}
	}
}

static void questions(struct pf_run *run)
{
	static const enum pf_thing things[PF_QUESTIONS] = {
		PF_THING_PROBLEM, PF_THING_SOLUTION, PF_THING_BENEFIT,
		PF_THING_METRIC,  PF_THING_LAUNCH,
	};

	for (size_t i = 0; i < PF_QUESTIONS; i++)
		if (!pf_thing_find(&run->view, things[i], &run->card->answers[i]))
			run->card->answers[i] = (struct pf_range){0, 0};
}

static void trap(struct pf_run *run)
{
	struct pf_trap_found found = pf_trap_find(&run->view);

	run->card->trap_seen = found.seen;
	run->card->trap_taken = found.taken;
}

static void origins(struct pf_run *run)
{
	for (size_t i = 0; i < run->view.quants->n; i++)
		if (pf_quant_needs_origin(&run->view.quants->v[i]) && pf_quant_bound(&run->view, i))
			run->card->origins.n[run->view.origin[i]]++;
}

void pf_run_facts(struct pf_run *run, const struct pf_view *page)
{
	sections(run, page);
	tiers(run, page->parts);
	pitfalls(run);
	shown_by_rules(run);
	questions(run);
	trap(run);
	origins(run);
}
