/*
 * compile_rubric ROOT OUT - writes ROOT/templates/rubric as C constants into the file OUT. Run by
 * the build; rubric/compiled.h says what for.
 */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "prfaq/text/letters.h"

#include "draft/deed_words.h"
#include "flow/flow.h"
#include "flow/sentence.h"
#include "load.h"
#include "rubric/compiled.h"
#include "rubric/schema.h"

/* Nothing to take: this program parses. */
const struct pf_compiled *const pf_compiled_rubric = NULL;

static void write_numbers(struct pf_buf *out, const uint32_t *v, size_t n)
{
	for (size_t i = 0; i < n; i++)
		pf_buf_printf(out, "%" PRIu32 "%s", v[i],
			      i + 1 == n     ? ""
			      : i % 16 == 15 ? ",\n"
					     : ", ");
}

static void write_lists_of(struct pf_buf *out, const char *member, const uint32_t *v, size_t n)
{
	if (!n)
		return;
	pf_buf_printf(out, ".n_%s = %zu, .%s = (uint32_t[]){", member, n, member);
	write_numbers(out, v, n);
	pf_buf_adds(out, "}, ");
}

static size_t kind_index(const struct pf_rule *rule)
{
	return (size_t)(rule->kind - pf_kinds);
}

/* What the row says, then what was derived from it. */
static void write_rule(struct pf_buf *out, const struct pf_rule *rule)
{
	struct pf_rule bare = *rule;

	bare.good = bare.bad = (struct pf_examples){0};
	pf_buf_adds(out, "\t{");
	pf_yaml_write_c(pf_rule_schema(), &bare, out);
	write_lists_of(out, "lists", rule->lists, rule->n_lists);
	write_lists_of(out, "lists2", rule->lists2, rule->n_lists2);
	pf_buf_printf(out,
		      ".place = {%" PRIu32 ", %" PRIu32
		      "}, .kind = &pf_kinds[%zu], .file = %" PRIu32
		      ", .part = %d, .group = %" PRIu32 "u},\n",
		      rule->place.line, rule->place.column, kind_index(rule), rule->file,
		      (int)rule->part, rule->group);
}

static void write_rules(struct pf_buf *out, const struct pf_rubric *rubric)
{
	pf_buf_adds(out, "static const struct pf_rule rules[] = {\n");
	for (size_t i = 0; i < rubric->rules.n; i++)
		write_rule(out, rubric->rules.v[i]);
	pf_buf_adds(out, "};\n\n");
}

static void write_weights(struct pf_buf *out, const struct pf_rubric *rubric)
{
	pf_buf_adds(out, "static const struct pf_weight weights[] = {\n");
	for (size_t i = 0; i < rubric->weights.n; i++) {
		pf_buf_adds(out, "\t{");
		pf_yaml_write_c(pf_weights_schema.item, &rubric->weights.v[i], out);
		pf_buf_adds(out, "},\n");
	}
	pf_buf_adds(out, "};\n\n");
}

static void write_lists(struct pf_buf *out, const struct pf_rubric *rubric)
{
	pf_buf_adds(out, "static const char *const lists[] = {\n");
	for (size_t i = 0; i < rubric->lists.n; i++)
		pf_buf_printf(out, "\t\"%s\",\n",
			      rubric->lists.v[i]); /* a slug, or a file's name */
	pf_buf_adds(out, "};\n\n");
}

static void write_phrases(struct pf_buf *out, const struct pf_rubric *rubric)
{
	struct pf_buf stored = {0};

	pf_phrases_store(rubric->phrases, &stored);
	pf_buf_adds(out, "static const uint32_t phrases[] = {\n");
	write_numbers(out, (const uint32_t *)(const void *)stored.ptr,
		      stored.len / sizeof(uint32_t));
	pf_buf_adds(out, "};\n\n");
	pf_buf_release(&stored);
}

static void read_file(const char *path, struct pf_buf *text)
{
	if (pf_file_read(path, PF_YAML_MAX_BYTES, text, NULL) != PF_OK)
		fprintf(stderr, "%s: was there a moment ago\n", path);
}

static void tell_word(struct pf_slice text, const struct pf_token *token,
		      struct pf_known_word *word)
{
	word->does = pf_deed_word(text, token);
	pf_flow_telling(token->hash, &word->telling, &word->opening);
	word->cue = pf_flow_cue(text, token);
	word->odd = !pf_letters_fit(pf_slice_cut(text, token->begin, token->end));
}

/* Of the rubric's files and the others, a list that NULL ends. Returns n_slots. */
static uint32_t write_words(struct pf_buf *out, const struct pf_rubric *rubric, char **others)
{
	struct pf_buf text = {0};
	uint32_t n_slots;

	for (size_t i = 0; i < rubric->files.n; i++)
		read_file(rubric->files.v[i], &text);
	for (; *others; others++)
		read_file(*others, &text);
	n_slots = pf_known_words_write(pf_buf_view(&text), tell_word, out);
	pf_buf_release(&text);
	return n_slots;
}

static void write_all(struct pf_buf *out, const struct pf_rubric *rubric, char **others)
{
	uint32_t n_slots;

	pf_buf_adds(out, "/* Written by compile_rubric from templates/rubric. */\n"
			 "#include \"rubric/compiled.h\"\n\n");
	write_rules(out, rubric);
	write_weights(out, rubric);
	write_lists(out, rubric);
	write_phrases(out, rubric);
	n_slots = write_words(out, rubric, others);
	pf_buf_printf(out,
		      "static const struct pf_compiled compiled = {\n"
		      "\t.look = UINT64_C(0x%016" PRIx64 "),\n"
		      "\t.hash = UINT64_C(0x%016" PRIx64 "),\n"
		      "\t.rules = rules, .n_rules = %zu,\n"
		      "\t.weights = {weights, %zu},\n"
		      "\t.lists = lists, .n_lists = %zu,\n"
		      "\t.phrases = phrases,\n"
		      "\t.words = {known_slots, %" PRIu32 ", known_bytes},\n};\n"
		      "const struct pf_compiled *const pf_compiled_rubric = &compiled;\n",
		      rubric->look, rubric->shipped, rubric->rules.n, rubric->weights.n,
		      rubric->lists.n, n_slots);
}

int main(int argc, char **argv)
{
	static struct pf_paths paths; /* no folder of the user's */
	struct pf_yaml_errors errors = {0};
	struct pf_error err = {0};
	struct pf_buf out = {0};
	struct pf_rubric *rubric;
	int code;

	if (argc < 3) {
		fputs("usage: compile_rubric ROOT OUT [MORE WORDS ...]\n", stderr);
		return 2;
	}
	pf_path_join(paths.shipped, argv[1], "");
	if (pf_rubric_load_every(&rubric, &paths, &errors) == PF_OK) {
		write_all(&out, rubric, argv + 3);
		if (pf_file_write(argv[2], pf_buf_view(&out), &err) != PF_OK)
			pf_yaml_errors_add(&errors, &err);
	}
	pf_buf_clear(&out);
	pf_yaml_errors_text(&errors, &out);
	fputs(pf_buf_cstr(&out), stderr);
	code = out.len ? 1 : 0;
	pf_buf_release(&out);
	pf_rubric_free(rubric);
	pf_yaml_errors_release(&errors);
	return code;
}
