"""The exact price of a choice by the quickest way that tells it, kept warm for all that is asked of one answer."""

from collections.abc import Mapping
from functools import cached_property

from ptman.assign import chain, whatif
from ptman.assign.answer import Answer, Seat
from ptman.assign.chain import Chain, Network
from ptman.assign.engine.forcing import Forced, Forcing
from ptman.assign.problem import Demand, Problem, Role
from ptman.assign.reading import Reading
from ptman.assign.whatif import Delta


class Exact:
    """Asked as often as one likes: a chain of moves on one side alone, else the warm relaxation, else a new solve."""

    def __init__(self, problem: Problem, answer: Answer) -> None:
        self._problem, self._answer = problem, answer
        self._networks: dict[Role, Network | None] = {}

    def of(self, wish: Demand) -> Chain | Forced | Delta:
        """What it costs the whole to give the student the wished one, whatever stands against it but a prohibition."""
        network = self._network(wish.role)
        if network is not None and (wish.student, wish.role) not in self.reading.locks:
            return network.chain(wish)
        if self._answer.given and self._forcing.applies(wish):
            found = self._forcing.force(wish)
            if found.exact:
                return found
        return whatif.what_if(self._problem, self._answer, wish)

    def _network(self, role: Role) -> Network | None:
        if role not in self._networks:
            alone = chain.applies(self._problem, self._answer, role)
            self._networks[role] = Network(self._problem, self._answer, role) if alone else None
        return self._networks[role]

    @cached_property
    def reading(self) -> Reading:
        return Reading(self._problem)

    @cached_property
    def loads(self) -> Mapping[Seat, int]:
        """How many units of each quota the answer takes; a quota that nobody takes from is not in it."""
        return dict(self.reading.loads(self._answer.given))

    @cached_property
    def _forcing(self) -> Forcing:
        return Forcing(self._problem, self._answer)
