#include "prfaq/base/status.h"

const char *pf_status_name(enum pf_status status)
{
	switch (status) {
	case PF_OK: return "ok";
	case PF_ERR_NOT_FOUND: return "not found";
	case PF_ERR_IO: return "read or write failed";
	case PF_ERR_TOO_BIG: return "too big";
	case PF_ERR_SYNTAX: return "syntax";
	case PF_ERR_INVALID: return "invalid";
	case PF_ERR_BUSY: return "busy";
	case PF_ERR_DAMAGED: return "damaged";
	case PF_ERR_READ_ONLY: return "read-only";
	case PF_ERR_FULL: return "disk full";
	case PF_ERR_USAGE: return "usage";
	}
	return "unknown";
}
