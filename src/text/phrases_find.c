/* The phrases that stand among tokens: one walk from every word that opens one. */
#include <string.h>

#include "prfaq/base/mem.h"
#include "prfaq/base/utf8.h"
#include "trie.h"

#define HEAD_MAX 64 /* bytes: no list names longer beginnings */

/* The word's letters, all of them where they are plain; else its first ones, folded, for a capital
 * outside ASCII is another byte. */
static struct pf_slice head_of(struct pf_slice text, const struct pf_token *t,
			       char folded[HEAD_MAX])
{
	struct pf_slice word = pf_slice_cut(text, t->begin, t->end);
	size_t n = 0, off = 0, len;

	while (off < word.len && !(word.ptr[off] & 0x80))
		off++;
	if (off == word.len)
		return word;
	for (off = 0; off < word.len && n + 4 <= HEAD_MAX; off += len)
		n += pf_utf8_encode(pf_utf8_lower(pf_utf8_decode(word, off, &len)), folded + n);
	return pf_slice_make(folded, n);
}

/* A short stem is its head, which the token's begins with or not; of a longer one so are its first
 * eight bytes. */
static bool may_begin(const struct pf_token *t, const struct node *stem)
{
	uint64_t head = node_head(stem);

	return !head || !((t->head ^ head) << (__builtin_clzll(head) & ~7));
}

static bool begins_with(struct pf_slice text, const struct pf_token *t, const char *word)
{
	char folded[HEAD_MAX];
	struct pf_slice head = head_of(text, t, folded);
	size_t n = strlen(word);

	if (head.len < n)
		return false;
	for (size_t i = 0; i < n; i++)
		if (lower(head.ptr[i]) != (uint8_t)word[i])
			return false;
	return true;
}

/* The node reached from `node` over the longest known beginning of the word, or 0; `two` is
 * two_of it. */
static uint32_t over_stem(const struct pf_phrases *p, struct pf_slice text, uint32_t node,
			  const struct pf_token *t, uint32_t two)
{
	uint32_t best = 0;
	size_t longest = 0;

	for (uint32_t n = node_find(p, node, two); n; n = p->nodes.v[n].next) {
		const char *stem = p->words.ptr + p->nodes.v[n].word;

		if (may_begin(t, &p->nodes.v[n]) && begins_with(text, t, stem) &&
		    strlen(stem) > longest) {
			best = n;
			longest = strlen(stem);
		}
	}
	return best;
}

/* Is it all of the word that leads there? A word of fewer than eight bytes is its head. */
static bool is_whole(const struct pf_phrases *p, struct pf_slice text, const struct node *n,
		     const struct pf_token *t)
{
	if (t->kind == PF_TOKEN_SIGN)
		return true;
	return node_head(n) == t->head &&
	       ((t->head && !(t->head >> 56)) || pf_token_reads(text, t, p->words.ptr + n->word));
}

/* The node reached over the whole word, or 0. */
static uint32_t over_word(const struct pf_phrases *p, struct pf_slice text, uint32_t node,
			  const struct pf_token *t, uint32_t key)
{
	uint32_t n = node_find(p, node, key);

	while (n && !is_whole(p, text, &p->nodes.v[n], t))
		n = p->nodes.v[n].next;
	return n;
}

/* two_of the word; 0 where it has no two letters, or is none. */
static inline uint32_t two_begin(const struct pf_token *t)
{
	uint32_t first = t->head & 0xFF, second = t->head >> 8 & 0xFF;

	return second ? STEM_SIGN | first << 8 | second : 0;
}

/* Where a token leads to from a node: over its known beginning, and over all of it; 0: nowhere. */
struct step {
	uint32_t stem, word;
};

/* From the root. */
static struct step step_first(const struct pf_phrases *p, struct pf_slice text,
			      const struct pf_token *t)
{
	uint32_t key = key_of(text, t), two = two_begin(t);
	struct step s = {0, 0};

	if (two && p->two[two_hash(two) / 8] >> two_hash(two) % 8 & 1)
		s.stem = over_stem(p, text, 0, t, two);
	if (p->first[bit_of(key) / 8] >> bit_of(key) % 8 & 1)
		s.word = over_word(p, text, 0, t, key);
	return s;
}

/* From any other node. */
static inline struct step step_on(const struct pf_phrases *p, struct pf_slice text, uint32_t node,
				  const struct pf_token *t)
{
	const struct node *at = &p->nodes.v[node];
	uint32_t key = key_of(text, t), two = two_begin(t);
	struct step s = {0, 0};

	if (two && at->stems & follow_bit(two))
		s.stem = over_stem(p, text, node, t, two);
	if (at->words & follow_bit(key))
		s.word = over_word(p, text, node, t, key);
	return s;
}

