/* Stage 1 asked and answered, stage 3 replied to. */
#include <stdlib.h>

#include "impl.h"
#include "prfaq/base/mem.h"

struct ids {
	const char **v;
	size_t n, cap;
};

static struct ids known_ids(const struct pf_fold *fold)
{
	struct ids ids = {0};

	for (size_t i = 0; i < fold->notebook.n; i++)
		*PF_PUSH(&ids) = fold->notebook.v[i].fact;
	return ids;
}

static void add_line(struct pf_buf *out, const char *text)
{
	if (out->len)
		pf_buf_byte(out, '\n');
	pf_buf_adds(out, text);
}

static void tell_fact(struct pf_interview *iv, struct pf_record_answer *a, struct pf_buf *reveals,
		      const struct pf_prompt_fact *fact)
{
	a->fact = pf_slice_of(fact->id);
	a->topic = pf_slice_of(pf_prompt_topic_name((enum pf_prompt_topic)fact->topic));
	a->worth = (uint32_t)fact->worth;
	a->cost = fact->cost_s * PF_SECOND;
	a->deadline = iv->fold->deadline - a->cost;
	for (size_t i = 0; i < fact->reveals.n; i++)
		add_line(reveals, fact->reveals.v[i]);
	a->reveals = pf_buf_view(reveals);
}

static void answer(struct pf_interview *iv, const struct pf_now *now, uint32_t ask,
		   const struct pf_match *m)
{
	struct pf_record r = {.kind = PF_RECORD_ANSWER};
	struct pf_buf say = {0}, reveals = {0}, alternatives = {0}, labels = {0};
	struct pf_record_answer *a = &r.u.answer;

	pf_match_say(m, &say);
	a->ask = ask;
	a->met = m->met;
	a->text = pf_buf_view(&say);
	a->deadline = iv->fold->deadline;
	if (m->met == PF_MET_FACT)
		tell_fact(iv, a, &reveals, m->fact);
	/* Who asked for what nobody knows is not shown what there is to be asked for. */
	for (size_t i = 0; m->met == PF_MET_CHOOSE && i < m->n_alternatives; i++) {
		add_line(&alternatives, m->alternatives[i]->id);
		add_line(&labels, pf_match_label(m->alternatives[i]));
	}
	a->alternatives = pf_buf_view(&alternatives);
	a->labels = pf_buf_view(&labels);
	pf_interview_emit(iv, now, &r);
	pf_buf_release(&say);
	pf_buf_release(&reveals);
	pf_buf_release(&alternatives);
	pf_buf_release(&labels);
}

static struct pf_match match(const struct pf_interview *iv, struct pf_slice question)
{
	struct ids ids = known_ids(iv->fold);
	struct pf_match m =
		pf_match_ask(iv->prompt, question, (struct pf_known_facts){ids.v, ids.n});

	free(ids.v);
	return m;
}

void pf_answer_pending(struct pf_interview *iv, const struct pf_now *now)
{
	size_t n = iv->fold->asked.n;
	struct pf_match m;

	if (n == 0 || iv->fold->asked.v[n - 1].answered)
		return;
	m = match(iv, pf_slice_of(iv->fold->asked.v[n - 1].text));
	answer(iv, now, (uint32_t)(n - 1), &m);
}

bool pf_interview_ask(struct pf_interview *iv, const struct pf_now *now)
{
	struct pf_slice typed = pf_slice_trim(pf_fold_text(iv->fold, PF_PANE_QUESTION));
	struct pf_record r = {.kind = PF_RECORD_ASK};
	struct pf_match m;
	char *question;

	if (iv->fold->step != PF_STEP_ASK || iv->fold->done)
		return pf_refuse(iv, "Questions are for the warm-up.");
	if (iv->fold->paused)
		return pf_refuse(iv, "Paused: let the clock run first.");
	if (typed.len == 0)
		return pf_refuse(iv, "Type a question first.");
	question = pf_xslicedup(typed);
	/* Pasted from elsewhere it may have line ends: a question is one line wherever it is shown.
	 */
	for (char *p = question; *p; p++)
		if (*p == '\n')
			*p = ' ';
	iv->notice[0] = '\0';
	m = match(iv, pf_slice_of(question));
	r.u.ask.n = (uint32_t)iv->fold->asked.n;
	r.u.ask.text = pf_slice_of(question);
	r.u.ask.proposes = m.proposes;
	r.u.ask.two = m.two;
	pf_interview_emit(iv, now, &r);
	answer(iv, now, r.u.ask.n, &m);
	/* Last, so that a death in between leaves the words twice rather than nowhere. */
	pf_interview_put_text(iv, now, PF_PANE_QUESTION, PF_SLICE(""));
	free(question);
	return true;
}

