"""Draws up the milestones of a cohort from its plans, brings them up to date, and keeps what was looked at."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.orm import Session

from ptman import journal, parameters, states
from ptman.aspects.talents import facts, plans, reading
from ptman.aspects.talents.facts import Facts
from ptman.aspects.talents.plans import Plans
from ptman.aspects.talents.rows import MilestoneRow, Pupil, Step
from ptman.drafts import Difference, Draft, Fate, Item
from ptman.labels import Label
from ptman.models import Milestone, Student
from ptman.models.choices_talents import MilestoneStatus
from ptman.models.milestones import PENDING
from ptman.register import staleness
from ptman.register.cards import Ref
from ptman.rules import months
from ptman.rules.machines.people import MILESTONE

NOBODY = Label("这一级还没有在读学生。", "Nobody of this cohort studies.")
OTHER_DAYS = Label(
    "应完成日期与培养方案不一致，勾选后按方案更改", "Other days than the plan's; ticked, the plan's count"
)
DAYS = "/days"
TO_PASSED = ("open", "submit", "pass")


@dataclass(frozen=True, slots=True)
class Intent:
    """What would become of one milestone: new without `ref`; `held_on` where the records say that it was reached."""

    code: str
    ref: Ref | None
    due_on: date | None
    opens: bool
    held_on: date | None


@dataclass(frozen=True, slots=True)
class PathDraft:
    """The milestones of a cohort as they would be; `intents` go by student, the keys of the items."""

    draft: Draft
    intents: Mapping[str, tuple[Intent, ...]]


@dataclass(frozen=True, slots=True)
class _Known:
    plans: Plans
    last: Mapping[tuple[str, str], MilestoneRow]
    facts: Facts
    today: date
    lead: timedelta


PLAN = Label("培养方案", "the plan")


def draft(session: Session, cohort: int, today: date) -> PathDraft:
    """New milestones, days the plan has moved, what opens today and what the records say is done, by student."""
    people = reading.pupils(session, Student.cohort_year == cohort)
    known = _Known(
        plans.load(session),
        reading.latest(session, today, [one.id for one in people]),
        facts.gather(session, people, today),
        today,
        timedelta(days=parameters.number(session, "milestone.open_days_before", cohort)),
    )
    intents: dict[str, tuple[Intent, ...]] = {}
    items = []
    for one in people:
        steps = known.plans.steps_of(one)
        changes = tuple(_changes(known, one, steps))
        intents[one.id] = tuple(intent for intent, _ in changes)
        fresh = any(intent.ref is None for intent in intents[one.id])
        fate = Fate.NEW if fresh else Fate.CHANGED if changes else Fate.UNCHANGED
        title = f"{one.number} {one.name}"
        items.append(Item(one.id, fate, title, tuple(said for _, said in changes)))
        if moved := tuple(_moved(known, one, steps)):
            intents[f"{one.id}{DAYS}"] = tuple(intent for intent, _ in moved)
            said = tuple(said for _, said in moved)
            items.append(Item(f"{one.id}{DAYS}", Fate.CONFLICT, title, said, (OTHER_DAYS,)))
    head = Label(f"{cohort} 级培养环节", f"Milestones of cohort {cohort}")
    return PathDraft(Draft(head, tuple(items), () if people else (NOBODY,), PLAN), intents)


def keep(session: Session, drawn: PathDraft, taken: Collection[str], today: date) -> int:
    """Write them as one change set; how many milestones were made or moved on. `Stale` where one has changed."""
    wanted = [(key.removesuffix(DAYS), one) for key in sorted(taken) for one in drawn.intents.get(key, ())]
    for _, intent in wanted:
        if intent.ref is not None:
            staleness.refuse_other_version(session, intent.ref)
    for student, intent in wanted:
        _write(session, student, intent, today)
    title = drawn.draft.title
    journal.say(session, f"{title.zh}：{len(wanted)} 项", f"{title.en}: {len(wanted)} changes")
    return len(wanted)


def _changes(known: _Known, pupil: Pupil, steps: tuple[Step, ...]) -> Iterator[tuple[Intent, Difference]]:
    for step in steps:
        due = months.add_months(pupil.enrolled_on, step.months_after) if step.months_after is not None else None
        last, reached = known.last.get((pupil.id, step.code)), known.facts.get((pupil.id, step.code))
        opens = due is not None and due - known.lead <= known.today
        if last is None:
            yield Intent(step.code, None, due, opens, reached), _said(step, None, due, reached)
            continue
        if last.status not in PENDING:
            continue
        if reached is not None:
            yield (
                Intent(step.code, last.ref, last.due_on, opens=False, held_on=reached),
                _said(step, None, due, reached),
            )
            continue
        day = due if last.due_on is None else last.due_on
        starts = last.status is MilestoneStatus.NOT_DUE and day is not None and day - known.lead <= known.today
        if starts or day != last.due_on:
            yield Intent(step.code, last.ref, day, starts, None), _said(step, last.due_on, day, None, starts=starts)


def _moved(known: _Known, pupil: Pupil, steps: tuple[Step, ...]) -> Iterator[tuple[Intent, Difference]]:
    """Days that are not the plan's: somebody may have set them by hand, so a person decides."""
    for step in steps:
        last = known.last.get((pupil.id, step.code))
        if last is None or last.due_on is None or step.months_after is None or (pupil.id, step.code) in known.facts:
            continue
        due = months.add_months(pupil.enrolled_on, step.months_after)
        if last.status in PENDING and last.attempt == 1 and not last.delays and due != last.due_on:
            yield Intent(step.code, last.ref, due, opens=False, held_on=None), _said(step, last.due_on, due, None)


def _said(step: Step, old: date | None, new: date | None, reached: date | None, *, starts: bool = False) -> Difference:
    """A date is said alike in both languages; what happens is said beside the milestone's name."""
    name = step.label
    if reached is not None:
        return Difference(Label(f"{name.zh}（已完成）", f"{name.en} (reached)"), "", reached.isoformat())
    if starts:
        return Difference(Label(f"{name.zh}（开始）", f"{name.en} (opens)"), "", new.isoformat() if new else "")
    return Difference(name, old.isoformat() if old else "", new.isoformat() if new else "—")


def _write(session: Session, student: str, intent: Intent, today: date) -> None:
    if intent.ref is None:
        made = Milestone(student_id=student, def_code=intent.code, due_on=intent.due_on, held_on=intent.held_on)
        made.status = MilestoneStatus.OPEN if intent.opens else MilestoneStatus.NOT_DUE
        if intent.held_on is not None:
            made.status, made.submitted_on = MilestoneStatus.PASSED, intent.held_on
        session.add(made)
        return
    one = session.get_one(Milestone, intent.ref.id)
    one.due_on = intent.due_on
    if intent.opens:
        states.write(session, one, MILESTONE.move("open"), today)
    if intent.held_on is not None:
        reach(session, one, intent.held_on, today)


def reach(session: Session, one: Milestone, day: date, today: date) -> None:
    """Take the steps that are left until it is passed, as reached on that day."""
    for key in TO_PASSED:
        if str(one.status) in MILESTONE.move(key).source:
            states.write(session, one, MILESTONE.move(key), today)
    one.held_on = day
    one.submitted_on = one.submitted_on or day
