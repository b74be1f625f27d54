#include "probe_sources.h"

#include <stdio.h>
#include <string.h>

#include "probe_when.h"

#define TOPIC_MAX  3
#define SAME_THING " Are these the same thing?"

static bool was_asked(const struct pf_fold *fold, const struct pf_candidate *c)
{
	for (size_t i = 0; i < fold->probes.n; i++) {
		const struct pf_probed *p = &fold->probes.v[i];

		if (c->own[0] && strcmp(p->prompt_probe, c->own) == 0)
			return true;
		if (c->rule[0] && strcmp(p->rule, c->rule) == 0)
			return true;
		if (pf_slice_is(pf_buf_view(&c->text), p->text))
			return true;
		/* The same two places, whatever the words around them. */
		if (c->other[0] && p->other[0] && c->span.begin == p->span.begin &&
		    c->other_span.begin == p->other_span.begin)
			return true;
	}
	return false;
}

static bool may_ask(const struct pf_probing *s, const struct pf_candidate *c)
{
	const struct pf_fold *fold = s->iv->fold;
	uint32_t on_topic = 0;

	if (c->text.len == 0 || was_asked(fold, c) || (s->force && s->lens[c->lens]))
		return false;
	for (size_t i = 0; i < fold->probes.n; i++)
		on_topic += c->topic[0] && strcmp(fold->probes.v[i].topic, c->topic) == 0;
	return on_topic < TOPIC_MAX;
}

static void reset(struct pf_candidate *c)
{
	pf_buf_release(&c->text);
	*c = (struct pf_candidate){.own = "", .rule = "", .topic = "", .then = "", .why = ""};
}

static const struct {
	enum pf_lens lens;
	const char *ask, *topic;
	uint32_t good;
} openers[] = {
	{PF_LENS_CUSTOMER, "In one sentence: who is this for?", "customer", PF_REPLY_WHO},
	{PF_LENS_DATA, "Which one number decides whether we stop?", "metrics", PF_REPLY_NUMBER},
	{PF_LENS_EXECUTION, "What must be true by week four?", "rollout",
	 PF_REPLY_NUMBER | PF_REPLY_DATE},
	{PF_LENS_CUSTOMER, "How do these people cope today, without you?", "problem",
	 PF_REPLY_CAUSE},
	{PF_LENS_EXECUTION, "Which part would you leave out of the first release?", "solution",
	 PF_REPLY_DECISION | PF_REPLY_TRADE_OFF},
	{PF_LENS_DATA, "Which log or survey does your main number come from?", "metrics",
	 PF_REPLY_SOURCE},
	{PF_LENS_CUSTOMER, "Who is worse off once this is live?", "customer",
	 PF_REPLY_WHO | PF_REPLY_TRADE_OFF},
	{PF_LENS_EXECUTION, "Which of these steps could not be taken back?", "rollout",
	 PF_REPLY_DECISION},
	{PF_LENS_DATA, "What result in the first month would change the plan?", "metrics",
	 PF_REPLY_NUMBER | PF_REPLY_DECISION},
};

bool pf_probe_opener(struct pf_probing *s, struct pf_candidate *c)
{
	for (size_t i = 0; i < sizeof(openers) / sizeof(openers[0]); i++) {
		reset(c);
		c->source = PF_PROBE_OPENER;
		c->lens = openers[i].lens;
		c->topic = openers[i].topic;
		c->good = openers[i].good;
		c->why = "this lens's own question";
		pf_buf_adds(&c->text, openers[i].ask);
		if (may_ask(s, c))
			return true;
	}
	return false;
}

static void two_places(struct pf_probing *s, struct pf_candidate *c,
		       const struct pf_number_pair *pair)
{
	struct pf_slice text = pf_doc_text(s->check->doc);
	char a[48], b[48];

	pf_slots_words(a, sizeof(a), text, pair->a);
	pf_slots_words(b, sizeof(b), text, pair->b);
	pf_slots_words(c->quote, sizeof(c->quote), text, pair->clause_a);
	pf_slots_words(c->other, sizeof(c->other), text, pair->clause_b);
	c->span = pair->clause_a;
	c->other_span = pair->clause_b;
	c->why = "two places of your draft";
	pf_buf_printf(&c->text, "You wrote %s in \"%s\" and %s in \"%s\".%s", a,
		      pf_part_title(pf_parts_at(&s->check->parts, pair->a.begin)), b,
		      pf_part_title(pf_parts_at(&s->check->parts, pair->b.begin)),
		      pair->same == PF_SAME_YES ? " Which?" : SAME_THING);
}

