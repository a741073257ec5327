"""How the papers of titles say days, figures that are not known and standings, in both languages."""

from datetime import date

from ptman.aspects.titles import matrix
from ptman.labels import Label, Lang
from ptman.rules import dates
from ptman.rules.findings import Standing

NONE = "—"
TOTAL = Label("共 {} 人", "{} in all")


def day(one: date | None, lang: Lang) -> str:
    if one is None:
        return NONE
    return dates.prose(one) if lang is Lang.ZH else one.isoformat()


def standing(one: Standing, lang: Lang) -> str:
    return f"{matrix.SIGNS[one]} {one.label.text(lang)}"


def or_none(text: str) -> str:
    return text or NONE


def total(count: int, lang: Lang) -> str:
    return TOTAL.text(lang).format(count)
