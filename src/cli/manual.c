#include "prfaq/cli/manual.h"

/* "-p, --prompt ID" */
static void option_head(struct pf_buf *out, const struct pf_option *o)
{
	if (o->letter)
		pf_buf_printf(out, "-%c, ", o->letter);
	pf_buf_printf(out, "--%s", o->name);
	if (o->kind == PF_OPTION_MAYBE)
		pf_buf_printf(out, " [%s]", o->value);
	else if (o->value)
		pf_buf_printf(out, " %s", o->value);
}

/* The help line with what may be chosen. */
static void option_help(struct pf_buf *out, const struct pf_option *o)
{
	pf_buf_adds(out, o->help);
	if (!o->choices)
		return;
	pf_buf_adds(out, ": ");
	for (size_t i = 0; o->choices[i]; i++)
		pf_buf_printf(out, "%s%s", i ? ", " : "", o->choices[i]);
}

void pf_manual_overview(struct pf_buf *out)
{
	pf_buf_adds(out, "prfaq: practise the working-backwards interview, offline.\n\n"
			 "  prfaq                  open the home screen\n");
	for (size_t i = 0; pf_commands[i]; i++)
		pf_buf_printf(out, "  prfaq %-16s %s\n", pf_commands[i]->name,
			      pf_commands[i]->summary);
	pf_buf_adds(out, "\nprfaq help COMMAND says more. Exit codes: 0 fine, 1 findings, "
			 "2 usage, 3 could not.\n");
}

static void synopsis(struct pf_buf *out, const struct pf_command *c)
{
	pf_buf_printf(out, "prfaq %s%s%s%s", c->name, c->options->name ? " [OPTIONS]" : "",
		      *c->words ? " " : "", c->words);
}

enum style { PLAIN, ROFF, MARKDOWN };

enum { HELP_COLUMN = 27, EXAMPLE_COLUMN = 49, HELP_WIDTH = 80 };

/* Words on lines of HELP_WIDTH; all but the first begin under it, at `column`. A line end is a
 * blank like any other. */
static void wrapped(struct pf_buf *out, int column, struct pf_slice text)
{
	int col = column;

	while (text.len) {
		size_t len = 0;

		while (len < text.len && text.ptr[len] != ' ' && text.ptr[len] != '\n')
			len++;
		if (col > column && col + (int)len >= HELP_WIDTH) {
			pf_buf_printf(out, "\n%*s", column, "");
			col = column;
		} else if (col > column) {
			pf_buf_byte(out, ' ');
		}
		pf_buf_slice(out, pf_slice_cut(text, 0, len));
		col += (int)len + 1;
		text = pf_slice_cut(text, len + 1 < text.len ? len + 1 : text.len, text.len);
	}
	pf_buf_byte(out, '\n');
}

/* The examples, each a line "command<TAB>what it does". */
static void examples(const struct pf_command *c, struct pf_buf *out, enum style style)
{
	struct pf_slice rest = pf_slice_of(c->examples), line;

	while (pf_slice_line(&rest, &line)) {
		struct pf_slice typed = pf_slice_until(&line, "\t");

		if (style == ROFF) {
			pf_buf_printf(out, ".TP\n.B %.*s\n%.*s\n", PF_SLICE_ARG(typed),
				      PF_SLICE_ARG(line));
		} else if (style == MARKDOWN) {
			pf_buf_printf(out, "    %.*s    # %.*s\n", PF_SLICE_ARG(typed),
				      PF_SLICE_ARG(line));
		} else {
			pf_buf_printf(out, "  %-46.*s ", PF_SLICE_ARG(typed));
			wrapped(out, EXAMPLE_COLUMN, line);
		}
	}
}

void pf_manual_command(struct pf_buf *out, const struct pf_command *c)
{
	pf_buf_adds(out, "usage: ");
	synopsis(out, c);
	pf_buf_printf(out, "\n\n%s.\n", c->summary);
	if (*c->about)
		wrapped(out, 0, pf_slice_of(c->about));
	if (c->options->name)
		pf_buf_adds(out, "\noptions:\n");
	for (const struct pf_option *o = c->options; o->name; o++) {
		struct pf_buf head = {0}, help = {0};

		option_head(&head, o);
		option_help(&help, o);
		pf_buf_printf(out, "  %-24s ", pf_buf_cstr(&head));
		wrapped(out, HELP_COLUMN, pf_buf_view(&help));
		pf_buf_release(&head);
		pf_buf_release(&help);
	}
	if (*c->examples) {
		pf_buf_adds(out, "\nexamples:\n");
		examples(c, out, PLAIN);
	}
}

