"""The coverage map as a list for workbooks and as a printed page."""

from datetime import date

from ptman.aspects.bases.coverage import Coverage, Tile
from ptman.fields import Kind
from ptman.labels import Label, Lang, same
from ptman.listing import Column, Listing, Value
from ptman.register import rows
from ptman.reports.report import Align, Block, Format, Heading, Paragraph, Report, Table
from ptman.rules.coverage import Bottleneck

TITLE = Label("基地能力图", "Coverage of bases")
NUMBER, NAME = Label("编号", "No."), Label("基地", "Base")
TOTAL, TAKEN = Label("可用合计", "Usable in all"), Label("在岗学生", "Students there")
WHY = Label("限制", "Held back by")
HOW = Label(
    "每格为“可用名额/承诺名额”；可用名额取当月最紧的一天：承诺名额、协议、在聘企业导师可带人数和保险都具备才算可用。"
    "单位有几个基地而导师未定基地的，每月只算一次：先保在岗学生，再按基地编号分。",
    "Each cell is usable of promised seats on the tightest day of the month: seats count only with an agreement, "
    "insurance and supervisors in appointment. Supervisors of a host with several bases who belong to none of them "
    "count once a month: first for students there, then in the order of the bases.",
)
MARKS = {
    Bottleneck.SEATS: Label("名额", "seats"),
    Bottleneck.AGREEMENT: Label("协议", "agreem."),
    Bottleneck.INSURANCE: Label("保险", "insur."),
    Bottleneck.SUPERVISORS: Label("导师", "superv."),
    Bottleneck.SHARED: Label("共用", "shared"),
}


def mark(tile: Tile) -> Label:
    """What holds the month back, in a word, or how many students are too many; nothing where nothing is amiss."""
    if tile.bottleneck not in MARKS and tile.short:
        return Label(f"超 {tile.short} 人", f"{tile.short} over")
    return MARKS.get(tile.bottleneck, same(""))


def month(day: date) -> str:
    return f"{day:%Y-%m}"


def listing(found: Coverage) -> Listing:
    """One row a base, two columns a month: usable seats, and what holds them back."""
    columns = [Column("base_no", NUMBER, Kind.IDENTIFIER, 10), Column("base", NAME, Kind.TEXT, 26)]
    for day in found.months:
        columns += [
            Column(f"usable.{month(day)}", same(month(day)), Kind.NUMBER, 9),
            Column(f"why.{month(day)}", WHY.plus(same(month(day)), " "), Kind.TEXT, 12),
        ]
    blank = rows.blank("coverage", "training_base", TITLE, tuple(columns))
    return rows.listing(blank, (rows.Entry(one.id, _cells(one.number, one.name, one.tiles)) for one in found.lines))


def _cells(number: str, name: str, tiles: tuple[Tile, ...]) -> dict[str, Value]:
    cells: dict[str, Value] = {"base_no": number, "base": name}
    for tile in tiles:
        cells[f"usable.{month(tile.month)}"] = tile.usable
        cells[f"why.{month(tile.month)}"] = mark(tile) if tile.promised else None
    return cells


def report(found: Coverage, issuer: str, today: date, lang: Lang) -> Report:
    """Landscape, the months across; below, what has to be cured first."""
    heads = (NUMBER.text(lang), NAME.text(lang), *(month(day)[2:] for day in found.months))
    body = tuple(
        (line.number, line.name, *(f"{tile.usable}/{tile.promised}" if tile.promised else "—" for tile in line.tiles))
        for line in found.lines
    )
    last = ("", TOTAL.text(lang), *(f"{one.usable}/{one.promised}" for one in found.totals))
    count = len(found.months)
    table = Table(
        heads,
        body,
        widths=(8.0, 24.0, *[6.0] * count),
        aligns=(Align.LEFT, Align.LEFT, *[Align.CENTRE] * count),
        last=last,
    )
    blocks: list[Block] = [Paragraph(HOW.text(lang), indent=False), table, *_cures(found, lang)]
    return Report(TITLE.text(lang), tuple(blocks), today, lang, issuer=issuer, format=Format.LANDSCAPE)


def _cures(found: Coverage, lang: Lang) -> list[Block]:
    """Each base that is held back, from when, by what, and what to do."""
    lines = []
    for line in found.lines:
        for tile in line.tiles:
            if tile.promised and tile.cure is not None and tile.usable < tile.promised:
                lines.append(
                    (line.name, month(tile.month), tile.bottleneck.label.text(lang), tile.cure.label.text(lang))
                )
                break
    if not lines:
        return []
    heads = tuple(one.text(lang) for one in (NAME, Label("自", "From"), WHY, Label("怎么办", "What to do")))
    return [Heading(Label("需要先解决", "To be cured first").text(lang)), Table(heads, tuple(lines), (24, 10, 20, 24))]
