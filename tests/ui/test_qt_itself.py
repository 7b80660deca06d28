"""What is asked of the Qt binding itself, so that a broken version is refused by a test and not by a crash in a walk."""

import sys

from PySide6.QtGui import QFont

CALLS = 500


def test_setting_a_font_loses_no_reference_to_none() -> None:
    # PySide6 6.12.0 drops one at each call; after some thousands of repaints the whole program ends. (From Python 3.12 on
    # None cannot be lost, and its count stands still.)
    font = QFont()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        font.setPixelSize(12)
        font.setFamilies(["a"])
        font.setFeature(QFont.Tag("tnum"), 1)
    assert sys.getrefcount(None) > before - CALLS / 2
