/* The engine: sums, spans, gates, origins, pitfalls, and what may not be fooled. */
#include <math.h>
#include <stdlib.h>

#include "harness.h"

static struct pf_rubric *rubric;

static int load(void **state)
{
	(void)state;
	rubric = test_rubric("article");
	return 0;
}

static int unload(void **state)
{
	(void)state;
	pf_rubric_free(rubric);
	return 0;
}

/* The two promises of every scorecard, whatever the draft. */
static void assert_proved(const struct pf_check *check)
{
	const struct pf_scorecard *card = &check->card;
	size_t len = pf_doc_text(check->doc).len;
	double sum = 0, possible = 0;

	assert_int_equal(card->proofs.n, pf_rubric_rules(rubric));
	for (size_t i = 0; i < card->proofs.n; i++) {
		const struct pf_proof *p = &card->proofs.v[i];

		assert_true(p->earned >= 0 && p->earned <= p->possible + 1e-9);
		assert_true(p->span.begin <= p->span.end && p->span.end <= len);
		if (p->earned > 0)
			assert_true(p->span.begin < p->span.end);
		if (p->outcome == PF_OUTCOME_NOT_APPLICABLE)
			assert_true(p->possible == 0);
		assert_true(p->reason[0] || p->outcome == PF_OUTCOME_PASS);
		sum += p->earned;
		possible += p->possible;
	}
	assert_true(fabs(sum - card->score) < 1e-6);
	assert_true(possible < 1e-9 || fabs(possible - 100) < 1e-6);
	for (size_t i = 0; i < card->findings.n; i++) {
		const struct pf_finding *f = &card->findings.v[i];

		assert_true(f->message[0] && f->span.end <= len);
		assert_true(!i || card->findings.v[i - 1].span.begin <= f->span.begin);
		assert_null(strchr(f->message, '{'));
	}
	assert_true(card->fix_first <= card->findings.n);
}

static void good_page(void **state)
{
	struct pf_check check = test_check(rubric, GOOD_DRAFT, NULL);

	(void)state;
	assert_proved(&check);
	assert_true(check.card.scored);
	if (check.card.score < 75)
		fail_msg("%.1f", check.card.score);
	assert_int_equal(check.card.faq_count, 6);
	assert_true(check.card.tiers[PF_TIER_PRIMARY] && check.card.tiers[PF_TIER_SECONDARY] &&
		    check.card.tiers[PF_TIER_LEADING]);
	for (int i = 0; i < PF_PITFALLS; i++)
		assert_false(check.card.pitfalls[i].found);
	for (int i = 0; i < PF_QUESTIONS; i++)
		assert_true(check.card.answers[i].begin < check.card.answers[i].end);
	assert_true(check.card.keep.begin < check.card.keep.end);
	pf_check_release(&check);
}

/* A product's name is no headline, unless a line below says what it means; two words of a problem
 * are none. */
static void a_name_is_no_headline(void **state)
{
#define BELOW_TITLE                                                                            \
	"\n## Problem\n\nIt rains.\n\n## Solution\n\nA bell rings at home when the ferry has " \
	"left the other shore.\n"
	struct pf_check check = test_check(rubric, "# Ferrybell\n" BELOW_TITLE, NULL);

	(void)state;
	assert_false(check.card.sections[PF_PART_HEADLINE].present);
	assert_false(check.card.sections[PF_PART_PROBLEM].present);
	assert_true(check.card.sections[PF_PART_SOLUTION].present);
	pf_check_release(&check);
	check = test_check(rubric, "# Ferrybell\n\n## Home before the rain sets in\n" BELOW_TITLE,
			   NULL);
	assert_true(check.card.sections[PF_PART_HEADLINE].present);
	assert_true(check.card.sections[PF_PART_SUBHEADING].present);
	pf_check_release(&check);
#undef BELOW_TITLE
}

/* Below the heading of an FAQ that waits for its questions stands none. */
static void a_heading_asks_nothing(void **state)
{
#define ABOVE_FAQ                                                                                \
	"# Ferrybell\n\n## Problem\n\nPeople wait on the wrong shore.\n\n## Solution\n\nA bell " \
	"rings "                                                                                 \
	"at home when the ferry has left the other shore.\n\n## FAQ\n\n"
	struct pf_check check = test_check(rubric, ABOVE_FAQ "*What riders would ask.*\n", NULL);

	(void)state;
	assert_false(check.card.sections[PF_PART_FAQ].present);
	pf_check_release(&check);
	check = test_check(rubric, ABOVE_FAQ "**Who rings it?**\n\nThe ferry.\n", NULL);
	assert_true(check.card.sections[PF_PART_FAQ].present);
	pf_check_release(&check);
#undef ABOVE_FAQ
}

/* A draft in a fence is read. What is called code is not, which is told, or nobody would know why
 * the page is empty. */
