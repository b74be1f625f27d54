/* doc.h: blocks, masks, lines and limits, on drafts small enough to read. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "prfaq/base/buf.h"
#include "prfaq/doc/doc.h"

static const char *const kinds[] = {"heading", "paragraph", "list", "item", "quote", "table",
				    "row",     "cell",      "code", "html", "rule",  "front"};

/* "kind level/number strong <text>" a line, indented by depth; containers without their text. */
static void dump(const struct pf_doc *doc, struct pf_buf *out)
{
	size_t n;
	const struct pf_block *v = pf_doc_blocks(doc, &n);
	struct pf_slice text = pf_doc_text(doc);

	pf_buf_clear(out);
	for (size_t i = 0; i < n; i++) {
		bool leaf = v[i].kind != PF_BLOCK_LIST && v[i].kind != PF_BLOCK_ITEM &&
			    v[i].kind != PF_BLOCK_QUOTE && v[i].kind != PF_BLOCK_TABLE &&
			    v[i].kind != PF_BLOCK_ROW;

		for (uint32_t p = v[i].parent; p != PF_DOC_NONE; p = v[p].parent)
			pf_buf_byte(out, ' ');
		pf_buf_adds(out, kinds[v[i].kind]);
		if (v[i].level || v[i].number)
			pf_buf_printf(out, " %u/%u", v[i].level, v[i].number);
		if (v[i].strong)
			pf_buf_printf(out, " strong(%.*s)", (int)(v[i].strong_end - v[i].begin),
				      text.ptr + v[i].begin);
		if (v[i].emphasis)
			pf_buf_adds(out, " italic");
		if (leaf)
			pf_buf_printf(out, " <%.*s>", (int)(v[i].end - v[i].begin),
				      text.ptr + v[i].begin);
		pf_buf_byte(out, '\n');
	}
}

static struct pf_doc *make(const char *s)
{
	struct pf_doc *doc;

	assert_int_equal(pf_doc_new(&doc, pf_slice_of(s), NULL), PF_OK);
	return doc;
}

static const struct {
	const char *text, *blocks;
} cases[] = {
	{"", ""},
	{"# A #\n\nText `x`\nmore.\n", "heading 1/0 <A>\n"
				       "paragraph <Text `x`\nmore.>\n"},
	{"Setext\n---\n\n##\n", "heading 2/0 <Setext>\nheading 2/0 <>\n"},
	{"- a\n-\n- **Fast**: b\n  1. c\n  2. d\n",
	 "list\n"
	 " item 1/0\n  paragraph <a>\n"
	 " item 1/0\n"
	 " item 1/0\n  paragraph strong(**Fast) <**Fast**: b>\n"
	 "  list\n"
	 "   item 2/1\n    paragraph <c>\n"
	 "   item 2/2\n    paragraph <d>\n"},
	{"> q\n> r\n\nx\n", "quote\n paragraph <q\n> r>\nparagraph <x>\n"},
	{"| a | b |\n|---|---|\n| 1 |  |\n| 2\n", "table\n"
						  " row\n  cell <a>\n  cell 0/1 <b>\n"
						  " row 0/1\n  cell <1>\n  cell 0/1 <>\n"
						  " row 0/2\n  cell <2>\n"},
	/* Delimiters of one dash, and a head right below prose. */
	{"Our metrics:\n|m|t|\n|-|-|\n|x \\| y|3 %|\n",
	 "paragraph <Our metrics:>\n"
	 "table\n"
	 " row\n  cell <m>\n  cell 0/1 <t>\n"
	 " row 0/1\n  cell <x \\| y>\n  cell 0/1 <3 %>\n"},
	{"*All of it*\n\n*Some* of it\n\n**Bold line**\n",
	 "paragraph italic <*All of it*>\n"
	 "paragraph <*Some* of it>\n"
	 "paragraph strong(**Bold line) <**Bold line**>\n"},
	{"a\n\n***\n\n```c\nint x;\n```\n\n<!-- c -->\n",
	 "paragraph <a>\nrule <***>\ncode <int x;>\nhtml <<!-- c -->>\n"},
	{"---\ntitle: x\n---\nText\n", "front <---\ntitle: x\n--->\nparagraph <Text>\n"},
	{"---\n\nText\n\n---\n", "rule <--->\nparagraph <Text>\nrule <--->\n"},
	{"![](a.png)\n\n    indented\n", "paragraph <![](a.png)>\nparagraph <indented>\n"},
	{"a\r\nb\r\n\r\nc\r\n", "paragraph <a\r\nb>\nparagraph <c>\n"},
	/* HTML is what its tags say, torn at blank lines as Markdown tears it. */
	{"<details>\n<summary>Who?</summary>\n\nThey.\n\n</details>\n",
	 "paragraph strong(Who?) <Who?>\nparagraph <They.>\nhtml <</details>>\n"},
	{"<dl>\n<dt>How <i>much</i>?</dt>\n<dd>9 euros<br>a month.</dd>\n<dt>Why</dt></dl>\n",
	 "paragraph strong(How <i>much</i>?) <How <i>much</i>?>\n"
	 "paragraph <9 euros<br>a month.>\n"
	 "paragraph strong(Why) <Why>\n"},
	{"<h2>Problem</h2>\n<p><b>Now.</b> 11 hours a month.\n<ul><li>a<li>b</ul>\n",
	 "heading 2/0 <Problem>\n"
	 "paragraph strong(Now.) <Now.</b> 11 hours a month.>\n"
	 "list\n item 1/0\n  paragraph <a>\n item 1/0\n  paragraph <b>\n"},
	{"<table>\n<tr><th>m</th><th>t</th></tr>\n<tr><td>x</td>\n<td>3 "
	 "%</td></tr>\n</table>\nend\n",
	 "table\n"
	 " row\n  cell <m>\n  cell 0/1 <t>\n"
	 " row 0/1\n  cell <x>\n  cell 0/1 <3 %>\n"
	 "paragraph <end>\n"},
	{"<style>\nh1 { top: 9px }\n</style>\n<p>ok\n", "paragraph <ok>\n"},
	{"- [x] done\n", "list\n item 1/0\n  paragraph <done>\n"},
};

