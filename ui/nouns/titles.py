"""Registers of degrees and professional titles: rule sets, batches, reviews."""

from ptman.labels import Label
from ui.noun_pages import Group

GROUP = Group(
    "titles",
    Label("学位与职称", "Degrees and titles"),
    (),
)
