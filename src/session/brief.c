/* What the brief itself answers: "I do not have that" would be untrue of a number in it. */
#include <string.h>

#include "question.h"

static bool asks(const struct pf_question_words *q, const char *first, const char *second)
{
	for (size_t i = 0; i + 1 < q->n; i++)
		if (pf_slice_equal_nocase(q->v[i].text, pf_slice_of(first)) &&
		    pf_slice_equal_nocase(q->v[i + 1].text, pf_slice_of(second)))
			return true;
	return false;
}

static bool is_time(const char *unit)
{
	static const char *const units[] = {"s", "min", "h", "day", "week", "month"};

	for (size_t i = 0; i < sizeof(units) / sizeof(*units); i++)
		if (strcmp(unit, units[i]) == 0)
			return true;
	return false;
}

static bool is_noun(const struct pf_question_words *q, uint32_t stem,
		    const struct pf_prompt_point *point)
{
	for (size_t k = 0; k < point->noun.n; k++)
		if (pf_stem(q->stemmer, pf_slice_of(point->noun.v[k])) == stem)
			return true;
	return false;
}

static bool in_text(const struct pf_question_words *q, uint32_t stem, const char *text)
{
	for (const char *p = text; *p;) {
		size_t len = strcspn(p, " ,.");

		if (len && pf_stem(q->stemmer, pf_slice_make(p, len)) == stem)
			return true;
		p += len + (p[len] != '\0');
	}
	return false;
}

/* Words that ask for a number and say nothing of what it is a number of. */
static bool only_asks(struct pf_slice word)
{
	static const char *const words[] = {"how",   "many", "much",      "long", "time",
					    "today", "now",  "currently", "take", "exactly"};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (pf_slice_equal_nocase(word, pf_slice_of(words[i])))
			return true;
	return false;
}

/* The question speaks of what the point measures, and of nothing else. */
static bool speaks_of(const struct pf_question_words *q, const struct pf_prompt_point *point)
{
	bool named = false;

	for (size_t i = 0; i < q->n; i++) {
		bool noun;

		if (q->v[i].stop || only_asks(q->v[i].text))
			continue;
		noun = is_noun(q, q->v[i].stem, point);
		if (!noun && !in_text(q, q->v[i].stem, point->text))
			return false;
		named |= noun;
	}
	return named;
}

const struct pf_prompt_point *pf_brief_tells(const struct pf_prompt *prompt,
					     const struct pf_question_words *q)
{
	for (size_t i = 0; i < prompt->points.n; i++) {
		const struct pf_prompt_point *point = &prompt->points.v[i];
		bool asked = is_time(point->unit)
				     ? asks(q, "how", "long") || asks(q, "much", "time")
				     : asks(q, "how",
					    strcmp(point->unit, "count") == 0 ? "many" : "much");

		if (point->in_prompt && asked && speaks_of(q, point))
			return point;
	}
	return NULL;
}
