/*
 * config.h - what the user prefers, from two files.
 *
 * <config>/config.yaml is for everything; a .prfaq.yaml in the working folder
 * or the nearest one above it is for one project and wins key by key. Lists
 * (`off`) add up. Options of the command line win over both: see cli.
 */
#ifndef PRFAQ_BANK_CONFIG_H
#define PRFAQ_BANK_CONFIG_H

#include "prfaq/base/path.h"
#include "prfaq/yaml/yaml.h"

enum pf_config_colour { PF_CONFIG_COLOUR_AUTO, PF_CONFIG_COLOUR_ALWAYS, PF_CONFIG_COLOUR_NEVER };
/* Order and values of check's enum pf_severity, and one more for "never fail". */
enum pf_config_fail_on {
	PF_CONFIG_FAIL_INFO,
	PF_CONFIG_FAIL_MINOR,
	PF_CONFIG_FAIL_MAJOR,
	PF_CONFIG_FAIL_CRITICAL,
	PF_CONFIG_FAIL_NEVER
};

struct pf_config_severity {
	const char *rule;
	int severity; /* info to critical */
};
struct pf_config_severities {
	struct pf_config_severity *v;
	size_t n;
};

struct pf_config {
	int rubric;               /* 0 article, 1 canonical, -1: by the draft's shape */
	struct pf_yaml_texts off; /* rule ids that are silenced */
	struct pf_config_severities severities; /* in order; the last one of a rule counts */
	int fail_on;                            /* enum pf_config_fail_on; critical unless set */
	int role;                               /* enum pf_prompt_role, or -1: as the prompt says */
	int level;                              /* 4 to 7, or 0: as the prompt says */
	const char *plan;                       /* NULL: ask */
	const char *prompt;                     /* NULL: ask */
	int colour;                             /* enum pf_config_colour */
	bool strict;                            /* interviews run strict unless told otherwise */
	bool coach;                             /* practice shows the coach; true unless set */
	bool mouse;                             /* true unless set */
	struct pf_yaml *parts[2];               /* own the strings: the user's, the project's */
};

const struct pf_yaml_type *pf_config_schema(void);

/*
 * Loads both files; `cwd` is an absolute folder, NULL for no project file. A
 * missing file is fine. A broken one is told in *errors, counts as missing, and
 * its status is returned; *out is valid all the same and must be released.
 */
PF_MUST_USE enum pf_status pf_config_load(struct pf_config *out, const struct pf_paths *paths,
					  const char *cwd, struct pf_yaml_errors *errors);
void pf_config_release(struct pf_config *config); /* NULL is allowed */

#endif