static void fenced(void **state)
{
	struct pf_buf page = {0};
	struct pf_check check;

	(void)state;
	pf_buf_printf(&page, "# Title\n\n```\n%s\n```\n", GOOD_DRAFT);
	check = test_check(rubric, pf_buf_cstr(&page), NULL);
	assert_true(check.card.scored);
	assert_int_equal(check.card.faq_count, 6);
	pf_check_release(&check);
	pf_buf_clear(&page);
	pf_buf_printf(&page, "# Title\n\n```yaml\n%s\n```\n", GOOD_DRAFT);
	check = test_check(rubric, pf_buf_cstr(&page), NULL);
	assert_false(check.card.scored);
	assert_non_null(strstr(check.card.reason, "code blocks"));
	pf_check_release(&check);
	pf_buf_release(&page);
}

/* A draft in another language is told so, and not called a salad only. */
static void another_language_is_not_scored(void **state)
{
	struct pf_check check = test_check(
		rubric,
		"# Bettentafel zeigt freie Betten\n\nPflegekräfte suchen jede Nacht nach einem "
		"freien "
		"Bett und telefonieren dafür neun Stationen ab. Die Bettentafel zeigt auf einer "
		"Seite, "
		"welche Betten frei sind, und hält eines für den Patienten, der schon unterwegs "
		"ist. "
		"Niemand muss mehr anrufen, und der Patient wartet nicht länger auf dem Flur. Die "
		"Stationen sehen sofort, wo ein Bett frei wird, und die Leitung weiß am Morgen, "
		"wie die "
		"Nacht war. Wer ein Bett hält, gibt es nach einer halben Stunde zurück, wenn der "
		"Patient "
		"nicht gekommen ist. So wird aus Gewohnheit eine Regel, und aus der Regel ein "
		"ruhiger "
		"Dienst für alle, die hier arbeiten.\n",
		NULL);

	(void)state;
	assert_false(check.card.scored);
	assert_non_null(strstr(check.card.reason, "not English"));
	pf_check_release(&check);
}

/* What is dated by the launch does not date it. */
static void the_launch_is_no_yardstick(void **state)
{
	static const struct {
		const char *said;
		bool answered;
	} rows[] = {
		{"The wait falls from 50 minutes to 10 minutes, 3 months after launch.", false},
		{"The wait falls from 50 minutes to 10 minutes at launch in week 28.", true},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct pf_check check = test_check(rubric, rows[i].said, NULL);

		assert_int_equal(!pf_range_empty(check.card.answers[PF_QUESTION_LAUNCH]),
				 rows[i].answered);
		pf_check_release(&check);
	}
}

/* What is said again earns nothing, and still stands on the page. */
static void said_again(void **state)
{
	const char *faq = strstr(GOOD_DRAFT, "FAQ");
	struct pf_buf twice = {0};
	struct pf_check check;

	(void)state;
	pf_buf_printf(&twice, "%s\n\n## %s", GOOD_DRAFT, faq);
	check = test_check(rubric, pf_buf_cstr(&twice), NULL);
	assert_int_equal(check.card.faq_count, 12);
	pf_check_release(&check);
	pf_buf_release(&twice);
}

/* The article's own five lines, quoted, with the two questions it asks: it breaks its own rules. */
static void the_articles_example(void **state)
{
	struct pf_check check = test_check(
		rubric,
		"Problem: 30 % of Prime Video users watch alone despite interest in social "
		"viewing.\n\n"
		"Solution: Launch \"Watch Party\" - synchronized playback with chat overlay.\n\n"
		"Primary metric: 12 % increase in watch-time per session within 3 months.\n\n"
		"Secondary metric: 8 % uplift in Prime renewal rate.\n\n"
		"Leading metric: 75 k users signed up for beta in first week.\n\n"
		"FAQ\n\n"
		"Q: How do we handle DRM across regions?\n"
		"A: Each region keeps the licences it has, and a title that is not licensed in a "
		"region "
		"is not offered to the guests who live there.\n\n"
		"Q: What is the cost of real-time chat infrastructure?\n"
		"A: It depends on the number of users, and we will know more after the beta.\n",
		NULL);

	(void)state;
	assert_proved(&check);
	assert_true(check.card.scored);
	assert_true(check.card.score < 70 && check.card.score > 10);
	assert_true(test_finds(rubric, &check, "MET-05"));
	assert_true(test_finds(rubric, &check, "FQ-03"));
	pf_check_release(&check);
}

static void short_drafts_are_not_scored(void **state)
{
	struct pf_check check = test_check(rubric, "## Problem\n\nPeople wait.\n", NULL);

	(void)state;
	assert_false(check.card.scored);
	assert_non_null(strstr(check.card.reason, "words"));
	assert_true(check.card.score == 0);
	assert_proved(&check);
	pf_check_release(&check);
	check = test_check(rubric, "", NULL);
	assert_false(check.card.scored);
	assert_proved(&check);
	pf_check_release(&check);
}

