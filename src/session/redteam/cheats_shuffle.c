/* Cheats: every word of a good page, in another order. */
#include <assert.h>
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "cheats.h"
#include "prfaq/base/mem.h"

bool pf_cheat_shuffled_words(struct pf_breeding *b)
{
	struct pf_slice rest = b->draft.text, line;
	struct pf_slices sentences = {0}, words = {0};

	while (pf_slice_line(&rest, &line)) {
		if (!pf_breed_is_prose(line)) {
			pf_buf_slice(b->out, line);
			pf_buf_byte(b->out, '\n');
			continue;
		}
		pf_slices_split(line, ".!?", &sentences);
		for (size_t s = 0; s < sentences.n; s++) {
			pf_slices_split(sentences.v[s], "", &words);
			pf_slices_shuffle(b, &words);
			for (size_t i = 0; i < words.n; i++) {
				pf_buf_slice(b->out, words.v[i]);
				pf_buf_byte(b->out, ' ');
			}
		}
		pf_buf_byte(b->out, '\n');
	}
	free(sentences.v);
	free(words.v);
	return true;
}

/* What stands between commas changes places inside its line. */
bool pf_cheat_shuffled_clauses(struct pf_breeding *b)
{
	struct pf_slice rest = b->draft.text, line;
	struct pf_slices sentences = {0}, clauses = {0};

	while (pf_slice_line(&rest, &line)) {
		if (!pf_breed_is_prose(line) || *line.ptr == '|') {
			pf_buf_slice(b->out, line);
			pf_buf_byte(b->out, '\n');
			continue;
		}
		pf_slices_split(line, ".!?", &sentences);
		for (size_t s = 0; s < sentences.n; s++) {
			struct pf_slice all = sentences.v[s];

			all.len -= all.ptr[all.len - 1] == '.';
			pf_slices_split(all, ",;:", &clauses);
			pf_slices_shuffle(b, &clauses);
			for (size_t i = 0; i < clauses.n; i++)
				pf_buf_printf(b->out, "%.*s%s", PF_SLICE_ARG(clauses.v[i]),
					      i + 1 < clauses.n ? " " : ". ");
		}
		pf_buf_byte(b->out, '\n');
	}
	free(sentences.v);
	free(clauses.v);
	return true;
}

/* Headings stay; every other line gets as many sentences as it had, of any other. */
bool pf_cheat_shuffled_sentences(struct pf_breeding *b)
{
	struct pf_slice rest = b->draft.text, line;
	struct pf_slices all = {0}, some = {0};
	size_t at = 0;

	while (pf_slice_line(&rest, &line)) {
		if (!pf_breed_is_prose(line))
			continue;
		pf_slices_split(line, ".!?", &some);
		for (size_t i = 0; i < some.n; i++)
			*PF_PUSH(&all) = some.v[i];
	}
	pf_slices_shuffle(b, &all);
	rest = b->draft.text;
	while (pf_slice_line(&rest, &line)) {
		some.n = 0;
		if (pf_breed_is_prose(line))
			pf_slices_split(line, ".!?", &some);
		else
			pf_buf_slice(b->out, line);
		for (size_t i = 0; i < some.n; i++) {
			pf_buf_slice(b->out, all.v[at++]);
			pf_buf_byte(b->out, i + 1 < some.n ? ' ' : '\n');
		}
		pf_buf_byte(b->out, '\n');
	}
	free(all.v);
	free(some.v);
	return true;
}

bool pf_cheat_flowing_sentences(struct pf_breeding *b)
{
	struct pf_slices all = {0};

	pf_slices_split(b->draft.text, ".!?", &all);
	pf_slices_shuffle(b, &all);
	for (size_t i = 0; i < all.n; i++) {
		pf_buf_slice(b->out, all.v[i]);
		pf_buf_byte(b->out, ' ');
	}
	free(all.v);
	return true;
}

/* What a line is marked with: "- ", "A: ". */
static size_t mark_of(struct pf_slice line)
{
	return pf_slice_starts(line, "- ") ? 2 : pf_slice_starts(line, "A: ") ? 3 : 0;
}

/* A line whose sentences may be exchanged: no heading, no row, no question. */
static bool is_loose(struct pf_slice line)
{
	return pf_breed_is_prose(line) && *line.ptr != '|' && !pf_slice_starts(line, "**Q");
}

