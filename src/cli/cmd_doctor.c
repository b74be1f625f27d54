/* prfaq doctor: what is found where, and what is wrong with it. */

#include "commands.h"
#include "room.h"

static const struct pf_option options[] = {{0}};

static void line(const struct pf_cli *cli, bool ok, const char *what, const char *value)
{
	fprintf(cli->out, "%s  %-10s %s\n", ok ? "ok " : "BAD", what, value);
}

static bool store_line(const struct room *room)
{
	struct pf_error err = {0};
	char text[800];

	if (!room->keeper.store) {
		line(room->cli, false, "attempts", room->keeper.trouble);
		return false;
	}
	if (pf_store_verify(room->keeper.store, &err) != PF_OK) {
		line(room->cli, false, "attempts", pf_error_text(&err, text, sizeof(text)));
		return false;
	}
	if (pf_store_read_only(room->keeper.store)) {
		line(room->cli, false, "attempts", pf_store_read_only_why(room->keeper.store));
		return false;
	}
	line(room->cli, true, "attempts", pf_store_path(room->keeper.store));
	return true;
}

static enum pf_exit run(const struct pf_cli *cli, int argc, char **argv)
{
	struct pf_words_given words;
	struct room room;
	enum pf_exit code;
	char text[128];
	bool ok;

	if (!pf_cli_options(cli, &pf_command_doctor, argc, argv, NULL, &words))
		return PF_EXIT_USAGE;
	code = room_open(&room, cli);
	ok = code == PF_EXIT_OK;
	line(cli, true, "version", PF_VERSION);
	line(cli, true, "shipped", cli->paths.shipped);
	line(cli, true, "yours", cli->paths.config);
	if (ok) {
		snprintf(text, sizeof(text), "%zu", pf_bank_count(room.bank));
		line(cli, pf_bank_count(room.bank) > 0, "prompts", text);
		snprintf(text, sizeof(text), "%zu", room.plans.n);
		line(cli, room.plans.n > 0, "plans", text);
		snprintf(text, sizeof(text), "%zu (%s)", pf_rubric_rules(room.rubric),
			 pf_rubric_hash(room.rubric));
		line(cli, true, "rules", text);
	}
	ok = store_line(&room) && ok;
	/* In a pipe there is none, and nothing is wrong with that. */
	line(cli, true, "terminal",
	     cli->terminal ? "can be drawn on" : "none here: --plain works without");
	room_release(&room);
	return ok ? PF_EXIT_OK : PF_EXIT_FAILED;
}

const struct pf_command pf_command_doctor = {
	.name = "doctor",
	.words = "",
	.summary = "Say what is found where, and what is wrong",
	.about = "Checks prompts, plans, rules, the database of attempts and the terminal.",
	.examples = "",
	.options = options,
	.run = run,
};
