/*
 * bench_growth.c - texts nobody thought of: one to seven pieces, drawn at random and repeated below
 * a page, to 60 and to 240 KB. Work that is in proportion takes four times as long for the second;
 * what takes much more is printed with its pattern. The seed is an argument, so that every run can
 * be another.
 */
#include <stdio.h>
#include <string.h>

#include "best.h"
#include "pages.h"
#include "prfaq/base/rng.h"

#define PIECES_MOST 7
#define SMALL       (60 * 1024)
#define LARGE       (4 * SMALL)
#define MUCH        5.5 /* times as long for four times the text */
#define WORTH_MS    60  /* what is quicker is noise */

static const char *const pieces[] = {
	"a ",
	"word ",
	"The ",
	"users ",
	"3 ",
	"3% ",
	"$4 ",
	"4.1M ",
	"by May 2027 ",
	"from 3 to 4 ",
	"x ",
	"= ",
	"1,000 ",
	"hours ",
	"\n",
	"\n\n",
	"- ",
	"* ",
	"1. ",
	"> ",
	"| ",
	"|\n",
	"|---|\n",
	"# ",
	"## ",
	"**",
	"*",
	"`",
	"```\n",
	"Q: ",
	"A: ",
	"? ",
	". ",
	", ",
	"; ",
	": ",
	"\" ",
	"\xe2\x80\x9c",
	"\xe2\x80\x9d",
	"said ",
	"(",
	")",
	"[",
	"]",
	"](",
	"<",
	"<b>",
	"<!--",
	"-->",
	"&amp;",
	"\\",
	"~",
	"_",
	"---\n",
	"===\n",
	"Primary: ",
	"Metrics\n",
	"FAQ\n",
	"Problem\n",
	"because ",
	"if ",
	"not ",
	"we ",
	"will ",
	"launch ",
	"customers ",
	"today ",
	"announces ",
	"TBD ",
	"[DATE]",
	"___",
	"million ",
	"per ",
	"of ",
	"-> ",
	"http://x.y/",
	"1:30 ",
	"Q1 ",
	"Monday ",
	"1/2 ",
	"<table>",
	"<td>",
	"!",
	"'",
	"/",
	"5k-",
	"hundred-",
	"assume ",
	"can't ",
	"told us ",
};

/* Up to `most` pieces; at least `least`. */
static struct pf_buf draw(struct pf_rng *rng, uint32_t least, uint32_t most)
{
	struct pf_buf out = {0};
	uint32_t n = least + pf_rng_below(rng, most - least + 1);

	for (uint32_t i = 0; i < n; i++)
		pf_buf_adds(&out, pieces[pf_rng_below(rng, sizeof(pieces) / sizeof(*pieces))]);
	return out;
}

static double ms_repeated(const struct pf_rubric *rubric, struct pf_slice front,
			  struct pf_slice pattern, size_t size)
{
	struct pf_buf text = pages_of(4096);
	double ms;

	pf_buf_adds(&text, "\n\n");
	pf_buf_slice(&text, front);
	while (text.len < size)
		pf_buf_slice(&text, pattern);
	ms = best_of(rubric, pf_buf_view(&text), 2);
	pf_buf_release(&text);
	return ms;
}

/* On one line, as it would be written in a table of C. */
static void print_quoted(struct pf_slice s)
{
	putchar('"');
	for (size_t i = 0; i < s.len; i++)
		if (s.ptr[i] == '\n')
			fputs("\\n", stdout);
		else if (strchr("\"\\", s.ptr[i]))
			printf("\\%c", s.ptr[i]);
		else
			putchar(s.ptr[i]);
	putchar('"');
}

int main(int argc, char **argv)
{
	struct pf_paths paths = {.shipped = PF_ROOT_DIR, .config = "/nonexistent"};
	struct pf_rng rng = {argc > 1 ? strtoull(argv[1], NULL, 10) : 1};
	struct pf_rubric *rubric = NULL;
	size_t large = briefly() ? SMALL / 16 : LARGE;
	int patterns = briefly() ? 8 : 300, grown = 0;
	double worst = 0;

	if (pf_rubric_load(&rubric, "article", &paths, NULL) != PF_OK)
		return 3;
	for (int i = 0; i < patterns; i++) {
		struct pf_buf front = draw(&rng, 0, PIECES_MOST - 1);
		struct pf_buf pattern = draw(&rng, 1, PIECES_MOST);
		double a =
			ms_repeated(rubric, pf_buf_view(&front), pf_buf_view(&pattern), large / 4);
		double b = ms_repeated(rubric, pf_buf_view(&front), pf_buf_view(&pattern), large);

		if (b >= WORTH_MS && b / a > MUCH) {
			printf("growth %6.0f ms, four times of it %6.0f ms: ", a, b);
			print_quoted(pf_buf_view(&front));
			putchar(' ');
			print_quoted(pf_buf_view(&pattern));
			putchar('\n');
			grown++;
		}
		worst = b > worst ? b : worst;
		pf_buf_release(&front);
		pf_buf_release(&pattern);
	}
	printf("growth %d of %d patterns take more than %g times as long for four times the text  "
	       "(aim 0); the slowest %zu KB %.0f ms\n",
	       grown, patterns, MUCH, large / 1024, worst);
	pf_rubric_free(rubric);
	return 0;
}
