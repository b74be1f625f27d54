/* Which part a paragraph of a release tells, where no label says so: by its own words, by what was
 * read above it, and by what stands behind it. */
#include "reading.h"

/* A word with a capital inside of a sentence, said in the headline or the first paragraph too: the
 * name of the product, or of the company; not of the place of the dateline. */
static bool names_again(const struct pf_find *f, const struct pf_unit *u)
{
	struct pf_slice place = pf_slice_range(f->text, f->out->dateline);

	for (uint32_t i = u->first; i < u->last && i < u->first + 12; i++) {
		const struct pf_token *t = &f->tokens->v[i];
		struct pf_slice word = pf_slice_cut(f->text, t->begin, t->end);
		struct pf_slice before = pf_slice_cut(f->text, 0, u->begin);

		if (t->kind == PF_TOKEN_WORD && t->flags & PF_TOKEN_CAPITAL && word.len > 3 &&
		    before.len < 2000 && pf_slice_find(before, word) < before.len &&
		    pf_slice_find(place, word) == place.len)
			return true;
	}
	return false;
}

/* "With Pairs, travellers book one code for two seats." */
static bool opens_with_it(const struct pf_find *f, const struct pf_unit *u)
{
	const struct pf_token *v = f->tokens->v;
	uint32_t i = u->first + 1;

	if (i >= u->last || !PF_ONE_OF(f, u->first, "with"))
		return false;
	while (i < u->last && v[i].kind == PF_TOKEN_SIGN)
		i++;
	return i < u->last && v[i].flags & PF_TOKEN_CAPITAL;
}

bool pf_prose_is_named(const struct pf_find *f, const struct reading *r, const struct pf_unit *u)
{
	const struct pf_token *t = &f->tokens->v[u->first];

	return (r->name && u->first < u->last && t->hash == r->name) || opens_with_it(f, u);
}

/* The release opens without the product's name, and the paragraph behind begins with it: first what
 * is wrong, then what is done about it. */
static bool opens_with_trouble(const struct pf_find *f, const struct reading *r, size_t at)
{
	const struct pf_unit *u = &f->units.v[at], *next = u + 1;

	if (!r->name || r->texts || at + 1 >= f->units.n || next->kind != PF_UNIT_TEXT ||
	    next->first == next->last || f->tokens->v[next->first].hash != r->name)
		return false;
	for (uint32_t i = u->first; i < u->last; i++)
		if (f->tokens->v[i].hash == r->name)
			return false;
	return true;
}

#define STORY_TEXTS 12u /* a release has turned by then; a book is not searched */

/* Prose that leads from the trouble to the offer: nothing is offered yet. */
static bool is_story(const struct pf_find *f, const struct reading *r)
{
	return r->asked && r->texts < STORY_TEXTS &&
	       (f->press || r->dated || r->sub || r->problem ||
		(!r->texts && r->headline != SIZE_MAX)) &&
	       !r->solution;
}

/* "Shops can get started with Doorstep by calling its API", whatever else it promises then. */
static bool opens_getting_started(const struct pf_find *f, const struct pf_unit *u)
{
	uint32_t stop = pf_sentence_stop(f, u->first, u->last);

	for (uint32_t i = u->first; i + 1 < stop; i++)
		if (PF_ONE_OF(f, i, "get", "getting") && PF_ONE_OF(f, i + 1, "started"))
			return true;
	return false;
}

#define ASIDE_WORDS 60u /* in more, "available for" is said by the way */

/* "Call, write or order on the website": words of beginning, in no more than a line or two as long
 * as nothing was said of what it is; what is longer tells of the thing itself. */
static bool tells_start(const struct pf_find *f, const struct reading *r, const struct pf_unit *u,
			int pain, int offer)
{
	int starts = u->cues[PF_CUE_START];

	if (!r->solution && !opens_getting_started(f, u) &&
	    (pf_unit_sentences(f, u) > CLOSING_SENTENCES || pf_unit_words(f, u) > CLOSING_WORDS ||
	     (r->problem && pf_story_turns(f, u))))
		return false;
	return starts >= 2 || (starts && (r->solution || r->problem) && pain < 2 &&
			       offer <= starts + 1 && pf_unit_words(f, u) <= ASIDE_WORDS);
}

#define CLEARLY_OLD 2 /* shares and years: what is so */
#define MUCH_PAIN   3 /* more words of pain than of offer: no habit of releases outweighs that */

/* Once it was said what is wrong, the paragraph right above the first voice says what is done about
 * it, whatever its words: "The van stops in 12 villages, each on the same day." */
