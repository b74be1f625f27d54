/*
 * The metric audit. A claim is read as a reviewer reads it: of what, from what, to what, by when.
 * It is quiet where nothing can be missing: what is so, and what has happened, needs no date.
 */
#include <stdlib.h>
#include <string.h>

#include "page.h"
#include "prfaq/base/ascii.h"
#include "prfaq/base/mem.h"
#include "prfaq/base/utf8.h"
#include "prfaq/report/numbers_report.h"

enum { COLUMNS = 80, INDENT = 18, NOUN_LEAST = 12, COUNT_SMALL = 100, BESIDE = 8 };

/* Words of the draft on one line of at most `columns`. */
static void cell(struct pf_buf *out, struct pf_slice text, int columns)
{
	struct page page = page_make(out, false, COLUMNS);

	page_words(&page, text, columns);
}

enum group { CLAIM, FACT, DATE, COUNT, OTHER_END };

struct audit {
	struct pf_buf *out;
	const struct pf_doc *doc;
	const struct pf_quants *quants;
	struct pf_slice text;
	uint32_t *due; /* of each quantity: the index of its deadline, or PF_QUANT_NONE */
	const struct pf_quant **dated; /* targets with a date, sorted by what they say */
	size_t n_dated;
	size_t claims, no_baseline, no_date;
};

/* --- what belongs together --------------------------------------------------- */

static enum group group_of(const struct pf_quant *q)
{
	bool claims = q->role == PF_ROLE_TARGET || q->role == PF_ROLE_DELTA;

	if (q->base == PF_QUANT_DATE || q->role == PF_ROLE_DEADLINE)
		return DATE;
	if (q->role == PF_ROLE_BASELINE && q->pair != PF_QUANT_NONE)
		return OTHER_END; /* told with its target */
	if (claims && !q->past)
		return CLAIM;
	if (q->base == PF_QUANT_NUMBER && q->value >= 1 && q->value < COUNT_SMALL &&
	    q->role != PF_ROLE_BASELINE && !claims)
		return COUNT;
	return FACT;
}

static uint32_t line_of(const struct audit *a, const struct pf_quant *q)
{
	return pf_doc_place(a->doc, q->begin).line;
}

/* The nearest deadline: behind the quantity in its sentence or on its line, else before it. */
static void find_due(struct audit *a)
{
	const struct pf_quants *q = a->quants;
	size_t *sentence = pf_xcalloc(q->n + 1, sizeof(*sentence));
	uint32_t at = PF_QUANT_NONE;

	for (size_t s = 0; s < q->sentences.n; s++)
		for (size_t i = 0; i < q->sentences.v[s].n; i++)
			sentence[q->sentences.v[s].first + i] = s;
	for (int back = 1; back >= 0; back--, at = PF_QUANT_NONE) {
		for (size_t k = 0; k < q->n; k++) {
			size_t i = back ? q->n - 1 - k : k;

			if (q->v[i].role == PF_ROLE_DEADLINE)
				at = (uint32_t)i;
			if (at == PF_QUANT_NONE || (!back && a->due[i] != PF_QUANT_NONE))
				continue;
			if (sentence[at] == sentence[i] ||
			    line_of(a, &q->v[at]) == line_of(a, &q->v[i]))
				a->due[i] = at;
		}
	}
	free(sentence);
}

/* By target and unit: what two tellings of one claim have in common. */
static int compare_claims(const void *a, const void *b)
{
	const struct pf_quant *x = *(const struct pf_quant *const *)a;
	const struct pf_quant *y = *(const struct pf_quant *const *)b;

	if (x->value != y->value)
		return x->value < y->value ? -1 : 1;
	return strcmp(x->unit, y->unit);
}

static void find_dated(struct audit *a)
{
	a->dated = pf_xcalloc(a->quants->n + 1, sizeof(struct pf_quant *));
	for (size_t i = 0; i < a->quants->n; i++)
		if (group_of(&a->quants->v[i]) == CLAIM && a->due[i] != PF_QUANT_NONE)
			a->dated[a->n_dated++] = &a->quants->v[i];
	qsort(a->dated, a->n_dated, sizeof(*a->dated), compare_claims);
}

/* "stays below 1.6 %": a guard holds all the time. */
static bool is_guard(const struct pf_quant *q)
{
	return q->role == PF_ROLE_TARGET && q->dir == PF_DIR_NONE && q->bound != PF_BOUND_NONE &&
	       q->bound != PF_BOUND_APPROX;
}

static bool wants_date(const struct audit *a, size_t i)
{
	const struct pf_quant *q = &a->quants->v[i];

	if (a->due[i] != PF_QUANT_NONE || is_guard(q))
		return false;
	return !bsearch(&q, a->dated, a->n_dated, sizeof(*a->dated), compare_claims);
}

/* --- one quantity ------------------------------------------------------------ */

static void words(struct audit *a, struct pf_buf *out, const struct pf_quant *q)
{
	cell(out, pf_slice_cut(a->text, q->begin, q->end), 30);
}

