"""Registers that the office sets up once: categories, fields, rules, series of document numbers."""

from ptman.labels import Label
from ui.noun_pages import Group, noun_page

GROUP = Group(
    "settings",
    Label("办公室设置", "Office settings"),
    (
        noun_page("rule_parameter", Label("规则参数", "Rule parameters"), "sliders-horizontal"),
        noun_page("degree_category", Label("专业学位类别", "Degree categories"), "scale"),
        noun_page("degree_field", Label("专业领域", "Degree fields"), "scale"),
        noun_page("document_series", Label("发文字号", "Document series"), "files"),
    ),
)
