"""What is asked for: a document of a family, about which records, with which answers, in which language and layout."""

from collections.abc import Mapping
from dataclasses import dataclass

from ptman.labels import Lang
from ptman.letters.families import catalogue
from ptman.letters.families.family import Family, Layout

BOTH = "both"


@dataclass(frozen=True, slots=True)
class Wish:
    """`about` are ids of the records, in the order of the family's subject; `given` answers the family's questions."""

    family: str
    about: tuple[str, ...]
    given: tuple[tuple[str, str], ...] = ()
    language: str = Lang.ZH.value
    layout: str = ""

    @property
    def what(self) -> Family:
        return catalogue.family(self.family)

    @property
    def answers(self) -> Mapping[str, str]:
        return dict(self.given)

    @property
    def looks(self) -> Layout:
        """The layout chosen, the family's usual one where it does not offer that."""
        offered = self.what.layouts
        return next((one for one in offered if one.value == self.layout), offered[0])


def languages(language: str) -> tuple[Lang, ...]:
    """The languages of the text, in the order of its pages."""
    return (Lang.ZH, Lang.EN) if language == BOTH else (Lang(language),)
