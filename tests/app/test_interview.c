/* A whole interview on the cell grid with a fake clock, and what must hold on the way. */
#include "stand.h"

#include <time.h>

#include "prfaq/bank/model.h"

static struct pf_interview *iv(struct stand *s)
{
	return pf_app_interview(s->app);
}

static enum pf_step step(struct stand *s)
{
	return pf_interview_fold(iv(s))->step;
}

/* Home, 90 minutes, the prompt named. */
static void begin(struct stand *s, const char *id)
{
	stand_keys(s, "Down Down Enter");
	for (size_t i = 0; strcmp(pf_bank_get(s->bank, i)->id, id); i++)
		stand_keys(s, "Down");
	stand_keys(s, "Enter");
	assert_non_null(iv(s));
	assert_string_equal(pf_interview_fold(iv(s))->prompt_id, id);
}

static void no_score_on_screen(struct stand *s)
{
	stand_not_see(s, "Score");
	stand_not_see(s, "On this page");
}

static void answer_probes(struct stand *s, int *asked)
{
	for (*asked = 0; step(s) == PF_STEP_PROBE && *asked < 20; (*asked)++) {
		const struct pf_probed *p = pf_fold_open_probe(pf_interview_fold(iv(s)));

		if (!p)
			break;
		no_score_on_screen(s);
		stand_type(s, "Because the booking log of 412 nights shows it: 38 % were lost, and "
			      "we decided to take the smaller market first.");
		stand_keys(s, "C-d");
		stand_pass(s, PF_MINUTE);
	}
}

/* The model's numbers are numbers somebody asked for. */
static void ask_the_rest(struct stand *s)
{
	static const char *const questions[] = {
		"How many members try to watch together?",
		"How many shared evenings finish?",
		"Why do they give up?",
		"What is the baseline?",
		"What does success look like?",
		"What is the peak load?",
	};

	for (size_t i = 0; i < sizeof(questions) / sizeof(*questions); i++) {
		stand_type(s, questions[i]);
		stand_keys(s, "Enter");
	}
}

static void test_ninety_minutes(void **state)
{
	struct stand *s = stand_new(40, 120);
	struct pf_buf model = {0};
	clock_t cpu = clock();
	int asked;

	(void)state;
	begin(s, "watch-party");
	stand_see(s, "15:00 left");
	stand_keys(s, "F1");
	stand_see(s, "Warm-up: Keys");
	stand_see(s, "left");
	stand_keys(s, "Esc");
	stand_type(s, "What is the budget?");
	stand_keys(s, "Enter");
	assert_int_equal(pf_interview_fold(iv(s))->asked.n, 1);
	stand_type(s, "When must it launch?");
	stand_keys(s, "Enter");
	assert_true(pf_interview_fold(iv(s))->notebook.n >= 1);
	no_score_on_screen(s);
	ask_the_rest(s);
	stand_pass(s, 5 * PF_MINUTE);
	stand_keys(s, "C-n C-n");
	assert_int_equal(step(s), PF_STEP_WRITE);
	stand_see(s, "Notebook");

	pf_model_markdown(pf_bank_find(s->bank, "watch-party", NULL), &model);
	stand_keys(s, "C-a");
	stand_paste(s, model.ptr);
	stand_pass(s, 10 * PF_MINUTE);
	no_score_on_screen(s);
	stand_see(s, "Coach");
	stand_pass(s, 16 * PF_MINUTE);
	stand_keys(s, "C-n C-n");
	assert_int_equal(step(s), PF_STEP_PROBE);
	answer_probes(s, &asked);
	assert_true(asked >= 6);
	if (step(s) == PF_STEP_PROBE)
		stand_keys(s, "C-n C-n");
	assert_int_equal(step(s), PF_STEP_ROLLOUT);
	stand_type(s, "Week 4: 500 households, gate 30 % start a second party, stop under 15 %.");
	stand_keys(s, "C-n C-n");
	assert_int_equal(step(s), PF_STEP_REFLECT);
	no_score_on_screen(s);
	stand_type(s, "I would ask about rights first.");
	stand_keys(s, "C-n");
	assert_int_equal(step(s), PF_STEP_MARK);
	no_score_on_screen(s);
	for (int i = 0; i <= PF_DIMENSIONS; i++)
		stand_keys(s, "Right Enter");
	assert_int_equal(step(s), PF_STEP_RESULT);
	stand_see(s, "On this page: customer");
	if (getenv("SHOW"))
		puts(stand_paint(s));
	assert_true(pf_interview_fold(iv(s))->score_final >= 85);
	stand_keys(s, "End");
	stand_see(s, "of 100");
	stand_keys(s, "C-n");
	while (step(s) != PF_STEP_NEXT_STEP && step(s) != PF_STEP_END)
		stand_keys(s, "C-n");
	stand_type(s, "Ask for the law in the first three questions.");
	stand_keys(s, "Enter");
	assert_int_equal(step(s), PF_STEP_MODEL);
	stand_see(s, "Model answer");
	stand_keys(s, "C-n");
	assert_true(pf_interview_fold(iv(s))->done);
	stand_keys(s, "Esc");
	stand_see(s, "Your next step from last time: Ask for the law");
	stand_keys(s, "Down Down Enter");
	stand_see(s, "Watch");
	stand_keys(s, "Enter");
	stand_see(s, "On this page: customer");
	/* Nothing here waits for a real clock. */
	assert_true(clock() - cpu < 2 * CLOCKS_PER_SEC);

	struct pf_fold *fold = stand_fold(s);

	assert_true(fold->done);
	assert_true(pf_slice_find(pf_fold_text(fold, PF_PANE_DRAFT), PF_SLICE("##")) <
		    pf_fold_text(fold, PF_PANE_DRAFT).len);
	pf_fold_free(fold);
	pf_buf_release(&model);
	stand_free(s);
}

