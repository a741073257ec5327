"""What the letters page shows: the letters that wait, those that were issued, and why none could be drafted."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ptman.errors import PtmanError
from ptman.fields import Kind
from ptman.labels import Label
from ptman.letters import in_hand, radar, store
from ptman.letters.comparing import Change
from ptman.letters.draft import Letter, LettersDraft
from ptman.letters.in_hand import InHand
from ptman.listing import Column, Listing, Row
from ptman.register import lists, paper_lists
from ui import out_of_date
from ui.desk import Desk
from ui.palette import Tone
from ui.pieces import cohort_box
from ui.pieces.chips import Chip

Order = Callable[[Row], Any]  # Any: whatever rows can be sorted by
DRAFT, KEPT = "draft:", "kept:"
"""What the row ids of letters that wait begin with, and of what was laid aside."""
TITLE = Label("文书", "Letters")
WAITING, REFUSED = Label("待签发", "To issue"), Label("不能签发", "Cannot be issued")
IN_HAND = Label("拟稿", "In hand")
CHIPS = (
    Chip("draft", WAITING, "draft"),
    Chip("kept", IN_HAND, "kept"),
    Chip("issued", Label("已发", "Issued"), "issued"),
    Chip(out_of_date.TAG, out_of_date.STALE, out_of_date.TAG),
    Chip("unreturned", Label("逾期未回", "Not returned"), "unreturned"),
    Chip("superseded", Label("已替代", "Superseded"), "superseded"),
    Chip("void", Label("作废", "Void"), "void"),
)
COLUMNS = (
    Column("state", Label("状态", "State"), width=10),
    Column("number", Label("文号", "Number"), Kind.IDENTIFIER, width=17),
    Column("host", Label("接收单位", "Host"), width=20),
    Column("students", Label("人数", "Students"), Kind.NUMBER, width=8),
    Column("notes", Label("提醒", "Warnings"), width=8),
    Column("date", Label("发文日期", "Issued on"), Kind.DATE, width=9),
    Column("period", Label("批次", "Period"), width=11),
)
BLANK = Listing("letters", "issued_document", TITLE, COLUMNS, ())


@dataclass(frozen=True, slots=True)
class Shown:
    """One moment of the letters of a cohort; `plan` is None where nothing can be drafted, and `why` says why.

    `stale` has what changed since by the id of each letter that is out of date.
    """

    cohorts: tuple[int, ...] = ()
    cohort: int | None = None
    plan: LettersDraft | None = None
    why: Label | None = None
    listing: Listing = BLANK
    stale: Mapping[str, tuple[Change, ...]] = field(default_factory=dict)
    kept: tuple[InHand, ...] = ()

    def letter(self, row_id: str) -> Letter | None:
        letters = self.plan.letters if self.plan is not None else ()
        return next((letter for letter in letters if DRAFT + letter.key == row_id), None)

    def in_hand(self, row_id: str) -> InHand | None:
        """What was laid aside in that row."""
        return next((one for one in self.kept if KEPT + one.id == row_id), None)

    @property
    def selection(self) -> InHand | None:
        """The ticks laid aside of this cohort's letters."""
        return next((one for one in self.kept if one.cohort is not None), None)


def in_order(row: Row) -> tuple[int, ...]:
    """Sorts issued letters by year and number, as they are printed and filed."""
    return tuple(int(digits) for digits in re.findall("[0-9]+", str(row.cells[1])))


def by_host(row: Row) -> tuple[str, tuple[int, ...]]:
    """Sorts letters as they are put into envelopes: all of one host together, each host's by number."""
    return str(row.cells[2]), in_order(row)


def load(desk: Desk, wanted: str, today: date) -> Shown:
    """On the worker. `wanted` is the cohort chosen last, as a text."""
    cohorts = desk.read(lists.cohorts)
    cohort = cohort_box.picked(wanted, cohorts)
    if cohort is None:
        return Shown()
    plan, why = _drafted(desk, cohort, today)
    issued = desk.read(paper_lists.letters, today, cohort)
    waiting = [_waiting(letter) for letter in plan.letters] if plan is not None else []
    kept = desk.read(in_hand.listed, cohort)
    stale = {one.id: one.changes for one in desk.read(radar.stale, today, cohort)}
    newest_first = sorted((_issued(issued, row, stale) for row in issued.rows), key=in_order, reverse=True)
    rows = (*(_kept(one) for one in kept), *waiting, *newest_first)
    return Shown(cohorts, cohort, plan, why, Listing("letters", "issued_document", TITLE, COLUMNS, rows), stale, kept)


def _kept(one: InHand) -> Row:
    cells = (IN_HAND, "", one.title, len(one.chosen), None, one.saved_on, one.language)
    return Row(KEPT + one.id, cells, f"{one.title} {one.saved_by}".casefold(), frozenset({"kept"}))


def _drafted(desk: Desk, cohort: int, today: date) -> tuple[LettersDraft | None, Label | None]:
    try:
        return desk.read(store.draft, cohort, today), None
    except PtmanError as error:
        return None, error.sentence


def _waiting(letter: Letter) -> Row:
    count = len(letter.warnings)
    notes = Label(f"{count} 条", f"{count}") if count else None
    state = REFUSED if letter.refused else WAITING
    number = "" if letter.refused else f"({letter.facts.doc_no})"
    batch = letter.batch
    cells = (state, number, batch.host, len(batch.trips), notes, None, batch.period_name)
    names = " ".join(trip.name for trip in batch.trips)
    tags = {"draft"} | ({"refused"} if letter.refused else {"issuable"}) | ({"warned"} if count else set())
    return Row(DRAFT + letter.key, cells, f"{batch.host} {batch.period_name} {names}".casefold(), frozenset(tags))


def _issued(issued: Listing, row: Row, stale: Mapping[str, tuple[Change, ...]]) -> Row:
    keys = ("status", "doc_no", "addressee", "students", None, "issued_on", "period")
    changed = out_of_date.counted(stale.get(row.id, ()))
    cells = tuple(row.cells[issued.index(key)] if key else changed for key in keys)
    return Row(row.id, cells, row.find, row.tags | ({out_of_date.TAG} if changed else set()))


def tone(row: Row, key: str) -> Tone:
    """How a cell of the list is coloured."""
    if {"void", "superseded"} & row.tags:
        return Tone.QUIET
    if key == "state":
        return Tone.OVERDUE if "refused" in row.tags else Tone.ACCENT if {"draft", "kept"} & row.tags else Tone.PLAIN
    if key == "number" and "draft" in row.tags:
        return Tone.QUIET
    if key == "notes":
        return Tone.OVERDUE if out_of_date.TAG in row.tags else Tone.SOON
    return Tone.PLAIN
