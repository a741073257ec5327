"""An office in which pairing is tested: each maker is one write and answers the id, numbers come by themselves."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from itertools import count
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import db
from ptman.models import (
    AcademicSupervisor,
    IndustrySupervisor,
    Organisation,
    Period,
    Person,
    Placement,
    Preference,
    Record,
    Student,
    Supervision,
    TrainingBase,
)
from ptman.models.choices import PlacementStatus
from tests import makers

TODAY = date(2026, 9, 10)
NAMES = ("赵一", "钱二", "孙三", "李四", "周五", "吴六", "郑七", "王八")


@dataclass
class Desk:
    """An open office and a counter for numbers."""

    office: db.Database
    number: Callable[[], int] = field(default_factory=lambda: count(1).__next__)

    def made(self, make: Callable[..., Record], *args: Any, **more: Any) -> str:  # noqa: ANN401 columns
        return self.office.write(lambda session: make(session, *args, **more).id)

    def change(self, noun: type[Record], key: str, **values: Any) -> None:  # noqa: ANN401 columns
        def alter(session: Session) -> None:
            record = session.get_one(noun, key)
            for name, value in values.items():
                setattr(record, name, value)

        self.office.write(alter)

    def student(self, name: str = "张雨桐", **more: Any) -> str:  # noqa: ANN401 columns
        return self.made(makers.student, f"2266{self.number():04d}", name, **more)

    def academic(self, name: str = "李伟", **more: Any) -> str:  # noqa: ANN401 columns
        return self.made(makers.academic, f"T{self.number():04d}", name, **more)

    def organisation(self, name: str = "星河通信有限公司") -> str:
        return self.made(makers.organisation, name)

    def industry(self, organisation: str, name: str = "陈静", *, appointed: bool = True, **more: Any) -> str:  # noqa: ANN401 columns
        def make(session: Session) -> Record:
            maker = makers.appointed if appointed else makers.industry
            unit = session.get_one(Organisation, organisation)
            return maker(session, f"E{self.number():04d}", name, organisation=unit, **more)

        return self.made(make)

    def appointment(self, supervisor: str, **more: Any) -> str:  # noqa: ANN401 columns
        return self.made(lambda s: makers.appointment(s, s.get_one(IndustrySupervisor, supervisor), **more))

    def base(self, organisation: str, name: str = "星河实践基地", *, agreed: bool = True, **more: Any) -> str:  # noqa: ANN401 columns
        n = self.number()

        def make(session: Session) -> Record:
            host = session.get_one(Organisation, organisation)
            base = makers.base(session, f"B{n:03d}", name, host=host, **more)
            if agreed:
                makers.agreement(session, base, f"XY{n:03d}")
            return base

        return self.made(make)

    def agreement(self, base: str, **more: Any) -> str:  # noqa: ANN401 columns
        number = f"XY{self.number():03d}"
        return self.made(lambda s: makers.agreement(s, s.get_one(TrainingBase, base), number, **more))

    def wish(self, student: str, rank: int, **target: Any) -> str:  # noqa: ANN401 columns
        return self.made(makers.added, Preference(student_id=student, rank=rank, **target))

    def supervise(self, student: str, *, academic: str = "", industry: str = "", **more: Any) -> str:  # noqa: ANN401 columns
        def make(session: Session) -> Record:
            by: AcademicSupervisor | IndustrySupervisor
            if academic:
                by = session.get_one(AcademicSupervisor, academic)
            else:
                by = session.get_one(IndustrySupervisor, industry)
            return makers.supervision(session, session.get_one(Student, student), by, **more)

        return self.made(make)

    def place(self, student: str, base: str, period: str, **more: Any) -> str:  # noqa: ANN401 columns
        def make(session: Session) -> Record:
            of, at = session.get_one(Student, student), session.get_one(TrainingBase, base)
            return makers.placement(session, of, at, session.get_one(Period, period), **more)

        return self.made(make)

    def small(self, students: int = 4) -> "Small":
        """One supervisor of each kind and one base, with room for everybody."""
        host = self.organisation()
        return Small(
            host,
            self.academic(max_students=30),
            self.industry(host, max_students=30),
            self.base(host, capacity_per_batch=30),
            tuple(
                self.student(name)
                for name in ["赵一", "钱二", "孙三", "李四", "周五", "吴六", "郑七", "王八"][:students]
            ),
        )


@dataclass(frozen=True)
class Small:
    """What `Desk.small` made, by id."""

    host: str
    academic: str
    industry: str
    base: str
    students: tuple[str, ...]


def standing(session: Session) -> set[tuple[str, str, str]]:
    """Who has whom now: student's name, role, and the id of the supervisor or base."""
    names = dict(session.execute(select(Student.id, Person.name).join(Person, Person.id == Student.person_id)).all())
    pairs = session.scalars(select(Supervision).where(Supervision.ends_on.is_(None)))
    found = {
        (names[one.student_id], one.role.value, one.academic_supervisor_id or one.industry_supervisor_id or "")
        for one in pairs
    }
    places = session.scalars(select(Placement).where(Placement.status != PlacementStatus.CANCELLED))
    return found | {(names[one.student_id], "base", one.base_id) for one in places}
