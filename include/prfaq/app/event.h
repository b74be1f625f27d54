/*
 * event.h - what happens to the program, as data.
 *
 * `term` makes events from bytes and signals, tests from text. pf_app_update
 * takes them in. An event owns the bytes of a paste: pf_event_release frees
 * them; all else is plain data.
 */
#ifndef PRFAQ_APP_EVENT_H
#define PRFAQ_APP_EVENT_H

#include <stdbool.h>
#include <stdint.h>

#include "prfaq/base/buf.h"
#include "prfaq/base/slice.h"

/* Keys that are no character; the text is how a key map and the help write them. */
/* clang-format off */
#define PF_KEYS(X) \
	X(ENTER, "Enter") X(TAB, "Tab") X(BACKSPACE, "Backspace") X(ESC, "Esc") \
	X(UP, "Up") X(DOWN, "Down") X(LEFT, "Left") X(RIGHT, "Right") \
	X(HOME, "Home") X(END, "End") X(PGUP, "PgUp") X(PGDN, "PgDn") \
	X(INSERT, "Ins") X(DELETE, "Del") \
	X(F1, "F1") X(F2, "F2") X(F3, "F3") X(F4, "F4") X(F5, "F5") X(F6, "F6") \
	X(F7, "F7") X(F8, "F8") X(F9, "F9") X(F10, "F10") X(F11, "F11") X(F12, "F12")
/* clang-format on */

enum pf_key_code {
	PF_KEY_NAMED = 0x110000, /* codes below are Unicode characters */
#define X(name, text) PF_KEY_##name,
	PF_KEYS(X)
#undef X
		PF_KEY_END_OF_NAMES
};

enum {
	PF_MOD_SHIFT = 1, /* with named keys only: a shifted letter is another character */
	PF_MOD_ALT = 2,
	PF_MOD_CTRL = 4, /* with a letter: the lower-case one. C-a is {'a', PF_MOD_CTRL} */
};

/* Equal keys have equal fields. {0, 0} is no key. */
struct pf_key {
	uint32_t code; /* a character, or an enum pf_key_code */
	uint32_t mods; /* PF_MOD_... */
};

/*
 * "C-n", "M-b", "C-M-x", "S-Right", "F1", "PgUp", "Space", "?", "é". Modifiers in the order
 * C- M- S-, names in any case. False for what is no key ("", "C-", "S-a", "Foo").
 */
bool pf_key_parse(struct pf_slice text, struct pf_key *out);
bool pf_key_equal(struct pf_key a, struct pf_key b);
struct pf_key pf_key_make(uint32_t code, uint32_t mods);
/* True for a character without Ctrl or Alt: what typing inserts (Enter and Tab are not). */
bool pf_key_is_text(struct pf_key key);

enum pf_event_type {
	PF_EVENT_NONE,
	PF_EVENT_KEY,
	PF_EVENT_PASTE,  /* .bytes: as pasted, byte for byte */
	PF_EVENT_MOUSE,  /* .mouse */
	PF_EVENT_RESIZE, /* .rows, .cols */
	PF_EVENT_TICK,   /* time passed: nothing else did */
	PF_EVENT_SIGNAL, /* .signal */
};

enum pf_signal {
	PF_SIGNAL_HUP,  /* the terminal is gone: save and leave */
	PF_SIGNAL_TERM, /* save and leave */
	PF_SIGNAL_INT,  /* from kill(1), not from a key: C-c arrives as a key */
	PF_SIGNAL_TSTP, /* about to be stopped: save, then pf_term_suspend */
	PF_SIGNAL_CONT, /* running again: paint everything */
};

enum pf_mouse_kind {
	PF_MOUSE_PRESS,
	PF_MOUSE_DRAG, /* moved with a button down */
	PF_MOUSE_RELEASE,
	PF_MOUSE_WHEEL_UP,
	PF_MOUSE_WHEEL_DOWN,
};

struct pf_mouse {
	enum pf_mouse_kind kind;
	int button;    /* 1 left, 2 middle, 3 right; 0 for the wheel */
	int row, col;  /* from 0 */
	uint32_t mods; /* PF_MOD_... */
};

struct pf_event {
	enum pf_event_type type;
	struct pf_key key;
	struct pf_mouse mouse;
	int rows, cols; /* at least 1 */
	enum pf_signal signal;
	struct pf_buf bytes; /* PASTE: owned */
};

void pf_event_release(struct pf_event *event); /* frees the bytes and zeroes; NULL-safe */
/* Events from text, for tests and scripts. */
struct pf_event pf_event_key(struct pf_key key);
struct pf_event pf_event_resize(int rows, int cols);

#endif
