/*
 * kit.h - what the tests of a running interview share: a fake clock, the
 * fixture prompt and plans, a journal in memory and a few keys.
 */
#ifndef PRFAQ_TESTS_SESSION_KIT_H
#define PRFAQ_TESTS_SESSION_KIT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "fold_dump.h"
#include "prfaq/base/mem.h"
#include "prfaq/base/path.h"
#include "prfaq/base/rng.h"
#include "prfaq/session/interview.h"

#define DATA PF_TESTS_DIR "/session/data/"

struct kept {
	uint8_t kind;
	int64_t at;
	char *body;
	size_t len;
};

struct kit {
	struct pf_rubric *rubric;
	struct pf_buf prompt, plan, skeleton;
	struct pf_interview *iv;
	struct pf_now now;
	struct {
		struct kept *v;
		size_t n, cap;
	} journal;
};

static inline void kit_read(struct pf_buf *out, const char *path)
{
	struct pf_error err = {0};

	pf_buf_clear(out);
	if (pf_file_read(path, 1 << 20, out, &err) != PF_OK)
		fail_msg("%s", err.message);
}

static inline void kit_init(struct kit *kit, const char *plan)
{
	struct pf_paths paths = {.shipped = PF_ROOT_DIR};
	struct pf_yaml_errors errors = {0};
	struct pf_buf text = {0};
	char path[512];

	memset(kit, 0, sizeof(*kit));
	if (pf_rubric_load(&kit->rubric, "article", &paths, &errors) != PF_OK) {
		pf_yaml_errors_text(&errors, &text);
		fail_msg("%s", pf_buf_cstr(&text));
	}
	pf_yaml_errors_release(&errors);
	kit_read(&kit->prompt, DATA "prompt.yaml");
	snprintf(path, sizeof(path), "%s%s", DATA, plan);
	kit_read(&kit->plan, path);
	pf_buf_adds(&kit->skeleton, "# Title\n\n## Problem\n\n");
	kit->now = (struct pf_now){1795491821000, 90000000, 80000000, "boot-one"};
}

/* What a journal does: keep, in order, whatever the outbox holds. */
static inline void kit_keep(struct kit *kit)
{
	const struct pf_outbox *outbox = pf_interview_outbox(kit->iv);

	for (size_t i = 0; i < outbox->n; i++) {
		struct pf_slice body = pf_outbox_body(outbox, i);

		*PF_PUSH(&kit->journal) = (struct kept){outbox->v[i].kind, outbox->v[i].at,
							pf_xslicedup(body), body.len};
	}
	pf_interview_kept(kit->iv);
}

static inline struct pf_interview_setup kit_setup(struct kit *kit, enum pf_attempt_mode mode)
{
	return (struct pf_interview_setup){
		.prompt = pf_buf_view(&kit->prompt),
		.plan = pf_buf_view(&kit->plan),
		.skeleton = pf_buf_view(&kit->skeleton),
		.rubric = kit->rubric,
		.mode = mode,
		.role = -1,
		.seed = 42,
		.previous_step = PF_SLICE("Ask for the date first."),
	};
}

static inline void kit_begin(struct kit *kit, enum pf_attempt_mode mode)
{
	struct pf_interview_setup setup = kit_setup(kit, mode);
	struct pf_error err = {0};

	if (pf_interview_begin(&kit->iv, &setup, &kit->now, &err) != PF_OK)
		fail_msg("%s", err.message);
	kit_keep(kit);
}

static inline void kit_release(struct kit *kit)
{
	pf_interview_free(kit->iv);
	pf_rubric_free(kit->rubric);
	pf_buf_release(&kit->prompt);
	pf_buf_release(&kit->plan);
	pf_buf_release(&kit->skeleton);
	for (size_t i = 0; i < kit->journal.n; i++)
		free(kit->journal.v[i].body);
	free(kit->journal.v);
}

