/* A whole interview with a fake clock, and what must hold after every record of it. */
#include "kit.h"

static void type_draft(struct kit *kit)
{
	struct pf_buf draft = {0};

	kit_read(&draft, DATA "draft.md");
	for (size_t i = 0; i < draft.len; i += 40) {
		char piece[41] = {0};

		memcpy(piece, draft.ptr + i, draft.len - i < 40 ? draft.len - i : 40);
		kit_type(kit, PF_PANE_DRAFT, piece);
		kit_pass(kit, PF_SECOND);
	}
	pf_buf_release(&draft);
}

static void clear_draft(struct kit *kit)
{
	struct pf_edit_input all = {.command = PF_EDITOR_SELECT_ALL};
	struct pf_edit_input cut = {.command = PF_EDITOR_DELETE_RIGHT};

	(void)pf_interview_edit(kit->iv, &kit->now, PF_PANE_DRAFT, &all);
	(void)pf_interview_edit(kit->iv, &kit->now, PF_PANE_DRAFT, &cut);
	kit_keep(kit);
}

static void warm_up(struct kit *kit)
{
	kit_ask(kit, "Who is the customer?");
	kit_pass(kit, PF_MINUTE);
	kit_ask(kit, "What is the deadline?");
	kit_ask(kit, "What is the budget?");
	kit_ask(kit, "What is the colour of the moon?");
	kit_ask(kit, "What if we built an app?");
	kit_ask(kit, "What is the deadline?");
	kit_pass(kit, 5 * PF_MINUTE);
}

static void deep_dive(struct kit *kit)
{
	const struct pf_fold *fold = pf_interview_fold(kit->iv);

	for (int i = 0; i < 30 && fold->step == PF_STEP_PROBE; i++) {
		kit_reply(kit, i % 4 == 1 ? "It depends."
					  : " 60 % by month 3, read from the booking log, because "
					    "we hold seats first and accept fewer upgrades.");
		kit_pass(kit, PF_MINUTE);
	}
	assert_int_equal(fold->step, PF_STEP_ROLLOUT);
	kit_type(kit, PF_PANE_ROLLOUT,
		 "Week 4: 200 staff. Gate: 50 % seated. Stop: 2 wrong seats.");
}

static void walk_to_marks(struct kit *kit)
{
	const struct pf_fold *fold = pf_interview_fold(kit->iv);

	warm_up(kit);
	kit_go_on(kit);
	assert_int_equal(fold->step, PF_STEP_WRITE);
	assert_true(pf_slice_starts(pf_fold_text(fold, PF_PANE_DRAFT), "# Title"));
	clear_draft(kit);
	type_draft(kit);
	kit_pass(kit, 40 * PF_MINUTE);
	kit_go_on(kit);
	deep_dive(kit);
	kit_go_on(kit);
	assert_int_equal(fold->step, PF_STEP_REFLECT);
	kit_type(kit, PF_PANE_REFLECTION, "I asked too late for the budget.");
	kit_go_on(kit);
	assert_int_equal(fold->step, PF_STEP_MARK);
}

static void walk(struct kit *kit)
{
	walk_to_marks(kit);
	kit_mark_all(kit, 4, 60);
	kit_go_on(kit);
	assert_int_equal(pf_interview_fold(kit->iv)->step, PF_STEP_RESULT);
}

