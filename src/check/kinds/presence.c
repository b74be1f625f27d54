/* presence: parts and things that must stand in the draft. Credit is the share that does. */
#include "draft/maybe.h"
#include "draft/quants.h"
#include "draft/stages.h"
#include "draft/things.h"
#include "draft/words.h"
#include "kinds.h"
#include "tiers.h"

#define TEST_TOKENS 5u /* "in a two-week test" */
#define LEAD_WORDS  12u
#define TOLD_WORDS  40u /* an announcement of three sentences tells what it is */

/* A whole sentence below the headline, without a date. */
static bool announces_below_headline(const struct pf_view *view, struct pf_range *at)
{
	struct pf_ints one = {(int[]){PF_PART_SUBHEADING}, 1};

	return pf_scope_span(view, &one, at) && pf_scope_words(view, &one) >= LEAD_WORDS;
}

static bool has_part(const struct pf_view *view, enum pf_part_id id, int64_t words,
		     struct pf_range *at)
{
	struct pf_ints one = {(int[]){(int)id}, 1};

	if (pf_scope_span(view, &one, at) && pf_scope_words(view, &one) >= words)
		return true;
	/* A release of running prose has no part for it; a short one announces in its sub-heading.
	 */
	one.v[0] = PF_PART_SUMMARY;
	if (id == PF_PART_SOLUTION)
		return pf_scope_span(view, &one, at) && pf_scope_words(view, &one) >= TOLD_WORDS;
	return (id == PF_PART_START && pf_thing_find(view, PF_THING_START, at)) ||
	       (id == PF_PART_SUMMARY && announces_below_headline(view, at));
}

static void miss(struct pf_judgement *j, const char *title, unsigned part, struct pf_range at)
{
	struct pf_place_found *place = pf_judge_miss(j, at, title, "");

	if (place) {
		place->part = part;
		place->about = part ? PF_ABOUT_PART + part - 1 : PF_ABOUT_NOTHING;
	}
	if (!j->next[0])
		pf_judge_next(j, "add %s", title);
}

struct tally {
	size_t asked, found;
	struct pf_range first; /* of what is found */
};

static void take(struct tally *tally, struct pf_range at)
{
	if (!tally->found++)
		tally->first = at;
}

static void find_parts(const struct pf_view *view, const struct pf_params_presence *p,
		       struct tally *tally, struct pf_judgement *j)
{
	struct pf_range at;

	for (size_t i = 0; i < p->parts.n; i++) {
		enum pf_part_id id = (enum pf_part_id)p->parts.v[i];

		if (has_part(view, id, p->words, &at))
			take(tally, at);
		else if (!pf_maybe_part(view, id))
			miss(j, pf_part_title(id), 1 + (unsigned)id, pf_view_opening(view));
	}
}

/* "In a two-week test a version", "the test was at 64%" */
static bool was_tested(const struct pf_view *view, size_t sentence)
{
	static const char *const test[] = {"test", NULL}, *const was[] = {"was", "ran", NULL};
	static const char *const in[] = {"in", "during", NULL};
	const struct pf_sentence *s = &view->tokens->sentences.v[sentence];
	uint32_t i = pf_tokens_find(view, s->first, s->last, test);
	uint32_t near = i > s->first + TEST_TOKENS ? i - TEST_TOKENS : s->first;

	return i < s->last &&
	       (pf_tokens_any(view, near, i, in) || pf_token_among(view, i + 1, was));
}

/* "In the trial 14 of 88 were late": it was begun with some, and what came of it was counted. */
static bool tells_trial(const struct pf_view *view)
{
	static const char *const trial[] = {"trial", "trials", "pilot",   "pilots",
					    "tried", "beta",   "preview", NULL};

	for (size_t s = 0; s < view->tokens->sentences.n; s++)
		if (view->sentence_part[s] != PF_PART_PROBLEM &&
		    view->sentence_part[s] != PF_SENTENCE_HEADING &&
		    pf_sentence_numbered(view, s) &&
		    (pf_sentence_any(view, s, trial) || was_tested(view, s)))
			return true;
	return false;
}

/* Stages told in words of the page's own. A trial behind, and a number that ends it ahead, are two
 * of them in all but name: who is told that none stands there shrugs. */
static bool maybe_staged(const struct pf_view *view)
{
	return pf_stages_maybe(view) || (tells_trial(view) && pf_tiers_gated(view));
}

/* One thing, several times. */
static void find_many(const struct pf_view *view, const struct pf_params_presence *p,
		      struct tally *tally, struct pf_judgement *j)
{
	enum pf_thing thing = (enum pf_thing)p->things.v[0];
	struct pf_range many[PF_RULE_PLACES];
	size_t want = p->least > 0 ? (size_t)p->least : 1;

	tally->asked = want;
	tally->found = pf_thing_count(view, thing, many, want < 8 ? want : 8);
	if (tally->found)
		tally->first = many[0];
	if (tally->found >= want)
		return;
	miss(j, pf_thing_title(thing), 0, pf_thing_home(view, thing));
	if (thing != PF_THING_STAGE && thing != PF_THING_GATE) {
		j->untold = pf_maybe_thing(view, thing);
		return;
	}
	if (j->n_places)
		j->places[0].about = PF_ABOUT_STAGES;
	j->untold = pf_stages_find(view, many, 2) < 2 && maybe_staged(view);
}

static void find_things(const struct pf_view *view, const struct pf_params_presence *p,
			struct tally *tally, struct pf_judgement *j)
{
	struct pf_range at;

	for (size_t i = 0; i < p->things.n; i++) {
		enum pf_thing thing = (enum pf_thing)p->things.v[i];

		if (pf_thing_find(view, thing, &at)) {
			take(tally, at);
		} else if (!pf_maybe_thing(view, thing)) {
			miss(j, pf_thing_title(thing), 0, pf_thing_home(view, thing));
			if (thing == PF_THING_LAUNCH && j->n_places)
				j->places[j->n_places - 1].about = PF_ABOUT_LAUNCH;
		}
	}
}

void pf_presence_judge(const struct pf_view *view, const struct pf_rule *rule,
		       struct pf_judgement *j)
{
	const struct pf_params_presence *p = &rule->params.presence;
	struct tally tally = {.asked = p->parts.n + p->things.n};
	size_t asked, found;

	find_parts(view, p, &tally, j);
	if (tally.asked == 1 && p->things.n)
		find_many(view, p, &tally, j);
	else
		find_things(view, p, &tally, j);
	asked = p->least > 0 && (size_t)p->least < tally.asked ? (size_t)p->least : tally.asked;
	found = tally.found < asked ? tally.found : asked;
	j->n = (double)(asked - found);
	pf_judge_credit(j, (double)tally.found / (double)asked,
			tally.found ? tally.first : pf_view_opening(view), "%zu of %zu found",
			found, asked);
	if (j->outcome == PF_OUTCOME_PASS)
		j->n_places = 0;
	j->untold = j->untold || !j->n_places;
}
