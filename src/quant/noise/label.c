/* Numbers that a noun before them makes a name: "Step 3", "week 6", "Risk 4: ...", "lines 12 and
 * 13". */
#include "noise.h"
#include "words/word.h"

#include <string.h>

bool is_school_year(const struct parse *p, size_t i)
{
	static const char school[][WORD_ROOM] = {
		"pupils",  "pupil", "children", "students", "teachers",   "teacher", "parents",
		"classes", "class", "lessons",  "reading",  "curriculum", "school",  "timetable"};
	int v;

	if (!at_word(p, i, "year") || !is_capital(p, i) || !parse_int(p, i + 1, &v) || v > 13)
		return false;
	for (size_t k = i > 6 ? i - 6 : 0; k < i + 8 && k < p->n; k++)
		if (ANY_WORD(p, k, school))
			return true;
	return false;
}

/* "Week 3: ...", "rollout month 6", where no preposition makes it a date; not "this week 18
 * clinics", "the first week 12 quit". */
static bool after_time(const struct parse *p, const struct measure *m)
{
	static const char those[][WORD_ROOM] = {"this", "that",  "a",   "an",  "per",
						"each", "every", "one", "the", "all"};
	size_t i = m->first - 1;

	if (!at_class(p, i, LEX_TIME) || at_glued(p, m->first) || !m->number.integer ||
	    m->number.figures > 3 || p->t[i].end - p->t[i].begin < 3 ||
	    p->text.ptr[p->t[i].end - 1] == 's')
		return false;
	if (counts_noun(p, m->last)) /* "Year 7 pupils" */
		return is_capital(p, i) &&
		       (!at_class(p, m->last, LEX_POPULATION) || is_school_year(p, i));
	if (!i || (p->t[i].flags & PF_TOKEN_SENTENCE) || p->t[i - 1].kind == PF_TOKEN_SIGN)
		return true;
	if (ANY_WORD(p, i - 1, those))
		return false;
	return !at_number(p, i - 1) &&
	       !at_any(p, i - 1,
		       LEX_BIT(MODIFIER) | LEX_BIT(ORDINAL) | LEX_BIT(NUMBER) | LEX_BIT(MAGNITUDE));
}

static bool is_or_has(const struct parse *p, size_t i)
{
	return at_word(p, i, "is") || at_word(p, i, "was") || at_word(p, i, "has");
}

/* "Kubernetes 1.29 is supported", "Risk 4: ...": a noun that opens the sentence, its number, and
 * what shows that the two are one. "About 40 will join" and "Today 40 can" begin otherwise. */
