/*
 * around.h - what the words beside a quantity say of it, private to the quant layer.
 *
 * A quantity is read outwards: first the words that bound it ("to [at least] 75 % [or more]"),
 * then the word that links it to its clause ("to"), then the verb or noun that governs it
 * ("raise"), then the noun that is measured ("adoption"). Every step looks at a bounded
 * number of tokens, so that a sentence of any length stays linear.
 */
#ifndef PRFAQ_SRC_QUANT_AROUND_H
#define PRFAQ_SRC_QUANT_AROUND_H

#include "words/word.h"

/* The time a quantity is told of. */
struct quant_time {
	enum quant_era era;
	bool marked; /* by a word for it, "last year", and not by the verb alone */
	int year;    /* "23 % (2025)"; 0 when none is said */
};

struct around {
	size_t lead; /* first token of the words that bound it, or its own first token */
	size_t tail; /* one past the last such token behind it */
	enum pf_quant_bound bound;
	enum quant_link link;
	size_t at;        /* first token of the link; lead when there is none */
	size_t clause;    /* first token of its clause, of at most QUANT_REACH before the link */
	uint64_t classes; /* of all words of the clause before the link */
	uint32_t apart;   /* the same of those from LEX_APART on */
	bool within;      /* "within", "inside": a bound, and of a duration a date too */
	bool aim;         /* "must not exceed": the bound is an aim */
	bool over;        /* "over 18 months": how long it takes, no bound */
	bool first;       /* "in the first 90 days" */
	bool next;        /* "the next 18 months" */
	bool past;        /* "the last 12 months" */
	bool timed;       /* `time` is known: quant_time_known */
	struct quant_time time;
};

/* Reads what stands around each quantity, once: nothing that is learnt later changes it but the
 * bound, which moves to the quantity. */
void quant_read_around(struct pf_quants *quants, const struct parse *p);

/* What was read around q, one of quants. */
static inline const struct around *quant_around(const struct pf_quants *quants,
						const struct pf_quant *q)
{
	return &quants->around[q - quants->v];
}

/* Reads the link that ends right before a->lead. */
void quant_link(const struct parse *p, struct around *a);

/* What a verb, or a noun made of one, does to what is measured. */
enum quant_word {
	WORD_OTHER,
	WORD_UP,
	WORD_DOWN,
	WORD_CHANGE, /* either way: "goes", "moves" */
	WORD_REACH,  /* "reach", "target", "goal" */
	WORD_HOLD,   /* "stay", "keep" */
	WORD_VERB,   /* has nothing to do with change */
};

enum quant_word quant_word_at(const struct parse *p, size_t i);

/* Is the quantity a point or a stretch of time? */
static inline bool quant_is_time(const struct pf_quant *q)
{
	return q->base == PF_QUANT_DATE || q->base == PF_QUANT_DURATION;
}

struct quant_time quant_time_of(const struct pf_quants *quants, const struct parse *p, size_t i,
				const struct around *a);

/* The same, kept: to be asked once the roles that words give are all known. */
static inline struct quant_time quant_time_known(const struct pf_quants *quants,
						 const struct parse *p, size_t i)
{
	struct around *a = &quants->around[i];

	if (!a->timed) {
		a->time = quant_time_of(quants, p, i, a);
		a->timed = true;
	}
	return a->time;
}

/* "How long is the wait today? [74 minutes]": the first token of the question that a quantity
 * answers; else of its clause. */
size_t quant_asked_from(const struct parse *p, const struct around *a);

/* "if it drops under 20 %": nobody says that it is so. */
bool quant_is_supposed(const struct parse *p, const struct around *a);

/* "now needs 30 people [where] 45 were needed": the clause of what was before. */
static inline bool quant_opens_where(const struct parse *p, const struct around *a)
{
	return a->clause && at_class(p, a->clause - 1, LEX_CLAUSE) &&
	       at_word(p, a->clause - 1, "where");
}

