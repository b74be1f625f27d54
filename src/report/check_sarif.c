/* SARIF 2.1.0 (OASIS), and the annotations of GitHub's workflow commands. */
#include <string.h>

#include "prfaq/base/ascii.h"
#include "prfaq/report/check_report.h"
#include "prfaq/report/json.h"

#include "text.h"

static const char *level_of(enum pf_severity severity)
{
	switch (severity) {
	case PF_SEVERITY_CRITICAL: return "error";
	case PF_SEVERITY_MAJOR: return "warning";
	default: return "note";
	}
}

static void text_object(struct pf_json *j, const char *key, const char *text)
{
	pf_json_put_object(j, key);
	pf_json_put_string(j, "text", text);
	pf_json_end(j);
}

static void write_rules(struct pf_json *j, const struct pf_rubric *rubric)
{
	struct pf_buf fix = {0};

	pf_json_put_array(j, "rules");
	for (size_t i = 0; i < pf_rubric_rules(rubric); i++) {
		struct pf_rule_text r = pf_rubric_rule(rubric, i);

		pf_json_object(j);
		pf_json_put_string(j, "id", r.id);
		pf_json_put_string(j, "name", r.name);
		text_object(j, "shortDescription", r.name);
		text_object(j, "fullDescription", r.why);
		pf_buf_clear(&fix);
		text_template(&fix, r.fix);
		text_object(j, "help", pf_buf_cstr(&fix));
		pf_json_put_object(j, "defaultConfiguration");
		pf_json_put_string(j, "level", level_of(r.severity));
		pf_json_end(j);
		pf_json_end(j);
	}
	pf_json_end(j);
	pf_buf_release(&fix);
}

/* A path as a relative URI reference (RFC 3986). */
static void write_uri(struct pf_json *j, const char *path)
{
	struct pf_buf uri = {0};

	for (const char *p = path; *p; p++) {
		if (pf_ascii_is_digit(*p) || pf_ascii_is_letter(*p) || strchr("-._~/", *p))
			pf_buf_byte(&uri, *p);
		else
			pf_buf_printf(&uri, "%%%02X", (unsigned char)*p);
	}
	pf_json_put_string(j, "uri", pf_buf_cstr(&uri));
	pf_buf_release(&uri);
}

/* SARIF columns are code points when the run says so (columnKind). */
static void write_region(struct pf_json *j, const struct pf_check *check, struct pf_range span)
{
	struct pf_place begin = pf_doc_place(check->doc, span.begin);
	struct pf_place end = pf_doc_place(check->doc, span.end);

	pf_json_put_object(j, "region");
	pf_json_put_int(j, "startLine", begin.line);
	pf_json_put_int(j, "startColumn", begin.column);
	pf_json_put_int(j, "endLine", end.line);
	pf_json_put_int(j, "endColumn", end.column);
	pf_json_put_int(j, "byteOffset", span.begin);
	pf_json_put_int(j, "byteLength", span.end - span.begin);
	pf_json_end(j);
}

static void write_result(struct pf_json *j, const struct pf_checked *file,
			 const struct pf_finding *f)
{
	pf_json_object(j);
	pf_json_put_string(j, "ruleId", pf_rubric_rule(file->rubric, f->rule).id);
	pf_json_put_int(j, "ruleIndex", f->rule);
	pf_json_put_string(j, "level", level_of(f->severity));
	text_object(j, "message", f->message);
	pf_json_put_array(j, "locations");
	pf_json_object(j);
	pf_json_put_object(j, "physicalLocation");
	pf_json_put_object(j, "artifactLocation");
	write_uri(j, file->path);
	pf_json_end(j);
	write_region(j, file->check, f->span);
	pf_json_end(j);
	pf_json_end(j);
	pf_json_end(j);
	pf_json_end(j);
}

/* One run a rubric: files read as "article" and as "canonical" have other rule indexes. */
static void write_run(struct pf_json *j, const struct pf_rubric *rubric,
		      const struct pf_checked *files, size_t n,
		      const struct pf_report_options *options)
{
	pf_json_object(j);
	pf_json_put_object(j, "tool");
	pf_json_put_object(j, "driver");
	pf_json_put_string(j, "name", "prfaq");
	pf_json_put_string(j, "version", PF_VERSION);
	write_rules(j, rubric);
	pf_json_end(j);
	pf_json_end(j);
	pf_json_put_string(j, "columnKind", "unicodeCodePoints");
	pf_json_put_array(j, "results");
	for (size_t i = 0; i < n; i++) {
		if (!files[i].check || files[i].rubric != rubric)
			continue;
		for (size_t k = 0; k < files[i].check->card.findings.n; k++)
			if (files[i].check->card.findings.v[k].severity >= options->least)
				write_result(j, &files[i], &files[i].check->card.findings.v[k]);
	}
	pf_json_end(j);
	pf_json_end(j);
}

void pf_report_check_sarif(struct pf_buf *out, const struct pf_checked *files, size_t n,
			   const struct pf_report_options *options)
{
	struct pf_json j;

	pf_json_init(&j, out);
	pf_json_object(&j);
	pf_json_put_string(&j, "$schema", "https://json.schemastore.org/sarif-2.1.0.json");
	pf_json_put_string(&j, "version", "2.1.0");
	pf_json_put_array(&j, "runs");
	for (size_t i = 0; i < n; i++) {
		bool seen = !files[i].check;

		for (size_t k = 0; k < i && !seen; k++)
			seen = files[k].check && files[k].rubric == files[i].rubric;
		if (!seen)
			write_run(&j, files[i].rubric, files, n, options);
	}
	pf_json_end(&j);
	pf_json_end(&j);
	pf_json_finish(&j);
}

/* "%", CR and LF are escaped in messages; "," and ":" in properties too. */
static void command_text(struct pf_buf *out, const char *text, bool property)
{
	for (; *text; text++) {
		if (*text == '%' || *text == '\r' || *text == '\n' ||
		    (property && (*text == ',' || *text == ':')))
			pf_buf_printf(out, "%%%02X", (unsigned)*text);
		else
			pf_buf_byte(out, *text);
	}
}

void pf_report_check_github(struct pf_buf *out, const struct pf_checked *files, size_t n,
			    const struct pf_report_options *options)
{
	for (size_t i = 0; i < n; i++) {
		for (size_t k = 0; files[i].check && k < files[i].check->card.findings.n; k++) {
			const struct pf_finding *f = &files[i].check->card.findings.v[k];
			struct pf_place place = pf_doc_place(files[i].check->doc, f->span.begin);
			const char *level = level_of(f->severity);

			if (f->severity < options->least)
				continue;
			pf_buf_printf(out, "::%s file=", *level == 'n' ? "notice" : level);
			command_text(out, files[i].path, true);
			pf_buf_printf(out, ",line=%u,col=%u,title=", place.line, place.column);
			command_text(out, pf_rubric_rule(files[i].rubric, f->rule).id, true);
			pf_buf_adds(out, "::");
			command_text(out, f->message, false);
			pf_buf_byte(out, '\n');
		}
	}
}
