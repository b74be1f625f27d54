/*
 * What the schema of a prompt cannot say. Each check is one function that
 * adds an error a fault and keeps going, so that an author sees all at once.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "prfaq/bank/model.h"
#include "prfaq/bank/prompt.h"

struct checker {
	const struct pf_prompt *p;
	struct pf_yaml_errors *errors;
	enum pf_status status;
};

#define REFUSE(c, place, ...) \
	((c)->status = pf_yaml_refuse((c)->p->yaml, (place), (c)->errors, __VA_ARGS__))

/* --- ids and references --------------------------------------------------- */

/* Everything with an id, in one list: a reference must mean one thing. */
struct named {
	const char *id;
	struct pf_yaml_place place;
};

static size_t collect(const struct pf_prompt *p, struct named *out)
{
	size_t n = 0;

	for (size_t i = 0; i < p->constraints.n; i++)
		out[n++] = (struct named){p->constraints.v[i].id, p->constraints.v[i].place};
	for (size_t i = 0; i < p->points.n; i++)
		out[n++] = (struct named){p->points.v[i].id, p->points.v[i].place};
	for (size_t i = 0; i < p->facts.n; i++)
		out[n++] = (struct named){p->facts.v[i].id, p->facts.v[i].place};
	for (size_t i = 0; i < p->probes.n; i++)
		out[n++] = (struct named){p->probes.v[i].id, p->probes.v[i].place};
	return n;
}

static int by_id(const void *a, const void *b)
{
	const struct named *x = a, *y = b;
	int order = strcmp(x->id, y->id);

	return order ? order : (x->place.line > y->place.line) - (x->place.line < y->place.line);
}

static void check_ids(struct checker *c)
{
	const struct pf_prompt *p = c->p;
	size_t n = p->constraints.n + p->points.n + p->facts.n + p->probes.n;
	struct named *all = pf_yaml_alloc(p->yaml, n * sizeof(*all));

	collect(p, all);
	qsort(all, n, sizeof(*all), by_id);
	for (size_t i = 1; i < n; i++)
		if (!strcmp(all[i].id, all[i - 1].id))
			REFUSE(c, all[i].place, "the id \"%s\" is used twice; first on line %u",
			       all[i].id, all[i - 1].place.line);
}

static bool has(const struct pf_yaml_texts *list, const char *id)
{
	for (size_t i = 0; i < list->n; i++)
		if (!strcmp(list->v[i], id))
			return true;
	return false;
}

static void check_fact_references(struct checker *c, const struct pf_prompt_fact *f)
{
	const struct pf_prompt *p = c->p;

	for (size_t i = 0; i < f->reveals.n; i++)
		if (!pf_prompt_constraint(p, f->reveals.v[i]) &&
		    !pf_prompt_point(p, f->reveals.v[i]))
			REFUSE(c, f->place,
			       "reveals: there is no constraint or data point \"%s\" (in %s)",
			       f->reveals.v[i], f->id);
	for (size_t i = 0; i < f->needs.n; i++)
		if (!pf_prompt_fact(p, f->needs.v[i]))
			REFUSE(c, f->place, "needs: there is no fact \"%s\" (in %s)", f->needs.v[i],
			       f->id);
	for (size_t i = 0; i < f->unlocks.n; i++) {
		const struct pf_prompt_fact *to = pf_prompt_fact(p, f->unlocks.v[i]);

		if (!to)
			REFUSE(c, f->place, "unlocks: there is no fact \"%s\" (in %s)",
			       f->unlocks.v[i], f->id);
		else if (!has(&to->needs, f->id))
			REFUSE(c, to->place, "%s unlocks %s, so %s must say needs: [%s]", f->id,
			       to->id, to->id, f->id);
	}
}

/* A fact that needs itself by any number of steps can never be told. As many rounds as
 * there are facts are enough to reach every fact that can be. */
static void check_circles(struct checker *c)
{
	const struct pf_prompt *p = c->p;
	bool *told = pf_yaml_alloc(p->yaml, p->facts.n * sizeof(*told));

	for (size_t round = 0; round < p->facts.n; round++)
		for (size_t i = 0; i < p->facts.n; i++) {
			const struct pf_prompt_fact *f = &p->facts.v[i];
			bool ready = true;

			for (size_t j = 0; j < f->needs.n; j++) {
				const struct pf_prompt_fact *need =
					pf_prompt_fact(p, f->needs.v[j]);

				ready = ready && (!need || told[need - p->facts.v]);
			}
			told[i] = told[i] || ready;
		}
	for (size_t i = 0; i < p->facts.n; i++)
		if (!told[i])
			REFUSE(c, p->facts.v[i].place, "needs go in a circle: %s can never be told",
			       p->facts.v[i].id);
}