static void test_a_whole_interview(void **state)
{
	struct kit kit;
	const struct pf_fold *fold;
	const struct pf_result *result;

	(void)state;
	kit_init(&kit, "plan.yaml");
	kit_begin(&kit, PF_MODE_PRACTICE);
	fold = pf_interview_fold(kit.iv);
	assert_int_equal(fold->step, PF_STEP_ASK);
	assert_int_equal(fold->total, 90 * PF_MINUTE);
	assert_string_equal(fold->previous_step, "Ask for the date first.");
	walk(&kit);
	assert_int_equal(fold->notebook.n, 3);
	assert_int_equal(fold->asked.n, 6);
	assert_int_equal(fold->asked.v[3].met, PF_MET_UNKNOWN);
	assert_int_equal(fold->asked.v[4].met, PF_MET_PROPOSES);
	assert_int_equal(fold->asked.v[5].met, PF_MET_AGAIN);
	assert_true(pf_fold_knows(fold, PF_SLICE("c-date")));
	assert_false(pf_fold_knows(fold, PF_SLICE("c-law")));
	assert_true(fold->stages.v[1].rang);
	assert_true(fold->stages.v[1].carried > 5 * PF_MINUTE);
	assert_true(fold->stages.v[1].left < 0);
	assert_true(fold->probes.n >= 6);
	result = pf_interview_result(kit.iv);
	assert_non_null(result);
	assert_true(result->lines[0][0] && result->lines[1][0] && result->lines[2][0]);
	/* The questions are no part of the page and earn nothing; the panel heard them all the
	 * same. */
	for (int d = 0; d < PF_DIMENSIONS; d++)
		assert_in_range(result->gaps[d].panel, 0, 5);
	if (result->costliest.end) {
		assert_true(pf_interview_rewrite(kit.iv, &kit.now));
		kit_keep(&kit);
		kit_type(&kit, PF_PANE_REWRITE, " 74 minutes");
		kit_pass(&kit, 5 * PF_MINUTE + 1);
		assert_true(fold->rewritten);
	} else {
		kit_go_on(&kit);
	}
	assert_int_equal(fold->step, PF_STEP_NEXT_STEP);
	kit_type(&kit, PF_PANE_NEXT_STEP, "Ask for the budget second.");
	kit_go_on(&kit);
	assert_int_equal(fold->step, PF_STEP_MODEL);
	assert_true(pf_interview_model(kit.iv).len > 500);
	kit_go_on(&kit);
	assert_true(fold->done);
	kit_assert_folds(&kit);
	kit_release(&kit);
}

/* Nothing that tells a score is there before the self-mark. */
static void test_nothing_shows_before_the_marks(void **state)
{
	struct kit kit;
	char line[160];

	(void)state;
	kit_init(&kit, "plan.yaml");
	kit_begin(&kit, PF_MODE_PRACTICE);
	walk_to_marks(&kit);
	assert_null(pf_interview_card(kit.iv, PF_MOMENT_FINAL));
	assert_null(pf_interview_result(kit.iv));
	assert_int_equal(pf_interview_model(kit.iv).len, 0);
	assert_false(pf_interview_may_go_on(kit.iv, &kit.now, line));
	assert_non_null(strstr(line, "8 of 8"));
	assert_false(pf_interview_go_on(kit.iv, &kit.now));
	kit_mark_all(&kit, 3, 50);
	kit_go_on(&kit);
	assert_non_null(pf_interview_result(kit.iv));
	assert_false(pf_interview_mark(kit.iv, &kit.now, PF_DIMENSION_FAQ, 5));
	kit_release(&kit);
}

/* Killed between any two records, the attempt goes on to its end. */
static void test_death_at_every_record(void **state)
{
	struct kit whole;
	size_t n;

	(void)state;
	kit_init(&whole, "plan.yaml");
	kit_begin(&whole, PF_MODE_PRACTICE);
	walk(&whole);
	n = whole.journal.n;
	for (size_t cut = 1; cut <= n; cut += cut > 20 && cut + 40 < n ? 7 : 1) {
		struct pf_fold *fold = kit_fold(&whole, cut);
		struct pf_interview_setup setup = kit_setup(&whole, PF_MODE_PRACTICE);
		struct pf_now now = whole.now;
		struct pf_interview *iv;
		struct pf_slice draft = pf_fold_text(fold, PF_PANE_DRAFT);
		char *text = pf_xslicedup(draft);

		now.utc += PF_MINUTE;
		assert_int_equal(pf_interview_reopen(&iv, fold, &setup, &now, NULL), PF_OK);
		if (text[0])
			assert_true(pf_slice_is(pf_fold_text(pf_interview_fold(iv), PF_PANE_DRAFT),
						text));
		for (int i = 0; i < 40 && !pf_interview_fold(iv)->done; i++) {
			if (pf_interview_fold(iv)->step == PF_STEP_MARK) {
				for (int d = 0; d < PF_DIMENSIONS; d++)
					(void)pf_interview_mark(iv, &now, d, 2);
				(void)pf_interview_odds(iv, &now, 30);
			}
			if (!pf_interview_go_on(iv, &now))
				fail_msg("cut %zu: %s", cut, pf_interview_notice(iv));
		}
		assert_true(pf_interview_fold(iv)->done);
		pf_interview_free(iv);
		free(text);
	}
	kit_release(&whole);
}

