/*
 * Sayings with a number in them: "in two minds", "half the battle". They count nothing.
 *
 * The number and the word beside it are looked up together, and only where they begin a row of
 * sayings.inc is the rest of it compared, outwards from the number. A row is short and has few
 * gaps, so that the work for a number has a bound.
 */
#include "saying.h"
#include "noise.h"
#include "words/word.h"

#include "compiled_sayings.h"

/* The word for a number of up to two digits: of "2" as of "two". */
static uint32_t said_in_words(const struct parse *p, const struct pf_token *t)
{
	const char *digit = p->text.ptr + t->begin;
	uint32_t n = (uint32_t)(*digit - '0');

	if (t->end - t->begin == 2)
		n = 10 * n + (uint32_t)(digit[1] - '0');
	return t->end - t->begin < 3 && n < sizeof(small) / sizeof(*small) ? small[n] : t->hash;
}

/* What token i is to a saying: the hash of a word. */
static uint32_t said(const struct parse *p, size_t i)
{
	const struct pf_token *t = &p->t[i];

	if (t->kind == PF_TOKEN_WORD)
		return t->hash == per && at_word(p, i + 1, "cent") ? percent : t->hash;
	if (t->kind == PF_TOKEN_NUMBER)
		return said_in_words(p, t);
	return pf_token_is_sign(t, '%') ? percent : 0;
}

/* Is token i a hyphen between two words, or the apostrophe of a plural? */
static bool is_joint(const struct parse *p, size_t i)
{
	return at_glued(p, i) &&
	       (at_sign(p, i, '\'') ||
		(at_sign(p, i, '-') && at_glued(p, i + 1) && !at_rune(p, i, "\xE2\x80\x94")));
}

/* Moves *i to the next word of its sentence, or the one before. */
static bool step(const struct parse *p, size_t *i, bool back)
{
	size_t k = *i;

	if (back) {
		if (!k || p->t[k].flags & PF_TOKEN_SENTENCE)
			return false;
		k--;
		k -= k && is_joint(p, k);
	} else {
		k += 1u + (at_word(p, k, "per") && at_word(p, k + 1, "cent"));
		k += is_joint(p, k);
		if (k >= p->n || p->t[k].flags & PF_TOKEN_SENTENCE)
			return false;
	}
	*i = k;
	return true;
}

static bool begins_clause(const struct parse *p, size_t i)
{
	static const char after[][WORD_ROOM] = {"and", "but",  "so",   "or",    "because", "if",
						"as",  "when", "that", "since", "then"};

	return !i || p->t[i].flags & PF_TOKEN_SENTENCE || p->t[i - 1].kind == PF_TOKEN_SIGN ||
	       ANY_WORD(p, i - 1, after);
}

/* "wouldn't", with a straight or a curly apostrophe */
static bool is_denied(const struct parse *p, size_t i)
{
	struct pf_slice word = token_text(p, i);

	return word.len > 4 && word.ptr[word.len - 1] == 't' &&
	       (word.ptr[word.len - 2] == '\'' || (unsigned char)word.ptr[word.len - 2] == 0x99);
}

/* "nine and a half", "one in ten", "6:50": does what stands at i go on the number before it? */
static bool goes_on_number(const struct parse *p, size_t i)
{
	static const char joins[][WORD_ROOM] = {"of",   "or",    "per",   "to",   "more",
						"less", "fewer", "other", "most", "each",
						"an",   "a",     "every"};
	size_t next = i + 1;

	if (p->t[i].kind == PF_TOKEN_SIGN)
		return (at_sign(p, i, '-') && is_joint(p, i)) || at_sign(p, i, '%') ||
		       at_sign(p, i, '/') ||
		       (at_glued(p, i) && at_glued(p, next) && at_number(p, next));
	if (ANY_WORD(p, i, joins))
		return true;
	if (!at_word(p, i, "and") && !at_word(p, i, "in"))
		return false;
	next += at_word(p, next, "a");
	return at_number(p, next) ||
	       at_any(p, next, LEX_BIT(NUMBER) | LEX_BIT(FRACTION) | LEX_BIT(MAGNITUDE));
}

