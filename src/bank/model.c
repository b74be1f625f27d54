#include "prfaq/bank/model.h"

#include <ctype.h>
#include <string.h>

static void heading(struct pf_buf *out, const char *text)
{
	pf_buf_printf(out, "## %s\n\n", text);
}

/* One paragraph: the line breaks of a block in the file are layout, not text. */
static void paragraph(struct pf_buf *out, const char *text)
{
	for (; *text; text++)
		pf_buf_byte(out, *text == '\n' && text[1] != '\n' ? ' ' : *text);
	pf_buf_adds(out, "\n\n");
}

static void cell(struct pf_buf *out, struct pf_slice text)
{
	for (size_t i = 0; i < text.len; i++) {
		if (text.ptr[i] == '|')
			pf_buf_byte(out, '\\');
		pf_buf_byte(out, text.ptr[i]);
	}
}

static void benefits(const struct pf_prompt_model *m, struct pf_buf *out)
{
	for (size_t i = 0; i < m->benefit.n; i++)
		pf_buf_printf(out, "- %s\n", m->benefit.v[i]);
	pf_buf_byte(out, '\n');
}

/* "what: from A to B ..." becomes two cells; a text without a colon is all in the first. */
static void metric_row(const struct pf_prompt_model_metric *metric, struct pf_buf *out)
{
	const char *tier = pf_prompt_tier_name((enum pf_prompt_tier)metric->tier);
	struct pf_slice text = pf_slice_of(metric->text);
	size_t colon = pf_slice_find(text, PF_SLICE(": "));

	pf_buf_printf(out, "| %c%s | ", toupper((unsigned char)*tier), tier + 1);
	cell(out, pf_slice_cut(text, 0, colon));
	pf_buf_adds(out, " | ");
	if (colon < text.len)
		cell(out, pf_slice_cut(text, colon + 2, text.len));
	pf_buf_adds(out, " |\n");
}

static void metrics(const struct pf_prompt_model *m, struct pf_buf *out)
{
	pf_buf_adds(out, "| Tier | Metric | Baseline, target, date and source |\n|---|---|---|\n");
	for (size_t i = 0; i < m->metrics.n; i++)
		metric_row(&m->metrics.v[i], out);
	pf_buf_byte(out, '\n');
}

static void faq(const struct pf_prompt_model *m, struct pf_buf *out)
{
	for (size_t i = 0; i < m->faq.n; i++) {
		pf_buf_printf(out, "**Q: %s**\n\nA: ", m->faq.v[i].q);
		paragraph(out, m->faq.v[i].a);
	}
}

static void rollout(const struct pf_prompt_model *m, struct pf_buf *out)
{
	pf_buf_adds(out, "| Week | Audience | Gate | Stop rule |\n|---|---|---|---|\n");
	for (size_t i = 0; i < m->rollout.n; i++) {
		const struct pf_prompt_model_week *w = &m->rollout.v[i];

		pf_buf_printf(out, "| Week %lld | ", (long long)w->week);
		cell(out, pf_slice_of(w->audience));
		pf_buf_adds(out, " | ");
		cell(out, pf_slice_of(w->gate));
		pf_buf_adds(out, " | ");
		cell(out, pf_slice_of(w->stop));
		pf_buf_adds(out, " |\n");
	}
	pf_buf_byte(out, '\n');
}

static void clarify(const struct pf_prompt *p, struct pf_buf *out)
{
	for (size_t i = 0; i < p->model.questions.n; i++)
		pf_buf_printf(out, "- %s\n", p->model.questions.v[i]);
	for (size_t i = 0; !p->model.questions.n && i < p->facts.n; i++)
		if (!p->facts.v[i].decoy && p->facts.v[i].try.n)
			pf_buf_printf(out, "- %s\n", p->facts.v[i].try.v[0]);
	pf_buf_byte(out, '\n');
}

void pf_model_section(const struct pf_prompt *prompt, enum pf_plan_section section,
		      struct pf_buf *out)
{
	static const char *const titles[PF_PLAN_SECTIONS] = {
		"Problem", "Solution", "Customer benefit",      "Metrics",
		"FAQ",     "Rollout",  "Questions worth asking"};
	const struct pf_prompt_model *m = &prompt->model;

	if (section >= PF_PLAN_SECTIONS || (section == PF_PLAN_ROLLOUT && !m->rollout.n))
		return;
	heading(out, titles[section]);
	switch (section) {
	case PF_PLAN_PROBLEM: paragraph(out, m->problem); break;
	case PF_PLAN_SOLUTION: paragraph(out, m->solution); break;
	case PF_PLAN_BENEFITS: benefits(m, out); break;
	case PF_PLAN_METRICS: metrics(m, out); break;
	case PF_PLAN_FAQ: faq(m, out); break;
	case PF_PLAN_ROLLOUT: rollout(m, out); break;
	case PF_PLAN_CLARIFY: clarify(prompt, out); break;
	case PF_PLAN_SECTIONS: break;
	}
}

void pf_model_markdown(const struct pf_prompt *prompt, struct pf_buf *out)
{
	pf_buf_printf(out, "# %s\n\n", prompt->model.title ? prompt->model.title : prompt->title);
	for (int s = PF_PLAN_PROBLEM; s <= PF_PLAN_ROLLOUT; s++)
		pf_model_section(prompt, (enum pf_plan_section)s, out);
	while (out->len && out->ptr[out->len - 1] == '\n' && out->len > 1 &&
	       out->ptr[out->len - 2] == '\n')
		pf_buf_splice(out, out->len - 1, out->len, PF_SLICE(""));
}

static bool give_model(const struct pf_prompt *prompt, const char *part, struct pf_buf *out)
{
	enum pf_plan_section section = pf_plan_section_find(part);

	if (section == PF_PLAN_SECTIONS)
		return false;
	pf_model_section(prompt, section, out);
	return true;
}

bool pf_model_give(const struct pf_prompt *prompt, const char *name, struct pf_buf *out)
{
	const struct pf_prompt_constraint *constraint = pf_prompt_constraint(prompt, name);
	const struct pf_prompt_point *point = pf_prompt_point(prompt, name);
	const struct pf_prompt_fact *fact = pf_prompt_fact(prompt, name);

	if (!strncmp(name, "model.", 6))
		return give_model(prompt, name + 6, out);
	if (!strcmp(name, "prompt"))
		paragraph(out, prompt->prompt);
	else if (constraint)
		paragraph(out, constraint->text);
	else if (point)
		paragraph(out, point->text);
	else if (fact)
		paragraph(out, fact->say);
	else
		return false;
	return true;
}
