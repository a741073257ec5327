"""The picture of everything about a student."""

from collections.abc import Callable

from PySide6.QtGui import QPixmap

from bench.scenario_poses import Left, Stage
from ui.list_page import ListPage
from ui.wholes.dialog import WholeDialog


def strikes(left: Left) -> tuple[tuple[str, Callable[[Stage], QPixmap]], ...]:
    """Each picture by its key; `left` grabs a dialog and leaves it."""
    return (("whole", lambda stage: _whole(stage, left)),)


def _whole(stage: Stage, left: Left) -> QPixmap:
    """The first student who has everything."""
    page = stage.show("students", ListPage)
    page.table.select([next(row.id for row in page.table.shown_rows if "complete" in row.tags)])
    page.acts["whole"].trigger()
    return left(stage, stage.dialog(WholeDialog))
