/*
 * lexicon.h - the words a quantity is made of, and how they are looked up.
 *
 * Every fact about a word is one row of the tables in words_*.c: number words, magnitudes,
 * units, currencies, months, cues. A row holds all spellings of one thing. A word may have
 * several rows ("second" is an ordinal and a unit, "pound" a unit and a currency). Private to
 * the quant layer.
 */
#ifndef PRFAQ_SRC_QUANT_LEXICON_H
#define PRFAQ_SRC_QUANT_LEXICON_H

#include <stdbool.h>
#include <stdint.h>

#include "prfaq/quant/quant.h"

/* What a row says of its word; `value` and `name` mean what stands beside. */
enum lex_class {
	LEX_NONE,
	LEX_NUMBER,    /* value: 0 to 90 */
	LEX_MAGNITUDE, /* value: 100 ... 1e15, 12 for the dozen */
	LEX_ORDINAL,   /* value: 1 to 31 */
	LEX_FRACTION,  /* value: the denominator */
	LEX_MONTH,     /* value: 1 to 12 */
	LEX_WEEKDAY,
	LEX_TIME,          /* a unit of time; value: seconds; name: unit */
	LEX_UNIT,          /* any other unit; name: unit */
	LEX_UNIT_PART,     /* before a unit: "square", "metric"; name: what it adds */
	LEX_CURRENCY,      /* a word; name: ISO code; value: what it is worth, 0 for one */
	LEX_CODE,          /* an ISO code, may stand before the number; name: ISO code */
	LEX_TRAILING,      /* a currency that never stands before its number */
	LEX_NATION,        /* before a currency: "swiss"; name: ISO code of its currency */
	LEX_CENT,          /* a hundredth of a currency */
	LEX_PERCENT,       /* name: "%" "pp" "bp" */
	LEX_MULTIPLE,      /* "doubles", "tenfold"; value: the factor */
	LEX_HOLIDAY,       /* a day of one word; value: month * 100 + day, 0 when it moves */
	LEX_HOLIDAY_FIRST, /* the first of two; name: the second */
	LEX_SEASON,
	LEX_PERIOD,     /* may begin a part of a year: "Q3", "FY27", "mid-2026" */
	LEX_MONTH_VERB, /* a month that is a verb too */
	LEX_DATED,      /* before "5/12" when it is a date */
	LEX_LABEL,      /* a noun whose number is a name: "step", "port" */
	LEX_NAME,       /* a name whose number is part of it: "ISO", "Fortune" */
	LEX_UP,         /* verbs and nouns of growth */
	LEX_DOWN,       /* and of fall */
	LEX_CHANGE,     /* of change either way: "goes", "moves" */
	LEX_BETTER,     /* comparatives up: "more", "faster", "higher" */
	LEX_WORSE,      /* comparatives down: "less", "fewer", "lower" */
	LEX_VAGUE,      /* "significantly", "many" */
	LEX_PRICE,      /* money is near: "cost", "pay" */
	LEX_PREPOSITION,
	LEX_STREET,
	LEX_NOT_NOUN,       /* never the noun that is measured: articles, verbs of being */
	LEX_MODIFIER,       /* between a number and its unit: "more", "extra" */
	LEX_NOT_MULTIPLIED, /* after "double" what is not twice as much: "check" */
	LEX_BEGIN,          /* a small word that may begin a quantity */
	LEX_IMPERATIVE,     /* a label that is a verb too: "order 5 lamps" */
	LEX_LEAD,           /* joined to a number that stays one: "sub-2-second" */
	LEX_TAKES,          /* before "an hour": "took", "within" */
	LEX_RANGE,          /* before "from A to B" when it varies: "ranges" */
	LEX_SCREEN,         /* has "4K" lines of picture */
	LEX_POPULATION,     /* who is counted: "users", "members" */
	LEX_NOMINAL,        /* nouns of change that follow their number: "a 12 % increase" */
	LEX_REACH,          /* verbs and nouns of aim: "reach", "target" */
	LEX_HOLD,           /* verbs that keep a level: "stay", "keep" */
	LEX_JOIN,           /* what a count of people did: "signed up", "enrolled" */
	LEX_PAST,           /* verbs that tell of what has happened: "grew", "was" */
	LEX_VERB,           /* any other verb: it ends a noun and another verb's reach */
	LEX_SOURCE,         /* where a number comes from: "survey", "log" */
	LEX_ASSUMPTION,     /* "assume", "estimate" */
	LEX_TO_COME,        /* a number to come: "TBD"; value: 0 for a letter, "X" */
	LEX_FILLER,         /* between a bound and its number: "another" */
	LEX_CLAUSE,         /* begins a clause: "because" */
	LEX_BOUND,          /* a phrase before a number; value: its bound; name: the phrase's other
			       words, see words_phrase.c */
	LEX_BOUND_BEHIND,   /* and behind one */
	LEX_LINK,           /* a phrase before a number; value: enum quant_link; name: as above */
	LEX_PHRASE,         /* any other word of these phrases */
	LEX_DUE,     /* a phrase: what follows ought to be; value: 1 unless it only will be */
	LEX_STANCE,  /* tells of when or by whose will a level is: "today", "used"; value: enum
			quant_stance */
	LEX_ROLE,    /* names a role: "target", "baseline"; value: enum pf_quant_role */
	LEX_OF_YEAR, /* has a year before it: "2018 levels" */
	LEX_SCORE,   /* measured in points that are no percentages: "NPS" */

