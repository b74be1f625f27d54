#include "node.h"

#include <stdlib.h>
#include <string.h>

#include <yaml.h>

#include "prfaq/base/utf8.h"

/* What reading a file needs at hand. `stop` ends it: the rest of the file means nothing. */
struct reader {
	struct pf_yaml *yaml;
	struct reporter *to;
	yaml_parser_t parser;
	bool stop;
};

static struct pf_yaml_place place(yaml_mark_t mark)
{
	return (struct pf_yaml_place){(uint32_t)mark.line + 1, (uint32_t)mark.column + 1};
}

static void refuse(struct reader *r, yaml_mark_t mark, const char *what)
{
	pf_yaml_report(r->to, place(mark), PF_ERR_SYNTAX, "%s", what);
}

/* What was never closed is best shown where it was opened: the end of the file says nothing. */
static bool ends_early(const yaml_parser_t *p)
{
	return p->context && p->problem && strstr(p->problem, "unexpected end of stream");
}

static void syntax_error(struct reader *r)
{
	const yaml_parser_t *p = &r->parser;
	struct pf_yaml_place at = place(ends_early(p) ? p->context_mark : p->problem_mark);

	r->stop = true;
	if (p->context)
		pf_yaml_report(r->to, at, PF_ERR_SYNTAX, "not YAML: %s, %s begun on line %zu",
			       p->problem, p->context, p->context_mark.line + 1);
	else
		pf_yaml_report(r->to, at, PF_ERR_SYNTAX, "not YAML: %s",
			       p->problem ? p->problem : "unreadable");
}

/* The next event, owned by the caller; false at the end of what can be read. */
static bool next(struct reader *r, yaml_event_t *event)
{
	if (r->stop)
		return false;
	if (!yaml_parser_parse(&r->parser, event)) {
		syntax_error(r);
		return false;
	}
	return true;
}

static struct node *node_new(struct reader *r, enum node_kind kind, yaml_mark_t mark)
{
	struct node *node = pf_yaml_alloc(r->yaml, sizeof(*node));

	node->kind = kind;
	node->at = place(mark);
	return node;
}

static void append(struct node *parent, struct node *child)
{
	if (parent->last)
		parent->last->next = child;
	else
		parent->first = child;
	parent->last = child;
}

/* Escapes such as "\x1b" can write what the bytes of a file may not hold. */
static bool is_clean(struct pf_slice text)
{
	for (size_t off = 0, len = 1; off < text.len; off += len, len = 1)
		if ((unsigned char)(text.ptr[off] - 0x20) > 0x7E - 0x20 &&
		    pf_utf8_is_hostile(pf_utf8_decode(text, off, &len)))
			return false;
	return true;
}

static void check_properties(struct reader *r, yaml_mark_t mark, const yaml_char_t *anchor,
			     const yaml_char_t *tag)
{
	if (anchor)
		refuse(r, mark,
		       "anchors (&name) are not allowed; write the value again where it is used");
	if (tag)
		refuse(r, mark, "tags (!name) are not allowed; the type of each key is fixed");
}

static struct node *read_scalar(struct reader *r, const yaml_event_t *event)
{
	struct node *node = node_new(r, NODE_SCALAR, event->start_mark);
	struct pf_slice text =
		pf_slice_make((const char *)event->data.scalar.value, event->data.scalar.length);

	check_properties(r, event->start_mark, event->data.scalar.anchor, event->data.scalar.tag);
	if (!is_clean(text)) {
		refuse(r, event->start_mark,
		       "control and invisible characters are not allowed, "
		       "not even as an escape such as \"\\x1b\"");
		node->kind = NODE_REFUSED;
		return node;
	}
	node->text = pf_yaml_alloc(r->yaml, text.len + 1);
	memcpy(node->text, text.ptr, text.len);
	node->len = text.len;
	node->nothing = !text.len && event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
	return node;
}

static struct node *read_node(struct reader *r, const yaml_event_t *event, int depth);

static struct node *read_list(struct reader *r, const yaml_event_t *begin, int depth)
{
	struct node *list = node_new(r, NODE_LIST, begin->start_mark);
	yaml_event_t event;

	check_properties(r, begin->start_mark, begin->data.sequence_start.anchor,
			 begin->data.sequence_start.tag);
	while (next(r, &event)) {
		bool end = event.type == YAML_SEQUENCE_END_EVENT;

		if (!end) {
			append(list, read_node(r, &event, depth));
			list->n++;
		}
		yaml_event_delete(&event);
		if (end)
			break;
	}
	return list;
}

/* Says what is wrong with a key, and takes it out of what follows by marking it refused. */
static void check_key(struct reader *r, const struct node *map, struct node *key)
{
	if (key->kind == NODE_REFUSED)
		return;
	if (key->kind != NODE_SCALAR) {
		pf_yaml_report(r->to, key->at, PF_ERR_SYNTAX,
			       "a key must be a word, not a list or a map");
		key->kind = NODE_REFUSED;
	} else if (!strcmp(key->text, "<<")) {
		pf_yaml_report(r->to, key->at, PF_ERR_SYNTAX,
			       "merge keys (<<) are not allowed; write the keys out");
		key->kind = NODE_REFUSED;
	}
	for (const struct node *k = map->first; k && key->kind == NODE_SCALAR; k = k->next->next) {
		if (k->kind != NODE_SCALAR || strcmp(k->text, key->text))
			continue;
		pf_yaml_report(r->to, key->at, PF_ERR_SYNTAX,
			       "key \"%.60s\" is given twice; first on line %u", key->text,
			       k->at.line);
		key->kind = NODE_REFUSED;
	}
}

