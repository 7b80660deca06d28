"""The controls and painted shapes that every page is built of. Each has a name for a screen reader and an `apply_theme`."""
