"""The verbs of assigning: draft the pairings and placements of a cohort, keep what a person has taken of them."""

import dataclasses
from collections.abc import Callable
from datetime import date

from sqlalchemy.orm import Session

from ptman import journal
from ptman.assign import building, keeping, loading, words
from ptman.assign import draft as drafting
from ptman.assign.draft import AssignDraft, Proposal
from ptman.assign.engine.control import Limits, Progress
from ptman.assign.problem import Role
from ptman.assign.records import Entry, Writer
from ptman.errors import PtmanError
from ptman.labels import Label
from ptman.models.choices import Origin

DEFAULT = Limits()


@dataclasses.dataclass(frozen=True, slots=True)
class Watch:
    """How a caller follows a solve: told of each step, asked whether to stop, and how long to try."""

    progress: Callable[[Progress], None] | None = None
    cancel: Callable[[], bool] | None = None
    limits: Limits = DEFAULT


@dataclasses.dataclass(frozen=True, slots=True)
class Kept:
    """What keeping has done."""

    supervisions: int
    placements: int


UNWATCHED = Watch()


def draft(session: Session, cohort: int, today: date, *, again: bool = False, watch: Watch = UNWATCHED) -> AssignDraft:
    """Solve a cohort's assignment; nothing changes. What stands stays, unless `again` lets all but locked ones move.

    Raises PtmanError `nobody-to-assign` where the cohort has no enrolled students.
    """
    situation = loading.load(session, cohort, today)
    if not situation.students:
        raise PtmanError(
            "nobody-to-assign",
            f"{cohort} 级没有在读学生，没有可分配的。请先导入学生名册，或改选年级。",
            f"Cohort {cohort} has no enrolled students, so there is nobody to pair. Import them, or choose another.",
        )
    from ptman.assign.engine import solve

    problem = building.build(situation, again=again)
    steering = solve.Steering(watch.limits, watch.progress, watch.cancel)
    answer = solve.solve(problem, seed=str(cohort), steering=steering)
    return drafting.make(situation, problem, answer, again=again)


def keep(session: Session, plan: AssignDraft, taken: frozenset[str] | None, today: date) -> Kept:
    """Write the taken proposals (None: all) as one change set.

    Raises PtmanError `draft-stale` where a record that the draft rests on has changed since, or the day has; and
    `over-capacity` or `apart` where the taken ones do not work without the others.
    """
    cohort = plan.situation.cohort
    if loading.load(session, cohort, today).digest() != plan.situation.digest():
        raise stale()
    chosen = keeping.taken_of(plan, taken)
    _write(Writer(session, cohort, today), plan, chosen)
    placements = sum(one.role is Role.BASE for one in chosen)
    pairs = len(chosen) - placements
    journal.say(
        session,
        f"分配 {cohort} 级：导师 {pairs} 人次，基地 {placements} 人",
        f"Assign cohort {cohort}: {pairs} pairings, {placements} placements",
    )
    return Kept(pairs, placements)


def stale() -> PtmanError:
    return PtmanError(
        "draft-stale",
        "起草方案之后，有关记录已被改动，方案未保留，未作任何改动。请重新起草。",
        "Records that this draft rests on have changed since. Nothing was kept or changed; make the draft again.",
    )


def _write(writer: Writer, plan: AssignDraft, chosen: tuple[Proposal, ...]) -> None:
    learners = {one.id: one for one in plan.situation.students}
    for one in chosen:
        standing = learners[one.student].stands(one.role)
        if standing is not None:
            writer.end(one.role, standing.record)
    writer.session.flush()  # an old pairing must have ended before its successor begins
    for one in chosen:
        entry = Entry(one.student, one.role, one.new or "", Origin.SOLVER, _reason(one).zh)
        writer.begin(entry, plan.situation.stay(learners[one.student]))


def _reason(one: Proposal) -> Label:
    points = Label(f"计 {one.points} 分（0 分最好）", f"{one.points} points (0 is best)")
    return words.joined((*one.reasons, points))
