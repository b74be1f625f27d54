/*
 * stand.h - a test stand for screens: the app with a fake clock, a journal in
 * memory instead of the store, and a surface instead of a terminal.
 *
 *	struct stand *s = stand_new(24, 80);
 *	stand_keys(s, "Down Down Enter");
 *	stand_type(s, "What is the budget?");
 *	stand_pass(s, 14 * PF_MINUTE);
 *	stand_see(s, "1:00");
 *	stand_golden(s, "warm-up");
 *
 * Goldens are text files in tests/app/screens; GENERATE=1 writes them anew.
 */
#ifndef TESTS_APP_STAND_H
#define TESTS_APP_STAND_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "prfaq/app/app.h"
#include "prfaq/bank/skeleton.h"
#include "prfaq/base/mem.h"
#include "prfaq/base/path.h"
#include "prfaq/base/utf8.h"
#include "prfaq/surface/dump.h"

/* A test takes what it needs of the helpers below. */
#define PF_MAY_BE_UNUSED __attribute__((unused))

struct stand {
	struct pf_paths paths;
	struct pf_bank *bank;
	struct pf_rubric *rubric;
	struct {
		struct pf_plan **v;
		size_t n, cap;
	} plans;
	struct pf_buf skeletons[2];
	struct pf_app *app;
	struct pf_now now;
	struct pf_surface surface;
	struct pf_buf screen; /* the last paint as text */
	struct {
		struct pf_journal_entry *v;
		size_t n, cap;
	} journal;
	struct pf_names bodies;
	struct pf_app_row row; /* of the one attempt this stand keeps */
	bool has_row;
	unsigned bells, commits;
};

static void stand_load(struct stand *s, const char *root)
{
	struct pf_yaml_errors errors = {0};
	struct pf_names names = {0};
	struct pf_error err = {0};

	snprintf(s->paths.shipped, sizeof(s->paths.shipped), "%s", root);
	snprintf(s->paths.config, sizeof(s->paths.config), "/nonexistent/prfaq");
	snprintf(s->paths.data, sizeof(s->paths.data), "/nonexistent/prfaq");
	assert_int_equal(pf_bank_load(&s->bank, &s->paths, &errors), PF_OK);
	if (pf_rubric_load(&s->rubric, "article", &s->paths, &errors) != PF_OK)
		fail_msg("%s", errors.v[0].message);
	assert_int_equal(errors.n, 0);
	assert_int_equal(pf_bank_plan_names(&s->paths, &names, &err), PF_OK);
	for (size_t i = 0; i < names.n; i++) {
		struct pf_plan *plan;

		assert_int_equal(pf_bank_plan(&plan, &s->paths, names.v[i], &errors), PF_OK);
		*PF_PUSH(&s->plans) = plan;
	}
	pf_names_release(&names);
	assert_int_equal(pf_skeleton_load(&s->paths, "article", &s->skeletons[0], &err), PF_OK);
	assert_int_equal(pf_skeleton_load(&s->paths, "canonical", &s->skeletons[1], &err), PF_OK);
}

static void stand_effects(struct stand *s, struct pf_effects *fx);

static void stand_commit(struct stand *s)
{
	struct pf_interview *iv = pf_app_interview(s->app);
	const struct pf_outbox *outbox = pf_interview_outbox(iv);

	s->commits += outbox->n > 0;
	for (size_t i = 0; i < outbox->n; i++) {
		struct pf_slice body = pf_outbox_body(outbox, i);

		*PF_PUSH(&s->bodies) = pf_xslicedup(body);
		*PF_PUSH(&s->journal) = (struct pf_journal_entry){
			.kind = outbox->v[i].kind,
			.at = outbox->v[i].at,
			.body = {s->bodies.v[s->bodies.n - 1], body.len},
		};
	}
	pf_interview_kept(iv);
}

