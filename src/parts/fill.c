/*
 * Third pass: a part that has no place of its own may still be said, in an
 * answer ("How will we know that it worked?") or inside the offer (a gain with
 * a number). It is looked for there only when it stands nowhere else.
 */
#include "metrics/metrics.h"
#include "passes.h"

/* "What is Lantern?" asks for the offer; "What is the expected price?" does not. */
static bool names_product(const struct pf_find *f, uint32_t i, uint32_t last)
{
	const struct pf_token *v = f->tokens->v;

	while (i < last && PF_ONE_OF(f, i, "the", "a"))
		i++;
	return i >= last || v[i].kind == PF_TOKEN_SIGN || v[i].flags & PF_TOKEN_CAPITAL ||
	       PF_ONE_OF(f, i, "this", "it");
}

/* "Target?", "What are our goals?"; not "Who is the target user?", nor "Why not the old target?".
 */
static bool ends_question(const struct pf_find *f, uint32_t i, uint32_t stop, uint32_t last)
{
	return (stop >= last || f->tokens->v[stop].kind == PF_TOKEN_SIGN) &&
	       (!i || f->tokens->v[i].flags & PF_TOKEN_SENTENCE ||
		PF_ONE_OF(f, i - 1, "the", "our", "your", "is", "are"));
}

static bool asks_about(const struct pf_find *f, const struct pf_unit *u, enum pf_cue cue)
{
	uint32_t first = pf_tokens_at(f->tokens, u->asked ? u->ask_begin : u->begin);
	uint32_t last = pf_tokens_at(f->tokens, u->asked ? u->ask_end : u->end), stop;

	for (uint32_t i = first; i < last; i++)
		if (pf_cue_here(f, i, last, cue, &stop))
			return cue == PF_CUE_ASKS_SOLUTION ? names_product(f, stop, last)
			       : cue == PF_CUE_ASKS_AIM    ? ends_question(f, i, stop, last)
			       : cue == PF_CUE_MEASURE
				       /* "What metrics does the page show?" is about a feature,
					* "Is it working backwards?" about the method */
				       ? stop >= last ||
						 !PF_ONE_OF(f, stop, "does", "can", "backwards")
				       : cue == PF_CUE_ASKS_PROBLEM
						 /* "Why do we need to ask twice?" is about a detail
						  */
						 ? stop >= last || !PF_ONE_OF(f, stop, "to")
						 : true;
	return false;
}

/* Gives the answers of questions with that cue to the part. The question stays FAQ unless it
 * shares its unit with the answer. */
static void take_answers(struct pf_find *f, enum pf_cue cue, enum pf_part_id part)
{
	bool taking = false;

	for (size_t i = 0; i < f->units.n; i++) {
		struct pf_unit *u = &f->units.v[i];

		if (u->part != PF_PART_FAQ ||
		    (u->kind == PF_UNIT_HEADING && u->level < PF_LEVEL_BOLD && !u->asked)) {
			taking = false;
			continue;
		}
		if (u->asked)
			taking = asks_about(f, u, cue) &&
				 (part != PF_PART_METRICS || pf_role_asked(f, u) == PF_TIER_NONE);
		if (taking && (!u->asked || u->answer_at < u->end))
			u->part = (uint8_t)part;
	}
}

/* "**Metrics**" and a table between two questions: a heading that asks nothing. */
static void take_headed(struct pf_find *f)
{
	bool taking = false;

	for (size_t i = 0; i < f->units.n; i++) {
		struct pf_unit *u = &f->units.v[i];

		if (u->part != PF_PART_FAQ || u->asked)
			taking = false;
		else if (u->kind == PF_UNIT_HEADING || u->level == PF_LEVEL_RUNIN)
			taking = u->says == PF_PART_METRICS && !u->ask;
		if (taking)
			u->part = PF_PART_METRICS;
	}
}

