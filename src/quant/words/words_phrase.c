/*
 * Phrases: what bounds a number, and what links it to its clause. A row's words are those that
 * are looked up, next to the number, its name the ways to go on from there, with a comma between.
 * Where several rows fit the first one counts.
 */
#include "parse.h"
#include "word.h"

/* clang-format off */
const struct lex_row lex_phrases[] = {
	/* Before its number: "no later than", "at the very least" */
	{"than", LEX_BOUND, PF_BOUND_LE,
	 "no later, no more, not more, no higher, no greater, no longer, not longer, no larger, "
	 "not later, never later, never more, never longer, never higher"},
	{"than", LEX_BOUND, PF_BOUND_GE,
	 "no fewer, not fewer, no less, not less, no lower, no worse"},
	{"than", LEX_BOUND, PF_BOUND_LT, "faster, quicker, sooner, younger"},
	{"above over", LEX_BOUND, PF_BOUND_GE, "at or"},
	{"below under", LEX_BOUND, PF_BOUND_LE, "at or"},
	{"above", LEX_BOUND, PF_BOUND_LE, "not, never, none, nobody"},
	{"over", LEX_BOUND, PF_BOUND_LE, "not, none, nobody"},
	{"below", LEX_BOUND, PF_BOUND_GE, "not, never"},
	{"under", LEX_BOUND, PF_BOUND_GE, "not"},
	{"above over beyond past", LEX_BOUND, PF_BOUND_GT, ""},
	{"below under beneath", LEX_BOUND, PF_BOUND_LT, ""},
	{"of", LEX_BOUND, PF_BOUND_GT, "north, upwards, upward, in excess"},
	{"of", LEX_BOUND, PF_BOUND_GE, "minimum, floor"},
	{"of", LEX_BOUND, PF_BOUND_LE, "maximum, ceiling, cap, limit, inside"},
	{"of", LEX_BOUND, PF_BOUND_APPROX, "in the region, on the order, in the order"},
	{"like", LEX_BOUND, PF_BOUND_APPROX, "something, more"},
	{"least", LEX_BOUND, PF_BOUND_GE, "at the very, at the, at"},
	{"most", LEX_BOUND, PF_BOUND_LE, "at the, at"},
	{"minimum", LEX_BOUND, PF_BOUND_GE, "at a"},
	{"minimum min", LEX_BOUND, PF_BOUND_GE, ""},
	{"maximum max", LEX_BOUND, PF_BOUND_LE, ""},
	{"at", LEX_BOUND, PF_BOUND_LE, "capped, caps"},
	{"at", LEX_BOUND, PF_BOUND_GE, "starting, starts, start"},
	{"to", LEX_BOUND, PF_BOUND_LE, "up, limited, restricted"},
	{"to", LEX_BOUND, PF_BOUND_APPROX, "close, closer"},
	{"as", LEX_BOUND, PF_BOUND_LE, "as many, as much"},
	{"as", LEX_BOUND, PF_BOUND_GE, "as few, as little"},
	{"exceed", LEX_BOUND, PF_BOUND_LE, "not, never, cannot, not to"},
	{"top", LEX_BOUND, PF_BOUND_LE, "not, never, cannot"},
	{"exceeds", LEX_BOUND, PF_BOUND_LE, "never"},
	{"exceeding", LEX_BOUND, PF_BOUND_LE, "not"},
	{"exceed exceeds exceeded exceeding surpass surpasses", LEX_BOUND, PF_BOUND_GT, ""},
	{"within inside", LEX_BOUND, PF_BOUND_LE, ""},
	{"about around nearly almost roughly some circa approx estimated approximately",
	 LEX_BOUND, PF_BOUND_APPROX, ""},

	/* Behind it: "or more", "at the latest" */
	{"or", LEX_BOUND_BEHIND, PF_BOUND_GE,
	 "more, higher, better, above, over, greater, longer, later, older"},
	{"or", LEX_BOUND_BEHIND, PF_BOUND_LE,
	 "less, fewer, lower, below, under, faster, shorter, sooner, earlier, younger"},
	{"or", LEX_BOUND_BEHIND, PF_BOUND_APPROX, "so, thereabouts"},
	{"and", LEX_BOUND_BEHIND, PF_BOUND_GE, "up, above, over"},
	{"at", LEX_BOUND_BEHIND, PF_BOUND_GE, "least, a minimum"},
	{"at", LEX_BOUND_BEHIND, PF_BOUND_LE, "most, the most, the latest, maximum"},
	{"minimum plus", LEX_BOUND_BEHIND, PF_BOUND_GE, ""},
	{"maximum max tops", LEX_BOUND_BEHIND, PF_BOUND_LE, ""},
	{"give", LEX_BOUND_BEHIND, PF_BOUND_APPROX, "or take"},
	{"odd", LEX_BOUND_BEHIND, PF_BOUND_APPROX, ""},

	/* What ties it to its clause: "up from", "to" */
	{"from", LEX_LINK, LINK_VERSUS, "up, down"},
	{"with", LEX_LINK, LINK_VERSUS, "compared"},
	{"to", LEX_LINK, LINK_VERSUS, "compared, relative, as opposed"},
	{"of", LEX_LINK, LINK_VERSUS, "instead, in place"},
	{"than", LEX_LINK, LINK_VERSUS, "rather"},
	{"versus vs against", LEX_LINK, LINK_VERSUS, ""},
	{"be", LEX_LINK, LINK_WAS, "used to"},
	{"was were previously formerly originally", LEX_LINK, LINK_WAS, ""},
	{"been", LEX_LINK, LINK_WAS, "has, have, had"},
	{"present", LEX_LINK, LINK_NOW, "at"},
	{"now today currently presently", LEX_LINK, LINK_NOW, ""},
	{"becomes become became becoming", LEX_LINK, LINK_BECOMES, ""},
	{"by", LEX_LINK, LINK_BY, ""},
	{"from", LEX_LINK, LINK_FROM, ""},
	{"to towards into", LEX_LINK, LINK_TO, ""},
	{"at", LEX_LINK, LINK_AT, ""},
	{"of", LEX_LINK, LINK_OF, ""},
	{"in on during", LEX_LINK, LINK_IN, ""},
	{"for", LEX_LINK, LINK_FOR, ""},
	{"after", LEX_LINK, LINK_AFTER, ""},
	{"is are be", LEX_LINK, LINK_IS, ""},
	{"with", LEX_LINK, LINK_WITH, ""},
	{"per than between across among until before since through via as without",
	 LEX_LINK, LINK_OTHER, ""},

	/* When a level is so, and by whose will */
	{"today now currently presently nowadays present moment", LEX_STANCE, STANCE_TODAY, ""},
	{"used old legacy former previous existing manual before", LEX_STANCE, STANCE_BEFORE, ""},
	{"after afterwards then new ours", LEX_STANCE, STANCE_AFTER, ""},
	{"want wants need expect hope plan aim like intend commit committed promise guarantee", LEX_STANCE,
	 STANCE_WISH, ""},
	{"goal aim target objective ambition promise", LEX_STANCE, STANCE_GOAL, ""},
	{"metric guardrail kpi indicator measure gate criterion success", LEX_STANCE, STANCE_METRIC, ""},
	{"success win worked works happy pleased glad satisfied content", LEX_STANCE, STANCE_SUCCESS, ""},

	/* What follows ought to be, or will */
	{"must should shall", LEX_DUE, 1, ""},
	{"ought supposed meant", LEX_DUE, 1, "to"},
	{"will", LEX_DUE, 0, ""},
	{"need needs has have planned expected projected forecast", LEX_DUE, 0, "to"},
	{"want wants", LEX_DUE, 1, "it, them"},
	{"are", LEX_DUE, 1, "to"},
	{"is", LEX_DUE, 1, "to be"},
	{"is", LEX_DUE, 0, "to"},
	{0},
};
/* clang-format on */
