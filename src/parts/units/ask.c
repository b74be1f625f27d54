/* Whether a unit asks: by its marks, its heading, or a question mark at its end. */
#include <string.h>

#include "find.h"

/* Past "Q3:", "12.", "(2)", "C1.": where the words of the question begin. */
static uint32_t skip_marker(const struct pf_find *f, uint32_t i, uint32_t last, bool *marked)
{
	const struct pf_token *v = f->tokens->v;
	uint32_t after;

	while (i < last && v[i].kind == PF_TOKEN_SIGN && !pf_token_is_sign(&v[i], '"') &&
	       !pf_token_is_sign(&v[i], '$'))
		i++;
	switch (pf_marker_at(f, i, last, &after)) {
	case 'Q': *marked = true; return after;
	case 'A': return last; /* "A1:" opens an answer, whatever it asks */
	default: break;
	}
	/* One capital and a number, as in "C1." or "I12:", is a numbering of questions; "v1:" is
	 * not. */
	if (i + 2 < last && v[i].kind == PF_TOKEN_WORD && v[i].end - v[i].begin == 1 &&
	    v[i].flags & PF_TOKEN_CAPITAL && f->text.ptr[v[i].begin] != 'V' &&
	    v[i + 1].kind == PF_TOKEN_NUMBER && !(v[i + 1].flags & PF_TOKEN_SPACED) &&
	    (pf_token_is_sign(&v[i + 2], '.') || pf_token_is_sign(&v[i + 2], ':') ||
	     pf_token_is_sign(&v[i + 2], ')'))) {
		*marked = true;
		return i + 3;
	}
	if (i + 1 < last && v[i].kind == PF_TOKEN_NUMBER &&
	    (pf_token_is_sign(&v[i + 1], '.') || pf_token_is_sign(&v[i + 1], ')') ||
	     pf_token_is_sign(&v[i + 1], ':')))
		i += 2;
	else if (i + 1 < last && v[i].kind == PF_TOKEN_NUMBER && f->text.ptr[v[i].end] == '\\')
		i += 2; /* "1\." of Google Docs, whose stop may have been masked */
	/* "1. Q: What ..." has both. */
	if (pf_marker_at(f, i, last, &after) == 'Q') {
		*marked = true;
		return after;
	}
	return i;
}

#define BRACKET_TOKENS 12u

static bool ends_asking(const struct pf_find *f, uint32_t first, uint32_t last)
{
	const struct pf_token *v = f->tokens->v;

	/* "Where does my data live? (privacy)" */
	if (last > first && pf_token_is_sign(&v[last - 1], ')')) {
		uint32_t open = last - 1;

		while (open > first && last - open < BRACKET_TOKENS &&
		       !pf_token_is_sign(&v[open], '('))
			open--;
		if (open > first && pf_token_is_sign(&v[open - 1], '?'))
			last = open;
	}
	while (last > first && v[last - 1].kind == PF_TOKEN_SIGN &&
	       !pf_token_is_sign(&v[last - 1], '?'))
		last--;
	return last > first && pf_token_is_sign(&v[last - 1], '?');
}

#define MARKS_BEHIND 8u /* more of them in a row are no prose */

/* 'The board said "why not?" and left' is told, though what was said asks. */
static bool tells_of_asking(const struct pf_find *f, uint32_t mark, uint32_t last)
{
	const struct pf_token *v = f->tokens->v;
	uint32_t next = mark + 1;

	if (!(v[mark].flags & PF_TOKEN_QUOTED))
		return false;
	while (next < last && next < mark + MARKS_BEHIND && v[next].kind == PF_TOKEN_SIGN)
		next++;
	return next < last && v[next].kind == PF_TOKEN_WORD &&
	       !(v[next].flags & (PF_TOKEN_CAPITAL | PF_TOKEN_QUOTED | PF_TOKEN_LINE));
}

bool pf_asks_at(const struct pf_find *f, uint32_t i, uint32_t last)
{
	return pf_token_is_sign(&f->tokens->v[i], '?') && !tells_of_asking(f, i, last);
}

/* One past the run of sentences that ask, from `i` on; `i` when the first does not. */
static uint32_t asking_end(const struct pf_find *f, uint32_t i, uint32_t last)
{
	const struct pf_token *v = f->tokens->v;
	uint32_t end = i;

	for (uint32_t k = i; k < last; k++) {
		if (k > i && v[k].flags & PF_TOKEN_SENTENCE && end <= i)
			break; /* the first sentence ended without "?" */
		if (k > end && end > i && v[k].flags & PF_TOKEN_LINE)
			break;
		if (pf_asks_at(f, k, last)) {
			end = k + 1;
			while (end < last && v[end].kind == PF_TOKEN_SIGN && v[end].sign &&
			       strchr("\"')?!", v[end].sign) && !(v[end].flags & PF_TOKEN_SPACED))
				end++;
			k = end - 1; /* of "????" each mark would read the rest */
		} else if (k > end && end > i && v[k].flags & PF_TOKEN_SENTENCE && k != end) {
			break; /* a sentence after the question that did not ask */
		}
	}
	return end;
}

