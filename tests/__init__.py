"""Walkcoach's tests: they mirror the package; `journeys` are whole days with fakes, `desktop` a real window."""
