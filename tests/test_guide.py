"""The user's guide agrees with the program: chapters, links, pictures, names of buttons, shortcuts and commands."""

import argparse
import ast
import itertools
import re
import shlex
from functools import cache
from pathlib import Path

import pytest

from ptman.commands import arguments

ROOT = Path(__file__).parents[1]
GUIDE = ROOT / "docs" / "guide"
LANGS = ("zh", "en")
MOST_LINES = 60
CHAPTERS = sorted(path.name for path in (GUIDE / "zh").glob("*.md"))
PAGES = sorted(itertools.product(LANGS, CHAPTERS))
NEEDED = {"index", "home", "import", "pairing", "letters", "history", "file", "keys", "command-line"}

LINK = re.compile(r"!?\[[^\]]*\]\(([^)]+)\)")
PICTURE = re.compile(r"!\[[^\]]*\]\(([^)]+)\)")
BOLD = re.compile(r"\*\*(.+?)\*\*")
CODE = re.compile(r"`([^`]+)`")
SHORTCUT = re.compile(r"(?:(?:Ctrl|Alt|Shift)\+)+(?:[A-Z0-9,]|[A-Z][a-z]+|F[0-9]{1,2})|F[0-9]{1,2}")
MODIFIERS = {"AltModifier": "Alt+", "ControlModifier": "Ctrl+"}
CAPS = {"Esc": "Escape", "↑": "Up", "↓": "Down", "←": "Left", "→": "Right"}
STANDARD = {"Find": "Ctrl+F", "Save": "Ctrl+S"}
# What the guide sets in bold for weight: ideas, not names on the screen.
IDEAS = {"先看", "后留", "可退", "Look first", "Then keep", "Undo", "Changes"}


def text(lang: str, chapter: str) -> str:
    return (GUIDE / lang / chapter).read_text(encoding="utf-8")


@cache
def trees(*folders: str) -> tuple[ast.Module, ...]:
    found = sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))
    return tuple(ast.parse(path.read_text(encoding="utf-8")) for path in found)


def test_the_chapters_are_the_same_in_both_languages() -> None:
    assert {f"{chapter}.md" for chapter in NEEDED} <= set(CHAPTERS)
    assert sorted(path.name for path in (GUIDE / "en").glob("*.md")) == CHAPTERS


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_both_languages_say_the_same_things_in_the_same_order(chapter: str) -> None:
    zh, en = (text(lang, chapter) for lang in LANGS)

    def shape(said: str) -> list[str]:
        return [found[0] for found in re.finditer(r"^(#+|-|\d+\.|!)", said, re.MULTILINE)]

    assert shape(zh) == shape(en)
    assert [one.replace("-zh-", "-en-") for one in LINK.findall(zh)] == LINK.findall(en)


@pytest.mark.parametrize(("lang", "chapter"), PAGES)
def test_a_chapter_is_short_and_its_links_lead_somewhere(lang: str, chapter: str) -> None:
    said = text(lang, chapter)
    assert said.startswith("# ")
    assert len(said.splitlines()) <= MOST_LINES
    for target in LINK.findall(said):
        assert (GUIDE / lang / target).resolve().is_file(), target
    for target in PICTURE.findall(said):
        assert f"-{lang}-" in target or "-both-" in target, target


@pytest.mark.parametrize("lang", LANGS)
def test_every_chapter_is_reached_from_the_first_one(lang: str) -> None:
    linked = set(LINK.findall(text(lang, "index.md")))
    assert set(CHAPTERS) - {"index.md"} <= linked


def test_every_page_has_its_chapter() -> None:
    named = {
        node.value.value
        for tree in trees("ui")
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign | ast.AnnAssign)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
        and any(isinstance(one, ast.Name) and one.id == "GUIDE" for one in _targets(node))
    } - {""}
    pages = list((ROOT / "ui" / "pages").glob("[!_]*.py"))
    assert len(named) >= len(pages)
    assert {f"{chapter}.md" for chapter in named} <= set(CHAPTERS)


def _targets(node: ast.Assign | ast.AnnAssign) -> list[ast.expr]:
    return node.targets if isinstance(node, ast.Assign) else [node.target]


@pytest.mark.parametrize(("lang", "chapter"), PAGES)
def test_bold_ends_where_markdown_sees_it_end(lang: str, chapter: str) -> None:
    for found in BOLD.finditer(said := text(lang, chapter)):
        after = said[found.end() : found.end() + 1]
        assert found[1][-1].isalnum() or not after.isalnum(), found[0]


