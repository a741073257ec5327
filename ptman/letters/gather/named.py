"""How people, organisations and subjects are called in a text of either language."""

from ptman.labels import Label, Lang
from ptman.models import DegreeCategory, DegreeField, Organisation, Person
from ptman.models.choices import Gender
from ptman.rules import pinyin

_HONORIFICS = {Gender.MALE: Label("先生", "Mr"), Gender.FEMALE: Label("女士", "Ms")}
_NEUTRAL = Label("同志", "")


def person(one: Person) -> Label:
    """In English surname first, as the records have it, else in pinyin."""
    return Label(one.name, latin(one.name, one.name_pinyin))


def latin(name: str, pinyin_of: str | None = None) -> str:
    """周雨桐 → Zhou Yutong; a name in Latin letters stays as it is."""
    if name.isascii():
        return name
    by_hand = (pinyin_of or "").strip()
    # What was made by the program is one small word; an office that cares writes the name as it should stand.
    return by_hand if by_hand and not by_hand.islower() else pinyin.spelled(name)


def honorific(one: Person) -> Label:
    return _HONORIFICS.get(one.gender, _NEUTRAL) if one.gender else _NEUTRAL


def gender(one: Person, lang: Lang) -> str:
    return one.gender.label.text(lang).lower() if one.gender else ""


def organisation(one: Organisation, name: str) -> Label:
    """`name` is the one it bears on the day; without an English one the Chinese name stands in both."""
    return Label(name, one.name_en or name)


def subject(one: DegreeCategory | DegreeField | None) -> Label:
    return Label(one.name, one.name_en or one.name) if one else Label("", "")
