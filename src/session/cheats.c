/* Cheats: pages that have what a good page has, but for the substance. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "breed.h"
#include "prfaq/bank/model.h"
#include "prfaq/base/mem.h"

static const char *const titles[] = {"Problem", "Solution", "Customer benefit", "Metrics", "FAQ"};
#define TITLES (sizeof(titles) / sizeof(*titles))

static const char *const keywords[] = {
	"customer", "problem",  "metric",  "survey",  "pilot",      "baseline",    "guardrail",
	"revenue",  "benefit",  "launch",  "rollout", "security",   "scalability", "cost",
	"privacy",  "primary",  "leading", "target",  "assumption", "deadline",    "alternative",
	"source",   "adoption", "budget",  "risk",    "retention",
};

uint32_t pf_breed_below(struct pf_breeding *b, size_t n)
{
	return pf_rng_below(b->rng, (uint32_t)n);
}

const char *pf_breed_pick(struct pf_breeding *b, const struct pf_yaml_texts *words)
{
	return words->n ? words->v[pf_breed_below(b, words->n)] : "thing";
}

/* A word of the prompt's lexicon, or of nobody's. */
static const char *noun(struct pf_breeding *b)
{
	const struct pf_prompt_lexicon *l = &b->draft.prompt->lexicon;
	uint32_t which = pf_breed_below(b, 4);

	if (which == 3)
		return keywords[pf_breed_below(b, sizeof(keywords) / sizeof(*keywords))];
	return pf_breed_pick(b, which == 0   ? &l->customer
				: which == 1 ? &l->problem
					     : &l->solution);
}

static void heading(struct pf_breeding *b, size_t i)
{
	pf_buf_printf(b->out, "## %s\n\n", titles[i]);
}

static bool keyword_salad(struct pf_breeding *b)
{
	if (!b->draft.prompt)
		return false;
	for (size_t t = 0; t < TITLES; t++) {
		heading(b, t);
		for (int i = 0; i < 40; i++)
			pf_buf_printf(b->out, "%s%s", noun(b), i % 9 == 8 ? ".\n" : " ");
		pf_buf_adds(b->out, "\n\n");
	}
	return true;
}

static void glued(struct pf_breeding *b, bool numbers)
{
	static const char *const verbs[] = {"improves", "drives",   "reduces",
					    "measures", "protects", "secures"};

	pf_buf_printf(b->out, "The %s of the %s %s the %s", noun(b), noun(b),
		      verbs[pf_breed_below(b, 6)], noun(b));
	if (numbers)
		pf_buf_printf(b->out, " from %u %% to %u %% by June 2027, read from the %s log",
			      10 + pf_breed_below(b, 30), 45 + pf_breed_below(b, 50), noun(b));
	pf_buf_printf(b->out, " for the %s with the %s. ", noun(b), noun(b));
}

static bool glued_page(struct pf_breeding *b, bool numbers)
{
	if (!b->draft.prompt)
		return false;
	for (size_t t = 0; t < 3; t++) {
		heading(b, t);
		for (int i = 0; i < 4; i++)
			glued(b, numbers);
		pf_buf_adds(b->out, "\n\n");
	}
	pf_buf_adds(b->out, "## Metrics\n\n- Primary: ");
	glued(b, numbers);
	pf_buf_adds(b->out, "\n- Secondary: ");
	glued(b, numbers);
	pf_buf_adds(b->out, "\n- Leading: ");
	glued(b, numbers);
	pf_buf_adds(b->out, "\n\n## FAQ\n\n");
	for (int i = 0; i < 6; i++) {
		pf_buf_printf(b->out, "**Q: What about the %s of the %s?**\n\nA: ", noun(b),
			      noun(b));
		glued(b, numbers);
		glued(b, numbers);
		pf_buf_adds(b->out, "\n\n");
	}
	return true;
}

static bool glued_keywords(struct pf_breeding *b)
{
	return glued_page(b, false);
}

static bool glued_numbers(struct pf_breeding *b)
{
	return glued_page(b, true);
}

struct slices {
	struct pf_slice *v;
	size_t n, cap;
};

static void shuffle(struct pf_breeding *b, struct slices *s)
{
	for (size_t i = s->n; i > 1; i--) {
		size_t k = pf_breed_below(b, i);
		struct pf_slice t = s->v[i - 1];

		s->v[i - 1] = s->v[k];
		s->v[k] = t;
	}
}