bool pf_probe_contradiction(struct pf_probing *s, struct pf_candidate *c, enum pf_same same)
{
	struct pf_number_pair pair;

	for (size_t skip = 0; pf_numbers_contradict(s->check, same, skip, &pair); skip++) {
		reset(c);
		c->source = same == PF_SAME_YES ? PF_PROBE_CONTRADICTION : PF_PROBE_SAME_THING;
		c->lens = PF_LENS_DATA;
		c->topic = "consistency";
		c->good = PF_REPLY_NUMBER;
		two_places(s, c, &pair);
		if (may_ask(s, c))
			return true;
	}
	return false;
}

bool pf_probe_against_brief(struct pf_probing *s, struct pf_candidate *c)
{
	const struct pf_check_context *context = pf_interview_context(s->iv);
	struct pf_slice text = pf_doc_text(s->check->doc);
	struct pf_number_fact f;
	bool found = false;
	char value[48];

	for (size_t skip = 0; !found && pf_numbers_against_facts(s->check, context, skip, &f);
	     skip++) {
		reset(c);
		c->source = f.same == PF_SAME_YES ? PF_PROBE_CONTRADICTION : PF_PROBE_SAME_THING;
		c->lens = PF_LENS_DATA;
		c->topic = "consistency";
		c->good = PF_REPLY_NUMBER | PF_REPLY_SOURCE;
		c->why = "your draft and the brief";
		c->span = f.clause;
		pf_slots_words(value, sizeof(value), text, f.at);
		pf_slots_words(c->quote, sizeof(c->quote), text, f.clause);
		snprintf(c->other, sizeof(c->other), "%s", f.fact);
		pf_buf_printf(&c->text, "You wrote %s. Your notes say: \"%s\".%s", value, c->other,
			      f.same == PF_SAME_YES ? " Which?" : SAME_THING);
		found = may_ask(s, c);
	}
	return found;
}

/* Findings worth a question, gravest first; costs and severities stay inside. */
static bool graver(const struct pf_check *check, const struct pf_finding *a,
		   const struct pf_finding *b)
{
	bool quotes_a = !pf_slots_is_place(check, a->span);
	bool quotes_b = !pf_slots_is_place(check, b->span);

	if (a->severity != b->severity)
		return a->severity > b->severity;
	return quotes_a != quotes_b ? quotes_a : a->cost > b->cost;
}

/* A rule about a question of the FAQ points at the question; what the candidate said is the answer
 * to it, and one quotes both. Empty where there is none. */
static struct pf_range answer_to(const struct pf_check *check, struct pf_range span)
{
	for (size_t i = 0; i < check->parts.pairs.n; i++) {
		const struct pf_pair *p = &check->parts.pairs.v[i];

		if (p->question.begin <= span.begin && span.end <= p->question.end)
			return p->answer;
	}
	return (struct pf_range){0, 0};
}

/* What a good reply holds, by the question's own words; the first that stands there decides. */
static uint32_t hoped_for(struct pf_slice ask, enum pf_lens lens)
{
	static const struct {
		const char *words;
		uint32_t good;
	} table[] = {
		{"how much", PF_REPLY_NUMBER},
		{"how many", PF_REPLY_NUMBER},
		{"how big", PF_REPLY_NUMBER},
		{"cost", PF_REPLY_NUMBER},
		{"which number", PF_REPLY_NUMBER},
		{"come from", PF_REPLY_SOURCE},
		{"read from", PF_REPLY_SOURCE},
		{"who ", PF_REPLY_WHO},
		{"which team", PF_REPLY_WHO},
		{"which customers", PF_REPLY_WHO},
		{"when ", PF_REPLY_DATE},
		{"why", PF_REPLY_CAUSE},
		{"what goes", PF_REPLY_DECISION | PF_REPLY_TRADE_OFF},
		{"not building", PF_REPLY_DECISION | PF_REPLY_TRADE_OFF},
	};

	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++)
		for (size_t at = 0; at < ask.len; at++)
			if (pf_slice_starts_nocase(pf_slice_cut(ask, at, ask.len), table[i].words))
				return table[i].good;
	return lens == PF_LENS_DATA ? PF_REPLY_NUMBER | PF_REPLY_SOURCE
				    : PF_REPLY_CAUSE | PF_REPLY_DECISION;
}

/* A number alone says nothing to who wrote it an hour ago: its sentence, or its row of a table. */
static struct pf_range with_its_words(const struct pf_check *check, struct pf_range range)
{
	size_t q = pf_quants_at(&check->quants, range.begin), n;
	const struct pf_block *blocks = pf_doc_blocks(check->doc, &n);
	const struct pf_tokens *tokens = pf_doc_tokens(check->doc);
	const struct pf_sentence *sentence;
	uint32_t at = pf_doc_block_at(check->doc, range.begin);