static void stand_summary(struct stand *s)
{
	const struct pf_fold *fold = pf_interview_fold(pf_app_interview(s->app));

	s->has_row = true;
	snprintf(s->row.id, sizeof(s->row.id), "%s", fold->id);
	snprintf(s->row.title, sizeof(s->row.title), "%s", fold->prompt_title);
	snprintf(s->row.prompt, sizeof(s->row.prompt), "%s", fold->prompt_id);
	snprintf(s->row.plan, sizeof(s->row.plan), "%s", fold->plan_id);
	snprintf(s->row.section, sizeof(s->row.section), "%s", fold->section);
	s->row.open = !fold->done;
	s->row.words = (int)pf_fold_words(fold);
	s->row.started = fold->begin_now.utc;
	s->row.score_final = fold->judged && fold->score_final >= 0 ? (int)fold->score_final : -1;
	snprintf(s->row.next_step, sizeof(s->row.next_step), "%.*s",
		 PF_SLICE_ARG(pf_fold_text(fold, PF_PANE_NEXT_STEP)));
}

static void stand_effect(struct stand *s, const struct pf_effect *e)
{
	struct pf_effects more = {.n = 0};

	switch (e->kind) {
	case PF_EFFECT_COMMIT: stand_commit(s); break;
	case PF_EFFECT_SUMMARY: stand_summary(s); break;
	case PF_EFFECT_ROWS: pf_app_give_rows(s->app, &s->row, s->has_row); break;
	case PF_EFFECT_OPEN:
		pf_app_give_journal(s->app, e->id,
				    (struct pf_journal_view){s->journal.v, s->journal.n}, e->resume,
				    &s->now, &more);
		break;
	case PF_EFFECT_DELETE: s->has_row = false; break;
	case PF_EFFECT_BELL: s->bells++; break;
	default: break;
	}
	stand_effects(s, &more);
}

static void stand_effects(struct stand *s, struct pf_effects *fx)
{
	for (size_t i = 0; i < fx->n; i++)
		stand_effect(s, &fx->v[i]);
}

static const char *stand_paint(struct stand *s)
{
	pf_app_paint(s->app, &s->now, &s->surface);
	pf_buf_clear(&s->screen);
	pf_dump_text(&s->surface, &s->screen);
	return pf_buf_cstr(&s->screen);
}

/* One turn of the loop, as cli does it. */
static void stand_event(struct stand *s, const struct pf_event *event)
{
	struct pf_effects fx = {.n = 0};

	pf_app_update(s->app, event, &s->now, &fx);
	stand_effects(s, &fx);
	stand_paint(s);
	pf_app_idle(s->app);
}

PF_MAY_BE_UNUSED static void stand_pass(struct stand *s, int64_t ms)
{
	s->now.utc += ms;
	s->now.boottime += ms;
	s->now.monotonic += ms;
	stand_event(s, &(struct pf_event){.type = PF_EVENT_TICK});
}

/* "C-n Down Enter": each key a tenth of a second after the one before. */
PF_MAY_BE_UNUSED static void stand_keys(struct stand *s, const char *keys)
{
	struct pf_slice rest = pf_slice_of(keys);

	while (rest.len) {
		size_t end = pf_slice_find(rest, PF_SLICE(" "));
		struct pf_event event = {.type = PF_EVENT_KEY};

		if (!pf_key_parse(pf_slice_cut(rest, 0, end), &event.key))
			fail_msg("no key %.*s", (int)end, rest.ptr);
		rest = pf_slice_cut(rest, end < rest.len ? end + 1 : end, rest.len);
		s->now.utc += 100;
		s->now.boottime += 100;
		s->now.monotonic += 100;
		stand_event(s, &event);
	}
}

PF_MAY_BE_UNUSED static void stand_type(struct stand *s, const char *text)
{
	struct pf_slice t = pf_slice_of(text);
	size_t len;

	for (size_t off = 0; off < t.len; off += len) {
		struct pf_event event = {.type = PF_EVENT_KEY};

		event.key.code = pf_utf8_decode(t, off, &len);
		if (event.key.code == '\n')
			event.key.code = PF_KEY_ENTER;
		stand_event(s, &event);
	}
}

PF_MAY_BE_UNUSED static void stand_paste(struct stand *s, const char *text)
{
	struct pf_event event = {.type = PF_EVENT_PASTE};

	pf_buf_adds(&event.bytes, text);
	stand_event(s, &event);
	pf_event_release(&event);
}

