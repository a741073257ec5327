"""Reads workbooks on the worker, each in its own confined process, and tells which could not be taken."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import replace
from pathlib import Path
from threading import Event

from ptman.errors import PtmanError
from ptman.intake import reading, store
from ptman.intake.sheet import Workbook
from ptman.labels import Label
from ui.desk import Desk
from ui.imports import items
from ui.imports.items import Refusal, Taken
from ui.work import Step

_LOOK = 0.1
"""Seconds between two looks at whether the user has cancelled."""


def named(paths: Sequence[Path]) -> Label:
    if len(paths) == 1:
        return Label(f"读取“{paths[0].name}”", f"Reading “{paths[0].name}”")
    return Label(f"读取 {len(paths)} 个工作簿", f"Reading {len(paths)} workbooks")


def read_all(desk: Desk, paths: tuple[Path, ...], book: str | None, step: Step) -> tuple[list[Taken], list[Refusal]]:
    """On the worker. A process that still reads when the user cancels is ended at once."""
    taken: list[Taken] = []
    refusals: list[Refusal] = []
    total = len(paths) if len(paths) > 1 else 0
    unwanted = Event()
    pool = ThreadPoolExecutor(max_workers=1)
    try:
        for done, path in enumerate(paths):
            future = pool.submit(reading.read, path, unwanted=unwanted)
            while not future.done():
                step(done, total)
                wait([future], _LOOK)
            try:
                taken.append(_understood(desk, path, future.result(), book))
            except _Refused as refused:
                refusals.append(refused.refusal)
            except PtmanError as error:
                refusals.append(items.refusal(path, error))
    finally:
        unwanted.set()
        pool.shutdown(wait=False, cancel_futures=True)
    return taken, refusals


class _Refused(Exception):  # noqa: N818 - carries what the page says
    """A workbook was read, and its headers were not understood."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__()
        self.refusal = refusal


def _understood(desk: Desk, path: Path, workbook: Workbook, book: str | None) -> Taken:
    try:
        return Taken(path, workbook, desk.read(store.understood, workbook, book), book)
    except PtmanError as error:
        raise _Refused(replace(items.refusal(path, error), workbook=workbook, book=book)) from error
