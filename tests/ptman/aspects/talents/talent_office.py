"""An office whose students are on their way: a cohort of two years ago and one just enrolled."""

from datetime import date

from ptman import db
from ptman.aspects.talents import planning
from tests import makers

TODAY = date(2026, 11, 23)
ELDER = {"cohort_year": 2024, "enrolled_on": date(2024, 9, 1)}


def people(session: db.Session) -> dict[str, str]:
    """Two of the earlier cohort, one of them paired, and one new student; ids by name."""
    paired = makers.student(session, "22460001", "方知远", **ELDER)
    alone = makers.student(session, "22460002", "苏映雪", **ELDER)
    new = makers.student(session, "22660001", "张雨桐")
    guide = makers.academic(session)
    makers.supervision(session, paired, guide, starts_on=date(2024, 10, 8))
    makers.supervision(session, paired, makers.appointed(session), starts_on=date(2024, 10, 20))
    return {"paired": paired.id, "alone": alone.id, "new": new.id}


def planned(office: db.Database, cohort: int = 2024) -> dict[str, str]:
    """The people, with the milestones of one cohort kept."""
    ids = office.write(people)
    drawn = office.read(planning.draft, cohort, TODAY)
    office.write(planning.keep, drawn, drawn.draft.preset(), TODAY)
    return ids
