"""What the Walk page says and what is announced to those who hear it. Times come in seconds; nothing here reads a clock."""

from collections.abc import Sequence
from math import ceil

from walkcoach.core.segments import Pace
from walkcoach.wording import numbers
from walkcoach.wording.language import _, _n


def time_left(seconds: float) -> str:
    """A time still to go as clock figures: a part of a second counts as a whole one, so that 0:00 is the very end."""
    return numbers.clock(ceil(seconds))


def pace_word(pace: Pace) -> str:
    """The pace as one word."""
    return _("Brisk") if pace is Pace.BRISK else _("Normal")


def pace_title(pace: Pace) -> str:
    """The pace as it is read across the room: "BRISK"."""
    return pace_word(pace).upper()


def then_line(pace: Pace | None, length_s: int, speed: str = "") -> str:
    """What comes next: "then normal, 3 minutes, 3.5 km/h"; None: nothing does."""
    if pace is None:
        return _("then you are done")
    line = _("then {pace}, {length}").format(pace=pace_word(pace).lower(), length=numbers.length(length_s))
    return _("{line}, {speed}").format(line=line, speed=speed) if speed else line


def first_line(pace: Pace, length_s: int, speed: str = "") -> str:
    """What a walk begins with: "first normal, 5 minutes, 3.5 km/h"."""
    line = _("first {pace}, {length}").format(pace=pace_word(pace).lower(), length=numbers.length(length_s))
    return _("{line}, {speed}").format(line=line, speed=speed) if speed else line


def bout_line(bout: int, bouts: int) -> str:
    """Which brisk bout it is; before the first one, how many are to come; "" without any."""
    if not bouts:
        return ""
    if not bout:
        return _n("{n} brisk bout to come", "{n} brisk bouts to come", bouts)
    return _("Bout {bout} of {bouts}").format(bout=bout, bouts=bouts)


def walked_line(clock: str) -> str:
    """Under the strip, left."""
    return _("{clock} walked").format(clock=clock)


def to_go_line(clock: str) -> str:
    """Under the strip, right."""
    return _("{clock} to go").format(clock=clock)


def strip_name(walked: str, left: str) -> str:
    """The strip, for those who hear it."""
    return _("Your walk: {walked} walked, {left} to go").format(walked=walked, left=left)


def marks_line(number: int) -> str:
    """How many moments were marked; "" for none."""
    return _n("{n} symptom noted", "{n} symptoms noted", number) if number else ""


def get_ready() -> str:
    """Before the walk begins."""
    return _("Get ready")


def get_ready_title() -> str:
    """The same, read across the room."""
    return get_ready().upper()


def paused() -> str:
    """While the walk stands still."""
    return _("Paused")


def paused_title() -> str:
    """The same, read across the room."""
    return paused().upper()


def paused_detail() -> str:
    """What a pause means."""
    return _("The time stands still until you go on.")


def stopped_detail() -> str:
    """What is offered after one press on Stop."""
    return _("The time stands still. Go on, or finish here: both are fine.")


def pause() -> str:
    """Button."""
    return _("Pause")


def go_on() -> str:
    """Button."""
    return _("Go on")


def ease_off() -> str:
    """Button: turns the rest of a brisk bout to normal."""
    return _("Ease off")


def ease_off_hint() -> str:
    """What that does."""
    return _("Makes the rest of this brisk bout normal.")


def note_symptom() -> str:
    """Button: marks the moment."""
    return _("Note a symptom")


def note_symptom_hint() -> str:
    """What that does."""
    return _("Marks this moment. You rate it after the walk.")


def noted() -> str:
    """Answer to that button."""
    return _("Noted")


def stop() -> str:
    """Button."""
    return _("Stop")


def stop_hint() -> str:
    """What that does."""
    return _("Pauses at once and asks whether to go on or to finish.")


def finish_here() -> str:
    """Button."""
    return _("Finish here")


def something_wrong() -> str:
    """Button, and a key of its own."""
    return _("Something is wrong")


def something_wrong_hint() -> str:
    """What that does."""
    return _("Pauses and shows what to do.")


def back() -> str:
    """Button: one step back."""
    return _("Back")


def check_in() -> str:
    """Button after the walk."""
    return _("Check in")


def check_in_hint() -> str:
    """What the check-in after takes."""
    return _("How was it? Half a minute, now or any time before midnight.")


