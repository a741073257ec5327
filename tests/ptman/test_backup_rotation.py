"""Which automatic copies stay: the last ten, the newest of seven days, four weeks and twelve months, and no other."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from ptman import backup
from ptman.backup import Backup

START = datetime(2025, 1, 1, tzinfo=UTC)
# Minutes of work days close together and gaps of months, so that every rule has something to choose from.
GAPS = st.one_of(st.integers(1, 300), st.integers(1000, 3000), st.integers(9000, 60000))


def copies(gaps: list[int]) -> list[Backup]:
    """Oldest first, no two at one moment."""
    at, made = START, []
    for gap in gaps:
        at += timedelta(minutes=gap)
        made.append(Backup(Path(f"office-{at:%Y%m%d-%H%M%S}-closing.ptman"), at, "closing"))
    return made


def newest_of(made: list[Backup], count: int, bucket: Callable[[datetime], object]) -> set[Backup]:
    """The rule in other words: nothing newer in its bucket, and fewer than `count` buckets after it."""
    kept = set()
    for one in made:
        newer = [other for other in made if other.at > one.at]
        buckets = {bucket(other.at) for other in newer}
        if bucket(one.at) not in buckets and len(buckets) < count:
            kept.add(one)
    return kept


@given(st.lists(GAPS, max_size=60))
@settings(deadline=None)
def test_each_rule_keeps_its_own_and_nothing_else_stays(gaps: list[int]) -> None:
    made = copies(gaps)
    kept = set(made[-10:])
    kept |= newest_of(made, 7, lambda at: at.date())
    kept |= newest_of(made, 4, lambda at: at.strftime("%G-%V"))
    kept |= newest_of(made, 12, lambda at: at.strftime("%Y-%m"))
    gone = backup.surplus(reversed(made))
    assert set(made) - set(gone) == kept
    assert backup.surplus(kept) == ()


def test_copies_of_one_second_are_kept_apart(office_path: Path) -> None:
    made = [backup.automatic(office_path, "import", START) for _ in range(3)]
    assert len({one.path for one in made}) == 3
    assert backup.listed(office_path) == (made[2], made[1], made[0])
    assert {one.reason for one in backup.listed(office_path)} == {"import"}


def test_old_copies_go_with_their_checksums_and_strangers_stay(office_path: Path) -> None:
    strange = office_path.with_name(office_path.name + "-backups") / "office-by-hand.ptman"
    backup.automatic(office_path, "closing", START)
    for name in (strange, strange.with_name("office-99999999-999999-closing.ptman"), strange.with_name("notes.txt")):
        name.write_text("kept")
    for minute in range(1, 15):
        backup.automatic(office_path, "closing", START + timedelta(minutes=minute))
    listed = backup.listed(office_path)
    assert len(listed) == 10
    names = {path.name for path in strange.parent.iterdir()}
    assert names >= {"office-by-hand.ptman", "notes.txt", "office-99999999-999999-closing.ptman"}
    assert len(names) == 3 + 2 * 10


def test_a_name_with_brackets_and_what_a_broken_copy_left(tmp_path: Path, empty_office: Path) -> None:
    office = tmp_path / "office[1].ptman"
    office.write_bytes(empty_office.read_bytes())
    first = backup.automatic(office, "closing", START)
    left = first.path.with_name("x.ptman.part")
    left.write_text("half")
    second = backup.automatic(office, "closing", START + timedelta(seconds=1))
    assert backup.listed(office) == (second, first)
    assert not left.exists()
