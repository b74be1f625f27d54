/* What stands at the side of the work: notebook, outline, coach, brief, draft, talk. */
#include <assert.h>

#include "prfaq/app/result_text.h"
#include "state.h"

static const char *const titles[SIDES] = {
	[SIDE_DRAFT] = "Your draft",
	[SIDE_NOTEBOOK] = "Notebook",
	[SIDE_GIVEN] = "Brief",
	[SIDE_COACH] = "Coach",
	[SIDE_OUTLINE] = "Outline",
	[SIDE_RESULT] = "On this page",
	[SIDE_TALK] = "Asked and answered",
};

static bool has_questions(const struct pf_app *app)
{
	const struct pf_plan *plan = pf_interview_plan(app->iv);

	for (size_t i = 0; i < plan->stages.n; i++)
		if (plan->stages.v[i].does == PF_PLAN_ASK)
			return true;
	return false;
}

static bool offered(const struct pf_app *app, enum side side)
{
	enum pf_step step = pf_interview_fold(app->iv)->step;
	bool writes = step == PF_STEP_WRITE;
	bool acts = step == PF_STEP_REWRITE || step == PF_STEP_NEXT_STEP;

	switch (side) {
	case SIDE_NOTEBOOK: return has_questions(app);
	case SIDE_GIVEN: return true;
	case SIDE_OUTLINE: return writes;
	case SIDE_COACH: return writes && pf_interview_fold(app->iv)->mode == PF_MODE_PRACTICE;
	case SIDE_RESULT: return acts;
	case SIDE_DRAFT:
		return acts || step == PF_STEP_PROBE || step == PF_STEP_ROLLOUT ||
		       step == PF_STEP_REFLECT;
	case SIDE_TALK: return step != PF_STEP_ASK && pf_interview_fold(app->iv)->asked.n > 0;
	case SIDES: break;
	}
	return false;
}

/* What was learned stays in sight whatever else is looked at: here, or in what is given. */
static enum side pinned(const struct pf_app *app)
{
	return has_questions(app) ? SIDE_NOTEBOOK : SIDE_GIVEN;
}

enum side side_first(const struct pf_app *app)
{
	if (offered(app, SIDE_RESULT))
		return SIDE_RESULT;
	return offered(app, SIDE_DRAFT) ? SIDE_DRAFT : pinned(app);
}

void side_next(struct pf_app *app)
{
	for (int i = 1; i <= SIDES; i++) {
		enum side next = (enum side)(((int)app->side + i) % SIDES);

		if (!offered(app, next))
			continue;
		app->side = next;
		break;
	}
	app->side_scroll = -1;
}

static void notebook(const struct pf_app *app, struct pf_buf *out)
{
	const struct pf_fold *fold = pf_interview_fold(app->iv);
	struct pf_topic_state topics[16];
	size_t n = pf_interview_topics(app->iv, topics, 16), asked = 0;

	for (size_t i = 0; i < fold->notebook.n; i++)
		pf_buf_printf(out, "- %s: %s\n", fold->notebook.v[i].topic,
			      fold->notebook.v[i].text);
	if (!fold->notebook.n)
		pf_buf_adds(out, fold->step == PF_STEP_ASK
					 ? ". What you learn by asking is kept here. Each fact "
					   "told takes time of the stage.\n"
					 : ". Nothing was learned by asking.\n");
	if (fold->step != PF_STEP_ASK || fold->mode == PF_MODE_STRICT)
		return;
	for (size_t i = 0; i < n; i++)
		if (topics[i].asked)
			pf_buf_printf(out, "%s %s",
				      asked++ ? "," : "\n. Asked about:", topics[i].name);
	pf_buf_byte(out, '\n');
}