/* "<= 40 %", "+12 %", "$9.99 per month": the user's words, and what stood around them. */
static void value(struct audit *a, struct pf_buf *out, const struct pf_quant *q)
{
	struct pf_slice span = pf_slice_cut(a->text, q->begin, q->end);
	bool plus = span.len && span.ptr[span.len - 1] == '+';
	bool sign = span.len && (span.ptr[0] == '+' || span.ptr[0] == '-');
	bool up = q->dir == PF_DIR_UP;
	/* "+12 %", but "down half" and "down 15-20 hours" */
	bool in_words = q->kind == PF_QUANT_RANGE || (span.len && pf_ascii_is_letter(span.ptr[0]));

	if (q->bound != PF_BOUND_NONE && !plus)
		pf_buf_printf(out, "%s%s", pf_quant_bound_name(q->bound),
			      q->bound == PF_BOUND_APPROX ? "" : " ");
	if (q->role == PF_ROLE_DELTA && q->base != PF_QUANT_MULTIPLIER && q->dir != PF_DIR_NONE &&
	    !sign)
		pf_buf_adds(out, in_words ? (up ? "up " : "down ") : (up ? "+" : "-"));
	words(a, out, q);
}

static void per(struct audit *a, struct pf_buf *out, const struct pf_quant *q)
{
	struct pf_slice span = pf_slice_cut(a->text, q->begin, q->end);

	if (q->per[0] && pf_slice_find(span, pf_slice_of(q->per)) == span.len)
		pf_buf_printf(out, " per %s", q->per);
}

static bool has_noun(const struct pf_quant *q)
{
	return q->of.end > q->of.begin;
}

static void when(struct audit *a, struct pf_buf *out, const struct pf_quant *q)
{
	pf_buf_adds(out, q->base == PF_QUANT_DATE ? ", by " : ", within ");
	words(a, out, q);
}

/* A row: line, kind, then noun and value in the order of `joint`; the noun gives way first. */
static void row(struct audit *a, const struct pf_quant *q, struct pf_buf *said, const char *joint,
		bool noun_first)
{
	int room = COLUMNS - INDENT - (int)strlen(joint);
	int wide = pf_utf8_columns(pf_buf_view(said));
	struct pf_buf noun = {0};

	if (has_noun(q))
		cell(&noun, pf_slice_range(a->text, q->of),
		     room - wide < NOUN_LEAST ? NOUN_LEAST : room - wide);
	room -= pf_utf8_columns(pf_buf_view(&noun));
	pf_buf_printf(a->out, "%5u  %-10s ", line_of(a, q), pf_quant_kind_name(q->kind));
	if (noun.len && noun_first)
		pf_buf_printf(a->out, "%s%s", noun.ptr, joint);
	cell(a->out, pf_buf_view(said), room);
	if (noun.len && !noun_first)
		pf_buf_printf(a->out, "%s%s", joint, noun.ptr);
	if (q->role == PF_ROLE_POPULATION)
		per(a, a->out, q);
	pf_buf_byte(a->out, '\n');
	pf_buf_release(&noun);
	pf_buf_release(said);
}

/* Does the claim say from what? "12 % more" does not; "saves 12 minutes" need not. */
static bool wants_baseline(const struct pf_quant *q)
{
	if (q->pair != PF_QUANT_NONE || is_guard(q))
		return false;
	return q->role == PF_ROLE_TARGET || q->base == PF_QUANT_PERCENT ||
	       q->base == PF_QUANT_MULTIPLIER;
}

/* "missing: from what, by when" */
static void missing(struct audit *a, bool noun, bool from, bool date)
{
	const char *const what[] = {noun ? "of what" : "", from ? "from what" : "",
				    date ? "by when" : ""};
	const char *joint = "missing: ";

	if (!noun && !from && !date)
		return;
	pf_buf_repeat(a->out, ' ', INDENT);
	for (size_t k = 0; k < sizeof(what) / sizeof(*what); k++) {
		if (!what[k][0])
			continue;
		pf_buf_printf(a->out, "%s%s", joint, what[k]);
		joint = ", ";
	}
	pf_buf_byte(a->out, '\n');
}

static void claim(struct audit *a, size_t i)
{
	const struct pf_quant *q = &a->quants->v[i];
	const struct pf_quant *from = q->pair == PF_QUANT_NONE ? NULL : &a->quants->v[q->pair];
	bool no_from = wants_baseline(q), no_date = wants_date(a, i);
	struct pf_buf said = {0};

	if (from && !is_guard(q)) {
		value(a, &said, from);
		pf_buf_adds(&said, " -> ");
	}
	value(a, &said, q);
	per(a, &said, q);
	if (from && is_guard(q)) {
		pf_buf_adds(&said, ", today ");
		value(a, &said, from);
	}
	if (a->due[i] != PF_QUANT_NONE)
		when(a, &said, &a->quants->v[a->due[i]]);
	row(a, q, &said, ": ", true);
	missing(a, !has_noun(q), no_from, no_date);
	a->claims++;
	a->no_baseline += no_from;
	a->no_date += no_date;
}

