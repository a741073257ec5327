"""The journal: every value noted, every change set undone, refused where later work stands on it."""

from datetime import date

import pytest
from sqlalchemy import select, text, update
from sqlalchemy.orm import Session

from ptman import db, journal, undo
from ptman.errors import PtmanError
from ptman.models import Change, ChangeSet, Organisation, Person, Student
from ptman.models.choices import OrientationType, StudyMode


def enrol(session: Session, number: str = "22660001", name: str = "张雨桐") -> str:
    person = Person(name=name)
    session.add(person)
    session.flush()  # the student needs the person's id
    student = Student(
        student_no=number,
        person_id=person.id,
        cohort_year=2026,
        category_code="0854",
        study_mode=StudyMode.FULL_TIME,
        orientation_type=OrientationType.NON_ORIENTED,
        enrolled_on=date(2026, 9, 1),
    )
    session.add(student)
    journal.say(session, f"登记 {name}", f"Enrol {name}")
    session.flush()  # the caller wants the id
    return student.id


def rename(session: Session, student_id: str, name: str) -> None:
    student = session.get_one(Student, student_id)
    session.get_one(Person, student.person_id).name = name
    journal.say(session, "改名", "Rename")


def set_topic(session: Session, student_id: str, topic: str) -> None:
    session.get_one(Student, student_id).topic = topic


def contents(office: db.Database) -> dict[str, list[tuple[object, ...]]]:
    def rows(session: Session) -> dict[str, list[tuple[object, ...]]]:
        names = session.scalars(text("SELECT name FROM sqlite_master WHERE type='table'")).all()
        kept = [name for name in names if name not in {"change", "change_set"}]
        return {name: sorted(map(tuple, session.execute(text(f"SELECT * FROM {name}"))), key=str) for name in kept}  # noqa: S608 names come from the schema

    return office.read(rows)


def name_of(session: Session, student_id: str) -> str:
    return session.scalars(
        select(Person.name).join(Student, Student.person_id == Person.id).where(Student.id == student_id)
    ).one()


def test_a_write_notes_every_value(office: db.Database) -> None:
    student = office.write(enrol)
    office.write(rename, student, "张雨彤")
    changes = office.read(lambda s: [(c.noun, c.before, c.after) for c in s.scalars(select(Change)).all()])
    assert [noun for noun, *_ in changes] == ["person", "student", "person"]
    assert changes[1][2]["enrolled_on"] == "2026-09-01"
    assert changes[2][1:] == ({"name": "张雨桐", "version": 1}, {"name": "张雨彤", "version": 2})


def test_nothing_changed_leaves_no_change_set(office: db.Database) -> None:
    student = office.write(enrol)
    office.write(rename, student, "张雨桐")
    assert len(office.read(undo.history)) == 1


def test_raising_rolls_back(office: db.Database) -> None:
    before = contents(office)

    def fail(session: Session) -> None:
        enrol(session)
        raise ValueError("stop")

    with pytest.raises(ValueError, match="stop"):
        office.write(fail)
    assert contents(office) == before
    assert office.read(undo.history) == ()


def test_undo_and_redo_give_back_the_same_contents(office: db.Database) -> None:
    empty = contents(office)
    student = office.write(enrol)
    enrolled = contents(office)
    office.write(rename, student, "张雨彤")
    renamed = contents(office)
    office.write(undo.undo, 2)
    assert contents(office) == enrolled
    redo = undo.next_redo(office.read(undo.history))
    assert redo is not None
    office.write(undo.undo, redo.number)
    assert contents(office) == renamed
    again = undo.next_undo(office.read(undo.history))
    assert again is not None
    assert again.number == 2
    office.write(undo.undo, again.number)
    first = undo.next_undo(office.read(undo.history))
    assert first is not None
    office.write(undo.undo, first.number)
    assert contents(office) == empty


def test_undo_of_an_edit_keeps_a_later_edit_of_another_value(office: db.Database) -> None:
    student = office.write(enrol)
    office.write(set_topic, student, "边缘计算")
    office.write(rename, student, "张雨彤")
    office.write(undo.undo, 2)
    assert office.read(name_of, student) == "张雨彤"
    assert office.read(lambda s: s.get_one(Student, student).topic) is None


def test_undo_is_refused_where_a_later_change_touched_the_value(office: db.Database) -> None:
    student = office.write(enrol)
    office.write(rename, student, "张雨彤")
    office.write(rename, student, "张宇彤")
    before = contents(office)
    with pytest.raises(PtmanError) as refused:
        office.write(undo.undo, 2)
    assert refused.value.code == "undo-blocked"
    assert "姓名" in refused.value.sentence.zh
    assert contents(office) == before


def test_undo_is_refused_where_later_rows_refer_to_it(office: db.Database) -> None:
    person = office.write(_person)
    office.write(_student_of, person)
    with pytest.raises(PtmanError) as refused:
        office.write(undo.undo, 1)
    assert "学生" in refused.value.sentence.zh


def _person(session: Session) -> str:
    person = Person(name="李伟")
    session.add(person)
    session.flush()  # the caller wants the id
    return person.id


def _student_of(session: Session, person: str) -> None:
    session.add(
        Student(
            student_no="22660009",
            person_id=person,
            cohort_year=2026,
            category_code="0854",
            study_mode=StudyMode.FULL_TIME,
            orientation_type=OrientationType.NON_ORIENTED,
            enrolled_on=date(2026, 9, 1),
        )
    )


def test_the_chain_shows_tampering(office: db.Database) -> None:
    student = office.write(enrol)
    office.write(rename, student, "张雨彤")
    assert office.read(journal.broken_links) == ()

    def tamper(session: Session) -> None:
        session.connection().exec_driver_sql('UPDATE change SET after = \'{"name": "X"}\' WHERE change_set = 2')

    with Session(office._writing) as session, session.begin():
        tamper(session)
    assert office.read(journal.broken_links) == (2,)


def test_bulk_statements_are_forbidden(office: db.Database) -> None:
    office.write(enrol)
    with pytest.raises(RuntimeError, match="journal"):
        office.write(lambda s: s.execute(update(Organisation).values(name="X")))


def test_a_duplicate_is_refused_in_words(office: db.Database) -> None:
    office.write(enrol)
    with pytest.raises(PtmanError) as refused:
        office.write(enrol)
    assert refused.value.code == "not-unique"
    assert "22660001" not in refused.value.sentence.zh


def test_change_sets_name_who_and_when(office: db.Database) -> None:
    office.write(enrol)
    one = office.read(lambda s: s.scalars(select(ChangeSet)).one())
    assert (one.who, one.verb) == ("测试", "tests.ptman.test_journal.enrol") or one.who == "测试"
    assert one.sentence_zh == "登记 张雨桐"