	/* Asked only of the words around a number, so that their bits stand apart */
	LEX_ERA,      /* when it is so: "yesterday", "still"; value: enum quant_era */
	LEX_ERA_OF,   /* before a time, when that is: "last winter"; value: as above */
	LEX_OPENING,  /* opens a part of a sentence that sets it before or after something: "with
			 the tablet, ..."; value: as above, ERA_NONE where the next word tells */
	LEX_PLANNED,  /* what follows is to come: "we'll", "projected" */
	LEX_PRESENT,  /* verbs of what is so: "is", "has" */
	LEX_ILL,      /* what hurts: "waste", "late", "complaints" */
	LEX_LASTS,    /* verbs whose object is a time: "takes", "wait" */
	LEX_TERMS,    /* a contract says it, and it is no level: "fee", "covers" */
	LEX_AFFECTS,  /* verbs whose object is a group: "concerns", "serves" */
	LEX_GROUP,    /* what else is counted as a group: "pupils", "depots" */
	LEX_METRIC,   /* a metric known by its letters: "MAU", "NPS" */
	LEX_OCCASION, /* what has its day in every year, or its day to come: "half-term", "launch"
		       */
	LEX_THING,    /* ends as a word for people does, and is none: "orders", "sensors" */
	LEX_HABIT,    /* what is so as a rule: "average", "usually" */
	LEX_SEATS,    /* as many as something has room or use for follow: "seats", "employs" */
	LEX_TRIED,    /* who took part follows: "pilot", "interviewed" */
	LEX_VOW, /* whose will the clause tells: "pledge"; value: 1; 0 where "to" must follow, 2
		       where the amount must
		  */
	LEX_NUMBERED, /* a label whose number is a name though a plural follows: "gate 3 passengers"
		       */
	LEX_NUMBERS,  /* such labels in the plural, before two numbers: "wards 3 and 5" */
	LEX_PRODUCT,  /* has versions: "portal 2.0" */
	LEX_CLASSES,
	LEX_APART = LEX_ERA,
};

_Static_assert(LEX_APART <= 64 && LEX_CLASSES - LEX_APART <= 32, "a class is a bit");

struct lex_row {
	const char *words; /* the spellings, with a blank between: in lower case they match in any
			      case, one with a capital or of one letter matches exactly */
	uint8_t class;
	double value;
	const char *name;
};

