/* The words right beside a quantity: "at least", "or more", "about", "the first". */
#include "around.h"

#include "prfaq/base/mem.h"

#include <string.h>

enum { STEPS = 6 }; /* how many bounds and fillers may stand before a quantity */

/* Tokens of the bounding sign that ends right before token i. */
static size_t sign_before(const struct parse *p, size_t i, enum pf_quant_bound *bound)
{
	static const struct {
		const char *sign;
		enum pf_quant_bound bound;
	} signs[] = {
		{"\xE2\x89\xA5", PF_BOUND_GE},
		{"\xE2\x89\xA7", PF_BOUND_GE},
		{"\xE2\x89\xA4", PF_BOUND_LE},
		{"\xE2\x89\xA6", PF_BOUND_LE},
		{"\xE2\x89\x88", PF_BOUND_APPROX},
		{"~", PF_BOUND_APPROX},
		{"<", PF_BOUND_LT},
	};

	if (p->t[i - 1].kind != PF_TOKEN_SIGN)
		return 0;
	for (size_t k = 0; k < sizeof(signs) / sizeof(*signs); k++) {
		if (at_rune(p, i - 1, signs[k].sign)) {
			*bound = signs[k].bound;
			return 1;
		}
	}
	if (i > 1 && at_rune(p, i - 1, "=") && at_rune(p, i - 2, ">"))
		return *bound = PF_BOUND_GE, 2;
	if (i > 1 && at_rune(p, i - 1, "=") && at_rune(p, i - 2, "<"))
		return *bound = PF_BOUND_LE, 2;
	/* "->" and "=>" are arrows; at the head of a line ">" marks a quotation. */
	if (!at_rune(p, i - 1, ">") ||
	    (i > 1 && at_glued(p, i - 1) && (at_sign(p, i - 2, '-') || at_rune(p, i - 2, "="))) ||
	    ((p->t[i - 1].flags & PF_TOKEN_LINE) && !at_glued(p, i)))
		return 0;
	*bound = PF_BOUND_GT;
	return 1;
}

/* "over 18 months" says how long; "wait over 3 hours" is a bound. */
static bool is_period(const struct parse *p, const struct pf_quant *q, size_t at)
{
	static const char waits[][WORD_ROOM] = {"wait",  "waits",  "waited", "take",  "takes",
						"took",  "taking", "last",   "lasts", "lasted",
						"spend", "spends", "spent",  "of",    "for"};
	const struct lex_row *unit;

	if (q->base != PF_QUANT_DURATION)
		return false;
	if (at && ANY_WORD(p, at - 1, waits))
		return false;
	unit = row_at(p, q->last - 1, LEX_TIME);
	return unit && unit->value >= 86400;
}

/* "went up to 45 %" reaches it; "takes up to an hour" is a bound. */
static bool rises_up_to(const struct parse *p, size_t at)
{
	static const char verbs[][WORD_ROOM] = {"go",     "goes",   "went",   "moves", "moved",
						"creeps", "crept",  "edges",  "edged", "ticked",
						"shot",   "shoots", "crawled"};
	static const char moves[][WORD_ROOM] = {"bring", "brings",  "get",   "gets", "got",
						"push",  "brought", "drive", "take", "move"};

	if (!at || !at_word(p, at, "up"))
		return false;
	if (at_class(p, at - 1, LEX_UP) || ANY_WORD(p, at - 1, verbs))
		return true;
	/* "get resolution up to 85 %", not "bring up to 4 guests" */
	for (size_t i = at - 1; i-- > 0 && at - i < 6 && !quant_clause_ends(p, i + 1);)
		if (ANY_WORD(p, i, moves))
			return true;
	/* "from 52 % up to 75 %" */
	for (size_t i = at; i-- > 0 && at - i < 6 && !quant_clause_ends(p, i + 1);)
		if (at_word(p, i, "from"))
			return true;
	return false;
}

