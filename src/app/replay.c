/* Replay: the fold with a clock. Idle stretches are cut to five seconds. */
#include "state.h"

/* Time of the attempt that is shown now. */
static int64_t shown(const struct pf_app *app, const struct pf_now *now)
{
	int64_t at = app->replay.at;

	if (!app->replay.held)
		at += (now->monotonic - app->replay.from) * app->replay.speed;
	return at > app->replay.end ? app->replay.end : at;
}

bool replay_moves(const struct pf_app *app, const struct pf_now *now)
{
	return !app->replay.held && shown(app, now) < app->replay.end;
}

/* Where nothing is written for long, the clock jumps to just before the next record. */
static void skip_idle(struct pf_app *app, const struct pf_now *now)
{
	int64_t at = shown(app, now);

	for (size_t i = 0; i < app->replay.n; i++) {
		if (app->replay.v[i].at <= at)
			continue;
		if (app->replay.v[i].at - at > 5 * PF_SECOND * app->replay.speed) {
			app->replay.at = app->replay.v[i].at - PF_SECOND;
			app->replay.from = now->monotonic;
		}
		return;
	}
}

static int64_t begin(const struct pf_app *app)
{
	return app->replay.n ? app->replay.v[0].at : 0;
}

/* To a time of one's own choosing; nothing is skipped there. False for any other command. */
static bool jump(struct pf_app *app, enum pf_app_command command)
{
	switch (command) {
	case PF_APP_PAGE_TOP: app->replay.at = begin(app); break;
	case PF_APP_PAGE_END: app->replay.at = app->replay.end; break;
	case PF_APP_MINUTE_BACK: app->replay.at -= PF_MINUTE; break;
	case PF_APP_MINUTE_ON: app->replay.at += PF_MINUTE; break;
	default: return false;
	}
	if (app->replay.at < begin(app))
		app->replay.at = begin(app);
	if (app->replay.at > app->replay.end)
		app->replay.at = app->replay.end;
	return true;
}

static void command(struct pf_app *app, enum pf_app_command command, const struct pf_now *now,
		    struct pf_effects *fx)
{
	(void)fx;
	app->replay.at = shown(app, now);
	app->replay.from = now->monotonic;
	if (jump(app, command))
		return;
	switch (command) {
	case PF_APP_HOLD: app->replay.held = !app->replay.held; break;
	case PF_APP_SLOWER:
		app->replay.speed = app->replay.speed > 1 ? app->replay.speed / 2 : 1;
		break;
	case PF_APP_FASTER:
		app->replay.speed = app->replay.speed < 640 ? app->replay.speed * 2 : 640;
		break;
	case PF_APP_BACK: app_go(app, SCREEN_ATTEMPT); break;
	default:
		if (!app->replay.held)
			skip_idle(app, now);
		break;
	}
}

/* What was said and written at the step the fold stands in, its end last. */
static struct page page_at(const struct pf_fold *fold, struct pf_buf *said)
{
	const struct pf_probed *probe = pf_fold_open_probe(fold);
	uint32_t pane = PF_PANE_DRAFT;
	struct page page = {.n = 2};

	switch (fold->step) {
	case PF_STEP_ASK:
		talk_text(fold, said);
		pane = PF_PANE_QUESTION;
		break;
	case PF_STEP_PROBE:
		if (!probe)
			break;
		probe_text(probe, said);
		pane = PF_PANE_REPLY + (uint32_t)(fold->probes.n - 1);
		break;
	case PF_STEP_ROLLOUT: pane = PF_PANE_ROLLOUT; break;
	case PF_STEP_REFLECT: pane = PF_PANE_REFLECTION; break;
	case PF_STEP_REWRITE: pane = PF_PANE_REWRITE; break;
	case PF_STEP_NEXT_STEP: pane = PF_PANE_NEXT_STEP; break;
	default: break;
	}
	page.parts[0].text = pf_buf_view(said);
	page.parts[1] = (struct page_part){pf_fold_text(fold, pane), pane == PF_PANE_DRAFT, {0, 0}};
	return page;
}

static void paint(struct pf_app *app, const struct pf_now *now, struct pf_surface *s,
		  struct pf_rect r)
{
	struct pf_fold *fold = NULL;
	struct pf_journal_view journal = {app->replay.v, app->replay.n};
	int64_t at = shown(app, now);
	char clock[16], whole[16];
	struct page page;
	int rows;
	struct pf_buf said = {0};

	if (pf_fold_until(&fold, journal, at, NULL, NULL) != PF_OK)
		pf_app_say(app, true, "The journal is damaged from here on.");
	pf_clock_text(at - begin(app), clock);
	pf_clock_text(app->replay.end - begin(app), whole);
	paint_bar(s, r.row, PF_STYLE_BAR, "Replay  %s of %s  x%d%s  %s", clock, whole,
		  app->replay.speed, app->replay.held ? " (held)" : "",
		  pf_fold_stage(fold) ? pf_fold_stage(fold)->title : "");
	pf_rect_take_top(&r, 1);
	page = page_at(fold, &said);
	r = reading_column(r);
	rows = paint_page(s, pf_rect_make(0, 0, 0, r.cols), 0, &page);
	paint_page(s, r, rows > r.rows ? rows - r.rows : 0, &page);
	pf_buf_release(&said);
	pf_fold_free(fold);
}

const struct screen_row screen_replay = {PF_IN_REPLAY, NULL, command, paint};
