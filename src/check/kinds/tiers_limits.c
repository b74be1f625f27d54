/* What the page holds itself to: a harm with its limit, a number that ends it, a goal. */
#include "draft/answers.h"
#include "draft/quants.h"
#include "draft/words.h"
#include "tiers.h"

/* "In every week after launch", "a quarter", a date: for how long the limit holds. */
static bool has_period(const struct pf_view *view, struct pf_range at)
{
	static const char *const every[] = {"every", "each", "any", "per"};
	static const char *const spans[] = {"day", "week", "month", "quarter", "year"};
	size_t first, last;

	pf_view_quants(view, at, &first, &last);
	for (size_t i = first; i < last; i++)
		if (pf_quant_is_date(&view->quants->v[i]) || view->quants->v[i].per[0])
			return true;
	for (size_t i = pf_tokens_at(view->tokens, at.begin);
	     i + 1 < view->tokens->n && view->tokens->v[i + 1].begin < at.end; i++)
		for (size_t e = 0; e < 4; e++)
			for (size_t s = 0;
			     s < 5 && pf_token_is(view->text, &view->tokens->v[i], every[e]); s++)
				if (pf_token_is(view->text, &view->tokens->v[i + 1], spans[s]))
					return true;
	return false;
}

/* Values in the range that are no dates: "15 minutes at most" is a limit though its noun is far. */
static size_t levels(const struct pf_view *view, struct pf_range at)
{
	size_t first, last, n = 0;

	pf_view_quants(view, at, &first, &last);
	for (size_t i = first; i < last; i++)
		n += !pf_quant_is_date(&view->quants->v[i]);
	return n;
}

/* A limit is most of a guardrail; a second level, today's, says how near it is, a period when it is
 * judged. */
static void judge_limit(const struct pf_view *view, struct pf_judgement *j, struct pf_range at)
{
	bool level = levels(view, at) >= 2, period = has_period(view, at);

	pf_judge_credit(j, 0.7 + (level ? 0.15 : 0) + (period ? 0.15 : 0), at,
			"a harm with its limit%s%s", level ? "" : ", without today's level",
			period ? "" : ", without a period");
	if (j->outcome == PF_OUTCOME_PASS)
		return;
	pf_judge_next(j, level ? "say in which period it holds" : "say where it stands today");
	j->untold = true; /* "no harm is given a limit" would be wrong of it */
}

/* "At 11.8% in two months the service is stopped": the number that is reached is a condition too.
 */
static bool has_threshold(const struct pf_view *view, size_t sentence)
{
	static const char *const at[] = {"at",   "above",  "below",   "over",    "under", "beyond",
					 "pass", "passes", "exceeds", "reaches", NULL};
	const struct pf_quant_sentence *qs = pf_sentence_quants(view, sentence);

	if (!qs->n)
		return false;
	for (size_t i = qs->first; i < qs->first + qs->n; i++) {
		uint32_t first = view->quants->v[i].first;

		if (first && pf_tokens_any(view, first - 1, first + 1, at))
			return true;
	}
	return pf_view_has(view, PF_LIST_conditions, pf_sentence_range(view, sentence));
}

/* The words before token `last` end in "if". */
static bool ends_in_if(const struct pf_view *view, size_t last)
{
	return last && pf_token_is(view->text, &view->tokens->v[last - 1], "if");
}

#define CELLS_BELOW 24u /* of a small table */

/* "Go on if" heads a column, and a cell below holds the number. */
static bool heads_numbers(const struct pf_view *view, size_t sentence)
{
	size_t n = view->quants->sentences.n;

	for (size_t s = sentence + 1;
	     view->in_table[sentence] && s < n && s <= sentence + CELLS_BELOW && view->in_table[s];
	     s++)
		if (view->quants->sentences.v[s].n)
			return true;
	return false;
}

/* The sentence with a threshold and what is done at it, in the part (PF_PART_COUNT: in any). */
static bool find_stop(const struct pf_view *view, const uint32_t *lists, size_t n, int part,
		      struct pf_range *at)
{
	for (size_t i = 0; i < n; i++) {
		struct pf_hits hits = pf_view_hits(view, lists[i], PF_ANYWHERE);

		for (size_t h = 0; h < hits.n; h++) {
			size_t s = pf_sentence_of(view->tokens, hits.v[h].first);

			*at = pf_sentence_range(view, s);
			if ((part == PF_PART_COUNT || view->sentence_part[s] == part) &&
			    (has_threshold(view, s) ||
			     (ends_in_if(view, hits.v[h].last) && heads_numbers(view, s))))
				return true;
		}
	}
	return false;
}

