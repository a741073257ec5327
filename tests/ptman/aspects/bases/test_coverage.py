"""Usable seats: seats, agreement, insurance and supervisors together, the bottleneck named and its cure led to."""

from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import db
from ptman.aspects.bases import coverage, coverage_paper
from ptman.aspects.bases.coverage import Tile
from ptman.labels import Lang
from ptman.models import BasePost, Organisation, Period, TrainingBase
from ptman.reports import pages
from ptman.rules.coverage import Bottleneck
from tests import makers
from tests.ptman.aspects.bases import coverage_office
from tests.ptman.aspects.bases.coverage_office import TODAY


def first(office: db.Database) -> Tile:
    return office.read(coverage.coverage_map, TODAY).lines[0].tiles[0]


@pytest.mark.parametrize(
    ("lacking", "usable", "bottleneck", "place"),
    [
        ("", 5, Bottleneck.NONE, None),
        ("agreement", 0, Bottleneck.AGREEMENT, "registers/agreement"),
        ("signature", 0, Bottleneck.AGREEMENT, "registers/agreement"),
        ("insurance", 0, Bottleneck.INSURANCE, "registers/insurance_policy"),
        ("supervisors", 2, Bottleneck.SUPERVISORS, "lapsed"),
    ],
)
def test_each_lack_is_named_and_leads_to_its_cure(
    office: db.Database, lacking: str, usable: int, bottleneck: Bottleneck, place: str | None
) -> None:
    office.write(coverage_office.make, lacking=lacking)
    tile = first(office)
    assert (tile.promised, tile.usable, tile.taken, tile.bottleneck) == (5, usable, 1, bottleneck)
    assert (tile.cure.place if tile.cure else None) == place
    assert tile.short == (1 if usable == 0 else 0)


def test_seats_of_none_and_bases_out_of_use(office: db.Database) -> None:
    office.write(coverage_office.make, lacking="seats")
    tile = first(office)
    assert (tile.promised, tile.bottleneck) == (0, Bottleneck.SEATS)
    assert tile.cure is not None
    assert tile.cure.noun == "base_seats"


def test_supervisors_of_a_host_with_two_bases_count_once(office: db.Database) -> None:
    """Two take two students each; the base where a student is comes first, in words the other says who has them."""

    def make(session: Session) -> None:
        coverage_office.make(session, lacking="supervisors")
        (base,) = session.scalars(select(TrainingBase))
        host = session.get_one(Organisation, base.host_organisation_id)
        second = makers.base(session, "JD002", "远山实践基地", host=host, capacity_per_batch=2)
        makers.agreement(session, second, "XY-002")

    office.write(make)
    lines = office.read(coverage.coverage_map, TODAY).lines
    told = [(one.number, one.tiles[0].usable, one.tiles[0].bottleneck, one.tiles[0].share.pool) for one in lines]
    assert told == [("JD001", 2, Bottleneck.SUPERVISORS, 2), ("JD002", 0, Bottleneck.SHARED, 2)]
    assert lines[1].tiles[0].cure is not None


def test_a_closed_base_is_not_on_the_map(office: db.Database) -> None:
    office.write(coverage_office.make, lacking="base")
    assert office.read(coverage.coverage_map, TODAY).lines == ()


def test_posts_make_the_seats_where_none_are_set(office: db.Database) -> None:
    office.write(coverage_office.make)
    found = office.read(coverage.coverage_map, TODAY)

    def offer(session: Session) -> None:
        period = session.scalars(select(Period)).one()
        session.add(BasePost(base_id=found.lines[0].id, period_id=period.id, name="算法", seats=3))

    office.write(offer)
    assert first(office).promised == 3


def test_the_map_begins_when_there_are_seats_and_ends_with_them(office: db.Database) -> None:
    office.write(coverage_office.make)
    found = office.read(coverage.coverage_map, date(2027, 1, 10))
    assert found.first == date(2027, 9, 1)
    later = office.read(coverage.coverage_map, TODAY, date(2028, 8, 1), 2)
    assert [tile.promised for tile in later.lines[0].tiles] == [5, 0]
    assert [one.promised for one in later.totals] == [5, 0]


@pytest.mark.parametrize("lang", list(Lang))
def test_the_map_is_a_list_and_a_paper(office: db.Database, lang: Lang) -> None:
    office.write(coverage_office.make, lacking="insurance")
    found = office.read(coverage.coverage_map, TODAY)
    listing = coverage_paper.listing(found)
    row = listing.rows[0]
    assert row.cells[listing.index("usable.2027-09")] == 0
    assert row.cells[listing.index("why.2027-09")] == coverage_paper.mark(first(office))
    made = coverage_paper.report(found, "工程师学院", TODAY, lang)
    assert pages.pdf(made).startswith(b"%PDF")
