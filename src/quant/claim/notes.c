/* What a sentence says about its numbers: source, assumption, placeholder, vague amount, grade. */
#include "around.h"

#include "prfaq/base/mem.h"

#include <string.h>

/* Where a note lies: tokens [first, last). */
struct place {
	size_t first, last;
};

/* --- placeholders ------------------------------------------------------------ */

/* "[X] %" is to be filled in; "[x](page)" is a link. */
static bool brackets(const struct parse *p, size_t i, struct place *out)
{
	static const char inside[][WORD_ROOM] = {"number", "amount", "value", "date",  "percent",
						 "metric", "figure", "n",     "x",     "xx",
						 "y",      "tbd",    "name",  "target"};

	*out = (struct place){i, i + 3};
	return at_sign(p, i + 2, ']') && !at_sign(p, i + 3, '(') && ANY_WORD(p, i + 1, inside);
}

/* "___ days" */
static bool blank(const struct parse *p, size_t i, struct place *out)
{
	size_t last = i;

	if (i && at_sign(p, i - 1, '_'))
		return false;
	while (at_sign(p, last, '_'))
		last++;
	*out = (struct place){i, last};
	return last >= i + 3;
}

static bool measures(const struct parse *p, size_t i)
{
	return at_sign(p, i, '%') ||
	       at_any(p, i,
		      LEX_BIT(PERCENT) | LEX_BIT(MAGNITUDE) | LEX_BIT(TIME) | LEX_BIT(POPULATION));
}

/* "TBD", "$X billion", "N %", "XX"; an "X" or a "Y" by itself is only a letter. */
static bool to_come(const struct parse *p, size_t i, struct place *out)
{
	const struct lex_row *row = row_at(p, i, LEX_TO_COME);
	bool money = i && at_sign(p, i - 1, '$'), measured = measures(p, i + 1);

	if (!row || row->value > 0)
		return row != NULL;
	if (!money && !measured && p->t[i].end - p->t[i].begin == 1)
		return false;
	out->first -= money;
	out->last += measured;
	return true;
}

/* --- sources, assumptions, vague amounts ------------------------------------- */

/* "(IDC, 2025)" */
static bool citation(const struct parse *p, size_t i, struct place *out)
{
	size_t k = i + 1;

	while (k < i + 6 && k < p->n && p->t[k].kind == PF_TOKEN_WORD)
		k++;
	if (k == i + 1 || !(p->t[i + 1].flags & PF_TOKEN_CAPITAL) || !at_sign(p, k, ',') ||
	    !at_number(p, k + 1) || p->t[k + 1].end - p->t[k + 1].begin != 4 ||
	    !at_sign(p, k + 2, ')'))
		return false;
	*out = (struct place){i, k + 3};
	return true;
}

/* "from the booking log", "a survey of 400 drivers"; not "to log in", "they report a fault". */
static bool source(const struct parse *p, size_t i, struct place *out)
{
	static const char verbal[][WORD_ROOM] = {"to",  "can", "will", "must", "we", "they",
						 "you", "i",   "who",  "not",  "may"};
	static const char object[][WORD_ROOM] = {"a",  "an",   "the", "how",   "in",
						 "on", "into", "out", "their", "your"};

	if (!at_class(p, i, LEX_SOURCE))
		return false;
	if (at_word(p, i, "according")) {
		out->last += at_word(p, i + 1, "to");
		return at_word(p, i + 1, "to");
	}
	if (at_word(p, i, "source") || at_word(p, i, "sources"))
		return at_sign(p, i + 1, ':');
	return !(i && ANY_WORD(p, i - 1, verbal)) && !ANY_WORD(p, i + 1, object);
}

static bool vague(const struct parse *p, size_t i)
{
	if (!at_class(p, i, LEX_VAGUE))
		return false;
	/* "at most 12", "the most requested", "how many", "as many as 12", "2 millions" */
	if (at_word(p, i, "most"))
		return i && !at_word(p, i - 1, "at") && !at_word(p, i - 1, "the") &&
		       !at_word(p, i - 1, "our") && !at_word(p, i - 1, "its");
	if (at_word(p, i, "many"))
		return !i || (!at_word(p, i - 1, "how") && !at_word(p, i - 1, "as") &&
			      !at_word(p, i - 1, "so"));
	return !(at_class(p, i, LEX_MAGNITUDE) && i && at_number(p, i - 1));
}

/* Who may assume or estimate for the page: "we assume", "the plan assumes". */
static bool speaks_for_page(const struct parse *p, size_t i)
{
	static const char before[][WORD_ROOM] = {
		"we",    "i",      "our",    "my",   "an",    "best",   "rough", "to",
		"also",  "then",   "and",    "this", "it",    "that",   "which", "plan",
		"model", "budget", "figure", "sum",  "price", "number", "let's", "us"};

	if (!i || p->t[i].flags & PF_TOKEN_SENTENCE || p->t[i - 1].kind == PF_TOKEN_SIGN)
		return true;
	return ANY_WORD(p, i - 1, before);
}

/* "We estimate", "our estimate", "an estimate:"; a written estimate is a paper, and no label. What
 * planners assume is theirs, and "do not assume" warns. */
