/* regex: for a user's own rules. Bounded by match limits: a pattern that explodes is reported. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include <limits.h>
#include <pcre2.h>
#include <stdio.h>
#include <string.h>

#include "prfaq/base/bound.h"

#include "kinds.h"

#define MATCH_LIMIT 200000
#define DEPTH_LIMIT 2000

static bool has_starts(const struct pf_params_regex *regex)
{
	return regex->starts.n || regex->signs;
}

const char *pf_regex_compile(const struct pf_params_regex *regex, void **code)
{
	int error;
	PCRE2_SIZE at;

	/* Not UTF mode: a draft may hold bytes that are none, and they must not stop the rule. */
	*code = pcre2_compile((PCRE2_SPTR)regex->pattern, PCRE2_ZERO_TERMINATED,
			      PCRE2_CASELESS | PCRE2_MULTILINE, &error, &at, NULL);
	if (!*code)
		return "does not compile as a Perl-compatible pattern";
	/* Pays for itself on the first page that is searched at every letter; where there is no
	 * JIT, or little to search, the pattern is read. */
	if (!has_starts(regex))
		pcre2_jit_compile(*code, PCRE2_JIT_COMPLETE);
	return NULL;
}

void pf_regex_free(void *code)
{
	pcre2_code_free(code);
}

static void *code_of(const struct pf_rubric *rubric, const struct pf_rule *rule)
{
	size_t i = 0;

	while (rubric->regexes.v[i].rule != rule)
		i++;
	return rubric->regexes.v[i].code;
}

struct search {
	const struct pf_view *view;
	const struct pf_params_regex *p;
	void *code;
	pcre2_match_data *data;
	pcre2_match_context *context;
	size_t n, looked_up;
	struct pf_range first;
	bool exploded;
};

#define LOOKUPS 64 /* each is a walk over the text */

/* "[React]" with "[React]: https://..." below it is a link, and "`a[scope]`" is code. */
static bool is_markup(struct search *s, struct pf_range match)
{
	struct pf_slice text = s->view->text;
	size_t n, i;
	const struct pf_mask *masks = pf_doc_masks(s->view->doc, &n);
	char name[80];

	i = PF_LOWER_BOUND(masks, n, end, match.begin + 1);
	if (i < n && masks[i].kind == PF_MASK_CODE && masks[i].begin <= match.begin)
		return true;
	if (text.ptr[match.begin] != '[' || match.end - match.begin + 2 > sizeof(name) ||
	    s->looked_up++ >= LOOKUPS)
		return false;
	snprintf(name, sizeof(name), "%.*s:", (int)(match.end - match.begin),
		 text.ptr + match.begin);
	return pf_slice_find(text, pf_slice_of(name)) < text.len;
}

#define MATCHES_MOST 1000

/* The next match from `at` on, of it alone when anchored; false: none. */
static bool match(struct search *s, PCRE2_SIZE at, uint32_t end, uint32_t options)
{
	int rc = pcre2_match(s->code, (PCRE2_SPTR)s->view->text.ptr, end, at, options, s->data,
			     s->context);

	s->exploded = s->exploded || (rc < 0 && rc != PCRE2_ERROR_NOMATCH);
	return rc >= 0;
}

/* Counts the match that was found, and points at it. Returns where the search goes on. */
static uint32_t take(struct search *s, struct pf_judgement *j)
{
	const PCRE2_SIZE *v = pcre2_get_ovector_pointer(s->data);
	struct pf_range found = {(uint32_t)v[0], (uint32_t)v[1]};

	if (!is_markup(s, found)) {
		if (!s->n++)
			s->first = found;
		if (s->p->want == PF_WANT_ABSENT)
			pf_judge_point(s->view, j, found, "");
	}
	return found.end > found.begin ? found.end : found.end + 1;
}

static void search_range(struct search *s, struct pf_range range, struct pf_judgement *j)
{
	uint32_t at = range.begin;

	while (at < range.end && s->n < MATCHES_MOST && match(s, at, range.end, 0))
		at = take(s, j);
}

/* Where each of the rule's signs stands next, by its byte; of others nothing is known. */
struct signs {
	const char *all;
	uint32_t next[UCHAR_MAX + 1];
};

