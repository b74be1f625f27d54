/* What the head of a table says of the numbers in its columns: "| Metric | Baseline | Target |". */
#include "claim/around.h"
#include "scan.h"

#include <string.h>

#include "prfaq/base/bound.h"

enum { COLUMNS = 16 };

/* A line of the text, without its end. */
struct line {
	size_t begin, end;
};

static struct line line_from(struct pf_slice text, size_t begin)
{
	const char *nl = begin < text.len ? memchr(text.ptr + begin, '\n', text.len - begin) : NULL;

	return (struct line){begin, nl ? (size_t)(nl - text.ptr) : text.len};
}

static struct line line_after(struct pf_slice text, struct line line)
{
	return line_from(text, line.end < text.len ? line.end + 1 : text.len);
}

static bool is_row(struct pf_slice text, struct line line)
{
	return line.begin < line.end &&
	       memchr(text.ptr + line.begin, '|', line.end - line.begin) != NULL;
}

/* "| --- | :-: |" under the head. */
static bool is_rule(struct pf_slice text, struct line line)
{
	bool dash = false;

	for (size_t i = line.begin; i < line.end; i++) {
		if (!strchr("|-: \t\r", text.ptr[i]) || !text.ptr[i])
			return false;
		dash |= text.ptr[i] == '-';
	}
	return dash && is_row(text, line);
}

/* Walks a row from the left: `column` is the one that byte `at` stands in. */
struct walk {
	size_t at, column;
};

/* A bar that begins the line opens the first column. */
static struct walk walk_row(struct pf_slice text, struct line line)
{
	size_t i = line.begin;

	while (i < line.end && (text.ptr[i] == ' ' || text.ptr[i] == '\t'))
		i++;
	return (struct walk){i + (i < line.end && text.ptr[i] == '|'), 0};
}

static void walk_to(struct walk *w, struct pf_slice text, size_t at)
{
	for (; w->at < at; w->at++)
		w->column += text.ptr[w->at] == '|' && text.ptr[w->at - (w->at > 0)] != '\\';
}

static enum pf_quant_role role_of(const struct parse *p, size_t i)
{
	static const char due[][WORD_ROOM] = {"by", "due", "deadline", "date", "when"};
	const struct lex_row *row = row_at(p, i, LEX_ROLE);

	if (row)
		return (enum pf_quant_role)row->value;
	if (at_word(p, i, "now") || at_word(p, i, "before"))
		return PF_ROLE_BASELINE;
	return ANY_WORD(p, i, due) ? PF_ROLE_DEADLINE : PF_ROLE_NONE;
}

/* The role each column's head names, none where it names two; false when no head does. */
static bool read_head(const struct parse *p, struct line head, enum pf_quant_role roles[COLUMNS])
{
	struct walk w = walk_row(p->text, head);
	bool mixed[COLUMNS] = {false}, any = false;

	memset(roles, 0, sizeof(*roles) * COLUMNS);
	for (size_t i = PF_LOWER_BOUND(p->t, p->n, begin, (uint32_t)head.begin);
	     i < p->n && p->t[i].begin < head.end; i++) {
		enum pf_quant_role role = role_of(p, i);

		walk_to(&w, p->text, p->t[i].begin);
		if (role == PF_ROLE_NONE || w.column >= COLUMNS)
			continue;
		mixed[w.column] |= roles[w.column] != PF_ROLE_NONE && roles[w.column] != role;
		roles[w.column] = role;
		any = true;
	}
	for (size_t k = 0; k < COLUMNS; k++)
		if (mixed[k])
			roles[k] = PF_ROLE_NONE;
	return any;
}

/* What stands in a column, where it is words; *n of them. */
static struct pf_range words_of(const struct parse *p, struct line line, size_t column, size_t *n)
{
	struct walk w = walk_row(p->text, line);
	size_t first = p->n, last = 0;

	for (size_t i = PF_LOWER_BOUND(p->t, p->n, begin, (uint32_t)w.at);
	     i < p->n && p->t[i].begin < line.end; i++) {
		walk_to(&w, p->text, p->t[i].begin);
		if (w.column > column)
			break;
		if (w.column < column || at_sign(p, i, '|'))
			continue;
		first = i < first ? i : first;
		last = i + 1;
	}
	*n = last > first ? last - first : 0;
	if (!*n || p->t[first].kind != PF_TOKEN_WORD)
		return (struct pf_range){0, 0};
	return (struct pf_range){p->t[first].begin, p->t[last - 1].end};
}

/* The row's name: its first column, or the second where the first says with one word which kind of
 * metric it is, "| Primary | Late starts by tray | 7 % |". */
static struct pf_range name_of(const struct parse *p, struct line line)
{
	size_t kind, words;
	struct pf_range first = words_of(p, line, 0, &kind), second;

