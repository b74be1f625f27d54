/* What there is to show of a running interview. */
#include <string.h>

#include "impl.h"
#include "prfaq/bank/model.h"

const struct pf_fold *pf_interview_fold(const struct pf_interview *iv)
{
	return iv->fold;
}

const struct pf_prompt *pf_interview_prompt(const struct pf_interview *iv)
{
	return iv->prompt;
}

const struct pf_plan *pf_interview_plan(const struct pf_interview *iv)
{
	return iv->plan;
}

const struct pf_rubric *pf_interview_rubric(const struct pf_interview *iv)
{
	return iv->rubric;
}

const char *pf_interview_notice(const struct pf_interview *iv)
{
	return iv->notice;
}

const struct pf_plan_stage *pf_interview_stage(const struct pf_interview *iv)
{
	const struct pf_stage *stage = pf_fold_stage(iv->fold);

	if (!stage || iv->fold->done || stage->index >= iv->plan->stages.n)
		return NULL;
	return &iv->plan->stages.v[stage->index];
}

uint32_t pf_interview_pane(const struct pf_interview *iv)
{
	switch (iv->fold->step) {
	case PF_STEP_ASK: return PF_PANE_QUESTION;
	case PF_STEP_WRITE: return PF_PANE_DRAFT;
	case PF_STEP_PROBE: return pf_interview_reply_pane(iv);
	case PF_STEP_ROLLOUT: return PF_PANE_ROLLOUT;
	case PF_STEP_REFLECT: return PF_PANE_REFLECTION;
	case PF_STEP_REWRITE: return PF_PANE_REWRITE;
	case PF_STEP_NEXT_STEP: return PF_PANE_NEXT_STEP;
	default: return PF_NO_PANE;
	}
}

enum { BLANKS_IN = 64 << 10 }; /* bytes */

static bool is_word_byte(char c)
{
	return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z') ||
	       (unsigned char)c >= 0x80;
}

/* As the editor counts: "don't", "3.2" and "x-y" are one. */
static bool word_begins(struct pf_slice text, size_t at)
{
	if (!is_word_byte(text.ptr[at]) || is_word_byte(text.ptr[at - 1]))
		return false;
	return !(at > 1 && strchr("'-.,", text.ptr[at - 1]) && is_word_byte(text.ptr[at - 2]));
}

/* Words without the skeleton's "[guidance]", which nobody wrote. A long text has long lost it. */
static uint32_t words_written(const struct pf_editor *ed)
{
	struct pf_slice text = pf_editor_text(ed);
	uint32_t words = pf_editor_words(ed), blank = 0;

	if (text.len > BLANKS_IN)
		return words;
	for (size_t i = 0; i < text.len; i++) {
		size_t end = i + 1;

		if (text.ptr[i] != '[')
			continue;
		while (end < text.len && text.ptr[end] != ']' && text.ptr[end] != '\n')
			end++;
		for (size_t k = i + 1; k < end && end < text.len && text.ptr[end] == ']'; k++)
			blank += word_begins(text, k);
		i = end;
	}
	return words > blank ? words - blank : 0;
}

static uint32_t words_in_hand(const struct pf_interview *iv)
{
	uint32_t pane = iv->fold->step == PF_STEP_ROLLOUT || iv->fold->step == PF_STEP_REWRITE ||
					iv->fold->step == PF_STEP_REFLECT
				? pf_interview_pane(iv)
				: PF_PANE_DRAFT;
	const struct pf_editor *ed = iv->fold->panes[pane];

	return ed ? words_written(ed) : 0;
}

static bool coach_speaks(const struct pf_interview *iv)
{
	return iv->fold->mode == PF_MODE_PRACTICE && !iv->no_coach &&
	       iv->fold->step == PF_STEP_WRITE;
}

static void stand_in_plan(const struct pf_interview *iv, struct pf_standing *s)
{
	const struct pf_plan_stage *plan = pf_interview_stage(iv);
	const struct pf_plan_pace *pace;

	s->title = s->goal = s->deliverable = "";
	if (!plan)
		return;
	s->title = plan->title ? plan->title : "";
	s->goal = plan->goal ? plan->goal : "";
	s->deliverable = plan->deliverable ? plan->deliverable : "";
	s->may_end_early = plan->may_end_early;
	if (plan->words.n == 2) {
		s->words_low = (uint32_t)plan->words.v[0];
		s->words_high = (uint32_t)plan->words.v[1];
	}
	/* Minutes that moved on from an earlier stage are spent before the plan's own begin. */
	pace = pf_plan_pace_at(plan, s->clock.elapsed - pf_fold_stage(iv->fold)->carried);
	s->pacing = pace ? pace->text : NULL;
}