@pytest.mark.parametrize(("lang", "chapter"), PAGES)
def test_what_is_bold_is_what_the_screen_says(lang: str, chapter: str) -> None:
    exact, made = _screen()
    for bold in BOLD.findall(text(lang, chapter)):
        for name in bold.split(" › "):
            known = name in exact | IDEAS or any(one.fullmatch(name) for one in made)
            assert known, f"{lang}/{chapter}: nothing on the screen is called {name!r}"


@cache
def _screen() -> tuple[frozenset[str], tuple[re.Pattern[str], ...]]:
    """Every text of the program as the screen shows it, and patterns for those made of parts."""
    nodes = [node for tree in trees("ui", "ptman", "migrations") for node in ast.walk(tree)]
    exact = {_shown(node.value) for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    calls = [node for node in nodes if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Label"]
    joined = [one for call in calls for one in call.args if isinstance(one, ast.JoinedStr)]
    # A count in brackets goes without saying.
    exact |= {
        _shown(str(one.values[0].value)).rstrip("（( ") for one in joined if isinstance(one.values[0], ast.Constant)
    }
    made = {_pattern(one) for one in joined} - {""}
    return frozenset(exact), tuple(re.compile(one) for one in made)


def _shown(said: str) -> str:
    return re.sub(r"\(&\w\)|&", "", said).rstrip("…")


def _pattern(node: ast.JoinedStr) -> str:
    """A pattern of a text made of parts; none where what is fixed says too little."""
    parts = [_shown(str(one.value)) if isinstance(one, ast.Constant) else None for one in node.values]
    fixed = "".join(part for part in parts if part)
    return "".join(".+" if part is None else re.escape(part) for part in parts) if len(fixed.strip()) > 1 else ""


@pytest.mark.parametrize("lang", LANGS)
def test_every_shortcut_of_the_guide_exists_and_none_is_left_out(lang: str) -> None:
    written, handled = _shortcuts()
    told = {_named(key) for key in CODE.findall(text(lang, "keys.md"))}
    assert told - written - handled == set()
    assert written - told - {f"{held}+{digit}" for held in ("Ctrl", "Alt") for digit in range(2, 9)} == set()


def _named(key: str) -> str:
    """A key as the program calls it, from what stands on it."""
    held, plus, last = key.rpartition("+")
    return held + plus + CAPS.get(last, last)


@cache
def _shortcuts() -> tuple[frozenset[str], frozenset[str]]:
    """Those in the tables of actions, and those that widgets handle themselves."""
    written, handled = set(), set()
    for tree in trees("ui"):
        nodes = list(ast.walk(tree))
        said = [node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)]
        keys = [key for one in said for key in one.split("; ") if SHORTCUT.fullmatch(key)]
        written |= {key.replace("Return", "Enter") for key in keys}
        names = {node.attr for node in nodes if isinstance(node, ast.Attribute)}
        plain = {name.removeprefix("Key_") for name in names if name.startswith("Key_")} | _listed(said)
        handled |= {held + key for key in plain for held in ("", *(MODIFIERS[one] for one in names & set(MODIFIERS)))}
        handled |= {STANDARD[name] for name in names & set(STANDARD)}
    paged = {f"{held}+{digit}" for held in ("Ctrl", "Alt") for digit in range(1, 10)}
    return frozenset(written | paged), frozenset(handled)


def _listed(said: list[str]) -> set[str]:
    """Keys without a modifier in a table of actions."""
    return {key for one in said for key in one.split("; ")} & {"Space", "Delete", "Enter"}


@pytest.mark.parametrize("lang", LANGS)
def test_every_command_stands_in_the_guide_with_words_that_it_takes(lang: str) -> None:
    parser = arguments.parser()
    commands = next(one for one in parser._actions if isinstance(one, argparse._SubParsersAction)).choices
    examples = [one for one in CODE.findall(text(lang, "command-line.md")) if one.startswith("ptman ")]
    taken = {parser.parse_args(shlex.split(one)[1:]).command for one in examples if not one.endswith("--help")}
    assert taken == set(commands)
    options = {
        one for command in (parser, *commands.values()) for act in command._actions for one in act.option_strings
    }
    assert set(re.findall(r"--[a-z]+", text(lang, "command-line.md"))) <= options
