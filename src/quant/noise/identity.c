/* Numbers that are told, dialled, sent to or listened on, and measure nothing: "the SKU is 4402",
 * "calls to 911". */
#include <math.h>

#include "noise.h"
#include "words/word.h"

/* No noun that could be counted follows: "to 911 [in an emergency]". */
static bool is_alone(const struct parse *p, const struct measure *m)
{
	return at_end(p, m->last) ||
	       at_any(p, m->last, LEX_BIT(NOT_NOUN) | LEX_BIT(PREPOSITION) | LEX_BIT(VERB));
}

/* "ZIP code 60614", "Portland, OR 97208", "text HELP to 72345", "ship it to 90210", "families
 * in 10001" */
static bool is_code_of_five(const struct parse *p, const struct measure *m)
{
	static const char posts[][WORD_ROOM] = {"ship",    "mail",   "send", "post",
						"shipped", "mailed", "sent"};
	size_t i = m->first;

	if (i > 1 && at_word(p, i - 1, "code") && at_word(p, i - 2, "zip"))
		return true;
	if (i > 2 && at_word(p, i - 1, "to") && at_word(p, i - 3, "text"))
		return true;
	if (i > 2 && at_word(p, i - 1, "to") && ANY_WORD(p, i - 3, posts))
		return is_alone(p, m);
	if (i > 1 && (at_word(p, i - 1, "in") || at_word(p, i - 1, "near")) &&
	    !at_any(p, i - 2, LEX_BIT(VERB) | LEX_BIT(LINK)))
		return fmod(m->value, 100) != 0 && is_alone(p, m);
	return i > 1 && at_sign(p, i - 2, ',') && p->t[i - 1].flags & PF_TOKEN_UPPER &&
	       p->t[i - 1].end - p->t[i - 1].begin == 2;
}

/* Whoever calls these in need knows them as names. */
static bool is_emergency(double v)
{
	static const uint16_t numbers[] = {999, 911, 112, 111, 101, 110, 119, 988, 311, 211, 811};

	for (size_t k = 0; k < sizeof(numbers) / sizeof(*numbers); k++)
		if (v == numbers[k])
			return true;
	return false;
}

/* "dial 112", "calls to 911", "connects you to 911", "a 911 dispatcher" */
static bool is_dialled(const struct parse *p, const struct measure *m)
{
	static const char dials[][WORD_ROOM] = {"call",    "dial",   "text",    "phone",   "ring",
						"dialled", "dialed", "dialing", "dialling"};
	static const char desks[][WORD_ROOM] = {
		"dispatcher", "dispatchers", "operator", "operators", "call", "caller",
		"center",     "centre",      "desk",     "line",      "team", "service"};
	static const char lines[][WORD_ROOM] = {
		"call", "calls", "caller", "callers", "text",    "texts",    "connect",  "connects",
		"dial", "dials", "routed", "routes",  "through", "transfer", "transfers"};
	size_t i = m->first;

	if (m->number.figures != 3)
		return false;
	if (ANY_WORD(p, i - 1, dials))
		return !counts_noun(p, m->last) && !at_word(p, m->last, "of");
	if (!is_emergency(m->value))
		return false;
	if (at_word(p, i - 1, "rang") || at_word(p, i - 1, "called"))
		return is_alone(p, m) && !at_word(p, m->last, "of");
	if (ANY_WORD(p, m->last, desks))
		return true;
	return i > 1 && at_word(p, i - 1, "to") && is_alone(p, m) &&
	       (ANY_WORD(p, i - 2, lines) || (i > 2 && ANY_WORD(p, i - 3, lines)) ||
		(i > 3 && ANY_WORD(p, i - 4, lines)));
}

/* "the card ends in 4471", "ending 4242" */
static bool is_tail(const struct parse *p, const struct measure *m)
{
	static const char ends[][WORD_ROOM] = {"ends", "ending", "ended", "finishing"};
	size_t i = m->first - 1;

	i -= i && at_word(p, i, "in");
	return m->number.integer && m->number.figures > 2 && m->number.figures < 6 &&
	       ANY_WORD(p, i, ends) && !counts_noun(p, m->last) && !is_year_at(p, m->first);
}