static bool tells_tier(const struct pf_find *f, const struct pf_unit *u)
{
	return u->part == PF_PART_FAQ && u->kind == PF_UNIT_TEXT && !u->asked &&
	       u->tier != PF_TIER_NONE && pf_unit_has_quant(f, u);
}

/* "Primary: families who lose cover, 11% to 5%" is a metric, whatever was asked above it; customers
 * may be primary and secondary, but never lead or guard. */
static void take_tiers(struct pf_find *f)
{
	bool metrics = false;

	for (size_t i = 0; i < f->units.n; i++)
		metrics = metrics || (tells_tier(f, &f->units.v[i]) &&
				      (f->units.v[i].tier == PF_TIER_LEADING ||
				       f->units.v[i].tier == PF_TIER_GUARDRAIL));
	for (size_t i = 0; i < f->units.n && metrics; i++)
		if (tells_tier(f, &f->units.v[i]))
			f->units.v[i].part = PF_PART_METRICS;
}

/* "For example, instead of:" only leads to what is said. */
static bool ends_open(const struct pf_find *f, uint32_t stop)
{
	return pf_token_is_sign(&f->tokens->v[stop - 1], ':');
}

struct place {
	size_t unit;
	uint32_t first, last; /* tokens */
	int most;
};

/* Two quotations are two texts, whoever speaks. */
static uint8_t pooled(uint8_t part)
{
	return part == PF_PART_QUOTE_CUSTOMER ? PF_PART_QUOTE_COMPANY : part;
}

#define IN(part) (1u << PF_PART_##part)

/* The sentence that speaks most for the part, among units of the parts `from`. */
static struct place best_sentence(const struct pf_find *f, uint32_t from, enum pf_part_id part)
{
	uint32_t texts[PF_PART_COUNT] = {0};
	struct place best = {0};

	for (size_t k = 0; k < f->units.n; k++)
		texts[pooled(f->units.v[k].part)] += f->units.v[k].kind == PF_UNIT_TEXT &&
						     f->units.v[k].said < f->units.v[k].end;
	for (size_t k = 0; k < f->units.n; k++) {
		const struct pf_unit *u = &f->units.v[k];
		uint32_t first = u->said > u->begin ? pf_token_at(f, u->said) : u->first, stop;

		/* A pain is told in prose; in a list of features it is what one of them is for. */
		if (!(from & 1u << u->part) || u->kind != PF_UNIT_TEXT ||
		    (part == PF_PART_PROBLEM && u->depth) ||
		    (u->by_label && pooled(u->part) == PF_PART_QUOTE_COMPANY))
			continue;
		for (uint32_t i = first; i < u->last; i = stop) {
			int score;

			stop = pf_sentence_stop(f, i, u->last);
			/* The first sentence of an announcement says what is announced; it may be
			 * only a date. */
			if (u->part == PF_PART_SUMMARY &&
			    (i == first || pf_cue_count(f, i, stop, PF_CUE_ANNOUNCE)))
				continue;
			/* No part is emptied to fill another. */
			if (i == first && stop == u->last && texts[pooled(u->part)] < 2)
				continue;
			/* "Point your phone at it, and see the hazards" bids. */
			score = ends_open(f, stop) || (part == PF_PART_PROBLEM &&
						       (pf_start_orders(f, i, stop) ||
							pf_opens_on_day(f, i, stop)))
					? 0
					: pf_speaks(f, i, stop, part);
			if (score > best.most)
				best = (struct place){k, i, stop, score};
		}
	}
	return best;
}

static bool give_sentence(struct pf_find *f, struct place p, enum pf_part_id part)
{
	if (p.last < f->units.v[p.unit].last)
		pf_unit_split(f, p.unit, p.last);
	if (p.first > f->units.v[p.unit].first)
		pf_unit_split(f, p.unit++, p.first);
	f->units.v[p.unit].part = (uint8_t)part;
	f->units.v[p.unit].by_label = false;
	return true;
}

