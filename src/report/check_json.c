#include <stdlib.h>
#include <string.h>

#include "prfaq/check/aloud.h"
#include "prfaq/report/json.h"

#include "check_json.h"

static void line_or_null(struct pf_json *j, const struct pf_check *check, struct pf_range span,
			 bool known)
{
	if (known)
		pf_json_put_int(j, "line", pf_doc_place(check->doc, span.begin).line);
	else
		pf_json_put_null(j, "line");
}

/* 0 to 100, one decimal: more would be false precision. */
static double rounded(double v)
{
	return (double)(int64_t)(v * 10 + (v < 0 ? -0.5 : 0.5)) / 10;
}

static void score(struct pf_json *j, const char *key, bool scored, double v)
{
	if (scored)
		pf_json_put_double(j, key, rounded(v));
	else
		pf_json_put_null(j, key);
}

static void write_tiers(struct pf_json *j, const struct pf_scorecard *card)
{
	pf_json_put_object(j, "tiers");
	for (int t = 0; t < PF_TIER_NONE; t++)
		pf_json_put_bool(j, pf_tier_name((enum pf_tier)t), card->tiers[t]);
	pf_json_end(j);
}

/* null where there is no sentence. */
static void write_readability(struct pf_json *j, const struct pf_check *check, enum pf_part_id part,
			      struct pf_syllable_memo *memo)
{
	struct pf_readability r = pf_part_readability(check, part, memo);

	if (!r.sentences) {
		pf_json_put_null(j, "readability");
		return;
	}
	pf_json_put_object(j, "readability");
	pf_json_put_int(j, "sentences", r.sentences);
	pf_json_put_int(j, "words", r.words);
	pf_json_put_int(j, "syllables", r.syllables);
	pf_json_put_double(j, "words_per_sentence", rounded(r.words_per_sentence));
	pf_json_put_double(j, "grade", rounded(r.grade));
	pf_json_end(j);
}

static void write_sections(struct pf_json *j, const struct pf_check *check)
{
	const struct pf_scorecard *card = &check->card;
	struct pf_syllable_memo *memo = pf_syllable_memo_new(pf_doc_tokens(check->doc));

	pf_json_put_object(j, "sections");
	for (int p = 0; p < PF_PART_COUNT; p++) {
		const struct pf_section_score *s = &card->sections[p];

		pf_json_put_object(j, pf_part_name((enum pf_part_id)p));
		pf_json_put_bool(j, "present", s->present);
		pf_json_put_bool(j, "quantified", s->quantified);
		line_or_null(j, check, s->span, s->present);
		score(j, "score", card->scored && s->possible > 0,
		      s->possible > 0 ? 100 * s->earned / s->possible : 0);
		write_readability(j, check, (enum pf_part_id)p, memo);
		if (p == PF_PART_METRICS)
			write_tiers(j, card);
		if (p == PF_PART_FAQ)
			pf_json_put_int(j, "count", card->faq_count);
		pf_json_end(j);
	}
	pf_json_end(j);
	write_readability(j, check, PF_PART_COUNT, memo);
	pf_syllable_memo_free(memo);
}

static void write_questions(struct pf_json *j, const struct pf_check *check)
{
	pf_json_put_array(j, "questions");
	for (int q = 0; q < PF_QUESTIONS; q++) {
		struct pf_range at = check->card.answers[q];

		pf_json_object(j);
		pf_json_put_string(j, "question", pf_question_text((enum pf_question)q));
		line_or_null(j, check, at, at.begin < at.end);
		pf_json_end(j);
	}
	pf_json_end(j);
}

static void write_lenses(struct pf_json *j, const struct pf_checked *file)
{
	const struct pf_scorecard *card = &file->check->card;

	if (!card->scored) {
		pf_json_put_null(j, "pillars");
		pf_json_put_null(j, "lenses");
		return;
	}
	pf_json_put_object(j, "pillars");
	for (int p = 0; p < PF_PILLARS; p++)
		score(j, pf_pillar_name((enum pf_pillar)p), card->pillars[p] >= 0,
		      card->pillars[p]);
	pf_json_end(j);
	pf_json_put_object(j, "lenses");
	for (int l = 0; l < PF_LENSES; l++) {
		pf_json_put_object(j, pf_lens_name((enum pf_lens)l));
		pf_json_put_string(j, "vote",
				   file->with_prompt ? pf_vote_name(card->lenses[l].vote) : NULL);
		score(j, "score", true, card->lenses[l].score);
		pf_json_end(j);
	}
	pf_json_end(j);
}