/* "When would we stop? Fewer than 8,000 in six months.": the question says what is done. */
static bool asked_to_stop(const struct pf_view *view, const uint32_t *lists, size_t n,
			  struct pf_range *at)
{
	for (size_t i = 0; i < view->parts->pairs.n; i++) {
		const struct pf_pair *pair = &view->parts->pairs.v[i];
		size_t first, last;

		if (pf_range_empty(pair->answer) ||
		    !pf_view_any(view, lists, n, pair->question, NULL))
			continue;
		for (pf_view_sentences(view, pair->answer, &first, &last); first < last; first++)
			if (has_threshold(view, first)) {
				*at = pair->answer;
				return true;
			}
	}
	return false;
}

/* A sentence that could be a goal: not what hurts today, nor what somebody is made to say. */
static bool may_state(const struct pf_view *view, size_t sentence)
{
	uint8_t part = view->sentence_part[sentence];

	return part != PF_PART_PROBLEM && part != PF_PART_QUOTE_CUSTOMER &&
	       part != PF_PART_QUOTE_COMPANY && part != PF_SENTENCE_HEADING;
}

/* A sentence in which the house says what it does. */
static bool is_ours(const struct pf_view *view, size_t s)
{
	static const char *const we[] = {"we", "i", NULL};
	const struct pf_sentence *sentence = &view->tokens->sentences.v[s];

	static const char *const on[] = {"extend", "expand", "widen", "continue", "proceed", NULL};
	const struct pf_pair *pair = pf_answer_at(view, pf_sentence_range(view, s).begin);
	struct pf_range asked = pair ? pair->question : (struct pf_range){0, 0};

	/* "When do we extend?" "After Easter, if fewer than one in six were returned.", and
	 * "Continue in June if" */
	return may_state(view, s) && (pf_token_among(view, sentence->first, on) ||
				      pf_tokens_any(view, sentence->first, sentence->last, we) ||
				      pf_range_any(view, asked, on));
}

/* "If two months run above it, the rule is changed", among the metrics. */
static bool supposes(const struct pf_view *view, size_t s)
{
	static const char *const opens[] = {"if", "unless", NULL};

	return view->sentence_part[s] == PF_PART_METRICS &&
	       pf_token_among(view, view->tokens->sentences.v[s].first, opens);
}

/* "All twelve in month 11 if unread forms are under 15%": in a rollout the condition is the gate,
 * and so it is where we say what we do then. In the part (PF_PART_COUNT: in any). */
static bool find_gate(const struct pf_view *view, int part, struct pf_range *at)
{
	static const char *const when[] = {"if", "unless", "once", "when", NULL};

	for (size_t s = 0; s < view->quants->sentences.n; s++) {
		const struct pf_sentence *sentence = &view->tokens->sentences.v[s];

		if ((part != PF_PART_COUNT && view->sentence_part[s] != part) ||
		    !view->quants->sentences.v[s].n ||
		    !pf_tokens_any(view, sentence->first, sentence->last, when) ||
		    !(view->sentence_part[s] == PF_PART_ROLLOUT || supposes(view, s) ||
		      is_ours(view, s)) ||
		    !has_threshold(view, s))
			continue;
		*at = pf_sentence_range(view, s);
		return true;
	}
	return false;
}

/* "Readmissions must not go up": the limit is where it stands today, and may be told there. */
static bool forbids(const struct pf_view *view, const struct pf_rule *rule)
{
	static const char *const no[] = {"not", "never", NULL};

	for (size_t i = 0; i < rule->n_lists; i++) {
		struct pf_hits hits = pf_view_hits(view, rule->lists[i], PF_ANYWHERE);

		for (size_t h = 0; h < hits.n; h++) {
			size_t s = pf_sentence_of(view->tokens, hits.v[h].first);

			if (view->sentence_part[s] == PF_PART_METRICS &&
			    pf_tokens_any(view, hits.v[h].first, hits.v[h].last, no))
				return true;
		}
	}
	return false;
}

/* "Limit 6%", "max 0.4%", "cap €4,600", in the metrics. */
static bool find_cap(const struct pf_view *view, struct pf_range *at)
{
	static const char *const caps[] = {"limit",   "cap",   "max", "maximum",
					   "ceiling", "floor", NULL};

	for (size_t i = 0; i < view->quants->n; i++) {
		const struct pf_quant *q = &view->quants->v[i];
		size_t s = pf_quant_sentence(view, q);

		if (!q->first || view->sentence_part[s] != PF_PART_METRICS ||
		    !pf_token_among(view, q->first - 1, caps))
			continue;
		*at = pf_sentence_range(view, s);
		return true;
	}
	return false;
}

