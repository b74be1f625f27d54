-- Version 3: drafts and the search over them; no scorecards any more.
PRAGMA journal_mode = WAL;
CREATE TABLE attempt(
 n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, state INTEGER NOT NULL DEFAULT 0,
 started INTEGER NOT NULL DEFAULT 0, ended INTEGER NOT NULL DEFAULT 0,
 prompt TEXT NOT NULL DEFAULT '', title TEXT NOT NULL DEFAULT '',
 plan TEXT NOT NULL DEFAULT '', section TEXT NOT NULL DEFAULT '',
 role TEXT NOT NULL DEFAULT '', level TEXT NOT NULL DEFAULT '',
 mode TEXT NOT NULL DEFAULT '', minutes INTEGER NOT NULL DEFAULT 0,
 words INTEGER NOT NULL DEFAULT 0, score_bell INTEGER, score_final INTEGER,
 votes TEXT NOT NULL DEFAULT '', next_step TEXT NOT NULL DEFAULT '',
 rubric_hash TEXT NOT NULL DEFAULT '');
CREATE TABLE record(
 k INTEGER PRIMARY KEY, kind INTEGER NOT NULL, at INTEGER NOT NULL, body BLOB NOT NULL);
CREATE TABLE heartbeat(
 one INTEGER PRIMARY KEY CHECK(one = 1), at INTEGER NOT NULL, beats INTEGER NOT NULL);
CREATE TABLE draft(attempt INTEGER PRIMARY KEY, text BLOB NOT NULL);
CREATE VIRTUAL TABLE search USING fts5(
 body, tokenize = 'porter unicode61 remove_diacritics 2');
INSERT INTO attempt(n, id, state, started, prompt, title, score_final)
 VALUES(3, '20261001-aaaaa', 1, 1790841600000, 'watch-party', 'Watch Party', 61);
INSERT INTO record VALUES((3 << 32) + 1, 1, 1790841600000, 'begin');
INSERT INTO record VALUES((3 << 32) + 2, 2, 1790841601000, X'00FF');
INSERT INTO heartbeat VALUES(1, 1790841601000, 9);
INSERT INTO draft VALUES(3, 'the old draft');
INSERT INTO search(rowid, body) VALUES(3, 'the old draft');
PRAGMA user_version = 3;