/* Swaps words within each line, by a fixed seed: the page keeps every word and loses its sense. */
static void shuffle_words(char *text)
{
	unsigned seed = 7;
	char *line = text;

	while (*line) {
		char *words[64];
		size_t n = 0, len = strcspn(line, "\n");
		char copy[1024] = "";

		if (len && len < sizeof(copy) && *line != '#' && *line != '|') {
			char saved = line[len];

			memcpy(copy, line, len);
			copy[len] = '\0';
			line[len] = saved;
			for (char *w = strtok(copy, " "); w && n < 64; w = strtok(NULL, " "))
				words[n++] = w;
			for (size_t i = n; i > 1; i--) {
				size_t k = (seed = seed * 1103515245u + 12345u) / 65536u % i;
				char *t = words[i - 1];

				words[i - 1] = words[k];
				words[k] = t;
			}
			char out[1024] = "";

			for (size_t i = 0; i < n; i++) {
				strcat(out, i ? " " : "");
				strcat(out, words[i]);
			}
			memcpy(line, out, strlen(out));
		}
		line += len + (line[len] == '\n');
	}
}

static void shuffled_words_are_not_scored(void **state)
{
	char text[] = GOOD_DRAFT;
	struct pf_check check;

	(void)state;
	shuffle_words(text);
	check = test_check(rubric, text, NULL);
	assert_false(check.card.scored);
	pf_check_release(&check);
}

static void keyword_salad_is_not_scored(void **state)
{
	char text[4000] =
		"## Problem\n\nThe soup of the moon is a problem for customers.\n\n## FAQ\n\n";
	static const char *const words[] = {"soup", "cost",   "security", "scale",  "launch",
					    "risk", "metric", "pilot",    "budget", "privacy"};
	struct pf_check check;

	(void)state;
	for (size_t i = 0; i < 10; i++)
		sprintf(text + strlen(text), "Q: What is the %s of the moon?\nA: It is blue.\n\n",
			words[i]);
	check = test_check(rubric, text, NULL);
	assert_false(check.card.scored);
	pf_check_release(&check);
}

static const char *const topic[] = {"wait", "gate", "worker", "ship"};

static struct pf_check_prompt harbour(void)
{
	static const char *const nouns[] = {"wait", "minutes"};
	static struct pf_check_fact facts[] = {
		{.id = "d1",
		 .text = "Workers wait 50 minutes",
		 .nouns = {nouns, 2},
		 .value = 50,
		 .unit = "min",
		 .worth = 2,
		 .known = true},
		{.id = "d2",
		 .text = "900 workers a night",
		 .nouns = {topic + 2, 1},
		 .value = 900,
		 .unit = "",
		 .worth = 2,
		 .known = true},
		{.id = "d3",
		 .text = "12 % miss a ship",
		 .nouns = {topic + 3, 1},
		 .value = 12,
		 .unit = "%",
		 .worth = 2,
		 .known = true},
		{.id = "d4",
		 .text = "A person costs $15,000 a month",
		 .nouns = {nouns, 1},
		 .value = 15000,
		 .unit = "USD",
		 .worth = 1,
		 .known = true},
	};

	return (struct pf_check_prompt){
		.id = "harbour",
		.title = "Harbour",
		.goal = "workers wait less",
		.goal_stems = {topic, 2},
		.customer_words = {topic + 2, 1},
		.problem_words = {topic, 2},
		.facts = facts,
		.n_facts = 4,
	};
}

static void numbers_have_an_origin(void **state)
{
	struct pf_check_prompt prompt = harbour();
	struct pf_check_context context = {.prompt = &prompt};
	struct pf_check check = test_check(rubric, GOOD_DRAFT, &context);

	(void)state;
	assert_proved(&check);
	assert_true(check.card.origins.n[PF_ORIGIN_GIVEN] >= 3);
	assert_true(check.card.origins.n[PF_ORIGIN_DERIVED] >= 1);
	assert_int_equal(check.card.origins.n[PF_ORIGIN_CITED], 0);
	pf_check_release(&check);
}

/* The same page with a number nobody gave: its evidence is gone, and it is asked about. */
static void bare_numbers_earn_nothing(void **state)
{
	struct pf_check_prompt prompt = harbour();
	struct pf_check_context context = {.prompt = &prompt};
	char text[] = GOOD_DRAFT;
	struct pf_check given = test_check(rubric, text, &context), bare;

	(void)state;
	memcpy(strstr(text, "900 dock"), "830 dock", 8);
	memcpy(strstr(text, "50 minutes"), "37 minutes", 10);
	bare = test_check(rubric, text, &context);
	assert_true(bare.card.score < given.card.score - 3);
	assert_int_equal(test_proof(rubric, &given, "PRB-02")->outcome, PF_OUTCOME_PASS);
	assert_int_equal(test_proof(rubric, &bare, "PRB-02")->outcome, PF_OUTCOME_FAIL);
	assert_true(test_finds(rubric, &bare, "PRB-08"));
	pf_check_release(&given);
	pf_check_release(&bare);
}

/* The brief holds two numbers of missed ships, and only the other was asked for. Who writes the one
 * does not contradict the other; who writes neither does. */