static void check_facts(struct checker *c)
{
	if (c->p->facts.n < 6)
		REFUSE(c, c->p->place, "facts: expected at least 6, found %zu", c->p->facts.n);
	for (size_t i = 0; i < c->p->facts.n; i++) {
		const struct pf_prompt_fact *f = &c->p->facts.v[i];

		if (!f->ask.n)
			REFUSE(c, f->place,
			       "ask: expected at least one set of words, or like (in %s)", f->id);
		check_fact_references(c, f);
	}
	check_circles(c);
}

static void check_trap(struct checker *c)
{
	const struct pf_prompt_trap *t = &c->p->trap;
	const struct pf_prompt_fact *fact = pf_prompt_fact(c->p, t->fact);

	if (!fact)
		REFUSE(c, t->place, "trap: there is no fact \"%s\"", t->fact);
	else if (fact->decoy)
		REFUSE(c, t->place, "trap: %s is a decoy; a fact must disprove the solution",
		       t->fact);
	if (!pf_prompt_probe(c->p, t->probe))
		REFUSE(c, t->place, "trap: there is no probe \"%s\"", t->probe);
}

/* --- constraints and numbers ---------------------------------------------- */

static bool is_revealed(const struct pf_prompt *p, const char *id)
{
	for (size_t i = 0; i < p->facts.n; i++)
		if (has(&p->facts.v[i].reveals, id))
			return true;
	return false;
}

static void check_constraint(struct checker *c, const struct pf_prompt_constraint *k)
{
	if (k->kind == PF_PROMPT_DATE && !k->has_offset)
		REFUSE(c, k->place,
		       "a date needs offset_months: months from the attempt's day (in %s)", k->id);
	if (k->kind == PF_PROMPT_COST && (!k->has_max || !k->unit))
		REFUSE(c, k->place, "a cost needs max and unit, such as 4200000 and EUR (in %s)",
		       k->id);
	if (k->kind == PF_PROMPT_REGULATION && !k->aliases.n)
		REFUSE(c, k->place, "a regulation needs aliases: how a draft may name it (in %s)",
		       k->id);
	if (!k->in_prompt && !is_revealed(c->p, k->id))
		REFUSE(c, k->place, "no fact reveals %s, so no question can find it", k->id);
}

static void check_limits(struct checker *c)
{
	unsigned kinds = 0;

	for (size_t i = 0; i < c->p->constraints.n; i++) {
		check_constraint(c, &c->p->constraints.v[i]);
		kinds |= 1u << c->p->constraints.v[i].kind;
	}
	for (int kind = PF_PROMPT_DATE; kind <= PF_PROMPT_REGULATION; kind++)
		if (!(kinds >> kind & 1))
			REFUSE(c, c->p->place, "constraints: expected at least one of kind %s",
			       pf_prompt_limit_name((enum pf_prompt_limit)kind));
	for (size_t i = 0; i < c->p->points.n; i++)
		if (!c->p->points.v[i].in_prompt && !is_revealed(c->p, c->p->points.v[i].id))
			REFUSE(c, c->p->points.v[i].place,
			       "no fact reveals %s, so no question can find it",
			       c->p->points.v[i].id);
}

static void check_metric(struct checker *c, const struct pf_prompt_metric *m)
{
	double low, high;

	if (!m->plausible.n)
		return;
	low = m->plausible.v[0];
	high = m->plausible.v[1];
	if (low > high) {
		REFUSE(c, m->place, "plausible: %g is more than %g; expected lowest, then highest",
		       low, high);
		return;
	}
	if (!m->has_baseline)
		return;
	if ((m->dir > 0 && low <= m->baseline) || (m->dir < 0 && high >= m->baseline) ||
	    (!m->dir && low <= m->baseline && m->baseline <= high))
		REFUSE(c, m->place,
		       "plausible: %g to %g does not lie on the better side of the baseline %g",
		       low, high, m->baseline);
}

static bool holds_nocase(const char *text, const char *word)
{
	size_t len = strlen(word);

	for (; *text; text++)
		if (!strncasecmp(text, word, len))
			return true;
	return false;
}

static bool names_metric(const char *text, const struct pf_prompt_metric *m)
{
	for (size_t i = 0; i < m->any.n; i++)
		if (holds_nocase(text, m->any.v[i]))
			return true;
	return false;
}

/* The next number in *text as people write it, "1,250.5"; false when there is none left. */
static bool next_number(const char **text, double *out)
{
	const char *p = *text;
	double value = 0, scale = 0;

	while (*p && !isdigit((unsigned char)*p))
		p++;
	if (!*p)
		return false;
	for (; isdigit((unsigned char)*p) ||
	       ((*p == ',' || *p == '.') && isdigit((unsigned char)p[1]));
	     p++) {
		if (*p == '.')
			scale = 1;
		if (!isdigit((unsigned char)*p))
			continue;
		value = value * 10 + (*p - '0');
		scale *= 10;
	}
	*out = scale > 0 ? value / scale : value;
	*text = p;
	return true;
}

