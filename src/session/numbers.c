#include "numbers.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "prfaq/base/mem.h"
#include "prfaq/text/phrases.h"
#include "prfaq/text/stem.h"

#define NUMBERS_MAX 300 /* of a draft that are compared: a page has thirty */

void pf_numbers_read(struct pf_numbers *out, struct pf_slice text)
{
	memset(out, 0, sizeof(*out));
	/* Too long to be a document is too long to be a reply: it is read as empty. */
	if (pf_doc_new_plain(&out->doc, text, NULL) != PF_OK &&
	    pf_doc_new_plain(&out->doc, PF_SLICE(""), NULL) != PF_OK)
		return;
	out->text = pf_doc_text(out->doc);
	out->tokens = pf_doc_tokens(out->doc);
	pf_quants_scan(&out->quants, out->text, out->tokens);
}

void pf_numbers_release(struct pf_numbers *numbers)
{
	pf_quants_release(&numbers->quants);
	pf_doc_free(numbers->doc);
	memset(numbers, 0, sizeof(*numbers));
}

#define COUNT_MIN                                                                      \
	1000 /* a smaller bare count needs a role: "3 friends" and "5 friends" are two \
	      */

/* "Week 10" is a place in time, "step 3" one in a list: neither measures anything. */
static bool is_label(struct pf_number_at at)
{
	static const char *const words[] = {"week", "weeks", "month", "months", "day",   "days",
					    "year", "step",  "stage", "phase",  "level", "version",
					    "line", "part",  "page",  "no",     "number"};
	uint32_t first = at.quant->first;

	for (size_t i = 0; first > 0 && i < sizeof(words) / sizeof(words[0]); i++)
		if (pf_token_is(at.text, &at.tokens->v[first - 1], words[i]))
			return true;
	return false;
}

static bool comparable(struct pf_number_at at)
{
	const struct pf_quant *q = at.quant;

	if (q->kind == PF_QUANT_DATE || q->kind == PF_QUANT_MULTIPLIER ||
	    q->kind == PF_QUANT_RANGE || q->role == PF_ROLE_DELTA || q->role == PF_ROLE_DEADLINE ||
	    is_label(at))
		return false;
	return q->kind != PF_QUANT_NUMBER || q->unit[0] || q->role != PF_ROLE_NONE ||
	       q->value >= COUNT_MIN;
}

/* "4.1M" and "4.12M" are one value, written twice. */
static bool same_value(double a, double b)
{
	double most = fabs(a) > fabs(b) ? fabs(a) : fabs(b);

	return fabs(a - b) <= 0.02 * most;
}

static void stems_in(struct pf_stemmer *stemmer, struct pf_number_at at, struct pf_range range,
		     struct pf_stems *out)
{
	size_t first = pf_tokens_at(at.tokens, range.begin);
	size_t last = pf_tokens_at(at.tokens, range.end);

	pf_stems_of(stemmer, at.text, at.tokens, first, last, out);
}

static struct pf_range sentence_at(struct pf_number_at at)
{
	const struct pf_sentence *s =
		&at.tokens->sentences.v[pf_sentence_of(at.tokens, at.quant->first)];

	return (struct pf_range){s->begin, s->end};
}

static bool is_qualifier(struct pf_slice text, const struct pf_token *token)
{
	static const char *const words[] = {
		"among", "for",   "in",  "on",   "at",   "within", "during", "before", "after",
		"by",    "until", "per", "each", "with", "when",   "across", "without"};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (pf_token_is(text, token, words[i]))
			return true;
	return false;
}

/* Numbers among them count too: "by month 3" and "by month 8" are two periods. The quantity itself
 * does not narrow itself down. */
static void number_hashes(struct pf_number_at at, size_t first, size_t last, struct pf_stems *out)
{
	for (size_t i = first; i < last; i++) {
		bool own = i >= at.quant->first && i < at.quant->last;

		if (at.tokens->v[i].kind == PF_TOKEN_NUMBER && !own)
			*PF_PUSH(out) = at.tokens->v[i].hash;
	}
}

/* What narrows the sentence down to a period or a segment: up to three words behind each
 * preposition. Not grammar; it only has to differ when the two sentences may. */
static void qualifiers(struct pf_stemmer *stemmer, struct pf_number_at at, struct pf_stems *out)
{
	const struct pf_sentence *s =
		&at.tokens->sentences.v[pf_sentence_of(at.tokens, at.quant->first)];

	for (size_t i = s->first; i < s->last; i++) {
		size_t end = i + 4 < s->last ? i + 4 : s->last;
		struct pf_stems found = {0};

		if (!is_qualifier(at.text, &at.tokens->v[i]))
			continue;
		pf_stems_of(stemmer, at.text, at.tokens, i, end, &found);
		number_hashes(at, i, end, &found);
		for (size_t k = 0; k < found.n; k++)
			*PF_PUSH(out) = found.v[k];
		pf_stems_release(&found);
	}
}