static void a_number_of_the_brief_contradicts_none(void **state)
{
	struct pf_check_prompt prompt = harbour();
	struct pf_check_context context = {.prompt = &prompt};
	struct pf_check_fact facts[5];
	struct pf_check check;

	(void)state;
	memcpy(facts, prompt.facts, 4 * sizeof(*facts));
	facts[2].known = false;
	facts[4] = facts[2];
	facts[4].text = "19 % of those who miss a ship miss the next";
	facts[4].value = 19;
	facts[4].known = true;
	prompt.facts = facts;
	prompt.n_facts = 5;
	check = test_check(rubric, GOOD_DRAFT, &context);
	assert_false(test_finds(rubric, &check, "PRB-09"));
	pf_check_release(&check);
	facts[2].value = 11;
	check = test_check(rubric, GOOD_DRAFT, &context);
	assert_true(test_finds(rubric, &check, "PRB-09"));
	pf_check_release(&check);
}

/* A page without numbers loses what its numbers could have earned by agreeing; no other rule gets
 * it, and nothing points at a place that is not there. */
static void what_is_not_there_earns_nothing(void **state)
{
	struct pf_check check = test_check(
		rubric,
		"## Problem\n\nDrivers wait at the dock, and nobody can tell them why. They lose "
		"the "
		"afternoon and with it the next load. The crew works through a plan that was made "
		"before the trucks came, and the radio is silent.\n\n## Solution\n\nThe driver "
		"sends "
		"a text with the hour of arrival. The lead of the crew hears which truck is here "
		"and "
		"sends the crew to it. When the dock changes, the driver hears it before the "
		"gate.\n\n"
		"## FAQ\n\nQ: Who sees the plates?\nA: The lead of the crew sees them and nobody "
		"else "
		"does, because the list is deleted after the shift.\n",
		NULL);
	size_t rule = pf_rubric_find(rubric, "CN-03");
	const struct pf_proof *proof = &check.card.proofs.v[rule];

	(void)state;
	assert_proved(&check);
	assert_int_equal(proof->outcome, PF_OUTCOME_FAIL);
	assert_true(proof->possible > 0 && proof->earned == 0);
	assert_false(test_finds(rubric, &check, "CN-03"));
	pf_check_release(&check);
}

static void off_the_prompt(void **state)
{
	static const char *const other[] = {"violin", "orchestra"};
	struct pf_check_prompt prompt = {.id = "v",
					 .title = "Violins",
					 .customer_words = {other, 2},
					 .problem_words = {other, 1}};
	struct pf_check_context context = {.prompt = &prompt};
	struct pf_check check = test_check(rubric, GOOD_DRAFT, &context);

	(void)state;
	assert_false(check.card.scored);
	assert_non_null(strstr(check.card.reason, "Violins"));
	pf_check_release(&check);
}

static double score_of(const char *draft)
{
	struct pf_check check = test_check(rubric, draft, NULL);
	double score = check.card.scored ? check.card.score : 0;

	assert_proved(&check);
	pf_check_release(&check);
	return score;
}

/* Takes the first line that begins with `start` out of a copy of the good page. */
static double without_line(const char *start)
{
	struct pf_buf out = {0};
	struct pf_slice rest = PF_SLICE(GOOD_DRAFT), line;
	bool done = false;
	double score;

	while (pf_slice_line(&rest, &line)) {
		if (!done && pf_slice_starts(line, start)) {
			done = true;
			continue;
		}
		pf_buf_slice(&out, line);
		pf_buf_byte(&out, '\n');
	}
	assert_true(done);
	score = score_of(pf_buf_cstr(&out));
	pf_buf_release(&out);
	return score;
}

static void every_loss_costs(void **state)
{
	static const char *const lines[] = {
		"Each night",     "The worker opens", "- Waiting for", "| Primary",
		"| Secondary",    "| Leading",        "A: $300,000",   "A: The workers",
		"A: The printer", "A: We discarded",
	};
	double whole = score_of(GOOD_DRAFT);

	(void)state;
	for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++)
		if (without_line(lines[i]) >= whole)
			fail_msg("without \"%s\": %.2f of %.2f", lines[i], without_line(lines[i]),
				 whole);
}

static void repetition_gains_nothing(void **state)
{
	struct pf_buf twice = {0};
	double once = score_of(GOOD_DRAFT), more;

	(void)state;
	pf_buf_adds(&twice, GOOD_DRAFT);
	for (int i = 0; i < 10; i++)
		pf_buf_adds(&twice, "\n- Waiting for a gate falls from 50 minutes to 20 minutes\n");
	more = score_of(pf_buf_cstr(&twice));
	assert_true(more <= once + 0.01);
	pf_buf_release(&twice);
}

static void pitfalls_are_shown(void **state)
{
	struct pf_check check = test_check(
		rubric,
		"# Super Board\n\n## Solution\n\nThe fully integrated end-to-end platform is built "
		"from "
		"scratch as micro-services for all regions and all devices.\n\n## Features\n\n"
		"- Start screen with a banner\n- Settings page with tabs\n- Dashboard with "
		"widgets\n"
		"- Notification button and filter\n- Search page with filters\n\n## Customer "
		"benefit\n\n"
		"- Much better experience for many users\n- Significantly faster work in most "
		"cases\n\n"
		"## FAQ\n\nQ: Why is it good?\nA: It will improve the user experience and many "
		"people "
		"will like it a lot more than before.\n\nQ: Who is it for?\nA: It is for everyone "
		"who "
		"wants a better and easier way to do several things at once.\n",
		NULL);

	(void)state;
	assert_true(check.card.scored);
	assert_true(check.card.score < 40);
	assert_true(check.card.pitfalls[PF_PITFALL_FEATURE_FIRST].found);
	assert_true(check.card.pitfalls[PF_PITFALL_VAGUE_NUMBERS].found);
	assert_true(check.card.pitfalls[PF_PITFALL_OVER_ENGINEERING].found);
	for (int i = 0; i < PF_PITFALLS; i++)
		if (check.card.pitfalls[i].found)
			assert_true(check.card.pitfalls[i].span.begin <
				    check.card.pitfalls[i].span.end);
	pf_check_release(&check);
}