static void set(const struct pf_find *f, struct pf_unit *u, enum pf_ask ask, uint32_t first,
		uint32_t last)
{
	if (first >= last)
		return;
	u->ask = (uint8_t)ask;
	u->ask_begin = f->tokens->v[first].begin;
	u->ask_end = f->tokens->v[last - 1].end;
	u->answer_at = last < u->last ? f->tokens->v[last].begin : u->end;
}

/* A bold run that asks, with the answer behind it or below. */
static bool read_bold(const struct pf_find *f, struct pf_unit *u, uint32_t first, bool marked)
{
	uint32_t stop = pf_tokens_at(f->tokens, u->label.end);

	if (u->label.end == u->label.begin || stop > u->last || stop <= first)
		return false;
	/* The mark that asks may stand outside of the bold run. */
	if (stop < u->last && pf_token_is_sign(&f->tokens->v[stop], '?'))
		stop++;
	/* "**Where is the chat? Marketing has named it.**" asks, and says why. */
	if (!ends_asking(f, first, stop) && !marked && asking_end(f, first, stop) == first)
		return false;
	set(f, u, marked ? PF_ASK_MARKED : PF_ASK_BOLD, first, stop);
	return true;
}

/* Does the line above, in the same paragraph, ask? */
static bool goes_on_answer(const struct pf_find *f, const struct pf_unit *u)
{
	return u > f->units.v && u[-1].block == u->block && u[-1].ask == PF_ASK_MARKED &&
	       u[-1].answer_at >= u[-1].end;
}

void pf_ask_read(const struct pf_find *f, struct pf_unit *u)
{
	bool marked = false;
	uint32_t first = skip_marker(f, u->first, u->last, &marked), end;

	if (first >= u->last)
		return;
	if (u->kind == PF_UNIT_HEADING) {
		if (marked || ends_asking(f, first, u->last))
			set(f, u,
			    marked                     ? PF_ASK_MARKED
			    : u->level < PF_LEVEL_BOLD ? PF_ASK_HEADING
						       : PF_ASK_BOLD,
			    first, u->last);
		return;
	}
	if (u->level && read_bold(f, u, first, marked))
		return;
	end = asking_end(f, first, u->last);
	/* "Q3: open the beta" in a list is a quarter, and right below what asks for the plan. */
	if (end == first && marked && (u->depth || goes_on_answer(f, u)))
		return;
	if (end == first && marked)
		end = pf_line_stop(f, first, u->last);
	if (end > first)
		set(f, u, marked ? PF_ASK_MARKED : PF_ASK_WEAK, first, end);
}

/* Does the table's first row name that column "Question"? */
static bool is_asking_column(const struct pf_find *f, const struct pf_unit *u, uint32_t column)
{
	uint32_t table = f->blocks[u->block].parent, row = table + 1;

	if (table == PF_DOC_NONE || row == u->block || f->blocks[row].kind != PF_BLOCK_ROW)
		return false;
	for (uint32_t i = row + 1; i < f->n_blocks && f->blocks[i].parent == row; i++) {
		uint32_t first = pf_tokens_at(f->tokens, f->blocks[i].begin);

		if (f->blocks[i].number == column && first < f->tokens->n)
			return f->tokens->v[first].begin < f->blocks[i].end &&
			       PF_ONE_OF(f, first, "question", "questions");
	}
	return false;
}

/* The cell that asks: the one below "Question", else the first with words in it. */
static const struct pf_block *asking_cell(const struct pf_find *f, const struct pf_unit *u,
					  bool *named)
{
	const struct pf_block *cell = NULL;

	for (uint32_t i = u->block + 1; i < f->n_blocks && f->blocks[i].parent == u->block; i++) {
		const struct pf_block *b = &f->blocks[i];
		uint32_t first = pf_tokens_at(f->tokens, b->begin);
		uint32_t last = pf_tokens_at(f->tokens, b->end);

		*named = first < last && is_asking_column(f, u, b->number);
		if (*named)
			return b;
		/* "| 3 | What does it cost? | Nothing. |" numbers its questions. */
		if (!cell && first < last &&
		    (first + 1 < last || f->tokens->v[first].kind != PF_TOKEN_NUMBER))
			cell = b;
	}
	return cell;
}

void pf_ask_row(const struct pf_find *f, struct pf_unit *u)
{
	bool named = false, marked = false;
	const struct pf_block *cell = asking_cell(f, u, &named);
	uint32_t first, last;

	if (!cell)
		return;
	last = pf_tokens_at(f->tokens, cell->end);
	first = skip_marker(f, pf_tokens_at(f->tokens, cell->begin), last, &marked);
	if (named || ends_asking(f, first, last))
		set(f, u, named ? PF_ASK_MARKED : PF_ASK_WEAK, first, last);
}
