/* Cheats: the right words and numbers in a heap, in no sentence that says anything. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "cheats.h"
#include "prfaq/base/mem.h"

bool pf_cheat_keyword_salad(struct pf_breeding *b)
{
	if (!b->draft.prompt)
		return false;
	for (size_t t = 0; t < PF_BREED_TITLES; t++) {
		pf_breed_heading(b, t);
		for (int i = 0; i < 40; i++)
			pf_buf_printf(b->out, "%s%s", pf_breed_noun(b), i % 9 == 8 ? ".\n" : " ");
		pf_buf_adds(b->out, "\n\n");
	}
	return true;
}

static void glued(struct pf_breeding *b, bool numbers)
{
	static const char *const verbs[] = {"improves", "drives",   "reduces",
					    "measures", "protects", "secures"};

	pf_buf_printf(b->out, "The %s of the %s %s the %s", pf_breed_noun(b), pf_breed_noun(b),
		      verbs[pf_breed_below(b, 6)], pf_breed_noun(b));
	if (numbers)
		pf_buf_printf(b->out, " from %u %% to %u %% by June 2027, read from the %s log",
			      10 + pf_breed_below(b, 30), 45 + pf_breed_below(b, 50),
			      pf_breed_noun(b));
	pf_buf_printf(b->out, " for the %s with the %s. ", pf_breed_noun(b), pf_breed_noun(b));
}

static bool glued_page(struct pf_breeding *b, bool numbers)
{
	if (!b->draft.prompt)
		return false;
	for (size_t t = 0; t < 3; t++) {
		pf_breed_heading(b, t);
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
		pf_buf_printf(b->out,
			      "**Q: What about the %s of the %s?**\n\nA: ", pf_breed_noun(b),
			      pf_breed_noun(b));
		glued(b, numbers);
		glued(b, numbers);
		pf_buf_adds(b->out, "\n\n");
	}
	return true;
}

bool pf_cheat_glued_keywords(struct pf_breeding *b)
{
	return glued_page(b, false);
}

bool pf_cheat_glued_numbers(struct pf_breeding *b)
{
	return glued_page(b, true);
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

bool pf_cheat_number_spray(struct pf_breeding *b)
{
	struct pf_slice rest = b->draft.text, line;
	struct pf_slices words = {0};

	while (pf_slice_line(&rest, &line)) {
		pf_slices_split(line, "", &words);
		for (size_t i = 0; i < words.n; i++) {
			pf_buf_slice(b->out, words.v[i]);
			pf_buf_byte(b->out, ' ');
			if (!pf_breed_is_prose(line) || pf_breed_below(b, 4))
				continue;
			any_number(b);
			pf_buf_byte(b->out, ' ');
		}
		pf_buf_byte(b->out, '\n');
	}
	free(words.v);
	return true;
}

/* ", up 76 minutes." behind every sentence. */
bool pf_cheat_numbers_at_ends(struct pf_breeding *b)
{
	static const char *const ways[] = {"up", "down", "to", "by", "about"};
	struct pf_slice rest = b->draft.text, line;
	struct pf_slices sentences = {0};

	while (pf_slice_line(&rest, &line)) {
		if (!pf_breed_is_prose(line) || *line.ptr == '|') {
			pf_buf_slice(b->out, line);
			pf_buf_byte(b->out, '\n');
			continue;
		}
		pf_slices_split(line, ".!", &sentences);
		for (size_t i = 0; i < sentences.n; i++) {
			struct pf_slice s = sentences.v[i];

			while (s.len && strchr(".!?*", s.ptr[s.len - 1]))
				s.len--;
			pf_buf_printf(b->out, "%.*s, %s ", PF_SLICE_ARG(s),
				      ways[pf_breed_below(b, 5)]);
			any_number(b);
			pf_buf_adds(b->out, i + 1 < sentences.n ? ". " : ".\n");
		}
	}
	free(sentences.v);
	return true;
}

bool pf_cheat_noun_spray(struct pf_breeding *b)
{
	if (!b->draft.prompt)
		return false;
	for (size_t t = 0; t < PF_BREED_TITLES; t++) {
		pf_breed_heading(b, t);
		for (int i = 0; i < 16; i++) {
			any_number(b);
			pf_buf_printf(b->out, " of %s%s", pf_breed_noun(b),
				      i % 4 == 3 ? ".\n" : ", ");
		}
		pf_buf_byte(b->out, '\n');
	}
	return true;
}

bool pf_cheat_famous_names(struct pf_breeding *b)
{
	static const char *const names[] = {"Gartner", "McKinsey", "Forrester", "IDC", "Harvard"};

	if (!b->draft.prompt)
		return false;
	for (size_t t = 0; t < PF_BREED_TITLES; t++) {
		pf_breed_heading(b, t);
		for (int i = 0; i < 4; i++) {
			if (t + 1 == PF_BREED_TITLES)
				pf_buf_printf(b->out, "**Q: What does %s say about %s?**\n\nA: ",
					      names[pf_breed_below(b, 5)], pf_breed_noun(b));
			pf_buf_printf(
				b->out,
				"According to %s, %u %% of %s want a better %s, and %s sees a "
				"market of $%u billion. ",
				names[pf_breed_below(b, 5)], 20 + pf_breed_below(b, 70),
				pf_breed_pick(b, &b->draft.prompt->lexicon.customer),
				pf_breed_noun(b), names[pf_breed_below(b, 5)],
				2 + pf_breed_below(b, 90));
			pf_buf_adds(b->out, t + 1 == PF_BREED_TITLES ? "\n\n" : "");
		}
		pf_buf_adds(b->out, "\n\n");
	}
	return true;
}

