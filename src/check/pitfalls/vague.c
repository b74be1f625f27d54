/* Numbers that are vague: a page that claims more than it counts, or promises without an amount. */
#include "pitfalls.h"

#include <stdio.h>

#include "draft/quants.h"

#define SIZEABLE 100 /* "three outbreaks", "15 tabs": so few of anything say nothing of a gain */

static bool is_trifle(const struct pf_quant *q)
{
	return q->base == PF_QUANT_NUMBER && q->value < SIZEABLE && q->dir == PF_DIR_NONE &&
	       q->role != PF_ROLE_DELTA && q->role != PF_ROLE_RATE && q->role != PF_ROLE_DEADLINE;
}

#define CHANGE_WEIGHT 3u /* claims that one number which says what changes makes up for */

/* What a page counts, and what it only claims. */
struct tally {
	size_t claims;    /* sentences without a number */
	size_t outcomes;  /* numbers */
	size_t weight;    /* of claims they make up for */
	size_t sentences; /* that hold them */
	bool told;        /* one of those is the release's own, and no quotation */
};

static bool count_outcomes(const struct pf_view *view, size_t sentence, uint8_t part,
			   struct tally *t)
{
	const struct pf_quant_sentence *s = &view->quants->sentences.v[sentence];
	size_t before = t->outcomes;
	bool any = false;

	for (size_t i = s->first; i < s->first + s->n; i++) {
		if (!pf_is_outcome(view, i))
			continue;
		any = true;
		if (is_trifle(&view->quants->v[i]))
			continue;
		t->outcomes++;
		t->weight += pf_is_change(&view->quants->v[i]) ? CHANGE_WEIGHT : 1;
	}
	if (t->outcomes > before) {
		t->sentences++;
		t->told = t->told || !(part == PF_PART_QUOTE_COMPANY ||
				       part == PF_PART_QUOTE_CUSTOMER || part == PF_PART_OTHER);
	}
	return any;
}

/* "Some just gave up", "most tools", "a few words": how people speak, and no claim. */
static bool is_loose_talk(struct pf_slice word)
{
	static const char *const words[] = {"some", "most", "few", "often"};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (pf_slice_equal_nocase(word, pf_slice_of(words[i])))
			return true;
	return false;
}

/* A claim of "better" or "many" in a sentence without a number; its place. */
static bool claims(const struct pf_view *view, size_t sentence, struct pf_range *at)
{
	static const uint32_t lists[] = {PF_LIST_compare, PF_LIST_vague, PF_LIST_ease,
					 PF_LIST_hype};
	struct pf_range whole = pf_sentence_range(view, sentence);
	bool found = false;

	for (size_t i = 0; i < sizeof(lists) / sizeof(*lists); i++) {
		struct pf_hits hits = pf_view_hits(view, lists[i], whole);

		for (size_t k = 0; k < hits.n; k++) {
			struct pf_range hit = {hits.v[k].begin, hits.v[k].end};

			if (is_loose_talk(pf_slice_range(view->text, hit)) ||
			    (found && hit.begin >= at->begin))
				continue;
			*at = hit;
			found = true;
		}
	}
	return found;
}

/* What the release and what stands above the questions counts and claims; *first: the first claim.
 */
static struct tally count(const struct pf_view *view, struct pf_range *first)
{
	struct tally t = {0};
	bool asked = false;
	struct pf_range at;

	for (size_t s = 0; s < view->tokens->sentences.n; s++) {
		uint8_t part = view->sentence_part[s];

		asked = asked || part == PF_PART_FAQ;
		/* "Why it will win" is a part of no name; behind the questions stand plans. */
		if (part == PF_SENTENCE_HEADING ||
		    (!pf_is_release((enum pf_part_id)part) && (part != PF_PART_OTHER || asked)))
			continue;
		if (!count_outcomes(view, s, part, &t) && claims(view, s, &at) && !t.claims++)
			*first = at;
	}
	return t;
}

/* More is claimed than counted, or nothing is counted at all: one number on all the page, or one in
 * what someone said, is as good as none. */
static bool counts_little(const struct tally *t)
{
	return t->outcomes < 2 || (!t->told && t->sentences < 2) ||
	       (t->claims >= 2 && t->claims > t->weight);
}

#define PROMISE_ROOM 1000u /* words of a page and its questions; in a book one is a slip */

void pf_pitfall_vague(const struct pf_view *view, struct pf_pitfall_score *p)
{
	struct tally t;
	char words[40];

	p->span = pf_view_opening(view);
	t = count(view, &p->span);
	if (counts_little(&t)) {
		p->found = true;
		if (!t.claims) {
			snprintf(p->why, sizeof(p->why), "%s number says what is gained",
				 t.outcomes ? "a single" : "no");
			return;
		}
		pf_view_words(view, p->span, words, sizeof(words));
		snprintf(p->why, sizeof(p->why), "\"%s\" and %zu more claims, %zu numbers", words,
			 t.claims - 1, t.outcomes);
		return;
	}
	p->found = pf_promises_count(view, &p->span) * PROMISE_ROOM >= view->tokens->words;
	if (!p->found)
		return;
	pf_view_words(view, p->span, words, sizeof(words));
	snprintf(p->why, sizeof(p->why), "\"%s\", and no amount", words);
}