static bool is_quantified(enum pf_part_id part, const char *draft)
{
	struct pf_check check = test_check(rubric, draft, NULL);
	bool quantified = check.card.sections[part].quantified;

	pf_check_release(&check);
	return quantified;
}

/* "Three challenges" measures nothing, told as it is today or not; zero may well be the target. */
static void a_handful_quantifies_nothing(void **state)
{
	(void)state;
	assert_false(is_quantified(PF_PART_PROBLEM,
				   "# PR/FAQ: Pier Board\n\n## Problem\n\nDock workers today face "
				   "three compounding challenges.\n"));
	assert_true(is_quantified(PF_PART_PROBLEM,
				  "# PR/FAQ: Pier Board\n\n## Problem\n\nDock workers today lose "
				  "half of their nights.\n"));
	assert_false(is_quantified(PF_PART_METRICS,
				   "# PR/FAQ: Pier Board\n\n## Problem\n\nDock workers wait.\n\n"
				   "## Metrics\n\nThe board shows four numbers: who came, who "
				   "left, who waits, and who asks.\n"));
	/* What someone says of the trouble tells how much it is. */
	assert_true(is_quantified(
		PF_PART_PROBLEM,
		"# PR/FAQ: Pier Board\n\n## Press release\n\n**Leith, 3 May 2029** - Today Orrin "
		"Line launches Pier Board, a board for the dock.\n\n\"Loading is broken,\" said "
		"Maud "
		"Rask, harbour master of Orrin Line. \"Drivers waste 3 hours a day in the wrong "
		"lane and nobody can tell them why. We built the board.\"\n\n## FAQ\n\n**Is it "
		"dear?**\n\nNo.\n\n**Is it big?**\n\nNo.\n"));
	assert_true(
		is_quantified(PF_PART_METRICS,
			      "# PR/FAQ: Pier Board\n\n## Problem\n\nDock workers wait.\n\n"
			      "## Metrics\n\n- Primary: zero workers at a closed gate by May\n"));
}

/* Of what is offered it tells how many there are, unless they are known; a range by its upper end,
 * and a sentence cut from the announcement for the announcement too. */
static void a_handful_sizes_an_offer(void **state)
{
	(void)state;
	assert_true(is_quantified(PF_PART_SOLUTION,
				  "# PR/FAQ: Pier Board\n\n## Problem\n\nDock workers wait.\n\n"
				  "## Solution\n\nThe board has two views of the dock.\n"));
	assert_false(
		is_quantified(PF_PART_SOLUTION,
			      "# PR/FAQ: Pier Board\n\n## Problem\n\nDock workers wait.\n\n"
			      "## Solution\n\nThe board rests on three deliberate choices. Two: "
			      "it names who waits.\n"));
	assert_false(is_quantified(PF_PART_SOLUTION,
				   "# PR/FAQ: Pier Board\n\n## Problem\n\nDock workers wait.\n\n"
				   "## Solution\n\nThe board shows the two piers of the dock.\n"));
	assert_true(is_quantified(PF_PART_PROBLEM,
				  "# PR/FAQ: Pier Board\n\n## Problem\n\nDock workers fill in 3 to "
				  "40 forms.\n"));
	assert_true(is_quantified(
		PF_PART_SUMMARY,
		"# PR/FAQ: Pier Board\n\n## Press release\n\n**Leith, 3 May 2029** - Today Orrin "
		"Line launches Pier Board. The board saves each driver 40 minutes a day.\n\n"
		"Drivers wait in the wrong lane.\n\n## FAQ\n\n**Is it dear?**\n\nNo.\n\n"
		"**Is it big?**\n\nNo.\n"));
}

static bool tells_start(const char *said)
{
	char draft[512];
	struct pf_check check;
	bool present;

	snprintf(draft, sizeof(draft),
		 "# PR/FAQ: Pier Board\n\n## Problem\n\nDock workers wait.\n\n"
		 "## Availability\n\n%s\n",
		 said);
	check = test_check(rubric, draft, NULL);
	present = check.card.sections[PF_PART_START].present;
	pf_check_release(&check);
	return present;
}

/* Availability that is put off tells nobody how to begin. */
static void a_pilot_is_no_start(void **state)
{
	(void)state;
	assert_true(tells_start("Pier Board is available today at every dock."));
	assert_true(tells_start("Join the pilot at pierboard.example."));
	assert_false(tells_start("Piloting now with two docks; more to follow."));
	assert_false(tells_start("An early access program is there for docks and crews."));
}

