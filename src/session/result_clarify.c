/* The clarify drill has no page: what was asked for decides, not what stands there. */
#include <stdio.h>
#include <string.h>

#include "impl.h"

/* The order in which one would ask: whose problem, the hard limits, then the rest. */
static const char *const order[] = {"customer", "date",    "cost", "regulation",
				    "data",     "history", "goal", "scope"};
enum { TOPICS = sizeof(order) / sizeof(order[0]) };

static bool knows_topic(const struct pf_fold *fold, const char *topic)
{
	for (size_t i = 0; i < fold->notebook.n; i++)
		if (strcmp(fold->notebook.v[i].topic, topic) == 0)
			return true;
	return false;
}

/* The first fact of the topic that was there to be had; NULL when there is none. */
static const struct pf_prompt_fact *fact_on(const struct pf_prompt *prompt, const char *topic)
{
	for (size_t i = 0; i < prompt->facts.n; i++) {
		const struct pf_prompt_fact *f = &prompt->facts.v[i];

		if (!f->decoy &&
		    strcmp(pf_prompt_topic_name((enum pf_prompt_topic)f->topic), topic) == 0)
			return f;
	}
	return NULL;
}

static size_t facts_worth_asking(const struct pf_prompt *prompt)
{
	size_t n = 0;

	for (size_t i = 0; i < prompt->facts.n; i++)
		n += !prompt->facts.v[i].decoy;
	return n;
}

static size_t facts_learned(const struct pf_interview *iv)
{
	size_t n = 0;

	for (size_t i = 0; i < iv->fold->notebook.n; i++) {
		const struct pf_prompt_fact *f =
			pf_prompt_fact(iv->prompt, iv->fold->notebook.v[i].fact);

		n += f && !f->decoy;
	}
	return n;
}

/* "label" and the topics that were asked for, or were not. */
static void topics_line(char *out, size_t size, const struct pf_interview *iv, bool asked,
			const char *label, const char *none)
{
	size_t n = (size_t)snprintf(out, size, "%-12s", label);
	const char *part = "";

	for (size_t i = 0; i < TOPICS && n < size; i++) {
		if (!fact_on(iv->prompt, order[i]) || knows_topic(iv->fold, order[i]) != asked)
			continue;
		n += (size_t)snprintf(out + n, size - n, "%s%s", part, order[i]);
		part = ", ";
	}
	if (!*part)
		snprintf(out + n, size - n, "%s", none);
}

void pf_clarify_lines(const struct pf_interview *iv, struct pf_result *r)
{
	const struct pf_prompt_fact *missed = NULL;

	snprintf(r->lines[0], sizeof(r->lines[0]),
		 "Asked %zu question%s, learned %zu of %zu facts.", iv->fold->asked.n,
		 iv->fold->asked.n == 1 ? "" : "s", facts_learned(iv),
		 facts_worth_asking(iv->prompt));
	topics_line(r->lines[1], sizeof(r->lines[1]), iv, false, "Not asked", "nothing is missing");
	topics_line(r->lines[2], sizeof(r->lines[2]), iv, true, "Keep", "nothing was learned yet");
	for (size_t i = 0; i < TOPICS && !missed; i++)
		if (!knows_topic(iv->fold, order[i]))
			missed = fact_on(iv->prompt, order[i]);
	if (missed)
		snprintf(r->lines[3], sizeof(r->lines[3]), "Fix first   ask for the %s: \"%s\"",
			 pf_prompt_topic_name((enum pf_prompt_topic)missed->topic),
			 pf_match_label(missed));
	else
		snprintf(r->lines[3], sizeof(r->lines[3]),
			 "Fix first   nothing that the rules see");
}
