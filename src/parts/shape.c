/* What kind of text it is, by the signs of it. */
#include <stdio.h>

#include "passes.h"
#include "prfaq/base/buf.h"
#include "signs.h"

/* "Heading", "Sub-heading", "Summary" and on to "Call to action": written in a release's form.
 * Business plans share its middle, and have no voices; nor do they say how to start. */
static bool in_form(const struct pf_signs *s)
{
	if (!s->voices)
		return s->form >= 4 && s->begins && !s->code && !s->spec && s->readme < 2;
	return s->form >= 5 || (s->form >= 4 && (s->quotes || s->headed));
}

#define SLOTS_FEW 3u /* a page that is written may have a place or two left */

static bool is_unfilled(const struct pf_find *f, const struct pf_signs *s)
{
	bool unfilled = s->words < 25 ||
			(s->slots * 100 >= s->words * 4 && s->places >= SLOTS_FEW) ||
			s->blanks * 100 >= s->units * 35;

	return unfilled &&
	       (s->labels >= 3 || in_form(s) || ((f->press || f->backwards) && s->content >= 2));
}

#define SPEC_MANY 5u /* headings */
#define CODE_MANY 3u /* blocks */
#define WEB_MANY  3u /* "Hero", "CTA", "LinkedIn post" */

/* Another kind of text, in a few words; NULL when it may be a PR/FAQ. */
static const char *other_form(const struct pf_find *f, const struct pf_signs *s)
{
	bool released = s->dateline || s->quotes >= 2;

	/* News of a study or of a deal looks like a release, but nothing is asked or offered. */
	if (s->study >= 2 && s->pairs < 3 && !in_form(s))
		return "news of another kind";
	if (s->pull >= 2 && s->pull * 40 >= s->words && !released)
		return "questions about a pull request";
	/* What is quoted in it are examples. */
	if (s->about >= 5 && (s->about + s->guides) * 110 >= s->words && !s->dateline)
		return "a text about PR/FAQs";
	/* A specification may name its press release; then it asks nothing and has no voices. */
	if (s->spec >= SPEC_MANY && !s->pairs && !released)
		return "a specification";
	if (f->press)
		return NULL;
	if (s->web >= WEB_MANY && !s->dateline)
		return "copy for the web";
	/* It may have questions as well; commands to copy it has in any case. */
	if (s->readme >= 2 && s->code >= CODE_MANY && !s->internal && !released)
		return "a README";
	if ((s->customers || s->internal) && s->pairs >= 3)
		return NULL;
	if (s->spec >= 3 || (s->spec == 2 && !released))
		return "a specification";
	return s->readme >= 3 && !released ? "a README" : NULL;
}

#define RELEASE_MAX 600u  /* words; no longer is one without its name, its date or questions */
#define WHOLE_MAX   1000u /* of one that has all that is in a release */

/* Posts and portraits quote people as well, and run on. */
static bool runs_on(const struct pf_find *f, const struct pf_signs *s)
{
	uint32_t most = s->story && s->start && s->both ? WHOLE_MAX : RELEASE_MAX;

	return !f->press && !s->dateline && s->pairs < 2 && s->words > most && !in_form(s);
}

/* A group's news of what others did is for immediate release as well, and lets people speak. */
static bool offers_nothing(const struct pf_find *f, const struct pf_signs *s)
{
	return f->press && !s->pairs && !s->announce && !s->start && !s->labels && s->form < 3;
}

#define HEADS_MAX  15u /* of a page in five sections, and of some more */
#define PAGE_HEADS 3u  /* of a page of prose: its headline, and what stands below */

/* Posts have questions as well, and a heading for each of their thoughts. */
static bool is_page(const struct pf_find *f, const struct pf_signs *s)
{
	return s->heads <= HEADS_MAX || f->press || s->dateline || s->quotes || s->internal;
}

/* Posts announce as well: what tells a release without questions is a name, a dateline or a voice,
 * and what it has to tell. */
static bool is_told(const struct pf_find *f, const struct pf_signs *s)
{
	bool story = s->story || s->form >= 3;

	if (s->quotes)
		return story || s->start || s->both;
	if (f->press && s->content >= 2)
		return story || s->start;
	return s->dateline && (s->content >= 3 || (s->start && s->content >= 2));
}

#define SMALL_MAX 250u /* words; half a page, that a student writes of a first project */
#define PAGE_MAX  450u /* words; a page that says what is wrong, what is done, what is gained */

/* It says what it is, lets someone speak, and tells how to start or all of its story, or is one
 * piece of prose that opens on a day; and nothing on it is of another kind. */
static bool is_small_release(const struct pf_signs *s)
{
	if (!s->quotes || s->code || s->spec || s->web || s->readme > 1)
		return false;
	return (s->words <= SMALL_MAX && s->start && s->offer) ||
	       (s->words <= PAGE_MAX && s->story && s->content >= 3 &&
		s->heads <= PAGE_HEADS + 1) ||
	       (s->words <= RELEASE_MAX && s->dated && !s->heads);
}

/* Who writes as he speaks puts the house and the day above, announces nothing, and answers. Whoever
 * announces, tells what is wrong and what is done, and answers, needs no day; nor does a page
 * without sections on which somebody speaks, or one that says how to start before its FAQ. */