static void test_strict_bell_freezes(void **state)
{
	struct stand *s = stand_new(24, 80);
	struct pf_slice text;
	size_t len;

	(void)state;
	stand_keys(s, "Down Down Enter s Enter");
	stand_see(s, "strict");
	stand_keys(s, "C-n C-n");
	assert_int_equal(step(s), PF_STEP_WRITE);
	stand_keys(s, "C-p"); /* no pause here */
	assert_false(pf_interview_fold(iv(s))->paused);
	stand_keys(s, "C-End");
	stand_type(s, "kept");
	stand_pass(s, 31 * PF_MINUTE);
	assert_int_equal(s->bells, 1);
	len = pf_fold_text(pf_interview_fold(iv(s)), PF_PANE_DRAFT).len;
	stand_type(s, "too late");
	stand_see(s, "question 1");
	text = pf_fold_text(pf_interview_fold(iv(s)), PF_PANE_DRAFT);
	assert_int_equal(text.len, len);
	assert_true(pf_slice_find(text, PF_SLICE("kept")) < text.len);
	stand_free(s);
}

static void test_practice_pauses_and_runs_over(void **state)
{
	struct stand *s = stand_new(24, 80);

	(void)state;
	stand_keys(s, "Down Down Enter Enter C-n C-n");
	stand_pass(s, 44 * PF_MINUTE); /* the warm-up's minutes moved on: 30 + 15 */
	stand_keys(s, "C-p");
	stand_see(s, "paused");
	stand_see(s, "C-p run on");
	stand_type(s, "x");
	stand_see(s, "Paused: nothing was typed. C-p lets the clock run on.");
	stand_pass(s, 60 * PF_MINUTE);
	stand_keys(s, "C-p");
	stand_not_see(s, "overtime");
	stand_pass(s, 3 * PF_MINUTE);
	stand_see(s, "overtime");
	assert_int_equal(s->bells, 1);
	stand_type(s, "still writing");
	assert_true(pf_slice_find(pf_fold_text(pf_interview_fold(iv(s)), PF_PANE_DRAFT),
				  PF_SLICE("still writing")) <
		    pf_fold_text(pf_interview_fold(iv(s)), PF_PANE_DRAFT).len);
	stand_free(s);
}

static enum pf_style bar(struct stand *s)
{
	stand_paint(s);
	return (enum pf_style)pf_surface_at(&s->surface, 0, 1)->style;
}

/* The bar turns amber with five minutes left, red with one, and is another colour after the bell.
 */
