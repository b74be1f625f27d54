/* An attempt as Markdown, to be read by people. */
#include "prfaq/report/attempt_report.h"

#include "prfaq/bank/prompt.h"
#include "prfaq/session/clock.h"

static void text_under(struct pf_buf *out, const char *heading, struct pf_slice text)
{
	if (!text.len)
		return;
	pf_buf_printf(out, "\n## %s\n\n", heading);
	pf_buf_slice(out, text);
	if (text.ptr[text.len - 1] != '\n')
		pf_buf_byte(out, '\n');
}

static void head(struct pf_buf *out, const struct pf_fold *fold)
{
	static const char *const roles[] = {"PM", "TPM", "leader"};
	char when[32];

	pf_utc_text(fold->begin_now.utc, when);
	pf_buf_printf(out, "# %s\n\nAttempt %s, %s, plan %s, %s, judged as %s L%d.\n",
		      fold->prompt_title, fold->id, when, fold->plan_id,
		      fold->mode == PF_MODE_STRICT ? "strict" : "practice", roles[fold->role],
		      (int)fold->level);
}

/* A drill has none. */
static void own_marks(struct pf_buf *out, const struct pf_fold *fold)
{
	const char *before = "\nOwn marks: ";

	for (int d = 0; d < PF_DIMENSIONS; d++) {
		if (fold->marks[d] < 0)
			continue;
		pf_buf_printf(out, "%s%s %d", before, pf_dimension_name((enum pf_dimension)d),
			      fold->marks[d]);
		before = ", ";
	}
	if (*before == ',')
		pf_buf_byte(out, '\n');
}

static void result(struct pf_buf *out, const struct pf_fold *fold)
{
	struct pf_slice lines, line;

	if (!fold->judged)
		return;
	pf_buf_adds(out, "\n## Result\n\n");
	lines = pf_slice_of(fold->result_lines);
	while (pf_slice_line(&lines, &line))
		pf_buf_printf(out, "    %.*s\n", PF_SLICE_ARG(line));
	if (fold->score_final >= 0)
		pf_buf_printf(out, "\nScore %.0f of 100 (rubric %s).\n", fold->score_final,
			      fold->judged_hash);
	else
		pf_buf_printf(out, "\nNot scored: %s\n", fold->result_reason);
	lines = pf_slice_of(fold->fixes);
	while (pf_slice_line(&lines, &line))
		pf_buf_printf(out, "- %.*s\n", PF_SLICE_ARG(line));
	own_marks(out, fold);
}

static void notebook(struct pf_buf *out, const struct pf_fold *fold)
{
	if (fold->notebook.n)
		pf_buf_adds(out, "\n## Notebook\n\n");
	for (size_t i = 0; i < fold->notebook.n; i++)
		pf_buf_printf(out, "- %s\n", fold->notebook.v[i].text);
}

static void talk(struct pf_buf *out, const struct pf_fold *fold)
{
	if (fold->asked.n)
		pf_buf_adds(out, "\n## Asked and answered\n");
	for (size_t i = 0; i < fold->asked.n; i++) {
		const struct pf_asked *a = &fold->asked.v[i];
		struct pf_slice labels = pf_slice_of(a->labels), one;

		pf_buf_printf(out, "\n**%s**\n\n%s\n", a->text, a->answer);
		for (int k = 1; pf_slice_line(&labels, &one); k++)
			pf_buf_printf(out, "%s%d. %.*s\n", k > 1 ? "" : "\n", k, PF_SLICE_ARG(one));
	}
	text_under(out, "Not asked yet", pf_fold_text(fold, PF_PANE_QUESTION));
}

static void probe(struct pf_buf *out, const struct pf_probed *p, struct pf_slice reply)
{
	pf_buf_adds(out, "\n**");
	pf_probed_ask(p, out);
	pf_buf_printf(out, "** (%s)\n\n%.*s\n", pf_lens_title(p->lens), PF_SLICE_ARG(reply));
	if (p->follow_up[0])
		pf_buf_printf(out, "\nAsked once more: %s\n", p->follow_up);
	if (p->closed) {
		pf_buf_adds(out, "\n_");
		pf_probed_heard(p, out);
		pf_buf_adds(out, "_\n");
	}
}

static void rewrite(struct pf_buf *out, const struct pf_fold *fold)
{
	if (!fold->rewritten && !fold->rewriting)
		return;
	text_under(out, "The passage as it was", pf_slice_of(fold->rewrite_original));
	text_under(out, "The passage rewritten", pf_fold_text(fold, PF_PANE_REWRITE));
	if (fold->rewritten)
		pf_buf_printf(out, "\n%s\n", fold->rewrite_shown);
}

/* What the candidate wrote and said, up to the marks. */
static void work(struct pf_buf *out, const struct pf_fold *fold)
{
	text_under(out, "Draft", pf_fold_text(fold, PF_PANE_DRAFT));
	notebook(out, fold);
	talk(out, fold);
	if (fold->probes.n)
		pf_buf_adds(out, "\n## Deep dive\n");
	for (size_t i = 0; i < fold->probes.n; i++)
		probe(out, &fold->probes.v[i], pf_fold_text(fold, PF_PANE_REPLY + (uint32_t)i));
	text_under(out, "Rollout", pf_fold_text(fold, PF_PANE_ROLLOUT));
	text_under(out, "What I would do differently", pf_fold_text(fold, PF_PANE_REFLECTION));
}

void pf_report_attempt_work(struct pf_buf *out, const struct pf_fold *fold)
{
	head(out, fold);
	work(out, fold);
}

void pf_report_attempt_markdown(struct pf_buf *out, const struct pf_fold *fold)
{
	head(out, fold);
	result(out, fold);
	work(out, fold);
	rewrite(out, fold);
	text_under(out, "Next step", pf_fold_text(fold, PF_PANE_NEXT_STEP));
}