/* "take the 405", "catch the 6": a road or a line */
static bool is_road(const struct parse *p, const struct measure *m)
{
	static const char roads[][WORD_ROOM] = {"take", "takes", "took",  "avoid", "avoids",
						"off",  "via",   "along", "onto"};
	static const char lines[][WORD_ROOM] = {"ride", "rides", "rode", "catch", "caught"};
	static const char those[][WORD_ROOM] = {"of", "who", "that", "which", "we", "with"};
	size_t i = m->first - 1;

	if (!i || !m->number.integer || m->number.figures > 3 || !at_word(p, i, "the") ||
	    !is_alone(p, m) || ANY_WORD(p, m->last, those))
		return false;
	return ANY_WORD(p, i - 1, lines) || (m->number.figures == 3 && ANY_WORD(p, i - 1, roads));
}

/* "press 1 for sales", "and 2 for support" */
static bool is_pressed(const struct parse *p, const struct measure *m)
{
	static const char keys[][WORD_ROOM] = {"press", "dial", "presses"};
	size_t i = m->first;

	if (m->number.figures != 1 || !(at_word(p, m->last, "for") ||
					(at_word(p, m->last, "to") && !at_number(p, m->last + 1))))
		return false;
	if (at_word(p, i - 1, "and") || at_word(p, i - 1, "or") || at_sign(p, i - 1, ','))
		for (size_t k = i - 1; k-- > 0 && i - k < 9;)
			if (ANY_WORD(p, k, keys))
				return true;
	return ANY_WORD(p, i - 1, keys);
}

/* "listens on 8443", "was called on 121.5", "wore 10" */
static bool is_tuned(const struct parse *p, const struct measure *m)
{
	static const char wears[][WORD_ROOM] = {"wears", "wore", "wearing"};
	static const char listens[][WORD_ROOM] = {"listen",     "listens",   "listening",
						  "listened",   "tune",      "tuned",
						  "broadcasts", "broadcast", "called"};
	size_t i = m->first;

	if (ANY_WORD(p, i - 1, wears))
		return m->number.integer && is_alone(p, m);
	return i > 1 && at_word(p, i - 1, "on") && ANY_WORD(p, i - 2, listens) && is_alone(p, m);
}

/* "the booking site just says [404]" */
static bool is_said_by_page(const struct parse *p, size_t i)
{
	static const char says[][WORD_ROOM] = {"says",   "say",      "said",      "shows",
					       "showed", "displays", "displayed", "show"};
	static const char pages[][WORD_ROOM] = {"site",    "website", "page",   "pages",   "link",
						"links",   "browser", "app",    "url",     "server",
						"webpage", "api",     "portal", "homepage"};

	if (!ANY_WORD(p, i - 1, says))
		return false;
	for (size_t k = i - 1; k-- > 0 && i - k < 7;)
		if (ANY_WORD(p, k, pages))
			return true;
	return false;
}

/* "run chmod 755", "kill -9", "it exits with 137" */
static bool is_command(const struct parse *p, const struct measure *m)
{
	static const char commands[][WORD_ROOM] = {"chmod",  "umask",    "sigkill", "errno",
						   "squawk", "squawked", "squawks", "squawking"};
	static const char exits[][WORD_ROOM] = {"exit", "exits", "exited", "exiting"};
	size_t i = m->first;

	if (ANY_WORD(p, i - 1, commands))
		return m->number.integer;
	if (at_word(p, i - 1, "kill"))
		return m->value == -9 || m->value == -15;
	if (i > 1 && at_word(p, i - 1, "in") && at_word(p, i - 2, "key")) /* "key in 4471" */
		return m->number.integer && m->number.figures > 2 && is_alone(p, m);
	return i > 1 && at_word(p, i - 1, "with") && ANY_WORD(p, i - 2, exits) && is_alone(p, m);
}

