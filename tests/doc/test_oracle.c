/*
 * Where blocks begin, held against cmark-gfm's --sourcepos, on drafts written by
 * hand and on made-up ones from a seed. Another parser, written by other people,
 * agreeing on thousands of places is what makes offsets without positions from
 * md4c believable.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <cmocka.h>

#include "prfaq/base/buf.h"
#include "prfaq/base/rng.h"
#include "prfaq/doc/doc.h"

/* "heading 2 5:1" a line: kind, level, line and column of each block, in order. */
static void ours(struct pf_slice text, struct pf_buf *out)
{
	struct pf_doc *doc;
	size_t n;
	const struct pf_block *v;

	assert_int_equal(pf_doc_new(&doc, text, NULL), PF_OK);
	v = pf_doc_blocks(doc, &n);
	for (size_t i = 0; i < n; i++) {
		struct pf_place at = pf_doc_place(doc, v[i].begin);

		switch (v[i].kind) {
		case PF_BLOCK_HEADING:
			pf_buf_printf(out, "heading %u %u\n", v[i].level, at.line);
			break;
		case PF_BLOCK_PARAGRAPH:
			pf_buf_printf(out, "paragraph %u:%u\n", at.line, at.column);
			break;
		case PF_BLOCK_ITEM: pf_buf_printf(out, "item %u\n", at.line); break;
		case PF_BLOCK_ROW: pf_buf_printf(out, "row %u\n", at.line); break;
		case PF_BLOCK_CELL: pf_buf_printf(out, "cell %u\n", at.line); break;
		case PF_BLOCK_RULE: pf_buf_printf(out, "rule %u:%u\n", at.line, at.column); break;
		default: break;
		}
	}
	pf_doc_free(doc);
}

static void theirs(cmark_parser *parser, struct pf_slice text, struct pf_buf *out)
{
	cmark_node *root, *node;
	cmark_iter *iter;
	cmark_event_type event;

	cmark_parser_feed(parser, text.ptr, text.len);
	root = cmark_parser_finish(parser);
	iter = cmark_iter_new(root);
	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		const char *type;
		int line, column;

		if (event != CMARK_EVENT_ENTER)
			continue;
		node = cmark_iter_get_node(iter);
		type = cmark_node_get_type_string(node);
		line = cmark_node_get_start_line(node);
		column = cmark_node_get_start_column(node);
		if (!strcmp(type, "heading"))
			pf_buf_printf(out, "heading %d %d\n", cmark_node_get_heading_level(node),
				      line);
		else if (!strcmp(type, "paragraph"))
			pf_buf_printf(out, "paragraph %d:%d\n", line, column);
		else if (!strcmp(type, "item"))
			pf_buf_printf(out, "item %d\n", line);
		else if (!strcmp(type, "table_row") || !strcmp(type, "table_header"))
			pf_buf_printf(out, "row %d\n", line);
		else if (!strcmp(type, "table_cell"))
			pf_buf_printf(out, "cell %d\n", line);
		else if (!strcmp(type, "thematic_break"))
			pf_buf_printf(out, "rule %d:%d\n", line, column);
	}
	cmark_iter_free(iter);
	cmark_node_free(root);
}

static cmark_parser *parser_new(void)
{
	cmark_parser *parser;

	cmark_gfm_core_extensions_ensure_registered();
	parser = cmark_parser_new(CMARK_OPT_SOURCEPOS);
	cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension("table"));
	cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension("strikethrough"));
	return parser;
}

static void compare(struct pf_slice text)
{
	struct pf_buf a = {0}, b = {0};
	cmark_parser *parser = parser_new();

	ours(text, &a);
	theirs(parser, text, &b);
	if (!pf_slice_equal(pf_buf_view(&a), pf_buf_view(&b)))
		printf("--- text\n%.*s\n--- ours\n%s--- theirs\n%s", (int)text.len, text.ptr,
		       pf_buf_cstr(&a), pf_buf_cstr(&b));
	assert_string_equal(pf_buf_cstr(&a), pf_buf_cstr(&b));
	cmark_parser_free(parser);
	pf_buf_release(&a);
	pf_buf_release(&b);
}

static const char *const words[] = {
	"ship",       "**bold**",     "*soft*",      "`code`",     "[link](http://a.b/c)",
	"30 %",       "from 3",       "caf\xC3\xA9", "a_b_c",      "\\*star",
	"&amp;",      "why?",         "<b>x</b>",    "~~old~~",    "\"said\"",
	"***both***", "http://x.y/z", "1.5",         "![](y.png)", "![an alt](z.png)",
};

