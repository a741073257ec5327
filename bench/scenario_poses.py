"""What the manual's pictures of scenarios show: one in hand, its settings, its remedies, two compared."""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QDialog, QWidget

from ptman.assign.problem import Role
from ptman.labels import Label
from ui import words
from ui.pages.pairing import PairingPage
from ui.pairing import side
from ui.pairing.compare_dialog import CompareDialog
from ui.pairing.settings_dialog import SettingsDialog

Wanted = TypeVar("Wanted", bound=QWidget)


class Stage(Protocol):
    """What of the studio these pictures need."""

    def settle(self) -> None: ...
    def show(self, key: str, kind: type[Wanted]) -> Wanted: ...
    def dialog(self, kind: type[Wanted]) -> Wanted: ...


Left = Callable[[Stage, QDialog], QPixmap]


def scenario(stage: Stage) -> QPixmap:
    """One in hand, a student chosen, and another candidate who would cost something."""
    page = stage.show("pairing", PairingPage)
    page.proposer.choose("")
    stage.settle()
    page.acts["propose"].trigger()
    stage.settle()
    bench = page.bench
    bench.choose_role(Role.ACADEMIC)
    bench.side.turn_to(side.ROWS)
    _choose(stage, bench.pupils.list.items[:1], bench.pupils.list.choose)
    _choose(stage, bench.choices.list.items[2:3], bench.choices.list.choose)
    return page.window().grab()


def settings(stage: Stage, left: Left) -> QPixmap:
    """Mode and weights, with a slider moved and its effect below."""
    page = stage.show("pairing", PairingPage)
    page.acts["scenario-settings"].trigger()
    dialog = stage.dialog(SettingsDialog)
    dialog.sliders.sliders["level"].setValue(150)
    stage.settle()
    return left(stage, dialog)


def remedies(stage: Stage) -> QPixmap:
    page = stage.show("pairing", PairingPage)
    page.acts["scenario-remedies"].trigger()
    stage.settle()
    taken = page.window().grab()
    page.bench.side.turn_to(side.ROWS)
    return taken


def compare(stage: Stage, left: Left) -> QPixmap:
    """A copy solved in another mode beside the first."""
    page = stage.show("pairing", PairingPage)
    page.scenarios._on_copy(words.say(Label("方案 乙", "Plan B")))  # noqa: SLF001 the dialog asks only for the name
    stage.settle()
    page.acts["scenario-settings"].trigger()
    dialog = stage.dialog(SettingsDialog)
    dialog.mode.setCurrentIndex(2)
    dialog.sliders.sliders["level"].setValue(300)
    dialog.go_on.click()
    stage.settle()
    page.acts["scenario-compare"].trigger()
    taken = left(stage, stage.dialog(CompareDialog))
    for _ in range(2):
        page.acts["discard"].trigger()
        stage.settle()
        rest = page.look.scenarios if page.look is not None else ()
        page.proposer.choose(rest[0].id if rest else "")
        stage.settle()
    return taken


def _choose(stage: Stage, items: Sequence[object], choose: Callable[[str], None]) -> None:
    for one in items:
        choose(str(getattr(one, "id", "")))
    stage.settle()


def strikes(left: Left) -> tuple[tuple[str, Callable[[Stage], QPixmap]], ...]:
    """Each picture by its key; `left` grabs a dialog and leaves it."""
    return (
        ("scenario", scenario),
        ("scenario-remedies", remedies),
        ("scenario-settings", lambda stage: settings(stage, left)),
        ("scenario-compare", lambda stage: compare(stage, left)),
    )
