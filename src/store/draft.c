#include "prfaq/store/draft.h"

#include <stdlib.h>

#include "db.h"
#include "prfaq/base/ascii.h"
#include "prfaq/base/mem.h"

/* Indexing takes some 17 ms a MiB, and the transaction must be short: of a longer draft only the
 * beginning can be searched. All of it is kept. */
#define INDEX_MAX (512u << 10)

/* Around a word found, in a snippet; controls are taken out of what is indexed. */
#define MARK_ON  '\002'
#define MARK_OFF '\003'

/* What is indexed is one line without controls: it comes back in snippets. */
static void to_index(struct pf_buf *out, struct pf_slice text)
{
	size_t n = text.len < INDEX_MAX ? text.len : INDEX_MAX;

	pf_buf_reserve(out, n);
	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)text.ptr[i];

		pf_buf_byte(out, c < 0x20 || c == 0x7f ? ' ' : (char)c);
	}
}

static enum pf_status put_index(struct pf_store *store, int64_t n, struct pf_slice text,
				struct pf_error *err)
{
	struct pf_buf line = {0};
	sqlite3_stmt *stmt = NULL;
	enum pf_status status = pf_db_do(store, PF_DB_DROP_INDEX, n, "index the draft", err);

	if (status == PF_OK)
		status = pf_db_statement(store, PF_DB_PUT_INDEX, &stmt, err);
	if (status != PF_OK)
		return status;
	to_index(&line, text);
	sqlite3_bind_int64(stmt, 1, n);
	sqlite3_bind_text(stmt, 2, pf_buf_cstr(&line), (int)line.len, SQLITE_STATIC);
	status = pf_db_run(store, stmt, "index the draft", err);
	sqlite3_clear_bindings(stmt);
	pf_buf_release(&line);
	return status;
}

static enum pf_status put_text(struct pf_store *store, int64_t n, struct pf_slice text,
			       struct pf_error *err)
{
	sqlite3_stmt *stmt = NULL;
	enum pf_status status = pf_db_statement(store, PF_DB_PUT_DRAFT, &stmt, err);

	if (status != PF_OK)
		return status;
	sqlite3_bind_int64(stmt, 1, n);
	sqlite3_bind_blob64(stmt, 2, text.len ? text.ptr : "", text.len, SQLITE_STATIC);
	status = pf_db_run(store, stmt, "keep the draft", err);
	sqlite3_clear_bindings(stmt);
	return status;
}

enum pf_status pf_draft_put(struct pf_store *store, const char *id, struct pf_slice text,
			    struct pf_error *err)
{
	enum pf_status status = pf_db_writable(store, err);
	int64_t n = 0;

	if (status == PF_OK)
		status = pf_db_number(store, id, &n, err);
	if (status == PF_OK)
		status = pf_db_begin(store, err);
	if (status != PF_OK)
		return status;
	status = put_text(store, n, text, err);
	if (status == PF_OK)
		status = put_index(store, n, text, err);
	return pf_db_end(store, status, err);
}

enum pf_status pf_draft_get(struct pf_store *store, const char *id, struct pf_buf *out,
			    struct pf_error *err)
{
	sqlite3_stmt *stmt = NULL;
	int64_t n = 0;
	bool row = false;
	enum pf_status status = pf_db_number(store, id, &n, err);

	if (status != PF_OK)
		return status;
	/* An older database that could not be brought up to date has no drafts yet. */
	if (store->version >= 2) {
		status = pf_db_statement(store, PF_DB_GET_DRAFT, &stmt, err);
		if (status != PF_OK)
			return status;
		sqlite3_bind_int64(stmt, 1, n);
		status = pf_db_step(store, stmt, &row, "read the draft", err);
		if (row)
			pf_buf_add(out, sqlite3_column_blob(stmt, 0),
				   (size_t)sqlite3_column_bytes(stmt, 0));
		sqlite3_reset(stmt);
	}
	if (status == PF_OK && !row)
		status = pf_error_set(err, PF_ERR_NOT_FOUND, "attempt %s has no draft yet", id);
	return status;
}

/* One token of the query, as FTS5 takes it: in double quotes, so that nothing typed is syntax.
 * Bytes that no tokenizer keeps are left out: a quote, controls. */
static void add_token(struct pf_buf *query, struct pf_slice token)
{
	pf_buf_adds(query, query->len ? " \"" : "\"");
	for (size_t i = 0; i < token.len; i++)
		pf_buf_byte(query, (unsigned char)token.ptr[i] < 0x20 ? ' ' : token.ptr[i]);
	pf_buf_byte(query, '"');
}

