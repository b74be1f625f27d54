/* The phrases of cues.inc and labels.inc, found in tokens. */
#include <string.h>

#include "cue_rows.h"
#include "find.h"

/* The rows by their first word: cue_slots, cue_openings, cue_keys, and the same of labels. */
#include "compiled_cues.h"
#include "prfaq/base/ascii.h"

/* Length of the phrase's next word if the token is that word, or 0. */
static size_t word_fits(struct pf_slice text, const struct pf_token *t, const char *word)
{
	const char *p = text.ptr + t->begin, *end = text.ptr + t->end, *w = word;

	for (; *w && *w != ' '; w++, p++) {
		if (*w == '*' && w > word && (!w[1] || w[1] == ' '))
			return (size_t)(w - word) + 1;
		if (p == end)
			return 0;
		if (*w == '\'' && end - p >= 3 && !memcmp(p, "\xE2\x80\x99", 3))
			p += 2;
		else if (pf_ascii_lower(*p) != *w)
			return 0;
	}
	return p == end ? (size_t)(w - word) : 0;
}

#define GAP_TOKENS 3u /* "what _ get*": of them, the drivers, a family of five */

/* The token at which a phrase goes on: "metrics & success", "roll-out", "pros/cons" are two words.
 */
static uint32_t next_word(const struct pf_token *v, uint32_t i, uint32_t last)
{
	i++;
	if (i >= last)
		return i;
	switch (v[i].sign) {
	case '-':
	case '&':
	case '/':
	case '+':
	case '\'': return i + 1;
	default: return i;
	}
}

/* One past the phrase's last token when it stands at token i; 0 when it does not. Its first
 * `known` bytes are known to. */
static uint32_t phrase_fits(const struct pf_find *f, uint32_t i, uint32_t last, const char *phrase,
			    size_t known)
{
	const struct pf_token *v = f->tokens->v;

	while (i < last) {
		size_t n = known ? known : *phrase == '_' ? 1 : word_fits(f->text, &v[i], phrase);

		if (*phrase == '_' && phrase[1])
			for (uint32_t k = 1; k <= GAP_TOKENS && i + k < last; k++) {
				uint32_t stop = phrase_fits(f, i + k, last, phrase + 2, 0);

				if (stop)
					return stop;
			}

		if (!n)
			return 0;
		phrase += n;
		if (!*phrase)
			return i + 1;
		phrase++;
		known = 0;
		i = next_word(v, i, last);
	}
	return 0;
}

/* The hash of the second word of a phrase that begins at token i; 0 when it has no room. */
static uint32_t second_word(const struct pf_token *v, uint32_t i, uint32_t last)
{
	uint32_t next = next_word(v, i, last);

	return next < last ? v[next].hash : 0;
}

/* Where the rows stand that open with the token's word; NULL where none does. */
static inline const struct opening *
opening_at(const uint16_t *slots, const struct opening *openings, const struct pf_token *t)
{
	uint16_t slot = slots[slot_of(t->hash)];

	if (!slot)
		return NULL;
	for (const struct opening *o = &openings[slot - 1];; o++) {
		if (o->head == t->head)
			return o;
		if (o->last)
			return NULL;
	}
}

static inline bool may_follow(const struct key *key, uint32_t second)
{
	return !key->second || key->second == second;
}

#define TIER_TOKENS 6u /* a tier is named where its sentence begins, or in passing */

static void add_cue(struct pf_unit *u, uint8_t cue)
{
	if (u->cues[cue] < UINT8_MAX)
		u->cues[cue]++;
}

#define LISTED 16u /* tokens from "there are no" to the next "no" */

/* "There are no ads, no tracking": that is offered. */
static bool lists_what_is_not(const struct pf_find *f, uint32_t there)
{
	uint32_t stop = there + LISTED < f->tokens->n ? there + LISTED : (uint32_t)f->tokens->n;

	for (uint32_t i = there + 3; i < stop && !(f->tokens->v[i].flags & PF_TOKEN_SENTENCE); i++)
		if (PF_ONE_OF(f, i, "no"))
			return true;
	return false;
}

#define RELIEF_TOKENS 8u

/* "no longer", "nobody" */
static bool frees(const struct pf_find *f, uint32_t i)
{
	return PF_ONE_OF(f, i, "longer", "nobody") ||
	       (i && PF_ONE_OF(f, i, "one") && PF_ONE_OF(f, i - 1, "no"));
}

