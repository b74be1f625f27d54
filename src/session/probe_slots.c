#include "probe_slots.h"

#include <string.h>

#include "prfaq/base/utf8.h"

bool pf_slots_fill(const struct pf_slots *slots, const char *ask, struct pf_buf *out)
{
	const struct {
		const char *name, *text;
	} table[] = {
		{"{claim}", slots->claim},   {"{value}", slots->value},
		{"{metric}", slots->metric}, {"{part}", slots->part},
		{"{value1}", slots->value1}, {"{part1}", slots->part1},
		{"{value2}", slots->value2}, {"{part2}", slots->part2},
	};

	for (const char *p = ask; *p;) {
		size_t i = 0, n = sizeof(table) / sizeof(table[0]);

		while (i < n && strncmp(p, table[i].name, strlen(table[i].name)) != 0)
			i++;
		if (i == n) {
			pf_buf_byte(out, *p++);
			continue;
		}
		if (!table[i].text[0])
			return false;
		pf_buf_adds(out, table[i].text);
		p += strlen(table[i].name);
	}
	return true;
}

static bool is_markup(char c)
{
	return c == '*' || c == '`' || c == '#' || c == '_' || c == '"';
}

/* The border of two cells reads as a comma; at either end of the row it is nothing. */
static size_t put_border(char *out, size_t n)
{
	while (n > 0 && out[n - 1] == ' ')
		n--;
	if (n > 0 && out[n - 1] != ',') {
		out[n++] = ',';
		out[n++] = ' ';
	}
	return n;
}

void pf_slots_words(char *out, size_t size, struct pf_slice text, struct pf_range range)
{
	struct pf_slice s = pf_slice_trim(pf_slice_range(text, range));
	size_t n = 0, word = 0, len;

	for (size_t i = 0; i < s.len; i += len) {
		uint32_t rune = pf_utf8_decode(s, i, &len);
		bool blank = pf_utf8_is_space(rune) || rune == '\n';

		if ((blank && (n == 0 || out[n - 1] == ' ')) || is_markup(s.ptr[i]) ||
		    pf_utf8_is_hostile(rune))
			continue;
		if (n + len + 4 >= size) {
			/* Half a word would be a misquote. */
			n = word ? word : n;
			memcpy(out + n, "...", 3);
			n += 3;
			break;
		}
		if (rune == '|') {
			n = put_border(out, n);
			continue;
		}
		if (blank) {
			word = n;
			out[n++] = ' ';
			continue;
		}
		memcpy(out + n, s.ptr + i, len);
		n += len;
	}
	while (n > 0 && (out[n - 1] == ' ' || out[n - 1] == ','))
		n--;
	out[n] = '\0';
}

bool pf_slots_is_place(const struct pf_check *check, struct pf_range range)
{
	uint32_t at;
	size_t n;
	const struct pf_block *b;

	if (range.end <= range.begin)
		return true;
	at = pf_doc_block_at(check->doc, range.begin);
	if (at == PF_DOC_NONE)
		return false;
	b = &pf_doc_blocks(check->doc, &n)[at];
	return b->kind == PF_BLOCK_HEADING && b->level > 1 && range.end <= b->end;
}

void pf_slots_claim(struct pf_slots *slots, const struct pf_check *check, struct pf_range range)
{
	struct pf_slice text = pf_doc_text(check->doc);
	size_t i = pf_quants_at(&check->quants, range.begin);
	const struct pf_part *part;

	if (range.end > text.len || pf_slots_is_place(check, range))
		return;
	pf_slots_words(slots->claim, sizeof(slots->claim), text, range);
	for (; i < check->quants.n && check->quants.v[i].end <= range.end; i++) {
		const struct pf_quant *q = &check->quants.v[i];

		if (slots->value[0] && q->role != PF_ROLE_TARGET)
			continue;
		pf_slots_words(slots->value, sizeof(slots->value), text, pf_quant_span(q));
		if (q->role == PF_ROLE_TARGET)
			break;
	}
	part = pf_parts_get(&check->parts, pf_parts_at(&check->parts, range.begin));
	if (part)
		strncpy(slots->part, pf_part_title(part->id), sizeof(slots->part) - 1);
}