static bool take_sentence(struct pf_find *f, uint32_t from, enum pf_part_id part, int least)
{
	struct place p = best_sentence(f, from, part);

	return p.most >= least && give_sentence(f, p, part);
}

/* May prose above the first label have told what is wrong? What reads like the offer has, where the
 * label says that the offer only begins there. */
static bool may_open(const struct pf_unit *u, const struct pf_unit *label)
{
	return u->kind == PF_UNIT_TEXT && !u->depth && !u->quoted && !u->by_label &&
	       (u->part == PF_PART_OTHER ||
		(u->part == PF_PART_SOLUTION && label->part == PF_PART_SOLUTION &&
		 !u->cues[PF_CUE_ANNOUNCE] &&
		 (u->cues[PF_CUE_PROBLEM] || !u->cues[PF_CUE_SOLUTION])));
}

/* Prose under no label, between the headline and the first part that has one in a line: whoever
 * writes "What we do" has told before what is wrong. */
static bool take_opening(struct pf_find *f)
{
	bool head = false, taken = false;
	size_t stop = 0;

	while (stop < f->units.n &&
	       !(f->units.v[stop].by_label && (f->units.v[stop].part == PF_PART_SOLUTION ||
					       f->units.v[stop].part == PF_PART_BENEFITS ||
					       f->units.v[stop].part == PF_PART_FAQ)))
		stop++;
	/* Below "## Features" of a README stands a list, and above it what the thing is; an item
	 * that begins bold is no label. */
	if (stop >= f->units.n || f->units.v[stop].level < PF_LEVEL_BOLD ||
	    f->units.v[stop].depth || f->units.v[stop].part == PF_PART_FAQ)
		return false;
	for (size_t i = 0; i < stop; i++) {
		struct pf_unit *u = &f->units.v[i];

		head = head || u->part == PF_PART_HEADLINE;
		if (!head || !may_open(u, &f->units.v[stop]))
			continue;
		u->part = PF_PART_PROBLEM;
		taken = true;
	}
	return taken;
}

#define OLD (-2) /* a share and a day: the sentence tells what is so */

/* What is wrong may be one sentence of the announcement, told as it is today. */
static bool take_old(struct pf_find *f)
{
	struct place best = {0};

	for (size_t k = 0; k < f->units.n; k++) {
		const struct pf_unit *u = &f->units.v[k];

		if (u->part != PF_PART_SUMMARY || u->kind != PF_UNIT_TEXT || u->first == u->last)
			continue;
		for (uint32_t i = pf_sentence_stop(f, u->first, u->last), stop; i < u->last;
		     i = stop) {
			int news;

			stop = pf_sentence_stop(f, i, u->last);
			news = pf_news_in(f, i, stop);
			if (news <= OLD && -news > best.most)
				best = (struct place){k, i, stop, -news};
		}
	}
	return best.most && give_sentence(f, best, PF_PART_PROBLEM);
}

#define TOLD_WORDS 8u /* fewer are a place and a day */

/* "TORONTO. When the lift stops, they are the last to hear. From today they get a call": what
 * stands in the announcement before the day from which it is otherwise. */
static bool take_before_day(struct pf_find *f)
{
	for (size_t k = 0; k < f->units.n; k++) {
		const struct pf_unit *u = &f->units.v[k];
		uint32_t from = u->first, i;

		if (u->part != PF_PART_SUMMARY || u->kind != PF_UNIT_TEXT || u->first == u->last)
			continue;
		if (f->out->dateline.end > u->begin && f->out->dateline.end < u->end)
			from = pf_sentence_stop(f, u->first, u->last);
		for (i = from; i < u->last && !pf_opens_on_day(f, i, u->last);)
			i = pf_sentence_stop(f, i, u->last);
		if (i < u->last && i >= from + TOLD_WORDS &&
		    !pf_cue_count(f, from, i, PF_CUE_ANNOUNCE))
			return give_sentence(f, (struct place){k, from, i, 1}, PF_PART_PROBLEM);
	}
	return false;
}

