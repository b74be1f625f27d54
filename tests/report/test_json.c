/* The writer against jansson, which reads back what it wrote. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <float.h>
#include <locale.h>
#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include <jansson.h>

#include "prfaq/base/rng.h"
#include "prfaq/base/utf8.h"
#include "prfaq/report/json.h"

/* The one line that was written, without its end. */
static const char *line(struct pf_buf *buf)
{
	assert_int_equal(buf->ptr[--buf->len], '\n');
	buf->ptr[buf->len] = '\0';
	return buf->ptr;
}

static void writes_what_it_is_told(void **state)
{
	struct pf_buf buf = {0};
	struct pf_json j;

	(void)state;
	pf_buf_adds(&buf, "before ");
	pf_json_init(&j, &buf);
	pf_json_object(&j);
	pf_json_key(&j, "a");
	pf_json_array(&j);
	pf_json_int(&j, -1);
	pf_json_int(&j, INT64_MIN);
	pf_json_double(&j, 0.1);
	pf_json_object(&j);
	pf_json_end(&j);
	pf_json_array(&j);
	pf_json_end(&j);
	pf_json_end(&j);
	pf_json_key(&j, "b\n");
	pf_json_bool(&j, true);
	pf_json_key_slice(&j, PF_SLICE(""));
	pf_json_bool(&j, false);
	pf_json_key(&j, "n");
	pf_json_string(&j, NULL);
	pf_json_key(&j, "s");
	pf_json_string(&j, "x");
	pf_json_end(&j);
	pf_json_finish(&j);
	assert_string_equal(line(&buf), "before {\"a\":[-1,-9223372036854775808,0.1,{},[]],"
					"\"b\\n\":true,\"\":false,\"n\":null,\"s\":\"x\"}");
	pf_buf_clear(&buf); /* and once more with the same writer */
	pf_json_null(&j);
	pf_json_finish(&j);
	assert_string_equal(line(&buf), "null");
	pf_buf_release(&buf);
}

static void assert_quoted(struct pf_slice s, const char *want)
{
	struct pf_buf buf = {0};
	struct pf_json j;

	pf_json_init(&j, &buf);
	pf_json_slice(&j, s);
	pf_json_finish(&j);
	assert_string_equal(line(&buf), want);
	pf_buf_release(&buf);
}

static void strings_are_escaped(void **state)
{
	(void)state;
	assert_quoted(PF_SLICE(""), "\"\"");
	assert_quoted(PF_SLICE("a\"b\\c/d"), "\"a\\\"b\\\\c/d\"");
	assert_quoted(PF_SLICE("\b\f\n\r\t"), "\"\\b\\f\\n\\r\\t\"");
	assert_quoted(PF_SLICE("\0\x01\x1b\x7f"), "\"\\u0000\\u0001\\u001b\\u007f\"");
	assert_quoted(PF_SLICE("\u00e9\u20ac\U0001f600"), "\"\u00e9\u20ac\U0001f600\"");
	assert_quoted(PF_SLICE("\u202e\u2066\xc2\x9b"), "\"\\u202e\\u2066\\u009b\"");
	assert_quoted(PF_SLICE("a\xff\xc3"), "\"a\ufffd\ufffd\"");
	assert_quoted(PF_SLICE("\xed\xa0\x80"), "\"\ufffd\ufffd\ufffd\""); /* a surrogate */
}

static void assert_number(double v, const char *want)
{
	struct pf_buf buf = {0};
	struct pf_json j;

	pf_json_init(&j, &buf);
	pf_json_double(&j, v);
	pf_json_finish(&j);
	if (want)
		assert_string_equal(line(&buf), want);
	else
		assert_true(fpclassify(strtod(pf_buf_cstr(&buf), NULL) - v) == FP_ZERO);
	pf_buf_release(&buf);
}

static void doubles_are_short_and_exact(void **state)
{
	struct pf_rng rng = {7};

	(void)state;
	assert_number(0.1, "0.1");
	assert_number(30, "30");
	assert_number(-2.5, "-2.5");
	assert_number(0.1 + 0.2, "0.30000000000000004");
	assert_number(1e21, "1e+21");
	assert_number(DBL_MAX, "1.7976931348623157e+308");
	assert_number(5e-324, NULL);
	assert_number(NAN, "null");
	assert_number(-INFINITY, "null");
	for (int i = 0; i < 20000; i++) {
		uint64_t bits = pf_rng_next(&rng);
		double v;

		memcpy(&v, &bits, sizeof(v));
		if (isfinite(v))
			assert_number(v, NULL);
	}
}

