"""What the placements' page does about changes: ask for one, note opinions, rehearse and carry out."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ptman.aspects.bases import changing, opinions, rehearsing
from ptman.aspects.bases.opinions import Answer, Standing
from ptman.aspects.bases.rehearsing import Rehearsal, Rehearsed
from ptman.fields import Field, Kind
from ptman.labels import Choice, Label
from ptman.register.placement_change_guards import Party
from ui import day
from ui.aspects import asking
from ui.aspects.bases.rehearsal_dialog import RehearsalDialog
from ui.desk import Desk
from ui.page_hands import PageHands

ASK, SAY = Label("登记变更", "Ask for a change"), Label("登记意见", "Note an opinion")
REHEARSE, CARRY = Label("预演变更", "Rehearsing a change"), Label("执行变更", "Carry out the change")
FIELDS = ("kind", "effective_on", "new_end", "new_base_id", "new_post", "asked_on", "reason")


class ChangeHands(PageHands):
    """Each deed is one step that can be undone.

    Signals:
        outdated: letters no longer say what is so; their change letters are drafted where the letters are.
    """

    outdated = Signal()

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(desk, page)

    def change(self, placement: str) -> None:
        """Ask what is to change, from when and why."""

        def do(values: asking.Values) -> str:
            return self._desk.write(changing.begin, placement, dict(values), day.today())

        preset = {"kind": "extend", "effective_on": day.today(), "asked_on": day.today()}
        wish = (ASK, "placement_change", FIELDS, preset)
        asking.ask(self._desk, self._page.window(), wish, (do, lambda _key: self.told.emit(_ASKED)))

    def opinion(self, standing: Standing) -> None:
        """Ask who says what on which day; the next one to be asked is filled in."""

        def do(values: asking.Values) -> str:
            self._desk.write(opinions.note, standing.ref, opinions.given(values), day.today())
            return standing.ref.id

        fields = (
            Field("party", Label("谁", "Who"), Kind.CHOICE, required=True, choices=Party),
            Field("answer", Label("意见", "Opinion"), Kind.CHOICE, required=True, choices=Answer),
            Field("on", Label("日期", "Day"), Kind.DATE, required=True, rule="date"),
            Field("words", Label("说明（不同意时必填）", "Words (needed for a refusal)"), Kind.LONG),
        )
        preset: dict[str, Choice | object] = {"party": standing.asked[0], "answer": Answer.AGREES, "on": day.today()}
        title = Label(f"{SAY.zh}：{standing.kind.zh}", f"{SAY.en}: {standing.kind.en}")
        wish = (title, "placement_change", fields, preset)
        asking.ask(self._desk, self._page.window(), wish, (do, lambda _key: self.told.emit(_SAID)))

    def carry(self, standing: Standing) -> None:
        """Show what it brings; nothing has happened until that is agreed to."""

        def job(_step: object) -> Rehearsal:
            try:
                self._desk.write(rehearsing.rehearse, standing.ref, day.today())
            except Rehearsed as found:
                return found.found
            raise RuntimeError("a rehearsal ends by raising what it found")

        self._desk.work.run(REHEARSE, job, self._on_rehearsed)

    def _on_rehearsed(self, found: Rehearsal) -> None:
        dialog = RehearsalDialog(found, self._page.window())
        dialog.agreed.connect(partial(self._carry_out, found))
        dialog.open()

    def _carry_out(self, found: Rehearsal) -> None:
        def job(_step: object) -> Label:
            self._desk.write(changing.carry_out, found.ref, day.today())
            return Label(f"已执行变更（{found.title.zh}）", f"Change carried out ({found.title.en})")

        self._desk.work.act(CARRY, job, partial(self._on_carried, found))

    def _on_carried(self, found: Rehearsal, said: Label) -> None:
        self.told.emit(said)
        if found.letters:
            self.outdated.emit()


_ASKED = Label("变更已登记，接着登记各方意见", "The change is entered; note the opinions next")
_SAID = Label("意见已登记", "The opinion is noted")