static bool all_in(const struct pf_stems *a, const struct pf_stems *b)
{
	for (size_t i = 0; i < a->n; i++) {
		bool found = false;

		for (size_t k = 0; !found && k < b->n; k++)
			found = a->v[i] == b->v[k];
		if (!found)
			return false;
	}
	return true;
}

/* 2: the same noun, 1: one says more than the other, 0: different or none. */
static int same_noun(struct pf_stemmer *stemmer, struct pf_number_at a, struct pf_number_at b)
{
	struct pf_stems x = {0}, y = {0};
	int same = 0;

	stems_in(stemmer, a, a.quant->of, &x);
	stems_in(stemmer, b, b.quant->of, &y);
	if (x.n && y.n)
		same = all_in(&x, &y) + all_in(&y, &x);
	pf_stems_release(&x);
	pf_stems_release(&y);
	return same;
}

/* YES: the same period and segment, or none; MAYBE: one says more; NOT: each names its own. */
static enum pf_same same_qualifiers(struct pf_stemmer *stemmer, struct pf_number_at a,
				    struct pf_number_at b)
{
	struct pf_stems x = {0}, y = {0};
	int both;

	qualifiers(stemmer, a, &x);
	qualifiers(stemmer, b, &y);
	both = all_in(&x, &y) + all_in(&y, &x);
	pf_stems_release(&x);
	pf_stems_release(&y);
	return both == 2 ? PF_SAME_YES : both == 1 ? PF_SAME_MAYBE : PF_SAME_NOT;
}

/* "$1.1M a year" has no noun, but two costs a year that share a word may be one. */
static bool same_rate(struct pf_stemmer *stemmer, struct pf_number_at a, struct pf_number_at b)
{
	struct pf_stems x = {0}, y = {0};
	bool same = false;

	if (a.quant->kind != PF_QUANT_MONEY || !a.quant->per[0])
		return false;
	stems_in(stemmer, a, sentence_at(a), &x);
	stems_in(stemmer, b, sentence_at(b), &y);
	same = pf_stems_shared(&x, &y) > 0;
	pf_stems_release(&x);
	pf_stems_release(&y);
	return same;
}

enum pf_same pf_numbers_same(struct pf_stemmer *stemmer, struct pf_number_at a,
			     struct pf_number_at b)
{
	const struct pf_quant *p = a.quant, *q = b.quant;
	enum pf_same narrowed;
	int noun;

	if (!comparable(a) || !comparable(b) || p->kind != q->kind ||
	    strcmp(p->unit, q->unit) != 0 || strcmp(p->per, q->per) != 0 || p->bound != q->bound ||
	    same_value(p->value, q->value))
		return PF_SAME_NOT;
	/* What is so today and what is to be are two values of one noun, as they should be. */
	if (p->role != q->role && p->role != PF_ROLE_NONE && q->role != PF_ROLE_NONE)
		return PF_SAME_NOT;
	/* "6 restaurants first, then 30": small groups are the steps of a plan. */
	if (p->role == PF_ROLE_POPULATION && p->value < COUNT_MIN && q->value < COUNT_MIN)
		return PF_SAME_NOT;
	noun = same_noun(stemmer, a, b);
	if (noun == 0)
		return same_rate(stemmer, a, b) ? PF_SAME_MAYBE : PF_SAME_NOT;
	narrowed = same_qualifiers(stemmer, a, b);
	if (narrowed == PF_SAME_YES && (noun < 2 || p->role != q->role || p->role == PF_ROLE_NONE))
		return PF_SAME_MAYBE;
	return narrowed;
}

/* --- within the draft ---------------------------------------------------- */

static struct pf_number_at at_draft(const struct pf_check *check, size_t i)
{
	return (struct pf_number_at){pf_doc_text(check->doc), pf_doc_tokens(check->doc),
				     &check->quants.v[i]};
}

static size_t count_of(const struct pf_quants *quants)
{
	return quants->n < NUMBERS_MAX ? quants->n : NUMBERS_MAX;
}

/* The list or the table that holds the byte, or PF_DOC_NONE. */
static uint32_t series_at(const struct pf_doc *doc, uint32_t off)
{
	size_t n;
	const struct pf_block *blocks = pf_doc_blocks(doc, &n);
	uint32_t at = pf_doc_block_at(doc, off);

	while (at != PF_DOC_NONE && blocks[at].kind != PF_BLOCK_LIST &&
	       blocks[at].kind != PF_BLOCK_TABLE)
		at = blocks[at].parent;
	return at;
}