/* A slot that waits for its answer is none; a command is one. */
static void an_open_answer_is_none(void **state)
{
	struct pf_check check =
		test_check(rubric,
			   "# PR/FAQ: Pier Board\n\n## Problem\n\nDock workers wait.\n\n## FAQ\n\n"
			   "**What does it cost?**\n\n[Pricing to be told, by number of gates]\n\n"
			   "**Who pays?**\n\nTBD.\n\n**Who sees the list?**\n\nThe workers.\n\n"
			   "**How does one see it?**\n\n```\npier list\n```\n",
			   NULL);

	(void)state;
	assert_int_equal(check.card.faq_count, 2);
	pf_check_release(&check);
	/* Nor is one question the answer of another. */
	check = test_check(rubric,
			   "# PR/FAQ: Pier Board\n\n## Problem\n\nDock workers wait.\n\n## FAQ\n\n"
			   "1. What does it cost?\n2. Who pays?\n3. How does one see it?\n",
			   NULL);
	assert_int_equal(check.card.faq_count, 0);
	pf_check_release(&check);
}

static bool is_vague(const char *offer)
{
	char draft[1024];
	struct pf_check check;
	bool found;

	snprintf(
		draft, sizeof(draft),
		"# PR/FAQ: Quiet Locker\n\n## Problem\n\nMany parcels are lost on the doorstep.\n\n"
		"## Solution\n\n%s\n\n## Benefits\n\n- Easy pickup\n"
		"- A better and very safe doorstep\n\n## FAQ\n\nQ: What does it cost?\n"
		"A: 40 cents a day.\n",
		offer);
	check = test_check(rubric, draft, NULL);
	found = check.card.pitfalls[PF_PITFALL_VAGUE_NUMBERS].found;
	pf_check_release(&check);
	return found;
}

/* Numbers that size the offer do not say what it is good for. */
static void sizes_are_no_outcomes(void **state)
{
	(void)state;
	assert_true(is_vague("The locker keeps the last 30 days of codes.\n\n"
			     "It has 24 doors.\n\nEach door takes a box of 20 kg."));
	assert_false(is_vague("The locker cuts the wait from 3 days to 4 hours.\n\n"
			      "It raises first deliveries from 70 % to 95 %.\n\n"
			      "Shops lose 40 % fewer parcels."));
}

static void rules_can_be_silenced(void **state)
{
	static const char *const off[] = {"BEN-02"};
	struct pf_check_context context = {.off = {off, 1}};
	static const char draft[] = "<!-- prfaq: off BEN-05 -->\n\n## Customer benefit\n\n- Less "
				    "waiting for dock workers\n- 30% fewer calls\n";
	struct pf_check loud =
		test_check(rubric, draft + strlen("<!-- prfaq: off BEN-05 -->"), NULL);
	struct pf_check quiet = test_check(rubric, draft, &context);

	(void)state;
	assert_true(test_finds(rubric, &loud, "BEN-02") && test_finds(rubric, &loud, "BEN-05"));
	assert_false(test_finds(rubric, &quiet, "BEN-02"));
	assert_false(test_finds(rubric, &quiet, "BEN-05"));
	pf_check_release(&loud);
	pf_check_release(&quiet);
}

/* Ten pieces of advice in one page: three are told, and each silenced rule makes room. */
static void advice_is_three_a_page(void **state)
{
	static const char *const off[] = {"ST-06"};
	struct pf_check_context context = {.off = {off, 1}};
	static const char draft[] = GOOD_DRAFT
		"\n\nOur revolutionary, seamless, world-class and cutting-edge page is incredibly "
		"robust. In order to delight, it leverages synergy. At this point in time it is "
		"basically the best and most innovative page in the world, we hope.\n";
	(void)state;
	for (int i = 0; i < 2; i++) {
		struct pf_check check = test_check(rubric, draft, i ? &context : NULL);
		size_t n = 0, hype = 0;

		for (size_t k = 0; k < check.card.findings.n; k++) {
			struct pf_rule_text rule =
				pf_rubric_rule(rubric, check.card.findings.v[k].rule);

			n += rule.style || !strcmp(rule.section, "style");
			hype += !strcmp(rule.id, "ST-06");
		}
		assert_true(i ? n > 0 && n <= 3 : n == 3);
		assert_true(i ? hype == 0 : hype > 0);
		pf_check_release(&check);
	}
}

static void drills_judge_one_part(void **state)
{
	struct pf_check_context context = {.drill = true, .only = PF_PART_PROBLEM};
	struct pf_check check = test_check(rubric,
					   "Each night 900 dock workers in Portmere wait 50 "
					   "minutes for a gate, because the list "
					   "of ships is on paper.\n",
					   &context);

	(void)state;
	assert_proved(&check);
	assert_true(check.card.scored);
	for (size_t i = 0; i < check.card.proofs.n; i++)
		if (check.card.proofs.v[i].possible > 0)
			assert_string_equal(pf_rubric_rule(rubric, i).section, "problem");
	assert_true(check.card.score > 60);
	pf_check_release(&check);
}

