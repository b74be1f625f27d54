/* "75k", "4.5bn", "2 million": what a letter or a word behind a number makes of it. */
#include "number.h"

/* After "4K": what has so many lines of picture, not so many thousands. */
static bool is_screen(const struct parse *p, size_t i)
{
	return at_class(p, i, LEX_SCREEN);
}

static bool letter_value(char c, bool glued, bool money, const struct number *n, double *out)
{
	switch (c) {
	case 'k': *out = 1e3; return true;
	case 'K': *out = 1e3; return n->integer || n->value < 100; /* "573.15K" is hot */
	case 'M': *out = 1e6; return true;
	case 'B': *out = 1e9; return true;
	case 'T': *out = 1e12; return true;
	case 'm': *out = 1e6; return money && glued;
	case 't': *out = 1e12; return money && glued;
	case 'b': *out = 1e9; return glued && (money || n->value < 1000);
	case 'G': *out = 1e9; return !n->integer;
	default: return false;
	}
}

/* Does the letter right after digits multiply them? "75k" does, "75 k.o." and "1.8m" do not. */
static bool letter_magnitude(const struct parse *p, const struct number *n, bool money, double *out)
{
	size_t i = n->last;
	bool glued = at_glued(p, i);
	char c = p->text.ptr[p->t[i].begin];

	if (p->t[i].end - p->t[i].begin != 1 || !n->digits || n->slash ||
	    !letter_value(c, glued, money, n, out))
		return false;
	if (!money && c == 'K' && glued && n->integer && n->value <= 16 && is_screen(p, i + 1))
		return false;
	/* "5 M&Ms", "1 k.g.": what is glued after the letter makes it part of a name */
	return !at_glued(p, i + 1) ||
	       !(at_number(p, i + 1) || at_sign(p, i + 1, '&') || at_sign(p, i + 1, '\'') ||
		 (at_sign(p, i + 1, '.') && at_glued(p, i + 2) && !at_number(p, i + 2)));
}

bool parse_magnitude(const struct parse *p, const struct number *n, size_t i, bool money,
		     double *out)
{
	const struct lex_row *row = row_at(p, i, LEX_MAGNITUDE);

	if (i >= p->n || p->t[i].kind != PF_TOKEN_WORD)
		return false;
	if (!row || p->t[i].end - p->t[i].begin == 1)
		return i == n->last && letter_magnitude(p, n, money, out);
	if (at_word(p, i, "mm") && !money) /* millions of money, else millimetres */
		return false;
	*out = row->value;
	return true;
}
