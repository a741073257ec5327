"""What the inspector shows of a base: seats per period, agreements, host with names and contacts, who is there."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtWidgets import QPushButton

from ptman.labels import Choice, Label, same
from ptman.listing import Load, Row, Value, shown
from ptman.register import cards, lists, references, seats, titles
from ptman.register.cards import Card
from ptman.register.names import Stretch
from ui import day, words
from ui.around.seen import Seen
from ui.desk import Desk
from ui.form_link import Link
from ui.palette import Tone
from ui.pieces import items as lines
from ui.pieces.items import Item, Items
from ui.pieces.section import Section
from ui.registers import related
from ui.registers.pane import Build

IN_PLACE = (
    *("base_no", "name", "level", "category_codes", "capacity_per_batch"),
    *("contact_name", "contact_phone", "safety_officer"),
)
NO_PERIODS = Label("还没有未结束的批次。在“登记册”中新增批次。", "No period that has not ended; add one in Registers.")
NO_AGREEMENTS = Label(
    "没有协议。没有有效协议不宜派遣。", "No agreement; none should be sent here without one in force."
)
NO_CONTACTS = Label("没有联系人。", "No contacts.")
NOBODY = Label("没有学生派到这里。", "No student is placed here.")
SOON = 90


@dataclass(frozen=True, slots=True)
class Belongings:
    """What the worker has read about a base."""

    card: Card
    host: Card
    former: tuple[Card, ...]
    contacts: tuple[Card, ...]
    agreements: tuple[Card, ...]
    seats: tuple[tuple[Stretch, Load, str | None], ...]
    placed: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Around:
    """How to open a record, how to add one, and which cohort's seats are wanted."""

    desk: Desk
    go: Callable[[str, str], object]
    add: Callable[[str, Mapping[str, object]], object]
    cohort: int | None

    def read(self, seen: Seen) -> Build:
        """On the worker."""
        card = seen.card
        host = self.desk.read(cards.card, "organisation", str(card.values["host_organisation_id"]))
        found = Belongings(
            card,
            host,
            related.pointing(self.desk, "organisation_name", "organisation_id", host.id),
            related.pointing(self.desk, "contact", "organisation_id", host.id),
            related.pointing(self.desk, "agreement", "base_id", card.id),
            self._seats(card.id),
            self._placed(card.id),
        )
        return lambda: self._sections(found)

    def _seats(self, base: str) -> tuple[tuple[Stretch, Load, str | None], ...]:
        """Each period with its seats, and the record where the office has set them."""
        filled = self.desk.read(seats.seats, day.today(), self.cohort)
        rows = related.pointing(self.desk, "base_seats", "base_id", base)
        known = {str(row.values["period_id"]): row.id for row in rows}
        return tuple((one, filled.loads[base, one.id], known.get(one.id)) for one in filled.periods)

    def _placed(self, base: str) -> tuple[tuple[str, str, str], ...]:
        column = references.Reference(titles.noun_class("placement"), "base_id", "id")
        ids = {record.id for record in self.desk.read(references.rows, column, base)}
        listing = self.desk.read(lists.placements, day.today(), self.cohort)
        at = [listing.index(key) for key in ("name", "student_no", "starts_on", "ends_on")]
        return tuple(_stay(row, [row.cells[i] for i in at]) for row in listing.rows if row.id in ids)

    def _sections(self, found: Belongings) -> Sequence[Section]:
        go = self.go
        people = [Item(same(name), same(detail), partial(go, "placement", key)) for key, name, detail in found.placed]
        count = len(people)
        return [
            Section("bases/seats", Label("各批次容量", "Seats per period"), self._seats_list(found)),
            Section("bases/agreements", Label("协议", "Agreements"), self._agreements(found)),
            Section("bases/host", Label("依托单位", "Host"), self._host(found)),
            Section("bases/contacts", Label("联系人", "Contacts"), self._contacts(found)),
            Section("bases/placed", Label(f"派到这里的学生 {count}", f"Placed here {count}"), Items(people, NOBODY)),
        ]

    def _seats_list(self, found: Belongings) -> Items:
        items = [
            Item(
                Label(f"{one.cohort}级 {one.name}", f"{one.cohort} {one.name}"),
                _dated(one, key),
                partial(self.go, "base_seats", key) if key else partial(self.add, "base_seats", _new_seats(found, one)),
                load,
            )
            for one, load, key in found.seats
        ]
        return Items(items, NO_PERIODS)

    def _agreements(self, found: Belongings) -> Items:
        items = [
            Item(
                same(str(one.values["agreement_no"])), _term(one), partial(self.go, one.noun, one.id), None, _tone(one)
            )
            for one in found.agreements
        ]
        preset = {"base_id": Link(found.card.id, found.card.title), "kind": "base", "valid_from": day.today()}
        label = Label("新增协议…", "New agreement…")
        return Items(items, NO_AGREEMENTS, [self._adding(label, "agreement", preset)])

    def _host(self, found: Belongings) -> Items:
        host = found.host
        former = [
            Item(
                same(str(one.values["name"])),
                Label(
                    f"曾用名，至 {_day(one.values['valid_to'])}", f"Former name, until {_day(one.values['valid_to'])}"
                ),
                partial(self.go, one.noun, one.id),
            )
            for one in found.former
        ]
        code = same(shown(host.values["uscc"], words.lang()) or "—")
        return Items([Item(same(host.title), code, partial(self.go, host.noun, host.id)), *former], NOBODY)

    def _contacts(self, found: Belongings) -> Items:
        items = [
            Item(same(one.title), same(_joined(one, "duty", "post", "phone")), partial(self.go, one.noun, one.id))
            for one in found.contacts
        ]
        preset = {"organisation_id": Link(found.host.id, found.host.title)}
        return Items(items, NO_CONTACTS, [self._adding(Label("新增联系人…", "New contact…"), "contact", preset)])

    def _adding(self, label: Label, noun: str, preset: Mapping[str, object]) -> QPushButton:
        return lines.adding(label, lambda: self.add(noun, preset), self.desk.read_only)


def _stay(row: Row, cells: list[Value]) -> tuple[str, str, str]:
    name, number, start, end = (str(cell) for cell in cells)
    return row.id, name, f"{number} · {start} – {end}"


def _new_seats(found: Belongings, period: Stretch) -> dict[str, object]:
    title = f"{period.cohort} {period.name}"
    return {"base_id": Link(found.card.id, found.card.title), "period_id": Link(period.id, title)}


def _dated(period: Stretch, key: str | None) -> Label:
    own = Label("", "") if key else Label(" · 按基地容量", " · the base's own")
    return same(f"{period.starts_on} – {period.ends_on}").plus(own, "")


def _term(agreement: Card) -> Label:
    kind = agreement.values["kind"]
    said = kind.label if isinstance(kind, Choice) else same("")
    until = _day(agreement.values["valid_to"])
    return said.plus(same(f"{_day(agreement.values['valid_from'])} – {until}"), " · ")


def _tone(agreement: Card) -> Tone:
    end = agreement.values["valid_to"]
    if not isinstance(end, date) or agreement.values["auto_renew"]:
        return Tone.QUIET
    left = (end - day.today()).days
    return Tone.OVERDUE if left < 0 else Tone.SOON if left <= SOON else Tone.QUIET


def _day(value: Value) -> str:
    return value.isoformat() if isinstance(value, date) else "…"


def _joined(card: Card, *keys: str) -> str:
    return " · ".join(str(card.values[key]) for key in keys if card.values[key])
