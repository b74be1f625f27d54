/* The parts of a draft as text, for tests. */
#include "units/find.h"

static const char *const shapes[] = {"article", "canonical", "template", "none"};

/* The text on one line, cut to `max` bytes. */
static void add_text(struct pf_buf *out, struct pf_slice text, struct pf_range r, uint32_t max)
{
	uint32_t end = r.end - r.begin > max ? r.begin + max : r.end;

	for (uint32_t i = r.begin; i < end; i++)
		pf_buf_byte(out, text.ptr[i] == '\n' || text.ptr[i] == '\r' ? ' ' : text.ptr[i]);
	if (end < r.end)
		pf_buf_adds(out, "...");
}

static void add_quant(struct pf_buf *out, struct pf_slice text, const struct pf_quants *quants,
		      const char *name, uint32_t i)
{
	if (i == PF_QUANT_NONE)
		return;
	pf_buf_printf(out, " %s=<", name);
	add_text(out, text, (struct pf_range){quants->v[i].begin, quants->v[i].end}, 40);
	pf_buf_byte(out, '>');
}

static void add_range(struct pf_buf *out, struct pf_slice text, const char *name, struct pf_range r)
{
	if (pf_range_empty(r))
		return;
	pf_buf_printf(out, " %s=<", name);
	add_text(out, text, r, 60);
	pf_buf_byte(out, '>');
}

static void dump_metric(struct pf_buf *out, struct pf_slice text, const struct pf_quants *quants,
			const struct pf_metric *m)
{
	pf_buf_printf(out, "metric %s%s <", m->tier == PF_TIER_NONE ? "-" : pf_tier_name(m->tier),
		      m->tier_labelled ? "" : "?");
	add_text(out, text, m->name, 60);
	pf_buf_byte(out, '>');
	add_quant(out, text, quants, "baseline", m->baseline);
	add_quant(out, text, quants, "target", m->target);
	add_quant(out, text, quants, "deadline", m->deadline);
	add_range(out, text, "when", m->when);
	add_range(out, text, "method", m->method);
	pf_buf_byte(out, '\n');
}

void pf_parts_dump(struct pf_buf *out, const struct pf_parts *parts, const struct pf_doc *doc,
		   const struct pf_quants *quants)
{
	struct pf_slice text = pf_doc_text(doc);

	pf_buf_printf(out, "shape %s: %s\n", shapes[parts->shape], parts->shape_reason);
	if (parts->dateline.end > parts->dateline.begin) {
		pf_buf_adds(out, "dateline <");
		add_text(out, text, parts->dateline, 60);
		pf_buf_adds(out, ">\n");
	}
	add_quant(out, text, quants, "launch", parts->launch_quant);
	if (parts->launch_quant != PF_QUANT_NONE)
		pf_buf_byte(out, '\n');
	for (size_t i = 0; i < parts->parts.n; i++) {
		const struct pf_part *p = &parts->parts.v[i];

		pf_buf_printf(out, "%s <", pf_part_name(p->id));
		add_text(out, text, p->heading, 40);
		pf_buf_adds(out, "> ");
		add_text(out, text, p->body, 60);
		pf_buf_byte(out, '\n');
	}
	for (size_t i = 0; i < parts->pairs.n; i++) {
		const struct pf_pair *p = &parts->pairs.v[i];

		pf_buf_printf(out, "%s %zu <", p->internal ? "internal" : "question", i + 1);
		add_text(out, text, p->question, 60);
		pf_buf_adds(out, "> ");
		add_text(out, text, p->answer, 40);
		pf_buf_byte(out, '\n');
	}
	for (size_t i = 0; i < parts->metrics.n; i++)
		dump_metric(out, text, quants, &parts->metrics.v[i]);
	for (size_t i = 0; i < parts->benefits.n; i++) {
		pf_buf_adds(out, "benefit <");
		add_text(out, text, parts->benefits.v[i].whole, 60);
		pf_buf_byte(out, '>');
		add_quant(out, text, quants, "quantity", parts->benefits.v[i].quantity);
		pf_buf_byte(out, '\n');
	}
}
