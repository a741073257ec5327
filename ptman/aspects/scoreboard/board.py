"""The targets of a year, aspect by aspect, with what was reached: counted now, or as entered."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman.aspects.scoreboard import measures
from ptman.aspects.scoreboard.spans import Span
from ptman.labels import Choice, Label, same
from ptman.models import CoopAspect, CoopTask
from ptman.models.choices_cooperation import Measure, TaskStatus
from ptman.register.cards import Ref
from ptman.rules import targets
from ptman.rules.targets import Standing


class Source(Choice):
    """Where a figure comes from."""

    COUNTED = "counted", "自动统计", "Counted"
    ENTERED = "entered", "录入", "Entered"
    RECORDED = "recorded", "已定格", "Recorded"
    NONE = "none", "无数据", "No data"


@dataclass(frozen=True, slots=True)
class Task:
    """One target. `aim`, `reached` and `now` (what is counted at this moment) are tenths of the unit."""

    ref: Ref
    number: str
    target: str
    indicator: Label
    unit: Label
    aim: int
    reached: int | None
    now: int | None
    source: Source
    owner: str
    due: date
    standing: Standing
    measure: Measure | None

    @property
    def share(self) -> float:
        """What was reached of what was aimed at, from 0; more than 1 where it is more."""
        return (self.reached or 0) / self.aim


@dataclass(frozen=True, slots=True)
class Side:
    """One aspect with its targets of the year."""

    code: str
    name: Label
    tasks: tuple[Task, ...]

    @property
    def met(self) -> int:
        return sum(task.standing is Standing.MET for task in self.tasks)

    @property
    def sought(self) -> int:
        """The targets that still count."""
        return sum(task.standing is not Standing.DROPPED for task in self.tasks)


@dataclass(frozen=True, slots=True)
class Board:
    """One year. `years` are all that have targets, the newest first; `sides` those aspects that have any."""

    year: int
    today: date
    years: tuple[int, ...]
    sides: tuple[Side, ...]

    @property
    def tasks(self) -> tuple[Task, ...]:
        return tuple(task for side in self.sides for task in side.tasks)

    def counts(self) -> dict[Standing, int]:
        """How many targets stand how; every standing is there."""
        found = [task.standing for task in self.tasks]
        return {one: found.count(one) for one in Standing}


def board(session: Session, year: int | None, today: date) -> Board:
    """The board of a year; without one of this year, or of the last that has targets where this one has none."""
    every = select(CoopTask.year).where(CoopTask.retired_on.is_(None)).distinct().order_by(CoopTask.year.desc())
    years = tuple(session.scalars(every))
    wanted = year if year is not None else today.year if today.year in years or not years else years[0]
    query = select(CoopTask).where(CoopTask.year == wanted, CoopTask.retired_on.is_(None)).order_by(CoopTask.task_no)
    found = session.scalars(query).all()
    span = Span(wanted, today)
    now = measures.counted(session, span) if any(one.measure for one in found) else {}
    aspects = session.scalars(select(CoopAspect).order_by(CoopAspect.seq)).all()
    sides = (
        Side(
            aspect.code,
            Label(aspect.name, aspect.name_en),
            tuple(_task(one, now, today) for one in found if one.aspect_code == aspect.code),
        )
        for aspect in aspects
    )
    return Board(wanted, today, years, tuple(side for side in sides if side.tasks))


def _task(row: CoopTask, counted: Mapping[Measure, int | None], today: date) -> Task:
    now = counted.get(row.measure) if row.measure else None
    reached = row.actual_value if row.actual_value is not None else now
    due = targets.due(row.due_on, row.year)
    dropped = row.status is TaskStatus.DROPPED
    known = measures.MEASURES.get(row.measure) if row.measure else None
    return Task(
        ref=Ref("coop_task", row.id, row.version),
        number=row.task_no,
        target=row.target,
        indicator=row.measure.label if row.measure and not row.indicator else same(row.indicator or ""),
        unit=known.unit if known is not None and not row.unit else same(row.unit or ""),
        aim=row.target_value,
        reached=reached,
        now=now,
        source=_source(row, reached),
        owner=row.owner or "",
        due=due,
        standing=Standing.DROPPED if dropped else targets.standing(row.target_value, reached, due, today),
        measure=row.measure,
    )


def _source(row: CoopTask, reached: int | None) -> Source:
    if row.actual_value is not None:
        return Source.RECORDED if row.measure else Source.ENTERED
    return Source.NONE if reached is None else Source.COUNTED