	if (q >= check->quants.n || check->quants.v[q].begin != range.begin ||
	    check->quants.v[q].end != range.end)
		return range;
	if (at != PF_DOC_NONE && blocks[at].kind == PF_BLOCK_CELL) {
		at = blocks[at].parent;
		return (struct pf_range){blocks[at].begin, blocks[at].end};
	}
	sentence = &tokens->sentences.v[pf_sentence_of(tokens, check->quants.v[q].first)];
	return (struct pf_range){sentence->begin, sentence->end};
}

static void from_finding(struct pf_probing *s, struct pf_candidate *c, const struct pf_finding *f,
			 const struct pf_rule_text *rule)
{
	struct pf_slice text = pf_doc_text(s->check->doc);

	reset(c);
	c->source = PF_PROBE_RULE;
	c->lens = rule->lens;
	c->rule = rule->id;
	c->topic = rule->section;
	c->other_span = f->other.end > f->other.begin ? f->other : answer_to(s->check, f->span);
	c->good = hoped_for(pf_slice_of(f->ask), rule->lens);
	c->why = "something that is not on the page yet";
	if (!pf_slots_is_place(s->check, f->span)) {
		c->why = "your own words";
		c->span = f->span;
		pf_slots_words(c->quote, sizeof(c->quote), text, with_its_words(s->check, f->span));
	}
	if (c->other_span.end > c->other_span.begin)
		pf_slots_words(c->other, sizeof(c->other), text,
			       with_its_words(s->check, c->other_span));
	pf_buf_adds(&c->text, f->ask);
}

/* The author of the prompt asks about this rule in better words: that probe comes later. */
static bool author_asks(const struct pf_prompt *prompt, const char *rule)
{
	for (size_t i = 0; i < prompt->probes.n; i++)
		if (prompt->probes.v[i].when.kind == PF_PROMPT_WHEN_RULE &&
		    strcmp(prompt->probes.v[i].when.rule, rule) == 0)
			return true;
	return false;
}

bool pf_probe_failed_rule(struct pf_probing *s, struct pf_candidate *c)
{
	const struct pf_finding *best = NULL;

	for (size_t i = 0; i < s->check->card.findings.n; i++) {
		const struct pf_finding *f = &s->check->card.findings.v[i];
		struct pf_rule_text rule = pf_rubric_rule(s->iv->rubric, f->rule);

		if (!f->ask[0] || rule.style || f->severity < PF_SEVERITY_MINOR ||
		    strcmp(rule.section, "clarify") == 0 || author_asks(s->iv->prompt, rule.id) ||
		    (best && !graver(s->check, f, best)))
			continue;
		from_finding(s, c, f, &rule);
		if (may_ask(s, c))
			best = f;
	}
	if (best) {
		struct pf_rule_text rule = pf_rubric_rule(s->iv->rubric, best->rule);

		from_finding(s, c, best, &rule);
	}
	return best != NULL;
}

static bool is_trap(const struct pf_interview *iv, const struct pf_prompt_probe *probe)
{
	return iv->prompt->trap.probe && strcmp(iv->prompt->trap.probe, probe->id) == 0;
}

static void from_own(struct pf_probing *s, struct pf_candidate *c,
		     const struct pf_prompt_probe *probe)
{
	struct pf_slots slots = {{0}, {0}, {0}, {0}, {0}, {0}, {0}, {0}};
	struct pf_range at;

	reset(c);
	if (!pf_probe_fits(s->iv, s->check, probe, &slots, &at) ||
	    !pf_slots_fill(&slots, probe->ask, &c->text)) {
		pf_buf_clear(&c->text);
		return;
	}
	c->source = PF_PROBE_PROMPT;
	c->lens = (enum pf_lens)probe->lens;
	c->own = probe->id;
	c->rule = probe->when.kind == PF_PROMPT_WHEN_RULE ? probe->when.rule : "";
	c->topic = pf_probe_topic(s->iv, probe);
	c->good = pf_probe_good(&probe->good);
	c->then = probe->then ? probe->then : "";
	c->why = "what anyone who knows the field would ask";
	c->span = at;
	/* What the question says already is not quoted a second time above it. */
	if (!strstr(probe->ask, "{claim}"))
		snprintf(c->quote, sizeof(c->quote), "%s", slots.claim);
}

/* The trap's probe, then those that found something in the draft, then the rest. */
bool pf_probe_own(struct pf_probing *s, struct pf_candidate *c)
{
	for (int pass = 0; pass < 3; pass++)
		for (size_t i = 0; i < s->iv->prompt->probes.n; i++) {
			const struct pf_prompt_probe *probe = &s->iv->prompt->probes.v[i];
			bool always = probe->when.kind == PF_PROMPT_WHEN_ALWAYS;

			if (pass == 0 ? !is_trap(s->iv, probe) : pass == 1 && always)
				continue;
			from_own(s, c, probe);
			if (may_ask(s, c))
				return true;
		}
	return false;
}
