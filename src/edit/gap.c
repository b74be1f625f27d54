#include "gap.h"

#include <assert.h>
#include <string.h>

#include "prfaq/base/mem.h"

void pf_gap_release(struct pf_gap *g)
{
	free(g->ptr);
	*g = (struct pf_gap){0};
}

uint32_t pf_gap_length(const struct pf_gap *g)
{
	return g->cap - (g->end - g->begin);
}

char pf_gap_byte(const struct pf_gap *g, uint32_t off)
{
	assert(off < pf_gap_length(g));
	return off < g->begin ? g->ptr[off] : g->ptr[off + (g->end - g->begin)];
}

static void move_gap(struct pf_gap *g, uint32_t off)
{
	uint32_t n;

	if (off < g->begin) {
		n = g->begin - off;
		memmove(g->ptr + g->end - n, g->ptr + off, n);
		g->end -= n;
	} else if (off > g->begin) {
		n = off - g->begin;
		memmove(g->ptr + g->begin, g->ptr + g->end, n);
		g->end += n;
	}
	g->begin = off;
}

struct pf_slice pf_gap_slice(struct pf_gap *g, uint32_t begin, uint32_t end)
{
	assert(begin <= end && end <= pf_gap_length(g));
	if (begin < g->begin && end > g->begin)
		move_gap(g, g->begin - begin < end - g->begin ? begin : end);
	if (!g->ptr)
		return PF_SLICE("");
	return pf_slice_make(g->ptr + begin + (begin < g->begin ? 0 : g->end - g->begin),
			     end - begin);
}

/* Room for `more` bytes, and as much again as a quarter of the text: growing stays linear. */
static void make_room(struct pf_gap *g, uint32_t more)
{
	uint32_t tail = g->cap - g->end, cap;

	if (g->end - g->begin >= more)
		return;
	cap = pf_gap_length(g) + more;
	cap += cap / 4 + 64;
	g->ptr = pf_xrealloc(g->ptr, cap, 1);
	memmove(g->ptr + cap - tail, g->ptr + g->end, tail);
	g->end = cap - tail;
	g->cap = cap;
}

void pf_gap_splice(struct pf_gap *g, uint32_t off, uint32_t removed, struct pf_slice with)
{
	assert(off + removed <= pf_gap_length(g));
	move_gap(g, off);
	g->end += removed;
	make_room(g, (uint32_t)with.len);
	if (with.len)
		memcpy(g->ptr + g->begin, with.ptr, with.len);
	g->begin += (uint32_t)with.len;
}
