/*
 * cheats.h - pages that have what a good page has, but for the substance: one table of them. A
 * family of cheats is a file.
 */
#ifndef PF_SESSION_CHEATS_H
#define PF_SESSION_CHEATS_H

#include "breed.h"

/* In the order they are bred. A twin follows the faker it is held against. */
/*        maker, name, sort */
#define PF_CHEATS(X)                                                  \
	X(keyword_salad, "keyword salad", RUBBISH)                    \
	X(glued_keywords, "keywords in sentences", RUBBISH)           \
	X(glued_numbers, "keywords with numbers", RUBBISH)            \
	X(told_numbers, "the brief's numbers", RUBBISH)               \
	X(shuffled_words, "shuffled words", RUBBISH)                  \
	X(shuffled_letters, "shuffled letters", RUBBISH)              \
	X(shuffled_clauses, "shuffled clauses", RUBBISH)              \
	X(shuffled_sentences, "shuffled sentences", RUBBISH)          \
	X(shuffled_sections, "sentences in sections", ORDER)          \
	X(backwards, "sentences backwards", RUBBISH)                  \
	X(flowing_sentences, "sentences in one flow", RUBBISH)        \
	X(bare_sentences, "sentences without marks", RUBBISH)         \
	X(number_spray, "number spray", RUBBISH)                      \
	X(noun_spray, "numbers of nouns", RUBBISH)                    \
	X(numbers_at_ends, "numbers at every end", RUBBISH)           \
	X(famous_names, "famous names", RUBBISH)                      \
	X(prompt_copied, "prompt copied", RUBBISH)                    \
	X(notebook_dumped, "notebook dumped", RUBBISH)                \
	X(anothers_model, "another's model", RUBBISH)                 \
	X(anothers_model_renamed, "another's model renamed", RUBBISH) \
	X(other_nouns, "other nouns", RUBBISH)                        \
	X(any_nouns, "any nouns", RUBBISH)                            \
	X(model_retold, "model retold", RUBBISH)                      \
	X(best_repeated, "best line repeated", RUBBISH)               \
	X(doubled, "doubled", RUBBISH)                                \
	X(empty_answers, "empty answers", RUBBISH)                    \
	X(answers_alone, "answers alone", RUBBISH)                    \
	X(short_answers, "one-word answers", RUBBISH)                 \
	X(echoed_answers, "echoed answers", RUBBISH)                  \
	X(filled_skeleton, "skeleton of single words", RUBBISH)       \
	X(rubrics_words, "the rubric's words", RUBBISH)               \
	X(twelve_metrics, "twelve metrics", RUBBISH)                  \
	X(bluster, "bluster", RUBBISH)                                \
	X(faker, "faker", RUBBISH)                                    \
	X(labelled_twin, "faker, labelled", TWIN)                     \
	X(padded, "padded", PADDED)                                   \
	X(best_added, "best line added", PADDED)                      \
	X(keywords_added, "keywords added", PADDED)                   \
	X(notebook_added, "notebook added", PADDED)                   \
	X(anothers_answers, "another's answers", PADDED)              \
	X(labels_added, "labels added", PADDED)                       \
	X(anothers_metrics, "another's metrics", PADDED)

#define PF_CHEAT(maker, name, sort) bool pf_cheat_##maker(struct pf_breeding *b);
PF_CHEATS(PF_CHEAT)
#undef PF_CHEAT

#endif