static bool has_word(struct pf_slice token)
{
	for (size_t i = 0; i < token.len; i++) {
		char c = token.ptr[i];

		if (pf_ascii_is_digit(c) || pf_ascii_is_letter(c) || c & 0x80)
			return true;
	}
	return false;
}

/* Words and quoted phrases, joined by AND; the last as a beginning unless it is a closed phrase. */
static void build_query(struct pf_buf *query, struct pf_slice words)
{
	bool open_end = false;

	for (size_t i = 0; i < words.len;) {
		bool phrase = words.ptr[i] == '"';
		size_t begin = i + phrase;
		size_t end = begin;

		while (end < words.len && words.ptr[end] != '"' &&
		       (phrase || !pf_ascii_is_space(words.ptr[end])))
			end++;
		struct pf_slice token = pf_slice_cut(words, begin, end);

		if (has_word(token)) {
			add_token(query, token);
			open_end = !phrase;
		}
		i = end > i ? end : i + 1;
		if (i < words.len &&
		    ((phrase && words.ptr[i] == '"') || pf_ascii_is_space(words.ptr[i])))
			i++;
	}
	if (open_end)
		pf_buf_byte(query, '*');
}

static void read_snippet(struct pf_draft_hit *hit, struct pf_slice raw)
{
	struct pf_buf plain = {0};
	struct pf_range mark = {0};

	for (size_t i = 0; i < raw.len; i++) {
		/* Where the snippet is cut below, a mark must not point past it. */
		bool fits = plain.len < sizeof(hit->snippet) - 4;

		if (raw.ptr[i] == MARK_ON) {
			mark.begin = (uint32_t)plain.len;
		} else if (raw.ptr[i] == MARK_OFF) {
			mark.end = (uint32_t)plain.len;
			if (fits && hit->n_marks < sizeof(hit->marks) / sizeof(*hit->marks))
				hit->marks[hit->n_marks++] = mark;
		} else {
			pf_buf_byte(&plain, raw.ptr[i]);
		}
	}
	PF_ATTEMPT_SET(hit->snippet, pf_buf_view(&plain));
	pf_buf_release(&plain);
}

static enum pf_status read_hits(struct pf_store *store, sqlite3_stmt *stmt,
				struct pf_draft_hits *out, struct pf_error *err)
{
	enum pf_status status;
	bool row = false;

	for (;;) {
		struct pf_draft_hit hit = {0};

		status = pf_db_step(store, stmt, &row, "search", err);
		if (status != PF_OK || !row)
			return status;
		status = pf_attempt_get(store, (const char *)sqlite3_column_text(stmt, 0),
					&hit.attempt, err);
		if (status != PF_OK)
			return status;
		const char *raw = (const char *)sqlite3_column_text(stmt, 1);

		read_snippet(&hit, pf_slice_make(raw, (size_t)sqlite3_column_bytes(stmt, 1)));
		*PF_PUSH(out) = hit;
	}
}

enum pf_status pf_draft_search(struct pf_store *store, struct pf_slice words, size_t limit,
			       struct pf_draft_hits *out, struct pf_error *err)
{
	struct pf_buf query = {0};
	sqlite3_stmt *stmt = NULL;
	size_t was = out->n;
	enum pf_status status = PF_OK;
	int rc;

	build_query(&query, words);
	if (query.len && store->version >= 2) {
		rc = sqlite3_prepare_v2(store->db,
					"SELECT a.id, snippet(search, 0, char(2), char(3), "
					"' ... ', 20) FROM search JOIN attempt a ON a.n = "
					"search.rowid WHERE search MATCH ?1 ORDER BY rank, a.n "
					"DESC LIMIT ?2",
					-1, &stmt, NULL);
		status = rc == SQLITE_OK ? PF_OK : pf_db_fail(store, rc, "search", err);
	}
	if (stmt) {
		sqlite3_bind_text(stmt, 1, query.ptr, (int)query.len, SQLITE_STATIC);
		sqlite3_bind_int64(stmt, 2, limit ? (int64_t)limit : 50);
		status = read_hits(store, stmt, out, err);
		sqlite3_finalize(stmt);
	}
	if (status != PF_OK)
		out->n = was;
	pf_buf_release(&query);
	return status;
}

void pf_draft_hits_release(struct pf_draft_hits *hits)
{
	if (!hits)
		return;
	free(hits->v);
	*hits = (struct pf_draft_hits){0};
}
