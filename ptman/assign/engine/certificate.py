"""Prices as whole numbers, and the bound that they prove without any rounding."""

import numpy as np

from ptman.assign.answer import Certificate
from ptman.assign.engine import prices
from ptman.assign.engine.arrays import Arrays, Floats

SCALE = 1 << 20


def certify(arrays: Arrays, seat_prices: Floats) -> tuple[Certificate, int]:
    """The certificate and its bound. Whole numbers below 2**53 are exact in floats, so the sum has no rounding."""
    whole = np.rint(seat_prices * SCALE)
    scaled = prices.reduced(arrays, whole, SCALE).bound
    listed = {seat: int(price) for seat, price in zip(arrays.rows.seats, whole, strict=True) if price}
    return Certificate(listed, SCALE), -(-int(scaled) // SCALE)