/* The parts found, with their words: where one is, and what is still bare. */
static void outline(const struct pf_app *app, struct pf_buf *out)
{
	const struct pf_check *check = pf_interview_checked(app->iv);
	uint32_t words;

	if (!check || !check->parts.parts.n) {
		pf_buf_adds(out, ". The parts of the draft show here.\n");
		return;
	}
	for (size_t i = 0; i < check->parts.parts.n; i++) {
		const struct pf_part *p = &check->parts.parts.v[i];

		if (p->id == PF_PART_HEADLINE || p != pf_parts_get(&check->parts, p->id) ||
		    !pf_interview_words_in(app->iv, p->id, &words))
			continue;
		if (words)
			pf_buf_printf(out, "| %-16s %4u words\n", pf_part_title(p->id), words);
		else
			pf_buf_printf(out, ". %-16s blank\n", pf_part_title(p->id));
	}
}

static void coach(const struct pf_app *app, struct pf_buf *out)
{
	struct pf_coach_line lines[12];
	size_t n = pf_interview_coach(app->iv, lines, 12);

	for (size_t i = 0; i < n; i++)
		pf_buf_printf(out, "- %s\n", lines[i].text);
	if (!pf_interview_checked(app->iv))
		pf_buf_adds(out, ". Reads the draft at your next pause.\n");
	else if (!n)
		pf_buf_adds(out,
			    ". Nothing is missing by name. What it is worth shows at the end.\n");
}

static void brief(const struct pf_app *app, struct pf_buf *out)
{
	const struct pf_prompt *p = pf_interview_prompt(app->iv);

	pf_buf_printf(out, "# %s\n", p->title);
	pf_buf_adds(out, p->prompt);
	if (p->fictional)
		pf_buf_adds(out, ". Company, names and numbers are invented.\n");
}

/* What a drill gives stands below the story while that is read, and above it ever after: then its
 * numbers are looked up. */
static void add_given(const struct pf_app *app, struct page *page)
{
	struct page_part given = {pf_interview_given(app->iv), true, {0, 0}};
	struct page_part story = page->parts[0];

	if (!given.text.len)
		return;
	if (pf_interview_fold(app->iv)->step == PF_STEP_READ) {
		page->parts[page->n++].text = PF_SLICE("\n# Given\n");
		page->parts[page->n++] = given;
		return;
	}
	page->parts[0] = (struct page_part){.text = PF_SLICE("# Given\n")};
	page->parts[1] = given;
	page->parts[2] = (struct page_part){.text = PF_SLICE("\n")};
	page->parts[3] = story;
	page->n = 4;
}

struct page side_page(const struct pf_app *app, enum side side, struct pf_buf *text)
{
	const struct pf_fold *fold = pf_interview_fold(app->iv);
	const struct pf_probed *probe = pf_fold_open_probe(fold);
	struct page page = {.n = 1};

	switch (side) {
	case SIDE_NOTEBOOK: notebook(app, text); break;
	case SIDE_OUTLINE: outline(app, text); break;
	case SIDE_COACH: coach(app, text); break;
	case SIDE_GIVEN: brief(app, text); break;
	case SIDE_RESULT: pf_result_head(app->iv, text); break;
	case SIDE_TALK: talk_text(fold, text); break;
	case SIDE_DRAFT:
		page.parts[0] = (struct page_part){pf_fold_text(fold, PF_PANE_DRAFT), true, {0, 0}};
		if (probe && fold->step == PF_STEP_PROBE)
			page.parts[0].cited = probe->span;
		return page;
	case SIDES: break;
	}
	page.parts[0].text = pf_buf_view(text);
	if (side == SIDE_GIVEN)
		add_given(app, &page);
	return page;
}

/* What is cited is in sight, a little below the top, until one scrolls oneself. */
static int scroll_of(const struct pf_app *app, const struct page *page, struct pf_rect r)
{
	int at;

	if (app->side_scroll >= 0)
		return app->side_scroll;
	at = page_cited_row(page, r.cols) - r.rows / 4;
	return at > 0 ? at : 0;
}

