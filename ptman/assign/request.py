"""What a person asks of an assignment: what may move, what must hold, what it is to be best at, and the draw's seed."""

import dataclasses

from ptman.assign.problem import Demand, Given, Role
from ptman.assign.weights import USUAL, Weights
from ptman.models import choices_assigning

Mode = choices_assigning.ScenarioMode


@dataclasses.dataclass(frozen=True, slots=True)
class Limit:
    """An upper quota that holds for this request alone; `at` is a base's period."""

    role: Role
    target: str
    upper: int
    at: str = ""


@dataclasses.dataclass(frozen=True, slots=True)
class Request:
    """What a draft is to heed: `again` lets all that stands move but for what is locked; `demands` hold at any price.

    A demand may name somebody who is full or not eligible; the draft's remarks then say so. With a `seed` equally good
    answers are drawn between. `against` is what fewest moves are counted from; None: from what stands today. `vacant`
    roles are left open, `freed` ones may move although they stand.
    """

    again: bool = False
    demands: tuple[Demand, ...] = ()
    mode: Mode = Mode.TOTAL
    weights: Weights = USUAL
    seed: str = ""
    limits: tuple[Limit, ...] = ()
    against: tuple[tuple[str, Given], ...] | None = None
    vacant: tuple[tuple[str, Role], ...] = ()
    freed: tuple[tuple[str, Role], ...] = ()

    @property
    def moves(self) -> bool:
        """Whether what stands may move: fewest moves would mean nothing where nothing can."""
        return self.again or self.mode is Mode.MINIMAL_CHANGE


PLAIN = Request()
