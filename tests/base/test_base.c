#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <fcntl.h>
#include <sys/stat.h>

#include "../folder.h"
#include "prfaq/base/ascii.h"
#include "prfaq/base/buf.h"
#include "prfaq/base/clock.h"
#include "prfaq/base/nearest.h"
#include "prfaq/base/path.h"
#include "prfaq/base/signposts.h"
#include "prfaq/base/utf8.h"

static void test_dates_survive_the_round_trip(void **state)
{
	(void)state;
	for (int64_t day = -800000; day < 800000; day += 13) {
		struct pf_date d = pf_date_from_days(day);

		assert_in_range(d.month, 1, 12);
		assert_in_range(d.day, 1, pf_date_month_days(d.year, d.month));
		assert_int_equal(pf_date_days(d), day);
	}
}

static void test_months_are_cut_to_their_last_day(void **state)
{
	struct pf_date d = pf_date_add_months((struct pf_date){2026, 1, 31}, 1);

	(void)state;
	assert_int_equal(d.month, 2);
	assert_int_equal(d.day, 28);
	d = pf_date_add_months((struct pf_date){2026, 11, 24}, -23);
	assert_int_equal(d.year, 2024);
	assert_int_equal(d.month, 12);
}

static void test_clock_shows_zero_only_when_it_is_over(void **state)
{
	char text[16];

	(void)state;
	pf_clock_text(1, text);
	assert_string_equal(text, "0:01");
	pf_clock_text(0, text);
	assert_string_equal(text, "0:00");
	pf_clock_text(-12500, text);
	assert_string_equal(text, "-0:12");
	pf_clock_text(90 * PF_MINUTE, text);
	assert_string_equal(text, "1:30:00");
}

static void test_what_stands_before_a_sign(void **state)
{
	struct pf_slice rest = PF_SLICE("a, b,, c, ");

	(void)state;
	assert_true(pf_slice_is(pf_slice_until(&rest, ", "), "a"));
	assert_true(pf_slice_is(pf_slice_until(&rest, ", "), "b,"));
	assert_true(pf_slice_is(pf_slice_until(&rest, ", "), "c"));
	assert_int_equal(rest.len, 0);
	assert_int_equal(pf_slice_until(&rest, ", ").len, 0);
}

static void test_graphemes_step_both_ways(void **state)
{
	/* a, e + acute, family emoji (ZWJ), flag, CR LF, an invalid byte, b */
	struct pf_slice s = PF_SLICE("a"
				     "e\xCC\x81"
				     "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7"
				     "\xF0\x9F\x87\xA9\xF0\x9F\x87\xAA"
				     "\r\n"
				     "\xFF"
				     "b");
	static const size_t stops[] = {0, 1, 4, 15, 23, 25, 26, 27};
	size_t off = 0;

	(void)state;
	for (size_t i = 1; i < sizeof(stops) / sizeof(*stops); i++) {
		off = pf_utf8_next(s, off);
		assert_int_equal(off, stops[i]);
	}
	for (size_t i = sizeof(stops) / sizeof(*stops) - 1; i; i--) {
		off = pf_utf8_prev(s, off);
		assert_int_equal(off, stops[i - 1]);
	}
}

static void test_widths(void **state)
{
	(void)state;
	assert_int_equal(pf_utf8_width('a'), 1);
	assert_int_equal(pf_utf8_width(0x4E2D), 2);
	assert_int_equal(pf_utf8_width(0x301), 0);
	assert_int_equal(pf_utf8_width(0x1F600), 2);
	assert_int_equal(pf_utf8_width(0x202E), 1); /* shown as a mark */
	assert_int_equal(pf_utf8_width(0x1B), 1);
}

static void test_nearest(void **state)
{
	static const char *const names[] = {"problem", "solution", "metrics", "faq"};

	(void)state;
	assert_string_equal(pf_nearest("metric", names, 4), "metrics");
	assert_string_equal(pf_nearest("sloution", names, 4), "solution");
	assert_null(pf_nearest("zebra", names, 4));
	assert_null(pf_nearest("foo", names, 4));
	assert_string_equal(pf_nearest("fq", names, 4), "faq");
	assert_int_equal(pf_edit_distance("ab", "ba"), 1);
}

static void test_clusters_take_the_sum_of_their_widths_and_never_nothing(void **state)
{
	(void)state;
	assert_int_equal(pf_utf8_cluster_columns(PF_SLICE("a")), 1);
	assert_int_equal(pf_utf8_cluster_columns(PF_SLICE("\t")), PF_TAB_COLUMNS);
	assert_int_equal(pf_utf8_cluster_columns(PF_SLICE("\xCC\x81")), 1);
	assert_int_equal(pf_utf8_cluster_columns(PF_SLICE("e\xCC\x81")), 1);
	assert_int_equal(pf_utf8_cluster_columns(PF_SLICE("\xE6\x97\xA5")), 2);
	/* Hangul, decomposed: one syllable of three letters. */
	assert_int_equal(pf_utf8_cluster_columns(PF_SLICE("\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB")),
			 2);
}