#define FENCED                                                                            \
	"Nurses on a ward look for a free bed by telephone, and a call takes 11 minutes " \
	"of a shift that has none to spare. Bedboard shows every free bed of the house "  \
	"on one page, and holds one for a patient who is on the way up to the ward.\n"

/* A draft inside of a fence is the draft; code stays code, and a sample beside prose a sample. */
static const struct {
	const char *text, *blocks;
} fenced[] = {
	{"```\n# Bedboard\n\n" FENCED "```\n", "heading paragraph"},
	{"# Bedboard\n\n````markdown\n" FENCED "\n```\nls\n```\n````\n", "heading paragraph code"},
	{"~~~Bedboard~~~\n\n" FENCED, "paragraph paragraph"},
	{"# Bedboard\r\n```\r\n" FENCED "```\r\n## More\r\n", "heading paragraph heading"},
	{"```c\n" FENCED "```\n", "code"},
	{"```\nint x = 1;\nint y = 2;\n" FENCED "for (;;) { x = y; y = x; }\n"
	 "if (x) { y = 3; x = 4; }\n```\n",
	 "code"},
	{FENCED "```\n" FENCED "```\n", "paragraph code"},
	{"```\n" FENCED "```\nMore\n```\n" FENCED "```\n", "paragraph paragraph paragraph"},
	{"```\n**Body**: " FENCED "```\nMore\n```\n# Body\n" FENCED "```\n", "code paragraph code"},
	{"```\ntoo few words\n```\n", "code"},
};

static void test_fenced(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(fenced) / sizeof(*fenced); i++) {
		struct pf_doc *doc = make(fenced[i].text);
		struct pf_buf got = {0};
		size_t n;
		const struct pf_block *v = pf_doc_blocks(doc, &n);

		for (size_t k = 0; k < n; k++) {
			pf_buf_adds(&got, k ? " " : "");
			pf_buf_adds(&got, kinds[v[k].kind]);
		}
		assert_string_equal(pf_buf_cstr(&got), fenced[i].blocks);
		pf_buf_release(&got);
		pf_doc_free(doc);
	}
}

static void test_blocks(void **state)
{
	struct pf_buf out = {0};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct pf_doc *doc = make(cases[i].text);

		dump(doc, &out);
		assert_string_equal(pf_buf_cstr(&out), cases[i].blocks);
		pf_doc_free(doc);
	}
	pf_buf_release(&out);
}

