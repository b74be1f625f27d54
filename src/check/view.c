#include "view.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "prfaq/base/mem.h"
#include "prfaq/base/utf8.h"

#include "origin.h"

/* Stems by word hash: a page has a few hundred different words, a book some ten thousand. */
struct pf_stem_memo {
	struct pf_stemmer *stemmer;
	struct pf_memo_word {
		uint32_t word; /* its hash; 0: a free slot */
		uint32_t stem; /* 0: not asked for yet */
		bool stop;
	} * slots;
	size_t n, cap; /* cap is a power of two */
};

static void index_hits(struct pf_hit_index *index, const struct pf_phrase_hits *hits, size_t lists)
{
	index->lists = lists;
	index->first = pf_xcalloc(lists + 1, sizeof(*index->first));
	index->v = pf_xmalloc((hits->n + 1) * sizeof(*index->v));
	for (size_t i = 0; i < hits->n; i++)
		index->first[hits->v[i].value + 1]++;
	for (size_t i = 0; i < lists; i++)
		index->first[i + 1] += index->first[i];
	/* Filling from behind keeps the order of place within a list and leaves first[] right. */
	uint32_t *at = pf_xmalloc((lists + 1) * sizeof(*at));

	memcpy(at, index->first, (lists + 1) * sizeof(*at));
	for (size_t i = 0; i < hits->n; i++)
		index->v[at[hits->v[i].value]++] = hits->v[i];
	free(at);
}

/* "Too many", "at most", "secure a seat": a phrase of the innocent list takes in what it covers. */
static void drop_innocent(struct pf_phrase_hits *hits, uint32_t innocent)
{
	size_t kept = 0;
	uint32_t covered = 0;

	for (size_t i = 0; i < hits->n;) {
		size_t stop = i;

		for (; stop < hits->n && hits->v[stop].first == hits->v[i].first; stop++)
			if (hits->v[stop].value == innocent && hits->v[stop].end > covered)
				covered = hits->v[stop].end;
		for (; i < stop; i++)
			if (hits->v[i].end > covered || hits->v[i].value == innocent)
				hits->v[kept++] = hits->v[i];
	}
	hits->n = kept;
}

static void add_word(struct pf_phrases *phrases, const char *word, uint32_t value)
{
	struct pf_slice s = pf_slice_of(word);
	char other[96];

	pf_phrases_add(phrases, s, value);
	/* Prompts list words once; a draft may use the plural, or the singular. */
	if (s.len < 3 || s.len > 90 || s.ptr[s.len - 1] == '*')
		return;
	if (s.ptr[s.len - 1] == 's')
		snprintf(other, sizeof(other), "%.*s", (int)s.len - 1, s.ptr);
	else
		snprintf(other, sizeof(other), "%ss", word);
	pf_phrases_add(phrases, pf_slice_of(other), value);
}

static void add_words(struct pf_phrases *phrases, struct pf_words words, size_t value)
{
	for (size_t i = 0; i < words.n; i++)
		add_word(phrases, words.v[i], (uint32_t)value);
}

static void find_context(struct pf_view *view)
{
	const struct pf_check_prompt *p = view->context->prompt;
	struct pf_phrase_hits hits = {0};
	size_t lists = PF_CONTEXT_LISTS;

	if (p) {
		struct pf_phrases *phrases = pf_phrases_new();
		const struct pf_words *fixed[PF_CONTEXT_LISTS] = {
			&p->customer_words, &p->generic_words, &p->problem_words,
			&p->solution_words, &p->rivals,        &p->allowed_jargon,
			&p->output_only,    &p->vanity,        &p->trap_cues,
			&p->trap_seen,
		};

		for (size_t i = 0; i < PF_CONTEXT_LISTS; i++)
			add_words(phrases, *fixed[i], i);
		view->facts_at = lists;
		for (size_t i = 0; i < p->n_facts; i++)
			add_words(phrases, p->facts[i].nouns, lists++);
		view->limits_at = lists;
		for (size_t i = 0; i < p->n_constraints; i++)
			add_words(phrases, p->constraints[i].aliases, lists++);
		view->limits_must_at = lists;
		for (size_t i = 0; i < p->n_constraints; i++)
			add_words(phrases, p->constraints[i].must, lists++);
		view->metrics_at = lists;
		for (size_t i = 0; i < p->n_metrics; i++)
			add_words(phrases, p->metrics[i].any, lists++);
		view->topics_at = lists;
		for (size_t i = 0; i < p->n_topics; i++)
			add_words(phrases, p->topics[i].cues, lists++);
		pf_phrases_find(phrases, view->text, view->tokens, 0, view->tokens->n, &hits);
		pf_phrases_free(phrases);
	}
	index_hits(&view->context_hits, &hits, lists);
	pf_phrase_hits_release(&hits);
}

