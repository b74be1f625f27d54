#include "prfaq/app/keymap.h"

#include <assert.h>
#include <string.h>

static const struct pf_binding bindings[] = {{0},
#define X(id, keys, where, bar, help) {keys, where, bar, help},
					     PF_APP_COMMANDS(X)
#undef X
};

static const struct {
	const char *keys;
	enum pf_edit_command command;
} editor_keys[] = {
#define X(keys, name) {keys, PF_EDITOR_##name},
	PF_EDITOR_KEYS(X)
#undef X
};

enum { EDITOR_KEYS = sizeof(editor_keys) / sizeof(*editor_keys) };

const struct pf_binding *pf_keymap_binding(enum pf_app_command command)
{
	assert(command > PF_APP_NONE && command < PF_APP_COMMAND_COUNT);
	return &bindings[command];
}

/* Takes the next word off "C-n F6"; false at the end. */
static bool next_key(struct pf_slice *keys, struct pf_slice *key)
{
	*keys = pf_slice_trim(*keys);
	*key = pf_slice_until(keys, " ");
	return key->len > 0;
}

static bool has_key(const char *list, struct pf_key key)
{
	struct pf_slice keys = pf_slice_of(list), one;
	struct pf_key k;

	while (next_key(&keys, &one))
		if (pf_key_parse(one, &k) && pf_key_equal(k, key))
			return true;
	return false;
}

enum pf_app_command pf_keymap_find(struct pf_key key, uint32_t where)
{
	for (int i = PF_APP_NONE + 1; i < PF_APP_COMMAND_COUNT; i++)
		if (((bindings[i].where & where) || (bindings[i].where & PF_IN_ANY)) &&
		    has_key(bindings[i].keys, key))
			return (enum pf_app_command)i;
	return PF_APP_NONE;
}

bool pf_keymap_editor(struct pf_key key, enum pf_edit_command *command, bool *extend)
{
	struct pf_key plain = pf_key_make(key.code, key.mods & ~(uint32_t)PF_MOD_SHIFT);

	for (int i = 0; i < EDITOR_KEYS; i++) {
		bool moves = pf_edit_command_moves(editor_keys[i].command);

		if (!has_key(editor_keys[i].keys, key) &&
		    !(moves && has_key(editor_keys[i].keys, plain)))
			continue;
		*command = editor_keys[i].command;
		*extend = moves && (key.mods & PF_MOD_SHIFT);
		return true;
	}
	return false;
}

void pf_keymap_first(enum pf_app_command command, char out[32])
{
	struct pf_slice keys = pf_slice_of(pf_keymap_binding(command)->keys), one;

	next_key(&keys, &one);
	assert(one.len < 32);
	memcpy(out, one.ptr, one.len);
	out[one.len] = '\0';
}

void pf_keymap_text(struct pf_buf *out, uint32_t where)
{
	for (int i = PF_APP_NONE + 1; i < PF_APP_COMMAND_COUNT; i++)
		if (bindings[i].where & (where | PF_IN_ANY))
			pf_buf_printf(out, "%s\t%s\n", bindings[i].keys, bindings[i].help);
	if (!(where & (PF_IN_EDITOR | PF_IN_LINE)))
		return;
	pf_buf_adds(out, "\t\nShift + arrows\tSelect\n");
	for (int i = 0; i < EDITOR_KEYS; i++)
		pf_buf_printf(out, "%s\t%s\n", editor_keys[i].keys,
			      pf_edit_command_help(editor_keys[i].command));
}

static void markdown_rows(struct pf_buf *out, const char *keys, const char *help)
{
	struct pf_slice list = pf_slice_of(keys), one;

	pf_buf_adds(out, "|");
	while (next_key(&list, &one))
		pf_buf_printf(out, " `%.*s`", PF_SLICE_ARG(one));
	pf_buf_printf(out, " | %s |\n", help);
}

void pf_keymap_markdown(struct pf_buf *out)
{
	pf_buf_adds(out, "# Keys\n\nPrinted by `prfaq help --format keys`; a test holds this page "
			 "against the table.\n`C-` is Ctrl, `M-` is Alt, `S-` is Shift.\n\n"
			 "| keys | what they do |\n| --- | --- |\n");
	for (int i = PF_APP_NONE + 1; i < PF_APP_COMMAND_COUNT; i++)
		markdown_rows(out, bindings[i].keys, bindings[i].help);
	pf_buf_adds(out, "\n## In a pane that is written in\n\nShift with a motion selects.\n\n"
			 "| keys | what they do |\n| --- | --- |\n");
	for (int i = 0; i < EDITOR_KEYS; i++)
		markdown_rows(out, editor_keys[i].keys,
			      pf_edit_command_help(editor_keys[i].command));
}