bool pf_interview_choose(struct pf_interview *iv, const struct pf_now *now, size_t index)
{
	const struct pf_fold *fold = iv->fold;
	const struct pf_asked *asked = fold->asked.n ? &fold->asked.v[fold->asked.n - 1] : NULL;
	struct pf_match m = {.met = PF_MET_FACT};
	struct pf_slice rest, line = {NULL, 0};
	char *id;

	if (fold->step != PF_STEP_ASK || fold->paused || !asked || !asked->alternatives[0])
		return pf_refuse(iv, "There is nothing to choose.");
	rest = pf_slice_of(asked->alternatives);
	for (size_t i = 0; i <= index; i++)
		if (!pf_slice_line(&rest, &line))
			return pf_refuse(iv, "There is no such choice.");
	id = pf_xslicedup(line);
	m.fact = pf_prompt_fact(iv->prompt, id);
	free(id);
	if (!m.fact)
		return pf_refuse(iv, "There is no such choice.");
	m.say = m.fact->say;
	iv->notice[0] = '\0';
	answer(iv, now, (uint32_t)(fold->asked.n - 1), &m);
	return true;
}

static void follow_up(struct pf_interview *iv, const struct pf_now *now, const char *text,
		      const char *why)
{
	struct pf_record r = {.kind = PF_RECORD_FOLLOW_UP};

	r.u.follow_up.probe = (uint32_t)(iv->fold->probes.n - 1);
	r.u.follow_up.text = pf_slice_of(text);
	r.u.follow_up.why = pf_slice_of(why);
	pf_interview_emit(iv, now, &r);
	/* The answer to it stands below the first. */
	(void)pf_interview_append(iv, now, pf_interview_reply_pane(iv), PF_SLICE("\n"));
}

static void close_probe(struct pf_interview *iv, const struct pf_now *now,
			const struct pf_reply_found *found)
{
	struct pf_record r = {.kind = PF_RECORD_REPLY};

	r.u.reply.probe = (uint32_t)(iv->fold->probes.n - 1);
	r.u.reply.found = found->found;
	r.u.reply.evaded = found->evaded;
	r.u.reply.shown = pf_slice_of(found->shown);
	pf_interview_emit(iv, now, &r);
	if (!pf_probe_next(iv, now))
		pf_step_to(iv, now, PF_STEP_ROLLOUT);
}

bool pf_interview_reply(struct pf_interview *iv, const struct pf_now *now)
{
	const struct pf_probed *probe = pf_fold_open_probe(iv->fold);
	struct pf_reply_found found;
	struct pf_slice text;
	char more[240];

	if (iv->fold->step != PF_STEP_PROBE || iv->fold->paused || !probe)
		return pf_refuse(iv, "No question is open.");
	text = pf_slice_trim(pf_fold_text(iv->fold, pf_interview_reply_pane(iv)));
	if (text.len == 0)
		return pf_refuse(iv, "Type a reply first; \"I do not know\" is one.");
	iv->notice[0] = '\0';
	found = pf_reply_read(iv, probe, text);
	/* One more question at most, and a number that does not fit is the better one. */
	if (!probe->follow_up[0] && found.mismatch[0]) {
		follow_up(iv, now, found.mismatch, "number");
	} else if (!probe->follow_up[0] && found.evaded) {
		pf_reply_follow_up(probe, &found, more);
		follow_up(iv, now, more, "evasion");
	} else {
		close_probe(iv, now, &found);
	}
	return true;
}
