#include "strange.h"

#include <stdlib.h>

#include "prfaq/base/mem.h"

#include "brief.h"
#include "own.h"

#define FEW_STEMS   40u /* too few to tell a topic by */
#define FEW_TOLD    80u /* words that can tell a topic; fewer do so by chance */
#define LABEL_WORDS 1u  /* "Tier", "Baseline": a cell names what stands on any page */

/*
 * A word of the topic is likelier on a page about it, any other word off it. What a word says for
 * "off" is the logarithm of the two chances, as measured on drafts held under their own prompt (45
 * words of 100 belong to it) and under eleven others (25 of 100).
 */
#define WORD_ON  (-0.588)
#define WORD_OFF 0.310
/* Without a prompt the topic is what the release says: its own answers say 36 words of 100 from
 * there, and 19 at the least, another page's 8. */
#define WORD_ON_ALONE  (-1.32)
#define WORD_OFF_ALONE 0.27
#define GIVEN_ON       (-1.8) /* a number of the brief stands on another page by chance alone */
#define NOTHING_ON     0.4    /* of a sentence without a word of it */
#define SURE           7.5    /* of a stretch; 97 of 100 honest drafts for a prompt have none */
#define CONTRAST       2.4    /* the rest of the page names the topic so much more often */
#define SURE_ALONE     12.0 /* without a prompt a page's own beginning must tell what it is about */

/* Words that can tell a topic, and those of them that belong to this one. */
struct told {
	size_t all, on;
	size_t again;      /* neither of this topic nor said for the first time */
	size_t given;      /* numbers of the brief: who tells them speaks of it */
	bool says_nothing; /* a sentence without any of this topic */
};

static inline bool can_tell(const struct pf_view *view, uint32_t i)
{
	const struct pf_token *t = &view->tokens->v[i];

	return t->kind == PF_TOKEN_WORD && t->end - t->begin >= 3 && !pf_view_is_stop(view, i) &&
	       !view->everyday[i];
}

/* Counts the word of token i. Each different word is looked up once: `met` is by its number. */
static void tell(const struct pf_view *view, const struct pf_stems *topic, size_t i, uint8_t *met,
		 struct told *told)
{
	enum { NOT_MET, ON, OFF };
	uint8_t *known = &met[view->tokens->word[i]];

	told->again += *known == OFF;
	if (*known == NOT_MET)
		*known = pf_stems_has(topic, pf_view_stem(view, i)) ? ON : OFF;
	told->all++;
	told->on += *known == ON;
}

static size_t given(const struct pf_view *view, const struct pf_sentence *sentence)
{
	size_t n = 0;

	for (size_t q = pf_quants_at(view->quants, sentence->begin);
	     q < view->quants->n && view->quants->v[q].begin < sentence->end; q++)
		n += view->origin[q] == PF_ORIGIN_GIVEN;
	return n;
}

static struct told told_by(const struct pf_view *view, const struct pf_stems *topic, size_t s,
			   uint8_t *met)
{
	const struct pf_sentence *sentence = &view->tokens->sentences.v[s];
	struct told told = {0};

	for (uint32_t i = sentence->first; i < sentence->last; i++)
		if (can_tell(view, i))
			tell(view, topic, i, met, &told);
	told.given = given(view, sentence);
	told.says_nothing =
		!told.on && !told.given && !pf_sentence_asks(view, s) && sentence->words >= 4;
	return told;
}

static void exchange_marks(uint8_t *why, size_t first, size_t last, enum pf_padding_why from,
			   enum pf_padding_why to)
{
	for (size_t s = first; s < last; s++)
		if (why[s] == from)
			why[s] = (uint8_t)to;
}

/* The stretches of sentences that are surely off: from where doubt begins to where it is largest.
 */
