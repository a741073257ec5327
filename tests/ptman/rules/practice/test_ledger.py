"""The practice ledger: given vectors, overlaps, gaps, interruptions and the bars that show them."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ptman.rules import months
from ptman.rules.months import Duration, Segment
from ptman.rules.practice import ledger
from ptman.rules.practice.ledger import OWN_POST, PROJECT, BarKind, Stay, Terms

INTERN = "industry_internship"
STARTS = st.dates(date(2024, 1, 1), date(2027, 1, 1))
SEGMENTS = st.builds(lambda start, n: Segment(start, start + timedelta(days=n)), STARTS, st.integers(0, 300))
STAYS = st.lists(
    st.builds(Stay, st.just("p"), st.sampled_from([INTERN, PROJECT, OWN_POST]), SEGMENTS, st.tuples(SEGMENTS)),
    max_size=4,
)


def seg(start: str, end: str) -> Segment:
    return Segment(date.fromisoformat(start), date.fromisoformat(end))


def stay(start: str, end: str, form: str = PROJECT, key: str = "p1", pause: Segment | None = None) -> Stay:
    return Stay(key, form, seg(start, end), (pause,) if pause else ())


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2026-03-01", "2026-08-31", Duration(6, 0)),
        ("2026-02-28", "2026-08-27", Duration(6, 0)),
        ("2025-08-31", "2026-02-27", Duration(6, 0)),
        ("2026-07-01", "2026-12-30", Duration(5, 30)),
        ("2025-09-01", "2026-08-31", Duration(12, 0)),
        ("2024-02-29", "2025-02-27", Duration(12, 0)),
    ],
)
def test_given_vectors(start: str, end: str, expected: Duration) -> None:
    assert ledger.ledger([stay(start, end)], Terms()).total == expected


def test_project_months_are_counted_apart() -> None:
    both = [stay("2026-03-01", "2026-05-31", INTERN), stay("2026-06-01", "2026-08-31", key="p2")]
    found = ledger.ledger(both, Terms())
    assert (found.total, found.project) == (Duration(6, 0), Duration(3, 0))
    assert [bar.kind for bar in found.bars] == [BarKind.STAY, BarKind.PROJECT]


def test_overlaps_gaps_and_pauses_are_drawn() -> None:
    stays = [
        stay("2026-03-01", "2026-05-31", INTERN, "p1", seg("2026-03-10", "2026-03-12")),
        stay("2026-05-01", "2026-06-30", PROJECT, "p2"),
        stay("2026-08-01", "2026-08-31", PROJECT, "p3"),
    ]
    found = ledger.ledger(stays, Terms(seg("2025-09-01", "2026-08-15")))
    assert found.overlaps == (seg("2026-05-01", "2026-05-31"),)
    assert found.gaps == (seg("2026-07-01", "2026-07-31"),)
    assert found.outside == (seg("2026-08-16", "2026-08-31"),)
    kinds = {bar.kind: (bar.key, bar.days) for bar in found.bars}
    assert kinds[BarKind.INTERRUPTION] == ("p1", seg("2026-03-10", "2026-03-12"))
    assert kinds[BarKind.OVERLAP][0] == kinds[BarKind.GAP][0] == ""
    assert found.pieces[0] == seg("2026-03-01", "2026-03-09")
    assert found.total == Duration(4, 9 + 18)


def test_the_own_post_counts_only_where_the_rule_says_so() -> None:
    own = [stay("2026-03-01", "2026-08-31", OWN_POST)]
    assert ledger.ledger(own, Terms(own_post=True)).total == Duration(6, 0)
    found = ledger.ledger(own, Terms(own_post=False))
    assert (found.total, found.bars[0].kind) == (Duration(0, 0), BarKind.UNCOUNTED)


def test_nothing_is_nothing() -> None:
    found = ledger.ledger([], Terms())
    assert (found.total, found.pieces, found.bars) == (Duration(0, 0), (), ())


@settings(deadline=None, max_examples=80)
@given(stays=STAYS)
def test_no_day_counts_twice_and_none_is_lost(stays: list[Stay]) -> None:
    def of(segments: list[Segment]) -> set[date]:
        return {one.start + timedelta(days=n) for one in segments for n in range((one.end - one.start).days + 1)}

    found = ledger.ledger(stays, Terms())
    pauses = [pause for one in stays for pause in one.interruptions]
    counted = of([one.days for one in stays]) - of(pauses)
    assert of(list(found.pieces)) == counted
    assert sum((one.end - one.start).days + 1 for one in found.pieces) == len(counted)
    assert of(list(found.gaps)).isdisjoint(of([one.days for one in stays]))
    assert of(list(found.overlaps)) <= of([one.days for one in stays])
    assert of(list(found.project_pieces)) <= of([one.days for one in stays if one.is_project])


@settings(deadline=None, max_examples=60)
@given(stays=STAYS, needed=st.integers(1, 14))
def test_the_first_day_is_the_first(stays: list[Stay], needed: int) -> None:
    pieces = ledger.counted(stays, Terms())

    def enough(day: date) -> bool:
        return months.reaches(*months.total(ledger.until(pieces, day)), needed).ok

    first = ledger.first_day(pieces, needed)
    if first is None:
        assert not months.reaches(*months.total(pieces), needed).ok
    else:
        assert enough(first)
        assert not enough(first - timedelta(days=1))
