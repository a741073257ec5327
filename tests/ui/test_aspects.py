"""The table of aspects agrees with the program: pages, documents and tests it names exist, no aspect is left out."""

import importlib
import re
from pathlib import Path
from typing import NamedTuple

import pytest

from ptman import db
from ptman.letters.families import catalogue
from ptman.models import CoopAspect
from ui import contents
from ui.nouns.groups import GROUPS

ROOT = Path(__file__).parents[2]
TABLE = ROOT / "docs" / "aspects.md"
NAMED = re.compile(r"(\*letter\* )?`([^`]+)`")


class Promise(NamedTuple):
    """One line of the table; `code` is the aspect's, empty for what goes across them."""

    code: str
    pages: tuple[str, ...]
    letters: tuple[str, ...]
    verbs: tuple[str, ...]
    tests: tuple[str, ...]


def promises() -> list[Promise]:
    found = []
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("| ") and not line.startswith("| promise"):
            words, where, documents, tests = cells
            code = re.match(r"\*\*(\w+)\*\*", words)
            named = NAMED.findall(documents)
            found.append(
                Promise(
                    code[1] if code else "",
                    tuple(one for _, one in NAMED.findall(where)),
                    tuple(one for letter, one in named if letter),
                    tuple(one for letter, one in named if not letter),
                    tuple(one for _, one in NAMED.findall(tests)),
                )
            )
    return found


EVERY = promises()


def test_no_aspect_of_the_agreement_is_left_out(office: db.Database) -> None:
    wanted = office.read(lambda session: {code for (code,) in session.query(CoopAspect.code)})
    assert {one.code for one in EVERY} - {""} == wanted


@pytest.mark.parametrize("promise", EVERY, ids=lambda one: one.code or one.pages[0])
def test_what_a_line_names_is_there(promise: Promise) -> None:
    pages = {page.KEY for page in contents.PAGES} | {page.KEY for group in GROUPS for page in group.pages}
    assert promise.pages
    assert set(promise.pages) <= pages
    assert set(promise.letters) <= {family.key for family in catalogue.ALL}
    for verb in promise.verbs:
        module, _, name = verb.rpartition(".")
        assert callable(getattr(importlib.import_module(f"ptman.aspects.{module}"), name))
    assert promise.tests
    for test in promise.tests:
        assert "def test_" in (ROOT / test).read_text(encoding="utf-8")
