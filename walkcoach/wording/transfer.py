"""What is said around exports and imports: what a file holds, what would be taken from it, and why some of it would not."""


from walkcoach.wording.language import _


def the_file() -> str:
    """What is refused where no place in it can be named."""
    return _("the file")


def not_ours() -> str:
    """The file is something else than an export of ours."""
    return _("this is no Walkcoach export")


def newer() -> str:
    """The file comes from a program that knows more than this one."""
    return _("this was exported by a newer Walkcoach than this one; install that to import it")


def broken_zip() -> str:
    """The zip is cut off or damaged."""
    return _("the zip is broken")


def unknown_member() -> str:
    """A file in the zip that no export of ours has."""
    return _("is no file of a Walkcoach export; take it out of the zip")


def missing_member() -> str:
    """A file that every export of ours has is not in the zip."""
    return _("is missing from the zip")