static struct node *read_map(struct reader *r, const yaml_event_t *begin, int depth)
{
	struct node *map = node_new(r, NODE_MAP, begin->start_mark);
	struct node *key = NULL;
	yaml_event_t event;

	check_properties(r, begin->start_mark, begin->data.mapping_start.anchor,
			 begin->data.mapping_start.tag);
	while (next(r, &event)) {
		bool end = event.type == YAML_MAPPING_END_EVENT;
		struct node *node = end ? NULL : read_node(r, &event, depth);

		yaml_event_delete(&event);
		if (end)
			break;
		if (!key) {
			key = node;
			check_key(r, map, key);
			continue;
		}
		append(map, key);
		append(map, node);
		key = NULL;
		if (++map->n > PF_YAML_MAX_KEYS) {
			pf_yaml_report(r->to, node->at, PF_ERR_TOO_BIG,
				       "a map with more than %d keys", PF_YAML_MAX_KEYS);
			r->stop = true;
		}
	}
	return map;
}

static struct node *read_node(struct reader *r, const yaml_event_t *event, int depth)
{
	if (event->type == YAML_SCALAR_EVENT)
		return read_scalar(r, event);
	if (event->type == YAML_ALIAS_EVENT) {
		refuse(r, event->start_mark,
		       "aliases (*name) are not allowed; write the value again");
	} else if (depth == PF_YAML_MAX_DEPTH) {
		pf_yaml_report(r->to, place(event->start_mark), PF_ERR_TOO_BIG,
			       "lists and maps more than %d deep", PF_YAML_MAX_DEPTH);
		r->stop = true;
	} else if (event->type == YAML_SEQUENCE_START_EVENT) {
		return read_list(r, event, depth + 1);
	} else if (event->type == YAML_MAPPING_START_EVENT) {
		return read_map(r, event, depth + 1);
	}
	return node_new(r, NODE_REFUSED, event->start_mark);
}

static void check_document(struct reader *r, const yaml_event_t *event, const struct node *root)
{
	if (event->data.document_start.version_directive ||
	    event->data.document_start.tag_directives.start !=
		    event->data.document_start.tag_directives.end)
		refuse(r, event->start_mark, "directives (%YAML, %TAG) are not allowed");
	if (!root)
		return;
	refuse(r, event->start_mark, "one document a file: remove this \"---\" and what follows");
	r->stop = true;
}

static struct node *read_stream(struct reader *r)
{
	struct node *root = NULL;
	yaml_event_t event;
	bool end = false;

	while (!end && next(r, &event)) {
		end = event.type == YAML_STREAM_END_EVENT;
		if (event.type == YAML_DOCUMENT_START_EVENT)
			check_document(r, &event, root);
		else if (event.type == YAML_SCALAR_EVENT || event.type == YAML_ALIAS_EVENT ||
			 event.type == YAML_SEQUENCE_START_EVENT ||
			 event.type == YAML_MAPPING_START_EVENT)
			root = read_node(r, &event, 0);
		yaml_event_delete(&event);
	}
	return root;
}

/* NULL when the byte sequence at `off` is allowed in a file, else what is wrong with it. */
static const char *bad_character(struct pf_slice text, size_t off, size_t *len)
{
	uint32_t rune = pf_utf8_decode(text, off, len);

	if (rune == '\t')
		return "a tab; indent and separate with spaces";
	if (rune == '\r' && off + 1 < text.len && text.ptr[off + 1] == '\n')
		return NULL;
	if (rune == PF_RUNE_BAD && *len == 1)
		return "a byte that is not UTF-8; save the file as UTF-8";
	if (rune == 0)
		return "a NUL byte; a file of YAML is text";
	/* NEL, LS and PS end a line for YAML 1.1 and for no editor: every place would be wrong. */
	if (rune == 0x85 || rune == 0x2028 || rune == 0x2029 || pf_utf8_is_hostile(rune))
		return "a control or invisible character";
	return NULL;
}

/* The characters that no place in a file may hold, told once a line. */
static void check_characters(struct pf_slice text, struct reporter *to)
{
	struct pf_yaml_place at = {1, 1};
	uint32_t told = 0;

	for (size_t off = 0, len; off < text.len; off += len) {
		unsigned char c = (unsigned char)text.ptr[off];
		const char *bad = NULL;

		len = 1;
		if (c != '\n' && (c < 0x20 || c >= 0x7F))
			bad = bad_character(text, off, &len);
		if (bad && told != at.line) {
			pf_yaml_report(to, at, PF_ERR_SYNTAX, "%s", bad);
			told = at.line;
		}
		at.column++;
		if (text.ptr[off] == '\n')
			at = (struct pf_yaml_place){at.line + 1, 1};
	}
}

struct node *pf_yaml_read_tree(struct pf_yaml *yaml, struct reporter *to)
{
	struct reader r = {.yaml = yaml, .to = to};
	struct pf_slice text = pf_slice_make(yaml->text, yaml->len);
	struct node *root;

	if (pf_slice_starts(text, "\xEF\xBB\xBF"))
		text = pf_slice_cut(text, 3, text.len);
	check_characters(text, to);
	if (to->found)
		return NULL;
	if (!yaml_parser_initialize(&r.parser))
		abort(); /* out of memory, before anything of the user's was at stake */
	yaml_parser_set_encoding(&r.parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&r.parser, (const unsigned char *)text.ptr, text.len);
	root = read_stream(&r);
	yaml_parser_delete(&r.parser);
	if (!root && !to->found)
		pf_yaml_report(to, (struct pf_yaml_place){1, 1}, PF_ERR_SYNTAX,
			       "the file is empty");
	return r.stop ? NULL : root;
}
