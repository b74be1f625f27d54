/*
 * What a reply to a probe holds, by rule: a number, a source, a cause, a
 * decision, what is given up, a date, who. What was found is shown, never a
 * mark for eloquence; a reply that evades gets one more question, then it is
 * the next probe's turn.
 */
#include <stdio.h>

#include "impl.h"
#include "numbers.h"
#include "prfaq/text/phrases.h"
#include "prfaq/text/stem.h"

#define SHORT_REPLY 4 /* words; below that nothing can have been said */

/* Phrases that show one of the bits. A phrase counts wherever it stands. */
static const struct {
	enum pf_reply_has has;
	const char *phrase;
} cues[] = {
	{PF_REPLY_SOURCE, "log"},
	{PF_REPLY_SOURCE, "logs"},
	{PF_REPLY_SOURCE, "survey"},
	{PF_REPLY_SOURCE, "ledger"},
	{PF_REPLY_SOURCE, "records"},
	{PF_REPLY_SOURCE, "according to"},
	{PF_REPLY_SOURCE, "measured"},
	{PF_REPLY_SOURCE, "read from"},
	{PF_REPLY_SOURCE, "interviews"},
	{PF_REPLY_SOURCE, "interviewed"},
	{PF_REPLY_SOURCE, "dashboard"},
	{PF_REPLY_SOURCE, "test with"},
	{PF_REPLY_SOURCE, "experiment"},
	{PF_REPLY_SOURCE, "a/b test"},
	{PF_REPLY_SOURCE, "pilot"},
	{PF_REPLY_SOURCE, "we assume"},
	{PF_REPLY_SOURCE, "assumption"},
	{PF_REPLY_SOURCE, "told us"},
	{PF_REPLY_SOURCE, "from the brief"},
	{PF_REPLY_SOURCE, "notebook"},
	{PF_REPLY_CAUSE, "because"},
	{PF_REPLY_CAUSE, "since"},
	{PF_REPLY_CAUSE, "due to"},
	{PF_REPLY_CAUSE, "so that"},
	{PF_REPLY_CAUSE, "therefore"},
	{PF_REPLY_CAUSE, "which means"},
	{PF_REPLY_CAUSE, "leads to"},
	{PF_REPLY_CAUSE, "that is why"},
	{PF_REPLY_CAUSE, "the reason"},
	{PF_REPLY_CAUSE, "comes from"},
	{PF_REPLY_CAUSE, "as a result"},
	{PF_REPLY_CAUSE, "causes"},
	{PF_REPLY_DECISION, "we will"},
	{PF_REPLY_DECISION, "we'll"},
	{PF_REPLY_DECISION, "i will"},
	{PF_REPLY_DECISION, "i would"},
	{PF_REPLY_DECISION, "i'd"},
	{PF_REPLY_DECISION, "we stop"},
	{PF_REPLY_DECISION, "we choose"},
	{PF_REPLY_DECISION, "we chose"},
	{PF_REPLY_DECISION, "decide*"},
	{PF_REPLY_DECISION, "we drop"},
	{PF_REPLY_DECISION, "switch off"},
	{PF_REPLY_DECISION, "turn off"},
	{PF_REPLY_DECISION, "roll back"},
	{PF_REPLY_DECISION, "we start"},
	{PF_REPLY_DECISION, "we keep"},
	{PF_REPLY_DECISION, "we ship"},
	{PF_REPLY_DECISION, "goes first"},
	{PF_REPLY_DECISION, "first we"},
	{PF_REPLY_DECISION, "we ask"},
	{PF_REPLY_DECISION, "we pay"},
	{PF_REPLY_DECISION, "we go"},
	{PF_REPLY_DECISION, "we hold"},
	{PF_REPLY_TRADE_OFF, "instead of"},
	{PF_REPLY_TRADE_OFF, "rather than"},
	{PF_REPLY_TRADE_OFF, "at the cost of"},
	{PF_REPLY_TRADE_OFF, "give up"},
	{PF_REPLY_TRADE_OFF, "we accept"},
	{PF_REPLY_TRADE_OFF, "we lose"},
	{PF_REPLY_TRADE_OFF, "in exchange"},
	{PF_REPLY_TRADE_OFF, "trade off"},
	{PF_REPLY_TRADE_OFF, "not in the first"},
	{PF_REPLY_TRADE_OFF, "leave out"},
	{PF_REPLY_TRADE_OFF, "we do without"},
	{PF_REPLY_TRADE_OFF, "price is"},
	{PF_REPLY_TRADE_OFF, "left out"},
	{PF_REPLY_TRADE_OFF, "has to wait"},
	{PF_REPLY_WHO, "team"},
	{PF_REPLY_WHO, "owner"},
	{PF_REPLY_WHO, "owns"},
	{PF_REPLY_WHO, "manager"},
	{PF_REPLY_WHO, "engineer*"},
	{PF_REPLY_WHO, "on call"},
	{PF_REPLY_WHO, "legal"},
	{PF_REPLY_WHO, "support"},
};

