"""Registers of shared teaching resources: the catalogue, requests and bookings, certified instructors."""

from ptman.labels import Label
from ui.noun_pages import Group, noun_page

OF_ONE_KIND = (
    *("opens_at", "closes_at", "course_code", "hours", "credits", "delivery", "is_ict", "ict_code", "authors"),
    *("source", "teaching_note", "authorised", "library_no", "library_on", "isbn", "publisher", "edition", "vendor"),
    *("level", "ip_owner", "licence_terms", "summary", "remark", "url", "contact_phone", "category"),
)
"""Columns that wait in the chooser: most of them stay blank for most kinds."""

GROUP = Group(
    "resources",
    Label("教学资源", "Teaching resources"),
    (
        noun_page(
            "teaching_resource",
            Label("资源目录", "Resources"),
            "book-open",
            first=("resource_no", "name", "kind", "owner", "status", "share_scope", "valid_to"),
            hidden=OF_ONE_KIND,
        ),
        noun_page(
            "resource_use",
            Label("申请与使用", "Requests and uses"),
            "calendar",
            first=("use_no", "resource", "subject", "user_name", "starts_at", "ends_at", "status"),
            hidden=("person", "user_phone", "comment", "evaluated_on", "remark"),
        ),
        noun_page(
            "instructor",
            Label("认证讲师", "Instructors"),
            "user-check",
            first=("name", "unit", "level", "direction", "valid_until"),
            hidden=("phone", "remark"),
        ),
    ),
)
