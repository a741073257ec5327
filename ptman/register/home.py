"""What needs doing today: exceptions with counts, most urgent first, seats, and how far the cohort has come."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from ptman import parameters
from ptman.labels import Choice, Label
from ptman.listing import Listing, Load
from ptman.register import lists, seats, standing, student_lists, unfinished
from ptman.register.placement_lists import STARTS_WITHIN


class Urgency(Choice):
    RED = "red", "逾期", "Overdue"
    AMBER = "amber", "将到期", "Soon"
    NONE = "none", "待办", "To do"


@dataclass(frozen=True, slots=True)
class Line:
    """One exception; `page` and `tag` open the list that shows exactly these `count` rows."""

    key: str
    label: Label
    count: int
    urgency: Urgency
    page: str
    tag: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the funnel."""

    key: str
    label: Label
    count: int


@dataclass(frozen=True, slots=True)
class Filled:
    """One period with its seats."""

    id: str
    label: Label
    load: Load


@dataclass(frozen=True, slots=True)
class Home:
    """The office's morning. `students` are those who need supervisors and a base now.

    `limits` are the days since enrolment after which a vacancy is worth a look, and overdue.
    """

    lines: tuple[Line, ...]
    seats: Load
    students: int
    funnel: tuple[Step, ...]
    periods: tuple[Filled, ...]
    limits: tuple[int, int]


def home(session: Session, today: date, cohort: int | None = None, more: Sequence[Line] = ()) -> Home:
    """Everything Home shows; each count is that of the list it opens. `more` are the lines of other stages."""
    students = lists.students(session, today, cohort)
    placements = lists.placements(session, today, cohort)
    limit = parameters.number(session, "supervisor.assign_within_days", cohort or today.year)
    counts = {
        "students": _counts(students),
        "placements": _counts(placements),
        "supervisors": _counts(lists.supervisors(session, today)),
        "bases": _counts(lists.bases(session, today, cohort)),
    }
    lines = [line for line in (*more, *_lines(counts, limit), _refused(session)) if line.count]
    order = list(Urgency)
    filled = seats.seats(session, today, cohort)
    return Home(
        lines=tuple(sorted(lines, key=lambda line: order.index(line.urgency))),
        seats=seats.total([filled.of_period(period.id) for period in filled.periods]),
        students=_needing(students),
        funnel=_funnel(students, placements),
        periods=tuple(
            Filled(one.id, Label(f"{one.cohort}级 {one.name}", f"{one.cohort} {one.name}"), filled.of_period(one.id))
            for one in filled.periods
        ),
        limits=(student_lists.EARLY, limit),
    )


def _refused(session: Session) -> Line:
    """Imports of which rows are still out."""
    found = unfinished.imports(session)
    rows = sum(one.refused for one in found)
    label = Label(f"导入后还有未收的行（共 {rows} 行）", f"Imports with refused rows left ({rows} rows)")
    return Line("import.refused", label, len(found), Urgency.AMBER, "import", "refused")


def _counts(listing: Listing) -> Counter[str]:
    return Counter(tag for row in listing.rows for tag in row.tags)


def _lines(counts: dict[str, Counter[str]], limit: int) -> Iterator[Line]:
    early = student_lists.EARLY
    red, amber, none = Urgency
    for what, zh, en in (
        ("academic", "校内导师", "academic supervisor"),
        ("industry", "企业导师", "industry supervisor"),
    ):
        late = Label(f"入学逾 {limit} 天仍缺{zh}", f"No {en} {limit} days after enrolment")
        waiting = Label(f"入学逾 {early} 天仍缺{zh}", f"No {en} {early} days after enrolment")
        yield _line(counts, late, red, "students", f"no-{what}-late")
        new = Label(f"入学未满 {early + 1} 天，尚缺{zh}", f"No {en} yet, up to {early} days after enrolment")
        yield _line(counts, waiting, amber, "students", f"no-{what}-waiting")
        yield _line(counts, new, none, "students", f"no-{what}-new")
    due = Label(
        f"{STARTS_WITHIN} 天内开始或已开始而未发派遣函", f"Starting within {STARTS_WITHIN} days without a letter"
    )
    unagreed = Label(f"{STARTS_WITHIN} 天内开始而基地无有效协议", f"Starting within {STARTS_WITHIN} days, no agreement")
    yield _line(counts, due, red, "placements", "letter-due")
    uninsured = Label(
        f"{STARTS_WITHIN} 天内开始而保险未覆盖全程", f"Starting within {STARTS_WITHIN} days, not wholly insured"
    )
    yield _line(counts, unagreed, red, "placements", "agreement-due")
    yield _line(counts, uninsured, red, "placements", "insurance-due")
    yield _line(counts, Label("指导人数超出名额", "Supervisors over capacity"), red, "supervisors", "over")
    yield _line(counts, Label("聘期将满", "Appointments about to end"), amber, "supervisors", "ending")
    yield _line(counts, Label("基地协议将到期", "Agreements of bases about to end"), amber, "bases", "agreement-ending")
    yield _line(counts, Label("基地无有效协议", "Bases without an agreement in force"), amber, "bases", "no-agreement")
    yield _line(counts, Label("缺基地", "No base"), none, "students", "no-base")
    yield _line(counts, Label("未发派遣函的实践", "Placements without a letter"), none, "placements", "no-letter")
    yield _line(counts, Label("企业导师未在聘", "Industry supervisors not appointed"), none, "supervisors", "lapsed")
    yield _line(counts, Label("可能重复的学生", "Possible duplicates of students"), none, "students", "doubtful")


def _line(counts: dict[str, Counter[str]], label: Label, urgency: Urgency, page: str, tag: str) -> Line:
    return Line(f"{page}.{tag}", label, counts[page][tag], urgency, page, tag)


def _needing(students: Listing) -> int:
    at = students.index("status")
    active = {status.label for status in standing.ACTIVE}
    return sum(row.cells[at] in active for row in students.rows)


def _funnel(students: Listing, placements: Listing) -> tuple[Step, ...]:
    """How many of those who need them have each; letters are counted by student."""
    counts, needing = _counts(students), _needing(students)
    number, letter = placements.index("student_no"), placements.index("letter")
    active = {status.label for status in standing.ACTIVE}
    at, status = students.index("student_no"), students.index("status")
    sought = {row.cells[at] for row in students.rows if row.cells[status] in active}
    written = {row.cells[number] for row in placements.rows if row.cells[letter]} & sought
    return (
        Step("students", Label("学生", "Students"), needing),
        Step("academic", Label("有校内导师", "With academic supervisor"), needing - counts["no-academic"]),
        Step("industry", Label("有企业导师", "With industry supervisor"), needing - counts["no-industry"]),
        Step("base", Label("有基地", "With base"), needing - counts["no-base"]),
        Step("letter", Label("已发派遣函", "With letter"), len(written)),
    )