static void test_the_clock_has_colours(void **state)
{
	struct stand *s = stand_new(24, 80);

	(void)state;
	stand_keys(s, "Down Down Enter Enter");
	stand_pass(s, 9 * PF_MINUTE);
	assert_int_equal(bar(s), PF_STYLE_BAR);
	stand_pass(s, PF_MINUTE);
	assert_int_equal(bar(s), PF_STYLE_BAR_AMBER);
	stand_keys(s, "F7"); /* hidden, the clock still warns */
	stand_not_see(s, "left");
	stand_pass(s, 4 * PF_MINUTE);
	assert_int_equal(bar(s), PF_STYLE_BAR_RED);
	stand_see(s, "left");
	stand_pass(s, PF_MINUTE);
	assert_int_equal(bar(s), PF_STYLE_OVERTIME);
	assert_int_equal(s->bells, 1);
	stand_free(s);
}

static void mouse(struct stand *s, enum pf_mouse_kind kind, int row, int col)
{
	struct pf_event event = {.type = PF_EVENT_MOUSE};

	event.mouse.kind = kind;
	event.mouse.row = row;
	event.mouse.col = col;
	stand_event(s, &event);
}

static void test_mouse(void **state)
{
	struct stand *s = stand_new(24, 80);
	struct pf_buf text = {0};
	struct pf_editor *ed;
	uint32_t begin;

	(void)state;
	stand_keys(s, "Down Down Enter Enter C-n C-n C-a");
	for (int i = 0; i < 60; i++)
		pf_buf_printf(&text, "row %d\n", i);
	stand_paste(s, text.ptr);
	stand_keys(s, "C-Home");
	ed = pf_interview_editor(iv(s), PF_PANE_DRAFT);
	stand_see(s, "row 0");
	mouse(s, PF_MOUSE_PRESS, 3 + 4, 1 + 4); /* under bar, pacing line and frame */
	begin = pf_editor_cursor(ed);
	assert_int_equal(begin, strlen("row 0\n") * 4 + 4);
	mouse(s, PF_MOUSE_DRAG, 3 + 5, 1 + 4);
	mouse(s, PF_MOUSE_RELEASE, 3 + 5, 1 + 4);
	stand_type(s, "X");
	assert_true(pf_slice_find(pf_editor_text(ed), PF_SLICE("row X5")) < pf_editor_text(ed).len);
	mouse(s, PF_MOUSE_WHEEL_DOWN, 6, 6);
	mouse(s, PF_MOUSE_WHEEL_DOWN, 6, 6);
	stand_not_see(s, "row 0");
	pf_buf_release(&text);
	stand_free(s);
}

/* A click marks a row, one on the marked row chooses it, one beside the list does nothing. */
static void test_mouse_in_a_list(void **state)
{
	struct stand *s = stand_new(24, 80);

	(void)state;
	stand_see(s, "> 12 minutes");
	mouse(s, PF_MOUSE_PRESS, 5 + 6, 20);
	mouse(s, PF_MOUSE_RELEASE, 5 + 6, 20);
	stand_see(s, "> Guide");
	mouse(s, PF_MOUSE_PRESS, 20, 20);
	stand_see(s, "> Guide");
	mouse(s, PF_MOUSE_WHEEL_UP, 20, 20);
	stand_see(s, "> Prompts");
	mouse(s, PF_MOUSE_WHEEL_DOWN, 20, 20);
	mouse(s, PF_MOUSE_PRESS, 5 + 6, 20);
	stand_see(s, "The method.");
	stand_free(s);
}

static void test_leaving_and_going_on(void **state)
{
	struct stand *s = stand_new(24, 80);

	(void)state;
	stand_keys(s, "Down Down Enter Enter");
	stand_type(s, "half a quest");
	stand_keys(s, "C-q");
	stand_see(s, "How long do you have?");
	stand_see(s, "Resume");
	stand_pass(s, 500 * PF_MINUTE);
	stand_keys(s, "Down Enter");
	assert_int_equal(step(s), PF_STEP_ASK);
	stand_see(s, "half a quest");
	stand_keys(s, "C-q C-q");
	assert_true(pf_app_quits(s->app));
	stand_free(s);
}

/* Who comes back finds the side as it was at the begin of the step, and writes on where he was:
 * not over the first blank. */