static void roles_weigh_differently(void **state)
{
	struct pf_check_context pm = {.role = PF_CANDIDATE_PM}, tpm = {.role = PF_CANDIDATE_TPM};
	struct pf_check a = test_check(rubric, GOOD_DRAFT, &pm);
	struct pf_check b = test_check(rubric, GOOD_DRAFT, &tpm);

	(void)state;
	assert_true(test_proof(rubric, &b, "FQ-05")->possible >
		    test_proof(rubric, &a, "FQ-05")->possible);
	assert_proved(&b);
	pf_check_release(&a);
	pf_check_release(&b);
}

static void the_coach_names_what_is_missing(void **state)
{
	struct pf_check check =
		test_check(rubric, "## Problem\n\nDock workers wait for a gate.\n", NULL);
	struct pf_coach_line lines[16];
	size_t n = pf_check_coach(&check, rubric, lines, 16);
	bool solution = false;

	(void)state;
	assert_true(n >= 4);
	for (size_t i = 0; i < n; i++) {
		assert_true(lines[i].text[0]);
		assert_null(strstr(lines[i].text, "point"));
		solution = solution || !strcmp(lines[i].text, "Solution: not there yet");
	}
	assert_true(solution);
	assert_int_equal(pf_check_coach(&check, rubric, lines, 1), 1);
	pf_check_release(&check);
}

/* A page of 60 words is not scored: what took the score comes first, and costs no point. */
static void fixes_come_from_different_parts(void **state)
{
	struct pf_check check = test_check(
		rubric,
		"## Problem\n\nDock workers wait for a gate and nobody knows why.\n\n## "
		"Solution\n\n"
		"The worker opens a page and sees the gate.\n\n## Customer benefit\n\n- Less "
		"waiting\n\n"
		"## Metrics\n\n- Primary: more use of the page\n\n## FAQ\n\nQ: What does it cost?\n"
		"A: It will not cost very much, as we have most of it in the house.\n",
		NULL);
	uint32_t fixes[3];

	(void)state;
	assert_int_equal(pf_check_top_fixes(&check.card, fixes, 3), 3);
	assert_int_not_equal(check.card.findings.v[fixes[1]].section,
			     check.card.findings.v[fixes[2]].section);
	assert_false(check.card.scored);
	assert_string_equal(pf_rubric_rule(rubric, check.card.findings.v[fixes[0]].rule).id,
			    "AG-07");
	assert_true(check.card.findings.v[fixes[1]].cost > 0);
	pf_check_release(&check);
}

/* Of two that cost alike the one whose rule is right more often is told first. */
static void the_surer_is_told_first(void **state)
{
	struct pf_finding findings[] = {
		{.rule = 1, .severity = PF_SEVERITY_MAJOR, .cost = 2, .sure = 0.6},
		{.rule = 2, .severity = PF_SEVERITY_MAJOR, .cost = 2, .sure = 0.9},
	};
	struct pf_scorecard card = {.scored = true, .cap = 100};
	uint32_t first;

	(void)state;
	card.findings.v = findings;
	card.findings.n = 2;
	assert_int_equal(pf_check_top_fixes(&card, &first, 1), 1);
	assert_int_equal(first, 1);
	findings[0].cost = findings[1].cost * 6; /* but what costs far more is */
	findings[0].severity = PF_SEVERITY_CRITICAL;
	findings[1].severity = PF_SEVERITY_MINOR;
	assert_int_equal(pf_check_top_fixes(&card, &first, 1), 1);
	assert_int_equal(first, 0);
	findings[0].sure = 0.4; /* and what is wrong more often than not is not told first at all */
	assert_int_equal(pf_check_top_fixes(&card, &first, 1), 1);
	assert_int_equal(first, 1);
}

/* One evening goes to what the page is lost by: a critical fault is told where its rule is right
 * more often than not, a lesser one only where it is surer. */
static void what_is_critical_may_be_doubted(void **state)
{
	struct pf_finding findings[] = {
		{.rule = 1,
		 .section = 1,
		 .severity = PF_SEVERITY_CRITICAL,
		 .cost = 2,
		 .sure = 0.56},
		{.rule = 2, .section = 2, .severity = PF_SEVERITY_MAJOR, .cost = 2, .sure = 0.59},
		{.rule = 3, .section = 3, .severity = PF_SEVERITY_MINOR, .cost = 2, .sure = 0.9},
		{.rule = 4, .section = 4, .severity = PF_SEVERITY_MINOR, .cost = 2, .sure = 0.9},
	};
	struct pf_scorecard card = {.scored = true, .cap = 100};
	uint32_t fixes[4];

	(void)state;
	card.findings.v = findings;
	card.findings.n = 4;
	assert_int_equal(pf_check_top_fixes(&card, fixes, 4), 3);
	assert_int_equal(fixes[0], 0);
	findings[0].sure = 0.54;
	assert_int_equal(pf_check_top_fixes(&card, fixes, 4), 2);
}

