"""The page of professional titles: students × tests and the applications of a batch at the left, why at the right."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ptman.aspects.titles import looking, papers
from ptman.aspects.titles.rows import Look
from ptman.export.options import Written
from ptman.labels import Label, same
from ui import day, words
from ui.actions import Action
from ui.aspects.titles import batch_box, deeds, eligible_pane, right_side
from ui.aspects.titles.batch_box import BatchBox
from ui.aspects.titles.hands import Hands
from ui.aspects.titles.left_side import LeftSide
from ui.aspects.titles.right_side import RightSide
from ui.desk import Desk
from ui.pieces.inspector import WIDTH
from ui.pieces.splitter import Splitter
from ui.record_page import CorrectingPage
from ui.registers import page_steps
from ui.registers.exporting import Exporting
from ui.status_line import Standing


class TitlesPage(CorrectingPage):
    """Holds the batch looked at, and passes what is asked to those who do it."""

    KEY = "titles"
    TITLE = Label("职称", "Titles")
    ICON = "award"
    GUIDE = "titles"
    SECTION = "aspects"

    def __init__(self, desk: Desk) -> None:
        self.look: Look | None = None
        self._wanted = ""
        super().__init__(desk)
        self.batch = BatchBox()
        self.left = LeftSide(self.batch.days)
        self.hands, self.exporting = Hands(desk, self), Exporting(desk, self)
        self.right = RightSide(self.doing, self.ask)
        self.pane = self.right.pane
        self._lay_out()
        self._connect()
        self.acts.renew()

    @override
    def actions_offered(self) -> tuple[Action, ...]:
        return (*deeds.rows(self._do, self._why_not), *page_steps.rows(right_side.NOUN, self.stepping))

    @override
    def refresh(self) -> None:
        self.ask(partial(self.desk.read, looking.look, self._wanted, day.today()), self._on_looked)

    @override
    def go(self, place: str) -> None:
        """A chip's key, or the batch of that id."""
        if place in eligible_pane.KEYS:
            self.left.setCurrentIndex(0)
            self.left.eligible.ask(place)
            return
        self._wanted = place or self._wanted
        self.refresh()

    @override
    def standing(self) -> Standing:
        if self.look is None:
            return Standing()
        students, able = len(self.look.students), len(self.look.matrix.tagged("verdict=met").rows)
        count = len(self.look.applications)
        return Standing(
            Label(
                f"{students} 名学生 · {able} 人可申报 · {count} 份申报",
                f"{students} students · {able} eligible · {count} applications",
            ),
            len(self.left.table.selected()),
        )

    @override
    def first_focus(self) -> QWidget:
        return self.left.table

    def _lay_out(self) -> None:
        batch_box.below_title(self.head, self.batch)
        body = Splitter(self.KEY)
        body.addWidget(self.left)
        body.addWidget(self.right)
        body.setStretchFactor(0, 1)
        body.restore([1280 - WIDTH - 80, WIDTH + 40])
        self.frame.addWidget(body, 1)

    def _connect(self) -> None:
        self.batch.chosen.connect(self.go)
        self.left.eligible.chosen.connect(self._on_student)
        self.left.eligible.opened.connect(partial(self.show_record, "student"))
        self.left.applied.chosen.connect(self._on_applications)
        self.left.applied.opened.connect(partial(self.show_record, right_side.NOUN))
        self.right.opened.connect(partial(self.show_record, "student"))
        self.hands.told.connect(self.told)
        self.exporting.written.connect(self._on_written)
        self.left.turned.connect(self._on_turned)
        words.on_change(self, self.refresh)

    def _on_looked(self, found: Look) -> None:
        self.look = found
        self._wanted = found.batch.ref.id if found.batch else ""
        self.batch.show_look(found)
        self.left.show_look(found)
        self._on_applications(self.left.applied.table.selected())
        self.right.look(self.right.student, self._wanted)

    def _on_student(self, key: str) -> None:
        self.right.setCurrentIndex(0)
        self.right.look(key, self._wanted)
        self.acts.renew()
        self.standing_changed.emit()

    def _on_applications(self, ids: tuple[str, ...]) -> None:
        """The record of one, the student behind it, and what can be done with all that are selected."""
        self.stepping.look([(right_side.NOUN, key) for key in ids])
        one = deeds.one_of(self.look, ids)
        self.right.show_application(one, len(ids))
        if one is not None and not self.left.on_students:
            self.right.look(one.student_id, self._wanted)
            self.right.setCurrentIndex(1)
        self.acts.renew()
        self.standing_changed.emit()

    def _on_turned(self) -> None:
        """The right side follows: why on the students' side, the record on the other."""
        self.right.setCurrentIndex(self.left.currentIndex())
        if self.left.on_students:
            self.right.look(self.left.student(), self._wanted)
        self.acts.renew()

    def _on_written(self, written: Written) -> None:
        self.told.emit(Label(f"已导出到 {written.path}", f"Exported to {written.path}"))

    def _why_not(self, key: str) -> Label | None:
        return deeds.why_not(key, self.look, self.left.applications(), self.desk.read_only)

    def _do(self, key: str) -> None:
        """What each action does, by its key."""
        if key == "batch":
            self.add_one("title_batch", {})
            return
        if key == "export":
            scope = same(self.look.batch.name if self.look and self.look.batch else "")
            self.exporting.begin(self.left.eligible.table.shown, scope)
            return
        one, batch = deeds.one_of(self.look, self.left.applications()), self._wanted
        of_batch: dict[str, Callable[[], object]] = {
            "draft": lambda: self.hands.draft(batch),
            "votes": lambda: self.hands.votes(batch),
            "certify": lambda: self.hands.certify(batch),
            "documents": lambda: self.hands.documents(batch),
            "list": lambda: self.hands.paper(papers.NAMES[key], papers.list_of, batch),
            "publicity": lambda: self.hands.paper(papers.NAMES[key], papers.publicity_of, batch),
            "certificates": lambda: self.hands.paper(papers.NAMES[key], papers.certificates_of, batch),
        }
        if key in of_batch:
            of_batch[key]()
        elif one is not None:
            self.hands.with_one(key, one)