/* The bit of a class before LEX_APART, LEX_BIT(NUMBER): sets of classes are ORs of them. */
#define LEX_BIT(name) (UINT64_C(1) << LEX_##name)
/* The same of one from LEX_APART on. */
#define LEX_BIT_APART(name) (1U << (LEX_##name - LEX_APART))

/* What may begin at a token: asked of every one of them, and nearly all say no. */
enum lex_may {
	MAY_DATE = 1,
	MAY_DAY = 2, /* a date, where a month is near */
	MAY_MEASURE = 4,
	MAY_NOTE = 8,
	MAY_LEAD = 16,   /* a measure, where what goes on with one stands behind: "a", "minus" */
	MAY_CLAUSE = 32, /* a clause, behind it */
	AT_END = 64,     /* nothing that goes on: it begins a sentence, or is a stop */
	IS_LED = 128,    /* a measure that a word before it leads: "hundred", "years" */
};

/* A row of words that only hint: they have neither value nor name. */
#define CUE(class, words)           \
	{                           \
		words, class, 0, "" \
	}

/* The tables, each ended by a row without words. */
#define LEX_TABLES(X)        \
	X(lex_number_words)  \
	X(lex_unit_words)    \
	X(lex_money_words)   \
	X(lex_date_words)    \
	X(lex_holidays)      \
	X(lex_cue_words)     \
	X(lex_claim_words)   \
	X(lex_reading_words) \
	X(lex_phrases)
#define LEX_DECLARE(table) extern const struct lex_row table[];
LEX_TABLES(LEX_DECLARE)
#undef LEX_DECLARE
/* And those of what is no word: the sign or the letters before "$", and the ISO code. */
extern const struct lex_row lex_currency_signs[], lex_dollars[];
/* "foot inch": how many of the second make one of the first. */
extern const struct lex_row lex_unit_parts[];

/*
 * The words of all tables, hashed when the program is built (compile_lexicon.c) so that no two
 * collide: a word of hash h lies at h * seed, the seed of its bucket. So one look finds it, or not.
 */
enum { LEX_BUCKET_BITS = 10, LEX_SLOT_BITS = 12 };

extern const uint16_t lexicon_seeds[], lexicon_slots[];
extern const uint32_t lexicon_hashes[]; /* of the words in the slots */

static inline uint32_t lexicon_slot(uint32_t hash, uint32_t seed)
{
	return (uint32_t)(hash * seed) >> (32 - LEX_SLOT_BITS);
}

/* The entry that a word is known by, of its pf_word_hash; 0 is "not in the lexicon". */
static inline uint16_t lexicon_find(uint32_t hash)
{
	uint32_t at = lexicon_slot(hash, lexicon_seeds[hash % (1U << LEX_BUCKET_BITS)]);

	return lexicon_hashes[at] == hash ? lexicon_slots[at] : 0;
}

/* By entry, the number of the set of its classes: few words are in the same ones as no other. */
extern const uint16_t lexicon_sets[];
/* By set: LEX_BIT of its classes, and the bits of those from LEX_APART on; none for set 0. */
extern const uint64_t lexicon_masks[];
extern const uint32_t lexicon_masks_apart[];

extern const uint8_t lexicon_may[]; /* enum lex_may of a set, whatever stands around its word */

static inline bool lexicon_has(uint16_t set, enum lex_class class)
{
	if (class >= LEX_APART)
		return lexicon_masks_apart[set] >> (class - LEX_APART) & 1;
	return lexicon_masks[set] >> class & 1;
}

/* The entry's row of a class that fits the token's own bytes, or NULL. */
const struct lex_row *lexicon_row(uint16_t entry, enum lex_class class, struct pf_slice word);
/* The rows one after the other; *seen begins at 0. */
const struct lex_row *lexicon_next(uint16_t entry, enum lex_class class, struct pf_slice word,
				   uint16_t *seen);

#endif
