/*
 * bench_stages.c - where the time of a check goes: by stage, by kind of rule, and the dearest
 * rules.
 *
 * `bench_stages [FILE]`: without a file a page of 4 KB and a text of 1 MB. Each figure is the best
 * of some runs, so the rows of a table add up to a little less than one check takes.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "draft/padding.h"
#include "engine.h"
#include "pages.h"
#include "prfaq/base/mem.h"
#include "prfaq/base/path.h"

enum stage { DOC, QUANT, PARTS, VIEW, PADDING, GATES, SCORE, FACTS, FINDINGS, FREE, STAGES };

static const char *const stage_names[STAGES] = {
	[DOC] = "Markdown and tokens",
	[QUANT] = "quantities",
	[PARTS] = "parts",
	[VIEW] = "what rules share",
	[PADDING] = "what adds nothing",
	[GATES] = "gates weighed",
	[SCORE] = "points",
	[FACTS] = "facts",
	[FINDINGS] = "findings",
	[FREE] = "release",
};

struct row {
	const char *name, *kind;
	double ms; /* best of the runs */
};

/* One row a stage, then one a rule. */
struct table {
	struct row *v;
	size_t n;
	double last; /* when the stage that runs now began */
};

static void ended(struct table *table, size_t row)
{
	double t = now_ms();

	if (t - table->last < table->v[row].ms)
		table->v[row].ms = t - table->last;
	table->last = now_ms();
}

static void run_once(struct table *table, const struct pf_rubric *rubric, struct pf_slice text)
{
	static const struct pf_check_context nothing;
	struct pf_check check = {0};
	struct pf_padding padding;
	struct pf_run run;

	table->last = now_ms();
	if (pf_doc_new(&check.doc, text, NULL) != PF_OK)
		exit(3);
	ended(table, DOC);
	pf_quants_scan(&check.quants, pf_doc_text(check.doc), pf_doc_tokens(check.doc));
	ended(table, QUANT);
	pf_parts_find(&check.parts, check.doc, &check.quants);
	ended(table, PARTS);
	pf_run_init(&run, &check, rubric, &nothing);
	ended(table, VIEW);
	pf_padding_find(&run.view, &padding); /* where it finds some, all but this is done again */
	run.view.padding = &padding;
	run.view.page = &run.view;
	ended(table, PADDING);
	for (size_t i = 0; i < rubric->rules.n; i++) {
		pf_run_rule(&run, i);
		ended(table, STAGES + i);
	}
	pf_run_gates(&run);
	ended(table, GATES);
	pf_run_score(&run);
	ended(table, SCORE);
	pf_run_facts(&run, &run.view);
	ended(table, FACTS);
	pf_run_findings(&run);
	ended(table, FINDINGS);
	pf_padding_release(&padding);
	pf_run_release(&run, &check);
	pf_check_release(&check);
	ended(table, FREE);
}

static int dearest_first(const void *a, const void *b)
{
	const struct row *x = a, *y = b;

	return x->ms > y->ms ? -1 : x->ms < y->ms;
}

static void print_rows(const char *title, struct row *v, size_t n, size_t most, size_t size)
{
	qsort(v, n, sizeof(*v), dearest_first);
	for (size_t i = 0; i < n && i < most; i++)
		printf("stages %-7s %-20s %-12s %9.3f ms %7.0f ns/KB\n", title, v[i].name,
		       v[i].kind, v[i].ms, v[i].ms * 1e6 * 1024 / (double)size);
}

static void print_kinds(const struct row *rules, size_t n, size_t size)
{
	struct row *kinds = pf_xcalloc(PF_N_KINDS, sizeof(*kinds));

	for (size_t k = 0; k < PF_N_KINDS; k++) {
		kinds[k] = (struct row){.name = pf_kinds[k].name, .kind = ""};
		for (size_t i = 0; i < n; i++)
			if (!strcmp(rules[i].kind, kinds[k].name))
				kinds[k].ms += rules[i].ms;
	}
	print_rows("kind", kinds, PF_N_KINDS, PF_N_KINDS, size);
	free(kinds);
}

static void breakdown(const struct pf_rubric *rubric, const char *name, struct pf_slice text,
		      int runs)
{
	enum { DEAREST = 12 };
	struct table table = {.n = STAGES + rubric->rules.n};
	double all = 0, rules = 0;

	table.v = pf_xcalloc(table.n, sizeof(*table.v));
	for (size_t i = 0; i < table.n; i++)
		table.v[i] = (struct row){
			.name = stage_names[i < STAGES ? i : 0], .kind = "", .ms = 1e9};
	for (size_t i = STAGES; i < table.n; i++) {
		table.v[i].name = rubric->rules.v[i - STAGES]->id;
		table.v[i].kind = rubric->rules.v[i - STAGES]->kind->name;
	}
	for (int i = 0; i < runs; i++)
		run_once(&table, rubric, text);
	for (size_t i = 0; i < table.n; i++) {
		all += table.v[i].ms;
		rules += i < STAGES ? 0 : table.v[i].ms;
	}
	printf("stages of %s: %.3f ms, of it rules %.3f ms\n", name, all, rules);
	print_rows("stage", table.v, STAGES, STAGES, text.len);
	print_kinds(table.v + STAGES, rubric->rules.n, text.len);
	print_rows("rule", table.v + STAGES, rubric->rules.n, DEAREST, text.len);
	free(table.v);
}

static void of_file(const struct pf_rubric *rubric, const char *path)
{
	struct pf_buf text = {0};
	struct pf_error err;

	if (pf_file_read(path, PF_DOC_MAX_BYTES, &text, &err) != PF_OK) {
		fprintf(stderr, "bench_stages: %s\n", err.message);
		exit(2);
	}
	breakdown(rubric, path, pf_buf_view(&text), text.len > 100000 ? 15 : 200);
	pf_buf_release(&text);
}

static void of_pages(const struct pf_rubric *rubric, const char *name, size_t size, int runs)
{
	struct pf_buf text = pages_of(size);

	breakdown(rubric, name, pf_buf_view(&text), runs);
	pf_buf_release(&text);
}

int main(int argc, char **argv)
{
	struct pf_paths paths = {.shipped = PF_ROOT_DIR, .config = "/nonexistent"};
	struct pf_rubric *rubric;

	if (pf_rubric_load(&rubric, "article", &paths, NULL) != PF_OK)
		return 3;
	if (argc > 1) {
		of_file(rubric, argv[1]);
	} else if (briefly()) {
		of_pages(rubric, "4 KB", 4096, 1);
	} else {
		of_pages(rubric, "4 KB", 4096, 200);
		of_pages(rubric, "1 MB", 1u << 20, 15);
	}
	pf_rubric_free(rubric);
	return 0;
}
