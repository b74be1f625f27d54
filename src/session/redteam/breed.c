/* What the makers of bred pages share: words, headings, chance. */
#include "breed.h"

#include <ctype.h>
#include <string.h>

#include "prfaq/base/mem.h"

static const char *const titles[PF_BREED_TITLES] = {"Problem", "Solution", "Customer benefit",
						    "Metrics", "FAQ"};

static const char *const keywords[] = {
	"customer", "problem",  "metric",  "survey",  "pilot",      "baseline",    "guardrail",
	"revenue",  "benefit",  "launch",  "rollout", "security",   "scalability", "cost",
	"privacy",  "primary",  "leading", "target",  "assumption", "deadline",    "alternative",
	"source",   "adoption", "budget",  "risk",    "retention",
};

uint32_t pf_breed_below(struct pf_breeding *b, size_t n)
{
	return pf_rng_below(b->rng, (uint32_t)n);
}

const char *pf_breed_pick(struct pf_breeding *b, const struct pf_yaml_texts *words)
{
	return words->n ? words->v[pf_breed_below(b, words->n)] : "thing";
}

const char *pf_breed_keyword(size_t i)
{
	return keywords[i % (sizeof(keywords) / sizeof(*keywords))];
}

const char *pf_breed_noun(struct pf_breeding *b)
{
	const struct pf_prompt_lexicon *l = &b->draft.prompt->lexicon;
	uint32_t which = pf_breed_below(b, 4);

	if (which == 3)
		return pf_breed_keyword(pf_breed_below(b, 1000));
	return pf_breed_pick(b, which == 0   ? &l->customer
				: which == 1 ? &l->problem
					     : &l->solution);
}

void pf_breed_heading(struct pf_breeding *b, size_t i)
{
	pf_buf_printf(b->out, "## %s\n\n", titles[i]);
}

void pf_slices_shuffle(struct pf_breeding *b, struct pf_slices *s)
{
	for (size_t i = s->n; i > 1; i--) {
		size_t k = pf_breed_below(b, i);
		struct pf_slice t = s->v[i - 1];

		s->v[i - 1] = s->v[k];
		s->v[k] = t;
	}
}

void pf_slices_split(struct pf_slice s, const char *ends, struct pf_slices *out)
{
	size_t from = 0;

	out->n = 0;
	for (size_t i = 0; i <= s.len; i++) {
		bool here = i == s.len || (isspace((unsigned char)s.ptr[i]) &&
					   (!*ends || (i && strchr(ends, s.ptr[i - 1]))));

		if (!here)
			continue;
		if (i > from)
			*PF_PUSH(out) = pf_slice_trim(pf_slice_cut(s, from, i));
		from = i < s.len ? i + 1 : i;
	}
}

bool pf_breed_is_prose(struct pf_slice line)
{
	return line.len && *line.ptr != '#' && !pf_slice_starts(line, "|---");
}