/* "lasts past 14 hours", "well past 80 %"; "the past 12 months", "half past 9" go by. */
static bool goes_past(const struct parse *p, const struct pf_quant *q, size_t past)
{
	static const char far[][WORD_ROOM] = {"well", "far", "long", "just", "already", "even"};
	const uint64_t verbs = LEX_BIT(VERB) | LEX_BIT(PAST) | LEX_BIT(UP) | LEX_BIT(CHANGE) |
			       LEX_BIT(HOLD) | LEX_BIT(REACH) | LEX_BIT(TAKES);
	size_t i = past - 1;

	if (!past || p->t[i].kind != PF_TOKEN_WORD || (p->t[past].flags & PF_TOKEN_SENTENCE))
		return false;
	if (at_any(p, i, verbs) ||
	    at_any_apart(p, i, LEX_BIT_APART(PRESENT) | LEX_BIT_APART(LASTS)) ||
	    ANY_WORD(p, i, far))
		return true;
	return !quant_is_time(q) && !at_any(p, i,
					    LEX_BIT(NOT_NOUN) | LEX_BIT(PREPOSITION) |
						    LEX_BIT(FRACTION) | LEX_BIT(NUMBER));
}

/* "cap the group at 12": the object of the verb stands between. */
static bool caps_at(const struct parse *p, size_t i)
{
	static const char verbs[][WORD_ROOM] = {"cap",    "caps",  "capping",
						"capped", "limit", "limits"};

	if (!at_word(p, i - 1, "at"))
		return false;
	for (size_t k = i - 1; k-- > 0 && i - k < 7 && !quant_clause_ends(p, k + 1);)
		if (ANY_WORD(p, k, verbs))
			return true;
	return false;
}

/* "must not fall below 99.9 %": what must not be passed is allowed itself. */
static bool must_not_pass(const struct parse *p, size_t at)
{
	return at > 1 && at_any(p, at - 1, LEX_BIT(UP) | LEX_BIT(DOWN) | LEX_BIT(CHANGE)) &&
	       (at_word(p, at - 2, "not") || at_word(p, at - 2, "never"));
}

/* "won't", "can't", "shouldn't", "mustn't" */
static bool must_not(const struct parse *p, size_t i)
{
	struct pf_slice word = token_text(p, i);

	if (word.len < 5 || word.ptr[word.len - 1] != 't' ||
	    (word.ptr[word.len - 2] != '\'' && (unsigned char)word.ptr[word.len - 2] != 0x99))
		return false;
	return word.ptr[0] == 'w' || word.ptr[0] == 'c' || word.ptr[0] == 's' || word.ptr[0] == 'm';
}

/* "we [don't] want more than 2 %" */
static bool denies(const struct parse *p, size_t i)
{
	struct pf_slice word = token_text(p, i);

	return at_word(p, i, "not") ||
	       (word.len > 4 && word.ptr[word.len - 1] == 't' && word.ptr[0] == 'd');
}

/* "No order may take [more than] 2 days", "we want nobody to wait longer than 10": what none may
 * pass is allowed itself. */
static bool none_may(const struct parse *p, size_t at)
{
	static const char may[][WORD_ROOM] = {"may",  "must",  "should", "can",
					      "will", "shall", "to"};
	static const char none[][WORD_ROOM] = {"no", "none", "nobody", "nothing"};
	bool modal = false;

	for (size_t i = at; i-- > 0 && at - i < 10 && !quant_clause_ends(p, i + 1);) {
		if (must_not(p, i))
			return true;
		if (i && ((at_word(p, i, "want") && denies(p, i - 1)) ||
			  (at_word(p, i, "never") && ANY_WORD(p, i - 1, may))))
			return true;
		if (!at_class(p, i, LEX_NOT_NOUN) && !at_word(p, i, "none"))
			continue;
		modal |= ANY_WORD(p, i, may);
		if (ANY_WORD(p, i, none)) /* "we want no queue longer than 10" */
			return modal || (p->t[i].flags & PF_TOKEN_SENTENCE) ||
			       (i && (at_word(p, i - 1, "want") || at_word(p, i - 1, "wants")));
		/* "Not one patient should wait" */
		if (at_word(p, i, "not") &&
		    (at_word(p, i + 1, "one") || at_word(p, i + 2, "single")))
			return modal;
		if (at_word(p, i, "not")) /* "must not take more than 2 days" */
			return i && ANY_WORD(p, i - 1, may);
	}
	return false;
}

