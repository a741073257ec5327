"""`ptman about`: everything that touches a record, what falls due in it, and what happened to it."""

import argparse
from collections.abc import Iterator

from ptman.commands import meant, office
from ptman.commands.report import Report
from ptman.errors import PtmanError
from ptman.labels import Label, Lang, same
from ptman.listing import shown
from ptman.register import whole
from ptman.register.whole import Line, Whole

STEPS = 12


def run(args: argparse.Namespace, lang: Lang) -> Report:
    noun = args.noun.replace("-", "_")
    if noun not in whole.NOUNS:
        kinds = "、".join(whole.NOUNS)
        raise PtmanError(
            "no-page",
            f"“{args.noun}”没有全貌。可用的有：{kinds}。",
            f"There is no such page of {args.noun}. There is one of: {', '.join(whole.NOUNS)}.",
        )
    with office.opened(args, look=True) as opened:
        key = meant.record(opened, noun, args.record)
        found = opened.read(whole.whole, noun, key, office.today(), args.most)
    return Report(tuple(_lines(found, lang)), _data(found))


def _lines(found: Whole, lang: Lang) -> Iterator[Label]:
    yield same(found.card.title)
    for one in found.towards:
        yield Label(f"  {one.label.zh}：{one.title}", f"  {one.label.en}: {one.title}")
    if found.due:
        yield Label(f"到期与时限 {len(found.due)}", f"Agenda {len(found.due)}")
    for item in found.due:
        yield same(f"  {item.day.isoformat()}  {item.what.text(lang)}  {item.title}")
    for chapter in found.chapters:
        through = chapter.through
        zh = f"{chapter.label.zh} {chapter.total}" + (f"（经{through.zh}）" if through else "")
        en = f"{chapter.label.en} {chapter.total}" + (f" (by {through.en.lower()})" if through else "")
        yield Label(zh, en)
        yield from (same("  " + _said(line, lang)) for line in chapter.lines)
    yield Label(f"历史 {len(found.steps) + found.more_steps}", f"History {len(found.steps) + found.more_steps}")
    for step in found.steps[:STEPS]:
        yield same(f"  {step.at.isoformat(' ', 'minutes')}  {step.who}  {step.sentence.text(lang)}")


def _said(line: Line, lang: Lang) -> str:
    days = " – ".join(shown(day, lang) for day in (line.starts_on, line.ends_on) if day is not None)
    return "  ".join(part for part in (line.title, line.status.text(lang) if line.status else "", days) if part)


def _data(found: Whole) -> dict[str, object]:
    return {
        "title": found.card.title,
        "around": {
            chapter.noun + (f" by {chapter.through.en}" if chapter.through else ""): chapter.total
            for chapter in found.chapters
        },
        "due": len(found.due),
        "steps": len(found.steps) + found.more_steps,
    }
