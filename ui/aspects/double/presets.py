"""What stands in a form at first, from what is selected on the desk."""

from ptman.aspects.double import looking
from ptman.aspects.double.guiding import GuidedRow
from ptman.aspects.double.looking import Look
from ui.aspects.double import tabs
from ui.aspects.double.deeds import State
from ui.form_link import Link


def change(look: Look, state: State) -> dict[str, object]:
    """The student and the role of the selected pair."""
    pair = _pair(look, state)
    if pair is None:
        return {"role": "industry"}
    return {"student_id": Link(pair.student, f"{pair.name} {pair.number}"), "role": pair.role.value}


def leaver(look: Look, state: State) -> str:
    """The selected supervisor, or whoever guides the selected pair."""
    if state.supervisor is not None:
        return state.supervisor.id
    pair = _pair(look, state)
    return pair.guide.id if pair is not None else ""


def year(look: Look) -> int:
    """The last school year that has been assessed, else the one that runs."""
    listing = look.lists[looking.ASSESSMENTS]
    at = listing.index("year")
    years = [cell for row in listing.rows if isinstance(cell := row.cells[at], int)]
    return max(years, default=look.year)


def _pair(look: Look, state: State) -> GuidedRow | None:
    chosen = state.of(tabs.GUIDANCE)[:1]
    return next((one for one in look.matrix.rows if [one.key] == list(chosen)), None)