static void test_writing_goes_on_where_it_was_left(void **state)
{
	struct stand *s = stand_new(24, 80);

	(void)state;
	begin(s, "watch-party");
	stand_keys(s, "C-n C-n Tab");
	stand_type(s, "Forty clerks");
	stand_keys(s, "C-q Down Enter");
	assert_int_equal(step(s), PF_STEP_WRITE);
	stand_see(s, "Notebook");
	assert_null(strstr(stand_paint(s), "Your draft"));
	stand_type(s, " wait.");
	stand_see(s, "[Name of what you launch]");
	stand_see(s, "Forty clerks wait.");
	stand_free(s);
}

static struct pf_slice draft_of(struct stand *s)
{
	return pf_fold_text(pf_interview_fold(iv(s)), PF_PANE_DRAFT);
}

/* Nothing is worth keeping before the first word, in the stages before the draft too. */
static void test_an_attempt_without_a_word_is_no_work(void **state)
{
	struct stand *s = stand_new(24, 80);

	(void)state;
	begin(s, "watch-party");
	assert_false(pf_fold_has_work(pf_interview_fold(iv(s))));
	stand_keys(s, "C-n C-n");
	assert_int_equal(step(s), PF_STEP_WRITE);
	assert_false(pf_fold_has_work(pf_interview_fold(iv(s))));
	stand_type(s, "W");
	assert_true(pf_fold_has_work(pf_interview_fold(iv(s))));
	stand_free(s);
}

/* A page written elsewhere takes the place of the skeleton; a title is one of its blanks. */
static void test_a_pasted_page_is_the_draft(void **state)
{
	static const char page[] = "# Answer Card\n\n## Problem\n\n9,000 tables ask.\n";
	struct stand *s = stand_new(24, 80);

	(void)state;
	begin(s, "watch-party");
	stand_keys(s, "C-n C-n C-p");
	stand_paste(s, page);
	stand_see(s, "Paused: nothing was typed.");
	stand_keys(s, "C-p");
	stand_paste(s, "# Answer Card\r\r## Problem\r\r9,000 tables ask.\r");
	assert_true(pf_slice_is(draft_of(s), page));
	stand_see(s, "Your page stands where the skeleton was; C-z brings that back.");
	stand_keys(s, "C-z C-Home");
	stand_see(s, "[Name of what you launch]");
	stand_keys(s, "Tab");
	stand_paste(s, "Answer Card\n");
	stand_see(s, "[Two sentences.");
	stand_free(s);
}

/* Under the last blank Tab writes nothing. */
static void test_no_blank_is_left(void **state)
{
	struct stand *s = stand_new(24, 80);

	(void)state;
	begin(s, "watch-party");
	stand_keys(s, "C-n C-n C-a");
	stand_type(s, "Words");
	stand_keys(s, "Tab");
	stand_see(s, "No blank is left.");
	assert_true(pf_slice_is(draft_of(s), "Words"));
	stand_free(s);
}

/* Enter goes from place to place and writes nothing; whoever moves on or presses Esc is back. */
static void test_find(void **state)
{
	struct stand *s = stand_new(24, 80);
	struct pf_editor *ed;

	(void)state;
	begin(s, "watch-party");
	stand_keys(s, "C-n C-n C-a");
	stand_type(s, "one two one");
	ed = pf_interview_editor(iv(s), PF_PANE_DRAFT);
	stand_keys(s, "C-Home C-f");
	stand_type(s, "ons");
	stand_keys(s, "Backspace");
	stand_type(s, "e");
	stand_see(s, "Enter: next");
	stand_keys(s, "Enter");
	assert_int_equal(pf_editor_selection(ed).begin, 0);
	stand_keys(s, "Enter");
	assert_int_equal(pf_editor_selection(ed).begin, 8);
	assert_true(pf_slice_is(draft_of(s), "one two one"));
	stand_type(s, "x");
	stand_see(s, "Find: x");
	stand_keys(s, "Enter");
	stand_see(s, "Not found.");
	stand_keys(s, "Esc");
	stand_not_see(s, "Find:");
	stand_keys(s, "C-f");
	stand_type(s, "two");
	stand_keys(s, "Enter Right");
	stand_type(s, "!");
	assert_true(pf_slice_is(draft_of(s), "one two! one"));
	stand_free(s);
}

