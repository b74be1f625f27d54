/* Shell completions, written from the same tables as the help. */
#include <string.h>

#include "prfaq/cli/manual.h"

static void command_names(struct pf_buf *out, const char *between)
{
	for (size_t i = 0; pf_commands[i]; i++)
		pf_buf_printf(out, "%s%s", i ? between : "", pf_commands[i]->name);
}

static void bash(struct pf_buf *out)
{
	pf_buf_adds(out, "# bash completion for prfaq: eval \"$(prfaq completion bash)\"\n"
			 "_prfaq() {\n"
			 "  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}\n"
			 "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n    COMPREPLY=($(compgen -W '");
	command_names(out, " ");
	pf_buf_adds(out, "' -- \"$cur\"))\n    return\n  fi\n  case ${COMP_WORDS[1]}:$prev in\n");
	for (size_t i = 0; pf_commands[i]; i++) {
		for (const struct pf_option *o = pf_commands[i]->options; o->name; o++) {
			if (!o->choices && !o->complete)
				continue;
			pf_buf_printf(out, "  %s:--%s) ", pf_commands[i]->name, o->name);
			if (o->choices) {
				pf_buf_adds(out, "COMPREPLY=($(compgen -W '");
				for (size_t k = 0; o->choices[k]; k++)
					pf_buf_printf(out, "%s%s", k ? " " : "", o->choices[k]);
				pf_buf_adds(out, "' -- \"$cur\")); return ;;\n");
			} else {
				pf_buf_printf(out,
					      "COMPREPLY=($(compgen -W \"$(prfaq completion "
					      "--list %s 2>/dev/null)\" -- \"$cur\")); return ;;\n",
					      o->complete);
			}
		}
	}
	pf_buf_adds(out, "  esac\n  case ${COMP_WORDS[1]} in\n");
	for (size_t i = 0; pf_commands[i]; i++) {
		pf_buf_printf(out, "  %s) COMPREPLY=($(compgen -W '", pf_commands[i]->name);
		for (const struct pf_option *o = pf_commands[i]->options; o->name; o++)
			pf_buf_printf(out, "--%s ", o->name);
		pf_buf_adds(out, "--help' -- \"$cur\") $(compgen -f -- \"$cur\")) ;;\n");
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
		for (const struct pf_option *o = pf_commands[i]->options; o->name; o++)
			pf_buf_printf(out, "--%s ", o->name);
		pf_buf_adds(out, "--help; _files ;;\n");
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
		for (const struct pf_option *o = c->options; o->name; o++) {
			pf_buf_printf(
				out,
				"complete -c prfaq -n '__fish_seen_subcommand_from %s' -l %s%s -d ",
				c->name, o->name, o->value ? " -r" : "");
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
