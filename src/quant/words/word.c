/* Words by their ending and what stands beside them: what is counted, whose it is, what is past. */
#include "word.h"

bool counts_noun(const struct parse *p, size_t i)
{
	struct pf_slice s;

	if (at_class(p, i, LEX_POPULATION))
		return true;
	if (i >= p->n || p->t[i].kind != PF_TOKEN_WORD || at_class(p, i, LEX_NOT_NOUN) ||
	    (p->t[i].flags & PF_TOKEN_CAPITAL))
		return false;
	s = token_text(p, i);
	return s.len > 3 && s.ptr[s.len - 1] == 's' && s.ptr[s.len - 2] != 's';
}

bool is_owner(const struct parse *p, size_t i)
{
	struct pf_slice s = token_text(p, i);

	return s.len > 2 && s.ptr[s.len - 1] == 's' &&
	       (s.ptr[s.len - 2] == '\'' || (unsigned char)s.ptr[s.len - 2] == 0x99);
}

bool quant_takes_past(const struct parse *p, size_t i)
{
	/* "is closed", "a closed job" */
	static const char no_verb[][WORD_ROOM] = {"is", "are", "be",   "being", "a",
						  "an", "the", "each", "every", "per"};
	static const char whose[][WORD_ROOM] = {"we", "they", "he", "she", "it"};

	if (i && at_sign(p, i - 1, '-') && at_glued(p, i)) /* "trial-to-paid" */
		return false;
	if (at_class(p, i, LEX_PAST)) /* "will cost" */
		return !(i && (ANY_WORD(p, i - 1, no_verb) || quant_due_at(p, i - 1)));
	/* "complaints dropped", "the kitchen moved twice", "have crept" */
	if (i && at_any(p, i, LEX_BIT(UP) | LEX_BIT(DOWN) | LEX_BIT(CHANGE)) &&
	    !at_class(p, i, LEX_NOMINAL) &&
	    (at_word(p, i - 1, "have") || at_word(p, i - 1, "has") || quant_ends_in_ed(p, i)))
		return !ANY_WORD(p, i - 1, no_verb);
	/* "we measured" */
	return i && at_class(p, i, LEX_VERB) && ANY_WORD(p, i - 1, whose) && quant_ends_in_ed(p, i);
}

bool quant_takes_stance(const struct parse *p, size_t i, enum quant_stance stance)
{
	const struct lex_row *row;
	uint16_t seen = 0;

	while ((row = next_row_at(p, i, LEX_STANCE, &seen)))
		if ((enum quant_stance)row->value == stance)
			return true;
	return false;
}
