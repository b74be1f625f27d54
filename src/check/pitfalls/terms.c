/* The terms in which makers speak of what they made. */
#include "pitfalls.h"

#include "draft/words.h"

#define TERMS_KEPT 16u /* that are told apart */

struct terms {
	uint32_t words[TERMS_KEPT]; /* stems of the first word of each */
	size_t n;
	struct pf_range first;
};

static void keep(const struct pf_view *view, struct terms *t, uint32_t token, struct pf_range range)
{
	uint32_t word = pf_view_stem(view, token);

	for (size_t i = 0; i < t->n; i++)
		if (t->words[i] == word)
			return;
	if (t->n == TERMS_KEPT)
		return;
	if (!t->n || range.begin < t->first.begin)
		t->first = range;
	t->words[t->n++] = word;
}

static bool has_inner_capital(struct pf_slice word)
{
	for (size_t i = 1; i < word.len; i++)
		if (word.ptr[i] >= 'A' && word.ptr[i] <= 'Z')
			return true;
	return false;
}

static bool is_upper(const struct pf_view *view, uint32_t token)
{
	return token < view->tokens->n && view->tokens->v[token].flags & PF_TOKEN_UPPER;
}

#define TITLE_LONG 24u /* tokens */

/* "# PR/FAQ: PlanForge": what the page calls its product. */
static bool is_title(const struct pf_view *view, uint32_t token)
{
	size_t n;
	const struct pf_block *first = pf_doc_blocks(view->doc, &n);

	for (uint32_t i = 0; i < TITLE_LONG && i < token; i++)
		if (view->tokens->word[i] == view->tokens->word[token])
			return view->tokens->v[i].end <= first->end;
	return false;
}

/* "OPAQUE", "gRPC", "MySQL"; "FOR IMMEDIATE RELEASE" is only said aloud, "PR/FAQ" is what the page
 * is, and everybody says "PDF". */
static bool is_coined(const struct pf_view *view, uint32_t i)
{
	static const char *const everyday[] = {"pr", "faq", "prfaq", "faqs", "pdf", "pdfs", "qr",
					       "id", "tv",  "us",    "uk",   "eu",  "ceo",  NULL};
	const struct pf_token *t = &view->tokens->v[i];

	if (t->kind != PF_TOKEN_WORD || pf_token_among(view, i, everyday))
		return false;
	if (is_upper(view, i))
		return !is_upper(view, i + 1) && !(i && is_upper(view, i - 1));
	return has_inner_capital(pf_slice_cut(view->text, t->begin, t->end)) && !is_title(view, i);
}

static void count_listed(const struct pf_view *view, struct pf_range range, uint32_t list,
			 struct terms *t)
{
	struct pf_hits hits = pf_view_hits(view, list, range);

	for (size_t i = 0; i < hits.n; i++)
		keep(view, t, hits.v[i].first, (struct pf_range){hits.v[i].begin, hits.v[i].end});
}

/* "Lambda", but no "lambda". */
static void count_names(const struct pf_view *view, struct pf_range range, struct terms *t)
{
	struct pf_hits hits = pf_view_hits(view, PF_LIST_stack_names, range);

	for (size_t i = 0; i < hits.n; i++)
		if (view->tokens->v[hits.v[i].first].flags & PF_TOKEN_CAPITAL)
			keep(view, t, hits.v[i].first,
			     (struct pf_range){hits.v[i].begin, hits.v[i].end});
}

size_t pf_terms_count(const struct pf_view *view, struct pf_range range, struct pf_range *first)
{
	struct pf_range dateline = view->parts->dateline;
	struct terms terms = {0};

	for (uint32_t i = pf_tokens_at(view->tokens, range.begin),
		      last = pf_tokens_at(view->tokens, range.end);
	     i < last; i++) {
		const struct pf_token *t = &view->tokens->v[i];

		/* "SAN FRANCISCO, CA" is where it is told. */
		if ((t->begin < dateline.begin || t->begin >= dateline.end) && is_coined(view, i))
			keep(view, &terms, i, (struct pf_range){t->begin, t->end});
	}
	count_listed(view, range, PF_LIST_technical, &terms);
	count_listed(view, range, PF_LIST_technology, &terms);
	count_names(view, range, &terms);
	if (terms.n)
		*first = terms.first;
	return terms.n;
}