static bool answers_above_voice(const struct pf_find *f, const struct reading *r, size_t at)
{
	const struct pf_unit *u = &f->units.v[at];

	return r->problem && !r->solution && (f->press || r->dated || r->asked) &&
	       r->last == PF_PART_PROBLEM && at + 1 < f->units.n &&
	       f->units.v[at + 1].kind == PF_UNIT_TEXT && pf_is_quotation(f, at + 1) &&
	       !pf_is_quotation(f, at) && pf_unit_words(f, u) >= 8 &&
	       pf_news_of(f, u) >= -CLEARLY_OLD;
}

/* Of two paragraphs above the first voice the second answers the first. */
static bool leads_to_answer(const struct pf_find *f, const struct reading *r, size_t at)
{
	const struct pf_unit *next = &f->units.v[at] + 1;

	return r->asked && !r->solution && at + 2 < f->units.n && next->kind == PF_UNIT_TEXT &&
	       !next->by_label && !next->depth && !pf_is_quotation(f, at + 1) &&
	       next[1].kind == PF_UNIT_TEXT && pf_is_quotation(f, at + 2);
}

bool pf_prose_opens_with_title(const struct pf_find *f, const struct reading *r, size_t at)
{
	const struct pf_unit *u = &f->units.v[at], *title;

	if (r->headline == SIZE_MAX || (!r->headline && !r->sub))
		return false;
	/* A name with its sub-heading below, or the name above a headline. */
	title = &f->units.v[r->headline - !r->sub];
	return title->kind == PF_UNIT_HEADING && title->first < title->last &&
	       f->tokens->v[title->first].hash == f->tokens->v[u->first].hash;
}

/* Prose of the release that no label names. */
static bool is_plain(const struct pf_find *f, size_t at)
{
	const struct pf_unit *u = &f->units.v[at];

	return u->kind == PF_UNIT_TEXT && !u->by_label && !u->depth && u->ask <= PF_ASK_WEAK &&
	       !pf_is_quotation(f, at);
}

#define FEW_WORDS 8u /* of a paragraph that tells a story */

/* Past a rule, and headings like "A calf on Sunday" that name no part. */
static size_t past_headings(const struct pf_find *f, size_t at)
{
	while (at < f->units.n && (f->units.v[at].kind == PF_UNIT_OTHER ||
				   (f->units.v[at].kind == PF_UNIT_HEADING && !f->units.v[at].ask &&
				    f->units.v[at].says == PF_LABEL_NONE)))
		at++;
	return at;
}

/* The first paragraph tells the news, and the next what was wrong until now. */
static bool news_come_first(const struct pf_find *f, const struct reading *r, size_t at)
{
	size_t next = at + 1;

	if (!r->asked || !(f->press || r->dated || r->headline != SIZE_MAX) || r->problem ||
	    r->named || r->solution || r->texts > 2)
		return false;
	/* "That is the whole product." stands between the two. */
	if (next + 1 < f->units.n && is_plain(f, next) &&
	    pf_unit_words(f, &f->units.v[next]) < FEW_WORDS)
		next++;
	next = past_headings(f, next);
	return next + 1 < f->units.n && is_plain(f, next) &&
	       !pf_prose_is_named(f, r, &f->units.v[next]) &&
	       pf_unit_words(f, &f->units.v[at]) >= FEW_WORDS &&
	       pf_news_of(f, &f->units.v[at]) > 0 && pf_news_of(f, &f->units.v[next]) < 0;
}

#define UNDECIDED PF_PART_COUNT

#define LONG_SO (-2)

bool pf_prose_until_now(const struct pf_find *f, const struct pf_unit *u)
{
	return pf_news_in(f, u->first, pf_sentence_stop(f, u->first, u->last)) <= LONG_SO;
}

/* What opens the release, or says by its form what it is. */
static uint8_t read_opening(const struct pf_find *f, struct reading *r, size_t at, int pain,
			    int offer)
{
	const struct pf_unit *u = &f->units.v[at];

	if (is_metric_line(u) && pf_unit_has_quant(f, u))
		return PF_PART_METRICS;
	if (u->cues[PF_CUE_EXPECT] && pf_token_is_sign(&f->tokens->v[u->last - 1], ':'))
		return PF_PART_BENEFITS;
	if (u->cues[PF_CUE_ANNOUNCE] && !r->solution && !r->summary &&
	    (!r->texts || (r->texts <= 3 && pain <= offer)))
		return PF_PART_SUMMARY;
	if (r->news && pf_unit_words(f, u) >= FEW_WORDS) {
		r->news = false;
		return PF_PART_PROBLEM;
	}
	if (news_come_first(f, r, at)) {
		r->news = true;
		return is_plain(f, at + 2) || pf_unit_sentences(f, u) > 1 ? PF_PART_SUMMARY
									  : PF_PART_SOLUTION;
	}
	if (f->press && opens_with_trouble(f, r, at))
		return PF_PART_PROBLEM;
	/* "Until today the last screen was a list of chores", below the news. */
	if (r->asked && r->texts && !r->problem && !r->named && pf_prose_until_now(f, u))
		return PF_PART_PROBLEM;
	return UNDECIDED;
}

