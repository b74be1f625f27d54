/* What the practice coach may say: what is missing, never what it is worth. */
#include <stdio.h>
#include <string.h>

#include "engine.h"

static bool told(const struct pf_coach_line *lines, size_t n, enum pf_part_id section)
{
	for (size_t i = 0; i < n; i++)
		if (lines[i].section == section)
			return true;
	return false;
}

static bool in_drill(const struct pf_check *check, enum pf_part_id part,
		     const struct pf_rubric *rubric)
{
	for (size_t i = 0; i < check->card.proofs.n; i++)
		if (rubric->rules.v[i]->part == part &&
		    check->card.proofs.v[i].outcome != PF_OUTCOME_NOT_APPLICABLE)
			return true;
	return false;
}

/* Two lines a part at most: a list of ten faults is not read while one writes. */
size_t pf_check_coach(const struct pf_check *check, const struct pf_rubric *rubric,
		      struct pf_coach_line *out, size_t max)
{
	size_t n = 0;

	for (int part = 0; part < PF_PART_COUNT && n < max; part++) {
		enum pf_part_id id = (enum pf_part_id)part;
		unsigned here = 0;

		if (!in_drill(check, id, rubric))
			continue;
		for (size_t i = 0; i < check->card.proofs.n && n < max && here < 2; i++) {
			const struct pf_proof *p = &check->card.proofs.v[i];
			const struct pf_rule *rule = rubric->rules.v[i];
			bool article = id == PF_PART_PROBLEM || id == PF_PART_SOLUTION ||
				       id == PF_PART_BENEFITS || id == PF_PART_METRICS ||
				       id == PF_PART_FAQ;

			if (article && !check->card.sections[id].present && !told(out, n, id)) {
				out[n].section = id;
				out[n].span = (struct pf_range){0, 0};
				snprintf(out[n++].text, sizeof(out->text), "%s: not there yet",
					 pf_part_title(id));
				break;
			}
			if (rule->part != id || !rule->coach || p->outcome == PF_OUTCOME_PASS ||
			    p->outcome == PF_OUTCOME_NOT_APPLICABLE)
				continue;
			out[n].section = id;
			out[n].span = p->span;
			snprintf(out[n++].text, sizeof(out->text), "%s", rule->coach);
			here++;
		}
	}
	return n;
}
