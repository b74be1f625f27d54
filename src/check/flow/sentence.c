#include "sentence.h"

#include <string.h>

#include "draft/quants.h"
#include "rubric/known_words.h"
#include "telling_rows.h"

#include "flow/compiled_telling.h" /* of telling_rows.h */

uint32_t pf_flow_first(const struct pf_view *view, const struct pf_sentence *s)
{
	const struct pf_token *t = &view->tokens->v[s->first];
	bool marked =
		s->last - s->first > 2 && t[1].sign == ':' &&
		(pf_token_is(view->text, t, "q") || pf_token_is(view->text, t, "a") ||
		 pf_token_is(view->text, t, "question") || pf_token_is(view->text, t, "answer"));

	return s->first + (marked ? 2 : 0);
}

bool pf_flow_prose(const struct pf_view *view, size_t sentence)
{
	const struct pf_sentence *s = &view->tokens->sentences.v[sentence];

	return s->words >= 3 && view->sentence_part[sentence] != PF_SENTENCE_HEADING &&
	       !view->in_table[sentence];
}

static uint32_t marks_of_numbers(const struct pf_view *view, size_t sentence)
{
	const struct pf_quant_sentence *q = &view->quants->sentences.v[sentence];
	uint32_t marks = 0;

	for (uint32_t i = q->first; i < q->first + q->n; i++) {
		const struct pf_quant *quant = &view->quants->v[i];
		bool change = quant->pair != PF_QUANT_NONE || quant->bound == PF_BOUND_LT;

		marks |= (uint32_t)pf_quant_is_date(quant) << PF_MARK_DATE |
			 (uint32_t)(quant->base == PF_QUANT_MONEY) << PF_MARK_MONEY |
			 (uint32_t)(quant->base == PF_QUANT_PERCENT) << PF_MARK_PERCENT |
			 (uint32_t)change << PF_MARK_CHANGE |
			 (uint32_t)(quant->base == PF_QUANT_DURATION) << PF_MARK_DURATION |
			 (uint32_t)(quant->role == PF_ROLE_BASELINE) << PF_MARK_BASELINE |
			 (uint32_t)(quant->role == PF_ROLE_TARGET) << PF_MARK_TARGET |
			 (uint32_t)(quant->role == PF_ROLE_POPULATION) << PF_MARK_POPULATION;
	}
	return marks;
}

static uint32_t marks_of_sign(char sign)
{
	return (uint32_t)(sign == '"') << PF_MARK_QUOTES |
	       (uint32_t)(sign == ':') << PF_MARK_COLON | (uint32_t)(sign == '=') << PF_MARK_SUM;
}

static uint32_t marks_of_length(size_t words, size_t numbers)
{
	return (uint32_t)(numbers > 0) << PF_MARK_NUMBER |
	       (uint32_t)(numbers >= 3) << PF_MARK_NUMBERS |
	       (uint32_t)(words < 6) << PF_MARK_TERSE | (uint32_t)(words < 10) << PF_MARK_SHORT |
	       (uint32_t)(words > 16) << PF_MARK_LONG | (uint32_t)(words > 22) << PF_MARK_LONGER;
}

/* `row`: of telling_words, one up; 0 for none. `met` has a bit for each that was added. */
static void add_row(struct pf_seen *seen, uint64_t *met, unsigned row)
{
	uint64_t bit = UINT64_C(1) << row % 64;
	const struct telling_word *word;

	if (!row || met[row / 64] & bit)
		return;
	met[row / 64] |= bit;
	word = &telling_words[row - 1];
	for (size_t k = 0; k < PF_IN_NONE; k++)
		seen->says[k] += word->says[k];
	if (word->mark != PF_MARKS)
		seen->marks |= 1u << word->mark;
}

void pf_flow_telling(uint32_t hash, uint16_t *any, uint16_t *first)
{
	size_t at = hash % TELLING_SLOTS;

	while (telling_slots[at].hash && telling_slots[at].hash != hash)
		at = (at + 1) % TELLING_SLOTS;
	*any = telling_slots[at].any;
	*first = telling_slots[at].first;
}

/* The same of a token of the draft. */
static void telling_at(const struct pf_view *view, uint32_t token, uint16_t *any, uint16_t *first)
{
	const struct pf_known_word *known = view->known[view->tokens->word[token]];

	if (!known) {
		pf_flow_telling(view->tokens->v[token].hash, any, first);
		return;
	}
	*any = known->telling;
	*first = known->opening;
}

void pf_sentence_see(const struct pf_view *view, size_t sentence, struct pf_seen *seen)
{
	const struct pf_sentence *s = &view->tokens->sentences.v[sentence];
	uint64_t met[TELLING_WORDS / 64 + 1] = {0};

	*seen = (struct pf_seen){0};
	seen->marks = marks_of_numbers(view, sentence) |
		      (uint32_t)(view->tokens->v[s->last - 1].sign == '?') << PF_MARK_ASKS;
	for (uint32_t i = pf_flow_first(view, s); i < s->last; i++) {
		const struct pf_token *t = &view->tokens->v[i];

		seen->marks |= (uint32_t)((t->flags & PF_TOKEN_QUOTED) != 0) << PF_MARK_QUOTED;
		if (t->kind == PF_TOKEN_SIGN) {
			seen->marks |= marks_of_sign((char)t->sign);
		} else if (t->kind == PF_TOKEN_NUMBER) {
			seen->numbers++;
		} else {
			uint16_t any, first;

			telling_at(view, i, &any, &first);
			add_row(seen, met, any);
			if (seen->words++)
				continue;
			add_row(seen, met, first);
			if (pf_tier_of(view->text, t) != PF_TIER_NONE)
				seen->marks |= 1u << PF_MARK_TIER;
		}
	}
	seen->marks |= marks_of_length(seen->words, seen->numbers);
}