/* "The service takes 12 weeks to build", "Powered by ...": it speaks on of what was announced. */
static bool refers_back(const struct pf_find *f, const struct pf_unit *u)
{
	return PF_ONE_OF(f, u->first, "the", "this", "these", "it", "its") ||
	       (u->first + 1 < u->last && PF_ONE_OF(f, u->first + 1, "by", "on", "for", "with"));
}

/* "**What we do.** Drop the wet coat down the chute" comes next: the offer is told there. */
static bool is_above_offer(const struct pf_find *f, const struct pf_unit *u)
{
	const struct pf_unit *next = u + 1;

	return next < f->units.v + f->units.n && next->says == PF_PART_SOLUTION && !next->ask;
}

/* Below the announcement a release says who has which trouble, before it says its own name again,
 * whatever the words; or with it, where shares and years tell what is so. */
static bool is_below_news(const struct pf_find *f, const struct reading *r, const struct pf_unit *u)
{
	if (!r->dated || r->last != PF_PART_SUMMARY || r->texts > 2 || r->problem || r->solution ||
	    u->cues[PF_CUE_ANNOUNCE] || pf_token_is_sign(&f->tokens->v[u->first], '"') ||
	    pf_token_is_sign(&f->tokens->v[u->last - 1], ':'))
		return false;
	if (names_again(f, u))
		return r->asked && pf_news_of(f, u) <= -CLEARLY_OLD;
	return pf_news_of(f, u) <= 0 &&
	       (u->cues[PF_CUE_PROBLEM] || !refers_back(f, u) || is_above_offer(f, u));
}

static bool says(const struct pf_find *f, const struct pf_unit *u, uint32_t name)
{
	for (uint32_t i = u->first; i < u->last; i++)
		if (f->tokens->v[i].hash == name)
			return true;
	return false;
}

/* "The firm has watched them come back. A third were torn." turns by a name only: another turns
 * behind it, or it is the first that is told below the news. So does "ALS is one of the least
 * understood diseases", which hurts and never says the product's name. */
static bool turns_by_name_only(const struct pf_find *f, const struct reading *r, size_t at,
			       int pain, int offer)
{
	const struct pf_unit *u = &f->units.v[at];

	if (pain < offer - 1 || pf_prose_is_named(f, r, u))
		return false;
	if (pf_news_of(f, u) > -CLEARLY_OLD && !(pain > offer && r->name && !says(f, u, r->name)))
		return false;
	return pf_story_will_turn(f, at) || is_below_news(f, r, u);
}

#define AT_ONCE 12u /* tokens */

static bool offers_at_once(const struct pf_find *f, const struct pf_unit *u)
{
	uint32_t stop;

	for (uint32_t i = u->first; i < u->last && i < u->first + AT_ONCE; i++)
		if (pf_cue_here(f, i, u->last, PF_CUE_SOLUTION, &stop) ||
		    PF_ONE_OF(f, i, "will", "lets", "allows", "helps", "gives"))
			return true;
	return false;
}

/* Where it stands on the way from the trouble to the offer. */
static uint8_t read_story(const struct pf_find *f, const struct reading *r, size_t at, int pain,
			  int offer)
{
	const struct pf_unit *u = &f->units.v[at];

	if (r->solution && opens_getting_started(f, u))
		return PF_PART_START;
	if (tells_start(f, r, u, pain, offer))
		/* "Kelm, a box for letters, is available today": said first of all, it announces.
		 */
		return r->dated && !r->summary && !r->problem && !r->solution ? PF_PART_SUMMARY
									      : PF_PART_START;
	if (is_story(f, r) && r->texts && pf_story_turns(f, u) &&
	    !turns_by_name_only(f, r, at, pain, offer))
		return r->dated && !r->summary && !r->problem ? PF_PART_SUMMARY : PF_PART_SOLUTION;
	if (is_story(f, r) && pain >= offer && pf_story_will_turn(f, at) && pf_news_of(f, u) <= 0)
		return PF_PART_PROBLEM;
	/* "Drivers now get a message": said first of all, and the trouble is told before the turn.
	 */
	if (is_story(f, r) && r->dated && !r->summary && !r->problem && !r->solution &&
	    pf_story_will_turn(f, at))
		return PF_PART_SUMMARY;
	/* "Ship Again will let a store send the order elsewhere when it is unable to": it opens
	 * with the headline's own words and says what it does, whatever is wrong without it. */
	if (!r->texts && r->sub && pf_prose_opens_with_title(f, r, at) && offers_at_once(f, u))
		return PF_PART_SUMMARY;
	/* A release of one paragraph opens with what can be done now, and announces nothing. */
	if ((f->press || pf_prose_opens_with_title(f, r, at)) && !r->texts &&
	    (offer > pain || !pain))
		return PF_PART_SUMMARY;
	if (pain < offer + MUCH_PAIN && answers_above_voice(f, r, at))
		return PF_PART_SOLUTION;
	return UNDECIDED;
}