/* Parts at white space after one of `ends`; at any white space when it is "". */
static void split(struct pf_slice s, const char *ends, struct slices *out)
{
	size_t from = 0;

	out->n = 0;
	for (size_t i = 0; i <= s.len; i++) {
		bool here = i == s.len || (isspace((unsigned char)s.ptr[i]) &&
					   (!*ends || (i && strchr(ends, s.ptr[i - 1]))));

		if (!here)
			continue;
		if (i > from)
			*PF_PUSH(out) = pf_slice_trim(pf_slice_cut(s, from, i));
		from = i < s.len ? i + 1 : i;
	}
}

static bool is_prose(struct pf_slice line)
{
	return line.len && *line.ptr != '#' && !pf_slice_starts(line, "|---");
}

static bool shuffled_words(struct pf_breeding *b)
{
	struct pf_slice rest = b->draft.text, line;
	struct slices sentences = {0}, words = {0};

	while (pf_slice_line(&rest, &line)) {
		if (!is_prose(line)) {
			pf_buf_slice(b->out, line);
			pf_buf_byte(b->out, '\n');
			continue;
		}
		split(line, ".!?", &sentences);
		for (size_t s = 0; s < sentences.n; s++) {
			split(sentences.v[s], "", &words);
			shuffle(b, &words);
			for (size_t i = 0; i < words.n; i++) {
				pf_buf_slice(b->out, words.v[i]);
				pf_buf_byte(b->out, ' ');
			}
		}
		pf_buf_byte(b->out, '\n');
	}
	free(sentences.v);
	free(words.v);
	return true;
}

/* Headings stay; every other line gets as many sentences as it had, of any other. */
static bool shuffled_sentences(struct pf_breeding *b)
{
	struct pf_slice rest = b->draft.text, line;
	struct slices all = {0}, some = {0};
	size_t at = 0;

	while (pf_slice_line(&rest, &line)) {
		if (!is_prose(line))
			continue;
		split(line, ".!?", &some);
		for (size_t i = 0; i < some.n; i++)
			*PF_PUSH(&all) = some.v[i];
	}
	shuffle(b, &all);
	rest = b->draft.text;
	while (pf_slice_line(&rest, &line)) {
		some.n = 0;
		if (is_prose(line))
			split(line, ".!?", &some);
		else
			pf_buf_slice(b->out, line);
		for (size_t i = 0; i < some.n; i++) {
			pf_buf_slice(b->out, all.v[at++]);
			pf_buf_byte(b->out, i + 1 < some.n ? ' ' : '\n');
		}
		pf_buf_byte(b->out, '\n');
	}
	free(all.v);
	free(some.v);
	return true;
}

static bool flowing_sentences(struct pf_breeding *b)
{
	struct slices all = {0};

	split(b->draft.text, ".!?", &all);
	shuffle(b, &all);
	for (size_t i = 0; i < all.n; i++) {
		pf_buf_slice(b->out, all.v[i]);
		pf_buf_byte(b->out, ' ');
	}
	free(all.v);
	return true;
}

static void any_number(struct pf_breeding *b)
{
	uint32_t n = 2 + pf_breed_below(b, 90);

	switch (pf_breed_below(b, 4)) {
	case 0: pf_buf_printf(b->out, "%u%%", n); break;
	case 1: pf_buf_printf(b->out, "$%uM", n); break;
	case 2: pf_buf_printf(b->out, "%u minutes", n); break;
	default: pf_buf_printf(b->out, "%u,000", n); break;
	}
}

static bool number_spray(struct pf_breeding *b)
{
	struct pf_slice rest = b->draft.text, line;
	struct slices words = {0};

	while (pf_slice_line(&rest, &line)) {
		split(line, "", &words);
		for (size_t i = 0; i < words.n; i++) {
			pf_buf_slice(b->out, words.v[i]);
			pf_buf_byte(b->out, ' ');
			if (!is_prose(line) || pf_breed_below(b, 4))
				continue;
			any_number(b);
			pf_buf_byte(b->out, ' ');
		}
		pf_buf_byte(b->out, '\n');
	}
	free(words.v);
	return true;
}