def later() -> str:
    """Leaves the check-in for later today."""
    return _("Later")


def finished_title(*, early: bool) -> str:
    """The word over the minutes when the walk is over."""
    return _("FINISHED") if early else _("DONE")


def finished_unit(minutes: int) -> str:
    """The word beside the minutes walked."""
    return _n("minute walked", "minutes walked", minutes)


def finished_brisk(brisk_minutes: int) -> str:
    """How many of them were brisk; "" for none."""
    return _("{n} of them brisk").format(n=brisk_minutes) if brisk_minutes else ""


def sound_on() -> str:
    """State of the sound."""
    return _("Sound on")


def sound_off() -> str:
    """State of the sound, by choice."""
    return _("Sound off")


def sound_none() -> str:
    """State of the sound without a device."""
    return _("No sound: the screen flashes instead")


def tones_only() -> str:
    """State of the sound where sentences are wanted and cannot be spoken."""
    return _("Tones only: this computer has no voice")


def kept_awake() -> str:
    """The screen is kept awake."""
    return _("Screen kept awake")


def not_kept_awake() -> str:
    """The screen is not kept awake."""
    return _("Screen not kept awake: keep it from sleeping in the system's settings")


def may_go_dark() -> str:
    """The same in a few words, where there is little room."""
    return _("Screen may go dark")


def slept_line(seconds: float) -> str:
    """The computer slept: that time is not walking. In whole minutes from one minute on, in hours from two hours on."""
    if seconds < 60:
        length = numbers.seconds(int(seconds))
    else:
        length = numbers.minutes(round(seconds / 60)) if seconds < 7200 else numbers.hours(round(seconds / 3600))
    return _("The computer was asleep for {length}. That time does not count as walking.").format(length=length)


def slept_question() -> str:
    """After a sleep: the question to which the buttons below answer."""
    return _("Did you walk on meanwhile?")


def from_there() -> str:
    """Button after a sleep: nothing of it was walking."""
    return _("Go on from there")


def count_part() -> str:
    """Button after a sleep: some of it was."""
    return _("Count part of it")


def count_hint() -> str:
    """What that does."""
    return _("You say for how long you walked on. The walk stays paused until you go on.")


def count_question() -> str:
    """How much of the sleep was walked."""
    return _("How long did you walk on?")


def count_it() -> str:
    """Button: the time that is set counts."""
    return _("Count it")


def say_slept() -> str:
    """Announced when a sleep has paused the walk."""
    return _("Paused. Go on from there, count part of it, or stop?")


def say_counted(seconds: float) -> str:
    """Announced when part of a sleep was counted."""
    return _("Counted: {length}. Paused.").format(length=numbers.length(round(seconds)))


def say_pace(pace: Pace, length_s: int) -> str:
    """Announced when the pace changes."""
    return _("{pace} now, {length}.").format(pace=pace_word(pace), length=numbers.length(length_s))


def say_minutes_left(minutes: int) -> str:
    """Announced at each whole minute."""
    return _n("{n} minute left.", "{n} minutes left.", minutes)


def say_get_ready(seconds: int) -> str:
    """Announced while there is time to get ready."""
    return _n("Get ready: {n} second.", "Get ready: {n} seconds.", seconds)


def say_paused() -> str:
    """Announced when the walk stands still."""
    return _("Paused.")


def say_going_on(pace: Pace) -> str:
    """Announced when it goes on."""
    return _("Going on, {pace}.").format(pace=pace_word(pace).lower())


def say_stopped() -> str:
    """Announced after one press on Stop."""
    return _("Paused. Go on, finish here, or say that something is wrong.")


def say_finished(minutes: int) -> str:
    """Announced at the end."""
    return _n("Finished: {n} minute walked.", "Finished: {n} minutes walked.", minutes)


def joined(parts: Sequence[str]) -> str:
    """Short facts on one line."""
    return "  ·  ".join(part for part in parts if part)


def space_key() -> str:
    """The space bar, as it is named beside a button."""
    return _("Space")


def escape_key() -> str:
    """The escape key, as it is named beside a button."""
    return _("Esc")


def return_key() -> str:
    """The return key, as it is named beside a button."""
    return _("Enter")


def long_pause_line() -> str:
    """After a pause of two hours."""
    return _("You have paused for a long time. Go on, or finish here and walk the rest later today?")
