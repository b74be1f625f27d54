#include "sentence.h"

#include "prfaq/base/mem.h"

enum { WORD_ROOM = 8 }; /* a word of fewer bytes is known by its head */

/* A point after these ends no sentence, whatever follows. */
static const char never_end[][WORD_ROOM] = {
	"mr",     "mrs", "ms", "dr", "prof", "st",  "vs",
	"approx", "fig", "cf", "eq", "ca",   "rev", "gen",
};

/* A point after these ends a sentence only before a capitalised word. */
static const char may_end[][WORD_ROOM] = {
	"inc", "ltd",  "co",  "corp", "jr",  "sr",  "etc", "dept", "est", "min",
	"max", "avg",  "al",  "jan",  "feb", "mar", "apr", "jun",  "jul", "aug",
	"sep", "sept", "oct", "nov",  "dec", "no",  "hrs", "hr",   "sec", "yr",
	"mo",  "pp",   "mon", "tue",  "wed", "thu", "fri", "sat",  "sun",
};

/* Words that begin a sentence far more often than they follow an initial. */
static const char starters[][WORD_ROOM] = {
	"the", "a",     "an",   "it",  "we", "he",   "she", "they", "this", "that", "these",
	"in",  "on",    "at",   "for", "if", "when", "but", "and",  "so",   "our",  "your",
	"you", "there", "with", "by",  "to", "what", "how", "why",  "no",   "yes",  "as",
};

#define IN(t, words) in_words(t, words, sizeof(words) / sizeof(*(words)))

static inline bool in_words(const struct pf_token *t, const char (*words)[WORD_ROOM], size_t n)
{
	/* Unrolled, the words are constants of the code. */
#pragma GCC unroll 64
	for (size_t i = 0; i < n; i++)
		if (t->head == pf_eight(words[i]))
			return true;
	return false;
}

static bool is_spaced(const struct pf_token *t)
{
	return t->flags & PF_TOKEN_SPACED;
}

static bool is_terminal(struct pf_slice text, const struct pf_token *t)
{
	if (t->sign == '.' || t->sign == '!' || t->sign == '?')
		return true;
	/* U+2026, the ellipsis in one sign */
	return !t->sign && t->end - t->begin == 3 && text.ptr[t->begin] == '\xE2' &&
	       text.ptr[t->begin + 1] == '\x80' && text.ptr[t->begin + 2] == '\xA6';
}

static bool is_closing(const struct pf_token *t)
{
	return t->kind == PF_TOKEN_SIGN && t->sign && !is_spaced(t) &&
	       (t->sign == '"' || t->sign == '\'' || t->sign == ')' || t->sign == ']' ||
		t->sign == '*' || t->sign == '_');
}

/* "1." or "Q2." at the head of a sentence labels what follows. */
static bool is_label(const struct pf_tokens *tokens, size_t first, size_t point)
{
	const struct pf_token *t = &tokens->v[first];

	if (point - first == 1)
		return t->kind == PF_TOKEN_NUMBER ||
		       (t->kind == PF_TOKEN_WORD && t->end - t->begin == 1);
	return point - first == 2 && t->kind == PF_TOKEN_WORD && t->end - t->begin == 1 &&
	       t[1].kind == PF_TOKEN_NUMBER && !is_spaced(t + 1);
}

/* Is the point after token `w` that of an abbreviation, with `next` after it? */
static bool is_abbreviation(const struct pf_tokens *tokens, size_t w, const struct pf_token *next)
{
	const struct pf_token *t = &tokens->v[w];
	bool capital = next->flags & PF_TOKEN_CAPITAL;

	if (t->kind != PF_TOKEN_WORD)
		return false;
	if (IN(t, never_end))
		return true;
	if (IN(t, may_end))
		return !capital;
	if (t->end - t->begin > 1)
		return false;
	/* One letter: "e.g." and "i.e." go on, "p.m." may end, "J." and "U.S." need a starter */
	if (t->head == PF_WORD_HEAD("m") && w && pf_token_is_sign(t - 1, '.'))
		return !capital;
	/* "$3M. Matching and running it ..." */
	if (w && t[-1].kind == PF_TOKEN_NUMBER && !is_spaced(t))
		return !capital;
	if (t->flags & PF_TOKEN_CAPITAL)
		return !IN(next, starters) || !capital;
	return w && pf_token_is_sign(t - 1, '.') && !is_spaced(t);
}