PF_MAY_BE_UNUSED static void stand_size(struct stand *s, int rows, int cols)
{
	struct pf_event event = pf_event_resize(rows, cols);

	pf_surface_resize(&s->surface, rows, cols);
	stand_event(s, &event);
}

PF_MAY_BE_UNUSED static void stand_see(struct stand *s, const char *text)
{
	if (!strstr(stand_paint(s), text))
		fail_msg("not on the screen: %s\n%s", text, s->screen.ptr);
}

PF_MAY_BE_UNUSED static void stand_not_see(struct stand *s, const char *text)
{
	if (strstr(stand_paint(s), text))
		fail_msg("on the screen: %s\n%s", text, s->screen.ptr);
}

/* The draft as the journal alone gives it back. */
PF_MAY_BE_UNUSED static struct pf_fold *stand_fold(struct stand *s)
{
	struct pf_fold *fold;
	size_t applied;

	assert_int_equal(pf_fold_until(&fold, (struct pf_journal_view){s->journal.v, s->journal.n},
				       INT64_MAX, &applied, NULL),
			 PF_OK);
	assert_int_equal(applied, s->journal.n);
	return fold;
}

PF_MAY_BE_UNUSED static void stand_golden(struct stand *s, const char *name)
{
	struct pf_buf want = {0};
	struct pf_error err = {0};
	char path[PF_PATH_MAX];

	stand_paint(s);
	snprintf(path, sizeof(path), "%s/app/screens/%s.txt", PF_TESTS_DIR, name);
	if (getenv("GENERATE")) {
		assert_int_equal(pf_file_write(path, pf_buf_view(&s->screen), &err), PF_OK);
		return;
	}
	if (pf_file_read(path, 1 << 20, &want, &err) != PF_OK)
		fail_msg("%s: %s (GENERATE=1 writes it)", path, err.message);
	if (!pf_slice_equal(pf_buf_view(&want), pf_buf_view(&s->screen)))
		fail_msg("%s differs; now:\n%s", path, s->screen.ptr);
	pf_buf_release(&want);
}

/* With the bank, the plans and the rules of `root`. */
static struct stand *stand_new_in(const char *root, int rows, int cols)
{
	struct stand *s = pf_xcalloc(1, sizeof(*s));
	struct pf_effects fx = {.n = 0};

	stand_load(s, root);
	s->now = (struct pf_now){.utc = INT64_C(1795500000000),
				 .boottime = 1000000,
				 .monotonic = 1000000,
				 .boot_id = "boot-a"};
	s->row.score_final = -1;
	struct pf_app_setup setup = {
		.bank = s->bank,
		.rubric = s->rubric,
		.plans = (const struct pf_plan *const *)s->plans.v,
		.n_plans = s->plans.n,
		.skeletons = {pf_buf_view(&s->skeletons[0]), pf_buf_view(&s->skeletons[1])},
		.guide = PF_SLICE("# Guide\n\nThe method.\n"),
		.role = -1,
		.seed = 7,
	};
	s->app = pf_app_new(&setup);
	pf_surface_init(&s->surface, rows, cols);
	stand_size(s, rows, cols);
	pf_app_start(s->app, &fx);
	stand_effects(s, &fx);
	return s;
}

PF_MAY_BE_UNUSED static struct stand *stand_new(int rows, int cols)
{
	return stand_new_in(PF_ROOT_DIR, rows, cols);
}

static void stand_free(struct stand *s)
{
	pf_app_free(s->app);
	for (size_t i = 0; i < s->plans.n; i++)
		pf_plan_free(s->plans.v[i]);
	free(s->plans.v);
	pf_rubric_free(s->rubric);
	pf_bank_free(s->bank);
	pf_buf_release(&s->skeletons[0]);
	pf_buf_release(&s->skeletons[1]);
	pf_buf_release(&s->screen);
	pf_surface_release(&s->surface);
	pf_names_release(&s->bodies);
	free(s->journal.v);
	free(s);
}

#endif
