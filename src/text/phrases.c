/*
 * A trie whose edges live in one hash table, keyed by (node, word). Two small
 * bitmaps over the first word's hash and over its first two letters turn most
 * tokens away before anything is looked up, which is where the speed is.
 */
#include "prfaq/text/phrases.h"

#include <string.h>

#include "fold.h"
#include "prfaq/base/buf.h"
#include "prfaq/base/mem.h"

#define FIRST_BITS 16u
#define STEM_SIGN  0x80000000u /* key of an edge that is a beginning of a word ("optimi*") */

struct edge {
	uint32_t node, key;
	uint32_t child; /* 0: free slot; the root is nobody's child */
	uint32_t word;  /* its text in `words`, NUL-ended */
	uint32_t next;  /* for beginnings: the next edge with the same two letters, or 0 */
};

#define WORDS_FOLLOW 1u
#define STEMS_FOLLOW 2u

struct node {
	uint32_t value;  /* first of its values, or 0 */
	uint32_t follow; /* what edges it has: WORDS_FOLLOW, STEMS_FOLLOW */
};

struct value {
	uint32_t value, next;
};

/* Everything points by index, so that the arrays can be written down and read where they lie. */
struct pf_phrases {
	bool lent; /* the arrays are someone else's until the first phrase is added */
	struct {
		struct edge *v;
		size_t n, cap;
	} edges; /* edges.v[0] is not used */
	struct {
		struct node *v;
		size_t n, cap;
	} nodes;
	struct {
		struct value *v;
		size_t n, cap;
	} values;        /* values.v[0] is not used */
	uint32_t *slots; /* hash table of edge indexes, a power of two, 0 = free */
	uint32_t n_slots;
	struct pf_buf words;
	uint8_t first[(1u << FIRST_BITS) / 8];
	uint8_t two[1u << 5];     /* by the hash of two letters */
	bool signs;               /* some phrase begins with a sign */
	struct pf_tokens scratch; /* of the phrase that is added: thousands are */
	struct pf_buf folded;     /* a word of it */
};

static uint32_t mix(uint32_t node, uint32_t key)
{
	uint64_t h = ((uint64_t)node << 32 | key) * UINT64_C(0x9E3779B97F4A7C15);

	return (uint32_t)(h >> 32);
}

static uint32_t bit_of(uint32_t hash)
{
	return (hash * 0x9E3779B1u) >> (32 - FIRST_BITS);
}

static uint8_t lower(char c)
{
	return (uint8_t)(c >= 'A' && c <= 'Z' ? c + 32 : c);
}

static uint32_t two_of(const char *word)
{
	return STEM_SIGN | (uint32_t)lower(word[0]) << 8 | lower(word[1]);
}

static uint8_t two_hash(const char *word)
{
	return (uint8_t)(lower(word[0]) * 31u + lower(word[1]));
}

struct pf_phrases *pf_phrases_new(void)
{
	struct pf_phrases *p = pf_xcalloc(1, sizeof(*p));

	*PF_PUSH(&p->edges) = (struct edge){0};
	*PF_PUSH(&p->nodes) = (struct node){0};
	*PF_PUSH(&p->values) = (struct value){0};
	p->n_slots = 1024;
	p->slots = pf_xcalloc(p->n_slots, sizeof(*p->slots));
	return p;
}

void pf_phrases_free(struct pf_phrases *p)
{
	if (!p)
		return;
	if (!p->lent) {
		free(p->edges.v);
		free(p->nodes.v);
		free(p->values.v);
		free(p->slots);
		pf_buf_release(&p->words);
	}
	pf_tokens_release(&p->scratch);
	pf_buf_release(&p->folded);
	free(p);
}

/* What is stored: this, then edges, nodes, values, slots and words. All are 32-bit numbers but the
 * words, which are last. */
struct stored {
	uint32_t n_edges, n_nodes, n_values, n_slots, n_words;
	uint32_t signs;
	uint8_t first[(1u << FIRST_BITS) / 8];
	uint8_t two[1u << 5];
};

