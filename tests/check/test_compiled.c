/* compiled.h: the compiled rubric is the parsed one, and is taken only while the files are its. */
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../folder.h"
#include "harness.h"

#include "../../src/check/draft/word_kinds.h"
#include "../../src/check/rubric/compiled.h"
#include "prfaq/text/letters.h"
#include "prfaq/text/stem.h"

static const char *const names[] = {"article", "canonical"};

static struct pf_rubric *load(const char *name, const struct pf_paths *paths)
{
	struct pf_rubric *rubric;

	assert_int_equal(pf_rubric_load(&rubric, name, paths, NULL), PF_OK);
	return rubric;
}

static bool is_compiled(const struct pf_rubric *rubric)
{
	return rubric->rules.v[0] >= pf_compiled_rubric->rules &&
	       rubric->rules.v[0] < pf_compiled_rubric->rules + pf_compiled_rubric->n_rules;
}

/* All of a rule but its examples, as text. */
static void write_rule(const struct pf_rule *rule, struct pf_buf *out)
{
	struct pf_rule bare = *rule;

	bare.good = bare.bad = (struct pf_examples){0};
	memset(bare.has_kind, 0, sizeof(bare.has_kind));
	for (size_t i = 0; i < PF_N_KINDS; i++)
		bare.has_kind[i] = rule->kind == &pf_kinds[i];
	pf_buf_clear(out);
	pf_yaml_write_c(pf_rule_schema(), &bare, out);
	pf_buf_printf(out, "%u:%u %s file %u part %d group %u", rule->place.line,
		      rule->place.column, rule->kind->name, rule->file, (int)rule->part,
		      rule->group);
	for (size_t i = 0; i < rule->n_lists; i++)
		pf_buf_printf(out, " %u", rule->lists[i]);
	for (size_t i = 0; i < rule->n_lists2; i++)
		pf_buf_printf(out, " and %u", rule->lists2[i]);
}

static void compare_rubrics(const struct pf_rubric *a, const struct pf_rubric *b)
{
	struct pf_buf one = {0}, two = {0};

	assert_string_equal(pf_rubric_hash(a), pf_rubric_hash(b));
	assert_int_equal(a->rules.n, b->rules.n);
	assert_int_equal(a->regexes.n, b->regexes.n);
	for (size_t i = 0; i < a->rules.n; i++) {
		write_rule(a->rules.v[i], &one);
		write_rule(b->rules.v[i], &two);
		assert_string_equal(pf_buf_cstr(&one), pf_buf_cstr(&two));
		assert_string_equal(pf_rubric_rule(a, i).file, pf_rubric_rule(b, i).file);
	}
	assert_int_equal(a->weights.n, b->weights.n);
	for (size_t i = 0; i < a->weights.n; i++) {
		assert_string_equal(a->weights.v[i].name, b->weights.v[i].name);
		assert_memory_equal(a->weights.v[i].points, b->weights.v[i].points,
				    sizeof(a->weights.v[i].points));
		assert_memory_equal(a->weights.v[i].lens, b->weights.v[i].lens,
				    sizeof(a->weights.v[i].lens));
	}
	assert_int_equal(a->lists.n, b->lists.n);
	for (size_t i = 0; i < a->lists.n; i++)
		assert_string_equal(a->lists.v[i], b->lists.v[i]);
	pf_buf_clear(&one);
	pf_buf_clear(&two);
	pf_phrases_store(a->phrases, &one);
	pf_phrases_store(b->phrases, &two);
	assert_int_equal(one.len, two.len);
	assert_memory_equal(one.ptr, two.ptr, one.len);
	pf_buf_release(&one);
	pf_buf_release(&two);
}

static void write_card(const struct pf_rubric *rubric, struct pf_slice draft, struct pf_buf *out)
{
	struct pf_check check;

	assert_int_equal(pf_check_run(&check, rubric, draft, NULL, NULL), PF_OK);
	pf_buf_printf(out, "%.17g of %.17g\n", check.card.score, check.card.cap);
	for (size_t i = 0; i < check.card.proofs.n; i++) {
		const struct pf_proof *p = &check.card.proofs.v[i];

		pf_buf_printf(out, "%u: %d %.17g/%.17g %u-%u %s; %s\n", p->rule, (int)p->outcome,
			      p->earned, p->possible, p->span.begin, p->span.end, p->reason,
			      p->next);
	}
	for (size_t i = 0; i < check.card.findings.n; i++) {
		const struct pf_finding *f = &check.card.findings.v[i];

		pf_buf_printf(out, "%u-%u %u: %s %s %s\n", f->span.begin, f->span.end, f->rule,
			      f->message, f->fix, f->ask);
	}
	pf_check_release(&check);
}

