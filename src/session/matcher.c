#include "prfaq/session/matcher.h"

#include <string.h>

#include "prfaq/base/mem.h"
#include "prfaq/base/nearest.h"
#include "prfaq/text/stem.h"
#include "question.h"

#define PREFIX_MIN 4 /* "regulat" is an author's stem; "by" is not a beginning of "bypass" */
#define TYPO_MIN   6 /* an author's "deadline" is typed "dealine"; "date" and "data" are two */

/* How well a fact's best set fits; all zero: not at all. */
struct fit {
	uint32_t stems;   /* words of the set */
	uint32_t content; /* of them no stop words: "how many" says less than "deadline" */
};

static bool fit_less(struct fit a, struct fit b)
{
	return a.stems != b.stems ? a.stems < b.stems : a.content < b.content;
}

static bool one_slip_away(struct pf_slice typed, const char *word)
{
	char buf[32];

	if (typed.len < TYPO_MIN - 1 || typed.len >= sizeof(buf) || strlen(word) < TYPO_MIN)
		return false;
	memcpy(buf, typed.ptr, typed.len);
	buf[typed.len] = '\0';
	return buf[0] == word[0] && pf_edit_distance(buf, word) == 1;
}

static bool has_word(const struct pf_question_words *q, const char *word, bool slips)
{
	uint32_t stem = pf_stem(q->stemmer, pf_slice_of(word));

	for (size_t i = 0; i < q->n; i++) {
		if (q->v[i].stem == stem)
			return true;
		if (strlen(word) >= PREFIX_MIN && pf_slice_starts_nocase(q->v[i].text, word))
			return true;
		if (slips && one_slip_away(q->v[i].text, word))
			return true;
	}
	return false;
}

/* An author may write "ferry pass" for two words. */
static bool has_words(const struct pf_question_words *q, const char *words, bool slips,
		      struct fit *fit)
{
	char word[64];

	for (const char *p = words; *p;) {
		size_t len = strcspn(p, " -");

		if (len > 0 && len < sizeof(word)) {
			memcpy(word, p, len);
			word[len] = '\0';
			if (!has_word(q, word, slips))
				return false;
			fit->stems++;
			fit->content += !pf_is_stop_word(pf_slice_of(word));
		}
		p += len + (p[len] != '\0');
	}
	return true;
}

static struct fit fit_of(const struct pf_question_words *q, const struct pf_prompt_fact *fact,
			 bool slips)
{
	struct fit best = {0, 0};

	for (size_t s = 0; s < fact->ask.n; s++) {
		const struct pf_yaml_texts *set = &fact->ask.v[s];
		struct fit fit = {0, 0};
		bool all = set->n > 0;

		for (size_t i = 0; all && i < set->n; i++)
			all = has_words(q, set->v[i], slips, &fit);
		if (all && fit_less(best, fit))
			best = fit;
	}
	return best;
}

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
			   const struct pf_question_words *q, struct pf_known_facts facts,
			   bool slips)
{
	struct fit best = {0, 0};
	uint32_t n = 0;

	m->n_alternatives = 0;
	m->fact = NULL;
	for (size_t i = 0; i < prompt->facts.n; i++) {
		const struct pf_prompt_fact *fact = &prompt->facts.v[i];
		struct fit fit = fit_of(q, fact, slips);

		if (fit.stems == 0 || fit_less(fit, best))
			continue;
		fact = first_step(prompt, fact, facts);
		if (!fit_less(best, fit) && among(m, n, fact))
			continue;
		if (fit_less(best, fit) || (n > 0 && pf_known_has(facts, m->alternatives[0]->id)))
			n = 0;
		else if (pf_known_has(facts, fact->id))
			continue;
		best = fit;
		if (n < PF_MATCH_MAX)
			m->alternatives[n] = fact;
		n++;
	}
	m->n_alternatives = n < PF_MATCH_MAX ? n : PF_MATCH_MAX;
	return n;
}

static const struct pf_prompt_fact *only_fact(const struct pf_prompt *prompt,
					      const struct pf_question_words *q,
					      struct pf_known_facts facts)
{
	struct pf_match m;

	return best_facts(&m, prompt, q, facts, false) == 1 ? m.alternatives[0] : NULL;
}

