/* An attempt as JSON: its stages, what was asked and answered, marks, texts. */
#include "prfaq/bank/prompt.h"
#include "prfaq/report/attempt_report.h"
#include "prfaq/report/json.h"

static void key_score(struct pf_json *j, const char *key, double score)
{
	if (score < 0)
		pf_json_put_null(j, key);
	else
		pf_json_put_int(j, key, (int64_t)(score + 0.5));
}

static void stages_json(struct pf_json *j, const struct pf_fold *fold)
{
	pf_json_put_array(j, "stages");
	for (size_t i = 0; i < fold->stages.n; i++) {
		const struct pf_stage *s = &fold->stages.v[i];

		pf_json_object(j);
		pf_json_put_string(j, "title", s->title);
		pf_json_put_int(j, "length_ms", s->length);
		if (s->ended)
			pf_json_put_int(j, "left_ms", s->left);
		else
			pf_json_put_null(j, "left_ms");
		pf_json_put_bool(j, "rang", s->rang);
		pf_json_end(j);
	}
	pf_json_end(j);
}

static void talk_json(struct pf_json *j, const struct pf_fold *fold)
{
	pf_json_put_array(j, "asked");
	for (size_t i = 0; i < fold->asked.n; i++) {
		pf_json_object(j);
		pf_json_put_string(j, "question", fold->asked.v[i].text);
		pf_json_put_string(j, "answer", fold->asked.v[i].answer);
		pf_json_put_string(j, "fact", fold->asked.v[i].fact);
		pf_json_put_int(j, "took_s", fold->asked.v[i].cost / PF_SECOND);
		pf_json_end(j);
	}
	pf_json_end(j);
	pf_json_put_array(j, "probes");
	for (size_t i = 0; i < fold->probes.n; i++) {
		const struct pf_probed *p = &fold->probes.v[i];

		pf_json_object(j);
		pf_json_put_string(j, "lens", pf_lens_name(p->lens));
		pf_json_put_string(j, "question", p->text);
		pf_json_put_string(j, "quote", p->quote);
		pf_json_put_string(j, "follow_up", p->follow_up);
		pf_json_put_slice(j, "reply", pf_fold_text(fold, PF_PANE_REPLY + (uint32_t)i));
		pf_json_put_string(j, "found", p->shown);
		pf_json_end(j);
	}
	pf_json_end(j);
}

static void marks_json(struct pf_json *j, const struct pf_fold *fold)
{
	pf_json_put_object(j, "marks");
	for (int d = 0; d < PF_DIMENSIONS; d++) {
		if (fold->marks[d] < 0)
			pf_json_put_null(j, pf_dimension_name((enum pf_dimension)d));
		else
			pf_json_put_int(j, pf_dimension_name((enum pf_dimension)d), fold->marks[d]);
	}
	pf_json_end(j);
	pf_json_put_object(j, "votes");
	for (int l = 0; l < PF_LENSES; l++) {
		pf_json_put_string(j, pf_lens_name((enum pf_lens)l),
				   fold->votes[l].cast ? pf_vote_name(fold->votes[l].after) : NULL);
	}
	pf_json_end(j);
}

void pf_report_attempt_json(struct pf_buf *out, const struct pf_fold *fold)
{
	struct pf_json j;
	char when[32];

	pf_json_init(&j, out);
	pf_json_object(&j);
	pf_json_put_int(&j, "schema", 1);
	pf_json_put_string(&j, "id", fold->id);
	pf_utc_text(fold->begin_now.utc, when);
	pf_json_put_string(&j, "started", when);
	pf_json_put_string(&j, "prompt", fold->prompt_id);
	pf_json_put_string(&j, "title", fold->prompt_title);
	pf_json_put_string(&j, "plan", fold->plan_id);
	pf_json_put_string(&j, "mode", fold->mode == PF_MODE_STRICT ? "strict" : "practice");
	pf_json_put_string(&j, "role", pf_prompt_roles[fold->role]);
	pf_json_put_int(&j, "level", (int64_t)fold->level);
	pf_json_put_bool(&j, "done", fold->done);
	key_score(&j, "score_bell", fold->judged ? fold->score_bell : -1);
	key_score(&j, "score_final", fold->judged ? fold->score_final : -1);
	pf_json_put_slice(&j, "rubric_hash", pf_slice_of(fold->judged_hash));
	stages_json(&j, fold);
	talk_json(&j, fold);
	marks_json(&j, fold);
	pf_json_put_slice(&j, "draft", pf_fold_text(fold, PF_PANE_DRAFT));
	pf_json_put_slice(&j, "rollout", pf_fold_text(fold, PF_PANE_ROLLOUT));
	pf_json_put_slice(&j, "reflection", pf_fold_text(fold, PF_PANE_REFLECTION));
	pf_json_put_slice(&j, "rewrite_before", pf_slice_of(fold->rewrite_original));
	pf_json_put_slice(&j, "rewrite_after", pf_fold_text(fold, PF_PANE_REWRITE));
	pf_json_put_slice(&j, "next_step", pf_fold_text(fold, PF_PANE_NEXT_STEP));
	pf_json_end(&j);
	pf_json_finish(&j);
}