static void write_pitfalls(struct pf_json *j, const struct pf_check *check)
{
	pf_json_put_object(j, "pitfalls");
	for (int p = 0; p < PF_PITFALLS; p++) {
		const struct pf_pitfall_score *s = &check->card.pitfalls[p];

		pf_json_put_object(j, pf_pitfall_name((enum pf_pitfall)p));
		pf_json_put_bool(j, "found", s->found);
		line_or_null(j, check, s->span, s->found);
		pf_json_end(j);
	}
	pf_json_end(j);
}

void check_json_finding(struct pf_json *j, const struct pf_checked *file,
			const struct pf_finding *f)
{
	struct pf_place place = pf_doc_place(file->check->doc, f->span.begin);

	pf_json_object(j);
	pf_json_put_string(j, "rule", pf_rubric_rule(file->rubric, f->rule).id);
	pf_json_put_string(j, "severity", pf_severity_name(f->severity));
	pf_json_put_string(j, "section", pf_part_name(f->section));
	pf_json_put_int(j, "line", place.line);
	pf_json_put_int(j, "column", place.column);
	pf_json_put_int(j, "start", f->span.begin);
	pf_json_put_int(j, "end", f->span.end);
	pf_json_put_bool(j, "missing", f->missing);
	pf_json_put_string(j, "message", f->message);
	pf_json_put_string(j, "fix", f->fix);
	pf_json_put_string(j, "ask", f->ask);
	pf_json_put_array(j, "also");
	for (size_t i = 0; i < f->n_also; i++)
		pf_json_string(j, pf_rubric_rule(file->rubric, f->also[i]).id);
	pf_json_end(j);
	pf_json_end(j);
}

/* A number with its origin; a date needs none and has null. */
static void write_number(struct pf_json *j, const struct pf_check *check, size_t i)
{
	const struct pf_quant *q = &check->quants.v[i];
	struct pf_slice text = pf_doc_text(check->doc);
	struct pf_place place = pf_doc_place(check->doc, q->begin);
	bool date = q->kind == PF_QUANT_DATE || q->role == PF_ROLE_DEADLINE;

	pf_json_object(j);
	pf_json_put_slice(j, "text", pf_slice_cut(text, q->begin, q->end));
	pf_json_put_string(j, "kind", pf_quant_kind_name(q->kind));
	pf_json_put_double(j, "value", q->value);
	pf_json_put_string(j, "unit", q->unit);
	pf_json_put_string(j, "role", pf_quant_role_name(q->told));
	pf_json_put_slice(j, "of", pf_slice_range(text, q->of));
	pf_json_put_bool(j, "bound", check->bound[i]);
	pf_json_put_string(j, "origin",
			   date ? NULL : pf_origin_name((enum pf_origin)check->origin[i]));
	pf_json_put_bool(j, "reason", check->grounds[i] & PF_GROUND_REASON);
	pf_json_put_bool(j, "test", check->grounds[i] & PF_GROUND_TEST);
	pf_json_put_string(j, "section", pf_part_name(pf_parts_at(&check->parts, q->begin)));
	pf_json_put_int(j, "line", place.line);
	pf_json_put_int(j, "column", place.column);
	pf_json_put_int(j, "start", q->begin);
	pf_json_put_int(j, "end", q->end);
	pf_json_end(j);
}

static void write_numbers(struct pf_json *j, const struct pf_check *check)
{
	pf_json_put_array(j, "numbers");
	for (size_t i = 0; i < check->quants.n; i++)
		write_number(j, check, i);
	pf_json_end(j);
}