static const char *const evasions[] = {
	"it depends",    "depends on",   "hard to say",    "we would see",       "we'll see",
	"not sure",      "no idea",      "good question",  "we would look into", "to be determined",
	"i do not know", "i don't know", "we do not know", "we don't know",
};

/* In the order shown. */
static const struct {
	enum pf_reply_has has;
	const char *name;
} names[] = {
	{PF_REPLY_NUMBER, "number"},
	{PF_REPLY_SOURCE, "source"},
	{PF_REPLY_CAUSE, "cause"},
	{PF_REPLY_DECISION, "decision"},
	{PF_REPLY_TRADE_OFF, "what is given up"},
	{PF_REPLY_DATE, "date"},
	{PF_REPLY_WHO, "who"},
};

/* What is asked for when it is missing: the first of them. */
static const struct {
	enum pf_reply_has has;
	const char *ask;
} asks[] = {
	{PF_REPLY_NUMBER, "Which number would you put on it?"},
	{PF_REPLY_SOURCE, "Where would you read that?"},
	{PF_REPLY_DECISION, "What do you decide?"},
	{PF_REPLY_CAUSE, "What is the reason?"},
	{PF_REPLY_TRADE_OFF, "What do you give up for it?"},
	{PF_REPLY_DATE, "By when?"},
	{PF_REPLY_WHO, "Who would that be?"},
};

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

/* Bits by phrases; `evades` when one of the evasions stands there. */
static uint32_t phrase_bits(const struct pf_interview *iv, struct pf_slice text,
			    const struct pf_tokens *tokens, bool *evades)
{
	const struct pf_yaml_texts *customer = &iv->prompt->lexicon.customer;
	struct pf_phrases *phrases = pf_phrases_new();
	struct pf_phrase_hits hits = {0};
	uint32_t found = 0;

	for (size_t i = 0; i < COUNT(cues); i++)
		pf_phrases_add(phrases, pf_slice_of(cues[i].phrase), cues[i].has);
	for (size_t i = 0; i < COUNT(evasions); i++)
		pf_phrases_add(phrases, pf_slice_of(evasions[i]), 0);
	for (size_t i = 0; i < customer->n; i++)
		pf_phrases_add(phrases, pf_slice_of(customer->v[i]), PF_REPLY_WHO);
	pf_phrases_find(phrases, text, tokens, 0, tokens->n, &hits);
	for (size_t i = 0; i < hits.n; i++) {
		found |= hits.v[i].value;
		*evades |= hits.v[i].value == 0;
	}
	pf_phrase_hits_release(&hits);
	pf_phrases_free(phrases);
	return found;
}

static uint32_t number_bits(const struct pf_quants *quants)
{
	uint32_t found = 0;

	for (size_t i = 0; i < quants->n; i++) {
		const struct pf_quant *q = &quants->v[i];

		if (q->kind == PF_QUANT_DATE || q->role == PF_ROLE_DEADLINE)
			found |= PF_REPLY_DATE;
		else
			found |= PF_REPLY_NUMBER;
		if (q->kind == PF_QUANT_DURATION)
			found |= PF_REPLY_DATE;
	}
	for (size_t i = 0; i < quants->notes.n; i++)
		if (quants->notes.v[i].kind == PF_NOTE_SOURCE ||
		    quants->notes.v[i].kind == PF_NOTE_ASSUMPTION)
			found |= PF_REPLY_SOURCE;
	return found;
}

