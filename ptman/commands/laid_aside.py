"""`ptman in-hand`: documents laid aside half-finished: listed, taken up again, issued, discarded."""

import argparse
from pathlib import Path

from ptman import db
from ptman.commands import documenting, lettering, office
from ptman.commands.report import Report, Status
from ptman.errors import PtmanError
from ptman.labels import Label, Lang, same
from ptman.letters import in_hand, store
from ptman.letters.in_hand import InHand


def run(args: argparse.Namespace, lang: Lang) -> Report:
    with office.opened(args, look=not (args.issue or args.discard)) as opened:
        found = opened.read(in_hand.listed)
        if args.number is None:
            return _listed(found)
        kept = _one(found, args.number)
        if args.discard:
            title = opened.write(in_hand.discard, kept.id)
            return Report((Label(f"已丢弃：{title}", f"Discarded: {title}"),), {"discarded": title})
        folder = Path(args.folder)
        if kept.cohort is not None:
            return _letters(opened, kept, folder, issuing=args.issue)
        again = opened.read(in_hand.resume, kept.id, office.today())
        made = documenting.made(opened, (again.wish, kept.id), folder, lang, issuing=args.issue)
        return Report((*_gone(again.gone), *made.lines), {**made.data, "gone": again.gone}, made.status)


def _listed(found: tuple[InHand, ...]) -> Report:
    lines = tuple(same(f"{at}  {one.saved_on}  {one.saved_by}  {one.title}") for at, one in enumerate(found, 1))
    none = (Label("没有暂存的拟稿。", "No document is laid aside."),)
    return Report(lines or none, {"in_hand": [one.title for one in found]})


def _one(found: tuple[InHand, ...], number: int) -> InHand:
    if 1 <= number <= len(found):
        return found[number - 1]
    raise PtmanError(
        "no-draft",
        f"没有第 {number} 份拟稿，未作任何改动。不带序号运行可列出全部。",
        f"There is no document {number} in hand. Nothing was changed; without a number they are listed.",
    )


def _letters(opened: db.Database, kept: InHand, folder: Path, *, issuing: bool) -> Report:
    """The selection from a cohort's dispatch letters: drafts of what is ticked, or these letters issued."""
    today = office.today()
    plan = opened.read(store.draft, kept.cohort or 0, today)
    ticked, newer = in_hand.ticked(plan, kept)
    if issuing:
        made = opened.write(in_hand.issue_letters, plan, ticked, today)
        sheets = opened.read(store.issued, [one.id for one in made])
    else:
        sheets = tuple(store.preview(one) for one in plan.letters if one.key in ticked)
    paths = lettering.save(sheets, folder)
    more = (Label(f"另有 {newer} 份是保存之后新增的，未选", f"{newer} more came later and are not chosen"),)
    lines = (*(more if newer else ()), *(same(str(path)) for path in paths))
    data = {"issued": issuing and bool(paths), "files": [str(path) for path in paths], "newer": newer}
    return Report(lines, data, Status.DONE if len(ticked) == len(kept.chosen) else Status.PARTLY)


def _gone(count: int) -> tuple[Label, ...]:
    said = Label(f"{count} 条记录已不能选，未列入", f"{count} records can no longer be chosen and are left out")
    return (said,) if count else ()
