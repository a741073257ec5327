"""Registers of training and transfer bases: agreements, seats, visits, insurance, technology contracts."""

from typing_extensions import override

from ptman.labels import Label
from ptman.listing import Listing
from ptman.register import lists, paper_lists
from ui import day
from ui.noun_pages import Group, NounPage, chips, noun_page


class AgreementsPage(NounPage):
    KEY = "registers/agreement"
    NOUN = "agreement"
    TITLE = Label("协议", "Agreements")
    ICON = "handshake"
    EMPTY_ACTION = Label("新增协议…", "New agreement…")
    CHIPS = chips("agreements")

    @override
    def blank_list(self) -> Listing:
        return paper_lists.AGREEMENTS

    @override
    def list_rows(self, cohort: int | None) -> Listing:
        return self.desk.read(lists.agreements, day.today(), retired=True)


GROUP = Group(
    "bases",
    Label("基地", "Bases"),
    (
        AgreementsPage,
        noun_page("base_seats", Label("批次容量", "Seats"), "factory"),
    ),
)
