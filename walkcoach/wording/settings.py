"""The words of the Settings page beside the programme's: person, machine, data, and what this program is and is not."""

from walkcoach.wording.language import _


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
    """What this program is."""
    return _("About")


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


def speech() -> str:
    """Sentences after the tones."""
    return _("A voice says what comes")


def speech_hint() -> str:
    """What it says, and when it cannot."""
    return _("“Brisk now, 3 minutes” after each tone, where this computer has a voice.")


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
        "A self-chosen walking plan and diary. It is no medical device, judges nothing, and does not stand in for your clinician."
    )


def licences_name() -> str:
    """What the text about them is, for screen readers."""
    return _("Licences")


def licences() -> str:
    """Under which terms."""
    return _(
        "Walkcoach is free software under the MIT licence. It uses Qt and Qt for Python (LGPL 3), pyqtgraph, platformdirs and "
        "wakepy (MIT), NumPy (BSD), and the font Atkinson Hyperlegible Next by the Braille Institute of America (SIL Open Font "
        "Licence 1.1). LICENCES.md, which comes with the program, names them all and says where their texts are."
    )
