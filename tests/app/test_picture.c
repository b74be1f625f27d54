/* The picture in the README is a screen of the program: GENERATE=1 draws it anew. */
#include "stand.h"

static void test_picture_is_current(void **state)
{
	struct stand *s = stand_new(32, 112);
	struct pf_buf svg = {0}, want = {0};
	struct pf_error err = {0};
	const char *path = PF_ROOT_DIR "/docs/screen.svg";

	(void)state;
	stand_keys(s, "Down Down Enter");
	for (size_t i = 0; strcmp(pf_bank_get(s->bank, i)->id, "storm-day"); i++)
		stand_keys(s, "Down");
	stand_keys(s, "Enter");
	stand_type(s, "When must it be live?");
	stand_keys(s, "Enter");
	stand_type(s, "What is the budget?");
	stand_keys(s, "Enter");
	stand_pass(s, 8 * PF_MINUTE);
	stand_keys(s, "C-n C-n");
	stand_type(s, "A seat before the line");
	stand_keys(s, "Tab");
	stand_type(s,
		   "On storm days a connecting passenger waits at the hub desk for about an hour.");
	stand_keys(s, "Tab");
	stand_pass(s, 9 * PF_MINUTE + 12 * PF_SECOND);
	stand_paint(s);
	pf_dump_svg(&s->surface, "prfaq", &svg);
	if (getenv("GENERATE")) {
		assert_int_equal(pf_file_write(path, pf_buf_view(&svg), &err), PF_OK);
	} else {
		assert_int_equal(pf_file_read(path, 1 << 22, &want, &err), PF_OK);
		if (!pf_slice_equal(pf_buf_view(&svg), pf_buf_view(&want)))
			fail_msg("docs/screen.svg is not what the program draws now (GENERATE=1 "
				 "draws it anew):\n%s",
				 s->screen.ptr);
	}
	pf_buf_release(&svg);
	pf_buf_release(&want);
	stand_free(s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_picture_is_current),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
