/* consistency.test: contradictions found at their line, look-alikes left alone. */
#include <stdlib.h>

#include "harness.h"

static const char *const rules[] = {"CN-02", "CN-03", "CN-04", "CN-06"};

static uint32_t line_at(const char *draft, uint32_t off)
{
	uint32_t line = 1;

	for (uint32_t i = 0; i < off; i++)
		line += draft[i] == '\n';
	return line;
}

/* "CN-03:7 CN-04:9", or "none". */
static void found_in(const struct pf_rubric *rubric, const char *draft, struct pf_buf *out)
{
	struct pf_check check = test_check(rubric, draft, NULL);

	for (size_t i = 0; i < check.card.findings.n; i++) {
		const struct pf_finding *f = &check.card.findings.v[i];
		const char *id = pf_rubric_rule(rubric, f->rule).id;

		for (size_t r = 0; r < sizeof(rules) / sizeof(*rules); r++)
			if (!strcmp(id, rules[r]))
				pf_buf_printf(out, "%s%s:%u", out->len ? " " : "", id,
					      line_at(draft, f->span.begin));
	}
	if (!out->len)
		pf_buf_adds(out, "none");
	pf_check_release(&check);
}

/* Cuts the case at `text`; NULL after the last one. */
static char *next_case(char *text, char **name, char **want, char **draft)
{
	char *end, *bar;

	if (!text || !(text = strstr(text, "== ")))
		return NULL;
	*name = text + 3;
	bar = strstr(*name, " | ");
	end = strchr(*name, '\n');
	if (!bar || !end || bar > end)
		fail_msg("a case begins \"== name | want\": %.40s", text);
	*bar = *end = '\0';
	*want = bar + 3;
	*draft = end + 1;
	end = strstr(*draft, "\n== ");
	if (end)
		*end++ = '\0';
	return end ? end : *draft + strlen(*draft);
}

static void table(void **state)
{
	struct pf_rubric *rubric = test_rubric("article");
	struct pf_buf file = {0};
	char *name, *want, *draft, *at;
	size_t n = 0, wrong = 0;

	(void)state;
	assert_int_equal(pf_file_read(PF_TESTS_DIR "/check/consistency.test", 1 << 20, &file, NULL),
			 PF_OK);
	pf_buf_byte(&file, 0);
	at = file.ptr;
	while ((at = next_case(at, &name, &want, &draft))) {
		struct pf_buf got = {0};

		found_in(rubric, draft, &got);
		if (strcmp(pf_buf_cstr(&got), want)) {
			print_error("%s: wanted %s, got %s\n", name, want, pf_buf_cstr(&got));
			wrong++;
		}
		pf_buf_release(&got);
		n++;
	}
	assert_true(n >= 40);
	assert_int_equal(wrong, 0);
	pf_buf_release(&file);
	pf_rubric_free(rubric);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(table),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
