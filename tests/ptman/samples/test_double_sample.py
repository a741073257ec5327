"""The sample of double supervision: every noun is there, states differ, undo takes it back."""

from datetime import date

from sqlalchemy.orm import Session

from ptman import db, undo
from ptman.models.choices import TitleLevel
from ptman.register import agenda, lists
from ptman.samples import double
from tests import makers

TODAY = date(2026, 11, 20)
NOUNS = ("qualification_evidence", "guidance_record", "supervisor_assessment", "supervisor_change")


def _count(office: db.Database, noun: str) -> int:
    return len(office.read(lists.named, noun, TODAY, None).rows)


def _paired(session: Session) -> None:
    academics = [makers.academic(session, f"010000{at}", name) for at, name in enumerate(("李伟", "王芳"))]
    unit = makers.organisation(session)
    level = {"organisation": unit, "title_level": TitleLevel.SENIOR}
    hosts = [makers.appointed(session, f"QY00{at}", name, **level) for at, name in enumerate(("陈静", "赵强", "孙丽"))]
    for at in range(12):
        student = makers.student(session, f"226000{at:02d}", f"学生{at}")
        makers.supervision(session, student, academics[at % 2])
        makers.supervision(session, student, hosts[at % 3])


def test_a_year_of_double_supervision(office: db.Database) -> None:
    office.write(double.fill, TODAY)
    assert all(_count(office, noun) == 0 for noun in NOUNS)  # nobody is there yet
    office.write(_paired)
    office.write(double.fill, TODAY)
    counts = {noun: _count(office, noun) for noun in NOUNS}
    assert all(counts.values()), counts
    assert counts["supervisor_change"] == 6
    assert _count(office, "appointment") == 6  # three terms and the renewals on their way
    assert any(item.noun == "appointment" for item in office.read(agenda.items, TODAY))
    done = undo.next_undo(office.read(undo.history))
    assert done is not None
    office.write(undo.undo, done.number)
    assert all(_count(office, noun) == 0 for noun in NOUNS)
