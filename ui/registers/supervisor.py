"""What the inspector shows of a supervisor: load and students, and of an industry supervisor the appointments."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ptman.labels import Choice, Label, same
from ptman.listing import Load
from ptman.register import appointing, qualifying, standing, titles
from ptman.register.appointing import Proposed
from ptman.register.cards import Card
from ui import day, style
from ui.around.seen import Seen
from ui.desk import Desk
from ui.form_link import Link
from ui.palette import Tone
from ui.pieces import items as lines
from ui.pieces.items import Item, Items
from ui.pieces.load_bar import LoadBar
from ui.pieces.section import Section
from ui.registers import qualified, related
from ui.registers.pane import Build

IN_PLACE = {
    "academic_supervisor": (
        *("staff_no", "person.name", "department", "title_name", "category_codes"),
        *("max_students", "expertise", "person.mobile", "person.email"),
    ),
    "industry_supervisor": (
        *("supervisor_no", "person.name", "organisation_id", "post", "title_name", "category_code"),
        *("max_students", "expertise", "person.mobile", "person.email"),
    ),
}
NO_STUDENTS = Label("现在没有指导学生。", "Guides nobody now.")
NO_APPOINTMENTS = Label(
    "还没有聘任。没有聘任就不能指导学生。", "Not appointed yet; without an appointment nobody can be assigned."
)


@dataclass(frozen=True, slots=True)
class Guided:
    """One student and in which role they are guided."""

    id: str
    name: str
    role: Label
    since: date


@dataclass(frozen=True, slots=True)
class Around:
    """What the sections need beyond the record: how to open one, how to add one, the load of the list."""

    desk: Desk
    go: Callable[[str, str], object]
    add: Callable[[str, Mapping[str, object]], object]
    load: Load | None

    def read(self, seen: Seen) -> Build:
        """On the worker."""
        card = seen.card
        guides = [one for one in self.desk.read(standing.guides, day.today()).values() if one.supervisor == card.id]
        names = self.desk.read(titles.shown, "student", [one.student for one in guides])
        students = [Guided(one.student, names[one.student], one.role.label, one.since) for one in guides]
        if card.noun == "academic_supervisor":
            return lambda: [self._students(students)]
        terms = related.pointing(self.desk, "appointment", "industry_supervisor_id", card.id)
        terms = tuple(sorted(terms, key=lambda term: str(term.values["term_start"]), reverse=True))
        ahead = self.desk.read(appointing.proposed, card.id, day.today())
        found = self.desk.read(qualifying.judge, card.id, day.today())
        return lambda: [self._students(students), self._terms(card, terms, ahead), qualified.section(found)]

    def _students(self, students: Sequence[Guided]) -> Section:
        box = QWidget()
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(style.SMALL)
        if self.load is not None:
            layout.addWidget(LoadBar(self.load))
        items = [
            Item(
                same(one.name),
                one.role.plus(Label(f"自 {one.since}", f"since {one.since}"), " · "),
                partial(self.go, "student", one.id),
            )
            for one in sorted(students, key=lambda one: one.name)
        ]
        layout.addWidget(Items(items, NO_STUDENTS))
        return Section("supervisors/students", Label("指导的学生", "Students"), box)

    def _terms(self, card: Card, terms: Sequence[Card], ahead: Proposed) -> Section:
        items = [
            Item(_numbered(one), _term(one), partial(self.go, one.noun, one.id), None, _tone(one)) for one in terms
        ]
        label = Label("续聘…", "Renew…") if terms else Label("聘任…", "Appoint…")
        preset = preset_of(card, ahead)
        more = lines.adding(label, lambda: self.add("appointment", preset), self.desk.read_only)
        return Section("supervisors/terms", Label("聘任", "Appointments"), Items(items, NO_APPOINTMENTS, [more]))


def preset_of(card: Card, ahead: Proposed) -> dict[str, object]:
    """The next term as a draft, to be submitted, approved and certified."""
    return {
        "industry_supervisor_id": Link(card.id, card.title),
        "appoint_type": ahead.kind,
        "appointed_as": ahead.appointed_as,
        "category_code": _category(card),
        "term_start": ahead.starts_on,
        "term_end": ahead.ends_on,
        "previous_id": Link(ahead.previous, ahead.previous_title) if ahead.previous else None,
        "status": "draft",
    }


def _category(card: Card) -> Link | None:
    code = card.values["category_code"]
    return Link(str(code), card.shown["category_code"]) if code else None


def _numbered(term: Card) -> Label:
    number, kind = term.values["appointment_no"], term.values["appoint_type"]
    said = kind.label if isinstance(kind, Choice) else same("")
    return said.plus(same(str(number)), " ") if number else said


def _term(term: Card) -> Label:
    status = term.values["status"]
    said = status.label if isinstance(status, Choice) else same("")
    return same(f"{term.values['term_start']} – {term.values['term_end']}").plus(said, " · ")


def _tone(term: Card) -> Tone:
    end = term.values["term_end"]
    left = (end - day.today()).days if isinstance(end, date) else 0
    return Tone.QUIET if left < 0 else Tone.SOON if left <= 90 else Tone.PLAIN  # noqa: PLR2004 - three months
