-- The first shape of the diary.
--
-- Days are local dates (YYYY-MM-DD). Moments are UTC, to the microsecond, with the zone in which they were said beside them.
-- Ids are UUIDs. Lengths are seconds, scores run from 0 to 10, lists of plain words are JSON arrays.
-- Whatever a CHECK can refuse, it refuses: this file may outlive the program that wrote it.

PRAGMA application_id = 0x57414C4B;  -- 'WALK'

CREATE TABLE check_in (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    day TEXT NOT NULL CHECK (day IS date(day, '+0 days')),
    part TEXT NOT NULL CHECK (part IN ('before', 'after')),
    said_at TEXT NOT NULL,
    zone TEXT NOT NULL,
    feet TEXT NOT NULL CHECK (feet IN ('fine', 'new', 'unchecked', 'later')),
    steady TEXT CHECK (steady IN ('as_usual', 'less_steady', 'much_less_steady')),
    settled TEXT CHECK (settled IN ('30min', '2h', 'same_day', 'not_by_morning')),
    effort INTEGER CHECK (typeof(effort) IN ('integer', 'null') AND effort BETWEEN 0 AND 10),
    could_talk INTEGER CHECK (could_talk IN (0, 1)),
    stumbled INTEGER CHECK (stumbled IN (0, 1)),
    UNIQUE (day, part),
    CHECK (part = 'after' OR (steady IS NOT NULL AND feet <> 'later' AND effort IS NULL AND could_talk IS NULL AND stumbled IS NULL)),
    CHECK (part = 'before' OR (effort IS NOT NULL AND could_talk IS NOT NULL AND stumbled IS NOT NULL AND steady IS NULL AND settled IS NULL))
);

CREATE TABLE rating (
    check_in_id TEXT NOT NULL REFERENCES check_in (id) ON DELETE CASCADE,
    number INTEGER NOT NULL CHECK (number >= 0),  -- the order in which they were rated
    symptom TEXT NOT NULL CHECK (symptom <> ''),
    score INTEGER NOT NULL CHECK (typeof(score) = 'integer' AND score BETWEEN 0 AND 10),
    PRIMARY KEY (check_in_id, number),
    UNIQUE (check_in_id, symptom)
) WITHOUT ROWID;

CREATE TABLE warning_sign (
    check_in_id TEXT NOT NULL REFERENCES check_in (id) ON DELETE CASCADE,
    sign TEXT NOT NULL CHECK (sign <> ''),
    PRIMARY KEY (check_in_id, sign)
) WITHOUT ROWID;

CREATE TABLE note (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    day TEXT NOT NULL UNIQUE CHECK (day IS date(day, '+0 days')),
    said_at TEXT NOT NULL,
    zone TEXT NOT NULL,
    cleared INTEGER NOT NULL CHECK (cleared IN (0, 1)),
    feet_seen_to INTEGER NOT NULL CHECK (feet_seen_to IN (0, 1)),
    review_acknowledged INTEGER NOT NULL CHECK (review_acknowledged IN (0, 1)),
    away_because TEXT CHECK (away_because IN ('illness', 'fall', 'feet', 'flare'))
);

CREATE TABLE walk (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    day TEXT NOT NULL CHECK (day IS date(day, '+0 days')),
    kind TEXT NOT NULL CHECK (kind IN ('planned', 'free', 'by_hand')),
    started_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    zone TEXT NOT NULL,
    walked_s REAL NOT NULL CHECK (walked_s BETWEEN 0 AND 86400),
    brisk_s REAL NOT NULL CHECK (brisk_s BETWEEN 0 AND walked_s + 1),
    shorter_because TEXT CHECK (shorter_because IN ('no_time', 'symptoms', 'other'))
);

CREATE INDEX walk_by_day ON walk (day);

CREATE TABLE symptom_mark (
    walk_id TEXT NOT NULL REFERENCES walk (id) ON DELETE CASCADE,
    number INTEGER NOT NULL CHECK (number >= 0),
    at_s REAL NOT NULL CHECK (at_s >= 0),
    PRIMARY KEY (walk_id, number)
) WITHOUT ROWID;

-- The monthly question about slow signs, each time that it was asked. Put off: no answers hang on it; answered: one a sign.
CREATE TABLE monthly_question (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    day TEXT NOT NULL UNIQUE CHECK (day IS date(day, '+0 days')),
    said_at TEXT NOT NULL,
    zone TEXT NOT NULL,
    answered INTEGER NOT NULL CHECK (answered IN (0, 1))
);

