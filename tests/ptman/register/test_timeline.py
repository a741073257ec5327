"""A student's time, and the history of a record as the inspector shows it."""

from collections.abc import Callable
from datetime import date

from sqlalchemy.orm import Session

from ptman import db, undo
from ptman.models import Student
from ptman.register import cards, edit, timeline
from tests import makers


def guided(session: Session) -> Student:
    student = makers.student(session)
    makers.supervision(session, student, makers.academic(session), ends_on=date(2026, 10, 1), reason="出国")
    makers.supervision(session, student, makers.academic(session, "01002", "王芳"), starts_on=date(2026, 10, 1))
    makers.supervision(session, student, makers.appointed(session), starts_on=date(2026, 11, 1))
    makers.placement(session, student, makers.base(session), makers.period(session))
    return student


def test_spans_come_in_the_order_of_time(office: db.Database, ids: Callable[..., str]) -> None:
    spans = office.read(timeline.timeline, ids(guided))
    assert [(span.what.zh, span.who, span.ends_on is None) for span in spans] == [
        ("校内导师", "李伟", False),
        ("校内导师", "王芳", True),
        ("企业导师", "陈静", True),
        ("专业实践", "星河实践基地", False),
    ]
    assert spans[0].reason == "出国"


def test_history_says_who_old_and_new(office: db.Database, ids: Callable[..., str], today: date) -> None:
    key = ids(makers.student)
    number = makers.resident_id()
    for values in ({"status": "休学", "person.id_number": number}, {"category_code": "0855"}):
        office.write(edit.correct, office.read(cards.card, "student", key).ref, values, today)
    office.write(undo.undo, 3)
    undone, later, first, made = office.read(timeline.changes_of, "student", key)
    assert {turn.label.zh: (turn.old.zh, turn.new.zh) for turn in first.turns} == {
        "学籍状态": ("在读", "休学"),
        "身份证号": ("", "990***********0014"),
        "证件类型": ("", "居民身份证"),
    }
    assert [(turn.old.zh, turn.new.zh) for turn in later.turns] == [("0854 电子信息", "0855 机械")]
    assert [(turn.old.zh, turn.new.zh) for turn in undone.turns] == [("0855 机械", "0854 电子信息")]
    assert undone.sentence.zh.startswith("撤销")
    assert (made.who, made.number) == ("测试", 1)
    assert {"姓名", "学号"} <= {turn.label.zh for turn in made.turns}


def test_retiring_shows_in_the_history(office: db.Database, ids: Callable[..., str], today: date) -> None:
    key = ids(makers.base)
    office.write(edit.retire, office.read(cards.card, "training_base", key).ref, today)
    last = office.read(timeline.changes_of, "training_base", key)[0]
    assert [(turn.label.en, turn.old.zh, turn.new.zh) for turn in last.turns] == [("Retired on", "", "2026-12-20")]