static void deal(struct pf_breeding *b, struct pf_slice section, struct pf_slices *all)
{
	struct pf_slice rest = section, line;
	struct pf_slices some = {0};
	size_t at = 0;

	while (pf_slice_line(&rest, &line)) {
		size_t mark = mark_of(line);

		if (!is_loose(line)) {
			pf_buf_slice(b->out, line);
			pf_buf_byte(b->out, '\n');
			continue;
		}
		pf_slices_split(pf_slice_cut(line, mark, line.len), ".!?", &some);
		pf_buf_slice(b->out, pf_slice_cut(line, 0, mark));
		assert(at + some.n <= all->n); /* it was split from the same lines */
		for (size_t i = 0; i < some.n; i++) {
			pf_buf_slice(b->out, all->v[at++]);
			pf_buf_byte(b->out, i + 1 < some.n ? ' ' : '\n');
		}
	}
	free(some.v);
}

static void gather(struct pf_slice section, struct pf_slices *out)
{
	struct pf_slice line;
	struct pf_slices some = {0};

	out->n = 0;
	while (pf_slice_line(&section, &line)) {
		size_t mark = mark_of(line);

		if (!is_loose(line))
			continue;
		pf_slices_split(pf_slice_cut(line, mark, line.len), ".!?", &some);
		for (size_t i = 0; i < some.n; i++)
			*PF_PUSH(out) = some.v[i];
	}
	free(some.v);
}

/* Headings, tables and questions stay; sentences change places inside their section. */
bool pf_cheat_shuffled_sections(struct pf_breeding *b)
{
	struct pf_slice rest = b->draft.text;
	struct pf_slices all = {0};

	while (rest.len) {
		size_t end = 1 + pf_slice_find(pf_slice_cut(rest, 1, rest.len), PF_SLICE("\n#"));
		struct pf_slice section = pf_slice_cut(rest, 0, end);

		gather(section, &all);
		pf_slices_shuffle(b, &all);
		deal(b, section, &all);
		rest = pf_slice_cut(rest, end, rest.len);
	}
	free(all.v);
	return true;
}

/* They stay, and the sentences between them are told from the last to the first. */
bool pf_cheat_backwards(struct pf_breeding *b)
{
	struct pf_slices all = {0};

	gather(b->draft.text, &all);
	for (size_t i = 0; i < all.n / 2; i++) {
		struct pf_slice t = all.v[i];

		all.v[i] = all.v[all.n - 1 - i];
		all.v[all.n - 1 - i] = t;
	}
	deal(b, b->draft.text, &all);
	free(all.v);
	return true;
}

/* Headings and marks gone, sentences and rows in any order, four a paragraph. */
bool pf_cheat_bare_sentences(struct pf_breeding *b)
{
	const struct pf_tokens *tokens = pf_doc_tokens(b->read->doc);
	struct pf_slices all = {0};

	for (size_t i = 0; i < tokens->sentences.n; i++) {
		const struct pf_sentence *s = &tokens->sentences.v[i];

		if (s->words >= 4)
			*PF_PUSH(&all) = pf_slice_cut(b->draft.text, s->begin, s->end);
	}
	pf_slices_shuffle(b, &all);
	for (size_t i = 0; i < all.n; i++) {
		bool ends = strchr(".!?", all.v[i].ptr[all.v[i].len - 1]);

		pf_buf_printf(b->out, "%.*s%s%s", PF_SLICE_ARG(all.v[i]), ends ? "" : ".",
			      i % 4 == 3 ? "\n\n" : " ");
	}
	free(all.v);
	return true;
}

/* The first and the last letter of each word stay: "the tnaent pyas". */
bool pf_cheat_shuffled_letters(struct pf_breeding *b)
{
	size_t from = 0, n = b->draft.text.len;

	pf_buf_slice(b->out, b->draft.text);
	for (size_t i = 0; i <= n; i++) {
		if (i < n && isalpha((unsigned char)b->out->ptr[i]))
			continue;
		/* Those between: [from + 1, i - 1). */
		for (size_t k = i - 1; i > from + 3 && k > from + 2; k--) {
			char *a = &b->out->ptr[from + 1 + pf_breed_below(b, k - from - 1)];
			char *z = &b->out->ptr[k - 1], c = *a;

			*a = *z;
			*z = c;
		}
		from = i + 1;
	}
	return true;
}
