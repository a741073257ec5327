"""Plaques: given to approved bases, taken back with a reason, each logged; what is due of them and of grades."""

from datetime import date

import pytest
from sqlalchemy.orm import Session

from ptman import db
from ptman.errors import PtmanError
from ptman.models import BaseEvaluation, TrainingBase
from ptman.models.choices import BaseStatus
from ptman.models.choices_bases import EvaluationKind, EvaluationStatus
from ptman.register import agenda, cards, moving, plaques
from ptman.register.cards import Ref
from tests import makers

TODAY = date(2028, 3, 1)
APPROVED = date(2027, 1, 10)


def make(session: Session) -> str:
    return makers.base(session, approved_on=APPROVED).id


def ref(office: db.Database, key: str) -> Ref:
    return office.read(cards.card, "training_base", key).ref


def due(office: db.Database) -> list[tuple[str, date]]:
    found = office.read(agenda.items, TODAY)
    return [(one.what.zh, one.day) for one in found if one.kind.startswith(("training_base.", "base_evaluation."))]


def refused(office: db.Database, key: str, on: date) -> str:
    with pytest.raises(PtmanError) as told:
        office.write(plaques.give, ref(office, key), ("JDP-1", on), TODAY)
    return told.value.code


def test_a_plaque_is_asked_for_given_and_taken_back(office: db.Database) -> None:
    key = office.write(make)
    # A year of practice, and the thirty days of the parameter.
    assert due(office) == [("基地待挂牌", date(2028, 2, 9))]
    assert agenda.named("training_base.plaque_on").zh == "基地待挂牌"
    assert refused(office, key, date(2027, 1, 9)) == "plaque-date"
    assert refused(office, key, date(2028, 3, 2)) == "plaque-date"
    office.write(plaques.give, ref(office, key), (" JDP-1 ", date(2028, 2, 20)), TODAY)
    assert due(office) == []
    assert refused(office, key, TODAY) == "plaque-not-now"
    close(office, key)
    assert due(office) == [("铭牌待收回", date(2028, 3, 31))]
    office.write(plaques.take_back, ref(office, key), TODAY, "基地撤销", TODAY)
    assert due(office) == []
    found = office.read(lambda s: s.get_one(TrainingBase, key))
    assert (found.plaque_no, found.plaque_on, found.plaque_back_on) == ("JDP-1", date(2028, 2, 20), TODAY)
    log = office.read(moving.log, "training_base", key)
    assert [(one.step.zh, one.reason) for one in log if "铭牌" in one.step.zh] == [
        ("收回铭牌", "2028-03-01，基地撤销"),
        ("授予铭牌", "2028-02-20，编号 JDP-1"),
    ]
    assert refused(office, key, TODAY) == "plaque-not-now"


def close(office: db.Database, key: str) -> None:
    office.write(moving.move, ref(office, key), "close", TODAY, "协议到期")


def test_a_proposed_base_has_no_plaque_and_none_is_due(office: db.Database) -> None:
    key = office.write(lambda s: makers.base(s, status=BaseStatus.PROPOSED).id)
    assert due(office) == []
    assert refused(office, key, TODAY) == "plaque-not-now"
    with pytest.raises(PtmanError):
        office.write(plaques.take_back, ref(office, key), TODAY, "x", TODAY)


def test_a_grade_is_due_until_the_base_is_evaluated_anew(office: db.Database) -> None:
    def graded(session: Session, year: int, status: EvaluationStatus) -> None:
        base = makers.base(session) if year == 2026 else session.query(TrainingBase).one()
        one = BaseEvaluation(base_id=base.id, kind=EvaluationKind.ANNUAL, status=status)
        one.period_from, one.period_to, one.valid_to = date(year, 1, 1), date(year, 12, 31), date(year + 2, 3, 31)
        session.add(one)

    office.write(graded, 2026, EvaluationStatus.GRANTED)
    assert due(office) == [("基地等级到期", date(2028, 3, 31))]
    office.write(graded, 2027, EvaluationStatus.SCORING)
    assert due(office) == []
