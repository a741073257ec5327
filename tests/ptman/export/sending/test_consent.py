"""A workbook that is sent is data given away: with consent, on record with its digest, all or nothing."""

import hashlib
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import db, undo
from ptman.errors import PtmanError
from ptman.export.sending import store as sending
from ptman.export.sending.request import Outgoing, Recipient
from ptman.models import Consent, Disclosure, WorkbookOut
from ptman.rules.disclosing import Purpose
from tests.ptman import sent_books
from tests.ptman.sent_books import HOST, NAMES, TODAY


@pytest.fixture
def peopled(office: db.Database) -> db.Database:
    office.write(sent_books.fill)
    office.write(sent_books.agree, *NAMES[:2])
    return office


def outside(office: db.Database, **more: object) -> Outgoing:
    to = Recipient(HOST, organisation=office.read(sent_books.host_of))
    return sent_books.planned(office, sent_books.asked(to, **more))


def records(office: db.Database) -> list[Disclosure]:
    return office.read(lambda session: list(session.scalars(select(Disclosure))))


def workbooks(office: db.Database) -> list[WorkbookOut]:
    return office.read(lambda session: list(session.scalars(select(WorkbookOut))))


def test_who_has_not_agreed_is_left_out_and_it_is_recorded(peopled: db.Database, tmp_path: Path) -> None:
    outgoing = outside(peopled, why="核对实践安排", agreement="XY-1")
    at = outgoing.plan.listing.index("name")
    assert [row.cells[at] for row in outgoing.plan.excluded] == list(NAMES[2:])
    target = tmp_path / "填报.xlsx"
    sent = peopled.write(sending.send, outgoing, target, TODAY)
    assert sent.rows == 2
    (one,) = records(peopled)
    assert one.sha256 == hashlib.sha256(target.read_bytes()).hexdigest()
    assert (one.rows, one.excluded, one.outside, one.note) == (2, 2, True, "核对实践安排")
    assert (one.recipient_name, one.agreement, one.file_name) == (HOST, "XY-1", "填报.xlsx")
    assert one.fields == "学号、姓名、基地、企业导师、岗位、开始日期、结束日期、实践编号、实践形式"
    assert len(one.subject_ids) == 2
    again = peopled.read(sending.again, sent.id)
    assert hashlib.sha256(again.content).hexdigest() == one.sha256


def test_within_the_university_nobody_is_asked_but_it_is_recorded(peopled: db.Database) -> None:
    assert sent_books.send(peopled, "计算机学院", ("post_name",)).rows == 4
    (one,) = records(peopled)
    assert (one.outside, one.rows, one.excluded) == (False, 4, 0)


def test_an_organisation_on_file_is_known_by_its_contact_and_its_supervisor(peopled: db.Database) -> None:
    """A consent for that organisation alone covers those who belong to it."""

    def agree(session: Session) -> tuple[str, str]:
        base = sent_books.host_of(session)
        for one in session.scalars(select(Consent)):
            one.recipient_id = base
        return base, sent_books.supervisor_of(session)

    host, person = peopled.write(agree)
    for to in (Recipient("人事部", organisation=host), Recipient("陈静", person=person)):
        outgoing = sent_books.planned(peopled, sent_books.asked(to))
        assert outgoing.plan.rows == 2
        assert outgoing.plan.wish.recipient.id == host
    unknown = sent_books.asked(Recipient(HOST), ("post_name",))
    assert sent_books.planned(peopled, unknown).plan.rows == 0


def test_nothing_is_sent_where_nobody_has_agreed(peopled: db.Database, tmp_path: Path) -> None:
    outgoing = outside(peopled, purpose=Purpose.TITLE)
    with pytest.raises(PtmanError) as told:
        peopled.write(sending.send, outgoing, tmp_path / "x.xlsx", TODAY)
    assert told.value.code == "nobody-agreed"
    assert (list(tmp_path.glob("x*")), records(peopled), workbooks(peopled)) == ([], [], [])


def test_consent_withdrawn_after_the_look_stops_it(peopled: db.Database, tmp_path: Path) -> None:
    outgoing = outside(peopled)

    def withdraw(session: Session) -> None:
        session.scalars(select(Consent)).first().withdrawn_on = date(2026, 10, 1)  # type: ignore[union-attr]  # two agreed

    peopled.write(withdraw)
    with pytest.raises(PtmanError) as told:
        peopled.write(sending.send, outgoing, tmp_path / "x.xlsx", TODAY)
    assert told.value.code == "draft-stale"
    assert (list(tmp_path.glob("x*")), workbooks(peopled)) == ([], [])


def test_what_cannot_be_written_leaves_no_record(peopled: db.Database, tmp_path: Path) -> None:
    with pytest.raises(PtmanError) as told:
        peopled.write(sending.send, outside(peopled), tmp_path / "没有这个文件夹" / "x.xlsx", TODAY)
    assert told.value.code == "folder-gone"
    assert (records(peopled), workbooks(peopled)) == ([], [])


def test_a_sending_cannot_be_undone_only_withdrawn(peopled: db.Database) -> None:
    sent = sent_books.send(peopled)
    with pytest.raises(PtmanError) as told:
        peopled.write(undo.undo, peopled.read(undo.history)[0].number)
    assert told.value.code == "disclosure-kept"
    peopled.write(sending.withdraw, sent.id)
    assert sent_books.state(peopled, sent.number)[0] == "withdrawn"
