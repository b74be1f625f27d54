/* Cheats: what others wrote, the brief wrote, or the page says already. */
#include <ctype.h>
#include <string.h>

#include "cheats.h"
#include "prfaq/bank/model.h"
#include "prfaq/base/mem.h"

bool pf_cheat_prompt_copied(struct pf_breeding *b)
{
	if (!b->draft.prompt)
		return false;
	for (size_t t = 0; t < PF_BREED_TITLES; t++) {
		pf_breed_heading(b, t);
		pf_buf_printf(b->out, "%s\n", b->draft.prompt->prompt);
	}
	return true;
}

bool pf_cheat_notebook_dumped(struct pf_breeding *b)
{
	const struct pf_prompt *p = b->draft.prompt;

	if (!p)
		return false;
	for (size_t t = 0; t + 1 < PF_BREED_TITLES; t++) {
		pf_breed_heading(b, t);
		for (size_t i = t; i < p->points.n; i += 2)
			pf_buf_printf(b->out, "- %s.\n", p->points.v[i].text);
		pf_buf_byte(b->out, '\n');
	}
	pf_breed_heading(b, PF_BREED_TITLES - 1);
	for (size_t i = 0; i < p->facts.n; i++)
		if (p->facts.v[i].try.n)
			pf_buf_printf(b->out, "**Q: %s**\n\nA: %s\n\n", p->facts.v[i].try.v[0],
				      p->facts.v[i].say);
	return true;
}

bool pf_cheat_anothers_model(struct pf_breeding *b)
{
	pf_buf_slice(b->out, b->other_model);
	return b->draft.prompt != NULL;
}

/* Copies `text`, each word of `from` replaced by one of `to`. */
static void exchange(struct pf_breeding *b, struct pf_slice text, const struct pf_yaml_texts *from,
		     const struct pf_yaml_texts *to, struct pf_buf *out)
{
	size_t at = 0;

	while (at < text.len) {
		size_t best = from->n, len = 0;
		bool begins = !at || !isalpha((unsigned char)text.ptr[at - 1]);

		for (size_t i = 0; i < from->n && begins; i++) {
			size_t n = strlen(from->v[i]);

			if (n > len && at + n <= text.len &&
			    pf_slice_equal_nocase(pf_slice_cut(text, at, at + n),
						  pf_slice_of(from->v[i])) &&
			    (at + n == text.len || !isalpha((unsigned char)text.ptr[at + n]))) {
				best = i;
				len = n;
			}
		}
		if (best == from->n) {
			pf_buf_byte(out, text.ptr[at++]);
			continue;
		}
		pf_buf_adds(out, to->n ? to->v[best % to->n] : "thing");
		at += len;
	}
	(void)b;
}

static void exchange_all(struct pf_breeding *b, struct pf_slice text,
			 const struct pf_prompt_lexicon *from, const struct pf_prompt_lexicon *to)
{
	struct pf_buf one = {0}, two = {0};

	exchange(b, text, &from->customer, &to->customer, &one);
	exchange(b, pf_buf_view(&one), &from->problem, &to->problem, &two);
	exchange(b, pf_buf_view(&two), &from->solution, &to->solution, b->out);
	pf_buf_release(&one);
	pf_buf_release(&two);
}

bool pf_cheat_anothers_model_renamed(struct pf_breeding *b)
{
	if (!b->draft.prompt)
		return false;
	exchange_all(b, b->other_model, &b->other->lexicon, &b->draft.prompt->lexicon);
	return true;
}

bool pf_cheat_other_nouns(struct pf_breeding *b)
{
	if (!b->draft.prompt)
		return false;
	exchange_all(b, b->draft.text, &b->draft.prompt->lexicon, &b->other->lexicon);
	return true;
}

