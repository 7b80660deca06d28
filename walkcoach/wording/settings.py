"""The words of the Settings page: fields, what they mean, their ranges, and what this program is and is not."""

from collections.abc import Sequence

from walkcoach.core.segments import Segment
from walkcoach.wording import numbers
from walkcoach.wording.language import _, _n


def title() -> str:
    """The page's heading."""
    return _("Settings")


def parts() -> str:
    """What the row of parts chooses, for screen readers."""
    return _("Part of the settings")


def part_programme() -> str:
    """The plan's settings."""
    return _("Plan")


def part_symptoms() -> str:
    """The symptoms followed."""
    return _("Symptoms")


def part_care() -> str:
    """Warning signs, the clinician and the answers of the welcome."""
    return _("Care")


def part_sound_and_look() -> str:
    """Tones, colours and text size."""
    return _("Sound and look")


def part_about() -> str:
    """Data and what this program is."""
    return _("Data, about")


def programme_lead() -> str:
    """When a change holds."""
    return _("Each change is kept at once and holds from today on. What was walked before stays as it was.")


def track() -> str:
    """The pace of growth."""
    return _("How fast the plan may grow")


def goals_title() -> str:
    """Over the goals and the walk that they make."""
    return _("Your goals")


def growth_title() -> str:
    """Over what decides how the plan grows."""
    return _("How the plan grows")


def own_start(minutes: int) -> str:
    """The start that the track brings along."""
    return _("The track's own start: {minutes}").format(minutes=numbers.minutes(minutes))


def start() -> str:
    """Minutes of the first walk."""
    return _("First walk")


def start_hint(high: int) -> str:
    """Its range, and when it counts."""
    return _("5 to {high} minutes. Counts for a start, and for starting again after a long break.").format(high=high)


def step_min() -> str:
    """The least that a day adds."""
    return _("Smallest step")


def step_max() -> str:
    """The most that a day adds."""
    return _("Largest step")


def step_min_hint() -> str:
    """Its range, and when it is taken."""
    return _("2 to 5 minutes: what a day adds at least, when it adds.")


def step_max_hint() -> str:
    """Its range, and what it bounds."""
    return _("2 to 5 minutes: what a day adds at most.")


def step_raised(minutes: int) -> str:
    """The largest step has gone up with the smallest."""
    return _("The largest step went up with it, to {minutes}.").format(minutes=numbers.minutes(minutes))


def step_lowered(minutes: int) -> str:
    """The smallest step has come down with the largest."""
    return _("The smallest step came down with it, to {minutes}.").format(minutes=numbers.minutes(minutes))


def step_capped(track_name: str, most: int) -> str:
    """The track adds less than the largest step."""
    return _("The track “{track}” adds at most {minutes} a day, whatever is set here.").format(
        track=track_name, minutes=numbers.minutes(most)
    )


def walk_goal() -> str:
    """Minutes at which a walk is long enough."""
    return _("Walk goal")


def walk_goal_hint() -> str:
    """Its range."""
    return _("30 to 60 minutes. The plan stops growing longer there.")


def first_brisk() -> str:
    """The first brisk minutes."""
    return _("First brisk minutes")


def first_brisk_hint() -> str:
    """Their range, and when they begin."""
    return _("2 to 5 minutes. They begin once the walk goal is reached.")


def brisk_goal() -> str:
    """The brisk minutes aimed at."""
    return _("Brisk goal")


def brisk_goal_hint(high: int, walk_goal: int) -> str:
    """Its range with this walk goal."""
    return _("15 to {high} minutes with a walk goal of {goal}.").format(high=high, goal=walk_goal)


def brisk_goal_lowered(minutes: int) -> str:
    """The brisk goal has come down with the walk goal."""
    return _("The brisk goal came down with it, to {minutes}: a walk under an hour keeps 15 minutes at normal pace.").format(
        minutes=numbers.minutes(minutes)
    )


def brisk_goal_back(minutes: int) -> str:
    """The brisk goal has gone up again with the walk goal."""
    return _("The brisk goal is back at {minutes}.").format(minutes=numbers.minutes(minutes))


def placement() -> str:
    """Where brisk minutes go."""
    return _("Brisk minutes go")


def placement_hint() -> str:
    """What the two mean."""
    return _("Inside: some of the walk becomes brisk. On top: the walk grows by the brisk minutes.")


def max_bout() -> str:
    """The longest stretch of brisk walking."""
    return _("Longest brisk bout")


def max_bout_hint() -> str:
    """Its range."""
    return _("3 to 15 minutes without a break at normal pace.")


def brisk_ok() -> str:
    """Whether the plan may have brisk minutes at all."""
    return _("Brisk minutes are fine for me")


def brisk_ok_hint() -> str:
    """What to think of, and what happens without it."""
    return _(
        "Take the tick away if you have fallen in the last year, feel unsteady, or fear to fall. "
        "The plan then stays at normal pace, and nothing else changes."
    )


def walk_days() -> str:
    """The weekdays to walk on."""
    return _("Walk days")


def walk_days_hint() -> str:
    """How many, and what the others are for."""
    return _("Three or more. The other days are for rest, and resting costs you nothing.")


def walk_days_least() -> str:
    """A day was to be taken away from three."""
    return _("Three days are the least: with fewer, the plan cannot grow evenly. Choose another day first.")


def session_longer(brisk: int, whole: int) -> str:
    """The bouts need more room than the walk goal gives."""
    return _(
        "{brisk} make a walk of {whole}: 5 easy minutes belong at either end, and one between bouts."
    ).format(brisk=numbers.brisk_minutes(brisk), whole=numbers.minutes(whole))


