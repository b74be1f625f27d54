/* A value written down as the C that makes it: the schema knows each member's place and name. */
#include <assert.h>
#include <string.h>

#include "node.h"

/* Octal, of three digits: a hexadecimal escape would run on into the next letter. */
static void write_text(const char *text, struct pf_buf *out)
{
	pf_buf_byte(out, '"');
	for (; *text; text++) {
		unsigned char c = (unsigned char)*text;

		if (c < 0x20 || c >= 0x7F)
			pf_buf_printf(out, "\\%03o", c);
		else if (strchr("\"\\?", c))
			pf_buf_printf(out, "\\%c", c);
		else
			pf_buf_byte(out, *text);
	}
	pf_buf_byte(out, '"');
}

/* False when it is zero, and need not be written. */
static bool write_scalar(const struct pf_yaml_type *type, const void *value, struct pf_buf *out)
{
	switch (type->kind) {
	case PF_YAML_TEXT:
	case PF_YAML_SLUG: {
		const char *const *text = value;

		if (*text)
			write_text(*text, out);
		return *text != NULL;
	}
	case PF_YAML_INT: {
		const int64_t *number = value;

		pf_buf_printf(out, "%lld", (long long)*number);
		return *number != 0;
	}
	case PF_YAML_DECIMAL: {
		const double *number = value;

		pf_buf_printf(out, "%.17g", *number);
		return *number < 0 || *number > 0;
	}
	case PF_YAML_BOOL: {
		const bool *flag = value;

		pf_buf_printf(out, "%d", *flag);
		return *flag;
	}
	default: {
		const int *number = value;

		assert(type->kind == PF_YAML_ENUM);
		pf_buf_printf(out, "%d", *number);
		return *number != 0;
	}
	}
}

static const char *c_type(const struct pf_yaml_type *type)
{
	switch (type->kind) {
	case PF_YAML_TEXT:
	case PF_YAML_SLUG: return "const char *";
	case PF_YAML_INT: return "int64_t";
	case PF_YAML_DECIMAL: return "double";
	case PF_YAML_BOOL: return "bool";
	default: assert(type->kind == PF_YAML_ENUM); return "int";
	}
}

static bool write_list(const struct pf_yaml_type *type, const void *value, struct pf_buf *out)
{
	struct any_list list;

	memcpy(&list, value, sizeof(list));
	if (!list.n)
		return false;
	pf_buf_printf(out, "{(%s[]){", c_type(type->item));
	for (size_t i = 0; i < list.n; i++) {
		write_scalar(type->item, list.v + i * type->item->size, out);
		pf_buf_adds(out, i + 1 < list.n ? ", " : "}");
	}
	pf_buf_printf(out, ", %zu}", list.n);
	return true;
}

static bool write_struct(const struct pf_yaml_type *type, const void *value, struct pf_buf *out)
{
	size_t before;

	pf_buf_byte(out, '{');
	before = out->len;
	pf_yaml_write_c(type, value, out);
	pf_buf_byte(out, '}');
	return out->len > before + 1;
}

static bool write_value(const struct pf_yaml_type *type, const void *value, struct pf_buf *out)
{
	if (type->kind == PF_YAML_LIST)
		return write_list(type, value, out);
	if (type->kind == PF_YAML_STRUCT)
		return write_struct(type, value, out);
	return write_scalar(type, value, out);
}

static void write_field(const struct pf_yaml_field *field, const char *base, struct pf_buf *out)
{
	size_t before = out->len;

	if (field->has && !base[field->has - 1])
		return;
	if (!field->member) {
		pf_yaml_write_c(field->type, base + field->offset, out);
		return;
	}
	pf_buf_printf(out, ".%s = ", field->member);
	if (write_value(field->type, base + field->offset, out))
		pf_buf_adds(out, ", ");
	else
		pf_buf_splice(out, before, out->len, pf_slice_of(""));
}

void pf_yaml_write_c(const struct pf_yaml_type *type, const void *value, struct pf_buf *out)
{
	for (const struct pf_yaml_field *f = type->fields; f->name; f++)
		write_field(f, value, out);
}
