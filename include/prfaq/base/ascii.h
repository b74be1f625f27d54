/*
 * ascii.h - what an ASCII byte is, in every locale. A byte of 0x80 and more is none of these.
 *
 * <ctype.h> asks the locale, and a negative char, as UTF-8 is full of, is undefined there.
 */
#ifndef PRFAQ_BASE_ASCII_H
#define PRFAQ_BASE_ASCII_H

#include <stdbool.h>

static inline bool pf_ascii_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static inline bool pf_ascii_is_capital(char c)
{
	return c >= 'A' && c <= 'Z';
}

static inline bool pf_ascii_is_letter(char c)
{
	return pf_ascii_is_capital(c) || (c >= 'a' && c <= 'z');
}

static inline bool pf_ascii_is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* A capital made small; any other byte as it is. */
static inline char pf_ascii_lower(char c)
{
	return pf_ascii_is_capital(c) ? (char)(c + ('a' - 'A')) : c;
}

#endif
