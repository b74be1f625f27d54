#include "ask_fit.h"

#include <string.h>

#include "prfaq/base/nearest.h"

#define PREFIX_MIN 4  /* "regulat" is an author's stem; "by" is not a beginning of "bypass" */
#define TYPO_MIN   6  /* an author's "deadline" is typed "dealine"; "date" and "data" are two */
#define WORD_ROOM  64 /* a longer word is in no question */

enum found { NOWHERE, MISTYPED, BEGINS, THERE };

static bool one_slip_away(struct pf_slice typed, const char *word)
{
	char buf[32];

	if (typed.len < TYPO_MIN - 1 || typed.len >= sizeof(buf) || strlen(word) < TYPO_MIN)
		return false;
	memcpy(buf, typed.ptr, typed.len);
	buf[typed.len] = '\0';
	return buf[0] == word[0] && pf_edit_distance(buf, word) == 1;
}

static enum found compare(const struct pf_question_word *typed, const char *word, uint32_t stem)
{
	if (typed->stem == stem)
		return THERE;
	if (strlen(word) >= PREFIX_MIN && pf_slice_starts_nocase(typed->text, word))
		return BEGINS;
	return !typed->spelt && one_slip_away(typed->text, word) ? MISTYPED : NOWHERE;
}

static bool is_word(const struct pf_question_words *q, size_t i, const char *word)
{
	return !q->v[i].mute && pf_slice_equal_nocase(q->v[i].text, pf_slice_of(word));
}

static bool set_names(const struct pf_question_words *q, const struct pf_yaml_texts *set,
		      const struct pf_question_word *typed)
{
	for (size_t i = 0; i < set->n; i++)
		if (compare(typed, set->v[i], pf_stem(q->stemmer, pf_slice_of(set->v[i]))))
			return true;
	return false;
}

/* "How do they report it" asks for the way; "how fast do they" does not, but for a set with "fast".
 */
static bool asks_way(const struct pf_question_words *q, size_t how, const struct pf_yaml_texts *set)
{
	const struct pf_question_word *next = &q->v[how + 1];

	if (how + 1 == q->n || (next->stop && !is_word(q, how + 1, "much")))
		return true;
	return is_word(q, how + 1, "exactly") || set_names(q, set, next);
}

static enum found find(const struct pf_question_words *q, const struct pf_yaml_texts *set,
		       const char *word)
{
	uint32_t stem = pf_stem(q->stemmer, pf_slice_of(word));
	enum found best = NOWHERE;

	for (size_t i = 0; i < q->n && best != THERE; i++) {
		enum found found = q->v[i].mute ? NOWHERE : compare(&q->v[i], word, stem);

		if (found > best && (!is_word(q, i, "how") || asks_way(q, i, set)))
			best = found;
	}
	return best;
}

/* An author may write "ferry pass" for two words. False at the end. */
static bool next_word(const char **words, char word[WORD_ROOM])
{
	static const char between[] = " -,.;:?'\"()";
	const char *begin = *words + strspn(*words, between);
	size_t len = strcspn(begin, between);

	*words = begin + len;
	if (len >= WORD_ROOM)
		return next_word(words, word);
	memcpy(word, begin, len);
	word[len] = '\0';
	return len > 0;
}

static bool fit_set(const struct pf_question_words *q, const struct pf_yaml_texts *set,
		    struct pf_ask_fit *fit)
{
	char word[WORD_ROOM];

	*fit = (struct pf_ask_fit){0};
	for (size_t i = 0; i < set->n; i++)
		for (const char *rest = set->v[i]; next_word(&rest, word);) {
			enum found found = find(q, set, word);

			if (found == NOWHERE)
				return false;
			fit->slips += found == MISTYPED;
			fit->words += found > MISTYPED;
			fit->content += found > MISTYPED && !pf_is_stop_word(pf_slice_of(word));
		}
	return pf_ask_fits(*fit);
}

bool pf_ask_fit_less(struct pf_ask_fit a, struct pf_ask_fit b)
{
	if (a.words != b.words)
		return a.words < b.words;
	return a.content != b.content ? a.content < b.content : a.slips < b.slips;
}

