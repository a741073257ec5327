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
        noun_page("base_post", Label("岗位", "Posts"), "briefcase", hidden=("requirement",)),
        noun_page("site_visit", Label("实地考察", "Site visits"), "map-pin", hidden=("note",)),
        noun_page("compliance_check", Label("合规检查", "Compliance checks"), "list-checks"),
        noun_page("base_evaluation", Label("基地评估", "Evaluations of bases"), "scale", hidden=("remark",)),
        noun_page(
            "insurance_policy",
            Label("保险", "Insurance"),
            "lock",
            first=("policy_no", "insured", "coverage_kind", "effective_date", "expiry_date", "status"),
            hidden=("remark", "premium", "insured_sum"),
        ),
        noun_page("safety_training", Label("安全教育", "Safety trainings"), "school", hidden=("remark",)),
        noun_page(
            "incident",
            Label("安全事件", "Incidents"),
            "triangle-alert",
            first=("incident_no", "occurred_on", "kind", "severity", "base", "handle_by", "closed_on"),
            hidden=("description", "handling", "place"),
        ),
        noun_page(
            "tech_project",
            Label("技术项目", "Technology projects"),
            "sparkles",
            first=("project_no", "name", "stage", "partner", "base", "starts_on", "ends_on"),
            hidden=("confidential", "remark"),
        ),
        noun_page(
            "tech_contract",
            Label("技术合同", "Technology contracts"),
            "file-text",
            first=("contract_no", "name", "contract_type", "status", "buyer", "seller", "amount", "valid_to"),
            hidden=("royalty_note", "licence_kind", "secret_until", "registered_by", "remark"),
        ),
    ),
)