/* "we open at 8", "call me at 3, not at 4": an hour, where nothing else could be meant */
static bool is_hour(const struct parse *p, const struct measure *m)
{
	static const char opens[][WORD_ROOM] = {"open", "opens", "close", "closes", "meet"};
	static const char whom[][WORD_ROOM] = {"me", "you", "us"};
	static const char traded[][WORD_ROOM] = {"shares", "share", "stock",
						 "stocks", "price", "prices"};
	static const char calls[][WORD_ROOM] = {"call", "ring", "see", "meet", "phone"};
	size_t i = m->first;

	if (i < 3 || !m->number.integer || m->value < 1 || m->value > 12 ||
	    !at_word(p, i - 1, "at") || !(at_end(p, m->last) || at_sign(p, m->last, ',')))
		return false;
	if (ANY_WORD(p, i - 3, traded)) /* "the shares close at 8" */
		return false;
	return ANY_WORD(p, i - 2, opens) || (ANY_WORD(p, i - 2, whom) && ANY_WORD(p, i - 3, calls));
}

/* "the 8 on our shop sign": a figure that is painted there, where nobody is counted */
static bool is_painted(const struct parse *p, const struct measure *m)
{
	static const char things[][WORD_ROOM] = {"sign",   "door",  "keyboard", "keypad", "clock",
						 "jersey", "shirt", "badge",    "plate",  "label",
						 "dial",   "key",   "doorbell", "gate"};
	static const char whose[][WORD_ROOM] = {"the", "our", "my", "your", "his", "her", "their"};
	size_t i = m->last;

	if (!m->number.integer || m->number.figures > 2 || !at_word(p, m->first - 1, "the") ||
	    !at_word(p, i, "on") || !ANY_WORD(p, i + 1, whose))
		return false;
	i += 2u + !ANY_WORD(p, i + 2, things);
	/* not "the 3 on the door team" */
	return ANY_WORD(p, i, things) &&
	       (at_end(p, i + 1) || tells_of_one(p, i + 1) || told_of_one(p, i + 1));
}

/* "returned 404 again", "coded 99214", "the 1040", "her 1099" */
static bool is_coded(const struct parse *p, const struct measure *m)
{
	static const char answers[][WORD_ROOM] = {"returns", "returned", "answered", "answers",
						  "throws",  "threw",    "got",      "gets",
						  "gave",    "gives",    "return",   "throw"};
	static const char owners[][WORD_ROOM] = {"the", "a",   "an", "our",  "your",
						 "his", "her", "my", "their"};
	static const uint16_t tax[] = {1040, 1099, 1098, 1095, 1065, 1120, 990, 941, 940};
	size_t i = m->first;

	if (m->number.figures < 3 || !is_alone(p, m))
		return false;
	/* "the 1003 is late"; "the 170 is the median" of what was counted */
	if (m->number.figures == 4 && (at_word(p, m->last, "is") || at_word(p, m->last, "was")))
		return m->number.integer && ANY_WORD(p, i - 1, owners);
	if (is_status(m->value) && (ANY_WORD(p, i - 1, answers) || is_said_by_page(p, i)))
		return true;
	if (m->number.figures == 5 && (at_word(p, i - 1, "coded") || at_word(p, i - 1, "billed")))
		return true;
	for (size_t k = 0; k < sizeof(tax) / sizeof(*tax); k++)
		if (m->value == tax[k])
			return ANY_WORD(p, i - 1, owners);
	return false;
}

/* "the code for the side door is [4471]" */
static bool is_told_of(const struct parse *p, const struct measure *m)
{
	static const char ids[][WORD_ROOM] = {"code", "pin", "password", "passcode", "extension"};
	size_t i = m->first;

	if (m->number.figures < 3 || !is_alone(p, m))
		return false;
	for (size_t k = i - 2; k-- > 0 && i - k < 8;)
		if (ANY_WORD(p, k, ids) && p->t[k - (k > 0)].flags & PF_TOKEN_SENTENCE &&
		    (at_word(p, k + 1, "for") || at_word(p, k + 1, "to")))
			return true;
	return false;
}

