-- A note in the person's own words for each day, reviews of weeks, what can be undone, and what was deleted lately.

ALTER TABLE walk ADD COLUMN time_known INTEGER NOT NULL DEFAULT 1 CHECK (time_known IN (0, 1));  -- 0: the day is known, the hour is not

CREATE TABLE remark (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    day TEXT NOT NULL UNIQUE CHECK (day IS date(day, '+0 days')),
    said_at TEXT NOT NULL,
    zone TEXT NOT NULL,
    text TEXT NOT NULL CHECK (text <> '')
);

-- The review of a week, as it was shown; `day` is the week's first.
CREATE TABLE week_review (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    day TEXT NOT NULL UNIQUE CHECK (day IS date(day, '+0 days')),
    said_at TEXT NOT NULL,
    zone TEXT NOT NULL,
    review TEXT NOT NULL CHECK (review LIKE '{%}')
);

-- What the person did last, newest with the highest number. An undone step can be done again until another is taken.
CREATE TABLE undo_step (
    number INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind <> ''),
    said_at TEXT NOT NULL,
    zone TEXT NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
);

-- What a step changed, and the other state of it: the row before the step, or after it where the step is undone. No image:
-- there was no such row.
CREATE TABLE undo_entry (
    step_number INTEGER NOT NULL REFERENCES undo_step (number) ON DELETE CASCADE,
    number INTEGER NOT NULL CHECK (number >= 0),
    kind TEXT NOT NULL CHECK (kind <> ''),
    day TEXT CHECK (day IS date(day, '+0 days')),
    id TEXT CHECK (length(id) = 36),
    image TEXT CHECK (image LIKE '{%}'),
    PRIMARY KEY (step_number, number)
) WITHOUT ROWID;

-- Kept for 30 days after they were deleted.
CREATE TABLE deleted_entry (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    kind TEXT NOT NULL CHECK (kind <> ''),
    deleted_at TEXT NOT NULL,
    zone TEXT NOT NULL,
    image TEXT NOT NULL CHECK (image LIKE '{%}')
);