struct pf_standing pf_interview_standing(const struct pf_interview *iv, const struct pf_now *now)
{
	const struct pf_stage *stage = pf_fold_stage(iv->fold);
	struct pf_standing s = {
		.stage = stage ? stage->index : 0,
		.n_stages = iv->fold->n_stages,
		.step = iv->fold->step,
		.clock = pf_clock_read(iv->fold, now),
		.strict = iv->fold->mode == PF_MODE_STRICT,
		.words = words_in_hand(iv),
		.coach = coach_speaks(iv),
		.probe = (uint32_t)iv->fold->probes.n,
		.n_probes = pf_probes_planned(iv),
	};

	stand_in_plan(iv, &s);
	if (iv->fold->step == PF_STEP_REWRITE && iv->fold->rewriting) {
		const struct pf_now *at = iv->fold->paused ? &iv->fold->paused_at : now;

		s.rewrite_left = iv->fold->rewrite_deadline - pf_clock_ruling(iv->fold->mode, at);
	}
	s.frozen = iv->fold->step != PF_STEP_WRITE || (s.strict && stage && stage->rang);
	return s;
}

static void give(struct pf_interview *iv, const char *name)
{
	if (iv->given.len)
		pf_buf_adds(&iv->given, "\n");
	(void)pf_model_give(iv->prompt, name, &iv->given);
}

void pf_interview_prepare(struct pf_interview *iv)
{
	const struct pf_prompt_drill *drill = NULL;

	if (iv->plan->kind == PF_PLAN_DRILL) {
		drill = pf_prompt_drill(iv->prompt, iv->fold->section);
		pf_model_section(iv->prompt, (enum pf_plan_section)iv->plan->section, &iv->model);
	} else {
		pf_model_markdown(iv->prompt, &iv->model);
	}
	if (!drill)
		give(iv, "prompt");
	for (size_t i = 0; drill && i < drill->give.n; i++)
		give(iv, drill->give.v[i]);
}

struct pf_slice pf_interview_given(const struct pf_interview *iv)
{
	return pf_buf_view(&iv->given);
}

struct pf_slice pf_interview_model(const struct pf_interview *iv)
{
	return iv->fold->judged ? pf_buf_view(&iv->model) : (struct pf_slice){NULL, 0};
}

size_t pf_interview_topics(const struct pf_interview *iv, struct pf_topic_state *out, size_t max)
{
	size_t n = max < PF_PROMPT_TOPICS ? max : PF_PROMPT_TOPICS;

	for (size_t t = 0; t < n; t++) {
		out[t].name = pf_prompt_topic_name((enum pf_prompt_topic)t);
		out[t].asked = false;
		for (size_t i = 0; i < iv->fold->notebook.n; i++)
			out[t].asked |= strcmp(iv->fold->notebook.v[i].topic, out[t].name) == 0;
	}
	return n;
}

/* --- the checker --------------------------------------------------------- */

static uint64_t draft_version(const struct pf_interview *iv)
{
	const struct pf_editor *ed = iv->fold->panes[PF_PANE_DRAFT];

	return ed ? pf_editor_version(ed) : 0;
}

bool pf_interview_run_check(struct pf_interview *iv, struct pf_check *out, struct pf_slice draft)
{
	struct pf_session_context *context = pf_session_context_new(iv->fold, iv->prompt);
	struct pf_check_context *c = pf_session_context_get(context);
	struct pf_error err = {0};
	enum pf_status status;

	c->past = iv->past;
	c->n_past = iv->n_past;
	c->off = iv->off;
	status = pf_check_run(out, iv->rubric, draft, c, &err);
	pf_session_context_free(context);
	return status == PF_OK || pf_refuse(iv, "The draft could not be checked: %s", err.message);
}

bool pf_interview_check_due(const struct pf_interview *iv)
{
	return !iv->checked || iv->check_version != draft_version(iv);
}

const struct pf_check *pf_interview_check(struct pf_interview *iv)
{
	if (!pf_interview_check_due(iv))
		return &iv->check;
	if (iv->checked)
		pf_check_release(&iv->check);
	iv->check_version = draft_version(iv);
	iv->checked = pf_interview_run_check(iv, &iv->check, pf_fold_text(iv->fold, PF_PANE_DRAFT));
	return pf_interview_checked(iv);
}

const struct pf_check *pf_interview_checked(const struct pf_interview *iv)
{
	return iv->checked ? &iv->check : NULL;
}

size_t pf_interview_coach(const struct pf_interview *iv, struct pf_coach_line *out, size_t max)
{
	if (!coach_speaks(iv) || !iv->checked)
		return 0;
	return pf_check_coach(&iv->check, iv->rubric, out, max);
}