def strip_name() -> str:
    """The strip of the walk at the goals, for screen readers."""
    return _("A walk at your goals")


def goal_session(segments: Sequence[Segment]) -> str:
    """What the goals make of a walk: "At your goals a walk takes 73 minutes, 60 of them brisk, in 4 bouts of 15 minutes."."""
    whole_min = sum(segment.length_s for segment in segments) // 60
    bouts = [segment for segment in segments if segment.brisk]
    brisk_min = sum(segment.length_s for segment in bouts) // 60
    if not bouts:
        return _("At your goal a walk takes {minutes}, all at normal pace.").format(minutes=numbers.minutes(whole_min))
    longest_s = max(segment.length_s for segment in bouts)
    alike = all(segment.length_s == longest_s for segment in bouts)
    said = (
        _("At your goals a walk takes {minutes}, {brisk} of them brisk, in {bouts} of {longest}.")
        if alike
        else _("At your goals a walk takes {minutes}, {brisk} of them brisk, in {bouts} of up to {longest}.")
    )
    return said.format(
        minutes=numbers.minutes(whole_min),
        brisk=brisk_min,
        bouts=_n("{n} bout", "{n} bouts", len(bouts)),
        longest=numbers.length(longest_s),
    )


def unit_minutes() -> str:
    """Behind a figure in a field, with its space."""
    return _(" min")


def unit_seconds() -> str:
    """Behind a figure in a field, with its space."""
    return _(" s")


def unit_percent() -> str:
    """Behind a figure in a field, with its space."""
    return _(" %")


def symptoms_title() -> str:
    """Over the symptoms followed."""
    return _("Symptoms you follow")


def symptoms_full() -> str:
    """Four are chosen; a fifth has to wait."""
    return _("Four are chosen. Take one away to choose another.")


def emergency_number() -> str:
    """The number that the warning texts name."""
    return _("Emergency number")


def emergency_hint() -> str:
    """What it is for."""
    return _("Named in the texts about warning signs. Walkcoach itself calls nobody.")


def emergency_wrong(kept: str) -> str:
    """What was typed is no number to call; `kept` is the number before."""
    return _("Type 2 to 15 figures; spaces, hyphens and a + in front are fine. Until then it stays {kept}.").format(kept=kept)


def ask_first_title() -> str:
    """What keeps the plan off."""
    return _("Ask first")


def ask_first_lead() -> str:
    """What a tick does."""
    return _("While any of these is ticked, the plan is off until a clinician has agreed.")


def clinician_hint() -> str:
    """What the clinician's word does."""
    return _("Without this the plan stays off. The diary works all the same.")


def answers_title() -> str:
    """Over the answers of the welcome that suggest a track."""
    return _("Your answers at the start")


def answers_lead() -> str:
    """What they are for."""
    return _("They decide only which pace of growth is marked as suggested. The plan keeps the one that you chose.")


def sound_title() -> str:
    """Over sound."""
    return _("Sound")


def sound_on() -> str:
    """Tones at each change of pace."""
    return _("Tones when the pace changes")


def volume_hint() -> str:
    """What the volume is a share of."""
    return _("0 to 100 % of the computer's own volume.")


def volume() -> str:
    """How loud."""
    return _("Volume")


def get_ready() -> str:
    """Seconds before a walk starts."""
    return _("Time to get ready")


def get_ready_hint() -> str:
    """Its range."""
    return _("0 to 60 seconds between Start and the first step.")


def look_title() -> str:
    """Over theme and text size."""
    return _("Look")


def theme() -> str:
    """Light or dark."""
    return _("Colours")


def theme_name(choice: str) -> str:
    """A theme as a label; `choice` is its id in the settings."""
    return {
        "system": _("As the system"),
        "light": _("Light"),
        "dark": _("Dark"),
        "contrast": _("High contrast"),
    }[choice]


def text_size() -> str:
    """How large text is."""
    return _("Text size")


def text_size_hint() -> str:
    """Its range."""
    return _("100 to 200 % of the usual size.")


def data_title() -> str:
    """Over where the diary lies."""
    return _("Your data")


def data_text() -> str:
    """What is kept and who sees it."""
    return _("Your diary is a file in this folder. It stays on this computer, and nothing is sent anywhere.")


def folder() -> str:
    """The field that shows where the data lies, for screen readers."""
    return _("Folder of your data")


def open_folder() -> str:
    """Opens the folder in the file manager."""
    return _("Open the folder")


def open_folder_failed() -> str:
    """No file manager could be started."""
    return _("The folder could not be opened from here. You find it at the place above.")


def about_title() -> str:
    """Over what this program is."""
    return _("About")


def version(number: str) -> str:
    """Name and version."""
    return _("Walkcoach {version}").format(version=number)


def no_device() -> str:
    """What it is not."""
    return _(
        "A self-chosen walking plan and diary. It is no medical device, judges nothing, "
        "and does not stand in for your clinician."
    )


def licences() -> str:
    """Under which terms."""
    return _(
        "Walkcoach is free software under the MIT licence. It uses Qt and Qt for Python (LGPL 3), pyqtgraph and platformdirs "
        "(MIT), NumPy (BSD), and the font Atkinson Hyperlegible Next by the Braille Institute of America (SIL Open Font "
        "Licence 1.1). LICENCES.md, which comes with the program, names them all and says where their texts are."
    )
