#include "rubric_redteam.h"

#include <stdlib.h>

#include "prfaq/bank/model.h"
#include "prfaq/base/mem.h"
#include "prfaq/report/json.h"
#include "prfaq/session/redteam.h"
#include "shared.h"

#define ROUNDS       4
#define ROUNDS_DRAFT 25 /* of one draft; many models need fewer */

static const struct {
	const char *name, *broke;
} sorts[PF_BREED_SORTS] = {
	{"cheats", "reach 40 points"},
	{"padded", "gain points"},
	{"reordered", "gain two points"},
	{"labelled", "fall behind the unlabelled"},
	{"damages", "lose nothing where they were damaged"},
};

static void table(struct pf_buf *out, const struct pf_redteam *team)
{
	pf_buf_printf(out, "%-26s %5s %8s %8s %6s\n", "breed", "bred", "refused", "through",
		      "best");
	for (size_t i = 0; i < team->rows.n; i++) {
		const struct pf_redteam_row *r = &team->rows.v[i];

		pf_buf_printf(out, "%-26s %5zu %8zu %8zu ", r->breed, r->n, r->refused, r->through);
		if (r->best < 0)
			pf_buf_printf(out, "%6s", "-");
		else
			pf_buf_printf(out, "%6.1f", r->best);
		pf_buf_printf(out, "%s%s\n", r->where[0] ? "  " : "", r->where);
	}
	pf_buf_byte(out, '\n');
	for (int s = 0; s < PF_BREED_SORTS; s++)
		if (team->n[s])
			pf_buf_printf(out, "%s: %zu of %zu %s\n", sorts[s].name, team->through[s],
				      team->n[s], sorts[s].broke);
}

static void row_json(struct pf_json *j, const struct pf_redteam_row *r)
{
	pf_json_object(j);
	pf_json_put_string(j, "breed", r->breed);
	pf_json_put_string(j, "sort", sorts[r->sort].name);
	pf_json_put_int(j, "bred", (int64_t)r->n);
	pf_json_put_int(j, "refused", (int64_t)r->refused);
	pf_json_put_int(j, "through", (int64_t)r->through);
	if (r->best < 0)
		pf_json_put_null(j, "best");
	else
		pf_json_put_double(j, "best", r->best);
	pf_json_put_string(j, "where", r->where);
	pf_json_end(j);
}

static void as_json(struct pf_buf *out, const struct pf_redteam *team, long seed)
{
	struct pf_json j;

	pf_json_init(&j, out);
	pf_json_object(&j);
	pf_json_put_int(&j, "seed", seed);
	pf_json_put_array(&j, "breeds");
	for (size_t i = 0; i < team->rows.n; i++)
		row_json(&j, &team->rows.v[i]);
	pf_json_end(&j);
	pf_json_end(&j);
	pf_json_finish(&j);
}

static enum pf_exit breed(const struct pf_cli *cli, struct pf_redteam *team,
			  const struct pf_bank *bank, const struct pf_redteam_draft *drafts,
			  size_t n, size_t rounds, const char *name, long seed)
{
	struct pf_rubric *rubric;
	enum pf_exit code = cli_rubric(cli, name, &rubric, NULL);

	if (code != PF_EXIT_OK)
		return code;
	pf_redteam_run(team, rubric, bank, drafts, n, rounds, (uint64_t)seed, cli_today());
	pf_rubric_free(rubric);
	return PF_EXIT_OK;
}

static enum pf_exit run_models(const struct pf_cli *cli, struct pf_redteam *team,
			       const struct pf_bank *bank, const struct cli_redteam *o)
{
	size_t n = pf_bank_count(bank);
	struct pf_buf *models = pf_xcalloc(n, sizeof(*models));
	struct pf_redteam_draft *drafts = pf_xcalloc(n, sizeof(*drafts));
	enum pf_exit code;

	for (size_t i = 0; i < n; i++) {
		drafts[i].prompt = pf_bank_get(bank, i);
		pf_model_markdown(drafts[i].prompt, &models[i]);
		drafts[i].text = pf_buf_view(&models[i]);
	}
	code = breed(cli, team, bank, drafts, n, ROUNDS, o->rubric ? o->rubric : "article",
		     o->seed);
	for (size_t i = 0; i < n; i++)
		pf_buf_release(&models[i]);
	free(models);
	free(drafts);
	return code;
}

/* For its prompt as the article; else as its shape is. */
static const char *rubric_for(const struct pf_redteam_draft *draft)
{
	struct pf_check read;
	bool canonical;

	if (draft->prompt || pf_check_read(&read, draft->text, NULL) != PF_OK)
		return "article";
	canonical = read.parts.shape == PF_SHAPE_CANONICAL;
	pf_check_release(&read);
	return canonical ? "canonical" : "article";
}

static enum pf_exit run_draft(const struct pf_cli *cli, struct pf_redteam *team,
			      const struct pf_bank *bank, const struct cli_redteam *o)
{
	struct pf_error err = {0};
	struct pf_buf text = {0};
	struct pf_redteam_draft draft = {0};
	enum pf_exit code;

	if (o->prompt && !(draft.prompt = cli_prompt(cli, bank, o->prompt)))
		return PF_EXIT_USAGE;
	if (cli_read_draft(cli, o->draft, &text, &err) != PF_OK)
		return pf_cli_fail(cli, &err);
	draft.text = pf_buf_view(&text);
	code = breed(cli, team, bank, &draft, 1, ROUNDS_DRAFT,
		     o->rubric ? o->rubric : rubric_for(&draft), o->seed);
	pf_buf_release(&text);
	return code;
}

static bool held(const struct pf_redteam *team)
{
	for (int s = 0; s < PF_BREED_SORTS; s++)
		if (team->through[s] * 100 > team->n[s])
			return false;
	return true;
}

enum pf_exit cli_redteam(const struct pf_cli *cli, const struct cli_redteam *o)
{
	struct pf_redteam team = {0};
	struct pf_buf out = {0};
	struct pf_bank *bank;
	enum pf_exit code = cli_bank(cli, &bank);

	if (code != PF_EXIT_OK)
		return code;
	code = o->draft ? run_draft(cli, &team, bank, o) : run_models(cli, &team, bank, o);
	if (code == PF_EXIT_OK) {
		if (o->json)
			as_json(&out, &team, o->seed);
		else
			table(&out, &team);
		cli_print(cli, &out);
		code = held(&team) ? PF_EXIT_OK : PF_EXIT_FINDINGS;
	}
	pf_redteam_release(&team);
	pf_bank_free(bank);
	return code;
}