/* Which words it has more of. */
static uint8_t read_weight(const struct pf_find *f, const struct reading *r, size_t at, int pain,
			   int offer)
{
	const struct pf_unit *u = &f->units.v[at];

	/* "Staff will receive a list. No counts are lost": what will be, though it names what
	 * hurts.
	 */
	if (r->problem && !r->solution && r->last == PF_PART_PROBLEM && pf_news_of(f, u) >= 0 &&
	    pain < offer + MUCH_PAIN && offers_at_once(f, u))
		return PF_PART_SOLUTION;
	if (pain > offer + (r->solution ? 1 : 0) || (pain && pain == offer && !r->problem))
		return PF_PART_PROBLEM;
	if (is_below_news(f, r, u))
		return PF_PART_PROBLEM;
	if (r->dated && r->last == PF_PART_SUMMARY && !r->problem && !offer &&
	    leads_to_answer(f, r, at))
		return PF_PART_PROBLEM;
	if (offer ||
	    (r->dated && r->last == PF_PART_PROBLEM && !r->solution && !pain && names_again(f, u)))
		return PF_PART_SOLUTION;
	if (u->cues[PF_CUE_ROLLOUT] >= 2 && pf_unit_has_quant(f, u))
		return PF_PART_ROLLOUT;
	/* The first prose of a page with a day says what is new, whatever its words. */
	if (r->dated && !r->summary && !r->texts && r->headline < at && r->last == PF_PART_OTHER &&
	    pf_news_of(f, u) >= 0)
		return PF_PART_SUMMARY;
	/* Once the trouble and the news are told, what goes on tells of the thing. */
	if (r->last == PF_PART_SUMMARY && r->problem && r->summary && !r->solution && r->asked &&
	    !pf_token_is_sign(&f->tokens->v[u->first], '"'))
		return PF_PART_SOLUTION;
	/* What follows a list of gains goes back to the story. */
	return r->last == PF_PART_BENEFITS && r->listed ? PF_PART_OTHER : r->last;
}

#define CUT_TOKENS 400u /* a paragraph that goes on for longer is not cut */
#define TURN_WORDS 10u  /* a shorter rest is a last word on the trouble */

/* "Now the dialog does the job", behind "Until today"; "Skylark removes that wait", "With Lode he
 * opens one page". */
static bool turns_at(const struct pf_find *f, const struct reading *r, const struct pf_unit *u,
		     uint32_t i)
{
	const struct pf_token *v = f->tokens->v;

	if (i + 3 >= u->last || v[i].flags & PF_TOKEN_QUOTED)
		return false;
	if (PF_ONE_OF(f, i, "now"))
		return v[i + 1].kind == PF_TOKEN_WORD && pf_news_in(f, u->first, i) <= LONG_SO;
	if (PF_ONE_OF(f, i, "with"))
		return r->name && v[i + 1].hash == r->name;
	return r->name && v[i].hash == r->name && v[i + 1].kind == PF_TOKEN_WORD &&
	       PF_ONE_OF(f, i + 2, "that", "this", "it", "these", "those");
}

bool pf_prose_cut(struct pf_find *f, struct reading *r, size_t at)
{
	const struct pf_unit *u = &f->units.v[at];

	if (!r->asked)
		return false;
	for (uint32_t i = pf_sentence_stop(f, u->first, u->last);
	     i < u->last && i < u->first + CUT_TOKENS; i = pf_sentence_stop(f, i, u->last)) {
		struct pf_range rest = {f->tokens->v[i].begin, u->end};

		if (!turns_at(f, r, u, i) || pf_tokens_words(f->tokens, rest) < TURN_WORDS)
			continue;
		pf_unit_split(f, at, i);
		r->turned = true;
		return true;
	}
	return false;
}

uint8_t pf_prose_read(const struct pf_find *f, struct reading *r, size_t at)
{
	const struct pf_unit *u = &f->units.v[at];
	int pain = pf_pain(u->cues[PF_CUE_PROBLEM], u->cues[PF_CUE_NOW]);
	int offer = u->cues[PF_CUE_SOLUTION] + 2 * u->cues[PF_CUE_ANNOUNCE] +
		    pf_prose_is_named(f, r, u);
	uint8_t part;

	if (r->turned) {
		r->turned = false;
		return PF_PART_SOLUTION;
	}
	part = read_opening(f, r, at, pain, offer);
	if (part == UNDECIDED)
		part = read_story(f, r, at, pain, offer);
	return part == UNDECIDED ? read_weight(f, r, at, pain, offer) : part;
}
