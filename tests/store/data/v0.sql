-- Version 0: a file that was made and never filled.
PRAGMA journal_mode = WAL;
PRAGMA user_version = 0;
