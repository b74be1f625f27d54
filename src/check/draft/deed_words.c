#include "deed_words.h"

#include "prfaq/base/mem.h"

#include "deed_rows.h"
#include "deeds.h"
#include "quants.h"
#include "rubric/compiled.h"

#include "draft/compiled_deeds.h" /* of deed_rows.h */

/* "isn't", however the apostrophe is written. */
static bool is_negated(struct pf_slice word)
{
	return word.len > 3 && word.ptr[word.len - 1] == 't' &&
	       (word.ptr[word.len - 3] == 'n' || (word.len > 5 && word.ptr[word.len - 5] == 'n')) &&
	       !(word.ptr[word.len - 2] >= 'a' && word.ptr[word.len - 2] <= 'z');
}

uint32_t pf_deed_word(struct pf_slice text, const struct pf_token *t)
{
	const struct deed_slot *slot;

	for (uint32_t at = t->hash % DEED_SLOTS; (slot = &deed_slots[at])->hash;
	     at = (at + 1) % DEED_SLOTS)
		if (slot->hash == t->hash && pf_token_is(text, t, deed_words[slot->row].word))
			return deed_words[slot->row].is;
	return 0;
}

#define READ_WORDS 20000u /* the beginning tells as well as the whole, and a book is long */

void pf_deeds_words(struct pf_view *view)
{
	uint32_t *is = pf_xcalloc(view->tokens->n_words + 1, sizeof(*is));
	const struct pf_known_word **known = pf_xcalloc(view->tokens->n_words + 1, sizeof(*known));
	uint32_t seen = 0; /* words are numbered as they come */
	size_t words = 0, small = 0;

	for (size_t i = 0; i < view->tokens->n; i++) {
		const struct pf_token *t = &view->tokens->v[i];
		uint32_t n = view->tokens->word[i];

		if (n > seen && t->kind == PF_TOKEN_WORD) {
			seen = n;
			known[n] = pf_compiled_word(view->text, t);
			is[n] = known[n] ? known[n]->does : pf_deed_word(view->text, t);
			is[n] |= is_negated(pf_slice_cut(view->text, t->begin, t->end)) ? PF_WORD_NO
											: 0;
		}
		view->weighing += (is[n] & (PF_WORD_NO | PF_WORD_BUT)) != 0;
		if (t->kind == PF_TOKEN_WORD && words < READ_WORDS) {
			words++;
			small += (is[n] & PF_WORD_STOP) != 0;
		}
	}
	view->does = is;
	view->known = known;
	view->small = words ? (double)small / (double)words : 0;
}

bool pf_deed_has_quant(const struct pf_view *view, struct pf_range range)
{
	size_t first, last;

	pf_view_quants(view, range, &first, &last);
	return first < last;
}

bool pf_deed_waves_away(const struct pf_view *view, struct pf_range answer)
{
	return pf_view_has(view, PF_LIST_softballs, answer) && !pf_deed_has_quant(view, answer);
}

struct pf_range pf_deed_sentence_in(const struct pf_view *view, size_t s, struct pf_range answer)
{
	struct pf_range at = pf_sentence_range(view, s);

	at.begin = at.begin < answer.begin ? answer.begin : at.begin;
	at.end = at.end > answer.end ? answer.end : at.end;
	return at;
}

bool pf_deed_any_sentence(const struct pf_view *view, struct pf_range answer,
			  bool (*holds)(const struct pf_view *, struct pf_range))
{
	size_t first, last;

	for (pf_view_sentences(view, answer, &first, &last); first < last; first++)
		if (holds(view, pf_deed_sentence_in(view, first, answer)))
			return true;
	return false;
}
