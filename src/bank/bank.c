#include "prfaq/bank/bank.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "prfaq/base/mem.h"
#include "prfaq/base/nearest.h"

struct entry {
	struct pf_prompt *prompt;
	char path[PF_PATH_MAX];
	bool user;
	bool twice; /* another file has the same id */
};

struct pf_bank {
	struct entry *v;
	size_t n, cap;
};

static void add(struct pf_bank *bank, const char *path, bool user, struct pf_yaml_errors *errors)
{
	struct pf_prompt *prompt;
	struct entry *entry;

	if (pf_prompt_load(&prompt, path, errors) != PF_OK)
		return;
	if (pf_prompt_check(prompt, errors) != PF_OK) {
		pf_prompt_free(prompt);
		return;
	}
	entry = PF_PUSH(bank);
	*entry = (struct entry){.prompt = prompt, .user = user};
	pf_path_join(entry->path, path, "");
}

static enum pf_status add_folder(struct pf_bank *bank, const char *root, bool user,
				 struct pf_yaml_errors *errors)
{
	char dir[PF_PATH_MAX], path[PF_PATH_MAX];
	struct pf_names names = {0};
	struct pf_error err = {0};
	enum pf_status status;

	pf_path_join(dir, root, "prompts");
	status = pf_path_list(dir, ".yaml", &names, &err);
	if (status != PF_OK)
		pf_yaml_errors_add(errors, &err);
	for (size_t i = 0; i < names.n; i++)
		add(bank, pf_path_join(path, dir, names.v[i]), user, errors);
	pf_names_release(&names);
	return status;
}

static int by_id(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;
	int order = strcmp(x->prompt->id, y->prompt->id);

	return order ? order : strcmp(x->path, y->path);
}

static void say_twice(const struct entry *one, const struct entry *other,
		      struct pf_yaml_errors *errors)
{
	pf_yaml_refuse(one->prompt->yaml, one->prompt->place, errors,
		       "the id \"%s\" is also in %s:%u; both are left out until one has another id",
		       one->prompt->id, other->path, other->prompt->place.line);
}

/* Sorted, equal ids stand together: all of a group go. */
static void drop_twins(struct pf_bank *bank, struct pf_yaml_errors *errors)
{
	size_t kept = 0;

	for (size_t i = 1; i < bank->n; i++) {
		struct entry *a = &bank->v[i - 1], *b = &bank->v[i];

		if (strcmp(a->prompt->id, b->prompt->id))
			continue;
		if (!a->twice)
			say_twice(a, b, errors);
		say_twice(b, a, errors);
		a->twice = b->twice = true;
	}
	for (size_t i = 0; i < bank->n; i++) {
		if (bank->v[i].twice)
			pf_prompt_free(bank->v[i].prompt);
		else
			bank->v[kept++] = bank->v[i];
	}
	bank->n = kept;
}

enum pf_status pf_bank_load(struct pf_bank **out, const struct pf_paths *paths,
			    struct pf_yaml_errors *errors)
{
	struct pf_bank *bank = pf_xcalloc(1, sizeof(*bank));
	enum pf_status status = add_folder(bank, paths->shipped, false, errors);

	*out = NULL;
	if (status == PF_OK)
		status = add_folder(bank, paths->config, true, errors);
	if (status != PF_OK) {
		pf_bank_free(bank);
		return status;
	}
	if (bank->n)
		qsort(bank->v, bank->n, sizeof(*bank->v), by_id);
	drop_twins(bank, errors);
	*out = bank;
	return PF_OK;
}

void pf_bank_free(struct pf_bank *bank)
{
	if (!bank)
		return;
	for (size_t i = 0; i < bank->n; i++)
		pf_prompt_free(bank->v[i].prompt);
	free(bank->v);
	free(bank);
}

size_t pf_bank_count(const struct pf_bank *bank)
{
	return bank->n;
}

const struct pf_prompt *pf_bank_get(const struct pf_bank *bank, size_t index)
{
	return bank->v[index].prompt;
}

const char *pf_bank_path(const struct pf_bank *bank, size_t index)
{
	return bank->v[index].path;
}

bool pf_bank_is_user(const struct pf_bank *bank, size_t index)
{
	return bank->v[index].user;
}

static void not_found(const struct pf_bank *bank, const char *id, struct pf_error *err)
{
	const char **ids = pf_xcalloc(bank->n + 1, sizeof(*ids));
	const char *near;

	for (size_t i = 0; i < bank->n; i++)
		ids[i] = bank->v[i].prompt->id;
	near = pf_nearest(id, ids, bank->n);
	if (near)
		pf_error_set(err, PF_ERR_NOT_FOUND, "no prompt \"%.60s\"; did you mean \"%s\"?", id,
			     near);
	else
		pf_error_set(err, PF_ERR_NOT_FOUND,
			     "no prompt \"%.60s\"; \"prfaq prompts\" lists all", id);
	free(ids);
}