static void compare_cards(const struct pf_rubric *a, const struct pf_rubric *b)
{
	static const char dir[] = PF_ROOT_DIR "/tests/check/pairs";
	struct pf_names files = {0};
	struct pf_buf text = {0}, one = {0}, two = {0};
	char path[PF_PATH_MAX];

	assert_int_equal(pf_path_list(dir, ".md", &files, NULL), PF_OK);
	assert_true(files.n > 3);
	write_card(a, pf_slice_of(GOOD_DRAFT), &one);
	write_card(b, pf_slice_of(GOOD_DRAFT), &two);
	for (size_t i = 0; i < files.n; i++) {
		pf_buf_clear(&text);
		assert_int_equal(
			pf_file_read(pf_path_join(path, dir, files.v[i]), 1 << 20, &text, NULL),
			PF_OK);
		write_card(a, pf_buf_view(&text), &one);
		write_card(b, pf_buf_view(&text), &two);
	}
	assert_string_equal(pf_buf_cstr(&one), pf_buf_cstr(&two));
	pf_buf_release(&text);
	pf_buf_release(&one);
	pf_buf_release(&two);
	pf_names_release(&files);
}

static void compiled_is_parsed(void **state)
{
	struct pf_paths paths = test_paths();

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		struct pf_rubric *parsed = test_rubric(names[i]);
		struct pf_rubric *compiled = load(names[i], &paths);

		assert_false(is_compiled(parsed));
		assert_true(is_compiled(compiled));
		compare_rubrics(compiled, parsed);
		compare_cards(compiled, parsed);
		pf_rubric_free(parsed);
		pf_rubric_free(compiled);
	}
}

/* Copies a folder of the shipped rubric below `root`. */
static void copy_folder(const char *root, const char *dir, const char *suffix)
{
	char from[PF_PATH_MAX], to[PF_PATH_MAX], path[PF_PATH_MAX];
	struct pf_names files = {0};

	pf_path_join(from, PF_ROOT_DIR, dir);
	pf_path_join(to, root, dir);
	assert_int_equal(pf_path_make(to, NULL), PF_OK);
	assert_int_equal(pf_path_list(from, suffix, &files, NULL), PF_OK);
	for (size_t i = 0; i < files.n; i++) {
		struct pf_buf text = {0};

		assert_int_equal(
			pf_file_read(pf_path_join(path, from, files.v[i]), 1 << 20, &text, NULL),
			PF_OK);
		assert_int_equal(
			pf_file_write(pf_path_join(path, to, files.v[i]), pf_buf_view(&text), NULL),
			PF_OK);
		pf_buf_release(&text);
	}
	pf_names_release(&files);
}

/* A tree of its own to spoil: the paths, with the rubric copied below them. */
static struct pf_paths own_tree(char *template)
{
	struct pf_paths paths = {0};

	assert_non_null(mkdtemp(template));
	pf_path_join(paths.shipped, template, "");
	pf_path_join(paths.config, template, "config");
	copy_folder(template, "templates/rubric", ".yaml");
	copy_folder(template, "templates/rubric/lists", ".txt");
	return paths;
}

static void add_to(const char *root, const char *file, const char *text)
{
	char path[PF_PATH_MAX];
	struct pf_buf whole = {0};

	pf_path_join(path, root, file);
	if (pf_path_exists(path))
		assert_int_equal(pf_file_read(path, 1 << 20, &whole, NULL), PF_OK);
	pf_buf_adds(&whole, text);
	assert_int_equal(pf_file_write(path, pf_buf_view(&whole), NULL), PF_OK);
	pf_buf_release(&whole);
}

