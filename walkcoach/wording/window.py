"""The words of the window's frame: pages, the bar for trouble, the corner. No word about health: titles are seen by others."""

from walkcoach.wording.language import _


def app_name() -> str:
    """The name in the title and on the rail."""
    return _("Walkcoach")


def awake_reason() -> str:
    """Why the screen is kept awake: the system shows it beside our name to whoever looks what keeps the machine from sleeping."""
    return _("A walk is under way")


def page_today() -> str:
    """The page of the day's plan."""
    return _("Today")


def page_progress() -> str:
    """The page of weeks and charts."""
    return _("Progress")


def page_report() -> str:
    """The page to take along and print."""
    return _("Report")


def page_settings() -> str:
    """The page of settings."""
    return _("Settings")


def page_welcome() -> str:
    """The steps before the first walk, for screen readers."""
    return _("Welcome")


def page_walk() -> str:
    """The page of the walk under way, for screen readers."""
    return _("Walk")


def pages() -> str:
    """What the rail is, for screen readers."""
    return _("Pages")


def key_hint(key: str) -> str:
    """The key that goes to a page, for screen readers and tips: "Alt+1"."""
    return _("Key: {key}").format(key=key)


def speed(times: float) -> str:
    """What stands in the corner while the clock runs faster: "60 × speed"."""
    return _("{times} × speed").format(times=f"{times:g}")


def dismiss() -> str:
    """Takes a message away."""
    return _("Close this message")


def trouble_name() -> str:
    """What the bar with a message is, for screen readers."""
    return _("Message")


def come_forward() -> str:
    """In the terminal, when the program was started a second time."""
    return _("Walkcoach is open already, and its window has come to the front.")


def sound_test_spoken() -> str:
    """After the tone of the sound test: as it is said during a walk."""
    return _("Brisk now, 3 minutes.")
