/* What is said: questions and their answers, probes and their replies. */
#include <inttypes.h>
#include <stdlib.h>

#include "fold_impl.h"
#include "prfaq/base/mem.h"

static bool range_ok(uint32_t begin, uint32_t end)
{
	return begin <= end && end <= PF_EDIT_TEXT_MAX;
}

const char *pf_fold_ask(struct pf_fold *fold, const struct pf_record *record)
{
	const struct pf_record_ask *a = &record->u.ask;

	if (a->n != fold->asked.n)
		return "a question is missing before it";
	*PF_PUSH(&fold->asked) = (struct pf_asked){
		.text = pf_xslicedup(a->text),
		.proposes = a->proposes != 0,
		.two = a->two != 0,
		.answer = pf_xstrdup(""),
		.fact = pf_xstrdup(""),
		.topic = pf_xstrdup(""),
		.reveals = pf_xstrdup(""),
		.alternatives = pf_xstrdup(""),
		.labels = pf_xstrdup(""),
		.at = pf_fold_elapsed(fold, &record->now),
	};
	return NULL;
}

const char *pf_fold_answer(struct pf_fold *fold, const struct pf_record *record)
{
	const struct pf_record_answer *a = &record->u.answer;
	struct pf_asked *asked;

	if (a->ask >= fold->asked.n)
		return "nothing was asked";
	if (a->met > PF_MET_AGAIN || a->worth > 3)
		return "it is no kind of answer";
	if (!pf_fold_time_ok(a->deadline) || !pf_fold_time_ok(a->cost))
		return "its time cannot be";
	asked = &fold->asked.v[a->ask];
	asked->answered = true;
	asked->met = (enum pf_met)a->met;
	asked->worth = a->worth;
	asked->cost = a->cost;
	pf_fold_set(&asked->answer, a->text);
	pf_fold_set(&asked->fact, a->fact);
	pf_fold_set(&asked->topic, a->topic);
	pf_fold_set(&asked->reveals, a->reveals);
	pf_fold_set(&asked->alternatives, a->alternatives);
	pf_fold_set(&asked->labels, a->labels);
	fold->deadline = a->deadline;
	if (a->met == PF_MET_FACT && !pf_fold_knows_fact(fold, a->fact))
		*PF_PUSH(&fold->notebook) = (struct pf_known){
			.fact = pf_xslicedup(a->fact),
			.topic = pf_xslicedup(a->topic),
			.text = pf_xslicedup(a->text),
			.reveals = pf_xslicedup(a->reveals),
			.worth = a->worth,
		};
	return NULL;
}

void pf_asked_show(const struct pf_asked *asked, struct pf_buf *out)
{
	if (!asked->answered)
		return;
	pf_buf_adds(out, asked->answer);
	if (asked->cost >= PF_SECOND)
		pf_buf_printf(out, " (took %" PRId64 " s)", asked->cost / PF_SECOND);
}

void pf_probed_ask(const struct pf_probed *probe, struct pf_buf *out)
{
	if (probe->quote[0])
		pf_buf_printf(out, "\"%s\"", probe->quote);
	if (probe->other[0])
		pf_buf_printf(out, "%s\"%s\"", probe->quote[0] ? ", " : "", probe->other);
	pf_buf_printf(out, "%s%s", probe->quote[0] || probe->other[0] ? ": " : "", probe->text);
}

/* The names of `shown` that end as `with` does, "number yes, source no", listed. */
static void list_heard(const char *shown, const char *with, const char *label, struct pf_buf *out)
{
	struct pf_slice rest = pf_slice_of(shown), end = pf_slice_of(with);
	bool any = false;

	while (rest.len) {
		struct pf_slice one = pf_slice_until(&rest, ", ");

		if (one.len <= end.len ||
		    !pf_slice_equal(pf_slice_cut(one, one.len - end.len, one.len), end))
			continue;
		pf_buf_printf(out, "%s%.*s", any ? ", " : label, (int)(one.len - end.len), one.ptr);
		any = true;
	}
}

void pf_probed_heard(const struct pf_probed *probe, struct pf_buf *out)
{
	size_t from = out->len;

	list_heard(probe->shown, " yes", "heard: ", out);
	list_heard(probe->shown, " no", out->len > from ? "; not heard: " : "not heard: ", out);
}

