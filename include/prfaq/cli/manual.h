/*
 * manual.h - what the tables say, for people: help, the manual page, the
 * shells' completions.
 */
#ifndef PRFAQ_CLI_MANUAL_H
#define PRFAQ_CLI_MANUAL_H

#include "prfaq/base/buf.h"
#include "prfaq/cli/command.h"

/* Each appends its whole text: `prfaq help`, `prfaq help NAME`, prfaq.1 (man macros) and
 * docs/COMMANDS.md. */
void pf_manual_overview(struct pf_buf *out);
void pf_manual_command(struct pf_buf *out, const struct pf_command *command);
void pf_manual_page(struct pf_buf *out);
void pf_manual_markdown(struct pf_buf *out);
/* For "bash", "zsh" or "fish"; false for another shell. */
bool pf_manual_completion(struct pf_buf *out, const char *shell);

#endif
