/* What is promised is built; what a question or a problem names may be refused. So a cue counts
 * where the page promises, unless the words before it deny it. */
#include "trap.h"

#include <stdlib.h>
#include <string.h>

#include "prfaq/base/mem.h"

#include "coverage.h"
#include "draft/answers.h"
#include "draft/brief.h"
#include "draft/words.h"

#define PAGES         2000 /* sentences: what a book builds is said on its first pages */
#define CUES_MOST     64
#define CUE_WITHIN    8 /* words that hold the words of a cue, in any order */
#define TOPIC_TOKENS  8 /* of a sentence that names a topic and says nothing of it */
#define DENIED_WITHIN 6 /* words between "no" or "instead of" and the thing denied */

/* Places where the invited solution is named: tokens [first, last] of a sentence. */
struct named {
	struct {
		uint32_t first, last;
		size_t sentence;
	} v[CUES_MOST];
	size_t n;
};

static void add(struct named *named, size_t sentence, uint32_t first, uint32_t last)
{
	if (named->n == CUES_MOST)
		return;
	named->v[named->n].sentence = sentence;
	named->v[named->n].first = first;
	named->v[named->n++].last = last;
}

/* "Book a slot" stands in "drivers book their own slot" too: all words of the cue, in any order,
 * among the few from token `at` on. *last is the one that completes it. */
static bool near_words(const struct pf_view *view, const struct pf_stems *cue, uint32_t at,
		       uint32_t end, uint32_t *last)
{
	uint32_t got = 0, all = (uint32_t)((UINT64_C(1) << cue->n) - 1);

	for (uint32_t i = at; i < end && i - at < CUE_WITHIN; i++) {
		uint32_t stem;

		if (view->tokens->v[i].kind != PF_TOKEN_WORD)
			continue;
		stem = pf_view_stem(view, i);
		for (size_t k = 0; k < cue->n; k++)
			if (cue->v[k] == stem)
				got |= UINT32_C(1) << k;
		*last = i;
		if (!got || got == all)
			break;
	}
	return got == all;
}

/* "Leak Alert uses the smart meter" is no "smart alert": read backwards, the cue's first word tells
 * of what stands behind it. "Reminders by text message" are text reminders. */
static bool tells_of_another(const struct pf_view *view, const struct pf_brief_cue *cue,
			     uint32_t last)
{
	static const char *const of[] = {"the", "a", "an", "its", "our", "your", NULL};
	const struct pf_token *next = &view->tokens->v[last + 1];

	if (last + 1 >= view->tokens->n || !last || !pf_token_among(view, last - 1, of) ||
	    next->kind != PF_TOKEN_WORD || next->flags & (PF_TOKEN_SENTENCE | PF_TOKEN_BLOCK) ||
	    pf_view_is_stop(view, last + 1))
		return false;
	return cue->first && cue->first == pf_view_stem(view, last);
}

/* Tokens at which a cue may begin: its words, and the signs before them. */
struct begins {
	uint32_t *v;
	size_t n;
};

static struct begins begins_new(const struct pf_view *view)
{
	const struct pf_tokens *tokens = view->tokens;
	uint32_t end = tokens->sentences.n < PAGES ? (uint32_t)tokens->n
						   : tokens->sentences.v[PAGES - 1].last;
	struct begins begins = {pf_xmalloc((end + 1) * sizeof(*begins.v)), 0};
	size_t signs = 0; /* before this token, with no word between */

	for (uint32_t i = 0; i < end; i++) {
		begins.v[begins.n + signs++] = i;
		if (tokens->v[i].kind != PF_TOKEN_WORD)
			continue;
		if (pf_stems_has(&view->brief->trap, pf_view_stem(view, i)))
			begins.n += signs;
		signs = 0;
	}
	return begins;
}

static void find_words(const struct pf_view *view, const struct pf_brief_cue *cue,
		       const struct begins *begins, struct named *named)
{
	const struct pf_stems *words = &cue->words;
	size_t found = SIZE_MAX;

	/* A cue of one content word is found by its phrase. */
	for (size_t k = 0; words->n > 1 && words->n < 32 && k < begins->n; k++) {
		uint32_t i = begins->v[k], last = 0;
		size_t s = pf_sentence_of(view->tokens, i);

		if (s == found ||
		    !near_words(view, words, i, view->tokens->sentences.v[s].last, &last) ||
		    tells_of_another(view, cue, last))
			continue;
		add(named, s, i, last);
		found = s;
	}
}

