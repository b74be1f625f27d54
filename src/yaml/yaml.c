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

/* Takes yaml->text over, whichever way it goes. */
static enum pf_status parse(struct pf_yaml **out, const struct pf_yaml_type *type, void *value,
			    struct pf_yaml *yaml, struct pf_yaml_errors *errors)
{
	struct reporter to = {.yaml = yaml, .errors = errors};
	struct node *root;

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

enum pf_status pf_yaml_parse(struct pf_yaml **out, const struct pf_yaml_type *type, void *value,
			     const char *name, struct pf_slice text, struct pf_yaml_errors *errors)
{
	struct pf_yaml *yaml = pf_xcalloc(1, sizeof(*yaml));

	*out = NULL;
	yaml->file = pf_xstrdup(name);
	yaml->text = pf_xslicedup(text);
	yaml->len = text.len;
	return parse(out, type, value, yaml, errors);
}

enum pf_status pf_yaml_load(struct pf_yaml **out, const struct pf_yaml_type *type, void *value,
			    const char *path, struct pf_yaml_errors *errors)
{
	struct pf_buf text = {0};
	struct pf_error error = {0};
	struct pf_yaml *yaml;

	*out = NULL;
	memset(value, 0, type->size);
	if (pf_file_read(path, PF_YAML_MAX_BYTES, &text, &error) != PF_OK) {
		pf_yaml_errors_add(errors, &error);
		pf_buf_release(&text);
		return error.status;
	}
	yaml = pf_xcalloc(1, sizeof(*yaml));
	yaml->file = pf_xstrdup(path);
	yaml->len = text.len;
	yaml->text = pf_buf_take(&text);
	return parse(out, type, value, yaml, errors);
}
