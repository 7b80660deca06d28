"""The core put to use through ports. No Qt and no sqlite3 here; a service holds the current value and hands out snapshots."""
