#include "units.h"
#include "prfaq/base/mem.h"

/* By block: the item and the quote around it, so that nobody climbs. */
struct around {
	uint32_t item;
	bool quoted;
};

static struct pf_unit *add_unit(struct pf_find *f, enum pf_unit_kind kind, uint32_t block,
				uint32_t begin, uint32_t end)
{
	struct pf_unit *u = PF_PUSH(&f->units);

	*u = (struct pf_unit){.kind = (uint8_t)kind, .block = block, .begin = begin, .end = end};
	u->first = pf_token_at(f, begin);
	u->last = pf_token_at(f, end);
	u->body = u->said = begin;
	u->says = PF_LABEL_NONE;
	u->part = PF_PART_OTHER;
	u->tier = PF_TIER_NONE;
	u->answer_at = end;
	return u;
}

static void add_text(struct pf_find *f, uint32_t block, struct around around, uint32_t begin,
		     uint32_t end)
{
	const struct pf_block *b = &f->blocks[block];
	struct pf_unit *u = add_unit(f, PF_UNIT_TEXT, block, begin, end);
	uint32_t after;

	u->whole = begin == b->begin && end == b->end;
	u->quoted = around.quoted;
	if (around.item != PF_DOC_NONE) {
		uint32_t level = f->blocks[around.item].level;

		u->depth = level > UINT8_MAX ? UINT8_MAX : (uint8_t)level;
		u->item = block == around.item + 1 && begin == b->begin;
	}
	if (u->first == u->last)
		return;
	/* A line that goes on a list by laziness and is a label is no part of the list. */
	if (begin > b->begin && u->depth && pf_is_short_label(f, u->first, u->last))
		u->depth = 0;
	u->answer = pf_marker_at(f, u->first, u->last, &after) == 'A';
	if (u->answer)
		u->body = after < u->last ? f->tokens->v[after].begin : u->end;
	else
		pf_unit_read_label(f, u);
	/* A line that goes on a list by laziness and opens with a label is no part of the list. */
	if (begin > b->begin && u->says < PF_PART_COUNT)
		u->depth = 0;
	pf_ask_read(f, u);
}

/* The next token where it may be cut: the first of a line, or any. */
static uint32_t next_cut(const struct pf_find *f, const struct pf_paragraph *p, uint32_t i)
{
	return p->runs_on ? i + 1 : pf_line_stop(f, i, p->last);
}

static void cut_paragraph(struct pf_find *f, uint32_t block, struct around around)
{
	const struct pf_block *b = &f->blocks[block];
	uint32_t begin = b->begin;
	struct pf_paragraph p = pf_paragraph_read(f, block, around.quoted);

	for (uint32_t i = next_cut(f, &p, p.first); i < p.last; i = next_cut(f, &p, i)) {
		uint32_t head, end;

		if (!pf_paragraph_cuts(f, &p, i))
			continue;
		head = pf_line_head(f, i, b->begin);
		end = f->tokens->v[i - 1].end;
		while (end < head && f->text.ptr[end] != '\n' && f->text.ptr[end] != '\r')
			end++;
		while (end > begin && strchr(" \t", f->text.ptr[end - 1])) /* a hard break */
			end--;
		if (end > begin && head > begin) {
			add_text(f, block, around, begin, end);
			begin = head;
			p.first = i;
			around.quoted = p.quoted && pf_has_quote_mark(f, i);
		}
	}
	add_text(f, block, around, begin, b->end);
}

/* "## "My life has changed."": what someone said, set as a heading; one that asks is a question. */
static bool is_saying(const struct pf_find *f, const struct pf_unit *u)
{
	const struct pf_token *v = f->tokens->v;

	return u->level > 1 && !u->ask && u->last - u->first >= 8 &&
	       pf_token_is_sign(&v[u->first], '"') && pf_token_is_sign(&v[u->last - 1], '"');
}

#define HEADING_WORDS 24u

/* "### You have a ladder. Others have a wall. ...": a paragraph that is set as a heading. */
static bool is_paragraph(const struct pf_find *f, const struct pf_unit *u)
{
	return u->says == PF_LABEL_NONE && !u->ask && u->last - u->first > HEADING_WORDS &&
	       pf_unit_words(f, u) > HEADING_WORDS && pf_unit_sentences(f, u) > 1;
}

