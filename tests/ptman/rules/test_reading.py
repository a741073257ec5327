"""A reading holds a value or a fault, never both, and keeps its notes through every step."""

import pytest

from ptman.labels import same
from ptman.rules.reading import Fault, Note, Read, bad, changed, good

FIRST, SECOND = Note("first", same("1")), Note("second", same("2"))


@pytest.mark.parametrize(("value", "fault"), [(None, None), ("x", Fault("bad", same("y")))])
def test_exactly_one_of_value_and_fault_is_set(value: str | None, fault: Fault | None) -> None:
    with pytest.raises(ValueError, match="either"):
        Read(value, (), fault)


def test_steps_keep_each_note_once_in_order() -> None:
    read = good("a", FIRST).then(lambda seen: good(seen + "b", SECOND)).then(lambda seen: good(seen + "c", FIRST))
    assert read == Read("abc", (FIRST, SECOND))
    assert read.noted("second")
    assert not read.noted("third")


def test_a_fault_ends_the_reading_and_keeps_the_notes_before_it() -> None:
    read = good("a", FIRST).then(lambda _: bad("wrong", "甲", "one")).then(lambda seen: good(seen, SECOND))
    assert (read.ok, read.value, read.notes) == (False, None, (FIRST,))
    assert read.fault is not None
    assert (read.fault.code, read.fault.expected.zh, read.fault.expected.en) == ("wrong", "甲", "one")
    with pytest.raises(ValueError, match="wrong"):
        read.must()


def test_a_change_is_noted_only_where_there_is_one() -> None:
    assert changed("a", "a", FIRST) == good("a")
    assert changed("a", "b", FIRST) == good("b", FIRST)


def test_an_empty_text_is_a_value() -> None:
    assert good("").ok
    assert good("").must() == ""
