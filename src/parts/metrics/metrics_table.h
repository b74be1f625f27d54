/*
 * metrics_table.h - metrics that stand in the rows of a table. Private to metrics.c, which reads
 * whatever else names metrics.
 */
#ifndef PF_PARTS_METRICS_TABLE_H
#define PF_PARTS_METRICS_TABLE_H

#include "metrics.h"

/* What the columns of a metrics table hold; UINT32_MAX for none. */
struct pf_columns {
	uint32_t tier, name, baseline, target, deadline, method;
	struct pf_range when; /* the head of the target, if it tells its day */
};

/* Whether the row heads a column of today's values and one of those that are aimed at. */
bool pf_metrics_head(const struct pf_find *f, uint32_t row);

/* Reads a row: the head of a table into *columns, any other into the metrics, by the columns of the
 * last head. `above` is the tier that what stands above the table names. */
void pf_metrics_row(struct pf_find *f, const struct pf_unit *row, enum pf_tier above,
		    struct pf_columns *columns);

#endif