static bool assumption(const struct parse *p, size_t i)
{
	static const char by_someone[][WORD_ROOM] = {"estimate", "estimates", "assume", "assumes",
						     "suppose"};
	static const char others[][WORD_ROOM] = {"they", "he",    "she",  "who",
						 "not",  "never", "don't"};

	if (!at_class(p, i, LEX_ASSUMPTION))
		return false;
	if (i && !(p->t[i].flags & PF_TOKEN_SENTENCE) &&
	    (ANY_WORD(p, i - 1, others) || at_class(p, i - 1, LEX_POPULATION)))
		return false;
	return !ANY_WORD(p, i, by_someone) || speaks_for_page(p, i);
}

static bool sign_note(const struct parse *p, size_t i, struct place *out,
		      enum pf_quant_note_kind *kind)
{
	*kind = p->t[i].sign == '(' ? PF_NOTE_SOURCE : PF_NOTE_PLACEHOLDER;
	switch (p->t[i].sign) {
	case '(': return citation(p, i, out);
	case '[': return brackets(p, i, out);
	case '_': return blank(p, i, out);
	default: return false;
	}
}

static bool word_note(const struct parse *p, size_t i, struct place *out,
		      enum pf_quant_note_kind *kind)
{
	*out = (struct place){i, i + 1};
	if (to_come(p, i, out))
		*kind = PF_NOTE_PLACEHOLDER;
	else if (source(p, i, out))
		*kind = PF_NOTE_SOURCE;
	else if (assumption(p, i))
		*kind = PF_NOTE_ASSUMPTION;
	else if (vague(p, i))
		*kind = PF_NOTE_VAGUE;
	else
		return false;
	return true;
}

/* The note at token i of the sentence, if one is there; the token to go on with. */
static size_t read_note(struct pf_quants *quants, const struct parse *p, size_t i, size_t sentence,
			const struct pf_sentence *s, struct pf_quant_sentence *out)
{
	enum pf_quant_note_kind kind;
	struct place at;

	if (p->t[i].sign ? !sign_note(p, i, &at, &kind) : !word_note(p, i, &at, &kind))
		return i + 1;
	if (at.last > s->last)
		at.last = s->last;
	out->placeholder |= kind == PF_NOTE_PLACEHOLDER;
	out->source |= kind == PF_NOTE_SOURCE;
	out->assumption |= kind == PF_NOTE_ASSUMPTION;
	out->vague |= kind == PF_NOTE_VAGUE;
	*PF_PUSH(&quants->notes) = (struct pf_quant_note){
		p->t[at.first].begin, p->t[at.last - 1].end, (uint32_t)sentence, kind};
	return at.last;
}

/* The first token from i on that may begin one. */
static size_t next_note(const struct parse *p, size_t i)
{
	while (i < p->n && !(p->lexeme[i].may & MAY_NOTE))
		i++;
	return i;
}

/* --- what the sentence comes to ---------------------------------------------- */

enum { COUNT_SMALL = 100 }; /* "three kids" says little of how many; 12,000 clinics do */

static bool is_claim(const struct pf_quant *q)
{
	return q->role == PF_ROLE_DELTA || q->role == PF_ROLE_TARGET;
}

static bool is_share(const struct pf_quant *q)
{
	return q->base == PF_QUANT_PERCENT || q->base == PF_QUANT_MONEY ||
	       q->role == PF_ROLE_RATE ||
	       (!quant_is_time(q) && q->base != PF_QUANT_MULTIPLIER && q->value >= COUNT_SMALL);
}

static void read_numbers(const struct pf_quants *quants, struct pf_quant_sentence *out)
{
	bool claim = false, share = false, claimed = false;

	for (uint32_t i = out->first; i < out->first + out->n; i++) {
		const struct pf_quant *q = &quants->v[i];
		bool named = q->of.end > q->of.begin;

		out->has_baseline |= q->role == PF_ROLE_BASELINE;
		out->has_target |= q->role == PF_ROLE_TARGET;
		out->has_deadline |= q->role == PF_ROLE_DEADLINE;
		out->has_population |= q->role == PF_ROLE_POPULATION;
		claim |= is_claim(q);
		share |= is_share(q);
		/* The metric is what changes; who it is for only where nothing does. */
		if (named && (!out->metric.end || (is_claim(q) && !claimed)))
			out->metric = q->of;
		claimed |= named && is_claim(q);
	}
	out->grade = 1;
	if (claim || share)
		out->grade = 2;
	if (claim && out->metric.end && (out->has_deadline || out->has_baseline))
		out->grade = 3;
}

void quant_notes(struct pf_quants *quants, const struct parse *p, const struct pf_tokens *tokens)
{
	size_t note = next_note(p, 0);
	uint32_t at = 0;

	PF_RESERVE(&quants->sentences, tokens->sentences.n);
	for (size_t i = 0; i < tokens->sentences.n; i++) {
		const struct pf_sentence *s = &tokens->sentences.v[i];
		struct pf_quant_sentence *out = PF_PUSH(&quants->sentences);

		*out = (struct pf_quant_sentence){.first = at};
		while (at < quants->n && quants->v[at].begin < s->end)
			at++;
		out->n = at - out->first;
		while (note < s->last)
			note = next_note(p, read_note(quants, p, note, i, s, out));
		if (out->n)
			read_numbers(quants, out);
	}
}
