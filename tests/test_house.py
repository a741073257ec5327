"""The house rules on size, captions and names; those on what code may do are in tests/house."""

import ast
from pathlib import PurePosixPath

from tests.house import tree

FILE_LINES = 200
FUNCTION_LINES = 40
SHORT_LINES, SHORT_SHARE = 25, 0.95
ARGUMENTS = 5
# Raised from 150 and 12: a Qt widget answers its events and tells its state in its own class.
CLASS_LINES, PUBLIC_METHODS = 180, 16
FORBIDDEN = {"util", "utils", "helper", "helpers", "manager", "misc", "common"}


def test_files_are_short() -> None:
    long = {one.name: n for one in tree.sources() if (n := len(one.text.splitlines())) > FILE_LINES}
    assert long == {}


def test_half_the_files_are_shorter_than_half_of_that() -> None:
    lengths = sorted(len(one.text.splitlines()) for one in tree.program())
    assert lengths[len(lengths) // 2] < FILE_LINES / 2


def test_functions_are_short() -> None:
    lengths = {
        f"{one.name}:{function.lineno} {function.name}": _lines(function)
        for one in tree.sources()
        for function in one.functions()
    }
    assert {name: n for name, n in lengths.items() if n > FUNCTION_LINES} == {}
    assert sum(n <= SHORT_LINES for n in lengths.values()) >= SHORT_SHARE * len(lengths)


def _lines(node: ast.stmt) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def test_functions_take_few_arguments() -> None:
    many = {
        f"{one.name}:{function.lineno} {function.name}": n
        for one in tree.sources()
        for function in one.functions()
        if (n := len(_arguments(function))) > ARGUMENTS
    }
    assert many == {}


def _arguments(function: tree.Function) -> list[str]:
    given = function.args
    named = [one.arg for one in (*given.posonlyargs, *given.args, *given.kwonlyargs)]
    rest = [one.arg for one in (given.vararg, given.kwarg) if one is not None]
    return [name for name in (*named, *rest) if name not in {"self", "cls"}]


def test_classes_are_small() -> None:
    classes = [(f"{one.name} {each.name}", each) for one in tree.sources() for each in one.classes()]
    assert {name: n for name, each in classes if (n := _lines(each)) > CLASS_LINES} == {}
    assert {name: n for name, each in classes if (n := len(_public(each))) > PUBLIC_METHODS} == {}


def _public(of: ast.ClassDef) -> list[str]:
    """Methods that others may call, but for those that only answer a framework's call."""
    methods = [one for one in of.body if isinstance(one, ast.FunctionDef) and not one.name.startswith("_")]
    return [one.name for one in methods if "override" not in map(ast.unparse, one.decorator_list)]


def test_every_file_has_its_caption() -> None:
    wrong = [one.name for one in tree.sources() if not _is_one_sentence(one)]
    assert wrong == []


def _is_one_sentence(one: tree.Source) -> bool:
    """The first line is a docstring of one sentence, whole on that line."""
    caption = ast.get_docstring(one.tree) or ""
    first = one.text.partition("\n")[0]
    # A full stop inside is part of a name (ptman.labels, .xlsx): no blank follows it.
    return first == f'"""{caption}"""' and caption.endswith(".") and ". " not in caption


def test_package_files_hold_only_their_caption() -> None:
    full = [
        one.name
        for one in tree.sources()
        if one.name.endswith("__init__.py") and len(one.tree.body) > 1 and one.name != "ptman/models/__init__.py"
    ]
    assert full == []


def test_names_say_what_is_inside() -> None:
    vague = [name for name in tree.files() if FORBIDDEN & set(PurePosixPath(name).stem.casefold().split("_"))]
    vague += [
        f"{one.name} {each.name}"
        for one in tree.sources()
        for each in one.classes()
        if each.name.casefold().endswith(("utils", "helper", "manager"))
    ]
    assert vague == []
