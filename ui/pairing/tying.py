"""Ties the panes to the actions and to those who act, so that buttons, keys and dragging do and allow the same."""

from PySide6.QtWidgets import QPushButton

from ui.actions import Actions
from ui.pairing import scenario_deeds
from ui.pairing.bench import Bench
from ui.pairing.foresight import Foresight
from ui.pairing.hands import Hands
from ui.pairing.proposer import Proposer


def hands(bench: Bench, to: Hands, foresight: Foresight) -> None:
    """What is dragged or opened is given; what it would do is told beside it."""
    foresight.told.connect(bench.effect.show_effect)
    foresight.failed.connect(bench.effect.show_failure)
    bench.pupils.list.dropped.connect(lambda candidate, student: to.give(student, candidate))
    bench.choices.list.opened.connect(lambda _candidate: to.assign())
    bench.choices.list.dropped.connect(to.give)
    bench.proposal.list.dropped.connect(to.give_row)


def proposal(bench: Bench, proposer: Proposer, acts: Actions) -> None:
    pane, bar = bench.proposal, bench.scenario
    for made, key in ((pane.empty.button, "propose"), (pane.keep, "keep"), (pane.discard, "discard")):
        _same(made, acts, key)
    pane.list.ticked.connect(proposer.take)
    pane.list.accepted.connect(proposer.take)
    proposer.phased.connect(pane.show_solving)
    pane.cancel_asked.connect(proposer.stop)
    for made, key in ((bar.settings, scenario_deeds.SETTINGS), (bar.compare, scenario_deeds.COMPARE)):
        _same(made, acts, key)


def _same(made: QPushButton, acts: Actions, key: str) -> None:
    """A button that does, says and allows what its action does."""
    action = acts[key]
    made.clicked.connect(action.trigger)

    def follow() -> None:
        made.setEnabled(action.isEnabled())
        made.setToolTip(action.toolTip())

    action.changed.connect(follow)
    follow()