/* Seen by the writer side by side: in one sentence that is a comparison, in the rows of one table
 * or the points of one list a series ("500 customers", then "5,000 customers"). */
static bool side_by_side(const struct pf_doc *doc, struct pf_range a, struct pf_range b)
{
	uint32_t series;

	if (a.begin == b.begin)
		return true;
	series = series_at(doc, a.begin);
	return series != PF_DOC_NONE && series == series_at(doc, b.begin);
}

/* "In 20 minutes, not in 74": who names the other value beside it is not in doubt. */
static bool names_value_beside(const struct pf_check *check, size_t i, double value)
{
	struct pf_range s = sentence_at(at_draft(check, i));

	for (size_t k = pf_quants_at(&check->quants, s.begin);
	     k < check->quants.n && check->quants.v[k].begin < s.end; k++)
		if (same_value(check->quants.v[k].value, value))
			return true;
	return false;
}

/* A rollout's audiences, gates and stops are steps on the way: they are held against nothing. */
static bool is_step(const struct pf_check *check, const struct pf_quant *q)
{
	return pf_parts_at(&check->parts, q->begin) == PF_PART_ROLLOUT;
}

/* What will be, even where no word says so: that is what solution, benefits and metrics are for. */
static bool promises(const struct pf_check *check, const struct pf_quant *q)
{
	enum pf_part_id part = pf_parts_at(&check->parts, q->begin);

	return q->role == PF_ROLE_TARGET || is_step(check, q) ||
	       (q->role != PF_ROLE_BASELINE &&
		(part == PF_PART_SOLUTION || part == PF_PART_BENEFITS || part == PF_PART_METRICS));
}

/* Told by the brief, or the sum of what was: two such numbers are two things, and what will be is
 * another than what is. */
static bool is_grounded(const struct pf_check *check, size_t i)
{
	return check->origin[i] == PF_ORIGIN_GIVEN || check->origin[i] == PF_ORIGIN_DERIVED;
}

/* Numbers i and k of the draft may be held against each other: two that are merely claimed, or one
 * of them and a fact. */
static bool may_contradict(const struct pf_check *check, size_t i, size_t k)
{
	const struct pf_quant *a = &check->quants.v[i], *b = &check->quants.v[k];
	bool told_a = is_grounded(check, i), told_b = is_grounded(check, k);

	if (is_step(check, a) || is_step(check, b) || (told_a && told_b) ||
	    (told_a && promises(check, b)) || (told_b && promises(check, a)))
		return false;
	return !names_value_beside(check, i, b->value) && !names_value_beside(check, k, a->value);
}

bool pf_numbers_contradict(const struct pf_check *check, enum pf_same kind, size_t skip,
			   struct pf_number_pair *out)
{
	struct pf_stemmer *stemmer = pf_stemmer_new();
	size_t n = count_of(&check->quants);
	bool found = false;

	for (size_t i = 0; i < n && !found; i++)
		for (size_t k = i + 1; k < n && !found; k++) {
			struct pf_number_at a = at_draft(check, i), b = at_draft(check, k);
			struct pf_range s = sentence_at(a), t = sentence_at(b);

			if (side_by_side(check->doc, s, t) ||
			    pf_numbers_same(stemmer, a, b) != kind || !may_contradict(check, i, k))
				continue;
			if (skip-- > 0)
				continue;
			found = true;
			*out = (struct pf_number_pair){{a.quant->begin, a.quant->end},
						       {b.quant->begin, b.quant->end},
						       s,
						       t,
						       kind};
		}
	pf_stemmer_free(stemmer);
	return found;
}

/* --- against the brief --------------------------------------------------- */

static bool names_fact(struct pf_number_at at, struct pf_range range,
		       const struct pf_check_fact *fact)
{
	struct pf_phrases *phrases = pf_phrases_new();
	struct pf_phrase_hits hits = {0};
	bool found;

	for (size_t i = 0; i < fact->nouns.n; i++)
		pf_phrases_add(phrases, pf_slice_of(fact->nouns.v[i]), 1);
	pf_phrases_find(phrases, at.text, at.tokens, pf_tokens_at(at.tokens, range.begin),
			pf_tokens_at(at.tokens, range.end), &hits);
	found = hits.n > 0;
	pf_phrase_hits_release(&hits);
	pf_phrases_free(phrases);
	return found;
}

/* The value is one that the brief gives, for this or another noun. */
static bool given_value(const struct pf_check_prompt *prompt, double value)
{
	for (size_t i = 0; i < prompt->n_facts; i++)
		if (prompt->facts[i].unit && same_value(prompt->facts[i].value, value))
			return true;
	return false;
}

