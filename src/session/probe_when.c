#include "probe_when.h"

#include <stdio.h>
#include <string.h>

#include "numbers.h"
#include "prfaq/text/phrases.h"

/* What names a topic, besides the words of the prompt. */
static const struct {
	const char *topic;
	const char *cues[8];
} topics[] = {
	{"cost", {"cost*", "price", "budget", "pay*", "fund*", "spend", NULL}},
	{"security", {"secur*", "privacy", "fraud", "abuse", "encrypt*", "breach", "access", NULL}},
	{"scale", {"scale*", "peak", "load", "capacity", "at once", "outage", "breaks", NULL}},
	{"regulation", {"law", "legal", "regulat*", "compliance", "consent", "rule*", NULL}},
	{"rollout", {"roll out*", "rollout", "pilot", "beta", "launch*", "phase*", NULL}},
	{"alternative", {"alternative*", "instead", "discarded", "why not", "rejected", NULL}},
	{"fairness", {"fair*", "first", "priority", "who gets", NULL}},
	{"risk", {"risk*", "fail*", "wrong", "worst", NULL}},
};

static void add_cues(struct pf_phrases *phrases, const struct pf_interview *iv, const char *topic)
{
	pf_phrases_add(phrases, pf_slice_of(topic), 1);
	for (size_t i = 0; i < sizeof(topics) / sizeof(topics[0]); i++)
		for (size_t k = 0; strcmp(topics[i].topic, topic) == 0 && topics[i].cues[k]; k++)
			pf_phrases_add(phrases, pf_slice_of(topics[i].cues[k]), 1);
	for (size_t i = 0; i < iv->prompt->expect_faq.n; i++) {
		const struct pf_prompt_expect *e = &iv->prompt->expect_faq.v[i];

		for (size_t k = 0; strcmp(e->topic, topic) == 0 && k < e->cues.n; k++)
			pf_phrases_add(phrases, pf_slice_of(e->cues.v[k]), 1);
	}
}

/* The question of the first pair that is about the topic; an empty range when none is. */
static struct pf_range pair_on(const struct pf_interview *iv, const struct pf_check *check,
			       const char *topic)
{
	const struct pf_tokens *tokens = pf_doc_tokens(check->doc);
	struct pf_phrases *phrases = pf_phrases_new();
	struct pf_range found = {0, 0};

	add_cues(phrases, iv, topic);
	for (size_t i = 0; i < check->parts.pairs.n && found.end == 0; i++) {
		const struct pf_pair *pair = &check->parts.pairs.v[i];
		struct pf_phrase_hits hits = {0};

		pf_phrases_find(phrases, pf_doc_text(check->doc), tokens,
				pf_tokens_at(tokens, pair->question.begin),
				pf_tokens_at(tokens, pair->question.end), &hits);
		if (hits.n)
			found = pair->answer.end > pair->answer.begin ? pair->answer
								      : pair->question;
		pf_phrase_hits_release(&hits);
	}
	pf_phrases_free(phrases);
	return found;
}

static const struct pf_metric *metric_of(const struct pf_check *check, int tier)
{
	for (size_t i = 0; i < check->parts.metrics.n; i++)
		if ((int)check->parts.metrics.v[i].tier == tier)
			return &check->parts.metrics.v[i];
	return NULL;
}

static bool rule_failed(const struct pf_interview *iv, const struct pf_check *check,
			const char *rule, struct pf_range *at)
{
	size_t index = pf_rubric_find(iv->rubric, rule);

	for (size_t i = 0; i < check->card.proofs.n; i++) {
		const struct pf_proof *p = &check->card.proofs.v[i];

		if (p->rule != index)
			continue;
		*at = p->span;
		return p->outcome == PF_OUTCOME_FAIL || p->outcome == PF_OUTCOME_PARTIAL;
	}
	return false;
}

/* {metric}: the name of the one asked about, else of the candidate's first. Never a hidden one. */
static void name_metric(struct pf_slots *slots, const struct pf_check *check,
			const struct pf_metric *metric)
{
	if (!metric && check->parts.metrics.n)
		metric = &check->parts.metrics.v[0];
	if (metric && metric->name.end > metric->name.begin)
		pf_slots_words(slots->metric, sizeof(slots->metric), pf_doc_text(check->doc),
			       metric->name);
}

/* {value} of a metric is its target, whatever else stands in the row. */
static void target_of(struct pf_slots *slots, const struct pf_check *check,
		      const struct pf_metric *metric)
{
	const struct pf_quant *q;

	if (!metric || metric->target >= check->quants.n)
		return;
	q = &check->quants.v[metric->target];
	pf_slots_words(slots->value, sizeof(slots->value), pf_doc_text(check->doc),
		       pf_quant_span(q));
}

