"""What the office does with a year's targets: keeps the counted figures, carries the targets to another year."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import journal
from ptman.aspects.scoreboard import board
from ptman.errors import PtmanError
from ptman.models import CoopTask
from ptman.models.choices_cooperation import TaskStatus

LEAP_DAY = (2, 29)


@dataclass(frozen=True, slots=True)
class Carried:
    """Targets made in a new year, and those left out because their number is taken there."""

    made: int
    left: tuple[str, ...]


def record(session: Session, year: int, today: date) -> int:
    """Write down what is counted now as reached, wherever nothing was entered yet: how many figures were kept."""
    drawn = board.board(session, year, today)
    kept = [task for task in drawn.tasks if task.source is board.Source.COUNTED and task.now is not None]
    if not kept:
        raise PtmanError(
            "nothing-counted",
            f"{year} 年没有可定格的统计数。未作任何改动。",
            f"Nothing of {year} is counted that is not on record already. Nothing was changed.",
        )
    for task in kept:
        session.get_one(CoopTask, task.ref.id).actual_value = task.now
    journal.say(
        session, f"定格 {year} 年合作任务实际值 {len(kept)} 项", f"Record {len(kept)} figures of the targets of {year}"
    )
    return len(kept)


def carry(session: Session, source: int, target: int) -> Carried:
    """The targets of `source` again for `target`: the same aims, a year on, nothing reached yet."""
    query = select(CoopTask).where(
        CoopTask.year == source, CoopTask.retired_on.is_(None), CoopTask.status != TaskStatus.DROPPED
    )
    found = session.scalars(query.order_by(CoopTask.task_no)).all()
    taken = set(session.scalars(select(CoopTask.task_no)))
    left = []
    for one in found:
        number = renumbered(one.task_no, source, target)
        if number in taken:
            left.append(number)
            continue
        taken.add(number)
        session.add(_again(one, number, target))
    if len(left) == len(found):
        raise PtmanError(
            "nothing-carried",
            f"没有可从 {source} 年结转到 {target} 年的任务（没有任务，或编号已被占用）。未作任何改动。",
            f"No target of {source} can be carried to {target}: there are none, or their numbers are taken. Nothing "
            "was changed.",
        )
    made = len(found) - len(left)
    journal.say(
        session, f"由 {source} 年结转 {target} 年合作任务 {made} 项", f"Carry {made} targets of {source} to {target}"
    )
    return Carried(made, tuple(left))


def renumbered(number: str, source: int, target: int) -> str:
    """The year within a number becomes the other; a number without one gets it before."""
    return number.replace(str(source), str(target), 1) if str(source) in number else f"{target}-{number}"


def _again(one: CoopTask, number: str, year: int) -> CoopTask:
    return CoopTask(
        task_no=number,
        aspect_code=one.aspect_code,
        year=year,
        target=one.target,
        measure=one.measure,
        indicator=one.indicator,
        unit=one.unit,
        target_value=one.target_value,
        owner=one.owner,
        due_on=_moved(one.due_on, year - one.year) if one.due_on else None,
    )


def _moved(day: date, years: int) -> date:
    """The same day of another year; 29 February becomes the 28th."""
    return day.replace(year=day.year + years, day=28 if (day.month, day.day) == LEAP_DAY else day.day)