/* "It covers 60,000 customers at first": a count that some fact of the noun can hold is a part. */
static bool is_part_of_fact(struct pf_number_at at, const struct pf_check_prompt *prompt)
{
	for (size_t k = 0; k < prompt->n_facts; k++) {
		const struct pf_check_fact *fact = &prompt->facts[k];

		if (fact->unit && !fact->unit[0] && at.quant->value < fact->value &&
		    names_fact(at, at.quant->of, fact))
			return true;
	}
	return false;
}

static enum pf_same against(const struct pf_check *check, size_t i,
			    const struct pf_check_prompt *prompt, const struct pf_check_fact *fact)
{
	struct pf_number_at at = at_draft(check, i);
	const struct pf_quant *q = at.quant;

	if (!comparable(at) || promises(check, q) || q->bound != PF_BOUND_NONE || q->per[0] ||
	    strcmp(q->unit, fact->unit) != 0 || given_value(prompt, q->value))
		return PF_SAME_NOT;
	/* A bare count needs a role: "3 friends" is not a wrong "1.6 million members". */
	if (!q->unit[0] && q->role != PF_ROLE_BASELINE &&
	    (q->role != PF_ROLE_POPULATION || is_part_of_fact(at, prompt)))
		return PF_SAME_NOT;
	if (q->of.begin == q->of.end || !names_fact(at, q->of, fact) ||
	    names_value_beside(check, i, fact->value))
		return PF_SAME_NOT;
	return q->role == PF_ROLE_BASELINE ? PF_SAME_YES : PF_SAME_MAYBE;
}

bool pf_numbers_against_facts(const struct pf_check *check, const struct pf_check_context *context,
			      size_t skip, struct pf_number_fact *out)
{
	const struct pf_check_prompt *prompt = context->prompt;

	for (size_t i = 0; i < count_of(&check->quants); i++)
		for (size_t k = 0; k < prompt->n_facts; k++) {
			const struct pf_check_fact *fact = &prompt->facts[k];
			enum pf_same same;

			if (!fact->known || !fact->unit || fact->nouns.n == 0)
				continue;
			same = against(check, i, prompt, fact);
			if (same == PF_SAME_NOT || skip-- > 0)
				continue;
			out->at =
				(struct pf_range){check->quants.v[i].begin, check->quants.v[i].end};
			out->clause = sentence_at(at_draft(check, i));
			out->fact = fact->text;
			out->id = fact->id;
			out->same = same;
			return true;
		}
	return false;
}

/* --- a reply against the draft ------------------------------------------- */

static bool in_draft(const struct pf_quants *draft, const struct pf_quant *q)
{
	for (size_t i = 0; i < draft->n; i++)
		if (same_value(draft->v[i].value, q->value) ||
		    (draft->v[i].kind == PF_QUANT_RANGE && q->value >= draft->v[i].value &&
		     q->value <= draft->v[i].high))
			return true;
	return false;
}

/* A value that the draft or the brief holds is no slip; nor is arithmetic shown in the reply. */
static bool excused(const struct pf_prompt *prompt, const struct pf_check *check,
		    const struct pf_quant *q)
{
	if (in_draft(&check->quants, q))
		return true;
	for (size_t i = 0; i < prompt->points.n; i++)
		if (same_value(prompt->points.v[i].value, q->value))
			return true;
	return false;
}

void pf_numbers_mismatch(const struct pf_prompt *prompt, const struct pf_check *check,
			 const struct pf_numbers *reply, char *out, size_t size)
{
	struct pf_stemmer *stemmer = pf_stemmer_new();

	out[0] = '\0';
	for (size_t i = 0; i < count_of(&reply->quants) && !out[0]; i++) {
		struct pf_number_at said = {reply->text, reply->tokens, &reply->quants.v[i]};

		if (excused(prompt, check, said.quant))
			continue;
		for (size_t k = 0; k < count_of(&check->quants) && !out[0]; k++) {
			struct pf_number_at wrote = at_draft(check, k);
			enum pf_same same = pf_numbers_same(stemmer, wrote, said);

			if (same == PF_SAME_NOT)
				continue;
			snprintf(out, size, "You wrote \"%.*s\"; now you say \"%.*s\". %s",
				 (int)(wrote.quant->end - wrote.quant->begin),
				 wrote.text.ptr + wrote.quant->begin,
				 (int)(said.quant->end - said.quant->begin),
				 said.text.ptr + said.quant->begin,
				 same == PF_SAME_YES ? "Which?" : "Are these the same thing?");
		}
	}
	pf_stemmer_free(stemmer);
}
