/* The checker's context from a prompt and an attempt: bank's words become check's. */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "impl.h"
#include "numbers.h"
#include "prfaq/bank/model.h"
#include "prfaq/base/mem.h"
#include "prfaq/base/utf8.h"
#include "prfaq/session/shipped_texts.h"

struct pf_session_context {
	struct pf_check_context check;
	struct pf_check_prompt prompt;
	struct {
		struct pf_check_fact *v;
		size_t n, cap;
	} facts;
	struct {
		struct pf_check_constraint *v;
		size_t n, cap;
	} constraints;
	struct {
		struct pf_check_metric *v;
		size_t n, cap;
	} metrics;
	struct {
		struct pf_check_topic *v;
		size_t n, cap;
	} topics;
	struct {
		struct pf_check_question *v;
		size_t n, cap;
	} questions;
	struct {
		struct unit_pair {
			const char *bank, *quant;
		} * v;
		size_t n, cap;
	} units; /* asked for so far */
	struct {
		void **v;
		size_t n, cap;
	} owned; /* lists and lowered words */
};

static char *lowered(struct pf_session_context *c, const char *text)
{
	struct pf_slice s = pf_slice_of(text);
	struct pf_buf low = {0};
	char *p;

	for (size_t i = 0, len; i < s.len; i += len)
		pf_buf_rune(&low, pf_utf8_lower(pf_utf8_decode(s, i, &len)));
	p = pf_buf_take(&low);
	*PF_PUSH(&c->owned) = p;
	return p;
}

static struct pf_words words(struct pf_session_context *c, const struct pf_yaml_texts *texts)
{
	const char **v;

	if (texts->n == 0)
		return (struct pf_words){NULL, 0};
	v = pf_xcalloc(texts->n, sizeof(*v));
	for (size_t i = 0; i < texts->n; i++)
		v[i] = lowered(c, texts->v[i]);
	*PF_PUSH(&c->owned) = v;
	return (struct pf_words){v, texts->n};
}

static const char *model_of(struct pf_session_context *c, const struct pf_prompt *prompt)
{
	struct pf_buf text = {0};
	char *p;

	pf_model_markdown(prompt, &text);
	p = pf_buf_take(&text);
	*PF_PUSH(&c->owned) = p;
	return p;
}

/* The bank's unit as pf_quant.unit spells it: the scanner itself is asked, so that the two never
 * drift apart. What it does not know keeps the author's spelling. */
static const char *scanned_unit(struct pf_session_context *c, const char *bank)
{
	struct pf_numbers numbers;
	struct pf_buf text = {0};
	char *unit;

	pf_buf_printf(&text, "1 %s", bank);
	pf_numbers_read(&numbers, pf_buf_view(&text));
	unit = pf_xstrdup(numbers.quants.n && numbers.quants.v[0].unit[0] ? numbers.quants.v[0].unit
									  : bank);
	pf_numbers_release(&numbers);
	pf_buf_release(&text);
	*PF_PUSH(&c->owned) = unit;
	return unit;
}

static const char *unit(struct pf_session_context *c, const char *bank)
{
	if (!bank || strcmp(bank, "count") == 0)
		return "";
	for (size_t i = 0; i < c->units.n; i++)
		if (strcmp(c->units.v[i].bank, bank) == 0)
			return c->units.v[i].quant;
	*PF_PUSH(&c->units) = (struct unit_pair){bank, scanned_unit(c, bank)};
	return c->units.v[c->units.n - 1].quant;
}

static const struct pf_prompt_drill *drill_of(const struct pf_prompt *p, const struct pf_fold *fold)
{
	return fold && fold->kind == PF_KIND_DRILL ? pf_prompt_drill(p, fold->section) : NULL;
}

/* A drill lays what it needs on the table. */
static bool is_given(const struct pf_prompt *p, const struct pf_fold *fold, const char *name)
{
	const struct pf_prompt_drill *drill = drill_of(p, fold);

	for (size_t i = 0; drill && i < drill->give.n; i++)
		if (!strcmp(drill->give.v[i], name))
			return true;
	return false;
}

/* `fold` NULL: no attempt, everything is known. */
static bool knows(const struct pf_prompt *p, const struct pf_fold *fold, const char *id,
		  bool in_prompt)
{
	return in_prompt || !fold || pf_fold_knows(fold, pf_slice_of(id)) || is_given(p, fold, id);
}

static bool knows_fact(const struct pf_prompt *p, const struct pf_fold *fold, const char *id)
{
	return !fold || pf_fold_knows_fact(fold, pf_slice_of(id)) || is_given(p, fold, id);
}