static void where_it_lies_does_not_matter(void **state)
{
	char root[] = "/tmp/prfaq-tree-XXXXXX";
	struct pf_paths paths = own_tree(root);
	struct pf_rubric *rubric = load("article", &paths);
	const char *file = pf_rubric_rule(rubric, 0).file;

	(void)state;
	assert_true(is_compiled(rubric));
	assert_memory_equal(file, root, strlen(root));
	assert_true(pf_path_exists(file));
	pf_rubric_free(rubric);
	folder_remove(root);
}

/* One more byte in one file, or a file by another name, and the files are parsed. */
static void a_change_is_never_ignored(void **state)
{
	static const struct {
		const char *file, *text, *renamed;
	} cases[] = {
		{"templates/rubric/style.yaml", "\n", NULL},
		{"templates/rubric/weights.yaml", "#", NULL},
		{"templates/rubric/lists/hype.txt", "tremendously splendid\n", NULL},
		{"templates/rubric/lists/new.txt", "", NULL},
		{"templates/rubric/style.yaml", "", "templates/rubric/stylf.yaml"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		char root[] = "/tmp/prfaq-tree-XXXXXX", from[PF_PATH_MAX], to[PF_PATH_MAX];
		struct pf_paths paths = own_tree(root);
		struct pf_rubric *rubric;

		add_to(root, cases[i].file, cases[i].text);
		if (cases[i].renamed)
			assert_int_equal(rename(pf_path_join(from, root, cases[i].file),
						pf_path_join(to, root, cases[i].renamed)),
					 0);
		rubric = load("article", &paths);
		assert_false(is_compiled(rubric));
		assert_true(rubric->shipped != pf_compiled_rubric->hash);
		pf_rubric_free(rubric);
		folder_remove(root);
	}
}

/* Of the words of drafts many are known, each by its own stem. */
static void known_words_are_what_is_found(void **state)
{
	static const char text[] = "\xe2\x80\x9c" GOOD_DRAFT " The CUSTOMERS don\xe2\x80\x99t";
	struct pf_slice s = pf_slice_of(text);
	struct pf_stemmer *stemmer = pf_stemmer_new();
	struct pf_tokens tokens = {0};
	size_t known = 0, all = 0;

	(void)state;
	pf_tokens_scan(&tokens, s, NULL, 0, NULL, 0);
	for (size_t i = 0; i < tokens.n; i++) {
		struct pf_slice word = pf_slice_cut(s, tokens.v[i].begin, tokens.v[i].end);
		const struct pf_known_word *found =
			pf_known_word(&pf_compiled_rubric->words, s, &tokens.v[i]);

		if (found) {
			assert_int_equal(found->stem, pf_stem(stemmer, word));
			assert_int_equal((found->does & PF_WORD_STOP) != 0, pf_is_stop_word(word));
			assert_int_equal(found->odd, !pf_letters_fit(word));
		}
		if (tokens.v[i].kind != PF_TOKEN_WORD || pf_is_stop_word(word))
			continue;
		all++;
		known += found != NULL;
	}
	assert_true(known * 2 > all);
	pf_tokens_release(&tokens);
	pf_stemmer_free(stemmer);
}

static void set_time_as(const char *path, const char *other)
{
	struct pf_file_look look;
	struct timespec times[2] = {{.tv_nsec = UTIME_OMIT}, {0}};

	assert_true(pf_file_look(other, &look));
	times[1].tv_sec = look.changed;
	assert_int_equal(utimensat(AT_FDCWD, path, times, 0), 0);
}

static void set_times(const char *root, const char *dir, const char *suffix)
{
	char from[PF_PATH_MAX], to[PF_PATH_MAX], path[PF_PATH_MAX], copy[PF_PATH_MAX];
	struct pf_names files = {0};

	pf_path_join(from, PF_ROOT_DIR, dir);
	pf_path_join(to, root, dir);
	assert_int_equal(pf_path_list(from, suffix, &files, NULL), PF_OK);
	for (size_t i = 0; i < files.n; i++)
		set_time_as(pf_path_join(copy, to, files.v[i]),
			    pf_path_join(path, from, files.v[i]));
	pf_names_release(&files);
}

/* Files that look as they did are not read; of the same size, but changed since, they are. */
static void a_look_is_enough(void **state)
{
	static const char file[] = "templates/rubric/lists/hype.txt";
	char root[] = "/tmp/prfaq-tree-XXXXXX", path[PF_PATH_MAX];
	struct pf_paths paths = own_tree(root);
	struct pf_buf text = {0};
	struct pf_rubric *rubric;

	(void)state;
	pf_path_join(path, root, file);
	assert_int_equal(pf_file_read(path, 1 << 20, &text, NULL), PF_OK);
	text.ptr[text.len - 2] ^= 1;
	assert_int_equal(pf_file_write(path, pf_buf_view(&text), NULL), PF_OK);
	rubric = load("article", &paths);
	assert_false(is_compiled(rubric));
	assert_true(rubric->look != pf_compiled_rubric->look);
	pf_rubric_free(rubric);
	set_times(root, "templates/rubric", ".yaml");
	set_times(root, "templates/rubric/lists", ".txt");
	rubric = load("article", &paths);
	assert_true(is_compiled(rubric)); /* it is not told from what was compiled */
	assert_true(rubric->shipped == pf_compiled_rubric->hash);
	pf_rubric_free(rubric);
	pf_buf_release(&text);
	folder_remove(root);
}

#define MINE                                                                             \
	"- id: MY-01\n  name: mine\n  section: style\n  pillar: clarity\n  lens: data\n" \
	"  severity: minor\n  message: m\n  why: w\n  fix: f\n  source: s\n"             \
	"  pattern: {lists: [hype, mine], phrases: [very pier], want: absent}\n"

static bool finds_mine(const struct pf_rubric *rubric, const char *draft)
{
	struct pf_check check = test_check(rubric, draft, NULL);
	/* Its finding may be folded into that of another list with the word. */
	bool finds = test_proof(rubric, &check, "MY-01")->outcome != PF_OUTCOME_PASS;

	pf_check_release(&check);
	return finds;
}

/* The user's rules and lists come on top of the constants, which stay as they are. */
static void users_rules_come_after(void **state)
{
	static const char *const drafts[] = {"A splendid kraken.", "A kraken-like thing.",
					     "A very odd squid.", "It is revolutionary."};
	char root[] = "/tmp/prfaq-tree-XXXXXX", lists[PF_PATH_MAX];
	struct pf_paths paths = own_tree(root), plain = paths;
	struct pf_rubric *rubric;

	(void)state;
	plain.config[0] = '\0';
	assert_int_equal(pf_path_make(pf_path_join(lists, paths.config, "rubric.d/lists"), NULL),
			 PF_OK);
	add_to(root, "config/rubric.d/lists/mine.txt", "squid\n");
	add_to(root, "config/rubric.d/lists/hype.txt", "kraken\n");
	add_to(root, "config/rubric.d/a.yaml", MINE);
	rubric = load("article", &paths);
	assert_true(is_compiled(rubric));
	for (size_t i = 0; i < sizeof(drafts) / sizeof(*drafts); i++)
		assert_true(finds_mine(rubric, drafts[i]));
	assert_false(finds_mine(rubric, "A plain pier."));
	pf_rubric_free(rubric);
	rubric = load("article", &plain);
	assert_true(pf_rubric_find(rubric, "MY-01") == pf_rubric_rules(rubric));
	assert_string_equal(rubric->lists.v[rubric->lists.n - 1],
			    pf_compiled_rubric->lists[pf_compiled_rubric->n_lists - 1]);
	pf_rubric_free(rubric);
	folder_remove(root);
}

static void lists_that_c_asks_for_have_files(void **state)
{
	(void)state;
	for (size_t i = 0; i < PF_N_LISTS; i++) {
		char path[PF_PATH_MAX];

		snprintf(path, sizeof(path), PF_ROOT_DIR "/templates/rubric/lists/%s.txt",
			 pf_list_names[i]);
		if (access(path, R_OK))
			fail_msg("%s: no such file", path);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(compiled_is_parsed),
		cmocka_unit_test(lists_that_c_asks_for_have_files),
		cmocka_unit_test(where_it_lies_does_not_matter),
		cmocka_unit_test(a_change_is_never_ignored),
		cmocka_unit_test(a_look_is_enough),
		cmocka_unit_test(users_rules_come_after),
		cmocka_unit_test(known_words_are_what_is_found),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
