/* Some systems' ncursesw comes with the first two already set. */
#ifndef _XOPEN_SOURCE
#define _XOPEN_SOURCE 700 /* wcwidth */
#endif
#ifndef _DEFAULT_SOURCE
#define _DEFAULT_SOURCE /* struct winsize */
#endif
#define NCURSES_WIDECHAR       1
#define NCURSES_NOMACROS       1
#define _XOPEN_SOURCE_EXTENDED 1
#include "screen.h"

#include <curses.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <unistd.h>
#include <wchar.h>

#include "prfaq/base/mem.h"
#include "prfaq/base/path.h"
#include "prfaq/base/utf8.h"

/* Bracketed paste; buttons and drags with SGR coordinates. */
#define MODES_ON   "\x1b[?2004h"
#define MODES_OFF  "\x1b[?2004l"
#define MOUSE_ON   "\x1b[?1002h\x1b[?1006h"
#define MOUSE_OFF  "\x1b[?1006l\x1b[?1002l"
#define CELL_WCHAR (PF_CELL_MARKS + 2)

struct pf_screen {
	SCREEN *curses;
	FILE *in, *out;
	int fd;
	bool ansi;  /* understands private modes */
	bool mouse; /* reports are wanted */
	int colors; /* 0, 8, 16 or 256: what the styles are drawn with */
	attr_t attr[PF_STYLE_COUNT];
	short pair[PF_STYLE_COUNT];
	struct pf_surface shown; /* what was sent last */
	bool fresh;              /* nothing of it is on the terminal: send all */
};

/* --- colours ------------------------------------------------------------------- */

static attr_t attributes(unsigned bits)
{
	attr_t a = A_NORMAL;

	a |= bits & PF_ATTR_BOLD ? A_BOLD : 0;
	a |= bits & PF_ATTR_DIM ? A_DIM : 0;
	a |= bits & PF_ATTR_UNDERLINE ? A_UNDERLINE : 0;
	a |= bits & PF_ATTR_REVERSE ? A_REVERSE : 0;
	a |= bits & PF_ATTR_ITALIC ? A_ITALIC : 0;
	return a;
}

/* Of 8 colours the bright ones are the bold ones; bright black is a dim default. */
static void eight_colors(const struct pf_style_look *look, short *fg, short *bg, attr_t *attr)
{
	*fg = look->fg16;
	*bg = (short)(look->bg16 >= 8 ? look->bg16 - 8 : look->bg16);
	if (*fg == 8) {
		*fg = -1;
		*attr |= A_DIM;
	} else if (*fg > 8) {
		*fg = (short)(*fg - 8);
		*attr |= A_BOLD;
	}
}

static void define_styles(struct pf_screen *s)
{
	bool defaults = s->colors && use_default_colors() == OK;

	for (int i = 0; i < PF_STYLE_COUNT; i++) {
		const struct pf_style_look *look = pf_style_look((enum pf_style)i);
		short fg = look->fg16, bg = look->bg16;

		s->attr[i] = attributes(s->colors ? look->attr : look->mono);
		s->pair[i] = 0;
		if (!s->colors)
			continue;
		if (s->colors == 256) {
			fg = look->fg256;
			bg = look->bg256;
		} else if (s->colors == 8) {
			eight_colors(look, &fg, &bg, &s->attr[i]);
		}
		if (!defaults) {
			fg = fg < 0 ? COLOR_WHITE : fg;
			bg = bg < 0 ? COLOR_BLACK : bg;
		}
		if ((fg >= 0 || bg >= 0) && init_pair((short)(i + 1), fg, bg) == OK)
			s->pair[i] = (short)(i + 1);
	}
}

static int count_colors(const struct pf_term_options *options)
{
	if (options->no_color || !has_colors() || start_color() != OK ||
	    COLOR_PAIRS <= PF_STYLE_COUNT)
		return 0;
	return COLORS >= 256 ? 256 : COLORS >= 16 ? 16 : COLORS >= 8 ? 8 : 0;
}

/* --- opening and closing ----------------------------------------------------------- */

static void send(const struct pf_screen *s, const char *bytes)
{
	(void)pf_fd_write(s->fd,
			  pf_slice_of(bytes)); /* a terminal that is gone: the next read says so */
}