/* "They no longer have to feel overwhelmed by it", "Nobody has to be confused any more." */
static bool is_relieved(const struct pf_find *f, uint32_t i, uint32_t first)
{
	uint32_t stop = i > first + RELIEF_TOKENS ? i - RELIEF_TOKENS : first;

	for (uint32_t k = i; k > stop + 2 && !(f->tokens->v[k - 1].flags & PF_TOKEN_SENTENCE); k--)
		if (PF_ONE_OF(f, k - 1, "to") &&
		    PF_ONE_OF(f, k - 2, "have", "has", "need", "needs") && frees(f, k - 3))
			return true;
	return false;
}

/* "Not limited to", "without the risk", "no longer have to": what is denied hurts nobody. */
bool pf_is_denied(const struct pf_find *f, uint32_t i, uint32_t first)
{
	if (PF_ONE_OF(f, i, "there"))
		return lists_what_is_not(f, i);
	/* "With a few clicks" */
	if (i > first && PF_ONE_OF(f, i, "few") && PF_ONE_OF(f, i - 1, "a", "the", "these"))
		return true;
	if (i > first + 1 && PF_ONE_OF(f, i - 1, "the", "a", "any"))
		i--;
	return i > first && (PF_ONE_OF(f, i - 1, "not", "never", "without", "no", "longer", "don't",
				       "doesn't", "won't") ||
			     is_relieved(f, i, first));
}

/* Counts the cues at token i of a unit, in a sentence that begins at token `sentence`. */
static void count_at(const struct pf_find *f, struct pf_unit *u, uint32_t i, uint32_t sentence)
{
	const struct pf_token *v = f->tokens->v;
	const struct opening *o = opening_at(cue_slots, cue_openings, &v[i]);
	uint32_t second = o ? second_word(v, i, u->last) : 0;

	if (!o || !(o->seconds & second_bit(second)))
		return;
	for (size_t k = o->first; k < o[1].first; k++) {
		const struct key *key = &cue_keys[k];

		if (may_follow(key, second) &&
		    phrase_fits(f, i, u->last, cue_rows[key->row].phrase, o->known) &&
		    (key->kind < PF_CUE_TIER_PRIMARY || i < sentence + TIER_TOKENS) &&
		    (key->kind != PF_CUE_PROBLEM || !pf_is_denied(f, i, u->first)))
			add_cue(u, key->kind);
	}
}

void pf_cues_recount(const struct pf_find *f, struct pf_unit *u)
{
	const struct pf_token *v = f->tokens->v;
	uint32_t sentence = u->first;

	memset(u->cues, 0, sizeof(u->cues));
	for (uint32_t i = u->first; i < u->last; i++) {
		if (v[i].flags & PF_TOKEN_SENTENCE)
			sentence = i;
		if (v[i].kind == PF_TOKEN_WORD)
			count_at(f, u, i, sentence);
	}
}

void pf_cues_count(struct pf_find *f)
{
	for (size_t k = 0; k < f->units.n; k++)
		pf_cues_recount(f, &f->units.v[k]);
}

/* The end of the first of the opening's phrases of that cue that stands at token i; or 0. */
static uint32_t find_cue(const struct pf_find *f, uint32_t i, uint32_t last, enum pf_cue cue,
			 const struct opening *o)
{
	uint32_t second = second_word(f->tokens->v, i, last), end = 0;

	if (!(o->seconds & second_bit(second)))
		return 0;
	for (size_t k = o->first; k < o[1].first && !end; k++)
		if (cue_keys[k].kind == cue && may_follow(&cue_keys[k], second))
			end = phrase_fits(f, i, last, cue_rows[cue_keys[k].row].phrase, o->known);
	return end;
}

bool pf_cue_here(const struct pf_find *f, uint32_t i, uint32_t last, enum pf_cue cue,
		 uint32_t *stop)
{
	const struct pf_token *t = &f->tokens->v[i];
	const struct opening *o = opening_at(cue_slots, cue_openings, t);
	uint32_t end;

	if (!o || !(o->kinds >> cue & 1) || t->kind != PF_TOKEN_WORD)
		return false;
	end = find_cue(f, i, last, cue, o);
	if (end)
		*stop = end;
	return end;
}

static inline bool is_word(const struct pf_find *f, uint32_t i, const char *word)
{
	return pf_token_is(f->text, &f->tokens->v[i], word);
}

/* Past what stands before a label's own words: "3.", "Part 1 -", an emoji, "The". */
static uint32_t label_begin(const struct pf_find *f, uint32_t i, uint32_t last)
{
	const struct pf_token *v = f->tokens->v;

	while (i < last && v[i].kind != PF_TOKEN_WORD)
		i++;
	if (i + 1 < last && v[i + 1].kind == PF_TOKEN_NUMBER &&
	    (is_word(f, i, "part") || is_word(f, i, "section") || is_word(f, i, "step")))
		for (i += 2; i < last && v[i].kind != PF_TOKEN_WORD;)
			i++;
	return i;
}