static void test_strict(void **state)
{
	struct pf_edit_input input = {.command = PF_EDITOR_INSERT, .text = PF_SLICE("x")};
	struct kit kit;
	const struct pf_fold *fold;

	(void)state;
	kit_init(&kit, "plan.yaml");
	kit_begin(&kit, PF_MODE_STRICT);
	fold = pf_interview_fold(kit.iv);
	assert_false(pf_interview_pause(kit.iv, &kit.now));
	assert_false(pf_interview_standing(kit.iv, &kit.now).coach);
	kit_pass(&kit, 5 * PF_MINUTE);
	kit_go_on(&kit); /* ten minutes are lost */
	assert_int_equal(pf_interview_standing(kit.iv, &kit.now).clock.left, 30 * PF_MINUTE);
	type_draft(&kit);
	kit_pass(&kit, 31 * PF_MINUTE);
	assert_int_equal(fold->step, PF_STEP_PROBE);
	assert_true(fold->stages.v[1].rang);
	assert_int_equal(pf_interview_edit(kit.iv, &kit.now, PF_PANE_DRAFT, &input),
			 PF_EDIT_IS_FROZEN);
	assert_non_null(strstr(pf_interview_notice(kit.iv), "reading"));
	/* The machine sleeps over the rest of the deep dive and into the wrap-up. */
	kit.now.utc += 35 * PF_MINUTE;
	kit.now.boottime += 35 * PF_MINUTE;
	kit.now.monotonic += 1;
	assert_true(pf_interview_tick(kit.iv, &kit.now));
	kit_keep(&kit);
	assert_int_equal(fold->step, PF_STEP_REFLECT);
	assert_true(pf_interview_standing(kit.iv, &kit.now).clock.left < 15 * PF_MINUTE);
	kit_assert_folds(&kit);
	kit_release(&kit);
}

static void test_pause_and_sleep_in_practice(void **state)
{
	struct pf_edit_input input = {.command = PF_EDITOR_INSERT, .text = PF_SLICE("x")};
	struct kit kit;

	(void)state;
	kit_init(&kit, "plan.yaml");
	kit_begin(&kit, PF_MODE_PRACTICE);
	kit_pass(&kit, 3 * PF_MINUTE);
	assert_true(pf_interview_pause(kit.iv, &kit.now));
	kit_pass(&kit, 60 * PF_MINUTE);
	assert_int_equal(pf_interview_edit(kit.iv, &kit.now, PF_PANE_QUESTION, &input),
			 PF_EDIT_IS_FROZEN);
	assert_true(pf_interview_resume(kit.iv, &kit.now));
	kit_keep(&kit);
	assert_int_equal(pf_interview_standing(kit.iv, &kit.now).clock.left, 12 * PF_MINUTE);
	kit.now.utc += 90 * PF_MINUTE;
	kit.now.boottime += 90 * PF_MINUTE;
	assert_true(pf_interview_tick(kit.iv, &kit.now));
	kit_keep(&kit);
	assert_non_null(strstr(pf_interview_notice(kit.iv), "90 min"));
	assert_int_equal(pf_interview_standing(kit.iv, &kit.now).clock.left, 12 * PF_MINUTE);
	kit.now.utc -= 3600 * PF_SECOND;
	assert_true(pf_interview_tick(kit.iv, &kit.now));
	kit_keep(&kit);
	assert_int_equal(pf_interview_standing(kit.iv, &kit.now).clock.left, 12 * PF_MINUTE);
	kit_assert_folds(&kit);
	kit_release(&kit);
}

/* A word typed is never lost: also not in the question's line, nor its undo. */
static void test_undo_across_a_death(void **state)
{
	struct pf_edit_input undo = {.command = PF_EDITOR_UNDO};
	struct pf_edit_input redo = {.command = PF_EDITOR_REDO};
	struct kit kit;

	(void)state;
	kit_init(&kit, "plan.yaml");
	kit_begin(&kit, PF_MODE_PRACTICE);
	kit_type(&kit, PF_PANE_QUESTION, "What is the bud");
	kit_die(&kit, kit.journal.n, 20 * PF_MINUTE, "boot-two");
	assert_true(pf_slice_is(pf_fold_text(pf_interview_fold(kit.iv), PF_PANE_QUESTION),
				"What is the bud"));
	assert_int_equal(pf_interview_standing(kit.iv, &kit.now).clock.left, 15 * PF_MINUTE);
	assert_non_null(strstr(pf_interview_notice(kit.iv), "20 min"));
	assert_int_equal(pf_interview_edit(kit.iv, &kit.now, PF_PANE_QUESTION, &undo),
			 PF_EDIT_YIELDS);
	kit_keep(&kit);
	kit_die(&kit, kit.journal.n, PF_SECOND, NULL);
	assert_int_equal(pf_fold_text(pf_interview_fold(kit.iv), PF_PANE_QUESTION).len, 0);
	assert_int_equal(pf_interview_edit(kit.iv, &kit.now, PF_PANE_QUESTION, &redo),
			 PF_EDIT_YIELDS);
	kit_keep(&kit);
	assert_true(pf_slice_is(pf_fold_text(pf_interview_fold(kit.iv), PF_PANE_QUESTION),
				"What is the bud"));
	kit_assert_folds(&kit);
	kit_release(&kit);
}

