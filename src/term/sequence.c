#include "sequence.h"

#include "prfaq/base/ascii.h"
#include "prfaq/base/utf8.h"

#define ESC      0x1B
#define CSI_MAX  64 /* bytes of a sequence; what is longer is none */
#define PARAMS   4
#define MODS_MAX 16

static enum pf_sequence key(struct pf_event *event, uint32_t code, uint32_t mods)
{
	*event = pf_event_key(pf_key_make(code, mods));
	return PF_SEQ_EVENT;
}

/* --- plain bytes -------------------------------------------------------------- */

static enum pf_sequence control(unsigned char c, struct pf_event *event)
{
	switch (c) {
	case '\r':
	case '\n': return key(event, PF_KEY_ENTER, 0);
	case '\t': return key(event, PF_KEY_TAB, 0);
	case 0x7F:
	case '\b': return key(event, PF_KEY_BACKSPACE, 0);
	case ESC: return key(event, PF_KEY_ESC, 0);
	case 0: return key(event, ' ', PF_MOD_CTRL);
	default: return key(event, c <= 26 ? c + 0x60u : c + 0x40u, PF_MOD_CTRL);
	}
}

/* True when s[0..] may become a rune with the bytes to come. */
static bool may_become_rune(struct pf_slice s)
{
	unsigned char lead = (unsigned char)s.ptr[0];
	size_t need = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;

	if (s.len >= need)
		return false;
	for (size_t i = 1; i < s.len; i++)
		if (((unsigned char)s.ptr[i] & 0xC0) != 0x80)
			return false;
	return true;
}

static enum pf_sequence plain(struct pf_slice s, bool final, struct pf_event *event, size_t *used)
{
	uint32_t rune;

	if ((unsigned char)s.ptr[0] >= 0x80 && !final && may_become_rune(s)) {
		*used = 0;
		return PF_SEQ_MORE;
	}
	rune = pf_utf8_decode(s, 0, used);
	if (rune < ' ' || rune == 0x7F)
		return control((unsigned char)rune, event);
	if ((rune >= 0x80 && *used == 1) || (rune >= 0x80 && rune < 0xA0))
		return PF_SEQ_BROKEN;
	return key(event, rune, 0);
}

/* --- control sequences ------------------------------------------------------------ */

struct csi {
	char private_mark; /* one of < = > ? before the parameters, or 0 */
	char final;
	uint32_t param[PARAMS]; /* missing ones are 0 */
	uint32_t sub;           /* second part of param[1], "5:3" */
	size_t n;
};

static uint32_t mods_of(uint32_t param)
{
	uint32_t bits = param ? (param - 1) % MODS_MAX : 0;

	return (bits & 1 ? PF_MOD_SHIFT : 0u) | (bits & (2 | 8) ? PF_MOD_ALT : 0u) |
	       (bits & 4 ? PF_MOD_CTRL : 0u);
}

/* Keys written as CSI number ~ (also, by rxvt, with ^ for Ctrl and $ for Shift). */
static uint32_t tilde_key(uint32_t number)
{
	static const uint32_t codes[] = {
		[1] = PF_KEY_HOME, [2] = PF_KEY_INSERT, [3] = PF_KEY_DELETE, [4] = PF_KEY_END,
		[5] = PF_KEY_PGUP, [6] = PF_KEY_PGDN,   [7] = PF_KEY_HOME,   [8] = PF_KEY_END,
		[11] = PF_KEY_F1,  [12] = PF_KEY_F2,    [13] = PF_KEY_F3,    [14] = PF_KEY_F4,
		[15] = PF_KEY_F5,  [17] = PF_KEY_F6,    [18] = PF_KEY_F7,    [19] = PF_KEY_F8,
		[20] = PF_KEY_F9,  [21] = PF_KEY_F10,   [23] = PF_KEY_F11,   [24] = PF_KEY_F12,
	};

	return number < sizeof(codes) / sizeof(*codes) ? codes[number] : 0;
}

/* Keys written by a letter, after CSI as after SS3. */
static uint32_t letter_key(char letter)
{
	switch (letter) {
	case 'A': return PF_KEY_UP;
	case 'B': return PF_KEY_DOWN;
	case 'C': return PF_KEY_RIGHT;
	case 'D': return PF_KEY_LEFT;
	case 'H': return PF_KEY_HOME;
	case 'F': return PF_KEY_END;
	case 'P': return PF_KEY_F1;
	case 'Q': return PF_KEY_F2;
	case 'R': return PF_KEY_F3;
	case 'S': return PF_KEY_F4;
	default: return 0;
	}
}

