"""Registers of the main job: who and where."""

from ptman.labels import Label
from ui.noun_pages import Group, noun_page

GROUP = Group(
    "main",
    Label("名册", "Rosters"),
    (
        noun_page("organisation", Label("单位", "Organisations"), "building-2"),
        noun_page("organisation_name", Label("曾用名", "Former names"), "history"),
        noun_page("contact", Label("联系人", "Contacts"), "user"),
        noun_page("period", Label("实践批次", "Periods"), "calendar"),
        noun_page("preference", Label("志愿", "Preferences"), "list-checks"),
        noun_page("pairing_hint", Label("回避与倾向", "Pairing hints"), "handshake"),
        noun_page("pairing_need", Label("配对需求", "Pairing needs"), "user-check"),
        noun_page("person", Label("人员", "People"), "users"),
    ),
)