static void find_named(const struct pf_view *view, struct named *named)
{
	struct pf_hits hits = pf_view_context_hits(view, PF_CONTEXT_TRAP, PF_ANYWHERE);
	struct begins begins;

	for (size_t i = 0; i < hits.n; i++)
		add(named, pf_sentence_of(view->tokens, hits.v[i].first), hits.v[i].first,
		    hits.v[i].last - 1);
	if (!view->brief || !view->brief->n_cues)
		return;
	begins = begins_new(view);
	for (size_t i = 0; i < view->brief->n_cues; i++)
		find_words(view, &view->brief->cues[i], &begins, named);
	free(begins.v);
}

static bool promises(uint8_t part)
{
	return part != PF_PART_PROBLEM && part != PF_PART_FAQ && part != PF_PART_METRICS &&
	       part != PF_PART_QUOTE_COMPANY && part != PF_PART_QUOTE_CUSTOMER &&
	       part != PF_PART_APPENDIX && part != PF_SENTENCE_HEADING;
}

/* "The board asked for a screen": somebody wants it, and the page has promised nothing yet. */
static bool wanted(const struct pf_view *view, uint32_t first, struct pf_range sentence)
{
	static const char *const wants[] = {"asked",     "asks",      "wants",    "wanted",
					    "requested", "suggested", "suggests", NULL};

	return pf_tokens_any(view, pf_tokens_at(view->tokens, sentence.begin), first, wants);
}

/* "Booked slots stay as they are", "the existing upload page is retained": what is there is left
 * alone. "The app can't open these bookings": it is there, and no help. */
static bool left_alone(const struct pf_view *view, uint32_t last)
{
	static const char *const stays[] = {"stay",     "stays",     "remain", "remains",
					    "retained", "unchanged", "can't",  "cannot",
					    "couldn't", "failed",    "fails",  NULL};

	return pf_tokens_any(view, last + 1, last + 3 < view->tokens->n ? last + 3 : last + 1,
			     stays);
}

/* "We leave out the app", "a tablet menu for guests is not in the first version": left out in words
 * that stand right before the thing or right after it. */
static bool left_out(const struct pf_view *view, uint32_t first, uint32_t last,
		     struct pf_range sentence)
{
	static const char *const nots[] = {"not", "isn't", "aren't", NULL};
	static const char *const ins[] = {"in",      "part",  "among",   "included",
					  "offered", "built", "planned", NULL};
	static const char *const leave[] = {"leave", "leaves", "left", "leaving", NULL};
	uint32_t begin = pf_tokens_at(view->tokens, sentence.begin);
	uint32_t end = pf_tokens_at(view->tokens, sentence.end);
	uint32_t from = first > begin + DENIED_WITHIN ? first - DENIED_WITHIN : begin;
	uint32_t to = last + DENIED_WITHIN < end ? last + DENIED_WITHIN : end;

	for (uint32_t i = from; i < to && i + 1 < view->tokens->n; i++) {
		if (pf_token_among(view, i, leave) && PF_TOKEN_IS(view, i + 1, "out"))
			return true;
		if (i <= last)
			continue;
		if (PF_TOKEN_IS(view, i, "scope") && i > last + 2 &&
		    PF_TOKEN_IS(view, i - 2, "out"))
			return true;
		if (pf_token_among(view, i, nots) && pf_token_among(view, i + 1, ins))
			return true;
	}
	return false;
}

/* "Not included: nursing homes, ward screens": the denial opens a list. */
static bool opens_list(const struct pf_view *view, uint32_t no, uint32_t first)
{
	for (uint32_t i = no; i < first && i < no + 4; i++)
		if (view->tokens->v[i].sign == ':')
			return true;
	return false;
}

/* "No app" and "drivers won't install an app": a denial before the thing, or within its words. */
static bool denied(const struct pf_view *view, uint32_t first, uint32_t last,
		   struct pf_range sentence)
{
	struct pf_hits no = pf_view_hits(view, PF_LIST_denials, sentence);

	for (size_t i = 0; i < no.n; i++)
		if (no.v[i].first < last && (no.v[i].first + DENIED_WITHIN >= first ||
					     opens_list(view, no.v[i].first, first)))
			return true;
	return false;
}

/* "Stronger warnings everywhere. We paid for that, and losses did not move.": named as a topic, and
 * denied by what is said of it. */
static bool denied_topic(const struct pf_view *view, size_t s)
{
	const struct pf_tokens *tokens = view->tokens;
	struct pf_range next;

	if (s + 1 >= tokens->sentences.n ||
	    tokens->sentences.v[s].last - tokens->sentences.v[s].first > TOPIC_TOKENS)
		return false;
	next = pf_sentence_range(view, s + 1);
	return pf_view_hits(view, PF_LIST_denials, next).n && pf_answer_grounds(view, next) > 0.5;
}

