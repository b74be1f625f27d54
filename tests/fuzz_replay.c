/*
 * fuzz_replay.c - runs a fuzzer's entry over every file of the folders and
 * files named, so that what the fuzzer once found is an ordinary test.
 */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int replay_file(const char *path)
{
	FILE *f = fopen(path, "rb");
	uint8_t *data = malloc(1 << 20);
	size_t n;

	if (!f || !data) {
		perror(path);
		exit(1);
	}
	n = fread(data, 1, 1 << 20, f);
	fclose(f);
	/* A block of exactly n bytes, so that the sanitizer sees a read past the end. */
	uint8_t *exact = malloc(n ? n : 1);

	if (!exact)
		exit(1);
	memcpy(exact, data, n);
	LLVMFuzzerTestOneInput(exact, n);
	free(exact);
	free(data);
	return 1;
}

static int replay(const char *path)
{
	struct stat st;
	struct dirent *e;
	int n = 0;

	if (stat(path, &st) || !S_ISDIR(st.st_mode))
		return replay_file(path);
	DIR *dir = opendir(path);

	while (dir && (e = readdir(dir))) {
		char child[4096];

		if (e->d_name[0] == '.')
			continue;
		snprintf(child, sizeof(child), "%s/%s", path, e->d_name);
		n += replay_file(child);
	}
	if (dir)
		closedir(dir);
	return n;
}

int main(int argc, char **argv)
{
	int n = 0;

	for (int i = 1; i < argc; i++)
		n += replay(argv[i]);
	printf("%d inputs replayed\n", n);
	return n ? 0 : 1; /* an empty corpus proves nothing */
}
