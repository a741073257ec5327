"""For which period each student is paired, pure: the one they are placed in, else the first with a seat for them."""

from collections.abc import Mapping, Sequence
from datetime import date

from ptman.assign import eligible
from ptman.assign.problem import Role
from ptman.assign.situation import Learner, Site, Stay


def stay_of(placed: Sequence[str], stays: Sequence[Stay], today: date) -> str:
    """The last period a student is placed in, else the first that has not ended."""
    open_ones = [one.id for one in stays if one.ends_on >= today] or [stays[-1].id]
    return next((one.id for one in reversed(stays) if one.id in placed), open_ones[0])


def spread(learners: Sequence[Learner], stays: Sequence[Stay], sites: Sequence[Site], today: date) -> dict[str, str]:
    """The period of each student, by id.

    In the order of the list, a student who is placed nowhere goes to the first period not yet ended in which a base
    that may take them still has a seat, so that a second period fills when the first is full.
    """
    room = {(site.id, stay): seats - dict(site.elsewhere).get(stay, 0) for site in sites for stay, seats in site.seats}
    found = {learner.id: learner.stay for learner in learners}
    waiting = []
    for learner in learners:
        placed = learner.stands(Role.BASE)
        if placed is None:
            waiting.append(learner)
        else:
            room[placed.target, learner.stay] -= 1
    open_to = _Open(sites)
    for learner in waiting:
        seat = _first_seat(open_to, learner, [one for one in stays if one.ends_on >= today], room)
        if seat is not None:
            room[seat] -= 1
            found[learner.id] = seat[1]
    return found


class _Open:
    """The bases that may take students of a category in a period, judged once."""

    def __init__(self, sites: Sequence[Site]) -> None:
        self._sites = sites
        self._found: dict[tuple[str, str], list[tuple[str, str]]] = {}

    def seats(self, category: str, stay: Stay) -> list[tuple[str, str]]:
        key = category, stay.id
        if key not in self._found:
            fitting = (one.id for one in self._sites if eligible.site(category, one, stay) is None)
            self._found[key] = [(base, stay.id) for base in fitting]
        return self._found[key]


def _first_seat(
    open_to: _Open, learner: Learner, stays: Sequence[Stay], room: Mapping[tuple[str, str], int]
) -> tuple[str, str] | None:
    """A seat at the base that has most left, in the first period that has any for this student."""
    for stay in stays:
        best = max(open_to.seats(learner.category, stay), key=room.__getitem__, default=None)
        if best is not None and room[best] > 0:
            return best
    return None
