"""The pictures of the title workbench: a student who is short of practice, and the applications of a batch."""

from collections.abc import Callable

from PySide6.QtGui import QPixmap

from bench.scenario_poses import Left, Stage
from ui import day
from ui.pages.titles import TitlesPage


def strikes(left: Left) -> tuple[tuple[str, Callable[[Stage], QPixmap]], ...]:
    """Each picture by its key; no dialog is shown, so nothing is left."""
    del left
    return (("titles", _students), ("title-applications", _applications))


def _students(stage: Stage) -> QPixmap:
    """The first student who lacks practice, and what a year more would do."""
    page = stage.show("titles", TitlesPage)
    table = page.left.eligible.table
    wanted = [row.id for row in table.shown_rows if "practice_months=not_yet" in row.tags]
    table.select((wanted or [row.id for row in table.shown_rows])[:1])
    stage.settle()
    page.right.why.until.setText(day.today().replace(year=day.today().year + 1).isoformat())
    page.right.why.try_.click()
    stage.settle()
    return page.window().grab()


def _applications(stage: Stage) -> QPixmap:
    """The batch whose results are public, one application of it in front."""
    page = stage.show("titles", TitlesPage)
    page.batch.chosen.emit(str(page.batch.box.itemData(page.batch.box.count() - 1)))
    stage.settle()
    page.left.setCurrentIndex(1)
    page.left.applied.table.select([row.id for row in page.left.applied.table.shown_rows][:1])
    stage.settle()
    taken = page.window().grab()
    page.left.setCurrentIndex(0)
    page.batch.chosen.emit(str(page.batch.box.itemData(0)))
    return taken
