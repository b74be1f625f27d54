/*
 * load.h - a rubric while it is being loaded: first its files are read, then they are parsed.
 */
#ifndef PF_CHECK_LOAD_H
#define PF_CHECK_LOAD_H

#include "rubric/rule.h"

/* A file as it was read; its path is rubric->files of the same index. */
struct pf_source {
	enum pf_source_kind { PF_SOURCE_LIST, PF_SOURCE_WEIGHTS, PF_SOURCE_RULES } kind;
	size_t begin, end; /* in the load's text */
};

struct pf_load {
	struct pf_rubric *rubric;
	struct pf_yaml_errors *errors;
	struct pf_buf text; /* of all files, one after the other */
	struct {
		struct pf_source *v;
		size_t n, cap;
	} sources;
	uint64_t hash; /* over names and contents, in order */
	bool look;     /* only looks at the files: the hash is over their names, sizes and times */
	size_t at;     /* the source that is parsed */
};

#define PF_HASH_OF_NOTHING UINT64_C(0xCBF29CE484222325)
uint64_t pf_hash_more(uint64_t hash, struct pf_slice bytes);

/* Reads one file, or looks at it; `name` stands for it in the hash. */
PF_MUST_USE enum pf_status pf_load_read(struct pf_load *load, enum pf_source_kind kind,
					const char *path, const char *name);
/* Reads every *.txt of root/dir; every *.yaml of it but the weights; the weights of the root. What
 * cannot be read is told in load->errors; the rest is read all the same. */
PF_MUST_USE enum pf_status pf_load_read_lists(struct pf_load *load, const char *root,
					      const char *dir);
PF_MUST_USE enum pf_status pf_load_read_rules(struct pf_load *load, const char *root,
					      const char *dir);
PF_MUST_USE enum pf_status pf_load_read_weights(struct pf_load *load, const char *root);

/* Checks what the schema cannot say, derives the rest, and adds the rule when it belongs to the
 * rubric. The row belongs to `yaml`, which outlives the rubric's use of it. */
PF_MUST_USE enum pf_status pf_load_rule(struct pf_load *load, struct pf_yaml *yaml,
					struct pf_rule *row);
/* Adds a rule that is complete, if it belongs to the rubric. NULL, or what is wrong with it. */
PF_MUST_USE const char *pf_rubric_take(struct pf_rubric *rubric, const struct pf_rule *rule);

/* Every shipped rule of either rubric, parsed: what is compiled (compile_rubric.c). */
PF_MUST_USE enum pf_status pf_rubric_load_every(struct pf_rubric **out,
						const struct pf_paths *paths,
						struct pf_yaml_errors *errors);

#endif