static bool in_subject(const struct parse *p, const struct measure *m)
{
	const uint64_t other = LEX_BIT(NOT_NOUN) | LEX_BIT(PREPOSITION) | LEX_BIT(FILLER) |
			       LEX_BIT(BOUND) | LEX_BIT(LINK) | LEX_BIT(PHRASE) | LEX_BIT(ORDINAL) |
			       LEX_BIT(NUMBER) | LEX_BIT(MODIFIER) | LEX_BIT(ROLE) |
			       LEX_BIT(BETTER) | LEX_BIT(WORSE) | LEX_BIT(UP) | LEX_BIT(DOWN) |
			       LEX_BIT(CLAUSE) | LEX_BIT(VERB) | LEX_BIT(REACH) | LEX_BIT(HOLD) |
			       LEX_BIT(WEEKDAY) | LEX_BIT(SEASON);
	/* "Lift 4 is stuck": an order has no such verb behind it */
	const uint64_t never = LEX_BIT(NOT_NOUN) | LEX_BIT(PREPOSITION) | LEX_BIT(FILLER) |
			       LEX_BIT(MODIFIER) | LEX_BIT(NUMBER) | LEX_BIT(ROLE) |
			       LEX_BIT(BETTER) | LEX_BIT(WORSE) | LEX_BIT(WEEKDAY) |
			       LEX_BIT(SEASON) | LEX_BIT(CLAUSE);
	static const char when[][WORD_ROOM] = {"overall",    "altogether", "overnight", "elsewhere",
					       "meanwhile",  "inside",     "outside",   "almost",
					       "downstairs", "upstairs",   "tonight",   "maybe",
					       "perhaps",    "sometimes",  "others",    "thus"};
	size_t i = m->first - 1;
	struct pf_slice word;
	bool two = i && (p->t[i - 1].flags & PF_TOKEN_SENTENCE) && is_numbered_noun(p, i);

	i -= two; /* "Car park 4 is full" */
	word = token_text(p, i);
	if (!is_word_token(p, i) || !is_capital(p, i) || !(p->t[i].flags & PF_TOKEN_SENTENCE) ||
	    at_glued(p, m->first) || m->value < 0 ||
	    (at_any(p, i, other) && !(is_or_has(p, m->last) && !at_any(p, i, never))) ||
	    at_class(p, i, LEX_ERA) || ANY_WORD(p, i, when) ||
	    (word.len < 3 && !(p->t[i].flags & PF_TOKEN_UPPER)) || pf_slice_ends(word, "ly") ||
	    pf_slice_ends(word, "ing"))
		return false;
	if (tells_of_one(p, m->last) || told_of_one(p, m->last))
		return true;
	if (two)
		return false;
	return acts_on_it(p, m->last) || (is_pointed(p, m) && acts_on(p, m->last)) ||
	       (at_sign(p, m->last, ':') && at_glued(p, m->last)) ||
	       (at_word(p, m->last, "and") &&
		is_capital(p, m->last + 1)); /* "Maroon 5 and Adele" */
}

/* "scope 1 and 2": what is far from it counts, "step 3 and 40 users". */
static bool is_near(const struct parse *p, size_t a, size_t b)
{
	int x, y;

	return parse_int(p, a, &x) && parse_int(p, b, &y) && y > x && y - x <= 3;
}

/* Between two numbers of a list */
static bool is_joined(const struct parse *p, size_t i)
{
	static const char words[][WORD_ROOM] = {"and", "or", "to", "through"};

	return ANY_WORD(p, i, words) || at_sign(p, i, ',') || at_sign(p, i, '-') ||
	       at_sign(p, i, '&');
}

static bool is_label_or_name(const struct parse *p, size_t i)
{
	return at_any(p, i, LEX_BIT(LABEL) | LEX_BIT(NAME)) ||
	       (is_word_token(p, i) && (p->t[i].flags & PF_TOKEN_UPPER));
}

/* "lines 12 and [13]", "phases 1 to [3]", "pages 3, 4 and [7]": the number before has a label. */
static bool listed_label(const struct parse *p, const struct measure *m)
{
	size_t first = m->first, i = first;

	for (int k = 0; k < 4 && i > 2; k++, i -= 2) {
		/* "3, 4, and 7" */
		i -= at_sign(p, i - 2, ',') && i > 3 &&
		     (at_word(p, i - 1, "and") || at_word(p, i - 1, "or"));
		if (!at_number(p, i - 2) || at_end(p, i - 2) || !is_joined(p, i - 1))
			return false;
		if (at_class(p, i - 3, LEX_NUMBERS))
			return !counts_noun(p, m->last);
		if (is_label_or_name(p, i - 3) && !at_glued(p, i - 2))
			return p->text.ptr[p->t[i - 3].end - 1] == 's' ||
			       at_word(p, i - 3, "http") || is_near(p, i - 2, first);
	}
	return false;
}

/* "wards [3] and 5": labels in the plural, and a second number behind the first */
static bool opens_list(const struct parse *p, const struct measure *m)
{
	size_t i = m->last;
	int v;

	return at_class(p, m->first - 1, LEX_NUMBERS) && !at_glued(p, m->first) &&
	       is_joined(p, i) && parse_int(p, i + 1, &v) && v > m->value &&
	       (at_end(p, i + 2) || is_joined(p, i + 2) ||
		(!counts_noun(p, i + 2) &&
		 !at_any(p, i + 2,
			 LEX_BIT(TIME) | LEX_BIT(UNIT) | LEX_BIT(MAGNITUDE) | LEX_BIT(PERCENT)) &&
		 !at_sign(p, i + 2, '%')));
}

