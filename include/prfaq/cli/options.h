/*
 * options.h - the words after a command, read by a table.
 *
 * One const table a command says its options; parsing, `--help`, the manual
 * page and the shell completions come from it, so none of them can lag.
 */
#ifndef PRFAQ_CLI_OPTIONS_H
#define PRFAQ_CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "prfaq/base/error.h"

enum pf_option_kind {
	PF_OPTION_FLAG,   /* bool: no value */
	PF_OPTION_TEXT,   /* const char *: points into argv */
	PF_OPTION_MAYBE,  /* the same; "" without a value. `--name VALUE` when is_value says so */
	PF_OPTION_CHOICE, /* int: index into choices */
	PF_OPTION_NUMBER, /* long: 0 or more */
	PF_OPTION_LIST, /* struct pf_option_list: may be given again, and values parted by commas */
};

struct pf_option {
	const char *name; /* without "--"; NULL ends the table */
	char letter;      /* short form, or 0 */
	enum pf_option_kind kind;
	size_t offset;                      /* of the field in the command's option struct */
	const char *value;                  /* how help names the value: "ID"; NULL for flags */
	const char *help;                   /* one line, no full stop */
	const char *const *choices;         /* NULL-ended, for CHOICE */
	bool (*is_value)(const char *word); /* for MAYBE */
	const char *complete; /* what completion offers: "file", "prompt", "plan", "rule" or NULL */
};

enum { PF_OPTION_LIST_MAX = 64 };
struct pf_option_list {
	const char *v[PF_OPTION_LIST_MAX]; /* each points into argv and may hold commas */
	size_t n;
};

/* Positional words, in order; borrowed from argv. */
struct pf_words_given {
	char **v;
	size_t n;
};

/*
 * Reads argv[1..argc) (argv[0] is the command's name) into *fields by the
 * table. Permutes argv so that the positional words stand together. "--" ends
 * the options, "-" is a word. PF_ERR_USAGE with the nearest option or choice.
 */
PF_MUST_USE enum pf_status pf_options_read(const struct pf_option *table, int argc, char **argv,
					   void *fields, struct pf_words_given *words,
					   struct pf_error *err);

#endif