bool pf_cheat_filled_skeleton(struct pf_breeding *b)
{
	if (!b->draft.prompt)
		return false;
	for (size_t t = 0; t < PF_BREED_TITLES; t++) {
		pf_breed_heading(b, t);
		if (t + 1 < PF_BREED_TITLES)
			pf_buf_printf(b->out, "%s.\n\n", pf_breed_noun(b));
	}
	for (int i = 0; i < 12; i++)
		pf_buf_printf(b->out, "**Q: What about the %s and its %s?**\n\nA: Yes.\n\n",
			      pf_breed_noun(b), pf_breed_noun(b));
	return true;
}

bool pf_cheat_twelve_metrics(struct pf_breeding *b)
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
			      tiers[i % 4], pf_breed_noun(b), 10 + pf_breed_below(b, 30),
			      45 + pf_breed_below(b, 50), 2 + i, pf_breed_noun(b),
			      pf_breed_noun(b));
	return true;
}

bool pf_cheat_bluster(struct pf_breeding *b)
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
	for (size_t t = 0; t + 1 < PF_BREED_TITLES; t++) {
		pf_breed_heading(b, t);
		pf_buf_printf(b->out,
			      "Today's %s face unprecedented challenges, and the %s is broken. %s "
			      "empowers every %s to take control of the %s, with a seamless and "
			      "personal experience from the first %s to the last.\n\n",
			      pf_breed_noun(b), pf_breed_noun(b), b->draft.prompt->title,
			      pf_breed_noun(b), pf_breed_noun(b), pf_breed_noun(b));
	}
	pf_breed_heading(b, PF_BREED_TITLES - 1);
	for (size_t i = 0; i < 5; i++)
		pf_buf_printf(b->out, "**Q: What about the %s of the %s?**\n\nA: %s\n\n",
			      pf_breed_keyword(11 + i), pf_breed_noun(b), answers[i]);
	return true;
}

/* "23 %" of "23 % of answers are wrong": its first number, with what is glued to it. */
static struct pf_slice number_of(const char *text)
{
	size_t from = 0, n = strlen(text), end;

	while (from < n && !isdigit((unsigned char)text[from]))
		from++;
	for (end = from; end < n && !isspace((unsigned char)text[end]);)
		end++;
	while (from && !isspace((unsigned char)text[from - 1]))
		from--;
	return pf_slice_cut(pf_slice_of(text), from, end);
}

static void told(struct pf_breeding *b)
{
	const struct pf_prompt *p = b->draft.prompt;
	struct pf_slice one = number_of(p->points.v[pf_breed_below(b, p->points.n)].text);
	struct pf_slice two = number_of(p->points.v[pf_breed_below(b, p->points.n)].text);

	switch (pf_breed_below(b, 3)) {
	case 0:
		pf_buf_printf(b->out, "Today %.*s of the %s wait for a %s because the %s is %s. ",
			      PF_SLICE_ARG(one), pf_breed_noun(b), pf_breed_noun(b),
			      pf_breed_noun(b), pf_breed_noun(b));
		break;
	case 1:
		pf_buf_printf(b->out, "With the %s a %s sees the %s, %.*s instead of %.*s. ",
			      pf_breed_noun(b), pf_breed_noun(b), pf_breed_noun(b),
			      PF_SLICE_ARG(one), PF_SLICE_ARG(two));
		break;
	default:
		pf_buf_printf(b->out,
			      "The %s falls from %.*s to %.*s within 3 months of launch, read from "
			      "the %s log. ",
			      pf_breed_noun(b), PF_SLICE_ARG(one), PF_SLICE_ARG(two),
			      pf_breed_noun(b));
	}
}

/* The brief's own numbers, each beside any noun of it. */
bool pf_cheat_told_numbers(struct pf_breeding *b)
{
	static const char *const tiers[] = {"Primary", "Secondary", "Leading", "Guardrail"};

	if (!b->draft.prompt || !b->draft.prompt->points.n)
		return false;
	for (size_t t = 0; t < PF_BREED_TITLES; t++) {
		pf_breed_heading(b, t);
		for (size_t i = 0; i < 4; i++) {
			if (t == 3)
				pf_buf_printf(b->out, "\n- %s: ", tiers[i]);
			if (t == 4)
				pf_buf_printf(b->out, "\n\n**Q: What of the %s?**\n\nA: ",
					      pf_breed_noun(b));
			told(b);
		}
		pf_buf_adds(b->out, "\n\n");
	}
	return true;
}

bool pf_cheat_keywords_added(struct pf_breeding *b)
{
	size_t words = pf_doc_tokens(b->read->doc)->words;

	pf_buf_slice(b->out, b->draft.text);
	pf_buf_byte(b->out, '\n');
	for (size_t i = 0; i < words && b->draft.prompt; i++)
		pf_buf_printf(b->out, "%s ", pf_breed_noun(b));
	pf_buf_adds(b->out, ".\n");
	return b->draft.prompt;
}
