/* More than the need asks for: many kinds of thing at once, many technologies, or words for
 * everything. */
#include "pitfalls.h"

#include <stdio.h>
#include <string.h>

#include "draft/words.h"

#define KINDS_MANY 5u  /* of thing in an offer told in sentences */
#define KINDS_LIST 4u  /* in one told as a list */
#define LIST_SHORT 3u  /* items that make it one */
#define KIND_ROOM  15u /* words for each with each: a longer page may speak of more in passing */
#define STACK_MANY 5u  /* technologies in a release; a name or two say where it runs */
#define STACK_CUT  7u  /* in one that says what it leaves out */
#define PAGE_MANY  14u /* technologies and kinds of breadth on a page, whatever it leaves out */
#define PAGE_ROOM  60u /* words for each: a long page of answers names more in passing */
#define KINDS_KEPT 32u /* that are told apart; no page needs so many to be found out */
#define EVERYTHING 3u  /* different words for all of it; a marketplace may say so often */

/* Where the product is told, and not its trouble or what others say of it. */
static bool is_offer(uint8_t part)
{
	return part == PF_PART_OTHER || part == PF_PART_BENEFITS || part < PF_PART_PROBLEM ||
	       part == PF_PART_SOLUTION;
}

struct named { /* things that are told apart by a word */
	uint32_t n;
	uint32_t stems[KINDS_KEPT];
	struct pf_range first[2]; /* of them, to show */
};

struct room {
	uint32_t words, items;
};

static void count_room(const struct pf_view *view, uint32_t end, struct room *o)
{
	size_t n;
	const struct pf_block *blocks = pf_doc_blocks(view->doc, &n);
	const struct pf_sentence *s = view->tokens->sentences.v;

	for (size_t i = 0; i < view->tokens->sentences.n && s[i].begin < end; i++)
		if (is_offer(view->sentence_part[i]))
			o->words += s[i].words;
	for (size_t i = 0; i < n && blocks[i].begin < end; i++)
		if (blocks[i].kind == PF_BLOCK_ITEM) {
			enum pf_part_id part = pf_parts_at(view->parts, blocks[i].begin);

			o->items += part == PF_PART_SOLUTION || part == PF_PART_SUMMARY ||
				    part == PF_PART_OTHER;
		}
}

static void tell_apart(const struct pf_view *view, const struct pf_phrase_hit *hit, uint32_t token,
		       struct named *k)
{
	uint32_t stem = pf_view_stem(view, token);

	for (uint32_t i = 0; i < k->n; i++)
		if (k->stems[i] == stem)
			return;
	if (k->n == KINDS_KEPT)
		return;
	if (k->n < 2)
		k->first[k->n] = (struct pf_range){hit->begin, hit->end};
	k->stems[k->n++] = stem;
}

static bool is_offered(const struct pf_view *view, const struct pf_phrase_hit *hit)
{
	return is_offer(view->sentence_part[pf_sentence_of(view->tokens, hit->first)]);
}

/* "The team behind Beacon": a capital in the midst of a sentence, behind a plain word, is a name;
 * "the Dashboard" and "Smart Alerts" are things. */
static bool is_name(const struct pf_view *view, const struct pf_phrase_hit *hit)
{
	static const char *const articles[] = {"a", "an", "the", "our", "its", NULL};
	const struct pf_token *t = &view->tokens->v[hit->first];

	return hit->last - hit->first == 1 && hit->first && t->flags & PF_TOKEN_CAPITAL &&
	       !(t->flags & (PF_TOKEN_UPPER | PF_TOKEN_SENTENCE | PF_TOKEN_BLOCK)) &&
	       t[-1].kind == PF_TOKEN_WORD && !(t[-1].flags & PF_TOKEN_CAPITAL) &&
	       !pf_token_among(view, hit->first - 1, articles);
}

/* "App teams", "platform engineers": who they are, and nothing built. */
static bool is_of_people(const struct pf_view *view, const struct pf_phrase_hit *hit)
{
	static const char *const people[] = {
		"team",   "teams",   "engineer",  "engineers",  "owner", "owners", "user", "users",
		"vendor", "vendors", "developer", "developers", "maker", "makers", NULL};

	return hit->last < view->tokens->n && pf_token_among(view, hit->last, people);
}

/* "They can map which", "to score it", "rapidly map": done and not built. */
static bool is_done(const struct pf_view *view, const struct pf_phrase_hit *hit)
{
	static const char *const before[] = {"to",   "can", "will", "could", "may", "not",
					     "they", "we",  "you",  "who",   NULL};
	const struct pf_token *t = &view->tokens->v[hit->first];

	if (hit->last - hit->first > 1 || !hit->first || t->flags & PF_TOKEN_SENTENCE)
		return false;
	return pf_token_among(view, hit->first - 1, before) ||
	       pf_token_ends(view, hit->first - 1, "ly");
}

static void count_kinds(const struct pf_view *view, uint32_t end, struct named *k)
{
	struct pf_hits hits = pf_view_hits(view, PF_LIST_built, (struct pf_range){0, end});

	for (size_t i = 0; i < hits.n; i++)
		if (is_offered(view, &hits.v[i]) && !is_name(view, &hits.v[i]) &&
		    !is_done(view, &hits.v[i]) && !is_of_people(view, &hits.v[i]))
			tell_apart(view, &hits.v[i], hits.v[i].last - 1, k);
}

/* "AI", "machine learning" and "algorithms" are one kind, and often only the makers' word. */
static bool is_technical(const struct pf_view *view, uint32_t end)
{
	struct pf_hits hits = pf_view_hits(view, PF_LIST_technology, (struct pf_range){0, end});

	for (size_t i = 0; i < hits.n; i++)
		if (is_offered(view, &hits.v[i]))
			return true;
	return false;
}

