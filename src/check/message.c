/* The words of a finding: the rule's text, with what the draft says in its slots. */
#include <stdio.h>
#include <string.h>

#include "prfaq/base/utf8.h"

#include "draft/judge.h"
#include "engine.h"

struct line {
	char *out;
	size_t n, size;
};

/* As much of the text as there is room for, whole runes. */
static void add(struct line *line, const char *text, size_t more)
{
	if (line->n + more >= line->size) {
		more = line->size - line->n - 1;
		while (more && ((unsigned char)text[more] & 0xC0) == 0x80)
			more--;
	}
	memcpy(line->out + line->n, text, more);
	line->n += more;
}

/* A value may have been cut inside a rune. */
static void add_value(struct line *line, const char *value)
{
	if (*value)
		add(line, value, pf_utf8_valid(pf_slice_of(value)));
	else
		add(line, "___", 3);
}

static void copy(char *out, size_t size, const char *text)
{
	size_t n = strnlen(text, size - 1);

	memcpy(out, text, n);
	out[n] = '\0';
}

static void number(char *out, size_t size, double x)
{
	snprintf(out, size, x == (double)(long)x ? "%.0f" : "%.1f", x);
}

/* The value of a slot; false when there is no such slot. */
static bool slot(const struct pf_run *run, size_t rule, const struct pf_place_found *place,
		 struct pf_slice name, char *out, size_t size)
{
	const struct pf_judgement *j = &run->judged[rule];
	const struct pf_check_prompt *prompt = run->view.context->prompt;
	enum pf_part_id part = run->rubric->rules.v[rule]->part;

	if (pf_slice_is(name, "claim"))
		pf_view_words(&run->view, place->span, out, size);
	else if (pf_slice_is(name, "other"))
		pf_view_words(&run->view, place->other, out, size);
	else if (pf_slice_is(name, "value"))
		copy(out, size, place->value);
	else if (pf_slice_is(name, "what"))
		copy(out, size, place->what);
	else if (pf_slice_is(name, "n"))
		number(out, size, j->n);
	else if (pf_slice_is(name, "limit"))
		number(out, size, j->limit);
	else if (pf_slice_is(name, "part"))
		copy(out, size,
		     part < PF_PART_COUNT ? pf_part_title(part)
					  : run->rubric->rules.v[rule]->section);
	else if (pf_slice_is(name, "customer"))
		copy(out, size, prompt && prompt->customer ? prompt->customer : "___ customers");
	else if (pf_slice_is(name, "goal"))
		copy(out, size, prompt && prompt->goal ? prompt->goal : "the goal");
	else
		return false;
	return true;
}

void pf_fill_slots(const struct pf_run *run, size_t rule, const struct pf_place_found *place,
		   const char *text, char *out, size_t size)
{
	struct line line = {out, 0, size};

	for (const char *s = text ? text : ""; *s;) {
		const char *end = *s == '{' ? strchr(s, '}') : NULL;
		char value[200];

		if (end && slot(run, rule, place, pf_slice_make(s + 1, (size_t)(end - s - 1)),
				value, sizeof(value))) {
			add_value(&line, value);
			s = end + 1;
			continue;
		}
		end = strchr(s + 1, '{');
		if (!end)
			end = s + strlen(s);
		add(&line, s, (size_t)(end - s));
		s = end;
	}
	out[line.n] = '\0';
}

/* 'Nothing says what it costs: "FAQ"': a heading is no words of the person's to quote. */
static void drop_heading(const struct pf_run *run, struct pf_finding *f)
{
	size_t n = strlen(f->message);
	char *quote = n && f->message[n - 1] == '"' ? strstr(f->message, ": \"") : NULL;
	uint32_t block = quote ? pf_doc_block_at(run->view.doc, f->span.begin) : PF_DOC_NONE;

	if (block != PF_DOC_NONE &&
	    pf_doc_blocks(run->view.doc, &n)[block].kind == PF_BLOCK_HEADING)
		memcpy(quote, ".", 2);
}

/* 'Security is not answered: "___"': the sentence says it without a quotation; where there is more
 * of it, it says nothing. */
static void unquote(const struct pf_rule *rule, char *message, size_t size)
{
	char *quote = strstr(message, "\"___\"");

	if (!quote)
		return;
	if (quote - message >= 2 && !quote[strlen("\"___\"")] && !memcmp(quote - 2, ": ", 2))
		memcpy(quote - 2, ".", 2);
	else
		snprintf(message, size, "Wanted: %s.", rule->name);
}

void pf_fill_message(const struct pf_run *run, size_t rule, const struct pf_place_found *place,
		     struct pf_finding *f)
{
	const struct pf_rule *r = run->rubric->rules.v[rule];
	size_t n;

	/* Hardly a page has a rollout of its own: its stages stand in answers, or are missing. */
	if (!place->part && r->part < PF_PART_COUNT && r->part != PF_PART_ROLLOUT && f->missing &&
	    !run->card->sections[r->part].present)
		snprintf(f->message, sizeof(f->message), "%s: missing. Wanted: %s.",
			 pf_part_title(f->section), r->name);
	else
		pf_fill_slots(run, rule, place, r->message, f->message, sizeof(f->message));
	unquote(r, f->message, sizeof(f->message));
	drop_heading(run, f);
	n = strlen(f->message);
	if (n > 5 && !strcmp(f->message + n - 5, ": ___"))
		f->message[n - 5] = '\0';
	if (f->message[0] >= 'a' && f->message[0] <= 'z')
		f->message[0] = (char)(f->message[0] - 'a' + 'A');
}
