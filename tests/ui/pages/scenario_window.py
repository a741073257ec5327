"""What the tests of scenarios in the window share: the scenario in hand, and a reason given in a dialog."""

from ptman.assign.scenario_rows import Opened
from tests.ui.pages.bench_office import Desk
from tests.ui.pages.test_pairing_proposal import page
from ui.dialogs.reason import ReasonDialog


def scenario(bench: Desk) -> Opened:
    found = page(bench).proposer.opened
    assert found is not None
    return found


def reasoned(bench: Desk, reason: str) -> None:
    dialog = bench.dialog(ReasonDialog)
    dialog.reason.insertPlainText(reason)
    dialog.go_on.click()
    bench.rest()