/* Does a word of this class stand in [first, last)? */
bool quant_has_class(const struct parse *p, size_t first, size_t last, enum lex_class class);

/* "Crews close 6 jobs a shift; with the tablet they close 8": the end of quantity i that stands
 * before it, in another time, becomes its pair. */
void quant_contrast(struct pf_quants *quants, const struct parse *p, size_t i);
/* The role a reader gives it who has read the whole clause: "we lose $4 a day" is what is so,
 * though no word names it the baseline of a change. */
enum pf_quant_role quant_told(const struct pf_quants *quants, const struct parse *p, size_t i);
/* Which way the change goes that quantity i is the end of: "up 180 bp to [36.2 %]". */
void quant_bearing(struct pf_quants *quants, const struct parse *p, size_t i);

/* "cut errors by 12 % in Lille and 20 % in Ghent": quantity i gets the role of the one it is joined
 * to; the same of what is so today, once that one is told. */
void quant_join(struct pf_quants *quants, const struct parse *p, size_t i);
enum pf_quant_role quant_told_joined(const struct pf_quants *quants, const struct parse *p,
				     size_t i);

/* Is nothing counted or measured by name behind it: "they close 8", "5.8 s, should be"? `tail` is
 * the first token behind. */
bool quant_stands_alone(const struct parse *p, size_t tail);
/* "60 % of tickets ... 40 % of tickets", "seven forms ... one form": is what stands at the two the
 * same? One of them may leave out "of". */
bool quant_same_noun(const struct parse *p, size_t a, size_t b);

/* A quantity with what is known of its clause. */
struct claim {
	const struct parse *p;
	const struct pf_quants *quants;
	const struct pf_quant *q;
	const struct around *a;
	size_t index;
	enum quant_word word;  /* the verb or noun that governs; WORD_OTHER for none */
	size_t word_at;        /* its token; p->n for none */
	bool direct;           /* nothing but an object stands between verb and quantity */
	enum pf_quant_dir dir; /* of what governs */
	size_t people;         /* the word for those who are counted; p->n for nobody */
};

static inline bool quant_changes(const struct claim *c)
{
	return c->word == WORD_UP || c->word == WORD_DOWN;
}

/* Finds the verb or noun of change, aim or rest that governs: word, word_at, direct, dir. */
void quant_find_word(struct claim *c);
/* "stays at", "must be held at"; what "stayed at 13" only was. */
bool quant_keeps(const struct claim *c);
/* A label of the value: "target: 40 %", "baseline of 29 %". */
enum pf_quant_role quant_by_label(const struct claim *c);
/* "up to 9 %", "from 12 %", "instead of 40": of its link. */
enum pf_quant_role quant_by_link(const struct claim *c);
/* "from 48 manual steps to 6": is there a "to" for this "from"? */
bool quant_leads_to(const struct claim *c);
/* The role that its label, its link or its verb gives. */
enum pf_quant_role quant_by_words(struct claim *c);

/* "128 g -> 90 g": whatever label the two have, the first is where it starts. */
static inline bool quant_before_arrow(const struct parse *p, const struct around *a)
{
	size_t i = a->tail;

	if (i >= p->n || p->t[i].kind != PF_TOKEN_SIGN || a->link == LINK_BECOMES)
		return false;
	if (at_sign(p, i, '>'))
		return !at_rune(p, i, ">");
	return (at_sign(p, i, '-') || at_rune(p, i, "=")) && at_rune(p, i + 1, ">") &&
	       at_glued(p, i + 1);
}

/* "12 % increase", "8 % above", "30 % faster": change said by the words behind it. */
enum pf_quant_dir quant_change_after(const struct claim *c);
/* "+12 %", "-5 %" */
enum pf_quant_dir quant_signed(const struct claim *c);

/* Does its clause tell of what has happened? */
bool quant_tells_past(const struct claim *c);

/* The last quantity before this one in its sentence, of at most `reach` tokens, that could be its
 * other end; NULL for none. */
const struct pf_quant *quant_partner(const struct claim *c, size_t reach);