static inline void kit_pass(struct kit *kit, int64_t ms)
{
	kit->now.utc += ms;
	kit->now.boottime += ms;
	kit->now.monotonic += ms;
	(void)pf_interview_tick(kit->iv, &kit->now);
	kit_keep(kit);
}

/* The fold of the first n records that were kept. */
static inline struct pf_fold *kit_fold(const struct kit *kit, size_t n)
{
	struct pf_fold *fold = pf_fold_new();

	for (size_t i = 0; i < n; i++) {
		struct pf_error err = {0};

		if (pf_fold_apply_bytes(
			    fold, kit->journal.v[i].kind,
			    pf_slice_make(kit->journal.v[i].body, kit->journal.v[i].len),
			    &err) != PF_OK)
			fail_msg("record %zu: %s", i, err.message);
	}
	return fold;
}

/* The heart of it: the state is the fold of what was kept, and of nothing else. */
static inline void kit_assert_folds(const struct kit *kit)
{
	struct pf_fold *fold = kit_fold(kit, kit->journal.n);
	struct pf_buf live = {0}, again = {0};

	fold_dump(pf_interview_fold(kit->iv), &live);
	fold_dump(fold, &again);
	assert_string_equal(pf_buf_cstr(&live), pf_buf_cstr(&again));
	pf_buf_release(&live);
	pf_buf_release(&again);
	pf_fold_free(fold);
}

static inline void kit_type(struct kit *kit, uint32_t pane, const char *text)
{
	struct pf_edit_input input = {.command = PF_EDITOR_INSERT, .text = pf_slice_of(text)};

	pf_editor_move_to(pf_interview_editor(kit->iv, pane),
			  pf_editor_length(pf_interview_editor(kit->iv, pane)));
	assert_int_equal(pf_interview_edit(kit->iv, &kit->now, pane, &input), PF_EDIT_YIELDS);
	kit_keep(kit);
}

static inline void kit_ask(struct kit *kit, const char *question)
{
	kit_type(kit, PF_PANE_QUESTION, question);
	assert_true(pf_interview_ask(kit->iv, &kit->now));
	kit_keep(kit);
}

static inline void kit_go_on(struct kit *kit)
{
	if (!pf_interview_go_on(kit->iv, &kit->now))
		fail_msg("%s", pf_interview_notice(kit->iv));
	kit_keep(kit);
}

static inline void kit_reply(struct kit *kit, const char *text)
{
	kit_type(kit, pf_interview_reply_pane(kit->iv), text);
	assert_true(pf_interview_reply(kit->iv, &kit->now));
	kit_keep(kit);
}

static inline void kit_mark_all(struct kit *kit, int value, int odds)
{
	for (int d = 0; d < PF_DIMENSIONS; d++)
		assert_true(pf_interview_mark(kit->iv, &kit->now, d, value));
	assert_true(pf_interview_odds(kit->iv, &kit->now, odds));
	kit_keep(kit);
}

/* The process dies and another comes back after `away` ms. */
static inline void kit_die(struct kit *kit, size_t records, int64_t away, const char *boot)
{
	struct pf_interview_setup setup = kit_setup(kit, PF_MODE_PRACTICE);
	struct pf_fold *fold = kit_fold(kit, records);
	struct pf_error err = {0};

	pf_interview_free(kit->iv);
	for (size_t i = records; i < kit->journal.n; i++)
		free(kit->journal.v[i].body);
	kit->journal.n = records;
	kit->now.utc += away;
	kit->now.boottime += away;
	kit->now.monotonic += away;
	if (boot) {
		snprintf(kit->now.boot_id, sizeof(kit->now.boot_id), "%s", boot);
		kit->now.boottime = kit->now.monotonic = 30000;
	}
	if (pf_interview_reopen(&kit->iv, fold, &setup, &kit->now, &err) != PF_OK)
		fail_msg("%s", err.message);
	kit_keep(kit);
}

#endif