/* "Why not the app?", and an answer that gives a ground for it. */
static bool refused_in_answer(const struct pf_view *view, uint32_t off, struct pf_range *at)
{
	const struct pf_pair *pair = pf_answer_at(view, off);

	if (!pair || off >= pair->question.end || pf_range_empty(pair->answer) ||
	    pf_answer_grounds(view, pair->answer) < 0.5)
		return false;
	*at = pair->answer;
	return true;
}

/* "I would not build the app. 78 % have a slot already": a denial with its ground beside it. */
static bool refused_here(const struct pf_view *view, size_t sentence, struct pf_range *at)
{
	struct pf_range range = pf_sentence_range(view, sentence);

	if (sentence + 1 < view->tokens->sentences.n)
		range.end = pf_sentence_range(view, sentence + 1).end;
	*at = range;
	return pf_answer_grounds(view, range) > 0.5;
}

/* Is it refused where it is named: *at is where, with the ground. */
static bool refused(const struct pf_view *view, size_t sentence, uint32_t off, bool denied,
		    struct pf_range *at)
{
	return denied ? refused_here(view, sentence, at) : refused_in_answer(view, off, at);
}

static struct pf_trap_found find_trap(const struct pf_view *view)
{
	struct pf_trap_found found = {0};
	struct named named = {.n = 0};
	struct pf_hits seen = pf_view_context_hits(view, PF_CONTEXT_TRAP_SEEN, PF_ANYWHERE);
	struct pf_range why = {0, 0};
	bool no_thanks = false, built = false;

	find_named(view, &named);
	for (size_t i = 0; i < named.n; i++) {
		size_t s = named.v[i].sentence;
		uint32_t begin = view->tokens->v[named.v[i].first].begin;
		struct pf_range sentence = pf_sentence_range(view, s);
		bool no = denied(view, named.v[i].first, named.v[i].last, sentence) ||
			  wanted(view, named.v[i].first, sentence) ||
			  left_out(view, named.v[i].first, named.v[i].last, sentence) ||
			  left_alone(view, named.v[i].last) || denied_topic(view, s);

		no_thanks = no_thanks || refused(view, s, begin, no, &why);
		if (no || !promises(view->sentence_part[s]) ||
		    pf_view_context_hits(view, PF_CONTEXT_TRAP_SEEN, sentence).n)
			continue;
		built |= view->sentence_part[s] == PF_PART_SOLUTION;
		found.taken = true;
		found.taken_at = (struct pf_range){begin, view->tokens->v[named.v[i].last].end};
	}
	/* Who says why not tells of it elsewhere as of something that is there already. */
	found.taken &= built || !no_thanks;
	found.seen = no_thanks || seen.n;
	found.seen_at =
		no_thanks || !seen.n ? why : (struct pf_range){seen.v[0].begin, seen.v[0].end};
	return found;
}

struct pf_trap_found pf_trap_find(const struct pf_view *view)
{
	if (!view->trap->known) {
		*view->trap = find_trap(view);
		view->trap->known = true;
	}
	return *view->trap;
}

/* Who never names the invited solution has walked around it, perhaps by luck. */
#define TRAP_UNSEEN 0.4

void pf_cover_trap(const struct pf_view *view, struct pf_judgement *j)
{
	const struct pf_check_prompt *p = view->context->prompt;
	struct pf_trap_found found = pf_trap_find(view);
	struct pf_range at = pf_part_place(view, PF_PART_SOLUTION);
	char words[80];

	if (!p->trap_cues.n) {
		pf_judge_skip(j, "the brief has no trap");
		return;
	}
	if (found.taken) {
		pf_view_words(view, found.taken_at, words, sizeof(words));
		pf_judge_credit(j, 0, found.taken_at, "it builds what the brief invites: \"%s\"",
				words);
		pf_cover_miss(j, found.taken_at, words, p->trap_text ? p->trap_text : "", 0);
	} else if (found.seen) {
		pf_judge_pass(j, found.seen_at,
			      "the page does not build what the brief invites, and tells why");
	} else {
		pf_judge_credit(j, TRAP_UNSEEN, at,
				"the page does not build what the brief invites, nor say why not");
		pf_judge_next(j, "name the obvious solution and the fact against it");
		pf_cover_miss(j, at, "The obvious solution",
			      "the page neither builds it nor says why not", 0);
	}
}
