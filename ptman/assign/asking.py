"""What the readers of supervisors and bases have in common: for whom they ask, codes and terms as values."""

import dataclasses
from collections import defaultdict
from collections.abc import Iterable

from ptman.assign.situation import Stay, Term
from ptman.models import Agreement


@dataclasses.dataclass(frozen=True, slots=True)
class Asked:
    """For which cohort and periods, and which students the problem itself seats."""

    cohort: int
    stays: tuple[Stay, ...]
    inside: frozenset[str]


def codes(text: str | None) -> tuple[str, ...]:
    return tuple(code for code in (text or "").split(",") if code)


def listed(rows: Iterable[tuple[str, Term]]) -> dict[str, list[Term]]:
    """Terms by whom or what they belong to, in the order read; nobody else has any."""
    found: dict[str, list[Term]] = defaultdict(list)
    for owner, term in rows:
        found[owner].append(term)
    return found


def agreed(one: Agreement) -> Term:
    """How long an agreement holds; one that renews itself has no end."""
    return Term(one.valid_from, None if one.auto_renew else one.valid_to)