bool label_before(const struct parse *p, size_t i)
{
	/* "Regulation (EU) 2016/679" */
	if (i > 3 && at_sign(p, i - 1, ')') && at_sign(p, i - 3, '('))
		i -= 3;
	return i && at_class(p, i - 1, LEX_LABEL);
}

/* "the", "our", "each" at i, or one word before it. */
static bool is_determined(const struct parse *p, size_t i)
{
	static const char those[][WORD_ROOM] = {"the", "a",   "an",  "this", "that", "our",
						"its", "his", "her", "your", "their"};

	return ANY_WORD(p, i, those) ||
	       (i && !(p->t[i].flags & PF_TOKEN_SENTENCE) && is_word_token(p, i) &&
		!at_any(p, i, LEX_BIT(NOT_NOUN) | LEX_BIT(PREPOSITION)) &&
		ANY_WORD(p, i - 1, those));
}

/* "of [course] 40 will", "on [site] 12 were late": with its preposition it says where or how, and
 * what follows tells of many; "the nurse on shift 3 is" does not. */
static bool is_adverb(const struct parse *p, const struct measure *m, size_t i)
{
	static const char where[][WORD_ROOM] = {
		"site",  "store", "court", "class",  "school",  "train", "bus",     "ferry",
		"track", "board", "stage", "screen", "theatre", "shift", "line",    "order",
		"part",  "case",  "boat",  "car",    "coach",   "shop",  "contract"};
	static const char many[][WORD_ROOM] = {"are", "were", "have", "had",
					       "of",  "will", "do",   "did"};

	if (at_word(p, i, "course"))
		return at_word(p, i - 1, "of");
	return m->number.figures > 1 && ANY_WORD(p, i, where) &&
	       at_any(p, i - 1, LEX_BIT(NOT_NOUN) | LEX_BIT(PREPOSITION)) &&
	       (ANY_WORD(p, m->last, many) || told_of_one(p, m->last));
}

/* What stands before a noun at i that opens no name: "per [shift] 12 nurses", "in the [group] 40
 * agreed"; "the [gate] 3 crew" and "the [version] 2 is" do. */
static bool is_counted_in(const struct parse *p, const struct measure *m, size_t i)
{
	static const char each[][WORD_ROOM] = {"per", "each", "every", "one", "another"};
	static const char cited[][WORD_ROOM] = {"clause", "section", "rule",     "article",
						"policy", "annex",   "schedule", "paragraph"};
	static const char sizes[][WORD_ROOM] = {"size", "type", "grade", "tier"};
	static const char works[][WORD_ROOM] = {"film", "movie", "song", "band", "album", "novel"};

	if (!i || (p->t[i].flags & PF_TOKEN_SENTENCE))
		return false;
	/* "Per clause 8, either side may end it" */
	if (at_word(p, i - 1, "per") && ANY_WORD(p, i, cited))
		return false;
	if (ANY_WORD(p, i - 1, each) || is_adverb(p, m, i))
		return true;
	if (at_number(p, i - 1) && at_any(p, i, LEX_BIT(UNIT) | LEX_BIT(TIME)))
		return true; /* "at 9 bar 40 fail" */
	if (ANY_WORD(p, i, sizes) && (at_word(p, i - 1, "a") || at_word(p, i - 1, "the")))
		return false; /* "it is a size 12" */
	/* "a rural stop takes 18 minutes, a city [stop] 7" */
	return is_determined(p, i - 1) &&
	       (at_word(p, m->last, "of") || at_end(p, m->last) ||
		(m->number.figures > 1 && told_of_one(p, m->last) && !ANY_WORD(p, i, works)));
}

