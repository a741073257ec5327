"""What the tests of a second import share: a source that sends its roster again, hands that edit between."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import db, journal, undo
from ptman.drafts import Fate, Item
from ptman.intake import store
from ptman.intake.draft import IntakeDraft
from ptman.models import Person, Student
from tests.ptman.intake import books

TODAY = date(2026, 9, 10)
Rows = Sequence[Sequence[object]]


def draft(office: db.Database, rows: Rows, sender: str = "学院", header: Sequence[str] = books.STUDENT) -> IntakeDraft:
    workbook = books.read("名册.xlsx", header, rows)
    return office.read(store.compare, workbook, store.recognised(workbook), TODAY, sender)


def send(office: db.Database, rows: Rows, sender: str = "学院", header: Sequence[str] = books.STUDENT) -> IntakeDraft:
    """Import what needs no person's eye, as the command line does."""
    drawn = draft(office, rows, sender, header)
    office.write(store.keep, drawn, drawn.draft.preset())
    return drawn


def items(drawn: IntakeDraft, fate: Fate) -> list[Item]:
    return [item for item in drawn.draft.items if item.fate is fate]


def keys(drawn: IntakeDraft, fate: Fate) -> list[str]:
    return [item.key for item in items(drawn, fate)]


def edit(session: Session, number: str, **values: object) -> None:
    """A correction by hand of a student or of the person."""
    student = session.scalars(select(Student).where(Student.student_no == number)).one()
    person = session.get_one(Person, student.person_id)
    journal.say(session, "改", "Edit")
    for key, value in values.items():
        setattr(person if hasattr(person, key) else student, key, value)


def mobile(office: db.Database, number: str = "22660001") -> str | None:
    found = select(Person.mobile).join(Student, Student.person_id == Person.id).where(Student.student_no == number)
    return office.read(lambda session: session.scalars(found).one())


def take_back(office: db.Database, back: int = 0) -> None:
    """Undo the last change set, or one before it."""
    office.write(undo.undo, office.read(undo.history)[back].number)
