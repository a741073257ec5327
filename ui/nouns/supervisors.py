"""Registers of the double-supervisor system: appointments, supervisions, changes, guidance, assessment."""

from typing_extensions import override

from ptman.labels import Label
from ptman.listing import Listing
from ptman.register import lists, paper_lists
from ui import day
from ui.noun_pages import Group, NounPage, chips, noun_page


class AppointmentsPage(NounPage):
    KEY = "registers/appointment"
    NOUN = "appointment"
    TITLE = Label("聘任", "Appointments")
    ICON = "briefcase"
    EMPTY_ACTION = Label("新增聘任…", "New appointment…")
    CHIPS = chips("appointments")

    @override
    def blank_list(self) -> Listing:
        return paper_lists.APPOINTMENTS

    @override
    def list_rows(self, cohort: int | None) -> Listing:
        return self.desk.read(lists.appointments, day.today(), retired=True)


GROUP = Group(
    "supervisors",
    Label("双导师制", "Double supervisors"),
    (
        AppointmentsPage,
        noun_page("supervision", Label("指导关系", "Supervisions"), "link"),
        noun_page(
            "supervisor_change",
            Label("变更导师申请", "Changes of supervisor"),
            "refresh-cw",
            first=("request_no", "student", "role", "status", "applied_on", "reason_code"),
            hidden=("reason_text", "original_by", "new_by", "faculty_by", "office_by", "investigation", "remark"),
        ),
        noun_page(
            "guidance_record",
            Label("指导记录", "Guidance"),
            "book-open",
            first=("student", "role", "guided_on", "content", "mode", "stage"),
            hidden=("supervision",),
        ),
        noun_page(
            "supervisor_assessment",
            Label("导师考核", "Assessments"),
            "user-check",
            first=("industry_supervisor", "year", "score", "level", "decision"),
            hidden=("comment",),
        ),
    ),
)
