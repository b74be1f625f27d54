#include "brief.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "prfaq/base/mem.h"

#include "rubric/compiled.h"

/* The hands that read: both are made once. */
struct reader {
	struct pf_stemmer *stemmer;
	struct pf_tokens scratch;
};

/* --- phrases --- */

static void add_phrase(struct pf_phrases *phrases, const char *word, uint32_t value)
{
	struct pf_slice s = pf_slice_of(word);
	char other[96];

	pf_phrases_add(phrases, s, value);
	/* Prompts list words once; a draft may use the plural, or the singular. */
	if (s.len < 3 || s.len > 90 || s.ptr[s.len - 1] == '*')
		return;
	if (s.ptr[s.len - 1] == 's')
		snprintf(other, sizeof(other), "%.*s", (int)s.len - 1, s.ptr);
	else
		snprintf(other, sizeof(other), "%ss", word);
	pf_phrases_add(phrases, pf_slice_of(other), value);
}

static void add_list(struct pf_brief *brief, struct pf_words words, size_t list)
{
	for (size_t i = 0; i < words.n; i++)
		add_phrase(brief->phrases, words.v[i], (uint32_t)list);
}

static void read_phrases(struct pf_brief *brief, const struct pf_check_prompt *p)
{
	const struct pf_words *fixed[PF_CONTEXT_LISTS] = {
		&p->customer_words, &p->generic_words,  &p->problem_words, &p->solution_words,
		&p->rivals,         &p->allowed_jargon, &p->output_only,   &p->vanity,
		&p->trap_cues,      &p->trap_seen,
	};

	brief->phrases = pf_phrases_new();
	for (; brief->lists < PF_CONTEXT_LISTS; brief->lists++)
		add_list(brief, *fixed[brief->lists], brief->lists);
	brief->facts_at = brief->lists;
	for (size_t i = 0; i < p->n_facts; i++)
		add_list(brief, p->facts[i].nouns, brief->lists++);
	brief->limits_at = brief->lists;
	for (size_t i = 0; i < p->n_constraints; i++)
		add_list(brief, p->constraints[i].aliases, brief->lists++);
	brief->limits_must_at = brief->lists;
	for (size_t i = 0; i < p->n_constraints; i++)
		add_list(brief, p->constraints[i].must, brief->lists++);
	brief->metrics_at = brief->lists;
	for (size_t i = 0; i < p->n_metrics; i++)
		add_list(brief, p->metrics[i].any, brief->lists++);
	brief->topics_at = brief->lists;
	for (size_t i = 0; i < p->n_topics; i++)
		add_list(brief, p->topics[i].cues, brief->lists++);
}

/* --- stems --- */

/* The words of prompts are known, nearly all. */
static uint32_t stem_of(struct reader *reader, struct pf_slice text, const struct pf_token *t)
{
	const struct pf_known_word *known = pf_compiled_word(text, t);

	return known ? known->stem : pf_stem(reader->stemmer, pf_slice_cut(text, t->begin, t->end));
}

static void add_tokens(struct reader *reader, struct pf_slice text, const struct pf_tokens *tokens,
		       struct pf_stems *out)
{
	for (size_t i = 0; i < tokens->n; i++) {
		const struct pf_token *t = &tokens->v[i];

		if (t->kind == PF_TOKEN_WORD &&
		    !pf_is_stop_word(pf_slice_cut(text, t->begin, t->end)))
			*PF_PUSH(out) = stem_of(reader, text, t);
	}
}

static void add_text(struct reader *reader, const char *text, struct pf_stems *out)
{
	pf_tokens_scan(&reader->scratch, pf_slice_of(text), NULL, 0, NULL, 0);
	add_tokens(reader, pf_slice_of(text), &reader->scratch, out);
}

/* What is no word alone ("take-home") is none that is known. */
static uint32_t word_stem(struct reader *reader, struct pf_slice word)
{
	struct pf_tokens *t = &reader->scratch;

	pf_tokens_scan(t, word, NULL, 0, NULL, 0);
	return t->n == 1 && t->v[0].end - t->v[0].begin == word.len
		       ? stem_of(reader, word, &t->v[0])
		       : pf_stem(reader->stemmer, word);
}

