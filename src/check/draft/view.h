/*
 * view.h - everything a kind may look at, found once for all rules.
 *
 * One walk over the tokens finds the phrases of every list of the rubric, a
 * second one those of the context (prompt, facts, limits). Hits are kept by
 * list, in order of place. Nothing here searches the bytes again.
 */
#ifndef PF_CHECK_VIEW_H
#define PF_CHECK_VIEW_H

#include "prfaq/base/signposts.h"
#include "prfaq/text/readability.h"
#include "prfaq/text/stem.h"

#include "rubric/rule.h"
#include "word_kinds.h"

/* Lists of what the prompt says; those of its facts, limits, metrics and topics follow: brief.h. */
enum pf_context_list {
	PF_CONTEXT_CUSTOMER,
	PF_CONTEXT_GENERIC,
	PF_CONTEXT_PROBLEM,
	PF_CONTEXT_SOLUTION,
	PF_CONTEXT_RIVALS,
	PF_CONTEXT_JARGON,
	PF_CONTEXT_OUTPUT,
	PF_CONTEXT_VANITY,
	PF_CONTEXT_TRAP,
	PF_CONTEXT_TRAP_SEEN,
	PF_CONTEXT_LISTS
};

struct pf_phrase_hit {
	uint32_t first, last; /* tokens [first, last) */
	uint32_t begin, end;  /* bytes */
};

struct pf_hit_index {
	struct pf_phrase_hit *v; /* by list, then by place */
	uint32_t *first;         /* of list i: [first[i], first[i + 1]) */
	uint32_t *last_asked;    /* of list i: where the last search ended; the next is near it */
	size_t lists;
};

/* So many metrics and numbers of a draft are held against each of its others. A page has fewer; a
 * book is not searched, for that would grow with the square of it. */
#define PF_METRICS_HELD 64u
#define PF_QUANTS_HELD  256u

struct pf_hits { /* a borrowed run of hits */
	const struct pf_phrase_hit *v;
	size_t n;
};

/* What many rules ask of each pair of the FAQ: kept by draft/echo.c, draft/stages.c,
 * draft/deeds_party.c, draft/concession.c and kinds/pairs.c. */
enum pf_noted { PF_NOTED_NOT, PF_NOTED_YES, PF_NOTED_NO };
struct pf_pair_note {
	uint8_t echoes, answered, stages, refusal, own; /* enum pf_noted */
};

/* And of each sentence: kept by draft/quants.c and draft/stages.c. */
struct pf_sentence_note {
	uint8_t period; /* enum pf_noted */
	uint8_t plan;   /* bits of stages.c; 0: not asked */
};

/* And of the page: kept by draft/stages.c. */
struct pf_page_note {
	uint8_t stages; /* enum pf_noted: there may be some */
};

/* What coverage/trap.c found; see pf_trap_find. */
struct pf_trap_found {
	bool known;
	bool taken, seen;         /* both: the fact is told, and the thing built all the same */
	struct pf_range taken_at; /* the words that build it */
	struct pf_range seen_at;  /* the words that disprove it */
};

struct pf_quant_place {
	uint32_t sentence; /* its first token stands in */
	enum pf_part_id part;
};

#define PF_SENTENCE_HEADING 0xFF

struct pf_padding;
struct pf_said;
struct pf_own;
struct pf_own_runs;
struct pf_brief;

struct pf_view {
	const struct pf_rubric *rubric;
	const struct pf_check_context *context;
	struct pf_slice text;
	const struct pf_doc *doc;
	const struct pf_tokens *tokens;
	const struct pf_quants *quants;
	const struct pf_parts *parts;
	struct pf_hit_index hits, context_hits;
	const struct pf_brief *brief; /* of the prompt: see brief.h; NULL without one */
	uint8_t *sentence_part;       /* enum pf_part_id; PF_SENTENCE_HEADING for headings */
	bool *in_table;               /* by sentence: it stands in a cell */
	bool *everyday;               /* by token: "hour", "start", "cost": a word of any draft */
	uint8_t *origin;              /* enum pf_origin, by quantity */
	uint8_t *grounds;             /* enum pf_ground bits, by quantity */
	uint8_t *credit;              /* by rule: 255 = pass; used by `unless` */
	uint32_t *quant_begins;       /* by quantity */
	struct pf_quant_place *quant_places; /* by quantity; see quants.h */
	bool *bound;                         /* by quantity; see quants.h */
	uint32_t *bound_before;         /* by quantity, and behind the last: bound ones before it */
	uint8_t *operators;             /* by quantity; see pf_equation_operators */
	struct pf_signposts quants_at;  /* quantities by the byte they begin at */
	struct pf_pair_note *pairs;     /* by pair */
	struct pf_said *said;           /* by pair, twice; see said.h */
	struct pf_sentence_note *notes; /* by sentence */
	uint8_t *copies;                /* by metric; see pf_metrics_copies */
	struct pf_page_note *of_page;
	struct pf_trap_found *trap;
	uint32_t *does;                     /* by number of word: enum pf_deed_word */
	const struct pf_known_word **known; /* by number of word; NULL: nothing is known of it */
	size_t weighing;                    /* how many words say "no", "but" or "if" */
	double small;             /* what part of the words are "the", "of" and their like */
	struct pf_own *own;       /* see own.h */
	struct pf_own_runs *runs; /* see shingles.h */
	struct pf_stem_memo *stems;
	uint8_t *begins;                       /* by token; see words.h */
	struct pf_beginnings *sentence_begins; /* by sentence; see words.h */
	struct pf_word_lists *word_lists;      /* see words.h */
	struct pf_syllable_memo *syllables;
	const struct pf_padding
		*padding;           /* what was left out of the page, or is to be; see padding.h */
	const struct pf_view *page; /* the page before that was left out; the view itself where
				       nothing was */
};