static void write_proof(struct pf_json *j, const struct pf_checked *file, const struct pf_proof *p)
{
	static const char *const outcomes[] = {"pass", "partial", "fail", "not applicable"};

	pf_json_object(j);
	pf_json_put_string(j, "rule", pf_rubric_rule(file->rubric, p->rule).id);
	pf_json_put_string(j, "outcome", outcomes[p->outcome]);
	pf_json_put_double(j, "earned", p->earned);
	pf_json_put_double(j, "possible", p->possible);
	pf_json_put_int(j, "line", pf_doc_place(file->check->doc, p->span.begin).line);
	pf_json_put_int(j, "start", p->span.begin);
	pf_json_put_int(j, "end", p->span.end);
	pf_json_put_string(j, "reason", p->reason);
	pf_json_put_string(j, "next", p->next);
	pf_json_end(j);
}

static void write_stumbles(struct pf_json *j, const struct pf_check *check)
{
	struct pf_stumbles stumbles = {0};

	pf_stumbles_find(&stumbles, check);
	pf_json_put_array(j, "stumbles");
	for (size_t i = 0; i < stumbles.n; i++) {
		const struct pf_stumble *s = &stumbles.v[i];
		struct pf_place place = pf_doc_place(check->doc, s->at.begin);

		pf_json_object(j);
		pf_json_put_int(j, "line", place.line);
		pf_json_put_int(j, "column", place.column);
		pf_json_put_int(j, "start", s->sentence.begin);
		pf_json_put_int(j, "end", s->sentence.end);
		pf_json_put_int(j, "words", s->words);
		pf_json_put_string(j, "why", s->why);
		pf_json_end(j);
	}
	pf_json_end(j);
	free(stumbles.v);
}

void pf_report_check_object(struct pf_json *j, const struct pf_checked *file,
			    const struct pf_report_options *options)
{
	const struct pf_scorecard *card = &file->check->card;

	pf_json_object(j);
	pf_json_put_string(j, "path", file->path);
	pf_json_put_string(j, "rubric", pf_rubric_name(file->rubric));
	pf_json_put_bool(j, "scored", card->scored);
	pf_json_put_string(j, "reason", card->scored ? NULL : card->reason);
	score(j, "score", card->scored, card->score);
	pf_json_put_int(j, "words", card->words);
	pf_json_put_string(j, "read_as", card->shape_reason);
	write_questions(j, file->check);
	write_sections(j, file->check);
	write_lenses(j, file);
	write_pitfalls(j, file->check);
	write_numbers(j, file->check);
	pf_json_put_array(j, "findings");
	for (size_t i = 0; i < card->findings.n; i++)
		if (card->findings.v[i].severity >= options->least)
			check_json_finding(j, file, &card->findings.v[i]);
	pf_json_end(j);
	if (options->aloud)
		write_stumbles(j, file->check);
	if (options->why) {
		pf_json_put_array(j, "proofs");
		for (size_t i = 0; i < card->proofs.n; i++) {
			const struct pf_proof *p = &card->proofs.v[i];

			if (!*options->why ||
			    !strcmp(options->why, pf_rubric_rule(file->rubric, p->rule).id))
				write_proof(j, file, p);
		}
		pf_json_end(j);
	}
	pf_json_end(j);
}

static void write_error(struct pf_json *j, const struct pf_checked *file)
{
	pf_json_object(j);
	pf_json_put_string(j, "path", file->path);
	pf_json_put_bool(j, "scored", false);
	pf_json_put_string(j, "error", file->error->message);
	pf_json_end(j);
}

void pf_report_check_json(struct pf_buf *out, const struct pf_checked *files, size_t n,
			  const struct pf_report_options *options)
{
	struct pf_json j;

	pf_json_init(&j, out);
	pf_json_object(&j);
	pf_json_put_int(&j, "schema", 1);
	pf_json_put_array(&j, "files");
	for (size_t i = 0; i < n; i++) {
		if (files[i].check)
			pf_report_check_object(&j, &files[i], options);
		else
			write_error(&j, &files[i]);
	}
	pf_json_end(&j);
	pf_json_end(&j);
	pf_json_finish(&j);
}