/* A key by its character code: CSI u, and xterm's modifyOtherKeys. */
static enum pf_sequence coded_key(uint32_t code, uint32_t mods, struct pf_event *event)
{
	/* Private use: kitty's codes for keypads, locks and bare modifiers. */
	if (code > 0x10FFFF || (code >= 0xD800 && code < 0xF900) || (code >= 0x80 && code < 0xA0))
		return PF_SEQ_BROKEN;
	if (code < ' ' || code == 0x7F) {
		control((unsigned char)code, event);
		event->key.mods |= mods;
		if (event->key.code < PF_KEY_NAMED)
			event->key.mods &= ~(uint32_t)PF_MOD_SHIFT;
		return PF_SEQ_EVENT;
	}
	if (mods & PF_MOD_CTRL)
		code = pf_utf8_lower(code);
	else if (mods & PF_MOD_SHIFT && code >= 'a' && code <= 'z')
		code -= 32;
	return key(event, code, mods & ~(uint32_t)PF_MOD_SHIFT);
}

static enum pf_sequence mouse(uint32_t bits, uint32_t x, uint32_t y, bool release,
			      struct pf_event *event)
{
	struct pf_mouse m = {0};

	if (!x || !y || x > 9999 || y > 9999 || bits & 128) /* 128: the buttons beyond the wheel */
		return PF_SEQ_BROKEN;
	m.row = (int)y - 1;
	m.col = (int)x - 1;
	m.mods = (bits & 4 ? PF_MOD_SHIFT : 0u) | (bits & 8 ? PF_MOD_ALT : 0u) |
		 (bits & 16 ? PF_MOD_CTRL : 0u);
	if (bits & 64) {
		if ((bits & 3) > 1)
			return PF_SEQ_BROKEN; /* the wheel sideways */
		m.kind = bits & 1 ? PF_MOUSE_WHEEL_DOWN : PF_MOUSE_WHEEL_UP;
	} else {
		m.button = (bits & 3) == 3 ? 0 : (int)(bits & 3) + 1;
		m.kind = release || !m.button ? PF_MOUSE_RELEASE
			 : bits & 32          ? PF_MOUSE_DRAG
					      : PF_MOUSE_PRESS;
		if (bits & 32 && !m.button)
			return PF_SEQ_BROKEN; /* moved with no button down */
	}
	*event = (struct pf_event){.type = PF_EVENT_MOUSE, .mouse = m};
	return PF_SEQ_EVENT;
}

static enum pf_sequence tilde(const struct csi *c, uint32_t extra, struct pf_event *event)
{
	uint32_t code;

	if (c->param[0] == 200)
		return PF_SEQ_PASTE;
	if (c->param[0] == 27 && c->n == 3)
		return coded_key(c->param[2], mods_of(c->param[1]), event);
	code = tilde_key(c->param[0]);
	return code ? key(event, code, mods_of(c->param[1]) | extra) : PF_SEQ_UNKNOWN;
}

static enum pf_sequence meaning(const struct csi *c, struct pf_event *event)
{
	uint32_t code;

	if (c->private_mark == '<' && (c->final == 'M' || c->final == 'm') && c->n == 3)
		return mouse(c->param[0], c->param[1], c->param[2], c->final == 'm', event);
	if (c->private_mark)
		return PF_SEQ_BROKEN;
	if (c->sub == 3) /* kitty: the key went up */
		return PF_SEQ_BROKEN;
	switch (c->final) {
	case '~': return tilde(c, 0, event);
	case '^': return tilde(c, PF_MOD_CTRL, event);
	case '$': return tilde(c, PF_MOD_SHIFT, event);
	case 'u': return coded_key(c->param[0], mods_of(c->param[1]), event);
	case 'Z': return key(event, PF_KEY_TAB, PF_MOD_SHIFT);
	case 'a':
	case 'b':
	case 'c':
	case 'd': return key(event, letter_key((char)(c->final - 32)), PF_MOD_SHIFT);
	default: break;
	}
	code = letter_key(c->final);
	return code && c->param[0] <= 1 ? key(event, code, mods_of(c->param[1])) : PF_SEQ_UNKNOWN;
}

/* Numbers between begin and end into c: "1;5:3". Too large ones stay large, not wrong. */
static void read_params(struct pf_slice s, struct csi *c)
{
	uint32_t *at = &c->param[0];

	c->n = s.len ? 1 : 0;
	for (size_t i = 0; i < s.len; i++) {
		if (s.ptr[i] == ';') {
			at = c->n < PARAMS ? &c->param[c->n] : NULL;
			c->n++;
		} else if (s.ptr[i] == ':') {
			at = c->n == 2 && at == &c->param[1] ? &c->sub : NULL;
		} else if (at && *at < 1000000) {
			*at = *at * 10 + (uint32_t)(s.ptr[i] - '0');
		}
	}
}

/* ESC [ M and three bytes: the mouse of terminals that do not know SGR reports. */
static enum pf_sequence old_mouse(struct pf_slice s, bool final, struct pf_event *event,
				  size_t *used)
{
	const unsigned char *p = (const unsigned char *)s.ptr + 3;

	*used = 3;
	if (s.len < 6) {
		*used = final ? 3 : 0;
		return final ? PF_SEQ_BROKEN : PF_SEQ_MORE;
	}
	if (p[0] < 32 || p[1] < 33 || p[2] < 33)
		return PF_SEQ_BROKEN;
	*used = 6;
	return mouse(p[0] - 32u, p[1] - 32u, p[2] - 32u, false, event);
}

