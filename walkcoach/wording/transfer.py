"""What is said around exports and imports: what a file holds, what would be taken from it, and why some of it would not."""

from collections.abc import Mapping
from datetime import date

from walkcoach.wording.language import _, _n
from walkcoach.wording.names import full_date


def the_file() -> str:
    """What is refused where no place in it can be named."""
    return _("the file")


def not_ours() -> str:
    """The file is something else than an export of ours."""
    return _("this is no Walkcoach export")


def newer() -> str:
    """The file comes from a program that knows more than this one."""
    return _("this was exported by a newer Walkcoach than this one; install that to import it")