const char *pf_fold_probe(struct pf_fold *fold, const struct pf_record *record)
{
	const struct pf_record_probe *p = &record->u.probe;

	if (p->index != fold->probes.n || p->index > PF_PANE_REPLY_MAX - PF_PANE_REPLY)
		return "a probe is missing before it";
	if (p->source > PF_PROBE_OPENER || p->lens >= PF_LENSES)
		return "it is no kind of probe";
	if (!range_ok(p->begin, p->end) || !range_ok(p->other_begin, p->other_end))
		return "its quote is in no text";
	*PF_PUSH(&fold->probes) = (struct pf_probed){
		.source = (enum pf_probe_source)p->source,
		.lens = (enum pf_lens)p->lens,
		.prompt_probe = pf_xslicedup(p->prompt_probe),
		.rule = pf_xslicedup(p->rule),
		.topic = pf_xslicedup(p->topic),
		.text = pf_xslicedup(p->text),
		.why = pf_xslicedup(p->why),
		.then = pf_xslicedup(p->then),
		.quote = pf_xslicedup(p->quote),
		.span = {p->begin, p->end},
		.other = pf_xslicedup(p->other),
		.other_span = {p->other_begin, p->other_end},
		.good = p->good,
		.substance = p->substance != 0,
		.follow_up = pf_xstrdup(""),
		.follow_up_why = pf_xstrdup(""),
		.shown = pf_xstrdup(""),
	};
	return NULL;
}

static struct pf_probed *open_probe(struct pf_fold *fold, uint32_t index)
{
	struct pf_probed *p = index < fold->probes.n ? &fold->probes.v[index] : NULL;

	return p && !p->closed ? p : NULL;
}

const char *pf_fold_follow_up(struct pf_fold *fold, const struct pf_record *record)
{
	const struct pf_record_follow_up *f = &record->u.follow_up;
	struct pf_probed *p = open_probe(fold, f->probe);

	if (!p || p->follow_up[0])
		return "its probe does not wait for one";
	pf_fold_set(&p->follow_up, f->text);
	pf_fold_set(&p->follow_up_why, f->why);
	return NULL;
}

const char *pf_fold_reply(struct pf_fold *fold, const struct pf_record *record)
{
	const struct pf_record_reply *r = &record->u.reply;
	struct pf_probed *p = open_probe(fold, r->probe);

	if (!p)
		return "its probe is not open";
	p->closed = true;
	p->found = r->found;
	p->evaded = r->evaded != 0;
	pf_fold_set(&p->shown, r->shown);
	return NULL;
}

const struct pf_probed *pf_fold_open_probe(const struct pf_fold *fold)
{
	const struct pf_probed *p = fold->probes.n ? &fold->probes.v[fold->probes.n - 1] : NULL;

	return p && !p->closed ? p : NULL;
}

bool pf_fold_knows_fact(const struct pf_fold *fold, struct pf_slice fact)
{
	for (size_t i = 0; i < fold->notebook.n; i++)
		if (pf_slice_is(fact, fold->notebook.v[i].fact))
			return true;
	return false;
}

bool pf_fold_knows(const struct pf_fold *fold, struct pf_slice id)
{
	for (size_t i = 0; i < fold->notebook.n; i++) {
		struct pf_slice rest = pf_slice_of(fold->notebook.v[i].reveals), line;

		while (pf_slice_line(&rest, &line))
			if (pf_slice_equal(line, id))
				return true;
	}
	return false;
}

static void free_asked(struct pf_asked *a)
{
	free(a->text);
	free(a->answer);
	free(a->fact);
	free(a->topic);
	free(a->reveals);
	free(a->alternatives);
	free(a->labels);
}

static void free_probed(struct pf_probed *p)
{
	free(p->prompt_probe);
	free(p->rule);
	free(p->topic);
	free(p->text);
	free(p->why);
	free(p->then);
	free(p->quote);
	free(p->other);
	free(p->follow_up);
	free(p->follow_up_why);
	free(p->shown);
}

void pf_fold_release_talk(struct pf_fold *fold)
{
	for (size_t i = 0; i < fold->asked.n; i++)
		free_asked(&fold->asked.v[i]);
	for (size_t i = 0; i < fold->probes.n; i++)
		free_probed(&fold->probes.v[i]);
	for (size_t i = 0; i < fold->notebook.n; i++) {
		free(fold->notebook.v[i].fact);
		free(fold->notebook.v[i].topic);
		free(fold->notebook.v[i].text);
		free(fold->notebook.v[i].reveals);
	}
	free(fold->asked.v);
	free(fold->probes.v);
	free(fold->notebook.v);
}
