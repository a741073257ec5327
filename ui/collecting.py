"""Keeps the search for cycles from making the window wait: it goes in small bites, large answers are set apart."""

import contextlib
import gc
from collections.abc import Iterator

MANY = 50_000
"""So many new objects are searched in a few milliseconds."""


@contextlib.contextmanager
def aside() -> Iterator[None]:
    """While a job runs nothing is searched but by `bite`; what it leaves is not searched again and again.

    Frozen values of a large draft have no cycles; they go when nobody holds them any longer, as ever.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if gc.get_count()[0] > MANY:
            gc.freeze()
        if was:
            gc.enable()


def bite() -> None:
    """At a step of a job: search what is new."""
    if gc.get_count()[0] > MANY:
        gc.collect(0)