	if (kind != 1 || pf_range_empty(first))
		return first;
	second = words_of(p, line, 1, &words);
	return words > 1 && !pf_range_empty(second) ? second : first;
}

/* A date is due and nothing else; an amount of time may be any of them. */
static bool fits(const struct pf_quant *q, enum pf_quant_role role)
{
	return role != PF_ROLE_NONE && (q->base == PF_QUANT_DURATION ||
					(role == PF_ROLE_DEADLINE) == (q->base == PF_QUANT_DATE));
}

/* Roles, noun and pair of the quantities [i, end) of a row. */
static void read_row(struct pf_quants *quants, const struct parse *p, struct line line, size_t i,
		     size_t end, const enum pf_quant_role roles[COLUMNS])
{
	struct walk w = walk_row(p->text, line);
	struct pf_range name = name_of(p, line);
	size_t baseline = end, target = end, target_column = COLUMNS;

	for (; i < end; i++) {
		struct pf_quant *q = &quants->v[i];

		walk_to(&w, p->text, q->begin);
		if (w.column >= COLUMNS || !fits(q, roles[w.column]))
			continue;
		q->role = roles[w.column];
		/* "20M in 12 months" in the column of targets */
		if (q->base == PF_QUANT_DURATION && w.column == target_column)
			q->role = PF_ROLE_DEADLINE;
		if (q->role == PF_ROLE_DEADLINE)
			continue;
		q->of = name;
		if (q->role == PF_ROLE_BASELINE && baseline == end)
			baseline = i;
		if (q->role == PF_ROLE_TARGET && target == end) {
			target = i;
			target_column = w.column;
		}
	}
	if (baseline < end && target < end)
		quant_pair(quants, p, baseline, target);
}

/* Does nothing but the quantity stand in its cell? */
static bool fills_cell(const struct pf_quants *quants, const struct parse *p,
		       const struct pf_quant *q, struct line line)
{
	const struct around *a = quant_around(quants, q);

	return a->lead && at_sign(p, a->lead - 1, '|') && p->t[a->lead - 1].begin >= line.begin &&
	       (at_sign(p, a->tail, '|') || a->tail >= p->n || p->t[a->tail].begin >= line.end);
}

/* "| Kitchen waste (kg a plate) | 0.42 | 0.25 | Q2 2028 |", and no head above: a name, what it is,
 * what it shall be, by when. Quantities [i, end). */
static void read_lone_row(struct pf_quants *quants, const struct parse *p, struct line line,
			  size_t i, size_t end)
{
	struct pf_range name = name_of(p, line);
	struct pf_quant *a, *b;

	if (i >= end) /* and there may be none at all */
		return;
	a = &quants->v[i];
	b = a + 1;
	while (i < end && a->begin < name.end) { /* "p90" and "(30 days)" belong to the name */
		i++;
		a = b++;
	}
	if (pf_range_empty(name) || i + 1 >= end || a->pair != PF_QUANT_NONE ||
	    b->pair != PF_QUANT_NONE || a->base != b->base || strcmp(a->unit, b->unit) != 0 ||
	    a->base == PF_QUANT_DATE || !fills_cell(quants, p, a, line) ||
	    !fills_cell(quants, p, b, line))
		return;
	quant_bind(quants, p, i, i + 1);
	a->of = b->of = name;
	for (i += 2; i < end; i++) /* "after 90 days" */
		if (quants->v[i].base == PF_QUANT_DURATION)
			quants->v[i].role = PF_ROLE_DEADLINE;
}

/* The first quantity that begins at byte `at` or later, from i on. */
static size_t quant_from(const struct pf_quants *quants, size_t i, size_t at)
{
	while (i < quants->n && quants->v[i].begin < at)
		i++;
	return i;
}

void quant_tables(struct pf_quants *quants, const struct parse *p)
{
	enum pf_quant_role roles[COLUMNS];
	struct pf_slice text = p->text;
	size_t i = 0, at = 0;
	const char *bar;
	bool any;

	while (at < text.len && (bar = memchr(text.ptr + at, '|', text.len - at))) {
		struct line head, line;
		size_t begin = (size_t)(bar - text.ptr);

		while (begin > at && text.ptr[begin - 1] != '\n')
			begin--;
		head = line_from(text, begin);
		line = line_after(text, head);
		at = line.begin;
		i = quant_from(quants, i, head.begin);
		if (!is_rule(text, line)) {
			read_lone_row(quants, p, head, i, quant_from(quants, i, head.end));
			continue;
		}
		any = read_head(p, head, roles);
		for (line = line_after(text, line); is_row(text, line);
		     line = line_after(text, line)) {
			i = quant_from(quants, i, line.begin);
			if (any)
				read_row(quants, p, line, i, quant_from(quants, i, line.end),
					 roles);
			at = line.end;
		}
	}
}
