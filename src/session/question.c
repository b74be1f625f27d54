#include "question.h"

#include <stdlib.h>
#include <string.h>

#include "prfaq/base/mem.h"

#define LIST_END NULL

/* Words that open a question, also after "and". */
static const char *const openers[] = {"what",  "who",  "whom",   "when", "where", "why",   "how",
				      "which", "is",   "are",    "do",   "does",  "did",   "can",
				      "could", "will", "should", "has",  "have",  LIST_END};
/* "should we <make>" proposes; "should we expect" asks. */
static const char *const makes[] = {"build",    "add",       "create",    "introduce",
				    "develop",  "design",    "implement", "offer",
				    "automate", "integrate", LIST_END};
static const char *const modals[] = {"should", "could", "can", "shall", "may", "might", LIST_END};
/* Sequences that say "here is my solution" whatever follows. */
static const char *const open_proposals[][4] = {
	{"what", "if", "we", LIST_END},         {"what", "if", "i", LIST_END},
	{"how", "about", "a", LIST_END},        {"how", "about", "an", LIST_END},
	{"how", "about", "we", LIST_END},       {"how", "about", "adding", LIST_END},
	{"how", "about", "building", LIST_END}, {"i", "would", "build", LIST_END},
	{"i", "propose", LIST_END, LIST_END},   {"i", "suggest", LIST_END, LIST_END},
	{"my", "solution", "is", LIST_END},     {"my", "idea", "is", LIST_END},
	{"let's", "build", LIST_END, LIST_END}, {"we", "could", "build", LIST_END},
};

static bool word_is(const struct pf_question_words *q, size_t i, const char *word)
{
	return i < q->n && pf_slice_equal_nocase(q->v[i].text, pf_slice_of(word));
}

static bool word_in(const struct pf_question_words *q, size_t i, const char *const *list)
{
	for (; *list != LIST_END; list++)
		if (word_is(q, i, *list))
			return true;
	return false;
}

static enum pf_proposes proposes(const struct pf_question_words *q)
{
	enum pf_proposes found = PF_PROPOSES_NOT;

	for (size_t i = 0; i < q->n; i++) {
		for (size_t p = 0; p < sizeof(open_proposals) / sizeof(open_proposals[0]); p++) {
			size_t k = 0;

			while (k < 4 && open_proposals[p][k] != LIST_END &&
			       word_is(q, i + k, open_proposals[p][k]))
				k++;
			if (k == 4 || open_proposals[p][k] == LIST_END)
				return PF_PROPOSES_OPENLY;
		}
		if ((word_is(q, i, "i") && word_is(q, i + 1, "think")) ||
		    (word_is(q, i, "we") && word_is(q, i + 1, "should")))
			found = PF_PROPOSES_MAYBE;
		if (word_in(q, i, modals) && (word_is(q, i + 1, "we") || word_is(q, i + 1, "i")) &&
		    word_in(q, i + 2, makes))
			found = PF_PROPOSES_MAYBE;
	}
	return found;
}

/* Does a question open here, "what" or "by when"? */
static bool opens(const struct pf_question_words *q, size_t i)
{
	static const char *const before[] = {"by", "for", "from",  "to",
					     "in", "on",  "until", LIST_END};

	return word_in(q, i, openers) || (word_in(q, i, before) && word_in(q, i + 1, openers));
}

/* A further question begins behind "?" and at "and" or "or" before words that open one. */
static void find_parts(struct pf_question_words *q)
{
	for (size_t i = 1; i < q->n && q->n_parts < PF_QUESTION_PARTS; i++) {
		const char *gap = q->v[i - 1].text.ptr + q->v[i - 1].text.len;
		size_t len = (size_t)(q->v[i].text.ptr - gap);
		bool joined = (word_is(q, i - 1, "and") || word_is(q, i - 1, "or")) &&
			      opens(q, i) && i >= 3;

		if (joined || memchr(gap, '?', len))
			q->parts[q->n_parts++] = i;
	}
}

