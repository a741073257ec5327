"""Registers of degrees and professional titles: applications, batches, rule sets."""

from ptman.labels import Label
from ui.noun_pages import Group, noun_page

GROUP = Group(
    "titles",
    Label("学位与职称", "Degrees and titles"),
    (
        noun_page(
            "title_application",
            Label("职称申报", "Title applications"),
            "award",
            first=("application_no", "student", "status", "batch", "specialty", "target_title", "cert_no"),
            hidden=("series", "target_level", "prelim_opinion", "remark", "apply_kind"),
        ),
        noun_page(
            "title_batch",
            Label("职称批次", "Title batches"),
            "calendar",
            first=("name", "status", "apply_close", "review_on", "publicity_from", "publicity_to"),
            hidden=("year", "notice_doc_no", "approval_doc_no", "cert_prefix", "remark"),
        ),
        noun_page("title_rule_set", Label("职称规则", "Title rules"), "scale", hidden=("remark",)),
    ),
)