static enum found speaks_of(const struct pf_question_words *q, const struct pf_question_word *typed,
			    const char *text)
{
	char word[WORD_ROOM];
	enum found best = NOWHERE, found;

	while (best != THERE && next_word(&text, word))
		if ((found = compare(typed, word, pf_stem(q->stemmer, pf_slice_of(word)))) > best)
			best = found;
	return best;
}

static enum found tells_of(const struct pf_prompt_fact *fact, const struct pf_question_words *q,
			   const struct pf_question_word *typed)
{
	enum found best = speaks_of(q, typed, fact->say), found;

	for (size_t i = 0; best != THERE && i < fact->try.n; i++)
		if ((found = speaks_of(q, typed, fact->try.v[i])) > best)
			best = found;
	for (size_t s = 0; s < fact->ask.n; s++)
		for (size_t i = 0; best != THERE && i < fact->ask.v[s].n; i++)
			if ((found = speaks_of(q, typed, fact->ask.v[s].v[i])) > best)
				best = found;
	return best;
}

bool pf_fact_tells_of(const struct pf_prompt_fact *fact, const struct pf_question_words *q,
		      const struct pf_question_word *typed)
{
	return tells_of(fact, q, typed) != NOWHERE;
}

void pf_question_spell(struct pf_question_words *q, const struct pf_prompt *prompt)
{
	for (size_t i = 0; i < q->n; i++) {
		struct pf_question_word *word = &q->v[i];

		word->spelt = word->stop || speaks_of(q, word, prompt->prompt) == THERE;
		for (size_t k = 0; !word->spelt && k < prompt->facts.n; k++)
			word->spelt = tells_of(&prompt->facts.v[k], q, word) == THERE;
	}
}

/* A word with a meaning that the fact is silent about. */
static bool asks_more(const struct pf_question_words *q, const struct pf_prompt_fact *fact)
{
	for (size_t i = 0; i < q->n; i++)
		if (pf_question_means(&q->v[i]) && !pf_fact_tells_of(fact, q, &q->v[i]))
			return true;
	return false;
}

static bool set_has(const struct pf_yaml_texts *set, const char *word)
{
	for (size_t i = 0; i < set->n; i++)
		if (strcmp(set->v[i], word) == 0)
			return true;
	return false;
}

/* "How many caseworkers": the topic alone promises no number of them. */
static bool counts_topic(const struct pf_question_words *q, const struct pf_yaml_texts *set)
{
	uint32_t stem = pf_stem(q->stemmer, pf_slice_of(set->v[0]));

	for (size_t i = 1; i < q->n; i++)
		if (is_word(q, i - 1, "many") && compare(&q->v[i], set->v[0], stem) != NOWHERE)
			return true;
	return false;
}

/* Nor does it promise a cause, nor how often. */
static bool wants_more(const struct pf_question_words *q)
{
	for (size_t i = 0; i < q->n; i++)
		if (is_word(q, i, "why") || is_word(q, i, "often"))
			return true;
	return false;
}

static bool is_sure(const struct pf_question_words *q, const struct pf_prompt_fact *fact,
		    const struct pf_yaml_texts *set, struct pf_ask_fit fit)
{
	bool topic = fit.words == 1 && set->n == 1;

	if (topic && counts_topic(q, set))
		return false;
	if ((topic && wants_more(q)) || fit.slips || set_has(set, "many") ||
	    (fit.content == 0 && set_has(set, "who")))
		return !asks_more(q, fact);
	return true;
}

struct pf_ask_fit pf_ask_fit_of(const struct pf_question_words *q,
				const struct pf_prompt_fact *fact)
{
	struct pf_ask_fit best = {0}, fit;
	const struct pf_yaml_texts *set = NULL;

	for (size_t s = 0; s < fact->ask.n; s++)
		if (fit_set(q, &fact->ask.v[s], &fit) && pf_ask_fit_less(best, fit)) {
			best = fit;
			set = &fact->ask.v[s];
		}
	best.sure = set && is_sure(q, fact, set, best);
	return best;
}
