"""The diary taken elsewhere and brought back: exports in four formats, and the import that adds and never replaces."""