static void modes(const struct pf_screen *s, bool on)
{
	if (s->ansi && s->mouse)
		send(s, on ? MOUSE_ON : MOUSE_OFF);
	if (s->ansi)
		send(s, on ? MODES_ON : MODES_OFF);
}

/* Appends a capability without its padding, "$<5>". */
static void add_capability(struct pf_buf *out, const char *name)
{
	const char *s = tigetstr(name);

	if (!s || s == (char *)-1)
		return;
	while (*s) {
		const char *end = s[0] == '$' && s[1] == '<' ? strchr(s, '>') : NULL;

		if (!end)
			pf_buf_byte(out, *s);
		s = end ? end + 1 : s + 1;
	}
}

void pf_screen_farewell(const struct pf_screen *s, struct pf_buf *out)
{
	if (s->ansi)
		pf_buf_adds(out, MOUSE_OFF MODES_OFF);
	add_capability(out, "sgr0");
	add_capability(out, "cnorm");
	add_capability(out, "rmcup");
}

static enum pf_status no_terminal(struct pf_error *err, const char *name)
{
	return pf_error_set(
		err, PF_ERR_INVALID,
		"the terminal \"%s\" cannot move its cursor; set TERM to what it is, or "
		"use --plain",
		name);
}

/* Whether terminfo knows the terminal and it can address its cursor. */
static enum pf_status check_terminal(const struct pf_term_options *o, bool *ansi,
				     struct pf_error *err)
{
	const char *name = o->name ? o->name : "", *cup;
	bool moves;
	int why = 0;

	if (!isatty(o->in) || !isatty(o->out))
		return pf_error_set(err, PF_ERR_IO,
				    "standard input and output are no terminal; use --plain");
	if (!*name || strcmp(name, "dumb") == 0 ||
	    setupterm((char *)(uintptr_t)name, o->out, &why) != OK)
		return no_terminal(err, name);
	cup = tigetstr("cup");
	moves = cup && cup != (char *)-1;
	*ansi = moves && strncmp(cup, "\x1b[", 2) == 0;
	del_curterm(cur_term);
	return moves ? PF_OK : no_terminal(err, name);
}

static FILE *stream_of(int fd, const char *mode)
{
	int copy = dup(fd);
	FILE *f = copy < 0 ? NULL : fdopen(copy, mode);

	if (!f && copy >= 0)
		close(copy);
	return f;
}

static void set_up(struct pf_screen *s, const struct pf_term_options *options)
{
	raw();
	noecho();
	nonl();
	typeahead(-1); /* the input is not curses' */
	leaveok(stdscr, FALSE);
	scrollok(stdscr, FALSE);
	s->colors = count_colors(options);
	define_styles(s);
	def_prog_mode();
	pf_surface_init(&s->shown, 1, 1);
	pf_screen_measure(s);
	pf_screen_repaint(s);
	refresh();
	modes(s, true);
}

enum pf_status pf_screen_open(struct pf_screen **out, const struct pf_term_options *options,
			      struct pf_error *err)
{
	bool ansi = false;
	enum pf_status status = check_terminal(options, &ansi, err);
	struct pf_screen *s;

	*out = NULL;
	if (status != PF_OK)
		return status;
	s = pf_xcalloc(1, sizeof(*s));
	s->fd = options->out;
	s->ansi = ansi;
	s->mouse = !options->no_mouse;
	s->in = stream_of(options->in, "r");
	s->out = stream_of(options->out, "w");
	if (s->in && s->out)
		s->curses = newterm(options->name, s->out, s->in);
	if (!s->curses) {
		pf_screen_close(s);
		return no_terminal(err, options->name);
	}
	set_up(s, options);
	*out = s;
	return PF_OK;
}

void pf_screen_close(struct pf_screen *s)
{
	if (!s)
		return;
	if (s->curses) {
		modes(s, false);
		endwin();
		delscreen(s->curses);
	}
	if (s->in)
		fclose(s->in);
	if (s->out)
		fclose(s->out);
	pf_surface_release(&s->shown);
	free(s);
}

void pf_screen_leave(struct pf_screen *s)
{
	modes(s, false);
	endwin();
}