/* What is masked is shown in brackets with its kind: c code, u URL, h HTML, f front, m markup. */
static const struct {
	const char *text, *masked;
} masks[] = {
	{"# A **b** _c_", "m[#] A m[**]bm[**] m[_]cm[_]"},
	{"x `y z` w", "x m[`]c[y z]m[`] w"},
	{"see [it](http://a.b/c \"t\") now", "see m[[]itu[](http://a.b/c \"t\")] now"},
	{"at https://a.b/c_d*e*f?g=h, or www.x.org.",
	 "at u[https://a.b/c_d*e*f?g=h], or u[www.x.org]."},
	{"<b>x</b> a&nbsp;b &amp; c", "h[<b>]xh[</b>] am[&nbsp;]b &amp; c"},
	{"<p>a &lt; b&nbsp;<code>9 ms</code> c", "h[<p>]a &lt; bm[&nbsp;]c[<code>9 ms</code>] c"},
	{"<p>1 < 2 <!-- x", "h[<p>]1 < 2 h[<!-- x]"},
	{"two\\-way 1\\. x", "twom[\\]-way 1m[\\]. x"},
	{"- a\n- b", "m[-] a\nm[-] b"},
	{"|a|b|\n|---|---|\n|1|2|", "m[|]am[|]bm[|]\nm[|---|---|]\nm[|]1m[|]2m[|]"},
	{"```\nx\n```\ny", "c[```]\nc[x]\nc[```]\ny"},
	{"[r]: http://a.b\n\nx", "u[[r]: http://a.b]\n\nx"},
	{"mailto is no url: a:b", "mailto is no url: a:b"},
};

static void show_masks(const struct pf_doc *doc, struct pf_buf *out)
{
	size_t n;
	const struct pf_mask *m = pf_doc_masks(doc, &n);
	struct pf_slice text = pf_doc_text(doc);
	uint32_t at = 0;

	pf_buf_clear(out);
	for (size_t i = 0; i < n; i++) {
		pf_buf_slice(out, pf_slice_cut(text, at, m[i].begin));
		pf_buf_byte(out, "?cuhfm"[m[i].kind]);
		pf_buf_printf(out, "[%.*s]", (int)(m[i].end - m[i].begin), text.ptr + m[i].begin);
		at = m[i].end;
	}
	pf_buf_slice(out, pf_slice_cut(text, at, text.len));
}

static void test_masks(void **state)
{
	struct pf_buf out = {0};

	(void)state;
	for (size_t i = 0; i < sizeof(masks) / sizeof(*masks); i++) {
		struct pf_doc *doc = make(masks[i].text);

		show_masks(doc, &out);
		assert_string_equal(pf_buf_cstr(&out), masks[i].masked);
		pf_doc_free(doc);
	}
	pf_buf_release(&out);
}

static void test_places(void **state)
{
	/* An "e" with an accent is two bytes and one column. */
	struct pf_doc *doc = make("ab\r\nc\xC3\xA9"
				  "d\n\nx");
	struct pf_place p;
	struct pf_range line;

	(void)state;
	assert_int_equal(pf_doc_lines(doc), 4);
	p = pf_doc_place(doc, 7);
	assert_int_equal(p.line, 2);
	assert_int_equal(p.column, 3);
	p = pf_doc_place(doc, 0);
	assert_int_equal(p.line, 1);
	assert_int_equal(p.column, 1);
	p = pf_doc_place(doc, 5); /* back on a line asked about before */
	assert_int_equal(p.line, 2);
	assert_int_equal(p.column, 2);
	p = pf_doc_place(doc, 11);
	assert_int_equal(p.line, 4);
	assert_int_equal(p.column, 2);
	line = pf_doc_line(doc, 1);
	assert_int_equal(line.begin, 0);
	assert_int_equal(line.end, 2);
	line = pf_doc_line(doc, 3);
	assert_int_equal(line.begin, line.end);
	pf_doc_free(doc);
}

static void test_block_at(void **state)
{
	struct pf_doc *doc = make("# H\n\n- a\n  - b\n\nend\n");
	size_t n;
	const struct pf_block *v = pf_doc_blocks(doc, &n);
	uint32_t b = pf_doc_block_at(doc, 13);

	(void)state;
	assert_int_equal(v[b].kind, PF_BLOCK_PARAGRAPH);
	assert_int_equal(v[v[b].parent].level, 2);
	assert_int_equal(v[pf_doc_block_at(doc, 2)].kind, PF_BLOCK_HEADING);
	assert_int_equal(pf_doc_block_at(doc, 0), PF_DOC_NONE);
	assert_int_equal(v[pf_doc_block_at(doc, 17)].kind, PF_BLOCK_PARAGRAPH);
	pf_doc_free(doc);
}

