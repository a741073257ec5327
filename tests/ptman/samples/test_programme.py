"""The invented programme: nobody real, a little more room than students, and too few seats in one category."""

import random
import re
from collections import Counter
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ptman.rules import identifiers
from ptman.samples import bases, mess, numbers, organisations, people, programme, students, subjects
from ptman.samples.made import Made, Season, Table

SEASON = Season(date(2026, 9, 10), 300, faulty=False)
DRAW = random.Random(1)  # noqa: S311 a test must go the same way each time


@pytest.fixture(scope="module")
def tables() -> tuple[Table, ...]:
    return programme.invent(SEASON, 2026)


def _places(rows: tuple[Made, ...], header: str, category: str) -> int:
    """The places of all who take a category, given by its first digits."""
    taking = [row for row in rows if any(code.startswith(category) for code in row.categories)]
    return sum(value for row in taking if isinstance(value := row.cells[header], int))


def test_numbers_are_distinct_and_nobodys(tables: tuple[Table, ...]) -> None:
    cohort = tables[0].rows
    ids = [str(row.cells["身份证号"]) for row in cohort]
    assert len(set(ids)) == len({row.number for row in cohort}) == 300
    assert all(number.startswith(people.REGION) for number in ids)
    mobiles = [str(row.cells["手机"]) for table in tables[:3] for row in table.rows]
    assert len(set(mobiles)) == len(mobiles)
    assert all(re.fullmatch(r"19900\d{6}", mobile) for mobile in mobiles)
    codes = {str(row.cells["统一社会信用代码"]) for table in tables[2:4] for row in table.rows}
    assert all(code.startswith("91990101") and identifiers.uscc(code).ok for code in codes)


def test_id_numbers_agree_with_gender(tables: tuple[Table, ...]) -> None:
    shown = {"male": "男", "female": "女"}
    for row in tables[0].rows:
        assert row.cells["性别"] == shown[identifiers.resident_id_gender(str(row.cells["身份证号"]))]


def test_supervisors_of_a_kind_have_different_names(tables: tuple[Table, ...]) -> None:
    for table in tables[1:4]:
        assert len({row.name for row in table.rows}) == len({row.number for row in table.rows}) == len(table.rows)


def test_there_is_a_little_room_but_in_one_category(tables: tuple[Table, ...]) -> None:
    seated = bases.seats(SEASON, organisations.invent(SEASON, DRAW), DRAW)
    for category, count in students.demand(SEASON).items():
        seats = sum(share for host, share in seated if host.category == category)
        assert seats < count if category == subjects.SCARCE else count < seats <= count * 1.15
        assert _places(tables[1].rows, "可带人数", category) >= count
    assert 1.05 <= _places(tables[3].rows, "每批容量", "08") / 300 <= 1.10


def test_some_appointments_end_early(tables: tuple[Table, ...]) -> None:
    ends = Counter(row.cells["聘期止"] for row in tables[2].rows)
    assert ends.pop(date(2028, 8, 31)) > 60
    assert sum(ends.values()) >= 3


def test_choices_are_skewed_and_of_the_students_category(tables: tuple[Table, ...]) -> None:
    numbers_of = {row.number: row for row in tables[1].rows} | {row.name: row for row in tables[1].rows}
    wanted: Counter[str] = Counter()
    for row in tables[4].rows:
        said = [row.cells[f"校内导师志愿{rank}"] for rank in "一二三"]
        chosen = [numbers_of[str(one)] for one in said if one is not None]
        assert len({one.number for one in chosen}) == len(chosen)
        assert all(row.categories[0] in one.categories for one in chosen)
        wanted.update(one.number for one in chosen)
    assert wanted.most_common(1)[0][1] > 3 * wanted.total() / len(tables[1].rows)


def test_every_kind_of_disorder_appears(tables: tuple[Table, ...]) -> None:
    messy = [value for table in tables for row in mess.of(table, DRAW) for value in row.cells.values()]
    words = " ".join(str(value) for value in messy if isinstance(value, str))
    for sign in ("同上", "无", "—", "+86", "\u00a0", "１", "2026年9月1日", "2026.9.1", "0854 电子信息", "级", "人"):
        assert sign in words
    assert any(isinstance(value, int) and value > 20_000_000 for value in messy)


def test_names_have_rare_characters_and_dots(tables: tuple[Table, ...]) -> None:
    names = "".join(row.name for table in tables[:3] for row in table.rows)
    assert "·" in names
    assert set(names) & set(people.RARE)


def test_the_partner_has_an_invented_code() -> None:
    hosts = organisations.invent(SEASON, DRAW)
    assert hosts[0].name == "华为技术有限公司（示例）"
    assert hosts[0].uscc.startswith("91990101")
    assert len({host.uscc for host in hosts}) == len({host.name for host in hosts}) == 25


@settings(deadline=None)
@given(st.integers(20, 2000), st.randoms())
def test_any_size_works(count: int, draw: random.Random) -> None:
    demand = students.demand(Season(date(2026, 9, 10), count, faulty=True))
    assert sum(demand.values()) == count
    shares = numbers.spread(count, -(-count // 8), 8, draw)
    assert sum(shares) == count
    assert max(shares) <= 8
    assert min(shares) >= 2


@pytest.mark.parametrize("count", [20, 21, 33, 47, 100, 1000])
def test_small_and_large_programmes(count: int) -> None:
    tables = programme.invent(Season(date(2027, 3, 1), count, faulty=True), count)
    assert len(tables[0].rows) == count
    assert tables[0].rows[0].cells["年级"] == 2026
    assert all(table.rows for table in tables)
