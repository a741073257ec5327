"""Draws the columns from what is in hand."""

from ptman.labels import Label
from ui.pairing import choices
from ui.pairing.bench import Bench
from ui.pairing.reasons import State

_READY = Label("准备", "Getting ready")


def everything(bench: Bench, state: State) -> None:
    """All columns; choosing a student then draws the candidates."""
    bench.show_counts(state.look)
    bench.scenario.show_look(state.look)
    bench.side.show_opened(state.opened, state.role)
    proposal(bench, state)
    if state.look is None:
        bench.pupils.show_nobody()
    else:
        bench.pupils.show_look(state.look, state.role, state.proposal)


def proposal(bench: Bench, state: State) -> None:
    if state.solving:
        bench.side.show_work()
        bench.proposal.show_solving(_READY)
    elif state.proposal is None:
        bench.proposal.show_nothing()
    else:
        bench.proposal.show_proposal(state.proposal, state.role, fresh=state.fresh)


def candidates(bench: Bench, state: State) -> None:
    """The candidates of the student in hand; the one proposed is marked."""
    learner = state.look.learner(state.pupil.id) if state.look is not None and state.pupil is not None else None
    if state.look is None or state.pupil is None or learner is None:
        bench.choices.show_nobody()
        return
    row = state.proposal.row(learner.id, state.role) if state.proposal is not None else None
    given = row.new if row is not None and state.proposed_key else None
    items = choices.choices(state.look.situation, learner, state.role, state.given)
    bench.choices.show_choices(state.pupil, state.role, items, given or "")
