/* What the plain mode says: the step that begins, what was answered and asked since, the result. */
#include <stdarg.h>
#include <stdio.h>

#include "plain_say.h"
#include "prfaq/app/result_text.h"
#include "shared.h"

void plain_say(struct plain *p, const char *fmt, ...)
{
	struct pf_buf text = {0}, lines = {0};
	va_list ap;

	va_start(ap, fmt);
	pf_buf_vprintf(&text, fmt, ap);
	va_end(ap);
	pf_buf_byte(&text, '\n');
	cli_add_prose(p->room->cli, &lines, pf_buf_view(&text));
	fwrite(lines.ptr, 1, lines.len, p->out);
	pf_buf_release(&lines);
	pf_buf_release(&text);
}

/* The text with the marks of src/app/paint.h, as plain lines. */
static void say_marked(struct plain *p, const struct pf_buf *text)
{
	struct pf_buf lines = {0};

	pf_result_plain(pf_buf_view(text), &lines);
	plain_say(p, "%.*s", PF_SLICE_ARG(pf_slice_trim(pf_buf_view(&lines))));
	pf_buf_release(&lines);
}

void plain_say_time(struct plain *p, const struct pf_now *now)
{
	struct pf_standing st = pf_interview_standing(p->iv, now);
	char left[16];

	pf_clock_text(st.clock.over ? st.clock.overtime : st.clock.left, left);
	plain_say(p, "[%u/%u %s, %s %s, %u words]", st.stage + 1, st.n_stages,
		  st.title ? st.title : "Done", left, st.clock.over ? "overtime" : "left",
		  st.words);
}

void plain_say_brief(struct plain *p)
{
	const struct pf_prompt *prompt = pf_interview_prompt(p->iv);

	plain_say(p, "%s\n\n%s", prompt->title, prompt->prompt);
	if (pf_interview_given(p->iv).len)
		plain_say(p, "Given:\n%.*s", PF_SLICE_ARG(pf_interview_given(p->iv)));
	if (prompt->fictional)
		plain_say(p, "Company, names and numbers are invented.");
}

void plain_say_marks(struct plain *p)
{
	const struct pf_fold *fold = pf_interview_fold(p->iv);

	for (int d = 0; d < PF_DIMENSIONS; d++)
		if (fold->marks[d] < 0) {
			plain_say(p, "%s, 0 to 5? %s", pf_dimension_name((enum pf_dimension)d),
				  pf_dimension_ask((enum pf_dimension)d));
			return;
		}
	if (fold->odds < 0)
		plain_say(p, "chance in percent, 0 to 100? Would this panel say yes to this page?");
	else
		plain_say(p, "All marked. /next shows the result.");
}

static void say_result(struct plain *p)
{
	struct pf_buf text = {0};

	pf_result_text(p->iv, "/rewrite", &text);
	say_marked(p, &text);
	pf_buf_release(&text);
}

/* What it is about before the words themselves: the longer of the two is heard last. */
static void say_rewrite(struct plain *p)
{
	const struct pf_result *result = pf_interview_result(p->iv);

	if (result && result->costliest_fix[0])
		plain_say(p, "What would fix it: %s", result->costliest_fix);
	plain_say(p, "As it was:\n%s", pf_interview_fold(p->iv)->rewrite_original);
}

/* What a step shows when it begins, above the line that says what to do. */
static void show(struct plain *p, const struct pf_fold *fold)
{
	switch (fold->step) {
	case PF_STEP_READ:
	case PF_STEP_ASK: plain_say_brief(p); break;
	case PF_STEP_RESULT: say_result(p); break;
	case PF_STEP_REWRITE: say_rewrite(p); break;
	case PF_STEP_MODEL:
		plain_say(p, "Model answer:\n%.*s",
			  PF_SLICE_ARG(pf_slice_trim(pf_interview_model(p->iv))));
		break;
	case PF_STEP_END: plain_say(p, "The attempt is kept: prfaq review %s", fold->id); break;
	default: break;
	}
}

