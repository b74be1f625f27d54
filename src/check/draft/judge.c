#include "judge.h"

#include <stdarg.h>
#include <string.h>

#include "prfaq/base/bound.h"
#include "prfaq/base/mem.h"
#include "prfaq/base/utf8.h"

#include "print.h"

double pf_ramp(double x, double none, double full)
{
	double t;

	if (none == full)
		return x >= full ? 1 : 0;
	t = (x - none) / (full - none);
	return t <= 0 ? 0 : t > 1 ? 1 : t; /* never a negative zero */
}

/* Cuts to whole words where there are any, else to whole runes: a message must stay valid UTF-8. */
static void copy_cut(char *out, size_t size, const char *text, size_t len, bool to_words)
{
	size_t n = size - sizeof("..."), word = n;

	if (len < size) {
		memcpy(out, text, len + 1);
		return;
	}
	while (word && text[word] != ' ')
		word--;
	if (to_words && word)
		n = word;
	while (n && ((unsigned char)text[n] & 0xC0) == 0x80)
		n--;
	memcpy(out, text, n);
	memcpy(out + n, "...", 4);
}

static void print_cut(char *out, size_t size, const char *fmt, va_list args) PF_PRINTF(3, 0);

static void print_cut(char *out, size_t size, const char *fmt, va_list args)
{
	char full[512];
	size_t len = pf_print_line(full, sizeof(full), fmt, args);

	copy_cut(out, size, full, len, false);
}

static void print_reason(struct pf_judgement *j, const char *fmt, va_list args) PF_PRINTF(2, 0);

static void print_reason(struct pf_judgement *j, const char *fmt, va_list args)
{
	if (j->outcome != PF_OUTCOME_PASS || !j->silent)
		print_cut(j->reason, sizeof(j->reason), fmt, args);
}

void pf_judge_credit(struct pf_judgement *j, double credit, struct pf_range span, const char *fmt,
		     ...)
{
	va_list args;

	j->credit = credit < 0 ? 0 : credit > 1 ? 1 : credit;
	if (j->credit > 0.9999)
		j->credit = 1;
	j->outcome = j->credit >= 1  ? PF_OUTCOME_PASS
		     : j->credit > 0 ? PF_OUTCOME_PARTIAL
				     : PF_OUTCOME_FAIL;
	j->span = span;
	va_start(args, fmt);
	print_reason(j, fmt, args);
	va_end(args);
}

void pf_judge_pass(struct pf_judgement *j, struct pf_range span, const char *fmt, ...)
{
	va_list args;

	j->outcome = PF_OUTCOME_PASS;
	j->credit = 1;
	j->span = span;
	va_start(args, fmt);
	print_reason(j, fmt, args);
	va_end(args);
}

void pf_judge_skip(struct pf_judgement *j, const char *why)
{
	j->outcome = PF_OUTCOME_NOT_APPLICABLE;
	j->credit = 0;
	j->n_places = 0;
	copy_cut(j->reason, sizeof(j->reason), why, strlen(why), false);
}

void pf_judge_owe(struct pf_judgement *j, const char *why)
{
	pf_judge_skip(j, why);
	j->owed = true;
}

void pf_judge_next(struct pf_judgement *j, const char *fmt, ...)
{
	va_list args;

	if (j->silent)
		return;
	va_start(args, fmt);
	print_cut(j->next, sizeof(j->next), fmt, args);
	va_end(args);
}

struct pf_place_found *pf_judge_place(struct pf_judgement *j, struct pf_range span)
{
	struct pf_place_found *place;

	if (j->n_places == PF_RULE_PLACES)
		return NULL;
	if (!j->places) /* most rules pass: 111 times eight places would be pages for nothing */
		j->places = pf_xmalloc(PF_RULE_PLACES * sizeof(*j->places));
	place = &j->places[j->n_places++];
	memset(place, 0, sizeof(*place));
	place->span = span;
	return place;
}

struct pf_place_found *pf_judge_miss(struct pf_judgement *j, struct pf_range span,
				     const char *value, const char *what)
{
	struct pf_place_found *place = pf_judge_place(j, span);

	if (place) {
		copy_cut(place->value, sizeof(place->value), value, strlen(value), true);
		copy_cut(place->what, sizeof(place->what), what, strlen(what), true);
	}
	return place;
}

struct pf_place_found *pf_judge_point(const struct pf_view *view, struct pf_judgement *j,
				      struct pf_range span, const char *what)
{
	struct pf_place_found *place = pf_judge_place(j, span);

	if (place) {
		pf_view_words(view, span, place->value, sizeof(place->value));
		copy_cut(place->what, sizeof(place->what), what, strlen(what), true);
	}
	return place;
}

/* A blank line, or a line that begins with a mark: what follows is another block. */
static bool block_ends(struct pf_slice text, size_t newline)
{
	size_t i = newline + 1;

	return i >= text.len || strchr("\r\n#|>", text.ptr[i]) != NULL ||
	       (strchr("-*+", text.ptr[i]) && i + 1 < text.len && text.ptr[i + 1] == ' ');
}

/* Takes over what is printable ASCII up to `end`, blanks made one, which nearly all bytes are.
 * Returns where it stopped; *n: bytes of out. */
static size_t copy_plain(struct pf_slice s, size_t off, size_t end, char *out, size_t *n,
			 size_t size)
{
	for (; off < end && *n + 5 <= size; off++) {
		char c = s.ptr[off];

		if (c < ' ' || c > '~' || c == '"')
			break;
		if (c != ' ' || (*n && out[*n - 1] != ' '))
			out[(*n)++] = c;
	}
	return off;
}

void pf_view_words(const struct pf_view *view, struct pf_range range, char *out, size_t size)
{
	struct pf_slice s = pf_slice_cut(view->text, 0, range.end);
	size_t n = 0, off = range.begin, n_masks, m, len;
	const struct pf_mask *masks = pf_doc_masks(view->doc, &n_masks);
	bool cut = false;

	for (m = PF_LOWER_BOUND(masks, n_masks, end, range.begin + 1); off < s.len; off += len) {
		uint32_t rune;
		char bytes[4];
		size_t w;

		while (m < n_masks && masks[m].end <= off)
			m++;
		off = copy_plain(s, off,
				 m < n_masks && masks[m].begin < s.len ? masks[m].begin : s.len,
				 out, &n, size);
		if (off == s.len)
			break;
		rune = pf_utf8_decode(s, off, &len);
		if (m < n_masks && masks[m].begin <= off && masks[m].kind == PF_MASK_MARKUP &&
		    rune != '|' && rune != '\n')
			continue;
		cut = rune == '\n' && n && block_ends(s, off);
		if (rune < 0x20 || pf_utf8_is_hostile(rune))
			rune = rune == '\n' || rune == '\t' || rune == '\r' ? ' ' : PF_RUNE_BAD;
		else if (rune == '"' || rune == 0x201C || rune == 0x201D)
			rune = '\''; /* a quote in the quotes of the message */
		w = pf_utf8_encode(rune, bytes);
		cut = cut || n + w + 4 > size;
		if (cut)
			break;
		if (rune != ' ' || (n && out[n - 1] != ' ')) {
			memcpy(out + n, bytes, w);
			n += w;
		}
	}
	while (n && out[n - 1] == ' ')
		n--;
	if (cut && pf_slice_trim(pf_slice_cut(s, off, s.len)).len) {
		memcpy(out + n, "...", 3);
		n += 3;
	}
	out[n] = '\0';
}