static bool holds_plausible(const char *text, const struct pf_prompt_metric *m)
{
	double value;

	while (next_number(&text, &value))
		if (value >= m->plausible.v[0] && value <= m->plausible.v[1])
			return true;
	return !m->plausible.n;
}

static void check_metrics(struct checker *c)
{
	for (int tier = 0; tier < PF_PROMPT_TIERS; tier++)
		for (size_t i = 0; i < c->p->metrics.tier[tier].n; i++)
			check_metric(c, &c->p->metrics.tier[tier].v[i]);
}

/* --- probes, panel, model, drills ------------------------------------------ */

static void check_probes(struct checker *c)
{
	size_t n[PF_PROMPT_LENSES] = {0};

	for (size_t i = 0; i < c->p->probes.n; i++)
		n[c->p->probes.v[i].lens]++;
	for (int lens = 0; lens < PF_PROMPT_LENSES; lens++)
		if (n[lens] < 2)
			REFUSE(c, c->p->place, "probes: expected at least 2 of lens %s, found %zu",
			       pf_prompt_lens_name((enum pf_prompt_lens)lens), n[lens]);
}

static void check_panel(struct checker *c)
{
	for (size_t i = 0; i < c->p->panel.n; i++) {
		const struct pf_prompt_panel *row = &c->p->panel.v[i];
		bool known = false;
		double sum = 0;

		for (int lens = 0; lens < PF_PROMPT_LENSES; lens++)
			known = known ||
				!strcmp(pf_prompt_lens_name((enum pf_prompt_lens)lens), row->lens);
		for (size_t j = 0; j < row->weights.n; j++)
			sum += row->weights.v[j].weight;
		if (!known)
			REFUSE(c, c->p->place,
			       "panel: \"%s\" is not one of customer, execution, data", row->lens);
		if (sum < 0.999 || sum > 1.001)
			REFUSE(c, c->p->place, "panel: the weights of %s sum to %g, expected 1",
			       row->lens, sum);
	}
}

/* The target of the model must be one the prompt itself calls believable. */
static void check_model_metric(struct checker *c, const struct pf_prompt_model_metric *m)
{
	const struct pf_prompt_metric_list *list = &c->p->metrics.tier[m->tier];
	bool named = false, plausible = false;

	for (size_t i = 0; i < list->n; i++) {
		if (!names_metric(m->text, &list->v[i]))
			continue;
		named = true;
		plausible = plausible || !list->v[i].plausible.n ||
			    holds_plausible(m->text, &list->v[i]);
	}
	if (!named)
		REFUSE(c, c->p->model.place,
		       "model: the %s metric has none of the words in metrics.%s",
		       pf_prompt_tier_name((enum pf_prompt_tier)m->tier),
		       pf_prompt_tier_name((enum pf_prompt_tier)m->tier));
	else if (!plausible)
		REFUSE(c, c->p->model.place,
		       "model: the %s metric has no value inside its plausible range",
		       pf_prompt_tier_name((enum pf_prompt_tier)m->tier));
}

static void check_model(struct checker *c)
{
	const struct pf_prompt_model *m = &c->p->model;
	size_t n[PF_PROMPT_TIERS] = {0};

	for (size_t i = 0; i < m->metrics.n; i++) {
		n[m->metrics.v[i].tier]++;
		check_model_metric(c, &m->metrics.v[i]);
	}
	for (int tier = PF_PROMPT_PRIMARY; tier <= PF_PROMPT_LEADING; tier++)
		if (!n[tier])
			REFUSE(c, m->place, "model: there is no %s metric",
			       pf_prompt_tier_name((enum pf_prompt_tier)tier));
	if (m->faq.n < 5 || m->faq.n > 7)
		REFUSE(c, m->place, "model: expected 5 to 7 questions, found %zu", m->faq.n);
}

static void check_drill(struct checker *c, const struct pf_prompt_drill *d)
{
	struct pf_buf text = {0};

	if (pf_plan_section_find(d->section) == PF_PLAN_SECTIONS)
		REFUSE(c, d->place, "drills: there is no section \"%s\"", d->section);
	for (size_t i = 0; i < d->give.n; i++) {
		pf_buf_clear(&text);
		if (!pf_model_give(c->p, d->give.v[i], &text))
			REFUSE(c, d->place,
			       "give: \"%s\" is no id, not \"prompt\" and no part of the model (in "
			       "%s)",
			       d->give.v[i], d->section);
	}
	pf_buf_release(&text);
}

enum pf_status pf_prompt_check(const struct pf_prompt *prompt, struct pf_yaml_errors *errors)
{
	struct checker c = {.p = prompt, .errors = errors};

	check_ids(&c);
	check_facts(&c);
	check_trap(&c);
	check_limits(&c);
	check_metrics(&c);
	check_probes(&c);
	check_panel(&c);
	check_model(&c);
	for (size_t i = 0; i < prompt->drills.n; i++)
		check_drill(&c, &prompt->drills.v[i]);
	return c.status;
}