/* What could not be read leaves the buffer as it was: one that holds nothing needs no release. */
static void test_a_failed_read_leaves_nothing(void **state)
{
	struct pf_buf none = {0}, some = {0};

	(void)state;
	assert_int_equal(pf_file_read("/", 100, &none, NULL), PF_ERR_IO);
	assert_null(none.ptr);
	pf_buf_adds(&some, "kept");
	assert_int_equal(pf_file_read("/", 100, &some, NULL), PF_ERR_IO);
	assert_string_equal(pf_buf_cstr(&some), "kept");
	pf_buf_release(&some);
}

/* Between its posts an offset finds every item that a walk from the first would find. */
static void test_signposts(void **state)
{
	static const struct {
		uint16_t other;
		uint32_t begin;
	} items[] = {{0, 3}, {0, 3}, {0, 31}, {0, 32}, {0, 200}, {0, 200}, {0, 4000}};
	const size_t n = sizeof(items) / sizeof(*items);
	struct pf_signposts posts = {0};

	(void)state;
	assert_int_equal(pf_signposts_from(&posts, 7), 0);
	pf_signposts_put(&posts, items, n, sizeof(*items), 4);
	for (uint32_t off = 0; off < 4100; off++) {
		size_t from = pf_signposts_from(&posts, off), to = pf_signposts_to(&posts, off);

		assert_true(from <= to && to <= n);
		assert_true(from == 0 || items[from - 1].begin < off);
		assert_true(to == n || items[to].begin > off);
	}
	pf_signposts_put(&posts, NULL, 0, sizeof(*items), 4);
	assert_int_equal(pf_signposts_from(&posts, 7), 0);
	pf_signposts_release(&posts);
}

static void test_ascii_is_nothing_but_ascii(void **state)
{
	size_t digits = 0, letters = 0, capitals = 0, changed = 0;

	(void)state;
	for (int i = 0; i < 256; i++) {
		char c = (char)i;

		digits += pf_ascii_is_digit(c);
		letters += pf_ascii_is_letter(c);
		capitals += pf_ascii_is_capital(c);
		changed += pf_ascii_lower(c) != c;
	}
	assert_int_equal(digits, 10);
	assert_int_equal(letters, 52);
	assert_int_equal(capitals, 26);
	assert_int_equal(changed, 26);
	assert_true(pf_ascii_is_digit('0') && pf_ascii_is_digit('9'));
	assert_true(pf_ascii_is_letter('a') && pf_ascii_is_letter('Z'));
	assert_int_equal(pf_ascii_lower('Z'), 'z');
	assert_false(pf_ascii_is_letter('\xE9'));
}

static void test_a_file_is_replaced_whole_and_a_pipe_stays_one(void **state)
{
	char path[PF_PATH_MAX], bytes[8] = "";
	struct pf_buf text = {0};
	struct stat st;
	int fd;

	pf_path_join(path, *state, "file");
	assert_int_equal(pf_file_write(path, PF_SLICE("old and long"), NULL), PF_OK);
	assert_int_equal(pf_file_write(path, PF_SLICE("new"), NULL), PF_OK);
	assert_int_equal(pf_file_read(path, 100, &text, NULL), PF_OK);
	assert_string_equal(text.ptr, "new");
	pf_buf_release(&text);
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);

	pf_path_join(path, *state, "pipe");
	assert_int_equal(mkfifo(path, 0600), 0);
	fd = open(path, O_RDONLY | O_NONBLOCK);
	assert_true(fd >= 0);
	assert_int_equal(pf_file_write(path, PF_SLICE("all"), NULL), PF_OK);
	assert_int_equal(read(fd, bytes, sizeof(bytes)), 3);
	assert_string_equal(bytes, "all");
	close(fd);
	assert_int_equal(stat(path, &st), 0);
	assert_true(S_ISFIFO(st.st_mode));

	/* Nothing is left beside them, of a failure neither. */
	assert_int_equal(pf_file_write(*state, PF_SLICE("a folder"), NULL), PF_ERR_IO);
	unlink(path);
	pf_path_join(path, *state, "file");
	unlink(path);
	assert_int_equal(rmdir(*state), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_ascii_is_nothing_but_ascii),
		cmocka_unit_test(test_clusters_take_the_sum_of_their_widths_and_never_nothing),
		cmocka_unit_test(test_dates_survive_the_round_trip),
		cmocka_unit_test(test_months_are_cut_to_their_last_day),
		cmocka_unit_test(test_clock_shows_zero_only_when_it_is_over),
		cmocka_unit_test(test_what_stands_before_a_sign),
		cmocka_unit_test(test_graphemes_step_both_ways),
		cmocka_unit_test(test_widths),
		cmocka_unit_test(test_nearest),
		cmocka_unit_test(test_signposts),
		cmocka_unit_test(test_a_failed_read_leaves_nothing),
		cmocka_unit_test_setup_teardown(test_a_file_is_replaced_whole_and_a_pipe_stays_one,
						folder_make, folder_drop),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
