"""What partners promised and what they delivered, by partner and kind: as rows, as a list, as bars."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from ptman.aspects.negotiation import items
from ptman.aspects.negotiation.rows import PromiseRow
from ptman.fields import Kind
from ptman.labels import Label, same
from ptman.listing import Column, Listing
from ptman.models import Commitment
from ptman.models.choices_negotiation import CommitmentKind, CommitmentStatus
from ptman.register import columns, rows
from ptman.rules import negotiation
from ptman.rules.negotiation import Promise

COUNTED = (CommitmentStatus.CONFIRMED, CommitmentStatus.DELIVERED)
KEPT = rows.blank(
    "commitments-kept",
    "commitment",
    Label("承诺兑现情况", "Promised and delivered"),
    (
        Column("partner", Label("单位", "Partner"), Kind.TEXT, 26),
        Column("kind", Label("承诺内容类别", "Kind"), Kind.CHOICE, 14),
        Column("unit", Label("计量单位", "Unit"), Kind.TEXT, 8),
        columns.number("promised", "已到期承诺", "Promised, due"),
        columns.number("delivered", "已兑现", "Delivered"),
        columns.number("short", "未兑现", "Short"),
        columns.number("to_come", "未到期", "Not yet due"),
    ),
)


@dataclass(frozen=True, slots=True)
class KeptRow:
    """One partner and kind: `promised` and `delivered` of what is due, `to_come` of what is not."""

    partner_id: str
    partner: str
    kind: CommitmentKind
    unit: str
    promised: int
    delivered: int
    to_come: int

    @property
    def short(self) -> int:
        return self.promised - self.delivered


def kept(session: Session, today: date, partner: str = "") -> tuple[KeptRow, ...]:
    """By partner and kind, of one partner or of all; what was proposed only or withdrawn does not count."""
    found = items.promises(session, Commitment.status.in_(COUNTED))
    return tally(tuple(one for one in found if partner in {"", one.partner_id}), today)


def tally(promises: tuple[PromiseRow, ...], today: date) -> tuple[KeptRow, ...]:
    """The sums of each partner, kind and unit."""
    groups: dict[tuple[str, str, str, str], list[PromiseRow]] = {}
    for one in promises:
        groups.setdefault((one.partner, one.partner_id, one.kind.value, one.unit), []).append(one)
    made = []
    for (partner, key, kind, unit), mine in sorted(groups.items()):
        sums = negotiation.kept((Promise(key, one.amount, one.delivered, one.from_on) for one in mine), today)
        promised, delivered = (sums[0].promised, sums[0].delivered) if sums else (0, 0)
        to_come = sum(one.amount for one in mine if one.from_on > today)
        made.append(KeptRow(key, partner, CommitmentKind(kind), unit, promised, delivered, to_come))
    return tuple(made)


def listing(session: Session, today: date) -> Listing:
    """The same as a list, for the screen and a workbook."""
    return rows.listing(
        KEPT,
        (
            rows.Entry(
                f"{one.partner_id}/{one.kind}/{one.unit}",
                {
                    "partner": one.partner,
                    "kind": one.kind.label,
                    "unit": one.unit,
                    "promised": one.promised,
                    "delivered": one.delivered,
                    "short": one.short,
                    "to_come": one.to_come,
                },
                rows.sounds_of_unit(one.partner),
            )
            for one in kept(session, today)
        ),
    )


def named(one: KeptRow) -> Label:
    """What a bar is called: kind and unit."""
    unit = same(f"（{one.unit}）") if one.unit else same("")
    return Label(f"{one.kind.label.zh}{unit.zh}", f"{one.kind.label.en} {unit.en}".strip())
