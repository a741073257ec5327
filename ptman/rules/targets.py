"""How far a target of the year has come: met, under way, late, or unknown where nobody can say what was reached."""

from datetime import date

from ptman.labels import Choice

TENTHS = 10


class Standing(Choice):
    MET = "met", "已达标", "Met"
    UNDER_WAY = "under_way", "推进中", "Under way"
    LATE = "late", "逾期未达标", "Late"
    UNKNOWN = "unknown", "无数据", "Unknown"
    DROPPED = "dropped", "已取消", "Dropped"


def standing(aim: int, reached: int | None, due: date | None, today: date) -> Standing:
    """Missing data is never a pass, and a target without a day is late only when its year is over."""
    if reached is None:
        return Standing.UNKNOWN
    if reached >= aim:
        return Standing.MET
    return Standing.LATE if due is not None and due < today else Standing.UNDER_WAY


def due(stated: date | None, year: int) -> date:
    """The day by which a target is to be met: as stated, else the last of its year."""
    return stated or date(year, 12, 31)


def share(part: int, whole: int) -> int | None:
    """A share as tenths of a per cent; of nothing there is none."""
    return round(part * 100 * TENTHS / whole) if whole else None


def said(tenths: int | None, unit: str = "") -> str:
    """12 人, 93.5%, or a dash."""
    if tenths is None:
        return "—"
    whole, rest = divmod(tenths, TENTHS)
    figure = f"{whole:,}.{rest}" if rest else f"{whole:,}"
    return figure + unit if unit in {"", "%"} else f"{figure} {unit}"