/* Text for roff: backslashes, leading dots and hyphens as typed. */
static void roff(struct pf_buf *out, const char *text)
{
	for (const char *p = text; *p; p++) {
		if (*p == '\\')
			pf_buf_adds(out, "\\e");
		else if (*p == '-')
			pf_buf_adds(out, "\\-");
		else if ((*p == '.' || *p == '\'') && (p == text || p[-1] == '\n'))
			pf_buf_printf(out, "\\&%c", *p);
		else
			pf_buf_byte(out, *p);
	}
}

static void roff_command(struct pf_buf *out, const struct pf_command *c)
{
	struct pf_buf text = {0};

	pf_buf_adds(out, ".SS ");
	synopsis(&text, c);
	roff(out, pf_buf_cstr(&text));
	pf_buf_byte(out, '\n');
	roff(out, c->summary);
	pf_buf_adds(out, ".\n");
	if (*c->about)
		roff(out, c->about);
	pf_buf_byte(out, '\n');
	for (const struct pf_option *o = c->options; o->name; o++) {
		pf_buf_adds(out, ".TP\n.B ");
		pf_buf_clear(&text);
		option_head(&text, o);
		roff(out, pf_buf_cstr(&text));
		pf_buf_byte(out, '\n');
		pf_buf_clear(&text);
		option_help(&text, o);
		roff(out, pf_buf_cstr(&text));
		pf_buf_adds(out, ".\n");
	}
	pf_buf_clear(&text);
	examples(c, &text, ROFF);
	pf_buf_slice(out, pf_buf_view(&text));
	pf_buf_release(&text);
}

static const char page_head[] =
	".TH PRFAQ 1 \"\" \"prfaq " PF_VERSION "\" \"User Commands\"\n"
	".SH NAME\n"
	"prfaq \\- practise the working\\-backwards interview, offline\n"
	".SH SYNOPSIS\n"
	".B prfaq\n"
	".RI [ COMMAND \" [\" OPTIONS ]]\n"
	".SH DESCRIPTION\n"
	"A coach in a terminal: a timed mock interview in four stages, drills of one section, and "
	"a\n"
	"review of past attempts. A rule\\-based checker scores each section of a PR/FAQ and "
	"points at\n"
	"the words behind every point. Nothing leaves the machine. It is a practice format, not a\n"
	"forecast of any interview.\n"
	".PP\n"
	"Without a command, the home screen opens.\n"
	".SH COMMANDS\n";

static const char page_tail[] =
	".SH ENVIRONMENT\n"
	".TP\n.B XDG_DATA_HOME\nwhere attempts are kept: prfaq/attempts.db (else ~/.local/share).\n"
	".TP\n.B XDG_CONFIG_HOME\nyour prompts, rules and settings: prfaq/ (else ~/.config).\n"
	".TP\n.B PRFAQ_DATADIR\nthe folder that holds prompts/ and templates/.\n"
	".TP\n.B NO_COLOR\nno colours when set.\n"
	".SH EXIT STATUS\n"
	"0 fine, 1 findings at or above \\-\\-fail\\-on, 2 usage, 3 could not.\n";

void pf_manual_page(struct pf_buf *out)
{
	pf_buf_adds(out, page_head);
	for (size_t i = 0; pf_commands[i]; i++)
		roff_command(out, pf_commands[i]);
	pf_buf_adds(out, page_tail);
}

static void markdown_command(struct pf_buf *out, const struct pf_command *c)
{
	pf_buf_adds(out, "\n## `");
	synopsis(out, c);
	pf_buf_printf(out, "`\n\n%s.\n", c->summary);
	if (*c->about)
		pf_buf_printf(out, "%s\n", c->about);
	if (c->options->name)
		pf_buf_adds(out, "\n| option | what it does |\n| --- | --- |\n");
	for (const struct pf_option *o = c->options; o->name; o++) {
		pf_buf_adds(out, "| `");
		option_head(out, o);
		pf_buf_adds(out, "` | ");
		option_help(out, o);
		pf_buf_adds(out, " |\n");
	}
	if (*c->examples) {
		pf_buf_byte(out, '\n');
		examples(c, out, MARKDOWN);
	}
}

void pf_manual_markdown(struct pf_buf *out)
{
	pf_buf_adds(out,
		    "# Commands\n\nPrinted by `prfaq help --format markdown`; a test holds this "
		    "page against the tables.\n");
	for (size_t i = 0; pf_commands[i]; i++)
		markdown_command(out, pf_commands[i]);
}
