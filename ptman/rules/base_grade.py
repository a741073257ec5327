"""What the scores of an evaluation come to: the weighted total and the grade it proposes (domain §3.5)."""

from collections.abc import Iterable
from dataclasses import dataclass

from ptman.fields import Kind
from ptman.rules import measures
from ptman.rules.practice import assessment
from ptman.rules.practice.assessment import Grade

WHOLE = 100


@dataclass(frozen=True, slots=True)
class Reckoned:
    """`open` indicators that weigh have no score yet; `total` is in tenths."""

    open: int
    weights: int
    total: int

    @property
    def grade(self) -> Grade:
        return assessment.grade(self.total)


def total(pairs: Iterable[tuple[int, int | None]]) -> Reckoned:
    """Of weights in percent and scores in tenths; the total is cut, never rounded up."""
    kept = list(pairs)
    open_ = sum(score is None and weight > 0 for weight, score in kept)
    points = sum(weight * (score or 0) for weight, score in kept) // WHOLE
    return Reckoned(open_, sum(weight for weight, _ in kept), points)


def reckon(typed: Iterable[tuple[str, str]]) -> Reckoned:
    """The same of what stands in a sheet; what does not read counts as not given."""
    return total((_weight(weight), _score(score)) for weight, score in typed)


def _weight(said: str) -> int:
    return int(said) if said.isascii() and said.isdigit() else 0


def _score(said: str) -> int | None:
    found = measures.read(Kind.TENTHS, said).value if said else None
    return found if isinstance(found, int) else None