static void do_something(struct kit *kit, struct pf_rng *rng)
{
	static const char *const words[] = {"What is the budget?", " 40 % of ", "seat", "\n\n",
					    "é☃"};
	static const int commands[] = {PF_EDITOR_UNDO,      PF_EDITOR_REDO, PF_EDITOR_DELETE_LEFT,
				       PF_EDITOR_WORD_LEFT, PF_EDITOR_CUT,  PF_EDITOR_PASTE,
				       PF_EDITOR_SELECT_ALL};
	struct pf_edit_input input = {.command = PF_EDITOR_INSERT};
	uint32_t pane = pf_interview_pane(kit->iv);

	switch (pf_rng_below(rng, 16)) {
	case 0: (void)pf_interview_ask(kit->iv, &kit->now); break;
	case 1: (void)pf_interview_choose(kit->iv, &kit->now, pf_rng_below(rng, 3)); break;
	case 2: (void)pf_interview_reply(kit->iv, &kit->now); break;
	case 3: (void)pf_interview_mark(kit->iv, &kit->now, pf_rng_below(rng, 7), 3); break;
	case 4: (void)pf_interview_odds(kit->iv, &kit->now, 40); break;
	case 5: (void)pf_interview_pause(kit->iv, &kit->now); break;
	case 6: (void)pf_interview_resume(kit->iv, &kit->now); break;
	case 7: (void)pf_interview_rewrite(kit->iv, &kit->now); break;
	case 8:
		if (pf_rng_below(rng, 4) == 0)
			(void)pf_interview_go_on(kit->iv, &kit->now);
		break;
	case 9:
		if (pf_rng_below(rng, 20) == 0)
			kit_die(kit, kit->journal.n, PF_MINUTE,
				pf_rng_below(rng, 2) ? "boot-x" : NULL);
		break;
	case 10: kit_pass(kit, pf_rng_below(rng, 90) * PF_SECOND); break;
	case 11:
		kit->now.boottime += 5 * PF_MINUTE;
		(void)pf_interview_tick(kit->iv, &kit->now);
		break;
	default:
		if (pane > PF_PANE_REPLY_MAX)
			pane = PF_PANE_DRAFT;
		if (pf_rng_below(rng, 3) == 0)
			input.command = commands[pf_rng_below(rng, 7)];
		else
			input.text = pf_slice_of(words[pf_rng_below(rng, 5)]);
		(void)pf_interview_edit(kit->iv, &kit->now, pane, &input);
		break;
	}
	kit_keep(kit);
}

static void test_random_actions_fold(void **state)
{
	(void)state;
	for (uint64_t seed = 1; seed <= 12; seed++) {
		struct pf_rng rng = {seed};
		struct kit kit;

		kit_init(&kit, seed % 3 ? "plan.yaml" : "drill.yaml");
		kit_begin(&kit, seed % 4 ? PF_MODE_PRACTICE : PF_MODE_STRICT);
		for (int i = 0; i < 300; i++) {
			do_something(&kit, &rng);
			if (i % 10 == 0)
				kit_assert_folds(&kit);
		}
		kit_assert_folds(&kit);
		kit_release(&kit);
	}
}