static void add_words(struct reader *reader, struct pf_words words, struct pf_stems *out)
{
	for (size_t i = 0; i < words.n; i++) {
		struct pf_slice rest = pf_slice_of(words.v[i]);

		while (rest.len) {
			size_t n = pf_slice_find(rest, PF_SLICE(" "));
			struct pf_slice word = pf_slice_cut(rest, 0, n);

			if (word.len > 1 && !pf_is_stop_word(word))
				*PF_PUSH(out) = word_stem(reader, word);
			rest = pf_slice_cut(rest, n < rest.len ? n + 1 : n, rest.len);
		}
	}
}

static void add_stems(struct pf_stems *out, const struct pf_stems *more)
{
	for (size_t i = 0; i < more->n; i++)
		*PF_PUSH(out) = more->v[i];
}

static void read_topic(struct pf_brief *brief, struct reader *reader,
		       const struct pf_check_prompt *p)
{
	add_words(reader, p->customer_words, &brief->customer);
	pf_stems_sort(&brief->customer);

	add_stems(&brief->lexicon, &brief->customer);
	add_words(reader, p->problem_words, &brief->lexicon);
	add_words(reader, p->solution_words, &brief->lexicon);
	pf_stems_sort(&brief->lexicon);

	add_words(reader, p->goal_stems, &brief->goal);
	pf_stems_sort(&brief->goal);

	add_stems(&brief->topic, &brief->lexicon);
	add_stems(&brief->topic, &brief->goal);
	add_words(reader, p->rivals, &brief->topic);
	for (size_t i = 0; i < p->n_facts; i++)
		add_words(reader, p->facts[i].nouns, &brief->topic);
	for (size_t i = 0; i < p->n_metrics; i++)
		add_words(reader, p->metrics[i].any, &brief->topic);
	add_text(reader, p->text, &brief->topic);
	add_text(reader, p->customer, &brief->topic);
	pf_stems_sort(&brief->topic);
}

static void read_facts(struct pf_brief *brief, struct reader *reader,
		       const struct pf_check_prompt *p)
{
	brief->n_facts = p->n_facts;
	brief->facts = pf_xcalloc(p->n_facts + 1, sizeof(*brief->facts));
	for (size_t i = 0; i < p->n_facts; i++) {
		add_words(reader, p->facts[i].nouns, &brief->facts[i].nouns);
		pf_stems_sort(&brief->facts[i].nouns);
		add_text(reader, p->facts[i].text, &brief->facts[i].text);
		pf_stems_sort(&brief->facts[i].text);
	}
}

static void read_trap(struct pf_brief *brief, struct reader *reader,
		      const struct pf_check_prompt *p)
{
	struct pf_words cues = p->trap_cues;

	add_words(reader, cues, &brief->trap);
	pf_stems_sort(&brief->trap);
	brief->n_cues = cues.n;
	brief->cues = pf_xcalloc(cues.n + 1, sizeof(*brief->cues));
	for (size_t i = 0; i < cues.n; i++) {
		struct pf_brief_cue *cue = &brief->cues[i];
		struct pf_slice first = {cues.v[i], strcspn(cues.v[i], " -")};
		struct pf_stems stems = {0};

		add_words(reader, (struct pf_words){&cues.v[i], 1}, &cue->words);
		pf_stems_sort(&cue->words);
		pf_tokens_scan(&reader->scratch, first, NULL, 0, NULL, 0);
		add_tokens(reader, first, &reader->scratch, &stems);
		pf_stems_sort(&stems);
		cue->first = stems.n == 1 ? stems.v[0] : 0;
		pf_stems_release(&stems);
	}
}

/* --- runs of words --- */

