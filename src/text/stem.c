#include "prfaq/text/stem.h"

#include <assert.h>
#include <libstemmer.h>
#include <string.h>

#include "fold.h"
#include "prfaq/base/ascii.h"
#include "prfaq/base/buf.h"
#include "prfaq/base/mem.h"
#include "prfaq/base/utf8.h"

#define CACHE_SIZE 4096u /* a draft has a few hundred different words */

/* A word seen before. Length is kept beside the hash: the two make a wrong hit a curiosity. */
struct known {
	uint32_t hash, len;
	uint32_t stem; /* 0 for words that carry no topic */
};

struct pf_stemmer {
	struct sb_stemmer *snowball;
	struct sb_stemmer *plain; /* of bytes, which nearly all words are: a third sooner done */
	struct pf_buf folded;
	struct known *known; /* CACHE_SIZE of them; made for the first text */
};

struct pf_stemmer *pf_stemmer_new(void)
{
	struct pf_stemmer *s = pf_xcalloc(1, sizeof(*s));

	s->snowball = sb_stemmer_new("english", "UTF_8");
	s->plain = sb_stemmer_new("english", "ISO_8859_1");
	assert(s->snowball && s->plain);
	return s;
}

void pf_stemmer_free(struct pf_stemmer *s)
{
	if (!s)
		return;
	sb_stemmer_delete(s->snowball);
	sb_stemmer_delete(s->plain);
	pf_buf_release(&s->folded);
	free(s->known);
	free(s);
}

static bool is_plain(struct pf_slice word)
{
	size_t i = 0;

	while (i < word.len && !(word.ptr[i] & 0x80))
		i++;
	return i == word.len;
}

const char *pf_stem_text(struct pf_stemmer *s, struct pf_slice word)
{
	const sb_symbol *stem;

	pf_word_fold(&s->folded, word);
	stem = sb_stemmer_stem(is_plain(pf_buf_view(&s->folded)) ? s->plain : s->snowball,
			       (const sb_symbol *)pf_buf_cstr(&s->folded), (int)s->folded.len);
	return stem ? (const char *)stem : "";
}

static struct known *known_at(struct pf_stemmer *s, uint32_t hash)
{
	return &s->known[(hash * 0x9E3779B1u) >> 20];
}

uint32_t pf_stem(struct pf_stemmer *s, struct pf_slice word)
{
	return pf_word_hash(pf_slice_of(pf_stem_text(s, word)));
}

/* As pf_stem, but 0 for stop words, and remembered. */
static uint32_t topic_stem(struct pf_stemmer *s, struct pf_slice word, uint32_t hash)
{
	struct known *k = known_at(s, hash);

	if (k->hash != hash || k->len != word.len) {
		uint32_t stem = pf_is_stop_word(word) ? 0 : pf_stem(s, word);

		*k = (struct known){hash, (uint32_t)word.len, stem};
	}
	return k->stem;
}

/* Sorted; "not", "no" and "never" stay out of it, for they turn a sentence round. */
static const char *const stop_words[] = {
	"a",          "about",   "above",      "after",     "again",   "all",     "also",
	"although",   "am",      "an",         "and",       "another", "any",     "are",
	"as",         "at",      "be",         "because",   "been",    "before",  "being",
	"below",      "between", "both",       "but",       "by",      "can",     "could",
	"did",        "do",      "does",       "doing",     "don't",   "down",    "during",
	"each",       "either",  "etc",        "even",      "ever",    "for",     "from",
	"further",    "had",     "has",        "have",      "having",  "he",      "he's",
	"her",        "here",    "hers",       "herself",   "him",     "himself", "his",
	"how",        "however", "i",          "i'd",       "i'll",    "i'm",     "i've",
	"if",         "in",      "into",       "is",        "isn't",   "it",      "it's",
	"its",        "itself",  "just",       "let",       "let's",   "may",     "me",
	"might",      "more",    "most",       "much",      "must",    "my",      "myself",
	"of",         "off",     "on",         "once",      "only",    "or",      "other",
	"others",     "our",     "ours",       "ourselves", "out",     "over",    "own",
	"per",        "quite",   "rather",     "really",    "s",       "same",    "shall",
	"she",        "she's",   "should",     "since",     "so",      "some",    "still",
	"such",       "t",       "than",       "that",      "that's",  "the",     "their",
	"theirs",     "them",    "themselves", "then",      "there",   "there's", "these",
	"they",       "they're", "this",       "those",     "though",  "through", "to",
	"too",        "under",   "until",      "up",        "upon",    "us",      "very",
	"was",        "we",      "we'll",      "we're",     "we've",   "were",    "what",
	"what's",     "when",    "where",      "whether",   "which",   "while",   "who",
	"whom",       "whose",   "why",        "will",      "with",    "within",  "would",
	"you",        "you'll",  "you're",     "you've",    "your",    "yours",   "yourself",
	"yourselves", NULL,
};

const char *const *pf_stop_words(void)
{
	return stop_words;
}

bool pf_is_stop_word(struct pf_slice word)
{
	char lower[16];
	size_t low = 0, high = sizeof(stop_words) / sizeof(*stop_words) - 1, n = 0;

	for (size_t i = 0, len = 1; i < word.len; i += len, len = 1, n++) {
		char c = word.ptr[i];

		if (n + 1 >= sizeof(lower) || (c & 0x80 && pf_utf8_decode(word, i, &len) != 0x2019))
			return false;
		lower[n] = c & 0x80 ? '\'' : pf_ascii_lower(c);
	}
	lower[n] = '\0';
	while (low < high) {
		size_t mid = low + (high - low) / 2;
		int order = stop_words[mid][0] - lower[0];

		if (!order)
			order = strcmp(stop_words[mid], lower);
		if (!order)
			return true;
		if (order < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return false;
}

static int by_value(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return x < y ? -1 : x > y;
}

void pf_stems_of(struct pf_stemmer *s, struct pf_slice text, const struct pf_tokens *tokens,
		 size_t first, size_t last, struct pf_stems *out)
{
	size_t n = 0;

	if (!s->known)
		s->known = pf_xcalloc(CACHE_SIZE, sizeof(*s->known));
	out->n = 0;
	for (size_t i = first; i < last; i++) {
		const struct pf_token *t = &tokens->v[i];
		uint32_t stem = 0;

		if (t->kind == PF_TOKEN_WORD)
			stem = topic_stem(s, pf_slice_cut(text, t->begin, t->end), t->hash);
		if (stem)
			*PF_PUSH(out) = stem;
	}
	if (out->n)
		qsort(out->v, out->n, sizeof(*out->v), by_value);
	for (size_t i = 0; i < out->n; i++)
		if (!n || out->v[n - 1] != out->v[i])
			out->v[n++] = out->v[i];
	out->n = n;
}

size_t pf_stems_shared(const struct pf_stems *a, const struct pf_stems *b)
{
	size_t i = 0, j = 0, n = 0;

	while (i < a->n && j < b->n) {
		n += a->v[i] == b->v[j];
		if (a->v[i] < b->v[j])
			i++;
		else if (a->v[i] > b->v[j])
			j++;
		else
			i++, j++;
	}
	return n;
}

bool pf_stems_has(const struct pf_stems *stems, uint32_t stem)
{
	const uint32_t *v = stems->v;

	/* No way branches: which half it is in is as likely one as the other. */
	for (size_t n = stems->n, half; n > 1; n -= half) {
		half = n / 2;
		v += v[half] <= stem ? half : 0;
	}
	return stems->n && *v == stem;
}

void pf_stems_release(struct pf_stems *stems)
{
	free(stems->v);
	*stems = (struct pf_stems){0};
}
