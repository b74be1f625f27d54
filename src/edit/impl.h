/*
 * impl.h - the editor's inside, shared by its sources.
 */
#ifndef PRFAQ_EDIT_IMPL_H
#define PRFAQ_EDIT_IMPL_H

#include "gap.h"
#include "history.h"
#include "prfaq/base/buf.h"
#include "prfaq/edit/editor.h"
#include "rows.h"
#include "words.h"

/* What the last command was, as far as the next one may go on with it. */
enum pf_run { PF_RUN_NONE, PF_RUN_TYPE, PF_RUN_BACK, PF_RUN_DELETE, PF_RUN_KILL };

struct pf_editor {
	/* The text: changed by pf_editor_apply alone. */
	struct pf_gap text;
	struct pf_history history;
	uint32_t words;
	uint32_t next_group; /* over all groups seen */
	uint64_t version;

	/* The view. Rows are wrapped at the first need, so that a fold never pays for them. */
	struct pf_rows rows;
	int view_rows, view_cols;
	size_t top;
	uint32_t cursor, anchor;
	bool selecting;
	int goal_col; /* the column that motions by row keep to; -1: the cursor's own */
	bool frozen;
	struct pf_buf killed, needle;

	/* Grouping: the run goes on when the cursor still is at run_off. */
	enum pf_run run;
	uint32_t run_off, run_group;
	bool run_blank; /* what was typed last was a blank: a word may begin */

	/* The edits yielded last. */
	struct pf_edit *batch;
	size_t batch_cap;
	struct pf_buf batch_bytes;
};

/*
 * Wrapping at need and moving the gap change nothing that a caller can see, so the public calls
 * that only read take a const editor. They come through here, and only they.
 */
static inline struct pf_editor *pf_editor_mutable(const struct pf_editor *ed)
{
	union {
		const struct pf_editor *in;
		struct pf_editor *out;
	} cast = {ed};

	return cast.out;
}

/* Wraps the text if that was not done yet. All below need it done. */
void pf_editor_wrap(struct pf_editor *ed);
/* Start of the cluster that holds `off`; ends of the clusters around it. */
uint32_t pf_editor_snap(struct pf_editor *ed, uint32_t off);
uint32_t pf_editor_next(struct pf_editor *ed, uint32_t off);
uint32_t pf_editor_previous(struct pf_editor *ed, uint32_t off);
/* Columns from the start of `row` to `off`; the byte of `row` at column `col` or before. */
int pf_editor_column(struct pf_editor *ed, size_t row, uint32_t off);
uint32_t pf_editor_at_column(struct pf_editor *ed, size_t row, int col);
/* End of what is painted of `row`: without newline and without the blanks that hang over. */
uint32_t pf_editor_visible_end(struct pf_editor *ed, size_t row);
/* The line of the text around `off`: its first byte, and the one after its newline. */
struct pf_range pf_editor_line(struct pf_editor *ed, uint32_t off);
void pf_editor_show_cursor(struct pf_editor *ed);
/* Rows above the viewport, held to the text; the cursor stays. */
void pf_editor_scroll_to(struct pf_editor *ed, uint32_t top);

/* Carries out a motion. */
enum pf_edit_outcome pf_editor_motion(struct pf_editor *ed, const struct pf_edit_input *input);
uint32_t pf_editor_word_left(struct pf_editor *ed, uint32_t off);
uint32_t pf_editor_word_right(struct pf_editor *ed, uint32_t off);
/* Last place of the needle that begins before `from`, wrapping. */
bool pf_editor_find_back(struct pf_editor *ed, uint32_t from, struct pf_range *found);

#endif