static bool is_plain_release(const struct pf_signs *s)
{
	bool day = s->dated || s->dateline;
	bool told = (s->customers && s->story && s->start) ||
		    (s->content >= 2 && (day || (s->quotes && (s->customers || !s->heads)))) ||
		    (s->dated && s->quotes) || (s->announce && s->story);

	return told && s->answered >= 4 && s->heads <= HEADS_MAX && !s->code && !s->spec &&
	       !s->web && s->readme < 2;
}

static enum pf_shape shape_of(const struct pf_find *f, const struct pf_signs *s)
{
	uint32_t release =
		(uint32_t)s->announce + s->dateline + (s->quotes > 0) + s->start + f->press;

	if (s->other)
		return PF_SHAPE_NONE;
	if (in_form(s) && s->labels < 4)
		return PF_SHAPE_CANONICAL;
	/* Three of the five among twenty headings are chance, and questions alone are no release.
	 */
	if (s->labels >= 3 && s->offer && !s->dateline && s->quotes < 2 &&
	    (s->tiers || !f->press) &&
	    (s->labels > 3 || (s->heads <= HEADS_MAX && (s->story || s->readme < 2))))
		return PF_SHAPE_ARTICLE;
	/* A dateline over labelled sections announces, in whatever words. */
	if (s->labels >= 3 && s->dateline && s->pairs >= 3)
		return PF_SHAPE_CANONICAL;
	if (runs_on(f, s) || offers_nothing(f, s))
		return PF_SHAPE_NONE;
	/* Only a release lets those who sell and those who buy have their say on one page. */
	if (s->both && (s->offer || s->form) &&
	    (s->start || s->labels >= 2 || s->heads <= PAGE_HEADS))
		return PF_SHAPE_CANONICAL;
	if (is_plain_release(s))
		return PF_SHAPE_CANONICAL;
	if (!s->offer)
		return PF_SHAPE_NONE;
	if (s->labels >= 2 && s->tiers && release < 3)
		return s->dateline && s->pairs >= 3 ? PF_SHAPE_CANONICAL : PF_SHAPE_ARTICLE;
	if (s->customers && s->internal && s->pairs >= 3)
		return PF_SHAPE_CANONICAL;
	if (s->dateline && s->story && s->labels && s->content >= 3)
		return PF_SHAPE_CANONICAL;
	if (release >= 2 && (f->press || s->announce || s->dateline) &&
	    ((s->pairs >= 2 && is_page(f, s)) || is_told(f, s)))
		return PF_SHAPE_CANONICAL;
	if (f->press && (s->pairs >= 2 || is_told(f, s)))
		return PF_SHAPE_CANONICAL;
	/* Nobody announces, but a page without sections has someone's say, and tells how to start
	 * or answers what is asked.
	 */
	if (s->quotes && (s->start || s->answered >= 3) && s->story &&
	    (s->heads <= PAGE_HEADS || s->quotes >= 2 ||
	     (s->start && !s->readme && !s->spec && !s->code)))
		return PF_SHAPE_CANONICAL;
	if (is_small_release(s))
		return PF_SHAPE_CANONICAL;
	/* A release that lost its head still has its voices and its questions. */
	return s->pairs >= 3 && (f->backwards || ((s->customers || s->internal) && s->quotes >= 2))
		       ? PF_SHAPE_CANONICAL
		       : PF_SHAPE_NONE;
}

static void say(struct pf_find *f, const struct pf_signs *s)
{
	struct pf_buf b = {0};
	const char *between = "";

#define SAY(when, ...)                                  \
	do {                                            \
		if (when) {                             \
			pf_buf_adds(&b, between);       \
			pf_buf_printf(&b, __VA_ARGS__); \
			between = ", ";                 \
		}                                       \
	} while (0)
	if (f->out->shape == PF_SHAPE_TEMPLATE) {
		SAY(s->slots, "%u words wait to be filled in", s->slots);
		SAY(true, "%u words of prose", s->words);
	} else if (s->other) {
		SAY(true, "it reads like %s", s->other);
	} else if (f->out->shape == PF_SHAPE_NONE) {
		SAY(!s->announce && !f->press, "nothing is announced");
		SAY(!s->pairs, "no questions");
		SAY(s->labels < 3, "%u of the five sections", s->labels);
	} else {
		SAY(f->press && !f->guided, "titled a press release or PR/FAQ");
		SAY(f->guided, "a press release's template, filled in");
		SAY(!f->press && s->announce, "an announcement");
		SAY(!f->press && !s->announce && f->backwards, "\"working backwards\"");
		SAY(s->dateline, "dateline");
		SAY(s->labels >= 3, "%u of the five sections", s->labels);
		SAY(s->tiers, "metric tiers");
		SAY(s->quotes, "%u quote%s", s->quotes, s->quotes == 1 ? "" : "s");
		SAY(s->pairs, "%u question%s", s->pairs, s->pairs == 1 ? "" : "s");
		SAY(!b.len, "%u sections of a release", s->form);
	}
#undef SAY
	snprintf(f->out->shape_reason, sizeof(f->out->shape_reason), "%s", pf_buf_cstr(&b));
	pf_buf_release(&b);
}

#define FILLED_MANY 3u /* lines of a template that were answered */

void pf_shape_decide(struct pf_find *f)
{
	struct pf_signs s = pf_signs_read(f);

	if (s.filled >= FILLED_MANY)
		f->press = f->guided = true;
	if (is_unfilled(f, &s)) {
		f->out->shape = PF_SHAPE_TEMPLATE;
	} else {
		s.other = other_form(f, &s);
		f->out->shape = shape_of(f, &s);
	}
	say(f, &s);
}
