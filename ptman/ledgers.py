"""The practice ledger of a student, gathered from placements, their interruptions and forms (domain §1.3, §1.4)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import parameters
from ptman.labels import Label
from ptman.models import Placement, PlacementInterruption, Student, TrainingBase
from ptman.models.choices import StudyMode
from ptman.models.placements import NEVER, PLANS
from ptman.rules import months
from ptman.rules.findings import Finding, Limit
from ptman.rules.months import Duration, Segment
from ptman.rules.practice import checks
from ptman.rules.practice import ledger as rules
from ptman.rules.practice.checks import Profile
from ptman.rules.practice.ledger import Ledger, Stay, Terms
from ptman.rules.practice.requirement import Case

_DAY = timedelta(days=1)
_OWN_POST = "practice.part_time_may_use_own_post"
_WINDOW = "practice.window_end"


@dataclass(frozen=True, slots=True)
class Placed:
    """One placement as the ledger sees it; `stay` is what of it counts, None where nothing does."""

    id: str
    number: str
    base: str
    form: Label
    status: Label
    days: Segment
    stay: Stay | None


@dataclass(frozen=True, slots=True)
class Practice:
    """All practice of one student: what counts, as bars, and every requirement judged on it."""

    student: str
    case: Case
    ledger: Ledger
    findings: tuple[Finding, ...]
    summary: Label
    placed: tuple[Placed, ...]

    def length(self, *, project: bool = False) -> Duration:
        """Past practice, carried: as a list or a certificate shows it."""
        pieces = self.ledger.project_pieces if project else self.ledger.pieces
        return months.carried(months.total(rules.until(pieces, self.case.today)))


@dataclass(frozen=True, slots=True)
class _Rules:
    """What is in force for one cohort."""

    limits: Mapping[str, Limit]
    window_end: date
    own_post: bool


def ledger(session: Session, student_id: str, today: date) -> Practice:
    """The practice of one student as it stands today; PtmanError `no-parameter` where the window is not known."""
    return ledgers(session, (student_id,), today)[student_id]


def ledgers(session: Session, student_ids: Iterable[str], today: date) -> dict[str, Practice]:
    """The practice of each of these students, read together."""
    wanted = tuple(dict.fromkeys(student_ids))
    placed = _placed(session, wanted, today)
    students = session.scalars(select(Student).where(Student.id.in_(wanted))).all()
    rules_of = {year: _rules(session, year) for year in {one.cohort_year for one in students}}
    return {one.id: _practice(one, rules_of[one.cohort_year], placed[one.id], today) for one in students}


def _rules(session: Session, cohort: int) -> _Rules:
    limits = parameters.limits(session, cohort)
    own_post = limits.get(_OWN_POST)
    return _Rules(limits, parameters.day(session, _WINDOW, cohort), own_post is not None and own_post.value == 1)


def _practice(student: Student, in_force: _Rules, placed: Sequence[Placed], today: date) -> Practice:
    own_post = in_force.own_post and student.study_mode is StudyMode.PART_TIME
    window = None
    if student.enrolled_on <= in_force.window_end:
        window = Segment(student.enrolled_on, in_force.window_end)
    terms = Terms(window, own_post)
    stays = tuple(one.stay for one in placed if one.stay is not None)
    case = Case(stays, today, terms, student.expected_graduation_on)
    profile = Profile(str(student.orientation_type), student.prior_work_months)
    judged = checks.judge(case, profile, in_force.limits)
    return Practice(student.id, case, rules.ledger(stays, terms), judged, checks.summary(case), tuple(placed))


def _placed(session: Session, students: Sequence[str], today: date) -> dict[str, list[Placed]]:
    query = (
        select(Placement, TrainingBase.name)
        .join(TrainingBase, Placement.base_id == TrainingBase.id)
        .where(Placement.student_id.in_(students), Placement.retired_on.is_(None), Placement.status.not_in(NEVER))
    )
    rows = session.execute(query.order_by(Placement.starts_on, Placement.placement_no)).all()
    pauses = _interruptions(session, students)
    found: dict[str, list[Placed]] = defaultdict(list)
    for placement, base in rows:
        days = _days(placement)
        if days is None:
            continue
        stay = _stay(placement, days, pauses.get(placement.id, ()), today)
        label, status = placement.practice_form.label, placement.status.label
        found[placement.student_id].append(
            Placed(placement.id, placement.placement_no, base, label, status, days, stay)
        )
    return found


def _days(placement: Placement) -> Segment | None:
    """As long as it lasted or is to last; none where it broke off before its first day."""
    end = min(placement.ends_on, placement.left_on or placement.ends_on)
    return Segment(placement.starts_on, end) if placement.starts_on <= end else None


def _stay(placement: Placement, days: Segment, pauses: Sequence[tuple[date, date | None]], today: date) -> Stay | None:
    # A plan has not been practised: only the days still to come may count.
    start = max(days.start, today + _DAY) if placement.status in PLANS else days.start
    if start > days.end:
        return None
    kept = [(begun, min(ended or days.end, days.end)) for begun, ended in pauses]
    return Stay(
        placement.id,
        str(placement.practice_form),
        Segment(start, days.end),
        tuple(Segment(begun, ended) for begun, ended in kept if begun <= ended),
    )


def _interruptions(session: Session, students: Sequence[str]) -> dict[str, list[tuple[date, date | None]]]:
    one = PlacementInterruption
    query = (
        select(one.placement_id, one.starts_on, one.ends_on)
        .join(Placement, Placement.id == one.placement_id)
        .where(Placement.student_id.in_(students), one.retired_on.is_(None))
    )
    found: dict[str, list[tuple[date, date | None]]] = defaultdict(list)
    for placement, begun, ended in session.execute(query.order_by(one.starts_on)):
        found[placement].append((begun, ended))
    return found


def requirement_met(practice: Practice) -> bool:
    """Whether practice is long enough today, warnings aside."""
    return not any(one.blocks for one in practice.findings)
