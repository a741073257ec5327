"""Prices as whole numbers, and the bound that they prove without any rounding."""

import numpy as np

from ptman.assign.answer import Certificate
from ptman.assign.engine import prices
from ptman.assign.engine.arrays import Arrays, Floats

SCALE = 1 << 20


def certify(arrays: Arrays, found: Floats) -> tuple[Certificate, int]:
    """The certificate and the bound it proves, in 64-bit whole numbers: no rounding."""
    whole = np.rint(found * SCALE).astype(np.int64)
    count = len(arrays.rows.seats)
    whole[count:] = np.maximum(whole[count:], 0)
    scaled = prices.reduced(arrays, whole, SCALE).bound
    listed = {seat: int(price) for seat, price in zip(arrays.rows.seats, whole[:count], strict=True) if price}
    return Certificate(listed, SCALE, tuple(map(int, whole[count:]))), -(-int(scaled) // SCALE)
