"""Says who is left out of what is given away, because they have not agreed."""

from collections.abc import Sequence

from ptman.export.giving.planning import Plan
from ptman.labels import Label, Lang
from ptman.listing import shown


def named(plan: Plan, lang: Lang) -> list[str]:
    """The first two cells of each row left out: a number and a name in lists of people."""
    return [" ".join(shown(cell, lang) for cell in row.cells[:2]) for row in plan.excluded]


def lines(left_out: Sequence[str]) -> list[Label]:
    return [Label(f"没有同意记录，不提供：{one}", f"Has not agreed, left out: {one}") for one in left_out]
