/* What a sentence says about its numbers: source, assumption, placeholder, vague amount, grade. */
#include "parse.h"

#include "prfaq/base/mem.h"

static const char *const sources[] = {"log",   "logs",   "survey",     "ledger",
				      "study", "report", "tickets",    "records",
				      "audit", "panel",  "interviews", "register"};
static const char *const labels[] = {"assumption",  "assume",   "assumed",
				     "assumptions", "estimate", "estimated"};

static bool among(const struct parse *p, size_t i, const char *const *words, size_t n)
{
	for (size_t k = 0; k < n; k++)
		if (at_word(p, i, words[k]))
			return true;
	return false;
}

/* "$X billion", "N %", "TBD", "XX": to be filled in, never a number. */
static bool placeholder(const struct parse *p, size_t i)
{
	bool letter = at_bytes(p, i, "X") || at_bytes(p, i, "Y") || at_bytes(p, i, "Z") ||
		      at_bytes(p, i, "N");

	if (at_bytes(p, i, "TBD") || at_bytes(p, i, "XX"))
		return true;
	if (at_bytes(p, i,
		     "TO"
		     "DO") ||
	    at_bytes(p, i,
		     "XX"
		     "X"))
		return true;
	return letter && ((i && at_sign(p, i - 1, '$')) || at_sign(p, i + 1, '%') ||
			  at_class(p, i + 1, LEX_MAGNITUDE));
}

static void note(struct pf_quants *quants, const struct parse *p, size_t i, size_t sentence,
		 enum pf_quant_note_kind kind)
{
	*PF_PUSH(&quants->notes) =
		(struct pf_quant_note){p->t[i].begin, p->t[i].end, (uint32_t)sentence, kind};
}

static void read_words(struct pf_quants *quants, const struct parse *p, size_t sentence,
		       const struct pf_sentence *s, struct pf_quant_sentence *out)
{
	for (size_t i = s->first; i < s->last; i++) {
		if (placeholder(p, i)) {
			out->placeholder = true;
			note(quants, p, i, sentence, PF_NOTE_PLACEHOLDER);
		} else if (p->t[i].kind != PF_TOKEN_WORD) {
			continue;
		} else if (among(p, i, labels, sizeof(labels) / sizeof(*labels))) {
			out->assumption = true;
			note(quants, p, i, sentence, PF_NOTE_ASSUMPTION);
		} else if (among(p, i, sources, sizeof(sources) / sizeof(*sources))) {
			out->source = true;
			note(quants, p, i, sentence, PF_NOTE_SOURCE);
		} else if (at_class(p, i, LEX_VAGUE)) {
			out->vague = true;
			note(quants, p, i, sentence, PF_NOTE_VAGUE);
		}
	}
}

static void read_numbers(const struct pf_quants *quants, struct pf_quant_sentence *out)
{
	bool change = false, share = false;

	for (uint32_t i = out->first; i < out->first + out->n; i++) {
		const struct pf_quant *q = &quants->v[i];

		out->has_baseline |= q->role == PF_ROLE_BASELINE;
		out->has_target |= q->role == PF_ROLE_TARGET;
		out->has_deadline |= q->role == PF_ROLE_DEADLINE;
		out->has_population |= q->role == PF_ROLE_POPULATION;
		change |= q->role == PF_ROLE_DELTA || q->role == PF_ROLE_TARGET;
		share |= q->kind == PF_QUANT_PERCENT || q->kind == PF_QUANT_MONEY;
		if (!out->metric.end && q->of.end > q->of.begin && q->kind != PF_QUANT_DATE)
			out->metric = q->of;
	}
	out->grade = !out->n ? 0 : 1;
	if (change || share)
		out->grade = 2;
	if (change && out->metric.end && (out->has_deadline || out->has_baseline))
		out->grade = 3;
}

void quant_notes(struct pf_quants *quants, const struct parse *p, const struct pf_tokens *tokens)
{
	uint32_t at = 0;

	for (size_t s = 0; s < tokens->sentences.n; s++) {
		struct pf_quant_sentence *out = PF_PUSH(&quants->sentences);
		struct pf_quant_sentence st = {.first = at};

		while (at < quants->n && quants->v[at].begin < tokens->sentences.v[s].end)
			at++;
		st.n = at - st.first;
		read_words(quants, p, s, &tokens->sentences.v[s], &st);
		read_numbers(quants, &st);
		*out = st;
	}
}
