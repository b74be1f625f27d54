#include "prfaq/session/matcher.h"

#include <string.h>

#include "ask_fit.h"

#define NEAR 2 /* words with a meaning: one alone is in too many questions */
#include "prfaq/base/mem.h"
#include "prfaq/text/stem.h"

bool pf_known_has(struct pf_known_facts facts, const char *id)
{
	for (size_t i = 0; i < facts.n; i++)
		if (strcmp(facts.v[i], id) == 0)
			return true;
	return false;
}

bool pf_known_lead_to(struct pf_known_facts facts, const struct pf_prompt_fact *fact)
{
	for (size_t i = 0; i < fact->needs.n; i++)
		if (!pf_known_has(facts, fact->needs.v[i]))
			return false;
	return true;
}

/* Who asks for the second step is told the first: "I do not have that" would be a lie. */
static const struct pf_prompt_fact *first_step(const struct pf_prompt *prompt,
					       const struct pf_prompt_fact *fact,
					       struct pf_known_facts facts)
{
	for (size_t steps = 0; steps < prompt->facts.n && !pf_known_lead_to(facts, fact); steps++)
		for (size_t i = 0; i < fact->needs.n; i++)
			if (!pf_known_has(facts, fact->needs.v[i])) {
				fact = pf_prompt_fact(prompt, fact->needs.v[i]);
				break;
			}
	return fact;
}

static bool among(const struct pf_match *m, uint32_t n, const struct pf_prompt_fact *fact)
{
	for (uint32_t i = 0; i < n && i < PF_MATCH_MAX; i++)
		if (m->alternatives[i] == fact)
			return true;
	return false;
}

/* The facts that fit best. A fact already known gives way to one that is not. */
static uint32_t best_facts(struct pf_match *m, const struct pf_prompt *prompt,
			   const struct pf_question_words *q, struct pf_known_facts facts)
{
	struct pf_ask_fit best = {0};
	uint32_t n = 0;

	m->n_alternatives = 0;
	m->fact = NULL;
	for (size_t i = 0; i < prompt->facts.n; i++) {
		const struct pf_prompt_fact *fact = &prompt->facts.v[i];
		struct pf_ask_fit fit = pf_ask_fit_of(q, fact);

		if (!pf_ask_fits(fit) || pf_ask_fit_less(fit, best))
			continue;
		fact = first_step(prompt, fact, facts);
		if (!pf_ask_fit_less(best, fit) && among(m, n, fact))
			continue;
		if (pf_ask_fit_less(best, fit) ||
		    (n > 0 && pf_known_has(facts, m->alternatives[0]->id)))
			n = 0;
		else if (pf_known_has(facts, fact->id))
			continue;
		best = fit;
		if (n == 0)
			m->more = fact != &prompt->facts.v[i];
		if (n < PF_MATCH_MAX)
			m->alternatives[n] = fact;
		n++;
	}
	m->n_alternatives = n < PF_MATCH_MAX ? n : PF_MATCH_MAX;
	m->sure = n > 0 && best.sure;
	return n;
}

static const struct pf_prompt_fact *only_fact(const struct pf_prompt *prompt,
					      const struct pf_question_words *q,
					      struct pf_known_facts facts)
{
	struct pf_match m;

	return best_facts(&m, prompt, q, facts) == 1 ? m.alternatives[0] : NULL;
}

/* Words with a meaning that question and fact share. */
static uint32_t nearness(const struct pf_question_words *q, const struct pf_prompt_fact *fact)
{
	uint32_t shared = 0;

	for (size_t i = 0; i < q->n; i++)
		shared += pf_question_means(&q->v[i]) && pf_fact_tells_of(fact, q, &q->v[i]);
	return shared;
}

/* The facts that share most with the question, and how many words that is. */
static uint32_t nearest_facts(struct pf_match *m, const struct pf_prompt *prompt,
			      const struct pf_question_words *q, struct pf_known_facts facts)
{
	uint32_t best = 1;

	m->n_alternatives = 0;
	for (size_t i = 0; i < prompt->facts.n; i++) {
		const struct pf_prompt_fact *fact = &prompt->facts.v[i];
		uint32_t shared = nearness(q, fact);

		if (shared < best || pf_known_has(facts, fact->id) ||
		    !pf_known_lead_to(facts, fact))
			continue;
		if (shared > best)
			m->n_alternatives = 0;
		best = shared;
		if (m->n_alternatives < PF_MATCH_MAX)
			m->alternatives[m->n_alternatives++] = fact;
	}
	return m->n_alternatives ? best : 0;
}

/* Two questions are refused only when they want two different facts: a candidate who says the
 * same thing twice, or adds a flourish, is answered. */
