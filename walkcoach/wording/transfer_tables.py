"""The README in the zip of CSV tables: what each file and each column holds, with its unit and the words that it may have."""

import textwrap
from collections.abc import Iterable
from typing import Final

from walkcoach.wording.language import _

_WIDTH: Final = 100


def readme(described: Iterable[tuple[str, Iterable[tuple[str, tuple[str, ...]]]]]) -> str:
    """The whole text: `described` has each file with its columns, each with the words that it may have."""
    parts = [intro()]
    for file, columns in described:
        lines = [file, *_wrapped(file_text(file), "  ")]
        for name, values in columns:
            text = column_text(file, name)
            if values:
                text = _("{text} One of: {values}.").format(text=text, values=", ".join(values))
            lines += [f"  {name}", *_wrapped(text, "      ")]
        parts.append("\n".join(lines))
    return "\n\n".join(parts) + "\n"


def intro() -> str:
    """What stands above the tables."""
    paragraphs = (
        _(
            "This is a Walkcoach diary as tables. Each file is one table: a line with the names of the columns, then one line a "
            "row. They are CSV files in UTF-8, with commas between the cells, and open in any spreadsheet."
        ),
        _(
            "It holds what you have told Walkcoach about your health, in plain text. Keep it where only those can read it who "
            "should."
        ),
        _(
            "Walkcoach reads this zip again with Import, or `walkcoach import FILE`. Keep it as it is for that: a spreadsheet "
            "that saves one of the tables may write dates, numbers and long texts in another way."
        ),
        _(
            "Days are written as 2026-01-31; moments with their offset from universal time, as in 2026-01-31T09:00:00+01:00. "
            "Columns that end in _s are seconds, those that end in _min and those called minutes are minutes. Scores run from "
            "0 (none) to 10 (the worst imaginable). An empty cell says that it is not known or was not asked."
        ),
        _(
            "A text that a spreadsheet might run as a formula has an apostrophe (') before it, and so has a text that begins with "
            "one itself; an apostrophe alone is a text with nothing in it. Importing takes that apostrophe away again."
        ),
    )
    return "\n\n".join("\n".join(_wrapped(paragraph, "")) for paragraph in paragraphs)


def file_text(file: str) -> str:
    """What one row of the table is."""
    return {
        "about.csv": _("One row: what this zip is, and when it was exported."),
        "check_ins.csv": _("One row a check-in, before a walk or after it."),
        "ratings.csv": _("One row a symptom rated in a check-in: how it was in the morning, or at worst during the walk."),
        "warning_signs.csv": _("One row a warning sign told in a check-in."),
        "notes.csv": _("One row a day with something noted for the coach beside the check-ins."),
        "remarks.csv": _("One row a day with a note in your own words."),
        "walks.csv": _("One row a walk, or a part of a day's walk."),
        "symptom_marks.csv": _("One row each time that symptoms were marked during a walk."),
        "offers.csv": _("One row a day that was walked: what was offered, and why, as it was shown when the walk began."),
        "offer_rules.csv": _("One row a rule behind an offer."),
        "offer_segments.csv": _("One row a stretch of an offered walk, at one pace."),
        "programmes.csv": _("One row a time that the programme was set; it holds from its day on."),
        "profile.csv": _("One row: what the welcome asked and the settings keep."),
        "followed.csv": _("One row a symptom that is followed."),
        "ask_first.csv": _("One row a reason, of those ticked, to ask a professional before starting."),
        "slow_answers.csv": _("One row a time that the monthly question was asked."),
        "week_reviews.csv": _("One row a week that was looked back at."),
    }[file]


def column_text(file: str, column: str) -> str:
    """What a column holds."""
    special = _special(file, column)
    return special or _common(column) or _evidence(column) or _setting(column)


def _special(file: str, column: str) -> str:
    return {
        ("notes.csv", "review_acknowledged"): _("Whether the advice to have the plan looked at was read (true or false)."),
        ("walks.csv", "said"): _("When the walk began."),
        ("walks.csv", "kind"): _("What the walk counts for: the plan, or totals alone."),
        ("programmes.csv", "day"): _("The day from which on it holds."),
        ("profile.csv", "day"): _("The day on which it was last changed."),
        ("week_reviews.csv", "day"): _("The first day of the week."),
        ("offers.csv", "brisk_minutes"): _("How many of the minutes are brisk."),
        ("offer_segments.csv", "seconds"): _("How long it is, in seconds."),
    }.get((file, column), "")


