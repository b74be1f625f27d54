/*
 * bench_peers.c - `prfaq check` from exec to exit (the aim for a page is 5 ms
 * and 8 MB), in pairs with its peers that are installed, and with three floors:
 * a program that does nothing, a count of words, and Markdown turned into HTML.
 * Nothing is installed by it.
 */
#define _DEFAULT_SOURCE /* wait4 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "clock.h"
#include "pages.h"
#include "prfaq/base/path.h"

enum { RUNS = 15, ARGS = 6 };

struct figure {
	double ms;
	double cpu; /* ms of the processor, which other work on the machine hardly changes */
	long kb;    /* resident at the most; kilobytes on Linux */
	int code;
};

static double ms_of(struct timeval t)
{
	return (double)t.tv_sec * 1e3 + (double)t.tv_usec / 1e3;
}

static struct figure run_once(const char *const *argv, const char *file)
{
	const char *args[ARGS + 2] = {0};
	struct figure f = {.ms = now_ms()};
	struct rusage usage;
	size_t n = 0;
	int status;
	pid_t pid;

	for (; argv[n]; n++)
		args[n] = argv[n];
	args[n] = file;
	pid = fork();
	if (!pid) {
		int null = open("/dev/null", O_WRONLY);

		dup2(null, STDOUT_FILENO);
		dup2(null, STDERR_FILENO);
		execvp(args[0], (char *const *)(void *)args);
		_exit(127);
	}
	if (pid < 0 || wait4(pid, &status, 0, &usage) < 0)
		exit(3);
	f.ms = now_ms() - f.ms;
	f.cpu = ms_of(usage.ru_utime) + ms_of(usage.ru_stime);
	f.kb = usage.ru_maxrss;
	f.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128;
	return f;
}

static int by_value(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static double median(double *v, size_t n)
{
	qsort(v, n, sizeof(*v), by_value);
	return v[n / 2];
}

/* One program's runs, and the middle of each figure. */
struct side {
	double ms[RUNS], cpu[RUNS];
	long kb;
};

static void keep(struct side *side, int run, struct figure f)
{
	side->ms[run] = f.ms;
	side->cpu[run] = f.cpu;
	side->kb = f.kb;
}

static void print_side(const char *name, struct side *side, size_t runs)
{
	printf("%-10s %8.2f ms (processor %8.2f ms) %6ld KB", name, median(side->ms, runs),
	       median(side->cpu, runs), side->kb);
}

/* Ours and the peer's in turn, so that a slow moment hits both. */
static void pair(const char *const *ours, const char *const *peer, const char *file,
		 const char *size, int runs)
{
	struct side a, b;
	double ratio[RUNS];

	for (int i = -1; i < runs; i++) { /* the first one warms up */
		struct figure x = run_once(ours, file), y = run_once(peer, file);

		if (y.code == 127) {
			printf("peers  %-12s not installed\n", peer[0]);
			return;
		}
		if (i < 0)
			continue;
		keep(&a, i, x);
		keep(&b, i, y);
		ratio[i] = x.ms / y.ms;
	}
	printf("peers  %s ", size);
	print_side("prfaq", &a, (size_t)runs);
	printf(", ");
	print_side(peer[0], &b, (size_t)runs);
	printf(": %.2f of it\n", median(ratio, (size_t)runs));
}

static void write_pages(const char *path, size_t size)
{
	struct pf_buf text = pages_of(size);

	if (pf_file_write(path, pf_buf_view(&text), NULL) != PF_OK)
		exit(3);
	pf_buf_release(&text);
}

int main(void)
{
	static const char *const ours[] = {PF_PROGRAM, "check", "--fail-on", "never", NULL};
	static const char *const peers[][ARGS] = {
		{"true"}, {"wc", "-w"},   {"md2html"},   {"style"},    {"diction"},
		{"vale"}, {"write-good"}, {"proselint"}, {"textlint"},
	};
	char page[] = "/tmp/prfaq-bench-XXXXXX", book[] = "/tmp/prfaq-bench-XXXXXX";

	if (mkstemp(page) < 0 || mkstemp(book) < 0)
		return 3;
	write_pages(page, 4096);
	write_pages(book, 1u << 20);
	for (size_t i = 0; i < sizeof(peers) / sizeof(*peers); i++)
		pair(ours, peers[i], page, "4 KB", briefly() ? 1 : RUNS);
	for (size_t i = 1; i < 5 && !briefly(); i++)
		pair(ours, peers[i], book, "1 MB", 5);
	unlink(page);
	unlink(book);
	return 0;
}
