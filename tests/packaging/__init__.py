"""Tests of what builds, prepares and ships the program."""
