/* Which currency stands here: a sign, a code, a word, with the nation it belongs to. */
#include "measure.h"

bool currency_sign(const struct parse *p, size_t i, struct currency *out)
{
	if (i >= p->n || p->t[i].kind != PF_TOKEN_SIGN || (p->t[i].sign && p->t[i].sign != '$'))
		return false;
	for (const struct lex_row *row = lex_currency_signs; row->words; row++)
		if (at_bytes(p, i, row->words)) {
			*out = (struct currency){.last = i + 1, .worth = 1};
			add_unit(out->unit, pf_slice_of(row->name));
			return true;
		}
	return false;
}

bool currency_dollar(const struct parse *p, size_t i, struct currency *out)
{
	const struct lex_row *row;

	if (!at_sign(p, i + 1, '$') || p->t[i].kind != PF_TOKEN_WORD ||
	    (p->t[i].end - p->t[i].begin == 1 && !at_glued(p, i + 1)))
		return false;
	/* "costs us $6" */
	if (at_word(p, i, "us") && !at_glued(p, i + 1) && !(p->t[i].flags & PF_TOKEN_CAPITAL))
		return false;
	row = row_at(p, i, LEX_CODE);
	*out = (struct currency){.last = i + 2, .worth = 1};
	if (row) {
		add_unit(out->unit, pf_slice_of(row->name));
		return true;
	}
	for (row = lex_dollars; row->words; row++)
		if (is_word_at(p, i, row->words)) {
			add_unit(out->unit, pf_slice_of(row->name));
			return true;
		}
	return false;
}

/* "MUSD", "kEUR": thousands and millions before a code. */
static bool scaled_code(const struct parse *p, size_t i, struct currency *out)
{
	struct pf_slice s, code;
	const struct lex_row *row;

	if (!may_scale(p, i))
		return false;
	s = token_text(p, i);
	code = (struct pf_slice){s.ptr + 1, 3};
	if (s.ptr[0] != 'M' && (s.ptr[0] | 32) != 'k')
		return false;
	row = lexicon_row(lexicon_find(pf_word_hash(code)), LEX_CODE, code);
	if (!row)
		return false;
	*out = (struct currency){.last = i + 1, .worth = s.ptr[0] == 'M' ? 1e6 : 1e3};
	add_unit(out->unit, pf_slice_of(row->name));
	return true;
}

/* "hong", "new", "sri" before the rest of a nation; "u. s." */
static size_t nation_at(const struct parse *p, size_t i)
{
	if (at_word(p, i, "u") && at_sign(p, i + 1, '.') && at_word(p, i + 2, "s"))
		return i + 3 + at_sign(p, i + 3, '.');
	return i + ((at_word(p, i, "hong") || at_word(p, i, "new") || at_word(p, i, "sri") ||
		     at_word(p, i, "south") || at_word(p, i, "saudi")) &&
		    at_class(p, i + 1, LEX_NATION));
}

bool currency_words(const struct parse *p, size_t i, struct currency *out)
{
	size_t k = nation_at(p, i);
	const struct lex_row *nation = row_at(p, k, LEX_NATION), *row;

	k += nation != NULL;
	*out = (struct currency){.last = k + 1, .worth = 1};
	if ((row = row_at(p, k, LEX_CURRENCY))) {
		add_unit(out->unit, pf_slice_of(nation ? nation->name : row->name));
		out->worth = row->value > 0 ? row->value : 1;
		out->last += at_word(p, k + 1, "sterling");
		return true;
	}
	if (nation)
		return false;
	if ((row = row_at(p, k, LEX_CODE)) || (row = row_at(p, k, LEX_CENT))) {
		add_unit(out->unit, pf_slice_of(row->name));
		return true;
	}
	return scaled_code(p, k, out);
}

/* "PHP 8.1" is a language, "COP27" a conference, "ESP32" a chip, "amd64" a kind of them, "RS485" a
 * bus, "KR2" a key result. */
static bool is_version(const struct parse *p, size_t i)
{
	struct number v;

	if (at_glued(p, i + 1) && (at_bytes(p, i, "ESP") || at_bytes(p, i, "RS") ||
				   at_bytes(p, i, "KR") || at_word(p, i, "amd")))
		return true;
	return at_class(p, i, LEX_NAME) && parse_digits(p, i + 1, &v) && v.value < 40 &&
	       (v.integer || v.figures < 4) && !at_class(p, i + 2, LEX_MAGNITUDE);
}

bool currency_before(const struct parse *p, size_t i, struct currency *out)
{
	if (i >= p->n || p->t[i].kind != PF_TOKEN_WORD)
		return currency_sign(p, i, out);
	if (currency_dollar(p, i, out))
		return true;
	if (at_class(p, i, LEX_TRAILING) || is_version(p, i) || !currency_words(p, i, out))
		return false;
	out->last += at_sign(p, out->last, '.') && at_word(p, out->last - 1, "rs");
	out->last += at_sign(p, out->last, '$');
	return true;
}