/* Six in ten of the longer words, each by a noun of another world, the same wherever it stands. */
bool pf_cheat_any_nouns(struct pf_breeding *b)
{
	static const char *const nouns[] = {"orchard", "ferry",   "kettle",  "saddle",
					    "lantern", "quarry",  "violin",  "harness",
					    "glacier", "walrus",  "pebble",  "trumpet",
					    "anchor",  "thimble", "compass", "barrel"};
	const struct pf_tokens *tokens = pf_doc_tokens(b->read->doc);
	uint32_t at = 0, seed = pf_breed_below(b, 1000);

	for (size_t i = 0; i < tokens->n; i++) {
		const struct pf_token *t = &tokens->v[i];
		uint32_t draw = (t->hash ^ seed * 2654435761u) % 160;

		if (t->kind != PF_TOKEN_WORD || t->end - t->begin < 5 || draw >= 96)
			continue;
		pf_buf_slice(b->out, pf_slice_cut(b->draft.text, at, t->begin));
		pf_buf_adds(b->out, nouns[draw % 16]);
		at = t->end;
	}
	pf_buf_slice(b->out, pf_slice_cut(b->draft.text, at, b->draft.text.len));
	return b->draft.prompt;
}

/* The model answer with other small words: seven in ten of those known, wherever they stand. */
bool pf_cheat_model_retold(struct pf_breeding *b)
{
	static const char *const others[][2] = {
		{"we", "the team"},    {"within", "in"},      {"because", "since"},
		{"and", "as well as"}, {"when", "once"},      {"each", "every"},
		{"nobody", "no one"},  {"must", "has to"},    {"but", "yet"},
		{"shows", "displays"}, {"needs", "requires"}, {"less", "lower"},
	};
	enum { OTHERS = sizeof(others) / sizeof(*others) };
	struct pf_buf model = {0};
	struct pf_tokens tokens = {0};
	uint32_t at = 0;

	if (!b->draft.prompt)
		return false;
	pf_model_markdown(b->draft.prompt, &model);
	pf_tokens_scan(&tokens, pf_buf_view(&model), NULL, 0, NULL, 0);
	for (size_t i = 0; i < tokens.n; i++) {
		const struct pf_token *t = &tokens.v[i];
		size_t k = 0;

		while (k < OTHERS && !pf_token_is(pf_buf_view(&model), t, others[k][0]))
			k++;
		if (k == OTHERS || t->kind != PF_TOKEN_WORD || pf_breed_below(b, 10) >= 7)
			continue;
		pf_buf_slice(b->out, pf_slice_cut(pf_buf_view(&model), at, t->begin));
		pf_buf_adds(b->out, others[k][1]);
		at = t->end;
	}
	pf_buf_slice(b->out, pf_slice_cut(pf_buf_view(&model), at, model.len));
	pf_tokens_release(&tokens);
	pf_buf_release(&model);
	return true;
}

/* A sentence of prose with a number in it. */
static struct pf_slice best_sentence(struct pf_breeding *b)
{
	const struct pf_tokens *tokens = pf_doc_tokens(b->read->doc);
	size_t n = tokens->sentences.n, from = n ? pf_breed_below(b, n) : 0;

	for (size_t i = 0; i < n; i++) {
		size_t k = (from + i) % n;
		const struct pf_sentence *s = &tokens->sentences.v[k];

		if (s->words >= 8 && b->read->quants.sentences.v[k].n)
			return pf_slice_cut(b->draft.text, s->begin, s->end);
	}
	return (struct pf_slice){0};
}

bool pf_cheat_best_repeated(struct pf_breeding *b)
{
	struct pf_slice best = best_sentence(b);

	for (size_t t = 0; t < PF_BREED_TITLES; t++) {
		pf_breed_heading(b, t);
		for (int i = 0; i < 6; i++)
			pf_buf_printf(b->out, "%.*s ", PF_SLICE_ARG(best));
		pf_buf_adds(b->out, "\n\n");
	}
	return best.len > 0;
}

bool pf_cheat_best_added(struct pf_breeding *b)
{
	struct pf_slice best = best_sentence(b);

	pf_buf_slice(b->out, b->draft.text);
	for (int i = 0; i < 10; i++)
		pf_buf_printf(b->out, "\n%.*s\n", PF_SLICE_ARG(best));
	return best.len > 0;
}

bool pf_cheat_doubled(struct pf_breeding *b)
{
	pf_buf_slice(b->out, b->draft.text);
	pf_buf_byte(b->out, '\n');
	pf_buf_slice(b->out, b->draft.text);
	return true;
}