void pf_screen_enter(struct pf_screen *s)
{
	reset_prog_mode();
	pf_screen_measure(s);
	pf_screen_repaint(s);
	refresh();
	modes(s, true);
}

void pf_screen_measure(struct pf_screen *s)
{
	struct winsize size = {0};

	if (ioctl(s->fd, TIOCGWINSZ, &size) || !size.ws_row || !size.ws_col)
		return;
	if (size.ws_row == LINES && size.ws_col == COLS)
		return;
	resizeterm(size.ws_row, size.ws_col);
	pf_screen_repaint(s);
}

void pf_screen_size(const struct pf_screen *s, int *rows, int *cols)
{
	(void)s;
	*rows = LINES > 0 ? LINES : 1;
	*cols = COLS > 0 ? COLS : 1;
}

void pf_screen_bell(struct pf_screen *s)
{
	(void)s;
	beep();
	refresh();
}

void pf_screen_repaint(struct pf_screen *s)
{
	s->fresh = true;
}

/* --- blit --------------------------------------------------------------------------- */

/* What stands in for a character that this terminal's locale has not. */
static wchar_t stand_in(uint32_t rune)
{
	if (wcwidth(PF_RUNE_BAD) == 1 && (rune < 0x2500 || rune > 0x257F))
		return PF_RUNE_BAD;
	switch (rune) {
	case 0x2500: return '-';
	case 0x2502: return '|';
	case 0x256D:
	case 0x256E:
	case 0x256F:
	case 0x2570: return '+';
	case 0x2026: return '.';
	case 0x2022:
	case 0x25CF: return '*';
	case 0x25CB: return 'o';
	case 0x2013:
	case 0x2014: return '-';
	case 0x2018:
	case 0x2019: return '\'';
	case 0x201C:
	case 0x201D: return '"';
	default: return '?';
	}
}

/* Joiners of emoji and the selectors of their look: terminals differ in the columns of what these
 * join, and where one of them disagrees with us the rest of the row is misplaced. */
static bool joins(const struct pf_cell *cell, uint32_t mark)
{
	return mark == 0xFE0E || mark == 0xFE0F || (mark == 0x200D && cell->width == 2);
}

static bool is_skin_tone(uint32_t rune)
{
	return rune >= 0x1F3FB && rune <= 0x1F3FF;
}

/* A cell as curses' characters: one, or two where a wide rune is unknown to the locale. The
 * last gate before the terminal: what the locale cannot print is not sent. */
static int convert(const struct pf_screen *s, const struct pf_cell *cell, cchar_t *out)
{
	wchar_t text[CELL_WCHAR] = {(wchar_t)cell->rune};
	bool known = wcwidth(text[0]) == cell->width && !is_skin_tone(cell->rune);
	int n = 1;

	if (!known)
		text[0] = is_skin_tone(cell->rune) ? L' ' : stand_in(cell->rune);
	for (int i = 0; known && i < PF_CELL_MARKS && cell->marks[i]; i++)
		if (wcwidth((wchar_t)cell->marks[i]) == 0 && !joins(cell, cell->marks[i]))
			text[n++] = (wchar_t)cell->marks[i];
	setcchar(&out[0], text, s->attr[cell->style], s->pair[cell->style], NULL);
	if (known || cell->width == 1)
		return 1;
	setcchar(&out[1], L" ", s->attr[cell->style], s->pair[cell->style], NULL);
	return 2;
}

static void send_row(struct pf_screen *s, const struct pf_surface *surface, int row, int begin,
		     int end, cchar_t *line)
{
	int n = 0;

	for (int col = begin; col < end; col++) {
		const struct pf_cell *cell = pf_surface_at(surface, row, col);

		if (cell->width)
			n += convert(s, cell, &line[n]);
	}
	mvadd_wchnstr(row, begin, line, n);
}

/* `surface` cut or filled up to the size of the screen. */
static void fit(struct pf_surface *out, const struct pf_surface *surface, int rows, int cols)
{
	pf_surface_init(out, rows, cols);
	for (int row = 0; row < rows && row < surface->rows; row++) {
		int n = cols < surface->cols ? cols : surface->cols;
		struct pf_cell *line = &out->cells[row * cols];

		memcpy(line, &surface->cells[row * surface->cols], (size_t)n * sizeof(*line));
		if (line[n - 1].width == 2)
			line[n - 1] = (struct pf_cell){' ', {0}, 1, line[n - 1].style};
	}
	if (surface->cursor_shown)
		pf_surface_cursor(out, surface->cursor_row, surface->cursor_col);
}