/* Replay: the fold up to a moment has what was written by then, and nothing later. */
static void test_replay(void **state)
{
	struct kit kit;
	struct pf_journal_entry *entries;
	struct pf_fold *fold;
	size_t n, applied;
	int64_t before;

	(void)state;
	kit_init(&kit, "drill.yaml");
	kit_begin(&kit, PF_MODE_PRACTICE);
	kit_go_on(&kit);
	kit_type(&kit, PF_PANE_DRAFT, "one");
	before = kit.now.utc;
	kit_pass(&kit, PF_MINUTE);
	kit_type(&kit, PF_PANE_DRAFT, " two");
	n = kit.journal.n;
	entries = pf_xcalloc(n, sizeof(*entries));
	for (size_t i = 0; i < n; i++)
		entries[i] = (struct pf_journal_entry){
			kit.journal.v[i].kind, kit.journal.v[i].at,
			pf_slice_make(kit.journal.v[i].body, kit.journal.v[i].len)};
	assert_int_equal(
		pf_fold_until(&fold, (struct pf_journal_view){entries, n}, before, &applied, NULL),
		PF_OK);
	assert_int_equal(applied, n - 1);
	assert_non_null(strstr(pf_editor_text(fold->panes[PF_PANE_DRAFT]).ptr, "one"));
	assert_int_equal(pf_fold_text(fold, PF_PANE_DRAFT).len + 4,
			 pf_fold_text(pf_interview_fold(kit.iv), PF_PANE_DRAFT).len);
	pf_fold_free(fold);
	entries[1].body.len--;
	assert_int_equal(pf_fold_until(&fold, (struct pf_journal_view){entries, n}, INT64_MAX,
				       &applied, NULL),
			 PF_ERR_DAMAGED);
	assert_int_equal(applied, 1);
	pf_fold_free(fold);
	free(entries);
	kit_release(&kit);
}

static bool has(struct pf_slice text, const char *words)
{
	return pf_slice_find(text, pf_slice_of(words)) < text.len;
}

static void test_drill(void **state)
{
	struct kit kit;
	const struct pf_fold *fold;

	(void)state;
	kit_init(&kit, "drill.yaml");
	kit_begin(&kit, PF_MODE_PRACTICE);
	fold = pf_interview_fold(kit.iv);
	assert_int_equal(fold->kind, PF_KIND_DRILL);
	assert_string_equal(fold->section, "metrics");
	assert_in_range(fold->total, 5 * PF_MINUTE, 12 * PF_MINUTE);
	/* An item a line, and the prompt not among them: it has its own place on the screen. */
	assert_true(pf_interview_given(kit.iv).len > 100);
	assert_true(pf_slice_starts(pf_interview_given(kit.iv), "- "));
	assert_false(has(pf_interview_given(kit.iv), "\n\n"));
	assert_int_equal(pf_interview_model(kit.iv).len, 0);
	kit_go_on(&kit);
	kit_type(&kit, PF_PANE_DRAFT,
		 "Primary: median wait from 74 minutes to 20 minutes by month 8, from the booking "
		 "log.");
	kit_go_on(&kit);
	assert_true(fold->judged);
	assert_int_equal(fold->step, PF_STEP_RESULT);
	assert_true(pf_interview_model(kit.iv).len > 50);
	kit_go_on(&kit);
	assert_int_equal(fold->step, PF_STEP_MODEL);
	kit_go_on(&kit);
	assert_true(fold->done);
	kit_assert_folds(&kit);
	kit_release(&kit);
}

static void test_clarify_drill(void **state)
{
	struct kit kit;
	const struct pf_fold *fold;

	(void)state;
	kit_init(&kit, "clarify.yaml");
	kit_begin(&kit, PF_MODE_PRACTICE);
	fold = pf_interview_fold(kit.iv);
	kit_go_on(&kit);
	assert_int_equal(fold->step, PF_STEP_ASK);
	kit_ask(&kit, "What is the deadline?");
	kit_go_on(&kit);
	assert_int_equal(fold->step, PF_STEP_RESULT);
	/* There is no page: what is said is said of the questions. */
	assert_non_null(strstr(fold->result_lines, "Asked 1 question, learned 1 of "));
	assert_non_null(strstr(fold->result_lines, "Not asked   customer, cost, regulation"));
	assert_non_null(strstr(fold->result_lines, "Keep        date"));
	assert_non_null(strstr(fold->result_lines, "Fix first   ask for the customer: \""));
	assert_null(strstr(fold->result_lines, "words"));
	assert_string_equal(pf_interview_result(kit.iv)->offer, "");
	kit_release(&kit);
}