/* "we [order] 40 a week", "they now [bin] 5" */
static bool is_verb_here(const struct parse *p, size_t i)
{
	static const char subjects[][WORD_ROOM] = {
		"we",  "they", "you",  "i",    "it",    "he",    "she",     "who",
		"can", "will", "must", "may",  "could", "now",   "should",  "would",
		"not", "then", "also", "we'd", "we'll", "there", "they'll", "please"};

	return i && at_class(p, i, LEX_IMPERATIVE) && ANY_WORD(p, i - 1, subjects);
}

/* The number m behind the noun i in small letters: are the two one? */
static bool is_numbered(const struct parse *p, const struct measure *m, size_t i)
{
	const uint64_t leads = LEX_BIT(NOT_NOUN) | LEX_BIT(PREPOSITION);
	/* "above [line] 4 bottles": no adverb, as "in court 12 people" */
	static const char beside[][WORD_ROOM] = {"above",    "below",   "behind",  "near",
						 "beside",   "between", "outside", "under",
						 "opposite", "from"};

	if (is_counted_in(p, m, i))
		return false;
	/* "probes 27, enclosure 22, battery 14" */
	if (i > 1 && at_sign(p, i - 1, ',') && at_number(p, i - 2) && at_sign(p, m->last, ',') &&
	    at_number(p, m->last + 2) && !at_class(p, i, LEX_NUMBERED))
		return false;
	if (!counts_noun(p, m->last) || at_class(p, m->last, LEX_VERB))
		return true;
	if (!i || !at_any(p, i - 1, leads) || is_determined(p, i - 1))
		return false;
	return at_class(p, i, LEX_NUMBERED) || ANY_WORD(p, i - 1, beside) || acts_on(p, m->last);
}

/* The noun before the number m, past the stop of "Apt. 7B" and "Sec. 4". */
static size_t label_at(const struct parse *p, const struct measure *m)
{
	static const char shorts[][WORD_ROOM] = {"apt", "no",   "nr",  "vol", "fig", "figs", "art",
						 "sec", "para", "ext", "op",  "flr", "rm",   "ste",
						 "reg", "app",  "st",  "p",   "sev", "cat",  "mk",
						 "ver", "rev",  "gen", "bldg"};
	size_t i = m->first - 1;

	return i && at_sign(p, i, '.') && at_glued(p, i) && !at_glued(p, m->first) &&
			       ANY_WORD(p, i - 1, shorts)
		       ? i - 1
		       : i;
}

/* "Shift 3 is late", "ticket 4821"; "order 5 lamps", "train 40 care workers" are told to do. */
static bool is_noun_here(const struct parse *p, const struct measure *m)
{
	static const char many[][WORD_ROOM] = {"are", "were", "have", "over"};
	size_t i = m->last;

	if (tells_of_one(p, i) || tells_of_one(p, i + 1) || ANY_WORD(p, i + 1, many) ||
	    acts_on_it(p, i))
		return true;
	if (counts_noun(p, i))
		return m->value == 1; /* "Shift 1 hands over": no order has a plural there */
	return !(m->number.figures < 4 && is_word_token(p, i) && counts_noun(p, i + 1) &&
		 !at_any(p, i, LEX_BIT(NOT_NOUN) | LEX_BIT(PREPOSITION) | LEX_BIT(VERB)));
}

