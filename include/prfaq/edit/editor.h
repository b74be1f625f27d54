/*
 * editor.h - a text being written: cursor, selection, undo, wrapping. No screen.
 *
 * Two kinds of state. The *text* with its undo stacks changes by
 * pf_editor_apply alone, so whoever keeps the edits (the journal) can make
 * the same editor again. The *view* (cursor, selection, scrolling, kill
 * buffer, what is searched for) changes by commands and is not kept.
 *
 * A command that changes the text only says how: it yields edits, the caller
 * journals them, then applies them:
 *
 *	outcome = pf_editor_command(ed, &input, &edits);
 *	for (size_t i = 0; i < edits.n; i++) {
 *		journal(&edits.v[i]);
 *		status = pf_editor_apply(ed, &edits.v[i]);
 *	}
 *
 * Bytes are kept as they came, also invalid UTF-8. The cursor stands between
 * grapheme clusters. Offsets are bytes, rows and columns count from 0.
 */
#ifndef PRFAQ_EDIT_EDITOR_H
#define PRFAQ_EDIT_EDITOR_H

#include <stdbool.h>
#include <stdint.h>

#include "prfaq/base/slice.h"
#include "prfaq/base/status.h"
#include "prfaq/edit/edit.h"

/*
 * Commands, PF_EDITOR_LEFT and so on. Motions also extend the selection, when input.extend says so.
 * Each row: a name, and what it does, for help and docs.
 */
/* clang-format off */
#define PF_EDIT_MOTIONS(X) \
	X(LEFT,              "Back one character") \
	X(RIGHT,             "On one character") \
	X(UP,                "Up one row") \
	X(DOWN,              "Down one row") \
	X(WORD_LEFT,         "Back one word") \
	X(WORD_RIGHT,        "On one word") \
	X(ROW_START,         "To the start of the row; again: of the paragraph") \
	X(ROW_END,           "To the end of the row; again: of the paragraph") \
	X(LINE_START,        "To the start of the paragraph") \
	X(LINE_END,          "To the end of the paragraph") \
	X(PARAGRAPH_UP,      "Back to the blank line above") \
	X(PARAGRAPH_DOWN,    "On to the blank line below") \
	X(PAGE_UP,           "Up one page") \
	X(PAGE_DOWN,         "Down one page") \
	X(TEXT_START,        "To the start of the text") \
	X(TEXT_END,          "To the end of the text") \
	X(GO_TO,             "To a place of the screen (mouse)")

#define PF_EDIT_ACTIONS(X) \
	X(INSERT,            "Insert what is typed") \
	X(PASTE_TEXT,        "Insert what the terminal pastes") \
	X(NEWLINE,           "Begin a new line") \
	X(DELETE_LEFT,       "Delete the character before") \
	X(DELETE_RIGHT,      "Delete the character after") \
	X(DELETE_WORD_LEFT,  "Delete the word before") \
	X(DELETE_WORD_RIGHT, "Delete the word after") \
	X(DELETE_LINE,       "Delete the whole paragraph") \
	X(CUT_TO_END,        "Cut to the end of the paragraph") \
	X(CUT,               "Cut the selection, or the paragraph") \
	X(COPY,              "Copy the selection, or the paragraph") \
	X(PASTE,             "Insert what was cut or copied") \
	X(SELECT_ALL,        "Select the whole text") \
	X(SELECT_WORD,       "Select the word here") \
	X(SELECT_LINE,       "Select the paragraph here") \
	X(UNSELECT,          "Forget the selection") \
	X(UNDO,              "Take the last change back") \
	X(REDO,              "Do it again") \
	X(FIND_NEXT,         "On to the next place found") \
	X(FIND_PREVIOUS,     "Back to the place found before") \
	X(SCROLL_UP,         "Scroll up three rows (wheel)") \
	X(SCROLL_DOWN,       "Scroll down three rows (wheel)")
/* clang-format on */

enum pf_edit_command {
#define X(name, help) PF_EDITOR_##name,
	PF_EDIT_MOTIONS(X) PF_EDIT_ACTIONS(X)
#undef X
		PF_EDIT_COMMAND_COUNT
};

/* The help line of a command. Never NULL. */
const char *pf_edit_command_help(enum pf_edit_command command);
/* True for PF_EDIT_MOTIONS: those that `extend` applies to. */
bool pf_edit_command_moves(enum pf_edit_command command);

struct pf_edit_input {
	enum pf_edit_command command;
	bool extend;          /* motions: from the anchor on, select */
	struct pf_slice text; /* INSERT, PASTE_TEXT: the bytes; a paste's CR and CR LF become LF */
	int row, col;         /* GO_TO: within the viewport */
};

enum pf_edit_outcome {
	PF_EDIT_DID_NOTHING, /* at the edge already, nothing to undo */
	PF_EDIT_DID_MOVE,    /* the view changed: paint */
	PF_EDIT_YIELDS,      /* *out holds edits: keep them, apply them */
	PF_EDIT_IS_FROZEN,   /* refused: the text is read-only */
	PF_EDIT_TOO_BIG,     /* refused: over PF_EDIT_TEXT_MAX */
	PF_EDIT_NOT_FOUND,   /* find: nothing; the cursor stays */
};

