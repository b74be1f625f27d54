/* Cheats: a good page whose answers say nothing, or whose numbers are invented. */
#include <ctype.h>
#include <string.h>

#include "cheats.h"

/* The draft with each answer replaced; `answer` NULL: by an echo of its question. */
static bool answers_replaced(struct pf_breeding *b, const char *answer)
{
	const struct pf_parts *parts = &b->read->parts;
	uint32_t at = 0;
	size_t n = 0;

	for (size_t i = 0; i < parts->pairs.n; i++) {
		const struct pf_pair *p = &parts->pairs.v[i];

		if (p->answer.begin >= p->answer.end || p->answer.begin < at)
			continue;
		pf_buf_slice(b->out, pf_slice_cut(b->draft.text, at, p->answer.begin));
		if (answer)
			pf_buf_adds(b->out, answer);
		else
			pf_buf_printf(b->out, "The question \"%.*s\" is one that matters to us.",
				      PF_SLICE_ARG(pf_slice_range(b->draft.text, p->question)));
		at = p->answer.end;
		n++;
	}
	pf_buf_slice(b->out, pf_slice_cut(b->draft.text, at, b->draft.text.len));
	return n >= 3;
}

bool pf_cheat_empty_answers(struct pf_breeding *b)
{
	return answers_replaced(b, "");
}

bool pf_cheat_short_answers(struct pf_breeding *b)
{
	static const char *const answers[] = {"Yes.", "No.", "Low.", "Later.", "We will see."};

	return answers_replaced(b, answers[pf_breed_below(b, 5)]);
}

bool pf_cheat_echoed_answers(struct pf_breeding *b)
{
	return answers_replaced(b, NULL);
}

/* Every number another one. Labelled, the same numbers stand as assumptions. */
static bool invent(struct pf_breeding *b, bool labelled)
{
	const struct pf_quants *quants = &b->read->quants;
	struct pf_rng rng = {b->draft.text.len}; /* the twin draws the same numbers */
	uint32_t at = 0;
	size_t n = 0;

	for (size_t i = 0; i < quants->n; i++) {
		const struct pf_quant *q = &quants->v[i];
		struct pf_slice text = pf_slice_cut(b->draft.text, q->begin, q->end);
		size_t digit = 0;

		if (q->begin < at || q->kind == PF_QUANT_DATE)
			continue;
		while (digit < text.len && !isdigit((unsigned char)text.ptr[digit]))
			digit++;
		if (digit == text.len)
			continue;
		pf_buf_slice(b->out, pf_slice_cut(b->draft.text, at, q->begin + (uint32_t)digit));
		pf_buf_printf(b->out, "%u", 3 + pf_rng_below(&rng, 94));
		while (digit < text.len &&
		       (isdigit((unsigned char)text.ptr[digit]) || strchr(",.", text.ptr[digit])))
			digit++;
		pf_buf_slice(b->out, pf_slice_cut(text, digit, text.len));
		if (labelled)
			pf_buf_adds(b->out, " (our assumption, tested in the pilot)");
		at = q->end;
		n++;
	}
	pf_buf_slice(b->out, pf_slice_cut(b->draft.text, at, b->draft.text.len));
	return n >= 8 && b->draft.prompt;
}

bool pf_cheat_faker(struct pf_breeding *b)
{
	return invent(b, false);
}

bool pf_cheat_labelled_twin(struct pf_breeding *b)
{
	return invent(b, true);
}