static void add_words(struct pf_buf *out, struct pf_rng *rng)
{
	uint32_t n = 1 + pf_rng_below(rng, 6);

	/* A letter first: "1." or "-" would be a block of its own. */
	pf_buf_adds(out, "Word");
	for (uint32_t i = 0; i < n; i++) {
		pf_buf_byte(out, ' ');
		pf_buf_adds(out, words[pf_rng_below(rng, sizeof(words) / sizeof(*words))]);
	}
}

static void add_block(struct pf_buf *out, struct pf_rng *rng, const char *prefix)
{
	uint32_t rows = 1 + pf_rng_below(rng, 3);

	switch (pf_rng_below(rng, 8)) {
	case 0:
		pf_buf_adds(out, prefix);
		pf_buf_repeat(out, '#', 1 + pf_rng_below(rng, 6));
		pf_buf_byte(out, ' ');
		add_words(out, rng);
		break;
	case 1:
	case 2:
		for (uint32_t i = 0; i < rows; i++) {
			pf_buf_adds(out, i ? "\n" : "");
			pf_buf_adds(out, prefix);
			add_words(out, rng);
		}
		break;
	case 3:
	case 4:
		for (uint32_t i = 0; i < rows; i++) {
			pf_buf_printf(out, "%s%s", i ? "\n" : "", prefix);
			pf_buf_adds(out, rows == 2 ? "1. " : "- ");
			add_words(out, rng);
			if (pf_rng_below(rng, 3) == 0) {
				pf_buf_printf(out, "\n%s%s", prefix, rows == 2 ? "   - " : "  - ");
				add_words(out, rng);
			}
		}
		break;
	case 5:
		pf_buf_printf(out, "%s| Aa | Bb |\n%s|---|:--|", prefix, prefix);
		for (uint32_t i = 0; i < rows; i++) {
			pf_buf_printf(out, "\n%s| ", prefix);
			add_words(out, rng);
			pf_buf_adds(out, pf_rng_below(rng, 2) ? " | x |" : " |  |");
		}
		break;
	case 6: pf_buf_printf(out, "%s* * *", prefix); break;
	default:
		pf_buf_adds(out, prefix);
		add_words(out, rng);
		pf_buf_printf(out, "\n%s===", prefix);
		break;
	}
	pf_buf_printf(out, "\n%s\n", strcmp(prefix, "> ") ? "" : ">");
}

static void test_generated(void **state)
{
	struct pf_rng rng = {20261124};
	struct pf_buf text = {0};

	(void)state;
	for (int round = 0; round < 400; round++) {
		uint32_t n = 1 + pf_rng_below(&rng, 8);

		pf_buf_clear(&text);
		for (uint32_t i = 0; i < n; i++) {
			add_block(&text, &rng, pf_rng_below(&rng, 5) ? "" : "> ");
			pf_buf_adds(&text, "\n");
		}
		compare(pf_buf_view(&text));
	}
	pf_buf_release(&text);
}

static void test_by_hand(void **state)
{
	static const char *const texts[] = {
		"# Title\n\nText\n===\n\nmore\n",
		"> # Quoted\n>\n> - item\n>   goes on\n",
		"1. **Q?**\n   A line.\n\n   More.\n2. Next\n",
		"- a\n\n- b\n\n  c\n\nd\n",
		"| a |\n|---|\n| `x` |\n\ntext\n\n| b |\n|---|\n",
		"| a |\n|---|\n| b |\n## H\n\n| c |\n|---|\n# I\ntext\n",
		"| a | d |\r\n|---|---|\r\n| b | e | \r\n# H\r\n| c |\r\n",
		"| a |\n|---|\n|#b |\n#c\n\n|\n# H\n",
		"* * *\n- a\n***\n",
		"[r]: http://a.b\n\nText [r].\n\n[s]: c\n# H\n",
		"**Bold** first\n\n*soft*\n\n![alt](x.png) image\n\n[link](y) first\n",
		"![](x.png)\n\n![](x.png) image\n\n- ![alt](x.png)\n",
		"Question?\n: not a list\n\n3) three\n4) four\n\n+ plus\n",
		"# A\r\n\r\n- b\r\n- c\r\n\r\n| d |\r\n|---|\r\n| e |\r\n",
		"- a\n  - b\n    - c\n\n      d\n\n# e #\n",
		"> > deep\n> back\n\n***\n\n_all of it_\n",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		compare(pf_slice_of(texts[i]));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_by_hand),
		cmocka_unit_test(test_generated),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
