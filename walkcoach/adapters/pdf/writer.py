"""The pages as a PDF file: text that can be selected, bars as lines, fonts inside, written whole or not at all.

What Qt's writer gives (6.11): PDF/A-1b with its colour profile, fonts embedded, text with its letters, a title. What it does
not: tags (headings and tables for a screen reader) and the language. The language is added here; there are no tags, so the
things on a page are drawn in the order in which they are read, and the window has the page as text.
"""

import re
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPainter, QPdfWriter

from walkcoach.adapters.export_file import write_whole
from walkcoach.adapters.pdf.pages import Pages
from walkcoach.adapters.pdf.style import PT, page_size

UNITS_AN_INCH: Final = 72 * PT
_ROOT: Final = re.compile(rb"/Root (\d+) 0 R")
_SIZE: Final = re.compile(rb"/Size (\d+)")
_ID: Final = re.compile(rb"/ID \[[^\]]*\]")
_INFO: Final = re.compile(rb"/Info \d+ 0 R")
_START: Final = re.compile(rb"startxref\s+(\d+)")


def pdf_bytes(pages: Pages, title: str, creator: str, language: str) -> bytes:
    """The PDF. `title` is what viewers show as the window's title; there is no author. `language` is as in "en-GB"."""
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPdfVersion(QPagedPaintDevice.PdfVersion.PdfVersion_A1b)
    writer.setTitle(title)
    writer.setCreator(creator)
    writer.setResolution(UNITS_AN_INCH)
    writer.setPageLayout(QPageLayout(page_size(pages.paper), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
    painter = QPainter(writer)
    for number in range(pages.count):
        if number:
            writer.newPage()
        pages.paint(painter, number)
    painter.end()
    buffer.close()
    return _with_language(bytes(kept.data()), language)


def write_pdf(place: Path, pages: Pages, title: str, creator: str, language: str, *, replace: bool) -> None:
    """Write the PDF to `place`, which only its owner may read. Raises `Trouble`; what was there before is left then.

    What is there already is only replaced if `replace`.
    """
    data = pdf_bytes(pages, title, creator, language)
    write_whole(place, lambda out: out.write(data), replace=replace)


def _with_language(pdf: bytes, language: str) -> bytes:
    """`pdf` with its language in an update at the end, as the format provides for; as it was where it looks unlike Qt's."""
    found = [pattern.search(pdf, pdf.rfind(b"trailer")) for pattern in (_ROOT, _SIZE, _INFO, _ID, _START)]
    root, size, info, ident, start = found
    if root is None or size is None or info is None or ident is None or start is None:
        return pdf
    number = root.group(1)
    catalog = re.search(rb"\n" + number + rb" 0 obj\n<<\n/Type /Catalog\n(.*?)>>\nendobj", pdf, re.DOTALL)
    if catalog is None:
        return pdf
    lang = language.encode("ascii")
    obj = number + b" 0 obj\n<<\n/Type /Catalog\n/Lang (" + lang + b")\n" + catalog.group(1) + b">>\nendobj\n"
    begin = len(pdf)
    table = begin + len(obj)
    update = (
        obj
        + b"xref\n0 1\n0000000000 65535 f \n"
        + number
        + b" 1\n%010d 00000 n \n" % begin
        + b"trailer\n<<\n"
        + size.group(0)
        + b"\n/Prev "
        + start.group(1)
        + b"\n"
        + info.group(0)
        + b"\n"
        + root.group(0)
        + b"\n"
        + ident.group(0)
        + b"\n>>\nstartxref\n%d\n%%%%EOF\n" % table
    )
    return pdf + update
