#include "prfaq/check/aloud.h"

#include <stdio.h>

#include "prfaq/base/mem.h"

#include "spoken.h"

enum { BREATH = 24, LONG_BREATH = 35 }; /* words */

struct counts {
	unsigned signs, long_words, numbers;
	uint32_t breath; /* index of the token at which breath runs out */
};

/* All but the long words. */
static struct counts count(const struct pf_spoken *in, size_t sentence)
{
	const struct pf_sentence *s = &in->tokens->sentences.v[sentence];
	struct counts c = {.breath = s->first};
	uint32_t words = 0;

	for (uint32_t i = s->first; i < s->last; i++) {
		const struct pf_token *t = &in->tokens->v[i];

		if (t->kind == PF_TOKEN_SIGN) {
			c.signs += t->sign == '(' || (t->sign == '-' && t->flags & PF_TOKEN_SPACED);
			continue;
		}
		if (++words == BREATH + 1)
			c.breath = i;
	}
	if (sentence < in->quants->sentences.n)
		c.numbers = in->quants->sentences.v[sentence].n;
	return c;
}

static unsigned long_words(const struct pf_spoken *in, const struct pf_sentence *s)
{
	unsigned n = 0;

	for (uint32_t i = s->first; i < s->last; i++) {
		const struct pf_token *t = &in->tokens->v[i];

		if (t->kind == PF_TOKEN_WORD && t->end - t->begin > 8)
			n += pf_token_syllables(in->memo, in->text, i) >= 4;
	}
	return n;
}

static void say_why(struct pf_stumble *out, const struct counts *c)
{
	const struct {
		bool so;
		unsigned n;
		const char *what;
	} reasons[] = {
		{out->words > BREATH, out->words, "words in one breath"},
		{c->signs > 2, c->signs, "brackets and dashes"},
		{c->numbers > 3, c->numbers, "numbers"},
		{c->long_words > 2, c->long_words, "long words"},
	};
	size_t used = 0;

	for (size_t i = 0; i < sizeof(reasons) / sizeof(*reasons); i++)
		if (reasons[i].so && used < sizeof(out->why))
			used += (size_t)snprintf(out->why + used, sizeof(out->why) - used,
						 "%s%u %s", used ? ", " : "", reasons[i].n,
						 reasons[i].what);
}

bool pf_spoken_stumbles(const struct pf_spoken *in, size_t sentence, struct pf_stumble *out)
{
	const struct pf_sentence *s = &in->tokens->sentences.v[sentence];
	struct counts c = count(in, sentence);
	unsigned points = 0;

	points += s->words > BREATH;
	points += s->words > LONG_BREATH;
	points += c.signs > 2;
	points += c.numbers > 3;
	if (!points) /* long words are one point: most sentences are told without their syllables */
		return false;
	c.long_words = long_words(in, s);
	points += c.long_words > 2;
	if (points < 2)
		return false;
	if (!out)
		return true;
	*out = (struct pf_stumble){.sentence = {s->begin, s->end}, .words = s->words};
	out->at = out->sentence;
	if (s->words > BREATH)
		out->at.begin = in->tokens->v[c.breath].begin;
	say_why(out, &c);
	return true;
}

bool pf_spoken_is_read(const struct pf_spoken *in, size_t sentence)
{
	const struct pf_sentence *s = &in->tokens->sentences.v[sentence];
	enum pf_block_kind kind;
	uint32_t block;
	size_t n;

	if (s->words < 3)
		return false;
	block = pf_doc_block_at(in->doc, s->begin);
	kind = block == PF_DOC_NONE ? PF_BLOCK_PARAGRAPH : pf_doc_blocks(in->doc, &n)[block].kind;
	return kind != PF_BLOCK_CELL && kind != PF_BLOCK_HEADING;
}

void pf_stumbles_find(struct pf_stumbles *out, const struct pf_check *check)
{
	struct pf_spoken in = {check->doc, pf_doc_text(check->doc), pf_doc_tokens(check->doc),
			       &check->quants, pf_syllable_memo_new(pf_doc_tokens(check->doc))};
	struct pf_stumble one;

	for (size_t i = 0; i < in.tokens->sentences.n; i++) {
		if (!pf_spoken_is_read(&in, i))
			continue;
		out->read++;
		if (pf_spoken_stumbles(&in, i, &one))
			*PF_PUSH(out) = one;
	}
	pf_syllable_memo_free(in.memo);
}

struct pf_readability pf_part_readability(const struct pf_check *check, enum pf_part_id part,
					  struct pf_syllable_memo *memo)
{
	struct pf_slice text = pf_doc_text(check->doc);
	const struct pf_tokens *tokens = pf_doc_tokens(check->doc);
	struct pf_readability sum = {0};

	if (part == PF_PART_COUNT)
		return pf_readability_of(text, tokens, (struct pf_range){0, (uint32_t)text.len},
					 memo);
	for (size_t i = 0; i < check->parts.parts.n; i++) {
		struct pf_readability r;

		if (check->parts.parts.v[i].id != part)
			continue;
		r = pf_readability_of(text, tokens, check->parts.parts.v[i].body, memo);
		sum.sentences += r.sentences;
		sum.words += r.words;
		sum.syllables += r.syllables;
	}
	pf_readability_grade(&sum);
	return sum;
}
