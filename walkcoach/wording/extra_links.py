"""The words that lead to walks beyond the plan, and what such walks do: all that Today needs of `extra_walks`."""

from walkcoach.wording.language import _


def just_walk() -> str:
    """Leads to a walk of one's own."""
    return _("Just walk")


def add_link() -> str:
    """Leads to adding a walk by hand."""
    return _("Add a walk made without the laptop")


def links() -> str:
    """What the row of both is, for screen readers."""
    return _("Walks beyond the plan")


def own_lead() -> str:
    """What such a walk does, and does not do."""
    return _("It is kept in your diary and counts in your totals, but raises nothing.")


def hand_lead() -> str:
    """What such a walk does, and does not do."""
    return _(
        "A walk made without the laptop counts in your totals and charts. "
        "It never stands for a walk of the plan, and the plan does not change with it."
    )
