/* Help, manual page, generated pages and completions come from the tables, and say all of them. */
#define _XOPEN_SOURCE   700
#define _DEFAULT_SOURCE /* struct winsize, for program.h */
#include "program.h"

#include "prfaq/app/keymap.h"
#include "prfaq/cli/manual.h"

static void page_is(const char *home, const char *command, const char *page)
{
	struct ran r;
	struct pf_buf text = {0};
	char path[PF_PATH_MAX];

	assert_int_equal(pf_file_read(pf_path_join(path, PF_ROOT_DIR, page), 1 << 20, &text, NULL),
			 PF_OK);
	run_expect(&r, home, 0, command);
	if (strcmp(pf_buf_cstr(&text), pf_buf_cstr(&r.out)))
		fail_msg("%s is not what the tables say: prfaq %s > %s", page, command, page);
	assert_int_equal(r.err.len, 0);
	ran_release(&r);
	pf_buf_release(&text);
}

static void test_the_pages_are_what_the_tables_say(void **state)
{
	page_is(*state, "help --format markdown", "docs/COMMANDS.md");
	page_is(*state, "help --format keys", "docs/KEYS.md");
}

/* The text with each run of blanks as one, as before it was wrapped. */
static struct pf_buf folded(const struct pf_buf *text)
{
	struct pf_buf out = {0};

	for (size_t i = 0; i < text->len; i++) {
		char c = text->ptr[i] == '\n' ? ' ' : text->ptr[i];

		if (c != ' ' || !out.len || out.ptr[out.len - 1] != ' ')
			pf_buf_byte(&out, c);
	}
	return out;
}

static void test_help_names_every_command_and_option(void **state)
{
	struct ran all, one, asked, page;
	char line[128], option[64];

	run_expect(&all, *state, 0, "help");
	run_expect(&page, *state, 0, "help --format markdown");
	assert_true(pf_commands[0] != NULL);
	for (size_t i = 0; pf_commands[i]; i++) {
		const struct pf_command *c = pf_commands[i];

		assert_true(has(&all.out, c->name));
		assert_true(has(&all.out, c->summary));
		snprintf(line, sizeof(line), "help %s", c->name);
		run_expect(&one, *state, 0, line);
		snprintf(line, sizeof(line), "%s --help", c->name);
		run_expect(&asked, *state, 0, line);
		assert_string_equal(pf_buf_cstr(&one.out), pf_buf_cstr(&asked.out));
		struct pf_buf flat = folded(&one.out);

		for (const struct pf_option *o = c->options; o->name; o++) {
			snprintf(option, sizeof(option), "--%s", o->name);
			assert_true(has(&one.out, option));
			assert_true(has(&flat, o->help));
			assert_true(has(&page.out, option));
			/* A value has a name, a flag has none. */
			assert_int_equal(o->kind == PF_OPTION_FLAG, o->value == NULL);
		}
		pf_buf_release(&flat);
		ran_release(&one);
		ran_release(&asked);
	}
	ran_release(&all);
	ran_release(&page);
}

static void test_help_fits_a_terminal(void **state)
{
	struct ran r;
	char line[128];

	for (size_t i = 0; pf_commands[i]; i++) {
		struct pf_slice rest, one;

		snprintf(line, sizeof(line), "help %s", pf_commands[i]->name);
		run_expect(&r, *state, 0, line);
		rest = pf_buf_view(&r.out);
		while (pf_slice_line(&rest, &one))
			if (one.len > 80)
				fail_msg("%s: %.*s", line, PF_SLICE_ARG(one));
		ran_release(&r);
	}
}

static int shell(const char *home, const char *command, struct pf_buf *out)
{
	char line[PF_PATH_MAX + 256], bytes[4096];
	FILE *pipe;
	size_t n;

	snprintf(line, sizeof(line), "cd '%s' && %s", home, command);
	pipe = popen(line, "r");
	assert_non_null(pipe);
	while ((n = fread(bytes, 1, sizeof(bytes), pipe)) > 0)
		pf_buf_add(out, bytes, n);
	return WEXITSTATUS(pclose(pipe));
}

static void test_the_manual_page_is_clean(void **state)
{
	struct ran r;
	struct pf_buf said = {0}, text = {0};
	char head[64];

	run_expect(&r, *state, 0, "help --format man");
	assert_true(pf_slice_starts(pf_buf_view(&r.out), ".TH PRFAQ 1"));
	for (size_t i = 0; pf_commands[i]; i++) {
		snprintf(head, sizeof(head), "\n.SS prfaq %s", pf_commands[i]->name);
		assert_true(has(&r.out, head));
	}
	put_file(*state, "prfaq.1", pf_buf_view(&r.out));
	ran_release(&r);
	if (shell(*state, "command -v groff >/dev/null", &said)) {
		pf_buf_release(&said);
		skip();
	}
	assert_int_equal(shell(*state,
			       "groff -man -ww -Tutf8 prfaq.1 2>&1 >/dev/null | head -c 2000",
			       &said),
			 0);
	assert_string_equal(pf_buf_cstr(&said), "");
	assert_int_equal(shell(*state, "groff -man -P-c -P-b -P-u -Tascii prfaq.1", &text), 0);
	assert_true(has(&text, "EXIT STATUS"));
	assert_true(has(&text, "--format FORMAT"));
	pf_buf_release(&said);
	pf_buf_release(&text);
}

