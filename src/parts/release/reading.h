/*
 * reading.h - how far the second pass has read a release that no label divides, and what it makes
 * of one paragraph of prose. Private to content.c, which walks over the units, to opening.c,
 * prose.c and start.c.
 */
#ifndef PF_PARTS_READING_H
#define PF_PARTS_READING_H

#include "release.h"

struct reading {
	uint8_t last;           /* part of the last prose read by content, or OTHER */
	bool problem, solution; /* read so far */
	bool dated;             /* the dateline has been met */
	bool asked;             /* the page has questions, somewhere */
	uint32_t texts;         /* units of prose so far */
	bool summary;           /* the announcement has been met */
	bool sub;               /* the sub-heading has been met */
	bool company;           /* the company has spoken */
	bool metrics;           /* some label names them */
	bool summed;            /* some label names the summary */
	bool named;             /* some label names the problem: no other prose is it */
	bool turned;            /* the text before was cut where it turned: this one is the offer */
	bool news;              /* the text before told what is new, this one what was wrong */
	bool measured;          /* the list that is being read tells them, under no such label */
	bool listed;            /* the last text was an item of a list */
	bool sided;             /* the label above quotations says whose they are */
	uint32_t name;   /* hash of the headline's first word, most often the product's name */
	size_t headline; /* unit, or SIZE_MAX */
	size_t release;  /* the unit it begins with */
};

#define CLOSING_WORDS     45u
#define CLOSING_SENTENCES 3u

/* The part that the words of unit `at`, prose of the release, speak for, where it stands. */
uint8_t pf_prose_read(const struct pf_find *f, struct reading *r, size_t at);

/* Cuts unit `at`, which tells what is wrong, where it goes on with what is done about it. */
bool pf_prose_cut(struct pf_find *f, struct reading *r, size_t at);

/* opening.c: "**Scope: 90 days**", which is of the document; little more than a day; a picture, or
 * a callout. */
bool pf_is_field(const struct pf_find *f, const struct pf_unit *u);
bool pf_is_day_line(const struct pf_find *f, const struct pf_unit *u);
bool pf_is_aside(const struct pf_find *f, const struct pf_unit *u);
/* The sub-heading, below the headline or below a title above "Press release". */
bool pf_is_subheading(const struct pf_find *f, const struct reading *r, size_t at);
bool pf_is_below_title(const struct pf_find *f, const struct reading *r, size_t at);

/* start.c: unit `at` tells the reader in a line or two what to do now. */
bool pf_start_tells(const struct pf_find *f, const struct reading *r, size_t at);
/* It opens with that, and nobody says it. */
bool pf_start_bids(const struct pf_find *f, size_t at);

/* Prose that begins with the product's name speaks of the product. */
bool pf_prose_is_named(const struct pf_find *f, const struct reading *r, const struct pf_unit *u);
/* "Hearth" above the headline, and below it "Hearth is a page ...": that is told, no heading. */
bool pf_prose_opens_with_title(const struct pf_find *f, const struct reading *r, size_t at);

static inline bool is_metric_line(const struct pf_unit *u)
{
	return u->cues[PF_CUE_TIER_PRIMARY] || u->cues[PF_CUE_TIER_SECONDARY] ||
	       u->cues[PF_CUE_TIER_LEADING] || u->tier != PF_TIER_NONE;
}

/* "Until today the last mile meant ...": it opens with what was so, and announces nothing. */
bool pf_prose_until_now(const struct pf_find *f, const struct pf_unit *u);

#endif