static void send_changes(struct pf_screen *s, const struct pf_surface *surface)
{
	cchar_t *line = pf_xmalloc(2 * (size_t)surface->cols * sizeof(*line));

	for (int row = 0; row < surface->rows; row++) {
		int begin = 0, end = surface->cols, at = row * surface->cols;

		if (!s->fresh && !pf_surface_diff_row(&s->shown, surface, row, &begin, &end))
			continue;
		send_row(s, surface, row, begin, end, line);
		memcpy(&s->shown.cells[at + begin], &surface->cells[at + begin],
		       (size_t)(end - begin) * sizeof(*surface->cells));
	}
	free(line);
}

void pf_screen_blit(struct pf_screen *s, const struct pf_surface *surface)
{
	struct pf_surface fitted = {0};
	int rows, cols;

	pf_screen_size(s, &rows, &cols);
	if (surface->rows != rows || surface->cols != cols) {
		fit(&fitted, surface, rows, cols);
		surface = &fitted;
	}
	if (s->shown.rows != rows || s->shown.cols != cols) {
		pf_surface_resize(&s->shown, rows, cols);
		s->fresh = true;
	}
	if (s->fresh)
		clearok(stdscr, TRUE);
	send_changes(s, surface);
	if (s->fresh || surface->cursor_shown != s->shown.cursor_shown)
		curs_set(surface->cursor_shown ? 1 : 0);
	move(surface->cursor_shown ? surface->cursor_row : rows - 1,
	     surface->cursor_shown ? surface->cursor_col : cols - 1);
	refresh();
	s->shown.cursor_shown = surface->cursor_shown;
	s->fresh = false;
	pf_surface_release(&fitted);
}

/* --- keys --------------------------------------------------------------------------- */

void pf_screen_keys(struct pf_input *in)
{
	static const struct {
		const char *name;
		uint32_t code, mods;
	} keys[] = {
		{"kcuu1", PF_KEY_UP, 0},
		{"kcud1", PF_KEY_DOWN, 0},
		{"kcub1", PF_KEY_LEFT, 0},
		{"kcuf1", PF_KEY_RIGHT, 0},
		{"khome", PF_KEY_HOME, 0},
		{"kend", PF_KEY_END, 0},
		{"kpp", PF_KEY_PGUP, 0},
		{"knp", PF_KEY_PGDN, 0},
		{"kich1", PF_KEY_INSERT, 0},
		{"kdch1", PF_KEY_DELETE, 0},
		{"kbs", PF_KEY_BACKSPACE, 0},
		{"kcbt", PF_KEY_TAB, PF_MOD_SHIFT},
		{"kent", PF_KEY_ENTER, 0},
		{"kLFT", PF_KEY_LEFT, PF_MOD_SHIFT},
		{"kRIT", PF_KEY_RIGHT, PF_MOD_SHIFT},
		{"kri", PF_KEY_UP, PF_MOD_SHIFT},
		{"kind", PF_KEY_DOWN, PF_MOD_SHIFT},
		{"kHOM", PF_KEY_HOME, PF_MOD_SHIFT},
		{"kEND", PF_KEY_END, PF_MOD_SHIFT},
		{"kDC", PF_KEY_DELETE, PF_MOD_SHIFT},
	};
	char name[8];

	for (size_t i = 0; i < sizeof(keys) / sizeof(*keys); i++) {
		const char *s = tigetstr(keys[i].name);

		if (s && s != (char *)-1)
			pf_input_add(in, s, pf_key_make(keys[i].code, keys[i].mods));
	}
	for (uint32_t i = 1; i <= 12; i++) {
		const char *s;

		snprintf(name, sizeof(name), "kf%u", (unsigned)i);
		s = tigetstr(name);
		if (s && s != (char *)-1)
			pf_input_add(in, s, pf_key_make(PF_KEY_F1 + i - 1, 0));
	}
}
