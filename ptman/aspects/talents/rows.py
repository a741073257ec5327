"""What the training of talents hands out: milestones, students' ways, figures, as plain values."""

from dataclasses import dataclass
from datetime import date

from ptman.labels import Choice, Label
from ptman.models.choices_talents import MilestoneStatus
from ptman.register.cards import Ref


class Shade(Choice):
    """How a milestone stands on a day, in the order of the figures."""

    DONE = "done", "完成", "Done"
    SUBMITTED = "submitted", "已提交", "Submitted"
    CONDITIONAL = "conditional", "有条件", "Conditional"
    OPEN = "open", "进行中", "Open"
    OVERDUE = "overdue", "逾期", "Overdue"
    FAILED = "failed", "未通过", "Failed"
    NOT_DUE = "not_due", "未到", "Not due"
    ABSENT = "absent", "未登记", "Not entered"


SHADES = {
    MilestoneStatus.PASSED: Shade.DONE,
    MilestoneStatus.WAIVED: Shade.DONE,
    MilestoneStatus.SUBMITTED: Shade.SUBMITTED,
    MilestoneStatus.CONDITIONAL: Shade.CONDITIONAL,
    MilestoneStatus.FAILED: Shade.FAILED,
    MilestoneStatus.NOT_DUE: Shade.NOT_DUE,
    MilestoneStatus.OPEN: Shade.OPEN,
}


@dataclass(frozen=True, slots=True)
class Step:
    """One milestone as a plan has it; `route` is empty where it belongs to every route."""

    code: str
    label: Label
    order: int
    months_after: int | None
    route: str = ""
    for_degree: bool = True
    has_panel: bool = False


@dataclass(frozen=True, slots=True)
class MilestoneRow:
    """The last attempt of a student at a milestone, as of a day; `days_late` is 0 where it is in time."""

    ref: Ref
    student_id: str
    code: str
    attempt: int
    status: MilestoneStatus
    due_on: date | None
    delays: int
    submitted_on: date | None
    held_on: date | None
    days_late: int

    @property
    def open(self) -> bool:
        """Whether it runs, and can be put off."""
        return self.status is MilestoneStatus.OPEN

    @property
    def shade(self) -> Shade:
        return Shade.OVERDUE if self.days_late else SHADES[self.status]


@dataclass(frozen=True, slots=True)
class Pupil:
    """A student as the pages of talents name them."""

    id: str
    number: str
    name: str
    sounds: tuple[str, ...]
    cohort: int
    category: str
    enrolled_on: date
    programme_id: str
    route: str


@dataclass(frozen=True, slots=True)
class WayRow:
    """One student's line of the matrix: a cell for each step in order, None where it is not entered or not theirs."""

    pupil: Pupil
    cells: tuple[MilestoneRow | None, ...]

    @property
    def overdue(self) -> int:
        return sum(1 for one in self.cells if one is not None and one.days_late)


@dataclass(frozen=True, slots=True)
class Figures:
    """How many students stand how at one step."""

    step: Step
    counts: tuple[tuple[Shade, int], ...]

    def of(self, shade: Shade) -> int:
        return dict(self.counts).get(shade, 0)