/* "the SKU is 4402", "the build number is 22621" */
static bool is_told(const struct parse *p, const struct measure *m)
{
	static const char ids[][WORD_ROOM] = {
		"sku", "extension", "ext",    "zip",    "pin",     "id",    "code",     "port",
		"ref", "reference", "ticket", "docket", "barcode", "plate", "frequency"};
	size_t i = m->first;

	if (i < 3 || !at_word(p, i - 1, "is"))
		return i == 2 && at_word(p, 1, "is") && ANY_WORD(p, 0, ids);
	if (at_word(p, i - 2, "number"))
		return is_word_token(p, i - 3) && !at_class(p, i - 3, LEX_NOT_NOUN);
	return ANY_WORD(p, i - 2, ids) || is_told_of(p, m);
}

/* "the guest in 214 is ill": in a room, since nothing of many follows; not "1 call in 14 is late"
 */
static bool is_room(const struct parse *p, const struct measure *m)
{
	static const char one[][WORD_ROOM] = {"is", "was", "has", "wants", "asked", "needs"};
	size_t i = m->first;

	if (i < 2 || m->number.figures != 3 || !at_word(p, i - 1, "in") ||
	    !ANY_WORD(p, m->last, one) || !is_word_token(p, i - 2) ||
	    at_any(p, i - 2, LEX_BIT(NOT_NOUN) | LEX_BIT(VERB) | LEX_BIT(PAST)))
		return false;
	for (size_t k = i - 2; k-- > 0 && i - k < 6;)
		if (at_number(p, k) || at_any(p, k, LEX_BIT(NUMBER)) || at_word(p, k, "every"))
			return false;
	return true;
}

/* "notes for 5.1", "upgraded to 4.2" */
static bool is_upgrade(const struct parse *p, const struct measure *m)
{
	static const char leads[][WORD_ROOM] = {"to", "for", "from", "on", "in"};
	static const char what[][WORD_ROOM] = {"notes",     "upgrade",   "upgraded", "upgrades",
					       "update",    "updated",   "updating", "upgrading",
					       "downgrade", "migrate",   "migrated", "patch",
					       "changelog", "migrating", "docs",     "patched"};
	size_t i = m->first;

	return i > 1 && is_pointed(p, m) && ANY_WORD(p, i - 1, leads) && ANY_WORD(p, i - 2, what) &&
	       is_alone(p, m);
}

/* "a recent version of Go (>= 1.13)", "Node.js 18 or later", "Log4j 2" */
static bool has_versions(const struct parse *p, const struct measure *m)
{
	static const char newer[][WORD_ROOM] = {"later", "newer"};
	size_t i = m->first;
	bool version = m->number.digits && !m->number.integer && !(m->number.scale > 0);

	if (i > 2 && m->number.figures < 3 && is_word_token(p, i - 1) && at_glued(p, i - 1) &&
	    at_number(p, i - 2) && at_glued(p, i - 2))
		return !counts_noun(p, m->last);
	if (m->bare && at_word(p, m->last, "or") && ANY_WORD(p, m->last + 1, newer))
		return is_word_token(p, i - 1) && !at_any(p, i - 1, LEX_BIT(NOT_NOUN));
	if (version && at_bytes(p, i - 1, "BY")) /* "CC BY 4.0" */
		return true;
	for (size_t k = i; version && k-- > 0 && i - k < 8 && !at_end(p, k);)
		if (at_word(p, k, "version"))
			return true;
	return false;
}

bool is_identity(const struct parse *p, const struct measure *m)
{
	if (is_dialled(p, m))
		return true;
	if (at_word(p, m->first - 1, "type")) /* "type 2 diabetes" */
		return m->number.figures == 1;
	if (m->number.figures == 5 && is_code_of_five(p, m))
		return true;
	if (counts_noun(p, m->last))
		return has_versions(p, m);
	return is_told(p, m) || is_command(p, m) || is_hour(p, m) || is_painted(p, m) ||
	       is_pressed(p, m) || is_tail(p, m) || is_road(p, m) || is_tuned(p, m) ||
	       is_coded(p, m) || is_room(p, m) || is_upgrade(p, m) || has_versions(p, m);
}
