/*
 * signs.h - what speaks for a PR/FAQ and against one, counted once.
 */
#ifndef PRFAQ_SRC_PARTS_SIGNS_H
#define PRFAQ_SRC_PARTS_SIGNS_H

#include "units/find.h"

struct pf_signs {
	uint32_t words; /* of prose, headings left out */
	uint32_t pairs; /* questions */
	uint32_t answered;
	uint32_t labels;  /* of the article's five, by heading or label */
	uint32_t content; /* of the article's five, found at all */
	uint32_t form;    /* of a release's own sections, from "Heading" on, by heading or label */
	uint32_t quotes;
	uint32_t slots;  /* words in brackets and braces that wait to be filled, and "___" */
	uint32_t places; /* how many of them there are */
	uint32_t code;   /* blocks of it */
	bool announce;   /* a headline or an early paragraph announces */
	bool dateline, tiers, start;
	bool dated;               /* one of the first lines is a name and a day, or begins on one */
	bool customers, internal; /* an FAQ of that kind */
	bool voices;              /* someone is quoted, or a label says "Heading" or "Quote" */
	bool headed;              /* labels say "Heading" and "Sub-heading" */
	bool begins;              /* a label says how to get started */
	bool both;                /* company and customer are both quoted */
	bool story;               /* both a problem and a solution are told */
	bool offer;               /* a problem, solution or benefit stands outside of the FAQ */
	uint32_t study;           /* words of other news where it begins */
	uint32_t heads;           /* headings outside of the FAQ */
	uint32_t spec, readme;    /* headings that specifications, that READMEs have */
	uint32_t web;             /* headings and labels that say where on the web copy goes */
	uint32_t about, pull;     /* how often press releases, how often pull requests are named */
	const char *other;        /* the other kind of text it is, or NULL */
	uint32_t units, guides;   /* prose, and prose that tells a writer what to write */
	uint32_t blanks;          /* guides below which nothing was written */
	uint32_t filled;          /* lines of guidance with an answer on the next */
};

/* Once each unit has its part and its question. */
struct pf_signs pf_signs_read(const struct pf_find *f);

#endif
