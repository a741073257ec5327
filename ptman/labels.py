"""A text in both languages: whatever a person can read is declared once, in Chinese and in English."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Self


class Lang(StrEnum):
    ZH = "zh"
    EN = "en"


@dataclass(frozen=True, slots=True)
class Label:
    """One text in Chinese and in English."""

    zh: str
    en: str

    def text(self, lang: Lang) -> str:
        return self.zh if lang is Lang.ZH else self.en

    def both(self) -> str:
        """Chinese first, then English, for headers that serve readers of both."""
        return self.zh if self.zh == self.en else f"{self.zh} {self.en}"

    def plus(self, other: "Label", between: str = "") -> "Label":
        return Label(self.zh + between + other.zh, self.en + (between or " ") + other.en)


def same(text: str) -> Label:
    """A text that reads the same in both languages: a name, a number."""
    return Label(text, text)


class Choice(StrEnum):
    """A member of a closed list, stored by its value and shown by its label."""

    label: Label

    def __new__(cls, value: str, zh: str = "", en: str = "") -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = Label(zh or value, en or value)
        return member

    @classmethod
    def named(cls, text: str) -> Self | None:
        """The member whose value or label in either language is `text`, however it is capitalised."""
        wanted = text.strip().casefold()
        for member in cls:
            if wanted in {member.value.casefold(), member.label.zh.casefold(), member.label.en.casefold()}:
                return member
        return None
