"""What can be done next with the records that are selected on a page: asked once a selection, offered as actions."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication

from ptman import states
from ptman.labels import Label
from ptman.register import cards, moving
from ptman.register.cards import Ref
from ptman.register.moving import Offered
from ptman.rules.machine import Move
from ui import day
from ui.actions import Action, Menu
from ui.around import stepping
from ui.around.reading import Doing
from ui.desk import Desk
from ui.registers.actions import NONE_SELECTED, Reason, Run

MOST = 200
TOO_MANY = Label(f"一次最多办理 {MOST} 条。", f"At most {MOST} records at a time.")
MIXED = Label("所选的记录不是同一种。", "The selected records are of different kinds.")
NOT_NOW = Label("所选记录现在的状态没有这一步。", "This step does not lead on from where the record is.")
READING = Label("正在查看可以办理什么…", "Looking at what can be done…")

Chosen = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class _Found:
    chosen: Chosen
    refs: tuple[Ref, ...] = ()
    steps: tuple[Offered, ...] = ()


class PageSteps:
    """Knows the steps of the selection; `changed` is called when it knows them anew."""

    def __init__(self, doing: Doing, changed: Run) -> None:
        self._doing = doing
        self._changed = changed
        self._wanted: Chosen = ()
        self._found = _Found(())

    def look(self, chosen: Chosen) -> None:
        """Ask what can be done with these records."""
        self._wanted = tuple(chosen)
        if self._wanted and self._not_askable() is None:
            self._doing.desk.work.ask(partial(_read, self._doing.desk, self._wanted), self._on_read, self._on_failed)

    @property
    def steps(self) -> tuple[Offered, ...]:
        return self._found.steps if self._found.chosen == self._wanted else ()

    def why_not(self, key: str = "") -> Label | None:
        """Why the step of that key, or any step, cannot be taken now."""
        if not self._wanted:
            return NONE_SELECTED
        if (locked := self._doing.desk.read_only or self._not_askable()) is not None:
            return locked
        if self._found.chosen != self._wanted:
            return READING
        if not key:
            return None if self.steps else stepping.NOTHING
        step = next((one for one in self.steps if one.key == key), None)
        return NOT_NOW if step is None else step.off

    def take(self, key: str) -> None:
        step = next(one for one in self.steps if one.key == key)
        stepping.take(self._doing, self._found.refs, step)

    def pop_up(self) -> None:
        """The steps as a menu at the widget that has the keys."""
        held = QApplication.focusWidget()
        place = held.mapToGlobal(held.rect().center()) if held is not None else QCursor.pos()
        stepping.pop_up(self._doing, self._found.refs, self.steps, place)

    def _not_askable(self) -> Label | None:
        if len({noun for noun, _ in self._wanted}) > 1:
            return MIXED
        return TOO_MANY if len(self._wanted) > MOST else None

    def _on_read(self, found: _Found) -> None:
        if found.chosen == self._wanted:
            self._found = found
            self._changed()

    def _on_failed(self, _error: Exception) -> None:
        """A record that is gone has no steps; the list will say so."""


def rows(noun: str, steps: PageSteps) -> tuple[Action, ...]:
    """The menu of the noun's steps; empty where its states are free."""
    machine = states.of(noun)
    if machine is None:
        return ()
    tip = Label("所选记录现在可以办理的各步，按数字选", "What can be done with the selection now; press a number")
    first = Action("step", Label("办理(&J)…", "&Step…"), steps.pop_up, tip, "Ctrl+J", "arrow-right", Menu.STEP)
    return (_off(first, steps.why_not), *(_row(move, steps) for move in machine.moves))


def _row(move: Move, steps: PageSteps) -> Action:
    dots = "…" if move.reason else ""
    label = Label(f"{move.label.zh}{dots}", f"{move.label.en}{dots}")
    icon = "undo-2" if move.back else ""
    made = Action(f"step-{move.key}", label, partial(steps.take, move.key), None, "", icon, Menu.STEP)
    return _off(made, partial(steps.why_not, move.key))


def _off(row: Action, reason: Reason) -> Action:
    return replace(row, off_because=reason)


def _read(desk: Desk, chosen: Chosen) -> _Found:
    noun = chosen[0][0]
    if states.of(noun) is None:
        return _Found(chosen)
    refs = tuple(desk.read(cards.card, noun, key).ref for _, key in chosen)
    return _Found(chosen, refs, desk.read(moving.common, noun, [key for _, key in chosen], day.today()))
