"""The closing search knows every answer up to its target: at the best value it finds one, below it none."""

from hypothesis import given, settings
from hypothesis import strategies as st

from ptman.assign.engine import arrays as canonical
from ptman.assign.engine import close, prices
from ptman.assign.engine import columns as choices
from ptman.assign.engine.control import Control, Limits
from ptman.assign.engine.model import Model
from tests.ptman.assign import brute, problems


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 10**9), st.integers(0, 3))
def test_nothing_is_called_empty_that_holds_an_answer(seed: int, more: int) -> None:
    problem = problems.rich(seed)
    if not problem.students:
        return
    arrays, _ = canonical.build(problem, "")
    best = brute.best(problem)
    reduced = prices.reduced(arrays, prices.search(arrays, canonical.seat_prices(arrays, {}, 1), 50, lambda: False)[0])
    columns = choices.within(arrays, reduced, best + more - float(reduced.bound) + close.TINY)
    for target, value in ((best + more, best), (best - 1, None)):
        model = Model(arrays, columns, presolve=True)
        found, exhausted = close.search(arrays, model, (best - 2, target), Control(Limits()))
        assert exhausted
        assert (None if found is None or found.value > target else found.value) == value
