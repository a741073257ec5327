"""The answer to an assignment problem: who is given to whom, how good it is, and the prices that prove it."""

import dataclasses
from collections.abc import Mapping
from fractions import Fraction

from ptman.assign.problem import Given, Role, Status

Seat = tuple[Role, str, str]
"""A limited row of the problem: a role, an id, and for a base its period, for a whole organisation ORGANISATION."""


@dataclasses.dataclass(frozen=True, slots=True)
class Finding:
    """A demand that could not hold as it stands: a code, the role it is about, ids by part and numbers by name."""

    code: str
    role: Role
    target: str
    students: tuple[str, ...] = ()
    numbers: tuple[tuple[str, int], ...] = ()
    reason: str = ""


@dataclasses.dataclass(frozen=True, slots=True)
class Certificate:
    """Integer prices of seats, in points times `scale`: any prices give a valid bound, good ones a tight one.

    `multipliers` price the tiers that come before, in their order, also times `scale`.
    """

    prices: Mapping[Seat, int]
    scale: int = 1 << 20
    multipliers: tuple[int, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True)
class Tier:
    """One aim in order of importance: what it counts, its value, and how low it could be, given those before it.

    `bound` is what the solver reached, `proved` what the certificate alone proves.
    """

    code: str
    value: int
    bound: int
    proved: int
    certificate: Certificate

    @property
    def gap(self) -> int:
        return self.value - self.bound


@dataclasses.dataclass(frozen=True, slots=True)
class Phase:
    """What one phase of the solver did: counts only, seconds are the caller's to measure."""

    name: str
    steps: int
    columns: int = 0
    value: int | None = None
    bound: int | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Answer:
    """In points: `value`, the `bound` the solver reached, and `proved`, the bound that `certificate` alone proves.

    Where there are `tiers`, the bounds hold for answers no worse in the tiers before "total"; `seed` is the draw's.
    """

    given: Mapping[str, Given]
    value: int
    bound: int
    proved: int
    status: Status
    certificate: Certificate
    findings: tuple[Finding, ...] = ()
    phases: tuple[Phase, ...] = ()
    input_hash: str = ""
    versions: tuple[tuple[str, str], ...] = ()
    mode: str = "total"
    tiers: tuple[Tier, ...] = ()
    seed: str = ""

    @property
    def optimal(self) -> bool:
        return self.value == self.bound

    @property
    def gap(self) -> Fraction:
        """How far the value may be above the best possible, as a fraction of the bound's size."""
        return Fraction(self.value - self.bound, max(1, abs(self.bound)))