static void add_heading(struct pf_find *f, uint32_t block)
{
	const struct pf_block *b = &f->blocks[block];
	struct pf_unit *u = add_unit(f, PF_UNIT_HEADING, block, b->begin, b->end);
	uint32_t colon = pf_label_colon(f, u->first, u->last);

	u->level = (uint8_t)b->level;
	u->whole = true;
	u->label = pf_unit_range(u);
	u->body = u->end;
	u->says = pf_label_read(f, u->first, u->last, &u->tier);
	/* "# Title: Groceries in ten minutes": the heading's text is the part itself. */
	if (colon && colon + 1 < u->last && u->says != PF_LABEL_NONE) {
		uint32_t first = u->first;

		while (first < colon && f->tokens->v[first].kind == PF_TOKEN_SIGN)
			first++;
		u->label =
			(struct pf_range){f->tokens->v[first].begin, f->tokens->v[colon - 1].end};
		u->body = f->tokens->v[colon + 1].begin;
	}
	pf_ask_read(f, u);
	if (!is_saying(f, u) && !is_paragraph(f, u))
		return;
	pf_unit_as_text(u);
}

void pf_unit_split(struct pf_find *f, size_t at, uint32_t token)
{
	struct pf_unit *u;
	uint32_t cut = f->tokens->v[token].begin;

	(void)PF_PUSH(&f->units);
	u = &f->units.v[at];
	memmove(u + 1, u, (f->units.n - 1 - at) * sizeof(*u));
	while (cut > u->begin && strchr("*_\"", f->text.ptr[cut - 1]) && f->text.ptr[cut - 1])
		cut--;
	u[0].last = u[1].first = token;
	u[0].end = u[1].begin = u[1].body = cut;
	while (u[0].end > u[0].begin && strchr(" \t\r\n", f->text.ptr[u[0].end - 1]))
		u[0].end--;
	u[1].label = (struct pf_range){cut, cut};
	u[1].said = u[0].said > cut ? u[0].said : cut;
	u[0].said = u[0].said > u[0].end ? u[0].end : u[0].said;
	u[1].says = PF_LABEL_NONE;
	u[1].tier = PF_TIER_NONE;
	u[1].level = 0;
	u[0].whole = u[1].whole = false;
	if (u[0].body > u[0].end)
		u[0].body = u[0].end;
	if (u[0].label.end > u[0].end) /* "*Solution. We lost* hours" was cut inside of it */
		u[0].label.end = u[0].end;
	pf_cues_recount(f, &u[0]);
	pf_cues_recount(f, &u[1]);
}

void pf_units_make(struct pf_find *f)
{
	struct around *around = pf_xcalloc(f->n_blocks + 1, sizeof(*around));

	for (uint32_t i = 0; i < f->n_blocks; i++) {
		const struct pf_block *b = &f->blocks[i];
		struct around a = {PF_DOC_NONE, false};

		if (b->parent != PF_DOC_NONE)
			a = around[b->parent];
		if (b->kind == PF_BLOCK_ITEM)
			a.item = i;
		a.quoted = a.quoted || b->kind == PF_BLOCK_QUOTE;
		around[i] = a;
		if (b->kind == PF_BLOCK_HEADING)
			add_heading(f, i);
		else if (b->kind == PF_BLOCK_PARAGRAPH)
			cut_paragraph(f, i, a);
		else if (b->kind == PF_BLOCK_ROW)
			pf_ask_row(f, add_unit(f, PF_UNIT_ROW, i, b->begin, b->end));
		else if (b->kind == PF_BLOCK_CODE || b->kind == PF_BLOCK_HTML ||
			 b->kind == PF_BLOCK_RULE || b->kind == PF_BLOCK_FRONT_MATTER)
			add_unit(f, PF_UNIT_OTHER, i, b->begin, b->end);
	}
	free(around);
}

bool pf_units_have(const struct pf_find *f, enum pf_part_id part)
{
	for (size_t i = 0; i < f->units.n; i++)
		if (f->units.v[i].part == part && f->units.v[i].kind != PF_UNIT_HEADING)
			return true;
	return false;
}
