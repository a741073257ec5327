"""The pictures of laying out a list, and of giving it away."""

from collections.abc import Callable

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QDialog

from bench.scenario_poses import Left, Stage
from ui.giving.dialog import GivingDialog
from ui.layouts.dialog import LayoutDialog
from ui.register_page import RegisterPage


def strikes(left: Left) -> tuple[tuple[str, Callable[[Stage], QPixmap]], ...]:
    """Each picture by its key; `left` grabs a dialog and leaves it."""
    return (
        ("layouts", lambda stage: left(stage, layouts(stage))),
        ("giving", lambda stage: left(stage, giving(stage))),
    )


def layouts(studio: Stage) -> QDialog:
    """Placements grouped by host, as the layout that comes with the program has it."""
    studio.show("placements", RegisterPage).layouts.begin()
    dialog = studio.dialog(LayoutDialog)
    dialog.box.setCurrentIndex(dialog.box.count() - 1)
    dialog.box.picked.emit(dialog.box.layout_now())
    return dialog


def giving(studio: Stage) -> QDialog:
    """The fields that go to a host, sensitive ones left at home."""
    studio.show("students", RegisterPage).giving.begin()
    dialog = studio.dialog(GivingDialog)
    dialog.towards.recipient.setCurrentIndex(1)
    dialog.next.click()
    return dialog
