"""Prices as whole numbers, and the bound that they prove without any rounding."""

import numpy as np

from ptman.assign.answer import Certificate
from ptman.assign.engine import prices
from ptman.assign.engine.arrays import Arrays, Floats
from ptman.assign.engine.control import SCALE

ROOM = float(1 << 60)
"""Sums stay below this, so that they fit 64 bits."""


def certify(arrays: Arrays, found: Floats) -> tuple[Certificate, int]:
    """The certificate and the bound it proves, in 64-bit whole numbers: no rounding."""
    scale = _scale(arrays, found)
    whole = np.rint(found * scale).astype(np.int64)
    count = len(arrays.rows.seats)
    whole[count:] = np.maximum(whole[count:], 0)
    scaled = prices.reduced(arrays, whole, scale).bound
    listed = {seat: int(price) for seat, price in zip(arrays.rows.seats, whole[:count], strict=True) if price}
    return Certificate(listed, scale, tuple(map(int, whole[count:]))), -(-int(scaled) // scale)


def _scale(arrays: Arrays, found: Floats) -> int:
    """As fine as the size of the numbers allows."""
    count, rows = len(arrays.rows.seats), arrays.rows
    costs = prices.combined(arrays, found)
    largest = sum(float(np.abs(part).max(initial=0)) for part in (costs.x, costs.y, costs.z)) + costs.shortfall
    total = largest * (len(arrays.students) + int(rows.lower.sum()))
    total += float(np.abs(found[:count]) @ (rows.upper + rows.lower)) + float(np.abs(found[:count]).sum())
    total += sum(float(price) * abs(one.limit) for price, one in zip(found[count:], arrays.budgets, strict=True))
    scale = SCALE
    while scale > 1 and total * scale > ROOM:
        scale //= 2
    return scale
