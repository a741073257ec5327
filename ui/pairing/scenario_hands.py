"""What a person does with a whole scenario: set up, copy, rename, compare, revert, comment, publish, report."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ptman.assign import publishing, reporting, scenario_hand, scenario_remarks, scenarios
from ptman.assign.request import Request
from ptman.assign.scenario_rows import Opened
from ptman.assign.scenarios import Settings
from ptman.export import workbook
from ptman.export.options import Headers, Options, Written
from ptman.labels import Label
from ui import day, file_choice, words
from ui.desk import Desk
from ui.dialogs.reason import ReasonDialog
from ui.pairing import scenario_deeds as keys
from ui.pairing.answers import Answers
from ui.pairing.comparer import Comparer
from ui.pairing.name_dialog import NameDialog
from ui.pairing.previewer import Previewer
from ui.pairing.proposer import Proposer, settings_of
from ui.pairing.reasons import State
from ui.pairing.settings_dialog import SettingsDialog

_REPORT = Label("方案报告", "Report of a scenario")
_COMMENT = Label("写意见", "Comment")
_SAY = Label(
    "对选中学生这一项的意见，处理完可以标为已处理。", "A comment on this pair of the student; it can be resolved."
)
_REASON = Label("调整理由", "Reason of the change")
_WHY = Label("理由随人工调整记下，定稿时写入配对记录。", "Kept with the change, and with the pairing when it is final.")
_VACATE = Label("留空", "Leave vacant")
_LEAVE = Label("该生的这一项在方案中留空，重新求解也不补。", "The scenario leaves this open, also when solved again.")


class ScenarioHands(QObject):
    """`state` says what is in hand; the window of `answers` carries the dialogs.

    Signals:
        told(Label): what was done.
    """

    told = Signal(object)

    def __init__(self, desk: Desk, proposer: Proposer, state: Callable[[], State], answers: Answers) -> None:
        window = answers.window
        super().__init__(window)
        self._desk, self._proposer, self._state, self._window = desk, proposer, state, window
        self._answers = answers
        self.comparer = Comparer(desk, proposer, window)

    def deeds(self) -> dict[str, Callable[[], object]]:
        """What each action does, by its key."""
        return {
            keys.SETTINGS: self.set_up,
            keys.COMPARE: lambda: self.comparer.begin(self._state().look),
            keys.RIPPLE: self._answers.foresee,
            keys.REMEDIES: self._answers.show_remedies,
            keys.COPY: partial(self._name, Label("复制方案", "Copy the scenario"), self._on_copy),
            keys.RENAME: partial(self._name, Label("方案改名", "Rename the scenario"), self._on_rename),
            keys.REVERT: partial(self._revert, one=True),
            keys.REVERT_ALL: partial(self._revert, one=False),
            keys.COMMENT: partial(self._ask, _COMMENT, _SAY, self._on_comment),
            keys.REASON: partial(self._ask, _REASON, _WHY, self._on_reason),
            keys.VACATE: partial(self._ask, _VACATE, _LEAVE, self._on_vacate),
            keys.DRAFT: self._publish,
            keys.REPORT: self._report,
        }

    def set_up(self) -> SettingsDialog | None:
        """How the next solve goes about it; a preview follows the sliders."""
        state = self._state()
        look, opened = state.look, self._proposer.opened
        if look is None:
            return None
        dialog = SettingsDialog(settings_of(opened, look.cohort, again=state.again), look.scenarios, self._window)
        given = opened.plan.answer.given if opened is not None else None
        previewer = Previewer(self._desk, look.situation, given, dialog)
        base = opened.request if opened is not None else Request()
        dialog.weighed.connect(lambda wanted: previewer.follow(_request(base, wanted)))
        previewer.told.connect(dialog.show_preview)
        dialog.finished.connect(previewer.leave)
        dialog.given.connect(partial(self._proposer.propose, look))
        dialog.open()
        return dialog

    def write_report(self, opened: Opened, target: Path) -> None:
        """On the worker; a failure is told and leaves an older file whole."""
        headers = Headers(words.lang().value)
        scope = Label(f"{opened.row.cohort} 级 · {opened.row.name}", f"cohort {opened.row.cohort} · {opened.row.name}")
        options = Options(day.today(), headers, scope)
        listings = reporting.listings(opened)
        self._desk.work.run(_REPORT, lambda _step: workbook.write(listings, target, options), self._on_written)

    def _name(self, title: Label, then: Callable[[str], object]) -> None:
        opened = self._proposer.opened
        if opened is not None:
            dialog = NameDialog(title, opened.row.name, title, self._window)
            dialog.given.connect(then)
            dialog.open()

    def _ask(self, title: Label, what: Label, then: Callable[[str], object]) -> None:
        dialog = ReasonDialog(title, what, title, self._window)
        dialog.given.connect(then)
        dialog.open()

    def _on_copy(self, name: str) -> None:
        key = self._proposer.at

        def copied(made: str) -> None:
            self._proposer.choose(made)
            self.told.emit(Label(f"已复制为“{name}”", f"Copied to “{name}”"))

        self._desk.work.act(
            Label("复制方案", "Copy the scenario"), lambda _step: self._desk.write(scenarios.copy, key, name), copied
        )

    def _on_rename(self, name: str) -> None:
        key = self._proposer.at
        self._act(lambda: self._desk.write(scenarios.rename, key, name), Label("已改名", "Renamed"))

    def _revert(self, *, one: bool) -> None:
        key, state = self._proposer.at, self._state()
        abouts = [(state.pupil.id, state.role)] if one and state.pupil is not None else None
        said = Label("已恢复求解结果", "Back to the engine's")
        self._act(lambda: self._desk.write(scenario_hand.revert, key, abouts), said)

    def _on_comment(self, said: str) -> None:
        key, state = self._proposer.at, self._state()
        about = (state.pupil.id, state.role) if state.pupil is not None else ("", None)
        done = Label("意见已记下", "Comment kept")
        self._act(lambda: self._desk.write(scenario_remarks.comment, key, said, about), done)

    def _on_reason(self, why: str) -> None:
        pair = self._state().pair
        if pair is not None:
            self._proposer.put(pair.student, pair.role, pair.target, why)

    def _on_vacate(self, why: str) -> None:
        state = self._state()
        if state.pupil is not None:
            self._proposer.put(state.pupil.id, state.role, None, why)

    def _publish(self) -> None:
        key = self._proposer.at
        said = Label("已发布征求意见", "Published as a draft")
        self._act(lambda: self._desk.write(publishing.publish_draft, key, day.today()), said)

    def _report(self) -> None:
        opened = self._proposer.opened
        if opened is not None:
            name = words.say(Label(f"配对方案 {opened.row.name}.xlsx", f"Scenario {opened.row.name}.xlsx"))
            file_choice.save_as(self._window, _REPORT, file_choice.WORKBOOK, name, partial(self.write_report, opened))

    def _act(self, deed: Callable[[], object], said: Label) -> None:
        self._proposer.act(deed, said)

    def _on_written(self, written: Written) -> None:
        self.told.emit(Label(f"已写出 {written.path.name}", f"Written: {written.path.name}"))


def _request(base: Request, wanted: Settings) -> Request:
    return Request(
        wanted.again, base.demands, wanted.mode, wanted.weights, "", base.limits, None, base.vacant, base.freed
    )