/* "Our metrics" and "The metrics" are "Metrics". */
static uint32_t skip_article(const struct pf_find *f, uint32_t i, uint32_t last)
{
	while (i + 1 < last && (is_word(f, i, "the") || is_word(f, i, "our") ||
				is_word(f, i, "a") || is_word(f, i, "your")))
		i++;
	return i;
}

/* Where the label's own words end: at a colon or bracket, or with the last word. */
static uint32_t label_end(const struct pf_find *f, uint32_t i, uint32_t last)
{
	const struct pf_token *v = f->tokens->v;
	uint32_t end = i;

	for (; i < last; i++) {
		if (v[i].kind == PF_TOKEN_SIGN && strchr("(:[", v[i].sign) && v[i].sign)
			break;
		if (v[i].kind != PF_TOKEN_SIGN)
			end = i + 1;
	}
	return end;
}

#define LABEL_TOKENS 24u /* no heading is read further */

static bool announces(const struct pf_find *f, uint32_t first, uint32_t last)
{
	uint32_t stop;

	for (uint32_t i = first; i < last; i++)
		if (pf_cue_here(f, i, last, PF_CUE_ANNOUNCE, &stop))
			return true;
	return false;
}

/* "ng-Challenge" is a name, and no challenge. */
static bool is_second_half(const struct pf_find *f, uint32_t begin, uint32_t i)
{
	const struct pf_token *v = f->tokens->v;

	return i > begin && pf_token_is_sign(&v[i - 1], '-') &&
	       !((v[i - 1].flags | v[i].flags) & PF_TOKEN_SPACED);
}

/* "FAQ, internal", "FAQ: internal", "Leadership FAQ"; "External and internal FAQ" is both. */
static bool says_internal(const struct pf_find *f, uint32_t first, uint32_t last)
{
	bool internal = false;

	for (uint32_t i = first; i < last; i++) {
		if (is_word(f, i, "external"))
			return false;
		internal = internal || PF_ONE_OF(f, i, "internal", "stakeholder", "stakeholders",
						 "leadership", "executive", "executives", "board",
						 "management", "colleagues");
	}
	return internal;
}

/* A heading or label that is read: its own words, and how far the text goes that may name it. */
struct label {
	uint32_t whole;            /* where it begins, and */
	uint32_t begin, end, last; /* where behind "the" and "our" */
	bool item;                 /* it opens a list item */
};

/* A sentence, in which "availability" is no longer what it is about. */
static bool is_wordy(const struct pf_find *f, const struct label *l)
{
	return l->end - l->begin > 10 || announces(f, l->begin, l->end);
}

#define ONE_WORD_IN 4u /* words */

/* "Adoption metrics" ends in what it names. "We hit our targets." says something, "What are the
 * targets?" asks, and "- **Usage metrics**: by hour" is one of many things. */
static bool may_end(const struct pf_find *f, const struct label *l, uint32_t i)
{
	if (i == l->begin)
		return true;
	return !l->item && l->end - l->begin <= ONE_WORD_IN &&
	       !pf_token_is_sign(&f->tokens->v[l->last - 1], '?') &&
	       !PF_ONE_OF(f, l->whole, "this", "that", "it", "there", "here", "we", "they", "no",
			  "not", "one", "another");
}

/* Does the row of that key fit the label, its phrase at token i? */
static bool label_fits(const struct pf_find *f, const struct label *l, uint32_t i,
		       const struct key *key, size_t known)
{
	const char *phrase = label_rows[key->row].phrase;
	bool ends = *phrase == '$', anywhere = key->kind;
	bool marker = anywhere && !ends && label_is_marker(label_rows[key->row].label);
	uint32_t stop;

	if (ends && !may_end(f, l, i))
		return false;

	if (anywhere ? !marker && i >= l->end : i != l->begin && i != l->whole)
		return false;
	/* "A tailored solution for harbours of the north": one word in five names no part. */
	if (anywhere && !marker && l->end - l->begin > ONE_WORD_IN && !strchr(phrase, ' '))
		return false;
	stop = phrase_fits(f, i, marker ? l->last : l->end, phrase + 1, known);
	return stop && ((*phrase != '=' && !ends) || stop == l->end) &&
	       !(anywhere && !marker && is_wordy(f, l));
}

