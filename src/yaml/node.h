/*
 * node.h - a file of the YAML subset as a tree, before any schema has seen it.
 *
 * Private to the layer. Nodes and texts live in the arena of their pf_yaml.
 */
#ifndef PRFAQ_SRC_YAML_NODE_H
#define PRFAQ_SRC_YAML_NODE_H

#include "prfaq/yaml/yaml.h"

/* One loaded file: the bytes, and the blocks that hold all that was made of them. */
struct pf_yaml {
	char *file;
	char *text;
	size_t len;
	struct block *blocks;
};

enum node_kind {
	NODE_SCALAR,
	NODE_LIST,
	NODE_MAP,
	NODE_REFUSED, /* an error was reported for it: nothing more is said */
};

/* Children of a list are its items; of a map its keys and values in turn. */
struct node {
	enum node_kind kind;
	struct pf_yaml_place at;
	char *text; /* scalar: NUL-ended, no NUL inside */
	size_t len;
	bool nothing; /* scalar: plain and empty, as after "key:" */
	struct node *first, *last, *next;
	size_t n; /* items, or pairs */
};

/* Every list and map of a schema begins with these two fields. */
struct any_list {
	char *v;
	size_t n;
};

/* Where errors go, and how many there were. */
struct reporter {
	const struct pf_yaml *yaml;
	struct pf_yaml_errors *errors;
	size_t found;
	enum pf_status first; /* of the first error */
};

void pf_yaml_report(struct reporter *to, struct pf_yaml_place at, enum pf_status status,
		    const char *fmt, ...) PF_PRINTF(4, 5);

/* NULL when the file cannot be read as a tree at all; to->found says whether anything was wrong. */
struct node *pf_yaml_read_tree(struct pf_yaml *yaml, struct reporter *to);

/* Fits the tree to the type. True when nothing was wrong. */
bool pf_yaml_fit(struct pf_yaml *yaml, struct reporter *to, const struct pf_yaml_type *type,
		 const struct node *root, void *value);

/* A scalar's text as the type wants it, or false and in *why what was expected. */
bool pf_yaml_scalar(const struct pf_yaml_type *type, const char *text, size_t len, void *out,
		    char *why, size_t size);
/* "a whole number from 1 to 3": for messages and the reference. */
void pf_yaml_type_words(const struct pf_yaml_type *type, char *out, size_t size);

#endif
