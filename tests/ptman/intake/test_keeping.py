"""Rows are written in portions: none is lost, none comes before what it names, and what changes records comes first."""

from hypothesis import given, settings
from hypothesis import strategies as st

from ptman.intake import keeping
from ptman.intake.outcome import NEW, Step

RECORDS = 6
rows = st.lists(
    st.tuples(st.booleans(), st.integers(0, RECORDS), st.one_of(st.none(), st.integers(0, RECORDS))), max_size=1200
)


def _steps(drawn: list[tuple[bool, int, int | None]]) -> dict[str, tuple[Step, ...]]:
    """Rows that make something of their own, or change something; some name what an earlier row makes."""
    found: dict[str, tuple[Step, ...]] = {}
    made: set[int] = set()
    for at, (changes, one, named) in enumerate(drawn):
        values = {"name": f"{NEW}unit:{named}"} if named in made else {"name": "甲"}
        if changes:
            found[f"row{at}"] = (Step("person", f"id{at}", values),)
        else:
            found[f"row{at}"] = (Step("unit", f"{NEW}unit:{one}", {}), Step("person", f"{NEW}person:{at}", values))
            made.add(one)
    return found


@settings(deadline=None, max_examples=60)
@given(rows)
def test_every_row_is_written_once_and_after_what_it_names(drawn: list[tuple[bool, int, int | None]]) -> None:
    steps = _steps(drawn)
    portions = list(keeping.portions(steps, list(steps)))
    written = [key for portion in portions for key in portion]
    assert sorted(written) == sorted(steps)
    assert all(len(portion) <= keeping.PORTION for portion in portions[1:])
    there: set[str] = set()
    for key in written:
        there |= {step.ref for step in steps[key] if step.is_new}
        named = {value for step in steps[key] for value in step.values.values() if str(value).startswith(NEW)}
        assert named <= there
    changing = [key for key in steps if any(not step.is_new for step in steps[key])]
    assert not changing or set(changing) <= set(portions[0])
