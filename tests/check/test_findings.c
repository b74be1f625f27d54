/* findings.test: of which rules a writer is told, and of which not. */
#include <stdlib.h>

#include "cases.h"
#include "harness.h"

/* "RULE", "RULE@3" where the case asks for the line, or "no RULE". */
static void answer_one(const struct pf_rubric *rubric, const struct pf_check *check, char *word,
		       struct pf_buf *out)
{
	char *at = strchr(word, '@');

	if (at)
		*at = '\0';
	for (size_t i = 0; i < check->card.findings.n; i++) {
		const struct pf_finding *f = &check->card.findings.v[i];

		if (at && !strcmp(pf_rubric_rule(rubric, f->rule).id, word)) {
			pf_buf_printf(out, "%s@%u", word,
				      pf_doc_place(check->doc, f->span.begin).line);
			return;
		}
	}
	pf_buf_printf(out, "%s%s", test_finds(rubric, check, word) ? "" : "no ", word);
}

/* What is told of each rule that the case looks at, by the rubric that it names, or by the
 * article's. */
static void answer(const struct pf_rubric *article, const struct test_case *c, struct pf_buf *out)
{
	struct pf_rubric *other = c->with ? test_rubric(c->with) : NULL;
	const struct pf_rubric *rubric = other ? other : article;
	struct pf_check check = test_check(rubric, c->draft, NULL);
	char *words = strdup(c->want), *left = NULL;

	for (char *word = strtok_r(words, " ", &left); word; word = strtok_r(NULL, " ", &left)) {
		if (!strcmp(word, "no"))
			continue;
		pf_buf_adds(out, out->len ? " " : "");
		answer_one(rubric, &check, word, out);
	}
	free(words);
	pf_check_release(&check);
	pf_rubric_free(other);
}

static void table(void **state)
{
	test_cases(*state, answer);
}

/* Another table may be given, to try drafts before they are kept. */
int main(int argc, char **argv)
{
	static char kept[] = PF_TESTS_DIR "/check/findings.test";
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_prestate(table, argc > 1 ? argv[1] : kept),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
