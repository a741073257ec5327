"""Registers of high-calibre talents: programmes, plans, milestones, courses, certifications."""

from ptman.labels import Label
from ui.noun_pages import Group, noun_page

GROUP = Group(
    "talents",
    Label("人才培养", "Talents"),
    (noun_page("programme", Label("培养项目", "Programmes"), "school"),),
)
