"""Sends a workbook to be filled in: asks what and to whom, then where to write it; sends the same one again."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ptman import files, settings
from ptman.export.layouts import store as layouts
from ptman.export.sending import store
from ptman.export.sending.request import Outgoing, Sent
from ptman.labels import Label
from ptman.listing import Listing
from ptman.register import recipients
from ui import day, file_choice
from ui.actions import Action, Menu
from ui.desk import Desk
from ui.giving.send_dialog import Offer, SendDialog

_WHERE = Label("工作簿存到", "Save the workbook as")


def rows(listing: Listing, run: Callable[[], object], off: Callable[[], Label | None]) -> tuple[Action, ...]:
    """The action of a list that others may fill in; nothing where they may not."""
    if not store.rights_of(listing):
        return ()
    tip = Label("把屏幕上的列表写成工作簿，请对方填写几列后发回", "Write the list for others to fill in some columns")
    words = Label("发给对方填写(&S)…", "&Send to be filled in…")
    return (Action("send", words, run, tip, "", "upload", Menu.FILE, off_because=off),)


class Sending(QObject):
    """One at a time.

    Signals:
        sent(str, Path): the number of the workbook, and where it stands.
        told(Label): the same in words.
    """

    sent = Signal(str, object)
    told = Signal(object)

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window

    def begin(self, listing: Listing) -> None:
        """Ask about the rows and columns on the screen."""
        name = Label("查找收件人", "Looking up recipients")
        rows = replace(listing, rows=listing.records)
        desk, who = self._desk, settings.who()
        desk.work.run(
            name,
            lambda _step: Offer(
                rows,
                store.rights_of(rows),
                desk.read(recipients.parties),
                desk.read(layouts.saved, rows.key, who),
            ),
            self._ask,
        )

    def again(self, workbook: str) -> None:
        """Ask where to write the very same workbook."""
        name = Label("再写一份工作簿", "Writing the workbook again")
        self._desk.work.run(name, lambda _step: self._desk.read(store.again, workbook), self._on_made)

    def _ask(self, offer: Offer) -> None:
        dialog = SendDialog(self._desk, offer, self._window)
        dialog.agreed.connect(self._ask_place)
        dialog.open()

    def _ask_place(self, outgoing: Outgoing) -> None:
        request, listing = outgoing.request, outgoing.plan.listing
        proposed = f"{request.recipient.name} {listing.title.text(request.lang)}.xlsx"
        plain = "".join(" " if sign in '\\/:*?"<>|' else sign for sign in proposed)
        file_choice.save_as(self._window, _WHERE, file_choice.WORKBOOK, plain, partial(self._write, outgoing))

    def _write(self, outgoing: Outgoing, target: Path) -> None:
        def job(_step: object) -> Sent:
            return self._desk.write(store.send, outgoing, target, day.today())

        name = Label(f"发出 {target.name}", f"Sending {target.name}")
        self._desk.work.act(name, job, lambda made: self._on_written(made, target))

    def _on_made(self, made: Sent) -> None:
        def write(target: Path) -> None:
            name = Label(f"写出 {target.name}", f"Writing {target.name}")
            job = partial(files.write_atomically, target, made.content)
            self._desk.work.run(name, lambda _step: job(), lambda _none: self._on_written(made, target))

        file_choice.save_as(self._window, _WHERE, file_choice.WORKBOOK, made.file_name, write)

    def _on_written(self, made: Sent, target: Path) -> None:
        self.sent.emit(made.number, target)
        self.told.emit(Label(f"{made.number} 已写到 {target}", f"{made.number} written to {target}"))
