"""The papers of sharing: what partners give and take in a year, and the catalogue as a list to be handed out."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman.aspects.resources import balance, tables, used
from ptman.aspects.resources.balance import Measure, Year
from ptman.export import options, workbook
from ptman.labels import Label, Lang
from ptman.listing import Listing, shown
from ptman.models import TeachingResource
from ptman.models.choices_resources import ResourceKind, ResourceStatus, ShareScope
from ptman.register import sender
from ptman.register.sender import Sender
from ptman.reports.report import Align, Block, Format, Heading, Paragraph, Report, Side, Sides, Signature, Table
from ptman.rules import dates
from ptman.rules.teaching import sharing

TITLE = Label("{}年教学资源互用情况", "Give and take of teaching resources, {}")
LEAD = Label(
    "{}年，本院与 {} 家合作单位共享教学资源 {} 项，相互使用 {} 次、{} 人次、{} 小时。",
    "In {} our institute and {} partners shared {} teaching resources; they used each other's {} times, "
    "{} people in all, for {} hours.",
)
SIDES = Label("提供与使用（小时）", "Given and taken (hours)")
GIVES, TAKES = Label("提供", "Gives"), Label("使用", "Takes")
BY_UNIT, BY_KIND = Label("各单位", "By unit"), Label("各类别", "By kind of resource")
RATED = Label("使用与评价", "Use and evaluation")
NONE = Label("无", "None")
CATALOGUE = Label("共享教学资源目录", "Catalogue of shared teaching resources")
COUNT = Label("共 {} 项", "{} resources")
HEADS = (
    Label("编号", "No."),
    Label("名称", "Resource"),
    Label("提供单位", "Owner"),
    Label("共享范围", "Shared with"),
    Label("地点或网址", "Place or address"),
    Label("容量", "Capacity"),
    Label("有效期止", "Valid to"),
    Label("联系人", "Contact"),
)
WIDTHS = (13.0, 26.0, 24.0, 11.0, 20.0, 12.0, 13.0, 10.0)
OPEN_END = "—"


def balance_of(session: Session, year: int, today: date, lang: Lang) -> Report:
    """PtmanError `no-parameter` where the office has not said its name."""
    by = sender.sender(session, today, lang)
    return balance_report(balance.of(session, year), by, today)


def balance_report(found: Year, by: Sender, today: date) -> Report:
    lang = by.lang
    gives = [one.balance.gives for one in found.units]
    counted = (len(found.units) - 1, sum(one.offered for one in found.units), *_whole(gives))
    sides = tuple(
        Side(
            one.unit.text(lang),
            Measure.HOURS.of(one.balance.gives),
            Measure.HOURS.of(one.balance.takes),
        )
        for one in found.units
    )
    blocks: list[Block] = [
        Paragraph(LEAD.text(lang).format(found.year, *counted)),
        Heading(SIDES.text(lang)),
        Sides((GIVES.text(lang), TAKES.text(lang)), sides),
        Heading(BY_UNIT.text(lang)),
        table(tables.balance(found), lang),
        Heading(BY_KIND.text(lang)),
        table(tables.by_kind(found), lang),
        Heading(RATED.text(lang)),
        table(tables.statistics(found), lang),
        Signature(by.name, dates.said(today, lang)),
    ]
    return Report(TITLE.text(lang).format(found.year), tuple(blocks), today, lang, issuer=by.name)


def catalogue_of(session: Session, today: date, lang: Lang) -> Report:
    """Everything that is published and shared; by kind, each with its number. PtmanError `no-parameter`."""
    by = sender.sender(session, today, lang)
    query = select(TeachingResource).where(
        TeachingResource.retired_on.is_(None),
        TeachingResource.status == ResourceStatus.PUBLISHED,
        TeachingResource.share_scope != ShareScope.INSTITUTE,
    )
    found = session.scalars(query.order_by(TeachingResource.resource_no)).all()
    named = used.names(session)
    blocks: list[Block] = []
    for kind in ResourceKind:
        rows = [_line(one, named[one.owner_id or used.US], lang) for one in found if one.kind is kind]
        if rows:
            blocks += [Heading(f"{kind.label.text(lang)} ({len(rows)})"), _catalogue_table(rows, lang)]
    return Report(
        CATALOGUE.text(lang),
        tuple(blocks) or (Paragraph(NONE.text(lang)),),
        today,
        lang,
        Format.LANDSCAPE,
        by.name,
        f"{COUNT.text(lang).format(len(found))} · {dates.said(today, lang)}",
    )


def workbook_of(session: Session, year: int, today: date, lang: Lang) -> tuple[bytes, int]:
    """The balance, its kinds, the evaluation and every use as four sheets; and how many rows they have."""
    listings = tables.of(balance.of(session, year))
    how = options.Options(today, options.Headers(lang.value), Label(f"{year}年", str(year)))
    made, _ = workbook.content([workbook.Sheet(one, one.title) for one in listings], how)
    return made, sum(len(one.rows) for one in listings)


def table(listing: Listing, lang: Lang) -> Table:
    """A list as a table of a paper."""
    return Table(
        tuple(column.label.text(lang) for column in listing.columns),
        tuple(tuple(shown(cell, lang) or OPEN_END for cell in row.cells) for row in listing.rows),
        tuple(float(column.width) for column in listing.columns),
        tuple(Align.LEFT if column.kind.value == "text" else Align.RIGHT for column in listing.columns),
        empty=NONE.text(lang),
    )


def _whole(amounts: Iterable[sharing.Amount]) -> tuple[int, int, str]:
    whole = sharing.total(amounts)
    return whole.uses, whole.people, f"{whole.tenths / 10:g}"


def _catalogue_table(rows: list[tuple[str, ...]], lang: Lang) -> Table:
    aligns = (Align.LEFT,) * 5 + (Align.RIGHT, Align.CENTRE, Align.LEFT)
    return Table(tuple(one.text(lang) for one in HEADS), tuple(rows), WIDTHS, aligns)


def _line(one: TeachingResource, owner: Label, lang: Lang) -> tuple[str, ...]:
    return (
        one.resource_no,
        one.name,
        owner.text(lang),
        one.share_scope.label.text(lang),
        one.location or one.url or OPEN_END,
        str(one.capacity) if one.capacity else OPEN_END,
        one.valid_to.isoformat() if one.valid_to else OPEN_END,
        one.contact or OPEN_END,
    )
