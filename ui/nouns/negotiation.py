"""Registers of regular negotiation: meetings, resolutions, action items."""

from ptman.labels import Label
from ui.noun_pages import Group, noun_page

GROUP = Group(
    "negotiation",
    Label("定期会商", "Negotiation"),
    (
        noun_page(
            "meeting",
            Label("会议", "Meetings"),
            "calendar",
            first=("meeting_no", "title", "planned_on", "status"),
            hidden=("kind", "online", "host_post", "remark"),
        ),
        noun_page("meeting_series", Label("会议系列", "Meeting series"), "refresh-cw", hidden=("remark",)),
        noun_page(
            "action_item",
            Label("行动项", "Action items"),
            "list-checks",
            first=("action_no", "content", "status", "due_on", "lead_organisation", "owner", "progress"),
            hidden=("topic", "cancelled_by", "closed_on"),
        ),
        noun_page(
            "commitment",
            Label("承诺", "Commitments"),
            "handshake",
            first=("commitment_no", "partner", "content", "amount", "delivered", "status"),
            hidden=("topic", "remark"),
        ),
        noun_page(
            "coop_task",
            Label("合作任务", "Targets"),
            "check",
            first=("task_no", "aspect", "target", "measure", "target_value", "actual_value", "status"),
            hidden=("remark",),
        ),
        noun_page("coop_aspect", Label("合作方面", "Aspects"), "scale"),
    ),
)