/* Every size, every step: nothing crashes, nothing is lost, the status stays. */
static void test_every_size(void **state)
{
	static const int sizes[][2] = {{1, 1},   {4, 19},   {5, 20},  {6, 21},   {12, 40},
				       {24, 80}, {40, 120}, {3, 200}, {100, 10}, {60, 300}};
	struct stand *s = stand_new(24, 80);

	(void)state;
	begin(s, "watch-party");
	stand_keys(s, "C-n C-n");
	stand_type(s, "日本語 e\xCC\x81 👩‍👧 words");
	for (size_t i = 0; i < sizeof(sizes) / sizeof(*sizes); i++) {
		stand_size(s, sizes[i][0], sizes[i][1]);
		stand_keys(s, "F2 C-o F2 C-o");
		if (sizes[i][0] >= 5 && sizes[i][1] >= 60)
			stand_see(s, "left");
		stand_type(s, "x");
	}
	struct pf_fold *fold = stand_fold(s);

	assert_true(pf_slice_find(pf_fold_text(fold, PF_PANE_DRAFT), PF_SLICE("xxxxxxxxxx")) <
		    pf_fold_text(fold, PF_PANE_DRAFT).len);
	pf_fold_free(fold);
	stand_free(s);
}

static void test_drill(void **state)
{
	struct stand *s = stand_new(30, 100);

	(void)state;
	stand_keys(s, "Enter");
	stand_see(s, "metrics");
	stand_keys(s, "Down Enter");
	assert_non_null(iv(s));
	assert_int_equal(pf_interview_fold(iv(s))->kind, PF_KIND_DRILL);
	for (int i = 0; i < 8 && step(s) != PF_STEP_WRITE; i++)
		stand_keys(s, "C-n C-n");
	assert_int_equal(step(s), PF_STEP_WRITE);
	stand_keys(s, "C-a");
	stand_paste(s, "On storm days 61 minutes pass at the desk for each of 1,200 connecting "
		       "passengers, and 38 % reach it after the last seat is gone.\n");
	stand_keys(s, "C-n C-n");
	for (int i = 0; i < 8 && step(s) != PF_STEP_MODEL && step(s) != PF_STEP_END; i++) {
		if (step(s) == PF_STEP_MARK)
			for (int k = 0; k <= PF_DIMENSIONS; k++)
				stand_keys(s, "Right Enter");
		else
			stand_keys(s, "C-n");
	}
	assert_int_equal(step(s), PF_STEP_MODEL);
	stand_see(s, "Model answer");
	stand_keys(s, "C-n n");
	stand_see(s, "> benefits");
	stand_free(s);
}

/* The next drill is the one after this, wherever this was begun. */
static void test_the_next_drill(void **state)
{
	struct stand *s = stand_new(30, 100);
	struct pf_effects fx = {.n = 0};
	const struct pf_plan *plan = NULL;

	(void)state;
	for (size_t i = 0; i < s->plans.n; i++)
		if (!strcmp(s->plans.v[i]->id, "metrics"))
			plan = s->plans.v[i];
	pf_app_begin(s->app, pf_bank_find(s->bank, "watch-party", NULL), plan, false, -1, 0,
		     &s->now, &fx);
	stand_effects(s, &fx);
	while (step(s) != PF_STEP_END)
		stand_keys(s, "C-n");
	stand_keys(s, "n");
	stand_see(s, "> faq");
	stand_free(s);
}

/* A drill of questions has no page: its proof is of the questions. */
static void test_why_of_questions(void **state)
{
	struct stand *s = stand_new(30, 100);

	(void)state;
	stand_keys(s, "Enter End Enter C-n");
	stand_type(s, "What is the budget?");
	stand_keys(s, "Enter");
	stand_type(s, "Should we build an app?");
	stand_keys(s, "Enter C-n C-n w");
	stand_see(s, "What your questions show");
	stand_see(s, "CL-04 no solution in a question: ");
	stand_not_see(s, "launch date");
	stand_free(s);
}

