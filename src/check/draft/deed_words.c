#include "deed_words.h"

#include "prfaq/base/mem.h"

#include "deeds.h"
#include "quants.h"

static const struct deed_word {
	const char *word;
	uint32_t is;
} deed_words[] = {
#include "deeds.inc"
};

#define DEED_WORDS (sizeof(deed_words) / sizeof(*deed_words))

/* As strcmp, of a word in any case and with either apostrophe. */
static int compare(struct pf_slice word, const char *row)
{
	size_t i = 0;

	for (; i < word.len; i++, row++) {
		unsigned char c = (unsigned char)word.ptr[i];

		if (c >= 'A' && c <= 'Z')
			c = (unsigned char)(c + 32);
		if (c == 0xE2 && word.len - i >= 3) { /* the curly one */
			c = '\'';
			i += 2;
		}
		if (c != (unsigned char)*row)
			return c < (unsigned char)*row ? -1 : 1;
	}
	return *row ? -1 : 0;
}

static bool is_negated(struct pf_slice word)
{
	return word.len > 3 && word.ptr[word.len - 1] == 't' &&
	       (word.ptr[word.len - 3] == 'n' || (word.len > 5 && word.ptr[word.len - 5] == 'n')) &&
	       !(word.ptr[word.len - 2] >= 'a' && word.ptr[word.len - 2] <= 'z');
}

#define LETTERS 26

/* Where the words of each letter begin: half of the steps of every look-up are those to its own. */
struct letters {
	size_t begin[LETTERS + 1];
};

static void find_letters(struct letters *letters)
{
	size_t row = 0;

	for (size_t c = 0; c <= LETTERS; c++) {
		while (row < DEED_WORDS && (size_t)(deed_words[row].word[0] - 'a') < c)
			row++;
		letters->begin[c] = row;
	}
}

static uint32_t look_up(const struct letters *letters, struct pf_slice word)
{
	size_t letter = (size_t)((word.ptr[0] | 0x20) - 'a'), low, high;

	if (letter >= LETTERS)
		return 0;
	low = letters->begin[letter];
	high = letters->begin[letter + 1];

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int d = compare(word, deed_words[middle].word);

		if (!d)
			return deed_words[middle].is;
		if (d < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return 0;
}

uint32_t *pf_deeds_words(const struct pf_view *view)
{
	uint32_t *is = pf_xcalloc(view->tokens->n_words + 1, sizeof(*is));
	uint32_t seen = 0; /* words are numbered as they come */
	struct letters letters;

	find_letters(&letters);
	for (size_t i = 0; i < view->tokens->n; i++) {
		const struct pf_token *t = &view->tokens->v[i];
		uint32_t n = view->tokens->word[i];

		if (n <= seen || t->kind != PF_TOKEN_WORD)
			continue;
		seen = n;
		is[n] = look_up(&letters, pf_slice_cut(view->text, t->begin, t->end));
		is[n] |= is_negated(pf_slice_cut(view->text, t->begin, t->end)) ? PF_WORD_NO : 0;
	}
	return is;
}

bool pf_deed_in_list(const struct pf_view *view, const char *name, struct pf_range range)
{
	uint32_t list = pf_list_named(view, name);

	return pf_view_any(view, &list, 1, range, NULL);
}

bool pf_deed_has_quant(const struct pf_view *view, struct pf_range range)
{
	size_t first, last;

	pf_view_quants(view, range, &first, &last);
	return first < last;
}

bool pf_deed_waves_away(const struct pf_view *view, struct pf_range answer)
{
	return pf_deed_in_list(view, "softballs", answer) && !pf_deed_has_quant(view, answer);
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

bool pf_deed_is_dated(const struct pf_view *view, struct pf_range range)
{
	return pf_sentence_dated(
		view, pf_sentence_of(view->tokens, pf_tokens_at(view->tokens, range.begin)));
}
