/* A draft that someone set in a fence: "```" around all of it, or around each paragraph. What is
 * written there is prose, and is read as if the fences were not. */
#include <string.h>

#include "prfaq/base/mem.h"
#include "reader.h"

struct fence {
	struct pf_range line; /* that opens it, without "\n" */
	struct pf_range body;
	struct pf_range close; /* the line that closes it; empty at the end of the text */
	bool prose;            /* no language is named, and it does not look like one */
	bool markdown;         /* the prose is set out: headings, lists, bold words */
};

/* Signs of the run of "`" or "~" that opens or closes a fence on the line; 0 for none. */
static size_t run_length(struct pf_slice line, size_t *at)
{
	size_t n = 0;

	*at = 0;
	while (*at < line.len && *at < 3 && line.ptr[*at] == ' ')
		++*at;
	while (*at + n < line.len && (line.ptr[*at] == '`' || line.ptr[*at] == '~') &&
	       line.ptr[*at + n] == line.ptr[*at])
		n++;
	return n >= 3 ? n : 0;
}

static struct pf_slice info_of(struct pf_slice line)
{
	size_t at, n = run_length(line, &at);

	return pf_slice_trim(pf_slice_cut(line, at + n, line.len));
}

static bool closes(struct pf_slice line, char sign, size_t least)
{
	size_t at, n = run_length(line, &at);

	return n >= least && line.ptr[at] == sign && !info_of(line).len;
}

/* Nothing behind the fence, a name for text, or a title between "~~~" and "~~~": no language. */
static bool names_prose(struct pf_slice info)
{
	static const char *const names[] = {"md", "markdown", "text", "txt", "plain", "plaintext"};

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (pf_slice_equal_nocase(info, pf_slice_of(names[i])))
			return true;
	return !info.len || info.ptr[info.len - 1] == '~';
}

#define CODE_SIGNS 60u /* one of them in so many bytes is code already */

static bool reads_as_prose(struct pf_slice body)
{
	size_t signs = 0;

	for (size_t i = 0; i < body.len; i++)
		signs += body.ptr[i] && strchr("{};=<\\", body.ptr[i]) &&
			 (!i || body.ptr[i - 1] != body.ptr[i]); /* "=====" underlines */
	return signs * CODE_SIGNS <= body.len;
}

static bool has_markdown(struct pf_slice body)
{
	static const char *const marks[] = {"**", "\n#", "\n- ", "\n* ", "\n|"};

	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++)
		if (pf_slice_find(body, pf_slice_of(marks[i])) < body.len)
			return true;
	return body.len && body.ptr[0] == '#';
}

static size_t count_words(struct pf_slice s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.len; i++)
		n += s.ptr[i] > ' ' && (!i || s.ptr[i - 1] <= ' ');
	return n;
}

static uint32_t line_stop(struct pf_slice text, uint32_t at)
{
	const char *nl = memchr(text.ptr + at, '\n', text.len - at);

	return nl ? (uint32_t)(nl - text.ptr) : (uint32_t)text.len;
}

/* Reads on from the line that opens a fence to the one that closes it, or to the end. */
static struct fence read_fence(struct pf_slice text, struct pf_range opens)
{
	uint32_t stop, end = (uint32_t)text.len;
	struct fence f = {.line = opens, .body = {opens.end, end}, .close = {end, end}};
	struct pf_slice line = pf_slice_range(text, opens);
	size_t from, run = run_length(line, &from);

	f.body.begin += opens.end < end;
	for (uint32_t at = f.body.begin; at < end; at = stop + 1) {
		stop = line_stop(text, at);
		if (!closes(pf_slice_cut(text, at, stop), line.ptr[from], run))
			continue;
		f.body.end = at;
		f.close = (struct pf_range){at, stop};
		break;
	}
	f.prose = names_prose(info_of(line)) && reads_as_prose(pf_slice_range(text, f.body));
	f.markdown = has_markdown(pf_slice_range(text, f.body));
	return f;
}

/* The first fence from `at` on. False when there is none. */
static bool next_fence(struct pf_slice text, uint32_t at, struct fence *f)
{
	for (uint32_t stop; at < text.len; at = stop + 1) {
		struct pf_slice line, info;
		size_t from;

		stop = line_stop(text, at);
		line = pf_slice_cut(text, at, stop);
		if (!run_length(line, &from))
			continue;
		info = info_of(line);
		if (line.ptr[from] == '`' && memchr(info.ptr, '`', info.len))
			continue; /* a code span */
		*f = read_fence(text, (struct pf_range){at, stop});
		return true;
	}
	return false;
}

static void blank(char *text, struct pf_range r)
{
	memset(text + r.begin, ' ', r.end - r.begin);
}

/* The signs of the fence go, and what it was called; a title stays. */
static void open_up(char *copy, const struct fence *f)
{
	struct pf_slice line = pf_slice_make(copy + f->line.begin, f->line.end - f->line.begin);
	struct pf_slice info = info_of(line);

	if (!info.len || info.ptr[info.len - 1] != '~') {
		blank(copy, f->line);
	} else {
		for (uint32_t i = f->line.begin; i < f->line.end; i++)
			if (copy[i] == '~')
				copy[i] = ' ';
	}
	blank(copy, f->close);
}

/* One fence holds the draft, or each of many a paragraph of it. Pages of their own in many fences
 * are samples, prompts, posts. */
static bool is_draft(const struct fence *f, size_t fences)
{
	return f->prose && (fences == 1 || !f->markdown);
}

#define PROSE_TIMES 2u /* so many times the words outside are the draft itself */
#define PROSE_LEAST 40u

char *pf_doc_unfence(struct pf_slice text)
{
	size_t fences = 0, inside = 0, all;
	struct fence f;
	char *copy;

	if (pf_slice_find(text, PF_SLICE("```")) == text.len &&
	    pf_slice_find(text, PF_SLICE("~~~")) == text.len)
		return NULL;
	for (uint32_t at = 0; next_fence(text, at, &f); at = f.close.end)
		fences++;
	for (uint32_t at = 0; next_fence(text, at, &f); at = f.close.end)
		if (is_draft(&f, fences))
			inside += count_words(pf_slice_range(text, f.body));
	all = inside < PROSE_LEAST ? 0 : count_words(text);
	if (!all || inside < (all - inside) * PROSE_TIMES)
		return NULL;
	copy = pf_xslicedup(text);
	for (uint32_t at = 0; next_fence(text, at, &f); at = f.close.end)
		if (is_draft(&f, fences))
			open_up(copy, &f);
	return copy;
}
