"""Last valid days are proposed by the rule in force, of certified instructors too, and kept as one step."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import db, undo
from ptman.aspects.talents import planning, validity
from ptman.models import Instructor
from ptman.models.choices_talents import CertificateLevel
from tests.ptman.aspects.talents import talent_office

TODAY = date(2026, 11, 23)


def taught(session: Session) -> None:
    for number, (name, acquired, until) in enumerate(
        (("沈默", date(2026, 1, 31), None), ("林岚", None, None), ("何岩", date(2025, 5, 1), date(2027, 1, 1))), 1
    ):
        one = Instructor(certificate_no=f"JS{number}", name=name, level=CertificateLevel.HCIP)
        one.acquired_on, one.valid_until = acquired, until
        session.add(one)


def days(session: Session) -> dict[str, date | None]:
    return {one.name: one.valid_until for one in session.scalars(select(Instructor))}


def test_an_instructors_last_day_is_proposed(office: db.Database) -> None:
    office.write(taught)
    drawn = office.read(validity.draft, TODAY)
    assert [(one.title, one.differences[0].new) for one in drawn.draft.items] == [("讲师 沈默 JS1", "2029-01-30")]
    before = office.read(days)
    assert office.write(validity.keep, drawn, drawn.draft.preset()) == 1
    assert office.read(days) == before | {"沈默": date(2029, 1, 30)}
    version = office.read(
        lambda session: session.scalars(select(Instructor.version).where(Instructor.name == "沈默")).one()
    )
    office.write(undo.undo, version)
    assert office.read(days) == before


def test_the_draft_of_milestones_compares_with_the_plan(office: db.Database) -> None:
    office.write(talent_office.people)
    assert office.read(planning.draft, 2024, TODAY).draft.against.zh == "培养方案"