static void signs_init(struct signs *signs, const char *all)
{
	signs->all = all ? all : "";
	for (const char *c = signs->all; *c; c++)
		signs->next[(unsigned char)*c] = 0;
}

/* Where one of them stands next, from `at` on; `end` when there is none. Each is looked for once,
 * and not again before it is passed. */
static uint32_t next_sign(struct signs *signs, struct pf_slice text, uint32_t at, uint32_t end)
{
	uint32_t first = end;

	for (const char *c = signs->all; *c; c++) {
		uint32_t *next = &signs->next[(unsigned char)*c];

		if (*next <= at) {
			const char *found = memchr(text.ptr + at, *c, end - at);

			*next = found ? (uint32_t)(found - text.ptr) : end;
		}
		first = *next < first ? *next : first;
	}
	return first;
}

/* The same, where a match can only begin with one of the rule's phrases or signs. */
static void search_starts(struct search *s, struct pf_hits hits, struct pf_range range,
			  struct pf_judgement *j)
{
	struct pf_slice text = s->view->text;
	struct signs signs;
	uint32_t begin = range.begin, at = range.begin, sign;
	size_t hit = 0;

	signs_init(&signs, s->p->signs);
	sign = next_sign(&signs, text, begin, range.end);
	while (s->n < MATCHES_MOST && !s->exploded) {
		if (sign < begin)
			sign = next_sign(&signs, text, begin, range.end);
		while (hit < hits.n && hits.v[hit].begin < begin)
			hit++;
		begin = hit < hits.n && hits.v[hit].begin < sign ? hits.v[hit].begin : sign;
		if (begin >= range.end)
			return;
		if (begin >= at && match(s, begin, range.end, PCRE2_ANCHORED))
			at = take(s, j);
		begin++;
	}
}

static void search(struct search *s, const struct pf_rule *rule, struct pf_range range,
		   struct pf_judgement *j)
{
	struct pf_hits hits = {0};

	if (pf_range_empty(range)) /* it means the whole draft to a search for hits */
		return;
	if (rule->n_lists)
		hits = pf_view_hits(s->view, rule->lists[0], range);
	if (has_starts(s->p))
		search_starts(s, hits, range, j);
	else
		search_range(s, range, j);
}

static void conclude(const struct search *s, struct pf_range span, struct pf_judgement *j)
{
	double n = (double)s->n;

	if (s->exploded) {
		j->n_places = 0;
		pf_judge_skip(j, "the pattern took too long and was stopped");
		return;
	}
	j->n = n;
	if (s->p->want == PF_WANT_PRESENT) {
		pf_judge_credit(j, n > 0 ? 1 : 0, n > 0 ? s->first : span, "%zu found", s->n);
		if (!s->n)
			pf_judge_place(j, span);
		return;
	}
	pf_judge_credit(
		j, pf_ramp(n, s->p->none > s->p->allow ? s->p->none : s->p->allow + 1, s->p->allow),
		s->n ? s->first : span, "%zu found", s->n);
	if (j->outcome == PF_OUTCOME_PASS)
		j->n_places = 0;
}

void pf_regex_judge(const struct pf_view *view, const struct pf_rule *rule, struct pf_judgement *j)
{
	const struct pf_params_regex *p = &rule->params.regex;
	struct search s = {.view = view, .p = p, .code = code_of(view->rubric, rule)};
	struct pf_range span;

	if (!pf_scope_span(view, &p->parts, &span)) {
		pf_judge_owe(j, "the part is missing");
		return;
	}
	s.data = pcre2_match_data_create(1, NULL);
	s.context = pcre2_match_context_create(NULL);
	pcre2_set_match_limit(s.context, MATCH_LIMIT);
	pcre2_set_depth_limit(s.context, DEPTH_LIMIT);
	if (!p->parts.n)
		search(&s, rule, pf_view_whole(view), j);
	for (size_t i = 0; p->parts.n && i < view->parts->parts.n; i++)
		if (pf_scope_has(&p->parts, view->parts->parts.v[i].id))
			search(&s, rule, view->parts->parts.v[i].body, j);
	pcre2_match_context_free(s.context);
	pcre2_match_data_free(s.data);
	conclude(&s, span, j);
}