void pf_phrases_store(const struct pf_phrases *p, struct pf_buf *out)
{
	struct stored head = {
		.n_edges = (uint32_t)p->edges.n,
		.n_nodes = (uint32_t)p->nodes.n,
		.n_values = (uint32_t)p->values.n,
		.n_slots = p->n_slots,
		.n_words = (uint32_t)p->words.len,
		.signs = p->signs,
	};

	memcpy(head.first, p->first, sizeof(head.first));
	memcpy(head.two, p->two, sizeof(head.two));
	pf_buf_add(out, &head, sizeof(head));
	pf_buf_add(out, p->edges.v, p->edges.n * sizeof(*p->edges.v));
	pf_buf_add(out, p->nodes.v, p->nodes.n * sizeof(*p->nodes.v));
	pf_buf_add(out, p->values.v, p->values.n * sizeof(*p->values.v));
	pf_buf_add(out, p->slots, p->n_slots * sizeof(*p->slots));
	pf_buf_add(out, p->words.ptr, p->words.len);
	pf_buf_repeat(out, '\0', -p->words.len % sizeof(uint32_t));
}

/* The next n of `size` bytes at *at. The const goes, and comes back with `lent`: see own(). */
static void *take(const uint32_t **at, size_t n, size_t size)
{
	void *here = (void *)(uintptr_t)*at;

	*at += n * size / sizeof(**at);
	return here;
}

struct pf_phrases *pf_phrases_lend(const uint32_t *stored)
{
	struct pf_phrases *p = pf_xcalloc(1, sizeof(*p));
	struct stored head;
	const uint32_t *at = stored + sizeof(head) / sizeof(*stored);

	memcpy(&head, stored, sizeof(head));
	p->lent = true;
	p->signs = head.signs;
	p->edges.n = head.n_edges;
	p->nodes.n = head.n_nodes;
	p->values.n = head.n_values;
	p->n_slots = head.n_slots;
	p->words.len = head.n_words;
	p->edges.v = take(&at, head.n_edges, sizeof(*p->edges.v));
	p->nodes.v = take(&at, head.n_nodes, sizeof(*p->nodes.v));
	p->values.v = take(&at, head.n_values, sizeof(*p->values.v));
	p->slots = take(&at, head.n_slots, sizeof(*p->slots));
	p->words.ptr = take(&at, head.n_words, 1);
	memcpy(p->first, head.first, sizeof(p->first));
	memcpy(p->two, head.two, sizeof(p->two));
	return p;
}

static void *copied(const void *v, size_t n, size_t size)
{
	return memcpy(pf_xmalloc(n * size), v, n * size);
}

/* What was lent is copied before it is written to. */
static void own(struct pf_phrases *p)
{
	struct pf_buf words = {0};

	if (!p->lent)
		return;
	p->lent = false;
	p->edges.v = copied(p->edges.v, p->edges.cap = p->edges.n, sizeof(*p->edges.v));
	p->nodes.v = copied(p->nodes.v, p->nodes.cap = p->nodes.n, sizeof(*p->nodes.v));
	p->values.v = copied(p->values.v, p->values.cap = p->values.n, sizeof(*p->values.v));
	p->slots = copied(p->slots, p->n_slots, sizeof(*p->slots));
	pf_buf_add(&words, p->words.ptr, p->words.len);
	p->words = words;
}

/* Index of the first edge (node, key), or 0. */
static uint32_t edge_find(const struct pf_phrases *p, uint32_t node, uint32_t key)
{
	for (uint32_t i = mix(node, key);; i++) {
		uint32_t e = p->slots[i & (p->n_slots - 1)];

		if (!e || (p->edges.v[e].node == node && p->edges.v[e].key == key))
			return e;
	}
}

static void slot_put(struct pf_phrases *p, uint32_t edge)
{
	uint32_t i = mix(p->edges.v[edge].node, p->edges.v[edge].key);

	while (p->slots[i & (p->n_slots - 1)])
		i++;
	p->slots[i & (p->n_slots - 1)] = edge;
}