static bool noun_spray(struct pf_breeding *b)
{
	if (!b->draft.prompt)
		return false;
	for (size_t t = 0; t < TITLES; t++) {
		heading(b, t);
		for (int i = 0; i < 16; i++) {
			any_number(b);
			pf_buf_printf(b->out, " of %s%s", noun(b), i % 4 == 3 ? ".\n" : ", ");
		}
		pf_buf_byte(b->out, '\n');
	}
	return true;
}

static bool famous_names(struct pf_breeding *b)
{
	static const char *const names[] = {"Gartner", "McKinsey", "Forrester", "IDC", "Harvard"};

	if (!b->draft.prompt)
		return false;
	for (size_t t = 0; t < TITLES; t++) {
		heading(b, t);
		for (int i = 0; i < 4; i++) {
			if (t + 1 == TITLES)
				pf_buf_printf(b->out, "**Q: What does %s say about %s?**\n\nA: ",
					      names[pf_breed_below(b, 5)], noun(b));
			pf_buf_printf(
				b->out,
				"According to %s, %u %% of %s want a better %s, and %s sees a "
				"market of $%u billion. ",
				names[pf_breed_below(b, 5)], 20 + pf_breed_below(b, 70),
				pf_breed_pick(b, &b->draft.prompt->lexicon.customer), noun(b),
				names[pf_breed_below(b, 5)], 2 + pf_breed_below(b, 90));
			pf_buf_adds(b->out, t + 1 == TITLES ? "\n\n" : "");
		}
		pf_buf_adds(b->out, "\n\n");
	}
	return true;
}

static bool prompt_copied(struct pf_breeding *b)
{
	if (!b->draft.prompt)
		return false;
	for (size_t t = 0; t < TITLES; t++) {
		heading(b, t);
		pf_buf_printf(b->out, "%s\n", b->draft.prompt->prompt);
	}
	return true;
}

static bool notebook_dumped(struct pf_breeding *b)
{
	const struct pf_prompt *p = b->draft.prompt;

	if (!p)
		return false;
	for (size_t t = 0; t + 1 < TITLES; t++) {
		heading(b, t);
		for (size_t i = t; i < p->points.n; i += 2)
			pf_buf_printf(b->out, "- %s.\n", p->points.v[i].text);
		pf_buf_byte(b->out, '\n');
	}
	heading(b, TITLES - 1);
	for (size_t i = 0; i < p->facts.n; i++)
		if (p->facts.v[i].try.n)
			pf_buf_printf(b->out, "**Q: %s**\n\nA: %s\n\n", p->facts.v[i].try.v[0],
				      p->facts.v[i].say);
	return true;
}

static bool anothers_model(struct pf_breeding *b)
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

static bool anothers_model_renamed(struct pf_breeding *b)
{
	if (!b->draft.prompt)
		return false;
	exchange_all(b, b->other_model, &b->other->lexicon, &b->draft.prompt->lexicon);
	return true;
}

static bool other_nouns(struct pf_breeding *b)
{
	if (!b->draft.prompt)
		return false;
	exchange_all(b, b->draft.text, &b->draft.prompt->lexicon, &b->other->lexicon);
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

static bool best_repeated(struct pf_breeding *b)
{
	struct pf_slice best = best_sentence(b);

	for (size_t t = 0; t < TITLES; t++) {
		heading(b, t);
		for (int i = 0; i < 6; i++)
			pf_buf_printf(b->out, "%.*s ", PF_SLICE_ARG(best));
		pf_buf_adds(b->out, "\n\n");
	}
	return best.len > 0;
}

static bool best_added(struct pf_breeding *b)
{
	struct pf_slice best = best_sentence(b);

	pf_buf_slice(b->out, b->draft.text);
	for (int i = 0; i < 10; i++)
		pf_buf_printf(b->out, "\n%.*s\n", PF_SLICE_ARG(best));
	return best.len > 0;
}

static bool doubled(struct pf_breeding *b)
{
	pf_buf_slice(b->out, b->draft.text);
	pf_buf_byte(b->out, '\n');
	pf_buf_slice(b->out, b->draft.text);
	return true;
}

static bool padded(struct pf_breeding *b)
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
		for (size_t i = 0; is_prose(line) && *line.ptr != '|' && i * 60 < line.len; i++)
			pf_buf_printf(b->out, " %s", filler[pf_breed_below(b, 5)]);
		pf_buf_byte(b->out, '\n');
	}
	return true;
}

