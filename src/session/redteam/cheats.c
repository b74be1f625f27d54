#include "cheats.h"

#define PF_CHEAT(maker, name, sort) {name, PF_BREED_##sort, pf_cheat_##maker},
const struct pf_breed pf_cheats[] = {PF_CHEATS(PF_CHEAT)};
#undef PF_CHEAT
const size_t pf_n_cheats = sizeof(pf_cheats) / sizeof(*pf_cheats);
