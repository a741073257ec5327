"""The pages of scanned files as a list: which letter each belongs to, or why none could be told."""

from collections.abc import Mapping, Sequence

from ptman.fields import Kind
from ptman.labels import Label
from ptman.listing import Column, Listing, Row
from ptman.scans.filing import Place, Sorted
from ptman.scans.sorting import Stretch
from ui.palette import Tone

_TITLE = Label("扫描件", "Scans")
COLUMNS = (
    Column("state", Label("结果", "Result"), width=9),
    Column("file", Label("文件", "File"), width=16),
    Column("pages", Label("页", "Pages"), width=6),
    Column("number", Label("文号", "Number"), Kind.IDENTIFIER, width=17),
    Column("host", Label("接收单位或原因", "Host or reason"), width=24),
)
BLANK = Listing("scans", "", _TITLE, COLUMNS, ())
FOUND, BY_HAND, LEFT = Label("归档", "To file"), Label("手工归档", "By hand"), Label("未归档", "Left over")
FAULT = Label("读不出", "Unreadable")


def listing(found: Sorted, chosen: Sequence[Stretch], places: Mapping[str, Place]) -> Listing:
    """`chosen` are the pages as the user has them now; a row's id is its place among them."""
    rows = [_row(str(at), found, one, places, by_hand=one != was)
            for at, (one, was) in enumerate(zip(chosen, found.stretches, strict=True))]  # fmt: skip
    rows += [_fault(f"file-{at}", scan.name, scan.fault) for at, scan in enumerate(found.scans) if scan.fault]
    return Listing("scans", "", _TITLE, COLUMNS, tuple(rows))


def _row(key: str, found: Sorted, one: Stretch, places: Mapping[str, Place], *, by_hand: bool) -> Row:
    name = found.scans[one.file].name
    first, last = one.pages[0] + 1, one.pages[-1] + 1
    span = f"{first}" if first == last else f"{first}–{last}"
    place = places.get(one.letter)
    if place is None:
        return Row(key, (LEFT, name, span, "", one.why), name.casefold(), frozenset({"left"}))
    state = BY_HAND if by_hand else FOUND
    return Row(key, (state, name, span, place.doc_no, place.host), name.casefold(), frozenset({"found"}))


def _fault(key: str, name: str, why: Label | None) -> Row:
    return Row(key, (FAULT, name, "", "", why), name.casefold(), frozenset({"fault"}))


def tone(row: Row, key: str) -> Tone:
    if key != "state":
        return Tone.PLAIN
    return Tone.DONE if "found" in row.tags else Tone.SOON if "left" in row.tags else Tone.OVERDUE
