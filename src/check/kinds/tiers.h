/*
 * tiers.h - what the checks of the metrics share: rows by tier, and limits anywhere on the page.
 */
#ifndef PF_CHECK_TIERS_H
#define PF_CHECK_TIERS_H

#include "draft/judge.h"

#define PF_TIERS 3u /* a goal, what moves it, and what tells of it early; a guardrail is none */

/* First metric of the tier, or NULL. */
const struct pf_metric *pf_tiers_metric(const struct pf_view *view, enum pf_tier tier);

/* Which end of a change is words where a number belongs: its beginning, or what it leads to. */
struct pf_open_ends {
	bool begin, end;
};
struct pf_open_ends pf_tiers_open_ends(const struct pf_view *view, const struct pf_metric *m);

const struct pf_quant *pf_tiers_quant(const struct pf_view *view, uint32_t index); /* or NULL */
/* Values in the range that are no dates: "15 minutes at most" is a limit though its noun is far. */
size_t pf_tiers_levels(const struct pf_view *view, struct pf_range at);
/* Whether the sentence could be a goal: not what hurts today, nor what somebody is made to say. */
bool pf_tiers_may_state(const struct pf_view *view, size_t sentence);
/* Whether what was read as the target of the metric is one; and what was read as today's value. */
bool pf_tiers_has_target(const struct pf_view *view, const struct pf_metric *m);
bool pf_tiers_has_baseline(const struct pf_view *view, const struct pf_metric *m);
bool pf_tiers_has_deadline(const struct pf_view *view, const struct pf_metric *m);
/* Whether the cell says something: not "TBD", "n/a", "-", nor a number alone. */
bool pf_tiers_filled(const struct pf_view *view, struct pf_range cell);
/* Whether a reader knows today's value though the metric does not begin with it: another part tells
 * it, or it is nought, since what is counted comes with the product. */
bool pf_tiers_known_today(const struct pf_view *view, const struct pf_metric *m);
/* "Retention", or the row's own words when its name was not found. */
void pf_tiers_words(const struct pf_view *view, const struct pf_metric *m, char *out, size_t size);

/* What may be told of a metric where no reader finds it, see tiers_maybe.c: its day, beside it or
 * in words of the page's own; to which value; from which to which; where it is read;
 * and of any one, from, to and until. */
bool pf_tiers_maybe_dated(const struct pf_view *view, const struct pf_metric *m);
bool pf_tiers_maybe_aimed(const struct pf_view *view, const struct pf_metric *m);
bool pf_tiers_maybe_moved(const struct pf_view *view, const struct pf_metric *m);
bool pf_tiers_maybe_read(const struct pf_view *view, const struct pf_rule *rule,
			 const struct pf_metric *m);
bool pf_tiers_maybe_stated(const struct pf_view *view);
/* Whether the metrics that name no tier may be those of the tiers that no metric names. */
bool pf_tiers_maybe_all(const struct pf_view *view);

/* Each metric has the piece that the rule asks for. */
void pf_tiers_pieces(const struct pf_view *view, const struct pf_rule *rule,
		     struct pf_judgement *j);
void pf_tiers_defended(const struct pf_view *view, const struct pf_rule *rule,
		       struct pf_judgement *j);
/* "When would you quit?", and it is answered: the lists are of words that end something. */
bool pf_tiers_asks_to_stop(const struct pf_view *view, const uint32_t *lists, size_t n,
			   const struct pf_pair *pair);
/* A harm with a limit, a number that ends it, in words of the page's own. */
bool pf_tiers_maybe_limited(const struct pf_view *view);
bool pf_tiers_maybe_stops(const struct pf_view *view, const struct pf_rule *rule);
void pf_tiers_guardrail(const struct pf_view *view, const struct pf_rule *rule,
			struct pf_judgement *j);
void pf_tiers_stop(const struct pf_view *view, const struct pf_rule *rule, struct pf_judgement *j);
/* A number, anywhere on the page, at which something is stopped or goes on. */
bool pf_tiers_gated(const struct pf_view *view);
void pf_tiers_early(const struct pf_view *view, struct pf_judgement *j);
void pf_tiers_stated(const struct pf_view *view, struct pf_judgement *j);
void pf_tiers_whole(const struct pf_view *view, struct pf_judgement *j);

#endif