/* "38 % of passengers", "12,000 clinics", "order: $4.10", "wait: 61 minutes, today" */
static void fact(struct audit *a, size_t i)
{
	const struct pf_quant *q = &a->quants->v[i];
	bool share = q->role == PF_ROLE_RATE && !q->per[0] &&
		     (q->base == PF_QUANT_PERCENT || q->value < 1);
	bool people = q->role == PF_ROLE_POPULATION;
	struct pf_buf said = {0};

	if (q->past && q->pair != PF_QUANT_NONE) {
		value(a, &said, &a->quants->v[q->pair]);
		pf_buf_adds(&said, " -> ");
	}
	value(a, &said, q);
	if (!people)
		per(a, &said, q);
	if (q->role == PF_ROLE_BASELINE && !q->past)
		pf_buf_adds(&said, ", today");
	if (!has_noun(q) && q->base == PF_QUANT_PERCENT)
		pf_buf_adds(&said, "  (of what?)");
	row(a, q, &said, share ? " of " : people ? " " : ": ", !share && !people);
}

/* --- groups ------------------------------------------------------------------ */

static void rows(struct audit *a, const char *title, enum group group,
		 void (*tell)(struct audit *, size_t))
{
	bool any = false;

	for (size_t i = 0; i < a->quants->n; i++) {
		if (group_of(&a->quants->v[i]) != group)
			continue;
		if (!any)
			pf_buf_printf(a->out, "\n%s\n", title);
		any = true;
		tell(a, i);
	}
}

/* Short things that need no line of their own: "l.3 two kids, l.9 three forms". */
struct run {
	struct audit *audit;
	const char *title;
	int column; /* 0: nothing was written yet */
};

static void run_add(struct run *r, uint32_t off, struct pf_slice item)
{
	struct pf_buf text = {0};
	int wide;

	pf_buf_printf(&text, "l.%u ", pf_doc_place(r->audit->doc, off).line);
	cell(&text, item, 46);
	wide = pf_utf8_columns(pf_buf_view(&text));
	if (!r->column) {
		pf_buf_printf(r->audit->out, "\n%s\n       ", r->title);
		r->column = 7;
	} else if (r->column + 2 + wide > COLUMNS - 1) {
		pf_buf_adds(r->audit->out, ",\n       ");
		r->column = 7;
	} else {
		pf_buf_adds(r->audit->out, ", ");
		r->column += 2;
	}
	pf_buf_slice(r->audit->out, pf_buf_view(&text));
	r->column += wide;
	pf_buf_release(&text);
}

static void run_end(struct run *r)
{
	if (r->column)
		pf_buf_byte(r->audit->out, '\n');
}

static void run_of_quants(struct audit *a, const char *title, enum group group)
{
	struct run r = {a, title, 0};

	for (size_t i = 0; i < a->quants->n; i++) {
		const struct pf_quant *q = &a->quants->v[i];
		struct pf_range span = {q->begin, q->end};

		if (group_of(q) != group)
			continue;
		/* As it stands in the text, with its noun where that is beside it. */
		if (has_noun(q) && q->of.begin >= q->end && q->of.begin - q->end <= BESIDE)
			span.end = q->of.end;
		else if (has_noun(q) && q->of.end <= q->begin && q->begin - q->of.end <= 1)
			span.begin = q->of.begin;
		run_add(&r, q->begin, pf_slice_range(a->text, span));
	}
	run_end(&r);
}

static void run_of_notes(struct audit *a, const char *title, enum pf_quant_note_kind kind)
{
	struct run r = {a, title, 0};

	for (size_t i = 0; i < a->quants->notes.n; i++) {
		const struct pf_quant_note *n = &a->quants->notes.v[i];

		if (n->kind == kind)
			run_add(&r, n->begin, pf_slice_cut(a->text, n->begin, n->end));
	}
	run_end(&r);
}

void pf_report_numbers_text(struct pf_buf *out, const struct pf_doc *doc,
			    const struct pf_quants *quants, const char *path)
{
	struct audit a = {.out = out, .doc = doc, .quants = quants, .text = pf_doc_text(doc)};

	a.due = pf_xcalloc(quants->n + 1, sizeof(*a.due));
	memset(a.due, 0xFF, (quants->n + 1) * sizeof(*a.due));
	if (path)
		pf_buf_printf(out, "%s: %zu number%s\n", path, quants->n,
			      quants->n == 1 ? "" : "s");
	find_due(&a);
	find_dated(&a);
	rows(&a, "Claims: what is to change", CLAIM, claim);
	rows(&a, "Facts: what is so", FACT, fact);
	run_of_quants(&a, "Dates", DATE);
	run_of_quants(&a, "Small counts", COUNT);
	run_of_notes(&a, "To be filled in", PF_NOTE_PLACEHOLDER);
	run_of_notes(&a, "Words where a number could stand", PF_NOTE_VAGUE);
	if (a.claims)
		pf_buf_printf(out, "\nClaims: %zu. Without a baseline: %zu. Without a date: %zu.\n",
			      a.claims, a.no_baseline, a.no_date);
	free(a.dated);
	free(a.due);
}
