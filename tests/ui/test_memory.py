"""The window remembers plain values, and survives a damaged file."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ui import memory

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), inner),
    max_leaves=8,
)


@settings(deadline=None, max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(PLAIN)
def test_what_is_kept_comes_back(value: memory.Kept) -> None:
    memory.keep("some/place", value)
    assert memory.recall("some/place") == value


def test_the_wrong_kind_counts_as_forgotten() -> None:
    memory.keep("a", "text")
    memory.keep("b", True)
    assert (memory.number("a", 3), memory.flag("a"), memory.number("b", 4), memory.text("c", "d")) == (3, False, 4, "d")
    assert memory.names([1, "x"]) == ["x"]
    assert memory.numbers({"x": 1, "y": True, "z": "2"}) == {"x": 1}
    assert memory.part("x", "y") is None


def test_a_damaged_entry_counts_as_forgotten() -> None:
    memory._settings().setValue("broken", "{")
    memory._settings().setValue("number", 7)
    assert memory.recall("broken", "default") == "default"
    assert memory.recall("number", "default") == "default"