CREATE TABLE slow_sign_answer (
    question_id TEXT NOT NULL REFERENCES monthly_question (id) ON DELETE CASCADE,
    sign TEXT NOT NULL CHECK (sign <> ''),
    new_or_worse INTEGER NOT NULL CHECK (new_or_worse IN (0, 1)),
    PRIMARY KEY (question_id, sign)
) WITHOUT ROWID;

-- What was offered, as it was shown when the day's walk began. The decision is one JSON object, so that it stays as it was
-- however the rules change; its minutes stand beside it for readers without this program.
CREATE TABLE offer (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    day TEXT NOT NULL UNIQUE CHECK (day IS date(day, '+0 days')),
    said_at TEXT NOT NULL,
    zone TEXT NOT NULL,
    minutes INTEGER NOT NULL CHECK (typeof(minutes) = 'integer' AND minutes BETWEEN 0 AND 1440),
    brisk_minutes INTEGER NOT NULL CHECK (typeof(brisk_minutes) = 'integer' AND brisk_minutes BETWEEN 0 AND minutes),
    decision TEXT NOT NULL CHECK (decision LIKE '{%}')
);

-- A programme holds from its day on.
CREATE TABLE programme (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    day TEXT NOT NULL UNIQUE CHECK (day IS date(day, '+0 days')),
    said_at TEXT NOT NULL,
    zone TEXT NOT NULL,
    track TEXT NOT NULL CHECK (track IN ('steady', 'gentle', 'careful')),
    start_min INTEGER CHECK (typeof(start_min) IN ('integer', 'null') AND start_min BETWEEN 5 AND 30 AND start_min <= walk_goal_min),
    step_min INTEGER NOT NULL CHECK (typeof(step_min) = 'integer' AND step_min BETWEEN 2 AND step_max),
    step_max INTEGER NOT NULL CHECK (typeof(step_max) = 'integer' AND step_max BETWEEN 2 AND 5),
    walk_goal_min INTEGER NOT NULL CHECK (typeof(walk_goal_min) = 'integer' AND walk_goal_min BETWEEN 30 AND 60),
    first_brisk_min INTEGER NOT NULL CHECK (typeof(first_brisk_min) = 'integer' AND first_brisk_min BETWEEN 2 AND 5),
    brisk_goal_min INTEGER NOT NULL CHECK (typeof(brisk_goal_min) = 'integer' AND brisk_goal_min BETWEEN 15 AND 60),
    brisk_placement TEXT NOT NULL CHECK (brisk_placement IN ('inside', 'added')),
    max_bout_min INTEGER NOT NULL CHECK (typeof(max_bout_min) = 'integer' AND max_bout_min BETWEEN 3 AND 15),
    walk_days TEXT NOT NULL CHECK (walk_days LIKE '[%]'),
    brisk_ok INTEGER NOT NULL CHECK (brisk_ok IN (0, 1))
);

-- One row: what the welcome asked. No names, no birthdays.
CREATE TABLE profile (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    one INTEGER NOT NULL UNIQUE DEFAULT 1 CHECK (one = 1),
    said_at TEXT NOT NULL,
    zone TEXT NOT NULL,
    welcomed INTEGER NOT NULL CHECK (welcomed IN (0, 1)),
    followed TEXT NOT NULL CHECK (followed LIKE '[%]'),
    ask_first TEXT NOT NULL CHECK (ask_first LIKE '[%]'),
    clinician_agreed INTEGER NOT NULL CHECK (clinician_agreed IN (0, 1)),
    uses_glucose_lowering INTEGER NOT NULL CHECK (uses_glucose_lowering IN (0, 1)),
    reduced_feeling TEXT,
    age_band TEXT,
    used_to_walking INTEGER CHECK (used_to_walking IN (0, 1)),
    emergency_number TEXT NOT NULL
);

-- At most one row: the walk that is under way.
CREATE TABLE checkpoint (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    one INTEGER NOT NULL UNIQUE DEFAULT 1 CHECK (one = 1),
    day TEXT NOT NULL CHECK (day IS date(day, '+0 days')),
    kind TEXT NOT NULL CHECK (kind IN ('planned', 'free', 'by_hand')),
    started_at TEXT NOT NULL,
    saved_at TEXT NOT NULL,
    zone TEXT NOT NULL,
    segments TEXT NOT NULL CHECK (segments LIKE '[%]'),
    walked_s REAL NOT NULL CHECK (walked_s BETWEEN 0 AND 86400),
    brisk_s REAL NOT NULL CHECK (brisk_s BETWEEN 0 AND walked_s + 1),
    symptom_marks_s TEXT NOT NULL CHECK (symptom_marks_s LIKE '[%]')
);
