"""One document for each of many records: numbers in a row, one step, cancelled or undone without a trace."""

from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import db, undo
from ptman.aspects.talents import certificates
from ptman.errors import PtmanError
from ptman.letters import each, seen, store
from ptman.letters.each import Each
from ptman.models import IssuedDocument, TrainingTrainee
from tests.ptman.letters.families import wishing
from tests.ptman.letters.sending import placed

TODAY = date(2026, 9, 10)


class StopError(Exception):
    """Somebody cancels."""


@pytest.fixture
def training(office: db.Database) -> str:
    office.write(placed, {wishing.HOST: wishing.NAMES})
    return office.write(wishing.certified)


def drawn(office: db.Database, key: str, language: str = "zh") -> Each:
    return office.read(certificates.draft, key, TODAY, language)


def linked(session: Session) -> list[bool]:
    rows = session.scalars(select(TrainingTrainee.certificate_id).order_by(TrainingTrainee.seq))
    return [one is not None for one in rows]


def documents(session: Session) -> list[str]:
    return list(session.scalars(select(IssuedDocument.doc_no)))


def test_numbers_run_on_and_each_is_kept_with_its_record(office: db.Database, training: str) -> None:
    plan = drawn(office, training)
    assert [one.facts.doc_no[-3:] for one in plan.plans] == ["〕1号", "〕2号"]
    assert plan.told().zh == f"签发 2 份：{plan.plans[0].facts.doc_no} – {plan.plans[1].facts.doc_no}"
    steps: list[tuple[int, int]] = []
    made = office.write(each.issue, plan, TODAY, lambda done, of: steps.append((done, of)))
    assert steps == [(1, 2), (2, 2)]
    assert [one.doc_no for one in made] == [one.facts.doc_no for one in plan.plans]
    assert office.read(linked) == [True, True]
    again = drawn(office, training)
    assert (again.plans, again.standing) == ((), 2)


def test_undoing_voids_all_and_their_numbers_stay_taken(office: db.Database, training: str) -> None:
    made = office.write(each.issue, drawn(office, training), TODAY)
    office.write(undo.undo, made[0].version)
    assert office.read(linked) == [False, False]
    assert all(office.read(seen.look, one.id).void for one in made)
    assert [one.facts.doc_no[-3:] for one in drawn(office, training).plans] == ["〕3号", "〕4号"]


def test_a_void_one_is_issued_again(office: db.Database, training: str) -> None:
    made = office.write(each.issue, drawn(office, training), TODAY)
    office.write(store.void, made[0].id, made[0].version, "写错", TODAY)
    again = drawn(office, training)
    assert ([one.gathered.name for one in again.plans], again.standing) == (["白景行 · 数字化研修班"], 1)


def test_cancelling_in_the_middle_issues_nothing(office: db.Database, training: str) -> None:
    def stop(_done: int, _of: int) -> None:
        raise StopError

    with pytest.raises(StopError):
        office.write(each.issue, drawn(office, training), TODAY, stop)
    assert office.read(documents) == []
    assert office.read(linked) == [False, False]


def test_a_name_corrected_meanwhile_is_noticed(office: db.Database, training: str) -> None:
    plan = drawn(office, training)

    def correct(session: Session) -> None:
        session.scalars(select(TrainingTrainee).order_by(TrainingTrainee.seq)).all()[1].name = "葛衍"

    office.write(correct)
    with pytest.raises(PtmanError) as caught:
        office.write(each.issue, plan, TODAY)
    assert caught.value.code == "draft-stale"
    assert office.read(documents) == []


def test_who_has_no_result_is_left_out_by_name(office: db.Database, training: str) -> None:
    def unknown(session: Session) -> None:
        session.scalars(select(TrainingTrainee).order_by(TrainingTrainee.seq)).all()[0].name = ""

    office.write(unknown)
    plan = drawn(office, training)
    assert len(plan.plans) == 1
    assert "主送为空" in plan.told().zh
    assert plan.plans[0].facts.doc_no.endswith("〕1号")
