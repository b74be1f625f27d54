/* The four pitfalls of a page, each with the line that shows it, on drafts without a brief. */

#include "harness.h"

static struct pf_rubric *rubric;

static int load(void **state)
{
	(void)state;
	rubric = test_rubric("canonical");
	return 0;
}

static int unload(void **state)
{
	(void)state;
	pf_rubric_free(rubric);
	return 0;
}

#define HEAD "# PR/FAQ: Lane Post\n\n## Press release\n\n"

/* Line of each pitfall, 0 where it is not to be found; in the order of enum pf_pitfall. */
static const struct {
	const char *draft;
	uint32_t lines[PF_PITFALLS];
} cases[] = {
	/* A problem with a number, a day, and nothing claimed without one. */
	{HEAD "On 3 May 2027 Fernhill announced Lane Post.\n\n"
	      "Each week 900 people in 40 villages wait 50 minutes for a van.\n\n"
	      "Lane Post names the hour. The wait falls from 50 minutes to 10 minutes.\n",
	 {0, 0, 0, 0}},
	/* Four bullets before any number, as bullets and as lines that lost them. */
	{HEAD "On 3 May 2027 Fernhill announced Lane Post.\n\n"
	      "Lane Post offers:\n\n- A map\n- A page\n- A list\n- A bell\n\n"
	      "The wait falls from 50 minutes to 10 minutes in 40 villages.\n",
	 {9, 0, 0, 0}},
	{HEAD "On 3 May 2027 Fernhill announced Lane Post.\n\n"
	      "Lane Post offers more.\n\n### Core features\n\nA map of vans\n\nA page of hours\n\n"
	      "A list of doors\n\nA bell for all\n\nA book of times\n\n### Results\n\n"
	      "The wait falls from 50 minutes to 10 minutes in 40 villages.\n",
	 {11, 0, 0, 0}},
	/* A number first: the same list is what serves it. Questions are no features. */
	{HEAD "On 3 May 2027 Fernhill announced Lane Post.\n\n"
	      "Each week 900 people in 40 villages wait 50 minutes for a van.\n\n"
	      "Lane Post offers:\n\n- A map\n- A page\n- A list\n- A bell\n",
	 {0, 0, 0, 0}},
	{HEAD "On 3 May 2027 Fernhill announced Lane Post.\n\n"
	      "Lane Post answers:\n\n- Is it near?\n- Is it late?\n- Is it full?\n- Is it mine?\n\n"
	      "The wait falls from 50 minutes to 10 minutes in 40 villages.\n",
	 {0, 0, 0, 0}},
	/* Numbered steps say how it is used. */
	{HEAD "On 3 May 2027 Fernhill announced Lane Post.\n\n"
	      "Lane Post works so:\n\n1. Look at the map\n2. Touch a door\n3. Say yes\n4. Wait\n\n"
	      "The wait falls from 50 minutes to 10 minutes in 40 villages.\n",
	 {0, 0, 0, 0}},
	/* More is claimed than counted. */
	{HEAD "On 3 May 2027 Fernhill announced Lane Post.\n\n"
	      "Many people wait too long for a van, and it costs them much time.\n\n"
	      "Lane Post improves the wait. It makes the day easier for villagers. "
	      "One van serves 40 villages.\n",
	 {0, 7, 0, 0}},
	/* One number on all the page, and amounts in an example. */
	{HEAD "On 3 May 2027 Fernhill announced Lane Post.\n\n"
	      "Villagers wait for a van, and the van comes when it comes.\n\n"
	      "Lane Post names the hour, and a wait of 10 minutes is the longest.\n",
	 {0, 1, 0, 0}},
	{HEAD "On 3 May 2027 Fernhill announced Lane Post.\n\n"
	      "Lane Post names the hour. It tells you \"Vik owes Mara $30, Mara owes Otto $15\".\n",
	 {0, 1, 0, 0}},
	/* Nor is an age a gain. */
	{HEAD "On 3 May 2027 Fernhill announced Lane Post.\n\n"
	      "My 7 year old waits for a van, and so does my 70-year-old father.\n\n"
	      "Lane Post names the hour, and a wait of 10 minutes is the longest.\n",
	 {0, 1, 0, 0}},
	/* A number that says what changes weighs more than a word of praise. */
	{HEAD "On 3 May 2027 Fernhill announced Lane Post.\n\n"
	      "Many people wait too long for a van, and it costs them much time.\n\n"
	      "Lane Post improves the wait. It makes the day easier for villagers. "
	      "The wait falls from 50 minutes to 10 minutes.\n",
	 {0, 0, 0, 0}},
	/* No day, no money, no rule; each of them is enough. */
	{HEAD "Fernhill announced Lane Post.\n\n"
	      "Each week 900 people in 40 villages wait 50 minutes for a van.\n\n"
	      "## FAQ\n\n**Who is it for?**\nVillagers.\n",
	 {0, 0, 9, 0}},
	{HEAD "Fernhill announced Lane Post.\n\n"
	      "Each week 900 people in 40 villages wait 50 minutes for a van.\n\n"
	      "## FAQ\n\n**What does it cost?**\nNothing.\n",
	 {0, 0, 0, 0}},
	{HEAD "Fernhill announced Lane Post.\n\n"
	      "Each week 900 people in 40 villages wait 50 minutes for a van.\n\n"
	      "## FAQ\n\n**Who sees it?**\nThe law on post forbids others to look.\n",
	 {0, 0, 0, 0}},
	{HEAD "Fernhill announced Lane Post.\n\n"
	      "Each week 900 people in 40 villages wait 50 minutes for a van.\n\n"
	      "## FAQ\n\n**When does it open?**\nIn spring.\n",
	 {0, 0, 0, 0}},
	/* The whole system at once; a pilot forgives it. */
	{HEAD "On 3 May 2027 Fernhill announced Lane Post.\n\n"
	      "Each week 900 people in 40 villages wait 50 minutes for a van.\n\n"
	      "Lane Post is an end-to-end set of micro-services, built from scratch.\n",
	 {0, 0, 0, 9}},
	{HEAD "On 3 May 2027 Fernhill announced Lane Post.\n\n"
	      "Each week 900 people in 40 villages wait 50 minutes for a van.\n\n"
	      "Lane Post is an end-to-end set of micro-services, built from scratch. "
	      "A pilot runs in one village.\n",
	 {0, 0, 0, 0}},
};

static void each_is_shown_by_its_line(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct pf_check check = test_check(rubric, cases[i].draft, NULL);

		for (int p = 0; p < PF_PITFALLS; p++) {
			const struct pf_pitfall_score *s = &check.card.pitfalls[p];
			uint32_t line = s->found ? pf_doc_place(check.doc, s->span.begin).line : 0;

			if (line != cases[i].lines[p])
				fail_msg("case %zu: %s on line %u, not %u: %s", i,
					 pf_pitfall_name((enum pf_pitfall)p), line,
					 cases[i].lines[p], s->why);
			if (s->found)
				assert_true(s->why[0] && s->span.begin < s->span.end);
		}
		pf_check_release(&check);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_is_shown_by_its_line),
	};

	return cmocka_run_group_tests(tests, load, unload);
}