/* Trouble that the offer only hints at is not told. */
static void fill_problem(struct pf_find *f)
{
	const uint32_t voices = IN(QUOTE_CUSTOMER) | IN(QUOTE_COMPANY);

	if (pf_units_have(f, PF_PART_PROBLEM) || take_before_day(f) ||
	    take_sentence(f, IN(SUMMARY), PF_PART_PROBLEM, PF_CLEARLY + 1) || take_opening(f) ||
	    take_sentence(f, voices, PF_PART_PROBLEM, PF_CLEARLY + 2))
		return;
	take_answers(f, PF_CUE_ASKS_PROBLEM, PF_PART_PROBLEM);
	if (!pf_units_have(f, PF_PART_PROBLEM) && !f->labelled && !(f->out->pairs.n && take_old(f)))
		take_sentence(f, voices, PF_PART_PROBLEM, PF_CLEARLY + 1);
}

/* Words behind which an announcement says what the thing does. */
static bool opens_offer(const struct pf_find *f, uint32_t i)
{
	return PF_ONE_OF(f, i, "designed", "that", "which", "enabling", "allowing", "helping",
			 "built");
}

/* "..., and for two hours nobody else can deploy to it." */
static bool goes_on(const struct pf_find *f, uint32_t i)
{
	return pf_token_is_sign(&f->tokens->v[i - 1], ',') && PF_ONE_OF(f, i, "and", "so");
}

/* All that is said of the offer may be half of one sentence: "X, a service that ...". */
static bool cut_offer(struct pf_find *f, bool (*opens)(const struct pf_find *f, uint32_t i))
{
	for (size_t k = 0; k < f->units.n; k++) {
		const struct pf_unit *u = &f->units.v[k];

		if (u->part != PF_PART_SUMMARY || u->kind != PF_UNIT_TEXT)
			continue;
		for (uint32_t i = u->first + 4; i + 4 < u->last; i++) {
			if (!opens(f, i))
				continue;
			pf_unit_split(f, k, i);
			f->units.v[k + 1].part = PF_PART_SOLUTION;
			return true;
		}
	}
	return false;
}

#define OFFER_WORDS 10 /* what is shorter does not say what the thing does */

/* Where what is told behind the announcement begins in a unit of it; all of one that was cut off
 * goes with it. */
static uint32_t rest_of(const struct pf_find *f, size_t at)
{
	const struct pf_unit *u = &f->units.v[at];

	if (at > 1 && u[-1].block == u->block && u[-2].block == u->block &&
	    u[-2].part == PF_PART_SUMMARY)
		return u->first;
	return pf_opening_stop(f, u);
}

/* Behind the sentence that announces stands what the thing does, whatever its words: all the rest
 * of the paragraph. */
static bool take_rest(struct pf_find *f)
{
	struct place p = {0};

	for (size_t k = 0; k < f->units.n; k++) {
		const struct pf_unit *u = &f->units.v[k];
		uint32_t from;
		int words;

		if (u->part != PF_PART_SUMMARY || u->kind != PF_UNIT_TEXT || u->first == u->last)
			continue;
		from = rest_of(f, k);
		words = from < u->last
				? (int)pf_tokens_words(
					  f->tokens,
					  (struct pf_range){f->tokens->v[from].begin, u->end})
				: 0;
		if (words >= OFFER_WORDS && words > p.most)
			p = (struct place){k, from, u->last, words};
	}
	return p.most && give_sentence(f, p, PF_PART_SOLUTION);
}

/* "They tell eleven offices. From 2 November they can give us the list": in one paragraph, where
 * the day begins what is done about it. */
static bool take_turn(struct pf_find *f)
{
	for (size_t k = 0; k < f->units.n; k++) {
		const struct pf_unit *u = &f->units.v[k];

		if (u->part != PF_PART_PROBLEM || u->kind != PF_UNIT_TEXT || u->depth)
			continue;
		for (uint32_t i = pf_sentence_stop(f, u->first, u->last); i < u->last;
		     i = pf_sentence_stop(f, i, u->last))
			if (pf_opens_on_day(f, i, u->last))
				return give_sentence(f, (struct place){k, i, u->last, 1},
						     PF_PART_SOLUTION);
	}
	return false;
}