/* Something is left out of the release; a prototype in the trouble is somebody else's. */
static bool is_cut(const struct pf_view *view)
{
	struct pf_hits hits = pf_view_hits(view, PF_LIST_smaller, PF_ANYWHERE);

	for (size_t i = 0; i < hits.n; i++)
		if (pf_parts_at(view->parts, hits.v[i].begin) != PF_PART_PROBLEM)
			return true;
	return false;
}

static void tell(const struct pf_view *view, const struct named *k, uint32_t n, const char *what,
		 struct pf_pitfall_score *p)
{
	char one[40], other[40];

	p->span = k->first[0];
	pf_view_words(view, k->first[0], one, sizeof(one));
	pf_view_words(view, k->first[1], other, sizeof(other));
	snprintf(p->why, sizeof(p->why), "\"%s\", \"%s\" and %u more %s", one, other, n - 2, what);
}

static bool builds_many(const struct pf_view *view, struct pf_pitfall_score *p)
{
	struct named kinds = {0};
	struct room room = {0};
	uint32_t end = pf_release_end(view), n;

	count_kinds(view, end, &kinds);
	if (kinds.n + 1 < KINDS_LIST)
		return false;
	n = kinds.n + is_technical(view, end);
	if (n < KINDS_LIST)
		return false;
	count_room(view, end, &room);
	if (n < (room.items < LIST_SHORT ? KINDS_MANY : KINDS_LIST) ||
	    room.words > n * n * KIND_ROOM || is_cut(view))
		return false;
	tell(view, &kinds, n, "kinds of thing for one need", p);
	return true;
}

/* "Lambda", but no "lambda": one of the words that are names only with a capital. */
static bool is_capital(const struct pf_view *view, const struct pf_phrase_hit *hit)
{
	return view->tokens->v[hit->first].flags & PF_TOKEN_CAPITAL;
}

static void count_stack(const struct pf_view *view, uint32_t end, struct named *k)
{
	struct pf_range release = {0, end};
	struct pf_hits hits = pf_view_hits(view, PF_LIST_stack, release);
	struct pf_hits names = pf_view_hits(view, PF_LIST_stack_names, release);

	for (size_t i = 0; i < hits.n; i++)
		if (is_offered(view, &hits.v[i]))
			tell_apart(view, &hits.v[i], hits.v[i].first, k);
	for (size_t i = 0; i < names.n; i++)
		if (is_offered(view, &names.v[i]) && is_capital(view, &names.v[i]))
			tell_apart(view, &names.v[i], names.v[i].first, k);
}

/* What it is assembled from is told to those who only use it. */
static bool stacks_many(const struct pf_view *view, struct pf_pitfall_score *p)
{
	struct named stack = {0};

	count_stack(view, pf_release_end(view), &stack);
	if (stack.n < STACK_MANY || (stack.n < STACK_CUT && is_cut(view)))
		return false;
	tell(view, &stack, stack.n, "technologies in the first release", p);
	return true;
}

/* What is said in any part but the trouble; answers as well, which promise as the release does. */
static void count_anywhere(const struct pf_view *view, uint32_t list, bool capital, struct named *k)
{
	struct pf_hits hits = pf_view_hits(view, list, PF_ANYWHERE);

	for (size_t i = 0; i < hits.n; i++)
		if (pf_parts_at(view->parts, hits.v[i].begin) != PF_PART_PROBLEM &&
		    (!capital || is_capital(view, &hits.v[i])))
			tell_apart(view, &hits.v[i], hits.v[i].first, k);
}

/* A page that is full of technologies and of whatever makes a thing fit for all. */
static bool is_full(const struct pf_view *view, struct pf_pitfall_score *p)
{
	struct named all = {0};
	uint32_t words = view->tokens->words;

	count_anywhere(view, PF_LIST_stack, false, &all);
	count_anywhere(view, PF_LIST_stack_names, true, &all);
	count_anywhere(view, PF_LIST_breadth, false, &all);
	if (all.n < PAGE_MANY || all.n * PAGE_ROOM < words)
		return false;
	tell(view, &all, all.n, "pieces of work on the page", p);
	return true;
}

static bool said_before(const struct pf_view *view, const struct pf_range *seen, size_t n,
			struct pf_range r)
{
	for (size_t i = 0; i < n; i++)
		if (pf_slice_equal_nocase(pf_slice_range(view->text, seen[i]),
					  pf_slice_range(view->text, r)))
			return true;
	return false;
}

/* All is built at once, and nothing is said of a smaller first step. */
static bool builds_all(const struct pf_view *view, struct pf_pitfall_score *p)
{
	struct pf_range seen[EVERYTHING];
	struct pf_hits hits = pf_view_hits(view, PF_LIST_overbuilt, PF_ANYWHERE);
	char words[40];
	size_t n = 0;

	if (pf_view_hits(view, PF_LIST_staged, PF_ANYWHERE).n)
		return false;
	for (size_t i = 0; i < hits.n && n < EVERYTHING; i++) {
		struct pf_range r = {hits.v[i].begin, hits.v[i].end};

		if (pf_parts_at(view->parts, r.begin) != PF_PART_FAQ &&
		    !said_before(view, seen, n, r))
			seen[n++] = r;
	}
	if (n < EVERYTHING)
		return false;
	p->span = seen[0];
	pf_view_words(view, p->span, words, sizeof(words));
	snprintf(p->why, sizeof(p->why), "\"%s\" and more, and no smaller first release", words);
	return true;
}

void pf_pitfall_overbuilt(const struct pf_view *view, struct pf_pitfall_score *p)
{
	p->found = builds_many(view, p) || stacks_many(view, p) || builds_all(view, p) ||
		   is_full(view, p);
}
