/*
 * cases.h - drafts in a plain-text table: "== name | want" or "== name | want | with", then the
 * draft.
 */
#ifndef PF_TESTS_CHECK_CASES_H
#define PF_TESTS_CHECK_CASES_H

#include "harness.h"
#include "prfaq/base/path.h"

struct test_case {
	char *name, *want, *draft;
	char *with; /* what the brief says; NULL without a second bar */
};

/* Cuts the case at `text`, which is written to; returns where the next may be, NULL after the last
 * one. */
static inline char *test_case_next(char *text, struct test_case *c)
{
	char *end, *bar;

	if (!text || !(text = strstr(text, "== ")))
		return NULL;
	c->name = text + 3;
	bar = strstr(c->name, " | ");
	end = strchr(c->name, '\n');
	if (!bar || !end || bar > end)
		fail_msg("a case begins \"== name | want\": %.40s", text);
	*bar = *end = '\0';
	c->want = bar + 3;
	c->with = strstr(c->want, " | ");
	if (c->with) {
		*c->with = '\0';
		c->with += 3;
	}
	c->draft = end + 1;
	end = strstr(c->draft, "\n== ");
	if (end)
		*end++ = '\0';
	return end ? end : c->draft + strlen(c->draft);
}

/* Writes what the checker makes of the case, in the words of its `want`. */
typedef void test_answer(const struct pf_rubric *rubric, const struct test_case *c,
			 struct pf_buf *out);

/* Every case of the table, by the article's rubric: prints those that are answered otherwise, and
 * fails when there is one. */
static inline void test_cases(const char *path, test_answer *answer)
{
	struct pf_rubric *rubric = test_rubric("article");
	struct pf_buf file = {0};
	struct test_case c;
	char *at;
	size_t n = 0, wrong = 0;

	assert_int_equal(pf_file_read(path, 1 << 20, &file, NULL), PF_OK);
	pf_buf_byte(&file, 0);
	at = file.ptr;
	while ((at = test_case_next(at, &c))) {
		struct pf_buf got = {0};

		answer(rubric, &c, &got);
		if (strcmp(pf_buf_cstr(&got), c.want)) {
			print_error("%s:\n  wanted %s\n  got    %s\n", c.name, c.want,
				    pf_buf_cstr(&got));
			wrong++;
		}
		pf_buf_release(&got);
		n++;
	}
	print_message("%zu of %zu cases\n", n - wrong, n);
	assert_true(n > 0);
	assert_int_equal(wrong, 0);
	pf_buf_release(&file);
	pf_rubric_free(rubric);
}

#endif