/* After the terminal sign i: index of the token that begins the next sentence, or i + 1 with
 * *ends false. */
static size_t after_terminal(struct pf_slice text, const struct pf_tokens *tokens, size_t first,
			     size_t i, bool *ends)
{
	size_t next = i + 1;
	const struct pf_token *t;

	*ends = false;
	while (next < tokens->n && !is_spaced(&tokens->v[next]) &&
	       (is_closing(&tokens->v[next]) || is_terminal(text, &tokens->v[next])))
		next++;
	if (next == tokens->n || !is_spaced(&tokens->v[next]))
		return next;
	t = &tokens->v[next];
	if (pf_token_is_sign(t, ',') || pf_token_is_sign(t, ';'))
		return next;
	if (tokens->v[i].sign != '.' || next > i + 1) {
		*ends = t->kind != PF_TOKEN_WORD || (t->flags & PF_TOKEN_CAPITAL);
		return next;
	}
	*ends = !is_label(tokens, first, i) && (i == first || !is_abbreviation(tokens, i - 1, t));
	return next;
}

/* Ends the sentence that began at *first, of so many words, before token `next`. */
static void add(struct pf_tokens *tokens, size_t *first, size_t next, uint32_t *words)
{
	tokens->v[*first].flags |= PF_TOKEN_SENTENCE;
	*PF_PUSH(&tokens->sentences) =
		(struct pf_sentence){(uint32_t)*first, (uint32_t)next, tokens->v[*first].begin,
				     tokens->v[next - 1].end, *words};
	*first = next;
	*words = 0;
}

/* The first sign or beginning of a sentence from token i on. */
static size_t past_words(const struct pf_token *v, size_t i, size_t n)
{
	while (i < n && v[i].kind != PF_TOKEN_SIGN && !(v[i].flags & PF_TOKEN_SENTENCE))
		i++;
	return i;
}

/* Tokens; what goes on for longer is a table, a list or a heap of words. Cut, it lets whoever asks
 * each of its numbers about all of it do so in bounded time. */
#define LONGEST 512u

/* Has the sentence that began at `first` gone on for too long at token i? It is cut at a blank. */
static bool is_overlong(const struct pf_token *v, size_t first, size_t i)
{
	return i - first >= LONGEST && (is_spaced(&v[i]) || i - first >= 2 * LONGEST);
}

void pf_sentences_find(struct pf_tokens *tokens, struct pf_slice text)
{
	const struct pf_token *v = tokens->v;
	size_t first = 0, i = 0, n = tokens->n;
	uint32_t words = 0;

	while (i < n) {
		bool ends;

		if (((v[i].flags & PF_TOKEN_SENTENCE) && i > first) || is_overlong(v, first, i))
			add(tokens, &first, i, &words);
		if (v[i].kind != PF_TOKEN_SIGN) {
			size_t stop = past_words(v, i + 1, n - i > LONGEST ? i + LONGEST : n);

			words += (uint32_t)(stop - i);
			i = stop;
			continue;
		}
		if (!is_terminal(text, &v[i])) {
			i++;
			continue;
		}
		i = after_terminal(text, tokens, first, i, &ends); /* past signs only */
		/* a forced beginning inside the closing signs is seen by the loop above */
		if (ends)
			add(tokens, &first, i, &words);
	}
	if (first < n)
		add(tokens, &first, n, &words);
}
