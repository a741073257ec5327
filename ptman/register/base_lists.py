"""The list of training bases with their agreements and seats (domain §10.3)."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import RowMapping, select
from sqlalchemy.orm import Session

from ptman import parameters
from ptman.labels import Label
from ptman.listing import Listing, Load, Value
from ptman.models import Agreement, Organisation, TrainingBase
from ptman.models.choices import BaseStatus
from ptman.models.choices_bases import AgreementStatus
from ptman.register import columns, duplicates, names, rows, seats, standing

LOAD = columns.number("load", "在岗/容量", "Seats")
BASES = rows.blank(
    "bases",
    "training_base",
    Label("实践基地名册", "Training bases"),
    (
        *columns.of(TrainingBase, "base_no", "name", "host_organisation_id"),
        *columns.of(Organisation, "uscc", "org_type"),
        *columns.of(TrainingBase, "region_code", "address", "base_kind", "level", "category_codes"),
        LOAD,
        *columns.of(TrainingBase, "capacity_per_batch"),
        *columns.of(Agreement, "agreement_no", "valid_from", "valid_to", "signed_on"),
        *columns.of(TrainingBase, "plaque_on", "campus_leader", "host_leader", "contact_name", "contact_phone"),
        *columns.of(TrainingBase, "safety_officer"),
        columns.number("received", "累计接收人数", "Received so far"),
        columns.number("present", "在岗人数", "Present now"),
        *columns.of(TrainingBase, "status"),
    ),
)
OWN = (
    *("base_no", "name", "region_code", "address", "base_kind", "level", "category_codes", "capacity_per_batch"),
    *("plaque_on", "campus_leader", "host_leader", "contact_name", "contact_phone", "safety_officer", "status"),
    "retired_on",
)


@dataclass(frozen=True, slots=True)
class Paper:
    """The agreement of a base that lasts longest; `open_end` renews itself or names no end."""

    number: str
    valid_from: date
    valid_to: date | None
    signed_on: date | None
    open_end: bool

    def in_force(self, day: date) -> bool:
        return self.valid_from <= day and (self.open_end or self.valid_to is None or day <= self.valid_to)

    def ends_soon(self, today: date, within: int) -> bool:
        return not self.open_end and standing.soon(self.valid_to, today, within)


@dataclass(frozen=True, slots=True)
class Around:
    """What the rows of bases point to, on one day."""

    today: date
    within: int
    seats: seats.Seats
    papers: dict[str, Paper]
    received: Counter[str]
    present: Counter[str]
    doubtful: frozenset[str]


def bases(session: Session, today: date, cohort: int | None = None, *, retired: bool = False) -> Listing:
    """Every base; seats of the cohort's periods, or of all that have not ended, one column each where several."""
    placed = standing.placements(session)
    around = Around(
        today,
        parameters.number(session, "notice.ending_within_days", today.year),
        seats.seats(session, today, cohort),
        papers(session, today),
        Counter(place.base for place in placed if place.starts_on <= today),
        Counter(place.base for place in placed if place.starts_on <= today <= place.ends_on),
        duplicates.doubtful(session, "training_base"),
    )
    blank = _with_periods(around.seats.periods)
    return rows.listing(blank, _entries(session, around), rows.View(retired=retired))


def papers(session: Session, today: date) -> dict[str, Paper]:
    """Of each base the agreement in force that lasts longest, else the last one."""
    query = select(
        Agreement.base_id,
        Agreement.agreement_no,
        Agreement.valid_from,
        Agreement.valid_to,
        Agreement.signed_on,
        Agreement.auto_renew,
    ).where(Agreement.base_id.is_not(None), Agreement.retired_on.is_(None), Agreement.status == AgreementStatus.SIGNED)
    found: dict[str, Paper] = {}
    for owner, number, start, end, signed, renews in session.execute(query.order_by(Agreement.valid_from)):
        base = owner or ""
        paper = Paper(number, start, end, signed, renews or end is None)
        known = found.get(base)
        if known is None or _standing(paper, today) >= _standing(known, today):
            found[base] = paper
    return found


def _standing(paper: Paper, today: date) -> tuple[bool, date]:
    return paper.in_force(today), date.max if paper.open_end else paper.valid_to or date.max


def period_key(period: names.Stretch) -> str:
    return f"load.{period.cohort}.{period.name}"


def _with_periods(periods: tuple[names.Stretch, ...]) -> Listing:
    if len(periods) < 2:  # noqa: PLR2004 one period is the load itself
        return BASES
    at = BASES.index("load") + 1
    added = [columns.number(period_key(one), f"{one.cohort} {one.name}", f"{one.cohort} {one.name}") for one in periods]
    return replace(BASES, columns=(*BASES.columns[:at], *added, *BASES.columns[at:]))


def _entries(session: Session, around: Around) -> Iterator[rows.Entry]:
    one = TrainingBase
    host = (Organisation.name.label("host_organisation"), Organisation.uscc, Organisation.org_type)
    query = select(one.id, *(getattr(one, key) for key in OWN), *host)
    joined = query.join(Organisation, one.host_organisation_id == Organisation.id)
    for row in session.execute(joined.order_by(one.base_no)).mappings():
        yield _entry(row, around)


def _entry(row: RowMapping, around: Around) -> rows.Entry:
    key, paper, load = row["id"], around.papers.get(row["id"]), around.seats.of_base(row["id"])
    cells: dict[str, Value] = {
        **row,
        "load": load,
        "agreement_no": paper.number if paper else None,
        "valid_from": paper.valid_from if paper else None,
        "valid_to": paper.valid_to if paper else None,
        "signed_on": paper.signed_on if paper else None,
        "received": around.received[key],
        "present": around.present[key],
        **{period_key(one): around.seats.loads[key, one.id] for one in around.seats.periods},
    }
    find = (*rows.sounds_of_unit(row["name"]), *rows.sounds_of_unit(row["host_organisation"]))
    return rows.Entry(key, cells, find, _tags(row, paper, load, around))


def _tags(row: RowMapping, paper: Paper | None, load: Load, around: Around) -> frozenset[str]:
    in_use = row["status"] is BaseStatus.ACTIVE and row["retired_on"] is None
    in_force = paper is not None and paper.in_force(around.today)
    return rows.tagged(
        full=in_use and load.taken >= load.of,
        seats_left=in_use and load.taken < load.of,
        over=load.taken > load.of,
        no_agreement=in_use and not in_force,
        agreement_ending=paper is not None and in_force and paper.ends_soon(around.today, around.within),
        retired=row["retired_on"] is not None,
        doubtful=row["id"] in around.doubtful,
    )
