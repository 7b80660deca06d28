"""Ids and values of the core, made into sentences. No Qt, so that window, voice, report and command line say the same."""
