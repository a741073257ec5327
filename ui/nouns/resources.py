"""Registers of shared teaching resources: the catalogue, requests, bookings."""

from ptman.labels import Label
from ui.noun_pages import Group

GROUP = Group(
    "resources",
    Label("教学资源", "Teaching resources"),
    (),
)
