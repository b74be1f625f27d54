#include "prfaq/parts/parts.h"

#include <string.h>

#include "faq/faq.h"
#include "metrics/metrics.h"
#include "passes.h"
#include "prfaq/base/mem.h"

static const struct {
	const char *name, *title;
} part_rows[] = {
#define PF_PART_ROW(id, name, title, article) {name, title},
	PF_PARTS(PF_PART_ROW)
#undef PF_PART_ROW
};

/* What people also call a part when they type its name. */
static const struct {
	const char *name;
	enum pf_part_id id;
} synonyms[] = {
	{"benefit", PF_PART_BENEFITS},
	{"customer_benefit", PF_PART_BENEFITS},
	{"metric", PF_PART_METRICS},
	{"questions", PF_PART_FAQ},
	{"faqs", PF_PART_FAQ},
	{"heading", PF_PART_HEADLINE},
	{"title", PF_PART_HEADLINE},
	{"subtitle", PF_PART_SUBHEADING},
	{"sub-heading", PF_PART_SUBHEADING},
	{"start", PF_PART_START},
	{"cta", PF_PART_START},
	{"call_to_action", PF_PART_START},
	{"timeline", PF_PART_ROLLOUT},
	{"launch", PF_PART_ROLLOUT},
	{"quote", PF_PART_QUOTE_COMPANY},
};

const char *pf_part_name(enum pf_part_id id)
{
	return (unsigned)id < PF_PART_COUNT ? part_rows[id].name : "";
}

const char *pf_part_title(enum pf_part_id id)
{
	return (unsigned)id < PF_PART_COUNT ? part_rows[id].title : "";
}

enum pf_part_id pf_part_find(struct pf_slice name)
{
	for (int i = 0; i < PF_PART_COUNT; i++)
		if (pf_slice_equal_nocase(name, pf_slice_of(part_rows[i].name)) ||
		    pf_slice_equal_nocase(name, pf_slice_of(part_rows[i].title)))
			return (enum pf_part_id)i;
	for (size_t i = 0; i < sizeof(synonyms) / sizeof(*synonyms); i++)
		if (pf_slice_equal_nocase(name, pf_slice_of(synonyms[i].name)))
			return synonyms[i].id;
	return PF_PART_COUNT;
}

static bool is_underline(struct pf_slice line)
{
	size_t i = 0;

	while (i < line.len && (line.ptr[i] == line.ptr[0] || line.ptr[i] == ' '))
		i++;
	return line.len && i == line.len && (line.ptr[0] == '-' || line.ptr[0] == '=');
}

/* Past what closes a heading: "## Problem ##", "</h2>", a line of "-----" below it. */
static uint32_t past_heading(struct pf_slice text, uint32_t at, uint32_t next)
{
	struct pf_slice rest = pf_slice_cut(text, at, next), line;
	uint32_t end = next;

	if (pf_slice_line(&rest, &line) && rest.len)
		end = next - (uint32_t)rest.len;
	if (pf_slice_line(&rest, &line) && is_underline(line))
		end = next - (uint32_t)rest.len;
	return end;
}

/* A unit goes on with the stretch before it when both are one part and it opens no new label.
 * `next`: where the unit behind it begins. */
static void add_stretch(struct pf_parts *out, struct pf_slice text, const struct pf_unit *u,
			uint32_t next)
{
	struct pf_part *last = out->parts.n ? &out->parts.v[out->parts.n - 1] : NULL;
	bool opens = u->says == u->part && u->label.end > u->label.begin && u->part != PF_PART_FAQ;
	uint32_t begin = u->said;

	if (u->kind == PF_UNIT_HEADING && u->says < PF_PART_COUNT && u->says == u->part)
		opens = true;
	if (last && last->id == (enum pf_part_id)u->part && !opens) {
		if (pf_range_empty(last->body) && u->said > u->begin)
			last->body.begin = u->said;
		last->body.end = u->end;
		return;
	}
	/* "What the board asked" goes on what was asked before, or heads it. */
	opens = opens || (u->kind == PF_UNIT_HEADING && u->says == PF_LABEL_FAQ_INTERNAL);
	last = PF_PUSH(&out->parts);
	*last = (struct pf_part){.id = (enum pf_part_id)u->part};
	last->heading = (struct pf_range){begin, begin};
	if (opens) {
		last->heading = u->label;
		begin = u->body < u->label.end ? u->label.end : u->body;
		if (u->kind == PF_UNIT_HEADING && u->level < PF_LEVEL_BOLD && begin >= u->end)
			begin = past_heading(text, begin, next);
	}
	last->body = (struct pf_range){begin, begin < u->end ? u->end : begin};
}