static void paint_one(struct pf_app *app, struct pf_surface *s, struct pf_rect r, enum side side,
		      bool first)
{
	struct pf_buf text = {0};
	struct pf_rect inside;
	struct page page;
	int scroll, rows, most;

	assert(side < SIDES);
	inside = paint_box(s, r, titles[side], first && app->at_side);
	page = side_page(app, side, &text);
	scroll = first ? scroll_of(app, &page, inside) : 0;
	rows = paint_page(s, inside, scroll, &page);
	most = rows > inside.rows ? rows - inside.rows : 0;
	if (first)
		app->side_shown = scroll < most ? scroll : most;
	if (scroll > most) {
		app->side_scroll = most;
		pf_surface_fill(s, inside, ' ', PF_STYLE_PLAIN);
		paint_page(s, inside, most, &page);
	} else if (scroll < most) {
		paint_more(s, r);
	}
	pf_buf_release(&text);
}

enum {
	BOX_ROWS = 10,          /* of the screen for each box: fewer boxes on a low one */
	BOX_FRAMED = 5,         /* rows under which paint_box draws no frame */
	BOX_LEAST = 8,          /* rows that a box keeps whatever those above it hold */
	MEASURED_MOST = 1 << 14 /* bytes; a longer text fills any box */
};

/* Rows of the box that holds all of it; all of `r` for what is long. */
static int rows_needed(const struct pf_app *app, enum side side, struct pf_rect r)
{
	struct pf_surface none = {0};
	struct pf_buf text = {0};
	struct page page = side_page(app, side, &text);
	size_t len = 0;
	int rows;

	for (int i = 0; i < page.n; i++)
		len += page.parts[i].text.len;
	rows = len > MEASURED_MOST
		       ? r.rows
		       : paint_page(&none, pf_rect_make(0, 0, 0, r.cols - 2), 0, &page) + 2;
	pf_buf_release(&text);
	return rows < BOX_FRAMED ? BOX_FRAMED : rows;
}

/* What changes its length while one writes goes to the end: nothing else moves by it. */
static void coach_last(enum side *shown, int n)
{
	for (int i = 1; i < n - 1; i++)
		if (shown[i] == SIDE_COACH) {
			shown[i] = shown[n - 1];
			shown[n - 1] = SIDE_COACH;
		}
}

/* As many boxes as are worth drawing: the chosen one first, then what must stay in sight. */
static int side_boxes(const struct pf_app *app, int rows, enum side *shown)
{
	enum side pin = pinned(app);
	int n = 0, most = rows / BOX_ROWS < 1 ? 1 : rows / BOX_ROWS;

	shown[n++] = app->side;
	if (pin != app->side && offered(app, pin))
		shown[n++] = pin;
	for (int i = 1; i < SIDES; i++) {
		enum side side = (enum side)(((int)app->side + i) % SIDES);

		if (offered(app, side) && side != pin && side != SIDE_GIVEN && side != SIDE_TALK)
			shown[n++] = side;
	}
	n = n < most ? n : most;
	coach_last(shown, n);
	return n;
}

/* Each box takes what its text needs, as far as those below keep theirs; the last takes the rest.
 */
void side_paint(struct pf_app *app, struct pf_surface *s, struct pf_rect r)
{
	enum side shown[SIDES];
	int need[SIDES], n = side_boxes(app, r.rows, shown), kept = 0;

	for (int i = 0; i < n; i++) {
		need[i] = rows_needed(app, shown[i], r);
		kept += need[i] < BOX_LEAST ? need[i] : BOX_LEAST;
	}
	for (int i = 0; i < n; i++) {
		int rows = need[i];

		kept -= need[i] < BOX_LEAST ? need[i] : BOX_LEAST;
		if (i == n - 1 || rows > r.rows - kept)
			rows = r.rows - kept;
		paint_one(app, s, pf_rect_take_top(&r, rows), shown[i], i == 0);
	}
}
