#include "room.h"

#include <string.h>

#include <fcntl.h>
#include <unistd.h>

#include "prfaq/bank/skeleton.h"
#include "prfaq/base/mem.h"
#include "prfaq/base/nearest.h"

/* Where randomness comes in: once, here. */
static uint64_t read_seed(void)
{
	struct pf_now now = pf_now_read();
	uint64_t seed = (uint64_t)now.utc * 1000003u + (uint64_t)getpid();
	int fd = open("/dev/urandom", O_RDONLY | O_CLOEXEC);

	if (fd >= 0) {
		uint64_t more;

		if (read(fd, &more, sizeof(more)) == (ssize_t)sizeof(more))
			seed ^= more;
		close(fd);
	}
	return seed;
}

static enum pf_exit load_plans(struct room *room)
{
	struct pf_names names = {0};
	struct pf_error err = {0};

	if (pf_bank_plan_names(&room->cli->paths, &names, &err) != PF_OK)
		return pf_cli_fail(room->cli, &err);
	for (size_t i = 0; i < names.n; i++) {
		struct pf_yaml_errors errors = {0};
		struct pf_plan *plan;

		if (pf_bank_plan(&plan, &room->cli->paths, names.v[i], &errors) == PF_OK)
			*PF_PUSH(&room->plans) = plan;
		cli_yaml_errors(room->cli, &errors);
	}
	pf_names_release(&names);
	return PF_EXIT_OK;
}

static enum pf_exit load_texts(struct room *room)
{
	const struct pf_paths *paths = &room->cli->paths;
	struct pf_error err = {0};
	char path[PF_PATH_MAX];

	for (int i = 0; i < 2; i++)
		if (pf_skeleton_load(paths, cli_rubrics[i], &room->skeletons[i], &err) != PF_OK)
			return pf_cli_fail(room->cli, &err);
	pf_path_join(path, paths->shipped, "templates/guide.md");
	if (pf_file_read(path, 1 << 20, &room->guide, &err) != PF_OK)
		return pf_cli_fail(room->cli, &err);
	return PF_EXIT_OK;
}

enum pf_exit room_enter(struct room *room, const struct pf_cli *cli)
{
	struct pf_yaml_errors errors = {0};
	enum pf_exit code;
	char cwd[PF_PATH_MAX];

	*room = (struct room){.cli = cli, .seed = read_seed()};
	if (pf_config_load(&room->config, &cli->paths, getcwd(cwd, sizeof(cwd)), &errors) != PF_OK)
		cli_yaml_errors(cli, &errors);
	pf_yaml_errors_release(&errors);
	code = load_plans(room);
	if (code == PF_EXIT_OK)
		code = load_texts(room);
	keeper_open(&room->keeper, cli);
	keeper_past(&room->keeper, &room->past);
	return code;
}

enum pf_exit room_furnish(struct room *room, const struct pf_cli *cli)
{
	enum pf_exit code = cli_bank(cli, &room->bank);

	return code == PF_EXIT_OK ? cli_rubric(cli, "article", &room->rubric, NULL) : code;
}

enum pf_exit room_open(struct room *room, const struct pf_cli *cli)
{
	enum pf_exit code = room_enter(room, cli);

	return code == PF_EXIT_OK ? room_furnish(room, cli) : code;
}

void room_release(struct room *room)
{
	past_release(&room->past);
	keeper_close(&room->keeper);
	for (size_t i = 0; i < room->plans.n; i++)
		pf_plan_free(room->plans.v[i]);
	free(room->plans.v);
	pf_rubric_free(room->rubric);
	pf_bank_free(room->bank);
	pf_config_release(&room->config);
	pf_buf_release(&room->skeletons[0]);
	pf_buf_release(&room->skeletons[1]);
	pf_buf_release(&room->guide);
}

