/* Words the candidate wrote. What the skeleton brought is nobody's. */
#include <stdlib.h>
#include <string.h>

#include "impl.h"
#include "prfaq/base/mem.h"
#include "prfaq/edit/editor.h"

/* Where the "[guidance]" that begins at `at` ends, or `at`: none begins there. */
static size_t guidance_end(struct pf_slice line, size_t at)
{
	size_t end = at;

	if (line.ptr[at] != '[')
		return at;
	while (end < line.len && line.ptr[end] != ']')
		end++;
	return end < line.len ? end + 1 : at;
}

static uint32_t words_of_line(struct pf_slice line)
{
	size_t begin = 0, end;
	uint32_t n = 0;

	for (size_t i = 0; i < line.len; i++) {
		end = guidance_end(line, i);
		if (end == i)
			continue;
		n += pf_edit_words(pf_slice_cut(line, begin, i));
		begin = end;
		i = end - 1;
	}
	return n + pf_edit_words(pf_slice_cut(line, begin, line.len));
}

static void split(struct pf_lines *lines, const char *skeleton)
{
	struct pf_slice rest = pf_slice_of(skeleton), line;

	while (pf_slice_line(&rest, &line))
		if (line.len)
			*PF_PUSH(lines) = line;
}

void pf_words_prepare(struct pf_interview *iv)
{
	split(&iv->skeleton_lines, iv->fold->skeleton);
}

/* Lengths first: this is done for every line at every key. */
static bool is_skeletons(const struct pf_lines *lines, struct pf_slice line)
{
	for (size_t i = 0; i < lines->n; i++)
		if (lines->v[i].len == line.len && pf_slice_equal(lines->v[i], line))
			return true;
	return false;
}

static uint32_t written(const struct pf_lines *lines, struct pf_slice text)
{
	struct pf_slice line;
	uint32_t n = 0;

	while (pf_slice_line(&text, &line))
		if (line.len && !is_skeletons(lines, line))
			n += words_of_line(line);
	return n;
}

static void blank(struct pf_buf *out, size_t from, struct pf_slice text, struct pf_slice what)
{
	memset(out->ptr + from + (size_t)(what.ptr - text.ptr), ' ', what.len);
}

/* The next "[guidance]" of the line that the skeleton has, from *at on, which moves behind it. */
static bool next_guidance(const struct pf_interview *iv, struct pf_slice line, size_t *at,
			  struct pf_slice *guidance)
{
	struct pf_slice skeleton = pf_slice_of(iv->fold->skeleton);

	while (*at < line.len) {
		size_t begin = *at, end = guidance_end(line, begin);

		*guidance = pf_slice_cut(line, begin, end);
		*at = end > begin ? end : begin + 1;
		if (end > begin && pf_slice_find(skeleton, *guidance) < skeleton.len)
			return true;
	}
	return false;
}

/* Blanks for each "[guidance]" of the line; true when there was one. */
static bool mask_guidance(const struct pf_interview *iv, struct pf_buf *out, size_t from,
			  struct pf_slice text, struct pf_slice line)
{
	struct pf_slice guidance;
	size_t at = 0;
	bool any = false;

	for (; next_guidance(iv, line, &at, &guidance); any = true)
		blank(out, from, text, guidance);
	return any;
}

size_t pf_words_left(const struct pf_interview *iv, struct pf_slice text, struct pf_slice *first)
{
	struct pf_slice line, guidance;
	size_t n = 0;

	while (pf_slice_line(&text, &line))
		for (size_t at = 0; next_guidance(iv, line, &at, &guidance);)
			if (!n++)
				*first = guidance;
	return n;
}

/* A whole line of it, "A: [The peak]", goes with its label, and the head of a table with its last
 * row: an empty question or a metric without a name is nobody's either. */
bool pf_words_mask(const struct pf_interview *iv, struct pf_slice text, struct pf_buf *out)
{
	struct pf_slice rest = text, line;
	struct pf_lines lines = {0};
	size_t from = out->len;
	bool any = false, rows_gone = true;

	pf_buf_slice(out, text);
	while (pf_slice_line(&rest, &line))
		*PF_PUSH(&lines) = line;
	while (lines.n > 0) {
		bool guided, whole, row;

		line = lines.v[--lines.n];
		guided = mask_guidance(iv, out, from, text, line);
		whole = is_skeletons(&iv->skeleton_lines, line);
		row = pf_slice_starts(line, "|");
		if (whole && (guided || (row && rows_gone)))
			blank(out, from, text, line);
		any |= guided;
		rows_gone = !row || (whole && (guided || rows_gone));
	}
	free(lines.v);
	return any;
}

uint32_t pf_words_written(const struct pf_interview *iv, struct pf_slice text)
{
	return written(&iv->skeleton_lines, text);
}

uint32_t pf_fold_words(const struct pf_fold *fold)
{
	struct pf_lines lines = {0};
	uint32_t n;

	split(&lines, fold->skeleton);
	n = written(&lines, pf_fold_text(fold, PF_PANE_DRAFT));
	free(lines.v);
	return n;
}

/* The whole lines of a part: a cut one would not be known for the skeleton's. */
static struct pf_slice lines_of(struct pf_slice text, struct pf_range range)
{
	size_t begin = range.begin, end = range.end;

	while (begin > 0 && text.ptr[begin - 1] != '\n')
		begin--;
	while (end > begin && end < text.len && text.ptr[end - 1] != '\n')
		end++;
	return pf_slice_cut(text, begin, end);
}

bool pf_interview_words_in(const struct pf_interview *iv, enum pf_part_id id, uint32_t *words)
{
	const struct pf_part *part = iv->checked ? pf_parts_get(&iv->check.parts, id) : NULL;

	*words = part ? iv->part_words[id] : 0;
	return part != NULL;
}

void pf_words_count_parts(struct pf_interview *iv)
{
	const struct pf_parts *parts = &iv->check.parts;
	struct pf_slice draft = pf_fold_text(iv->fold, PF_PANE_DRAFT);

	memset(iv->part_words, 0, sizeof(iv->part_words));
	for (size_t i = 0; i < parts->parts.n; i++)
		iv->part_words[parts->parts.v[i].id] +=
			pf_words_written(iv, lines_of(draft, parts->parts.v[i].body));
}
