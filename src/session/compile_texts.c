/*
 * compile_texts ROOT OUT - writes the runs of ROOT/prompts and of the skeletons in ROOT/templates
 * as C constants into the file OUT. Run by the build; prfaq/session/shipped_texts.h says what for.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "prfaq/bank/bank.h"
#include "prfaq/bank/model.h"
#include "prfaq/bank/skeleton.h"
#include "prfaq/base/mem.h"
#include "prfaq/text/shingles.h"

struct table {
	struct pf_known_run *v;
	size_t n, cap;
};

static void keep(struct table *table, const struct pf_shingles *runs, uint32_t text)
{
	for (size_t i = 0; i < runs->n; i++)
		if (pf_known_kept(runs->v[i].hash))
			*PF_PUSH(table) =
				(struct pf_known_run){pf_known_key(runs->v[i].hash), text};
}

static void add(struct pf_slice text, uint32_t bit, struct table *runs, struct table *bones)
{
	struct pf_tokens tokens = {0};
	struct pf_shingles found = {0};

	pf_tokens_scan(&tokens, text, NULL, 0, NULL, 0);
	pf_shingles_of(&tokens, &found);
	keep(runs, &found, bit);
	if (bones) {
		found.n = 0;
		pf_shingles_of_bones(text, &tokens, NULL, &found);
		keep(bones, &found, bit);
	}
	pf_shingles_release(&found);
	pf_tokens_release(&tokens);
}

static void add_brief(const struct pf_prompt *p, struct table *runs)
{
	add(pf_slice_of(p->prompt), PF_KNOWN_BRIEFS, runs, NULL);
	if (p->features)
		add(pf_slice_of(p->features), PF_KNOWN_BRIEFS, runs, NULL);
	for (size_t i = 0; i < p->facts.n; i++)
		add(pf_slice_of(p->facts.v[i].say), PF_KNOWN_BRIEFS, runs, NULL);
	for (size_t i = 0; i < p->points.n; i++)
		add(pf_slice_of(p->points.v[i].text), PF_KNOWN_BRIEFS, runs, NULL);
	for (size_t i = 0; i < p->constraints.n; i++)
		add(pf_slice_of(p->constraints.v[i].text), PF_KNOWN_BRIEFS, runs, NULL);
}

static int by_key(const void *a, const void *b)
{
	const struct pf_known_run *x = a, *y = b;

	return (x->key > y->key) - (x->key < y->key);
}

static void write_table(FILE *out, const char *name, struct table *table)
{
	size_t n = 0;

	if (table->n)
		qsort(table->v, table->n, sizeof(*table->v), by_key);
	for (size_t i = 0; i < table->n; i++)
		if (n && table->v[n - 1].key == table->v[i].key)
			table->v[n - 1].texts |= table->v[i].texts;
		else
			table->v[n++] = table->v[i];
	table->n = n;
	fprintf(out, "static const struct pf_known_run %s[] = {\n", name);
	for (size_t i = 0; i < n; i++)
		fprintf(out, "\t{%" PRIu32 "u, %" PRIu32 "u},\n", table->v[i].key,
			table->v[i].texts);
	fprintf(out, "};\n\n");
}

static void write_skeleton(FILE *out, const char *name, struct pf_slice text)
{
	struct pf_tokens tokens = {0};
	struct pf_shingles runs = {0};

	pf_tokens_scan(&tokens, text, NULL, 0, NULL, 0);
	pf_shingles_of(&tokens, &runs);
	fprintf(out, "static const char %s_text[] = {", name);
	for (size_t i = 0; i < text.len; i++)
		fprintf(out, "%s%d,", i % 16 ? " " : "\n\t", text.ptr[i]);
	fprintf(out, "\n};\n\nstatic const struct pf_shingle %s_runs[] = {\n", name);
	for (size_t i = 0; i < runs.n; i++)
		fprintf(out, "\t{0x%" PRIx64 "u, %" PRIu32 "u, %" PRIu32 "u},\n", runs.v[i].hash,
			runs.v[i].begin, runs.v[i].end);
	fprintf(out, "};\n\n");
	pf_shingles_release(&runs);
	pf_tokens_release(&tokens);
}

static const char *const skeletons[] = {"article", "canonical"};

#define SKELETONS (sizeof(skeletons) / sizeof(*skeletons))

/* False: there is none of that name. */
static bool write_skeletons(FILE *out, const struct pf_paths *paths)
{
	for (size_t i = 0; i < SKELETONS; i++) {
		struct pf_buf text = {0};

		if (pf_skeleton_load(paths, skeletons[i], &text, NULL) != PF_OK)
			return false;
		write_skeleton(out, skeletons[i], pf_buf_view(&text));
		pf_buf_release(&text);
	}
	fprintf(out, "#define COUNT(array) (sizeof(array) / sizeof(*(array)))\n\n"
		     "static const struct pf_known_text texts[] = {\n");
	for (size_t i = 0; i < SKELETONS; i++)
		fprintf(out, "\t{{%s_text, COUNT(%s_text)}, %s_runs, COUNT(%s_runs)},\n",
			skeletons[i], skeletons[i], skeletons[i], skeletons[i]);
	fprintf(out, "};\n\n");
	return true;
}

int main(int argc, char **argv)
{
	struct pf_paths paths = {.config = "/nonexistent"};
	struct pf_bank *bank;
	struct table runs = {0}, bones = {0};
	FILE *out;

	if (argc != 3)
		return 2;
	pf_path_join(paths.shipped, argv[1], "");
	out = fopen(argv[2], "w");
	if (!out || pf_bank_load(&bank, &paths, NULL) != PF_OK)
		return 1;
	for (size_t i = 0; i < pf_bank_count(bank); i++) {
		struct pf_buf model = {0};

		/* Of more models the last share a bit: their page would seem to be one text. */
		pf_model_markdown(pf_bank_get(bank, i), &model);
		add(pf_buf_view(&model),
		    UINT32_C(1) << (i < PF_KNOWN_MODELS ? i : PF_KNOWN_MODELS - 1), &runs, &bones);
		add_brief(pf_bank_get(bank, i), &runs);
		pf_buf_release(&model);
	}
	fprintf(out, "/* Written by compile_texts from prompts/ and templates/. */\n#include "
		     "\"prfaq/session/shipped_texts.h\"\n\n");
	write_table(out, "runs", &runs);
	write_table(out, "bones", &bones);
	if (!write_skeletons(out, &paths))
		return 1;
	fprintf(out,
		"const struct pf_known_runs pf_shipped_texts = {runs, bones, %zu, %zu, texts, "
		"%zu};\n",
		runs.n, bones.n, SKELETONS);
	free(runs.v);
	free(bones.v);
	pf_bank_free(bank);
	return fclose(out) ? 1 : 0;
}
