"""Finds the record that a link in a workbook that has come back means: one of those that its recipient was given."""

from ptman.intake.known import Entry
from ptman.intake.outcome import Outcome
from ptman.intake.planning import Planner
from ptman.intake.returned import words
from ptman.models.core import nouns
from ptman.roundtrip.rights import Right
from ptman.roundtrip.shape import Offer


def chosen(planner: Planner, outcome: Outcome, right: Right, offers: tuple[Offer, ...]) -> str | None:
    """What the link holds then; None with a complaint at its cell: the words mean none or several, or it is gone."""
    said = str(outcome.line.values[right.key])
    noun, by = right.target or ("", "id")
    label = nouns()[noun].LABEL
    if len(offers) != 1:
        message = words.several(said, label, offers) if offers else words.not_offered(said, label)
        planner.complain(outcome, right.key, "link-several" if offers else "link-not-offered", message)
        return None
    found = _entry(planner, noun, by, offers[0])
    if found is None or found["retired_on"] is not None:
        planner.complain(outcome, right.key, "link-gone", words.link_gone(said, label))
        return None
    return str(found.values[by])


def _entry(planner: Planner, noun: str, by: str, offer: Offer) -> Entry | None:
    if not offer.value:
        return planner.known.one(noun, nouns()[noun].NATURAL_KEY[0], offer.names[-1])
    return planner.known.get(noun, offer.value) if by == "id" else planner.known.one(noun, by, offer.value)
