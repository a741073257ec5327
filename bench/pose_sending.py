"""The pictures of workbooks that go out to be filled in: the dialog, and the register of those that are out."""

import tempfile
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap

from bench.scenario_poses import Left, Stage
from ptman.export.sending import planning, rowing, store
from ptman.export.sending.request import Recipient, Request
from ptman.register import lists, recipients
from ui import day, words
from ui.desk import Desk
from ui.giving.send_dialog import SendDialog
from ui.list_page import ListPage
from ui.pages.placements import PlacementsPage
from ui.pages.registers import RegistersPage

TICKED = ("supervision.industry", "placement.post_name", "placement.starts_on")
COLUMNS = ("student_no", "name", "base", "starts_on", "ends_on")
HOSTS = 4


def strikes(left: Left) -> tuple[tuple[str, Callable[[Stage], QPixmap]], ...]:
    """Each picture by its key; `left` grabs a dialog and leaves it."""
    return (("send", lambda stage: _send(stage, left)), ("workbooks-out", _out))


def _send(stage: Stage, left: Left) -> QPixmap:
    """The placements of one host, three columns to be filled in."""
    page = stage.show("placements", PlacementsPage)
    page.table.search(_host(page))
    page.acts["send"].trigger()
    taken = left(stage, _filled(stage.dialog(SendDialog)))
    page.table.search("")
    return taken


def _out(stage: Stage) -> QPixmap:
    """The register, with some workbooks out and one withdrawn."""
    page = stage.show("registers", RegistersPage)
    _send_some(page.desk)
    page.go("registers/workbook_out")
    stage.settle()
    if isinstance(page.front, ListPage):
        page.front.refresh()
        stage.settle()
        page.front.table.select([page.front.table.shown_rows[0].id])
    stage.settle()
    return page.window().grab()


def _host(page: ListPage) -> str:
    """The host with the most placements."""
    listing = page.table.listing
    at = listing.index("host")
    return Counter(str(row.cells[at]) for row in listing.records).most_common(1)[0][0]


def _filled(dialog: SendDialog) -> SendDialog:
    fill = dialog.what.fill
    items = [fill.item(at) for at in range(fill.count())]
    for item in items:
        if item.data(Qt.ItemDataRole.UserRole) in TICKED:
            item.setCheckState(Qt.CheckState.Checked)
    dialog.to.due.setText(str(day.today() + timedelta(days=14)))
    dialog.go(1)
    return dialog


def _send_some(office: Desk) -> None:
    """To some hosts; one is withdrawn."""
    listing = office.read(lists.placements, day.today())
    at = listing.index("host")
    hosts = list(dict.fromkeys(str(row.cells[at]) for row in listing.records))[:HOSTS]
    for order, name in enumerate(hosts):
        rows = rowing.narrowed(listing, [row.id for row in listing.records if row.cells[at] == name])
        due, to = day.today() + timedelta(days=7 * order), office.read(recipients.named, name)
        request = Request(
            Recipient.of(to.name, to.noun, to.id, inside=True), COLUMNS, TICKED[:1], due, lang=words.lang()
        )
        outgoing = office.read(planning.draft, rows, request, day.today())
        with tempfile.TemporaryDirectory() as folder:
            made = office.write(store.send, outgoing, Path(folder) / "out.xlsx", day.today())
        if order == HOSTS - 1:
            office.write(store.withdraw, made.id)
