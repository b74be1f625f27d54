/* Shell completions, written from the same tables as the help. */
#include <string.h>

#include "prfaq/cli/manual.h"

static void command_names(struct pf_buf *out, const char *between)
{
	for (size_t i = 0; pf_commands[i]; i++)
		pf_buf_printf(out, "%s%s", i ? between : "", pf_commands[i]->name);
}

/* What stands for a name in a command's words, and which list of `completion --list` has it. */
static const struct {
	const char *word, *list;
} named[] = {{"ID", "prompt"}, {"RULE", "rule"}, {"SECTION", "section"}};

static bool has_word(const char *words, const char *word)
{
	struct pf_slice rest = pf_slice_of(words);
	size_t at = pf_slice_find(rest, pf_slice_of(word));

	return at < rest.len;
}

/* The words of "[show ID | check FILE...]" that are typed as they are: "show check ". */
static void verbs(struct pf_buf *out, const char *words)
{
	for (const char *p = words; *p;) {
		size_t n = strspn(p, "abcdefghijklmnopqrstuvwxyz-");

		if (n)
			pf_buf_printf(out, "%.*s ", (int)n, p);
		p += n ? n : 1;
	}
}

/* What may follow the command, but for options and files. `ask` begins a call of the program. */
static void offered(struct pf_buf *out, const struct pf_command *c, const char *ask,
		    const char *end)
{
	verbs(out, c->words);
	if (has_word(c->words, "SHELL"))
		pf_buf_adds(out, "bash zsh fish ");
	if (has_word(c->words, "COMMAND")) {
		command_names(out, " ");
		pf_buf_byte(out, ' ');
	}
	if (has_word(c->words, "ATTEMPT"))
		pf_buf_adds(out, "last ");
	for (size_t i = 0; i < sizeof(named) / sizeof(*named); i++)
		if (has_word(c->words, named[i].word))
			pf_buf_printf(out, "%sprfaq completion --list %s 2>/dev/null%s ", ask,
				      named[i].list, end);
}

/* What follows an option that takes a value. */
static void bash_values(struct pf_buf *out, const struct pf_command *c)
{
	for (const struct pf_option *o = c->options; o->name; o++) {
		if (!o->choices && !o->complete)
			continue;
		pf_buf_printf(out, "  %s:--%s", c->name, o->name);
		if (o->letter)
			pf_buf_printf(out, "|%s:-%c", c->name, o->letter);
		pf_buf_adds(out, ") COMPREPLY=($(compgen ");
		if (o->choices) {
			pf_buf_adds(out, "-W '");
			for (size_t k = 0; o->choices[k]; k++)
				pf_buf_printf(out, "%s%s", k ? " " : "", o->choices[k]);
			pf_buf_byte(out, '\'');
		} else if (!strcmp(o->complete, "file")) {
			pf_buf_adds(out, "-f");
		} else {
			pf_buf_printf(out, "-W \"$(prfaq completion --list %s 2>/dev/null)\"",
				      o->complete);
		}
		pf_buf_adds(out, " -- \"$cur\")); return ;;\n");
	}
}

static void bash(struct pf_buf *out)
{
	pf_buf_adds(out, "# bash completion for prfaq: eval \"$(prfaq completion bash)\"\n"
			 "_prfaq() {\n"
			 "  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}\n"
			 /* readline parts "--format=json" at the sign */
			 "  case $cur,$prev in\n"
			 "  =,*) cur= ;;\n"
			 "  *,=) prev=${COMP_WORDS[COMP_CWORD-2]} ;;\n"
			 "  esac\n"
			 "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n    COMPREPLY=($(compgen -W '");
	command_names(out, " ");
	pf_buf_adds(out, "' -- \"$cur\"))\n    return\n  fi\n  case ${COMP_WORDS[1]}:$prev in\n");
	for (size_t i = 0; pf_commands[i]; i++)
		bash_values(out, pf_commands[i]);
	pf_buf_adds(out, "  esac\n  case ${COMP_WORDS[1]} in\n");
	for (size_t i = 0; pf_commands[i]; i++) {
		const struct pf_command *c = pf_commands[i];

		pf_buf_printf(out, "  %s) COMPREPLY=($(compgen -W \"", c->name);
		offered(out, c, "$(", ")");
		for (const struct pf_option *o = c->options; o->name; o++)
			pf_buf_printf(out, "--%s ", o->name);
		pf_buf_adds(out, "--help\" -- \"$cur\")");
		if (has_word(c->words, "FILE"))
			pf_buf_adds(out, " $(compgen -f -- \"$cur\")");
		pf_buf_adds(out, ") ;;\n");
	}
	pf_buf_adds(out, "  esac\n}\ncomplete -o filenames -F _prfaq prfaq\n");
}