/* ESC [ [ A to E: F1 to F5 on the Linux console. */
static enum pf_sequence console_key(struct pf_slice s, bool final, struct pf_event *event,
				    size_t *used)
{
	if (s.len < 4) {
		*used = final ? 3 : 0;
		return final ? PF_SEQ_BROKEN : PF_SEQ_MORE;
	}
	*used = 3;
	if (s.ptr[3] < 'A' || s.ptr[3] > 'E')
		return PF_SEQ_BROKEN;
	*used = 4;
	return key(event, PF_KEY_F1 + (uint32_t)(s.ptr[3] - 'A'), 0);
}

/* Where the parameters end: the first byte from 2 on that is none of theirs. */
static size_t params_end(struct pf_slice s, size_t begin)
{
	while (begin < s.len &&
	       (pf_ascii_is_digit(s.ptr[begin]) || s.ptr[begin] == ';' || s.ptr[begin] == ':'))
		begin++;
	return begin;
}

static enum pf_sequence csi(struct pf_slice s, bool final, struct pf_event *event, size_t *used)
{
	struct csi c = {0};
	size_t begin = 2, end;

	if (s.len == 2 && final) {
		*used = 2;
		return key(event, '[', PF_MOD_ALT);
	}
	if (s.len > 2 && s.ptr[2] == '[')
		return console_key(s, final, event, used);
	if (s.len > 2 && s.ptr[2] == 'M')
		return old_mouse(s, final, event, used);
	if (s.len > 2 && s.ptr[2] >= '<' && s.ptr[2] <= '?')
		c.private_mark = s.ptr[begin++];
	end = params_end(s, begin);
	read_params(pf_slice_cut(s, begin, end), &c);
	/* Intermediate bytes; a $ that ends no private sequence is rxvt's Shift. */
	while (end < s.len && s.ptr[end] >= ' ' && s.ptr[end] < '0' &&
	       !(s.ptr[end] == '$' && !c.private_mark))
		end++;
	*used = end;
	if (end > CSI_MAX)
		return PF_SEQ_BROKEN;
	if (end == s.len) {
		*used = final ? end : 0;
		return final ? PF_SEQ_BROKEN : PF_SEQ_MORE;
	}
	c.final = s.ptr[end];
	if (c.final != '$' && (c.final < '@' || c.final > '~'))
		return PF_SEQ_BROKEN; /* the byte that cannot be begins anew */
	*used = end + 1;
	return meaning(&c, event);
}

/* ESC O: function keys and keypads. */
static enum pf_sequence ss3(struct pf_slice s, bool final, struct pf_event *event, size_t *used)
{
	static const char pad[] = "*+,-./0123456789";
	char c;

	*used = 2;
	if (s.len == 2) {
		*used = final ? 2 : 0;
		return final ? key(event, 'O', PF_MOD_ALT) : PF_SEQ_MORE;
	}
	c = s.ptr[2];
	*used = 3;
	if (letter_key(c))
		return key(event, letter_key(c), 0);
	if (c >= 'a' && c <= 'd')
		return key(event, letter_key((char)(c - 32)), PF_MOD_CTRL);
	if (c == 'M')
		return key(event, PF_KEY_ENTER, 0);
	if (c >= 'j' && c <= 'y')
		return key(event, (uint32_t)pad[c - 'j'], 0);
	*used = 2;
	return key(event, 'O', PF_MOD_ALT);
}

/* ESC before something else: that with Alt. Before nothing that makes sense: the key Esc. */
static enum pf_sequence alt(struct pf_slice s, bool final, struct pf_event *event, size_t *used)
{
	enum pf_sequence got;
	struct pf_slice rest = pf_slice_cut(s, 1, s.len);
	bool twice = rest.ptr[0] == ESC;

	if (twice && rest.len == 1) {
		*used = final ? 1 : 0; /* Esc twice, or Alt and a key that is a sequence */
		return final ? key(event, PF_KEY_ESC, 0) : PF_SEQ_MORE;
	}
	got = twice && (rest.ptr[1] != '[' && rest.ptr[1] != 'O')
		      ? PF_SEQ_BROKEN
		      : pf_sequence_read(rest, final, event, used);
	if (got == PF_SEQ_MORE)
		return got;
	if (got != PF_SEQ_EVENT || event->type != PF_EVENT_KEY || (twice && *used < 3)) {
		*used = 1;
		return key(event, PF_KEY_ESC, 0);
	}
	event->key.mods |= PF_MOD_ALT;
	++*used;
	return PF_SEQ_EVENT;
}

enum pf_sequence pf_sequence_read(struct pf_slice s, bool final, struct pf_event *event,
				  size_t *used)
{
	if (s.ptr[0] != ESC)
		return plain(s, final, event, used);
	if (s.len == 1) {
		*used = final ? 1 : 0;
		return final ? key(event, PF_KEY_ESC, 0) : PF_SEQ_MORE;
	}
	if (s.ptr[1] == '[')
		return csi(s, final, event, used);
	if (s.ptr[1] == 'O')
		return ss3(s, final, event, used);
	return alt(s, final, event, used);
}