void pf_tiers_guardrail(const struct pf_view *view, const struct pf_rule *rule,
			struct pf_judgement *j)
{
	const struct pf_metric *m = pf_tiers_metric(view, PF_TIER_GUARDRAIL);
	uint32_t stops = PF_LIST_stop_rules;
	size_t first = 0, last = 0;
	struct pf_range at;

	if (m)
		pf_view_quants(view, m->whole, &first, &last);
	if (first < last) {
		judge_limit(view, j, m->whole);
		return;
	}
	for (size_t i = 0; i < rule->n_lists; i++) {
		struct pf_hits hits = pf_view_hits(view, rule->lists[i], PF_ANYWHERE);

		for (size_t h = 0; h < hits.n; h++) {
			size_t s = pf_sentence_of(view->tokens, hits.v[h].first);

			if (!levels(view, pf_sentence_range(view, s)))
				continue;
			judge_limit(view, j, pf_sentence_range(view, s));
			return;
		}
	}
	if (find_cap(view, &at) || find_stop(view, &stops, 1, PF_PART_METRICS, &at) ||
	    find_gate(view, PF_PART_METRICS, &at)) {
		judge_limit(view, j, at);
		return;
	}
	pf_judge_credit(j, 0, m ? m->whole : pf_part_place(view, PF_PART_METRICS),
			"no limit on a harm");
	j->untold = forbids(view, rule) || pf_tiers_maybe_limited(view);
	pf_judge_miss(j, m ? m->whole : pf_part_place(view, PF_PART_METRICS), "no guardrail", "");
}

/* "If fewer than 30 % ... we stop": a condition, a number and an action in one sentence. */
void pf_tiers_stop(const struct pf_view *view, const struct pf_rule *rule, struct pf_judgement *j)
{
	struct pf_range at;

	if (find_stop(view, rule->lists, rule->n_lists, PF_PART_COUNT, &at) ||
	    asked_to_stop(view, rule->lists, rule->n_lists, &at) ||
	    find_gate(view, PF_PART_COUNT, &at)) {
		pf_judge_pass(j, at, "a number that decides");
		return;
	}
	pf_judge_credit(j, 0, pf_part_place(view, PF_PART_METRICS), "no number decides anything");
	j->untold = pf_tiers_maybe_stops(view, rule);
	pf_judge_miss(j, pf_part_place(view, PF_PART_METRICS), "no threshold", "");
}

/* "8 by September": quantity `i` has its day behind it. */
static bool has_day(const struct pf_view *view, size_t i, size_t last)
{
	static const char *const by[] = {"by", "until", NULL};
	const struct pf_quant *to = &view->quants->v[i], *day = to + 1;

	return i + 1 < last && pf_quant_is_date(day) && !pf_quant_is_date(to) &&
	       day->first == to->last + 1 && pf_token_among(view, to->last, by);
}

/* "3 in the test week, 8 by September": two numbers of one kind, the second with its day. */
static bool changes_by_day(const struct pf_view *view, struct pf_range whole)
{
	size_t first, last;

	pf_view_quants(view, whole, &first, &last);
	for (size_t i = first; i < last; i++)
		for (size_t k = first; k < i && has_day(view, i, last); k++) {
			const struct pf_quant *from = &view->quants->v[k],
					      *to = &view->quants->v[i];

			/* "60% by April, 75% by June": two steps of one way, and no beginning. */
			if (!pf_quant_is_date(from) && !has_day(view, k, last) &&
			    from->base == to->base && from->value != to->value)
				return true;
		}
	return false;
}

/* To which value, from which, until when. */
static double wholeness(const struct pf_view *view, const struct pf_metric *m)
{
	if (changes_by_day(view, m->whole))
		return 1;
	return (pf_tiers_has_target(view, m) ? 0.4 : 0) +
	       (pf_tiers_has_baseline(view, m) ? 0.3 : 0) +
	       (pf_tiers_has_deadline(view, m) ? 0.3 : 0);
}

/* The first piece that is missing. */
static const char *lacking(const struct pf_view *view, const struct pf_metric *m)
{
	return !pf_tiers_has_target(view, m)     ? "to which value"
	       : !pf_tiers_has_baseline(view, m) ? "from which value"
						 : "until when";
}

