"""The registers of nouns that have no page of their own, each drawn from the declarations of its fields."""

from collections.abc import Sequence
from typing import ClassVar

from typing_extensions import override

from ptman.labels import Label
from ptman.listing import Listing
from ptman.register import lists, paper_lists, rows, titles
from ui import day
from ui.pieces.chips import Chip
from ui.register_page import RegisterPage
from ui.registers.view import CURRENT, RETIRED

_EMPTY = Label("这里还没有记录。", "There are no records here yet.")
_TERMS: Sequence[Chip] = (CURRENT, *(Chip(tag, label, tag) for tag, label in lists.TAGS["agreements"]), RETIRED)


class NounPage(RegisterPage):
    """A register drawn from the fields of its noun alone."""

    ICON = "database"
    GUIDE = "registers"
    EMPTY = _EMPTY

    @override
    def blank_list(self) -> Listing:
        return rows.blank(self.NOUN, self.NOUN, self.TITLE, ())

    @override
    def list_rows(self, cohort: int | None) -> Listing:
        return self.desk.read(lists.any_noun, self.NOUN, retired=True)


def noun_page(noun: str, title: Label, icon: str) -> type[NounPage]:
    """A page over one noun; the title, in the plural, stands over its list."""
    one = titles.noun_class(noun).LABEL
    new = Label(f"新增{one.zh}…", f"New {one.en.lower()}…")
    about = {"KEY": f"registers/{noun}", "NOUN": noun, "TITLE": title, "ICON": icon, "EMPTY_ACTION": new}
    return type(f"{noun.title().replace('_', '')}Page", (NounPage,), about)


class AgreementsPage(NounPage):
    KEY = "registers/agreement"
    NOUN = "agreement"
    TITLE = Label("协议", "Agreements")
    ICON = "handshake"
    EMPTY_ACTION = Label("新增协议…", "New agreement…")
    CHIPS: ClassVar[Sequence[Chip]] = _TERMS

    @override
    def blank_list(self) -> Listing:
        return paper_lists.AGREEMENTS

    @override
    def list_rows(self, cohort: int | None) -> Listing:
        return self.desk.read(lists.agreements, day.today(), retired=True)


class AppointmentsPage(NounPage):
    KEY = "registers/appointment"
    NOUN = "appointment"
    TITLE = Label("聘任", "Appointments")
    ICON = "briefcase"
    EMPTY_ACTION = Label("新增聘任…", "New appointment…")
    CHIPS: ClassVar[Sequence[Chip]] = _TERMS

    @override
    def blank_list(self) -> Listing:
        return paper_lists.APPOINTMENTS

    @override
    def list_rows(self, cohort: int | None) -> Listing:
        return self.desk.read(lists.appointments, day.today(), retired=True)


NOUNS: Sequence[type[RegisterPage]] = (
    noun_page("organisation", Label("单位", "Organisations"), "building-2"),
    noun_page("organisation_name", Label("曾用名", "Former names"), "history"),
    noun_page("contact", Label("联系人", "Contacts"), "user"),
    AgreementsPage,
    AppointmentsPage,
    noun_page("period", Label("实践批次", "Periods"), "calendar"),
    noun_page("base_seats", Label("批次容量", "Seats"), "factory"),
    noun_page("programme", Label("培养项目", "Programmes"), "school"),
    noun_page("degree_category", Label("专业学位类别", "Degree categories"), "scale"),
    noun_page("degree_field", Label("专业领域", "Degree fields"), "scale"),
    noun_page("preference", Label("志愿", "Preferences"), "list-checks"),
    noun_page("supervision", Label("指导关系", "Supervisions"), "link"),
    noun_page("person", Label("人员", "People"), "users"),
    noun_page("rule_parameter", Label("规则参数", "Rule parameters"), "sliders-horizontal"),
    noun_page("document_series", Label("发文字号", "Document series"), "files"),
)
