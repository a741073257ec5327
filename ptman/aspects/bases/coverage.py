"""The coverage map: usable seats base by month, what keeps them low, and where that is cured."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from ptman.aspects.bases import supply
from ptman.aspects.bases.supply import Site
from ptman.labels import Label
from ptman.rules import coverage_sharing, months
from ptman.rules.coverage import Bottleneck, Cell, Share, Span

MONTHS = 12


@dataclass(frozen=True, slots=True)
class Cure:
    """Where to go: `page` and the `place` on it, with what to do there. An empty `noun` adds no record."""

    page: str
    place: str
    label: Label
    noun: str = ""


@dataclass(frozen=True, slots=True)
class Tile:
    """One base in one month; `taken` are the most students there on any day of it."""

    month: date
    promised: int
    supervised: int
    usable: int
    taken: int
    bottleneck: Bottleneck
    cure: Cure | None
    share: Share

    @property
    def short(self) -> int:
        """Students for whom there is no usable seat."""
        return max(0, self.taken - self.usable)


@dataclass(frozen=True, slots=True)
class Line:
    """One base with its months."""

    id: str
    number: str
    name: str
    tiles: tuple[Tile, ...]


@dataclass(frozen=True, slots=True)
class Total:
    """All bases in one month."""

    month: date
    promised: int
    usable: int
    taken: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """The map from `first` on."""

    first: date
    months: tuple[date, ...]
    lines: tuple[Line, ...]
    totals: tuple[Total, ...]


def coverage_map(session: Session, today: date, first: date | None = None, count: int = MONTHS) -> Coverage:
    """`count` months from that of `first` (None: this month, or the first with seats), the bases in use by number."""
    found = supply.sites(session, today)
    start = (first or _first_with_seats(found, today)).replace(day=1)
    cells = coverage_sharing.grid(supply.hosts(session, found, today), start, count)
    lines = tuple(_line(site, cells[site.offer.key]) for site in found)
    shown = tuple(months.add_months(start, n) for n in range(count))
    totals = tuple(_total(month, [line.tiles[at] for line in lines]) for at, month in enumerate(shown))
    return Coverage(start, shown, lines, totals)


def _first_with_seats(found: Sequence[Site], today: date) -> date:
    """Today, unless no seats are promised yet."""
    spans = [one for site in found for one in site.offer.seats if one.end is None or one.end >= today]
    return max(today, min((one.start for one in spans), default=today))


def _line(site: Site, cells: Sequence[Cell]) -> Line:
    return Line(site.id, site.number, site.name, tuple(_tile(site, cell) for cell in cells))


def _tile(site: Site, cell: Cell) -> Tile:
    return Tile(
        cell.month,
        cell.promised,
        cell.supervised,
        cell.usable,
        _most(site.students, cell.month),
        cell.bottleneck,
        _cure(site, cell.bottleneck),
        cell.share,
    )


def _total(month: date, tiles: Iterable[Tile]) -> Total:
    kept = tuple(tiles)
    return Total(
        month, sum(one.promised for one in kept), sum(one.usable for one in kept), sum(one.taken for one in kept)
    )


def _most(spans: Sequence[Span], month: date) -> int:
    """The most of these on one day of the month: a number changes only on first days."""
    after = months.add_months(month, 1)
    days = {month} | {one.start for one in spans if month <= one.start < after}
    return max(sum(one.amount for one in spans if one.on(day)) for day in days)


def _cure(site: Site, bottleneck: Bottleneck) -> Cure | None:
    if bottleneck is Bottleneck.SEATS:
        return Cure(
            "registers", "registers/base_seats", Label("登记批次容量", "Enter seats for a period"), "base_seats"
        )
    if bottleneck is Bottleneck.AGREEMENT:
        label = Label("续签或登记协议", "Renew or enter the agreement")
        if site.agreement:
            return Cure("registers", f"registers/agreement#{site.agreement}", label)
        return Cure("registers", "registers/agreement", label, "agreement")
    if bottleneck is Bottleneck.INSURANCE:
        label = Label("登记或核验保险", "Enter or verify a policy")
        return Cure("registers", "registers/insurance_policy", label, "insurance_policy")
    if bottleneck in {Bottleneck.SUPERVISORS, Bottleneck.SHARED}:
        return Cure("supervisors", "lapsed", Label("聘任企业导师", "Appoint industry supervisors"))
    return None