/* The first row that fits a phrase at token i and stands before `best`; else `best`. */
static size_t best_label(const struct pf_find *f, const struct label *l, uint32_t i, size_t best)
{
	const struct pf_token *v = f->tokens->v;
	const struct opening *o = opening_at(label_slots, label_openings, &v[i]);
	bool begins = i == l->begin || i == l->whole;
	uint32_t second;

	/* Behind its first word only what may stand anywhere is found. */
	if (!o || v[i].kind != PF_TOKEN_WORD || !(begins || o->kinds >> 1) ||
	    is_second_half(f, l->whole, i))
		return best;
	second = second_word(v, i, l->last);
	if (!(o->seconds & second_bit(second)))
		return best;
	for (size_t k = o->first; k < o[1].first && label_keys[k].row < best; k++)
		if (may_follow(&label_keys[k], second) &&
		    label_fits(f, l, i, &label_keys[k], o->known))
			return label_keys[k].row;
	return best;
}

/* "Press Release | FAQ | Metrics" lists what is below, and names none of it. */
static bool lists_parts(const struct pf_find *f, uint32_t first, uint32_t last)
{
	uint32_t bars = 0;

	for (uint32_t i = first; i < last; i++)
		bars += f->tokens->v[i].sign == '|';
	return bars >= 2;
}

/* "VP quote" is the house's, "Nurse quote" a customer's; of "Insurance quote" nothing is known. */
static uint8_t whose_quote(const struct pf_find *f, uint32_t first, uint32_t last)
{
	bool customer = false;
	uint32_t stop;

	for (uint32_t i = first; i < last; i++) {
		if (pf_cue_here(f, i, last, PF_CUE_LEADER, &stop))
			return PF_PART_QUOTE_COMPANY;
		customer = customer || pf_cue_here(f, i, last, PF_CUE_CUSTOMER, &stop);
	}
	return customer ? PF_PART_QUOTE_CUSTOMER : PF_LABEL_NONE;
}

/* "Quote from an early customer", "Quote (customer)" */
static bool says_customer(const struct pf_find *f, uint32_t first, uint32_t last)
{
	if (!PF_ONE_OF(f, first, "quote", "quotes") ||
	    whose_quote(f, first, last) == PF_PART_QUOTE_COMPANY)
		return false;
	for (uint32_t i = first + 1; i < last; i++)
		if (PF_ONE_OF(f, i, "customer", "customers", "user", "users", "client", "clients"))
			return true;
	return false;
}

/* What the row says of the label that it fits. */
static uint8_t label_of(const struct pf_find *f, const struct label *l, uint8_t label)
{
	switch (label) {
	case PF_PART_FAQ:
		return says_internal(f, l->begin, l->last) ? PF_LABEL_FAQ_INTERNAL : label;
	case PF_LABEL_VOICE: return whose_quote(f, l->begin, l->end);
	case PF_PART_QUOTE_COMPANY:
		return says_customer(f, l->begin, l->last) ? PF_PART_QUOTE_CUSTOMER : label;
	default: return label;
	}
}

static uint8_t read_label(const struct pf_find *f, uint32_t first, uint32_t last, bool item,
			  uint8_t *tier)
{
	struct label l = {.last = last - first > LABEL_TOKENS ? first + LABEL_TOKENS : last,
			  .item = item};
	size_t best = LABEL_ROWS;

	l.whole = label_begin(f, first, l.last);
	l.begin = skip_article(f, l.whole, l.last);
	l.end = label_end(f, l.begin, l.last);
	for (uint32_t i = l.whole; i < l.last; i++)
		best = best_label(f, &l, i, best);
	*tier = PF_TIER_NONE;
	if (lists_parts(f, first, l.last))
		return PF_PART_OTHER;
	/* "Your solution to "Who had the ladder?"" says somebody's words, and names no part. */
	if (l.begin + 1 < l.end && f->tokens->v[l.end - 1].flags & PF_TOKEN_QUOTED &&
	    !(f->tokens->v[l.begin].flags & PF_TOKEN_QUOTED))
		return PF_LABEL_NONE;
	if (best == LABEL_ROWS)
		return PF_LABEL_NONE;
	*tier = label_rows[best].tier;
	return label_of(f, &l, label_rows[best].label);
}

uint8_t pf_label_read(const struct pf_find *f, uint32_t first, uint32_t last, uint8_t *tier)
{
	return read_label(f, first, last, false, tier);
}

uint8_t pf_item_label_read(const struct pf_find *f, uint32_t first, uint32_t last, uint8_t *tier)
{
	return read_label(f, first, last, true, tier);
}
