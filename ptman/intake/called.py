"""Finds the record that a cell names by its number, its name, or what lists call it; says so where it cannot."""

from ptman.intake import links, titled
from ptman.intake.known import Entry, Known
from ptman.intake.outcome import Outcome
from ptman.intake.planning import Planner
from ptman.labels import Label
from ptman.models import naming
from ptman.models.core import Record, nouns


def link(planner: Planner, outcome: Outcome, cls: type[Record], at: tuple[str, str], said: str) -> str | None:
    """What the column `at[0]` holds for the words of the cell under `at[1]`; None with a complaint."""
    key, slot = at
    noun, by = naming.target(cls, key) or ("", "")
    if noun == "degree_category" and by == "code":
        return links.category(planner, outcome, slot, said)
    found = candidates(planner.known, noun, said)
    if len(found) == 1:
        return str(found[0].values[by])
    what = nouns()[noun].LABEL
    if found:
        message = Label(
            f"有 {len(found)} 个{what.zh}都叫“{said}”；请填编号或更完整的名称。",
            f"{len(found)} records ({what.en}) are called “{said}”; give the number or a fuller name.",
        )
    else:
        message = Label(
            f"没有“{said}”这个{what.zh}；请先登记，或填编号、全名。",
            f"There is no {what.en.lower()} “{said}”; add it first, or give its number or full name.",
        )
    planner.complain(outcome, slot, "link-unknown", message)
    return None


def candidates(known: Known, noun: str, said: str) -> tuple[Entry, ...]:
    """The records of `noun` that may be meant, surest way first: natural key, code, name, title, number with name."""
    cls = nouns()[noun]
    own = [key for key in ("code", "name") if key in cls.__mapper__.columns]
    for key in (*(cls.NATURAL_KEY if len(cls.NATURAL_KEY) == 1 else ()), *own):
        if found := known.where(noun, key, said):
            return found
    found = known.told_by(noun, "@title", lambda entry: titled.title(known, noun, entry), said)
    if found or len(cls.NATURAL_KEY) != 1:
        return found
    one = links.by_number_or_name(known, noun, cls.NATURAL_KEY[0], said)
    return (one,) if one is not None else ()
