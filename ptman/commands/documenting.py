"""`ptman documents`: one document of any family, drafted with its check list, issued where asked."""

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from ptman import db
from ptman.commands import lettering, office
from ptman.commands.report import Report, Status
from ptman.errors import PtmanError
from ptman.labels import Label, Lang, same
from ptman.letters import in_hand, making, store
from ptman.letters.drawing import Checked, PaperDraft
from ptman.letters.families import catalogue
from ptman.letters.families.family import Family
from ptman.letters.gather import candidates
from ptman.letters.gather.candidate import Candidate
from ptman.letters.in_hand import InHand
from ptman.letters.wish import Wish


def run(args: argparse.Namespace, lang: Lang) -> Report:
    if args.family is None:
        return _families()
    family, today = catalogue.family(args.family), office.today()
    with office.opened(args, look=not (args.issue or args.later)) as opened:
        if not args.about:
            return _choices(opened.read(candidates.candidates, family, today))
        wish = Wish(
            family.key, _ids(opened, family, args.about, today), _given(args.set), args.language, args.layout or ""
        )
        if args.later:
            return _laid_aside(opened.write(in_hand.lay_aside, wish, today))
        return made(opened, (wish, ""), Path(args.folder), lang, issuing=args.issue)


def made(opened: db.Database, asked: tuple[Wish, str], folder: Path, lang: Lang, *, issuing: bool) -> Report:
    """The document as a draft, or issued; `asked` is the wish and the draft it was taken up from."""
    (wish, key), today = asked, office.today()
    plan = opened.read(making.draft, wish, today)
    done = issuing and not plan.refused
    if done:
        issued = opened.write(in_hand.issue, plan, today, key)
        sheets = opened.read(store.issued, [issued.id])
    else:
        sheets = (making.preview(plan),) if not plan.refused else ()
    paths = lettering.save(sheets, folder)
    lines = [*_told(plan), *(_check(one) for one in plan.checks), *(same(str(path)) for path in paths)]
    data = {
        "number": plan.facts.doc_no,
        "family": wish.family,
        "issued": done,
        "refused": [one.text(lang) for one in plan.refused],
        "files": [str(path) for path in paths],
    }
    return Report(tuple(lines), data, Status.PARTLY if plan.refused else Status.DONE)


def _laid_aside(kept: InHand) -> Report:
    line = Label(f"已暂存：{kept.title}", f"Laid aside: {kept.title}")
    return Report((line,), {"title": kept.title, "chosen": len(kept.chosen)})


def _families() -> Report:
    shown = [one for one in catalogue.ALL if not one.by_reissue]
    lines = []
    for one in shown:
        asks = ", ".join(ask.key for ask in one.asks)
        about = one.subject.label
        lines.append(
            Label(
                f"{one.key}  {one.code}  {one.label.zh}（{about.zh}）  {asks}",
                f"{one.key}  {one.code}  {one.label.en} ({about.en.lower()})  {asks}",
            )
        )
    return Report(tuple(lines), {"families": [one.key for one in shown]})


def _choices(found: Sequence[Candidate]) -> Report:
    lines = tuple(same(f"{one.number}  {one.name}  {one.detail}") for one in found)
    return Report(lines, {"about": [one.number or one.name for one in found]})


def _ids(opened: db.Database, family: Family, about: Sequence[str], today: date) -> tuple[str, ...]:
    """The records named by number or name; PtmanError `no-candidate`, `candidates-many`."""
    found = opened.read(candidates.candidates, family, today)
    ids = []
    for said in about:
        hits = [one for one in found if said in {one.number, one.name}]
        if len(hits) != 1:
            raise _unclear(said, len(hits))
        ids.append(hits[0].id)
    return tuple(ids)


def _unclear(said: str, count: int) -> PtmanError:
    if count:
        zh, en = f"“{said}”有 {count} 条记录", f"{count} records are called {said}"
        return PtmanError("candidates-many", f"{zh}，未起草。请用编号。", f"{en}; nothing was drafted. Use the number.")
    return PtmanError(
        "no-candidate",
        f"没有可用的“{said}”，未起草。不加 --about 可列出可选的记录。",
        f"There is no record {said} to choose. Nothing was drafted; leave out --about to list them.",
    )


def _given(said: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Answers as key=value."""
    pairs = [one.partition("=") for one in said]
    wrong = [key for key, equals, _ in pairs if not equals]
    if wrong:
        raise PtmanError(
            "answer-bad",
            f"“{wrong[0]}”应写成 名称=内容，未起草。",
            f"{wrong[0]} should be key=value. Nothing was drafted.",
        )
    return tuple((key, value) for key, _, value in pairs)


def _told(plan: PaperDraft) -> list[Label]:
    facts = plan.facts
    head = Label(
        f"{facts.doc_no}  {plan.family.label.zh}  {facts.host}", f"{facts.doc_no}  {plan.family.label.en}  {facts.host}"
    )
    return [head, *(Label(f"  不能签发：{one.zh}", f"  cannot be issued: {one.en}") for one in plan.refused)]


def _check(one: Checked) -> Label:
    if one.amiss is None:
        return Label(f"  ✓ {one.label.zh}", f"  ✓ {one.label.en}")
    mark = "✗" if one.blocks else "!"
    return Label(f"  {mark} {one.label.zh}：{one.amiss.zh}", f"  {mark} {one.label.en}: {one.amiss.en}")