/* From, to and until: one sentence of the page must hold them, or one metric that is listed. */
void pf_tiers_stated(const struct pf_view *view, struct pf_judgement *j)
{
	struct pf_range at = pf_part_place(view, PF_PART_METRICS);
	double best = 0;

	for (size_t s = 0; s < view->quants->sentences.n; s++) {
		const struct pf_quant_sentence *qs = &view->quants->sentences.v[s];
		double credit;

		if (!qs->has_target || !may_state(view, s) ||
		    (pf_range_empty(qs->metric) && !qs->has_baseline))
			continue;
		credit = 0.4 + (qs->has_baseline ? 0.3 : 0) +
			 (qs->has_deadline || pf_sentence_dated(view, s) ? 0.3 : 0);
		if (credit > best) {
			best = credit;
			at = pf_sentence_range(view, s);
		}
	}
	for (size_t i = 0; i < view->parts->metrics.n; i++) {
		const struct pf_metric *m = &view->parts->metrics.v[i];
		double whole = wholeness(view, m);

		if (m->tier != PF_TIER_GUARDRAIL && whole > best) {
			best = whole;
			at = m->whole;
		}
	}
	pf_judge_credit(j, best, at,
			best >= 1  ? "from, to and until"
			: best > 0 ? "a value wanted, without all of from, to and until"
				   : "no value is wanted");
	if (j->outcome == PF_OUTCOME_PASS)
		return;
	pf_judge_next(j, "say from which value, to which, until when");
	j->untold = pf_tiers_maybe_stated(view);
	pf_judge_miss(j, at, "", "");
}

/* The piece that is missing may be told, and was not read. */
static bool may_be_whole(const struct pf_view *view, const struct pf_metric *m)
{
	if (m->target >= view->quants->n)
		return pf_tiers_maybe_moved(view, m) ||
		       (m->baseline >= view->quants->n && levels(view, m->whole) > 0);
	if (m->baseline >= view->quants->n)
		return pf_tiers_known_today(view, m) || pf_tiers_maybe_moved(view, m);
	return pf_tiers_maybe_dated(view, m);
}

#define TIERS       3u   /* a goal, what moves it, and what tells of it early */
#define SPARE_WORTH 0.75 /* of a second metric of one tier in the place of another */
#define LACKS_PART  0.15 /* of what the metrics lack in the mean: no piece of one goes unnoticed */

/* How whole the best metric of each tier is, and what may stand in for a tier that has none. */
struct wholes {
	double tiers[TIERS];
	double spare[TIERS]; /* falling */
	double lacks;        /* of all */
	size_t n, untiered;
};

static void add_spare(struct wholes *wholes, double whole)
{
	for (size_t k = 0; k < TIERS; k++)
		if (whole > wholes->spare[k]) {
			double less = wholes->spare[k];

			wholes->spare[k] = whole;
			whole = less;
		}
}

static void add_whole(struct wholes *wholes, enum pf_tier tier, double whole)
{
	wholes->lacks += 1 - whole;
	wholes->n++;
	if (tier > PF_TIER_LEADING) {
		wholes->untiered++; /* it may be any of them */
		add_spare(wholes, whole);
		return;
	}
	if (whole > wholes->tiers[tier]) {
		double less = wholes->tiers[tier];

		wholes->tiers[tier] = whole;
		whole = less;
	}
	add_spare(wholes, SPARE_WORTH * whole);
}

/* A tier that has none lacks all. */
static double worth_of(const struct wholes *wholes, double *seated)
{
	size_t spare = 0, empty;

	*seated = 0;
	for (size_t t = 0; t < TIERS; t++)
		*seated += wholes->tiers[t] > 0 ? wholes->tiers[t] : wholes->spare[spare++];
	empty = spare > wholes->untiered ? spare - wholes->untiered : 0;
	return *seated / TIERS - LACKS_PART * (wholes->lacks + (double)empty) /
					 (double)(wholes->n + empty); /* of three, or more */
}

/* Of those that are listed, apart from guardrails and from what was said before. */
void pf_tiers_whole(const struct pf_view *view, struct pf_judgement *j)
{
	struct wholes wholes = {0};
	const struct pf_metric *open = NULL; /* the first that is not whole */
	double worth;
	char name[80];

	for (size_t i = 0; i < view->parts->metrics.n; i++) {
		const struct pf_metric *m = &view->parts->metrics.v[i];
		double whole = wholeness(view, m);

		if (m->tier == PF_TIER_GUARDRAIL || view->copies[i])
			continue;
		if (whole < 1 && !open)
			open = m;
		add_whole(&wholes, m->tier, whole);
	}
	worth = worth_of(&wholes, &j->n);
	pf_judge_credit(j, worth, open ? open->whole : pf_part_place(view, PF_PART_METRICS),
			"of three metrics %.1f say from, to and until", j->n);
	if (j->outcome == PF_OUTCOME_PASS)
		return;
	pf_judge_next(j, "say of one more from which value, to which, until when");
	/* That there are no more is another rule's to say. */
	j->untold = !open || may_be_whole(view, open);
	if (!open)
		return;
	pf_tiers_words(view, open, name, sizeof(name));
	pf_judge_miss(j, open->whole, name, lacking(view, open));
}