/* Of the asker, not of the question: "I'm trying to understand", "I'd like to know". */
static const char *const asides[] = {
	"am",   "was",    "would", "just",    "really",     "also", "be",      "trying", "to",
	"like", "love",   "guess", "wonder",  "wondering",  "mean", "curious", "think",  "thinking",
	"know", "wanted", "hear",  "learn",   "understand", "see",  "figure",  "out",    "dig",
	"into", "ask",    "sure",  "clarify", "interested", "in",   LIST_END};
static const char *const asker[] = {"i", "i'm", "i'd", "i've", LIST_END};
static const char *const helpers[] = {"do",    "did",  "can",   "could", "may",  "might", "should",
				      "shall", "will", "would", "am",    "have", LIST_END};
static const char *const persons[] = {"people",  "those",  "someone", "somebody", "anyone",
				      "anybody", "person", "one",     "ones",     LIST_END};
/* They greet, or count or date what stands beside them. */
static const char *const fillers[] = {
	"many",    "long",    "today",     "now",     "currently", "exactly", "actually",
	"roughly", "usually", "typically", "average", "total",     "time",    "times",
	"day",     "week",    "month",     "year",    "every",     "across",  "get",
	"gets",    "take",    "takes",     "come",    "like",      "need",    "hit",
	"handle",  "talking", "talk",      "ok",      "first",     "tell",    "place",
	"solving", "solve",   "project",   "know",    "today's",   LIST_END};

/* "People who", "drivers who", but not "Thanks, who". */
static bool follows_persons(const struct pf_question_words *q, size_t i)
{
	struct pf_slice word = i ? q->v[i - 1].text : PF_SLICE("");

	if (word.len < 3 || word.ptr + word.len + 1 != q->v[i].text.ptr)
		return false;
	return word_in(q, i - 1, persons) || (!q->v[i - 1].stop && word.ptr[word.len - 1] == 's' &&
					      word.ptr[word.len - 2] != 's');
}

/* "What about the law" asks for the law and not what it is; "people who watch" not who they are. */
static void mute(struct pf_question_words *q)
{
	for (size_t i = 0; i < q->n; i++) {
		if (word_is(q, i, "what") || word_is(q, i, "how"))
			q->v[i].mute = word_is(q, i + 1, "about");
		if (word_is(q, i, "who"))
			q->v[i].mute = follows_persons(q, i);
		if (word_in(q, i, asker) && (i == 0 || !word_in(q, i - 1, helpers)))
			for (; word_in(q, i + 1, asides); i++)
				q->v[i + 1].mute = true;
	}
}

static bool is_filler(const struct pf_question_words *q, size_t i, const struct pf_prompt *prompt)
{
	const struct pf_yaml_texts *customer = &prompt->lexicon.customer;

	for (size_t k = 0; k < customer->n; k++)
		if (word_is(q, i, customer->v[k]))
			return true;
	return word_in(q, i, fillers);
}

void pf_question_read(struct pf_question_words *out, const struct pf_prompt *prompt,
		      struct pf_slice question)
{
	struct pf_tokens tokens = {0};

	memset(out, 0, sizeof(*out));
	out->stemmer = pf_stemmer_new();
	pf_tokens_scan(&tokens, question, NULL, 0, NULL, 0);
	for (size_t i = 0; i < tokens.n && out->n < PF_QUESTION_WORDS; i++) {
		struct pf_slice word = pf_slice_cut(question, tokens.v[i].begin, tokens.v[i].end);

		if (tokens.v[i].kind == PF_TOKEN_SIGN)
			continue;
		*PF_PUSH(out) = (struct pf_question_word){.text = word,
							  .stem = pf_stem(out->stemmer, word),
							  .stop = pf_is_stop_word(word)};
		out->v[out->n - 1].filler = is_filler(out, out->n - 1, prompt);
	}
	pf_tokens_release(&tokens);
	out->proposes = proposes(out);
	find_parts(out);
	mute(out);
}

bool pf_question_counts(const struct pf_question_words *words)
{
	for (size_t i = 1; i < words->n; i++)
		if (word_is(words, i - 1, "how") && word_is(words, i, "many"))
			return true;
	return false;
}

void pf_question_release(struct pf_question_words *words)
{
	free(words->v);
	pf_stemmer_free(words->stemmer);
	memset(words, 0, sizeof(*words));
}