/* Where a level stands in time. "Before: 40 clicks. After: 6." */
enum pf_quant_role quant_before_or_after(const struct claim *c);
bool quant_is_now(const struct claim *c, bool people); /* "29 % today"; `people` are counted */
bool quant_was_before(const struct claim *c);          /* "used to wait 12 minutes" */
bool quant_is_after(const struct claim *c);            /* "... $25; after it, $4" */

/* "must", "should", "will" in the few words before token `at`. */
bool quant_is_due(const struct claim *c, size_t at);
/* "at least 70 % of riders must finish": the same, behind what is bound. */
bool quant_ought_after(const struct claim *c);
/* "should take 2 minutes", "our goal is to get 5,000 members", "we want 99 %" */
bool quant_is_aim(const struct claim *c);
/* "Goal for year one: ...": the label that the colon at `colon` ends. */
bool quant_names_goal(const struct parse *p, size_t colon);
/* "Primary metric: 80 % of doctors use it": the first number of a line that a label calls so. */
bool quant_is_metric(const struct claim *c);
/* "Fix 90 % of leaks", "Goal: answer 85 % of chats" */
bool quant_is_order(const struct parse *p, const struct around *a);
/* "we call it a win if [70 % of rangers log in]", "we are happy once ..." */
bool quant_is_proof(const struct claim *c);
/* "We won't ship unless crash-free sessions are above 99.5 %": what is to be so first. */
bool quant_is_gate(const struct claim *c);
/* "What should it be? 5 days.", "How much will it save? $2 million.", "What is the goal? 5 days."
 */
bool quant_answers_should(const struct claim *c);
bool quant_answers_change(const struct claim *c);
bool quant_answers_goal(const struct claim *c);
/* "half of callers", "12 % of riders", "of which 12 % are dark" */
bool quant_is_share(const struct claim *c);
/* "Of those we asked, [71 %] said yes": a share though nobody says of whom. */
bool quant_lone_share(const struct pf_quants *quants, const struct parse *p, size_t i,
		      const struct around *a);

/* "By June 2027, the error rate is 5 %" */
bool quant_is_by_then(const struct claim *c);
/* "60 % of parcels should be sorted", "By June, 60 % of parcels will be sorted" */
bool quant_share_is_aim(const struct claim *c);

/* The word for those who are counted, past the number: "4.1M [members]"; p->n for nobody. */
size_t quant_population_at(const struct claim *c);

/* "Of the 58 clubs, [31] have no lights", "[900] of whom are retired", "Branches: [212]" */
bool quant_is_member(const struct claim *c);

/* The role of a date; whether a duration says by when. */
enum pf_quant_role quant_date_role(const struct claim *c);
bool quant_is_deadline(const struct claim *c);

/* Reads role and direction of quantity i; those before it are known already. */
void quant_claim(struct pf_quants *quants, const struct parse *p, size_t i, const struct around *a);

/* The noun measured by quantity i, empty when there is none; *after: it follows. */
struct pf_range quant_noun(const struct pf_quants *quants, const struct parse *p, size_t i,
			   const struct around *a, bool *after);

/* The first of the `reach` tokens before token `at` that are in its clause. */
static inline size_t quant_clause_from(const struct around *a, size_t at, size_t reach)
{
	return at > a->clause + reach ? at - reach : a->clause;
}

/* Makes the two a baseline and its target. */
void quant_bind(struct pf_quants *quants, const struct parse *p, size_t baseline, size_t target);
/* The same where they measure alike and have no other yet. */
void quant_pair(struct pf_quants *quants, const struct parse *p, size_t baseline, size_t target);

/* Bounds, directions, roles, nouns and pairs of what was found. */
void quant_attributes(struct pf_quants *quants, const struct parse *p);
/* What only the whole sentence tells: contrasts of two times, and what is so today. */
void quant_read(struct pf_quants *quants, const struct parse *p);
void quant_notes(struct pf_quants *quants, const struct parse *p, const struct pf_tokens *tokens);

#endif
