"""The pictures of the work with bases: the sheet of an evaluation, and what a change of a placement would bring."""

from collections.abc import Callable

from PySide6.QtGui import QPixmap

from bench.scenario_poses import Left, Stage
from ptman.aspects.bases import opinions
from ptman.aspects.bases.opinions import Answer, Opinion
from ui import day
from ui.aspects.bases.rehearsal_dialog import RehearsalDialog
from ui.aspects.bases.sheet_dialog import SheetDialog
from ui.pages.bases import BasesPage
from ui.pages.placements import PlacementsPage


def strikes(left: Left) -> tuple[tuple[str, Callable[[Stage], QPixmap]], ...]:
    """Each picture by its key; `left` grabs a dialog and leaves it."""
    return (
        ("base-sheet", lambda stage: _sheet(stage, left)),
        ("placement-change", lambda stage: _change(stage, left)),
    )


def _sheet(stage: Stage, left: Left) -> QPixmap:
    """An evaluation that is scored and not granted yet."""
    page = stage.show("bases", BasesPage)
    for row in page.table.shown_rows:
        page.table.select([row.id])
        stage.settle()
        if page.work.found is not None and page.work.found.scoring:
            break
    page.acts["evaluate"].trigger()
    return left(stage, stage.dialog(SheetDialog))


def _change(stage: Stage, left: Left) -> QPixmap:
    """The change that is asked for in the sample, once the office too has agreed."""
    page = stage.show("placements", PlacementsPage)
    read = {row.id: page.desk.read(opinions.standing, row.id, day.today()) for row in page.table.shown_rows}
    key, standing = next((key, found) for key, found in read.items() if found is not None)
    for party in standing.asked:
        found = page.desk.read(opinions.standing, key, day.today())
        if found is not None:
            page.desk.write(opinions.note, found.ref, Opinion(party, Answer.AGREES, day.today()), day.today())
    page.table.select([key])
    stage.settle()
    page.change.look_again()
    stage.settle()
    page.acts["carry"].trigger()
    return left(stage, stage.dialog(RehearsalDialog))