const struct pf_prompt *pf_bank_find(const struct pf_bank *bank, const char *id,
				     struct pf_error *err)
{
	for (size_t i = 0; i < bank->n; i++)
		if (!strcmp(bank->v[i].prompt->id, id))
			return bank->v[i].prompt;
	not_found(bank, id, err);
	return NULL;
}

/* When it was last done, counted in attempts; 0 = never. */
static size_t last_done(const char *id, const char *const *done, size_t n)
{
	while (n && strcmp(done[n - 1], id))
		n--;
	return n;
}

/* Prompts that do not suit come after all that do. */
static bool suits(const struct pf_prompt *p, int level, int role)
{
	return (!level || p->level == level) && (role < 0 || p->role == role);
}

const struct pf_prompt *pf_bank_next(const struct pf_bank *bank, int level, int role,
				     const char *const *done, size_t n_done)
{
	const struct pf_prompt *best = NULL;
	size_t best_done = 0;

	for (size_t i = 0; i < bank->n; i++) {
		const struct pf_prompt *p = bank->v[i].prompt;
		size_t at = last_done(p->id, done, n_done);
		bool fits = suits(p, level, role), best_fits = best && suits(best, level, role);

		if (best && fits != best_fits ? !fits
		    : best && at != best_done ? at > best_done
					      : best && p->difficulty >= best->difficulty)
			continue;
		best = p;
		best_done = at;
	}
	return best;
}

static bool find_plan(const struct pf_paths *paths, const char *name, char path[PF_PATH_MAX])
{
	char dir[PF_PATH_MAX], file[128];

	snprintf(file, sizeof(file), "%.100s.yaml", name);
	pf_path_join(path, pf_path_join(dir, paths->config, "plans"), file);
	if (pf_path_exists(path))
		return true;
	pf_path_join(path, pf_path_join(dir, paths->shipped, "templates/plans"), file);
	return pf_path_exists(path);
}

static enum pf_status no_plan(const struct pf_paths *paths, const char *name,
			      struct pf_yaml_errors *errors)
{
	struct pf_names names = {0};
	struct pf_error err = {0};
	const char *near = NULL;

	if (pf_bank_plan_names(paths, &names, &err) == PF_OK)
		near = pf_nearest(name, (const char *const *)names.v, names.n);
	if (near)
		pf_error_set(&err, PF_ERR_NOT_FOUND, "no plan \"%.60s\"; did you mean \"%s\"?",
			     name, near);
	else
		pf_error_set(&err, PF_ERR_NOT_FOUND,
			     "no plan \"%.60s\"; \"interview\" is the whole one", name);
	pf_yaml_errors_add(errors, &err);
	pf_names_release(&names);
	return PF_ERR_NOT_FOUND;
}

enum pf_status pf_bank_plan(struct pf_plan **out, const struct pf_paths *paths, const char *name,
			    struct pf_yaml_errors *errors)
{
	enum pf_plan_section section = pf_plan_section_find(name);
	char path[PF_PATH_MAX];

	*out = NULL;
	if (section != PF_PLAN_SECTIONS)
		name = pf_plan_section_name(section);
	/* A name is a name: "../x" must not walk out of the folder. */
	if (!*name || strpbrk(name, "/.") || !find_plan(paths, name, path))
		return no_plan(paths, name, errors);
	return pf_plan_load(out, path, errors);
}

static int by_text(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static void unique(struct pf_names *names)
{
	size_t kept = 0;

	if (names->n)
		qsort(names->v, names->n, sizeof(*names->v), by_text);
	for (size_t i = 0; i < names->n; i++) {
		if (kept && !strcmp(names->v[kept - 1], names->v[i]))
			free(names->v[i]);
		else
			names->v[kept++] = names->v[i];
	}
	names->n = kept;
}

enum pf_status pf_bank_plan_names(const struct pf_paths *paths, struct pf_names *out,
				  struct pf_error *err)
{
	const char *roots[] = {paths->shipped, paths->config};
	const char *folders[] = {"templates/plans", "plans"};

	for (size_t i = 0; i < 2; i++) {
		char dir[PF_PATH_MAX];
		struct pf_names found = {0};
		enum pf_status status =
			pf_path_list(pf_path_join(dir, roots[i], folders[i]), ".yaml", &found, err);

		for (size_t j = 0; j < found.n; j++) {
			found.v[j][strlen(found.v[j]) - strlen(".yaml")] = '\0';
			*PF_PUSH(out) = pf_xstrdup(found.v[j]);
		}
		pf_names_release(&found);
		if (status != PF_OK)
			return status;
	}
	unique(out);
	return PF_OK;
}
