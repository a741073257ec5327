"""Milestones from enrolment to degree: their order, and when each is due (domain §4.3)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ptman.labels import Label
from ptman.rules import months


@dataclass(frozen=True, slots=True)
class Definition:
    """One milestone; `months_after` enrolment it is due, None where nothing fixes its day.

    `routes` are the degree routes it belongs to; all where it names none.
    """

    code: str
    label: Label
    months_after: int | None
    routes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Due:
    """When a milestone is due, after how many delays, and how far that is from today."""

    definition: Definition
    on: date | None
    delays: int
    days_late: int

    @property
    def overdue(self) -> bool:
        return self.days_late > 0


PRACTICAL = frozenset({"practical_outcome"})
THESIS = frozenset({"thesis"})
# Due months are the office's to change; those of a plan of three years stand here.
DEFAULTS = (
    Definition("registration", Label("入学", "Registration"), 0),
    Definition("supervisor_assigned", Label("双导师确定", "Supervisors assigned"), 3),
    Definition("plan", Label("个人培养计划", "Individual plan"), 3),
    Definition("course_done", Label("课程修完", "Courses completed"), 12),
    Definition("practice_apply", Label("专业实践申请", "Application for practice"), 12),
    Definition("proposal", Label("开题", "Proposal"), 15),
    Definition("practice_midterm", Label("实践中期", "Midterm of practice"), 18),
    Definition("midterm", Label("中期考核", "Midterm examination"), 21),
    Definition("practice_assess", Label("专业实践考核", "Assessment of practice"), 24),
    Definition("acceptance", Label("成果验收", "Acceptance of the outcome"), 28, PRACTICAL),
    Definition("draft", Label("初稿", "Draft"), 28, THESIS),
    Definition("plagiarism", Label("查重", "Similarity check"), 29),
    Definition("pre_defence", Label("预答辩", "Pre-defence"), 30),
    Definition("external_review", Label("送审", "External review"), 31),
    Definition("defence", Label("答辩", "Defence"), 33),
    Definition("title_apply", Label("职称申报", "Title application"), 33),
    Definition("degree_meeting", Label("学位评定", "Degree committee"), 34),
    Definition("degree_award", Label("授予学位", "Award of the degree"), 34),
    Definition("archive", Label("归档", "Archive"), 36),
)


def of_route(definitions: Iterable[Definition], route: str) -> tuple[Definition, ...]:
    """The milestones of one degree route, in their order."""
    return tuple(one for one in definitions if not one.routes or route in one.routes)


def due_on(definition: Definition, enrolled: date) -> date | None:
    """The same day of the month as enrolment, or the month's last day where it is shorter."""
    return None if definition.months_after is None else months.add_months(enrolled, definition.months_after)


def due(definition: Definition, enrolled: date, delays: Sequence[date], today: date) -> Due:
    """`delays` are the days to which it was put off, in the order they were granted; the last one holds."""
    on = delays[-1] if delays else due_on(definition, enrolled)
    return Due(definition, on, len(delays), max((today - on).days, 0) if on else 0)


def out_of_order(definitions: Sequence[Definition], done: dict[str, date]) -> tuple[tuple[str, str], ...]:
    """Pairs of milestones of which the later one was done before the earlier one."""
    dated = [(one.code, done[one.code]) for one in definitions if one.code in done]
    return tuple(
        (before, after) for n, (before, first) in enumerate(dated) for after, second in dated[n + 1 :] if second < first
    )
