"""Nouns that go by steps have a machine whose states their column holds; lists may bring plain steps only."""

from ptman import states
from ptman.models.core import fields_of, nouns
from ptman.register import guards
from ptman.rules.machines.every import MACHINES
from tests.ptman.register import stepping

GOVERNED = {name: noun for name, noun in nouns().items() if noun.BY_STEPS}


def test_every_noun_by_steps_has_its_machine_and_its_states() -> None:
    assert set(GOVERNED) <= set(MACHINES)
    for name, noun in GOVERNED.items():
        machine = MACHINES[name]
        (field,) = (one for one in fields_of(noun) if one.key == machine.field)
        assert {str(one) for one in field.choices or ()} == {one.key for one in machine.states}, name
        assert not noun.PERMANENT


def test_every_guard_is_written_and_what_opens_a_record_opens_it() -> None:
    for name in GOVERNED:
        moves = MACHINES[name].moves
        assert {guard for move in moves for guard in move.guards} == set(guards.GUARDS.get(name, {})), name
        assert {move.key for move in moves if move.opens} <= set(guards.EFFECTS.get(name, {})), name


def test_a_list_brings_plain_steps_only() -> None:
    assert states.fixed("student") == frozenset()
    assert states.refused("student", "graduated", "enrolled") is None
    with stepping.governed():
        assert states.fixed("student") == {"status"}
        moved = states.carried("student", "enrolled", "extended")
        assert moved is not None
        assert moved.key == "extend"
        assert states.refused("student", "enrolled", "enrolled") is None
        refused = states.refused("student", "graduated", "enrolled")
        assert refused is not None
        assert refused.zh == "“毕业”（改变状态请用“办理”）"
        # A suspension needs its reason, which a list does not give.
        assert states.carried("student", "enrolled", "suspended") is None