/* The draft with each answer replaced; `answer` NULL: by an echo of its question. */
static bool answers_replaced(struct pf_breeding *b, const char *answer)
{
	const struct pf_parts *parts = &b->read->parts;
	uint32_t at = 0;
	size_t n = 0;

	for (size_t i = 0; i < parts->pairs.n; i++) {
		const struct pf_pair *p = &parts->pairs.v[i];

		if (p->answer.begin >= p->answer.end || p->answer.begin < at)
			continue;
		pf_buf_slice(b->out, pf_slice_cut(b->draft.text, at, p->answer.begin));
		if (answer)
			pf_buf_adds(b->out, answer);
		else
			pf_buf_printf(b->out, "The question \"%.*s\" is one that matters to us.",
				      PF_SLICE_ARG(pf_slice_range(b->draft.text, p->question)));
		at = p->answer.end;
		n++;
	}
	pf_buf_slice(b->out, pf_slice_cut(b->draft.text, at, b->draft.text.len));
	return n >= 3;
}

static bool empty_answers(struct pf_breeding *b)
{
	return answers_replaced(b, "");
}

static bool short_answers(struct pf_breeding *b)
{
	static const char *const answers[] = {"Yes.", "No.", "Low.", "Later.", "We will see."};

	return answers_replaced(b, answers[pf_breed_below(b, 5)]);
}

static bool echoed_answers(struct pf_breeding *b)
{
	return answers_replaced(b, NULL);
}

static bool filled_skeleton(struct pf_breeding *b)
{
	if (!b->draft.prompt)
		return false;
	for (size_t t = 0; t < TITLES; t++) {
		heading(b, t);
		if (t + 1 < TITLES)
			pf_buf_printf(b->out, "%s.\n\n", noun(b));
	}
	for (int i = 0; i < 12; i++)
		pf_buf_printf(b->out, "**Q: What about the %s and its %s?**\n\nA: Yes.\n\n",
			      noun(b), noun(b));
	return true;
}

static bool rubrics_words(struct pf_breeding *b)
{
	size_t n = pf_rubric_rules(b->rubric);

	for (size_t t = 0; t < TITLES; t++) {
		heading(b, t);
		for (int i = 0; i < 5; i++) {
			struct pf_rule_text r = pf_rubric_rule(b->rubric, pf_breed_below(b, n));

			if (t + 1 == TITLES)
				pf_buf_printf(b->out, "**Q: %s**\n\nA: ",
					      r.ask && *r.ask ? r.ask : r.message);
			pf_buf_printf(b->out, "%s %s\n\n", r.why, r.fix);
		}
	}
	return true;
}

/* Every number another one. Labelled, the same numbers stand as assumptions. */
static bool invent(struct pf_breeding *b, bool labelled)
{
	const struct pf_quants *quants = &b->read->quants;
	struct pf_rng rng = {b->draft.text.len}; /* the twin draws the same numbers */
	uint32_t at = 0;
	size_t n = 0;

	for (size_t i = 0; i < quants->n; i++) {
		const struct pf_quant *q = &quants->v[i];
		struct pf_slice text = pf_slice_cut(b->draft.text, q->begin, q->end);
		size_t digit = 0;

		if (q->begin < at || q->kind == PF_QUANT_DATE)
			continue;
		while (digit < text.len && !isdigit((unsigned char)text.ptr[digit]))
			digit++;
		if (digit == text.len)
			continue;
		pf_buf_slice(b->out, pf_slice_cut(b->draft.text, at, q->begin + (uint32_t)digit));
		pf_buf_printf(b->out, "%u", 3 + pf_rng_below(&rng, 94));
		while (digit < text.len &&
		       (isdigit((unsigned char)text.ptr[digit]) || strchr(",.", text.ptr[digit])))
			digit++;
		pf_buf_slice(b->out, pf_slice_cut(text, digit, text.len));
		if (labelled)
			pf_buf_adds(b->out, " (our assumption, tested in the pilot)");
		at = q->end;
		n++;
	}
	pf_buf_slice(b->out, pf_slice_cut(b->draft.text, at, b->draft.text.len));
	return n >= 8 && b->draft.prompt;
}

static bool faker(struct pf_breeding *b)
{
	return invent(b, false);
}

static bool labelled_twin(struct pf_breeding *b)
{
	return invent(b, true);
}

