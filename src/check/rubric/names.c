/* The names of everything a scorecard holds. */
#include <string.h>

#include "schema.h"

const char *pf_severity_name(enum pf_severity severity)
{
	return pf_yaml_name_of(pf_severity_names, (int)severity);
}

const char *pf_pillar_name(enum pf_pillar pillar)
{
	return pf_yaml_name_of(pf_pillar_names, (int)pillar);
}

const char *pf_lens_name(enum pf_lens lens)
{
	return pf_yaml_name_of(pf_lens_names, (int)lens);
}

const char *pf_lens_title(enum pf_lens lens)
{
	static const char *const titles[PF_LENSES] = {
		"senior PM: customer empathy",
		"TPM: execution rigor",
		"hiring manager: data",
	};

	return titles[lens];
}

const char *pf_origin_name(enum pf_origin origin)
{
	static const char *const names[] = {"bare", "given", "derived", "assumed", "cited"};

	return names[origin];
}

const char *pf_vote_name(enum pf_vote vote)
{
	static const char *const names[] = {"strong no", "no", "yes", "strong yes"};

	return names[vote];
}

static const struct {
	const char *name, *title, *remedy;
} pitfalls[PF_PITFALLS] = {
	{"feature_first", "Feature-first mindset",
	 "Flip the order: start with what should be achieved, then say what does it."},
	{"vague_numbers", "Vague numbers", "Attach the number: from ___ to ___ by ___."},
	{"ignored_constraints", "Ignoring constraints",
	 "Ask for the limits early and put each one into the FAQ."},
	{"over_engineering", "Over-engineering",
	 "Propose the smallest release that tests the primary metric, and a dated roadmap."},
};

const char *pf_pitfall_name(enum pf_pitfall pitfall)
{
	return pitfalls[pitfall].name;
}

const char *pf_pitfall_title(enum pf_pitfall pitfall)
{
	return pitfalls[pitfall].title;
}

const char *pf_pitfall_remedy(enum pf_pitfall pitfall)
{
	return pitfalls[pitfall].remedy;
}

const char *pf_extra_title(enum pf_extra extra)
{
	static const char *const titles[PF_EXTRAS] = {
		"Outside evidence that would change the plan",
		"Assumptions with a number and a test",
		"An alternative discarded, with the reason",
		"Problem, conflict, resolution",
	};

	return titles[extra];
}

const char *pf_question_text(enum pf_question question)
{
	static const char *const texts[PF_QUESTIONS] = {
		"What is the problem?", "What is the solution?", "What does the customer gain?",
		"Which metrics tell?",  "When is the launch?",
	};

	return texts[question];
}

const char *pf_section_state(const struct pf_section_score *section)
{
	if (!section->present && section->earned > 0)
		return section->earned < section->possible ? "partly told elsewhere"
							   : "told elsewhere";
	if (!section->present)
		return "missing";
	return section->quantified ? "with numbers that count" : "no number that counts";
}
