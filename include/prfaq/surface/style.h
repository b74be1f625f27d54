/*
 * style.h - how cells look, by name.
 *
 * A cell holds a style's name, never a colour. What the name means on a
 * terminal of 256, 16 or no colours, and in an SVG, stands in this one table.
 * Where a style matters it differs without colour too: by an attribute, or by
 * the words it is put on.
 *
 *   NAME   as in the style map of a dump: one letter
 *   c256   foreground, background of 256 colours; -1 is the terminal's own
 *   c16    the same of 16 (of 8 colours: less 8, and bold)
 *   attr   with colours; mono: without
 *   svg    foreground and background, 0xRRGGBB
 */
#ifndef PRFAQ_SURFACE_STYLE_H
#define PRFAQ_SURFACE_STYLE_H

#include <stdint.h>

enum {
	PF_ATTR_BOLD = 1,
	PF_ATTR_DIM = 2,
	PF_ATTR_UNDERLINE = 4,
	PF_ATTR_REVERSE = 8,
	PF_ATTR_ITALIC = 16,
};

/* clang-format off */
/*        name       letter  c256      c16      attr             mono               svg fg    svg bg */
#define PF_STYLES(X) \
	X(PLAIN,     '.',    -1, -1,   -1, -1,  0,               0,                 0xd8dee4, 0x14181d) /* text */ \
	X(DIM,       'd',   245, -1,    8, -1,  0,               PF_ATTR_DIM,       0x8b949e, 0x14181d) /* hints, what is over */ \
	X(STRONG,    's',    -1, -1,   -1, -1,  PF_ATTR_BOLD,    PF_ATTR_BOLD,      0xffffff, 0x14181d) /* what to look at first */ \
	X(HEADING,   'h',    75, -1,   12, -1,  PF_ATTR_BOLD,    PF_ATTR_BOLD,      0x6cb6ff, 0x14181d) /* headings of a draft, titles of a screen */ \
	X(FRAME,     'f',   240, -1,    8, -1,  0,               0,                 0x56606b, 0x14181d) /* boxes and rules */ \
	X(FOCUS,     'F',    75, -1,   12, -1,  0,               PF_ATTR_BOLD,      0x6cb6ff, 0x14181d) /* the box that has the keys */ \
	X(BAR,       'b',   252, 237,  15,  4,  0,               PF_ATTR_REVERSE,   0xe6edf3, 0x2a3441) /* the status line */ \
	X(BAR_AMBER, 'A',    16, 214,   0,  3,  PF_ATTR_BOLD,    PF_ATTR_REVERSE | PF_ATTR_BOLD, 0x14181d, 0xe3a83b) /* 5 minutes left */ \
	X(BAR_RED,   'R',   231, 160,  15,  1,  PF_ATTR_BOLD,    PF_ATTR_REVERSE | PF_ATTR_BOLD | PF_ATTR_UNDERLINE, 0xffffff, 0xc93c37) /* 1 minute left, the bell */ \
	X(OVERTIME,  'O',   231, 97,   15,  5,  PF_ATTR_BOLD,    PF_ATTR_REVERSE | PF_ATTR_UNDERLINE, 0xffffff, 0x8250df) /* after the bell, in practice */ \
	X(KEY,       'k',   231, 25,   15,  4,  PF_ATTR_BOLD,    PF_ATTR_REVERSE,   0xffffff, 0x1f4b7a) /* the name of a key */ \
	X(KEY_HELP,  'K',   250, 235,   7, -1,  0,               0,                 0xb6c2cf, 0x20272e) /* what it does */ \
	X(GOOD,      'g',   114, -1,   10, -1,  0,               0,                 0x6bc46d, 0x14181d) /* yes, passed, present */ \
	X(WARN,      'w',   214, -1,   11, -1,  0,               PF_ATTR_BOLD,      0xe3a83b, 0x14181d) /* partly, soon, minor */ \
	X(BAD,       'x',   203, -1,    9, -1,  PF_ATTR_BOLD,    PF_ATTR_BOLD | PF_ATTR_UNDERLINE, 0xf47067, 0x14181d) /* no, failed, missing */ \
	X(SELECTED,  'S',   231, 24,   15,  4,  0,               PF_ATTR_REVERSE,   0xffffff, 0x1d4f7c) /* selected text, the chosen row of a list */ \
	X(FOUND,     'o',    16, 221,   0, 11,  0,               PF_ATTR_UNDERLINE, 0x14181d, 0xf2cc60) /* found text, a cited span */ \
	X(MARK,      'm',   176, -1,   13, -1,  0,               PF_ATTR_REVERSE,   0xdcbdfb, 0x14181d) /* stands for what must not be shown raw */ \
	X(QUOTE,     'q',   151, -1,   14, -1,  PF_ATTR_ITALIC,  0,                 0xaddbb1, 0x14181d) /* words of the draft, quoted */ \
	X(ASKED,     'a',   180, -1,   11, -1,  0,               PF_ATTR_BOLD,      0xe0c28c, 0x14181d) /* the interviewer speaks */ \
	X(NOTE,      'n',   110, -1,   14, -1,  0,               0,                 0x8cb4d8, 0x14181d) /* the notebook, the coach */ \
	X(INPUT,     'i',   231, 236,  15, -1,  PF_ATTR_UNDERLINE, PF_ATTR_UNDERLINE, 0xffffff, 0x262d35) /* a line to type on */
/* clang-format on */

enum pf_style {
#define X(name, letter, fg256, bg256, fg16, bg16, attr, mono, svg_fg, svg_bg) PF_STYLE_##name,
	PF_STYLES(X)
#undef X
		PF_STYLE_COUNT
};

struct pf_style_look {
	char letter; /* in the style map of a dump */
	int16_t fg256, bg256;
	int16_t fg16, bg16;
	uint16_t attr, mono;
	uint32_t svg_fg, svg_bg;
};

/* The row of the table. Never NULL; asserts style < PF_STYLE_COUNT. */
const struct pf_style_look *pf_style_look(enum pf_style style);

#endif
