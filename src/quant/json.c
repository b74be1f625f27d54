#include "prfaq/quant/json.h"

#include "prfaq/base/ascii.h"
#include "prfaq/base/mem.h"
#include "prfaq/base/utf8.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static void string(struct pf_buf *out, struct pf_slice s)
{
	size_t len;

	pf_buf_byte(out, '"');
	for (size_t off = 0; off < s.len; off += len) {
		uint32_t rune = pf_utf8_decode(s, off, &len);

		if (rune == '"' || rune == '\\') {
			pf_buf_byte(out, '\\');
			pf_buf_byte(out, (char)rune);
		} else if (rune < 0x20 || rune == 0x7F) {
			pf_buf_printf(out, "\\u%04x", rune);
		} else {
			pf_buf_rune(out, rune);
		}
	}
	pf_buf_byte(out, '"');
}

/* Fifteen digits where they say it, seventeen where a fraction needs them. */
static void number(struct pf_buf *out, double v)
{
	char text[40];

	if (!isfinite(v)) {
		pf_buf_adds(out, "null");
		return;
	}
	snprintf(text, sizeof(text), "%.15g", v);
	pf_buf_adds(out, text);
}

static void date(struct pf_buf *out, const struct pf_quant *q)
{
	int year = (int)(q->value / 10000), month = (int)(q->value / 100) % 100;
	int day = (int)q->value % 100;
	char y[8] = "XXXX";

	if (year)
		snprintf(y, sizeof(y), "%04d", year % 10000);
	if (!strcmp(q->unit, "day"))
		pf_buf_printf(out, "\"%s-%02d-%02d\"", y, month, day);
	else if (!strcmp(q->unit, "month") && month)
		pf_buf_printf(out, "\"%s-%02d\"", y, month);
	else if (!strcmp(q->unit, "quarter") && month)
		pf_buf_printf(out, "\"%s-Q%d\"", y, month / 3);
	else if (!strcmp(q->unit, "half"))
		pf_buf_printf(out, "\"%s-H%d\"", y, month > 6 ? 2 : 1);
	else
		pf_buf_printf(out, "\"%s\"", y);
}

static void key(struct pf_buf *out, const char *name, const char *value)
{
	if (*value)
		pf_buf_printf(out, ",\"%s\":\"%s\"", name, value);
}

void pf_quant_json(struct pf_buf *out, struct pf_slice text, const struct pf_quant *q)
{
	pf_buf_printf(out, "{\"start\":%u,\"end\":%u,\"kind\":\"%s\",\"text\":", q->begin, q->end,
		      pf_quant_kind_name(q->kind));
	string(out, pf_slice_cut(text, q->begin, q->end));
	pf_buf_adds(out, ",\"value\":");
	if (q->kind == PF_QUANT_DATE) {
		date(out, q);
	} else if (q->kind == PF_QUANT_RANGE) {
		pf_buf_byte(out, '[');
		number(out, q->value);
		pf_buf_byte(out, ',');
		number(out, q->high);
		pf_buf_byte(out, ']');
	} else {
		number(out, q->value);
	}
	/* A date says its precision in its value; as a unit, "day" would be an amount of time. */
	if (q->unit[0] && q->base != PF_QUANT_DATE) {
		pf_buf_adds(out, ",\"unit\":");
		string(out, pf_slice_of(q->unit));
	}
	key(out, "bound", pf_quant_bound_name(q->bound));
	key(out, "dir", pf_quant_dir_name(q->dir));
	key(out, "role", pf_quant_role_name(q->told));
	if (q->per[0]) {
		pf_buf_adds(out, ",\"per\":");
		string(out, pf_slice_of(q->per));
	}
	if (q->of.end > q->of.begin) {
		pf_buf_adds(out, ",\"of\":");
		string(out, pf_slice_range(text, q->of));
	}
	if (q->past)
		pf_buf_adds(out, ",\"past\":true");
	if (q->pair != PF_QUANT_NONE)
		pf_buf_printf(out, ",\"pair\":%u", q->pair);
	pf_buf_byte(out, '}');
}

void pf_quants_json_line(struct pf_buf *out, struct pf_slice text, const struct pf_quants *quants)
{
	pf_buf_adds(out, "{\"quantities\":[");
	for (size_t i = 0; i < quants->n; i++) {
		if (i)
			pf_buf_byte(out, ',');
		pf_quant_json(out, text, &quants->v[i]);
	}
	pf_buf_adds(out, "]}\n");
}

struct ranges {
	struct pf_range *v;
	size_t n, cap;
};

/* Bare URLs: from "http://" or "https://" to the next white space. */
static void mask_urls(struct ranges *out, struct pf_slice line)
{
	size_t at = 0;

	out->n = 0;
	while (at < line.len) {
		struct pf_slice rest = pf_slice_cut(line, at, line.len);
		size_t colon = pf_slice_find(rest, PF_SLICE("://")), begin, end;

		if (colon == rest.len)
			return;
		begin = at + colon;
		end = begin + 3;
		while (begin > at && pf_ascii_is_letter(line.ptr[begin - 1]))
			begin--;
		while (end < line.len && !strchr(" \t\r\n\"'<>)", line.ptr[end]))
			end++;
		*PF_PUSH(out) = (struct pf_range){(uint32_t)begin, (uint32_t)end};
		at = end;
	}
}

void pf_quants_json_lines(struct pf_buf *out, struct pf_slice input)
{
	struct pf_tokens tokens = {0};
	struct pf_quants quants = {0};
	struct ranges urls = {0};
	struct pf_slice line;

	while (pf_slice_line(&input, &line)) {
		mask_urls(&urls, line);
		pf_tokens_scan(&tokens, line, urls.v, urls.n, NULL, 0);
		pf_quants_scan(&quants, line, &tokens);
		pf_quants_json_line(out, line, &quants);
	}
	free(urls.v);
	pf_quants_release(&quants);
	pf_tokens_release(&tokens);
}