/* "take five [and] go": no noun at i, and nothing that goes on the number. */
static bool ends_number(const struct parse *p, size_t i)
{
	const uint64_t no_noun = LEX_BIT(NOT_NOUN) | LEX_BIT(PREPOSITION) | LEX_BIT(CLAUSE);

	if (i >= p->n || p->t[i].flags & PF_TOKEN_SENTENCE)
		return true;
	return (p->t[i].kind == PF_TOKEN_SIGN || at_any(p, i, no_noun) || is_denied(p, i)) &&
	       !goes_on_number(p, i);
}

static bool is_one_of(uint32_t word, unsigned set)
{
	for (size_t k = sets[set]; k < sets[set + 1]; k++)
		if (words[k] == word)
			return true;
	return false;
}

/* Do the parts from k on, up to the last or back to the first, stand beside token i? *end is past
 * the last of them. */
static bool goes_on(const struct parse *p, const struct saying *s, size_t i, int k, bool back,
		    size_t *end)
{
	const int by = back ? -1 : 1;

	for (; k >= 0 && k < s->n; k += by) {
		uint16_t part = parts[s->first + k];

		if (part == SAYING_BEGIN)
			return begins_clause(p, i);
		if (part == SAYING_SPELLED)
			return true;
		if (part == SAYING_END) {
			*end = i + 1;
			return ends_number(p, i + 1);
		}
		if (part == SAYING_GAP) {
			for (int gap = 0; gap < 4; gap++) {
				if (goes_on(p, s, i, k + by, back, end))
					return true;
				if (!step(p, &i, back) || !is_word_token(p, i))
					return false;
			}
			return false;
		}
		if (part >= SAYING_NOT && part < SAYING_ANY) {
			if (!step(p, &i, back))
				break;
			if (is_one_of(said(p, i), part - SAYING_NOT))
				return false;
			continue;
		}
		if (!step(p, &i, back) ||
		    (part == SAYING_ANY ? !is_word_token(p, i) : !is_one_of(said(p, i), part)))
			return false;
	}
	*end = i + 1;
	return true;
}

/* Is it the number of a saying that is found by the word before it, or behind? Most are not. */
static inline bool is_said(uint32_t number, bool before)
{
	return numbers[before][number >> 5 & 63] >> (number & 31) & 1;
}

/* Past the saying whose number is token i, found by the word behind it or before; 0 for none. */
static size_t saying_by(const struct parse *p, size_t i, uint32_t number, bool before)
{
	const uint32_t last = sizeof(slots) / sizeof(*slots) - 1;
	size_t beside = i, end = 0, begin = 0;
	const struct saying *s;
	uint32_t pair, at;

	if (!step(p, &beside, before))
		return 0;
	pair = saying_pair(number, said(p, beside), before);
	for (at = pair & last; slots[at] && sayings[slots[at] - 1].pair != pair;)
		at = (at + 1) & last;
	if (!slots[at])
		return 0;
	for (s = &sayings[slots[at] - 1]; s->pair == pair; s++)
		if (!(parts[s->first] == SAYING_SPELLED && at_number(p, i)) &&
		    goes_on(p, s, i, s->at + 1, false, &end) &&
		    goes_on(p, s, i, s->at - 1, true, &begin))
			return end;
	return 0;
}

size_t past_saying(const struct parse *p, size_t i)
{
	uint32_t number = said(p, i);
	size_t end = is_said(number, false) ? saying_by(p, i, number, false) : 0;

	if (!end && is_said(number, true))
		end = saying_by(p, i, number, true);
	return end ? end : i;
}

bool is_all_round(const struct parse *p, const struct measure *m)
{
	static const char degree[][WORD_ROOM] = {"degree", "degrees"};

	return m->value == 360 && at_sign(p, m->first + 1, '-') &&
	       ANY_WORD(p, m->first + 2, degree);
}

bool is_emission(const struct parse *p, const struct measure *m)
{
	static const char what[][WORD_ROOM] = {"emission", "emissions", "standard", "norm",
					       "engine",   "diesel",    "vans",     "trucks"};

	if (m->kind != PF_QUANT_MONEY || !m->number.integer || !at_word(p, m->first, "euro") ||
	    !is_capital(p, m->first))
		return false;
	/* "Euro 2024" is played */
	return (m->value <= 7 && ANY_WORD(p, m->last, what)) ||
	       (m->value > 1959 && m->value < 2060 && m->last == m->first + 2);
}

bool is_big_question(const struct parse *p, const struct measure *m)
{
	return m->kind == PF_QUANT_MONEY && at_word(p, m->last, "question");
}
