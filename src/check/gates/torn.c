#include "torn.h"

#include <string.h>

static char byte_before(const struct pf_view *view, uint32_t off)
{
	return off ? view->text.ptr[off - 1] : '\n';
}

static bool is_among(char c, const char *chars)
{
	return c && strchr(chars, c);
}

static void tear(struct pf_torn *torn, struct pf_range at)
{
	if (!torn->pieces++)
		torn->at = at;
}

static void end_block(struct pf_torn *torn)
{
	if (torn->open)
		tear(torn, (struct pf_range){torn->mark, torn->mark + 1});
	torn->open = 0;
	torn->asked = false;
}

/* Behind a word a straight mark ends a quotation, or says inches. */
static bool begins_quotation(const struct pf_view *view, const struct pf_token *t)
{
	if (t->end - t->begin == 3)
		return !memcmp(view->text.ptr + t->begin, "\xe2\x80\x9c", 3);
	return is_among(byte_before(view, t->begin), " \t\r\n([*_>") ||
	       (t->flags & PF_TOKEN_SPACED);
}

/* "**": the emphasis that has both its ends is none of the tokens. */
static bool is_bold_mark(const struct pf_view *view, const struct pf_token *t)
{
	return t->end < view->text.len && view->text.ptr[t->end] == '*' &&
	       !is_among(byte_before(view, t->begin), "*\\");
}

/* A line, a list item or a cell opens there: nothing but marks is before it. */
static bool opens_line(const struct pf_view *view, uint32_t at)
{
	while (at && is_among(view->text.ptr[at - 1], " \t>-+.)#*_|0123456789"))
		at--;
	return byte_before(view, at) == '\n';
}

/* "**Who pays?**", and where its line has words before it, amid. */
static void note_question(const struct pf_view *view, size_t i, struct pf_torn *torn)
{
	const struct pf_token *t = &view->tokens->v[i];
	uint32_t begin = view->tokens->sentences.v[pf_sentence_of(view->tokens, i)].begin;

	if (t->end >= view->text.len || !is_among(view->text.ptr[t->end], "*_") ||
	    !is_among(byte_before(view, begin), "*_"))
		return;
	if (opens_line(view, begin)) {
		torn->leading++;
		torn->asked = true;
	} else if (!torn->asked && !torn->amid++) {
		torn->at_amid = (struct pf_range){begin, t->end};
	}
}

void pf_torn_note(const struct pf_view *view, size_t i, struct pf_torn *torn)
{
	const struct pf_token *t = &view->tokens->v[i];

	if (t->flags & PF_TOKEN_BLOCK)
		end_block(torn);
	if (t->sign == '?') {
		note_question(view, i, torn);
	} else if (t->sign == '*' && is_bold_mark(view, t)) {
		tear(torn, (struct pf_range){t->begin, t->end + 1});
	} else if (t->sign == '"' && begins_quotation(view, t)) {
		/* Of a paragraph that is all quotation many a writer forgets the end, or leaves it
		 * to the next one. */
		torn->open += !(t->flags & PF_TOKEN_BLOCK);
		torn->mark = t->begin;
	} else if (t->sign == '"' && torn->open) {
		torn->open--;
	}
}

/* Who sets off all questions amid their lines does so by habit. */
uint32_t pf_torn_count(struct pf_torn *torn, struct pf_range *first)
{
	uint32_t amid = torn->leading ? torn->amid : 0;

	end_block(torn);
	if (torn->pieces && (!amid || torn->at.begin < torn->at_amid.begin))
		*first = torn->at;
	else if (amid)
		*first = torn->at_amid;
	return torn->pieces + amid;
}