struct pf_editor;

struct pf_editor *pf_editor_new(void);
void pf_editor_free(struct pf_editor *ed); /* NULL is allowed */

/* --- the text ------------------------------------------------------------ */

/*
 * Applies one edit, journalled before or just now. Puts the cursor behind what was inserted,
 * drops the selection, scrolls no more than needed. PF_ERR_INVALID, with nothing changed, for
 * an edit outside the text or of group 0; PF_ERR_TOO_BIG over PF_EDIT_TEXT_MAX. An undo or redo
 * that is not the one on top of its stack (a journal with a hole) changes the text as it says
 * and empties both stacks: the text comes before its history. A frozen editor applies edits all
 * the same: freezing binds the user, not the journal.
 */
PF_MUST_USE enum pf_status pf_editor_apply(struct pf_editor *ed, const struct pf_edit *edit);

/*
 * Carries out a command on the view, or yields in *out the edits that would carry it out.
 * *out is always set. The edits and their bytes belong to `ed` (or are input->text itself);
 * they live until its next command or replace, through every apply.
 */
PF_MUST_USE enum pf_edit_outcome
pf_editor_command(struct pf_editor *ed, const struct pf_edit_input *input, struct pf_edits *out);
/* The edit that replaces bytes [begin, end), a group of its own. For the program, not the user:
 * the frozen flag does not bind it. Same life as a command's edits. */
PF_MUST_USE enum pf_edit_outcome pf_editor_replace(struct pf_editor *ed, uint32_t begin,
						   uint32_t end, struct pf_slice with,
						   struct pf_edits *out);

/* The whole text. Lives until the next apply. (May move bytes inside: 30 us a megabyte.) */
struct pf_slice pf_editor_text(const struct pf_editor *ed);
/* Bytes [begin, end), held to the text. Lives until the next call on `ed`. */
struct pf_slice pf_editor_slice(const struct pf_editor *ed, uint32_t begin, uint32_t end);
uint32_t pf_editor_length(const struct pf_editor *ed);
/* Words: runs of letters and digits, with ' ’ - . , inside ("don't", "3.2"). Kept up to date,
 * costs nothing. */
uint32_t pf_editor_words(const struct pf_editor *ed);
/* The same of any text. */
uint32_t pf_edit_words(struct pf_slice text);
/* Counts the edits applied: what was computed of an older one is stale. */
uint64_t pf_editor_version(const struct pf_editor *ed);
/* Entries on the two stacks, for tests and for help. Typing in one place makes one entry. */
size_t pf_editor_undo_count(const struct pf_editor *ed);
size_t pf_editor_redo_count(const struct pf_editor *ed);

/* Frozen: commands that would change the text are refused. */
void pf_editor_freeze(struct pf_editor *ed, bool frozen);

/* --- cursor, selection, search ------------------------------------------- */

uint32_t pf_editor_cursor(const struct pf_editor *ed); /* byte offset */
/* Moves it there, to the start of the cluster; drops the selection. Held to the text. */
void pf_editor_move_to(struct pf_editor *ed, uint32_t off);
/* Selects [begin, end) with the cursor at its end; after a jump with some rows above it in view. */
void pf_editor_select(struct pf_editor *ed, uint32_t begin, uint32_t end);
/* begin == end when nothing is selected. */
struct pf_range pf_editor_selection(const struct pf_editor *ed);
/* What PASTE inserts, until something is cut or copied. Copies. */
void pf_editor_set_killed(struct pf_editor *ed, struct pf_slice text);
/* What FIND_NEXT looks for, case folded. Copies. */
void pf_editor_set_needle(struct pf_editor *ed, struct pf_slice needle);
/* First place of the needle at or after `from`, wrapping; false when there is none. */
bool pf_editor_find(const struct pf_editor *ed, uint32_t from, struct pf_range *found);

/* --- rows: what a pane shows --------------------------------------------- */

/*
 * Gives the pane's size, at least 1 x 1; cheap when it is the one already set. Text wraps at
 * cols - 1 columns, so that the cursor behind the last character has a cell. Before the first
 * call there are no rows; motions by row then take 80 x 24.
 */
void pf_editor_resize(struct pf_editor *ed, int rows, int cols);

struct pf_edit_row {
	uint32_t begin, end;      /* bytes to paint: without the newline */
	struct pf_range selected; /* the part of them that is selected; begin == end: none */
	bool first;               /* begins a line of the text (is no continuation) */
	bool newline_selected;    /* the selection goes on past the end of this row */
};

/* Row `row` of the viewport; false below the end of the text. An empty last line is a row. */
bool pf_editor_row(const struct pf_editor *ed, int row, struct pf_edit_row *out);
/* The cursor's place in the viewport; false when it is scrolled out of it. */
bool pf_editor_cursor_at(const struct pf_editor *ed, int *row, int *col);

#endif
