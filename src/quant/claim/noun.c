/* The noun that a quantity measures. */
#include "around.h"

enum { NOUN_WORDS = 5, COMPOUND = 24 /* tokens: "a state-of-the-art one" */ };

static bool is_noun(const struct parse *p, size_t i)
{
	const uint64_t never = LEX_BIT(NOT_NOUN) | LEX_BIT(NUMBER) | LEX_BIT(VERB) | LEX_BIT(HOLD) |
			       LEX_BIT(MONTH) | LEX_BIT(VAGUE);

	return i < p->n && p->t[i].kind == PF_TOKEN_WORD && p->t[i].end - p->t[i].begin > 1 &&
	       !at_any(p, i, never) &&
	       (!at_class(p, i, LEX_PREPOSITION) || at_word(p, i, "late") ||
		at_word(p, i, "early"));
}

static bool is_change(const struct parse *p, size_t i)
{
	return at_any(p, i, LEX_BIT(UP) | LEX_BIT(DOWN) | LEX_BIT(REACH) | LEX_BIT(CHANGE));
}

static bool ends_in_s(const struct parse *p, size_t i)
{
	struct pf_slice word = token_text(p, i);

	return word.len > 2 && word.ptr[word.len - 1] == 's' && word.ptr[word.len - 2] != 's';
}

static bool hyphen(const struct parse *p, size_t i)
{
	return at_sign(p, i, '-') && at_glued(p, i) && at_glued(p, i + 1);
}

/* One past the last token of the noun that begins at i; i when none does. */
static size_t noun_end(const struct parse *p, size_t i)
{
	size_t end = i;

	while (end < i + 2 * NOUN_WORDS && (is_noun(p, end) || hyphen(p, end + 1)) &&
	       !(is_change(p, end) && end > i) && !at_class(p, end, LEX_JOIN) &&
	       (end == i || !(p->t[end].flags & PF_TOKEN_SENTENCE))) {
		end++;
		while (hyphen(p, end) && p->t[end + 1].kind == PF_TOKEN_WORD && end < i + COMPOUND)
			end += 2;
		/* A plural ends it, unless another one follows: "sales calls". */
		if (ends_in_s(p, end - 1) && !(is_noun(p, end) && ends_in_s(p, end)))
			break;
	}
	return end;
}

static bool is_skipped(const struct parse *p, size_t i)
{
	return at_word(p, i, "the") || at_word(p, i, "all") || at_word(p, i, "our") ||
	       at_word(p, i, "their") || at_word(p, i, "its") || at_word(p, i, "your") ||
	       at_word(p, i, "these") || at_word(p, i, "those") || at_word(p, i, "of") ||
	       at_word(p, i, "that") || at_word(p, i, "this") || at_word(p, i, "most") ||
	       at_sign(p, i, '-');
}

static struct pf_range bytes(const struct parse *p, size_t first, size_t last)
{
	if (last <= first)
		return (struct pf_range){0, 0};
	return (struct pf_range){p->t[first].begin, p->t[last - 1].end};
}

/* "30 % fewer calls", "3x faster": what is compared follows only some of them. */
static bool is_comparative(const struct parse *p, size_t i)
{
	return at_class(p, i, LEX_BETTER) || at_class(p, i, LEX_WORSE) || at_word(p, i, "sooner") ||
	       at_word(p, i, "earlier");
}

/*
 * "38 % [of] passengers", "12 % increase in watch-time", "12,000 clinics". *of: an "of" leads to
 * it, so that it may be the whole of which the quantity is a part.
 */
static struct pf_range noun_after(const struct parse *p, size_t i, bool *of)
{
	size_t k = i;

	*of = at_word(p, i, "of");
	if (at_word(p, k, "points") || at_word(p, k, "point"))
		k++;
	for (size_t n = 0; n < 5 && k < p->n && !(p->t[k].flags & PF_TOKEN_SENTENCE); n++) {
		if (at_class(p, k, LEX_NOMINAL)) {
			if (!at_word(p, k + 1, "in") && !at_word(p, k + 1, "of"))
				return *of ? bytes(p, k, k + 1) : bytes(p, i, i);
			k += 2;
		} else if (is_comparative(p, k)) {
			if (at_word(p, k, "above") || at_word(p, k, "below") ||
			    !is_noun(p, k + 1) || (p->t[k + 1].flags & PF_TOKEN_SENTENCE))
				return bytes(p, i, i);
			k++;
		} else if (is_skipped(p, k)) {
			k++;
		} else {
			break;
		}
	}
	if (k >= p->n || (p->t[k].flags & PF_TOKEN_SENTENCE) || is_change(p, k))
		return bytes(p, i, i);
	return bytes(p, k, noun_end(p, k));
}

/* The first token of the noun that ends with token k, not before `floor`. */
static size_t noun_begin(const struct parse *p, size_t k, size_t floor)
{
	size_t from = k;

	for (size_t n = 0;
	     n < NOUN_WORDS && from > floor && !(p->t[from].flags & PF_TOKEN_SENTENCE); n++) {
		if (is_noun(p, from - 1) && !is_change(p, from - 1))
			from--;
		else if (from > 1 && hyphen(p, from - 1) && p->t[from - 2].kind == PF_TOKEN_WORD)
			from -= 2;
		else if (from > 1 && (at_word(p, from - 1, "of") || at_word(p, from - 1, "per")) &&
			 is_noun(p, from - 2) && !is_change(p, from - 2) &&
			 !(p->t[from - 1].flags & PF_TOKEN_SENTENCE))
			from -= 2;
		else
			break;
	}
	return from;
}