static void find_stretches(const struct told *told, size_t n, bool alone, uint8_t *why)
{
	double on = alone ? WORD_ON_ALONE : WORD_ON, off = alone ? WORD_OFF_ALONE : WORD_OFF;
	double sure = alone ? SURE_ALONE : SURE;
	double sum = 0, most = 0;
	size_t first = 0, last = 0;

	for (size_t s = 0; s <= n; s++) {
		if (s < n)
			sum += (double)told[s].on * on + (double)told[s].given * GIVEN_ON +
			       (double)(told[s].all - told[s].on) * off +
			       (told[s].says_nothing ? NOTHING_ON : 0);
		if (sum > most) {
			most = sum;
			last = s + 1;
		}
		if (sum > 0 && s < n && sum > most - sure)
			continue;
		if (most >= sure) {
			exchange_marks(why, first, last, PF_PADDING_NOT, PF_PADDING_STRANGE);
			s = last - 1;
		}
		sum = most = 0;
		first = s + 1;
	}
}

/* Words of the strange stretches, and those of them that the rest of the page speaks of too. */
static struct told taken_up(const struct pf_view *view, const uint8_t *why)
{
	struct pf_stems rest = {0};
	struct told told = {0};

	for (size_t s = 0; s < view->tokens->sentences.n; s++)
		if (why[s] == PF_PADDING_NOT)
			pf_view_add_stems(view, pf_sentence_range(view, s), &rest);
	pf_stems_sort(&rest);
	for (size_t s = 0; s < view->tokens->sentences.n; s++) {
		const struct pf_sentence *sentence = &view->tokens->sentences.v[s];

		for (uint32_t i = sentence->first;
		     why[s] == PF_PADDING_STRANGE && i < sentence->last; i++) {
			if (!can_tell(view, i))
				continue;
			told.all++;
			told.on += pf_stems_has(&rest, pf_view_stem(view, i));
		}
	}
	pf_stems_release(&rest);
	return told;
}

#define TAKEN_UP 0.2 /* of a stretch's words; what was brought from elsewhere shares fewer */

/* The answers of an honest page may need words that the brief has not, and come back to its own. */
static bool belongs_here(const struct pf_view *view, const uint8_t *why)
{
	struct told told = taken_up(view, why);

	return (double)told.on > TAKEN_UP * (double)told.all;
}

/* A page that is off as a whole is not padded: another gate asks what it is about. */
static bool stand_out(const struct pf_view *view, const struct told *told, const uint8_t *why)
{
	struct told in = {0}, out = {0};

	for (size_t s = 0; s < view->tokens->sentences.n; s++) {
		struct told *to = why[s] == PF_PADDING_STRANGE ? &in : &out;

		to->all += told[s].all;
		to->on += told[s].on;
	}
	if (!in.all)
		return false;
	if (!view->context->prompt)
		return !belongs_here(view, why);
	return out.all * 9 >= in.all &&
	       (double)out.on * (double)in.all > CONTRAST * (double)in.on * (double)out.all &&
	       (out.all < 2 * in.all || !belongs_here(view, why));
}

static void take_shares(const struct told *told, size_t n, struct pf_padding *out)
{
	struct told sum = {0};

	for (size_t s = 0; s < n; s++) {
		sum.all += told[s].all;
		sum.on += told[s].on;
		sum.again += told[s].again;
	}
	if (sum.all < FEW_TOLD)
		return;
	out->belongs = (double)sum.on / (double)sum.all;
	out->harps = (double)sum.again / (double)sum.all;
}

void pf_strange_mark(const struct pf_view *view, uint8_t *why, struct pf_padding *out)
{
	size_t n = view->tokens->sentences.n;
	const struct pf_stems *topic = view->brief ? &view->brief->subject : pf_own_release(view);
	struct told *told = pf_xcalloc(n + 1, sizeof(*told));
	uint8_t *met = pf_xcalloc(view->tokens->n_words + 1, sizeof(*met));

	if (topic->n >= FEW_STEMS) {
		for (size_t s = 0; s < n; s++)
			if (view->sentence_part[s] != PF_SENTENCE_HEADING && !why[s] &&
			    view->tokens->sentences.v[s].words > LABEL_WORDS)
				told[s] = told_by(view, topic, s, met);
		if (view->context->prompt)
			take_shares(told, n, out);
		find_stretches(told, n, !view->context->prompt, why);
		if (!stand_out(view, told, why))
			exchange_marks(why, 0, n, PF_PADDING_STRANGE, PF_PADDING_NOT);
	}
	free(told);
	free(met);
}