void pf_view_init(struct pf_view *view, const struct pf_rubric *rubric,
		  const struct pf_check *check, const struct pf_check_context *context);
void pf_view_release(struct pf_view *view);

/* Of pf_view_init and pf_view_release: what view_hits.c and view_stems.c keep. */
void pf_view_find_hits(struct pf_view *view);
void pf_view_release_hits(struct pf_view *view);
struct pf_stem_memo *pf_stem_memo_new(const struct pf_tokens *tokens);
void pf_stem_memo_free(struct pf_stem_memo *memo); /* NULL is allowed */

/* Hits of a list inside the range; all of them when the range is empty. */
#define PF_ANYWHERE ((struct pf_range){0, 0})
struct pf_hits pf_view_hits(const struct pf_view *view, uint32_t list, struct pf_range range);
struct pf_hits pf_view_context_hits(const struct pf_view *view, size_t list, struct pf_range range);
/* True when the list has a hit in the range. */
bool pf_view_has(const struct pf_view *view, uint32_t list, struct pf_range range);
/* True when any of the n lists has a hit in the range; *at (may be NULL) is the first. */
bool pf_view_any(const struct pf_view *view, const uint32_t *lists, size_t n, struct pf_range range,
		 struct pf_range *at);

/* Stem of token i; the same word is looked at once a draft. */
uint32_t pf_view_stem(const struct pf_view *view, size_t token);
static inline bool pf_view_is_stop(const struct pf_view *view, size_t token)
{
	return view->does[view->tokens->word[token]] & PF_WORD_STOP;
}
/* Stems of the content words of a range, sorted, unique; the caller releases. */
void pf_view_stems(const struct pf_view *view, struct pf_range range, struct pf_stems *out);
/* Of the question and of the answer of a pair; kept with the view. */
const struct pf_stems *pf_view_question_stems(const struct pf_view *view, size_t pair);
const struct pf_stems *pf_view_answer_stems(const struct pf_view *view, size_t pair);
/* How many content words of a range another one holds too. */
size_t pf_view_shared(const struct pf_view *view, struct pf_range a, struct pf_range b);
/* The same of a range that is held against many. */
size_t pf_view_shared_with(const struct pf_view *view, struct pf_range range,
			   const struct pf_stems *with);
/* The same as pf_view_stems in two steps, for the stems of many ranges: sorted once, not once a
 * range. Begins with an empty *out; until that is sorted nothing else is gathered. */
void pf_view_add_stems(const struct pf_view *view, struct pf_range range, struct pf_stems *out);
void pf_stems_sort(struct pf_stems *stems);
/* The whole draft when n == 0; a sentence belongs to a scope by the part it stands in. */
bool pf_scope_has(const struct pf_ints *parts, enum pf_part_id part);
/* True when some part of the scope is there; *at: its heading, else its first words. */
bool pf_scope_span(const struct pf_view *view, const struct pf_ints *parts, struct pf_range *at);
/* Where what a rule misses belongs: its own section if the draft has it, else the scope. */
struct pf_range pf_rule_place(const struct pf_view *view, const struct pf_rule *rule,
			      const struct pf_ints *parts);
/* Is the problem, the solution or the benefit, if it is of the scope, told by what it says alone,
 * without a heading or a label? It may be another part then: its form is not held against it. */
bool pf_scope_guessed(const struct pf_view *view, const struct pf_ints *parts);
uint32_t pf_scope_words(const struct pf_view *view, const struct pf_ints *parts);

/* Where what is missing of the part belongs: to its first one, else to the opening. */
struct pf_range pf_part_place(const struct pf_view *view, enum pf_part_id part);
struct pf_range pf_part_span(const struct pf_part *part);  /* heading, else first sentence's room */
struct pf_range pf_view_whole(const struct pf_view *view); /* the text without outer blanks */
struct pf_range pf_view_opening(const struct pf_view *view); /* its first sentence */
/* The question and answer that hold the byte, or NULL. O(log n). */
const struct pf_pair *pf_answer_at(const struct pf_view *view, uint32_t off);
bool pf_view_in_list(const struct pf_view *view, uint32_t off); /* inside a list's item */
/* The row of a table whose cell holds the byte; empty outside of tables. */
struct pf_range pf_row_at(const struct pf_view *view, uint32_t off);
struct pf_range pf_sentence_range(const struct pf_view *view, size_t sentence);
static inline bool pf_sentence_asks(const struct pf_view *view, size_t sentence)
{
	return view->tokens->v[view->tokens->sentences.v[sentence].last - 1].sign == '?';
}
/* Sentences that begin in the range, and the one it begins inside of: [*first, *last). */
void pf_view_sentences(const struct pf_view *view, struct pf_range range, size_t *first,
		       size_t *last);
/* Those of them that are `sentence`, the one before it, or the one behind it. */
void pf_view_sentences_beside(const struct pf_view *view, struct pf_range range, size_t sentence,
			      size_t *first, size_t *last);

#endif
