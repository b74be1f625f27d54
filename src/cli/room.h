/*
 * room.h - everything an interview needs, loaded: bank, plans, rubric, skeletons, guide, store.
 * One for the screens, plain mode, drills and replay.
 */
#ifndef SRC_CLI_ROOM_H
#define SRC_CLI_ROOM_H

#include "keeper.h"
#include "prfaq/bank/config.h"
#include "shared.h"

struct room {
	const struct pf_cli *cli;
	struct pf_config config;
	struct pf_bank *bank;
	struct pf_rubric *rubric;
	struct {
		struct pf_plan **v;
		size_t n, cap;
	} plans;
	struct pf_buf skeletons[2]; /* article, canonical */
	struct pf_buf guide;
	struct keeper keeper;
	struct past_drafts past;
	uint64_t seed;
};

/* Broken files of the user are told on cli->err and left out. On failure what is wrong has been
 * said; release is due in every case. */
PF_MUST_USE enum pf_exit room_open(struct room *room, const struct pf_cli *cli);

/* The same in two steps, for the home screen, which is painted between them: all but bank and
 * rubric, which stay NULL; then these, with what is wrong said on cli->err, a stream that may be
 * another than that of the first step. Release is due in every case. */
PF_MUST_USE enum pf_exit room_enter(struct room *room, const struct pf_cli *cli);
PF_MUST_USE enum pf_exit room_furnish(struct room *room, const struct pf_cli *cli);
void room_release(struct room *room);

/* NULL with PF_ERR_USAGE and the nearest name in *err. */
const struct pf_plan *room_plan(const struct room *room, const char *name, struct pf_error *err);
struct pf_app_setup room_setup(const struct room *room);
struct pf_interview_setup room_interview_setup(const struct room *room);
/* A prompt's name from the command line, or the next one to practise on. NULL: said. */
const struct pf_prompt *room_prompt(struct room *room, const char *id, int level, int role,
				    const char *section, enum pf_exit *code);

/* The journal of the attempt as the user named it ("last", an id, its beginning or end), and the
 * id itself. On anything but PF_EXIT_OK what is wrong has been said. The caller releases *kept in
 * every case. */
PF_MUST_USE enum pf_exit room_journal(struct room *room, const char *typed,
				      char id[PF_ATTEMPT_ID_MAX], struct kept *kept);

/* The attempt folded to its end. On anything but PF_EXIT_OK *fold is NULL and what is wrong has
 * been said. Where the journal breaks off, what came before is folded, and that is said. */
PF_MUST_USE enum pf_exit room_fold(struct room *room, const char *typed, struct pf_fold **fold);

#endif