static size_t shared_stems(const char *probe, const char *quote, const struct pf_numbers *reply)
{
	struct pf_stemmer *stemmer = pf_stemmer_new();
	struct pf_numbers asked = {0}, quoted = {0};
	struct pf_stems a = {0}, b = {0}, c = {0};
	size_t n;

	pf_numbers_read(&asked, pf_slice_of(probe));
	pf_numbers_read(&quoted, pf_slice_of(quote));
	pf_stems_of(stemmer, asked.text, asked.tokens, 0, asked.tokens->n, &a);
	pf_stems_of(stemmer, reply->text, reply->tokens, 0, reply->tokens->n, &b);
	pf_stems_of(stemmer, quoted.text, quoted.tokens, 0, quoted.tokens->n, &c);
	n = pf_stems_shared(&a, &b) + pf_stems_shared(&c, &b);
	pf_stems_release(&a);
	pf_stems_release(&b);
	pf_stems_release(&c);
	pf_numbers_release(&asked);
	pf_numbers_release(&quoted);
	pf_stemmer_free(stemmer);
	return n;
}

static void show(char out[96], uint32_t found, uint32_t good)
{
	uint32_t wanted = good ? good
			       : (uint32_t)PF_REPLY_NUMBER | PF_REPLY_SOURCE | PF_REPLY_CAUSE |
					  PF_REPLY_DECISION;
	size_t n = 0;

	out[0] = '\0';
	for (size_t i = 0; i < COUNT(names); i++)
		if (wanted & names[i].has && n < 96)
			n += (size_t)snprintf(out + n, 96 - n, "%s%s %s", n ? ", " : "",
					      names[i].name, found & names[i].has ? "yes" : "no");
}

/* Who is asked why two numbers differ will say a number: no second accusation. */
static bool may_accuse(const struct pf_probed *probe)
{
	return probe->source != PF_PROBE_CONTRADICTION && probe->source != PF_PROBE_SAME_THING;
}

struct pf_reply_found pf_reply_read(const struct pf_interview *iv, const struct pf_probed *probe,
				    struct pf_slice reply)
{
	const uint32_t substance = PF_REPLY_NUMBER | PF_REPLY_SOURCE | PF_REPLY_CAUSE |
				   PF_REPLY_DECISION | PF_REPLY_TRADE_OFF | PF_REPLY_DATE;
	struct pf_reply_found r = {0};
	struct pf_numbers numbers = {0};
	bool evades = false;

	pf_numbers_read(&numbers, reply);
	r.found = phrase_bits(iv, numbers.text, numbers.tokens, &evades);
	r.found |= number_bits(&numbers.quants);
	/* "It depends" with a reason, a number or a way to find out is an answer. */
	r.evaded = numbers.tokens->words < SHORT_REPLY || (evades && !(r.found & substance));
	if (!r.evaded && !(r.found & (substance | PF_REPLY_WHO)))
		r.evaded = shared_stems(probe->text, probe->quote, &numbers) == 0;
	/* Naming a single number is short, and enough. */
	if (r.found & PF_REPLY_NUMBER && !evades)
		r.evaded = false;
	if (may_accuse(probe) && pf_interview_checked(iv))
		pf_numbers_mismatch(iv->prompt, pf_interview_checked(iv), &numbers, r.mismatch,
				    sizeof(r.mismatch));
	show(r.shown, r.found, probe->good);
	pf_numbers_release(&numbers);
	return r;
}

void pf_reply_follow_up(const struct pf_probed *probe, const struct pf_reply_found *found,
			char out[240])
{
	static const char *const voice[PF_LENSES] = {
		[PF_LENS_CUSTOMER] = "Which of those people am I?",
		[PF_LENS_EXECUTION] = "And if that slips?",
		[PF_LENS_DATA] = "Compared to what?",
	};
	uint32_t missing = probe->good & ~found->found;
	const char *ask = voice[probe->lens];

	for (size_t i = COUNT(asks); i-- > 0;)
		if (missing & asks[i].has)
			ask = asks[i].ask;
	snprintf(out, 240, "%s", probe->then[0] ? probe->then : ask);
}