bool pf_cheat_padded(struct pf_breeding *b)
{
	static const char *const filler[] = {
		"We are deeply committed to our customers and work backwards from them.",
		"This is a rare opportunity to transform the whole experience.",
		"Expectations are rising all the time in a fast moving world.",
		"Our teams will work closely together at every stage of the way.",
		"We believe that this will make a meaningful difference for everyone.",
	};
	struct pf_slice rest = b->draft.text, line;

	while (pf_slice_line(&rest, &line)) {
		pf_buf_slice(b->out, line);
		for (size_t i = 0; pf_breed_is_prose(line) && *line.ptr != '|' && i * 60 < line.len;
		     i++)
			pf_buf_printf(b->out, " %s", filler[pf_breed_below(b, 5)]);
		pf_buf_byte(b->out, '\n');
	}
	return true;
}

bool pf_cheat_rubrics_words(struct pf_breeding *b)
{
	size_t n = pf_rubric_rules(b->rubric);

	for (size_t t = 0; t < PF_BREED_TITLES; t++) {
		pf_breed_heading(b, t);
		for (int i = 0; i < 5; i++) {
			struct pf_rule_text r = pf_rubric_rule(b->rubric, pf_breed_below(b, n));

			if (t + 1 == PF_BREED_TITLES)
				pf_buf_printf(b->out, "**Q: %s**\n\nA: ",
					      r.ask && *r.ask ? r.ask : r.message);
			pf_buf_printf(b->out, "%s %s\n\n", r.why, r.fix);
		}
	}
	return true;
}

/* The metrics of another prompt's model in the place of one's own. */
bool pf_cheat_anothers_metrics(struct pf_breeding *b)
{
	struct pf_slice own = b->draft.text, head = PF_SLICE("## Metrics"),
			next = PF_SLICE("\n## ");
	size_t from = pf_slice_find(own, head), at = pf_slice_find(b->other_model, head), end;
	struct pf_slice tail, theirs;

	if (from == own.len || at == b->other_model.len)
		return false;
	theirs = pf_slice_cut(b->other_model, at, b->other_model.len);
	theirs = pf_slice_cut(theirs, 0, pf_slice_find(theirs, next));
	tail = pf_slice_cut(own, from, own.len);
	end = pf_slice_find(tail, next);
	pf_buf_slice(b->out, pf_slice_cut(own, 0, from));
	pf_buf_slice(b->out, theirs);
	pf_buf_slice(b->out, pf_slice_cut(tail, end, tail.len));
	return true;
}

/* "## FAQ" and what is below it, up to the next section; empty when there is none. */
static struct pf_slice answers_of(struct pf_slice model)
{
	size_t at = pf_slice_find(model, PF_SLICE("## FAQ"));
	struct pf_slice faq = pf_slice_cut(model, at, model.len);

	return pf_slice_cut(faq, 0, pf_slice_find(faq, PF_SLICE("\n## ")));
}

bool pf_cheat_anothers_answers(struct pf_breeding *b)
{
	pf_buf_slice(b->out, b->draft.text);
	pf_buf_byte(b->out, '\n');
	pf_buf_slice(b->out, answers_of(b->other_model));
	return answers_of(b->other_model).len > 0;
}

bool pf_cheat_answers_alone(struct pf_breeding *b)
{
	struct pf_slice title = b->draft.text, own = answers_of(b->draft.text);

	pf_buf_slice(b->out, pf_slice_cut(title, 0, pf_slice_find(title, PF_SLICE("\n"))));
	pf_buf_adds(b->out, "\n\n");
	pf_buf_slice(b->out, own);
	return own.len > 0;
}

bool pf_cheat_labels_added(struct pf_breeding *b)
{
	static const char *const labels[] = {
		"Assumption: we assume that people will like it", "Risk: something may go wrong",
		"Stop rule: we stop if it fails", "Guardrail: quality stays high",
		"Alternative discarded: doing nothing"};

	pf_buf_slice(b->out, b->draft.text);
	pf_buf_byte(b->out, '\n');
	for (size_t i = 0; i < sizeof(labels) / sizeof(*labels); i++)
		pf_buf_printf(b->out, "- %s\n", labels[i]);
	return true;
}

bool pf_cheat_notebook_added(struct pf_breeding *b)
{
	const struct pf_prompt *p = b->draft.prompt;

	pf_buf_slice(b->out, b->draft.text);
	pf_buf_adds(b->out, "\n## Appendix\n\n");
	for (size_t i = 0; p && i < p->points.n; i++)
		pf_buf_printf(b->out, "- %s\n", p->points.v[i].text);
	return p;
}