static void test_tokens(void **state)
{
	struct pf_doc *doc = make("# Hello\n\n**Q:** `code` go.\n");
	const struct pf_tokens *t = pf_doc_tokens(doc);

	(void)state;
	assert_int_equal(t->n, 5); /* Hello Q : go . */
	assert_true(t->v[1].flags & PF_TOKEN_BLOCK);
	assert_int_equal(t->sentences.n, 2);
	pf_doc_free(doc);
}

static void test_plain(void **state)
{
	struct pf_doc *doc;
	struct pf_buf out = {0};

	(void)state;
	assert_int_equal(pf_doc_new_plain(&doc, PF_SLICE("# a\n\n- **b** http://x.y\n"), NULL),
			 PF_OK);
	dump(doc, &out);
	assert_string_equal(pf_buf_cstr(&out), "paragraph <# a>\nparagraph <- **b** http://x.y>\n");
	show_masks(doc, &out);
	assert_string_equal(pf_buf_cstr(&out), "# a\n\n- **b** u[http://x.y]\n");
	pf_doc_free(doc);
	pf_buf_release(&out);
}

static void test_limit(void **state)
{
	struct pf_error err = {0};
	struct pf_doc *doc;
	char *text = calloc(1, PF_DOC_MAX_BYTES + 1);

	(void)state;
	assert_non_null(text);
	assert_int_equal(pf_doc_new(&doc, pf_slice_make(text, PF_DOC_MAX_BYTES + 1), &err),
			 PF_ERR_TOO_BIG);
	assert_null(doc);
	assert_non_null(strstr(err.message, "16777216"));
	free(text);
	pf_doc_free(NULL);
}

/* A table that would have a billion cells ends as plain paragraphs; what stands before stays. */
static void test_bomb(void **state)
{
	struct pf_buf text = {0}, out = {0};
	struct pf_doc *doc;
	size_t n;
	const struct pf_block *v;

	(void)state;
	pf_buf_adds(&text, "# Before\n\n");
	for (int i = 0; i < 20000; i++)
		pf_buf_adds(&text, "|a");
	pf_buf_adds(&text, "|\n");
	for (int i = 0; i < 20000; i++)
		pf_buf_adds(&text, "|---");
	pf_buf_adds(&text, "|\n");
	for (int i = 0; i < 20000; i++)
		pf_buf_adds(&text, "|\n");
	pf_buf_adds(&text, "\nAfter it.\n");
	doc = make(pf_buf_cstr(&text));
	v = pf_doc_blocks(doc, &n);
	assert_int_equal(v[0].kind, PF_BLOCK_HEADING);
	assert_int_equal(v[n - 1].kind, PF_BLOCK_PARAGRAPH);
	assert_true(n < text.len);
	show_masks(doc, &out);
	pf_doc_free(doc);
	pf_buf_release(&text);
	pf_buf_release(&out);
}

/* Brackets beyond counting are prose, and offsets stay where they are. */
static void test_brackets(void **state)
{
	struct pf_buf text = {0};
	struct pf_doc *doc;
	size_t n;
	const struct pf_mask *m;

	(void)state;
	pf_buf_adds(&text, "[x](http://a.b) one.\n\n");
	for (int i = 0; i < 2000; i++)
		pf_buf_adds(&text, "[a]");
	doc = make(pf_buf_cstr(&text));
	m = pf_doc_masks(doc, &n);
	assert_int_equal(n, 2); /* the link before it is still one */
	assert_int_equal(m[1].kind, PF_MASK_URL);
	assert_true(pf_slice_equal(pf_doc_text(doc), pf_buf_view(&text)));
	pf_doc_free(doc);
	pf_buf_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_blocks),   cmocka_unit_test(test_masks),
		cmocka_unit_test(test_places),   cmocka_unit_test(test_block_at),
		cmocka_unit_test(test_tokens),   cmocka_unit_test(test_plain),
		cmocka_unit_test(test_limit),    cmocka_unit_test(test_bomb),
		cmocka_unit_test(test_brackets), cmocka_unit_test(test_fenced),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
