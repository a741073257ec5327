"""What code of this house may not do: leave remains, write past the journal, block, sleep, talk out of turn."""

import ast
import io
import re
import tokenize
from collections.abc import Callable, Iterator

import pytest

from tests.house import tree

# The dialogs that speak to the user; everything else asks these.
SPEAKING = {
    "ui/errors.py": "tells failures",
    "ui/notice.py": "the dialog for them, whose text can be copied",
}
PRINTING = ("bench/", "ptman/cli.py")
WRITERS = {"insert", "update", "delete"}
WRITING_SQL = re.compile(
    r"^\s*(insert\s+(or\s+\w+\s+)?into|update\s+\w+\s+set|delete\s+from|replace\s+into)\b", re.IGNORECASE
)
STATEMENT = re.compile(r"[=(\[:]|^(return|raise|import|from|del|assert|pass|break|continue)\b")


def comments(one: tree.Source) -> Iterator[tuple[int, str]]:
    """Every comment with its line, marks for tools left out."""
    for token in tokenize.generate_tokens(io.StringIO(one.text).readline):
        if token.type == tokenize.COMMENT and not re.match(r"#\s*(noqa|type:|!)", token.string):
            yield token.start[0], token.string.lstrip("#").strip()


def is_code(text: str) -> bool:
    """Whether a comment reads as Python: it parses, and holds more than words and names."""
    body = f"{text}\n    pass" if text.endswith(":") else text
    if not STATEMENT.search(text):
        return False
    try:
        parsed = ast.parse(body).body
    except SyntaxError:
        return False
    return not all(_is_words(node) for node in parsed)


def _is_words(node: ast.stmt) -> bool:
    """A bare name, number or text, and a word with a colon behind it, are prose."""
    if isinstance(node, ast.AnnAssign):
        return node.value is None and isinstance(node.target, ast.Name)
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Name | ast.Constant | ast.Tuple | ast.Subscript)


@pytest.mark.parametrize(
    "text",
    ["x = 1", "return x", "print(x)", "for a in b:", "if x:", "import os", "self.close()", "a[1] = 2", "raise Stop"],
)
def test_code_in_a_comment_is_seen(text: str) -> None:
    assert is_code(text)


@pytest.mark.parametrize("text", ["why: because", "a law (2024)", "return to it later", "3.5", "names, numbers"])
def test_prose_in_a_comment_is_let_be(text: str) -> None:
    assert not is_code(text)


def test_no_code_is_commented_out() -> None:
    found = [f"{one.name}:{line} {text}" for one in tree.sources() for line, text in comments(one) if is_code(text)]
    assert found == []


def test_records_are_written_as_objects() -> None:
    """Statements that write would pass the journal by; only the journal's chain is written so."""
    found = [f"{one.name} {name}" for one in tree.core() for name in one.imported() if _imports_a_writer(name)]
    assert found == ["ptman/chain.py sqlalchemy.insert", "ptman/journal.py sqlalchemy.insert"]
    texts = [
        f"{one.name}:{node.lineno}"
        for one in tree.core()
        for node in ast.walk(one.tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and WRITING_SQL.match(node.value)
    ]
    assert texts == []


def _imports_a_writer(name: str) -> bool:
    module, _, last = name.rpartition(".")
    return module.startswith("sqlalchemy") and last in WRITERS


def _calls(sources: tuple[tree.Source, ...], wanted: Callable[[str], bool]) -> list[str]:
    return [f"{one.name}:{call.lineno} {name}" for one in sources for name, call in one.calls() if wanted(name)]


def test_only_the_door_commits() -> None:
    found = _calls(tree.core(), lambda name: name.endswith(".commit"))
    assert [one.partition(":")[0] for one in found] == ["ptman/db.py"]


def test_a_flush_says_why() -> None:
    """A session flushes by itself when it must; where code asks for it, the line says what for."""
    found = []
    for one in tree.sources():
        lines = one.text.splitlines()
        for name, call in one.calls():
            if re.search(r"session\.flush$", name) and "#" not in lines[call.lineno - 1]:
                found.append(f"{one.name}:{call.lineno}")
    assert found == []


def test_messages_come_from_one_place() -> None:
    found = {one.name for one in tree.program() if any("QMessageBox" in name for name in one.imported())}
    assert found <= set(SPEAKING)


def test_nobody_waits_by_sleeping_or_by_turning_the_loop() -> None:
    # A test may turn the loop once, so that a layout it measures has settled; the program never does.
    program = tuple(one for one in tree.sources() if not one.name.startswith("tests/"))
    assert _calls(program, lambda name: name.endswith("processEvents")) == []
    assert _calls(tree.sources(), lambda name: name in {"time.sleep", "sleep"}) == []
    assert [one.name for one in tree.sources() if "time.sleep" in set(one.imported())] == []


def test_nobody_prints() -> None:
    quiet = tuple(one for one in tree.sources() if not one.name.startswith(PRINTING))
    assert _calls(quiet, lambda name: name in {"print", "pprint", "pprint.pprint"}) == []
