"""`ptman give`: a list for somebody else, without whom has not agreed, and the record of it."""

import argparse
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from ptman import settings
from ptman.commands import leaving, office
from ptman.commands.exporting import scope
from ptman.commands.report import Report, Status
from ptman.errors import PtmanError
from ptman.export.giving import planning, recipients, store, wish
from ptman.export.giving.planning import Plan
from ptman.export.giving.wish import Wish
from ptman.export.layouts import store as layouts
from ptman.export.layouts.layout import Layout, Pick
from ptman.export.options import Headers, Options
from ptman.labels import Label, Lang
from ptman.listing import Listing
from ptman.register import lists
from ptman.rules.disclosing import Purpose


def run(args: argparse.Namespace, lang: Lang) -> Report:
    today = office.today()
    with office.opened(args, look=args.look) as opened:
        plan = opened.read(_draft, args, today)
        left_out = leaving.named(plan, lang)
        lines = leaving.lines(left_out)
        data: dict[str, object] = {"excluded": left_out, "rows": plan.rows}
        if not args.look:
            headers = Headers(args.headers or lang.value)
            how = Options(today, headers, scope(args.cohort))
            given = opened.write(store.give, plan, Path(args.target), how)
            said = f"{given.rows}：{given.path}"
            lines = [Label(f"已提供 {said}", f"Given: {given.rows} rows, {given.path}"), *given.notices, *lines]
            data |= {"file": str(given.path), "sha256": given.sha256, "disclosure": given.id}
    return Report(tuple(lines), data, Status.PARTLY if plan.excluded else Status.DONE)


def _draft(session: Session, args: argparse.Namespace, today: date) -> Plan:
    listing = lists.named(session, args.list, today, args.cohort)
    layout = Layout(listing.key, tuple(Pick(column.key) for column in listing.columns))
    if args.layout:
        layout = layouts.named(session, listing.key, args.layout, settings.who())
    chosen = _with(wish.at_first(layout, listing), layout, listing, _words(args.also))
    asked = Wish(
        recipients.named(session, args.to, inside=args.inside),
        Purpose(args.purpose),
        chosen,
        args.note,
        args.agreement,
        args.whole,
        unmask=bool(args.whole),
    )
    return planning.draft(session, listing, asked, today)


def _with(chosen: Layout, whole: Layout, listing: Listing, also: Sequence[str]) -> Layout:
    """The sensitive columns that were asked for, where the layout or else the list has them."""
    unknown = [key for key in also if not listing.has(key)]
    if unknown:
        zh, en = "、".join(unknown), ", ".join(unknown)
        raise PtmanError(
            "no-column", f"列表没有这些列：{zh}。没有写出。", f"The list has no column {en}. Nothing was written."
        )
    kept = [pick for pick in whole.picks if pick.key in {*chosen.keys, *also}]
    extra = [Pick(key) for key in also if key not in whole.keys]
    return replace(chosen, picks=(*kept, *extra))


def _words(text: str) -> list[str]:
    return [word.strip() for word in text.split(",") if word.strip()]
