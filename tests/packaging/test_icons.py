"""The icon files are drawn from the drawing, in every size."""

import struct
from pathlib import Path

from PySide6.QtGui import QImage

from draw_icons import ICONS, WINDOWS_SIZES, draw, ico


def test_the_drawing_fills_its_square_and_leaves_the_corners_clear(qapp: object) -> None:
    image = QImage.fromData(draw(ICONS / "walkcoach.svg", 64))
    assert (image.width(), image.height()) == (64, 64)
    assert image.pixelColor(0, 0).alpha() == 0
    assert image.pixelColor(32, 4).alpha() == 255


def test_the_windows_icon_holds_every_size() -> None:
    content = (ICONS / "walkcoach.ico").read_bytes()
    _, kind, count = struct.unpack_from("<HHH", content)
    assert (kind, count) == (1, len(WINDOWS_SIZES))
    for n, size in enumerate(WINDOWS_SIZES):
        width, length, at = struct.unpack_from("<B7xII", content, 6 + 16 * n)
        assert width == size % 256
        assert content[at : at + 8] == b"\x89PNG\r\n\x1a\n"
        assert at + length <= len(content)


def test_the_pictures_lie_behind_the_table(tmp_path: Path) -> None:
    assert ico([(16, b"one"), (32, b"two")])[6 + 32 :] == b"onetwo"
