"""The agenda: what falls due and when, what has been renewed or settled, and the list of it."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from ptman import db
from ptman.models import Agreement, Appointment
from ptman.models.choices import AgreementKind, AppointmentStatus
from ptman.register import agenda, lists
from ptman.register.agenda import When
from tests import makers

TODAY = date(2026, 12, 20)


def agreement(session: Session, number: str, ends: date | None, **more: object) -> Agreement:
    values = {"kind": AgreementKind.FRAMEWORK, "title": "合作协议", "valid_from": date(2020, 1, 1)} | more
    made: Agreement = makers.added(session, Agreement(agreement_no=number, valid_to=ends, **values))
    return made


@pytest.mark.parametrize(
    ("day", "near"),
    [
        (date(2026, 12, 19), When.OVERDUE),
        (date(2026, 12, 20), When.WEEK),
        (date(2026, 12, 26), When.WEEK),
        (date(2026, 12, 27), When.MONTH),
        (date(2026, 12, 31), When.MONTH),
        (date(2027, 1, 1), When.LATER),
        (date(2027, 12, 25), When.LATER),
    ],
)
def test_how_near_a_day_is(day: date, near: When) -> None:
    assert agenda.when(day, TODAY) is near


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 400))
def test_a_later_day_is_never_nearer(today: date, ahead: int) -> None:
    order = list(When)
    first, second = (order.index(agenda.when(today + timedelta(days=more), today)) for more in (ahead, ahead + 1))
    assert first <= second


def test_only_what_still_counts_is_on_the_agenda(office: db.Database) -> None:
    def fill(session: Session) -> None:
        base = makers.base(session)
        agreement(session, "A-over", date(2026, 12, 1))
        agreement(session, "B-week", date(2026, 12, 22))
        agreement(session, "C-self", date(2026, 12, 22), auto_renew=True)
        agreement(session, "D-open", None)
        agreement(session, "E-gone", date(2026, 12, 22), retired_on=TODAY)
        agreement(session, "F-old", date(2026, 11, 1), base_id=base.id, kind=AgreementKind.BASE)
        agreement(session, "G-new", date(2029, 11, 1), base_id=base.id, kind=AgreementKind.BASE)

    office.write(fill)
    found = office.read(agenda.items, TODAY)
    assert [(item.title.split()[0], item.when) for item in found] == [
        ("A-over", When.OVERDUE),
        ("B-week", When.WEEK),
        ("G-new", When.LATER),
    ]
    assert [item.title.split()[0] for item in office.read(agenda.items, TODAY, date(2026, 12, 22))] == [
        "A-over",
        "B-week",
    ]
    counted = {when: sum(kinds.values()) for when, kinds in agenda.counts(found).items()}
    assert counted == {When.OVERDUE: 1, When.WEEK: 1, When.MONTH: 0, When.LATER: 1}
    assert found[0].page == f"registers/agreement#{found[0].id}"


def test_a_term_without_an_end_renews_those_before_it(office: db.Database) -> None:
    def fill(session: Session) -> None:
        base = makers.base(session)
        agreement(session, "A", date(2026, 11, 1), base_id=base.id, kind=AgreementKind.BASE)
        agreement(session, "B", None, base_id=base.id, kind=AgreementKind.BASE)

    office.write(fill)
    assert office.read(agenda.items, TODAY) == ()


def test_an_ended_appointment_is_settled_and_a_renewed_one_is_not_due(office: db.Database) -> None:
    def fill(session: Session) -> None:
        stays, goes = makers.industry(session, "QY001"), makers.industry(session, "QY002", "王敏")
        for who, number, ends in ((stays, "1", 2026), (stays, "2", 2029), (goes, "3", 2026)):
            term = {"term_start": date(ends - 3, 9, 1), "term_end": date(ends, 8, 31)}
            makers.added(session, Appointment(industry_supervisor_id=who.id, appointment_no=number, **term))

    office.write(fill)
    assert [(item.when, item.title) for item in office.read(agenda.items, TODAY)] == [
        (When.OVERDUE, "王敏 2023-09-01"),
        (When.LATER, "陈静 2026-09-01"),
    ]

    def end(session: Session) -> None:
        session.query(Appointment).filter_by(appointment_no="3").one().status = AppointmentStatus.ENDED

    office.write(end)
    assert [item.when for item in office.read(agenda.items, TODAY)] == [When.LATER]


def test_the_list_leads_to_the_records(office: db.Database, ids: Callable[..., str]) -> None:
    key = ids(agreement, "A-over", date(2026, 12, 1))
    found = office.read(lists.named, "agenda", TODAY)
    (row,) = found.rows
    assert lists.record(found, row) == ("agreement", key)
    assert [(tag, count) for tag, _, count in lists.chips(found)][1] == ("overdue", 1)
    assert [row.id for row in found.searched("hezuo").rows] == [row.id]
