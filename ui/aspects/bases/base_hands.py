"""What is done with a base: visits, checks and evaluations with their sheets, the steps of its grade, its plaque."""

from collections.abc import Mapping
from datetime import date
from functools import partial

from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QWidget

from ptman.aspects.bases import evaluating, filling, inspecting, sheets
from ptman.aspects.bases.base_work import BaseWork
from ptman.aspects.bases.filling import Sheet
from ptman.fields import Field, Kind
from ptman.labels import Label
from ptman.listing import Value
from ptman.register import cards, moving, plaques
from ptman.register.cards import Ref
from ptman.register.moving import Offered
from ptman.rules import dates
from ui import candidates, day, records
from ui.around import stepping
from ui.around.reading import Doing
from ui.aspects import asking
from ui.aspects.bases.sheet_dialog import SheetDialog
from ui.candidates import Candidates
from ui.page_hands import PageHands

PAPERS = {
    "site_visit": (sheets.VISIT, sheets.visit_of),
    "compliance_check": (sheets.CHECK, sheets.check_of),
    "base_evaluation": (sheets.EVALUATION, sheets.evaluation_of),
}
VISIT, CHECK = Label("安排或登记实地考察", "Plan or enter a site visit"), Label("登记检查", "Compliance check")
EVALUATE, FILL = Label("开始评估", "Begin an evaluation"), Label("填写表格", "Fill in the sheet")
GIVE, TAKE = Label("授予铭牌", "Give the plaque"), Label("收回铭牌", "Take the plaque back")
REASON = Field("reason", Label("原因", "Reason"), Kind.LONG, required=True)


class BaseHands(PageHands):
    """Each deed is one step that can be undone; sheets open once they are begun."""

    def __init__(self, doing: Doing, page: QWidget) -> None:
        super().__init__(doing.desk, page)
        self._doing = doing

    def visit(self, work: BaseWork) -> None:
        """Go on with the one that waits for its conclusion, else plan or enter one."""
        if work.visit:
            self.sheet("site_visit", work.visit)
            return

        def do(values: asking.Values) -> str:
            on = _day(values["visited_on"])
            return self._desk.write(inspecting.begin_visit, work.ref.id, on, str(values["visitors"]))

        self._ask((VISIT, "site_visit", ("visited_on", "visitors"), {"visited_on": day.today()}), do)

    def check(self, work: BaseWork) -> None:
        def do(values: asking.Values) -> str:
            about = inspecting.kind(str(values["kind"])), _day(values["checked_on"]), str(values["checked_by"] or "")
            return self._desk.write(inspecting.begin_check, work.ref.id, *about)

        keys = ("kind", "checked_on", "checked_by")
        self._ask((CHECK, "compliance_check", keys, {"kind": "yearly", "checked_on": day.today()}), do)

    def evaluate(self, work: BaseWork) -> None:
        """Go on with the one that is being scored, else begin one."""
        if work.scoring:
            self.sheet("base_evaluation", work.scoring)
            return

        def do(values: asking.Values) -> str:
            stretch = evaluating.stretch(str(values["kind"]), _day(values["period_from"]), _day(values["period_to"]))
            return self._desk.write(evaluating.begin, work.ref.id, stretch)

        year = evaluating.yearly(day.today())
        preset = {"kind": "annual", "period_from": year.start, "period_to": year.end}
        self._ask((EVALUATE, "base_evaluation", ("kind", "period_from", "period_to"), preset), do)

    def grade(self, work: BaseWork) -> None:
        """The steps of the last evaluation, as a menu where the keys are."""

        def job() -> tuple[Ref, tuple[Offered, ...]]:
            ref = self._desk.read(cards.card, "base_evaluation", work.evaluation).ref
            return ref, self._desk.read(moving.moves, "base_evaluation", work.evaluation, day.today())

        self._desk.work.ask(job, self._pop_up)

    def plaque(self, work: BaseWork) -> None:
        def do(values: asking.Values) -> str:
            plaque = str(values["plaque_no"] or ""), _day(values["plaque_on"])
            self._desk.write(plaques.give, work.ref, plaque, day.today())
            return work.ref.id

        self._ask_plain((GIVE, "training_base", ("plaque_no", "plaque_on"), {"plaque_on": day.today()}), do)

    def unplaque(self, work: BaseWork) -> None:
        def do(values: asking.Values) -> str:
            on = _day(values["plaque_back_on"])
            self._desk.write(plaques.take_back, work.ref, on, str(values["reason"]), day.today())
            return work.ref.id

        self._ask_plain((TAKE, "training_base", ("plaque_back_on", REASON), {"plaque_back_on": day.today()}), do)

    def sheet(self, noun: str, key: str) -> None:
        """Head and points to be filled in."""

        def job() -> tuple[Sheet, Candidates]:
            found = self._desk.read(filling.sheet, noun, key)
            return found, candidates.load(self._desk, found.head.fields)

        self._desk.work.ask(job, self._on_sheet)

    def _ask(self, wish: asking.Wish, do: asking.Do) -> None:
        """What is begun opens as its sheet."""
        asking.ask(self._desk, self._page.window(), wish, (do, lambda key: self.sheet(wish[1], str(key))))

    def _ask_plain(self, wish: asking.Wish, do: asking.Do) -> None:
        said = Label(f"已登记：{wish[0].zh}", f"Done: {wish[0].en}")
        asking.ask(self._desk, self._page.window(), wish, (do, lambda _key: self.told.emit(said)))

    def _on_sheet(self, found: tuple[Sheet, Candidates]) -> None:
        sheet, known = found
        title, verb = PAPERS[sheet.head.noun]
        dialog = SheetDialog(sheet, known, partial(self.paper, title, verb, sheet.head.id), self._page.window())
        dialog.filled.connect(partial(self._keep, dialog))
        dialog.open()

    def _keep(self, dialog: SheetDialog, head: Mapping[str, Value], lines: Mapping[Ref, Mapping[str, Value]]) -> None:
        ref = dialog.sheet.head.ref

        def job(_step: object) -> Label:
            self._desk.write(filling.keep, ref, head, lines, day.today())
            return Label(f"已保存：{dialog.sheet.base}", f"Saved: {dialog.sheet.base}")

        def done(said: Label) -> None:
            dialog.saved()
            self.told.emit(said)

        self._desk.work.act(FILL, job, done, partial(records.refuse, dialog))

    def _pop_up(self, found: tuple[Ref, tuple[Offered, ...]]) -> None:
        held = QApplication.focusWidget()
        place = held.mapToGlobal(held.rect().center()) if held is not None else QCursor.pos()
        stepping.pop_up(self._doing, [found[0]], found[1], place)


def _day(value: object) -> date:
    return dates.date(str(value)).must()