static void test_completions_are_scripts_that_parse(void **state)
{
	static const struct {
		const char *command, *file, *check;
	} shells[] = {
		{"completion bash", "c.bash", "bash -n c.bash 2>&1"},
		{"completion zsh", "c.zsh",
		 "if command -v zsh >/dev/null; then zsh -n c.zsh 2>&1; fi"},
		{"completion fish", "c.fish",
		 "if command -v fish >/dev/null; then fish -n c.fish 2>&1; fi"},
	};
	struct ran r;

	for (size_t i = 0; i < sizeof(shells) / sizeof(*shells); i++) {
		struct pf_buf said = {0};

		run_expect(&r, *state, 0, shells[i].command);
		for (size_t k = 0; pf_commands[k]; k++)
			assert_true(has(&r.out, pf_commands[k]->name));
		put_file(*state, shells[i].file, pf_buf_view(&r.out));
		if (shell(*state, shells[i].check, &said))
			fail_msg("%s: %s", shells[i].command, pf_buf_cstr(&said));
		pf_buf_release(&said);
		ran_release(&r);
	}
}

/* What bash offers, asked as bash asks. */
static void completes(const char *home, const char *words, int at, const char *offer)
{
	char line[1024];
	struct pf_buf said = {0};

	snprintf(line, sizeof(line),
		 "bash -c 'prfaq() { \"%s\" \"$@\"; }; . ./c.bash; COMP_WORDS=(%s); "
		 "COMP_CWORD=%d; _prfaq; printf \"%%s\\n\" \"${COMPREPLY[@]}\"'",
		 PF_PROGRAM, words, at);
	assert_int_equal(shell(home, line, &said), 0);
	if (!has(&said, offer))
		fail_msg("%s: no %s in %s", words, offer, pf_buf_cstr(&said));
	pf_buf_release(&said);
}

static void test_bash_completes_names(void **state)
{
	struct ran r;

	run_expect(&r, *state, 0, "completion bash");
	put_file(*state, "c.bash", pf_buf_view(&r.out));
	ran_release(&r);
	completes(*state, "prfaq inter", 1, "interview\n");
	completes(*state, "prfaq check --fo", 2, "--format\n");
	completes(*state, "prfaq check --format js", 3, "json\n");
	completes(*state, "prfaq interview --prompt watch", 3, "watch-party\n");
	completes(*state, "prfaq interview --plan sh", 3, "short\n");
	completes(*state, "prfaq drill met", 2, "metrics\n");
	completes(*state, "prfaq check -f js", 3, "json\n");
	completes(*state, "prfaq check --format = js", 4, "json\n");
	completes(*state, "prfaq check --format =", 3, "json\n");
	completes(*state, "prfaq help vers", 2, "version\n");
}

/* Where the keys of a screen come from, as the screens say it themselves. */
static const uint32_t places[] = {
	PF_IN_LIST,
	PF_IN_LIST | PF_IN_PROMPTS,
	PF_IN_PAGER,
	PF_IN_REPLAY,
	PF_IN_REVIEW | PF_IN_PAGER,
	PF_IN_RESULT | PF_IN_END | PF_IN_PAGER,
	PF_IN_ATTEMPT | PF_IN_PRACTICE | PF_IN_LIST,
	PF_IN_ATTEMPT | PF_IN_PRACTICE | PF_IN_LINE,
	PF_IN_ATTEMPT | PF_IN_PRACTICE | PF_IN_EDITOR,
	PF_IN_ATTEMPT | PF_IN_PRACTICE | PF_IN_EDITOR | PF_IN_PROBE,
	PF_IN_ATTEMPT | PF_IN_PRACTICE | PF_IN_PAGER,
	PF_IN_ATTEMPT | PF_IN_PRACTICE | PF_IN_PAGER | PF_IN_PROBE,
	PF_IN_ATTEMPT | PF_IN_PRACTICE | PF_IN_PAGER | PF_IN_RESULT,
};

/* A key shown for a command does that command, wherever the command is offered. */
static void test_a_shown_key_does_what_it_says(void **state)
{
	(void)state;
	for (size_t p = 0; p < sizeof(places) / sizeof(*places); p++) {
		for (int i = PF_APP_NONE + 1; i < PF_APP_COMMAND_COUNT; i++) {
			const struct pf_binding *b = pf_keymap_binding((enum pf_app_command)i);
			char first[32];
			struct pf_key key;

			assert_true(b->help[0] != '\0');
			pf_keymap_first((enum pf_app_command)i, first);
			assert_true(pf_key_parse(pf_slice_of(first), &key));
			if (!(b->where & (places[p] | PF_IN_ANY)))
				continue;
			if ((int)pf_keymap_find(key, places[p]) != i)
				fail_msg("in place %zu, %s is shown for \"%s\" and does another", p,
					 first, b->help);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_the_pages_are_what_the_tables_say),
		cmocka_unit_test(test_help_names_every_command_and_option),
		cmocka_unit_test(test_help_fits_a_terminal),
		cmocka_unit_test(test_the_manual_page_is_clean),
		cmocka_unit_test(test_completions_are_scripts_that_parse),
		cmocka_unit_test(test_bash_completes_names),
		cmocka_unit_test(test_a_shown_key_does_what_it_says),
	};

	return cmocka_run_group_tests(tests, folder_make, folder_drop);
}
