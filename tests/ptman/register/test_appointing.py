"""Appointments go by their steps: qualification and overlap hold them back, renewal opens the next term."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import db, undo
from ptman.errors import PtmanError
from ptman.models import Appointment, IndustrySupervisor, QualificationEvidence
from ptman.models.choices import AppointmentStatus, TitleLevel
from ptman.models.choices_double import EvidenceKind, PostRank, QualifiedBy
from ptman.register import appointing, cards, moving, qualifying
from ptman.rules.findings import Standing
from tests import makers

TODAY = date(2026, 9, 20)
ASKED = (EvidenceKind.REGISTRATION_FORM, EvidenceKind.ID_COPY, EvidenceKind.TITLE_COPY)


def _submitted(session: Session, papers: tuple[EvidenceKind, ...] = ASKED, **more: object) -> str:
    who = makers.industry(session, **more)
    for kind in papers:
        makers.added(session, QualificationEvidence(industry_supervisor_id=who.id, kind=kind, seen_on=TODAY))
    made = makers.appointment(session, who, status=AppointmentStatus.SUBMITTED, category_code="0854")
    return str(made.id)


def _go(office: db.Database, key: str, step: str, reason: str = "", on: date = TODAY) -> None:
    office.write(moving.move, office.read(cards.card, "appointment", key).ref, step, on, reason)


def _values(office: db.Database, key: str) -> dict[str, object]:
    return dict(office.read(cards.card, "appointment", key).values)


def test_who_qualifies_and_shows_it_is_approved_and_certified(office: db.Database) -> None:
    key = office.write(_submitted, title_level=TitleLevel.SENIOR)
    _go(office, key, "approve")
    assert _values(office, key)["approved_on"] == TODAY
    who = office.read(lambda session: session.scalars(select(IndustrySupervisor)).one().qualified_by)
    assert who is QualifiedBy.SENIOR_TITLE
    _go(office, key, "issue_certificate")
    values = _values(office, key)
    start = makers.TERM[0].year
    assert (values["status"], values["appointment_no"]) == (AppointmentStatus.ACTIVE, f"PS{start}0001")


@pytest.mark.parametrize(
    ("papers", "more", "said"),
    [
        (ASKED, {}, "No condition is known"),
        (ASKED, {"title_level": TitleLevel.JUNIOR, "post_rank": PostRank.OTHER}, "No condition is known"),
        (ASKED[:1], {"title_level": TitleLevel.SENIOR}, "copy of the ID"),
        (ASKED[:2], {"post_rank": PostRank.MIDDLE}, "certificate of title"),
        (ASKED[:1], {"qualified_by": QualifiedBy.OTHER}, "copy of the ID"),
    ],
)
def test_nobody_is_approved_without_condition_or_papers(
    office: db.Database, papers: tuple[EvidenceKind, ...], more: dict[str, object], said: str
) -> None:
    key = office.write(_submitted, papers, **more)
    with pytest.raises(PtmanError, match=said) as told:
        _go(office, key, "approve")
    assert told.value.code == "move-guarded"


def test_the_office_may_recognise_somebody_whom_no_condition_covers(office: db.Database) -> None:
    key = office.write(_submitted, qualified_by=QualifiedBy.OTHER, title_level=TitleLevel.NONE)
    _go(office, key, "approve")
    assert _values(office, key)["status"] is AppointmentStatus.APPROVED


def test_what_is_unknown_is_said_to_be_unknown(office: db.Database) -> None:
    def judged(session: Session) -> qualifying.Qualified:
        return qualifying.judge(session, makers.industry(session).id, TODAY)

    found = office.write(judged)
    assert {one.code: one.standing for one in found.found.conditions} == {
        "senior_title": Standing.UNKNOWN,
        "degree_years": Standing.UNKNOWN,
        "tech_head": Standing.UNKNOWN,
        "manager": Standing.UNKNOWN,
    }
    assert not found.complete


@pytest.mark.parametrize(
    ("said", "degree"),
    [("博士研究生", "doctor"), ("Ph.D.", "doctor"), ("硕士", "master"), ("本科", "other"), (" ", None), (None, None)],
)
def test_the_degree_is_read_out_of_what_is_written(said: str | None, degree: str | None) -> None:
    assert qualifying.degree(said) == degree


def test_terms_that_share_days_are_not_both_approved(office: db.Database) -> None:
    key = office.write(_submitted, title_level=TitleLevel.SENIOR)

    def another(session: Session) -> None:
        one = session.get_one(Appointment, key)
        start = one.term_end - timedelta(days=1)
        more = {"term_start": start, "term_end": start + timedelta(days=90)}
        makers.added(
            session, Appointment(industry_supervisor_id=one.industry_supervisor_id, category_code="0854", **more)
        )

    office.write(another)
    with pytest.raises(PtmanError, match="shares days with it"):
        _go(office, key, "approve")


def test_renewal_opens_the_next_term_once_near_the_end(office: db.Database) -> None:
    key = office.write(lambda session: str(makers.appointment(session, makers.industry(session)).id))
    end = makers.TERM[1]
    with pytest.raises(PtmanError, match="from 90 days before"):
        _go(office, key, "renew", on=end - timedelta(days=91))
    _go(office, key, "renew", on=end - timedelta(days=90))
    query = select(Appointment).where(Appointment.previous_id == key)
    new = office.read(lambda session: session.scalars(query).one())
    assert (new.status, new.term_start) == (AppointmentStatus.DRAFT, end + timedelta(days=1))
    assert new.term_end == date(new.term_start.year + 3, new.term_start.month, new.term_start.day) - timedelta(days=1)
    with pytest.raises(PtmanError, match="renewed already"):
        _go(office, key, "renew", on=end)
    back = office.read(undo.standing).back
    assert back is not None
    office.write(undo.undo, back.number)
    assert office.read(lambda session: session.scalars(query).all()) == []


@pytest.mark.parametrize("step", ["resign", "dismiss"])
def test_an_end_is_dated_and_keeps_its_reason(office: db.Database, step: str) -> None:
    key = office.write(lambda session: str(makers.appointment(session, makers.industry(session)).id))
    _go(office, key, step, "调离单位")
    values = _values(office, key)
    assert (values["status"], values["ended_on"], values["end_reason"]) == (AppointmentStatus.ENDED, TODAY, "调离单位")


def test_the_form_of_the_next_term_begins_as_a_draft_after_the_last(office: db.Database) -> None:
    def made(session: Session) -> tuple[str, str]:
        who = makers.industry(session)
        one = makers.appointment(session, who, category_code="0854")
        return str(who.id), str(one.id)

    who, term = office.write(made)
    found = office.read(appointing.proposed, who, TODAY)
    last = _values(office, term)["term_end"]
    assert isinstance(last, date)
    assert (found.kind, found.previous, found.starts_on) == ("renew", term, last + timedelta(days=1))
    late = office.read(appointing.proposed, who, last + timedelta(days=30))
    assert late.starts_on == last + timedelta(days=30)
    first = office.read(appointing.proposed, office.write(lambda session: makers.industry(session, "QY9").id), TODAY)
    assert (first.kind, first.previous, first.starts_on) == ("new", "", TODAY)
    assert first.ends_on == date(2029, 9, 19)
