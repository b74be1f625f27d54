/* The files of a rubric, read one after the other into one text, and hashed. */
#include <string.h>

#include "prfaq/base/mem.h"

#include "load.h"

#define WEIGHTS "weights.yaml"

/* Can be undone, so that no change of one word is lost in what comes after it. */
static uint64_t mix(uint64_t hash, uint64_t word)
{
	hash = (hash ^ word) * UINT64_C(0x9E3779B97F4A7C15);
	return hash ^ hash >> 32;
}

/* Eight bytes a step, the last ones filled up with zeros: so the length goes in first. */
uint64_t pf_hash_more(uint64_t hash, struct pf_slice bytes)
{
	uint64_t word;
	size_t at = 0;

	hash = mix(hash, bytes.len);
	for (; bytes.len - at >= sizeof(word); at += sizeof(word)) {
		memcpy(&word, bytes.ptr + at, sizeof(word));
		hash = mix(hash, word);
	}
	word = 0;
	if (at < bytes.len)
		memcpy(&word, bytes.ptr + at, bytes.len - at);
	return mix(hash, word);
}

/* Adds what there is to see of a file that is not read. */
static enum pf_status look_at(struct pf_load *load, const char *path)
{
	struct pf_file_look look;

	if (!pf_file_look(path, &look))
		return PF_ERR_NOT_FOUND;
	load->hash = mix(load->hash, (uint64_t)look.size);
	load->hash = mix(load->hash, (uint64_t)look.changed);
	return PF_OK;
}

static enum pf_status read_whole(struct pf_load *load, const char *path)
{
	struct pf_error err = {0};
	size_t begin = load->text.len;
	enum pf_status status = pf_file_read(path, PF_YAML_MAX_BYTES, &load->text, &err);

	if (status != PF_OK)
		pf_yaml_errors_add(load->errors, &err);
	else
		load->hash = pf_hash_more(
			load->hash, pf_slice_cut(pf_buf_view(&load->text), begin, load->text.len));
	return status;
}

enum pf_status pf_load_read(struct pf_load *load, enum pf_source_kind kind, const char *path,
			    const char *name)
{
	struct pf_source source = {.kind = kind, .begin = load->text.len};
	enum pf_status status;

	load->hash = pf_hash_more(load->hash, pf_slice_of(name));
	status = load->look ? look_at(load, path) : read_whole(load, path);
	if (status != PF_OK)
		return status;
	source.end = load->text.len;
	*PF_PUSH(&load->sources) = source;
	*PF_PUSH(&load->rubric->files) = pf_xstrdup(path);
	return PF_OK;
}

static enum pf_status read_folder(struct pf_load *load, enum pf_source_kind kind, const char *root,
				  const char *dir, const char *suffix)
{
	char name[PF_PATH_MAX], path[PF_PATH_MAX];
	struct pf_names names = {0};
	struct pf_error err = {0};
	enum pf_status status = pf_path_list(pf_path_join(path, root, dir), suffix, &names, &err);

	if (status != PF_OK)
		pf_yaml_errors_add(load->errors, &err);
	for (size_t i = 0; i < names.n; i++) {
		enum pf_status one;

		if (!strcmp(names.v[i], WEIGHTS))
			continue;
		pf_path_join(name, dir, names.v[i]);
		one = pf_load_read(load, kind, pf_path_join(path, root, name), name);
		status = one != PF_OK ? one : status;
	}
	pf_names_release(&names);
	return status;
}

enum pf_status pf_load_read_lists(struct pf_load *load, const char *root, const char *dir)
{
	return read_folder(load, PF_SOURCE_LIST, root, dir, ".txt");
}

enum pf_status pf_load_read_rules(struct pf_load *load, const char *root, const char *dir)
{
	return read_folder(load, PF_SOURCE_RULES, root, dir, ".yaml");
}

enum pf_status pf_load_read_weights(struct pf_load *load, const char *root)
{
	static const char name[] = "templates/rubric/" WEIGHTS;
	char path[PF_PATH_MAX];

	return pf_load_read(load, PF_SOURCE_WEIGHTS, pf_path_join(path, root, name), name);
}