/* The skeleton is nobody's words: they are not counted, and the coach takes them for nothing. */
static void test_the_skeleton_counts_for_nothing(void **state)
{
	struct kit kit;
	struct pf_coach_line lines[12];
	size_t n;

	(void)state;
	kit_init(&kit, "plan.yaml");
	pf_buf_clear(&kit.skeleton);
	pf_buf_adds(&kit.skeleton, "# [Name of it]\n\n## Problem\n\n[Two sentences. Who "
				   "hurts?]\n\n## Solution\n\n[One paragraph.]\n");
	kit_begin(&kit, PF_MODE_PRACTICE);
	kit_go_on(&kit);
	assert_int_equal(pf_interview_standing(kit.iv, &kit.now).words, 0);
	pf_interview_check(kit.iv);
	n = pf_interview_coach(kit.iv, lines, 12);
	assert_true(n >= 2);
	assert_string_equal(lines[0].text, "Problem: not there yet");
	assert_string_equal(lines[1].text, "Solution: not there yet");
	kit_type(&kit, PF_PANE_DRAFT, "Forty clerks wait, [how long?] each \xE2\x80\x93 day");
	pf_interview_check(kit.iv);
	n = pf_interview_coach(kit.iv, lines, 12);
	for (size_t i = 1; i < n; i++)
		assert_true(lines[i - 1].section <= lines[i].section);
	/* A dash alone is no word, here as in the editor. */
	assert_int_equal(pf_interview_standing(kit.iv, &kit.now).words, 5);
	assert_int_equal(pf_fold_words(pf_interview_fold(kit.iv)), 5);
	kit_release(&kit);
}

/* A list of guidance alone is no part yet, and the coach says so. */
static void test_a_blank_list_is_not_there_yet(void **state)
{
	struct kit kit;
	struct pf_coach_line lines[12];

	(void)state;
	kit_init(&kit, "drill.yaml");
	pf_buf_clear(&kit.skeleton);
	pf_buf_adds(&kit.skeleton, "## Metrics\n\n- [The one that decides]\n- [A second]\n");
	kit_begin(&kit, PF_MODE_PRACTICE);
	kit_go_on(&kit);
	pf_interview_check(kit.iv);
	assert_int_equal(pf_interview_coach(kit.iv, lines, 12), 1);
	assert_string_equal(lines[0].text, "Metrics: not there yet");
	kit_release(&kit);
}

/* Who writes beside the guidance and leaves it there is not quoted its words as his own. */
static void test_the_result_quotes_no_guidance(void **state)
{
	struct kit kit;
	const struct pf_fold *fold;

	(void)state;
	kit_init(&kit, "drill.yaml");
	pf_buf_clear(&kit.skeleton);
	pf_buf_adds(&kit.skeleton,
		    "## Metrics\n\n[Two sentences. Who hurts, and how much? One number.]");
	kit_begin(&kit, PF_MODE_PRACTICE);
	kit_go_on(&kit);
	kit_type(&kit, PF_PANE_DRAFT, "We want passengers who wait less for their seat.");
	kit_go_on(&kit);
	fold = pf_interview_fold(kit.iv);
	assert_true(fold->judged);
	assert_true(has(pf_fold_text(fold, PF_PANE_DRAFT), "One number.]We want"));
	assert_null(strstr(fold->result_lines, "[Two"));
	assert_null(strstr(fold->fixes, "Two"));
	/* It is told that it was left. */
	assert_int_equal(pf_interview_result(kit.iv)->left, 1);
	assert_int_equal(pf_interview_result(kit.iv)->left_line, 3);
	assert_string_equal(pf_interview_result(kit.iv)->left_first,
			    "\"[Two sentences. Who hurts, and how...\"");
	kit_release(&kit);
}

/* A plan without a panel ends with what the page shows. Its stages pass their minutes on, and each
 * counts the words of its own sections and is coached on them alone. */
