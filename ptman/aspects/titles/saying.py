"""How the papers of titles say days, figures that are not known and standings, in both languages."""

from ptman.aspects.titles import matrix
from ptman.labels import Label, Lang
from ptman.rules.findings import Standing

NONE = "—"
TOTAL = Label("共 {} 人", "{} in all")


def standing(one: Standing, lang: Lang) -> str:
    return f"{matrix.SIGNS[one]} {one.label.text(lang)}"


def or_none(text: str) -> str:
    return text or NONE


def total(count: int, lang: Lang) -> str:
    return TOTAL.text(lang).format(count)
