"""Rows told by their digests are left alone exactly where planning them again would say that nothing changes."""

import shutil
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import db, undo
from ptman.drafts import Fate
from ptman.errors import PtmanError
from ptman.intake import draft, picture, settled, sources, standing, store
from ptman.intake.known_rows import KnownOnDemand
from ptman.models import AcademicSupervisor, Person, Student, Supervision
from ptman.models.choices import Origin, Role
from tests.conftest import Ticking
from tests.ptman.intake import books, resending

HEADER = (*books.STUDENT, "校内导师")
NUMBERS = [f"2266000{n}" for n in range(5)]
NAMES = ("张雨桐", "李明", "王芳", "赵强", "周洋")
MOBILES = ("19900000001", "199 0000 0002", "同上", None)

row = st.tuples(st.integers(0, 4), st.sampled_from(MOBILES), st.sampled_from([None, "王导师", "A001"]))
steps = st.one_of(
    st.tuples(st.just("send"), st.lists(row, min_size=1, max_size=6)),
    st.tuples(st.just("again"), st.integers(0, 3)),
    st.tuples(st.just("edit"), st.integers(0, 4)),
    st.tuples(st.just("pair"), st.integers(0, 4)),
    st.tuples(st.just("rename"), st.integers(0, 1)),
    st.tuples(st.just("undo"), st.integers(0, 2)),
)


def _rows(drawn: list[tuple[int, str | None, str | None]]) -> list[tuple[object, ...]]:
    return [(*books.student(NUMBERS[n], NAMES[n], 手机=mobile), who) for n, mobile, who in drawn]


def _supervisor(session: Session) -> None:
    person = Person(name="王导师")
    session.add(person)
    session.flush()  # the role needs the person's id
    session.add(AcademicSupervisor(person_id=person.id, staff_no="A001", department="计算机学院"))


def _pair(session: Session, number: str) -> None:
    student = session.scalars(select(Student).where(Student.student_no == number)).first()
    pairs = session.scalars(select(Supervision).where(Supervision.student_id == (student.id if student else ""))).all()
    if student is not None and pairs:
        pairs[0].ends_on = resending.TODAY
    elif student is not None:
        teacher = session.scalars(select(AcademicSupervisor)).one().id
        days = {"starts_on": resending.TODAY, "origin": Origin.HAND}
        session.add(Supervision(student_id=student.id, role=Role.ACADEMIC, academic_supervisor_id=teacher, **days))


def _rename(session: Session, how: int) -> None:
    teacher = session.scalars(select(AcademicSupervisor)).one()
    session.get_one(Person, teacher.person_id).name = ("王导师", "汪导师")[how]


def _both(office: db.Database, rows: list[tuple[object, ...]]) -> tuple[draft.IntakeDraft, draft.IntakeDraft]:
    """The draft as it is drawn, and drawn with every row planned."""
    workbook = books.read("名册.xlsx", HEADER, rows)
    parts = store.recognised(workbook)

    def whole(session: Session) -> draft.IntakeDraft:
        memory = sources.memory(session, "students", "学院")
        return draft.compare(parts, picture.known(session, ["students"]), resending.TODAY, memory)

    return office.read(store.compare, workbook, parts, resending.TODAY, "学院"), office.read(whole)


def _do(office: db.Database, step: tuple[str, object], sent: list[list[tuple[object, ...]]]) -> None:
    what, how = step
    if what == "edit" and isinstance(how, int) and office.read(lambda s: s.scalars(select(Student)).all()):
        numbers = office.read(lambda session: sorted(session.scalars(select(Student.student_no))))
        office.write(resending.edit, numbers[how % len(numbers)], mobile="19900000009")
    elif what == "pair" and isinstance(how, int):
        office.write(_pair, NUMBERS[how])
    elif what == "rename" and isinstance(how, int):
        office.write(_rename, how)
    elif what == "undo" and isinstance(how, int):
        history = office.read(undo.history)
        if len(history) > how + 1:
            office.write(undo.undo, history[how].number)
    else:
        rows = _rows(how) if isinstance(how, list) else sent[int(str(how)) % len(sent)] if sent else []
        sent.append(rows)
        quick, whole = _both(office, rows)
        assert quick.draft.items == whole.draft.items
        assert quick.complaints == whole.complaints
        office.write(store.keep, quick, quick.draft.preset())


@settings(deadline=None, max_examples=20)
@given(st.lists(steps, min_size=3, max_size=9))
def test_no_draft_is_other_than_with_every_row_planned(empty_office: Path, deeds: list[tuple[str, object]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(shutil.copy(empty_office, Path(folder) / "office.ptman"))
        with db.Database(path, who="测试", clock=Ticking()) as office:
            office.write(_supervisor)
            sent: list[list[tuple[object, ...]]] = []
            for deed in deeds:
                try:
                    _do(office, deed, sent)
                except PtmanError:
                    continue


def test_what_comes_again_is_not_planned_again(office: db.Database) -> None:
    rows = [(*books.student(number, name, 手机=MOBILES[0]), None) for number, name in zip(NUMBERS, NAMES, strict=True)]
    resending.send(office, rows, header=HEADER)
    office.write(resending.edit, NUMBERS[1], mobile="19900000005")
    parts = store.recognised(books.read("名册.xlsx", HEADER, rows))
    (part,) = office.read(standing.settle, parts, "学院", date1904=False)
    assert sorted(part.settled.rows) == [2, 4, 5, 6]
    known = office.read(lambda session: KnownOnDemand(session).one("student", "student_no", f" {NUMBERS[1]}"))
    assert known is not None
    drawn = resending.draft(office, rows, header=HEADER)
    assert [item.fate for item in drawn.draft.items if item.where.endswith(" 3")] == [Fate.UNCHANGED, Fate.KEPT_BY_HAND]
    moved = [rows[4], *rows[:2], (*rows[2][:-2], MOBILES[1], None)]
    (part,) = office.read(
        standing.settle, store.recognised(books.read("b.xlsx", HEADER, moved)), "学院", date1904=False
    )
    assert sorted(part.settled.rows) == [2, 3]


@given(st.lists(st.tuples(st.binary(min_size=12, max_size=12), st.integers(0, 2**128 - 1)), max_size=5))
def test_marks_come_back_as_they_were_packed(drawn: list[tuple[bytes, int]]) -> None:
    ids = {own: settled._written(number.to_bytes(16, "big")) for own, number in drawn}
    content = settled.packed(settled.Mark(own, (("student", one), ("person", one))) for own, one in ids.items())
    found = settled.unpacked(content)
    assert found.keys() == ids.keys()
    for own, one in ids.items():
        plain = settled.binary(one)
        assert plain is not None
        assert settled.touches(found[own], frozenset({plain}))