static bool contradiction(const struct pf_check *check, struct pf_slots *slots, struct pf_range *at)
{
	struct pf_slice text = pf_doc_text(check->doc);
	struct pf_number_pair pair;

	if (!pf_numbers_contradict(check, PF_SAME_YES, 0, &pair))
		return false;
	pf_slots_words(slots->value1, sizeof(slots->value1), text, pair.a);
	pf_slots_words(slots->value2, sizeof(slots->value2), text, pair.b);
	snprintf(slots->part1, sizeof(slots->part1), "%s",
		 pf_part_title(pf_parts_at(&check->parts, pair.a.begin)));
	snprintf(slots->part2, sizeof(slots->part2), "%s",
		 pf_part_title(pf_parts_at(&check->parts, pair.b.begin)));
	*at = pair.clause_a;
	return true;
}

bool pf_probe_fits(const struct pf_interview *iv, const struct pf_check *check,
		   const struct pf_prompt_probe *probe, struct pf_slots *slots, struct pf_range *at)
{
	const struct pf_prompt_when *when = &probe->when;
	const struct pf_metric *metric = NULL;
	bool fits = false;

	*at = (struct pf_range){0, 0};
	switch (when->kind) {
	case PF_PROMPT_WHEN_ALWAYS: fits = true; break;
	case PF_PROMPT_WHEN_RULE: fits = rule_failed(iv, check, when->rule, at); break;
	case PF_PROMPT_WHEN_TOPIC_MISSING:
	case PF_PROMPT_WHEN_TOPIC_FOUND:
		*at = pair_on(iv, check, when->topic);
		fits = (at->end > 0) == (when->kind == PF_PROMPT_WHEN_TOPIC_FOUND);
		break;
	case PF_PROMPT_WHEN_METRIC_MISSING:
	case PF_PROMPT_WHEN_METRIC_FOUND:
		metric = metric_of(check, when->metric);
		if (metric)
			*at = metric->whole;
		fits = (metric != NULL) == (when->kind == PF_PROMPT_WHEN_METRIC_FOUND);
		break;
	case PF_PROMPT_WHEN_CONTRADICTION: fits = contradiction(check, slots, at); break;
	}
	name_metric(slots, check, metric);
	pf_slots_claim(slots, check, *at);
	target_of(slots, check, metric);
	return fits;
}

const char *pf_probe_topic(const struct pf_interview *iv, const struct pf_prompt_probe *probe)
{
	size_t rule;

	switch (probe->when.kind) {
	case PF_PROMPT_WHEN_TOPIC_MISSING:
	case PF_PROMPT_WHEN_TOPIC_FOUND: return probe->when.topic;
	case PF_PROMPT_WHEN_METRIC_MISSING:
	case PF_PROMPT_WHEN_METRIC_FOUND: return "metrics";
	case PF_PROMPT_WHEN_CONTRADICTION: return "consistency";
	case PF_PROMPT_WHEN_RULE:
		rule = pf_rubric_find(iv->rubric, probe->when.rule);
		return rule < pf_rubric_rules(iv->rubric) ? pf_rubric_rule(iv->rubric, rule).section
							  : "";
	default: return "";
	}
}

uint32_t pf_probe_good(const struct pf_yaml_texts *good)
{
	static const struct {
		const char *name;
		uint32_t has;
	} words[] = {
		{"number", PF_REPLY_NUMBER},     {"baseline", PF_REPLY_NUMBER},
		{"cash", PF_REPLY_NUMBER},       {"source", PF_REPLY_SOURCE},
		{"cause", PF_REPLY_CAUSE},       {"reason", PF_REPLY_CAUSE},
		{"decision", PF_REPLY_DECISION}, {"rule", PF_REPLY_DECISION},
		{"order", PF_REPLY_DECISION},    {"trade_off", PF_REPLY_TRADE_OFF},
		{"date", PF_REPLY_DATE},         {"days", PF_REPLY_DATE},
		{"week", PF_REPLY_DATE},         {"segment", PF_REPLY_WHO},
		{"who", PF_REPLY_WHO},           {"owner", PF_REPLY_WHO},
	};
	uint32_t bits = 0;

	for (size_t i = 0; i < good->n; i++)
		for (size_t k = 0; k < sizeof(words) / sizeof(words[0]); k++)
			if (strcmp(good->v[i], words[k].name) == 0)
				bits |= words[k].has;
	return bits;
}