static bool wants_two(const struct pf_prompt *prompt, struct pf_question_words *q,
		      struct pf_known_facts facts)
{
	struct pf_question_words half = *q;
	const struct pf_prompt_fact *a, *b;

	for (size_t i = 0; i < q->n_parts; i++) {
		half.v = q->v;
		half.n = q->parts[i];
		a = only_fact(prompt, &half, facts);
		half.v = q->v + q->parts[i];
		half.n = q->n - q->parts[i];
		b = only_fact(prompt, &half, facts);
		if (a && b && a != b)
			return true;
	}
	return false;
}

/* "Customer?" asks who that is, and "Data?" what there is. */
static void ask_in_full(struct pf_question_words *q)
{
	static const char *const openers[] = {"who", "what"};

	for (size_t i = 0; i < sizeof(openers) / sizeof(*openers); i++) {
		struct pf_slice word = pf_slice_of(openers[i]);

		*PF_PUSH(q) = (struct pf_question_word){
			.text = word, .stem = pf_stem(q->stemmer, word), .stop = true};
	}
}

static void tell(struct pf_match *m, const struct pf_prompt *prompt, bool known)
{
	m->fact = m->alternatives[0];
	m->n_alternatives = 0;
	m->met = known ? PF_MET_AGAIN : PF_MET_FACT;
	m->say = known ? prompt->no_answer.again : m->fact->say;
}

static void offer(struct pf_match *m)
{
	m->met = PF_MET_CHOOSE;
	m->say = m->n_alternatives > 1 ? "Did you mean one of these?" : "Did you mean this?";
}

/* No fact, but perhaps a proposal, or a number of the brief. */
static void tell_none(struct pf_match *m, const struct pf_prompt *prompt,
		      const struct pf_question_words *q, struct pf_known_facts facts)
{
	const struct pf_prompt_point *point = pf_brief_tells(prompt, q);

	m->n_alternatives = 0;
	if (m->proposes) {
		m->met = PF_MET_PROPOSES;
		m->say = prompt->no_answer.solution;
	} else if (point) {
		m->met = PF_MET_AGAIN;
		m->in_brief = true;
		m->say = point->text;
	} else {
		m->met = PF_MET_UNKNOWN;
		m->say = prompt->no_answer.unknown;
		if (nearest_facts(m, prompt, q, facts) >= NEAR && !pf_question_counts(q))
			offer(m);
	}
}

static struct pf_match decide(const struct pf_prompt *prompt, struct pf_question_words *q,
			      struct pf_known_facts facts)
{
	struct pf_match m = {.proposes = q->proposes != PF_PROPOSES_NOT, .two = q->n_parts > 0};
	bool known;
	uint32_t n;

	if (q->proposes == PF_PROPOSES_OPENLY) {
		m.met = PF_MET_PROPOSES;
		m.say = prompt->no_answer.solution;
		return m;
	}
	if (m.two && wants_two(prompt, q, facts)) {
		m.met = PF_MET_DOUBLE;
		m.say = prompt->no_answer.twice;
		return m;
	}
	n = best_facts(&m, prompt, q, facts);
	if (n == 0 && q->n == 1) {
		ask_in_full(q);
		n = best_facts(&m, prompt, q, facts);
	}
	known = n == 1 && pf_known_has(facts, m.alternatives[0]->id);
	if (n == 1 && m.sure) {
		tell(&m, prompt, known);
	} else if (n > 1 || (n == 1 && !known && !pf_brief_tells(prompt, q))) {
		offer(&m);
	} else {
		tell_none(&m, prompt, q, facts);
	}
	return m;
}

void pf_match_say(const struct pf_match *match, struct pf_buf *out)
{
	struct pf_slice say = pf_slice_trim(pf_slice_of(match->say));

	pf_buf_adds(out, match->in_brief ? "That is in the brief: " : "");
	pf_buf_slice(out, say);
	pf_buf_adds(out, match->in_brief ? "." : "");
	if (match->met == PF_MET_FACT && match->more)
		pf_buf_adds(out, " There is a second part to it.");
}

struct pf_match pf_match_ask(const struct pf_prompt *prompt, struct pf_slice question,
			     struct pf_known_facts facts)
{
	struct pf_question_words words;
	struct pf_match m;

	pf_question_read(&words, prompt, question);
	pf_question_spell(&words, prompt);
	m = decide(prompt, &words, facts);
	pf_question_release(&words);
	return m;
}

const char *pf_match_label(const struct pf_prompt_fact *fact)
{
	return fact->try.n ? fact->try.v[0] : fact->id;
}
