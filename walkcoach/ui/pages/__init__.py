"""The pages: each draws the snapshot that it is given and emits wishes; none decides anything."""
