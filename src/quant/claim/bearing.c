/* Which way a change goes that a level is the end of, once its neighbours are read. */
#include "around.h"

/* "up 180 bp to 36.2 %", "18 minutes sooner, at 34 minutes", "halves the cost, to $19": the level a
 * change before it leads to. */
static const struct pf_quant *leading_change(const struct pf_quants *quants, const struct parse *p,
					     size_t i, const struct around *a)
{
	const struct pf_quant *q = &quants->v[i], *b = q - 1;
	bool comma = a->at && at_sign(p, a->at - 1, ',');

	if (!i || q->role == PF_ROLE_POPULATION || b->role != PF_ROLE_DELTA ||
	    b->dir == PF_DIR_NONE || q->first - b->last > 8 ||
	    (b->base != PF_QUANT_PERCENT && b->base != PF_QUANT_MULTIPLIER && b->base != q->base))
		return NULL;
	if (a->link != LINK_TO && !(comma && a->link == LINK_AT))
		return NULL;
	return in_one_sentence(p, b->last, q->first) ? b : NULL;
}

/* "1,800 rolls an hour, [600 more than] the old one": the level is what the change has led to. */
static bool is_led_to(const struct pf_quants *quants, const struct parse *p, size_t i,
		      const struct around *a)
{
	const struct pf_quant *q = &quants->v[i], *next = q + 1;

	/* "NPS 61, up 12 points" */
	if (i + 1 < quants->n && next->role == PF_ROLE_DELTA && at_sign(p, q->last, ',') &&
	    next->first == q->last + 2u && q->role == PF_ROLE_NONE && a->lead &&
	    at_any(p, a->lead - 1, LEX_BIT(SCORE)))
		return true;
	return i + 1 < quants->n && next->role == PF_ROLE_DELTA && next->dir != PF_DIR_NONE &&
	       at_word(p, next->last + 1u, "than") && next->first - q->last < 7 &&
	       (next->base == q->base || next->base == PF_QUANT_PERCENT) &&
	       (a->link == LINK_NONE || a->link == LINK_IS);
}

/* "will take on [another 15,000]": so many more. */
static bool is_added(const struct pf_quants *quants, const struct parse *p, size_t i)
{
	const struct pf_quant *q = &quants->v[i];

	static const char more[][WORD_ROOM] = {"another", "extra", "additional"};

	return q->first && ANY_WORD(p, q->first - 1, more) && !q->past &&
	       (q->base == PF_QUANT_NUMBER || q->base == PF_QUANT_MONEY ||
		q->base == PF_QUANT_PERCENT || q->base == PF_QUANT_QUANTITY) &&
	       quant_time_known(quants, p, i).era != ERA_PAST;
}

/* "frees [up] ..." */
static bool frees(const struct parse *p, size_t i)
{
	static const char verbs[][WORD_ROOM] = {"frees", "free", "freed", "freeing"};

	i -= i && at_word(p, i - 1, "up");
	return i && ANY_WORD(p, i - 1, verbs);
}

/* "get [90 minutes] a shift back", "take [3,000 calls] a day off their desks": what a verb of
 * giving moves is a change by so much. */
static bool is_moved(const struct parse *p, const struct pf_quant *q, const struct around *a,
		     enum pf_quant_dir *dir)
{
	static const char verbs[][WORD_ROOM] = {"get",    "gets",   "give",    "gives",
						"take",   "takes",  "win",     "wins",
						"taking", "giving", "getting", "took"};
	bool moved = false;

	if (a->within) /* "get a reply within 4 hours or your money back" */
		return false;
	for (size_t i = a->lead, from = quant_clause_from(a, i, 6); i-- > from && !moved;)
		moved = at_any(p, i, LEX_BIT(VERB) | LEX_BIT(REACH) | LEX_BIT(STANCE)) &&
			ANY_WORD(p, i, verbs);
	if (moved && at_word(p, a->lead - 1, "back") && q->base != PF_QUANT_MONEY)
		return *dir = PF_DIR_NONE, true;
	if (q->base == PF_QUANT_DURATION && frees(p, a->lead)) /* "frees up 6 hours a week" */
		return *dir = PF_DIR_NONE, true;
	for (size_t k = a->tail; moved && k < a->tail + 5u && !at_end(p, k); k++) {
		if (at_word(p, k, "to") || at_class(p, k, LEX_VERB))
			return false;
		if ((at_word(p, k, "off") || (at_word(p, k, "out") && at_word(p, k + 1, "of"))) &&
		    !at_end(p, k + 1))
			return *dir = PF_DIR_DOWN, true;
		if (at_word(p, k, "back"))
			return *dir = PF_DIR_NONE, q->base != PF_QUANT_MONEY;
	}
	return false;
}

static void set(struct pf_quant *q, enum pf_quant_role role, enum pf_quant_dir dir)
{
	q->role = role;
	q->dir = dir;
}

void quant_bearing(struct pf_quants *quants, const struct parse *p, size_t i)
{
	struct pf_quant *q = &quants->v[i];
	const struct pf_quant *change;
	const struct around *a;
	enum pf_quant_dir dir;
	bool beside = (i && q[-1].role == PF_ROLE_DELTA) ||
		      (i + 1 < quants->n && q[1].role == PF_ROLE_DELTA) ||
		      (q->first && at_class(p, q->first - 1, LEX_FILLER));

	/* "from 40 to 50, i.e. by 25 %" */
	if (i && q->role == PF_ROLE_DELTA && q->dir == PF_DIR_NONE && q[-1].pair != PF_QUANT_NONE &&
	    q->first - q[-1].last < 7 && quant_around(quants, q)->link == LINK_BY)
		q->dir = q[-1].dir;
	if (q->pair != PF_QUANT_NONE || q->base == PF_QUANT_DATE ||
	    q->base == PF_QUANT_MULTIPLIER || q->role == PF_ROLE_DELTA ||
	    q->role == PF_ROLE_BASELINE || q->role == PF_ROLE_DEADLINE)
		return;
	a = quant_around(quants, q);
	if ((q->role == PF_ROLE_NONE || q->role == PF_ROLE_RATE || q->role == PF_ROLE_TARGET) &&
	    is_moved(p, q, a, &dir)) {
		set(q, PF_ROLE_DELTA, dir);
		return;
	}
	if (!beside)
		return;
	if ((change = leading_change(quants, p, i, a)))
		set(q, PF_ROLE_TARGET, change->dir);
	else if (is_led_to(quants, p, i, a))
		set(q, PF_ROLE_TARGET, q[1].dir);
	else if (is_added(quants, p, i))
		set(q, PF_ROLE_DELTA, PF_DIR_UP);
}
