/*
 * keymap.h - what the keys do: one table for the program, the key bar, F1,
 * the manual and docs/KEYS.md.
 */
#ifndef PRFAQ_APP_KEYMAP_H
#define PRFAQ_APP_KEYMAP_H

#include "prfaq/app/event.h"
#include "prfaq/base/buf.h"
#include "prfaq/edit/editor.h"

/* Where a key is good: screens, and the state of the pane that has the keys. */
enum pf_where {
	PF_IN_LIST = 1 << 0,     /* home, prompts, sections, attempts, self-marks */
	PF_IN_EDITOR = 1 << 1,   /* a pane that is written in */
	PF_IN_LINE = 1 << 2,     /* a one-line pane: Enter sends it */
	PF_IN_PAGER = 1 << 3,    /* text that is read and left again: guide, keys, the side */
	PF_IN_ATTEMPT = 1 << 4,  /* anywhere inside an interview or a drill */
	PF_IN_PRACTICE = 1 << 5, /* the same, in practice mode, the clock running */
	PF_IN_PROBE = 1 << 6,    /* deep dive */
	PF_IN_RESULT = 1 << 7,
	PF_IN_REVIEW = 1 << 8,
	PF_IN_PROMPTS = 1 << 9,
	PF_IN_REPLAY = 1 << 10,
	PF_IN_ANY = 1 << 11,
	PF_IN_END = 1 << 12, /* the attempt is over */
	PF_IN_DRAFT = 1 << 13,
	PF_IN_MARKS = 1 << 14,      /* the self-marks */
	PF_IN_REWRITABLE = 1 << 15, /* the result, while a passage may be rewritten */
	PF_IN_DRILL_END = 1 << 16,
	PF_IN_HOME = 1 << 17,
	PF_IN_TEXT = 1 << 18,  /* a text that is a step of the attempt: Esc does not leave it */
	PF_IN_SIDED = 1 << 19, /* something stands at the side */
	PF_IN_PAUSED = 1 << 20,
	PF_IN_ATTEMPTS = 1 << 21, /* the list of attempts */
	PF_IN_ASKED = 1 << 22,    /* the line for a question, empty, after one was asked */
};

/*
 *  id           keys (the first is shown)  where             bar      what it does
 *
 * `bar` is the word in the key bar; "" keeps it to F1.
 */
/* clang-format off */
#define PF_APP_COMMANDS(X) \
	X(HELP,       "F1",            PF_IN_ANY,       "help",   "Show all keys") \
	X(CHOOSE,     "Enter",         PF_IN_LIST | PF_IN_HOME,     "choose", "Choose what is marked") \
	X(FINISH,     "q Esc C-c",     PF_IN_HOME,      "quit",   "End the program") \
	X(LIST_UP,    "Up k",          PF_IN_LIST | PF_IN_HOME | PF_IN_MARKS | PF_IN_PAGER | PF_IN_TEXT, "", "Up one line") \
	X(LIST_DOWN,  "Down j",        PF_IN_LIST | PF_IN_HOME | PF_IN_MARKS | PF_IN_PAGER | PF_IN_TEXT, "", "Down one line") \
	X(LIST_PAGE_UP, "PgUp",        PF_IN_LIST,      "",       "Up one page") \
	X(LIST_PAGE_DOWN, "PgDn",      PF_IN_LIST,      "",       "Down one page") \
	X(LIST_TOP,   "Home g",        PF_IN_LIST,      "",       "To the first") \
	X(LIST_END,   "End G",         PF_IN_LIST,      "",       "To the last") \
	X(LESS,       "Left - h",      PF_IN_MARKS,     "",       "A lower mark") \
	X(MORE,       "Right + = l",   PF_IN_MARKS,     "",       "A higher mark") \
	X(MARK,       "0 1 2 3 4 5",   PF_IN_MARKS,     "to 5: mark", "Give this mark, and on to the next") \
	X(NEXT_MARK,  "Enter",         PF_IN_MARKS,     "next",   "The next mark; after the last, the result") \
	X(SEND,       "Enter",         PF_IN_LINE,      "send",   "Send the line") \
	X(RECALL,     "Up",            PF_IN_ASKED,     "",       "Take up the last question, to ask it otherwise") \
	X(NEXT_PROBE, "C-d",           PF_IN_PROBE,     "done",   "This answer is done: next question") \
	X(NEXT_STAGE, "C-n",           PF_IN_ATTEMPT,   "go on", "Go on: the next step, or the next stage") \
	X(PANE,       "C-o F6",        PF_IN_SIDED,   "pane",   "Go to the next pane") \
	X(PAUSE,      "C-p F8",        PF_IN_PRACTICE,  "pause",  "Stop the clock") \
	X(RUN_ON,     "C-p F8",        PF_IN_PAUSED,    "run on", "Let the clock run on") \
	X(SIDE,       "F2",            PF_IN_SIDED,   "side",   "Change what stands at the side: brief, notebook, outline, coach") \
	X(BLANK,      "Tab",           PF_IN_DRAFT,     "next blank", "Select the next [blank] of the skeleton") \
	X(FIND,       "C-f",           PF_IN_EDITOR,    "find",   "Find in the draft") \
	X(CLOCK,      "F7",            PF_IN_ATTEMPT,   "",       "Hide the clock, or show it; warnings still come") \
	X(REWRITE,    "r",             PF_IN_REWRITABLE, "rewrite", "Rewrite the passage that costs most, five minutes") \
	X(AGAIN,      "a",             PF_IN_END,       "again",  "The same once more") \
	X(NEXT_DRILL, "n",             PF_IN_DRILL_END, "next",   "The next drill") \
	X(WHY,        "w",             PF_IN_RESULT | PF_IN_REVIEW, "why", "Show the proof behind each point") \
	X(MODEL,      "m",             PF_IN_RESULT | PF_IN_REVIEW, "model", "Show the model answer") \
	X(REPLAY,     "p",             PF_IN_REVIEW,    "replay", "Play the writing again") \
	X(STRICT,     "s",             PF_IN_PROMPTS,   "strict", "Strict: no pause, no coach, the bell freezes") \
	X(ROLE,       "o",             PF_IN_PROMPTS,   "role",   "Judge as PM, TPM or leader") \
	X(LEVEL,      "v",             PF_IN_PROMPTS,   "level",  "Judge as L4 to L7") \
	X(PAGE_UP,    "PgUp b",        PF_IN_PAGER | PF_IN_TEXT,     "",       "Up one page") \
	X(PAGE_DOWN,  "PgDn Space",    PF_IN_PAGER | PF_IN_TEXT,     "page",   "Down one page") \
	X(EXPORT,     "e",             PF_IN_RESULT | PF_IN_REVIEW, "export", "Write the attempt as Markdown") \
	X(PAGE_TOP,   "Home g",        PF_IN_PAGER | PF_IN_TEXT | PF_IN_REPLAY, "", "To the start") \
	X(PAGE_END,   "End G",         PF_IN_PAGER | PF_IN_TEXT | PF_IN_REPLAY, "", "To the end") \
	X(MINUTE_BACK, "Left h",       PF_IN_REPLAY,    "",       "A minute back") \
	X(MINUTE_ON,  "Right l",       PF_IN_REPLAY,    "minute on", "A minute on") \
	X(SLOWER,     "-",             PF_IN_REPLAY,    "slower", "Half as fast") \
	X(FASTER,     "+ =",           PF_IN_REPLAY,    "faster", "Twice as fast") \
	X(HOLD,       "Space",         PF_IN_REPLAY,    "hold",   "Stop the replay, or let it go on") \
	X(REPAINT,    "C-l",           PF_IN_ANY,       "",       "Paint the screen again") \
	X(KEPT,       "C-s",           PF_IN_ANY,       "",       "Nothing to save: each key is kept as it is typed") \
	X(BACK,       "Esc q",         PF_IN_LIST | PF_IN_PAGER | PF_IN_END | PF_IN_REVIEW | PF_IN_REPLAY, "back", "Back") \
	X(DELETE,     "d Del",         PF_IN_ATTEMPTS,  "delete", "Delete the attempt, for good") \
	X(QUIT,       "C-q",           PF_IN_ANY,       "leave",  "Leave; the attempt is kept and can be resumed")

