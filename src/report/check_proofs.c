/* Why: each rule, what it earned of what it could, the words that say so, and the next step. */
#include <stdio.h>
#include <string.h>

#include "text.h"

static void show_proof(const struct page *page, const struct pf_checked *file,
		       const struct pf_proof *p)
{
	static const char *const outcomes[] = {"pass", "partly", "fail", "does not apply"};
	struct pf_rule_text rule = pf_rubric_rule(file->rubric, p->rule);
	const char *ink = p->outcome == PF_OUTCOME_PASS   ? page->green
			  : p->outcome == PF_OUTCOME_FAIL ? page->red
							  : page->yellow;
	char label[96], text[300];

	snprintf(label, sizeof(label), "%s %s,", rule.id, outcomes[p->outcome]);
	if (p->outcome == PF_OUTCOME_NOT_APPLICABLE)
		snprintf(text, sizeof(text), "%s: %s", rule.name, p->reason);
	else if (p->possible > 0)
		snprintf(text, sizeof(text), "%.2f of %.2f points: %s: %s",
			 p->earned > 0 ? p->earned : 0, p->possible, rule.name, p->reason);
	else
		snprintf(text, sizeof(text), "advice, no points: %s: %s", rule.name, p->reason);
	page_item(page, 4, ink, label, text);
	if (p->outcome == PF_OUTCOME_NOT_APPLICABLE)
		return;
	page_excerpt(page, file->check->doc, p->span, ink);
	if (p->other.begin < p->other.end)
		page_excerpt(page, file->check->doc, p->other, ink);
	if (p->next[0])
		page_item(page, 12, page->dim, "next:", p->next);
	else if (p->outcome == PF_OUTCOME_PASS && file->check->card.scale == 1 && p->earned > 0 &&
		 p->earned < p->possible - 0.005)
		page_item(page, 12, page->dim, "but:",
			  "nothing is wrong here; it earns as much as the rest of its part does");
}

void text_template(struct pf_buf *out, const char *template)
{
	while (*template) {
		size_t plain = strcspn(template, "{");

		pf_buf_add(out, template, plain);
		template += plain;
		if (!*template)
			break;
		pf_buf_adds(out, "___");
		template += strcspn(template, "}");
		template += *template != '\0';
	}
}

static void template_item(const struct page *page, const char *label, const char *template)
{
	struct pf_buf text = {0};

	text_template(&text, template);
	page_item(page, 12, page->dim, label, pf_buf_cstr(&text));
	pf_buf_release(&text);
}

static void show_rule(const struct page *page, const struct pf_rule_text *rule)
{
	page_item(page, 12, page->dim, "why:", rule->why);
	if (rule->fix[0])
		template_item(page, "fix:", rule->fix);
	if (rule->ask[0])
		template_item(page, "asked:", rule->ask);
	page_item(page, 12, page->dim, "from:", rule->source);
}

static void show_sum(const struct page *page, const struct pf_checked *file, double sum)
{
	const struct pf_scorecard *card = &file->check->card;

	pf_buf_printf(page->out, "\n%sSum of the proofs %.2f", page->bold, sum);
	if (card->capped > 0)
		pf_buf_printf(page->out, ", each held down by %s, %.1f in all",
			      pf_rubric_rule(file->rubric, card->cap_rule).id, card->capped);
	pf_buf_printf(page->out, "; score %.1f of 100%s\n", card->score, page->off);
}

void text_proofs(const struct page *page, const struct pf_checked *file, const char *why)
{
	const struct pf_scorecard *card = &file->check->card;
	double sum = 0;

	for (size_t i = 0; i < card->proofs.n; i++) {
		const struct pf_proof *p = &card->proofs.v[i];
		struct pf_rule_text rule = pf_rubric_rule(file->rubric, p->rule);

		sum += p->earned;
		if (*why ? strcmp(why, rule.id) != 0 : p->outcome == PF_OUTCOME_NOT_APPLICABLE)
			continue;
		pf_buf_byte(page->out, '\n');
		show_proof(page, file, p);
		if (*why)
			show_rule(page, &rule);
	}
	if (!*why)
		show_sum(page, file, sum);
}
