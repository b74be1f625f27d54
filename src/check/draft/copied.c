#include "copied.h"

#include <stdlib.h>
#include <string.h>

#include "prfaq/base/mem.h"

#include "brief.h"

/* By sentence: its runs that can tell, and those of them that others wrote. */
struct told_runs {
	uint32_t all, theirs;
};

/* Sentences in a row of which all are copied but for a word here and there. */
static void mark_stretches(const struct told_runs *sentences, size_t n, uint32_t least,
			   uint8_t *why)
{
	size_t first = 0, last = 0;
	uint32_t sum = 0;

	for (size_t s = 0; s <= n; s++) {
		if (s < n && sentences[s].theirs * 3 >= sentences[s].all * 2) {
			sum += sentences[s].theirs;
			last = sentences[s].theirs ? s + 1 : last;
			first = sum ? first : s + 1;
			continue;
		}
		if (sum >= least)
			memset(why + first, PF_PADDING_COPIED, last - first);
		sum = 0;
		first = s + 1;
	}
}

#define COPIED_RUNS                                                                             \
	32u           /* of five words: two facts may be quoted side by side, a brief is longer \
		       */
#define KNOWN_RUNS 6u /* one in four is kept */

/* Who shows a model answer as it is copied it on purpose: a gate asks that of the page. */
static bool is_whole(const struct told_runs *other, size_t n)
{
	uint32_t all = 0, theirs = 0;

	for (size_t s = 0; s < n; s++) {
		all += other[s].all;
		theirs += other[s].theirs;
	}
	return theirs * 2 > all;
}

void pf_copied_mark(const struct pf_view *view, uint8_t *why)
{
	const struct pf_brief *prompt = view->brief;
	const struct pf_known_runs *known = view->context->known;
	const struct pf_shingles *own = pf_view_runs(view);
	const struct pf_sentence *sentences = view->tokens->sentences.v;
	size_t n = view->tokens->sentences.n;
	struct told_runs *brief, *other;

	if (!prompt && !known)
		return;
	brief = pf_xcalloc(n + 1, sizeof(*brief));
	other = pf_xcalloc(n + 1, sizeof(*other));
	for (size_t i = 0, s = 0; i < own->n; i++) {
		const struct pf_shingle *run = &own->v[i];
		bool here, kept = known && pf_known_kept(run->hash);

		if (!prompt && !kept)
			continue; /* it tells nothing */
		while (s < n && sentences[s].end <= run->begin)
			s++;
		if (s == n || run->end > sentences[s].end)
			continue; /* it goes on into the next sentence */
		here = prompt && pf_run_set_has(&prompt->told, run->hash);
		brief[s].all++;
		brief[s].theirs += here;
		/* "What breaks first" is asked of every page: it tells nothing. */
		if (!kept || here || (prompt && pf_text_runs_has(&prompt->as_told, run->hash)))
			continue;
		other[s].all++;
		other[s].theirs += pf_known_find(known->runs, known->n_runs, run->hash) != NULL;
	}
	mark_stretches(brief, n, COPIED_RUNS, why);
	if (prompt || !is_whole(other, n))
		mark_stretches(other, n, KNOWN_RUNS, why);
	free(brief);
	free(other);
}