static const char *const says[PF_STEP_COUNT] = {
	[PF_STEP_READ] = "/next starts the writing.",
	[PF_STEP_ASK] = "Ask one question a line. /next starts the draft.",
	[PF_STEP_WRITE] = "Write the draft, line by line. /show prints it, /next ends it.",
	[PF_STEP_PROBE] = "Answer each question; /done ends an answer.",
	[PF_STEP_ROLLOUT] = ("Rollout: a line a step with week, audience, gate and stop rule. "
			     "/next ends it."),
	[PF_STEP_REFLECT] = "What would you do differently? /next goes on.",
	[PF_STEP_MARK] = "Mark yourself before any score shows.",
	[PF_STEP_RESULT] = "/rewrite, /why, /model or /next.",
	[PF_STEP_REWRITE] = "Write it again, five minutes; /clear empties it, /next ends it.",
	[PF_STEP_NEXT_STEP] = "One next step, kept for the next attempt. /next ends it.",
	[PF_STEP_MODEL] = "/next ends the attempt.",
};

/* What the step is, once when it begins. */
static void introduce(struct plain *p, const struct pf_now *now)
{
	const struct pf_fold *fold = pf_interview_fold(p->iv);
	uint32_t stage = (uint32_t)fold->stages.n;

	if (fold->step == p->told && stage == p->stage_told)
		return;
	p->told = fold->step;
	p->stage_told = stage;
	if (fold->step != PF_STEP_END)
		plain_say_time(p, now);
	show(p, fold);
	if (says[fold->step])
		plain_say(p, "%s", says[fold->step]);
	if (fold->step == PF_STEP_MARK)
		plain_say_marks(p);
	p->quits |= fold->step == PF_STEP_END;
}

/* What was said since the last line: answers, probes, notices. */
void plain_report(struct plain *p, const struct pf_now *now)
{
	const struct pf_fold *fold = pf_interview_fold(p->iv);
	const char *notice = pf_interview_notice(p->iv);

	for (; p->asked_told < fold->asked.n && fold->asked.v[p->asked_told].answered;
	     p->asked_told++) {
		struct pf_slice labels = pf_slice_of(fold->asked.v[p->asked_told].labels), one;
		struct pf_buf answer = {0};

		pf_asked_show(&fold->asked.v[p->asked_told], &answer);
		plain_say(p, "%.*s", PF_SLICE_ARG(pf_buf_view(&answer)));
		pf_buf_release(&answer);
		for (int k = 1; pf_slice_line(&labels, &one); k++)
			plain_say(p, "  %d  %.*s", k, PF_SLICE_ARG(one));
	}
	if (*notice)
		plain_say(p, "(%s)", notice);
	pf_interview_told(p->iv);
	introduce(p, now);
	for (; p->probes_told < fold->probes.n; p->probes_told++) {
		const struct pf_probed *probe = &fold->probes.v[p->probes_told];

		plain_say(p, "%s:", pf_lens_title(probe->lens));
		if (probe->quote && *probe->quote)
			plain_say(p, "  \"%s\"", probe->quote);
		if (probe->other && *probe->other)
			plain_say(p, "  \"%s\"", probe->other);
		plain_say(p, "%s", probe->text);
	}
}

void plain_say_coach(struct plain *p)
{
	struct pf_coach_line lines[12];
	size_t n;

	pf_interview_check(p->iv);
	n = pf_interview_coach(p->iv, lines, 12);
	for (size_t i = 0; i < n; i++)
		plain_say(p, "- %s", lines[i].text);
	if (!n)
		plain_say(p, "The coach has nothing to say here.");
}

void plain_say_proofs(struct plain *p)
{
	struct pf_buf text = {0};

	pf_result_proofs(p->iv, &text);
	say_marked(p, &text);
	pf_buf_release(&text);
}
