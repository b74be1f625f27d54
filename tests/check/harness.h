/*
 * harness.h - one draft in, one scorecard out, for the tests of the checker.
 */
#ifndef PF_TESTS_CHECK_HARNESS_H
#define PF_TESTS_CHECK_HARNESS_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "prfaq/check/check.h"

static inline struct pf_paths test_paths(void)
{
	struct pf_paths paths = {.shipped = PF_ROOT_DIR, .config = "/nonexistent"};

	return paths;
}

static inline struct pf_rubric *test_rubric(const char *name)
{
	struct pf_paths paths = test_paths();
	struct pf_yaml_errors errors = {0};
	struct pf_rubric *rubric;

	if (pf_rubric_load_examples(&rubric, name, &paths, &errors) != PF_OK) {
		struct pf_buf text = {0};

		pf_yaml_errors_text(&errors, &text);
		fail_msg("%s", pf_buf_cstr(&text));
	}
	pf_yaml_errors_release(&errors);
	return rubric;
}

/* The caller releases. */
static inline struct pf_check test_check(const struct pf_rubric *rubric, const char *draft,
					 const struct pf_check_context *context)
{
	struct pf_check check;

	assert_int_equal(pf_check_run(&check, rubric, pf_slice_of(draft), context, NULL), PF_OK);
	return check;
}

static inline const struct pf_proof *test_proof(const struct pf_rubric *rubric,
						const struct pf_check *check, const char *id)
{
	size_t i = pf_rubric_find(rubric, id);

	if (i == pf_rubric_rules(rubric))
		fail_msg("no rule %s", id);
	return &check->card.proofs.v[i];
}

static inline bool test_finds(const struct pf_rubric *rubric, const struct pf_check *check,
			      const char *id)
{
	for (size_t i = 0; i < check->card.findings.n; i++)
		if (!strcmp(pf_rubric_rule(rubric, check->card.findings.v[i].rule).id, id))
			return true;
	return false;
}

/* An invented page: complete, with every number labelled or plain. */
#define GOOD_DRAFT                                                                                 \
	"# Pier Board\n\n"                                                                         \
	"## Problem\n\n"                                                                           \
	"Each night 900 dock workers in Portmere wait 50 minutes for a gate, because the list of " \
	"ships is on paper and changes by hand.\n\n"                                               \
	"## Solution\n\n"                                                                          \
	"The worker opens one page and sees the gate, the ship and the hour. When the ship is "    \
	"late, the page says so and names the next gate, so the worker does not wait in the rain " \
	"for a paper list. At launch on 1 June 2027 it covers two piers only.\n\n"                 \
	"## Customer benefit\n\n"                                                                  \
	"- Waiting for a gate falls from 50 minutes to 20 minutes\n"                               \
	"- Missed ships fall from 12 % to 4 % of shifts\n\n"                                       \
	"## Metrics\n\n"                                                                           \
	"| Tier | Metric |\n|---|---|\n"                                                           \
	"| Primary | Wait for a gate: from 50 to 20 minutes within 3 months of launch, read from " \
	"the gate log |\n"                                                                         \
	"| Secondary | Missed ships: from 12 % to 4 % of shifts within 3 months of launch, from "  \
	"the shift log; a shorter wait leads to fewer missed ships |\n"                            \
	"| Leading | Workers who open the page before the shift: from 0 % to 60 % within 4 weeks " \
	"of launch, from the page log; an early look drives the wait down |\n\n"                   \
	"## FAQ\n\n"                                                                               \
	"**Q: What does it cost to build and to run?**\n"                                          \
	"A: $300,000 in all: four people for five months are 20 person-months x $15,000 = "        \
	"$300,000. Assumption: a page costs $900 a month to run, quoted by May 2027.\n\n"          \
	"**Q: Who sees the list, and what about security?**\n"                                     \
	"A: The workers of the pier. Names are encrypted, kept 30 days, and every look is "        \
	"logged.\n\n"                                                                              \
	"**Q: What breaks first at ten times the load?**\n"                                        \
	"A: The printer. Above 9,000 workers a night the page stays, and paper is dropped.\n\n"    \
	"**Q: Why not a loudspeaker?**\n"                                                          \
	"A: We discarded the loudspeaker because 700 of 900 workers cannot hear it over the "      \
	"cranes.\n\n"                                                                              \
	"**Q: How do we know that it worked, and what stops it?**\n"                               \
	"A: The wait falls to 20 minutes in the gate log. If fewer than 30 % open the page by "    \
	"week 4, we stop and the paper list stays.\n\n"                                            \
	"**Q: Which team must act, and when does it roll out?**\n"                                 \
	"A: The harbour office owns the list of ships by March 2027; if it slips, the foreman "    \
	"types it. Pilot with 40 workers in April 2027, launch on 1 June 2027.\n"

#endif