/* Below the trouble under its own label stands a section that is called by no part, "Meet Crumb":
 * what is done about it, whatever its words. */
static bool take_next_section(struct pf_find *f)
{
	size_t at = 0;
	bool taken = false;

	while (at < f->units.n &&
	       !(f->units.v[at].kind == PF_UNIT_HEADING && f->units.v[at].says == PF_PART_PROBLEM))
		at++;
	if (at >= f->units.n || f->units.v[at].part != PF_PART_PROBLEM)
		return false;
	for (size_t i = at + 1; i < f->units.n; i++) {
		struct pf_unit *u = &f->units.v[i];

		if (u->kind != PF_UNIT_HEADING) {
			taken = taken || (u->kind == PF_UNIT_TEXT && u->part == PF_PART_SOLUTION);
			continue;
		}
		if (u->level > f->units.v[at].level)
			continue;
		if (u->says != PF_LABEL_NONE || u->ask)
			return false;
		for (i++; i < f->units.n && f->units.v[i].kind != PF_UNIT_HEADING; i++)
			if (f->units.v[i].part == PF_PART_OTHER && !pf_is_quotation(f, i)) {
				f->units.v[i].part = PF_PART_SOLUTION;
				taken = true;
			}
		return taken;
	}
	return false;
}

static void fill_solution(struct pf_find *f)
{
	if (!pf_units_have(f, PF_PART_SOLUTION) && take_next_section(f))
		return;
	if (pf_units_have(f, PF_PART_SOLUTION) || (f->out->pairs.n && take_rest(f)) ||
	    take_sentence(f, IN(SUMMARY), PF_PART_SOLUTION, 1))
		return;
	if (take_turn(f))
		return;
	take_answers(f, PF_CUE_ASKS_SOLUTION, PF_PART_SOLUTION);
	if (!pf_units_have(f, PF_PART_SOLUTION) && !cut_offer(f, opens_offer) && f->out->pairs.n)
		cut_offer(f, goes_on);
}

void pf_sections_fill(struct pf_find *f)
{
	if (!pf_units_have(f, PF_PART_METRICS))
		pf_tables_take(f);
	if (!pf_units_have(f, PF_PART_METRICS))
		take_answers(f, PF_CUE_MEASURE, PF_PART_METRICS);
	if (!pf_units_have(f, PF_PART_METRICS))
		take_answers(f, PF_CUE_ASKS_AIM, PF_PART_METRICS);
	if (!pf_units_have(f, PF_PART_METRICS))
		take_headed(f);
	if (!pf_units_have(f, PF_PART_METRICS))
		take_tiers(f);
	if (!pf_units_have(f, PF_PART_METRICS))
		pf_aims_take(f);
	if (pf_units_have(f, PF_PART_METRICS))
		pf_roles_take(f);
	fill_problem(f);
	fill_solution(f);
	if (!pf_units_have(f, PF_PART_SUMMARY))
		pf_lede_take(f);
	if (!pf_units_have(f, PF_PART_BENEFITS) &&
	    (f->labelled || !take_sentence(f, IN(SOLUTION) | IN(SUMMARY), PF_PART_BENEFITS, 2)))
		take_answers(f, PF_CUE_ASKS_BENEFIT, PF_PART_BENEFITS);
	if (!pf_units_have(f, PF_PART_START))
		pf_start_take(f);
	if (!pf_units_have(f, PF_PART_START))
		take_answers(f, PF_CUE_ASKS_START, PF_PART_START);
	if (!pf_units_have(f, PF_PART_ROLLOUT))
		take_answers(f, PF_CUE_ROLLOUT, PF_PART_ROLLOUT);
}