/* "the wait [for an answer]", "median time [to answer]": the noun that another one completes. */
static size_t noun_head(const struct parse *p, size_t from, size_t floor)
{
	size_t i = from;

	if (i && (at_word(p, i - 1, "a") || at_word(p, i - 1, "an") || at_word(p, i - 1, "the")) &&
	    !(p->t[i].flags & PF_TOKEN_SENTENCE))
		i--;
	if (i < floor + 2 || (p->t[i].flags & PF_TOKEN_SENTENCE) ||
	    (p->t[i - 1].flags & PF_TOKEN_SENTENCE) ||
	    !(at_word(p, i - 1, "for") || at_word(p, i - 1, "to") || at_word(p, i - 1, "of")) ||
	    !is_noun(p, i - 2) || is_change(p, i - 2))
		return from;
	return noun_begin(p, i - 2, floor);
}

/* "answered within", "typically takes", "I'm in": what can stand there and is no noun. */
static bool is_no_head(const struct parse *p, size_t k)
{
	static const char nouns[][WORD_ROOM] = {"family", "reply", "supply", "assembly", "anomaly"};
	struct pf_slice word = token_text(p, k);
	size_t quote = word.len > 3 && word.ptr[word.len - 1] != 's' ? word.len - 3 : word.len;

	for (size_t i = quote; i < word.len; i++)
		if (word.ptr[i] == '\'' || (unsigned char)word.ptr[i] == 0x99)
			return true;
	if (word.len < 5)
		return false;
	return quant_ends_in_ed(p, k) || (word.ptr[word.len - 1] == 'y' &&
					  word.ptr[word.len - 2] == 'l' && !ANY_WORD(p, k, nouns));
}

/* "the device weighs 1.2 kg": between a noun and its number stands a verb. */
static bool is_verb_here(const struct parse *p, size_t k, size_t lead)
{
	return k && k + 1 == lead && !at_sign(p, lead - 1, ':') &&
	       !(p->t[k].flags & PF_TOKEN_SENTENCE) && is_noun(p, k - 1) && ends_in_s(p, k) &&
	       !ends_in_s(p, k - 1);
}

/* "Docks confirmed an hour ahead: from 20 %": the noun that opens the label before a colon. */
static struct pf_range noun_of_label(const struct parse *p, size_t colon)
{
	size_t i = colon, first, end;

	for (size_t n = 0; i && n < QUANT_REACH && !quant_clause_ends(p, i); n++)
		i--;
	if (i && !quant_clause_ends(p, i))
		return bytes(p, i, i);
	while (i < colon && p->t[i].kind != PF_TOKEN_WORD)
		i++;
	first = i;
	i += i < colon && !is_noun(p, i); /* "Lost credits" */
	end = noun_end(p, i);
	return bytes(p, end > i ? first : i, end);
}

/* The nearest noun in the words that lead up to the quantity, past a number before it. */
static struct pf_range nearest_noun(const struct pf_quants *quants, const struct parse *p,
				    size_t index, size_t lead)
{
	size_t before = index;

	for (size_t k = lead, n = 0; k && n < QUANT_REACH; n++) {
		size_t floor;

		if (quant_clause_ends(p, k) && !at_sign(p, k - 1, ':'))
			break;
		k--;
		while (before && quants->v[before - 1].first > k)
			before--;
		floor = before ? quants->v[before - 1].last : 0;
		if (k < floor)
			k = quants->v[before - 1].first;
		else if (is_noun(p, k) && !is_change(p, k) && !is_no_head(p, k) &&
			 !is_verb_here(p, k, lead))
			return bytes(p, noun_head(p, noun_begin(p, k, floor), floor), k + 1);
	}
	return bytes(p, 0, 0);
}

static struct pf_range noun_before(const struct pf_quants *quants, const struct parse *p,
				   size_t index, const struct around *a)
{
	struct pf_range near = nearest_noun(quants, p, index, a->lead), label = {0, 0};
	size_t at = a->at;

	if (at && at_sign(p, at - 1, ':') && !(p->t[at].flags & PF_TOKEN_SENTENCE))
		label = noun_of_label(p, at - 1);
	return !pf_range_empty(label) && label.begin < near.begin ? label : near;
}

/* Between a link such as "to" and a percentage or an amount of money, its noun stands before. */
static bool looks_back(const struct pf_quant *q, const struct around *a)
{
	return (q->base == PF_QUANT_PERCENT || q->base == PF_QUANT_MONEY) &&
	       (a->link == LINK_TO || a->link == LINK_FROM || a->link == LINK_BY ||
		a->link == LINK_VERSUS);
}

struct pf_range quant_noun(const struct pf_quants *quants, const struct parse *p, size_t i,
			   const struct around *a, bool *after)
{
	const struct pf_quant *q = &quants->v[i];
	struct pf_range behind, front = {0, 0};
	bool of;

	*after = false;
	if (q->base == PF_QUANT_DATE || q->role == PF_ROLE_DEADLINE)
		return bytes(p, 0, 0);
	behind = noun_after(p, a->tail, &of);
	if (pf_range_empty(behind) || looks_back(q, a) ||
	    (of && (q->role == PF_ROLE_TARGET || q->role == PF_ROLE_BASELINE) &&
	     q->base == PF_QUANT_PERCENT))
		front = noun_before(quants, p, i, a);
	*after = !pf_range_empty(behind) && pf_range_empty(front);
	return *after ? behind : front;
}
