"""Registers of regular negotiation: meetings, resolutions, action items."""

from ptman.labels import Label
from ui.noun_pages import Group

GROUP = Group(
    "negotiation",
    Label("定期会商", "Negotiation"),
    (),
)
