/*
 * check_json.h - one finding as JSON, for the reports that nest it.
 */
#ifndef PRFAQ_SRC_REPORT_CHECK_JSON_H
#define PRFAQ_SRC_REPORT_CHECK_JSON_H

#include "prfaq/report/check_report.h"

void check_json_finding(struct pf_json *j, const struct pf_checked *file,
			const struct pf_finding *finding);

#endif
