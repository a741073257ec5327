"""Makers of an office whose placements wait for letters: hosts, each with a base, a supervisor and students."""

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy.orm import Session

from tests import makers

TODAY = date(2026, 9, 10)
_ORDER = "甲乙丙丁戊己庚辛"


def hosts(count: int) -> tuple[str, ...]:
    return tuple(f"{letter}方智能科技有限公司" for letter in _ORDER[:count])


def placed(session: Session, students: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """For each host a base with an agreement, and its students with both supervisors; the ids of the bases by host."""
    period = makers.period(session)
    academic = makers.academic(session, max_students=50)
    bases = {}
    number = 0
    for at, (host, names) in enumerate(students.items()):
        unit = makers.organisation(session, host)
        base = makers.base(session, f"B{at:03d}", f"{host}基地", host=unit)
        makers.agreement(session, base, f"XY{at:03d}")
        guide = makers.appointed(session, f"E{at:03d}", "周明", organisation=unit)
        bases[host] = base.id
        for name in names:
            number += 1
            student = makers.student(session, f"2266{number:04d}", name)
            makers.supervision(session, student, academic)
            makers.supervision(session, student, guide)
            makers.placement(session, student, base, period)
    return bases