const struct pf_plan *room_plan(const struct room *room, const char *name, struct pf_error *err)
{
	size_t n = room->plans.n;
	const char **names = pf_xcalloc(n, sizeof(*names));
	const struct pf_plan *plan = NULL;
	const char *near;

	for (size_t i = 0; i < n && !plan; i++) {
		names[i] = room->plans.v[i]->id;
		if (!strcmp(names[i], name))
			plan = room->plans.v[i];
	}
	near = plan ? NULL : pf_nearest(name, names, n);
	free(names);
	if (plan)
		return plan;
	if (near)
		pf_error_set(err, PF_ERR_USAGE, "no plan \"%s\"; did you mean %s?", name, near);
	else
		pf_error_set(err, PF_ERR_USAGE, "no plan \"%s\"; `prfaq help interview` names them",
			     name);
	return NULL;
}

static struct pf_words silenced(const struct room *room)
{
	return (struct pf_words){room->config.off.v, room->config.off.n};
}

struct pf_app_setup room_setup(const struct room *room)
{
	return (struct pf_app_setup){
		.bank = room->bank,
		.rubric = room->rubric,
		.plans = (const struct pf_plan *const *)room->plans.v,
		.n_plans = room->plans.n,
		.skeletons = {pf_buf_view(&room->skeletons[0]), pf_buf_view(&room->skeletons[1])},
		.guide = pf_buf_view(&room->guide),
		.strict = room->config.strict,
		.role = room->config.role,
		.level = room->config.level,
		.past = room->past.v,
		.n_past = room->past.n,
		.off = silenced(room),
		.no_coach = !room->config.coach,
		.seed = room->seed,
	};
}

struct pf_interview_setup room_interview_setup(const struct room *room)
{
	struct pf_app_setup setup = room_setup(room);

	return pf_app_interview_setup(&setup);
}

const struct pf_prompt *room_prompt(struct room *room, const char *id, int level, int role,
				    const char *section, enum pf_exit *code)
{
	struct pf_app_row *rows;
	struct pf_error err = {0};
	const struct pf_prompt *prompt;
	const char **done;
	size_t n, n_done = 0;

	*code = PF_EXIT_OK;
	if (!id)
		id = room->config.prompt;
	if (id) {
		prompt = cli_prompt(room->cli, room->bank, id);
		*code = prompt ? PF_EXIT_OK : PF_EXIT_USAGE;
		return prompt;
	}
	(void)!keeper_rows(&room->keeper, &rows, &n, NULL); /* then any prompt may be the next */
	done = pf_xcalloc(n + 1, sizeof(*done));
	for (size_t i = n; i--;)
		if (!section || !strcmp(rows[i].section, section))
			done[n_done++] = rows[i].prompt;
	prompt = pf_bank_next(room->bank, level, role, done, n_done);
	free(done);
	free(rows);
	if (!prompt) {
		pf_error_set(&err, PF_ERR_NOT_FOUND,
			     "the bank holds no prompt (see: prfaq doctor)");
		*code = pf_cli_fail(room->cli, &err);
	}
	return prompt;
}

enum pf_exit room_journal(struct room *room, const char *typed, char id[PF_ATTEMPT_ID_MAX],
			  struct kept *kept)
{
	struct pf_attempt a;
	struct pf_error err = {0};

	*kept = (struct kept){0};
	if (!room->keeper.store)
		return keeper_closed(&room->keeper, room->cli);
	if (pf_attempt_find(room->keeper.store, typed, &a, &err) != PF_OK)
		return cli_not_found(room->cli, &err);
	memcpy(id, a.id, sizeof(a.id));
	if (keeper_read(&room->keeper, a.id, false, kept, &err) != PF_OK)
		return pf_cli_fail(room->cli, &err);
	return PF_EXIT_OK;
}

enum pf_exit room_fold(struct room *room, const char *typed, struct pf_fold **fold)
{
	char id[PF_ATTEMPT_ID_MAX];
	struct pf_error err = {0};
	struct kept kept;
	enum pf_exit code = room_journal(room, typed, id, &kept);

	*fold = NULL;
	if (code == PF_EXIT_OK &&
	    pf_fold_until(fold, kept_view(&kept), INT64_MAX, NULL, &err) != PF_OK)
		(void)pf_cli_fail(room->cli, &err); /* what came before is shown all the same */
	kept_release(&kept);
	return code;
}
