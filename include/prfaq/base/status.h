/*
 * status.h - how a call went, when the world and not a bug decides it.
 *
 * Four kinds of error (docs/ARCHITECTURE.md): what the user or the world did
 * wrong is a status and a pf_error; what the checker finds is data; a bug is
 * an assert; running out of memory ends the program through one hook.
 */
#ifndef PRFAQ_BASE_STATUS_H
#define PRFAQ_BASE_STATUS_H

#define PF_MUST_USE           __attribute__((warn_unused_result))
#define PF_NEVER_NULL         __attribute__((returns_nonnull))
#define PF_PRINTF(fmt, first) __attribute__((format(printf, fmt, first)))
/* Where arguments are constants that fold away: a link of the whole program spares what it takes
 * for large. */
#define PF_INLINE static inline __attribute__((always_inline))
#define PF_BYTE   __attribute__((packed)) /* of an enum: takes one byte */

enum pf_status {
	PF_OK = 0,
	PF_ERR_NOT_FOUND, /* no such file, prompt, rule, attempt */
	PF_ERR_IO,        /* could not read or write; errno is in the message */
	PF_ERR_TOO_BIG,   /* over a documented limit */
	PF_ERR_SYNTAX,    /* YAML, JSON or a journal that does not parse */
	PF_ERR_INVALID,   /* parses, but says something that cannot be */
	PF_ERR_BUSY,      /* held by another living process */
	PF_ERR_DAMAGED,   /* the database or a journal is corrupt */
	PF_ERR_READ_ONLY, /* may be read, not written */
	PF_ERR_FULL,      /* no space left */
	PF_ERR_USAGE,     /* the command line is wrong */
};

#endif