static void the_locale_does_not_matter(void **state)
{
	static const char *const commas[] = {"de_DE.UTF-8", "fr_FR.UTF-8", "ru_RU.UTF-8"};

	(void)state;
	for (size_t i = 0; i < sizeof(commas) / sizeof(*commas); i++) {
		if (!setlocale(LC_NUMERIC, commas[i]))
			continue;
		assert_string_equal(localeconv()->decimal_point, ",");
		assert_number(0.5, "0.5");
		assert_number(1234567.25, "1234567.25");
		setlocale(LC_NUMERIC, "C");
		return;
	}
	skip(); /* none of them is installed */
}

/* A text of random bytes, now and then whole code points. */
static void random_text(struct pf_rng *rng, struct pf_buf *out)
{
	uint32_t n = pf_rng_below(rng, 12);

	pf_buf_clear(out);
	while (n--) {
		switch (pf_rng_below(rng, 4)) {
		case 0: pf_buf_byte(out, (char)pf_rng_next(rng)); break;
		case 1: pf_buf_rune(out, pf_rng_below(rng, 0x110000)); break;
		case 2: pf_buf_byte(out, (char)pf_rng_below(rng, 0x20)); break;
		default: pf_buf_byte(out, (char)(0x20 + pf_rng_below(rng, 0x60)));
		}
	}
}

/* The text as a reader must see it: invalid bytes as U+FFFD. */
static json_t *text_value(struct pf_slice s)
{
	struct pf_buf valid = {0};
	json_t *v;

	for (size_t off = 0, n; off < s.len; off += n)
		pf_buf_rune(&valid, pf_utf8_decode(s, off, &n));
	v = json_stringn(pf_buf_cstr(&valid), valid.len);
	assert_non_null(v);
	pf_buf_release(&valid);
	return v;
}

static json_t *write_value(struct pf_json *j, struct pf_rng *rng, int depth);

static json_t *write_object(struct pf_json *j, struct pf_rng *rng, int depth)
{
	json_t *o = json_object();
	char key[16];

	pf_json_object(j);
	for (uint32_t n = pf_rng_below(rng, 5); n--;) {
		snprintf(key, sizeof(key), "k%u\t\u00e9", n);
		pf_json_key(j, key);
		json_object_set_new(o, key, write_value(j, rng, depth + 1));
	}
	pf_json_end(j);
	return o;
}

static json_t *write_array(struct pf_json *j, struct pf_rng *rng, int depth)
{
	json_t *a = json_array();

	pf_json_array(j);
	for (uint32_t n = pf_rng_below(rng, 5); n--;)
		json_array_append_new(a, write_value(j, rng, depth + 1));
	pf_json_end(j);
	return a;
}

static json_t *write_text(struct pf_json *j, struct pf_rng *rng)
{
	struct pf_buf text = {0};
	json_t *v;

	random_text(rng, &text);
	pf_json_slice(j, pf_buf_view(&text));
	v = text_value(pf_buf_view(&text));
	pf_buf_release(&text);
	return v;
}

/* Writes a random value with ours, and gives the same one as jansson's. */
static json_t *write_value(struct pf_json *j, struct pf_rng *rng, int depth)
{
	int64_t i = (int64_t)pf_rng_next(rng) >> pf_rng_below(rng, 64);
	double d = (double)i / 1024 + 0.5;

	switch (pf_rng_below(rng, depth > 5 ? 5 : 8)) {
	case 0: pf_json_int(j, i); return json_integer(i);
	case 1: pf_json_double(j, d); return json_real(d);
	case 2: pf_json_bool(j, i & 1); return json_boolean(i & 1);
	case 3: pf_json_null(j); return json_null();
	case 4: return write_text(j, rng);
	case 5: return write_array(j, rng, depth);
	default: return write_object(j, rng, depth);
	}
}

static bool same(const json_t *a, const json_t *b);