/* "Step 3", "Section 4.2"; "order 5 lamps" only where the noun is a verb too. */
static bool has_label(const struct parse *p, const struct measure *m)
{
	static const char pointed[][WORD_ROOM] = {"version", "release", "section", "clause",
						  "chapter", "figure",  "table",   "rule",
						  "room",    "article", "item",    "step"};
	const uint64_t leads = LEX_BIT(NOT_NOUN) | LEX_BIT(PREPOSITION);
	size_t i = label_at(p, m);
	bool decimal = m->number.digits && !m->number.integer, point = i + 1 < m->first, sentence;

	if (m->number.slash && label_before(p, m->first)) /* "Regulation (EU) 2016/679" */
		return true;
	/* "Version: 2.0" */
	if (i && at_sign(p, i, ':') && at_glued(p, i))
		return decimal && at_class(p, i - 1, LEX_PRODUCT);
	sentence = p->t[i].flags & PF_TOKEN_SENTENCE;
	if (!at_any(p, i, point ? LEX_BIT(LABEL) | LEX_BIT(NAME) : LEX_BIT(LABEL)) ||
	    at_glued(p, m->first) ||
	    (at_class(p, i, LEX_ROLE) && m->value > 20) || /* "baseline 640, goal 200" */
	    (at_word(p, i, "no") && !sentence && !point) || is_verb_here(p, i))
		return false;
	/* "A 3:" and "a 404 page", but "a 35-person firm", "a 5 to 10 day wait" */
	if (at_word(p, i, "a") && (at_sign(p, m->last, '-') ||
				   ((at_word(p, m->last, "to") || at_word(p, m->last, "or")) &&
				    at_number(p, m->last + 1))))
		return false;
	if (at_class(p, i, LEX_IMPERATIVE) &&
	    (sentence || !i || !at_any(p, i - 1, leads) || at_word(p, i - 1, "to")))
		return !decimal &&
		       (is_noun_here(p, m) || (!m->number.digits && is_capital(p, m->first)));
	if (decimal)
		return is_capital(p, i) || (ANY_WORD(p, i, pointed) && is_pointed(p, m));
	return is_capital(p, i) || is_numbered(p, m, i);
}

bool is_pointed(const struct parse *p, const struct measure *m)
{
	struct pf_slice s = token_text(p, m->first);

	return m->last == m->first + 1 && m->number.digits && !m->number.integer &&
	       memchr(s.ptr, '.', s.len) && !memchr(s.ptr, ',', s.len);
}

/* "portal 2.0", "firmware 4.2"; of any noun, "loyalty 2.0" where no amount is told of in points */
static bool is_version(const struct parse *p, const struct measure *m)
{
	const uint64_t other = LEX_BIT(NOT_NOUN) | LEX_BIT(PREPOSITION) | LEX_BIT(BOUND) |
			       LEX_BIT(LINK) | LEX_BIT(VERB) | LEX_BIT(UP) | LEX_BIT(DOWN) |
			       LEX_BIT(CHANGE) | LEX_BIT(REACH) | LEX_BIT(HOLD) | LEX_BIT(ROLE) |
			       LEX_BIT(SCORE) | LEX_BIT(FILLER) | LEX_BIT(PAST) |
			       LEX_BIT(MODIFIER) | LEX_BIT(NUMBER) | LEX_BIT(BETTER) |
			       LEX_BIT(WORSE) | LEX_BIT(PHRASE);
	static const char measured[][WORD_ROOM] = {"grade", "gpa",    "ratio",     "rate",
						   "mean",  "factor", "magnitude", "value",
						   "ph",    "level",  "multiple",  "points"};
	size_t i = m->first - 1;
	struct pf_slice digits = token_text(p, m->first);

	if (!is_pointed(p, m) || m->value >= 100 || at_glued(p, m->first) || !is_word_token(p, i) ||
	    at_word(p, m->last, "per"))
		return false;
	if (at_class(p, i, LEX_PRODUCT))
		return true;
	return !counts_noun(p, m->last) && digits.len == 3 && m->value <= 3 &&
	       digits.ptr[1] == '.' && digits.ptr[2] == '0' && !at_any(p, i, other) &&
	       !ANY_WORD(p, i, measured) && p->text.ptr[p->t[i].end - 1] != 's' &&
	       !quant_ends_in_ed(p, i);
}

bool after_label(const struct parse *p, const struct measure *m)
{
	return after_time(p, m) ||
	       (m->number.integer && (listed_label(p, m) || opens_list(p, m))) || has_label(p, m) ||
	       (m->number.digits && (in_subject(p, m) || is_version(p, m) || is_identity(p, m) ||
				     is_numbered_thing(p, m)));
}