static void add_facts(struct pf_session_context *c, const struct pf_prompt *p,
		      const struct pf_fold *fold)
{
	for (size_t i = 0; i < p->points.n; i++) {
		const struct pf_prompt_point *point = &p->points.v[i];

		*PF_PUSH(&c->facts) = (struct pf_check_fact){
			.id = point->id,
			.text = point->text,
			.nouns = words(c, &point->noun),
			.value = point->value,
			.unit = unit(c, point->unit),
			.known = knows(p, fold, point->id, point->in_prompt),
		};
	}
	for (size_t i = 0; i < p->facts.n; i++) {
		const struct pf_prompt_fact *fact = &p->facts.v[i];

		*PF_PUSH(&c->facts) = (struct pf_check_fact){
			.id = fact->id,
			.text = fact->say,
			.nouns = words(c, &fact->value.noun),
			.value = fact->value.n,
			.unit = fact->has_value ? unit(c, fact->value.unit) : NULL,
			.worth = (unsigned)fact->worth,
			.known = knows_fact(p, fold, fact->id),
		};
	}
}

static bool has_number(const struct pf_session_context *c, const struct pf_quant *q)
{
	for (size_t i = 0; i < c->facts.n; i++)
		if (c->facts.v[i].known && c->facts.v[i].unit && c->facts.v[i].value == q->value &&
		    strcmp(c->facts.v[i].unit, q->unit) == 0)
			return true;
	return false;
}

/* Sentences that were said, one paragraph each, so that their numbers are read in one go. */
struct said {
	struct pf_buf text;
	struct {
		struct sentence {
			const char *text;
			size_t end; /* in `text` */
		} * v;
		size_t n, cap;
	} sentences;
};

static void say(struct said *said, const char *text, bool known)
{
	if (!known || !text)
		return;
	pf_buf_adds(&said->text, text);
	pf_buf_adds(&said->text, "\n\n");
	*PF_PUSH(&said->sentences) = (struct sentence){text, said->text.len};
}

static void say_all(struct said *said, const struct pf_prompt *p, const struct pf_fold *fold)
{
	say(said, p->prompt, true);
	for (size_t i = 0; i < p->points.n; i++)
		say(said, p->points.v[i].text,
		    knows(p, fold, p->points.v[i].id, p->points.v[i].in_prompt));
	for (size_t i = 0; i < p->facts.n; i++)
		say(said, p->facts.v[i].say, knows_fact(p, fold, p->facts.v[i].id));
	for (size_t i = 0; i < p->constraints.n; i++)
		say(said, p->constraints.v[i].text,
		    knows(p, fold, p->constraints.v[i].id, p->constraints.v[i].in_prompt));
}

static const char *sentence_of(struct pf_session_context *c, const struct pf_numbers *numbers,
			       const struct pf_quant *q)
{
	struct pf_range at =
		pf_number_sentence((struct pf_number_at){numbers->text, numbers->tokens, q});
	char *copy = pf_xslicedup(pf_slice_cut(numbers->text, at.begin, at.end));

	*PF_PUSH(&c->owned) = copy;
	return copy;
}

/* What else was said with a number: "over 4 hours", "14 days to cancel". Given, and no more. A fact
 * that the brief tells in other words is one in these as well. */
static void add_said(struct pf_session_context *c, const struct pf_prompt *p,
		     const struct pf_fold *fold)
{
	struct said said = {0};
	struct pf_numbers numbers;

	say_all(&said, p, fold);
	pf_numbers_read(&numbers, pf_buf_view(&said.text));
	for (size_t i = 0, at = 0; i < numbers.quants.n; i++) {
		const struct pf_quant *q = &numbers.quants.v[i];
		bool brief, again;
		char *copy;

		assert(at < said.sentences.n); /* numbers stand in sentences */
		brief = q->begin < said.sentences.v[0].end;
		while (at + 1 < said.sentences.n && said.sentences.v[at].end <= q->begin)
			at++;
		again = has_number(c, q);
		if (q->kind == PF_QUANT_DATE || (again && !brief))
			continue;
		copy = pf_xstrdup(q->unit);
		*PF_PUSH(&c->owned) = copy;
		*PF_PUSH(&c->facts) = (struct pf_check_fact){
			.id = "said",
			.text = again ? sentence_of(c, &numbers, q) : said.sentences.v[at].text,
			.value = q->value,
			.unit = copy,
			.known = true,
		};
	}
	pf_numbers_release(&numbers);
	pf_buf_release(&said.text);
	free(said.sentences.v);
}

static void add_constraints(struct pf_session_context *c, const struct pf_prompt *p,
			    const struct pf_fold *fold)
{
	struct pf_date today = pf_date_from_days(c->check.today);

	for (size_t i = 0; i < p->constraints.n; i++) {
		const struct pf_prompt_constraint *k = &p->constraints.v[i];
		struct pf_check_constraint *out = PF_PUSH(&c->constraints);

		*out = (struct pf_check_constraint){
			.id = k->id,
			.kind = (enum pf_constraint_kind)k->kind,
			.text = k->text,
			.aliases = words(c, &k->aliases),
			.must = words(c, &k->must),
			.max = k->max,
			.unit = k->unit ? k->unit : "",
			.weight = (unsigned)k->weight,
			.known = knows(p, fold, k->id, k->in_prompt),
		};
		if (!k->has_offset)
			continue;
		out->months = (int)k->offset_months;
		out->deadline =
			(int32_t)pf_date_days(pf_date_add_months(today, (int)k->offset_months));
	}
}

