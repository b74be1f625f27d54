#include "numbers.h"

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
	struct pf_range s = pf_number_sentence(at_draft(check, i));

	for (size_t k = pf_quants_at(&check->quants, s.begin);
	     k < check->quants.n && check->quants.v[k].begin < s.end; k++)
		if (pf_number_values_agree(check->quants.v[k].value, value))
			return true;
	return false;
}

/* A rollout's audiences, gates and stops are steps on the way: they are held against nothing. */
static bool is_step(const struct pf_check *check, const struct pf_quant *q)
{
	return pf_parts_at(&check->parts, q->begin) == PF_PART_ROLLOUT;
}

/* Does a sign that multiplies stand at byte i: "*", "x" with a blank behind it, U+00D7? */
static bool multiplies_at(struct pf_slice text, size_t i)
{
	if (i + 1 >= text.len)
		return false;
	return text.ptr[i] == '*' || (text.ptr[i] == 'x' && text.ptr[i + 1] == ' ') ||
	       (text.ptr[i] == '\xC3' && text.ptr[i + 1] == '\x97');
}

/* "60,000 customers x 1.5 payments x £9": a factor is of the sum, and of nothing else. */
static bool is_factor(const struct pf_check *check, const struct pf_quant *q)
{
	struct pf_slice text = pf_doc_text(check->doc);
	size_t before = q->begin, behind = q->of.begin >= q->end ? q->of.end : q->end;

	while (before && text.ptr[before - 1] == ' ')
		before--;
	while (behind < text.len && text.ptr[behind] == ' ')
		behind++;
	return multiplies_at(text, behind) || (before > 0 && multiplies_at(text, before - 1)) ||
	       (before > 1 && multiplies_at(text, before - 2));
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

	if (is_step(check, a) || is_step(check, b) || is_factor(check, a) || is_factor(check, b) ||
	    (told_a && told_b) || (told_a && promises(check, b)) || (told_b && promises(check, a)))
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
			struct pf_range s = pf_number_sentence(a), t = pf_number_sentence(b);

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
		if (prompt->facts[i].unit && pf_number_values_agree(prompt->facts[i].value, value))
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

	if (!pf_number_comparable(at) || promises(check, q) || q->bound != PF_BOUND_NONE ||
	    q->per[0] || strcmp(q->unit, fact->unit) != 0 || given_value(prompt, q->value))
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
			out->clause = pf_number_sentence(at_draft(check, i));
			out->fact = fact->text;
			out->same = same;
			return true;
		}
	return false;
}

/* --- a reply against the draft ------------------------------------------- */

static bool in_draft(const struct pf_quants *draft, const struct pf_quant *q)
{
	for (size_t i = 0; i < draft->n; i++)
		if (pf_number_values_agree(draft->v[i].value, q->value) ||
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
		if (pf_number_values_agree(prompt->points.v[i].value, q->value))
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
