/*
 * fold_dump.h - everything a fold holds, one item a line: equal folds give equal dumps.
 */
#ifndef PRFAQ_TESTS_SESSION_FOLD_DUMP_H
#define PRFAQ_TESTS_SESSION_FOLD_DUMP_H

#include <inttypes.h>

#include "prfaq/session/fold.h"

static void dump_line(struct pf_buf *out, const char *name, const char *text)
{
	pf_buf_printf(out, "%s: %s\n", name, text ? text : "-");
}

static void dump_now(struct pf_buf *out, const char *name, const struct pf_now *now)
{
	pf_buf_printf(out, "%s: %" PRId64 " %" PRId64 " %" PRId64 " %s\n", name, now->utc,
		      now->boottime, now->monotonic, now->boot_id);
}

static void dump_begin(const struct pf_fold *f, struct pf_buf *out)
{
	pf_buf_printf(out, "begun %d done %d records %u seed %" PRIu64 "\n", f->begun, f->done,
		      f->records, f->seed);
	pf_buf_printf(out,
		      "kind %d mode %d role %d level %d today %d stages %u total %" PRId64 "\n",
		      f->kind, f->mode, f->role, f->level, f->today, f->n_stages, f->total);
	dump_line(out, "id", f->id);
	dump_line(out, "prompt", f->prompt_id);
	dump_line(out, "title", f->prompt_title);
	dump_line(out, "plan", f->plan_id);
	dump_line(out, "section", f->section);
	dump_line(out, "rubric", f->rubric);
	dump_line(out, "hash", f->rubric_hash);
	dump_line(out, "previous", f->previous_step);
	pf_buf_printf(out, "bytes: prompt %zu plan %zu\n", f->prompt_len, f->plan_len);
	dump_line(out, "skeleton", f->skeleton);
	dump_now(out, "began", &f->begin_now);
	dump_now(out, "last", &f->last_now);
}

static void dump_stages(const struct pf_fold *f, struct pf_buf *out)
{
	pf_buf_printf(out, "deadline %" PRId64 " paused %d %" PRId64 " step %d\n", f->deadline,
		      f->paused, f->paused_ms, f->step);
	if (f->paused)
		dump_now(out, "paused at", &f->paused_at);
	for (size_t i = 0; i < f->stages.n; i++) {
		const struct pf_stage *s = &f->stages.v[i];

		pf_buf_printf(out,
			      "stage %u %s first %d length %" PRId64 " carried %" PRId64
			      " rang %d ended %d left %" PRId64 " paused %" PRId64 "\n",
			      s->index, s->title, s->first, s->length, s->carried, s->rang,
			      s->ended, s->left, s->paused);
		if (s->text)
			pf_buf_printf(out, " text %zu: %.*s\n", s->text_len, (int)s->text_len,
				      s->text);
	}
}

static void dump_panes(const struct pf_fold *f, struct pf_buf *out)
{
	for (uint32_t i = 0; i <= PF_PANE_REPLY_MAX; i++) {
		struct pf_slice text = pf_fold_text(f, i);

		/* A pane that was looked at is as good as one that was not. */
		if (!f->panes[i] || pf_editor_version(f->panes[i]) == 0)
			continue;
		pf_buf_printf(out, "pane %u undo %zu redo %zu words %u: %.*s\n", i,
			      pf_editor_undo_count(f->panes[i]), pf_editor_redo_count(f->panes[i]),
			      pf_editor_words(f->panes[i]), PF_SLICE_ARG(text));
	}
}

static void dump_talk(const struct pf_fold *f, struct pf_buf *out)
{
	for (size_t i = 0; i < f->asked.n; i++) {
		const struct pf_asked *a = &f->asked.v[i];

		pf_buf_printf(out,
			      "asked %s | proposes %d two %d answered %d met %d fact %s topic %s "
			      "worth %u cost %" PRId64 " at %" PRId64
			      " reveals %s alternatives %s labels %s | %s\n",
			      a->text, a->proposes, a->two, a->answered, a->met, a->fact, a->topic,
			      a->worth, a->cost, a->at, a->reveals, a->alternatives, a->labels,
			      a->answer);
	}
	for (size_t i = 0; i < f->notebook.n; i++) {
		const struct pf_known *k = &f->notebook.v[i];

		pf_buf_printf(out, "known %s %s worth %u reveals %s: %s\n", k->fact, k->topic,
			      k->worth, k->reveals, k->text);
	}
	for (size_t i = 0; i < f->probes.n; i++) {
		const struct pf_probed *p = &f->probes.v[i];

		pf_buf_printf(
			out,
			"probe source %d lens %d own %s rule %s topic %s substance %d good %u "
			"%u-%u %u-%u closed %d found %u evaded %d shown %s\n",
			p->source, p->lens, p->prompt_probe, p->rule, p->topic, p->substance,
			p->good, p->span.begin, p->span.end, p->other_span.begin, p->other_span.end,
			p->closed, p->found, p->evaded, p->shown);
		dump_line(out, " text", p->text);
		dump_line(out, " why", p->why);
		dump_line(out, " then", p->then);
		dump_line(out, " quote", p->quote);
		dump_line(out, " other", p->other);
		dump_line(out, " follow-up", p->follow_up);
		dump_line(out, " because", p->follow_up_why);
	}
}

static void dump_judge(const struct pf_fold *f, struct pf_buf *out)
{
	pf_buf_adds(out, "marks");
	for (size_t i = 0; i < PF_DIMENSIONS; i++)
		pf_buf_printf(out, " %d", f->marks[i]);
	pf_buf_printf(out, " odds %d\n", f->odds);
	for (size_t i = 0; i < PF_LENSES; i++)
		if (f->votes[i].cast)
			pf_buf_printf(out, "vote %zu: %d %d %.6g line %u | %s | %s | %s\n", i,
				      f->votes[i].before, f->votes[i].after, f->votes[i].score,
				      f->votes[i].line, f->votes[i].moved, f->votes[i].quote,
				      f->votes[i].reason);
	pf_buf_printf(out, "judged %d bell %.6g final %.6g brier %.6g bias %.6g\n", f->judged,
		      f->score_bell, f->score_final, f->brier, f->bias);
	dump_line(out, "reason", f->result_reason);
	dump_line(out, "lines", f->result_lines);
	dump_line(out, "fixes", f->fixes);
	dump_line(out, "keep", f->keep);
	dump_line(out, "judged by", f->judged_hash);
	pf_buf_printf(out, "rewriting %d rewritten %d %u-%u deadline %" PRId64 "\n", f->rewriting,
		      f->rewritten, f->rewrite_span.begin, f->rewrite_span.end,
		      f->rewrite_deadline);
	dump_line(out, "rewrite rule", f->rewrite_rule);
	dump_line(out, "original", f->rewrite_original);
	dump_line(out, "shown", f->rewrite_shown);
}

static inline void fold_dump(const struct pf_fold *fold, struct pf_buf *out)
{
	dump_begin(fold, out);
	dump_stages(fold, out);
	dump_panes(fold, out);
	dump_talk(fold, out);
	dump_judge(fold, out);
}

#endif
