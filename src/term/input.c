#include "prfaq/term/input.h"

#include <string.h>

#include "prfaq/base/mem.h"
#include "sequence.h"

#define SEQUENCE_MAX 31

struct known {
	char bytes[SEQUENCE_MAX + 1];
	size_t len;
	struct pf_key key;
};

struct pf_input {
	struct pf_buf bytes; /* [at, len) is not read yet */
	size_t at;
	bool final; /* nothing more comes for what is there now */
	bool pasting;
	struct pf_buf paste;
	struct known *v; /* from terminfo */
	size_t n, cap;
};

struct pf_input *pf_input_new(void)
{
	return pf_xcalloc(1, sizeof(struct pf_input));
}

void pf_input_free(struct pf_input *in)
{
	if (!in)
		return;
	pf_buf_release(&in->bytes);
	pf_buf_release(&in->paste);
	free(in->v);
	free(in);
}

void pf_input_add(struct pf_input *in, const char *sequence, struct pf_key key)
{
	struct known known = {.len = strlen(sequence), .key = key};

	if (!known.len || known.len > SEQUENCE_MAX || (unsigned char)sequence[0] >= ' ')
		return;
	memcpy(known.bytes, sequence, known.len);
	*PF_PUSH(in) = known;
}

void pf_input_feed(struct pf_input *in, struct pf_slice bytes)
{
	if (in->at) {
		pf_buf_splice(&in->bytes, 0, in->at, PF_SLICE(""));
		in->at = 0;
	}
	pf_buf_slice(&in->bytes, bytes);
	in->final = false;
}

static struct pf_slice unread(const struct pf_input *in)
{
	return pf_slice_cut(pf_buf_view(&in->bytes), in->at, in->bytes.len);
}

/* --- paste ------------------------------------------------------------------- */

static const char end_mark[] = "\x1b[201~";
#define END_MARK_LEN (sizeof(end_mark) - 1)

/* Offset of the end mark, or of what may be its beginning at the end of `s`, or s.len. */
static size_t find_end_mark(struct pf_slice s)
{
	const char *p = s.ptr, *end = s.ptr + s.len;

	while (p < end && (p = memchr(p, end_mark[0], (size_t)(end - p)))) {
		size_t left = (size_t)(end - p);

		if (memcmp(p, end_mark, left < END_MARK_LEN ? left : END_MARK_LEN) == 0)
			return (size_t)(p - s.ptr);
		p++;
	}
	return s.len;
}

static bool next_pasted(struct pf_input *in, struct pf_event *out)
{
	struct pf_slice s = unread(in);
	size_t n = find_end_mark(s), room = PF_INPUT_PASTE_MAX - in->paste.len;

	pf_buf_add(&in->paste, s.ptr, n < room ? n : room);
	in->at += n;
	if (s.len - n >= END_MARK_LEN)
		in->at += END_MARK_LEN;
	else if (in->final)
		in->at = in->bytes.len; /* half an end mark is no text either */
	else
		return false;
	in->pasting = false;
	*out = (struct pf_event){.type = PF_EVENT_PASTE, .bytes = in->paste};
	in->paste = (struct pf_buf){0};
	return true;
}

/* --- keys ---------------------------------------------------------------------- */

/* The longest sequence of terminfo that `s` begins with; *more when a longer one may come. */
static const struct known *find_known(const struct pf_input *in, struct pf_slice s, bool *more)
{
	const struct known *best = NULL;

	*more = false;
	for (size_t i = 0; i < in->n; i++) {
		const struct known *k = &in->v[i];
		size_t n = k->len < s.len ? k->len : s.len;

		if (memcmp(k->bytes, s.ptr, n) != 0)
			continue;
		if (k->len > s.len)
			*more = true;
		else if (!best || k->len > best->len)
			best = k;
	}
	return best;
}

/* What the decoder could not name, terminfo may know. */
static enum pf_sequence ask_terminfo(const struct pf_input *in, struct pf_slice s,
				     struct pf_event *event, size_t *used)
{
	bool more;
	const struct known *known = find_known(in, s, &more);

	if (more && !in->final)
		return PF_SEQ_MORE;
	if (!known)
		return PF_SEQ_BROKEN;
	*event = pf_event_key(known->key);
	*used = known->len;
	return PF_SEQ_EVENT;
}

bool pf_input_next(struct pf_input *in, struct pf_event *out)
{
	*out = (struct pf_event){0};
	if (in->pasting && (in->final || in->at < in->bytes.len))
		return next_pasted(in, out);
	while (in->at < in->bytes.len) {
		struct pf_slice s = unread(in);
		enum pf_sequence got;
		size_t used = 0;

		got = pf_sequence_read(s, in->final, out, &used);
		if (got == PF_SEQ_UNKNOWN)
			got = ask_terminfo(in, s, out, &used);
		if (got == PF_SEQ_MORE)
			return false;
		in->at += used;
		if (got == PF_SEQ_EVENT)
			return true;
		in->pasting = got == PF_SEQ_PASTE;
		if (in->pasting)
			return pf_input_next(in, out);
		*out = (struct pf_event){0};
	}
	return false;
}

bool pf_input_waiting(const struct pf_input *in)
{
	return !in->pasting && !in->final && in->at < in->bytes.len;
}

bool pf_input_pasting(const struct pf_input *in)
{
	return in->pasting;
}

void pf_input_flush(struct pf_input *in)
{
	in->final = true;
}
