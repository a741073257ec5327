"""Which plan holds for a student, and what it makes of the milestones and courses."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman.aspects.talents.rows import Pupil, Step
from ptman.labels import Label
from ptman.models import MilestoneDef, PlanCourse, PlanMilestone, TrainingPlan


@dataclass(frozen=True, slots=True)
class Change:
    """What a plan says of one milestone: its month, None to keep the usual one, and whether it is asked for."""

    months_after: int | None
    wanted: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """One plan with what it is for; empty programme or category is for all of them."""

    id: str
    name: str
    from_cohort: int
    to_cohort: int | None
    programme_id: str
    category: str
    changes: Mapping[str, Change]


@dataclass(frozen=True, slots=True)
class Plans:
    """The steps the office knows, and every plan."""

    steps: tuple[Step, ...]
    plans: tuple[Plan, ...]

    def of(self, pupil: Pupil) -> Plan | None:
        """The closest plan: of the programme, else of the category, else of all; of these the latest to begin."""
        fitting = [one for one in self.plans if _fits(one, pupil)]
        rank = {one.id: (bool(one.programme_id), bool(one.category), one.from_cohort) for one in fitting}
        return max(fitting, key=lambda one: rank[one.id], default=None)

    def steps_of(self, pupil: Pupil) -> tuple[Step, ...]:
        """The steps of a student, by route and plan, in order."""
        plan = self.of(pupil)
        return merged(self.steps, plan.changes if plan else {}, pupil.route)


def merged(steps: Iterable[Step], changes: Mapping[str, Change], route: str) -> tuple[Step, ...]:
    """The steps of a route, with the months a plan changes and without what it leaves out."""
    found = []
    for one in sorted(steps, key=lambda one: one.order):
        change = changes.get(one.code)
        if (one.route and one.route != route) or (change is not None and not change.wanted):
            continue
        late = change.months_after if change is not None else None
        found.append(one if late is None else replace(one, months_after=late))
    return tuple(found)


def load(session: Session) -> Plans:
    """Everything that says which milestones there are."""
    changes: dict[str, dict[str, Change]] = {}
    for one in session.scalars(select(PlanMilestone).where(PlanMilestone.retired_on.is_(None))):
        changes.setdefault(one.plan_id, {})[one.def_code] = Change(one.months_after, one.wanted)
    kept = select(TrainingPlan).where(TrainingPlan.retired_on.is_(None)).order_by(TrainingPlan.plan_no)
    return Plans(
        steps(session),
        tuple(
            Plan(
                one.id,
                one.name,
                one.from_cohort,
                one.to_cohort,
                one.programme_id or "",
                one.category_code or "",
                changes.get(one.id, {}),
            )
            for one in session.scalars(kept)
        ),
    )


def steps(session: Session) -> tuple[Step, ...]:
    """The kinds of milestones in use, in order."""
    kept = select(MilestoneDef).where(MilestoneDef.retired_on.is_(None)).order_by(MilestoneDef.step, MilestoneDef.code)
    return tuple(
        Step(
            one.code,
            Label(one.name, one.name_en),
            one.step,
            one.months_after,
            str(one.route) if one.route else "",
            one.for_degree,
            one.has_panel,
        )
        for one in session.scalars(kept)
    )


def courses(session: Session, plan: Plan | None) -> tuple[PlanCourse, ...]:
    """The courses of a plan, by semester and code."""
    if plan is None:
        return ()
    mine = select(PlanCourse).where(PlanCourse.plan_id == plan.id, PlanCourse.retired_on.is_(None))
    return tuple(session.scalars(mine.order_by(PlanCourse.semester, PlanCourse.course_code)))


def _fits(plan: Plan, pupil: Pupil) -> bool:
    last = plan.to_cohort or pupil.cohort
    return (
        plan.from_cohort <= pupil.cohort <= last
        and plan.programme_id in {"", pupil.programme_id}
        and plan.category in {"", pupil.category}
    )
