"""`ptman scan`: files scanned letters by the codes on them, and says which pages are left to be filed by hand."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from ptman.commands import office
from ptman.commands.report import Report, Status
from ptman.errors import PtmanError
from ptman.labels import Label, Lang
from ptman.rules import dates
from ptman.scans import filing, reading
from ptman.scans.filing import Kept, Sorted
from ptman.scans.sorting import Stretch


def run(args: argparse.Namespace, lang: Lang) -> Report:
    today = office.today()
    on = dates.date(args.on).value if args.on else today
    if on is None:
        raise PtmanError(
            "no-date",
            f"“{args.on}”不是日期，没有归档。请写作 2026-09-10。",
            f"{args.on} is no date. Nothing was filed; write it as 2026-09-10.",
        )
    scans = reading.read([Path(name) for name in args.files])
    with office.opened(args, look=not args.keep) as opened:
        found = opened.read(filing.sort, scans)
        kept = opened.write(filing.keep, scans, found.found, on, today) if args.keep and found.found else None
    return Report(tuple(_lines(found, kept)), _data(found, kept, lang), _status(found))


def _status(found: Sorted) -> Status:
    if not found.found:
        return Status.NOTHING
    return Status.PARTLY if found.left or any(scan.fault for scan in found.scans) else Status.DONE


def _lines(found: Sorted, kept: Kept | None) -> Iterator[Label]:
    for one in found.found:
        place = found.place(one.letter)
        if place is not None:
            yield Label(f"{_where(found, one).zh} → {place.doc_no} {place.host}（{place.standing.zh}）",
                        f"{_where(found, one).en} → {place.doc_no} {place.host} ({place.standing.en})")  # fmt: skip
    for one in found.left:
        why = one.why or Label("", "")
        yield Label(f"{_where(found, one).zh} 未归档：{why.zh}", f"{_where(found, one).en} left over: {why.en}")
    for scan in found.scans:
        if scan.fault is not None:
            yield Label(f"{scan.name}：{scan.fault.zh}", f"{scan.name}: {scan.fault.en}")
    if kept is not None:
        zh = f"已归档 {kept.filed} 份，登记回执 {kept.returned} 份，此前已有 {kept.known} 份。"
        en = f"Filed {kept.filed}, logged {kept.returned} as returned, {kept.known} were on file already."
        yield Label(zh, en)


def _where(found: Sorted, one: Stretch) -> Label:
    first, last = one.pages[0] + 1, one.pages[-1] + 1
    span = f"{first}" if first == last else f"{first}–{last}"
    name = found.scans[one.file].name
    return Label(f"{name} 第 {span} 页", f"{name} page {span}")


def _data(found: Sorted, kept: Kept | None, lang: Lang) -> dict[str, object]:
    def row(one: Stretch) -> dict[str, object]:
        place = found.place(one.letter)
        said = {"file": found.scans[one.file].name, "pages": [page + 1 for page in one.pages]}
        return {**said, "number": place.doc_no} if place else {**said, "why": one.why.text(lang) if one.why else ""}

    faults = [{"file": scan.name, "why": scan.fault.text(lang)} for scan in found.scans if scan.fault]
    done = {} if kept is None else {"filed": kept.filed, "returned": kept.returned, "known": kept.known}
    return (
        {"found": [row(one) for one in found.found], "left": [row(one) for one in found.left]}
        | done
        | {"unread": faults}
    )
