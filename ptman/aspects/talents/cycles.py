"""The cycle of reports on practice: what each stay asks for, drawn up and entered."""

import itertools
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import journal, parameters
from ptman.aspects.talents import reading
from ptman.drafts import Difference, Draft, Fate, Item
from ptman.labels import Label
from ptman.models import Placement, PracticeReport, Student
from ptman.models.choices import PlacementStatus
from ptman.models.choices_talents import ReportKind
from ptman.rules import months

NEVER = ("cancelled", "rejected")
FINAL_AFTER = timedelta(days=30)
NOBODY = Label("这一级没有要交报告的实践。", "No practice of this cohort asks for reports.")


@dataclass(frozen=True, slots=True)
class Owed:
    """One report a stay asks for."""

    student: str
    placement: str
    kind: ReportKind
    cycle: int
    due_on: date


@dataclass(frozen=True, slots=True)
class CycleDraft:
    """The reports that are not entered yet, by student."""

    draft: Draft
    owed: Mapping[str, tuple[Owed, ...]]


def draft(session: Session, cohort: int) -> CycleDraft:
    """A report for each full month of each stay, one at half-time of long ones, and one at the end of all."""
    people = reading.pupils(session, Student.cohort_year == cohort)
    query = select(PracticeReport.student_id, PracticeReport.kind, PracticeReport.cycle)
    known = {(student, kind, cycle) for student, kind, cycle in session.execute(query)}
    stays = _stays(session, [one.id for one in people])
    rules = (
        timedelta(days=parameters.number(session, "practice.report_days", cohort)),
        parameters.number(session, "practice.midterm_after_months", cohort),
    )
    owed: dict[str, tuple[Owed, ...]] = {}
    items = []
    for one in people:
        if one.id not in stays:
            continue
        asked = tuple(asks(stays[one.id], *rules))
        owed[one.id] = tuple(each for each in asked if (one.id, each.kind, each.cycle) not in known)
        said = tuple(Difference(_named(each), "", each.due_on.isoformat()) for each in owed[one.id])
        items.append(Item(one.id, Fate.NEW if said else Fate.UNCHANGED, f"{one.number} {one.name}", said))
    head = Label(f"{cohort} 级实践报告", f"Practice reports of cohort {cohort}")
    return CycleDraft(Draft(head, tuple(items), () if items else (NOBODY,)), owed)


def keep(session: Session, drawn: CycleDraft, taken: Collection[str]) -> int:
    """Enter the reports of the taken students as one change set; how many."""
    wanted = [one for key in sorted(taken) for one in drawn.owed.get(key, ())]
    for one in wanted:
        made = PracticeReport(student_id=one.student, placement_id=one.placement, kind=one.kind, cycle=one.cycle)
        made.due_on = one.due_on
        session.add(made)
    title = drawn.draft.title
    journal.say(session, f"{title.zh}：{len(wanted)} 份", f"{title.en}: {len(wanted)}")
    return len(wanted)


def asks(stays: Sequence[Placement], within: timedelta, midterm: int) -> Iterator[Owed]:
    """What the stays of one student ask for, in order; months are counted on from stay to stay."""
    cycle = 0
    for stay in stays:
        for month in itertools.count(1):
            over = months.add_months(stay.starts_on, month)
            # The day after a full month is the first on which it can be reported on.
            if over - timedelta(days=1) > stay.ends_on:
                break
            cycle += 1
            yield Owed(stay.student_id, stay.id, ReportKind.MONTHLY, cycle, over + within)
            if cycle == midterm and over <= stays[-1].ends_on:
                yield Owed(stay.student_id, stay.id, ReportKind.MIDTERM, 1, over + within)
    last = stays[-1]
    yield Owed(last.student_id, last.id, ReportKind.FINAL, 1, last.ends_on + FINAL_AFTER)


def _stays(session: Session, students: Sequence[str]) -> dict[str, list[Placement]]:
    wanted = set(students)
    kept = select(Placement).where(Placement.retired_on.is_(None)).order_by(Placement.starts_on)
    found: dict[str, list[Placement]] = {}
    for one in session.scalars(kept):
        if one.student_id in wanted and str(one.status) not in NEVER and one.status is not PlacementStatus.PLANNED:
            found.setdefault(one.student_id, []).append(one)
    return found


def _named(one: Owed) -> Label:
    kind = one.kind.label
    return Label(f"{kind.zh}第 {one.cycle} 期", f"{kind.en} {one.cycle}") if one.kind is ReportKind.MONTHLY else kind