static bool same_members(const json_t *a, const json_t *b)
{
	const char *key;
	json_t *v;

	json_object_foreach((json_t *)(uintptr_t)a, key, v)
	{
		if (!same(v, json_object_get(b, key)))
			return false;
	}
	return json_object_size(a) == json_object_size(b);
}

/* json_equal, but 2.0 written as "2" may be read as an integer. */
static bool same(const json_t *a, const json_t *b)
{
	if (json_is_number(a) && json_is_number(b))
		return fpclassify(json_number_value(a) - json_number_value(b)) == FP_ZERO;
	if (json_is_object(a) && json_is_object(b))
		return same_members(a, b);
	if (!json_is_array(a) || !json_is_array(b))
		return json_equal(a, b);
	for (size_t i = 0; i < json_array_size(a); i++)
		if (!same(json_array_get(a, i), json_array_get(b, i)))
			return false;
	return json_array_size(a) == json_array_size(b);
}

static void jansson_reads_what_was_written(void **state)
{
	struct pf_rng rng = {20261124};
	struct pf_buf buf = {0};

	(void)state;
	for (int i = 0; i < 5000; i++) {
		struct pf_json j;
		json_error_t error;
		json_t *want, *got;

		pf_buf_clear(&buf);
		pf_json_init(&j, &buf);
		want = write_value(&j, &rng, 0);
		pf_json_finish(&j);
		got = json_loadb(buf.ptr, buf.len,
				 JSON_DECODE_ANY | JSON_ALLOW_NUL | JSON_REJECT_DUPLICATES, &error);
		if (!got)
			fail_msg("%s in %s", error.text, buf.ptr);
		assert_ptr_equal(memchr(buf.ptr, '\n', buf.len), buf.ptr + buf.len - 1);
		assert_int_equal(pf_utf8_valid(pf_buf_view(&buf)), buf.len);
		if (!same(want, got))
			fail_msg("read otherwise: %s", buf.ptr);
		json_decref(want);
		json_decref(got);
	}
	pf_buf_release(&buf);
}

static void key_in_array(struct pf_json *j)
{
	pf_json_array(j);
	pf_json_key(j, "k");
}

static void value_without_key(struct pf_json *j)
{
	pf_json_object(j);
	pf_json_int(j, 1);
}

static void key_without_value(struct pf_json *j)
{
	pf_json_object(j);
	pf_json_key(j, "k");
	pf_json_end(j);
}

static void two_keys(struct pf_json *j)
{
	pf_json_object(j);
	pf_json_key(j, "a");
	pf_json_key(j, "b");
}

static void end_without_begin(struct pf_json *j)
{
	pf_json_end(j);
}

static void two_tops(struct pf_json *j)
{
	pf_json_null(j);
	pf_json_null(j);
}

static void unfinished(struct pf_json *j)
{
	pf_json_array(j);
	pf_json_finish(j);
}

static void nothing_written(struct pf_json *j)
{
	pf_json_finish(j);
}

static void too_deep(struct pf_json *j)
{
	for (int i = 0; i <= PF_JSON_DEPTH; i++)
		pf_json_array(j);
}

static void bad_nesting_is_a_bug(void **state)
{
	static void (*const bugs[])(struct pf_json *) = {
		key_in_array, value_without_key, key_without_value, two_keys, end_without_begin,
		two_tops,     unfinished,        nothing_written,   too_deep};

	(void)state;
	for (size_t i = 0; i < sizeof(bugs) / sizeof(*bugs); i++) {
		int status;

		if (fork() == 0) {
			struct pf_buf buf = {0};
			struct pf_json j;
			const struct rlimit none = {0, 0};

			signal(SIGABRT, SIG_DFL);
			setrlimit(RLIMIT_CORE, &none);
			if (!freopen("/dev/null", "w", stderr))
				_exit(2);
			pf_json_init(&j, &buf);
			bugs[i](&j);
			_exit(0);
		}
		assert_true(wait(&status) > 0);
		if (!WIFSIGNALED(status) || WTERMSIG(status) != SIGABRT)
			fail_msg("bug %zu was not caught", i);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(writes_what_it_is_told),
		cmocka_unit_test(strings_are_escaped),
		cmocka_unit_test(doubles_are_short_and_exact),
		cmocka_unit_test(the_locale_does_not_matter),
		cmocka_unit_test(jansson_reads_what_was_written),
		cmocka_unit_test(bad_nesting_is_a_bug),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
