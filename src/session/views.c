/* What there is to show of a running interview. */
#include <stdio.h>
#include <string.h>

#include "impl.h"
#include "prfaq/bank/model.h"

static enum pf_part_id section_part(int section)
{
	return pf_part_find(pf_slice_of(pf_plan_section_name((enum pf_plan_section)section)));
}

enum { COUNT_MAX = 64 << 10 }; /* bytes; a longer text has long lost its skeleton */

/* Some sections of the page, as a step of a preparation asks for them. */
static bool asks_for_some(const struct pf_interview *iv, const struct pf_plan_stage *stage)
{
	return stage && iv->plan->kind == PF_PLAN_PREPARATION && iv->checked &&
	       stage->sections.n > 0 && stage->sections.n < PF_PLAN_ROLLOUT;
}

static uint32_t words_asked_for(const struct pf_interview *iv, const struct pf_plan_stage *stage)
{
	uint32_t sum = 0, words;

	for (size_t i = 0; i < stage->sections.n; i++) {
		(void)pf_interview_words_in(iv, section_part(stage->sections.v[i]), &words);
		sum += words;
	}
	return sum;
}

static uint32_t words_in_hand(const struct pf_interview *iv)
{
	enum pf_step step = iv->fold->step;
	bool own = step == PF_STEP_ROLLOUT || step == PF_STEP_REWRITE || step == PF_STEP_REFLECT;
	const struct pf_editor *ed = iv->fold->panes[own ? pf_interview_pane(iv) : PF_PANE_DRAFT];

	if (!ed)
		return 0;
	if (step == PF_STEP_WRITE && asks_for_some(iv, pf_interview_stage(iv)))
		return words_asked_for(iv, pf_interview_stage(iv));
	if (pf_editor_length(ed) > COUNT_MAX)
		return pf_editor_words(ed);
	return pf_words_written(iv, pf_editor_text(ed));
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

	s->title = s->goal = "";
	if (!plan)
		return;
	s->title = plan->title ? plan->title : "";
	s->goal = plan->goal ? plan->goal : "";
	if (plan->words.n == 2)
		s->words_high = (uint32_t)plan->words.v[1];
	/* Minutes that moved on from an earlier stage are spent before the plan's own begin. */
	pace = pf_plan_pace_at(plan, s->clock.elapsed - pf_fold_stage(iv->fold)->carried);
	/* The rollout begins when the questions are through, whatever minute it was planned for. */
	if (iv->fold->step == PF_STEP_ROLLOUT && plan->pacing.n)
		pace = &plan->pacing.v[plan->pacing.n - 1];
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
	};

	stand_in_plan(iv, &s);
	if (iv->fold->step == PF_STEP_REWRITE && iv->fold->rewriting) {
		const struct pf_now *at = iv->fold->paused ? &iv->fold->paused_at : now;

		s.rewrite_left = iv->fold->rewrite_deadline - pf_clock_ruling(iv->fold->mode, at);
	}
	return s;
}

/* An item a line; a section of the model is Markdown as it is. The prompt has its own place. */
static void give(struct pf_interview *iv, const char *name)
{
	bool item = strncmp(name, "model.", 6) != 0;

	if (strcmp(name, "prompt") == 0)
		return;
	pf_buf_adds(&iv->given, item ? "- " : iv->given.len ? "\n" : "");
	(void)pf_model_give(iv->prompt, name, &iv->given);
	while (item && iv->given.len > 1 && iv->given.ptr[iv->given.len - 2] == '\n')
		pf_buf_splice(&iv->given, iv->given.len - 1, iv->given.len, PF_SLICE(""));
}

void pf_interview_prepare(struct pf_interview *iv)
{
	const struct pf_prompt_drill *drill = NULL;

	pf_words_prepare(iv);
	if (iv->plan->kind == PF_PLAN_DRILL) {
		drill = pf_prompt_drill(iv->prompt, iv->fold->section);
		pf_model_section(iv->prompt, (enum pf_plan_section)iv->plan->section, &iv->model);
	} else {
		pf_model_markdown(iv->prompt, &iv->model);
	}
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

static bool asked_for(const struct pf_plan_stage *stage, enum pf_part_id id)
{
	for (size_t i = 0; i < stage->sections.n; i++)
		if (section_part(stage->sections.v[i]) == id)
			return true;
	return stage->sections.n == 0;
}

/* Whether the part is not there, or in the skeleton's words alone. */
static bool is_blank_part(const struct pf_interview *iv, enum pf_part_id id)
{
	uint32_t words;

	return !pf_interview_words_in(iv, id, &words) || words == 0;
}

static void add_blank_parts(const struct pf_interview *iv, const struct pf_plan_stage *stage,
			    struct pf_coach_line *out, size_t max, size_t *n)
{
	for (size_t i = 0; i < stage->sections.n && *n < max; i++) {
		enum pf_part_id id = section_part(stage->sections.v[i]);

		if (!is_blank_part(iv, id))
			continue;
		out[*n] = (struct pf_coach_line){.section = id};
		snprintf(out[(*n)++].text, sizeof(out->text), "%s: not there yet",
			 pf_part_title(id));
	}
}

/* In the order of the page: what is written now is read before what comes later. */
static void in_page_order(struct pf_coach_line *lines, size_t n)
{
	for (size_t i = 1; i < n; i++)
		for (size_t k = i; k > 0 && lines[k].section < lines[k - 1].section; k--) {
			struct pf_coach_line line = lines[k];

			lines[k] = lines[k - 1];
			lines[k - 1] = line;
		}
}

size_t pf_interview_coach(const struct pf_interview *iv, struct pf_coach_line *out, size_t max)
{
	const struct pf_plan_stage *stage = pf_interview_stage(iv);
	struct pf_coach_line said[PF_COACH_MAX];
	size_t n = 0, m;

	if (!coach_speaks(iv) || !iv->checked || !stage)
		return 0;
	add_blank_parts(iv, stage, out, max, &n);
	m = pf_check_coach(&iv->check, iv->rubric, said, PF_COACH_MAX);
	for (size_t i = 0; i < m && n < max; i++) {
		bool some =
			iv->plan->kind != PF_PLAN_PREPARATION || asked_for(stage, said[i].section);

		if (some && !is_blank_part(iv, said[i].section))
			out[n++] = said[i];
	}
	in_page_order(out, n);
	return n;
}
