"""Whatever the order of hand edits, imports and undos: no hand edit goes that was not given up."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ptman import db, undo
from ptman.drafts import Fate
from ptman.errors import PtmanError
from ptman.intake import picture, store
from tests.conftest import Ticking
from tests.ptman.intake import books, resending

NUMBERS = ("22660001", "22660002")
NAMES = ("张雨桐", "李明")
Cell = tuple[str, str]
FIELDS = {"mobile": "手机", "study_mode": "学习形式"}
SAID = {"mobile": (None, "19900000001", "19900000002"), "study_mode": ("full_time", "part_time")}
SHOWN = {"full_time": "全日制", "part_time": "非全日制"}
cells = st.sampled_from([(number, key) for number in NUMBERS for key in FIELDS])
files = st.fixed_dictionaries({(number, key): st.sampled_from(SAID[key]) for number in NUMBERS for key in FIELDS})
steps = st.one_of(
    st.tuples(st.just("edit"), cells, st.integers(1, 2)),
    st.tuples(st.just("send"), st.sampled_from(["甲", "乙"]), files),
    st.tuples(st.just("theirs"), st.sampled_from(["甲", "乙"]), files),
    st.tuples(st.just("undo"), st.integers(0, 3), st.none()),
)


@dataclass
class Deed:
    """What one change set did, as the oracle sees it: cells written by hand, cells given up, what a source said."""

    number: int
    by_hand: dict[Cell, object] = field(default_factory=dict)
    sender: str = ""
    said: dict[Cell, object] = field(default_factory=dict)
    given_up: set[Cell] = field(default_factory=set)


@contextmanager
def fresh(template: Path) -> Iterator[db.Database]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(shutil.copy(template, Path(folder) / "office.ptman"))
        with db.Database(path, who="测试", clock=Ticking()) as office:
            yield office


def values(office: db.Database) -> dict[Cell, object]:
    """Every cell as it stands; none where the student is not there."""
    found = office.read(picture.known)
    students = [found.one("student", "student_no", number) for number in NUMBERS]
    return {
        (str(one["student_no"]), key): (one if key == "study_mode" else found.person_of(one))[key]
        for one in students
        if one is not None
        for key in FIELDS
    }


def rows(file: dict[Cell, object]) -> list[tuple[object, ...]]:
    return [
        books.student(number, name, 手机=file[number, "mobile"], 学习形式=SHOWN[str(file[number, "study_mode"])])
        for number, name in zip(NUMBERS, NAMES, strict=True)
    ]


def protected(deeds: list[Deed], sender: str) -> set[Cell]:
    """The cells last written by hand of which this source has not said the very same since."""
    found: set[Cell] = set()
    for deed in deeds:
        found |= deed.by_hand.keys()
        found -= deed.given_up
        if deed.sender == sender:
            found -= {cell for cell in found if deed.said.get(cell) is not None}
    return found


class Office:
    """The office beside what it must still hold."""

    def __init__(self, office: db.Database) -> None:
        self.office = office
        self.deeds: list[Deed] = []

    def last(self) -> int:
        return self.office.read(undo.history, 1)[0].number

    def edit(self, cell: Cell, choice: int) -> None:
        number, key = cell
        now = values(self.office)
        wanted = SAID[key][-choice]
        if cell in now and now[cell] != wanted:
            self.office.write(resending.edit, number, **{key: wanted})
            self.deeds.append(Deed(self.last(), {cell: wanted}))

    def send(self, sender: str, file: dict[Cell, object], *, theirs: bool) -> None:
        before = values(self.office)
        drawn = resending.draft(self.office, rows(file), sender)
        asked = set(resending.keys(drawn, Fate.CONFLICT)) if theirs else set()
        taken = drawn.draft.preset() | asked
        if not taken:
            return
        self.office.write(store.keep, drawn, taken)
        after = values(self.office)
        moved = {cell for cell in before if before[cell] != after[cell]}
        if not theirs:
            assert not moved & protected(self.deeds, sender)
        assert all(after[cell] == said for cell, said in file.items() if cell in moved)
        agreed = {cell: said for cell, said in file.items() if after.get(cell) == said}
        self.deeds.append(Deed(self.last(), sender=sender, said=agreed, given_up=moved))

    def undo(self, back: int) -> None:
        if back >= len(self.deeds):
            return
        deed = self.deeds[-1 - back]
        try:
            self.office.write(undo.undo, deed.number)
        except PtmanError as refused:
            if refused.code != "undo-blocked":
                raise
        else:
            self.deeds.remove(deed)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(done=st.lists(steps, min_size=3, max_size=9), first=files)
def test_no_hand_edit_is_lost(
    empty_office: Path, first: dict[Cell, object], done: list[tuple[str, object, object]]
) -> None:
    with fresh(empty_office) as opened:
        office = Office(opened)
        office.send("甲", first, theirs=False)
        for verb, one, other in done:
            match verb:
                case "edit":
                    office.edit(one, other)
                case "undo":
                    office.undo(one)
                case _:
                    office.send(one, other, theirs=verb == "theirs")
