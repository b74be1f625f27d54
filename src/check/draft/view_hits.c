/* The phrases a draft holds: of the rubric's lists and of the context's. */
#include "view.h"

#include <string.h>

#include "prfaq/base/mem.h"

#include "brief.h"

static void index_hits(struct pf_hit_index *index, const struct pf_tokens *tokens,
		       const struct pf_phrase_hits *hits, size_t lists)
{
	index->lists = lists;
	index->first = pf_xcalloc(lists + 1, sizeof(*index->first));
	index->last_asked = pf_xcalloc(lists + 1, sizeof(*index->last_asked));
	index->v = pf_xmalloc((hits->n + 1) * sizeof(*index->v));
	for (size_t i = 0; i < hits->n; i++)
		index->first[hits->v[i].value + 1]++;
	for (size_t i = 0; i < lists; i++)
		index->first[i + 1] += index->first[i];
	/* Filling from behind keeps the order of place within a list and leaves first[] right. */
	uint32_t *at = pf_xmalloc((lists + 1) * sizeof(*at));

	memcpy(at, index->first, (lists + 1) * sizeof(*at));
	for (size_t i = 0; i < hits->n; i++) {
		const struct pf_phrase_found *hit = &hits->v[i];

		index->v[at[hit->value]++] =
			(struct pf_phrase_hit){hit->first, hit->last, tokens->v[hit->first].begin,
					       tokens->v[hit->last - 1].end};
	}
	free(at);
}

/* "Too many", "at most", "secure a seat": a phrase of the innocent list takes in what it covers. */
static void drop_innocent(struct pf_phrase_hits *hits, uint32_t innocent)
{
	size_t kept = 0;
	uint32_t covered = 0; /* tokens before this one */

	for (size_t i = 0; i < hits->n;) {
		size_t stop = i;

		for (; stop < hits->n && hits->v[stop].first == hits->v[i].first; stop++)
			if (hits->v[stop].value == innocent && hits->v[stop].last > covered)
				covered = hits->v[stop].last;
		for (; i < stop; i++)
			if (hits->v[i].last > covered || hits->v[i].value == innocent)
				hits->v[kept++] = hits->v[i];
	}
	hits->n = kept;
}

static void find_context(struct pf_view *view)
{
	const struct pf_brief *brief = view->brief;
	struct pf_phrase_hits hits = {0};

	if (brief)
		pf_phrases_find(brief->phrases, view->text, view->tokens, 0, view->tokens->n,
				&hits);
	index_hits(&view->context_hits, view->tokens, &hits, brief ? brief->lists : 0);
	pf_phrase_hits_release(&hits);
}

void pf_view_find_hits(struct pf_view *view)
{
	struct pf_phrase_hits hits = {0};

	pf_phrases_find(view->rubric->phrases, view->text, view->tokens, 0, view->tokens->n, &hits);
	drop_innocent(&hits, PF_LIST_innocent);
	index_hits(&view->hits, view->tokens, &hits, view->rubric->lists.n);
	pf_phrase_hits_release(&hits);
	find_context(view);
}

void pf_view_release_hits(struct pf_view *view)
{
	free(view->hits.v);
	free(view->hits.first);
	free(view->hits.last_asked);
	free(view->context_hits.v);
	free(view->context_hits.first);
	free(view->context_hits.last_asked);
}

/* The first hit of [lo, hi) that begins at `off` or later. Looks in steps that double from `lo` on,
 * since rules ask for one answer after the other. */
static size_t first_hit(const struct pf_phrase_hit *v, size_t lo, size_t hi, uint32_t off)
{
	size_t step = 1;

	if (lo == hi || v[lo].begin >= off)
		return lo;
	for (; lo + step < hi && v[lo + step].begin < off; step *= 2)
		lo += step;
	if (lo + step < hi)
		hi = lo + step;
	for (lo++; lo < hi;) {
		size_t mid = lo + (hi - lo) / 2;

		if (v[mid].begin < off)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

/* The same of a list's; near the one that was asked for last. */
static size_t first_of_list(const struct pf_hit_index *index, size_t list, uint32_t off)
{
	size_t lo = index->first[list], hi = index->first[list + 1];
	size_t near = index->last_asked[list];

	if (lo == hi)
		return hi;
	if (near > lo && near < hi && index->v[near - 1].begin < off)
		lo = near;
	lo = first_hit(index->v, lo, hi, off);
	index->last_asked[list] = (uint32_t)lo;
	return lo;
}

static struct pf_hits cut_hits(const struct pf_hit_index *index, size_t list, struct pf_range range)
{
	struct pf_hits out = {0};
	size_t lo, hi;

	if (list >= index->lists)
		return out;
	lo = index->first[list];
	hi = index->first[list + 1];
	if (range.begin != range.end) {
		lo = first_of_list(index, list, range.begin);
		hi = first_hit(index->v, lo, hi, range.end);
	}
	out.v = index->v + lo;
	out.n = hi - lo;
	return out;
}

struct pf_hits pf_view_hits(const struct pf_view *view, uint32_t list, struct pf_range range)
{
	return cut_hits(&view->hits, list, range);
}

struct pf_hits pf_view_context_hits(const struct pf_view *view, size_t list, struct pf_range range)
{
	return cut_hits(&view->context_hits, list, range);
}

/* The first hit of the list in the range, or NULL. */
static const struct pf_phrase_hit *hit_in(const struct pf_view *view, uint32_t list,
					  struct pf_range range)
{
	const struct pf_hit_index *index = &view->hits;
	size_t at;

	if (list >= index->lists || pf_range_empty(range))
		return NULL;
	at = first_of_list(index, list, range.begin);
	return at < index->first[list + 1] && index->v[at].begin < range.end ? &index->v[at] : NULL;
}

bool pf_view_has(const struct pf_view *view, uint32_t list, struct pf_range range)
{
	return hit_in(view, list, range) != NULL;
}

bool pf_view_any(const struct pf_view *view, const uint32_t *lists, size_t n, struct pf_range range,
		 struct pf_range *at)
{
	bool found = false;

	for (size_t i = 0; i < n; i++) {
		const struct pf_phrase_hit *hit = hit_in(view, lists[i], range);

		if (!hit)
			continue;
		if (!at)
			return true;
		if (!found || hit->begin < at->begin)
			*at = (struct pf_range){hit->begin, hit->end};
		found = true;
	}
	return found;
}