static void test_preparation(void **state)
{
	static const char plan[] =
		"schema: 1\nid: prep\ntitle: Prep\nsummary: two steps\nkind: preparation\n"
		"skeleton: article\nstages:\n"
		"  - {id: a, kind: draft, title: Hook, minutes: 8, goal: g, deliverable: d,\n"
		"     may_end_early: true, sections: [problem], words: [20, 60]}\n"
		"  - {id: b, kind: draft, title: Rest, minutes: 10, goal: g, deliverable: d,\n"
		"     may_end_early: true, sections: [solution, metrics], words: [20, 60]}\n";
	struct kit kit;
	struct pf_coach_line lines[12];
	size_t n;

	(void)state;
	kit_init(&kit, "plan.yaml");
	pf_buf_clear(&kit.plan);
	pf_buf_adds(&kit.plan, plan);
	pf_buf_clear(&kit.skeleton);
	kit_begin(&kit, PF_MODE_PRACTICE);
	kit_type(&kit, PF_PANE_DRAFT,
		 "## Problem\n\nForty clerks wait 74 minutes.\n\n"
		 "## Solution\n\nA list that is open to all of them.\n");
	pf_interview_check(kit.iv);
	/* A dash alone is no word, here as in the editor. */
	assert_int_equal(pf_interview_standing(kit.iv, &kit.now).words, 5);
	n = pf_interview_coach(kit.iv, lines, 12);
	for (size_t i = 0; i < n; i++)
		assert_int_equal(lines[i].section, PF_PART_PROBLEM);
	kit_pass(&kit, 3 * PF_MINUTE);
	kit_go_on(&kit);
	assert_int_equal(pf_interview_standing(kit.iv, &kit.now).clock.left, 15 * PF_MINUTE);
	assert_int_equal(pf_interview_standing(kit.iv, &kit.now).words, 9);
	assert_null(pf_interview_result(kit.iv));
	kit_go_on(&kit);
	assert_true(pf_interview_fold(kit.iv)->done);
	assert_non_null(pf_interview_result(kit.iv));
	kit_assert_folds(&kit);
	kit_release(&kit);
}

/* Two facts fit: one may choose. None fits, however near: nothing is given away. */
static void test_did_you_mean(void **state)
{
	struct kit kit;
	const struct pf_fold *fold;

	(void)state;
	kit_init(&kit, "plan.yaml");
	kit_begin(&kit, PF_MODE_PRACTICE);
	fold = pf_interview_fold(kit.iv);
	kit_ask(&kit, "What do passengers complain about?");
	assert_int_equal(fold->asked.v[0].met, PF_MET_UNKNOWN);
	assert_string_equal(fold->asked.v[0].labels, "");
	assert_false(pf_interview_choose(kit.iv, &kit.now, 0));
	assert_int_equal(fold->notebook.n, 0);
	kit_ask(&kit, "What is the budget and the deadline?");
	assert_int_equal(fold->asked.v[1].met, PF_MET_CHOOSE);
	assert_int_equal(fold->notebook.n, 0);
	assert_false(pf_interview_choose(kit.iv, &kit.now, 2));
	assert_true(pf_interview_choose(kit.iv, &kit.now, 1));
	assert_int_equal(fold->notebook.n, 1);
	assert_false(pf_interview_choose(kit.iv, &kit.now, 0));
	kit_ask(&kit, "Who is\nthe customer?");
	assert_string_equal(fold->asked.v[2].text, "Who is the customer?");
	kit_keep(&kit);
	kit_assert_folds(&kit);
	kit_release(&kit);
}

static void test_broken_prompt(void **state)
{
	struct kit kit;
	struct pf_interview_setup setup;
	struct pf_error err = {0};

	(void)state;
	kit_init(&kit, "plan.yaml");
	setup = kit_setup(&kit, PF_MODE_PRACTICE);
	setup.prompt = PF_SLICE("schema: 1\nid: [\n");
	assert_int_not_equal(pf_interview_begin(&kit.iv, &setup, &kit.now, &err), PF_OK);
	assert_null(kit.iv);
	assert_true(err.line > 0 && err.message[0]);
	assert_int_equal(pf_interview_reopen(&kit.iv, pf_fold_new(), &setup, &kit.now, &err),
			 PF_ERR_DAMAGED);
	assert_null(kit.iv);
	kit_release(&kit);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_whole_interview),
		cmocka_unit_test(test_nothing_shows_before_the_marks),
		cmocka_unit_test(test_death_at_every_record),
		cmocka_unit_test(test_strict),
		cmocka_unit_test(test_pause_and_sleep_in_practice),
		cmocka_unit_test(test_undo_across_a_death),
		cmocka_unit_test(test_random_actions_fold),
		cmocka_unit_test(test_replay),
		cmocka_unit_test(test_drill),
		cmocka_unit_test(test_clarify_drill),
		cmocka_unit_test(test_the_skeleton_counts_for_nothing),
		cmocka_unit_test(test_a_blank_list_is_not_there_yet),
		cmocka_unit_test(test_the_result_quotes_no_guidance),
		cmocka_unit_test(test_preparation),
		cmocka_unit_test(test_did_you_mean),
		cmocka_unit_test(test_broken_prompt),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
