/*
 * metrics.h - each metric that a draft names, and its pieces.
 */
#ifndef PF_PARTS_METRICS_H
#define PF_PARTS_METRICS_H

#include "release/release.h"

/* metrics.c: every metric, once the parts are known. */
void pf_metrics_find(struct pf_find *f);
/* metric.c: an empty metric of that range, and its pieces. pf_tier_at: the tier that is named at
 * token i, and one past its name. */
struct pf_metric pf_metric_of(struct pf_range whole);
enum pf_tier pf_tier_at(const struct pf_find *f, uint32_t i, uint32_t last, uint32_t *stop);
void pf_metric_method(const struct pf_find *f, struct pf_metric *m);
/* What stands between token `first`, behind the tier's name, and the first ":" or value; empty
 * where nothing there names anything: "We want 20% by June". */
struct pf_range pf_metric_words(const struct pf_find *f, const struct pf_metric *m, uint32_t first,
				uint32_t last);
/* These are its name; where there are none it is the noun of the target. */
void pf_metric_name(const struct pf_find *f, struct pf_metric *m, uint32_t first, uint32_t last);
/* metric_values.c: today's value, the one aimed at, and until when; by the metric's words and tier.
 */
void pf_metric_quants(const struct pf_find *f, struct pf_metric *m);
/* "Crew days sat out, 19 -> fewer" */
bool pf_before_arrow(const struct pf_find *f, const struct pf_quant *q);
/* "71 of 386 (18%)" to 5%: of a value of today that is said twice, the one that can become the
 * target. */
void pf_metric_alike(const struct pf_find *f, struct pf_metric *m);
/* metric_shared.c: is a date or a season told there? Gives each metric what is said once for all;
 * metrics_at[i] of them stand before unit i. */
bool pf_tells_day(const struct pf_find *f, struct pf_range range);
void pf_metrics_share(struct pf_find *f, const size_t *metrics_at);
/* roles.c: gives metrics that name no tier the one whose part they play. */
void pf_tiers_by_role(struct pf_find *f);
/* goals.c: the goals that a page without metrics tells by the way. */
void pf_goals_find(struct pf_find *f);
/* aims.c: gives METRICS the answer or the section with a name of its own where most changes from a
 * value to another are told, if they are two at least. */
void pf_aims_take(struct pf_find *f);
/* metrics_table.c: the tier that a cell names by its first word. */
enum pf_tier pf_tier_in_front(const struct pf_find *f, struct pf_range cell);
/* Gives METRICS each table whose rows name two tiers or more. */
void pf_tables_take(struct pf_find *f);
/* The tier that a question asks for: "And what must not get worse?" */
enum pf_tier pf_role_asked(const struct pf_find *f, const struct pf_unit *u);
/* Gives METRICS also the answers of questions that ask for what leads or guards, and sets the tier
 * of these. */
void pf_roles_take(struct pf_find *f);

#endif
