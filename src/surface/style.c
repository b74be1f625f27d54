#include "prfaq/surface/style.h"

#include <assert.h>

static const struct pf_style_look looks[] = {
#define X(name, letter, fg256, bg256, fg16, bg16, attr, mono, svg_fg, svg_bg) \
	{letter, fg256, bg256, fg16, bg16, attr, mono, svg_fg, svg_bg},
	PF_STYLES(X)
#undef X
};

const struct pf_style_look *pf_style_look(enum pf_style style)
{
	assert(style < PF_STYLE_COUNT);
	return &looks[style];
}