/* A question that was not taken is asked otherwise, not typed again. */
static void test_the_last_question_is_taken_up(void **state)
{
	struct stand *s = stand_new(24, 80);

	(void)state;
	begin(s, "watch-party");
	stand_keys(s, "Up"); /* nothing was asked yet */
	stand_type(s, "What is the budget?");
	stand_keys(s, "Enter Up Backspace");
	stand_type(s, " in all?");
	stand_keys(s, "Enter");
	assert_int_equal(pf_interview_fold(iv(s))->asked.n, 2);
	assert_string_equal(pf_interview_fold(iv(s))->asked.v[1].text,
			    "What is the budget in all?");
	stand_free(s);
}

/* Who types where nothing is written is told so, and with which key it can be. */
static void test_words_that_go_nowhere_are_told(void **state)
{
	struct stand *s = stand_new(24, 80);

	(void)state;
	stand_keys(s, "Enter");
	stand_keys(s, "Down Enter");
	assert_int_equal(step(s), PF_STEP_READ);
	stand_type(s, "We");
	stand_see(s, "Nothing was typed: this is for reading. C-n goes on.");
	stand_keys(s, "Down");
	stand_not_see(s, "Nothing was typed");
	stand_keys(s, "Enter");
	stand_see(s, "C-n goes on.");
	stand_paste(s, "A draft from elsewhere.");
	stand_see(s, "C-n goes on.");
	while (step(s) != PF_STEP_WRITE)
		stand_keys(s, "C-n");
	stand_keys(s, "C-o");
	stand_type(s, "We");
	stand_see(s, "Nothing was typed. C-o leads back to your text.");
	stand_keys(s, "C-o");
	stand_type(s, "Wexford");
	stand_see(s, "Wexford");
	stand_not_see(s, "Nothing was typed");
	stand_free(s);
}

/* What one does in a step, and then on. */
static void do_step(struct stand *s)
{
	switch (step(s)) {
	case PF_STEP_ASK:
		stand_type(s, "What is the budget?");
		stand_keys(s, "Enter");
		break;
	case PF_STEP_WRITE:
		no_score_on_screen(s);
		stand_keys(s, "C-End");
		stand_type(s, "Forty clerks wait 74 minutes a day.");
		break;
	case PF_STEP_MARK:
		no_score_on_screen(s);
		stand_keys(s, "3 3 3 3 3 3 3 Right");
		break;
	default: break;
	}
	stand_pass(s, 10 * PF_SECOND);
	stand_keys(s, "C-n");
	if (strstr(stand_paint(s), "C-n: yes"))
		stand_keys(s, "C-n");
}

/* Every plan there is can be walked to its end in either mode, in the minutes it promises, and is
 * found again as done. */
static void test_every_plan_to_its_end(void **state)
{
	static const struct {
		const char *id;
		int minutes; /* a drill, which is not here: 12 at most */
	} wanted[] = {{"interview", 90}, {"short", 45}, {"prep60", 60}, {"night-before", 60}};
	struct stand *s = stand_new(24, 80);

	(void)state;
	for (size_t i = 0; i < 2 * s->plans.n; i++) {
		const struct pf_plan *plan = s->plans.v[i / 2];
		struct pf_effects fx = {.n = 0};
		int64_t most = 12, steps = 0;

		for (size_t k = 0; k < sizeof(wanted) / sizeof(*wanted); k++)
			if (!strcmp(plan->id, wanted[k].id))
				most = wanted[k].minutes;
		pf_app_begin(s->app, pf_bank_get(s->bank, i % pf_bank_count(s->bank)), plan, i % 2,
			     -1, 0, &s->now, &fx);
		stand_effects(s, &fx);
		stand_see(s, plan->stages.v[0].title);
		if (plan->kind == PF_PLAN_DRILL)
			assert_true(pf_interview_fold(iv(s))->total <= most * PF_MINUTE);
		else
			assert_int_equal(pf_interview_fold(iv(s))->total, most * PF_MINUTE);
		while (!pf_interview_fold(iv(s))->done && steps++ < 60)
			do_step(s);
		if (!pf_interview_fold(iv(s))->done)
			fail_msg("%s does not end:\n%s", plan->id, stand_paint(s));
		stand_see(s, "The attempt is kept");
		if (!pf_interview_result(iv(s)))
			fail_msg("%s ends without a result", plan->id);
		stand_keys(s, "q");
		assert_false(s->row.open);
	}
	stand_free(s);
}

