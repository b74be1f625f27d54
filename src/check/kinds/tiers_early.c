/* tiers: whether the leading metric can be read before the primary. */
#include "prfaq/base/ascii.h"

#include "draft/quants.h"
#include "tiers.h"

/* When a metric is read. */
struct frame {
	enum { FRAME_NONE, FRAME_AFTER_LAUNCH, FRAME_CALENDAR } clock;
	double days; /* after launch, or since 1970 */
};

/* "week 10": its figure, 0 when it is a word. */
static double counted(struct pf_slice text)
{
	double n = 0;

	for (size_t i = 0; i < text.len; i++)
		if (pf_ascii_is_digit(text.ptr[i]))
			n = n * 10 + (text.ptr[i] - '0');
	return n;
}

static struct frame frame_of(const struct pf_view *view, const struct pf_quant *q)
{
	double unit = pf_quant_unit_days(q->unit), n = q->value;

	if (q->kind == PF_QUANT_DATE && q->date != INT32_MIN)
		return (struct frame){FRAME_CALENDAR, q->date_end};
	if (q->kind == PF_QUANT_DATE)
		n = counted(pf_slice_cut(view->text, q->begin, q->end));
	if (unit == 0 || n <= 0)
		return (struct frame){FRAME_NONE, 0};
	return (struct frame){FRAME_AFTER_LAUNCH, n * unit};
}

/* A day or a week that is no amount: "12 % now and 70 % in 6 weeks". */
static bool may_be_frame(const struct pf_quant *q)
{
	return q->kind == PF_QUANT_DATE || q->role == PF_ROLE_DEADLINE ||
	       (q->kind == PF_QUANT_DURATION && q->role == PF_ROLE_NONE &&
		q->value * pf_quant_unit_days(q->unit) >= 14);
}

/* Its deadline, or the first time in its row that is one. */
static struct frame frame_of_metric(const struct pf_view *view, const struct pf_metric *m)
{
	const struct pf_quant *q = pf_tiers_quant(view, m->deadline);
	struct frame frame = q ? frame_of(view, q) : (struct frame){FRAME_NONE, 0};
	size_t first, last;

	/* "77 days → a better level" is no time in which anything is reached. */
	if (!pf_tiers_has_target(view, m))
		return frame;
	pf_view_quants(view, m->whole, &first, &last);
	for (size_t i = first; i < last && frame.clock == FRAME_NONE; i++)
		if (may_be_frame(&view->quants->v[i]))
			frame = frame_of(view, &view->quants->v[i]);
	return frame;
}

/* On the calendar, where the page says on which day it is launched. */
static struct frame dated(const struct pf_view *view, struct frame frame)
{
	const struct pf_quant *launch = pf_tiers_quant(view, view->parts->launch_quant);

	if (frame.clock != FRAME_AFTER_LAUNCH || !launch || launch->date == INT32_MIN)
		return frame;
	return (struct frame){FRAME_CALENDAR, launch->date + frame.days};
}

void pf_tiers_early(const struct pf_view *view, struct pf_judgement *j)
{
	const struct pf_metric *primary = pf_tiers_metric(view, PF_TIER_PRIMARY);
	const struct pf_metric *leading = pf_tiers_metric(view, PF_TIER_LEADING);
	struct frame early, late;

	if (!primary || !leading) {
		pf_judge_credit(j, 0, pf_part_place(view, PF_PART_METRICS), "two tiers are needed");
		j->untold = true;
		return;
	}
	early = frame_of_metric(view, leading);
	late = frame_of_metric(view, primary);
	if (early.clock != late.clock) {
		early = dated(view, early);
		late = dated(view, late);
	}
	if (early.clock == FRAME_NONE && pf_tiers_has_deadline(view, leading)) {
		/* "By the third storm day": there is one, and no clock for it. */
		pf_judge_credit(j, 0, leading->whole, "its time frame is on no calendar");
		j->untold = true;
	} else if (early.clock == FRAME_NONE) {
		pf_judge_credit(j, 0, leading->whole, "it has no time frame of its own");
		pf_judge_miss(j, leading->whole, "it has no time frame of its own", "");
	} else if (early.clock != late.clock) {
		/* That the primary has none is told already; two clocks may well be in order. */
		pf_judge_credit(j, late.clock == FRAME_NONE ? 0 : 0.5, leading->whole,
				"its time frame and that of the primary cannot be compared");
		j->untold = true;
	} else if (early.days < late.days) {
		pf_judge_credit(j, 1, leading->whole, "%.0f days before the primary",
				late.days - early.days);
	} else {
		pf_judge_credit(j, 0, leading->whole, "no earlier than the primary");
		pf_judge_miss(j, leading->whole, "it is read no earlier than the primary", "");
	}
}
