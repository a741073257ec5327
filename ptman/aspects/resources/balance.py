"""What each partner gives and takes in a year: what it shares, what others used of it, what it used of others."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from ptman.aspects.resources import used
from ptman.aspects.resources.used import US, UsedRow
from ptman.labels import Choice, Label
from ptman.models import TeachingResource
from ptman.models.choices_resources import ResourceKind, ResourceStatus, ShareScope
from ptman.rules.teaching import sharing
from ptman.rules.teaching.sharing import Amount, Balance, Used


class Measure(Choice):
    """By what give and take are compared."""

    HOURS = "hours", "小时", "Hours"
    PEOPLE = "people", "人次", "People"
    USES = "uses", "次数", "Uses"

    def of(self, amount: Amount) -> float:
        if self is Measure.HOURS:
            return amount.tenths / 10
        return float(amount.people if self is Measure.PEOPLE else amount.uses)


@dataclass(frozen=True, slots=True)
class UnitRow:
    """One side of the sharing: how many resources it offered in the year, and its balance."""

    unit_id: str
    unit: Label
    offered: int
    balance: Balance


@dataclass(frozen=True, slots=True)
class KindRow:
    """The same for one kind of resource of one unit."""

    unit: Label
    kind: ResourceKind
    balance: Balance


@dataclass(frozen=True, slots=True)
class Year:
    """Give and take of one year; our own institute stands first, then the units by what they moved."""

    year: int
    units: tuple[UnitRow, ...]
    kinds: tuple[KindRow, ...]
    uses: tuple[UsedRow, ...]
    names: dict[str, Label]


def of(session: Session, year: int) -> Year:
    """Units that neither offered, gave nor took anything in the year are left out."""
    found, names = used.uses(session, year), used.names(session)
    offers = _offered(session, year)
    sums = sharing.balances(Used(one.owner, one.user_unit, one.amount) for one in found)
    units = [UnitRow(key, names[key], offers.get(key, 0), sums.get(key, Balance())) for key in {US, *offers, *sums}]
    units.sort(key=lambda one: (one.unit_id != US, -_moved(one.balance), one.unit.zh))
    return Year(year, tuple(units), _kinds(found, units), found, names)


def _kinds(found: tuple[UsedRow, ...], units: list[UnitRow]) -> tuple[KindRow, ...]:
    by_kind = {
        kind: sharing.balances(Used(one.owner, one.user_unit, one.amount) for one in found if one.kind is kind)
        for kind in ResourceKind
    }
    return tuple(
        KindRow(unit.unit, kind, sums[unit.unit_id])
        for unit in units
        for kind, sums in by_kind.items()
        if unit.unit_id in sums
    )


def _offered(session: Session, year: int) -> dict[str, int]:
    """How many resources each unit shared with others at some time of the year."""
    query = select(TeachingResource.owner_id).where(
        TeachingResource.retired_on.is_(None),
        TeachingResource.status != ResourceStatus.DRAFT,
        TeachingResource.share_scope != ShareScope.INSTITUTE,
        or_(TeachingResource.valid_from.is_(None), TeachingResource.valid_from <= date(year, 12, 31)),
        or_(TeachingResource.valid_to.is_(None), TeachingResource.valid_to >= date(year, 1, 1)),
    )
    found: dict[str, int] = {}
    for owner in session.scalars(query):
        found[owner or US] = found.get(owner or US, 0) + 1
    return found


def _moved(balance: Balance) -> int:
    return balance.gives.minutes + balance.takes.minutes