static void grow(struct pf_phrases *p)
{
	uint32_t *old = p->slots, n_old = p->n_slots;

	p->n_slots *= 2;
	p->slots = pf_xcalloc(p->n_slots, sizeof(*p->slots));
	for (uint32_t i = 0; i < n_old; i++)
		if (old[i])
			slot_put(p, old[i]);
	free(old);
}

static uint32_t edge_add(struct pf_phrases *p, uint32_t node, uint32_t key, const char *word)
{
	uint32_t first = edge_find(p, node, key), e = first;

	while (e && strcmp(p->words.ptr + p->edges.v[e].word, word) != 0)
		e = p->edges.v[e].next;
	if (e)
		return p->edges.v[e].child;
	e = (uint32_t)p->edges.n;
	*PF_PUSH(&p->edges) = (struct edge){
		node,
		key,
		(uint32_t)p->nodes.n,
		(uint32_t)p->words.len,
		first ? p->edges.v[first].next : 0,
	};
	*PF_PUSH(&p->nodes) = (struct node){0};
	p->nodes.v[node].follow |= key & STEM_SIGN ? STEMS_FOLLOW : WORDS_FOLLOW;
	pf_buf_add(&p->words, word, strlen(word) + 1);
	if (first) {
		p->edges.v[first].next = e;
	} else {
		slot_put(p, e);
		if (p->edges.n * 2 > p->n_slots)
			grow(p);
	}
	return p->edges.v[e].child;
}

static bool is_hyphen(const struct pf_token *t)
{
	return t->kind == PF_TOKEN_SIGN && t->sign == '-';
}

/* Signs have no hash of their own: they are told by their byte, or by their bytes' hash. */
static uint32_t key_of(struct pf_slice text, const struct pf_token *t)
{
	if (t->kind != PF_TOKEN_SIGN)
		return t->hash & ~STEM_SIGN;
	if (t->sign)
		return t->sign;
	return pf_word_hash(pf_slice_cut(text, t->begin, t->end)) & ~STEM_SIGN;
}

static void value_add(struct pf_phrases *p, uint32_t node, uint32_t value)
{
	uint32_t at = p->nodes.v[node].value, before = 0, new = (uint32_t)p->values.n;

	while (at && p->values.v[at].value < value) {
		before = at;
		at = p->values.v[at].next;
	}
	if (at && p->values.v[at].value == value)
		return;
	*PF_PUSH(&p->values) = (struct value){value, at};
	if (before)
		p->values.v[before].next = new;
	else
		p->nodes.v[node].value = new;
}

static void note_first(struct pf_phrases *p, const struct pf_token *t, uint32_t key,
		       const char *word, bool stem)
{
	if (stem)
		p->two[two_hash(word) / 8] |= (uint8_t)(1u << (two_hash(word) % 8));
	else
		p->first[bit_of(key) / 8] |= (uint8_t)(1u << (bit_of(key) % 8));
	p->signs = p->signs || t->kind == PF_TOKEN_SIGN;
}

void pf_phrases_add(struct pf_phrases *p, struct pf_slice phrase, uint32_t value)
{
	struct pf_slice s = pf_slice_trim(phrase);
	bool open = s.len > 1 && s.ptr[s.len - 1] == '*';
	struct pf_tokens *tokens = &p->scratch;
	struct pf_buf *word = &p->folded;
	uint32_t node = 0;

	own(p);
	if (open)
		s.len--;
	pf_tokens_scan(tokens, s, NULL, 0, NULL, 0);
	for (size_t i = 0; i < tokens->n; i++) {
		const struct pf_token *t = &tokens->v[i];
		uint32_t key = key_of(s, t);
		bool stem;

		if (is_hyphen(t))
			continue;
		pf_word_fold(word, pf_slice_cut(s, t->begin, t->end));
		stem = open && i + 1 == tokens->n && word->len > 1;
		if (!node)
			note_first(p, t, key, word->ptr, stem);
		node = edge_add(p, node, stem ? two_of(word->ptr) : key, word->ptr);
	}
	if (node)
		value_add(p, node, value);
}

