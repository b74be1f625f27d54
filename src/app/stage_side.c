/* What stands at the side of the work: notebook, outline, coach, brief, draft, talk. */
#include <string.h>

#include "state.h"

static const char *const titles[SIDES] = {
	[SIDE_NOTEBOOK] = "Notebook", [SIDE_OUTLINE] = "Outline",
	[SIDE_COACH] = "Coach",       [SIDE_BRIEF] = "Brief",
	[SIDE_DRAFT] = "Your draft",  [SIDE_TALK] = "Asked and answered",
};

bool side_offered(const struct pf_app *app, enum side side)
{
	enum pf_step step = pf_interview_fold(app->iv)->step;
	bool writes = step == PF_STEP_WRITE;

	switch (side) {
	case SIDE_NOTEBOOK: return true;
	case SIDE_BRIEF: return step != PF_STEP_ASK;
	case SIDE_OUTLINE: return writes;
	case SIDE_COACH: return writes && pf_interview_fold(app->iv)->mode == PF_MODE_PRACTICE;
	case SIDE_DRAFT:
		return step == PF_STEP_PROBE || step == PF_STEP_ROLLOUT ||
		       step == PF_STEP_REFLECT || step == PF_STEP_REWRITE ||
		       step == PF_STEP_NEXT_STEP;
	case SIDE_TALK: return step != PF_STEP_ASK && pf_interview_fold(app->iv)->asked.n > 0;
	case SIDES: break;
	}
	return false;
}

void side_next(struct pf_app *app)
{
	for (int i = 1; i <= SIDES; i++) {
		enum side next = (enum side)(((int)app->side + i) % SIDES);

		if (!side_offered(app, next))
			continue;
		app->side = next;
		break;
	}
	app->side_scroll = 0;
}

static void notebook(const struct pf_app *app, struct pf_buf *out)
{
	const struct pf_fold *fold = pf_interview_fold(app->iv);
	struct pf_topic_state topics[16];
	size_t n = pf_interview_topics(app->iv, topics, 16);

	for (size_t i = 0; i < fold->notebook.n; i++)
		pf_buf_printf(out, "- %s\n", fold->notebook.v[i].text);
	if (!fold->notebook.n)
		pf_buf_adds(out, ". What you learn by asking is kept here.\n");
	if (fold->step != PF_STEP_ASK || fold->mode == PF_MODE_STRICT)
		return;
	pf_buf_adds(out, "\n. Asked about:");
	for (size_t i = 0; i < n; i++)
		if (topics[i].asked)
			pf_buf_printf(out, " %s", topics[i].name);
	pf_buf_byte(out, '\n');
}

/* The parts found, with their words: where one is, and what is still bare. */
static void outline(const struct pf_app *app, struct pf_buf *out)
{
	const struct pf_check *check = pf_interview_checked(app->iv);

	if (!check || !check->parts.parts.n) {
		pf_buf_adds(out, ". The parts of the draft show here.\n");
		return;
	}
	for (size_t i = 0; i < check->parts.parts.n; i++) {
		const struct pf_part *p = &check->parts.parts.v[i];

		pf_buf_printf(out, "| %-16s %4u words\n", pf_part_title(p->id),
			      pf_tokens_words(pf_doc_tokens(check->doc), p->body));
	}
	if (check->parts.pairs.n)
		pf_buf_printf(out, "| %-16s %4zu pairs\n", "Questions", check->parts.pairs.n);
	if (check->parts.metrics.n)
		pf_buf_printf(out, "| %-16s %4zu\n", "Metrics stated", check->parts.metrics.n);
}

static void coach(const struct pf_app *app, struct pf_buf *out)
{
	struct pf_coach_line lines[12];
	size_t n = pf_interview_coach(app->iv, lines, 12);

	for (size_t i = 0; i < n; i++)
		pf_buf_printf(out, "- %s\n", lines[i].text);
	if (!n)
		pf_buf_adds(out,
			    ". Nothing is missing by name. What it is worth shows at the end.\n");
}

static void brief(const struct pf_app *app, struct pf_buf *out)
{
	const struct pf_prompt *p = pf_interview_prompt(app->iv);

	pf_buf_printf(out, "# %s\n", p->title);
	flow_text(out, pf_slice_of(p->prompt));
	if (pf_interview_given(app->iv).len) {
		pf_buf_adds(out, "\n");
		pf_buf_slice(out, pf_interview_given(app->iv));
		pf_buf_byte(out, '\n');
	}
	if (p->fictional)
		pf_buf_adds(out, "\n. Company, names and numbers are invented.\n");
}

static void talk(const struct pf_app *app, struct pf_buf *out)
{
	const struct pf_fold *fold = pf_interview_fold(app->iv);

	for (size_t i = 0; i < fold->asked.n; i++) {
		pf_buf_printf(out, "> %s\n", fold->asked.v[i].text);
		if (fold->asked.v[i].answered)
			pf_buf_printf(out, "? %s\n", fold->asked.v[i].answer);
	}
}

void side_text(const struct pf_app *app, enum side side, struct pf_buf *out)
{
	switch (side) {
	case SIDE_NOTEBOOK: notebook(app, out); break;
	case SIDE_OUTLINE: outline(app, out); break;
	case SIDE_COACH: coach(app, out); break;
	case SIDE_BRIEF: brief(app, out); break;
	case SIDE_DRAFT:
		pf_buf_slice(out, pf_fold_text(pf_interview_fold(app->iv), PF_PANE_DRAFT));
		break;
	case SIDE_TALK: talk(app, out); break;
	case SIDES: break;
	}
}

static void paint_one(struct pf_app *app, struct pf_surface *s, struct pf_rect r, enum side side,
		      bool first)
{
	struct pf_buf text = {0};
	struct pf_rect inside = paint_box(s, r, titles[side], first && app->at_side);

	side_text(app, side, &text);
	if (first) {
		int rows = paint_text(s, inside, app->side_scroll, pf_buf_view(&text));
		int most = rows > inside.rows ? rows - inside.rows : 0;

		if (app->side_scroll > most) {
			app->side_scroll = most;
			pf_surface_fill(s, inside, ' ', PF_STYLE_PLAIN);
			paint_text(s, inside, most, pf_buf_view(&text));
		}
	} else {
		paint_text(s, inside, 0, pf_buf_view(&text));
	}
	pf_buf_release(&text);
}

/* As many boxes as are worth drawing, the chosen one first. */
void side_paint(struct pf_app *app, struct pf_surface *s, struct pf_rect r)
{
	enum side shown[SIDES];
	int n = 0, boxes;

	for (int i = 0; i < SIDES; i++) {
		enum side side = (enum side)(((int)app->side + i) % SIDES);

		if (side_offered(app, side) &&
		    (i == 0 || (side != SIDE_BRIEF && side != SIDE_TALK)))
			shown[n++] = side;
	}
	boxes = r.rows / 10 < 1 ? 1 : r.rows / 10;
	if (boxes > n)
		boxes = n;
	for (int i = 0; i < boxes; i++)
		paint_one(app, s, pf_rect_take_top(&r, r.rows / (boxes - i)), shown[i], i == 0);
}
