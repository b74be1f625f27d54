/* prfaq interview and prfaq drill: an attempt, on screens or line by line. */
#include "commands.h"
#include "loop.h"
#include "plain.h"
#include "prfaq/base/nearest.h"

struct start_options {
	const char *prompt, *plan;
	int role, level; /* indexes; -1: as the prompt says */
	bool strict, plain, resume;
};

#define OPTION_PROMPT                                                                           \
	{                                                                                       \
		.name = "prompt", .letter = 'p', .kind = PF_OPTION_TEXT,                        \
		.offset = offsetof(struct start_options, prompt), .value = "ID",                \
		.help = "the prompt; else the next one you have not done", .complete = "prompt" \
	}
#define OPTION_STRICT                                                    \
	{                                                                \
		.name = "strict", .kind = PF_OPTION_FLAG,                \
		.offset = offsetof(struct start_options, strict),        \
		.help = "no pause, no coach, the bell freezes the draft" \
	}
#define OPTION_ROLE                                                              \
	{                                                                        \
		.name = "role", .kind = PF_OPTION_CHOICE,                        \
		.offset = offsetof(struct start_options, role), .value = "ROLE", \
		.choices = pf_prompt_roles, .help = "judge as"                   \
	}
#define OPTION_LEVEL                                                               \
	{                                                                          \
		.name = "level", .kind = PF_OPTION_CHOICE,                         \
		.offset = offsetof(struct start_options, level), .value = "LEVEL", \
		.choices = cli_levels, .help = "judge as"                          \
	}
#define OPTION_PLAIN                                                                     \
	{                                                                                \
		.name = "plain", .kind = PF_OPTION_FLAG,                                 \
		.offset = offsetof(struct start_options, plain),                         \
		.help = "line by line on standard input and output: no screen is needed" \
	}

static const struct pf_option interview_options[] = {
	OPTION_PROMPT,
	{.name = "plan",
	 .kind = PF_OPTION_TEXT,
	 .offset = offsetof(struct start_options, plan),
	 .value = "NAME",
	 .help = "interview (90 minutes), short (45), prep60, night-before",
	 .complete = "plan"},
	OPTION_STRICT,
	OPTION_ROLE,
	OPTION_LEVEL,
	OPTION_PLAIN,
	{.name = "resume",
	 .letter = 'r',
	 .kind = PF_OPTION_FLAG,
	 .offset = offsetof(struct start_options, resume),
	 .help = "go on with the attempt that is open"},
	{0},
};

static const struct pf_option drill_options[] = {
	OPTION_PROMPT, OPTION_STRICT, OPTION_ROLE, OPTION_LEVEL, OPTION_PLAIN, {0},
};

static enum pf_status latest_open(struct pf_store *store, struct pf_attempt *out,
				  struct pf_error *err)
{
	struct pf_attempt_list list = {0};
	enum pf_status status = pf_attempt_query(store, PF_ATTEMPTS_OPEN, 1, &list, err);

	if (status == PF_OK && !list.n)
		status = pf_error_set(err, PF_ERR_NOT_FOUND, "no attempt is open");
	if (status == PF_OK)
		*out = list.v[0];
	pf_attempt_list_release(&list);
	return status;
}

/* The latest attempt that is open, or the one named. */
static enum pf_exit resume(struct room *room, const struct pf_words_given *words, bool plain)
{
	struct pf_attempt a;
	struct pf_error err = {0};
	struct opening opening = {.resume = a.id};

	if (!room->keeper.store)
		return keeper_closed(&room->keeper, room->cli);
	if (!words->n) {
		if (latest_open(room->keeper.store, &a, &err) != PF_OK)
			return pf_cli_fail(room->cli, &err);
	} else if (pf_attempt_find(room->keeper.store, words->v[0], &a, &err) != PF_OK) {
		return cli_not_found(room->cli, &err);
	}
	return plain ? plain_resume(room, a.id) : loop_run(room, &opening);
}

