"""Live letters that are out of date are found by what the records say now, and are right again after an undo."""

from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import db, undo
from ptman.letters import radar, store
from ptman.models import IssuedDocument, Organisation, Person, Placement, Student, Supervision, TrainingBase
from ptman.models.choices import PlacementStatus, Role, StudentStatus
from tests import makers
from tests.ptman.letters.sending import TODAY, placed

STAR, FAR = "星河通信有限公司", "远山机械有限公司"


@pytest.fixture
def sent(office: db.Database) -> db.Database:
    office.write(placed, {STAR: ("赵一", "钱二"), FAR: ("孙三",)})
    office.write(store.issue, office.read(store.draft, 2026, TODAY), None, TODAY)
    return office


def told(office: db.Database, today: date = TODAY, cohort: int | None = None) -> dict[str, list[str]]:
    found = office.read(radar.stale, today, cohort)
    return {one.doc_no: [change.said().zh for change in one.changes] for one in found}


def student(session: Session, name: str) -> Student:
    return session.scalars(
        select(Student).join(Person, Person.id == Student.person_id).where(Person.name == name)
    ).one()


def placement(session: Session, name: str) -> Placement:
    return session.scalars(select(Placement).where(Placement.student_id == student(session, name).id)).one()


def another_guide(session: Session, name: str) -> None:
    """The industry supervisor changes, as the register does it: the old pairing ends, a new one begins."""
    one = student(session, name)
    query = select(Supervision).where(Supervision.student_id == one.id, Supervision.role == Role.INDUSTRY)
    session.scalars(query).one().ends_on = TODAY
    makers.supervision(session, one, makers.appointed(session, "E900", "李强"), starts_on=TODAY)


def test_what_was_just_issued_holds(sent: db.Database) -> None:
    assert told(sent) == {}
    assert told(sent, cohort=2026) == {}


def test_a_supervisor_change_flags_the_letter_until_it_is_undone(sent: db.Database) -> None:
    sent.write(another_guide, "钱二")
    expected = {"工院函〔2026〕1号": ["钱二 · 企业导师：周明 → 李强"]}
    assert told(sent) == told(sent, cohort=2026) == expected
    assert told(sent, cohort=2025) == {}
    sent.write(undo.undo, sent.read(undo.history)[0].number)
    assert told(sent) == {}


def test_all_that_can_change_is_told(sent: db.Database) -> None:
    def edit(session: Session) -> None:
        session.scalars(select(Organisation).where(Organisation.name == STAR)).one().name = "银河通信有限公司"
        session.get_one(Person, student(session, "赵一").person_id).name = "赵壹"
        student(session, "钱二").student_no = "22669999"
        far = session.scalars(select(TrainingBase).where(TrainingBase.name == f"{FAR}基地")).one()
        placement(session, "钱二").base_id = far.id
        placement(session, "孙三").status = PlacementStatus.CANCELLED

    sent.write(edit)
    assert told(sent) == {
        "工院函〔2026〕1号": [
            f"接收单位：{STAR} → 银河通信有限公司",
            "赵一 · 姓名：赵一 → 赵壹",
            f"钱二 · 实践单位：{STAR} → {FAR}",
        ],
        "工院函〔2026〕2号": [f"孙三 · 实践单位：{FAR} → 无"],
    }


def test_one_who_left_is_told_and_one_who_finished_is_not(sent: db.Database) -> None:
    sent.write(lambda session: setattr(student(session, "赵一"), "status", StudentStatus.WITHDRAWN))
    assert told(sent) == {"工院函〔2026〕1号": ["赵一 · 学籍状态：无 → 退学"]}
    sent.write(lambda session: setattr(placement(session, "赵一"), "status", PlacementStatus.FINISHED))
    assert told(sent) == {}


def test_a_void_letter_is_not_judged_and_a_damaged_one_is_named(sent: db.Database) -> None:
    sent.write(another_guide, "孙三")
    (stale,) = sent.read(radar.stale, TODAY)
    assert sent.read(radar.of_letter, stale.id, TODAY) == stale.changes
    version = sent.read(lambda session: session.get_one(IssuedDocument, stale.id).version)
    sent.write(store.void, stale.id, version, "导师有变", TODAY)
    assert told(sent) == {}
    assert sent.read(radar.of_letter, stale.id, TODAY) == ()
    sent.write(lambda session: setattr(session.get_one(IssuedDocument, stale.id), "facts", "{}"))
    first = sent.read(lambda session: session.scalars(select(IssuedDocument.id).order_by(IssuedDocument.seq)).first())
    sent.write(lambda session: setattr(session.get_one(IssuedDocument, first), "facts", "{}"))
    assert told(sent) == {"工院函〔2026〕1号": ["函件保存的事实无法读取"]}