static bool begins_with(struct pf_slice text, const struct pf_token *t, const char *word)
{
	size_t n = strlen(word);

	if (t->end - t->begin < n)
		return false;
	for (size_t i = 0; i < n; i++)
		if (lower(text.ptr[t->begin + i]) != (uint8_t)word[i])
			return false;
	return true;
}

/* The node reached from `node` over the whole word, or 0. */
static uint32_t step_word(const struct pf_phrases *p, struct pf_slice text, uint32_t node,
			  const struct pf_token *t)
{
	uint32_t key = key_of(text, t), e;

	if (node ? !(p->nodes.v[node].follow & WORDS_FOLLOW)
		 : !(p->first[bit_of(key) / 8] & 1u << (bit_of(key) % 8)))
		return 0;
	e = edge_find(p, node, key);
	while (e && t->kind != PF_TOKEN_SIGN &&
	       !pf_token_is(text, t, p->words.ptr + p->edges.v[e].word))
		e = p->edges.v[e].next;
	return e ? p->edges.v[e].child : 0;
}

/* The node reached over the longest known beginning of the word, or 0. */
static uint32_t step_stem(const struct pf_phrases *p, struct pf_slice text, uint32_t node,
			  const struct pf_token *t)
{
	const char *word = text.ptr + t->begin;
	uint32_t best = 0;
	size_t longest = 0;

	if (t->kind != PF_TOKEN_WORD || t->end - t->begin < 2 ||
	    (node ? !(p->nodes.v[node].follow & STEMS_FOLLOW)
		  : !(p->two[two_hash(word) / 8] & 1u << (two_hash(word) % 8))))
		return 0;
	for (uint32_t e = edge_find(p, node, two_of(word)); e; e = p->edges.v[e].next) {
		const char *stem = p->words.ptr + p->edges.v[e].word;

		if (begins_with(text, t, stem) && strlen(stem) > longest) {
			best = p->edges.v[e].child;
			longest = strlen(stem);
		}
	}
	return best;
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

/* Where a token leads to from a node: over its known beginning, and over all of it; 0: nowhere. */
struct step {
	uint32_t stem, word;
};

static struct step step(const struct pf_phrases *p, struct pf_slice text, uint32_t node,
			const struct pf_token *t)
{
	return (struct step){step_stem(p, text, node, t), step_word(p, text, node, t)};
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
		if (!p->nodes.v[s.word].follow)
			break;
		i = next_token(tokens, i, last);
		if (i >= last)
			break;
		s = step(p, text, s.word, &tokens->v[i]);
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

static void add_hits(const struct pf_phrases *p, const struct pf_tokens *tokens, size_t i,
		     const struct matches *found, struct pf_phrase_hits *out)
{
	for (size_t m = found->n; m-- > 0;)
		for (uint32_t v = p->nodes.v[found->v[m].node].value; v; v = p->values.v[v].next)
			if (!said_longer(p, found, m, p->values.v[v].value))
				*PF_PUSH(out) = (struct pf_phrase_hit){
					(uint32_t)i,          (uint32_t)found->v[m].last,
					tokens->v[i].begin,   tokens->v[found->v[m].last - 1].end,
					p->values.v[v].value,
				};
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
		return p->signs ? step(p, text, 0, t) : (struct step){0, 0};
	if (!openings->v)
		return step(p, text, 0, t);
	opening = &openings->v[tokens->word[i]];
	if (!opening->known)
		*opening = (struct opening){true, step(p, text, 0, t)};
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
		add_hits(p, tokens, i, &found, out);
	}
	free(openings.v);
}

void pf_phrase_hits_release(struct pf_phrase_hits *hits)
{
	free(hits->v);
	*hits = (struct pf_phrase_hits){0};
}
