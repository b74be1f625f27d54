/*
 * sample.h - a schema with every kind of value, for the tests and the fuzzer.
 */
#ifndef PRFAQ_TESTS_YAML_SAMPLE_H
#define PRFAQ_TESTS_YAML_SAMPLE_H

#include "prfaq/yaml/yaml.h"

enum sample_colour { SAMPLE_RED, SAMPLE_GREEN };

struct sample_item {
	struct pf_yaml_place place;
	const char *id;
	int64_t count;
	bool has_count;
	double weight;
	bool on;
	int colour;
};

struct sample_weight {
	const char *key;
	double value;
};

struct sample {
	const char *title;
	const char *note;
	struct pf_yaml_texts words;
	struct pf_yaml_text_sets sets;
	struct pf_yaml_numbers range;
	struct {
		struct sample_item *v;
		size_t n;
	} items;
	struct {
		struct sample_weight *v;
		size_t n;
	} weights;
	struct sample_item inner;
};

static const struct pf_yaml_name sample_colours[] = {
	{"red", SAMPLE_RED}, {"green", SAMPLE_GREEN}, {"vert", SAMPLE_GREEN}, {NULL, 0}};
static const struct pf_yaml_type sample_colour = {
	.kind = PF_YAML_ENUM, .size = sizeof(int), .names = sample_colours};
static const struct pf_yaml_type sample_count = {
	.kind = PF_YAML_INT, .size = sizeof(int64_t), .min = 1, .max = 9};
static const struct pf_yaml_type sample_short = {
	.kind = PF_YAML_TEXT, .size = sizeof(const char *), .min = 2, .max = 8};

static const struct pf_yaml_field sample_item_fields[] = {
	PF_YAML_FIELD(struct sample_item, id, "id", &pf_yaml_slug, PF_YAML_NEED, "its name"),
	PF_YAML_FIELD_HAS(struct sample_item, count, has_count, "count", &sample_count, "how many"),
	PF_YAML_FIELD_OR(struct sample_item, weight, "weight", &pf_yaml_decimal, "0.5", "share"),
	PF_YAML_FIELD(struct sample_item, on, "on", &pf_yaml_bool, PF_YAML_MAY, "true | false"),
	PF_YAML_FIELD_OR(struct sample_item, colour, "colour", &sample_colour, "green", "paint"),
	PF_YAML_END};
static const struct pf_yaml_type sample_item = {
	.kind = PF_YAML_STRUCT,
	.size = sizeof(struct sample_item),
	.fields = sample_item_fields,
	.place_at = PF_YAML_PLACE_AT(struct sample_item, place)};
static const struct pf_yaml_type sample_items = {
	.kind = PF_YAML_LIST, .size = sizeof(struct pf_yaml_texts), .item = &sample_item};
static const struct pf_yaml_type sample_weights = {.kind = PF_YAML_MAP,
						   .size = sizeof(struct pf_yaml_texts),
						   .item = &pf_yaml_decimal,
						   .entry = sizeof(struct sample_weight),
						   .value_at =
							   offsetof(struct sample_weight, value)};
static const struct pf_yaml_field sample_fields[] = {
	PF_YAML_FIELD(struct sample, title, "title", &pf_yaml_line, PF_YAML_NEED, "one line"),
	PF_YAML_FIELD(struct sample, note, "note", &sample_short, PF_YAML_MAY, "2 to 8 characters"),
	PF_YAML_FIELD(struct sample, words, "words", &pf_yaml_texts, PF_YAML_MAY, "any words"),
	PF_YAML_FIELD(struct sample, sets, "sets", &pf_yaml_sets, PF_YAML_MAY, "lists of lists"),
	PF_YAML_FIELD(struct sample, range, "range", &pf_yaml_pair, PF_YAML_MAY, "low, high"),
	PF_YAML_FIELD(struct sample, items, "items", &sample_items, PF_YAML_MAY, "things"),
	PF_YAML_FIELD(struct sample, weights, "weights", &sample_weights, PF_YAML_MAY, "free keys"),
	PF_YAML_FIELD(struct sample, inner, "inner", &sample_item, PF_YAML_MAY, "one thing"),
	PF_YAML_END};
static const struct pf_yaml_type sample_type = {
	.kind = PF_YAML_STRUCT, .size = sizeof(struct sample), .fields = sample_fields};

#endif