static enum pf_exit start(struct room *room, const struct start_options *o, const char *plan_name,
			  const char *section)
{
	struct opening opening = {
		.strict = o->strict || room->config.strict,
		.role = o->role >= 0 ? o->role : room->config.role,
		.level = o->level >= 0 ? o->level + 4 : room->config.level,
	};
	struct pf_error err = {0};
	enum pf_exit code;

	opening.plan = room_plan(room, plan_name, &err);
	if (!opening.plan)
		return pf_cli_fail(room->cli, &err);
	opening.prompt = room_prompt(room, o->prompt, opening.level, opening.role, section, &code);
	if (!opening.prompt)
		return code;
	return o->plain ? plain_begin(room, &opening) : loop_run(room, &opening);
}

static enum pf_exit run_interview(const struct pf_cli *cli, int argc, char **argv)
{
	struct start_options o = {.role = -1, .level = -1};
	struct pf_words_given words;
	struct room room;
	enum pf_exit code;

	if (!pf_cli_options(cli, &pf_command_interview, argc, argv, &o, &words))
		return PF_EXIT_USAGE;
	if (words.n > (o.resume ? 1u : 0u))
		return pf_cli_usage(cli, &pf_command_interview,
				    "\"%s\": the prompt is named with --prompt", words.v[0]);
	if (!o.plain && !cli->terminal)
		return cli_no_terminal(cli);
	code = room_open(&room, cli);
	if (code == PF_EXIT_OK && o.resume)
		code = resume(&room, &words, o.plain);
	else if (code == PF_EXIT_OK)
		code = start(&room, &o,
			     o.plan             ? o.plan
			     : room.config.plan ? room.config.plan
						: "interview",
			     NULL);
	room_release(&room);
	return code;
}

const struct pf_command pf_command_interview = {
	.name = "interview",
	.words = "[ATTEMPT]",
	.summary = "Run a timed mock interview",
	.about = "Four stages: ask, draft, answer, look back. Every key is kept as it is typed; "
		 "leave at any\n"
		 "time with C-q and go on with --resume. A practice format, not a forecast.",
	.examples = "prfaq interview --prompt watch-party\tninety minutes on one prompt\n"
		    "prfaq interview --plan short --strict\tforty-five, as in the room\n"
		    "prfaq interview --resume\tgo on where you left\n",
	.options = interview_options,
	.run = run_interview,
};

#define SECTIONS "clarify, problem, solution, benefits, metrics, faq or rollout"

static enum pf_exit run_drill(const struct pf_cli *cli, int argc, char **argv)
{
	struct start_options o = {.role = -1, .level = -1};
	struct pf_words_given words;
	struct room room;
	enum pf_exit code;
	enum pf_plan_section section;

	if (!pf_cli_options(cli, &pf_command_drill, argc, argv, &o, &words))
		return PF_EXIT_USAGE;
	if (words.n != 1)
		return pf_cli_usage(cli, &pf_command_drill, "say which: " SECTIONS);
	section = pf_plan_section_find(words.v[0]);
	if (section == PF_PLAN_SECTIONS) {
		const char *near = pf_nearest(words.v[0], pf_plan_section_names, PF_PLAN_SECTIONS);

		return pf_cli_usage(cli, &pf_command_drill, "no section \"%s\"; %s%s%s", words.v[0],
				    near ? "did you mean " : "there is ", near ? near : SECTIONS,
				    near ? "?" : "");
	}
	if (!o.plain && !cli->terminal)
		return cli_no_terminal(cli);
	code = room_open(&room, cli);
	if (code == PF_EXIT_OK)
		code = start(&room, &o, pf_plan_section_name(section),
			     pf_plan_section_name(section));
	room_release(&room);
	return code;
}

const struct pf_command pf_command_drill = {
	.name = "drill",
	.words = "SECTION",
	.summary = "Practise one section, at most 12 minutes",
	.about = "SECTION is " SECTIONS ". What the section\n"
		 "needs is given; only its rules are applied; the model answer shows at the end.",
	.examples = "prfaq drill metrics\tthe metrics of the next prompt\n"
		    "prfaq drill faq --prompt watch-party\tof this one\n",
	.options = drill_options,
	.run = run_drill,
};
