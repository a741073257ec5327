"""What is said, and offered instead, where letters were not printed: no printer, left, broken off."""

from functools import partial

from ptman.labels import Label
from ptman.letters.steps import STEPS
from ui.letters.offered import Letters
from ui.palette import Tone
from ui.pieces import button
from ui.pieces.notice_bar import NoticePlace

NO_PRINTER = Label(
    "这台电脑没有可用的打印机。可把函件另存为 PDF，在别处打印。",
    "There is no printer on this computer. Save the letters as PDF and print them elsewhere.",
)
UNFINISHED = Label(
    "没有打印完，没有登记为已打印。已经印在纸上的，请登记。",
    "Printing was not finished and nothing is logged as printed. Log what lies on paper nonetheless.",
)


def tell(page: Letters, notice: NoticePlace) -> None:
    """From now on say it in `notice`."""
    page.outgoing.no_printer.connect(partial(_no_printer, page, notice))
    page.outgoing.unfinished.connect(partial(_unfinished, page, notice))


def _no_printer(page: Letters, notice: NoticePlace) -> None:
    ids = page.selected_with("issued")
    instead = button.plain(Label("另存为 PDF…", "Save as PDF…"), "download")
    instead.clicked.connect(lambda: page.outgoing.save(ids))
    notice.say(NO_PRINTER, Tone.SOON, [instead])


def _unfinished(page: Letters, notice: NoticePlace, ids: tuple[str, ...]) -> None:
    log = button.plain(Label("登记为已打印…", "Log as printed…"), "list-checks")
    log.clicked.connect(lambda: page.acting.log(ids, STEPS.PRINTED))
    notice.say(UNFINISHED, Tone.SOON, [log] if page.desk.read_only is None else [])
