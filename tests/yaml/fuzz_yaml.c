/* Any bytes: either a value whose every string can be read, or at least one error with a place. */
#include <assert.h>
#include <string.h>

#include "sample.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct pf_yaml_errors errors = {0};
	struct pf_buf text = {0};
	struct sample s;
	struct pf_yaml *yaml;
	size_t bytes = 0;

	if (pf_yaml_parse(&yaml, &sample_type, &s, "fuzz.yaml",
			  pf_slice_make((const char *)data, size), &errors) == PF_OK) {
		assert(!errors.n && s.title);
		bytes += strlen(s.title);
		for (size_t i = 0; i < s.words.n; i++)
			bytes += strlen(s.words.v[i]);
		for (size_t i = 0; i < s.items.n; i++)
			bytes += strlen(s.items.v[i].id);
		assert(bytes <= size * 4);
	} else {
		assert(errors.n && errors.n <= PF_YAML_MAX_ERRORS);
		assert(errors.v[0].line && errors.v[0].message[0]);
	}
	pf_yaml_errors_text(&errors, &text);
	pf_buf_release(&text);
	pf_yaml_errors_release(&errors);
	pf_yaml_free(yaml);
	return 0;
}
