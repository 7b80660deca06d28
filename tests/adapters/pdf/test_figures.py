"""The figures printed in the PDF against sums of their own over the exported CSV: two ways out of the diary that have to agree."""

import csv
import io
import random
import re
from dataclasses import replace
from datetime import date, timedelta
from statistics import median
from uuid import uuid4
from zipfile import ZipFile

import pytest

from tests.adapters.pdf.papers import document, laid_out, sheet
from tests.builders import MONDAY
from tests.fakes import FakeClock
from walkcoach.adapters.pdf.writer import pdf_bytes
from walkcoach.core.diary import Feet
from walkcoach.core.report import SPANS_WEEKS
from walkcoach.core.symptoms import WarningSign
from walkcoach.services.entries import entries_of
from walkcoach.services.ports import StoredDiary
from walkcoach.services.sample import made_up
from walkcoach.services.transfer.csv_zip import write_csv_zip
from walkcoach.wording import names

pytestmark = pytest.mark.usefixtures("qapp")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def eventful() -> StoredDiary:
    """Thirty weeks with warning signs, foot findings and stumbles strewn in."""
    diary, chance = made_up(MONDAY, 30, 4), random.Random(3)
    before = {
        day: replace(
            answers,
            warning_signs=frozenset({WarningSign.DIZZY_ON_STANDING} if chance.random() < 0.05 else ()),
            feet=Feet.NEW if chance.random() < 0.02 else answers.feet,
        )
        for day, answers in diary.before.items()
    }
    after = {day: replace(answers, stumbled=chance.random() < 0.05) for day, answers in diary.after.items()}
    return replace(diary, before=before, after=after)


def exported(diary: StoredDiary) -> dict[str, list[dict[str, str]]]:
    """Every table of the export, as a spreadsheet would read it."""
    out, moment = io.BytesIO(), FakeClock().now()
    write_csv_zip(entries_of(diary, moment, uuid4), out, moment)
    with ZipFile(out) as archive:
        return {
            name: list(csv.DictReader(io.StringIO(archive.read(name).decode("utf-8-sig"), newline="")))
            for name in archive.namelist()
            if name.endswith(".csv")
        }


def printed(diary: StoredDiary, weeks: int) -> str:
    """All words of the one page as they are read out of the PDF, in one line."""
    read, _buffer = document(pdf_bytes(laid_out(sheet(diary, weeks)), "Walkcoach", "Walkcoach", "en-GB"))
    assert read.pageCount() == 1
    return " ".join(read.getAllText(0).text().split())


def short(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]}"


def figure(score: float) -> str:
    return str(int(score)) if score == int(score) else str(score)


@pytest.mark.parametrize("weeks", SPANS_WEEKS)
def test_the_page_says_what_a_sum_over_the_exported_csv_says(weeks: int) -> None:
    diary = eventful()
    tables, page = exported(diary), printed(diary, weeks)
    first = MONDAY - timedelta(weeks=weeks - 1)
    days = [first + timedelta(days=number) for number in range((MONDAY - first).days + 1)]
    walked = dict.fromkeys(days, 0.0)
    brisk = dict(walked)
    for row in tables["walks.csv"]:
        day = date.fromisoformat(row["day"])
        if day in walked:
            walked[day] += float(row["walked_s"])
            brisk[day] += float(row["brisk_s"])
    minutes = {day: int((seconds + 30) // 60) for day, seconds in walked.items()}
    brisk_min = {day: int((seconds + 30) // 60) for day, seconds in brisk.items()}
    a_week = [sum(minutes.get(first + timedelta(days=7 * week + each), 0) for each in range(7)) for week in range(weeks)]
    a_week_brisk = [sum(brisk_min.get(first + timedelta(days=7 * week + each), 0) for each in range(7)) for week in range(weeks)]
    assert f"Walked {' '.join(map(str, a_week))} of it brisk {' '.join(map(str, a_week_brisk))} Planned" in page
    assert f"Minutes in all: {sum(minutes.values())}, of them brisk {sum(brisk_min.values())}." in page

    for symptom, name in (("tingling", "Tingling"), ("numbness", "Numbness"), ("burning", "Burning")):
        said = []
        for part in ("before", "after"):
            scores = [
                int(row["score"])
                for row in tables["ratings.csv"]
                if row["part"] == part and row["symptom"] == symptom and date.fromisoformat(row["day"]) in walked
            ]
            said.append(f"{figure(median(scores))}, {min(scores)}–{max(scores)} ({len(scores)})")
        assert f"{name} {said[0]} {said[1]}" in page

    check_ins = [row for row in tables["check_ins.csv"] if date.fromisoformat(row["day"]) in walked]
    mornings = [row for row in check_ins if row["part"] == "before"]
    efforts = [int(row["effort"]) for row in check_ins if row["effort"]]
    assert f"Effort: {figure(median(efforts))}, {min(efforts)}–{max(efforts)} ({len(efforts)})" in page
    looked_at = sum(row["feet"] != "unchecked" for row in mornings)
    assert f"Feet looked at before walks: {looked_at} of {len(mornings)}" in page
    stumbles = sorted((date.fromisoformat(row["day"]) for row in check_ins if row["stumbled"] == "true"), reverse=True)
    assert f"Walks with a stumble ({len(stumbles)}): {', '.join(map(short, stumbles))}" in page

    signs = sorted(
        {date.fromisoformat(row["day"]) for row in tables["warning_signs.csv"] if date.fromisoformat(row["day"]) in walked},
        reverse=True,
    )
    assert signs
    assert f"{names.warning_sign_name(WarningSign.DIZZY_ON_STANDING)}: {', '.join(map(short, signs))}" in page
    new = sorted({date.fromisoformat(row["day"]) for row in check_ins if row["feet"] == "new"}, reverse=True)
    assert bool(new) == ("Something new on the feet:" in page)
    assert not new or f"Something new on the feet: {', '.join(map(short, new))}" in page


def test_every_figure_of_the_page_stands_in_its_text_twin_too() -> None:
    from_paper = re.findall(r"\d+", printed(eventful(), 12))
    made = sheet(eventful(), 12)
    told = [figure for bar in made.bars.bars for each in (bar.day, *bar.figures) for figure in re.findall(r"\d+", each)]
    items = [item for section in (*made.left, *made.right, *made.wide) for item in section.items]
    words = [made.span, made.foot, made.what, made.symptoms.note, *(item.text for item in (*made.sums, *items))]
    cells = [cell for row in made.symptoms.rows for cell in row]
    told += [figure for text in (*words, *cells) for figure in re.findall(r"\d+", text)]
    assert sorted(from_paper) == sorted(told)