/* A template's guidance that is left in is nobody's text, unless it is all there is. */
static bool is_left_in(const struct pf_find *f, const struct pf_unit *u)
{
	return f->out->shape != PF_SHAPE_TEMPLATE && u->said > u->begin && u->said == u->end &&
	       u->part != PF_PART_FAQ && pf_range_empty(u->label);
}

static void skip_guidance(struct pf_parts *out, const struct pf_unit *u)
{
	struct pf_part *last = out->parts.n ? &out->parts.v[out->parts.n - 1] : NULL;

	if (last && last->id == (enum pf_part_id)u->part && pf_range_empty(last->body))
		last->body = (struct pf_range){u->end, u->end};
}

static void make_stretches(struct pf_find *f)
{
	for (size_t i = 0; i < f->units.n; i++) {
		const struct pf_unit *u = &f->units.v[i];

		/* Code belongs to an answer, and commands are how one starts. */
		if (u->kind == PF_UNIT_OTHER && u->part != PF_PART_FAQ &&
		    !(u->part == PF_PART_START && f->blocks[u->block].kind == PF_BLOCK_CODE))
			continue;
		if (is_left_in(f, u))
			skip_guidance(f->out, u);
		else
			add_stretch(f->out, f->text, u,
				    i + 1 < f->units.n ? u[1].begin : (uint32_t)f->text.len);
	}
	/* Blanks between a label and its text belong to neither. */
	for (size_t i = 0; i < f->out->parts.n; i++) {
		struct pf_range *b = &f->out->parts.v[i].body;

		while (b->begin < b->end && f->text.ptr[b->begin] &&
		       strchr(" \t\r\n", f->text.ptr[b->begin]))
			b->begin++;
	}
}

void pf_parts_find(struct pf_parts *out, const struct pf_doc *doc, const struct pf_quants *quants)
{
	struct pf_find f = {.quants = quants, .out = out};

	pf_parts_release(out);
	f.text = pf_doc_text(doc);
	f.blocks = pf_doc_blocks(doc, &f.n_blocks);
	f.tokens = pf_doc_tokens(doc);
	pf_units_make(&f);
	pf_cues_count(&f);
	pf_sections_by_label(&f);
	pf_sections_by_content(&f);
	pf_faq_pairs(&f);
	pf_guidance_find(&f);
	pf_sections_fill(&f);
	pf_metrics_find(&f);
	pf_benefits_find(&f);
	pf_shape_decide(&f);
	pf_launch_find(&f);
	make_stretches(&f);
	free(f.units.v);
}

void pf_parts_release(struct pf_parts *parts)
{
	free(parts->parts.v);
	free(parts->pairs.v);
	free(parts->metrics.v);
	free(parts->benefits.v);
	*parts = (struct pf_parts){.launch_quant = PF_QUANT_NONE};
}

const struct pf_part *pf_parts_get(const struct pf_parts *parts, enum pf_part_id id)
{
	for (size_t i = 0; i < parts->parts.n; i++)
		if (parts->parts.v[i].id == id)
			return &parts->parts.v[i];
	return NULL;
}

enum pf_part_id pf_parts_at(const struct pf_parts *parts, uint32_t off)
{
	size_t low = 0, high = parts->parts.n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		const struct pf_part *p = &parts->parts.v[mid];
		uint32_t begin =
			p->heading.end > p->heading.begin ? p->heading.begin : p->body.begin;

		if (begin <= off)
			low = mid + 1;
		else
			high = mid;
	}
	if (!low || off >= parts->parts.v[low - 1].body.end)
		return PF_PART_OTHER;
	return parts->parts.v[low - 1].id;
}
