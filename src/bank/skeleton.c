#include "prfaq/bank/skeleton.h"

#include <stdio.h>
#include <string.h>

#include "prfaq/base/nearest.h"

static const char *const names[] = {"article", "canonical", "none"};

/* A template is a page; more than this is not one. */
enum { MAX_BYTES = 65536 };

enum pf_status pf_skeleton_load(const struct pf_paths *paths, const char *name, struct pf_buf *out,
				struct pf_error *err)
{
	char file[64], path[PF_PATH_MAX];
	const char *near;
	bool known = false;

	for (size_t i = 0; i < 3; i++)
		known = known || !strcmp(name, names[i]);
	if (!known) {
		near = pf_nearest(name, names, 3);
		return pf_error_set(err, PF_ERR_NOT_FOUND, "no skeleton \"%.60s\"; %s \"%s\"%s",
				    name, near ? "did you mean" : "there are",
				    near ? near : "article",
				    near ? "?" : ", \"canonical\" and \"none\"");
	}
	if (!strcmp(name, "none"))
		return PF_OK;
	snprintf(file, sizeof(file), "templates/%s.md", name);
	return pf_file_read(pf_path_join(path, paths->shipped, file), MAX_BYTES, out, err);
}

/* Headings as people write them, to the section each asks for. */
static enum pf_plan_section section_of(struct pf_slice heading)
{
	static const struct {
		const char *word;
		enum pf_plan_section section;
	} words[] = {{"problem", PF_PLAN_PROBLEM},  {"solution", PF_PLAN_SOLUTION},
		     {"benefit", PF_PLAN_BENEFITS}, {"customer benefit", PF_PLAN_BENEFITS},
		     {"metrics", PF_PLAN_METRICS},  {"faq", PF_PLAN_FAQ},
		     {"questions", PF_PLAN_FAQ},    {"internal faq", PF_PLAN_FAQ},
		     {"external faq", PF_PLAN_FAQ}, {"rollout", PF_PLAN_ROLLOUT}};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (pf_slice_starts_nocase(heading, words[i].word))
			return words[i].section;
	return PF_PLAN_SECTIONS;
}

/* A heading that is no section of a plan (a quote, a summary) belongs to a whole page only. */
static bool wanted(struct pf_slice heading, const int *sections, size_t n)
{
	enum pf_plan_section section = section_of(heading);

	for (size_t i = 0; i < n; i++)
		if (sections[i] == (int)section)
			return true;
	return section == PF_PLAN_SECTIONS && n > 1;
}

void pf_skeleton_cut(struct pf_slice skeleton, const int *sections, size_t n, struct pf_buf *out)
{
	struct pf_slice rest = skeleton, line;
	bool keep = n > 1;

	if (!n) {
		pf_buf_slice(out, skeleton);
		return;
	}
	while (pf_slice_line(&rest, &line)) {
		if (pf_slice_starts(line, "## "))
			keep = wanted(pf_slice_cut(line, 3, line.len), sections, n);
		if (!keep)
			continue;
		pf_buf_slice(out, line);
		pf_buf_byte(out, '\n');
	}
}
