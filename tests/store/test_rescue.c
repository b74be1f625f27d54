#include "scratch.h"

#include "prfaq/store/rescue.h"

static void assert_holds(const char *path, struct pf_slice text)
{
	struct pf_buf got = whole_file(path, "");

	assert_true(pf_slice_equal(pf_buf_view(&got), text));
	pf_buf_release(&got);
}

static void the_first_folder_that_takes_it(void **state)
{
	static const struct pf_slice text = {"my\0draft\xff", 9};
	struct pf_rescue_folders folders = {0};
	char path[PF_PATH_MAX], want[PF_PATH_MAX];
	struct pf_error err = {0};
	struct stat st;

	pf_rescue_add(&folders, "/proc/none");
	pf_rescue_add(&folders, *state);
	ok(pf_rescue_write(&folders, ID, text, path, &err), &err);
	assert_string_equal(path, pf_path_join(want, *state, "prfaq-" ID ".md"));
	assert_holds(path, text);
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
}

static void nothing_is_overwritten(void **state)
{
	struct pf_rescue_folders folders = {0};
	char first[PF_PATH_MAX], second[PF_PATH_MAX], link[PF_PATH_MAX], third[PF_PATH_MAX];
	struct pf_error err = {0};

	pf_rescue_add(&folders, *state);
	ok(pf_rescue_write(&folders, ID, PF_SLICE("one"), first, &err), &err);
	ok(pf_rescue_write(&folders, ID, PF_SLICE("two"), second, &err), &err);
	assert_string_not_equal(first, second);
	assert_holds(first, PF_SLICE("one"));
	assert_holds(second, PF_SLICE("two"));
	/* A link laid in the way is not followed. */
	assert_int_equal(symlink(first, pf_path_join(link, *state, "prfaq-" ID "-3.md")), 0);
	ok(pf_rescue_write(&folders, ID, PF_SLICE("three"), third, &err), &err);
	assert_holds(first, PF_SLICE("one"));
	assert_holds(third, PF_SLICE("three"));
}

static void a_name_stays_in_its_folder(void **state)
{
	struct pf_rescue_folders folders = {0};
	char path[PF_PATH_MAX], want[PF_PATH_MAX];
	struct pf_error err = {0};

	pf_rescue_add(&folders, *state);
	ok(pf_rescue_write(&folders, "../../x y\n", PF_SLICE("t"), path, &err), &err);
	assert_string_equal(path, pf_path_join(want, *state, "prfaq-------x-y-.md"));
}

static void failing_everywhere_names_every_folder(void **state)
{
	struct pf_rescue_folders folders = {0};
	char path[PF_PATH_MAX];
	struct pf_error err = {0};

	(void)state;
	assert_int_equal(pf_rescue_write(&folders, ID, PF_SLICE("t"), path, &err), PF_ERR_IO);
	pf_rescue_add(&folders, "/proc/none");
	pf_rescue_add(&folders, "/proc/nil");
	assert_int_equal(pf_rescue_write(&folders, ID, PF_SLICE("t"), path, &err), PF_ERR_IO);
	assert_string_equal(path, "");
	assert_non_null(strstr(err.message, "/proc/none"));
	assert_non_null(strstr(err.message, "/proc/nil"));
}

static void folders_are_absolute_and_listed_once(void **state)
{
	struct pf_rescue_folders folders = {0};
	char name[8];

	(void)state;
	pf_rescue_add(&folders, NULL);
	pf_rescue_add(&folders, "");
	pf_rescue_add(&folders, "relative");
	assert_int_equal(folders.n, 0);
	pf_rescue_add(&folders, "/tmp");
	pf_rescue_add(&folders, "/tmp");
	assert_int_equal(folders.n, 1);
	for (int i = 0; i < 20; i++) {
		snprintf(name, sizeof(name), "/%d", i);
		pf_rescue_add(&folders, name);
	}
	assert_int_equal(folders.n, PF_RESCUE_FOLDERS);
	folders.n = 0;
	setenv("TMPDIR", "/var/tmp", 1);
	pf_rescue_read(&folders);
	assert_true(folders.n >= 2);
	assert_string_equal(folders.v[0], "/var/tmp");
	assert_string_equal(folders.v[1], "/tmp");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(the_first_folder_that_takes_it),
		STORE_TEST(nothing_is_overwritten),
		STORE_TEST(a_name_stays_in_its_folder),
		STORE_TEST(failing_everywhere_names_every_folder),
		cmocka_unit_test(folders_are_absolute_and_listed_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
