"""What partners give and take, and the papers that say so."""

import io
from datetime import UTC, date, datetime

import openpyxl
import pytest
from icalendar import Calendar

from ptman import db
from ptman.aspects.resources import balance, calendars, catalogue, papers, tables, used
from ptman.labels import Lang
from ptman.models.choices_resources import UsePurpose, UseStatus
from ptman.reports import pages, word
from ptman.rules.teaching.sharing import Amount
from tests.ptman.aspects.resources import resource_office
from tests.ptman.aspects.resources.resource_office import TODAY, Made

DONE = {"status": UseStatus.EVALUATED}


@pytest.fixture
def made(office: db.Database) -> Made:
    made = office.write(resource_office.make)
    theirs = {"unit_id": made.partner}
    office.write(resource_office.use, "SY-1", made.lab, (9, 11), headcount=6, score=4, **DONE, **theirs)
    office.write(resource_office.use, "SY-2", made.lab, (12, 13), headcount=2, machine_hours=15, **DONE, **theirs)
    office.write(resource_office.use, "SY-3", made.course, (9, 12), headcount=30, score=5, **DONE)
    office.write(resource_office.use, "SY-4", made.lab, (14, 15), **DONE)  # at home
    office.write(resource_office.use, "SY-5", made.robot, (9, 12), **theirs)  # only asked for
    office.write(resource_office.use, "SY-6", made.lab, (16, 18), purpose=UsePurpose.MAINTENANCE, **DONE, **theirs)
    return made


@pytest.mark.usefixtures("made")
def test_each_side_of_a_year(office: db.Database) -> None:
    year = office.read(balance.of, TODAY.year)
    ours, theirs = year.units
    assert (ours.unit.zh, ours.offered, theirs.offered) == ("本院", 2, 1)
    assert (ours.balance.gives, ours.balance.takes) == (Amount(2, 8, 210), Amount(1, 30, 180))
    assert (theirs.balance.gives, theirs.balance.takes) == (ours.balance.takes, ours.balance.gives)
    assert [one.number for one in year.uses] == ["SY-1", "SY-3", "SY-2", "SY-4"]
    assert office.read(balance.of, TODAY.year - 1).uses == ()
    assert office.read(used.years, TODAY) == (TODAY.year,)


@pytest.mark.usefixtures("made")
def test_use_and_evaluation_by_resource(office: db.Database) -> None:
    listing = tables.statistics(office.read(balance.of, TODAY.year))
    (lab, course) = [row.cells for row in listing.rows]
    assert [str(cell) for cell in lab[3:]] == ["3", "9", "4.5", "1", "4.0"]
    assert [str(cell) for cell in course[3:]] == ["1", "30", "3.0", "1", "5.0"]


@pytest.mark.usefixtures("made")
def test_the_sheets_hold_the_same(office: db.Database) -> None:
    content, rows = office.read(papers.workbook_of, TODAY.year, TODAY, Lang.ZH)
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert book.sheetnames == ["教学资源互用统计", "分类别互用统计", "资源使用与评价", "使用明细"]
    cells = {cell.value for row in book.worksheets[0].iter_rows() for cell in row}
    assert {"本院", "星河通信有限公司", 8, 30} <= cells
    assert rows == 2 + 4 + 2 + 4


@pytest.mark.usefixtures("made")
@pytest.mark.parametrize("lang", list(Lang))
def test_the_papers_are_set(office: db.Database, lang: Lang) -> None:
    for paper in (
        office.read(papers.balance_of, TODAY.year, TODAY, lang),
        office.read(papers.catalogue_of, TODAY, lang),
    ):
        assert pages.pdf(paper).startswith(b"%PDF")
        assert word.docx(paper).startswith(b"PK")


def test_the_catalogue_asks_by_kind_and_owner_together(office: db.Database, made: Made) -> None:
    listing = office.read(catalogue.catalogue, TODAY)
    assert [row.id for row in listing.tagged("current+ours").rows] == [made.lab, made.robot]
    assert [row.id for row in listing.tagged("kind=course+theirs").rows] == [made.course]
    assert listing.tagged("kind=lab+theirs").rows == ()
    owner, times, score = (listing.index(key) for key in ("owner", "uses", "score"))
    assert [str(row.cells[times]) for row in listing.rows] == ["3", "None", "1"]
    assert (getattr(listing.rows[0].cells[owner], "zh", ""), str(listing.rows[2].cells[score])) == ("本院", "5.0")


def test_a_calendar_of_what_is_to_come(office: db.Database, made: Made) -> None:
    office.write(resource_office.use, "SY-7", made.robot, (14, 16), status=UseStatus.APPROVED)
    now = datetime(2026, 9, 1, tzinfo=UTC)
    file = office.read(calendars.bookings_of, (), TODAY, now, Lang.ZH)
    events = list(Calendar.from_ical(file.content).walk("VEVENT"))
    assert [str(one["SUMMARY"]) for one in events] == ["机器人工作站：实验"] * 2
    assert [str(one["STATUS"]) for one in events] == ["TENTATIVE", "CONFIRMED"]
    assert events[1]["DTSTART"].dt == datetime(2026, 9, 21, 6, tzinfo=UTC)
    none = office.read(calendars.bookings_of, (made.lab,), date(2026, 9, 21), now, Lang.EN)
    assert not list(Calendar.from_ical(none.content).walk("VEVENT"))