/* The next token a phrase may go on with after token i, hyphens stepped over; `last` if none. */
static size_t next_token(const struct pf_tokens *tokens, size_t i, size_t last)
{
	const struct pf_token *v = tokens->v;

	i++;
	if (i + 1 < last && is_hyphen(&v[i]) && !((v[i].flags | v[i + 1].flags) & PF_TOKEN_SPACED))
		i++;
	if (i >= last || v[i].flags & (PF_TOKEN_BLOCK | PF_TOKEN_SENTENCE))
		return last;
	return i;
}

#define MATCHES_MOST 16

struct match {
	uint32_t node;
	size_t last; /* one past its last token */
};

/* All that matches at a place, from the shortest to the longest. */
struct matches {
	struct match v[MATCHES_MOST];
	size_t n;
};

static void match_add(struct matches *found, uint32_t node, size_t last)
{
	if (found->n == MATCHES_MOST) /* the longest is worth more than the shortest */
		memmove(found->v, found->v + 1, --found->n * sizeof(*found->v));
	found->v[found->n++] = (struct match){node, last};
}

/* `first` is where token i leads to from the root. */
static void matches_at(const struct pf_phrases *p, struct pf_slice text,
		       const struct pf_tokens *tokens, size_t i, size_t last, struct step first,
		       struct matches *found)
{
	struct step s = first;

	found->n = 0;
	for (;;) {
		/* At equal length the whole word says more than its beginning. */
		if (s.stem)
			match_add(found, s.stem, i + 1);
		if (!s.word)
			break;
		if (p->nodes.v[s.word].value)
			match_add(found, s.word, i + 1);
		if (!(p->nodes.v[s.word].words | p->nodes.v[s.word].stems))
			break;
		i = next_token(tokens, i, last);
		if (i >= last)
			break;
		s = step_on(p, text, s.word, &tokens->v[i]);
	}
}

static bool has_value(const struct pf_phrases *p, uint32_t node, uint32_t value)
{
	uint32_t v = p->nodes.v[node].value;

	while (v && p->values.v[v].value < value)
		v = p->values.v[v].next;
	return v && p->values.v[v].value == value;
}

/* "Not yet" of one list does not hide the "not" of another: each value has its own longest. */
static bool said_longer(const struct pf_phrases *p, const struct matches *found, size_t m,
			uint32_t value)
{
	for (size_t k = m + 1; k < found->n; k++)
		if (has_value(p, found->v[k].node, value))
			return true;
	return false;
}

static void add_hits(const struct pf_phrases *p, size_t i, const struct matches *found,
		     struct pf_phrase_hits *out)
{
	for (size_t m = found->n; m-- > 0;)
		for (uint32_t v = p->nodes.v[found->v[m].node].value; v; v = p->values.v[v].next)
			if (!said_longer(p, found, m, p->values.v[v].value))
				*PF_PUSH(out) = (struct pf_phrase_found){(uint32_t)i,
									 (uint32_t)found->v[m].last,
									 p->values.v[v].value};
}

/* First steps by the number of the word: each different word of a text is looked up once. */
struct openings {
	struct opening {
		bool known;
		struct step step;
	} * v; /* NULL where words have no numbers */
};

static struct step first_step(const struct pf_phrases *p, struct pf_slice text,
			      const struct pf_tokens *tokens, size_t i, struct openings *openings)
{
	const struct pf_token *t = &tokens->v[i];
	struct opening *opening;

	if (t->kind == PF_TOKEN_SIGN)
		return p->signs ? step_first(p, text, t) : (struct step){0, 0};
	if (!openings->v)
		return step_first(p, text, t);
	opening = &openings->v[tokens->word[i]];
	if (!opening->known)
		*opening = (struct opening){true, step_first(p, text, t)};
	return opening->step;
}

void pf_phrases_find(const struct pf_phrases *p, struct pf_slice text,
		     const struct pf_tokens *tokens, size_t first, size_t last,
		     struct pf_phrase_hits *out)
{
	struct openings openings = {NULL};
	struct matches found;

	if (tokens->word && last - first > tokens->n_words)
		openings.v = pf_xcalloc(tokens->n_words, sizeof(*openings.v));
	for (size_t i = first; i < last; i++) {
		struct step s = first_step(p, text, tokens, i, &openings);

		if (!s.stem && !s.word)
			continue;
		matches_at(p, text, tokens, i, last, s, &found);
		add_hits(p, i, &found, out);
	}
	free(openings.v);
}

void pf_phrase_hits_release(struct pf_phrase_hits *hits)
{
	free(hits->v);
	*hits = (struct pf_phrase_hits){0};
}
