#include "usual_asks.h"

#include <string.h>

#define ASKS_MAX 48

/* The words of a row must all be in the question; tests/session/data/questions.txt tries them. */
static const char *const asks[PF_PROMPT_LIKES][ASKS_MAX] = {
	[PF_PROMPT_LIKE_CUSTOMER] =
		{"who customer",    "who user",         "which user",        "which customer",
		 "who target",      "who affected",     "who suffer",        "who pain",
		 "who experience",  "who for",          "who exactly",       "who build",
		 "who benefit",     "whose problem",    "for whom",          "user",
		 "persona",         "segment",          "target customer",   "target audience",
		 "target group",    "primary customer", "describe customer", "tell customer",
		 "many people",     "many affected",    "many customer",     "many user",
		 "people affected", "kind customer",    "type customer",     "who use",
		 "who want"},
	[PF_PROMPT_LIKE_DATE] =
		{"deadline",     "launch date",     "release date", "target date",
		 "due date",     "go live",         "timeline",     "time line",
		 "time frame",   "timeframe",       "time limit",   "time constraint",
		 "when live",    "when launch",     "when ship",    "when need",
		 "when ready",   "when due",        "when want",    "when release",
		 "when expect",  "when finish",     "when start",   "by when",
		 "long we have", "how long i have", "how long got", "which quarter",
		 "until when",   "time have",       "how soon",     "date",
		 "due",          "how many month",  "constraint",   "delivery date"},
	[PF_PROMPT_LIKE_BUDGET] = {"budget",
				   "cost cap",
				   "cost limit",
				   "cost ceiling",
				   "ceiling",
				   "cost constraint",
				   "budget constraint",
				   "money constraint",
				   "financial constraint",
				   "funding",
				   "fund",
				   "afford",
				   "can spend",
				   "could spend",
				   "may spend",
				   "should spend",
				   "have spend",
				   "allow spend",
				   "max spend",
				   "limit spend",
				   "spend total",
				   "money spend",
				   "how much money",
				   "money have",
				   "money available",
				   "how much invest",
				   "willing invest",
				   "resource",
				   "headcount",
				   "team size",
				   "big team",
				   "many engineer",
				   "many developer",
				   "many people team",
				   "constraint"},
	[PF_PROMPT_LIKE_LAW] = {"legal",
				"legally",
				"law",
				"regulation",
				"regulatory",
				"regulator",
				"regulated",
				"compliance",
				"compliant",
				"allowed",
				"lawyer",
				"rules",
				"entitled",
				"obliged",
				"obligation",
				"permission",
				"illegal",
				"gdpr",
				"data protection",
				"liable",
				"liability",
				"legal constraint",
				"regulation constraint",
				"regulatory constraint",
				"compliance constraint",
				"legal limit",
				"regulatory limit",
				"legal issue",
				"legal risk",
				"constraint"},
	[PF_PROMPT_LIKE_GOAL] =
		{"goal",          "business goal",     "success",     "successful",  "succeed",
		 "objective",     "outcome",           "north star",  "what matter", "matters most",
		 "why matter",    "why now",           "achieve",     "try achieve", "good look",
		 "important",     "top priority",      "why project", "why company", "why business",
		 "business case", "what want achieve", "purpose",     "know worked", "know success",
		 "optimise",      "optimize"},
	[PF_PROMPT_LIKE_BASELINE] =
		{"baseline",     "how measure",    "what measure",    "measure today",
		 "measure now",  "current metric", "current number",  "numbers today",
		 "today number", "what numbers",   "metrics",         "which metric",
		 "kpi",          "kpis",           "what data",       "which data",
		 "data have",    "data available", "evidence",        "how track",
		 "what track",   "track today",    "currently track", "instrument"},
	[PF_PROMPT_LIKE_CAUSE] = {"root cause", "cause", "causes", "caused", "reason", "reasons",
				  "main reason", "why happen", "what behind", "where come",
				  "underlying", "driver problem"},
	[PF_PROMPT_LIKE_TRIED] =
		{"tried",         "try before",      "tried before", "already try",
		 "try already",   "did try",         "try past",     "ever try",
		 "previous",      "previously",      "past",         "attempt",
		 "attempted",     "history",         "earlier",      "already done",
		 "done before",   "done far",        "done past",    "done about",
		 "tested before", "already test",    "already have", "already there",
		 "have already",  "solution exist",  "exist today",  "existing",
		 "solve before",  "today solution",  "handle today", "workaround",
		 "experiment",    "experiments run", "last year",    "anyone pilot",
		 "did pilot",     "ever pilot",      "pilot before", "pilot already"},
	[PF_PROMPT_LIKE_LESSON] = {"what learn", "learn from", "lesson", "why fail", "why failed",
				   "why work", "why help", "go wrong", "why stop", "why cancel",
				   "why drop", "how go", "did work"}};

/* One row as a set of words; `row` is static, its words are copied to be ended. */
static struct pf_yaml_texts set_of(struct pf_yaml *yaml, const char *row)
{
	struct pf_yaml_texts set = {0};
	size_t len = strlen(row), words = 1;
	char *copy = pf_yaml_alloc(yaml, len + 1);

	memcpy(copy, row, len + 1);
	for (const char *p = row; *p; p++)
		words += *p == ' ';
	set.v = pf_yaml_alloc(yaml, words * sizeof(*set.v));
	for (char *word = copy; set.n < words; word += strlen(word) + 1) {
		set.v[set.n++] = word;
		word[strcspn(word, " ")] = '\0';
	}
	return set;
}

static void add(struct pf_yaml *yaml, struct pf_prompt_fact *fact)
{
	const char *const *rows = asks[fact->like];
	struct pf_yaml_texts *all;
	size_t n = 0;

	while (n < ASKS_MAX && rows[n])
		n++;
	all = pf_yaml_alloc(yaml, (fact->ask.n + n) * sizeof(*all));
	if (fact->ask.n)
		memcpy(all, fact->ask.v, fact->ask.n * sizeof(*all));
	for (size_t i = 0; i < n; i++)
		all[fact->ask.n + i] = set_of(yaml, rows[i]);
	fact->ask.v = all;
	fact->ask.n += n;
}

void pf_usual_asks_add(struct pf_prompt *prompt)
{
	for (size_t i = 0; i < prompt->facts.n; i++)
		if (prompt->facts.v[i].like)
			add(prompt->yaml, &prompt->facts.v[i]);
}
