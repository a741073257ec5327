"""The students: who lacks a supervisor or a base, each one's supervisors over time, placements, letters, history."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import ClassVar

from typing_extensions import override

from ptman.labels import Label
from ptman.listing import Listing, Row
from ptman.register import lists, student_columns
from ui import day
from ui.actions import Action
from ui.aspects.bases import ledger_dialog
from ui.desk import Desk
from ui.page_hands import PageHands
from ui.palette import Tone
from ui.pieces import cohort_box
from ui.pieces.chips import Chip
from ui.register_page import RegisterPage
from ui.registers import student
from ui.registers.pane import Asked
from ui.registers.view import CURRENT, choice, tagged_by

LACKING = Label("缺", "lacking")
LATE = 90
EARLY = 30
LEFT = ("graduated", "completed", "withdrawn")


class StudentsPage(RegisterPage):
    """The list an office looks at most."""

    KEY = "students"
    NOUN = "student"
    TITLE = Label("学生", "Students")
    ICON = "graduation-cap"
    GUIDE = "students"
    COUNTED = Label("{} 名学生", "{} students")
    EMPTY = Label(
        "这里列出全部学生和他们的双导师、基地。先导入学生名册。",
        "All students stand here with their supervisors and bases. Import the roster of students first.",
    )
    EMPTY_ACTION = Label("导入工作簿…", "Import a workbook…")
    BY_COHORT = True
    BUTTONS = ("open", "pair")
    FIRST = (
        *("student_no", "name", "academic", "industry", "base", "waited", "category", "field", "status"),
        *("cohort_year", "study_mode", "mobile"),
    )
    HIDDEN = (
        *("gender", "id_type", "id_number", "orientation_type", "employer", "employer_type", "programme", "branch"),
        *("expected_graduation_on", "prior_work_months", "email", "academic_no", "remark"),
    )
    CHIPS: ClassVar[Sequence[Chip]] = (
        CURRENT,
        Chip("no-academic", Label("缺校内导师", "No academic"), "no-academic"),
        Chip("no-industry", Label("缺企业导师", "No industry"), "no-industry"),
        Chip("no-base", Label("缺基地", "No base"), "no-base"),
        Chip("complete", Label("已齐备", "Complete"), "complete"),
        Chip("doubtful", Label("可能重复", "Duplicates?"), "doubtful"),
        Chip("left", Label("离校/停用", "Left or retired"), "left"),
    )
    VIEWS: ClassVar[dict[str, Label]] = {
        "no-academic-late": Label("逾期缺校内导师", "Academic supervisor overdue"),
        "no-industry-late": Label("逾期缺企业导师", "Industry supervisor overdue"),
        "no-academic-waiting": Label("缺校内导师逾 30 天", "No academic supervisor for 30 days"),
        "no-industry-waiting": Label("缺企业导师逾 30 天", "No industry supervisor for 30 days"),
        "no-academic-new": Label("新近缺校内导师", "No academic supervisor yet"),
        "no-industry-new": Label("新近缺企业导师", "No industry supervisor yet"),
    }

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.hands = PageHands(desk, self)
        self.hands.told.connect(self._on_told)

    @override
    def blank_list(self) -> Listing:
        return student_columns.STUDENTS

    @override
    def list_rows(self, cohort: int | None) -> Listing:
        listing = self.desk.read(lists.students, day.today(), cohort, retired=True)
        left = {choice(self.NOUN, "status", value): "left" for value in LEFT}
        return with_gaps(_retired_have_left(tagged_by(listing, "status", left)))

    @override
    def asked(self, noun: str, key: str) -> Asked:
        more = partial(student.read, self.desk, self.record_asked.emit)
        return Asked(noun, key, student.IN_PLACE, more)

    @override
    def preset(self) -> dict[str, object]:
        cohort = self.cohorts.cohort()
        return {"cohort_year": cohort} if cohort else {}

    @override
    def own_actions(self) -> Sequence[Action]:
        return (
            Action(
                "pair",
                Label("配对(&P)…", "&Pair…"),
                lambda: self.page_asked.emit("pairing", self.chosen()[1]),
                Label("到配对页为这名学生选导师和基地", "Choose supervisors and base for this student"),
                "Ctrl+P",
                "link",
                off_because=self.not_one,
            ),
            Action(
                "path",
                Label("培养进程(&G)", "The &way to the degree"),
                lambda: self.page_asked.emit("path", self.chosen()[1]),
                Label("到培养进程页看这名学生的环节和时间轴", "See the milestones of this student on the page Path"),
                icon="graduation-cap",
                off_because=self.not_one,
            ),
            self._ledger(),
            Action(
                "double-supervisors",
                Label("导出双导师名单(&D)…", "Export both &supervisors…"),
                self._on_double,
                icon="users",
            ),
            Action(
                "import",
                Label("导入名册(&I)…", "&Import a roster…"),
                self.on_empty,
                icon="upload",
                button=True,
                off_because=lambda: self.desk.read_only,
            ),
        )

    def _ledger(self) -> Action:
        return Action(
            "ledger",
            Label("实践台账(&B)…", "Practice &ledger…"),
            lambda: ledger_dialog.show(self.desk, self.hands, self.chosen()[1], self.window()),
            Label("看这名学生的实践月数、重叠和空档", "The months of practice of this student, overlaps and gaps"),
            "Ctrl+T",
            "calendar",
            off_because=self.not_one,
        )

    @override
    def tone_of(self, row: Row, key: str) -> Tone:
        if key == "waited" or row.cells[self.table.listing.index(key)] is LACKING:
            waited = row.cells[self.table.listing.index("waited")]
            days = waited if isinstance(waited, int) else 0
            return Tone.OVERDUE if days > LATE else Tone.SOON if days > EARLY else Tone.QUIET
        return Tone.QUIET if "left" in row.tags else Tone.PLAIN

    @override
    def on_empty(self) -> None:
        self.page_asked.emit("import", "")

    def _on_double(self) -> None:
        cohort = self.cohorts.cohort()
        scope = cohort_box.named(cohort) if cohort else Label("", "")
        job = partial(self.desk.read, lists.double_supervisors, day.today(), cohort)
        self.desk.work.ask(job, lambda listing: self.exporting.begin(listing, scope))


def with_gaps(listing: Listing) -> Listing:
    """A blank where something is wanted says so, and so it does in an export."""
    places = {f"no-{key}": listing.index(key) for key in ("academic", "industry", "base")}
    return replace(listing, rows=tuple(_with_gaps(row, places) for row in listing.rows))


def _with_gaps(row: Row, places: dict[str, int]) -> Row:
    gaps = {at for tag, at in places.items() if tag in row.tags}
    if not gaps:
        return row
    return replace(row, cells=tuple(LACKING if at in gaps else cell for at, cell in enumerate(row.cells)))


def _retired_have_left(listing: Listing) -> Listing:
    rows = (replace(row, tags=row.tags | {"left"}) if "retired" in row.tags else row for row in listing.rows)
    return replace(listing, rows=tuple(rows))
