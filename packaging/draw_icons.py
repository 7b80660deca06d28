"""Draws the program's icon in the sizes that desktops ask for, from the one drawing in resources/icons/walkcoach.svg.

Run it after changing the drawing: `.venv/bin/python packaging/draw_icons.py`. It writes walkcoach.png (256 pixels) and
walkcoach.ico (all Windows sizes) beside the drawing; both are kept in the repository, so that no build needs it.
"""

import os
import struct
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

ICONS: Final = Path(__file__).parent.parent / "resources" / "icons"
WINDOWS_SIZES: Final = (16, 24, 32, 48, 64, 128, 256)


def draw(drawing: Path, size: int) -> bytes:
    """The drawing as a square PNG of `size` pixels, clear around its edges."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(drawing)).render(painter)
    painter.end()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(content.data())


def ico(pictures: Sequence[tuple[int, bytes]]) -> bytes:
    """A Windows icon file of PNG pictures, each with its size in pixels."""
    head = struct.pack("<HHH", 0, 1, len(pictures))
    at = len(head) + 16 * len(pictures)
    entries = b""
    for size, content in pictures:
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(content), at)
        at += len(content)
    return head + entries + b"".join(content for _, content in pictures)


def main() -> int:
    """Draw and write both files."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication([])
    drawing = ICONS / "walkcoach.svg"
    (ICONS / "walkcoach.png").write_bytes(draw(drawing, 256))
    (ICONS / "walkcoach.ico").write_bytes(ico([(size, draw(drawing, size)) for size in WINDOWS_SIZES]))
    application.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
