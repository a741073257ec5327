"""Reads what the tab in front shows, on the worker."""

from dataclasses import dataclass

from ptman.aspects.talents import classes, looking
from ptman.aspects.talents.certifying import Tally
from ptman.listing import Listing
from ui import day
from ui.aspects.talents import tabs
from ui.desk import Desk


@dataclass(frozen=True, slots=True)
class Read:
    """The list of the tab of that key; the tallies belong to the certifications."""

    key: str
    listing: Listing
    tallies: tuple[Tally, ...] = ()


def read(desk: Desk, key: str, wanted: str) -> Read:
    """On the worker; certifications and classes are those of all cohorts."""
    today = day.today()
    if key == tabs.REPORTS:
        return Read(key, desk.read(looking.reports, wanted, today))
    if key == tabs.AUDIT:
        return Read(key, desk.read(looking.audits, wanted, today))
    if key == tabs.CLASSES:
        return Read(key, desk.read(classes.listing_of, today))
    found = desk.read(looking.certified, today)
    return Read(key, found.listing, found.tallies)
