"""What somebody wants to give to whom and why, and what is still to be said before it can go."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ptman.export.layouts.layout import Layout, Pick
from ptman.fields import Sensitivity
from ptman.labels import Label
from ptman.listing import Column, Listing
from ptman.rules.disclosing import Purpose, Towards

NO_RECIPIENT = Label("写明接收方。", "Say who is to have it.")
NO_PURPOSE = Label("用途选“其他”时，请写明用途。", "Say for what, as the purpose is “other”.")
NO_COLUMNS = Label("至少选一列。", "Choose at least one column.")
NO_REASON = Label("写明为什么需要完整证件号。", "Say why whole identity numbers are needed.")


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who gets it: an organisation on file (`id`, `kind` of organisation) or a name; `inside` is our own university."""

    name: str
    id: str = ""
    kind: str = ""
    inside: bool = False

    @property
    def towards(self) -> Towards:
        return Towards(self.id, self.kind)


@dataclass(frozen=True, slots=True)
class Wish:
    """`layout` names the columns that go. Identity numbers go whole only with an `unmask_reason`."""

    recipient: Recipient
    purpose: Purpose
    layout: Layout
    note: str = ""
    agreement: str = ""
    unmask_reason: str = ""
    unmask: bool = False


def wanting(wish: Wish) -> Label | None:
    """What is still to be said; None where nothing is."""
    asked = (
        (not wish.recipient.name.strip(), NO_RECIPIENT),
        (wish.purpose is Purpose.OTHER and not wish.note.strip(), NO_PURPOSE),
        (not wish.layout.picks, NO_COLUMNS),
        (wish.unmask and not wish.unmask_reason.strip(), NO_REASON),
    )
    return next((said for missing, said in asked if missing), None)


def sensitive(columns: Sequence[Column]) -> tuple[Column, ...]:
    """The columns that stay at home unless they are asked for one by one."""
    return tuple(column for column in columns if column.sensitivity is not Sensitivity.OPEN)


def at_first(layout: Layout, listing: Listing) -> Layout:
    """The layout without its sensitive columns; without its filter, as the list is filtered already."""
    guarded = {column.key for column in sensitive(listing.columns)}
    picks: tuple[Pick, ...] = tuple(one for one in layout.picks if one.key not in guarded and listing.has(one.key))
    return replace(layout, picks=picks, tag="", words="")
