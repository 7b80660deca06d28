"""The words about treadmill speeds: beside the pace on the Walk page, and in the settings."""

from walkcoach.core.speeds import Units, tenths_of
from walkcoach.wording.language import _


def speed(kmh: float, units: Units) -> str:
    """A speed with its unit: "3.5 km/h", "2.2 mph"; "" for none."""
    if not kmh:
        return ""
    tenths = tenths_of(kmh, units)
    return tenths_figure(tenths) + unit(units)


def tenths_figure(tenths: int) -> str:
    """Tenths as a figure with one decimal: 35 is "3.5"."""
    return _("{whole}.{tenth}").format(whole=tenths // 10, tenth=tenths % 10)


def unit(units: Units) -> str:
    """Behind a figure, with its space."""
    return _(" mph") if units is Units.IMPERIAL else _(" km/h")


def part() -> str:
    """The settings' part, short."""
    return _("Treadmill")


def lead() -> str:
    """What the speeds are for, over the fields."""
    return _(
        "If you walk on a treadmill, set how fast it runs at each pace. The Walk page then shows the speed beside the pace. "
        "Walkcoach does not move the treadmill, and your plan does not depend on it."
    )


def units_name() -> str:
    """Kilometres or miles."""
    return _("Units")


def units_choice(units: Units) -> str:
    """One of them, as a label."""
    return _("Miles an hour") if units is Units.IMPERIAL else _("Kilometres an hour")


def normal() -> str:
    """The belt at normal pace."""
    return _("Normal speed")


def brisk() -> str:
    """The belt at brisk pace."""
    return _("Brisk speed")


def hint(lowest: int, highest: int, units: Units) -> str:
    """Its range, given in tenths."""
    return _("{low} to {high}{unit}, or not set.").format(low=tenths_figure(lowest), high=tenths_figure(highest), unit=unit(units))


def not_set() -> str:
    """The field's lowest place: no speed."""
    return _("not set")


def brisk_too_slow(normal_speed: str) -> str:
    """Brisk would be slower than normal; `normal_speed` has its unit."""
    return _("Slower than normal. It is left out until it is {speed} or more.").format(speed=normal_speed)
