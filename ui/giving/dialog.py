"""The dialog of giving data away: three steps, nothing written before the last."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ptman import settings
from ptman.export.giving import planning, recipients, wish
from ptman.export.giving.planning import Plan
from ptman.export.giving.recipients import Known
from ptman.export.giving.wish import Wish
from ptman.export.layouts import store as layouts
from ptman.export.layouts.layout import Layout
from ptman.export.layouts.store import Saved
from ptman.labels import Label
from ptman.listing import Listing
from ui import day
from ui.desk import Desk
from ui.giving.fields import Fields
from ui.giving.stepped import Stepped
from ui.giving.towards import Towards

_WHO = Label("给谁、为什么", "Who and why")
_WHAT = Label("给什么", "What")
_GIVE = Label("写出并记录…", "Write and record…")


class GivingDialog(Stepped[Plan]):
    """Asks and shows; file and record are its opener's."""

    def __init__(self, desk: Desk, listing: Listing, layout: Layout, parent: QWidget | None = None) -> None:
        self._listing = listing
        self.towards, self.fields = Towards(layout), Fields(listing)
        named = Label(f"对外提供：{listing.title.zh}", f"Give away: {listing.title.en}")
        super().__init__(desk, named, ((_WHO, self.towards), (_WHAT, self.fields)), _GIVE, parent)
        self.towards.changed.connect(self.renew)
        self.towards.layout_picked.connect(self.fields.show_layout)
        self.fields.changed.connect(self.renew)
        self.fields.show_layout(layout)
        self.go(0)
        key, who = listing.key, settings.who()
        desk.work.ask(lambda: (desk.read(recipients.known), desk.read(layouts.saved, key, who)), self._on_read)

    def asked(self) -> Wish:
        """What was said so far."""
        return Wish(
            self.towards.who(),
            self.towards.why(),
            self.fields.laid_out(),
            self.towards.note.text().strip(),
            self.towards.agreement.currentText().strip(),
            self.fields.reason.text().strip(),
            unmask=self.fields.whole.isChecked(),
        )

    @override
    def wanting(self, at: int) -> Label | None:
        missing = wish.wanting(self.asked())
        return None if at == 0 and missing in {wish.NO_COLUMNS, wish.NO_REASON} else missing

    @override
    def drawing(self) -> Callable[[], Plan]:
        return partial(self.desk.read, planning.draft, self._listing, self.asked(), day.today())

    @override
    def plan_of(self, drawn: Plan) -> Plan:
        return drawn

    def _on_read(self, found: tuple[tuple[Known, ...], tuple[Saved, ...]]) -> None:
        self.towards.show_known(*found)
        self.towards.recipient.setFocus()
