/* Whether the page was made from a model answer or a brief that is shipped with the program. */
#include "draft/shingles.h"
#include "gates.h"

#define DOUBT    0.1  /* of the runs; honest pages have fewer */
#define COPIED   0.35 /* surely */
#define VERBATIM 0.97 /* a model answer as it is: whoever shows one has written one */

/* Without a prompt: of all of them. */
void pf_gate_known(const struct pf_view *view, const struct pf_params_gate *p,
		   struct pf_judgement *j)
{
	const struct pf_known_runs *known = view->context->known;
	struct pf_known_share runs = pf_known_share(known->runs, known->n_runs, pf_view_runs(view));
	bool many = pf_view_runs(view)->n >= PF_COPY_RUNS, copy = many && runs.any > COPIED;

	if (many && !copy && runs.any > DOUBT) {
		struct pf_shingles own = {0};

		pf_view_bones(view, &own);
		copy = pf_known_share(known->bones, known->n_bones, &own).one > p->full;
		pf_shingles_release(&own);
	}
	j->n = 100 * runs.any;
	pf_judge_credit(j, copy && runs.one < VERBATIM ? PF_COPY_CAP : 1, pf_view_opening(view),
			"%.0f %% of it stands in model answers or briefs, word for word", j->n);
}

/* With a prompt: one of the others. `own`: what part of the page stands in the prompt's. */
bool pf_gate_is_anothers(const struct pf_view *view, double own)
{
	const struct pf_known_runs *known = view->context->known;
	const struct pf_shingles *runs = pf_view_runs(view);

	return known && runs->n >= PF_COPY_RUNS &&
	       pf_known_share(known->runs, known->n_runs, runs).one > COPIED + own;
}