static enum pf_quant_bound opposite(double bound)
{
	return (int)bound == PF_BOUND_LT   ? PF_BOUND_GE
	       : (int)bound == PF_BOUND_GT ? PF_BOUND_LE
					   : (enum pf_quant_bound)bound;
}

static size_t words_before(const struct parse *p, const struct pf_quant *q, size_t i,
			   struct around *a)
{
	struct phrase phrase = phrase_before(p, i, LEX_BOUND);
	size_t at = i - phrase.words;
	bool none;

	if (!phrase.row && a->bound == PF_BOUND_NONE && caps_at(p, i))
		a->bound = PF_BOUND_LE;

	if (!phrase.row || rises_up_to(p, at) || (at_word(p, at, "past") && !goes_past(p, q, at)))
		return 0;
	if (at_word(p, at, "over") && is_period(p, q, at)) {
		a->over = true;
		return phrase.words;
	}
	a->within |= at_word(p, at, "within") || at_word(p, at, "inside");
	none = phrase.row->value != PF_BOUND_APPROX && none_may(p, at);
	a->aim |= none || at_class(p, i - 1, LEX_REACH) || at_word(p, at, "none");
	if (a->bound == PF_BOUND_NONE)
		a->bound = none || must_not_pass(p, at) ? opposite(phrase.row->value)
							: (enum pf_quant_bound)phrase.row->value;
	return phrase.words;
}

/* "more than", "lighter than": any comparative bounds. */
static size_t comparative_before(const struct parse *p, size_t i, struct around *a)
{
	if (i < 2 || !at_word(p, i - 1, "than"))
		return 0;
	if (!at_class(p, i - 2, LEX_BETTER) && !at_class(p, i - 2, LEX_WORSE))
		return 0;
	if (a->bound == PF_BOUND_NONE) {
		a->bound = at_class(p, i - 2, LEX_BETTER) ? PF_BOUND_GT : PF_BOUND_LT;
		if (none_may(p, i - 2)) {
			a->bound = opposite(a->bound);
			a->aim = true;
		}
	}
	return 2;
}

/* "approx. 400", "max. ten", "c. 30" */
static size_t shortened_before(const struct parse *p, size_t i, struct around *a)
{
	static const char about[][WORD_ROOM] = {"approx", "ca", "c", "circ"};
	enum pf_quant_bound bound;

	if (i < 2 || !at_sign(p, i - 1, '.') || !at_glued(p, i - 1))
		return 0;
	bound = at_word(p, i - 2, "max")    ? PF_BOUND_LE
		: at_word(p, i - 2, "min")  ? PF_BOUND_GE
		: ANY_WORD(p, i - 2, about) ? PF_BOUND_APPROX
					    : PF_BOUND_NONE;
	if (a->bound == PF_BOUND_NONE)
		a->bound = bound;
	return bound == PF_BOUND_NONE ? 0 : 2;
}

static bool filler_before(const struct parse *p, size_t i, struct around *a)
{
	/* "instead of [the industry's] two days", "against [last year's] 410" */
	static const char which[][WORD_ROOM] = {"the", "our", "their", "its", "last", "this"};

	if (!p->lexeme[i - 1].entry && i > 1 && is_owner(p, i - 1))
		return ANY_WORD(p, i - 2, which);
	if (!at_class(p, i - 1, LEX_FILLER))
		return false;
	/* "has to last 12 hours" */
	if (at_word(p, i - 1, "last") && i > 1 &&
	    (at_word(p, i - 2, "to") || at_class(p, i - 2, LEX_DUE) || at_word(p, i - 2, "can")))
		return false;
	a->first |= at_word(p, i - 1, "first") || at_word(p, i - 1, "opening");
	a->next |= at_word(p, i - 1, "next") || at_word(p, i - 1, "coming");
	a->past |= at_word(p, i - 1, "last") || at_word(p, i - 1, "past") ||
		   at_word(p, i - 1, "previous");
	return true;
}

/* "an average of 12 %", "a factor of 3", "the end of Q2": two words that add nothing here. */
static size_t filler_of(const struct parse *p, size_t i)
{
	static const char words[][WORD_ROOM] = {"average", "total",     "median", "factor", "end",
						"start",   "beginning", "middle", "close",  "half"};

	if (i < 2 || !at_word(p, i - 1, "of"))
		return 0;
	return ANY_WORD(p, i - 2, words) ? 2 : 0;
}