/* Content stems that question and fact share, over all ways the author would ask. */
static uint32_t nearness(const struct pf_question_words *q, const struct pf_prompt_fact *fact)
{
	uint32_t shared = 0;

	for (size_t i = 0; i < q->n; i++) {
		bool found = q->v[i].stop;

		for (size_t s = 0; !found && s < fact->ask.n; s++)
			for (size_t k = 0; !found && k < fact->ask.v[s].n; k++)
				found = pf_stem(q->stemmer, pf_slice_of(fact->ask.v[s].v[k])) ==
					q->v[i].stem;
		shared += found && !q->v[i].stop;
	}
	return shared;
}

static void nearest_facts(struct pf_match *m, const struct pf_prompt *prompt,
			  const struct pf_question_words *q, struct pf_known_facts facts)
{
	uint32_t scores[PF_MATCH_MAX] = {0};

	m->n_alternatives = 0;
	for (size_t i = 0; i < prompt->facts.n; i++) {
		const struct pf_prompt_fact *fact = &prompt->facts.v[i];
		uint32_t score = nearness(q, fact);
		size_t at = m->n_alternatives;

		if (score == 0 || pf_known_has(facts, fact->id) || !pf_known_lead_to(facts, fact))
			continue;
		while (at > 0 && scores[at - 1] < score)
			at--;
		if (at == PF_MATCH_MAX)
			continue;
		for (size_t k = PF_MATCH_MAX - 1; k > at; k--) {
			scores[k] = scores[k - 1];
			m->alternatives[k] = m->alternatives[k - 1];
		}
		scores[at] = score;
		m->alternatives[at] = fact;
		m->n_alternatives += m->n_alternatives < PF_MATCH_MAX;
	}
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

		*PF_PUSH(q) = (struct pf_question_word){word, pf_stem(q->stemmer, word), true};
	}
}

static struct pf_match decide(const struct pf_prompt *prompt, struct pf_question_words *q,
			      struct pf_known_facts facts)
{
	struct pf_match m = {.proposes = q->proposes != PF_PROPOSES_NOT, .two = q->n_parts > 0};
	const struct pf_prompt_point *point;
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
	n = best_facts(&m, prompt, q, facts, false);
	if (n == 0 && q->n == 1) {
		ask_in_full(q);
		n = best_facts(&m, prompt, q, facts, false);
	}
	if (n == 0)
		n = best_facts(&m, prompt, q, facts, true);
	if (n == 1) {
		m.fact = m.alternatives[0];
		m.n_alternatives = 0;
		m.met = pf_known_has(facts, m.fact->id) ? PF_MET_AGAIN : PF_MET_FACT;
		m.say = m.met == PF_MET_AGAIN ? prompt->no_answer.again : m.fact->say;
	} else if (n > 1) {
		m.met = PF_MET_CHOOSE;
		m.say = "Did you mean one of these?";
	} else if (m.proposes) {
		m.met = PF_MET_PROPOSES;
		m.say = prompt->no_answer.solution;
	} else if ((point = pf_brief_tells(prompt, q))) {
		m.met = PF_MET_AGAIN;
		m.in_brief = true;
		m.say = point->text;
	} else {
		m.met = PF_MET_UNKNOWN;
		m.say = prompt->no_answer.unknown;
		nearest_facts(&m, prompt, q, facts);
	}
	return m;
}

void pf_match_say(const struct pf_match *match, struct pf_buf *out)
{
	struct pf_slice say = pf_slice_trim(pf_slice_of(match->say));

	pf_buf_adds(out, match->in_brief ? "That is in the brief: " : "");
	pf_buf_slice(out, say);
	pf_buf_adds(out, match->in_brief ? "." : "");
}

struct pf_match pf_match_ask(const struct pf_prompt *prompt, struct pf_slice question,
			     struct pf_known_facts facts)
{
	struct pf_question_words words;
	struct pf_match m;

	pf_question_read(&words, question);
	m = decide(prompt, &words, facts);
	pf_question_release(&words);
	return m;
}

const char *pf_match_label(const struct pf_prompt_fact *fact)
{
	return fact->try.n ? fact->try.v[0] : fact->id;
}