/* An attempt that was left and ended later than one begun after it: its next step is the last. */
static void test_the_next_step_is_of_what_ended_last(void **state)
{
	struct stand *s = stand_new(24, 80);
	const struct pf_app_row rows[] = {
		{.id = "b", .started = 200, .ended = 300, .next_step = "Older."},
		{.id = "a", .started = 100, .ended = 400, .next_step = "Newer."},
	};

	(void)state;
	pf_app_give_rows(s->app, rows, 2);
	stand_see(s, "Your next step from last time: Newer.");
	stand_free(s);
}

/* An hour of preparation goes part by part: each stage begins at the blank of its own. */
static void test_a_preparation_begins_at_its_part(void **state)
{
	struct stand *s = stand_new(40, 120);
	const struct pf_plan *plan = NULL;
	struct pf_effects effects = {.n = 0};

	(void)state;
	for (size_t i = 0; i < s->plans.n; i++)
		if (strcmp(s->plans.v[i]->id, "prep60") == 0)
			plan = s->plans.v[i];
	assert_non_null(plan);
	pf_app_begin(s->app, pf_bank_find(s->bank, "watch-party", NULL), plan, false, -1, 0,
		     &s->now, &effects);
	stand_keys(s, "C-n");
	stand_type(s, "Forty clerks wait.");
	stand_see(s, "Problem");
	stand_see(s, "Forty clerks wait.");
	stand_see(s, "[Name of what you launch]");
	stand_keys(s, "C-n C-n");
	stand_type(s, "Median wait");
	stand_see(s, "| Primary | Median wait |");
	stand_free(s);
}

/* Who chooses how long gets a prompt that is new, marked. */
static void test_a_new_prompt_is_marked(void **state)
{
	struct stand *s = stand_new(24, 80);
	const struct pf_app_row rows[] = {{.id = "a", .prompt = "allergy-table"}};

	(void)state;
	pf_app_give_rows(s->app, rows, 1);
	stand_keys(s, "Down Down Enter");
	stand_see(s, "  A straight answer");
	stand_see(s, "> Cleared to go home");
	stand_free(s);
}

/* Scores of a drill and of interviews are drawn apart: their hundreds are not the same. */
static void test_trends_are_drawn_apart(void **state)
{
	struct stand *s = stand_new(24, 80);
	const struct pf_app_row rows[] = {
		{.id = "d", .score_final = 100, .title = "T", .plan = "interview"},
		{.id = "c", .score_final = 60, .section = "metrics", .plan = "metrics"},
		{.id = "b", .score_final = 0, .section = "metrics", .plan = "metrics"},
		{.id = "a", .score_final = 50, .plan = "short"},
	};

	(void)state;
	pf_app_give_rows(s->app, rows, 4);
	stand_keys(s, "Down Down Down Down Enter");
	stand_see(s, "interviews ▄█  metrics ▁▅");
	stand_free(s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_ninety_minutes),
		cmocka_unit_test(test_strict_bell_freezes),
		cmocka_unit_test(test_practice_pauses_and_runs_over),
		cmocka_unit_test(test_the_clock_has_colours),
		cmocka_unit_test(test_mouse),
		cmocka_unit_test(test_mouse_in_a_list),
		cmocka_unit_test(test_leaving_and_going_on),
		cmocka_unit_test(test_writing_goes_on_where_it_was_left),
		cmocka_unit_test(test_an_attempt_without_a_word_is_no_work),
		cmocka_unit_test(test_a_pasted_page_is_the_draft),
		cmocka_unit_test(test_no_blank_is_left),
		cmocka_unit_test(test_find),
		cmocka_unit_test(test_every_size),
		cmocka_unit_test(test_drill),
		cmocka_unit_test(test_the_next_drill),
		cmocka_unit_test(test_why_of_questions),
		cmocka_unit_test(test_the_last_question_is_taken_up),
		cmocka_unit_test(test_words_that_go_nowhere_are_told),
		cmocka_unit_test(test_the_next_step_is_of_what_ended_last),
		cmocka_unit_test(test_trends_are_drawn_apart),
		cmocka_unit_test(test_a_new_prompt_is_marked),
		cmocka_unit_test(test_a_preparation_begins_at_its_part),
		cmocka_unit_test(test_every_plan_to_its_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
