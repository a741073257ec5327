"""Ties the proposal's pane to the actions and to the proposer, so that buttons and keys do and allow the same."""

from PySide6.QtWidgets import QPushButton

from ui.actions import Actions
from ui.pairing.proposal_pane import ProposalPane
from ui.pairing.proposer import Proposer


def proposal(pane: ProposalPane, proposer: Proposer, acts: Actions) -> None:
    for made, key in ((pane.empty.button, "propose"), (pane.keep, "keep"), (pane.discard, "discard")):
        _same(made, acts, key)
    pane.list.ticked.connect(proposer.take)
    pane.list.accepted.connect(proposer.take)
    proposer.phased.connect(pane.show_solving)


def _same(made: QPushButton, acts: Actions, key: str) -> None:
    """A button that does, says and allows what its action does."""
    action = acts[key]
    made.clicked.connect(action.trigger)

    def follow() -> None:
        made.setEnabled(action.isEnabled())
        made.setToolTip(action.toolTip())

    action.changed.connect(follow)
    follow()