/* "35 % [interest] or more", "55 years [old] or older", "3 MB [files] at most"; not "3 plans or
 * more help": what follows the bound must not be what it compares. */
static struct phrase bound_behind_noun(const struct parse *p, size_t i)
{
	const struct phrase none = {NULL, 0};
	struct phrase phrase;

	if (at_end(p, i) || p->t[i].kind != PF_TOKEN_WORD || at_class(p, i, LEX_NOT_NOUN))
		return none;
	if (at_word(p, i + 1, "per") || at_word(p, i + 1, "a"))
		i += 2; /* "2 orders per week or more" */
	if (!at_word(p, i + 1, "or") || (p->t[i + 1].flags & PF_TOKEN_SENTENCE))
		return none;
	phrase = phrase_at(p, i + 1, LEX_BOUND_BEHIND);
	i += 1 + phrase.words;
	return at_end(p, i) || p->t[i].kind != PF_TOKEN_WORD ||
			       at_any(p, i,
				      LEX_BIT(NOT_NOUN) | LEX_BIT(PREPOSITION) | LEX_BIT(VERB))
		       ? phrase
		       : none;
}

static void read_tail(const struct parse *p, struct around *a)
{
	struct phrase phrase, far;

	if (at_sign(p, a->tail, '-') && at_glued(p, a->tail) &&
	    (at_word(p, a->tail + 1, "plus") || at_word(p, a->tail + 1, "odd")))
		a->tail++;
	if (a->tail >= p->n || (p->t[a->tail].flags & PF_TOKEN_SENTENCE))
		return;
	far = bound_behind_noun(p, a->tail);
	phrase = far.row ? far : phrase_at(p, a->tail, LEX_BOUND_BEHIND);
	/* "350 plus tax" adds; "350 plus sellers" bounds, and so does "350 plus." */
	if (!phrase.row || (at_word(p, a->tail, "plus") &&
			    !at_class(p, a->tail + 1, LEX_POPULATION) && !at_end(p, a->tail + 1)))
		return;
	if (a->bound == PF_BOUND_NONE || a->bound == PF_BOUND_APPROX)
		a->bound = (enum pf_quant_bound)phrase.row->value;
	if (!far.row) /* the noun is still to be read */
		a->tail += phrase.words;
}

static struct around read_around(const struct parse *p, const struct pf_quant *q)
{
	struct around a = {.lead = q->first, .tail = q->last, .bound = q->bound};
	size_t back;

	for (int step = 0; step < STEPS && a.lead; step++) {
		size_t n;

		if (p->t[a.lead].flags & PF_TOKEN_SENTENCE)
			break;
		enum pf_quant_bound sign = PF_BOUND_NONE;

		n = sign_before(p, a.lead, &sign);
		if (n && a.bound == PF_BOUND_NONE)
			a.bound = sign;
		if (!n)
			n = words_before(p, q, a.lead, &a);
		if (!n)
			n = shortened_before(p, a.lead, &a);
		if (!n)
			n = comparative_before(p, a.lead, &a);
		if (!n)
			n = filler_before(p, a.lead, &a);
		if (!n)
			n = filler_of(p, a.lead);
		if (!n)
			break;
		a.lead -= n;
	}
	read_tail(p, &a);
	quant_link(p, &a);
	back = p->lexeme[a.at].back;
	a.clause = a.at - (back < QUANT_REACH ? back : QUANT_REACH);
	/* Most words are in few clauses: what the classes of one do not hold is not looked for. */
	for (size_t i = a.clause; i < a.at; i++) {
		a.classes |= lexicon_masks[p->lexeme[i].set];
		a.apart |= lexicon_masks_apart[p->lexeme[i].set];
	}
	return a;
}

void quant_read_around(struct pf_quants *quants, const struct parse *p)
{
	quants->around = pf_xrealloc(NULL, quants->n, sizeof(*quants->around));
	for (size_t i = 0; i < quants->n; i++)
		quants->around[i] = read_around(p, &quants->v[i]);
}
