/* More than the need asks for: many kinds of thing at once, or many pieces of work. */
#include "pitfalls.h"

#include <stdio.h>
#include <string.h>

#include "draft/deed_words.h"
#include "draft/quants.h"
#include "draft/words.h"

#define KINDS_MANY  5u  /* of thing in an offer told in sentences */
#define KINDS_LIST  4u  /* in one told as a list */
#define LIST_SHORT  3u  /* items that make it one */
#define KIND_ROOM   15u /* words for each with each: a longer page may speak of more in passing */
#define PIECES_MANY 6u  /* of work in a release: technologies, and what makes it fit for all */
#define CUT         2u  /* more of either may be named where it is said what is left out */
#define KINDS_KEPT  32u /* that are told apart; no page needs so many to be found out */

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

#define NO_NEAR 4u /* tokens: "no data lake", "without yet another portal" */

/* Told of the offer, and not denied. */
static bool is_offered(const struct pf_view *view, const struct pf_phrase_hit *hit)
{
	size_t sentence = pf_sentence_of(view->tokens, hit->first);
	struct pf_deed_run before = {view->tokens->sentences.v[sentence].first, hit->first};

	if (before.last - before.first > NO_NEAR)
		before.first = before.last - NO_NEAR;
	return is_offer(view->sentence_part[sentence]) && !pf_deed_has(view, before, PF_WORD_NO);
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

	return pf_token_among(view, hit->last, people);
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
	if (n < (room.items < LIST_SHORT ? KINDS_MANY : KINDS_LIST) + (is_cut(view) ? CUT : 0) ||
	    room.words > n * n * KIND_ROOM)
		return false;
	tell(view, &kinds, n, "kinds of thing for one need", p);
	return true;
}

/* "Lambda", but no "lambda": one of the words that are names only with a capital. */
static bool is_capital(const struct pf_view *view, const struct pf_phrase_hit *hit)
{
	return view->tokens->v[hit->first].flags & PF_TOKEN_CAPITAL;
}

#define COUNTED_FEW  5.0  /* "three modules" tell how it is made, "nine" what it costs */
#define COUNTED_MOST 40.0 /* so many are looked at, and not built */

/* "Nine core skills": who counts the parts of what he offers builds so many. */
static bool counts_parts(const struct pf_view *view, const struct pf_quant *q)
{
	static const char *const parts[] = {"skills",      "agents",     "modules",    "engines",
					    "layers",      "adapters",   "mechanisms", "components",
					    "specialists", "dashboards", NULL};

	return q->base == PF_QUANT_NUMBER && q->value >= COUNTED_FEW && q->value <= COUNTED_MOST &&
	       !pf_range_empty(q->of) &&
	       pf_token_among(view, pf_tokens_at(view->tokens, q->of.end) - 1, parts) &&
	       is_offer(view->sentence_part[pf_quant_sentence(view, q)]);
}

/* The number by which the offer counts most of its parts, or NULL. */
static const struct pf_quant *most_parts(const struct pf_view *view, uint32_t end)
{
	const struct pf_quant *most = NULL;

	for (size_t i = 0; i < view->quants->n && view->quants->v[i].begin < end; i++) {
		const struct pf_quant *q = &view->quants->v[i];

		if (counts_parts(view, q) && (!most || q->value > most->value))
			most = q;
	}
	return most;
}

static void count_pieces(const struct pf_view *view, uint32_t end, struct named *k)
{
	static const struct {
		uint32_t list;
		bool capital;
	} lists[] = {{PF_LIST_stack, false},
		     {PF_LIST_stack_names, true},
		     {PF_LIST_breadth, false},
		     {PF_LIST_overbuilt, false}};

	for (size_t l = 0; l < sizeof(lists) / sizeof(*lists); l++) {
		struct pf_hits hits = pf_view_hits(view, lists[l].list, (struct pf_range){0, end});

		for (size_t i = 0; i < hits.n; i++)
			if (is_offered(view, &hits.v[i]) &&
			    (!lists[l].capital || is_capital(view, &hits.v[i])))
				tell_apart(view, &hits.v[i], hits.v[i].first, k);
	}
}

/* What it is assembled from, what makes it fit for all, and its parts as far as they are counted.
 */
static bool takes_many(const struct pf_view *view, struct pf_pitfall_score *p)
{
	struct named pieces = {0};
	uint32_t end = pf_release_end(view), most = PIECES_MANY + (is_cut(view) ? CUT : 0);
	const struct pf_quant *parts = most_parts(view, end);

	count_pieces(view, end, &pieces);
	if (pieces.n >= most) {
		tell(view, &pieces, pieces.n, "pieces of work in the first release", p);
		return true;
	}
	if (!parts || pieces.n + parts->value < most)
		return false;
	p->span = (struct pf_range){parts->begin, parts->of.end};
	snprintf(p->why, sizeof(p->why),
		 "%.0f parts and %u more pieces of work in the first release", parts->value,
		 pieces.n);
	return true;
}

void pf_pitfall_overbuilt(const struct pf_view *view, struct pf_pitfall_score *p)
{
	p->found = builds_many(view, p) || takes_many(view, p);
}
