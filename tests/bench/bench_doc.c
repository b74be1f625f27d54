/*
 * bench_doc.c - how fast drafts and hostile Markdown are read, and that twice
 * the text takes about twice the time.
 *
 *	bench_doc [FILE...]
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "prfaq/base/buf.h"
#include "prfaq/parts/parts.h"

struct times {
	double doc, quants, parts;
};

static struct times measure(struct pf_slice text)
{
	struct times best = {1e9, 1e9, 1e9};

	for (int round = 0; round < 3; round++) {
		struct pf_quants quants = {0};
		struct pf_parts parts = {0};
		struct pf_doc *doc;
		double a = now_ms(), b, c, d;

		if (pf_doc_new(&doc, text, NULL) != PF_OK)
			exit(1);
		b = now_ms();
		pf_quants_scan(&quants, pf_doc_text(doc), pf_doc_tokens(doc));
		c = now_ms();
		pf_parts_find(&parts, doc, &quants);
		d = now_ms();
		best.doc = b - a < best.doc ? b - a : best.doc;
		best.quants = c - b < best.quants ? c - b : best.quants;
		best.parts = d - c < best.parts ? d - c : best.parts;
		pf_parts_release(&parts);
		pf_quants_release(&quants);
		pf_doc_free(doc);
		if (d - a > 2000)
			break;
	}
	return best;
}

static void repeat(struct pf_buf *out, const char *unit, size_t bytes)
{
	while (out->len + strlen(unit) <= bytes)
		pf_buf_adds(out, unit);
}

/* "|a|a|...\n|---|---|...\n" with half of the bytes, then rows with one cell each. */
static void wide_table(struct pf_buf *out, size_t bytes)
{
	repeat(out, "|a", bytes / 6);
	pf_buf_adds(out, "|\n");
	size_t columns = bytes / 12;

	for (size_t i = 0; i < columns; i++)
		pf_buf_adds(out, "|---");
	pf_buf_adds(out, "|\n");
	repeat(out, "|\n", bytes);
}

static const struct {
	const char *name, *head, *unit;
} hostile[] = {
	{"prose", "", "The team ships 30 % faster than in 2025, said Ann. It works.\n\n"},
	{"brackets", "", "[a]"},
	{"brackets open", "", "["},
	{"links", "", "[a](b) "},
	{"images", "", "![a](b \"c\")"},
	{"quotes deep", "", ">"},
	{"list deep", "", "- "},
	{"numbers deep", "", "1. "},
	{"quote lines", "", "> a\n"},
	{"list items", "", "- a\n"},
	{"empty items", "", "-\n"},
	{"stars", "", "*a "},
	{"bold", "", "**a** b "},
	{"star runs", "", "***"},
	{"under", "", "_a__b"},
	{"backticks", "", "`a``b```c "},
	{"html open", "", "<a "},
	{"comments", "", "<!-- "},
	{"cdata", "", "<![CDATA["},
	{"entities", "", "&amp;"},
	{"headings", "", "# a\n"},
	{"setext", "", "a\n=\n"},
	{"rules", "", "---\n\n"},
	{"fences", "", "```\na\n"},
	{"definitions", "", "[a]: b\n"},
	{"cells", "|a|b|\n|---|---|\n", "|1|2|\n"},
	{"short cells", "|a|b|\n|-|-|\n", "|1|2|\n"},
	{"short tables", "", "a|b\n-|-\n\n"},
	{"delimiters", "", "|-|-|\n"},
	{"one line", "", "word "},
	{"urls", "", "http://a.b/c "},
	{"colons", "", "a: b: "},
	{"questions", "# FAQ\n\n", "**Q: why?**\n\nA: so.\n\n"},
	{"labels", "", "Problem: it hurts. Solution: this.\n"},
	{"metrics", "# Metrics\n\n", "- **Primary metric**: from 3 % to 9 % by June 2027\n"},
	{"unclosed bold", "", "**a\n"},
	{"spaces", "", " "},
	{"new lines", "", "\n"},
};

static void report(const char *name, const struct pf_buf *small, const struct pf_buf *large)
{
	struct times a = measure(pf_buf_view(small)), b = measure(pf_buf_view(large));

	printf("%-16s %8.1f %8.1f %8.1f   x%.2f  x%.2f\n", name, b.doc, b.quants, b.parts,
	       b.doc / a.doc, b.parts / a.parts);
}

static void hostile_all(size_t bytes)
{
	printf("%zu bytes: doc with tokens, quantities, parts in ms; growth of doc and parts when "
	       "the text doubles\n",
	       bytes);
	for (size_t i = 0; i <= sizeof(hostile) / sizeof(*hostile); i++) {
		struct pf_buf half = {0}, whole = {0};

		if (i == sizeof(hostile) / sizeof(*hostile)) {
			wide_table(&half, bytes / 2);
			wide_table(&whole, bytes);
			report("wide table", &half, &whole);
		} else {
			pf_buf_adds(&half, hostile[i].head);
			pf_buf_adds(&whole, hostile[i].head);
			repeat(&half, hostile[i].unit, bytes / 2);
			repeat(&whole, hostile[i].unit, bytes);
			report(hostile[i].name, &half, &whole);
		}
		pf_buf_release(&half);
		pf_buf_release(&whole);
	}
}

int main(int argc, char **argv)
{
	for (int i = 1; i < argc; i++) {
		FILE *f = fopen(argv[i], "rb");
		struct pf_buf text = {0};
		char block[65536];
		size_t n;
		struct times t;

		if (!f) {
			perror(argv[i]);
			return 1;
		}
		while ((n = fread(block, 1, sizeof(block), f)) > 0)
			pf_buf_add(&text, block, n);
		fclose(f);
		t = measure(pf_buf_view(&text));
		printf("%s: %zu bytes, doc %.3f, quantities %.3f, parts %.3f ms\n", argv[i],
		       text.len, t.doc, t.quants, t.parts);
		pf_buf_release(&text);
	}
	if (argc == 1)
		hostile_all(briefly() ? 2000 : 2u << 20);
	return 0;
}
