"""The diary on disk: one SQLite file. The only room that knows SQL; everything that leaves it is a value of the core."""