/* Parts and sentences are both in order of place: one walk tells each sentence its part. */
static void place_sentences(struct pf_view *view)
{
	size_t n = view->tokens->sentences.n, p = 0;

	view->sentence_part = pf_xmalloc(n + 1);
	for (size_t i = 0; i < n; i++) {
		struct pf_range at = pf_sentence_range(view, i);
		const struct pf_part *part;

		while (p < view->parts->parts.n && view->parts->parts.v[p].body.end <= at.begin &&
		       view->parts->parts.v[p].heading.end <= at.begin)
			p++;
		part = p < view->parts->parts.n ? &view->parts->parts.v[p] : NULL;
		/* "Problem: 30 % of ..." begins in its label, and is no heading. */
		if (part && at.begin >= part->heading.begin && at.end <= part->heading.end + 1)
			view->sentence_part[i] = PF_SENTENCE_HEADING;
		else if (part && at.end > part->body.begin && at.begin < part->body.end)
			view->sentence_part[i] = (uint8_t)part->id;
		else
			view->sentence_part[i] = PF_PART_OTHER;
	}
}

static void mark_everyday(struct pf_view *view)
{
	struct pf_hits hits = pf_view_hits(view, pf_rubric_list(view->rubric, "everyday"),
					   (struct pf_range){0, 0});

	view->everyday = pf_xcalloc(view->tokens->n + 1, sizeof(*view->everyday));
	for (size_t i = 0; i < hits.n; i++)
		for (uint32_t t = hits.v[i].first; t < hits.v[i].last; t++)
			view->everyday[t] = true;
}

void pf_view_init(struct pf_view *view, const struct pf_rubric *rubric,
		  const struct pf_check *check, const struct pf_check_context *context)
{
	struct pf_phrase_hits hits = {0};

	memset(view, 0, sizeof(*view));
	view->rubric = rubric;
	view->context = context;
	view->doc = check->doc;
	view->text = pf_doc_text(check->doc);
	view->tokens = pf_doc_tokens(check->doc);
	view->quants = &check->quants;
	view->parts = &check->parts;
	view->stems = pf_xcalloc(1, sizeof(*view->stems));
	view->syllables = pf_syllable_memo_new();
	pf_phrases_find(rubric->phrases, view->text, view->tokens, 0, view->tokens->n, &hits);
	drop_innocent(&hits, pf_rubric_list(rubric, "innocent"));
	index_hits(&view->hits, &hits, rubric->lists.n);
	pf_phrase_hits_release(&hits);
	find_context(view);
	place_sentences(view);
	if (context->prompt)
		mark_everyday(view);
	view->origin = pf_origins_find(view);
}

void pf_view_release(struct pf_view *view)
{
	free(view->hits.v);
	free(view->hits.first);
	free(view->context_hits.v);
	free(view->context_hits.first);
	free(view->sentence_part);
	free(view->everyday);
	free(view->origin);
	if (view->stems) {
		pf_stemmer_free(view->stems->stemmer);
		free(view->stems->slots);
		free(view->stems);
	}
	pf_syllable_memo_free(view->syllables);
	memset(view, 0, sizeof(*view));
}