static void read_told(struct pf_brief *brief, struct reader *reader,
		      const struct pf_check_prompt *p)
{
	struct pf_buf text = {0};
	struct pf_shingles runs = {0};

	pf_buf_adds(&text, p->text ? p->text : "");
	for (size_t i = 0; i < p->n_facts; i++)
		pf_buf_printf(&text, "\n\n%s", p->facts[i].text ? p->facts[i].text : "");
	for (size_t i = 0; i < p->n_constraints; i++)
		pf_buf_printf(&text, "\n\n%s",
			      p->constraints[i].text ? p->constraints[i].text : "");
	pf_tokens_scan(&reader->scratch, pf_buf_view(&text), NULL, 0, NULL, 0);
	pf_shingles_of(&reader->scratch, &runs);
	brief->told = pf_run_set_new(&runs);
	add_stems(&brief->subject, &brief->topic);
	add_tokens(reader, pf_buf_view(&text), &reader->scratch, &brief->subject);
	pf_stems_sort(&brief->subject);
	pf_shingles_release(&runs);
	pf_buf_release(&text);
}

/* What a candidate was shown and told. */
static void read_shown(struct pf_brief *brief, struct reader *reader,
		       const struct pf_check_prompt *p)
{
	struct pf_buf text = {0};

	if (p->text)
		pf_buf_adds(&text, p->text);
	pf_tokens_scan(&reader->scratch, pf_buf_view(&text), NULL, 0, NULL, 0);
	pf_text_runs_of(&reader->scratch, &brief->prompt);
	for (size_t i = 0; i < p->n_facts; i++)
		if (p->facts[i].known && p->facts[i].text)
			pf_buf_printf(&text, "\n%s", p->facts[i].text);
	for (size_t i = 0; i < p->n_constraints; i++)
		if (p->constraints[i].known && p->constraints[i].text)
			pf_buf_printf(&text, "\n%s", p->constraints[i].text);
	pf_tokens_scan(&reader->scratch, pf_buf_view(&text), NULL, 0, NULL, 0);
	pf_text_runs_of(&reader->scratch, &brief->shown);
	pf_buf_release(&text);
}

static void read_model(struct pf_brief *brief, struct reader *reader,
		       const struct pf_check_prompt *p)
{
	struct pf_slice text = pf_slice_of(p->model);
	struct pf_shingles bones = {0};

	pf_tokens_scan(&brief->model, text, NULL, 0, NULL, 0);
	pf_text_runs_of(&brief->model, &brief->as_told);
	pf_shingles_of_bones(text, &brief->model, NULL, &bones);
	brief->bones = pf_run_set_new(&bones);
	add_tokens(reader, text, &brief->model, &brief->model_words);
	pf_stems_sort(&brief->model_words);
	pf_shingles_release(&bones);
}

/* --- all of it --- */

const struct pf_brief *pf_brief_read(const struct pf_check_prompt *prompt)
{
	struct pf_brief *brief = prompt->brief;
	struct reader reader = {0};

	if (brief->read)
		return brief;
	reader.stemmer = pf_stemmer_new();
	read_phrases(brief, prompt);
	read_topic(brief, &reader, prompt);
	read_facts(brief, &reader, prompt);
	read_trap(brief, &reader, prompt);
	read_told(brief, &reader, prompt);
	read_shown(brief, &reader, prompt);
	read_model(brief, &reader, prompt);
	pf_stemmer_free(reader.stemmer);
	pf_tokens_release(&reader.scratch);
	brief->read = true;
	return brief;
}

struct pf_brief *pf_brief_new(void)
{
	return pf_xcalloc(1, sizeof(struct pf_brief));
}

void pf_brief_free(struct pf_brief *brief)
{
	if (!brief)
		return;
	pf_phrases_free(brief->phrases);
	pf_stems_release(&brief->customer);
	pf_stems_release(&brief->lexicon);
	pf_stems_release(&brief->topic);
	pf_stems_release(&brief->subject);
	pf_stems_release(&brief->goal);
	for (size_t i = 0; i < brief->n_facts; i++) {
		pf_stems_release(&brief->facts[i].nouns);
		pf_stems_release(&brief->facts[i].text);
	}
	free(brief->facts);
	pf_stems_release(&brief->trap);
	for (size_t i = 0; i < brief->n_cues; i++)
		pf_stems_release(&brief->cues[i].words);
	free(brief->cues);
	free(brief->told.slots);
	pf_text_runs_release(&brief->prompt);
	pf_text_runs_release(&brief->shown);
	pf_tokens_release(&brief->model);
	pf_text_runs_release(&brief->as_told);
	free(brief->bones.slots);
	pf_stems_release(&brief->model_words);
	free(brief);
}
