"""All families, in the order of the catalogue."""

from typing import Final

from ptman.errors import PtmanError
from ptman.letters.families import certificates, letters, papers
from ptman.letters.families.family import Family

ALL: Final[tuple[Family, ...]] = (
    letters.DISPATCH,
    letters.CHANGE,
    letters.INTRODUCTION,
    letters.ACCEPTANCE,
    papers.AGREEMENT,
    papers.CERTIFICATE,
    papers.SUPERVISOR_LIST,
    papers.COMPLETION,
    papers.SUPERVISOR_CHANGE,
    certificates.TRAINING,
    certificates.TITLE,
    letters.REMINDER,
    letters.RENEWAL,
    letters.PLAIN,
)
_BY_KEY = {family.key: family for family in ALL}


def family(key: str) -> Family:
    """The family of this key; PtmanError `no-family`."""
    found = _BY_KEY.get(key)
    if found is None:
        raise PtmanError(
            "no-family",
            f"没有“{key}”这种文书，未作任何改动。可用：{'、'.join(_BY_KEY)}。",
            f"There is no kind of document called {key}. Nothing was changed; there are {', '.join(_BY_KEY)}.",
        )
    return found