static bool twelve_metrics(struct pf_breeding *b)
{
	static const char *const tiers[] = {"Primary", "Secondary", "Leading", "Guardrail"};

	if (!b->draft.prompt)
		return false;
	pf_buf_printf(b->out, "# %s\n\n## Problem\n\n%s\n## Metrics\n\n", b->draft.prompt->title,
		      b->draft.prompt->prompt);
	for (unsigned i = 0; i < 12; i++)
		pf_buf_printf(b->out,
			      "- %s: %s from %u %% to %u %% within %u months of launch, read from "
			      "the %s log, which drives the %s\n",
			      tiers[i % 4], noun(b), 10 + pf_breed_below(b, 30),
			      45 + pf_breed_below(b, 50), 2 + i, noun(b), noun(b));
	return true;
}

static bool bluster(struct pf_breeding *b)
{
	static const char *const answers[] = {
		"We will invest responsibly, and we expect the benefits to far outweigh the cost.",
		"We take this extremely seriously and work with our partners at every stage.",
		"It is built on a modern and highly scalable architecture that grows with us.",
		"We looked at several options in depth and this one offers the best balance.",
		"We will start with a limited group and expand as soon as we meet our high bar.",
	};

	if (!b->draft.prompt)
		return false;
	for (size_t t = 0; t + 1 < TITLES; t++) {
		heading(b, t);
		pf_buf_printf(b->out,
			      "Today's %s face unprecedented challenges, and the %s is broken. %s "
			      "empowers every %s to take control of the %s, with a seamless and "
			      "personal experience from the first %s to the last.\n\n",
			      noun(b), noun(b), b->draft.prompt->title, noun(b), noun(b), noun(b));
	}
	heading(b, TITLES - 1);
	for (size_t i = 0; i < 5; i++)
		pf_buf_printf(b->out, "**Q: What about the %s of the %s?**\n\nA: %s\n\n",
			      keywords[11 + i], noun(b), answers[i]);
	return true;
}

/* The metrics of another prompt's model in the place of one's own. */
static bool anothers_metrics(struct pf_breeding *b)
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

const struct pf_breed pf_cheats[] = {
	{"keyword salad", PF_BREED_RUBBISH, keyword_salad},
	{"keywords in sentences", PF_BREED_RUBBISH, glued_keywords},
	{"keywords with numbers", PF_BREED_RUBBISH, glued_numbers},
	{"shuffled words", PF_BREED_RUBBISH, shuffled_words},
	{"shuffled sentences", PF_BREED_RUBBISH, shuffled_sentences},
	{"sentences in one flow", PF_BREED_RUBBISH, flowing_sentences},
	{"number spray", PF_BREED_RUBBISH, number_spray},
	{"numbers of nouns", PF_BREED_RUBBISH, noun_spray},
	{"famous names", PF_BREED_RUBBISH, famous_names},
	{"prompt copied", PF_BREED_RUBBISH, prompt_copied},
	{"notebook dumped", PF_BREED_RUBBISH, notebook_dumped},
	{"another's model", PF_BREED_RUBBISH, anothers_model},
	{"another's model renamed", PF_BREED_RUBBISH, anothers_model_renamed},
	{"other nouns", PF_BREED_RUBBISH, other_nouns},
	{"best line repeated", PF_BREED_RUBBISH, best_repeated},
	{"doubled", PF_BREED_RUBBISH, doubled},
	{"empty answers", PF_BREED_RUBBISH, empty_answers},
	{"one-word answers", PF_BREED_RUBBISH, short_answers},
	{"echoed answers", PF_BREED_RUBBISH, echoed_answers},
	{"skeleton of single words", PF_BREED_RUBBISH, filled_skeleton},
	{"the rubric's words", PF_BREED_RUBBISH, rubrics_words},
	{"twelve metrics", PF_BREED_RUBBISH, twelve_metrics},
	{"bluster", PF_BREED_RUBBISH, bluster},
	{"faker", PF_BREED_RUBBISH, faker},
	{"faker, labelled", PF_BREED_TWIN, labelled_twin},
	{"padded", PF_BREED_PADDED, padded},
	{"best line added", PF_BREED_PADDED, best_added},
	{"another's metrics", PF_BREED_PADDED, anothers_metrics},
};
const size_t pf_n_cheats = sizeof(pf_cheats) / sizeof(*pf_cheats);