/* A text in single quotes, for zsh and fish. */
static void quoted(struct pf_buf *out, const char *text)
{
	pf_buf_byte(out, '\'');
	for (; *text; text++) {
		if (*text == '\'')
			pf_buf_adds(out, "'\\''");
		else
			pf_buf_byte(out, *text);
	}
	pf_buf_byte(out, '\'');
}

static void zsh(struct pf_buf *out)
{
	pf_buf_adds(out, "#compdef prfaq\n_prfaq() {\n  local -a commands\n  commands=(\n");
	for (size_t i = 0; pf_commands[i]; i++) {
		struct pf_buf entry = {0};

		pf_buf_printf(&entry, "%s:%s", pf_commands[i]->name, pf_commands[i]->summary);
		pf_buf_adds(out, "    ");
		quoted(out, pf_buf_cstr(&entry));
		pf_buf_byte(out, '\n');
		pf_buf_release(&entry);
	}
	pf_buf_adds(out, "  )\n  if (( CURRENT == 2 )); then\n    _describe command commands\n"
			 "    return\n  fi\n  case $words[2] in\n");
	for (size_t i = 0; pf_commands[i]; i++) {
		pf_buf_printf(out, "  %s) compadd -- ", pf_commands[i]->name);
		offered(out, pf_commands[i], "$(", ")");
		for (const struct pf_option *o = pf_commands[i]->options; o->name; o++)
			pf_buf_printf(out, "--%s ", o->name);
		pf_buf_printf(out, "--help%s ;;\n",
			      has_word(pf_commands[i]->words, "FILE") ? "; _files" : "");
	}
	pf_buf_adds(out, "  esac\n}\n_prfaq \"$@\"\n");
}

static void fish(struct pf_buf *out)
{
	for (size_t i = 0; pf_commands[i]; i++) {
		const struct pf_command *c = pf_commands[i];

		pf_buf_printf(out, "complete -c prfaq -n __fish_use_subcommand -a %s -d ", c->name);
		quoted(out, c->summary);
		pf_buf_byte(out, '\n');
		pf_buf_printf(out, "complete -c prfaq -n '__fish_seen_subcommand_from %s'%s -a \"",
			      c->name, has_word(c->words, "FILE") ? "" : " -f");
		offered(out, c, "(", ")");
		pf_buf_adds(out, "\"\n");
		for (const struct pf_option *o = c->options; o->name; o++) {
			pf_buf_printf(out,
				      "complete -c prfaq -n '__fish_seen_subcommand_from %s' -l %s",
				      c->name, o->name);
			if (o->letter)
				pf_buf_printf(out, " -s %c", o->letter);
			pf_buf_printf(out, "%s -d ",
				      o->value && o->kind != PF_OPTION_MAYBE ? " -r" : "");
			quoted(out, o->help);
			pf_buf_byte(out, '\n');
		}
	}
}

bool pf_manual_completion(struct pf_buf *out, const char *shell)
{
	if (!strcmp(shell, "bash"))
		bash(out);
	else if (!strcmp(shell, "zsh"))
		zsh(out);
	else if (!strcmp(shell, "fish"))
		fish(out);
	else
		return false;
	return true;
}
