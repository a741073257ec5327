"""A change of supervisor goes by its steps: opinions are dated, what is missing holds it back, the end hands over."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import db, undo
from ptman.errors import PtmanError
from ptman.models import Supervision, SupervisorChange
from ptman.models.choices import Role
from ptman.models.choices_double import ChangeReason, ChangeStatus, Opinion
from ptman.register import cards, edit, moving
from ptman.rules.machine import Move
from ptman.rules.machines.people import SUPERVISOR_CHANGE
from tests import makers

TODAY = date(2026, 10, 20)
SINCE = date(2026, 9, 15)
WAY = ("submit", "ask_original", "original_agrees", "new_agrees", "faculty_approves", "office_approves")


def _applied(session: Session, role: Role = Role.ACADEMIC, **more: object) -> str:
    student = makers.student(session)
    old, new = makers.academic(session), makers.academic(session, "0100002", "王芳")
    host = makers.appointed(session)
    other = makers.industry(session, "QY002", "赵强", organisation=makers.organisation(session, "远山电子有限公司"))
    for by in (old, host):
        makers.supervision(session, student, by, starts_on=SINCE)
    wanted = {"new_industry_id": other.id} if role is Role.INDUSTRY else {"new_academic_id": new.id}
    made: SupervisorChange = makers.added(
        session,
        SupervisorChange(
            request_no="BG1",
            student_id=student.id,
            role=role,
            reason_code=ChangeReason.HEALTH,
            applied_on=TODAY,
            **(wanted | more),
        ),
    )
    return made.id


def _go(office: db.Database, key: str, *steps: str, reason: str = "") -> None:
    for step in steps:
        office.write(moving.move, office.read(cards.card, "supervisor_change", key).ref, step, TODAY, reason)


def _pairs(office: db.Database, role: Role) -> list[tuple[date, date | None, str | None]]:
    def found(session: Session) -> list[tuple[date, date | None, str | None]]:
        query = select(Supervision).where(Supervision.role == role).order_by(Supervision.starts_on)
        return [(one.starts_on, one.ends_on, one.assign_doc_no) for one in session.scalars(query)]

    return office.read(found)


def _write(office: db.Database, key: str, **values: str) -> None:
    office.write(edit.correct, office.read(cards.card, "supervisor_change", key).ref, values, TODAY)


def test_all_agree_and_the_student_is_handed_over(office: db.Database) -> None:
    key = office.write(_applied)
    _go(office, key, *WAY)
    card = office.read(cards.card, "supervisor_change", key)
    assert card.values["status"] is ChangeStatus.EFFECTIVE
    said = ("original_opinion", "new_opinion", "faculty_opinion", "office_opinion")
    assert {card.values[one] for one in said} == {Opinion.AGREE}
    assert card.values["old_academic_id"] is not None
    assert card.values["effective_on"] == TODAY
    assert _pairs(office, Role.ACADEMIC) == [(SINCE, TODAY - timedelta(days=1), None), (TODAY, None, "BG1")]
    assert len(_pairs(office, Role.INDUSTRY)) == 1
    back = office.read(undo.standing).back
    assert back is not None
    office.write(undo.undo, back.number)
    assert _pairs(office, Role.ACADEMIC) == [(SINCE, None, None)]


def test_a_refusal_is_looked_into_and_may_still_go_on(office: db.Database) -> None:
    key = office.write(_applied)
    _go(office, key, *WAY[:2])
    _write(office, key, original_opinion="absent")
    _go(office, key, "original_refuses", reason="两次联系未答复")
    values = office.read(cards.card, "supervisor_change", key).values
    assert (values["investigate"], values["original_opinion"]) == (True, Opinion.ABSENT)
    with pytest.raises(PtmanError, match="has not agreed"):
        _go(office, key, "faculty_approves")
    _write(office, key, new_opinion="agree")
    with pytest.raises(PtmanError, match="enter what was found"):
        _go(office, key, "faculty_approves")
    _write(office, key, investigation="情况属实。")
    _go(office, key, *WAY[4:])
    assert office.read(cards.card, "supervisor_change", key).values["status"] is ChangeStatus.EFFECTIVE


def test_an_industry_supervisor_must_be_in_appointment(office: db.Database) -> None:
    key = office.write(_applied, Role.INDUSTRY)
    _go(office, key, *WAY[:5])
    with pytest.raises(PtmanError, match="qualified in the category") as told:
        _go(office, key, WAY[5])
    assert told.value.code == "move-guarded"
    assert _pairs(office, Role.INDUSTRY) == [(SINCE, None, None)]


@pytest.mark.parametrize(
    ("effective", "said"),
    [(SINCE, "It must take effect after"), (SINCE - timedelta(days=30), "It must take effect after")],
)
def test_it_takes_effect_after_the_present_one_began(office: db.Database, effective: date, said: str) -> None:
    key = office.write(_applied, effective_on=effective)
    _go(office, key, *WAY[:5])
    with pytest.raises(PtmanError, match=said):
        _go(office, key, WAY[5])


def test_who_refuses_is_dated(office: db.Database) -> None:
    key = office.write(_applied)
    _go(office, key, *WAY[:4])
    _go(office, key, "reject", reason="理由不足")
    values = office.read(cards.card, "supervisor_change", key).values
    assert (values["faculty_opinion"], values["faculty_on"]) == (Opinion.DISAGREE, TODAY)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(SUPERVISOR_CHANGE.moves), max_size=9))
def test_every_way_is_allowed_or_refused_by_the_machine(walk: list[Move]) -> None:
    """Pure: from the start every move leads where the table says, and every other one is refused."""
    state = SUPERVISOR_CHANGE.start
    for move in walk:
        if state in move.source:
            state = SUPERVISOR_CHANGE.step(state, move.key, "理由")
            assert state == move.target
        else:
            with pytest.raises(PtmanError):
                SUPERVISOR_CHANGE.step(state, move.key, "理由")
