/* How one begins, told by what is done: a customer's own act, what comes to them unasked, or what
 * they need not do. */
#include "deed_words.h"
#include "maybe.h"
#include "words.h"

/* "The nurse uploads the scan", "a farmer books against a mart entry": somebody acts, and neither
 * "it" nor the thing that is sold. */
static bool acts(const struct pf_view *view, uint32_t i)
{
	static const char *const first_act[] = {
		"scans",    "uploads",  "books",   "registers",   "signs",
		"applies",  "taps",     "presses", "texts",       "rings",
		"phones",   "installs", "pays",    "opts",        "downloads",
		"switches", "enters",   "types",   "pairs",       "fills",
		"chooses",  "picks",    "sends",   "photographs", NULL};
	static const char *const on[] = {"a",  "an",      "the", "your", "their", "his",     "her",
					 "at", "against", "in",  "on",   "up",    "for",     "one",
					 "it", "with",    "by",  "to",   "each",  "through", NULL};
	static const char *const thing[] = {"it", "that", "which", "and", "also", "then", NULL};
	const struct pf_token *before = &view->tokens->v[i - 1];

	return pf_token_among(view, i, first_act) && pf_token_among(view, i + 1, on) &&
	       before->kind == PF_TOKEN_WORD && !(before->flags & PF_TOKEN_CAPITAL) &&
	       !pf_token_among(view, i - 1, thing);
}

static bool counts_at(const struct pf_view *view, uint32_t i)
{
	size_t q = pf_quants_at(view->quants, view->tokens->v[i].begin);

	return q < view->quants->n && view->quants->v[q].first == i;
}

/* "Parents take four photos", "With it, clients hand over the broken one": the clause is of what
 * they do. `i` opens it. */
static bool they_act(const struct pf_view *view, uint32_t i, uint32_t last)
{
	static const char *const first_act[] = {
		"take",   "type", "upload", "scan",  "book",     "enter",   "fill",       "pick",
		"choose", "send", "open",   "tap",   "register", "install", "download",   "text",
		"press",  "snap", "hand",   "bring", "write",    "reply",   "photograph", NULL};
	static const char *const what[] = {"a",   "an",    "the", "their", "in",   "on", "over",
					   "one", "which", "up",  "each",  "what", NULL};

	return i + 2 < last && !(view->tokens->v[i].flags & PF_TOKEN_QUOTED) &&
	       (PF_TOKEN_IS(view, i, "you") ||
		(pf_token_ends(view, i, "s") && !pf_view_is_stop(view, i))) &&
	       pf_token_among(view, i + 1, first_act) &&
	       (pf_token_among(view, i + 2, what) || counts_at(view, i + 2));
}

/* "1,250 people can call from 1 May": how they reach it. */
static bool may_reach(const struct pf_view *view, uint32_t i)
{
	static const char *const can[] = {"can", "may", NULL};
	static const char *const reach[] = {
		"call",  "ring",  "phone",   "text",     "ask",   "reply", "book",
		"order", "apply", "join",    "register", "sign",  "come",  "walk",
		"visit", "write", "request", "enroll",   "enrol", "hand",  NULL};

	return pf_token_among(view, i - 1, can) && pf_token_among(view, i, reach);
}

/* "They now get a text", "every owner gets a text on day three", "80,000 homes will hear from us":
 * it comes to them. */
static bool comes_to_them(const struct pf_view *view, uint32_t i)
{
	static const char *const get[] = {"get", "receive", "hear", "gets", "receives", NULL};
	static const char *const what[] = {"a", "an", "from", "one", NULL};
	static const char *const when[] = {"now", "will", "then", "also", NULL};
	static const char *const word[] = {"text", "call",   "message", "letter", "email",
					   "card", "notice", "link",    NULL};

	return pf_token_among(view, i, get) && pf_token_among(view, i + 1, what) &&
	       (pf_token_among(view, i - 1, when) || pf_token_among(view, i + 2, word));
}

/* "On by default", "with no login", "there's no form": nothing need be done. */
static bool is_spared(const struct pf_view *view, uint32_t i)
{
	static const char *const no[] = {"no", "without", "by", NULL};
	static const char *const steps[] = {"login",  "form",         "forms",     "signup",
					    "app",    "account",      "download",  "registration",
					    "logins", "installation", "paperwork", NULL};

	return pf_token_among(view, i - 1, no) &&
	       (PF_TOKEN_IS(view, i - 1, "by") ? PF_TOKEN_IS(view, i, "default")
					       : pf_token_among(view, i, steps));
}

bool pf_maybe_starts(const struct pf_view *view, size_t sentence)
{
	const struct pf_sentence *s = &view->tokens->sentences.v[sentence];

	if (they_act(view, s->first, s->last))
		return true;
	for (uint32_t i = s->first + 1; i < s->last; i++)
		if (!(view->tokens->v[i].flags & PF_TOKEN_QUOTED) &&
		    ((view->tokens->v[i].sign == ',' && they_act(view, i + 1, s->last)) ||
		     is_spared(view, i) || may_reach(view, i) ||
		     (i + 1 < s->last && (acts(view, i) || comes_to_them(view, i)))))
			return true;
	return false;
}

static const char *const first_acts[] = {
	"ask",   "call", "ring", "text", "tap",      "press",  "send",  "reply", "visit", "open",
	"order", "book", "scan", "come", "register", "switch", "apply", "sign",  NULL};

/* Whoever acts stands before it, "owners", "you", or nobody does. */
static bool may_act(const struct pf_view *view, const struct pf_sentence *s, uint32_t i)
{
	const struct pf_token *before = &view->tokens->v[i - 1];

	return i == s->first ||
	       (before->kind == PF_TOKEN_WORD && view->text.ptr[before->end - 1] == 's') ||
	       pf_token_is(view->text, before, "you");
}

/* "Ask in the office, or answer the text.", "owners ask as they do now, by phone" */
static bool invites(const struct pf_view *view, const struct pf_sentence *s)
{
	static const char *const where[] = {"in", "by", "at", "as",   "on",  "through", "to",
					    "it", "us", "a",  "your", "the", NULL};

	for (uint32_t i = s->first; i + 1 < s->last; i++)
		if (!(view->tokens->v[i].flags & PF_TOKEN_QUOTED) && may_act(view, s, i) &&
		    pf_token_among(view, i, first_acts) && pf_token_among(view, i + 1, where))
			return true;
	return false;
}

/* The release itself, and not what hurts, what is gained or asked, nor somebody's words. */
static bool may_invite(uint8_t part)
{
	switch (part) {
	case PF_SENTENCE_HEADING:
	case PF_PART_HEADLINE:
	case PF_PART_PROBLEM:
	case PF_PART_BENEFITS:
	case PF_PART_QUOTE_CUSTOMER:
	case PF_PART_QUOTE_COMPANY:
	case PF_PART_METRICS:
	case PF_PART_FAQ:
	case PF_PART_APPENDIX: return false;
	default: return true;
	}
}

bool pf_maybe_start(const struct pf_view *view)
{
	for (size_t s = 0; s < view->tokens->sentences.n; s++)
		if (may_invite(view->sentence_part[s]) &&
		    invites(view, &view->tokens->sentences.v[s]))
			return true;
	return false;
}
