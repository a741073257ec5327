"""Before a workbook is sent to be filled in: to whom and why, which columns, and who is left out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ptman.export.giving.planning import Plan
from ptman.export.layouts import store
from ptman.export.layouts.layout import Layout
from ptman.export.layouts.store import Saved
from ptman.export.sending import planning
from ptman.export.sending.request import Outgoing, Request
from ptman.labels import Label, same
from ptman.listing import Listing
from ptman.register.recipients import Party
from ptman.roundtrip.rights import Right
from ui import day, errors, words
from ui.desk import Desk
from ui.giving.send_to import SendTo
from ui.giving.send_what import SendWhat
from ui.giving.stepped import Stepped

_TO = Label("给谁、为什么", "Who and why")
_WHAT = Label("给什么、填什么", "What")
_WRITE = Label("写出并记录…", "Write and record…")


@dataclass(frozen=True, slots=True)
class Offer:
    """What may be sent: the list on the screen, the rights there are, who is on file, the layouts that were kept."""

    listing: Listing
    rights: Sequence[Right]
    parties: Sequence[Party]
    layouts: Sequence[Saved] = ()


class SendDialog(Stepped[Outgoing]):
    """Nothing is written by this dialog itself."""

    def __init__(self, desk: Desk, offer: Offer, parent: QWidget | None = None) -> None:
        self._offer = offer
        self.to = SendTo(offer.parties, _likely(offer.listing))
        self.what = SendWhat(offer.listing, offer.rights)
        super().__init__(desk, _title(offer.listing), ((_TO, self.to), (_WHAT, self.what)), _WRITE, parent)
        self._layout: Layout | None = None
        self.to.changed.connect(self._on_to)
        self.what.changed.connect(self.renew)
        self.go(0)
        self._on_to()
        self.to.recipient.setFocus()

    def request(self) -> Request:
        """What is chosen so far."""
        to, what = self.to, self.what
        return Request(
            to.who(),
            what.columns.ticked(),
            what.fill.ticked(),
            to.due_on(),
            to.note.text().strip(),
            words.lang(),
            to.purpose_now(),
            to.why.text().strip(),
            to.agreement.text().strip(),
        )

    @override
    def go(self, at: int) -> None:
        """What they may fill in depends on who they are."""
        super().go(at)
        if at == 1:
            asked = partial(self.desk.read, planning.closed, self._offer.listing, self.to.who())
            self.desk.work.ask(asked, self.what.close_off, lambda error: errors.show(error, self))

    @override
    def wanting(self, at: int) -> Label | None:
        return self.to.wanting(day.today()) if at == 0 else self.what.wanting()

    @override
    def drawing(self) -> Callable[[], Outgoing]:
        return partial(self.desk.read, planning.draft, self._listing(), self.request(), day.today())

    def _on_to(self) -> None:
        """The columns of the layout that was kept for them, in its order and under its headers."""
        to = self.to.who()
        found = store.meant_for(self._offer.layouts, to.name, {to.organisation, to.person} - {""})
        layout = found.layout if found else None
        if layout is not None and layout != self._layout:
            self.what.wear(layout)
        self._layout = layout
        self.renew()

    def _listing(self) -> Listing:
        heads = {pick.key: pick.header for pick in self._layout.picks if pick.header} if self._layout else {}
        columns = (
            replace(one, label=same(heads[one.key])) if one.key in heads else one for one in self._offer.listing.columns
        )
        return replace(self._offer.listing, columns=tuple(columns))

    @override
    def plan_of(self, drawn: Outgoing) -> Plan:
        return drawn.plan


def _title(listing: Listing) -> Label:
    count = len(listing.records)
    return Label(
        f"发给对方填写：{listing.title.zh}，{count} 行", f"Send to be filled in: {listing.title.en}, {count} rows"
    )


def _likely(listing: Listing) -> str:
    """The one host of all rows, where they have one."""
    if not listing.has("host"):
        return ""
    hosts = {str(row.cells[listing.index("host")] or "") for row in listing.records}
    return hosts.pop() if len(hosts) == 1 else ""