static void add_metrics(struct pf_session_context *c, const struct pf_prompt *p)
{
	for (int tier = 0; tier < PF_PROMPT_TIERS; tier++)
		for (size_t i = 0; i < p->metrics.tier[tier].n; i++) {
			const struct pf_prompt_metric *m = &p->metrics.tier[tier].v[i];

			*PF_PUSH(&c->metrics) = (struct pf_check_metric){
				.tier = (enum pf_tier)tier,
				.any = words(c, &m->any),
				.unit = unit(c, m->unit),
				.low = m->plausible.n == 2 ? m->plausible.v[0] : 0,
				.high = m->plausible.n == 2 ? m->plausible.v[1] : 0,
			};
		}
}

static void add_words(struct pf_session_context *c, const struct pf_prompt *p)
{
	struct pf_check_prompt *out = &c->prompt;

	out->goal_stems = words(c, &p->goal.stems);
	out->customer_words = words(c, &p->lexicon.customer);
	out->generic_words = words(c, &p->customer.generic);
	out->problem_words = words(c, &p->lexicon.problem);
	out->solution_words = words(c, &p->lexicon.solution);
	out->rivals = words(c, &p->lexicon.rivals);
	out->allowed_jargon = words(c, &p->lexicon.allow_jargon);
	out->output_only = words(c, &p->metrics.output_only);
	out->vanity = words(c, &p->metrics.vanity);
	out->trap_cues = words(c, &p->trap.cues);
	out->trap_seen = words(c, &p->trap.found);
	for (size_t i = 0; i < p->expect_faq.n; i++)
		*PF_PUSH(&c->topics) = (struct pf_check_topic){
			.topic = p->expect_faq.v[i].topic,
			.cues = words(c, &p->expect_faq.v[i].cues),
			.weight = (unsigned)p->expect_faq.v[i].weight,
		};
}

static struct pf_session_context *of_prompt(const struct pf_prompt *p, const struct pf_fold *fold,
					    int32_t today)
{
	struct pf_session_context *c = pf_xcalloc(1, sizeof(*c));
	struct pf_check_prompt *out = &c->prompt;

	c->check.today = today;
	c->check.prompt = out;
	c->check.known = &pf_shipped_texts;
	c->check.only = PF_PART_COUNT;
	out->id = p->id;
	out->title = p->title;
	out->text = p->prompt;
	out->goal = p->goal.text;
	out->customer = p->customer.primary;
	out->trap_text = p->trap.text;
	out->model = model_of(c, p);
	out->brief = pf_brief_new();
	add_facts(c, p, fold);
	add_said(c, p, fold);
	add_constraints(c, p, fold);
	add_metrics(c, p);
	add_words(c, p);
	out->facts = c->facts.v;
	out->n_facts = c->facts.n;
	out->constraints = c->constraints.v;
	out->n_constraints = c->constraints.n;
	out->metrics = c->metrics.v;
	out->n_metrics = c->metrics.n;
	out->topics = c->topics.v;
	out->n_topics = c->topics.n;
	return c;
}

struct pf_session_context *pf_session_context_of_prompt(const struct pf_prompt *prompt,
							int32_t today, int role, int level)
{
	struct pf_session_context *c = of_prompt(prompt, NULL, today);

	c->check.role = (enum pf_role_of_candidate)(role < 0 ? prompt->role : role);
	c->check.level = (enum pf_level)(level ? level : prompt->level);
	return c;
}

static void add_questions(struct pf_session_context *c, const struct pf_fold *fold)
{
	for (size_t i = 0; i < fold->asked.n; i++) {
		const struct pf_asked *a = &fold->asked.v[i];

		*PF_PUSH(&c->questions) = (struct pf_check_question){
			.text = a->text,
			.topic = a->met == PF_MET_FACT ? a->topic : NULL,
			.worth = a->worth,
			.proposes = a->proposes,
			.two = a->two,
			.at = a->at,
		};
	}
	c->check.questions = c->questions.v;
	c->check.n_questions = c->questions.n;
	for (size_t i = 0; i < fold->stages.n; i++)
		c->check.asked |= fold->stages.v[i].first == PF_STEP_ASK;
}

struct pf_session_context *pf_session_context_new(const struct pf_fold *fold,
						  const struct pf_prompt *prompt)
{
	struct pf_session_context *c = of_prompt(prompt, fold, fold->today);

	c->check.role = fold->role;
	c->check.level = fold->level;
	c->check.skeleton = pf_slice_of(fold->skeleton);
	add_questions(c, fold);
	if (fold->kind == PF_KIND_DRILL) {
		c->check.drill = true;
		c->check.only = pf_part_find(pf_slice_of(fold->section));
	}
	return c;
}

void pf_session_context_free(struct pf_session_context *c)
{
	if (!c)
		return;
	for (size_t i = 0; i < c->owned.n; i++)
		free(c->owned.v[i]);
	free(c->owned.v);
	pf_brief_free(c->prompt.brief);
	free(c->facts.v);
	free(c->constraints.v);
	free(c->metrics.v);
	free(c->topics.v);
	free(c->questions.v);
	free(c->units.v);
	free(c);
}

struct pf_check_context *pf_session_context_get(struct pf_session_context *context)
{
	return &context->check;
}
