/* prfaq replay: an attempt's records, one a line, or its text at a moment. */

#include "commands.h"
#include "room.h"

struct replay_options {
	long at;
	bool dump;
};

static const struct pf_option options[] = {
	{.name = "at",
	 .kind = PF_OPTION_NUMBER,
	 .offset = offsetof(struct replay_options, at),
	 .value = "SECONDS",
	 .help = "print the draft as it stood so many seconds after the attempt began"},
	{.name = "records",
	 .kind = PF_OPTION_FLAG,
	 .offset = offsetof(struct replay_options, dump),
	 .help = "print every record, one a line"},
	{0},
};

static enum pf_exit dump(const struct pf_cli *cli, struct pf_journal_view journal)
{
	struct pf_buf out = {0};
	struct pf_error err = {0};

	for (size_t i = 0; i < journal.n; i++) {
		struct pf_record record;

		if (pf_record_decode(&record, journal.v[i].kind, journal.v[i].body, &err) !=
		    PF_OK) {
			cli_print(cli, &out);
			return pf_cli_fail(cli, &err);
		}
		pf_buf_printf(&out, "%7.1f  ", (double)(journal.v[i].at - journal.v[0].at) / 1000);
		pf_record_dump(&out, &record);
		if (out.len && out.ptr[out.len - 1] != '\n')
			pf_buf_byte(&out, '\n');
	}
	return cli_print_prose(cli, &out);
}

/* Words and minutes of the draft, a line a minute: how the writing went. */
static enum pf_exit pace(const struct pf_cli *cli, struct pf_journal_view journal)
{
	struct pf_buf out = {0};
	struct pf_error err = {0};
	enum pf_status status = PF_OK;

	for (size_t i = 0; i < journal.n && status == PF_OK;) {
		int64_t minute = (journal.v[i].at - journal.v[0].at) / PF_MINUTE;
		struct pf_fold *fold;

		while (i < journal.n && (journal.v[i].at - journal.v[0].at) / PF_MINUTE <= minute)
			i++;
		status = pf_fold_until(&fold, journal,
				       journal.v[0].at + (minute + 1) * PF_MINUTE - 1, NULL, &err);
		if (pf_fold_stage(fold))
			pf_buf_printf(&out, "minute %3d  %-20s %5u words\n", (int)minute + 1,
				      pf_fold_stage(fold)->title, pf_fold_words(fold));
		pf_fold_free(fold);
	}
	if (status != PF_OK)
		(void)pf_cli_fail(cli, &err);
	return cli_print(cli, &out);
}

static enum pf_exit text_at(const struct pf_cli *cli, struct pf_journal_view journal, long seconds)
{
	struct pf_fold *fold;
	struct pf_error err = {0};
	struct pf_buf out = {0};

	if (seconds > INT32_MAX)
		seconds = INT32_MAX;
	if (pf_fold_until(&fold, journal, journal.v[0].at + seconds * PF_SECOND, NULL, &err) !=
	    PF_OK)
		(void)pf_cli_fail(cli, &err);
	pf_buf_slice(&out, pf_fold_text(fold, PF_PANE_DRAFT));
	pf_fold_free(fold);
	return cli_print_prose(cli, &out);
}

static enum pf_exit replay(struct room *room, const char *typed, const struct replay_options *o)
{
	char id[PF_ATTEMPT_ID_MAX];
	struct kept kept;
	enum pf_exit code = room_journal(room, typed, id, &kept);
	struct pf_journal_view journal = kept_view(&kept);

	if (code == PF_EXIT_OK && journal.n) {
		if (o->dump)
			code = dump(room->cli, journal);
		else if (o->at >= 0)
			code = text_at(room->cli, journal, o->at);
		else
			code = pace(room->cli, journal);
	}
	kept_release(&kept);
	return code;
}

static enum pf_exit run(const struct pf_cli *cli, int argc, char **argv)
{
	struct replay_options o = {.at = -1};
	struct pf_words_given words;
	struct room room;
	enum pf_exit code;

	if (!pf_cli_options(cli, &pf_command_replay, argc, argv, &o, &words))
		return PF_EXIT_USAGE;
	if (words.n != 1)
		return pf_cli_usage(cli, &pf_command_replay,
				    "name one attempt; \"last\" is the latest");
	code = room_open(&room, cli);
	if (code == PF_EXIT_OK)
		code = replay(&room, words.v[0], &o);
	room_release(&room);
	return code;
}

const struct pf_command pf_command_replay = {
	.name = "replay",
	.words = "ATTEMPT",
	.summary = "Show how an attempt was written",
	.about = "Prints the words of the draft minute by minute. On a screen: prfaq review "
		 "ATTEMPT, then p.",
	.examples = "prfaq replay last\twords, minute by minute\n"
		    "prfaq replay last --at 600\tthe draft after ten minutes\n",
	.options = options,
	.run = run,
};