/* The first hit of [lo, hi) that begins at `off` or later. */
static size_t first_hit(const struct pf_hit_index *index, size_t lo, size_t hi, uint32_t off)
{
	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (index->v[mid].begin < off)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

static struct pf_hits cut_hits(const struct pf_hit_index *index, size_t list, struct pf_range range)
{
	struct pf_hits out = {0};
	size_t lo, hi;

	if (list >= index->lists)
		return out;
	lo = index->first[list];
	hi = index->first[list + 1];
	if (range.begin != range.end) {
		lo = first_hit(index, lo, hi, range.begin);
		hi = first_hit(index, lo, hi, range.end);
	}
	out.v = index->v + lo;
	out.n = hi - lo;
	return out;
}

struct pf_hits pf_view_hits(const struct pf_view *view, uint32_t list, struct pf_range range)
{
	return cut_hits(&view->hits, list, range);
}

struct pf_hits pf_view_context_hits(const struct pf_view *view, size_t list, struct pf_range range)
{
	return cut_hits(&view->context_hits, list, range);
}

bool pf_view_any(const struct pf_view *view, const uint32_t *lists, size_t n, struct pf_range range,
		 struct pf_range *at)
{
	bool found = false;

	if (pf_range_empty(range))
		return false;
	for (size_t i = 0; i < n; i++) {
		struct pf_hits hits = pf_view_hits(view, lists[i], range);

		if (!hits.n)
			continue;
		if (!at)
			return true;
		if (!found || hits.v[0].begin < at->begin)
			*at = (struct pf_range){hits.v[0].begin, hits.v[0].end};
		found = true;
	}
	return found;
}

static void grow_memo(struct pf_stem_memo *memo)
{
	struct pf_memo_word *old = memo->slots, *slots;
	size_t cap = memo->cap ? memo->cap * 2 : 512;

	slots = pf_xcalloc(cap, sizeof(*slots));
	for (size_t i = 0; i < memo->cap; i++) {
		size_t at = old[i].word & (cap - 1);

		if (!old[i].word)
			continue;
		while (slots[at].word)
			at = (at + 1) & (cap - 1);
		slots[at] = old[i];
	}
	memo->slots = slots;
	memo->cap = cap;
	free(old);
}

/* The slot of the token's word; a new one has no stem yet. */
static struct pf_memo_word *memo_word(const struct pf_view *view, size_t token)
{
	struct pf_stem_memo *memo = view->stems;
	const struct pf_token *t = &view->tokens->v[token];
	uint32_t word = t->hash ? t->hash : 1;
	size_t at;

	if (memo->n * 2 >= memo->cap)
		grow_memo(memo);
	for (at = word & (memo->cap - 1); memo->slots[at].word; at = (at + 1) & (memo->cap - 1))
		if (memo->slots[at].word == word)
			return &memo->slots[at];
	memo->slots[at].word = word;
	memo->slots[at].stop = pf_is_stop_word(pf_slice_cut(view->text, t->begin, t->end));
	memo->n++;
	return &memo->slots[at];
}

bool pf_view_is_stop(const struct pf_view *view, size_t token)
{
	return memo_word(view, token)->stop;
}

uint32_t pf_view_stem(const struct pf_view *view, size_t token)
{
	struct pf_memo_word *word = memo_word(view, token);
	const struct pf_token *t = &view->tokens->v[token];

	if (!view->stems->stemmer)
		view->stems->stemmer = pf_stemmer_new();
	if (!word->stem)
		word->stem =
			pf_stem(view->stems->stemmer, pf_slice_cut(view->text, t->begin, t->end));
	return word->stem;
}

static int compare_u32(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return (x > y) - (x < y);
}

void pf_stems_sort(struct pf_stems *stems)
{
	size_t n = 0;

	if (stems->n)
		qsort(stems->v, stems->n, sizeof(*stems->v), compare_u32);
	for (size_t i = 0; i < stems->n; i++)
		if (!n || stems->v[n - 1] != stems->v[i])
			stems->v[n++] = stems->v[i];
	stems->n = n;
}

void pf_view_add_stems(const struct pf_view *view, struct pf_range range, struct pf_stems *out)
{
	for (size_t i = pf_tokens_at(view->tokens, range.begin); i < view->tokens->n; i++) {
		const struct pf_token *t = &view->tokens->v[i];

		if (t->begin >= range.end)
			break;
		if (t->kind != PF_TOKEN_WORD || t->end - t->begin < 2 || pf_view_is_stop(view, i))
			continue;
		*PF_PUSH(out) = pf_view_stem(view, i);
	}
}

void pf_view_stems(const struct pf_view *view, struct pf_range range, struct pf_stems *out)
{
	pf_view_add_stems(view, range, out);
	pf_stems_sort(out);
}

void pf_view_text_stems(const struct pf_view *view, struct pf_slice text, struct pf_stems *out)
{
	struct pf_stem_memo *memo = view->stems;
	struct pf_tokens tokens = {0};
	struct pf_stems stems = {0};

	if (!memo->stemmer)
		memo->stemmer = pf_stemmer_new();
	pf_tokens_scan(&tokens, text, NULL, 0, NULL, 0);
	pf_stems_of(memo->stemmer, text, &tokens, 0, tokens.n, &stems);
	for (size_t i = 0; i < stems.n; i++)
		*PF_PUSH(out) = stems.v[i];
	pf_stems_sort(out);
	pf_stems_release(&stems);
	pf_tokens_release(&tokens);
}

void pf_view_word_stems(const struct pf_view *view, struct pf_words words, struct pf_stems *out)
{
	struct pf_stem_memo *memo = view->stems;

	if (!memo->stemmer)
		memo->stemmer = pf_stemmer_new();
	for (size_t i = 0; i < words.n; i++) {
		struct pf_slice rest = pf_slice_of(words.v[i]);

		while (rest.len) {
			struct pf_slice space = PF_SLICE(" ");
			size_t n = pf_slice_find(rest, space);
			struct pf_slice word = pf_slice_cut(rest, 0, n);

			if (word.len > 1 && !pf_is_stop_word(word))
				*PF_PUSH(out) = pf_stem(memo->stemmer, word);
			rest = pf_slice_cut(rest, n < rest.len ? n + 1 : n, rest.len);
		}
	}
	pf_stems_sort(out);
}

bool pf_scope_has(const struct pf_ints *parts, enum pf_part_id part)
{
	for (size_t i = 0; i < parts->n; i++)
		if (parts->v[i] == (int)part)
			return true;
	return !parts->n;
}

bool pf_scope_span(const struct pf_view *view, const struct pf_ints *parts, struct pf_range *at)
{
	if (!parts->n) {
		*at = pf_view_opening(view);
		return view->tokens->n > 0;
	}
	for (size_t i = 0; i < view->parts->parts.n; i++) {
		const struct pf_part *part = &view->parts->parts.v[i];

		if (pf_scope_has(parts, part->id)) {
			*at = pf_part_span(part);
			return true;
		}
	}
	*at = pf_view_opening(view);
	return false;
}

uint32_t pf_scope_words(const struct pf_view *view, const struct pf_ints *parts)
{
	uint32_t words = 0;

	if (!parts->n)
		return view->tokens->words;
	for (size_t i = 0; i < view->parts->parts.n; i++)
		if (pf_scope_has(parts, view->parts->parts.v[i].id))
			words += pf_tokens_words(view->tokens, view->parts->parts.v[i].body);
	return words;
}

struct pf_range pf_part_span(const struct pf_part *part)
{
	return pf_range_empty(part->heading) ? part->body : part->heading;
}

struct pf_range pf_view_whole(const struct pf_view *view)
{
	struct pf_range r = {0, 0};

	if (view->tokens->n) {
		r.begin = view->tokens->v[0].begin;
		r.end = view->tokens->v[view->tokens->n - 1].end;
	}
	return r;
}

struct pf_range pf_sentence_range(const struct pf_view *view, size_t sentence)
{
	const struct pf_sentence *s = &view->tokens->sentences.v[sentence];

	return (struct pf_range){s->begin, s->end};
}

struct pf_range pf_view_opening(const struct pf_view *view)
{
	struct pf_range none = {0, 0};

	return view->tokens->sentences.n ? pf_sentence_range(view, 0) : none;
}

void pf_view_sentences(const struct pf_view *view, struct pf_range range, size_t *first,
		       size_t *last)
{
	size_t n = view->tokens->sentences.n, lo = 0, hi = n;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (view->tokens->sentences.v[mid].begin < range.begin)
			lo = mid + 1;
		else
			hi = mid;
	}
	/* "A: Yes, ..." is one sentence, and the answer begins after its mark. */
	*first = lo && view->tokens->sentences.v[lo - 1].end > range.begin &&
				 (lo == n || view->tokens->sentences.v[lo].begin > range.begin)
			 ? lo - 1
			 : lo;
	while (lo < n && view->tokens->sentences.v[lo].begin < range.end)
		lo++;
	*last = lo;
}

void pf_view_quants(const struct pf_view *view, struct pf_range range, size_t *first, size_t *last)
{
	size_t i = pf_quants_at(view->quants, range.begin);

	*first = i;
	while (i < view->quants->n && view->quants->v[i].begin < range.end)
		i++;
	*last = i;
}

bool pf_range_empty(struct pf_range r)
{
	return r.begin >= r.end;
}

bool pf_range_in(struct pf_range inner, struct pf_range outer)
{
	return inner.begin >= outer.begin && inner.end <= outer.end;
}