def _common(column: str) -> str:
    return {
        "format": _("Always walkcoach-diary."),
        "version": _("The version of these tables; a newer one is read by newer programs only."),
        "program": _("What has exported it."),
        "exported": _("When it was exported."),
        "id": _("What the entry goes by, the same in every export."),
        "check_in_id": _("The id of the check-in in check_ins.csv."),
        "walk_id": _("The id of the walk in walks.csv."),
        "offer_id": _("The id of the offer in offers.csv."),
        "profile_id": _("The id of the profile in profile.csv."),
        "day": _("The day that it is about."),
        "said": _("When it was said."),
        "zone": _("The time zone in which it was said."),
        "part": _("Before the day's walk or after it."),
        "number": _("Its place in the list, from 1."),
        "steady": _("How steady on the feet, compared with usual; before only."),
        "settled": _("How soon things were back to usual after the last walk; before only."),
        "feet": _("What looking at the feet has shown."),
        "effort": _("How hard the walk felt, from 0 to 10; after only."),
        "could_talk": _("Whether talking was possible during the walk (true or false); after only."),
        "stumbled": _("Whether there was a stumble (true or false); after only."),
        "symptom": _("The symptom."),
        "score": _("From 0 (none) to 10 (the worst imaginable)."),
        "sign": _("The warning sign."),
        "cleared": _("Whether a professional has looked at the warning sign (true or false)."),
        "feet_seen_to": _("Whether the feet have healed or somebody qualified has looked (true or false)."),
        "away_because": _("Why there was no walking for some days."),
        "text": _("The note."),
        "started": _("When the walk began."),
        "ended": _("When the walk ended."),
        "time_known": _("Whether the hour is true (true or false); false for a walk added by hand without it."),
        "walked_s": _("How long was walked, in seconds."),
        "brisk_s": _("How much of it was brisk, in seconds."),
        "shorter_because": _("Why less was walked than was offered."),
        "at_s": _("How far into the walk, in seconds of walking."),
        "decision": _("What the day's offer is called."),
        "minutes": _("Minutes offered."),
        "stage": _("Where it stands on the road."),
        "level_minutes": _("The level of minutes that it leaves when it is walked."),
        "level_brisk_minutes": _("The level of brisk minutes that it leaves when it is walked."),
        "resumed_brisk_min": _("With how many minutes brisk walking begins again after a deep cut; 0 for nothing to resume."),
        "good_walks": _("Good walks at the walk goal so far."),
        "real_step_back": _("Whether it steps back for more than missed days (true or false)."),
        "rule": _("The rule's name."),
        "pace": _("The pace."),
        "answer": _("The reason's name."),
        "answered": _("Whether the question was answered (true), or put off (false)."),
        "review": _("The review as it was shown, as JSON."),
    }.get(column, "")


def _evidence(column: str) -> str:
    return {
        "evidence_before_minutes": _("The level of minutes that the day began with."),
        "evidence_before_brisk_minutes": _("The level of brisk minutes that the day began with."),
        "evidence_last_walk": _("The day of the walk before."),
        "evidence_last_walked_minutes": _("Minutes walked then."),
        "evidence_last_offered_minutes": _("Minutes offered then."),
        "evidence_above_usual": _("How far the morning was above usual, in points."),
        "evidence_above_usual_symptom": _("The symptom that was furthest above usual."),
        "evidence_above_usual_score": _("Its score."),
        "evidence_above_usual_usual": _("What is usual for it."),
        "evidence_provoked": _("By how many points the walk before made a symptom worse."),
        "evidence_provoked_symptom": _("The symptom that it made worse most."),
        "evidence_provoked_before": _("Its score before that walk."),
        "evidence_provoked_worst": _("Its worst score during that walk."),
        "evidence_peak": _("The highest score during the walk before."),
        "evidence_peak_symptom": _("The symptom that it belongs to."),
        "evidence_settled": _("How soon things were back to usual after the walk before."),
        "evidence_effort": _("How hard the walk before felt, from 0 to 10."),
        "evidence_missed_days": _("Days missed before."),
        "evidence_missed_deeper": _("Whether the days missed made a deeper cut (true or false)."),
        "evidence_good_walks": _("Good walks at the walk goal by then."),
        "evidence_good_walks_needed": _("Good walks that brisk walking needs."),
        "evidence_review_step_backs": _("Steps back that have led to the advice to have the plan looked at."),
        "evidence_review_worse_mornings": _("Worse mornings that have led to that advice."),
        "evidence_week_budget_minutes": _("Minutes that the week allows; 0 where it sets no limit."),
    }.get(column, "")


def _setting(column: str) -> str:
    return {
        "track": _("How fast the plan may grow."),
        "start_min": _("Minutes of the first walk; empty for the track's own start."),
        "step_min": _("The smallest step, in minutes."),
        "step_max": _("The largest step, in minutes."),
        "walk_goal_min": _("The walk goal, in minutes."),
        "first_brisk_min": _("The first brisk minutes."),
        "brisk_goal_min": _("The brisk goal, in minutes."),
        "brisk_placement": _("Whether brisk minutes lie inside the walk goal or are added on top of it."),
        "max_bout_min": _("The longest brisk stretch, in minutes."),
        "monday": _("Whether it is a walking day (true or false)."),
        "tuesday": _("Whether it is a walking day (true or false)."),
        "wednesday": _("Whether it is a walking day (true or false)."),
        "thursday": _("Whether it is a walking day (true or false)."),
        "friday": _("Whether it is a walking day (true or false)."),
        "saturday": _("Whether it is a walking day (true or false)."),
        "sunday": _("Whether it is a walking day (true or false)."),
        "brisk_ok": _("Whether brisk walking is wanted (true or false)."),
        "welcomed": _("Whether the welcome has been gone through (true or false)."),
        "clinician_agreed": _("Whether a professional has agreed to the walking (true or false)."),
        "uses_glucose_lowering": _("Whether insulin or the like is used (true or false)."),
        "reduced_feeling": _("What was said about feeling in the feet."),
        "age_band": _("The age, as a range."),
        "used_to_walking": _("Whether walking is nothing new (true or false)."),
        "emergency_number": _("The emergency number that is shown."),
        "loss_of_feeling": _("Whether there is less feeling in the feet than before (true or false)."),
        "muscle_wasting": _("Whether muscles in feet or legs are thinner than before (true or false)."),
        "gait_change": _("Whether the way of walking has changed (true or false)."),
        "balance_trouble": _("Whether there is more trouble with balance than before (true or false)."),
        "bone_health": _("Whether there is something new about the bones (true or false)."),
    }.get(column, "")


def _wrapped(text: str, indent: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)
