/* What was asked and answered, as text: on the stage, at its side, in review and in replay. */
#include "state.h"

void talk_text(const struct pf_fold *fold, struct pf_buf *out)
{
	for (size_t i = 0; i < fold->asked.n; i++) {
		struct pf_slice labels = pf_slice_of(fold->asked.v[i].labels), one;
		bool last = i + 1 == fold->asked.n && fold->step == PF_STEP_ASK;

		pf_buf_printf(out, "> %s\n", fold->asked.v[i].text);
		if (fold->asked.v[i].answered) {
			pf_buf_adds(out, "? ");
			pf_asked_show(&fold->asked.v[i], out);
			pf_buf_byte(out, '\n');
		}
		for (int k = 1; last && pf_slice_line(&labels, &one); k++)
			pf_buf_printf(out, "= %d  %.*s\n", k, PF_SLICE_ARG(one));
	}
}

void probe_text(const struct pf_probed *probe, struct pf_buf *out)
{
	if (probe->quote && *probe->quote)
		pf_buf_printf(out, "> \"%s\"\n", probe->quote);
	if (probe->other && *probe->other)
		pf_buf_printf(out, "> \"%s\"\n", probe->other);
	pf_buf_printf(out, "? %s\n", probe->text);
	if (probe->follow_up && *probe->follow_up)
		pf_buf_printf(out, "? %s\n", probe->follow_up);
}
