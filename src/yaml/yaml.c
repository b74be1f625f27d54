#include "prfaq/yaml/yaml.h"

#include <assert.h>
#include <string.h>

#include "node.h"
#include "prfaq/base/mem.h"
#include "prfaq/base/path.h"

struct pf_slice pf_yaml_source(const struct pf_yaml *yaml)
{
	return pf_slice_make(yaml->text, yaml->len);
}

enum pf_status pf_yaml_parse(struct pf_yaml **out, const struct pf_yaml_type *type, void *value,
			     const char *name, struct pf_slice text, struct pf_yaml_errors *errors)
{
	struct pf_yaml *yaml = pf_xcalloc(1, sizeof(*yaml));
	struct reporter to = {.yaml = yaml, .errors = errors};
	struct node *root;

	*out = NULL;
	yaml->file = pf_xstrdup(name);
	yaml->text = pf_xslicedup(text);
	yaml->len = text.len;
	memset(value, 0, type->size);
	if (yaml->len > PF_YAML_MAX_BYTES)
		pf_yaml_report(&to, (struct pf_yaml_place){0}, PF_ERR_TOO_BIG,
			       "larger than the limit of %d bytes", PF_YAML_MAX_BYTES);
	root = to.found ? NULL : pf_yaml_read_tree(yaml, &to);
	assert(root || to.found);
	if (root && pf_yaml_fit(yaml, &to, type, root, value)) {
		*out = yaml;
		return PF_OK;
	}
	memset(value, 0, type->size);
	pf_yaml_free(yaml);
	return to.first;
}

enum pf_status pf_yaml_load(struct pf_yaml **out, const struct pf_yaml_type *type, void *value,
			    const char *path, struct pf_yaml_errors *errors)
{
	struct pf_buf text = {0};
	struct pf_error error = {0};
	enum pf_status status;

	*out = NULL;
	memset(value, 0, type->size);
	status = pf_file_read(path, PF_YAML_MAX_BYTES, &text, &error);
	if (status == PF_OK)
		status = pf_yaml_parse(out, type, value, path, pf_buf_view(&text), errors);
	else
		pf_yaml_errors_add(errors, &error);
	pf_buf_release(&text);
	return status;
}
