"""Notices, minutes, briefs, follow-up sheets and calendars say what the office knows, in both languages."""

import io
from datetime import UTC, date, datetime

import docx
import icalendar
import pypdfium2
import pytest

from ptman import db
from ptman.aspects.negotiation import calling, following, ledger, papers
from ptman.errors import PtmanError
from ptman.labels import Lang
from ptman.register import cards
from ptman.reports import paper_files
from ptman.reports.paper_files import Form
from ptman.reports.report import Report
from tests import makers
from tests.ptman.aspects.negotiation import meeting_office
from tests.ptman.aspects.negotiation.meeting_office import TODAY, Made

NOW = datetime(2026, 9, 20, 1, 0, tzinfo=UTC)


@pytest.fixture
def made(office: db.Database) -> Made:
    return office.write(meeting_office.make)


def _text(report: Report) -> tuple[str, int]:
    with pypdfium2.PdfDocument(paper_files.set_as(report, Form.PDF).content) as document:
        return "".join(page.get_textpage().get_text_range() for page in document).replace("\r\n", ""), len(document)


def test_minutes_say_what_was_resolved_and_who_was_there(office: db.Database, made: Made) -> None:
    said, _ = _text(office.read(papers.minutes_of, made.held, TODAY, Lang.ZH))
    for words in (
        "第1次校企会商会议纪要",
        "会议议定：同意增加5个名额。",
        "登记新增名额",
        "增加名额5个",
        "请假：研究生院：韩若溪",
    ):
        assert words in said
    said, _ = _text(office.read(papers.minutes_of, made.held, TODAY, Lang.EN))
    assert "Resolved: " in said
    key = office.write(calling.call, made.series, date(2026, 10, 1))
    with pytest.raises(PtmanError) as told:
        office.read(papers.minutes_of, key, TODAY, Lang.ZH)
    assert told.value.code == "nothing-minuted"


def test_a_notice_carries_the_open_items(office: db.Database, made: Made) -> None:
    key = office.write(calling.call, made.series, date(2026, 10, 1))
    said, _ = _text(office.read(papers.notice_of, key, TODAY, Lang.ZH))
    for words in ("关于召开第2次校企会商会议的通知", "2026年10月1日14:00", calling.FIRST_TOPIC, "登记新增名额", "21"):
        assert words in said


def test_a_follow_up_sheet_says_how_late_it_is(office: db.Database, made: Made) -> None:
    office.write(following.note, office.read(cards.card, "action_item", made.item).ref, 40, "已与基地联系", TODAY)
    said, _ = _text(office.read(papers.follow_up_of, made.item, TODAY, Lang.ZH))
    for words in ("议定事项督办单", "已逾期 10 天", "40%", "已与基地联系"):
        assert words in said
    assert office.read(ledger.ledger, TODAY).rows[0].tags >= {"open", "late"}


@pytest.mark.parametrize("lang", list(Lang))
def test_a_brief_is_two_pages_however_much_there_is(office: db.Database, made: Made, lang: Lang) -> None:
    for at in range(30):
        values = {"content": f"事项{at}", "due_on": "2026-10-01"}
        office.write(following.raised, made.held, values, TODAY)
    report = office.read(papers.brief_of, made.partner, TODAY, lang)
    said, count = _text(report)
    assert count <= 2
    assert {Lang.ZH: "另有 24 项未列出", Lang.EN: "24 more are not listed"}[lang] in said
    words = docx.Document(io.BytesIO(paper_files.set_as(report, Form.DOCX).content))
    assert any("同意增加5个名额" in one.text for one in words.paragraphs)


def test_calendars_can_be_read_back(office: db.Database, made: Made) -> None:
    office.write(makers.person, "张雨桐")
    invited = icalendar.Calendar.from_ical(office.read(papers.invitation_of, made.held, NOW).content)
    (event,) = invited.walk("VEVENT")
    assert event.decoded("dtstart") == datetime(2026, 7, 1, 6, 0, tzinfo=UTC)
    assert event.decoded("dtend") == datetime(2026, 7, 1, 8, 0, tzinfo=UTC)
    assert "mailto:gao@example.com" in str(event["attendee"])
    due = icalendar.Calendar.from_ical(office.read(papers.due_days_of, TODAY, NOW).content)
    (event,) = due.walk("VEVENT")
    assert (event.decoded("dtstart"), str(event["summary"])) == (date(2026, 9, 10), "HS-2026-01-01 登记新增名额")
