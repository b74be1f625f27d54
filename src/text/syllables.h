/*
 * syllables.h - the words whose syllables the rules get wrong.
 */
#ifndef PRFAQ_SRC_TEXT_SYLLABLES_H
#define PRFAQ_SRC_TEXT_SYLLABLES_H

/* Syllables of a word in lower-case ASCII letters, or 0 when the rules are right about it.
 * Plurals and possessives in "s" of a known word are known too. */
unsigned pf_syllable_exception(const char *word);

#endif
