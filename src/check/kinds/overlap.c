/* overlap: runs of five words shared with the skeleton, the prompt, or an earlier draft. */
#include <stdio.h>
#include <stdlib.h>

#include "prfaq/base/utf8.h"

#include "draft/brief.h"
#include "kinds.h"

/* "line 12 of the skeleton: "..."": where the other text has it, in its own words. */
static void say_there(struct pf_place_found *place, struct pf_slice other, struct pf_range there,
		      const char *name)
{
	enum { QUOTED = 70 };
	struct pf_slice words = pf_slice_range(other, there);
	size_t line = 1, n;

	for (size_t i = 0; i < there.begin; i++)
		line += other.ptr[i] == '\n';
	n = (size_t)snprintf(place->what, sizeof(place->what), "line %zu of %.60s: \"", line, name);
	for (size_t i = 0; i < words.len && i < QUOTED; i++)
		place->what[n++] = words.ptr[i] >= 0 && words.ptr[i] < ' ' ? ' ' : words.ptr[i];
	place->what[n] = '\0';
	n = pf_utf8_valid(pf_slice_of(place->what));
	snprintf(place->what + n, sizeof(place->what) - n, "%s\"", words.len > QUOTED ? "..." : "");
}

static void judge(const struct pf_view *view, const struct pf_params_overlap *p,
		  struct pf_shared_words shared, struct pf_slice other, const char *name,
		  struct pf_judgement *worst)
{
	double share = shared.of ? (double)shared.n / (double)shared.of : 0;
	struct pf_judgement j = {0};
	struct pf_place_found *place, *places;

	pf_judge_credit(&j, pf_ramp(share, p->none, p->full),
			shared.n ? shared.here : pf_view_opening(view), "%.0f %% of it is in %s",
			share * 100, name);
	j.n = share * 100;
	if (j.outcome != PF_OUTCOME_PASS) {
		place = pf_judge_point(view, &j, shared.here, "");
		say_there(place, other, shared.there, name);
	}
	places = j.places;
	if (worst->outcome == PF_OUTCOME_NOT_APPLICABLE || j.credit < worst->credit) {
		places = worst->places;
		*worst = j;
	}
	free(places); /* NOLINT(clang-analyzer-unix.Malloc): it loses sight of the struct's copy */
}

static struct pf_shared_words shared(const struct pf_view *view, struct pf_slice other)
{
	return pf_shingles_shared(view->tokens, other, view->context->known);
}

/* What was left out as copied is what there is to show here: all of the page is compared. */
void pf_overlap_judge(const struct pf_view *left, const struct pf_rule *rule,
		      struct pf_judgement *j)
{
	const struct pf_view *view = left->page;
	const struct pf_params_overlap *p = &rule->params.overlap;
	const struct pf_check_context *c = view->context;

	pf_judge_skip(j, "nothing to compare with");
	if (view->tokens->words < 20 || (p->with == PF_OVERLAP_PAST && !c->n_past) ||
	    (p->with == PF_OVERLAP_SKELETON && !c->skeleton.len) ||
	    (p->with == PF_OVERLAP_PROMPT && !(c->prompt && c->prompt->text)))
		return;
	if (p->with == PF_OVERLAP_SKELETON)
		judge(view, p, shared(view, c->skeleton), c->skeleton, "the skeleton", j);
	else if (p->with == PF_OVERLAP_PROMPT)
		judge(view, p, pf_runs_shared(view->tokens, &view->brief->prompt),
		      pf_slice_of(c->prompt->text), "the prompt", j);
	for (size_t i = 0; p->with == PF_OVERLAP_PAST && i < c->n_past; i++) {
		char name[80] = "an earlier draft";

		if (c->past[i].id)
			snprintf(name, sizeof(name), "attempt %.30s", c->past[i].id);
		judge(view, p, shared(view, c->past[i].text), c->past[i].text, name, j);
	}
}
