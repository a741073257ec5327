"""What stands in the way of a scenario, and the cheapest limits to relax, each of which can be applied at once."""

import dataclasses
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import journal
from ptman.assign import building, explain, hand, hints, scenario_limits, scenario_records, workbench
from ptman.assign.problem import Problem, Role, Student
from ptman.assign.relaxing import Kind, Relaxation
from ptman.assign.request import Limit, Request
from ptman.assign.scenario_rows import Opened
from ptman.assign.situation import Situation
from ptman.labels import Label
from ptman.models import (
    AcademicSupervisor,
    BaseSeats,
    IndustrySupervisor,
    PairingHint,
    Scenario,
    TrainingBase,
)


@dataclasses.dataclass(frozen=True, slots=True)
class Remedy:
    """One limit to relax: what it is, how unwelcome (points), whom it touches by name."""

    relaxation: Relaxation
    label: Label
    cost: int
    touches: tuple[str, ...]

    @property
    def raises(self) -> bool:
        """Whether it is a quota, which can be raised for the scenario alone or in the records."""
        return self.relaxation.kind is Kind.RAISE


@dataclasses.dataclass(frozen=True, slots=True)
class Troubles:
    """Why not everybody can be placed: crowds, contradictions, who has nobody at all, and what would help."""

    crowds: tuple[Label, ...]
    findings: tuple[Label, ...]
    hopeless: tuple[Label, ...]
    remedies: tuple[Remedy, ...]

    @property
    def none(self) -> bool:
        return not (self.remedies or self.hopeless or self.findings)


def diagnose(found: Opened) -> Troubles:
    """Pure, but it solves once. What people have left vacant on purpose is no trouble."""
    from ptman.assign import diagnosis

    situation = found.plan.situation
    names = {**situation.names(), **{one.id: one.name for one in situation.stays}}
    problem = asked(situation, found.request)

    def name_of(key: str) -> str:
        return names.get(key, key)

    prices = diagnosis.Prices()
    seen = diagnosis.diagnose(problem, name_of, prices=prices)
    price = {Kind.UNLOCK: prices.unlock, Kind.ALLOW: prices.allow, Kind.REDUCE: prices.reduce}
    raising = {Role.BASE: prices.base}
    return Troubles(
        tuple(one.sentence() for one in seen.shortages),
        tuple(explain.finding_sentence(one, name_of) for one in seen.findings),
        tuple(_nobody(names[who], role) for who, role in seen.hopeless),
        tuple(
            Remedy(
                one,
                one.label,
                one.by * price.get(one.kind, raising.get(one.role, prices.person)),
                tuple(names[who] for who in one.students),
            )
            for one in seen.relaxations
        ),
    )


def asked(situation: Situation, request: Request) -> Problem:
    """The problem with nothing in it that a person has left open on purpose, and without even shares."""
    plain = dataclasses.replace(request, vacant=(), weights=request.weights.replaced("level", 0))
    made = building.build(situation, plain)
    left = set(request.vacant)
    students = tuple(_without(one, left) for one in made.students)
    return dataclasses.replace(made, students=students)


def apply(session: Session, key: str, remedy: Remedy, today: date, *, recorded: bool = False) -> None:
    """Relax the limit for this scenario, or (`recorded`) where it is a quota, in the records themselves."""
    record = scenario_records.in_work(session, key)
    one = remedy.relaxation
    match one.kind:
        case Kind.RAISE:
            _raise(session, record, one, today, recorded=recorded)
        case Kind.UNLOCK:
            _unlock(session, record, one, today)
        case Kind.ALLOW:
            _allow(session, one)
        case Kind.REDUCE:
            raise ValueError("the office's records know no lower quotas")
    journal.say(session, f"方案“{record.name}”：{remedy.label.zh}", f"Scenario “{record.name}”: {remedy.label.en}")


def _raise(session: Session, record: Scenario, one: Relaxation, today: date, *, recorded: bool) -> None:
    from ptman.assign import loading, relaxing, scenario_reading

    situation = loading.load(session, record.cohort_year, today)
    request = scenario_reading.request(session, record, scenario_records.pairs(session, record.id))
    if not recorded:
        now = relaxing.limits(asked(situation, request), one)
        scenario_limits.set_quota(record, Limit(one.role, one.target, now + one.by, one.at))
        return
    scenario_limits.drop(record, [Limit(one.role, one.target, 0, one.at)])
    if one.role is Role.BASE:
        _more_seats(session, situation, one)
        return
    people = situation.academics if one.role is Role.ACADEMIC else situation.industry
    capacity = next(each.capacity for each in people if each.id == one.target)
    if one.role is Role.ACADEMIC:
        session.get_one(AcademicSupervisor, one.target).max_students = capacity + one.by
    else:
        session.get_one(IndustrySupervisor, one.target).max_students = capacity + one.by


def _more_seats(session: Session, situation: Situation, one: Relaxation) -> None:
    """In that period alone, where the office has set periods."""
    site = next(each for each in situation.sites if each.id == one.target)
    seats = dict(site.seats)[one.at] + one.by
    if not one.at:
        session.get_one(TrainingBase, one.target).capacity_per_batch = seats
        return
    found = session.scalars(
        select(BaseSeats).where(BaseSeats.base_id == one.target, BaseSeats.period_id == one.at)
    ).first()
    if found is None:
        session.add(BaseSeats(base_id=one.target, period_id=one.at, seats=seats))
    else:
        found.seats, found.retired_on = seats, None


def _unlock(session: Session, record: Scenario, one: Relaxation, today: date) -> None:
    """A lock or a hand change of the scenario, else what stands: then it may move in this scenario."""
    student = one.students[0]
    pair = scenario_records.pair(session, record.id, student, one.role)
    if pair.locked or pair.by_hand:
        pair.locked, pair.lock_reason, pair.locked_in = False, None, None
        scenario_records.aim(pair, scenario_records.target(pair, scenario_records.ENGINE))
        pair.by_hand, pair.reason, pair.changed_in = False, None, None
        return
    _, learner = workbench.around(session, student, today)
    standing = learner.stands(one.role)
    if standing is not None and standing.fixed:
        hand.record_of(session, one.role, standing).locked = False
    scenario_limits.free(record, student, one.role)


def _allow(session: Session, one: Relaxation) -> None:
    column = getattr(PairingHint, hints.COLUMNS[one.role])
    rows = session.scalars(select(PairingHint).where(PairingHint.student_id == one.students[0], column == one.target))
    for found in rows:
        session.delete(found)


def _without(student: Student, left: set[tuple[str, Role]]) -> Student:
    needs = frozenset(role for role in student.needs if (student.id, role) not in left)
    return student if needs == student.needs else dataclasses.replace(student, needs=needs)


def _nobody(name: str, role: Role) -> Label:
    return Label(
        f"{name}：没有任何符合条件的{role.label.zh}，放宽名额也无济于事",
        f"{name}: no {role.label.en} is eligible at all",
    )