static void hostile_text_is_survived(void **state)
{
	char deep[4000];

	(void)state;
	memset(deep, '>', sizeof(deep) - 1);
	deep[sizeof(deep) - 1] = '\0';
	score_of(deep);
	score_of("\xff\xfe\x00\x80 {claim} ${X} 99999999999999999999999999999 %");
	score_of("| | |\n|-|-|\n| | |\n");
	score_of("Q:\nA:\nQ:\nA:\n");
	score_of("- \n- \n- \n## \n#\n");
}

static double earned_of(const char *id, const char *problem, const char *answer)
{
	struct pf_buf page = {0};
	struct pf_check check;
	double earned;

	pf_buf_printf(
		&page,
		"# Meshline mends a net before the next tide\n\n## Problem\n\nA torn net is ashore "
		"for 9 nights. The shed is not open at night. %s\n\n"
		"## Solution\n\nThree menders work from six. Nets "
		"are marked by boat. The skipper fetches hers before the tide.\n\n## FAQ\n\n"
		"**Who mends them?**\n\nThree menders of the shed, from six in the evening.\n\n"
		"**Is it free?**\n\n%s\n\n**What if the net is too torn?**\n\nThen we say so "
		"by nine, and the boat takes a spare net for $12.\n",
		problem, answer);
	check = test_check(rubric, pf_buf_cstr(&page), NULL);
	earned = test_proof(rubric, &check, id)->earned / test_proof(rubric, &check, id)->possible;
	pf_check_release(&check);
	pf_buf_release(&page);
	return earned;
}

static double earned_with(const char *id, const char *answer)
{
	return earned_of(id, "A boat loses two tides, but the crew is paid.", answer);
}

/* A word may be all there is to say; to be assured of it is none. */
static void a_word_is_more_than_an_assurance(void **state)
{
	const char *assured = "We take this very seriously and will do our best for all of them.";

	(void)state;
	assert_true(earned_with("FQ-02", "No.") > earned_with("FQ-02", assured));
	assert_true(earned_with("FQ-02", "Yes.") > earned_with("FQ-02", assured));
	assert_true(earned_with("FQ-02", "Nobody says it is free.") > earned_with("FQ-02", ""));
	assert_true(earned_with("FQ-02", "Yes.") <
		    earned_with("FQ-02", "For members it is, and others pay $4 for each net."));
}

/* A share of fewer sentences is larger, but not because an answer was left out. */
static void an_open_question_weighs_nothing(void **state)
{
	(void)state;
	assert_true(earned_with("JDG-02", "") < earned_with("JDG-02", "For members it is."));
}

/* Where no credit is left to speak of, one vague word more is felt still. */
static void one_fault_more_is_always_felt(void **state)
{
	const char *answer = "For members it is, and others pay $4 for each net.";
	double two = earned_of("PRB-14", "Many boats wait, several of them here.", answer);
	double three =
		earned_of("PRB-14", "Many boats wait, several of them in various bays.", answer);

	(void)state;
	assert_true(two < 0.1);
	assert_true(three < two);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_word_is_more_than_an_assurance),
		cmocka_unit_test(an_open_question_weighs_nothing),
		cmocka_unit_test(one_fault_more_is_always_felt),
		cmocka_unit_test(good_page),
		cmocka_unit_test(said_again),
		cmocka_unit_test(fenced),
		cmocka_unit_test(a_name_is_no_headline),
		cmocka_unit_test(a_heading_asks_nothing),
		cmocka_unit_test(the_launch_is_no_yardstick),
		cmocka_unit_test(another_language_is_not_scored),
		cmocka_unit_test(the_articles_example),
		cmocka_unit_test(short_drafts_are_not_scored),
		cmocka_unit_test(shuffled_words_are_not_scored),
		cmocka_unit_test(keyword_salad_is_not_scored),
		cmocka_unit_test(numbers_have_an_origin),
		cmocka_unit_test(bare_numbers_earn_nothing),
		cmocka_unit_test(a_number_of_the_brief_contradicts_none),
		cmocka_unit_test(what_is_not_there_earns_nothing),
		cmocka_unit_test(off_the_prompt),
		cmocka_unit_test(every_loss_costs),
		cmocka_unit_test(repetition_gains_nothing),
		cmocka_unit_test(pitfalls_are_shown),
		cmocka_unit_test(a_handful_quantifies_nothing),
		cmocka_unit_test(a_handful_sizes_an_offer),
		cmocka_unit_test(a_pilot_is_no_start),
		cmocka_unit_test(an_open_answer_is_none),
		cmocka_unit_test(sizes_are_no_outcomes),
		cmocka_unit_test(rules_can_be_silenced),
		cmocka_unit_test(advice_is_three_a_page),
		cmocka_unit_test(drills_judge_one_part),
		cmocka_unit_test(roles_weigh_differently),
		cmocka_unit_test(the_coach_names_what_is_missing),
		cmocka_unit_test(fixes_come_from_different_parts),
		cmocka_unit_test(the_surer_is_told_first),
		cmocka_unit_test(what_is_critical_may_be_doubted),
		cmocka_unit_test(hostile_text_is_survived),
	};

	return cmocka_run_group_tests(tests, load, unload);
}