/*      keys                       command of the editor */
#define PF_EDITOR_KEYS(X) \
	X("Left",                      LEFT) \
	X("Right",                     RIGHT) \
	X("Up",                        UP) \
	X("Down",                      DOWN) \
	X("C-Left M-b",                WORD_LEFT) \
	X("C-Right M-f",               WORD_RIGHT) \
	X("Home C-b",                  ROW_START) \
	X("End C-e",                   ROW_END) \
	X("M-Up C-Up",                 PARAGRAPH_UP) \
	X("M-Down C-Down",             PARAGRAPH_DOWN) \
	X("PgUp",                      PAGE_UP) \
	X("PgDn",                      PAGE_DOWN) \
	X("C-Home M-<",                TEXT_START) \
	X("C-End M->",                 TEXT_END) \
	X("Enter",                     NEWLINE) \
	X("Backspace C-h",             DELETE_LEFT) \
	X("Del",                       DELETE_RIGHT) \
	X("C-w M-Backspace C-Backspace", DELETE_WORD_LEFT) \
	X("M-d C-Del",                 DELETE_WORD_RIGHT) \
	X("C-u",                       DELETE_LINE) \
	X("C-k",                       CUT_TO_END) \
	X("C-x",                       CUT) \
	X("C-c",                       COPY) \
	X("C-v",                       PASTE) \
	X("C-a",                       SELECT_ALL) \
	X("Esc",                       UNSELECT) \
	X("C-z",                       UNDO) \
	X("C-y C-r",                   REDO) \
	X("C-g F3",                    FIND_NEXT) \
	X("S-F3 M-g",                  FIND_PREVIOUS)
/* clang-format on */

enum pf_app_command {
	PF_APP_NONE,
#define X(id, keys, where, bar, help) PF_APP_##id,
	PF_APP_COMMANDS(X)
#undef X
		PF_APP_COMMAND_COUNT
};

struct pf_binding {
	const char *keys; /* parted by blanks, the first one is shown */
	uint32_t where;   /* PF_IN_..., any of them */
	const char *bar;
	const char *help;
};

/* The row of a command other than PF_APP_NONE. Never NULL. */
const struct pf_binding *pf_keymap_binding(enum pf_app_command command);
/* The first command, in the table's order, that this key has where all of `where` holds. */
enum pf_app_command pf_keymap_find(struct pf_key key, uint32_t where);
/* The editor's command for the key; a shifted motion extends. False when it has none. */
bool pf_keymap_editor(struct pf_key key, enum pf_edit_command *command, bool *extend);
/* The first key of the command as text: "C-n". */
void pf_keymap_first(enum pf_app_command command, char out[32]);

/* How keys are written: "C-n" and the like, for who has never met it. */
#define PF_KEYS_WRITTEN "C-n is Ctrl and n together; M- is Alt, S- is Shift."

/* Every key, as lines "keys<TAB>what it does" under headings: F1 (for one `where`, or all). */
void pf_keymap_text(struct pf_buf *out, uint32_t where);
/* docs/KEYS.md. */
void pf_keymap_markdown(struct pf_buf *out);

#endif
