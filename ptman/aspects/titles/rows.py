"""What the title workbench hands out: students with their tests, batches, applications, as plain values."""

from dataclasses import dataclass
from datetime import date

from ptman.labels import Label
from ptman.listing import Listing
from ptman.models.choices_titles import TitleApplicationStatus, TitleBatchStatus
from ptman.register.cards import Ref
from ptman.rules.findings import Finding, Standing


@dataclass(frozen=True, slots=True)
class BatchRow:
    """One batch; days are None where they are not set."""

    ref: Ref
    name: str
    status: TitleBatchStatus
    opens: date | None
    closes: date
    review_on: date | None
    publicity: tuple[date | None, date | None]
    rules: str


@dataclass(frozen=True, slots=True)
class StudentRow:
    """One student with every test; `application` is empty where none was made in the batch looked at."""

    id: str
    number: str
    name: str
    cohort: int
    category: Label
    field: Label
    findings: tuple[Finding, ...]
    verdict: Standing
    earliest: date | None
    rules: str
    application: str = ""
    application_status: TitleApplicationStatus | None = None

    @property
    def short(self) -> tuple[Finding, ...]:
        """The tests that stand in the way."""
        return tuple(one for one in self.findings if one.blocks)


@dataclass(frozen=True, slots=True)
class ApplicationRow:
    """One application; `evidence` is how much of what must be is verified."""

    ref: Ref
    number: str
    student_id: str
    student_no: str
    name: str
    category: Label
    specialty: str
    target: str
    status: TitleApplicationStatus
    submitted_on: date | None
    evidence: tuple[int, int]
    votes: tuple[int | None, int | None, int | None]
    qualified_on: date | None
    cert_no: str
    cert_issued_on: date | None


@dataclass(frozen=True, slots=True)
class Look:
    """Everything the page shows at one moment; without a batch, students are judged as of the day."""

    batches: tuple[BatchRow, ...]
    batch: BatchRow | None
    students: tuple[StudentRow, ...]
    matrix: Listing
    applications: tuple[ApplicationRow, ...]
    applied: Listing
    sitting: tuple[Finding, ...] = ()
    publicity: Finding | None = None
